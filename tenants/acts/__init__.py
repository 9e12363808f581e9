"""What may be done to the tenant register; each act checks, changes and records at once."""

from tenants.acts.adverse import change_adverse, record_adverse
from tenants.acts.agencies import change_agency, save_licence
from tenants.acts.filing_book import file_book, foresee_book, keep_book, take_sheet
from tenants.acts.filings import (
    correct_filing,
    file_event,
    note_earlier,
    supplement_filing,
    try_to_file,
)
from tenants.acts.orders import issue_order, settle_order
from tenants.acts.premises import save_lease, transfer
from tenants.acts.roster import apply_roster, check_roster, undo_roster
from tenants.acts.tenancies import change_tenancy, enter, save_figure

__all__ = [
    "apply_roster",
    "change_adverse",
    "change_agency",
    "change_tenancy",
    "check_roster",
    "correct_filing",
    "enter",
    "file_book",
    "file_event",
    "foresee_book",
    "issue_order",
    "keep_book",
    "note_earlier",
    "record_adverse",
    "save_figure",
    "save_lease",
    "save_licence",
    "settle_order",
    "supplement_filing",
    "take_sheet",
    "transfer",
    "try_to_file",
    "undo_roster",
]
