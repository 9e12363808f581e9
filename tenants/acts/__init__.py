"""What may be done to the tenant register; each act checks, changes and records at once."""

from tenants.acts.agencies import change_agency, save_licence
from tenants.acts.filings import correct_filing, file_event, note_earlier, supplement_filing
from tenants.acts.roster import apply_roster, check_roster, undo_roster
from tenants.acts.tenancies import change_tenancy, enter, save_figure

__all__ = [
    "apply_roster",
    "change_agency",
    "change_tenancy",
    "check_roster",
    "correct_filing",
    "enter",
    "file_event",
    "note_earlier",
    "save_figure",
    "save_licence",
    "supplement_filing",
    "undo_roster",
]
