"""A fresh Wagtail project, as `wagtail start` makes it, in an environment of its own."""

import os
import subprocess
import sys

from tests.benchmarks.servers import ROOT

HOME = ROOT / "var" / "wagtail"
SITE = HOME / "site"
PYTHON = HOME / "venv" / "bin" / "python"


def prepare() -> dict[str, str]:
    """The environment it runs in; made once. OSError where the package cannot be had."""
    environment = {
        **{k: v for k, v in os.environ.items() if k not in ("DJANGO_SETTINGS_MODULE", "PAGE")},
        "DJANGO_SETTINGS_MODULE": "fresh.settings.bench",
    }
    if (HOME / "ready").exists():
        return environment
    HOME.mkdir(parents=True, exist_ok=True)
    run([sys.executable, "-m", "venv", "--clear", str(HOME / "venv")])
    run([str(PYTHON), "-m", "pip", "install", "--quiet", "wagtail", "gunicorn"])
    SITE.mkdir(exist_ok=True)
    run([str(PYTHON.with_name("wagtail")), "start", "fresh", str(SITE)])
    # Production in all but the name of the host: no debugging, templates kept compiled.
    (SITE / "fresh" / "settings" / "bench.py").write_text(
        'from .base import *\nDEBUG = False\nSECRET_KEY = "none"\nALLOWED_HOSTS = ["*"]\n'
        'STORAGES["staticfiles"]["BACKEND"] = '
        '"django.contrib.staticfiles.storage.StaticFilesStorage"\n'
    )
    run([str(PYTHON), "manage.py", "migrate", "--verbosity=0"], cwd=SITE, env=environment)
    (HOME / "ready").touch()
    return environment


def run(command: list[str], **options: object) -> None:
    done = subprocess.run(command, capture_output=True, text=True, **options)  # type: ignore[call-overload]
    if done.returncode:
        raise OSError(f"{' '.join(command[:6])}: {done.stderr.strip()[-500:]}")
