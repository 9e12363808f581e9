"""The lists of this app, as files."""

from typing import Any, Final

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from records import outbox, queries
from records.actor import Actor
from records.acts.calendar import ADMINISTRATOR
from records.chain import canonical
from records.forms import AuditFilter
from records.jobs import label_of
from records.listings import Column, Listing
from records.models import AuditEntry, Job, OutboxMessage
from records.sheets import Serial
from records.words import actions, kind_of_object, word


def _jobs(actor: Actor, _asked: QueryDict) -> QuerySet[Job]:
    return queries.jobs(actor).select_related("result").order_by("-pk")


def _outcome(job: Job) -> str:
    return outbox.render(job.msgid, job.msg_params) if job.msgid else ""


JOBS: Final = Listing(
    _("Jobs"),
    (
        Column(_("Number"), lambda job: Serial(job.pk)),
        Column(_("Job"), lambda job: label_of(job.kind)),
        Column(_("State"), lambda job: job.get_state_display()),
        Column(_("Outcome"), _outcome),
        Column(_("Started at"), lambda job: job.created_at),
        Column(_("Ended at"), lambda job: job.ended_at),
        Column(_("Result"), lambda job: job.result and job.result.name),
    ),
    _jobs,
)


def _messages(actor: Actor, _asked: QueryDict) -> QuerySet[OutboxMessage]:
    return queries.messages(actor).order_by("-pk")


MESSAGES: Final = Listing(
    _("Messages"),
    (
        Column(_("Time"), lambda message: message.created_at),
        Column(_("Message"), lambda message: outbox.render(message.msgid, message.params)),
        Column(_("Read at"), lambda message: message.read_at),
    ),
    _messages,
)


def _runs(_actor: Actor, _asked: QueryDict) -> list[Any]:
    return queries.last_runs()


#: A sweep's label with its last run, which may be None.
RUNS: Final = Listing(
    _("The daily round"),
    (
        Column(_("What it looks after"), lambda row: row[0]),
        Column(_("Last run for"), lambda row: row[1] and row[1].day),
        Column(_("State"), lambda row: row[1] and row[1].get_state_display()),
        Column(_("Ended at"), lambda row: row[1] and row[1].ended_at),
        Column(_("Attempts"), lambda row: row[1] and row[1].attempts),
        Column(_("Rows changed"), lambda row: row[1] and row[1].changed),
    ),
    _runs,
    frozenset({ADMINISTRATOR, queries.AUDITOR}),
)


def _years(_actor: Actor, _asked: QueryDict) -> QuerySet[Any]:
    return queries.calendar_years()


YEARS: Final = Listing(
    _("Working calendar"),
    (
        Column(_("Year"), lambda year: Serial(year.year)),
        Column(_("Days off"), lambda year: year.days_off),
        Column(_("Make-up working days"), lambda year: year.days_made_up),
        Column(_("Announced by"), lambda year: year.source),
        Column(_("Last saved"), lambda year: year.updated_at),
        Column(_("By"), lambda year: year.updated_by),
    ),
    _years,
    frozenset({ADMINISTRATOR}),
)


def _entries(actor: Actor, asked: QueryDict) -> QuerySet[AuditEntry]:
    form = AuditFilter(asked, actions=actions())
    wanted = form.cleaned_data if form.is_valid() else {}
    return queries.filtered(queries.audit_entries(actor), wanted).order_by("-seq")


def _object(entry: AuditEntry) -> str:
    return f"{entry.label} ({entry.object_id})" if entry.object_id else entry.label


def _json(value: Any) -> str:
    return canonical(value).decode() if value is not None else ""


AUDIT: Final = Listing(
    _("Audit trail"),
    (
        Column(_("Number"), lambda entry: Serial(entry.seq)),
        Column(_("Time"), lambda entry: entry.at),
        Column(_("Person"), lambda entry: entry.name),
        Column(_("Role"), lambda entry: word(f"role.{entry.role}")),
        Column(_("Organisation"), lambda entry: entry.organisation),
        Column(_("On behalf of"), lambda entry: entry.on_behalf_of),
        Column(_("Job"), lambda entry: entry.job),
        Column(_("IP address"), lambda entry: entry.ip),
        Column(_("Action"), lambda entry: word(entry.action)),
        Column(_("Kind of object"), lambda entry: kind_of_object(entry.object_kind)),
        Column(_("Object"), _object),
        Column(_("Before"), lambda entry: _json(entry.before)),
        Column(_("After"), lambda entry: _json(entry.after)),
        Column(_("Note"), lambda entry: entry.note),
        Column(_("Hash"), lambda entry: entry.hash),
    ),
    _entries,
    frozenset({queries.AUDITOR}),
)
