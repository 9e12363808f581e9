"""Papers from outside: complete, in order of their dates, and what they say."""

from datetime import date

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.kinds import Attempt
from casework.models import Case, OutsidePaper
from casework.rounds import deciding_paper, standing_paper
from casework.seats import stage_of
from casework.words import Reason, by_stage, day_in_words
from records.templatetags.said import told
from rules.procedure import Record


def record_complete(attempt: Attempt) -> Reason:
    """Everything that is recorded of the paper is given, and its day has come."""
    data, asked = attempt.data, _asked(attempt.case)
    if not all(str(data.get(name) or "").strip() for name in asked.fields):
        return by_stage(stage_of(attempt.case), _("Give the number and the date of the paper."))
    if asked.decides and data["outcome"] not in OutsidePaper.Outcome.values:
        return by_stage(stage_of(attempt.case), _("Say what the paper decides."))
    if dated(attempt) > timezone.localdate():
        return by_stage(stage_of(attempt.case), _("The date of the paper must not lie ahead."))
    return _same_day(attempt)


def _same_day(attempt: Attempt) -> Reason:
    """One number is one paper of one day, whichever cases it is about."""
    number = str(attempt.data["document_number"]).strip()
    others = OutsidePaper.objects.filter(
        case__bureau=attempt.case.bureau, stage=attempt.case.stage, document_number=number
    ).exclude(case=attempt.case)
    other = others.exclude(decided_on=dated(attempt)).first()
    if other is None:
        return None
    return _("The paper under this number is dated %(day)s in another case.") % {
        "day": day_in_words(other.decided_on)
    }


def record_in_order(attempt: Attempt) -> Reason:
    """A paper is not older than the one that it follows."""
    asked = _asked(attempt.case)
    earlier = _day_of(attempt.case, asked.after)
    refusal = asked.refusal(dated(attempt), earlier) if earlier else None
    return told(refusal) if refusal else None


def _day_of(case: Case, stage: str) -> date | None:
    """The date of the paper recorded at that stage, else the day on which the case left it."""
    paper = standing_paper(case, stage)
    if paper:
        return paper.decided_on
    left = [step.at for step in case.steps.all() if step.from_stage == stage != step.to_stage]
    return timezone.localdate(max(left)) if left else None


def outside_approved(attempt: Attempt) -> Reason:
    """What was approved outside is approved here."""
    return _says(attempt.case, OutsidePaper.Outcome.APPROVED)


def outside_refused(attempt: Attempt) -> Reason:
    """What was refused outside is refused here."""
    return _says(attempt.case, OutsidePaper.Outcome.REFUSED)


def _says(case: Case, outcome: OutsidePaper.Outcome) -> Reason:
    paper = deciding_paper(case)
    if paper is None:
        return by_stage(stage_of(case), _("The paper that decides is not recorded yet."))
    if paper.outcome == outcome:
        return None
    said = {"number": paper.document_number, "outcome": paper.get_outcome_display()}
    return by_stage(stage_of(case), _("%(number)s says otherwise: %(outcome)s.") % said)


def dated(attempt: Attempt) -> date:
    """The date of the paper in the attempt's data."""
    return date.fromisoformat(str(attempt.data["decided_on"]))


def _asked(case: Case) -> Record:
    """What the law has recorded at the case's stage. A `record` move stands at no other."""
    record = stage_of(case).record
    assert record is not None
    return record
