"""Writing the audit chain, and the database's refusal to change it."""

from datetime import date
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from records import guards
from records.actor import job_actor
from records.acts import record, record_refusal
from records.chain import START, plain
from records.models import AuditEntry, CalendarYear
from tests.records.people import OPERATOR

pytestmark = [pytest.mark.django_db, pytest.mark.main_walk]

TABLE = AuditEntry._meta.db_table


def refuses(statement: str) -> bool:
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    except DatabaseError as error:
        return "append-only" in str(error)
    return False


def test_an_entry_says_who_did_what_to_which_object():
    year = CalendarYear.objects.get(year=2026)
    entry = record(OPERATOR, "records.test", year, before={"a": 1}, after={"a": 2}, note="why")
    entry.refresh_from_db()
    assert (entry.user_id, entry.name, entry.organisation, entry.ip) == (
        11,
        "样例甲",
        "样例园区",
        "192.0.2.1",
    )
    assert (entry.object_kind, entry.object_id, entry.label) == (
        "records.calendaryear",
        "2026",
        "2026",
    )
    assert (entry.before, entry.after, entry.note) == ({"a": 1}, {"a": 2}, "why")
    assert entry.area_path == OPERATOR.area_path


def test_entries_are_numbered_and_chained():
    first, second = record(OPERATOR, "a.one"), record(OPERATOR, "a.two")
    assert second.seq == first.seq + 1
    assert second.previous == first.hash != START


def test_a_job_s_entry_belongs_to_the_object_s_area():
    class Placed(CalendarYear):
        area_path = "140000/140700/140702/"

        class Meta:
            proxy = True
            app_label = "records"

    entry = record(job_actor("nightly"), "a.job", Placed(year=2026))
    assert (entry.job, entry.area_path) == ("nightly", "140000/140700/140702/")


def test_values_survive_the_database_as_they_were_hashed():
    values = {"money": Decimal("1.10"), "day": date(2026, 1, 2), "nul": "a\0b", "half": "\ud800"}
    entry = record(OPERATOR, "a.values", after=values)
    stored = AuditEntry.objects.get(pk=entry.pk).after
    assert (
        stored
        == plain(values)
        == {
            "money": "1.10",
            "day": "2026-01-02",
            "nul": "a\ufffdb",
            "half": "?",
        }
    )


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_a_fault():
    with pytest.raises(transaction.TransactionManagementError):
        record(OPERATOR, "a.loose")


@pytest.mark.django_db(transaction=True)
def test_a_refusal_outlives_the_rollback_of_its_act():
    with transaction.atomic():
        record(OPERATOR, "a.act")
        transaction.set_rollback(True)
    record_refusal(OPERATOR, "a.act", None, "not allowed")
    assert list(AuditEntry.objects.values_list("action", "note", "after")) == [
        ("a.act", "not allowed", {"refused": True})
    ]


def test_a_refusal_inside_another_transaction_is_a_fault():
    with pytest.raises(RuntimeError), transaction.atomic():
        record_refusal(OPERATOR, "a.act", None, "not allowed")


@pytest.mark.parametrize("verb", ["UPDATE {} SET note = 'x'", "DELETE FROM {}"])
def test_the_database_refuses_to_change_entries(verb: str):
    record(OPERATOR, "a.kept")
    assert refuses(verb.format(TABLE))


def test_the_database_refuses_to_empty_or_to_replace():
    record(OPERATOR, "a.kept")
    if connection.vendor == "postgresql":
        assert refuses(f"TRUNCATE {TABLE}")
    else:
        assert refuses(f"INSERT OR REPLACE INTO {TABLE} SELECT * FROM {TABLE}")


def test_the_guards_can_be_told_missing():
    assert guards.are_present(connection, TABLE)
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER TABLE {TABLE} DISABLE TRIGGER {TABLE}_no_change")
        assert not guards.are_present(connection, TABLE)
