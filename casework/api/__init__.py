"""The interface for programs: cases and their one door, and the public notices."""

from casework.api.cases import CaseViewSet
from casework.api.notices import NoticeViewSet

__all__ = ["CaseViewSet", "NoticeViewSet"]
