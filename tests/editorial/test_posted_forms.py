"""What a browser sends of a form is read and rewritten name by name."""

import datetime

from django import forms
from django.http import QueryDict
from django.utils.translation import override

from alima_site.editorial.posted_forms import names_of, put_rows, replace, rows_of, sent_by


class Sample(forms.Form):
    text = forms.CharField()
    agreed = forms.BooleanField()
    kinds = forms.MultipleChoiceField(choices=[("a", "A"), ("b", "B")])
    moment = forms.SplitDateTimeField()
    picture = forms.FileField()


def query(**values):
    data = QueryDict(mutable=True)
    for name, value in values.items():
        data.setlist(name.replace("__", "-"), value if isinstance(value, list) else [value])
    return data


def test_a_form_nobody_typed_into_sends_what_it_was_opened_with():
    moment = datetime.datetime(2024, 5, 1, 10, 30)
    initial = {"text": "Words", "agreed": True, "kinds": ["a", "b"], "moment": moment}
    with override("en"):
        sent = sent_by(Sample(initial=initial))
    assert sent == {
        "text": ["Words"],
        "agreed": ["on"],
        "kinds": ["a", "b"],
        "moment_0": ["2024-05-01"],
        "moment_1": ["10:30:00"],
    }


def test_of_an_empty_form_a_box_that_is_not_ticked_is_not_sent():
    assert sent_by(Sample()) == {"text": [""], "kinds": [], "moment_0": [""], "moment_1": [""]}


def test_a_field_of_two_inputs_has_the_names_of_both():
    form = Sample(prefix="x")
    assert names_of(form, "moment") == ["x-moment_0", "x-moment_1"]
    assert names_of(form, "text") == ["x-text"]


def test_what_would_be_sent_now_takes_the_place_of_what_was_sent():
    data = query(text="Mine", agreed="on", other="kept")
    replace(data, ["text", "agreed"], {"text": ["Theirs"], "other": ["not asked for"]})
    assert dict(data.lists()) == {"text": ["Theirs"], "other": ["kept"]}


def test_rows_are_read_by_the_names_of_their_fields():
    data = query(rows__TOTAL_FORMS="2", rows__0__id="5", rows__1__tag=["a", "b"], rows__10__id="6")
    assert rows_of(data, "rows") == [{"id": ["5"]}, {"tag": ["a", "b"]}]


def test_a_number_of_rows_that_is_none_is_no_rows():
    for said in ("", "-1", "x", "1e3", "99999", "²"):
        assert rows_of(query(rows__TOTAL_FORMS=said, rows__0__id="5"), "rows") == []
    assert rows_of(query(rows__0__id="5"), "rows") == []


def test_rows_with_a_record_come_first_and_are_counted_apart():
    data = query(rows__TOTAL_FORMS="1", rows__0__id="9", rows__MAX_NUM_FORMS="50", text="kept")
    put_rows(data, "rows", [{"id": ["5"]}], [{"id": [""], "start": ["2011"]}, {"id": [""]}])
    assert dict(data.items()) == {
        "rows-MAX_NUM_FORMS": "50",
        "text": "kept",
        "rows-0-id": "5",
        "rows-1-id": "",
        "rows-1-start": "2011",
        "rows-2-id": "",
        "rows-TOTAL_FORMS": "3",
        "rows-INITIAL_FORMS": "1",
    }


def test_rows_that_are_gone_leave_nothing_behind():
    data = query(rows__TOTAL_FORMS="2", rows__0__id="5", rows__1__start="2011")
    put_rows(data, "rows", [], [])
    assert dict(data.items()) == {"rows-TOTAL_FORMS": "0", "rows-INITIAL_FORMS": "0"}
