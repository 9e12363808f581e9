"""What the tabs of a case's page show, and its banner."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _

import rules
from accounts.roles import AREA_ROLES, ASSIGNED_ROLES, Role
from accounts.scope import scoped
from casework.guards import basis_refusal
from casework.kinds import kind_of
from casework.models import Basis, Case, DecisionCase, Defect, OutsidePaper, Step
from casework.queries.cases import is_outside, opinions_of, steps_of
from casework.queries.rows import stage_name
from casework.seats import procedure_of, sits, stage_of
from casework.words import action_label, day_in_words
from records.actor import JOB_ROLE, Actor
from records.models import AuditEntry
from records.templatetags.said import said
from records.words import word

#: So many entries of the audit trail stand on a case's page; an auditor finds all of them.
ENTRIES: Final = 200


@dataclass(frozen=True)
class Entry:
    """A step as its reader sees it: in words, with the names that concern them."""

    step: Step
    label: str
    who: str
    stage: str
    defects: tuple[tuple[str, str], ...]
    answers: tuple[tuple[str, str, str], ...]
    heads: tuple[tuple[str, str], ...]
    document: str


@dataclass(frozen=True)
class Logged:
    """An entry of the audit trail: that it happened and by whom, never the values.

    While a panel sits, the values are its opinions.
    """

    entry: AuditEntry
    label: str


@dataclass(frozen=True)
class Decided:
    """A decision on the case; `corrected_by` is the number of the one that took its place."""

    entry: DecisionCase
    corrected_by: str


@dataclass(frozen=True)
class Banner:
    """That the case's law is outside its printed life, and why it is still applied."""

    law: str
    ended: str
    bases: tuple[Basis, ...]
    may_record: bool


def timeline(case: Case, actor: Actor) -> list[Entry]:
    """The steps that the actor may see, oldest first."""
    return _entries(case, actor, steps_of(case, actor))


def opinions(case: Case, actor: Actor) -> list[Entry]:
    """The steps with an opinion that the actor may read, oldest first.

    What others were asked and answered stands with the consultations.
    """
    own = [step for step in opinions_of(case, actor) if step.action not in ("consult", "answer")]
    return _entries(case, actor, own)


def _entries(case: Case, actor: Actor, steps: Iterable[Step]) -> list[Entry]:
    sections = dict(kind_of(case).sections(case))
    return [_entry(case, actor, step, sections) for step in steps]


def _entry(case: Case, actor: Actor, step: Step, sections: dict[str, str]) -> Entry:
    listed = step.data.get("defects", [])
    return Entry(
        step,
        str(action_label(step.action, procedure_of(case))),
        _who(case, actor, step),
        stage_name(case, step.to_stage, actor) if step.to_stage != step.from_stage else "",
        tuple((sections.get(one["section"], one["section"]), one["text"]) for one in listed),
        _answers(case, actor, step, sections),
        _heads(case, step),
        _document(step),
    )


def _answers(
    case: Case, actor: Actor, step: Step, sections: dict[str, str]
) -> tuple[tuple[str, str, str], ...]:
    """Section, point and answer of what a supplement left unchanged, for who reads the points."""
    given = step.data.get("answers") or {}
    if not given or actor.role in ASSIGNED_ROLES:
        return ()
    asked = case.defects.filter(pk__in=[int(key) for key in given if key.isdecimal()])
    return tuple(
        (sections.get(one.section, one.section), one.text, given[str(one.pk)]) for one in asked
    )


def sent_back(case: Case, actor: Actor) -> Entry | None:
    """The send-back that the case waits under, for the offices; none once it went on."""
    if case.is_final or actor.role in ASSIGNED_ROLES or is_outside(case, actor):
        return None
    moves = [step for step in case.steps.all() if step.from_stage != step.to_stage]
    last = max(moves, key=lambda step: step.number, default=None)
    if last is None or last.action != "send_back":
        return None
    return _entries(case, actor, [last])[0]


def last_answers(case: Case, actor: Actor) -> tuple[tuple[str, str, str], ...]:
    """What the applicant answered to the last return instead of changing it; none once decided."""
    handed_in = [step for step in case.steps.all() if step.action == "submit"]
    if case.is_final or not handed_in:
        return ()
    last = max(handed_in, key=lambda step: step.number)
    return _answers(case, actor, last, dict(kind_of(case).sections(case)))


def _heads(case: Case, step: Step) -> tuple[tuple[str, str], ...]:
    """What a stage's own hand wrote on each head of its study."""
    given = step.data.get("heads", {})
    heads = procedure_of(case).stage(step.from_stage).heads if given else ()
    return tuple((said(head), given[head.key]) for head in heads if given.get(head.key))


def _document(step: Step) -> str:
    """The step's document: its number, its day, and what a paper from outside decides."""
    number, given = step.data.get("document_number", ""), step.data.get("decided_on")
    outcome = step.data.get("outcome") if step.action == "record" else ""
    told = (
        number,
        day_in_words(date.fromisoformat(given)) if given else "",
        str(OutsidePaper.Outcome(outcome).label) if outcome else "",
    )
    return " · ".join(part for part in told if part) if number else ""


def _who(case: Case, actor: Actor, step: Step) -> str:
    """The office's side names persons; the applicant's side reads which office it was."""
    if step.role == JOB_ROLE:
        return _("The system, by the calendar")
    role = word(f"role.{step.role}")
    if is_outside(case, actor) and step.organisation != actor.organisation:
        return step.organisation or role
    return " ".join(part for part in (step.organisation, role, step.actor_name) if part)


def open_defects(case: Case, actor: Actor) -> list[tuple[str, Defect]]:
    """What the last return asked for and nobody has mended yet, with the section's name.

    None of it for experts and consulted organisations.
    """
    if case.status != Case.Status.RETURNED or actor.role in ASSIGNED_ROLES:
        return []
    sections = dict(kind_of(case).sections(case))
    found = case.defects.filter(resolved_at__isnull=True)
    return [(sections.get(defect.section, defect.section), defect) for defect in found]


def decisions_of(case: Case, actor: Actor) -> list[Decided]:
    """The case's decisions, the one that stands first; none while it is open."""
    if not case.is_final:
        return []
    entries = scoped(DecisionCase.objects.filter(case=case), actor)
    found = list(entries.select_related("decision__corrects").order_by("-pk"))
    later = ["", *(entry.decision.document_number for entry in found)]
    return [Decided(entry, number) for entry, number in zip(found, later, strict=False)]


def reads_record(case: Case, actor: Actor) -> bool:
    """The audit trail is for auditors, and for the bureau that decides."""
    of_bureau = actor.role in AREA_ROLES and actor.organisation_id == case.bureau_id
    return actor.role == Role.AUDITOR or of_bureau


def record_of(case: Case) -> list[Logged]:
    entries = AuditEntry.objects.filter(
        object_kind=case._meta.label_lower, object_id=str(case.pk)
    ).defer("before", "after", "note")
    return [Logged(entry, word(entry.action)) for entry in entries[:ENTRIES]]


def may_remind(case: Case, actor: Actor) -> bool:
    """Whether a button to remind the hand on turn belongs on the page."""
    if case.is_final or case.status == Case.Status.DRAFT:
        return False
    concerned = actor.role in AREA_ROLES or actor.organisation_id == case.applicant_id
    watches = actor.role in (Role.ADMINISTRATOR, Role.AUDITOR)
    return concerned and not watches and not sits(case, actor, stage_of(case).hand)


def banner_of(case: Case, actor: Actor) -> Banner | None:
    """None while the law of the case is within its printed life, or prints no end."""
    instrument = rules.edition(case.edition).instrument
    if instrument.until is None or instrument.force_on(timezone.localdate()) != "expired":
        return None
    return Banner(
        said(instrument.named),
        day_in_words(instrument.until),
        tuple(case.bases.all()),
        not basis_refusal(case, actor),
    )
