"""What a move of an application changes besides the case: versions, receipts, recognition."""

from collections.abc import Callable
from typing import Any

from applications.models import Application, FrozenVersion, VerdictReceipt
from applications.queries.content import Content, content_of, fresh_content
from applications.queries.facts import live_rows
from casework.guards import decided_on
from casework.kinds import Attempt
from casework.models import Step
from parks.acts import recognise

#: A move behind these checks ends the verification: the verdict is kept as it was then.
VERIFIED_BY = frozenset({"facts_verified", "judgements_made"})


def freeze(attempt: Attempt, step: Step) -> None:
    """Keep what was handed in as the next version, with the verdict's receipt."""
    earlier = Application.objects.get(case=attempt.case).versions.order_by("-number").first()
    freeze_facts(attempt, earlier)
    content = fresh_content(attempt.case)
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


def freeze_facts(attempt: Attempt, earlier: FrozenVersion | None) -> None:
    """Fix what stands on record today. A figure that changed must be verified anew."""
    application = Application.objects.get(case=attempt.case)
    application.case = attempt.case
    before = earlier.content["facts"] if earlier else {}
    for row in live_rows(application):
        fact, was = row.stored, before.get(row.fact.key, {})
        fact.recorded, fact.recorded_url = row.recorded, row.url
        if (was.get("recorded"), was.get("declared")) != (row.recorded, row.declared):
            fact.verified, fact.verified_by, fact.verified_at = None, None, None
        fact.save()


def forward(attempt: Attempt, step: Step) -> None:
    if VERIFIED_BY & set(attempt.move.guards):
        keep_receipt(content_of(attempt.case), step)


def refuse(attempt: Attempt, step: Step) -> None:
    keep_receipt(content_of(attempt.case), step)


def approve(attempt: Attempt, step: Step) -> None:
    """Keep the verdict of the decision, and enter what the park was recognised as."""
    content = content_of(attempt.case)
    keep_receipt(content, step)
    if content.procedure.grants == "recognition":
        _recognise(attempt, content)


def keep_receipt(content: Content, step: Step) -> None:
    """Store the verdict at this step so that it can be replayed."""
    VerdictReceipt.objects.create(
        application=content.application,
        step_number=step.number,
        outcome=content.verdict.outcome.value,
        receipt=content.verdict.receipt(),
    )


def frozen_content(content: Content) -> dict[str, Any]:
    """The application as plain data: answers, facts two ways, files by name and hash."""
    return {
        "form": dict(content.answers),
        "facts": {
            row.fact.key: {
                "recorded": row.recorded,
                "declared": row.declared,
                "remark": row.stored.remark,
            }
            for row in content.facts
        },
        "materials": {
            row.material.key: [{"name": f.file_name, "sha256": f.sha256} for f in row.files]
            for row in content.materials
        },
    }


def _recognise(attempt: Attempt, content: Content) -> None:
    case, data = attempt.case, attempt.data
    assert case.park is not None
    recognise(
        attempt.actor,
        case.park,
        level=content.law.level,
        edition=content.law.key,
        name=str(data.get("name") or case.park.name).strip(),
        document_number=str(data["document_number"]).strip(),
        decided_on=decided_on(data),
        issuer=case.bureau.name,
        case_number=case.number or "",
    )


EFFECTS: dict[str, Callable[[Attempt, Step], None]] = {
    "submit": freeze,
    "forward": forward,
    "approve": approve,
    "refuse": refuse,
}
