"""Records of research without a database, as the queries of pages read them."""

from itertools import count

from alima_site.editorial.models import Source
from research.models import Collaboration, Membership, PracticeChange, Publication, Study

number = count(1)


def named(model, names, given):
    """With both languages of each name, which is its own value unless given."""
    pk = next(number)
    values = {f"{name}_{language}": name for name in names for language in ("fr", "en")}
    source = Source(slug="a-source", title="A source", state="published")
    common = {"pk": pk, "slug": f"row-{pk}", "state": "published", "source": source}
    return model(**common | values | given)


def a_study(**given):
    return named(Study, ["short_title", "title", "design"], given)


def a_publication(**given):
    return named(Publication, [], {"title": "A trial", "kind": "article"} | given)


def a_change(**given):
    return named(PracticeChange, ["title"], {"kind": "guideline"} | given)


def a_collaboration(*members, **given):
    record = named(Collaboration, ["short_name", "full_name"], {"kind": "university"} | given)
    record._prefetched_objects_cache = {"memberships": list(members)}
    return record


def a_member(name="A member", institution=None, **given):
    return Membership(member_fr=name, member_en=name, institution=institution, **given)
