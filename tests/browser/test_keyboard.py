"""Somebody without a mouse: Tab reaches everything, in reading order, and one sees where one is."""

import pytest

# What can take the focus, in the order of the document; the focus of a summary opens it.
STOPS = """() => [...document.querySelectorAll(
        "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex='0']")]
    .filter(element => element.checkVisibility({visibilityProperty: true}) && !element.disabled)
    .map((element, i) => { element.dataset.stop = i; return element.outerHTML.slice(0, 90); })"""
# Where the focus is: its number, and what a reader would miss about it.
HERE = """() => {
    const element = document.activeElement;
    if (element.dataset.stop === undefined) return null;
    const problems = [];

    // A mark may be drawn around the link, around its shape on the map, or around its whole card.
    const styles = [element, element.firstElementChild].filter(Boolean)
        .flatMap(e => [getComputedStyle(e), getComputedStyle(e, "::after")]);
    const drawing = element.closest("svg");
    const marked = s => (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) > 0)
        || (drawing && s.stroke !== "none" && parseFloat(s.strokeWidth) >= 3);
    if (!styles.some(marked)) problems.push("no visible focus");

    const box = element.getBoundingClientRect();
    const whole = box.top >= -1 && box.bottom <= innerHeight + 1;
    if (!whole && box.height < innerHeight) problems.push("outside the screen");

    const middle = (from, to, end) => (Math.max(from, 0) + Math.min(to, end)) / 2;
    const top = document.elementFromPoint(
        middle(box.left, box.right, innerWidth), middle(box.top, box.bottom, innerHeight));
    const own = top && (element.contains(top) || top.contains(element)
        || (drawing && drawing.contains(top)));
    if (!own) problems.push("covered by " + (top && top.outerHTML.slice(0, 60)));
    return {stop: Number(element.dataset.stop), problems};
}"""


def walk(page):
    """Tab from the top to the end: all stops, those reached in turn, and what was wrong there."""
    stops = page.evaluate(STOPS)
    reached, problems = [], []
    for _ in range(len(stops) + 1):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        if here is None:
            break
        reached.append(here["stop"])
        problems += [f"{stops[here['stop']]}: {problem}" for problem in here["problems"]]
    return stops, reached, problems


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("address", ["/fr/", "/en/programmes/niger/", "/fr/sources/"])
def test_tab_reaches_everything_in_order_and_one_sees_where_one_is(address, width, page):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(address)
    stops, reached, problems = walk(page)
    assert reached == list(range(len(stops)))
    assert problems == []
