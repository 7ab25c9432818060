# The commands of the portal. Everything they make stays in .venv and var.
#
# Packages are run as `python -m …`: the scripts pip writes hold an absolute path,
# which breaks when it contains a space or the checkout moves.

PYTHON ?= python3
# Images of containers forbid it; here Python is started again and again, and would compile all anew.
unexport PYTHONDONTWRITEBYTECODE

py := .venv/bin/python
pip := $(py) -m pip --disable-pip-version-check --no-input
manage := $(py) manage.py
templates := find templates alima_site partners programs research -path '*templates/*' -type f
# Directories too: their time changes when a file goes.
static := $(shell find static)

.DEFAULT_GOAL := help
# A half-written file must not pass for a finished one.
.DELETE_ON_ERROR:
.PHONY: help run test audit bench lint types checks format messages update schema advisories sbom licences clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' Makefile

run: .venv/installed var/env var/static/staticfiles.json ## from a fresh checkout to the site on http://127.0.0.1:8000 (PORT=… for another port)
	@$(manage) migrate --check >/dev/null 2>&1 || \
		{ echo "Preparing the database."; $(manage) migrate --verbosity 0; }
	@$(manage) load_content --if-empty
	@$(manage) rebuild_search --if-empty
	@$(manage) first_administrator
	@echo "The site: http://127.0.0.1:$${PORT:-8000}/ (its desk: /admin/). Ctrl+C stops it."
	@echo "A local site: without https and without the second factor; it answers this machine only."
	@BIND="127.0.0.1:$${PORT:-8000}" LOG_LEVEL=warning WARM=0 \
		exec $(py) -m gunicorn --config alima_site/deploy/gunicorn_config.py

test: .venv/installed-test var/static/staticfiles.json ## what CI runs: lint, types, checks, tests on SQLite and PostgreSQL, in a browser, and with real servers
	@$(MAKE) --no-print-directory --jobs lint types checks
	@$(py) -m tests

audit: .venv/installed-audit var/static/staticfiles.json ## the same with the exhaustive tests
	@$(MAKE) --no-print-directory --jobs lint types checks advisories
	@$(py) -m tests --audit

bench: .venv/installed-test var/static/staticfiles.json ## what an answer costs beside other ways to give it, and how pages grow
	@$(py) -m tests.benchmarks

lint: .venv/installed-test ## style, formatting, templates, and which room imports which
	@$(py) -m ruff check
	@$(py) -m ruff format --check
	@$(templates) -exec .venv/bin/djade --check {} +
	@$(py) -c 'from importlinter.cli import lint_imports_command; lint_imports_command()' --no-logo

types: .venv/installed-test var/env ## static types
	@$(py) -m mypy

# Production settings are named in full: var/env describes a local site.
checks: .venv/installed var/env ## missing migrations, and Django's checks of a production site
	@DATABASE_URL=sqlite:///:memory: $(manage) makemigrations --check --dry-run
	@SECRET_KEY="$$($(py) -c 'import secrets; print(secrets.token_urlsafe(60))')" \
		DEBUG=0 LOCAL_HTTP=0 ALLOWED_HOSTS=example.org \
		EMAIL_URL=smtp://localhost CONTACT_EMAIL=contact@example.org \
		CONTROLLER=Somebody HOSTED_BY=Somebody SECURITY_CONTACT=mailto:s@example.org \
		$(manage) check --deploy --fail-level WARNING

format: .venv/installed-test ## format Python and templates
	@$(py) -m ruff check --fix-only --quiet
	@$(py) -m ruff format
	@# djade reports a change as a failure; only a second one is.
	@$(templates) -exec .venv/bin/djade {} + || $(templates) -exec .venv/bin/djade {} +

messages: .venv/installed var/env ## collect the texts to translate, compile the translations (needs gettext)
	@command -v msgfmt >/dev/null || { echo "gettext is missing: apt-get install gettext"; exit 1; }
	@$(manage) makemessages --locale fr --no-location --no-obsolete \
		--ignore .venv --ignore var --ignore tests
	@$(manage) compilemessages --locale fr --ignore .venv --ignore var

schema: .venv/installed-test ## the picture of the models, docs/schema.md
	@DJANGO_SETTINGS_MODULE=alima_site.settings $(py) -m tests.schema

advisories: .venv/installed-audit ## known vulnerabilities of the locked packages; says so when their source is out of reach
	@$(py) -m tests.supply_chain advisories

sbom: .venv/installed-audit ## the software bill of materials (CycloneDX) of the site into var/sbom.json
	@$(py) -m tests.supply_chain sbom

licences: .venv/installed-audit ## the licence of every package of the site
	@$(py) -m tests.supply_chain licences

# The tests' packages are locked to the versions the site runs with.
update: compile = $(py) -m uv pip compile --quiet --upgrade --universal --generate-hashes \
	--no-annotate --no-emit-index-url --python-version 3.11 --custom-compile-command "make update"
update: .venv/bin/python ## the newest versions pyproject.toml allows into the requirements files
	@$(pip) install --quiet uv
	@$(compile) pyproject.toml --output-file requirements.txt
	@$(compile) pyproject.toml --extra test --constraint requirements.txt \
		--output-file tests/requirements.txt
	@$(compile) --group audit --constraint tests/requirements.txt \
		--output-file tests/audit-requirements.txt

clean: ## remove what was made, except the local site's settings, database and media
	@rm -rf .venv .mypy_cache .ruff_cache .pytest_cache .import_linter_cache var/static var/tests

# What the commands above need

.venv/bin/python:
	@"$(PYTHON)" -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' || \
		{ echo "Python 3.11, 3.12 or 3.13 is needed; another one: make PYTHON=/path/to/python3.12 …"; exit 1; }
	@"$(PYTHON)" -m venv --clear .venv || \
		{ rm -rf .venv; echo "On Debian: apt-get install python3-venv"; exit 1; }

.venv/installed: requirements.txt .venv/bin/python
	@echo "Installing the packages of the site."
	@$(pip) install --quiet --require-hashes --no-deps --requirement requirements.txt
	@touch $@

.venv/installed-test: tests/requirements.txt .venv/installed
	@echo "Installing the packages of the tests."
	@# Python compiles what it imports by itself; of these it imports a part.
	@$(pip) install --no-compile --quiet --require-hashes --no-deps --requirement tests/requirements.txt
	@touch $@

.venv/installed-audit: tests/audit-requirements.txt .venv/installed-test
	@echo "Installing what watches over the packages."
	@$(pip) install --no-compile --quiet --require-hashes --no-deps --requirement tests/audit-requirements.txt
	@touch $@

# Written once; what is set in the environment goes before it.
var/env: | .venv/bin/python
	@mkdir -p var
	@umask 077 && key="$$($(py) -c 'import secrets; print(secrets.token_urlsafe(50))')" && \
		printf '%s\n' "SECRET_KEY=$$key" LOCAL_HTTP=1 'ALLOWED_HOSTS=127.0.0.1,localhost,[::1]' >$@

var/static/staticfiles.json: .venv/installed $(static) | var/env
	@echo "Collecting and compressing static files."
	@$(manage) collectstatic --noinput --verbosity 0
	@touch $@
