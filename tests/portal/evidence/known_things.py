"""What the model page might have loaded, without a database."""

from types import SimpleNamespace

from alima_site.portal.evidence.known import Known
from partners.ledger import lines


class Thing(SimpleNamespace):
    """A record of which only these facts are known; like a record it can be a key."""

    __hash__ = object.__hash__


def page(name):
    return lambda: f"/{name}/"


def partner(acronym, kind="alliance-member", **more):
    counted = {"members_in_all": 1, "projects_in_all": 0, "shared_in_all": 0, "shared": 0}
    facts = {"acronym": acronym, "kind": kind, "alliance_year": None, "public_sources": []}
    return Thing(get_absolute_url=page(acronym), **facts | counted | more)


def country(name, *partners, sources=()):
    return Thing(
        name=name, public_partners=partners, public_sources=sources, get_absolute_url=page(name)
    )


def project(name, programme, *partners, sources=()):
    return Thing(
        name=name,
        programme=programme,
        public_partners=partners,
        public_sources=sources,
        get_absolute_url=page(name),
    )


def known(countries=(), partners=(), projects=(), facts=(), versions=(), rows=()):
    by_slug = {fact.slug: fact for fact in facts}
    return Known(
        list(countries), list(partners), list(projects), by_slug, list(versions), lines(rows)
    )
