from alima_site.portal.models.disagreements import Disagreement
from alima_site.portal.models.former_addresses import FormerAddress
from alima_site.portal.models.messages import DailySalt, Message, SentForm
from alima_site.portal.models.site_settings import SiteSettings
from alima_site.portal.models.standing_pages import StandingPage
from alima_site.portal.search.tables import SearchEntry, SearchWord

__all__ = [
    "DailySalt",
    "Disagreement",
    "FormerAddress",
    "Message",
    "SearchEntry",
    "SearchWord",
    "SentForm",
    "SiteSettings",
    "StandingPage",
]
