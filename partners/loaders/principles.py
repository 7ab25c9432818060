"""How the blocks of the partnership model are loaded."""

from alima_site.editorial.cells import French, Many, OneOf, Text, Whole
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import FigureVersion
from partners.models import PartnershipPrinciple


@register
class PrincipleLoader(Loader):
    app = "partners"
    file = "principles.csv"
    model = PartnershipPrinciple
    cells = {
        "kind": OneOf("kind", PartnershipPrinciple.Kind),
        "position": Whole("position"),
        "word": OneOf("word", PartnershipPrinciple.Word, empty=True),
        "title_en": Text("title_en"),
        "title_fr": French("title_fr"),
        "text_en": Text("text_en"),
        "text_fr": French("text_fr"),
        "figures": Many("figures", FigureVersion),
        **sourced(note=False),
    }
