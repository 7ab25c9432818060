"""
Wapiti, a scanner for weaknesses of web sites, against the running site, without and with a
sign-in. It does not go with the site's packages: where `wapiti` is no command here
(`pipx install wapiti3`), its test is left out.
"""

import json
import shutil
import subprocess

import pytest

from tests.browser.conftest import copy_of, new_page, sign_in

pytestmark = pytest.mark.audit
# Not `cookieflags`: over plain http it misses the flag Secure, which production sets.
MODULES = (
    "backup,crlf,csp,csrf,exec,file,htaccess,http_headers,ldap,methods,"
    "permanentxss,redirect,shellshock,sql,timesql,upload,xss,xxe"
)
LIMITS = ["--max-scan-time=300", "--max-attack-time=120", "--max-parameters=15", "--depth=3"]


def cookie_file(cookies, folder):
    """As wapiti keeps its cookies: by host and path."""
    no_limits = {"expires": None, "secure": False, "port": None, "version": 0}
    named = {cookie["name"]: {"value": cookie["value"], **no_limits} for cookie in cookies}
    file = folder / "cookies.json"
    file.write_text(json.dumps({"127.0.0.1": {"/": named}}))
    return file


@pytest.mark.parametrize("start", ["/fr/", "/en/", "/admin/"])
def test_the_scanner_finds_nothing(start, browser, site, tmp_path):
    if not shutil.which("wapiti"):
        pytest.skip("wapiti is not installed")
    with copy_of(site, tmp_path) as copy, new_page(browser, copy) as page:
        options = [f"--url={copy.url}{start}", f"--module={MODULES}", *LIMITS]
        # The ZIP of a data set beside its CSV is meant to be there, and no backup of it.
        options += [f"--exclude={copy.url}/data/*", f"--exclude={copy.url}/admin/logout/"]
        if start == "/admin/":
            kept = cookie_file(sign_in(page, copy).context.cookies(), tmp_path)
            options += [f"--cookie={kept}"]
        report = tmp_path / "report.json"
        files = ["--format=json", f"--output={report}", f"--store-session={tmp_path}"]
        subprocess.run(["wapiti", "--no-bugreport", *options, *files], capture_output=True)
        said = json.loads(report.read_text())
    assert said["infos"]["crawled_pages_nbr"] > 20
    found = said["vulnerabilities"] | said["anomalies"]
    assert not {kind: each for kind, each in found.items() if each}
