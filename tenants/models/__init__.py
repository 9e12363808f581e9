"""The tenant register, what is filed of it, and who may not move in; a file each."""

from tenants.models.adverse import AdverseRecord
from tenants.models.filing import EarlierFiling, Event, Filing
from tenants.models.register import Agency, AnnualFigure, Licence, RosterImport, Tenancy

__all__ = [
    "AdverseRecord",
    "Agency",
    "AnnualFigure",
    "EarlierFiling",
    "Event",
    "Filing",
    "Licence",
    "RosterImport",
    "Tenancy",
]
