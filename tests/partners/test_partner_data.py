"""What machines read of a partner, of the alliance and of an episode."""

from partners.models import Episode, Partner, Series
from partners.structured_data import alima, episode, ngo


def partner(countries=(), **given):
    defaults = {"acronym": "MADE", "slug": "made", "country": "NE", "name_fr": "Fait"}
    made = Partner(**defaults | {"name_en": "Made", "kind": "alliance-member"} | given)
    made.countries = countries
    return made


def test_what_is_not_known_of_a_partner_is_not_told_to_machines():
    described = ngo(partner())
    assert not described.keys() & {"foundingDate", "sameAs", "description"}
    assert described["areaServed"]["identifier"] == "NE"
    assert ngo(partner(founded_year=2009))["foundingDate"] == "2009"


def test_the_alliance_names_its_members_and_its_places():
    described = alima([partner()], [{"name": "Niger", "code": "NE"}], "2009")
    assert [member["name"] for member in described["member"]] == ["MADE"]
    assert described["areaServed"] == [{"@type": "Country", "name": "Niger", "identifier": "NE"}]
    assert not alima().keys() & {"member", "areaServed", "foundingDate"}


def test_an_episode_without_a_film_has_no_video():
    film = Episode(number=1, slug="a", title_en="A", series=Series(slug="s", title_en="S"))
    assert "video" not in episode(film)
    film.video_url = "https://video.example/a"
    assert episode(film)["video"]["contentUrl"] == "https://video.example/a"
