"""Who may move in: a licence or a supporting service, and nothing on record against the agency."""

from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from accounts.roles import Role
from records import Refused, Stale
from records.actor import Actor
from records.models import AuditEntry
from tenants import acts
from tenants.models import AdverseRecord, Agency, RosterImport, Tenancy
from tests import factories as make
from tests.records.books import upload
from tests.tenants.books import book, good_row
from tests.tenants.filed import Branch, make_branch
from tests.tenants.test_acts import STAY, agency_values

pytestmark = pytest.mark.django_db
LICENCE: dict[str, Any] = {
    "kind": "permit", "number": "样例1号", "issued_on": None, "expires_on": date(2027, 1, 1),
}  # fmt: skip
ENTERED = date(2026, 9, 16)
#: What the law of Shanghai counts as a bar, without exception.
BARS = ("offence", "dishonesty", "accident")


@pytest.fixture
def branch() -> Branch:
    return make_branch()


def enter(branch: Branch, actor: Actor | None = None, **more: Any) -> Tenancy:
    values = STAY | {"entered_on": ENTERED} | more.pop("stay", {})
    licence = more.pop("licence", LICENCE)
    agency = agency_values(**more)
    return acts.enter(actor or branch.operator, branch.park, agency, values, licence)


def put_on_record(actor: Actor, key: str = "dishonesty", **more: Any) -> AdverseRecord:
    values = {"key": key, "document": "样例信用〔2026〕3号", "since": date(2026, 3, 1)} | more
    return acts.record_adverse(actor, agency_values(), values)


def refusal(branch: Branch, **more: Any) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as error:
        enter(branch, **more)
    assert not Tenancy.objects.exists()
    return error.value.message_dict


def test_an_agency_without_a_licence_is_not_let_in(branch: Branch) -> None:
    assert set(refusal(branch, licence=None)) == {"licence_number"}


def test_a_licence_that_ended_before_the_entry_does_not_let_in(branch: Branch) -> None:
    ended = LICENCE | {"expires_on": date(2026, 9, 15)}
    assert set(refusal(branch, licence=ended)) == {"licence_number"}


def test_a_dispatch_licence_alone_does_not_let_in(branch: Branch) -> None:
    assert set(refusal(branch, licence=LICENCE | {"kind": "dispatch"})) == {"licence_number"}


@pytest.mark.parametrize("kind", ["permit", "filing"])
def test_a_licence_or_a_filing_lets_in_and_is_on_record(branch: Branch, kind: str) -> None:
    enter(branch, licence=LICENCE | {"kind": kind})
    assert Agency.objects.get().licences.get().kind == kind


def test_who_offers_supporting_services_needs_no_licence(branch: Branch) -> None:
    assert enter(branch, licence=None, kind="supporting").pk


def test_who_came_before_the_law_is_not_measured_by_it(branch: Branch) -> None:
    branch.park.recognitions.update(decided_on=date(2020, 1, 1))
    assert enter(branch, licence=None, stay={"entered_on": date(2022, 6, 8)}).pk


def test_a_park_under_no_such_law_lets_in_as_it_likes(branch: Branch) -> None:
    branch.park.recognitions.all().delete()
    assert enter(branch, licence=None).pk


@pytest.mark.parametrize("key", BARS)
@pytest.mark.parametrize("who", ["operator", "officer"])
def test_a_record_keeps_out_whoever_enters_it_and_is_shown(
    branch: Branch, key: str, who: str
) -> None:
    record = put_on_record(branch.reviewer, key)
    (sentence,) = refusal(branch, actor=getattr(branch, who))["credit_code"]
    assert record.document in sentence
    assert record.office.name in sentence


def test_supporting_services_are_kept_out_by_a_record_too(branch: Branch) -> None:
    put_on_record(branch.officer)
    Agency.objects.update(kind="supporting")
    assert set(refusal(branch, kind="supporting", licence=None)) == {"credit_code"}


@pytest.mark.parametrize(
    ("since", "ended_on", "barred"),
    [
        (date(2026, 9, 16), None, True),
        (date(2026, 9, 17), None, False),
        (date(2026, 3, 1), date(2026, 9, 16), False),
        (date(2026, 3, 1), date(2026, 9, 17), True),
    ],
)
def test_a_record_stands_from_its_day_to_the_day_before_it_is_lifted(
    branch: Branch, since: date, ended_on: date | None, barred: bool
) -> None:
    row = put_on_record(branch.officer, since=since)
    if ended_on:
        values = {"document": row.document, "since": since, "ended_on": ended_on}
        acts.change_adverse(branch.officer, row, values, row.version)
    if barred:
        assert set(refusal(branch)) == {"credit_code"}
    else:
        assert enter(branch).pk


def test_who_is_to_come_is_asked_again_when_they_come(branch: Branch) -> None:
    to_come = enter(branch, stay={"prospective": True, "entered_on": None})
    put_on_record(branch.officer)
    values = STAY | {"entered_on": ENTERED}
    with pytest.raises(ValidationError):
        acts.change_tenancy(branch.operator, to_come, values, to_come.version)


def test_only_an_office_puts_something_on_record(branch: Branch) -> None:
    with pytest.raises(Refused):
        put_on_record(branch.operator)


def test_an_area_without_such_a_law_knows_no_bar() -> None:
    officer = make.make_actor(Role.OFFICER, make.make_district_office())
    with pytest.raises(ValidationError):
        put_on_record(officer)


def test_a_record_is_not_of_a_day_to_come_nor_ends_before_it_begins(branch: Branch) -> None:
    with pytest.raises(ValidationError):
        put_on_record(branch.officer, since=date(2999, 1, 1))
    row = put_on_record(branch.officer)
    values = {"document": row.document, "since": row.since, "ended_on": date(2026, 2, 28)}
    with pytest.raises(ValidationError):
        acts.change_adverse(branch.officer, row, values, row.version)


def test_only_the_office_that_made_a_record_lifts_it(branch: Branch) -> None:
    row = put_on_record(branch.officer)
    values = {"document": row.document, "since": row.since, "ended_on": date(2026, 9, 1)}
    with pytest.raises(Refused):
        acts.change_adverse(branch.reviewer, row, values, row.version)
    with pytest.raises(Stale):
        acts.change_adverse(branch.officer, row, values, row.version + 1)
    acts.change_adverse(branch.officer, row, values, row.version)
    assert AuditEntry.objects.filter(action="tenants.change_adverse").count() == 1


def uploaded(branch: Branch, **cells: Any) -> RosterImport:
    file = upload(book(good_row(entered_on="2024-06-03", **cells)))
    return acts.check_roster(branch.operator, branch.park, file, 2025)


def test_a_roster_is_no_way_around_a_record(branch: Branch) -> None:
    assert uploaded(branch).state == "checked"
    put_on_record(branch.officer, since=date(2024, 1, 1))
    Agency.objects.update(name=good_row()["name"])
    found = uploaded(branch)
    assert [fault["code"] for fault in found.errors] == ["barred"]


def test_a_roster_enters_nobody_without_a_licence(branch: Branch) -> None:
    row = dict.fromkeys(("licence_number", "licence_kind", "issued_on", "expires_on"), "")
    found = uploaded(branch, **row)
    assert [fault["code"] for fault in found.errors] == ["unlicensed"]
