"""Each partner's own strip of cloth, which follows from its slug alone."""

from itertools import chain, pairwise

from alima_site.portal.drawing.strips import COLOURS, STRIP_HEIGHT, check, stripe, woven_strip

SLUGS = [f"partner-{n}" for n in range(60)]


def threads_of(slug):
    return woven_strip(slug)["threads"]


STRIPS = [threads_of(slug) for slug in SLUGS]


def test_a_partner_keeps_its_strip_and_hardly_another_has_the_same():
    assert [threads_of(slug) for slug in SLUGS] == STRIPS
    assert len({str(threads) for threads in STRIPS}) > 50


def test_all_threads_of_a_strip_repeat_together():
    for threads in STRIPS:
        (repeat,) = {thread["width"] + thread["rest"] for thread in threads}
        assert max(thread["start"] + thread["width"] for thread in threads) < repeat


def test_no_thread_leaves_the_strip():
    for thread in chain.from_iterable(STRIPS):
        half = thread["height"] // 2
        assert half <= thread["middle"] <= STRIP_HEIGHT - half


def test_a_strip_has_two_or_three_colours():
    for threads in STRIPS:
        assert 2 <= len({thread["colour"] for thread in threads}) <= 3


def test_every_colour_is_the_main_one_of_some_strip():
    assert {threads[0]["colour"] for threads in STRIPS} == set(COLOURS)


def test_the_patterned_block_is_plain_checked_or_striped():
    blocks = {len(threads) - len([t for t in threads if t["width"] > 4]) for threads in STRIPS}
    heights = {frozenset(thread["height"] for thread in threads) for threads in STRIPS}
    assert blocks == {0, 3}  # three fine stripes, or none
    assert heights == {frozenset({STRIP_HEIGHT}), frozenset({STRIP_HEIGHT, 6})}


def test_the_fields_of_a_check_stand_crosswise():
    upper_left, lower_left, upper_right, lower_right = check("treat", "ink", 10, 12)
    assert (upper_left["colour"], lower_right["colour"]) == ("treat", "treat")
    assert (lower_left["colour"], upper_right["colour"]) == ("ink", "ink")
    assert upper_left["middle"] == upper_right["middle"] < lower_left["middle"]
    assert upper_left["start"] == lower_left["start"] == 10
    assert upper_right["start"] == lower_right["start"] == 16


def test_stripes_are_fine_apart_and_in_the_other_colour():
    threads = stripe("treat", "ink", 0, 12)
    assert {thread["colour"] for thread in threads} == {"ink"}
    sides = [(thread["start"], thread["start"] + thread["width"]) for thread in threads]
    assert all(end < start for (_, end), (start, _) in pairwise(sides))
    assert sides[-1][1] <= 13
