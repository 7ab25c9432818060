"""Which code this is: pages that another one rendered are void, also on another host."""

from functools import cache
from hashlib import sha256

from django.conf import settings

ROOMS = ("alima_site", "partners", "programs", "research", "templates")
KINDS = {".py", ".html", ".mo", ".json", ".txt"}
# What pages say that stands in the environment.
FACTS = ("CONTROLLER", "HOSTED_BY", "SECURITY_CONTACT", "MESSAGES_KEPT_DAYS")


@cache
def release() -> str:
    """The digest of code, templates, words and the names of static files, read once a process."""
    files = [
        path
        for room in ROOMS
        for path in (settings.BASE_DIR / room).rglob("*")
        if path.suffix in KINDS
    ]
    manifest = settings.STATIC_ROOT / "staticfiles.json"
    digest = sha256(repr([getattr(settings, name) for name in FACTS]).encode())
    for path in [*sorted(files), *([manifest] if manifest.exists() else [])]:
        digest.update(path.relative_to(settings.BASE_DIR).as_posix().encode() + b"\0")
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
