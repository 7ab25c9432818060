from django.utils.translation import override

from alima_site.editorial.abbreviations import explained


def test_an_abbreviation_is_explained_at_its_first_use_only():
    with override("en"):
        html = explained("SAM is treated; SAM is prevented.")
    assert html.count("<abbr") == 1
    assert html.startswith('<abbr title="severe acute malnutrition">SAM</abbr>')


def test_words_and_addresses_that_only_contain_one_are_left_alone():
    assert explained("SAMPLE, NIHIL") == "SAMPLE, NIHIL"
    link = '<a href="/en/research/CORAL/">here</a>'
    assert explained(link) == link
