"""What a template makes of a field of a record."""

from django.template import Context, Template
from django.utils.translation import override


def shown(record, how, language="en"):
    with override(language):
        return Template("{{ record|" + how + " }}").render(Context({"record": record}))
