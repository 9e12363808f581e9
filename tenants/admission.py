"""Whether an agency may move in: its licence, and what is on record against it."""

from collections.abc import Iterable, Iterator
from datetime import date

from records.templatetags.said import clause, said
from records.workbooks.reasons import Reason
from rules.standing import Admission
from tenants.models import AdverseRecord, Agency, Licence
from tenants.queries.register import COUNTED


def objections(
    kind: str,
    admission: Admission,
    day: date,
    licences: Iterable[Licence],
    records: Iterable[AdverseRecord],
) -> Iterator[tuple[str, Reason]]:
    """Why an agency of that kind may not move in on that day, by field.

    `licences` and `records` are the agency's. A filing of licence is enough (A-SH-07); who offers
    supporting services needs neither.
    """
    held = (each for each in licences if each.kind in COUNTED and _runs(each, day))
    if kind == Agency.Kind.AGENCY and not any(held):
        yield "licence_number", Reason("unlicensed", {"clause": clause(admission.clause)})
    yield from _barred(admission, records, day)


def _runs(licence: Licence, day: date) -> bool:
    """Whether it has not ended by the day; one renewed since then stands for the older one."""
    return licence.expires_on is None or licence.expires_on >= day


def _barred(
    admission: Admission, records: Iterable[AdverseRecord], day: date
) -> Iterator[tuple[str, Reason]]:
    for record in records:
        refusals = admission.refusals([record.key]) if stands(record, day) else ()
        for refusal in refusals:
            yield "credit_code", Reason("barred", {
                "why": said(refusal),
                "document": record.document,
                "office": record.office.name,
                "since": record.since.isoformat(),
                "clause": clause(refusal.clause),
            })  # fmt: skip


def stands(record: AdverseRecord, day: date) -> bool:
    """Whether the record stands on the day: from its own day until the day before it is lifted."""
    return record.since <= day and (record.ended_on is None or day < record.ended_on)
