"""Records that files may call by several names, without a database."""

from dataclasses import dataclass

from alima_site.editorial.imports.names import Names
from alima_site.editorial.imports.records import Record


@dataclass(frozen=True)
class Place:
    slug: str
    name: str = ""
    code: str = ""


NIGER = Place("niger", "République du Niger", "NER")
NIGERIA = Place("nigeria", "Nigeria", "NGA")
TWINS = [Place("north", "Twin"), Place("south", "Twin")]
# Its name is the address word of another.
MALI = Place("mali-2", "niger", "MLI")
# Its only name is the name of another, too; and what says nothing is no name.
TAHOUA, DASH = Place("tahoua"), Place("dash", "—", "TAHOUA")
PLACES = [NIGER, NIGERIA, *TWINS, MALI, TAHOUA, DASH]


class Model:
    """Stands for a model of which these are the records."""

    asked = 0

    @classmethod
    def all(cls):
        cls.asked += 1
        return PLACES


Model._default_manager = Model


def read(value, kind=Record, names=None, **options):
    cell = kind(Model, ["name"], more=lambda place: [place.code], **options)
    return cell.read(value, names or Names())
