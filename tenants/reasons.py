"""Why a stay or a roster's row is not taken, beside what any workbook can have wrong."""

from typing import Final

from django.utils.translation import gettext_lazy as _

REASONS: Final = {
    # what a row says
    "future_entry": _("The entry lies in the future: mark the tenant as prospective (拟入驻)."),
    "entry_missing": _("A tenant needs its day of entry, or the mark prospective (拟入驻)."),
    "entry_of_prospective": _("A prospective tenant has no day of entry or exit yet."),
    "exit_before_entry": _("The exit lies before the entry."),
    "move_outside": _("The tenant moved to another site on %(day)s, which must lie in the stay."),
    "expiry_before_issue": _("The licence would expire before it was issued."),
    "licence_kind_missing": _("Say of what kind this licence is."),
    "licence_number_missing": _("The licence lacks its number."),
    "net_above_gross": _("Revenue without money passed through exceeds that with it."),
    "duplicate": _("This credit code stands in row %(row)s of sheet %(sheet)s already."),
    "contradicted": _(
        "Row %(row)s of sheet %(sheet)s has this credit code too and says something else."
    ),
    # what the register says
    "unknown_site": _("The park has no site of this name. Its sites: %(sites)s."),
    "closed_site": _("This site closed on %(day)s."),
    "overlap": _("The agency is on record in this park from %(since)s to %(until)s."),
    "name_differs": _(
        "The register has this credit code under another name. Correct the code, or ask an "
        "office where the agency is now to change the name."
    ),
    "kind_differs": _("The register has this agency as another kind. Ask the office to change it."),
    # what the park's law says
    "unlicensed": _(
        "No licence or filing valid on the day of entry is on record: the agency may not move in "
        "(%(clause)s)."
    ),
    "no_valid_licence": _("No valid licence or filing of the agency is on record (%(clause)s)."),
    "barred": _(
        "%(why)s On record: %(document)s, by %(office)s, since %(since)s (%(clause)s). Only that "
        "office can correct or lift it."
    ),
    # what a sheet of filings says
    "filing_park": _("Your area has no park of this name."),
    "filing_agency": _("No agency of this credit code is in the register of your area."),
    "filing_no_event": _("The register has no such event of this agency in this park."),
    "filing_other_day": _("The register has another day for this event: %(days)s."),
    "filing_twice": _("This event stands in row %(row)s of sheet %(sheet)s already."),
    "filing_supporting": _("Only HR agencies are filed; this one is a supporting service."),
    "filing_to_come": _("This day has not come yet."),
    "filing_no_law": _("No regulation asks for a filing in this park."),
    "filing_late": _("The last day, %(day)s, is past: give the reason."),
    # the sheet as a whole
    "no_filing_header": _(
        "No row with the headings 统一社会信用代码, 备案事项 and 是否备案 was found."
    ),
    "no_header": _("No row with the headings 机构名称 and 统一社会信用代码 was found."),
    "heading_revenue": _("Say in the heading whether revenue includes money passed through."),
}
