"""What the demonstration leaves to its visitors, done for the pages that show it."""

from datetime import date

from django.utils import timezone

import rules
from accounts.acting import actor_of
from accounts.models import User
from applications.acts.texts import apply_text, may_load, read_text
from casework import queries as casework
from casework.acts import record_interest
from parks.acts.takeover import check_take_over
from parks.models import Park, Recognition
from records.actor import Actor
from records.acts import start_job
from records.audit_jobs import VERIFY
from returns.acts import begin, sweep_duties
from returns.models import Obligation
from tenants.acts import check_roster, keep_book
from tenants.queries import owed
from tests.applications.instruments import invented_text
from tests.pages import FILER, PEOPLE
from tests.parks.takeovers import site_row, workbook
from tests.records.books import upload
from tests.tenants.books import book, good_row
from tests.tenants.sheets import book as sheet
from tests.tenants.sheets import marked


def furnish() -> None:
    """Uploads waiting, a return begun, a take-over looked at, a job that ended, a text loaded."""
    operator, reviewer = _acting("operator"), _acting("reviewer")
    park = Park.objects.get(operator_id=operator.organisation_id)
    rows = [good_row(), good_row(credit_code="91140700MA0000000X", entered_on="去年")]
    check_roster(operator, park, upload(book(*rows)), 2025)
    _furnish_what_comes_round(operator, park)
    _furnish_filings()
    expert = casework.experts_of(reviewer).latest("pk")
    record_interest(reviewer, expert, park, since=date(2025, 1, 6), reason="样例·兼任顾问")
    check_take_over(reviewer, upload(workbook(sites=[site_row(opened_on="去年")])))
    start_job(_acting("auditor"), VERIFY, {})
    _furnish_texts(_acting("administrator"))


def _acting(who: str) -> Actor:
    actor = actor_of(User.objects.get(username=PEOPLE[who]))
    assert actor is not None
    return actor


def _furnish_texts(actor: Actor) -> None:
    """An invented text of a regulation, shown, and another that is only looked at."""
    law = next(each for each in rules.editions() if may_load(actor, each))
    apply_text(actor, law, read_text(actor, law, invented_text(law)))
    read_text(actor, law, invented_text(law))


def _furnish_filings() -> None:
    """A sheet of events to file, one of them wrong."""
    filer = actor_of(User.objects.get(username=FILER))
    assert filer is not None
    first, *_others = owed(filer, timezone.localdate())
    rows = [marked(first.tenancy, first.event, late_reason="样例"), marked(first.tenancy)]
    keep_book(filer, upload(sheet(*rows), "备案.xlsx"))


def _furnish_what_comes_round(operator: Actor, park: Park) -> None:
    """A monthly return being filled in, as another bureau's law asks for it."""
    level, decided_on = Recognition.Level.MUNICIPAL, date(2026, 1, 5)
    Recognition.objects.create(
        park=park, level=level, edition="chongqing-2021", name="样例市级产业园",
        document_number="样例〔2026〕1号", decided_on=decided_on, issuer="样例市局",
    )  # fmt: skip
    sweep_duties(date(2026, 10, 1))
    begin(operator, Obligation.objects.get(park=park, duty="monthly-return").pk)
