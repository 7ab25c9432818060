"""The lines under a result: what is marked in them, what is cut, and that all is escaped."""

from alima_site.portal.search.marking import LENGTH, Marker


def marker(*stems, beginnings=(), same=()):
    return Marker(stems, beginnings, same, "en")


def test_a_word_is_marked_in_all_its_forms():
    marked = marker("study").marked("Studies and a study")
    assert marked == "<mark>Studies</mark> and a <mark>study</mark>"


def test_a_beginning_is_marked_with_the_word_it_begins():
    assert marker(beginnings=["malar"]).marked("Malaria, alarm") == "<mark>Malaria</mark>, alarm"


def test_a_phrase_has_one_mark_and_its_parts_alone_have_none():
    marked = marker(same=[("world", "health")]).marked("World health, health, world")
    assert marked == "<mark>World health</mark>, health, world"


def test_the_longer_phrase_wins():
    marked = marker("world", same=[("world", "health")]).marked("world health world")
    assert marked == "<mark>world health</mark> <mark>world</mark>"


def test_what_is_marked_and_what_stands_around_it_is_escaped():
    marked = marker("a&b", "ebola").marked("<i> & ebola <b>")
    assert marked == "&lt;i&gt; &amp; <mark>ebola</mark> &lt;b&gt;"


def test_the_line_with_most_marks_is_shown():
    text = "Nothing here\nebola once\nebola and ebola"
    assert marker("ebola").excerpt(text) == "<mark>ebola</mark> and <mark>ebola</mark>"


def test_of_no_text_there_is_no_line():
    assert marker("ebola").excerpt(" \n \n") == ""


def test_without_a_mark_the_first_line_is_shown():
    assert marker("ebola").excerpt("\n  First   line\nSecond") == "First line"


def test_a_long_line_is_cut_between_words_around_its_first_mark():
    shown = marker("ebola").excerpt("before " * 100 + "ebola " + "after " * 100)
    assert shown.startswith("… before")
    assert shown.endswith("after …")
    assert "<mark>ebola</mark>" in shown
    assert len(shown) <= LENGTH + len("<mark></mark>… …")


def test_a_long_line_is_not_cut_where_it_begins_or_ends():
    assert marker("ebola").excerpt("ebola " + "after " * 100).startswith("<mark>ebola</mark> after")
    assert marker("ebola").excerpt("before " * 100 + "ebola").endswith("<mark>ebola</mark>")
