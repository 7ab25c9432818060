from research.models.collaborations import Collaboration, Membership
from research.models.studies import Publication, Study

__all__ = ["Collaboration", "Membership", "Publication", "Study"]
