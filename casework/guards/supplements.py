"""A return for supplement: all defects at once, by a day that lies ahead."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.kinds import Attempt, kind_of
from casework.models import Case, Defect
from casework.words import Reason


def defects_listed(attempt: Attempt) -> Reason:
    defects = attempt.data.get("defects")
    if not defects:
        return _("List every defect first: a return for supplement names all of them at once.")
    sections = {key for key, _label in kind_of(attempt.case).sections(attempt.case)}
    if any(one["section"] not in sections or not one["text"].strip() for one in defects):
        return _("Each defect names a section of the case and says what is missing.")
    return None


def second_return_reasoned(attempt: Attempt) -> Reason:
    returned = any(one.action == "return_for_supplement" for one in attempt.case.steps.all())
    if returned and not attempt.opinion:
        return _("The case was returned before; say why the defects were not all named then.")
    return None


def defects_answered(attempt: Attempt) -> Reason:
    """What was asked for and not changed is answered in words."""
    given = attempt.data.get("answers") or {}
    if all(str(given.get(str(one.pk), "")).strip() for one in unmended(attempt.case)):
        return None
    return _("Answer each point of the return whose section you did not change.")


def unmended(case: Case) -> list[Defect]:
    """The open points of the last return whose section stands as it was handed in."""
    found = list(case.defects.filter(resolved_at__isnull=True))
    unchanged = kind_of(case).unchanged(case) if found else frozenset()
    return [one for one in found if one.section in unchanged]


def answer_by_given(attempt: Attempt) -> Reason:
    """By that day the supplement must come for the filing to be in time."""
    if attempt.data.get("answer_by"):
        return None
    return _("Give the day by which the filing must be complete.")


def answer_by_ahead(attempt: Attempt) -> Reason:
    given = attempt.data.get("answer_by")
    if given and date.fromisoformat(str(given)) <= timezone.localdate():
        return _("The day for the supplement must lie ahead.")
    return None
