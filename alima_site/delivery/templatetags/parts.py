"""Parts of pages that are written once for a state of the content."""

from typing import Any

from django import template
from django.template.base import FilterExpression, Parser, Token
from django.template.context import Context
from django.utils.safestring import SafeString

from alima_site.delivery.kept import kept_part

register = template.Library()


class Part(template.Node):
    child_nodelists = ("nodelist",)

    def __init__(self, state: FilterExpression, key: list[FilterExpression]) -> None:
        self.state, self.key = state, key
        self.nodelist = template.NodeList()

    def render(self, context: Context) -> SafeString:
        request: Any = context.get("request")
        state = self.state.resolve(context)
        if not state or request is None:
            return self.nodelist.render(context)
        # Besides, what is written differs by the addresses in it and by the pictures left out.
        reader = request.scheme, request.get_host(), request.headers.get("Save-Data") == "on"
        key = (*(each.resolve(context) for each in self.key), *reader)
        return kept_part(state, key, lambda: self.nodelist.render(context))


@register.tag
def part(parser: Parser, token: Token) -> Part:
    """
    {% part state key … %}…{% endpart %}: what stands between is written once for a state of the
    content, each key, language and kind of reader. The view asks for `state_for()` the request
    before it reads anything, and leaves what only the part needs for `later()`. Without a state
    the part is written anew.
    """
    _name, state, *key = token.split_contents()
    node = Part(parser.compile_filter(state), [parser.compile_filter(each) for each in key])
    node.nodelist = parser.parse(("endpart",))
    parser.delete_first_token()
    return node
