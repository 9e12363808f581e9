"""Duties with their days, and what must be there or on record at all times."""

from dataclasses import dataclass
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from records.queries import calendar
from records.templatetags.said import tongue
from rules.duties import Duty, EachYear, NextMonth, NextYear, Term, Unit
from rules.edition import Edition
from rules.refusal import MONTHS
from rules.workdays import Due

#: Whose a duty is.
WHO = {
    "park": gettext_lazy("the park"),
    "district": gettext_lazy("the district office"),
    "bureau": gettext_lazy("the bureau"),
    "government": gettext_lazy("the local government"),
}


@dataclass(frozen=True)
class DutyShown:
    """A duty; `due` is its last day if what starts it were today."""

    duty: Duty
    who: str
    clock: str
    due: Due


def duties_page(law: Edition) -> dict[str, Any]:
    today, days = timezone.localdate(), calendar()
    duties = [
        DutyShown(each, str(WHO[each.who]), clock(each), each.due(today, days))
        for each in law.duties
    ]
    kept = [(each, str(WHO[each.who])) for each in law.standing]
    return {
        "duties": duties,
        "today": today,
        "standing": kept,
        "admission": law.admission,
        "name_use": law.name_use,
    }


def clock(duty: Duty) -> str:
    """When it is due, in words."""
    match duty.clock:
        case Term(length, unit):
            return _term(length, unit)
        case NextMonth(day):
            return _("day %(day)s of the following month") % {"day": day}
        case NextYear(month, day):
            return _("%(date)s of the following year") % {"date": _date(month, day)}
        case EachYear(month, day):
            return _("%(date)s of each year") % {"date": _date(month, day)}


def _term(n: int, unit: Unit) -> str:
    words = {
        "days": ngettext("%(n)s day after the event", "%(n)s days after the event", n),
        "workdays": ngettext(
            "%(n)s working day after the event", "%(n)s working days after the event", n
        ),
        "years": ngettext("%(n)s year after the event", "%(n)s years after the event", n),
    }
    return words[unit] % {"n": n}


def _date(month: int, day: int) -> str:
    return f"{month}月{day}日" if tongue() == "zh" else f"{day} {MONTHS[month - 1]}"
