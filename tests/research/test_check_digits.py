"""A sign mistyped in an ORCID or a ROR does not go unnoticed."""

import pytest

from research.check_digits import CROCKFORD, orcid_check, ror_check

ORCIDS = ["0000-0002-1825-0097", "0000-0001-5109-3700", "0000-0002-1694-233X"]
RORS = ["02vjkv261", "01cwqze88", "043z4tv69", "057qpr032"]


def with_other_signs(text, signs, positions):
    """The text with one other sign at one of the positions, in every way."""
    for place in positions:
        for sign in signs:
            if sign != text[place]:
                yield text[:place] + sign + text[place + 1 :]


def with_neighbours_swapped(text, positions):
    for place in positions:
        one, other = text[place : place + 2]
        if one != other and "-" not in (one, other):
            yield text[:place] + other + one + text[place + 2 :]


@pytest.mark.parametrize("orcid", ORCIDS)
def test_a_known_orcid_is_right(orcid):
    assert orcid_check(orcid)


@pytest.mark.parametrize("orcid", ORCIDS)
def test_one_wrong_digit_of_an_orcid_is_noticed(orcid):
    digits = [place for place, sign in enumerate(orcid[:-1]) if sign != "-"]
    assert not any(map(orcid_check, with_other_signs(orcid, "0123456789", digits)))
    assert not any(map(orcid_check, with_other_signs(orcid, "0123456789X", [len(orcid) - 1])))


@pytest.mark.parametrize("orcid", ORCIDS)
def test_two_digits_of_an_orcid_that_changed_places_are_noticed(orcid):
    swapped = list(with_neighbours_swapped(orcid, range(len(orcid) - 2)))
    assert swapped
    assert not any(map(orcid_check, swapped))


@pytest.mark.parametrize("ror", RORS)
def test_one_wrong_sign_of_a_ror_is_noticed(ror):
    assert ror_check(ror)
    assert not any(map(ror_check, with_other_signs(ror, CROCKFORD, range(7))))


@pytest.mark.parametrize("ror", RORS)
def test_two_signs_of_a_ror_that_changed_places_are_noticed(ror):
    swapped = list(with_neighbours_swapped(ror, range(6)))
    assert swapped
    assert not any(map(ror_check, swapped))
