"""The shipped nginx in front of a site, with a certificate of its own."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.always_up.servers import (
    DEPLOY,
    HOST,
    ROOT,
    Gunicorn,
    free_port,
    listens,
    process,
    program,
    until,
)

CERTIFICATE = "fullchain.pem"


def rendered(directory: Path, site: int, http: int, https: int) -> str:
    """The shipped configuration, as the README says to make it one's own."""
    lines = (DEPLOY / "nginx.conf").read_text().splitlines()
    text = "\n".join(line for line in lines if "[::]" not in line)
    for shipped, own in {
        "www.example.org$": f"{HOST}:{https}$",
        "/etc/letsencrypt/live/www.example.org": str(directory),
        "www.example.org": HOST,
        "127.0.0.1:8000": f"127.0.0.1:{site}",
        "listen 80": f"listen 127.0.0.1:{http}",
        "listen 443": f"listen 127.0.0.1:{https}",
        "/var/log/nginx": str(directory),
        "/var/cache/nginx": str(directory),
        "/srv/portal": str(ROOT),
    }.items():
        assert shipped in text, shipped
        text = text.replace(shipped, own)
    user = "user root;" if os.geteuid() == 0 else ""
    places = "".join(
        f"{kind}_temp_path {directory}/{kind};\n"
        for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi")
    )
    return (
        f"{user} daemon off; worker_processes 1; pid {directory}/nginx.pid;\n"
        f"error_log {directory}/error.log;\n"
        f"events {{ worker_connections 1024; }}\nhttp {{\n{places}{text}\n}}\n"
    )


@contextmanager
def nginx(site: Gunicorn, directory: Path) -> Iterator[str]:
    """The https address of nginx in front of the site."""
    http, https, config = free_port(), free_port(), directory / "nginx.conf"
    config.write_text(rendered(directory, site.port, http, https))
    make_certificate(directory)
    command = [program("nginx"), "-p", str(directory), "-c", str(config)]
    with process(command, directory / "nginx.log"):
        until(lambda: listens(https), 10, f"nginx starts ({directory})")
        yield f"https://{HOST}:{https}"


def make_certificate(directory: Path) -> None:
    names = ["-subj", f"/CN={HOST}", "-addext", f"subjectAltName=DNS:{HOST}"]
    files = ["-keyout", directory / "privkey.pem", "-out", directory / CERTIFICATE]
    new = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    subprocess.run([*new, *names, *files], check=True, capture_output=True)
