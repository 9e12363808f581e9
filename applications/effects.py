"""What a move of an application changes besides the case: versions, receipts, what is granted."""

from collections.abc import Callable
from typing import Any

from applications.acts.follow_ups import open_follow_ups
from applications.acts.periods import follow
from applications.models import (
    Application,
    DeclaredFact,
    FrozenVersion,
    Judgement,
    VerdictReceipt,
    Waiver,
)
from applications.outcomes import OUTCOMES
from applications.outcomes.papers import entry_of
from applications.queries.content import Content, content_of, fresh_content
from applications.queries.facts import live_rows
from applications.queries.versions import frozen_content
from casework.guards import decided_on
from casework.kinds import Attempt
from casework.models import Step
from parks.acts import correct_recognition
from records.acts import record
from rules.edition import Edition
from rules.leaves import Measured

#: A move behind these checks ends the verification: the verdict is kept as it was then.
VERIFIED_BY = frozenset({"facts_verified", "judgements_made"})
#: So does one behind this check: a consent on which others decide further.
KEEPS_VERDICT = VERIFIED_BY | {"conditions_met"}
#: Stands beside the keys of figures for the files that were handed in.
MATERIALS = "materials"


def freeze(attempt: Attempt, step: Step) -> None:
    """Keep what was handed in as the next version, with the verdict's receipt."""
    earlier = Application.objects.get(case=attempt.case).versions.order_by("-number").first()
    freeze_facts(attempt, earlier)
    content = fresh_content(attempt.case)
    reopen_answers(attempt, content, earlier)
    # What the figures answered stands in the form from now on, whatever the register does.
    content.application.form = content.answers
    content.application.save(update_fields=("form",))
    keep_receipt(content, step)
    FrozenVersion.objects.create(
        application=content.application,
        number=earlier.number + 1 if earlier else 1,
        content=frozen_content(content),
        receipt=content.verdict.receipt(),
    )
    follow(content.application)


def freeze_facts(attempt: Attempt, earlier: FrozenVersion | None) -> None:
    """Fix what stands on record today. A figure that changed must be verified anew."""
    application = Application.objects.get(case=attempt.case)
    application.case = attempt.case
    before = earlier.content["facts"] if earlier else {}
    for row in live_rows(application):
        fact, was = row.stored, before.get(row.fact.key, {})
        fact.recorded, fact.recorded_url = row.recorded, row.url
        if _as_given(was) != (row.recorded, row.declared, fact.basis):
            _unverify(attempt, fact)
        fact.save()


def _unverify(attempt: Attempt, fact: DeclaredFact) -> None:
    if fact.verified is not None:
        before = {fact.key: fact.verified}
        record(attempt.actor, "applications.unverify", attempt.case, before=before)
    fact.verified, fact.verified_by, fact.verified_for, fact.verified_at = None, None, None, None


def reopen_answers(attempt: Attempt, content: Content, earlier: FrozenVersion | None) -> None:
    """Ask a second person again about each answer whose ground the supplement changed.

    The ground of an answer are the figures of its leaf and all materials.
    """
    if earlier is None:
        return
    changed = _changed(earlier.content, frozen_content(content))
    for kind, answers in (("judgement", content.judgements), ("waiver", content.waivers)):
        for answer in answers:
            if answer.confirmed_at and changed & grounds_of(content.law, answer.leaf):
                _reopen(attempt, kind, answer, changed)


def grounds_of(law: Edition, leaf: str) -> set[str]:
    """The keys of what an answer about the leaf rests on: its figures, and MATERIALS."""
    test = law.tests.get(leaf)
    own = {test.fact.key} if isinstance(test, Measured) else set()
    relaxing = {each.fact.key for each in law.relaxations if each.covers(leaf)}
    return {MATERIALS} | own | relaxing


def _changed(before: dict[str, Any], now: dict[str, Any]) -> set[str]:
    """The keys of the figures that two versions tell differently, and MATERIALS."""
    told = [{key: _as_given(f) for key, f in v["facts"].items()} for v in (before, now)]
    files = [{f["sha256"] for m in v["materials"].values() for f in m} for v in (before, now)]
    changed = {key for key in told[0] | told[1] if told[0].get(key) != told[1].get(key)}
    return changed | ({MATERIALS} if files[0] != files[1] else set())


def _as_given(frozen: dict[str, Any]) -> tuple[Any, Any, str]:
    """What a version says of a figure; versions frozen before bases were asked say actual."""
    basis = frozen.get("basis", DeclaredFact.FactBasis.ACTUAL)
    return frozen.get("recorded"), frozen.get("declared"), basis


def _reopen(attempt: Attempt, kind: str, answer: Judgement | Waiver, changed: set[str]) -> None:
    before = {"leaf": answer.leaf, "confirmed_by": str(answer.confirmed_by)}
    answer.confirmed_by, answer.confirmed_at = None, None
    answer.save(update_fields=("confirmed_by", "confirmed_at"))
    after = {"changed": sorted(changed)}
    record(attempt.actor, f"applications.reopen_{kind}", attempt.case, before=before, after=after)


def forward(attempt: Attempt, step: Step) -> None:
    if KEEPS_VERDICT & set(attempt.move.guards):
        keep_receipt(content_of(attempt.case), step)


def refuse(attempt: Attempt, step: Step) -> None:
    keep_receipt(content_of(attempt.case), step)


def approve(attempt: Attempt, step: Step) -> None:
    """Keep the verdict of the decision, and make what the procedure grants."""
    content = content_of(attempt.case)
    keep_receipt(content, step)
    OUTCOMES[content.procedure.grants](attempt, step, content)
    open_follow_ups(attempt.actor, content, entry_of(content).decision.decided_on)


def acknowledge(attempt: Attempt, step: Step) -> None:
    """What was filed stands from now on; nothing was decided."""
    content = content_of(attempt.case)
    OUTCOMES[content.procedure.grants](attempt, step, content)


def withdraw(attempt: Attempt, step: Step) -> None:
    follow(Application.objects.get(case=attempt.case))


def correct(attempt: Attempt, step: Step) -> None:
    """What the park was recognised as follows the correction of its decision."""
    case, data = attempt.case, attempt.data
    if case.park is not None and case.number:
        correct_recognition(
            attempt.actor,
            case.park,
            case.number,
            name=data["name"],
            document_number=data["document_number"],
            decided_on=decided_on(data),
        )


def keep_receipt(content: Content, step: Step) -> None:
    """Store the verdict at this step so that it can be replayed."""
    VerdictReceipt.objects.create(
        application=content.application,
        step_number=step.number,
        outcome=content.verdict.outcome.value,
        receipt=content.verdict.receipt(),
    )


EFFECTS: dict[str, Callable[[Attempt, Step], None]] = {
    "submit": freeze,
    "forward": forward,
    "approve": approve,
    "acknowledge": acknowledge,
    "refuse": refuse,
    "withdraw": withdraw,
    "correct": correct,
}
