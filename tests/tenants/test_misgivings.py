"""What stands against an agency in a park is shown where its entry is filed and looked at."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client

from applications.samples.clock import at, office_hour
from records.actor import Actor
from tenants import acts
from tenants.models import AdverseRecord, Licence, Tenancy
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, Branch, make_branch
from tests.tenants.test_filing_pages import client_of

pytestmark = pytest.mark.django_db
DOCUMENT = "样例信用〔2026〕3号"


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(date(2026, 9, 20))):
        yield make_branch()


@pytest.fixture
def stay(branch: Branch) -> Tenancy:
    return branch.stay(entered_on=SEPTEMBER_16)


def put_on_record(branch: Branch, stay: Tenancy, since: date = date(2026, 9, 17)) -> AdverseRecord:
    agency = {each: getattr(stay.agency, each) for each in ("credit_code", "name", "kind")}
    values = {"key": "dishonesty", "document": DOCUMENT, "since": since}
    return acts.record_adverse(branch.reviewer, agency, values)


def shown(actor: Actor, address: str, asked: dict[str, Any] | None = None) -> str:
    client: Client = client_of(actor)
    return client.get(address, asked, HTTP_ACCEPT_LANGUAGE="en").content.decode()


def test_a_record_shows_on_the_tenancy_and_where_the_entry_is_filed(
    branch: Branch, stay: Tenancy
) -> None:
    addresses = (f"/tenants/{stay.pk}/", f"/tenants/{stay.pk}/file/entry/")
    assert not any(DOCUMENT in shown(branch.officer, each) for each in addresses)
    put_on_record(branch, stay)
    assert all(DOCUMENT in shown(branch.officer, each) for each in addresses)
    assert DOCUMENT in shown(branch.operator, f"/tenants/{stay.pk}/")
    assert DOCUMENT in shown(branch.officer, "/filings/file/", {"event": [f"{stay.pk}-entry"]})


def test_the_bureau_sees_it_on_the_case_until_it_has_decided(branch: Branch, stay: Tenancy) -> None:
    filing = acts.file_event(branch.officer, stay, ENTRY)
    put_on_record(branch, stay)
    assert DOCUMENT in shown(branch.reviewer, f"/cases/{filing.case_id}/")
    branch.acknowledge(filing)
    assert DOCUMENT not in shown(branch.reviewer, f"/cases/{filing.case_id}/")


@pytest.mark.parametrize("ended", [True, False])
def test_a_licence_that_ended_or_never_was_shows_with_its_clause(
    branch: Branch, stay: Tenancy, ended: bool
) -> None:
    wanting = "No valid licence or filing"
    filing = acts.file_event(branch.officer, stay, ENTRY)
    addresses = (f"/tenants/{stay.pk}/", f"/cases/{filing.case_id}/")
    assert not any(wanting in shown(branch.officer, each) for each in addresses)
    if ended:
        Licence.objects.update(expires_on=date(2026, 9, 18))
    else:
        Licence.objects.all().delete()
    for each in addresses:
        assert shown(branch.officer, each).count(wanting) == 1


def test_a_record_that_was_lifted_since_the_entry_still_shows_where_it_is_filed(
    branch: Branch, stay: Tenancy
) -> None:
    row = put_on_record(branch, stay, since=date(2026, 9, 1))
    values = {"document": row.document, "since": row.since, "ended_on": date(2026, 9, 18)}
    acts.change_adverse(branch.reviewer, row, values, row.version)
    assert DOCUMENT in shown(branch.officer, f"/tenants/{stay.pk}/file/entry/")
    assert DOCUMENT not in shown(branch.officer, f"/tenants/{stay.pk}/")


def test_who_leaves_or_has_left_is_held_up_by_nothing(branch: Branch, stay: Tenancy) -> None:
    Tenancy.objects.update(left_on=date(2026, 9, 19))
    put_on_record(branch, stay)
    assert DOCUMENT not in shown(branch.officer, f"/tenants/{stay.pk}/file/{EXIT}/")
    assert DOCUMENT not in shown(branch.officer, f"/tenants/{stay.pk}/")
