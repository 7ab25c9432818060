"""Nonsense in the newsroom, from somebody who is signed in: lists, filters, searches, forms."""

import warnings
from functools import cache
from itertools import count
from urllib.parse import quote, urlencode

import pytest
from django.contrib.admin.sites import site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.newsroom import address, sent_again
from tests.test_bad_requests import WORDS, memory

pytestmark = [pytest.mark.django_db, pytest.mark.by_turns]
MODELS = sorted(site._registry, key=lambda model: model._meta.label)
PARAMETERS = ["q", "p", "o", "e", "all", "_popup", "_to_field", "_changelist_filters", "a", "b", "kind",
              "term", "app_label", "model_name", "field_name", "next", "page", "seen", "action",
              "_selected_action", "select_across", "index", "state", "publish_at__gte", "year"]  # fmt: skip
LOOKUPS = [
    "",
    "__exact",
    "__in",
    "__isnull",
    "__regex",
    "__gte",
    "__year",
    "__contains",
    "__nothing",
    "__id__range",
]
PAGES = ["", "desk/", "guide/", "roles/", "second-factor/", "autocomplete/", "jsi18n/", "styleguide/",
         "language/", "editorial/figure/check/", "editorial/importrun/add/", "password_change/",
         "editorial/importrun/template/statistics-fr.csv", "editorial/importrun/1/report.csv", "r/1/1/"]  # fmt: skip

text = st.sampled_from(WORDS) | st.text(max_size=60) | st.integers().map(str)


@cache
def kinds():
    """Every model with the names of its fields, and the key of one record if there is any."""
    found = []
    for model in MODELS:
        record = model._default_manager.order_by("pk").first()
        found.append((model, [f.name for f in model._meta.fields], record.pk if record else 0))
    return found


def page_of(kind, page, key):
    model, names, first = kinds()[kind % len(MODELS)]
    start = address(model, "changelist")
    here = {
        "list": "", "add": "add/", "change": f"{first}/change/", "history": f"{first}/history/",
        "delete": f"{first}/delete/", "compare": f"{first}/compare/", "wrong": f"{quote(key)}/change/",
        "version": f"{first}/history/{quote(key)}/", "deleted": "deleted/", "import": "import/",
        "preview": f"{first}/preview/", "other": f"{quote(key)}/",
    }  # fmt: skip
    return start + here[page], names


places = st.builds(
    page_of,
    st.integers(0, 99),
    st.sampled_from(["list", "list", "list", "add", "change", "change", "change", "history", "delete", "compare", "wrong", "version", "deleted", "import", "preview", "other"]),
    text,
) | st.sampled_from(PAGES).map(lambda page: ("/admin/" + page, []))  # fmt: skip
pairs = st.lists(
    st.tuples(st.sampled_from(PARAMETERS) | st.integers(0, 99), st.sampled_from(LOOKUPS), text),
    max_size=4,
)
typed = st.dictionaries(st.integers(0, 200), st.lists(text, max_size=2), max_size=8)


def named(pairs, names):
    """Parameters of which some are fields of the model, with a lookup."""
    for name, lookup, value in pairs:
        if isinstance(name, int):
            name = (names[name % len(names)] if names else "x") + lookup
        yield name, value


def form_of(client, url, typed):
    """What a browser would send of the page's form, with other words in some of its fields."""
    page = client.get(url)
    context = page.context if page.status_code == 200 and page.context else {}
    data = {}
    if "cl" in context:
        action = ["publish", "archive", "delete_selected", "x"][len(typed) % 4]
        data = {"action": action, "_selected_action": ""}
    elif "adminform" in context:
        data = sent_again(page)
    elif context and context.get("form"):
        data = dict.fromkeys(context["form"].fields, "")
    keys = sorted(data) or ["action", "_selected_action", "file"]
    for number, values in typed.items():
        data[keys[number % len(keys)]] = values
    if "file" in keys and len(typed) % 2:
        content = "\n".join(map(";".join, typed.values())).encode("utf-8", "replace")
        data["file"] = SimpleUploadedFile(f"{typed.get(0, ['x.csv'])}.csv", content)
    return data


def fuzz(client, requests, seen):
    quiet = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow, HealthCheck.data_too_large]

    @settings(max_examples=requests, deadline=None, database=None, suppress_health_check=quiet)
    @given(places, pairs, typed, st.booleans())
    def one(place, pairs, typed, sends):
        url, names = place
        query = urlencode(list(named(pairs, names)), errors="replace")
        full = f"{url}?{query}" if query else url
        with transaction.atomic(), warnings.catch_warnings():
            if sends:
                answer = client.post(full, form_of(client, url, typed))
                next(seen)
            else:
                answer = client.get(full)
            next(seen)
            transaction.set_rollback(True)
        assert answer.status_code < 500
        assert "Traceback" not in answer.content.decode("utf-8", "replace")

    one()


@pytest.fixture
def newsroom(admin_client, no_log):
    # A stack of calls says more than a page of an error.
    admin_client.raise_request_exception = True
    return admin_client


def test_nonsense_in_the_newsroom_is_answered_calmly(newsroom):
    seen = count()
    fuzz(newsroom, 60, seen)
    assert next(seen) >= 60


@pytest.mark.audit
def test_thousands_of_pieces_of_nonsense_in_the_newsroom_leave_nothing_in_memory(newsroom):
    seen, held = count(), []
    for _batch in range(12):
        fuzz(newsroom, 500, seen)
        held.append(memory())
    assert next(seen) >= 6_000
    print("KiB held, after each 500 forms and pages:", held)
    # In the first half, what is made once for each kind of record and page is made.
    assert held[-1] - held[5] < 20_000, held


@pytest.mark.parametrize("value", ["9" * 30, "\0", "-1", "1,2", ""])
def test_a_value_that_cannot_be_stored_is_not_understood(newsroom, value):
    address = "/admin/programs/countryprogramme/"
    for name in ("id__in", "source__exact", "publish_at__year", "q", "p"):
        assert newsroom.get(address, {name: value}).status_code in (200, 302, 400)
    for action in ("publish", "delete_selected"):
        data = {"action": action, "_selected_action": value}
        assert newsroom.post(address, data).status_code in (200, 302, 400)
    assert newsroom.get("/admin/editorial/auditentry/", {"at__year": value}).status_code < 500
    data = {"presences-TOTAL_FORMS": value, "presences-INITIAL_FORMS": value, "source": value}
    assert newsroom.post(f"{address}add/", data | {"seen": value}).status_code < 500


def test_what_an_address_writes_into_a_new_form_is_a_value_or_left_out(newsroom):
    query = {"slug": "water", "publish_at": "..", "nothing": "1", "theme": "x"}
    page = newsroom.get("/admin/editorial/topic/add/", query)
    assert page.context["adminform"].form.initial == {"slug": "water", "seen": ""}


@pytest.mark.parametrize("query", ["name__regex=*", "_to_field="])
@pytest.mark.parametrize("page", ["", "1/change/"])
def test_what_the_admin_itself_does_not_check_is_not_understood(newsroom, page, query):
    assert newsroom.get(f"/admin/auth/group/{page}?{query}").status_code in (200, 302, 400)
