"""Records a page has loaded, without a database, as the table of a country takes them."""

from types import SimpleNamespace

from django_countries.fields import Country


def thing(slug, **facts):
    return SimpleNamespace(slug=slug, get_absolute_url=lambda: f"/{slug}/", **facts)


def both(name, french, english):
    return {f"{name}_fr": french, f"{name}_en": english}


def partner(slug, code="NE", kind="alliance-member"):
    return thing(slug, acronym=slug.upper(), kind=kind, country=Country(code))


def country(*partners, code="NE"):
    return thing("niger", country=Country(code), public_partners=partners, public_sources=["main"])


def project(slug, *partners, start="", end=""):
    return thing(
        slug, **both("name", f"Projet {slug}", f"Project {slug}"), public_partners=partners,
        public_topics=["malnutrition"], start=start, end=end,
    )  # fmt: skip


def study(slug, *codes, partners=(), allies=()):
    return thing(
        slug, **both("short_title", "ÉTUDE", "STUDY"), countries=[Country(c) for c in codes],
        public_partners=partners, public_allies=allies, public_topics=[], start="2020", end="2021",
    )  # fmt: skip


def ally(slug):
    return thing(slug, **both("short_name", f"{slug} (fr)", f"{slug} (en)"))


def fact(slug, category="donor", codes=("NE",), label=("Un bailleur", "A funder")):
    return thing(
        slug, category=category, countries=[Country(c) for c in codes],
        **both("label", *label), **both("statement", "Il finance", "It funds"),
    )  # fmt: skip
