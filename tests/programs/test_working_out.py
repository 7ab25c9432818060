"""No small count can be worked out from what is told."""

from collections import defaultdict

from hypothesis import given, settings
from hypothesis import strategies as st

from programs.disclosure.suppression import withheld
from tests.programs.counted_rows import DAY, QUARTERS, counted

VALUES = st.sampled_from([0, 1, 3, 7, 12, 25, 60, 200])
PLACES = [(None, ""), *((country, place) for country in (1, 2) for place in ("", "A", "B"))]


@st.composite
def consistent_tables(draw):
    """Published sums of the same small counts: countries, places and quarters, and their totals."""
    atoms = {
        (country, place, quarter): draw(VALUES)
        for country in (1, 2)
        for place in "AB"
        for quarter in range(4)
    }
    periods = [(start, end) for start in range(4) for end in range(start + 1, 5)]
    few = draw(st.lists(st.sampled_from(periods), min_size=1, max_size=4, unique=True))
    choice = st.tuples(st.sampled_from(PLACES), st.sampled_from(few))
    chosen = draw(st.lists(choice, min_size=2, max_size=16, unique=True))
    return [
        counted(
            key, sum(v for a, v in atoms.items() if holds(where, quarters, a)),
            country=where[0], place=where[1], quarters=quarters,
        )
        for key, (where, quarters) in enumerate(chosen, 1)
    ]  # fmt: skip


def holds(where, quarters, atom):
    country, place = where
    in_place = country in (None, atom[0]) and place in ("", atom[1])
    return in_place and quarters[0] <= atom[2] < quarters[1]


def worked_out(rows, hidden):
    """What a patient reader finds by adding and subtracting: one unknown at a time."""
    known = {row.key for row in rows} - set(hidden)
    additions = list(all_additions(rows))
    while True:
        found = {
            unknown[0]
            for members in additions
            if len(unknown := [key for key in members if key not in known]) == 1
        }
        if not found:
            return known & set(hidden)
        known |= found


def all_additions(rows):
    """The keys of each whole with a full set of its parts."""
    by_place = defaultdict(dict)
    for row in rows:
        by_place[row.start, row.end][row.country, row.place] = row.key
    for keys in by_place.values():
        for whole, parts in (
            ((None, ""), [(1, ""), (2, "")]),
            ((1, ""), [(1, "A"), (1, "B")]),
            ((2, ""), [(2, "A"), (2, "B")]),
            ((None, ""), [(1, "A"), (1, "B"), (2, "")]),
            ((None, ""), [(1, ""), (2, "A"), (2, "B")]),
        ):
            if all(member in keys for member in (whole, *parts)):
                yield [keys[member] for member in (whole, *parts)]
    lines = defaultdict(dict)
    for row in rows:
        lines[row.line][QUARTERS.index(row.start), QUARTERS.index(row.end + DAY)] = row.key
    for keys in lines.values():
        for start, end in keys:
            for middle in range(start + 1, end):
                if (start, middle) in keys and (middle, end) in keys:
                    yield [keys[start, end], keys[start, middle], keys[middle, end]]


@settings(max_examples=300, deadline=None)
@given(consistent_tables())
def test_no_small_count_can_be_worked_out(rows):
    hidden = withheld(rows)
    assert {row.key for row in rows if row.is_small} <= set(hidden)
    assert not worked_out(rows, hidden)
