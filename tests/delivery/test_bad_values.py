"""A value no column holds is a request not understood; a mistake of ours stays one."""

import logging

import pytest
from django.core.exceptions import FieldDoesNotExist
from django.db import IntegrityError, OperationalError

from alima_site.delivery.unstorable import UnstorableMiddleware, is_unstorable
from alima_site.editorial.models import Topic


@pytest.mark.parametrize(
    ("error", "is_one"),
    [
        (OverflowError("too large"), True),
        (IntegrityError("a row of that name"), True),
        (OperationalError("user-defined function raised exception"), True),
        (OperationalError("the server is gone"), False),
        (FieldDoesNotExist("ours"), False),
        (KeyError("ours"), False),
    ],
    ids=repr,
)
def test_what_the_database_refuses_is_told_from_what_is_broken(error, is_one):
    assert is_unstorable(error) is is_one


def test_a_field_that_is_none_is_found_by_the_database_layer():
    with pytest.raises(FieldDoesNotExist) as caught:
        Topic._meta.get_field("nothing")
    assert is_unstorable(caught.value)


def test_the_visitor_reads_400_and_the_log_tells_why(rf, caplog):
    middleware = UnstorableMiddleware(None)
    with caplog.at_level(logging.WARNING):
        answer = middleware.process_exception(rf.get("/"), OverflowError("31 digits"))
    assert answer.status_code == 400
    assert "31 digits" not in answer.content.decode()
    [record] = caplog.records
    assert "31 digits" in record.getMessage()
    assert record.exc_info


def test_all_other_errors_are_left_to_those_who_answer_them(rf):
    assert UnstorableMiddleware(None).process_exception(rf.get("/"), KeyError("ours")) is None
