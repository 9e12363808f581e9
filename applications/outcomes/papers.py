"""The document of an approval, and the park that it is about."""

from applications.queries.content import Content
from casework.models import DecisionCase, Step
from parks.acts import Document
from parks.models import Park


def entry_of(content: Content) -> DecisionCase:
    """The case's entry in the decision that approves it, written just before its effects."""
    entries = content.case.decision_entries.select_related("decision")
    return entries.latest("pk")


def document_of(content: Content, step: Step) -> Document:
    """The decision's document; where it came from outside, under the name of who issued it."""
    case, decision = content.case, entry_of(content).decision
    stage = content.procedure.stage(step.from_stage)
    outside = content.procedure.stage(stage.document_of).record if stage.document_of else None
    return Document(
        document_number=decision.document_number,
        decided_on=decision.decided_on,
        issuer=outside.issuer if outside else case.bureau.name,
        edition=content.law.key,
        case_number=case.number or "",
    )


def park_of(content: Content) -> Park:
    """The park on record; a procedure with such an outcome has one."""
    park = content.case.park
    assert park is not None
    return park
