"""Draws a share card with the portal's own font and colours."""

import re
from functools import cache
from io import BytesIO

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

from alima_site.portal.drawing.strips import STRIP_HEIGHT, woven_strip
from alima_site.portal.share.cards import Card

SIZE = WIDTH, HEIGHT = 1200, 630
MARGIN, TOP, BOTTOM = 80, 92, 550
ROOM = WIDTH - 2 * MARGIN
SCALE = 4  # pixels of the card to one of the woven strip
BAND = STRIP_HEIGHT * SCALE
BOLD, SEMIBOLD = 800, 650
STATIC = settings.BASE_DIR / "static"
FONT = STATIC / "fonts" / "bricolage-grotesque.woff2"
# The strip's colours by the names of the tokens.
THREADS = {"treat": "treat-fill", "innovate": "innovate-fill", "together": "together-fill",
           "ink": "cloth-ink"}  # fmt: skip


@cache
def colours() -> dict[str, str]:
    """The light scheme of tokens.css: what it says first."""
    sheet = (STATIC / "css" / "tokens.css").read_text(encoding="utf-8")
    found = re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", sheet)
    return dict(reversed(found))


@cache
def font(size: int, weight: int) -> ImageFont.FreeTypeFont:
    made = ImageFont.truetype(FONT, size)
    made.set_variation_by_axes([weight])
    return made


def as_png(card: Card) -> bytes:
    image = Image.new("RGB", SIZE, colours()["paper"])
    draw = ImageDraw.Draw(image)
    for top in (0, HEIGHT - BAND):
        band(draw, card.strip, top)
    draw.text((MARGIN, TOP), "ALIMA", font=font(44, BOLD), fill=colours()["ink"])
    if card.eyebrow:
        left = MARGIN + draw.textlength("ALIMA", font(44, BOLD)) + 28
        draw.text((left, TOP + 12), card.eyebrow, font=font(30, SEMIBOLD), fill=colours()["soft"])
    words(draw, card)
    out = BytesIO()
    # A card has few colours: a palette makes it a quarter as heavy.
    image.quantize(64, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()


def band(draw: ImageDraw.ImageDraw, slug: str, top: int) -> None:
    """The strip that the slug gives, over the whole width."""
    for thread in woven_strip(slug)["threads"]:
        repeat = thread["width"] + thread["rest"]
        colour = colours()[THREADS[thread["colour"]]]
        high = top + round((thread["middle"] - thread["height"] / 2) * SCALE)
        low = high + thread["height"] * SCALE - 1
        for start in range(thread["start"] * SCALE, WIDTH, repeat * SCALE):
            draw.rectangle((start, high, start + thread["width"] * SCALE - 1, low), colour)


def words(draw: ImageDraw.ImageDraw, card: Card) -> None:
    """The figure stands at the foot; the title and what explains it take the room above."""
    foot = BOTTOM
    if card.value:
        caption = fitted(draw, card.caption, [(32, SEMIBOLD)], 76)
        foot = lines(draw, caption, foot, "soft", from_below=True)
        value = fitted(draw, card.value, [(112, BOLD), (84, BOLD), (60, BOLD)], 130)
        foot = lines(draw, value, foot + 6, "treat", from_below=True) - 12
    top = TOP + 76
    subtitle = fitted(draw, card.subtitle, [(34, SEMIBOLD), (28, SEMIBOLD)], 90)
    room = foot - top - height(subtitle)
    sizes = [(size, BOLD) for size in (88, 72, 60, 50, 42, 36)]
    top = lines(draw, fitted(draw, card.title, sizes, room), top, "ink")
    lines(draw, subtitle, top + 6, "soft")


Block = tuple[list[str], ImageFont.FreeTypeFont]


def fitted(draw: ImageDraw.ImageDraw, text: str, sizes: list[tuple[int, int]], room: int) -> Block:
    """The text in the largest size that fits; in the last one it is cut short."""
    for size, weight in sizes:
        made = font(size, weight)
        wrapped = wrap(draw, text, made)
        if height((wrapped, made)) <= room:
            return wrapped, made
    while wrapped and height((wrapped, made)) > room:
        wrapped.pop()
        if wrapped:
            wrapped[-1] = wrapped[-1].rstrip(" ,;:.") + "…"
    return wrapped, made


def wrap(draw: ImageDraw.ImageDraw, text: str, made: ImageFont.FreeTypeFont) -> list[str]:
    """Lines that are no wider than the room; a word that is goes over the edge of none."""
    found: list[str] = []
    for word in text.split(" "):
        longer = f"{found[-1]} {word}" if found else word
        if found and draw.textlength(longer, made) <= ROOM:
            found[-1] = longer
        else:
            found.append(word)
    while any(draw.textlength(line, made) > ROOM for line in found):
        found = [line if draw.textlength(line, made) <= ROOM else line[:-2] + "…" for line in found]
    return [line for line in found if line]


def height(block: Block) -> int:
    return round(len(block[0]) * block[1].size * 1.12)


def lines(
    draw: ImageDraw.ImageDraw, block: Block, top: int, colour: str, *, from_below: bool = False
) -> int:
    """Draw down from `top`, or up from it; where the next block may begin."""
    found, made = block
    start = top - height(block) if from_below else top
    for number, line in enumerate(found):
        place = (MARGIN, start + number * made.size * 1.12)
        draw.text(place, line, font=made, fill=colours()[colour])
    return start if from_below else start + height(block)
