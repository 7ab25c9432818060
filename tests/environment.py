"""
The settings that tests run under, whatever the shell or `var/env` says.

pytest loads this before Django reads the settings (`-p` in pyproject.toml).
DATABASE_URL alone may come from outside: it chooses the database of a pass.
"""

import gc
import os
from tempfile import TemporaryDirectory

MEDIA = TemporaryDirectory(prefix="media-")  # gone with the tests

os.environ.update(
    DEBUG="0",
    LOCAL_HTTP="1",
    BEHIND_PROXY="0",
    SECRET_KEY="a constant text that signs the sessions of tests and of nothing else",
    ALLOWED_HOSTS="testserver,localhost,127.0.0.1",
    MEDIA_ROOT=MEDIA.name,
    # Hashed names need a collectstatic; only the browser's tests have one.
    STATICFILES_STORAGE="django.contrib.staticfiles.storage.StaticFilesStorage",
)
os.environ.setdefault("DATABASE_URL", "sqlite:///:memory:")
# The models, the templates and the content stay: to look through them for garbage again and
# again took a tenth of all time.
gc.set_threshold(100_000, 20, 50)
