"""Why a row of a take-over is not taken, beside what any workbook can have wrong."""

from typing import Final

from django.utils.translation import gettext_lazy as _

REASONS: Final = {
    "no_park_sheet": _("None of the sheets 园区, 场地 and 认定 was found by its headings."),
    "unknown_area": _("Your bureau has no area of this code."),
    "park_twice": _("This park stands in row %(row)s already."),
    "operator_name_differs": _("This credit code is on record under another name."),
    "operator_name_taken": _(
        "An organisation of this name is on record here with another credit code or kind."
    ),
    "operator_without_code": _(
        "The operator is on record without its credit code; the administrator can add it."
    ),
    "unknown_parent": _("No park of this name is on record or in this file."),
    "parent_is_branch": _("This park is a branch itself."),
    "unknown_park": _("No park of this name is on record or in the sheet 园区."),
    "ambiguous_park": _("Several parks have this name: write the area code beside it."),
    "future_day": _("This day lies in the future."),
    "site_twice": _("This site stands in row %(row)s already."),
    "second_core": _("The park has an open core site already."),
    "closes_before_opens": _("A site cannot close before it opens."),
    "recognised_twice": _("This recognition stands in row %(row)s already."),
    "recognised_already": _("The park is recognised at this level already."),
    "revoked_before_decided": _("A recognition cannot be revoked before it was decided."),
    "edition_not_here": _("This rulebook does not recognise parks of this area at this level."),
    "no_edition": _(
        "No rulebook here recognised parks at this level on that day: the recognition is kept "
        "without one."
    ),
    "stays_as_it_is": _("On record is: %(value)s. A take-over changes nothing that stands."),
}
