"""
Scripts in every text of the site, stored through the newsroom's own forms, imports and uploads
and through the contact form: none runs, in public or in the newsroom. The browser is told to
ignore the content policy, which would stop them as well.
"""

import csv
import io
from itertools import cycle
from urllib.parse import urlencode, urljoin

import pytest
from lxml import html

from programs.models import CountryProgramme
from tests.browser.conftest import copy_of, new_page, sign_in
from tests.browser.hostile_texts import SCRIPTS, SIGNS
from tests.browser.test_public_pages import ENGLISH, FRENCH
from tests.editorial.pictures.files import encoded
from tests.sheets import HEADER

RICH = ("story_fr", "story_en", "transcript_fr", "transcript_en")
TEXTS = "self::textarea or self::input[@type='text' or @type='url' or @type='search']"


@pytest.fixture(scope="module")
def spoiled(browser, site, tmp_path_factory):
    """A page, signed in, of a site whose every text is hostile; and the addresses of its forms."""
    with (
        copy_of(site, tmp_path_factory.mktemp("spoiled")) as copy,
        new_page(browser, copy, bypass_csp=True) as page,
    ):
        page.context.add_init_script("window.hit = n => { throw new Error('script ' + n) }")
        page.on("dialog", lambda d: (page.problems.append(f"dialog {d.message}"), d.dismiss()))
        page.on("request", lambda r: page.problems.append(r.url) if "evil." in r.url else None)
        contact = form_in(page, "/fr/contact/", "//form[contains(@class, 'contact-form')]")
        sign_in(page, copy)
        page.forms = list(spoil_everything(page))
        page.forms += [upload_table(page), upload_picture(page)]
        text = "\n".join(SCRIPTS)[:5000]
        page.contact = send(page, contact, {"name": SCRIPTS[0], "text": text} | WRITER)
        yield page


WRITER = {"email": "'onerror=hit@example.org", "organisation": SCRIPTS[13], "purpose": "press"}
NAME = '"><img src=x onerror=hit(90)>'


def upload(page, address, file, values):
    form = form_in(page, address, "//form[.//input[@type='file']]")
    pairs = {name: str(value) for name, value in form.form_values()} | values
    multipart = {name: value for name, value in pairs.items() if name != "file"} | file
    answer = page.request.post(form.action, multipart=multipart, max_redirects=0)
    assert answer.status == 302, refused_in(answer)
    return urljoin(form.action, answer.headers["location"])


def upload_table(page):
    """An import whose file name, titles and cells are scripts."""
    cells = [["NER", script, "2031", script, script] for script in SCRIPTS]
    lines = io.StringIO()
    csv.writer(lines, delimiter=";").writerows([HEADER, *cells])
    file = {"name": f"{NAME}.csv", "mimeType": "text/csv", "buffer": lines.getvalue().encode()}
    return upload(page, "/admin/editorial/importrun/add/?kind=statistics", {"file": file}, {})


def upload_picture(page):
    """A picture whose name and texts are scripts, and whose bytes end with one."""
    content = encoded("JPEG", (1300, 900)) + "".join(SCRIPTS).encode()
    file = {"name": f"{NAME}.jpg", "mimeType": "image/jpeg", "buffer": content}
    texts = dict.fromkeys(("title", "credit", "alt_fr", "alt_en", "consent_given_by"), NAME)
    values = texts | {"people": "nobody", "slug": "hostile-texts", "_continue": "1"}
    return upload(page, "/admin/editorial/photo/add/", {"picture": file}, values)


def form_in(page, address, path="//form[contains(@id, '_form')]"):
    answer = page.request.get(address)
    assert answer.ok, address
    return read(answer, path)


def read(answer, path):
    form = html.fromstring(answer.body()).xpath(path)[0]
    form.action = urljoin(answer.url, form.action or "")
    return form


def send(page, form, values):
    pairs = [pair for pair in form.form_values() if pair[0] not in values]
    return page.request.post(
        form.action,
        data=urlencode([*pairs, *values.items()]),
        headers={"Content-Type": "application/x-www-form-urlencoded"},
        max_redirects=0,
    )


vectors = cycle(SCRIPTS)


def hostile(field):
    """As many scripts as the field takes; rich text gets each as it is let through, too."""
    longest = int(field.get("maxlength") or 6000)
    if field.name in RICH:
        rich = CountryProgramme._meta.get_field("story_fr")
        cleaned = "".join(rich.sanitize(script) for script in SCRIPTS)
        return cleaned + "".join(f"<p>{next(vectors)}</p>" for _ in range(5))
    if field.tag == "textarea" and longest >= 6000:
        return "\n".join(SCRIPTS)
    text = next(vectors)
    while len(text) > longest:
        text = next(script for script in SCRIPTS if len(script) <= max(longest, 30))[:longest]
    return text


def refused_in(answer):
    """The names of the fields an answer finds fault with."""
    document = html.fromstring(answer.body())
    rows = document.xpath("//*[contains(@class, 'errorlist')]/ancestor::*[.//textarea|.//input][1]")
    return {name for row in rows for name in row.xpath(".//@name")}


def spoil(page, address):
    """Store scripts in every text of a record that takes them; True when it was saved."""
    form = form_in(page, address)
    fields = form.xpath(f"(.//textarea|.//input)[{TEXTS}][not(@readonly)]")
    values = {field.name: hostile(field) for field in fields if field.name}
    for _round in range(6):
        answer = send(page, form, values | {"_save": "1"})
        if answer.status == 302:
            return len(values)
        assert answer.status == 200, (address, answer.status)
        refused = refused_in(answer) & values.keys()
        if not refused:
            return 0
        for name in refused:
            del values[name]
    return 0


def spoil_everything(page):
    lists = page.locator(".desk__side th a").evaluate_all("links => links.map(a => a.href)")
    for address in lists:
        document = html.fromstring(page.request.get(address).body())
        links = document.xpath("//*[@id='result_list']//tbody//*[self::th or self::td]/a/@href")
        if links:
            record = urljoin(address, links[0])
            page.spoiled = getattr(page, "spoiled", {}) | {record: 0}
            if html.fromstring(page.request.get(record).body()).xpath("//*[@name='_save']"):
                page.spoiled[record] = spoil(page, record)
        yield address


def scripts_on(page, addresses):
    """What ran, what was asked for elsewhere, and what waits in the page for a click."""
    found = []
    for address in addresses:
        page.goto(address)
        found += [f"{address}: {sign}" for sign in page.evaluate(SIGNS)]
    ours = ("script ", "dialog ", "evil.")
    return found + [problem for problem in page.problems if any(each in problem for each in ours)]


def test_every_kind_of_record_takes_hostile_texts(spoiled):
    assert len(SCRIPTS) >= 60
    assert spoiled.contact.status == 302
    assert sum(count > 0 for count in spoiled.spoiled.values()) >= 12


def test_no_script_runs_on_public_pages(spoiled):
    previews = [record.replace("change/", "preview/fr/") for record in spoiled.spoiled]
    shown = [address for address in previews if spoiled.request.get(address).ok]
    assert len(shown) >= 10
    assert scripts_on(spoiled, shown + FRENCH) == []


@pytest.mark.audit
def test_no_script_runs_on_pages_in_english(spoiled):
    found = "/en/search/?" + urlencode({"q": SCRIPTS[13]})
    assert scripts_on(spoiled, [*ENGLISH, found, "/en/figures/explore/", "/data/"]) == []


@pytest.mark.parametrize("step", [3, pytest.param(1, marks=pytest.mark.audit)])
def test_no_script_runs_in_the_newsroom(step, spoiled):
    assert scripts_on(spoiled, ["/admin/", *(spoiled.forms + list(spoiled.spoiled))[::step]]) == []
