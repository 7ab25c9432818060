import pytest
from django.db import DataError

from alima_site.delivery.unstorable import is_unstorable
from alima_site.editorial.models import Figure


@pytest.mark.parametrize(("error", "is_one"), [(DataError(), True), (ValueError("ours"), False)])
def test_what_the_database_cannot_hold_is_told_from_our_own_mistakes(error, is_one):
    assert is_unstorable(error) is is_one


def test_a_number_that_is_none_is_refused_by_the_database_layer():
    with pytest.raises(ValueError, match="expected a number") as caught:
        Figure.objects.filter(pk="1,2")
    assert is_unstorable(caught.value)
