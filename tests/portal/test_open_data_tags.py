"""Labels, HXL tags and types, as those who read the files with programs rely on them."""

import re

import pytest

from alima_site.portal.open_data.data_sets import DATA_SETS, STATISTICS
from alima_site.portal.open_data.package import REQUIRED

TAG = re.compile(r"#[a-z][a-z0-9_]*(\+[a-z][a-z0-9_]*)*")
TYPES = {"string", "integer", "number", "boolean", "date"}
NAMES = list(DATA_SETS)


@pytest.mark.parametrize("name", NAMES)
def test_every_tag_is_hxl_and_stands_over_one_column(name):
    tags = [column.tag for column in DATA_SETS[name].columns]
    assert [tag for tag in tags if not TAG.fullmatch(tag)] == []
    assert sorted({tag for tag in tags if tags.count(tag) > 1}) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_two_columns_have_one_name_for_programs(name):
    keys = [column.key for column in DATA_SETS[name].columns]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("name", NAMES)
def test_every_type_is_one_of_frictionless(name):
    assert {column.type for column in DATA_SETS[name].columns} <= TYPES


@pytest.mark.parametrize("name", NAMES)
def test_a_row_is_named_first_and_names_its_source(name):
    labels = [column.label for column in DATA_SETS[name].columns]
    assert labels[0] == "ID"
    assert {"Source", "Source link", "Updated", "Confidence"} <= set(labels)


@pytest.mark.parametrize("name", NAMES)
def test_what_is_said_in_french_is_said_in_english(name):
    labels = [column.label for column in DATA_SETS[name].columns]
    french = [label.removesuffix(" (fr)") for label in labels if label.endswith(" (fr)")]
    english = [label.removesuffix(" (en)") for label in labels if label.endswith(" (en)")]
    assert french == english != []


def test_a_required_column_is_one_that_there_is():
    labels = {column.label for each in DATA_SETS.values() for column in each.columns}
    assert labels >= REQUIRED


@pytest.mark.parametrize(("withheld", "status"), [(True, "suppressed"), (False, "shown")])
def test_a_suppressed_value_says_so(withheld, status):
    class Row:
        pass

    row = Row()
    row.withheld = withheld
    (column,) = [each for each in STATISTICS.columns if each.label == "Value status"]
    assert column.of(row) == status
