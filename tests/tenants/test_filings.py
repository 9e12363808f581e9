"""Filing entries and exits: the clock, the receipt, returns, corrections, and what is refused."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from accounts.roles import Role
from applications.samples.clock import at, office_hour
from casework import queries as casework
from casework.models import Case, Receipt
from parks.models import Park
from records import Refused
from records.models import AuditEntry, OutboxMessage
from tenants import acts
from tenants.models import EarlierFiling, Filing
from tenants.punctual import Supplement, days_late
from tenants.queries import filings, late_days, owed, owed_of
from tests import factories as make
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, Branch, make_branch
from tests.tenants.test_acts import STAY, agency_values

pytestmark = pytest.mark.django_db
OCTOBER_8 = date(2026, 10, 8)


@pytest.fixture
def branch() -> Branch:
    return make_branch()


@pytest.fixture
def in_september() -> Iterator[None]:
    with at(office_hour(date(2026, 9, 20))):
        yield


def filed(branch: Branch, late_reason: str = "") -> Filing:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    return acts.file_event(branch.officer, stay, ENTRY, late_reason=late_reason)


def test_the_period_begins_the_day_after_and_rolls_over_the_holiday(
    branch: Branch, in_september: None
) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    (one,) = owed(branch.officer, timezone.localdate())
    assert (one.deadline.reckoned.nominal, one.deadline.due) == (date(2026, 10, 1), OCTOBER_8)


def test_what_is_filed_waits_for_the_bureau_under_a_number(
    branch: Branch, in_september: None
) -> None:
    filing = filed(branch)
    assert (filing.case.stage, filing.case.status) == ("bureau_review", Case.Status.OPEN)
    assert filing.case.number
    assert filing.content["event_on"] == "2026-09-16"
    assert list(casework.todo(branch.reviewer)) == [filing.case]
    assert owed(branch.officer, timezone.localdate()) == []


def test_the_bureau_acknowledges_with_a_numbered_receipt_that_verifies(
    branch: Branch, in_september: None
) -> None:
    filing = filed(branch)
    branch.acknowledge(filing)
    receipt = Receipt.objects.get(case=filing.case)
    assert receipt.number == "BA310000-2026-0001"
    assert filing.case.status == Case.Status.APPROVED
    found = casework.verified(receipt.code)
    assert found is not None
    assert (found.document_number, found.stands) == (receipt.number, True)


def test_only_the_bureaus_reviewer_acknowledges(branch: Branch, in_september: None) -> None:
    with pytest.raises(Refused):
        branch.do(filed(branch).case, "acknowledge", actor=branch.officer)


def test_a_late_filing_asks_for_the_reason(branch: Branch) -> None:
    with at(office_hour(OCTOBER_8 + timedelta(1))), pytest.raises(ValidationError) as error:
        filed(branch)
    assert set(error.value.message_dict) == {"late_reason"}
    assert not Case.objects.exists()


def test_a_late_filing_is_marked_with_its_days(branch: Branch) -> None:
    with at(office_hour(OCTOBER_8 + timedelta(3))):
        assert late_days(filed(branch, late_reason="经办人休假")) == 3


def test_the_last_day_itself_is_in_time(branch: Branch) -> None:
    with at(office_hour(OCTOBER_8, 23)):
        assert late_days(filed(branch)) == 0


def test_a_return_names_the_day_by_which_it_must_be_complete(
    branch: Branch, in_september: None
) -> None:
    filing = filed(branch)
    with pytest.raises(Refused):
        branch.give_back(filing, None)
    branch.give_back(filing, "2026-10-20")


def test_what_is_completed_by_the_given_day_stays_in_time(branch: Branch) -> None:
    with at(office_hour(OCTOBER_8)):
        filing = filed(branch)
        branch.give_back(filing, "2026-10-20")
    with at(office_hour(date(2026, 10, 20))):
        again = acts.supplement_filing(
            branch.officer, filing, {"late_reason": "", "remark": ""}, filing.case.version
        )
        again.case.refresh_from_db()
        assert (again.case.stage, late_days(again)) == ("bureau_review", 0)


def test_a_supplement_takes_what_the_register_says_by_then(
    branch: Branch, in_september: None
) -> None:
    filing = filed(branch)
    branch.give_back(filing, "2026-10-05")
    filing.tenancy.entered_on = date(2026, 9, 18)
    filing.tenancy.save()
    again = acts.supplement_filing(
        branch.officer, filing, {"late_reason": "", "remark": ""}, filing.case.version
    )
    again.refresh_from_db()
    assert (again.event_on, again.due_on) == (date(2026, 9, 18), OCTOBER_8)
    assert again.content["event_on"] == "2026-09-18"


@pytest.mark.parametrize(
    ("handed_in", "supplements", "late"),
    [
        (date(2026, 10, 8), [], 0),
        (date(2026, 10, 9), [], 1),
        (date(2026, 10, 8), [Supplement(date(2026, 10, 15), date(2026, 10, 15))], 0),
        (date(2026, 10, 8), [Supplement(date(2026, 10, 15), date(2026, 10, 17))], 2),
        (date(2026, 9, 20), [Supplement(date(2026, 9, 25), date(2026, 10, 8))], 0),
        (date(2026, 10, 8), [Supplement(date(2026, 10, 15))], 5),
        (None, [], 12),
    ],
)
def test_days_late_by_hand(
    handed_in: date | None, supplements: list[Supplement], late: int
) -> None:
    assert days_late(OCTOBER_8, handed_in, supplements, date(2026, 10, 20)) == late


def test_a_correction_is_a_filing_of_its_own_and_both_receipts_are_kept(
    branch: Branch, in_september: None
) -> None:
    first = filed(branch)
    branch.acknowledge(first)
    first.tenancy.entered_on = date(2026, 9, 15)
    first.tenancy.save()
    again = acts.correct_filing(branch.officer, first, "入驻日期应为15日")
    branch.acknowledge(again)
    old, new = Receipt.objects.get(case=first.case), Receipt.objects.get(case=again.case)
    assert (new.replaces, old.replaced_by) == (old, new)
    found = casework.verified(old.code)
    assert found is not None
    assert found.corrected_by == new.number
    assert first.content["event_on"] == "2026-09-16"


def test_a_filing_is_corrected_once_acknowledged_and_once_only(
    branch: Branch, in_september: None
) -> None:
    first = filed(branch)
    with pytest.raises(Refused):
        acts.correct_filing(branch.officer, first, "更正")
    branch.acknowledge(first)
    acts.correct_filing(branch.officer, first, "更正")
    with pytest.raises(Refused):
        acts.correct_filing(branch.officer, first, "更正")


def test_nothing_is_filed_twice(branch: Branch, in_september: None) -> None:
    filing = filed(branch)
    with pytest.raises(Refused) as refused:
        acts.file_event(branch.officer, filing.tenancy, ENTRY)
    assert refused.value.code == "filed"


def test_a_withdrawn_filing_is_owed_again(branch: Branch, in_september: None) -> None:
    filing = filed(branch)
    branch.do(filing.case, "withdraw", actor=branch.officer)
    assert len(owed(branch.officer, timezone.localdate())) == 1


def test_an_exit_is_filed_beside_its_entry(branch: Branch, in_september: None) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16, left_on=date(2026, 9, 18))
    acts.file_event(branch.officer, stay, ENTRY)
    assert acts.file_event(branch.officer, stay, EXIT).event_on == date(2026, 9, 18)


def test_an_exit_that_is_not_on_record_is_not_filed(branch: Branch, in_september: None) -> None:
    with pytest.raises(Refused) as refused:
        acts.file_event(branch.officer, branch.stay(entered_on=SEPTEMBER_16), EXIT)
    assert refused.value.code == "no_event"


def test_another_districts_park_is_not_there(branch: Branch, in_september: None) -> None:
    other = make.make_actor(Role.OFFICER, make.make_district_office("140702"))
    with pytest.raises(Park.DoesNotExist):
        acts.file_event(other, branch.stay(entered_on=SEPTEMBER_16), ENTRY)


def test_an_operator_does_not_file(branch: Branch, in_september: None) -> None:
    with pytest.raises(Refused):
        acts.file_event(branch.operator, branch.stay(entered_on=SEPTEMBER_16), ENTRY)


def test_a_park_that_is_no_branch_owes_nothing(branch: Branch, in_september: None) -> None:
    branch.park.recognitions.all().delete()
    stay = branch.stay(entered_on=SEPTEMBER_16)
    assert owed(branch.officer, timezone.localdate()) == []
    with pytest.raises(Refused) as refused:
        acts.file_event(branch.officer, stay, ENTRY)
    assert refused.value.code == "no_law"


def test_who_came_before_the_law_or_the_recognition_is_not_filed(branch: Branch) -> None:
    branch.park.recognitions.update(decided_on=date(2021, 3, 1))
    for day in (date(2021, 2, 28), date(2022, 6, 8), date(2022, 6, 9)):
        branch.stay(entered_on=day)
    found = owed(branch.officer, timezone.localdate())
    assert [one.on for one in found] == [date(2022, 6, 9)]
    branch.park.recognitions.update(decided_on=date(2022, 6, 10))
    assert owed(branch.officer, timezone.localdate()) == []


def test_an_exit_to_come_is_not_filed_yet(branch: Branch, in_september: None) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16, left_on=date(2026, 9, 21))
    with pytest.raises(Refused) as refused:
        acts.file_event(branch.officer, stay, EXIT)
    assert refused.value.code == "no_event"


def test_what_never_was_to_be_filed_hides_nothing_that_is(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filings, "READ", 1)
    branch.stay(entered_on=date(2020, 1, 1))
    branch.stay(entered_on=SEPTEMBER_16)
    assert [one.on for one in owed(branch.officer, timezone.localdate())] == [SEPTEMBER_16]


def test_what_the_list_has_no_room_for_is_found_by_its_name(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(filings, "SHOWN", 1)
    first, second = (branch.stay(entered_on=SEPTEMBER_16) for _ in range(2))
    today = timezone.localdate()
    assert [one.tenancy for one in owed(branch.officer, today)] == [first]
    found = owed_of(branch.officer, [f"{second.pk}-entry", "x-entry", ""], today)
    assert [one.tenancy for one in found] == [second]


def test_supporting_services_and_tenants_to_come_owe_nothing(
    branch: Branch, in_september: None
) -> None:
    branch.stay(agency=make.make_agency(kind="supporting"), entered_on=SEPTEMBER_16)
    branch.stay(prospective=True, entered_on=None)
    assert owed(branch.officer, timezone.localdate()) == []


def test_what_was_filed_on_paper_before_is_owed_no_more(branch: Branch, in_september: None) -> None:
    branch.stay(entered_on=date(2024, 6, 3))
    events = owed(branch.officer, timezone.localdate())
    assert events[0].is_late
    assert acts.note_earlier(branch.officer, events, "纸质备案1号（样例）", date(2024, 6, 5)) == 1
    assert owed(branch.officer, timezone.localdate()) == []
    noted = EarlierFiling.objects.get()
    assert (noted.document, noted.filed_on) == ("纸质备案1号（样例）", date(2024, 6, 5))
    assert AuditEntry.objects.filter(action="tenants.note_earlier").exists()


def test_the_operators_report_tells_the_districts_officers(
    branch: Branch, in_september: None
) -> None:
    licence = {"kind": "permit", "number": "样例1号", "issued_on": None, "expires_on": None}
    stay = STAY | {"entered_on": SEPTEMBER_16}
    acts.enter(branch.operator, branch.park, agency_values(), stay, licence)
    assert branch.officer.user_id
    message = OutboxMessage.objects.filter(recipient_id=branch.officer.user_id).first()
    assert message is not None
    assert message.params["due"] == {"date": "2026-10-08"}
