from research.models.collaborations import Collaboration, Membership
from research.models.practice_changes import PracticeChange
from research.models.publications import Publication
from research.models.studies import Study

__all__ = ["Collaboration", "Membership", "PracticeChange", "Publication", "Study"]
