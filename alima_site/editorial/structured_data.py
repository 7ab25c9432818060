"""What pages say, said again for machines: schema.org as JSON-LD, from what is public only."""

import json
from collections.abc import Callable
from typing import Any

from django.utils.safestring import SafeString, mark_safe

from alima_site.editorial.pages import Crumb

Thing = dict[str, Any]
# These hold addresses; the site's own are written with its name in front.
ADDRESSES = {"url", "item", "@id", "contentUrl", "logo", "image", "urlTemplate"}
# In a script element these could end it; in JSON they mean the same escaped.
ESCAPED = {ord("<"): "\\u003c", ord(">"): "\\u003e", ord("&"): "\\u0026"}


def thing(kind: str, **properties: Any) -> Thing:
    """A schema.org object of the properties that have a value."""
    known = {name: value for name, value in properties.items() if value not in ("", None, [], {})}
    return {"@type": kind, **known}


def identifier(scheme: str, value: str, address: str = "") -> Thing | None:
    """A public identifier with the name of its scheme; None when there is none."""
    return thing("PropertyValue", propertyID=scheme, value=value, url=address) if value else None


def trail(crumbs: list[Crumb], here: str) -> Thing:
    """The breadcrumbs of the page at the address `here`."""
    places = [
        thing("ListItem", position=position, name=str(crumb.label), item=crumb.url or here)
        for position, crumb in enumerate(crumbs, 1)
    ]
    return thing("BreadcrumbList", itemListElement=places)


def as_json(data: Thing, absolute: Callable[[str], str] = str) -> SafeString:
    """The text of a JSON-LD block; `absolute` turns a path of the site into an address."""
    document = {"@context": "https://schema.org", **_complete(data, absolute)}
    text = json.dumps(document, ensure_ascii=False, separators=(",", ":"), default=str)
    return mark_safe(text.translate(ESCAPED))  # noqa: S308  (escaped above)


def _complete(value: Any, absolute: Callable[[str], str], name: str = "") -> Any:
    if isinstance(value, dict):
        return {key: _complete(part, absolute, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_complete(part, absolute, name) for part in value]
    if name in ADDRESSES and str(value).startswith("/"):
        # A template keeps the braces that an address has to escape.
        return absolute(value).replace("%7B", "{").replace("%7D", "}")
    return value
