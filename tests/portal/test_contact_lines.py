"""What may stand in one line of the form, and which figures it may name."""

import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from alima_site.portal.contact.form import SLUG, public_figure, validate_line


@pytest.mark.parametrize("text", ["Awa Diallo", "Ñ. O’Neill-Å", "医生", "", "a\u00a0b"])
def test_a_name_in_any_script_is_let_through(text):
    validate_line(text)


@pytest.mark.parametrize(
    "sign", ["\n", "\r", "\0", "\t", "\x1f", "\x7f", "\u2028", "\u2029"], ids=ascii
)
def test_a_line_break_or_control_character_is_refused_with_a_sentence(sign):
    with override("en"), pytest.raises(ValidationError, match="one line"):
        validate_line(f"Awa{sign}Bcc: all@example.org")


@pytest.mark.parametrize("code", ["", "a b", "é", "a/b", "a\n", "x" * 81, "%00", "<b>"])
def test_what_cannot_be_a_code_is_not_even_looked_up(code):
    assert public_figure(code) is None


def test_a_code_of_eighty_signs_can_be_one():
    assert SLUG.fullmatch("patients-total_2")
    assert SLUG.fullmatch("x" * 80)
