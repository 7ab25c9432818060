"""The files of production do what they say: nginx, systemd and the database's roles."""

import json
import os
import signal
import socket
import ssl
import subprocess
import sys

import psycopg2
import pytest

from tests.always_up.load import Site
from tests.always_up.proxy import CERTIFICATE, nginx
from tests.always_up.servers import (
    DEPLOY,
    HOST,
    environment,
    gunicorn,
    listens,
    manage,
    needs,
    until,
)


@pytest.fixture
def served(site, tmp_path):
    needs("nginx", "openssl", "curl")
    with nginx(site, tmp_path) as url:
        yield Site(site, url, {}, str(tmp_path / CERTIFICATE))


def curl(site: Site, path: str, *options: str) -> str:
    command = ["curl", "--silent", "--show-error", "--cacert", site.certificate, "--include"]
    done = subprocess.run([*command, *options, site.url + path], capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


def test_nginx_speaks_http_2_and_keeps_pages_in_the_form_the_reader_takes(served):
    for encoding in ("br", "gzip"):
        for _ in range(2):
            said = curl(served, "/en/model/", "--http2", "-H", f"Accept-Encoding: {encoding}")
            assert said.startswith("HTTP/2 200")
            assert f"content-encoding: {encoding}" in said
    assert "strict-transport-security" in said
    assert "<!doctype html>" in curl(served, "/en/model/")


def test_static_files_come_packed_and_for_good(served):
    sheet = served.get("/en/model/")[1].partition('href="/static/css/site')[2].partition('"')[0]
    said = curl(served, f"/static/css/site{sheet}", "-H", "Accept-Encoding: gzip, br")
    assert "content-encoding: br" in said
    assert "immutable" in said


def test_the_access_log_says_what_happened_and_not_to_whom(served, tmp_path):
    served.get("/en/search/?q=something+private")
    answer = curl(served, "/en/nowhere/")
    name = answer.partition("x-request-id: ")[2].split()[0]
    log = tmp_path / "portal.access.log"
    until(lambda: name in log.read_text(), 5, "the line is written")
    text = log.read_text()
    lines = [json.loads(line) for line in text.splitlines()]
    assert [line["status"] for line in lines if line["request_id"] == name] == [404]
    assert "private" not in text
    assert "127.0.0.1" not in text


def test_while_the_site_is_gone_nginx_sends_what_it_has_and_else_says_so(served):
    seen = served.get("/en/model/")
    os.kill(served.gunicorn.pid, signal.SIGTERM)
    until(lambda: not listens(served.gunicorn.port), 40, "the site leaves")
    assert served.get("/en/model/") == seen
    status, text = served.get("/en/about/")
    assert status == 503
    assert "momentanément indisponible" in text


@pytest.mark.audit
def test_a_client_that_dawdles_is_left(served, tmp_path):
    address = served.url.rpartition(":")[2]
    context = ssl.create_default_context(cafile=tmp_path / CERTIFICATE)
    with (
        socket.create_connection((HOST, int(address)), timeout=30) as plain,
        context.wrap_socket(plain, server_hostname=HOST) as slow,
    ):
        slow.sendall(b"GET / HTTP/1.1\r\nHost: ")
        assert slow.recv(1000) == b""


def test_the_units_are_what_systemd_reads(tmp_path):
    needs("systemd-analyze")
    for file in [*DEPLOY.glob("*.service"), *DEPLOY.glob("*.socket"), *DEPLOY.glob("*.timer")]:
        text = file.read_text().replace("/srv/portal/.venv/bin/python", sys.executable)
        (tmp_path / file.name.replace("@", "@clearsessions")).write_text(text)
    units = [path for path in tmp_path.iterdir() if path.suffix in (".service", ".timer")]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    assert str(tmp_path) not in done.stderr


@pytest.mark.audit
def test_the_role_of_the_site_reads_and_writes_rows_and_no_more(postgresql, tmp_path):
    needs("psql")
    options = ["-v", "password=a", "-v", "owner_password=b", "-f", DEPLOY / "roles.sql"]
    psql = ["psql", "--quiet", "-h", postgresql.directory, "-U", "postgres", "-d", "postgres"]
    subprocess.run([*psql, *options], check=True, capture_output=True)
    owner, portal = (
        f"postgres://{role}@/portal?host={postgresql.directory}"
        for role in ("portal_owner", "portal")
    )
    manage(environment(tmp_path, owner), "migrate", "--verbosity=0")
    with gunicorn(environment(tmp_path, portal), tmp_path) as site:
        assert Site(site, site.url, {}).get("/readyz")[0] == 200
    connection = psycopg2.connect(portal)
    connection.autocommit = True
    cursor = connection.cursor()
    for statement in ("CREATE TABLE x (i int)", "DROP TABLE auth_user", "TRUNCATE auth_user"):
        with pytest.raises(psycopg2.errors.InsufficientPrivilege):
            cursor.execute(statement)
    connection.close()
