from partners.models.facts import AllianceFact
from partners.models.ledger import LedgerRow
from partners.models.partner import Partner, Representative
from partners.models.principles import PartnershipPrinciple
from partners.models.series import Episode, Series
from partners.models.voices import Voice

__all__ = [
    "AllianceFact",
    "Episode",
    "LedgerRow",
    "Partner",
    "PartnershipPrinciple",
    "Representative",
    "Series",
    "Voice",
]
