"""Filing from a sheet: handed out, kept, looked through as often as one likes, filed row by row."""

from functools import cache, partial
from typing import Any, Final

from django.core.files import File
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

import rules
from accounts.roles import Role
from parks.acts import ensure_role
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.acts import attach, record, start_job
from records.acts.exports import exporter
from records.jobs import Progress, Result
from records.models import Attachment, Job
from records.queries import attachments_of
from records.workbooks.checking import Step, check, quietly
from tenants.acts.filings import Outcome, ensure_office, try_to_file
from tenants.filing_book import plan as planning
from tenants.filing_book.columns import LAYOUT, sheet_of
from tenants.queries import all_owed

#: What the files are kept under; their owner is the officer's office.
BOOKS: Final = "tenants.filing_book"
FILE: Final = "tenants.file_book"
FILERS: Final = frozenset({Role.OFFICER})
#: So many rows are filed while one waits; more are a job [the system's own limit].
AT_ONCE: Final = 40
FILED = gettext_noop("%(file)s: %(filed)s filed, %(refused)s not filed.")


@transaction.atomic
def take_sheet(actor: Actor) -> bytes:
    """The workbook of all that the actor sees as still to be filed; that it left is recorded."""
    _ensure_filer(actor)
    events = all_owed(actor, timezone.localdate())
    content = sheet_of(events, exporter(actor))
    # Last: whoever records waits for this transaction's end.
    record(actor, "tenants.take_filing_sheet", after={"rows": len(events)})
    return content


@transaction.atomic
def keep_book(actor: Actor, upload: "File[bytes]") -> Attachment:
    """Keep a filled sheet; nothing is filed. Raises Refused where it cannot be read at all."""
    _ensure_filer(actor)
    assert actor.organisation_id is not None  # an officer belongs to an office
    kept = attach(actor, upload, BOOKS, actor.organisation_id, allowed=("xlsx", "csv"))
    check(upload, (LAYOUT,), "no_filing_header")
    return kept


def foresee_book(actor: Actor, book: Attachment) -> planning.Plan:
    """What the sheet would file as the register stands now, and all that is wrong in it."""
    _ensure_filer(actor)
    with book.file.open("rb") as file:
        checked = check(file, (LAYOUT,), "no_filing_header")
    return planning.make(actor, checked, timezone.localdate(), cache(partial(_refusal, actor)))


def file_book(actor: Actor, book: Attachment, good_only: bool) -> list[Outcome]:
    """File the marked rows, checked anew; each stands by itself.

    Returns what became of each; nothing where the sheet is long, for then it is a job. `good_only`
    leaves out the rows that have errors. Raises Refused where rows have errors and all were asked
    for, and where none is to be filed, as when the sheet comes a second time.
    """
    plan = _checked(actor, book, good_only)
    if not plan.to_file:
        raise Refused(_("No row of this file is to be filed."), "nothing_to_file")
    if len(plan.to_file) > AT_ONCE:
        start_job(actor, FILE, {"book": book.pk, "good_only": good_only})
        return []
    return _file(actor, book, plan, quietly)


def run_file_book(job: Job, progress: Progress) -> Result:
    """The same for a long sheet; a run that was interrupted goes on where it stopped."""
    actor = job.as_actor()
    book = attachments_of(BOOKS, actor.organisation_id or 0).get(pk=job.params["book"])
    plan = _checked(actor, book, job.params["good_only"])
    return Result(FILED, _told(book, _file(actor, book, plan, progress.at)))


def _checked(actor: Actor, book: Attachment, good_only: bool) -> planning.Plan:
    plan = foresee_book(actor, book)
    if plan.checked.faults and not good_only:
        raise Refused(_("This file has errors: correct them and upload it again."), "rejected")
    return plan


def _file(actor: Actor, book: Attachment, plan: planning.Plan, step: Step) -> list[Outcome]:
    lines = [(line.owed, line.row.values) for line in plan.lines if line.owed]
    outcomes = []
    for number, (one, said) in enumerate(lines):
        step(number, len(lines))
        words = [said.get(key, "") for key in ("late_reason", "remark")]
        outcomes.append(try_to_file(actor, one, *words))
    with transaction.atomic():
        record(actor, FILE, book, after={"sha256": book.sha256, **_told(book, outcomes)})
    return outcomes


def _told(book: Attachment, outcomes: list[Outcome]) -> dict[str, Any]:
    filed = sum(each.filing is not None for each in outcomes)
    return {"file": book.name, "filed": filed, "refused": len(outcomes) - filed}


def _refusal(actor: Actor, park: Park, edition: str) -> str:
    try:
        ensure_office(actor, park, rules.edition(edition))
    except Refused as refused:
        return str(refused)
    return ""


def _ensure_filer(actor: Actor) -> None:
    ensure_role(actor, FILERS, _("Only an officer files entries and exits."))
