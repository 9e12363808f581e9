"""The interface for programs: what comes round, the monthly return's way, targets and records.

Refusals have the words of the pages: 403 for a wrong hand, 409 for a version that is no longer
current, 400 by field for figures that cannot be; an agency's figure is named "TENANCY-figure".
"""

from returns.api.duties import ObligationViewSet
from returns.api.keeping import StandingRecordViewSet, TargetViewSet
from returns.api.monthly import MonthlyReturnViewSet

__all__ = ["MonthlyReturnViewSet", "ObligationViewSet", "StandingRecordViewSet", "TargetViewSet"]
