"""The pages of filings: the list, the check page, several at once, the date while typing."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from applications.samples.clock import at, office_hour
from casework.models import Receipt
from records.actor import Actor
from tenants import acts
from tenants.models import Filing
from tests.tenants.filed import ENTRY, SEPTEMBER_16, Branch, make_branch

pytestmark = pytest.mark.django_db


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(date(2026, 9, 20))):
        yield make_branch()


def client_of(actor: Actor) -> Client:
    client = Client()
    assert actor.user_id
    client.force_login(
        User.objects.get(pk=actor.user_id),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    return client


def test_the_last_day_is_shown_while_the_day_is_typed_with_what_decides_it(branch: Branch) -> None:
    asked = {"park": str(branch.park.pk), "entered_on": "2026年9月16日"}
    answer = client_of(branch.operator).get("/filings/due/", asked, HTTP_ACCEPT_LANGUAGE="zh-hans")
    shown = answer.content.decode()
    assert "2026年10月8日" in shown
    assert "2026年10月1日" in shown
    assert "国庆节" in shown


def test_nothing_is_said_of_another_districts_park_or_half_a_day(branch: Branch) -> None:
    client = client_of(branch.operator)
    unfit = [{"park": "999", "entered_on": "2026-09-16"}]
    unfit += [{"entered_on": day} for day in ("2026-0", "9999-12-31")]
    for asked in unfit:
        answer = client.get("/filings/due/", {"park": str(branch.park.pk), **asked})
        assert answer.content.strip() == b""


def test_an_officer_files_from_the_check_page(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    client = client_of(branch.officer)
    assert stay.agency.credit_code in client.get(f"/tenants/{stay.pk}/file/entry/").content.decode()
    answer = client.post(f"/tenants/{stay.pk}/file/entry/", {"remark": "样例"})
    assert answer["Location"] == f"/cases/{Filing.objects.get().case_id}/"


def test_the_desk_of_the_officer_counts_what_is_to_be_filed(branch: Branch) -> None:
    def errands(actor: Actor) -> list[tuple[int, int]]:
        shown = client_of(actor).get("/").context["errands"]
        return [(one.count, one.late) for one in shown if one.url == "/filings/"]

    assert errands(branch.officer) == []
    branch.stay(entered_on=date(2026, 8, 3))
    for _each in range(2):
        branch.stay(entered_on=SEPTEMBER_16)
    assert errands(branch.officer) == [(3, 1)]
    assert errands(branch.operator) == errands(branch.reviewer) == []


def test_an_unknown_event_is_not_found(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    assert client_of(branch.officer).get(f"/tenants/{stay.pk}/file/other/").status_code == 404


def test_several_are_filed_at_once_each_with_its_result(branch: Branch) -> None:
    stays = [branch.stay(entered_on=SEPTEMBER_16) for _each in range(3)]
    keys = [f"{stay.pk}-entry" for stay in stays]
    client = client_of(branch.officer)
    assert "3" in client.get("/filings/file/", {"event": keys}).content.decode()
    shown = client.post("/filings/file/", {"event": keys}).content.decode()
    assert Filing.objects.count() == 3
    assert all(stay.agency.name in shown for stay in stays)


def test_the_reason_for_the_late_ones_is_not_said_of_the_others(branch: Branch) -> None:
    late, new = branch.stay(entered_on=date(2026, 8, 3)), branch.stay(entered_on=SEPTEMBER_16)
    asked = {"event": [f"{late.pk}-entry", f"{new.pk}-entry"], "late_reason": "材料迟到"}
    client_of(branch.officer).post("/filings/file/", asked)
    reasons = dict(Filing.objects.values_list("tenancy", "late_reason"))
    assert reasons == {late.pk: "材料迟到", new.pk: ""}


@pytest.mark.parametrize("tab", ["owed", "open", "closed"])
def test_the_list_asks_as_many_queries_for_ten_as_for_two(branch: Branch, tab: str) -> None:
    def fill(count: int) -> None:
        for _each in range(count):
            stay = branch.stay(entered_on=SEPTEMBER_16)
            if tab != "owed":
                filing = acts.file_event(branch.officer, stay, ENTRY)
                if tab == "closed":
                    branch.acknowledge(filing)

    client = client_of(branch.officer)
    client.get("/filings/")  # the session and the calendar are read once
    fill(2)
    few = _queries(client, tab)
    fill(8)
    assert _queries(client, tab) == few


def _queries(client: Client, tab: str) -> int:
    with CaptureQueriesContext(connection) as seen:
        assert client.get(f"/filings/?tab={tab}").status_code == 200
    return len(seen)


def test_the_receipt_is_printed_and_the_print_recorded(branch: Branch) -> None:
    filing = acts.file_event(branch.officer, branch.stay(entered_on=SEPTEMBER_16), ENTRY)
    branch.acknowledge(filing)
    answer = client_of(branch.operator).get(f"/cases/{filing.case_id}/receipt.pdf")
    assert answer.getvalue()[:5] == b"%PDF-"
    assert Receipt.objects.get().case_id == filing.case_id


def test_the_case_page_shows_the_filing_and_its_next_step(branch: Branch) -> None:
    filing = acts.file_event(branch.officer, branch.stay(entered_on=SEPTEMBER_16), ENTRY)
    shown = client_of(branch.reviewer).get(f"/cases/{filing.case_id}/").content.decode()
    assert filing.content["credit_code"] in shown
    assert f"/cases/{filing.case_id}/do/acknowledge/" in shown


def test_the_public_page_verifies_a_receipt(branch: Branch) -> None:
    filing = acts.file_event(branch.officer, branch.stay(entered_on=SEPTEMBER_16), ENTRY)
    branch.acknowledge(filing)
    receipt = Receipt.objects.get()
    shown = Client().get("/public/verify/", {"code": receipt.code}).content.decode()
    assert receipt.number in shown
