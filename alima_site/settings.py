"""
All settings of the portal, on one page. What differs from one machine to the
next is read from the environment, or from `var/env`, which `make run` writes
for a local site. The README lists every variable.
"""

import re
from pathlib import Path
from typing import Any

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from django.utils.translation import gettext_lazy as _

BASE_DIR = Path(__file__).resolve().parent.parent
VAR_DIR = BASE_DIR / "var"

env = environ.Env()
env.read_env(VAR_DIR / "env")

DEBUG = env.bool("DEBUG", default=False)
# A site on this machine without https, as `make run` starts it.
LOCAL_HTTP = env.bool("LOCAL_HTTP", default=DEBUG)


def required(name: str, meaning: str, in_debug: str = "", local: str = "") -> str:
    """The variable `name`, or what stands for it on a DEBUG or local site; ImproperlyConfigured."""
    value = (
        env.str(name, default="") or (in_debug if DEBUG else "") or (local if LOCAL_HTTP else "")
    )
    if not value:
        raise ImproperlyConfigured(
            f"{name} is not set. It is {meaning}. `make run` sets it for a local site; "
            "in production set it in the environment (README, “Into production”)."
        )
    return value


def fact(name: str, meaning: str) -> str:
    """A fact about the site that only its operator knows; a local site says that it is missing."""
    return env.str(name, default="") if LOCAL_HTTP else required(name, meaning)


# The house

SECRET_KEY = required(
    "SECRET_KEY", "a random text of at least 50 characters that signs sessions", "debug only"
)
hosts = required("ALLOWED_HOSTS", "the comma-separated host names of the site", "*")
ALLOWED_HOSTS = [host.strip() for host in hosts.split(",") if host.strip()]

INSTALLED_APPS = [
    # Before editorial, whose audit list hears of a failure after axes has counted it, and
    # which takes the keys of the others out of the admin.
    "axes",
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "alima_site.delivery",
    "alima_site.editorial",
    "partners",
    "programs",
    "research",
    "alima_site.portal",
    "alima_site.editorial.sites.PortalAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "simple_history",
    "django_countries",
    "django_prose_editor",
    "crispy_forms",
    "crispy_bootstrap5",
    "csp",
]

MIDDLEWARE = [
    "alima_site.delivery.request_ids.RequestIdMiddleware",
    "alima_site.delivery.unstorable.UnstorableMiddleware",
    # Before all that may answer by itself, so that files, redirects and errors carry them, too.
    "alima_site.delivery.headers.PublicHeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    # After whitenoise: its files are compressed already.
    "alima_site.delivery.compression.PublicGZipMiddleware",
    "alima_site.delivery.database.AdminNeedsDatabaseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "axes.middleware.AxesMiddleware",
    # Last, so that it sees first what was not found.
    "alima_site.editorial.moved.OldAddressMiddleware",
    # The same for what was never an address of this site.
    "alima_site.portal.former_addresses.FormerAddressMiddleware",
]

ROOT_URLCONF = "alima_site.urls"
WSGI_APPLICATION = "alima_site.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "alima_site.editorial.templatetags.wording",
            ],
        },
    },
]

CRISPY_ALLOWED_TEMPLATE_PACKS = "bootstrap5"
CRISPY_TEMPLATE_PACK = "bootstrap5"

# Data

DATABASES = {
    "default": env.db_url_config(
        env.str("DATABASE_URL", default="") or f"sqlite:///{VAR_DIR / 'db.sqlite3'}"
    )
}
if not DATABASES["default"].get("ENGINE"):
    raise ImproperlyConfigured(
        "DATABASE_URL is not the address of a database, such as postgres://user@host/database."
    )
DATABASES["default"]["ATOMIC_REQUESTS"] = False
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    # Readers go on while one writes; a second writer waits instead of failing.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;",
    }
else:
    # A database that is out of reach, or hangs, holds no worker for long: see delivery/database.py.
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        connect_timeout=3, options="-c statement_timeout=15000"
    )
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
# A connection is made ready, and the queries it knows are understood, once and not for each page.
DATABASES["default"]["CONN_MAX_AGE"] = 60


def cache(name: str, timeout: int | None, entries: int) -> dict[str, Any]:
    """Files beside the database, or what CACHE_URL names, which several hosts may share."""
    url = env.str("CACHE_URL", default="") or f"filecache://{VAR_DIR / 'cache'}"
    config = env.cache_url_config(url)
    if config["BACKEND"].endswith("FileBasedCache"):
        config["LOCATION"] = str(Path(str(config["LOCATION"])) / name)
        config["OPTIONS"] = {"MAX_ENTRIES": entries}
    if config["BACKEND"].endswith("RedisCache"):
        # Pages are made without it sooner than it would be waited for.
        config["OPTIONS"] = {"socket_connect_timeout": 1, "socket_timeout": 2}
    return config | {"KEY_PREFIX": name, "TIMEOUT": timeout}


# The shared part of the page store (delivery/page_store.py): pages are kept for good, as the
# last good copy; what readers choose by parameters for a day.
CACHES = {
    "default": cache("default", 300, 10_000),
    "pages": cache("pages", None, 20_000),
    "choices": cache("choices", 86_400, 2_000),
}

DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}", "OPTIONS": options}
    for name, options in {
        "UserAttributeSimilarityValidator": {},
        "MinimumLengthValidator": {"min_length": 12},
        "CommonPasswordValidator": {},
        "NumericPasswordValidator": {},
    }.items()
]

# Sign-in: see editorial/sign_in

# A local site has one password to lose; elsewhere a password alone opens nothing.
SECOND_FACTOR = not LOCAL_HTTP
OTP_TOTP_ISSUER = "ALIMA"
# Guessers are slowed down by network; a device that waited itself would lock its owner out.
OTP_TOTP_THROTTLE_FACTOR = OTP_STATIC_THROTTLE_FACTOR = 0
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_HANDLER = "alima_site.editorial.sign_in.lockout.BackingOffHandler"
AXES_CLIENT_IP_CALLABLE = "alima_site.delivery.addresses.pseudonym_of"
AXES_FAILURE_LIMIT = 5
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_LOCKOUT_CALLABLE = "alima_site.editorial.sign_in.lockout.say_wait"
AXES_ENABLE_ADMIN = AXES_VERBOSE = False
# How long the list of security events (editorial/sign_in/audit.py) is kept.
SECURITY_EVENTS_KEPT_DAYS = env.int("SECURITY_EVENTS_KEPT_DAYS", default=365)

# Languages

LANGUAGE_CODE = "fr"
LANGUAGES = [("fr", _("French")), ("en", _("English"))]
# Only the admin remembers a language; a public page has it in its address.
LANGUAGE_COOKIE_PATH = "/admin/"
LANGUAGE_COOKIE_SAMESITE = "Lax"
LOCALE_PATHS = [BASE_DIR / "alima_site" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Africa/Dakar"
# The library's names where they are not the ones the field uses in both languages.
COUNTRIES_OVERRIDE = {
    "CD": _("Democratic Republic of the Congo"),
    "CF": _("Central African Republic"),
    "CI": _("Côte d’Ivoire"),
    "NG": _("Nigeria"),
}

# Files

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = Path(env.str("MEDIA_ROOT", default=str(VAR_DIR / "media")))


def media_storage() -> dict[str, Any]:
    """A folder, or the bucket that several hosts share; boto3 reads its keys from AWS_… itself."""
    bucket = env.str("S3_BUCKET", default="")
    if not bucket:
        return {"BACKEND": "django.core.files.storage.FileSystemStorage"}
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": bucket,
            "endpoint_url": env.str("S3_ENDPOINT", default="") or None,
            "region_name": env.str("S3_REGION", default="") or None,
            # The site asks for consent and sends each picture itself: nobody needs the bucket.
            "default_acl": None,
            "file_overwrite": False,
        },
    }


STORAGES = {
    "default": media_storage(),
    "staticfiles": {
        "BACKEND": env.str(
            "STATICFILES_STORAGE", default="alima_site.delivery.static.HashedStorage"
        )
    },
}

# Files of ours are for our own pages; open data have an address of their own.
WHITENOISE_ALLOW_ALL_ORIGINS = False
# Below it /readyz says that the site is not fit to serve.
MIN_FREE_DISK_MB = env.int("MIN_FREE_DISK_MB", default=200)

# What goes wrong is written where the server's own messages go.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "alima_site.delivery.request_ids.RequestIdFilter"}},
    "formatters": {"lines": {"()": "alima_site.delivery.log_lines.JsonLines"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request"],
            "formatter": "lines",
        }
    },
    "root": {"handlers": ["console"], "level": "WARNING"},
}

# Messages: see portal/contact

EMAIL = env.email_url_config(
    required(
        "EMAIL_URL",
        "how e-mail leaves the server, such as smtp+tls://user:password@host:587",
        local="consolemail://",
    )
)
EMAIL_BACKEND = EMAIL["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = EMAIL["EMAIL_HOST"] or "localhost", EMAIL["EMAIL_PORT"] or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = EMAIL["EMAIL_HOST_USER"], EMAIL["EMAIL_HOST_PASSWORD"]
EMAIL_USE_TLS, EMAIL_USE_SSL = EMAIL.get("EMAIL_USE_TLS", False), EMAIL.get("EMAIL_USE_SSL", False)
# A mail server that does not answer must not keep a visitor waiting.
EMAIL_TIMEOUT = 10
CONTACT_EMAIL = [
    address.strip()
    for address in required(
        "CONTACT_EMAIL",
        "where messages of the contact form go, comma-separated",
        local="contact@localhost",
    ).split(",")
]
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.str("FROM_EMAIL", default=CONTACT_EMAIL[0])
MESSAGES_KEPT_DAYS = env.int("MESSAGES_KEPT_DAYS", default=365)

# Who answers for the site: shown on its legal pages, never invented

CONTROLLER = fact("CONTROLLER", "who answers for the site and its data: name and postal address")
HOSTED_BY = fact("HOSTED_BY", "who runs the server: name, postal address, telephone")
SECURITY_CONTACT = fact(
    "SECURITY_CONTACT", "where flaws are reported: mailto:… or https://…, for security.txt"
)
if SECURITY_CONTACT and not re.fullmatch(r"(mailto:|https://|tel:)\S+", SECURITY_CONTACT):
    raise ImproperlyConfigured("SECURITY_CONTACT begins with mailto:, https:// or tel:.")

# Security: what needs https is left out on a local site only

SECURE_SSL_REDIRECT = not LOCAL_HTTP
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_HSTS_SECONDS = 0 if LOCAL_HTTP else 31536000
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
BEHIND_PROXY = env.bool("BEHIND_PROXY", default=False)
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = not LOCAL_HTTP
# No script of ours reads a cookie.
CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
if not LOCAL_HTTP:
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
X_FRAME_OPTIONS = "DENY"

# The admin widens this for its editor only: see editorial/sites.py.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "upgrade-insecure-requests": not LOCAL_HTTP,
    }
}
