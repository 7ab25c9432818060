"""How the fields of a form are laid out: languages side by side, some aside, errors listed."""

from types import SimpleNamespace

from django import forms
from django.template import Context

from alima_site.editorial.templatetags.newsroom import check_of, errors_of, parts


class Fieldset(list):
    def __init__(self, lines, classes="", name=None):
        super().__init__(lines)
        self.classes, self.name = classes, name


def test_both_languages_stand_in_pairs_line_by_line():
    form = [Fieldset(["nom", "note"], "language-fr"), Fieldset(["name"], "language-en")]
    assert parts(form)["languages"] == [("nom", "name"), ("note", None)]


def test_a_form_of_one_language_has_no_pairs_and_nothing_aside():
    found = parts([Fieldset(["title"])])
    assert (found["languages"], found["aside"]) == ([], None)


def test_what_has_no_heading_comes_first_and_what_stands_aside_stands_nowhere_else():
    plain, state = Fieldset(["slug"]), Fieldset(["state"], "side", "Publication")
    french, period = Fieldset(["nom"], "language-fr"), Fieldset(["start"], "wide", "Period")
    found = parts([period, state, french, plain])
    assert found["first"] == [plain]
    assert found["others"] == [period]
    assert found["aside"] is state


def test_a_field_is_marked_only_where_its_other_language_changed():
    context = Context({"checks": {"role_en": "a mark"}})
    assert check_of(context, "role_en") == "a mark"
    assert check_of(context, "role_fr") is None
    assert check_of(Context(), "role_en") is None


class Form(forms.Form):
    name = forms.CharField(label="The name")
    year = forms.IntegerField(label="The year")


def test_every_error_is_listed_with_the_label_of_its_field():
    form = Form({"year": "x"})
    form.add_error(None, "They contradict each other.")
    form.add_error("year", "It is not a year.")
    found = errors_of(SimpleNamespace(form=form))
    assert [(name, label) for name, label, _error in found] == [
        ("name", "The name"),
        ("year", "The year"),
        ("year", "The year"),
    ]
    assert found[-1][2] == "It is not a year."
