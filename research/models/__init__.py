from research.models.collaborations import Collaboration, Membership
from research.models.studies import PracticeChange, Publication, Study

__all__ = ["Collaboration", "Membership", "PracticeChange", "Publication", "Study"]
