"""How partners, and those who lead them, are loaded."""

from alima_site.editorial.cells import Country, French, Many, One, OneOf, PartialDate, Text, Year
from alima_site.editorial.content_files import Row
from alima_site.editorial.loading import Loader, register, sourced
from alima_site.editorial.models import Topic
from partners.models import Partner, Representative


@register
class PartnerLoader(Loader):
    app = "partners"
    file = "partners.csv"
    model = Partner
    cells = {
        "acronym": Text("acronym"),
        "name_en": Text("full_name"),
        "name_fr": French("full_name_fr"),
        "kind": OneOf("kind", Partner.Kind),
        "country": Country("country_iso2"),
        "founded_year": Year("founded_year"),
        "alliance_year": Year("alliance_year"),
        "role_en": Text("role_in_model"),
        "role_fr": French("role_in_model_fr"),
        "places_en": Text("places"),
        "places_fr": French("places_fr", extra=True),
        "topics": Many("themes", Topic),
        "website": Text("website"),
        **sourced(),
    }
    unstored = [
        Text("leader_name"),
        Text("leader_role"),
        Text("leader_role_fr", extra=True),
        PartialDate("leader_date"),
    ]


@register
class RepresentativeLoader(Loader):
    """Leaders' names wait in review until the partner confirms them."""

    app = "partners"
    file = PartnerLoader.file
    model = Representative
    cells = {
        "partner": One("id", Partner),
        "name": Text("leader_name"),
        "role_en": Text("leader_role"),
        "role_fr": French("leader_role_fr", extra=True),
        "as_of": PartialDate("leader_date"),
        **sourced(in_review=lambda row: True),
    }

    def rows(self) -> list[Row]:
        return [row for row in PartnerLoader(self.run).rows() if row["leader_name"]]

    def slug(self, row: Row) -> str:
        return f"{row['id']}-leader"
