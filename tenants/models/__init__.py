"""The tenant register, its premises, what is filed of it, what is on record against tenants."""

from tenants.models.adverse import AdverseRecord, Order
from tenants.models.filing import EarlierFiling, Event, Filing
from tenants.models.premises import Lease, Transfer
from tenants.models.register import Agency, AnnualFigure, Licence, RosterImport, Tenancy

__all__ = [
    "AdverseRecord",
    "Agency",
    "AnnualFigure",
    "EarlierFiling",
    "Event",
    "Filing",
    "Lease",
    "Licence",
    "Order",
    "RosterImport",
    "Tenancy",
    "Transfer",
]
