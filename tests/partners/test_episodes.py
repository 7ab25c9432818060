"""What an episode and its series say of themselves."""

import pytest
from django.utils.translation import override

from partners.fact_lists import episode_entries, episode_facts, length, series_facts
from partners.models import Episode, Series


def episode(**given):
    return Episode(
        **{"number": 3, "slug": "a-film", "title_fr": "Un film", "title_en": "A film"} | given
    )


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://www.video.example/a?b", "video.example"),
        ("https://wwwfilm.example", "wwwfilm.example"),
        ("", ""),
    ],
)
def test_the_reader_is_told_where_a_link_to_a_film_leads(address, host):
    assert episode(video_url=address).video_host == host


def test_captions_are_named_only_where_there_are_any():
    with override("en"):
        assert [str(c) for c in episode(french_captions=True).captions] == ["French"]
        both = episode(french_captions=True, english_captions=True).captions
        assert [str(c) for c in both] == ["French", "English"]
    assert episode().captions == []


def test_a_minute_is_one_and_no_length_is_no_words():
    with override("fr"):
        assert [length(episode(length=n)) for n in (1, 12, None)] == ["1 minute", "12 minutes", ""]


def test_what_is_not_known_of_an_episode_is_said():
    with override("en"):
        assert {fact.value for fact in episode_facts(episode())} == {"not published"}


def test_a_series_says_how_many_episodes_are_listed():
    with override("en"):
        values = [[f.value for f in series_facts(Series(first_release=r), e)]
                  for r, e in (("2024-02", [episode()]), ("", []))]  # fmt: skip
    assert values == [["February 2024", "1"], ["not published", "none yet"]]


def test_an_episode_in_the_list_tells_number_people_and_length():
    with override("en"):
        [entry] = episode_entries([episode(released="2024", speakers="Awa; Moussa", length=5)])
        assert (entry["date"], entry["kind"]) == ("2024", "Episode 3")
        assert entry["text"] == "Awa · Moussa · 5 minutes"
        assert entry["url"] == "/en/stronger-together/a-film/"
