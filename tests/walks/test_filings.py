"""Entries into a branch of the national park in a browser, in Chinese: filed, verified, overdue."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from casework.models import Receipt
from parks.models import Park
from records import credit_code
from records.acts import sweep
from tests import factories as make
from tests.walks.hands import Opener, Walker, assert_printed, in_chinese, make_world, pdf_text

pytestmark = pytest.mark.django_db(transaction=True)

OPERATOR, OFFICER, HEAD, REVIEWER = (
    "sh-one-operator", "jingan-officer", "jingan-head", "sh-reviewer",
)  # fmt: skip
AGENCY = "样例入驻人力资源有限公司"


@pytest.fixture
def park(transactional_db: None) -> Park:
    make_world("sh-park", "sh-one")
    return Park.objects.get(parent__isnull=False)


@pytest.fixture
def walker(park: Park, new_page: Opener, tmp_path: Path) -> Walker:
    return Walker(new_page, tmp_path)


def test_an_entry_is_reported_filed_acknowledged_and_its_receipt_verified(
    walker: Walker, park: Park
) -> None:
    the_operator_reports(walker, park, timezone.localdate() - timedelta(days=3))
    the_officer_files(walker)
    receipt = the_bureau_acknowledges(walker)
    the_public_verifies(walker, receipt)


def the_operator_reports(walker: Walker, park: Park, day: date) -> None:
    """The last day is shown while the day of entry is typed."""
    walker.sign_in(OPERATOR)
    walker.page.goto(f"/parks/{park.pk}/tenants/add/")
    code = credit_code.complete("91310106", "MA9H9000")
    walker.fill(credit_code=code, name=AGENCY, licence_number="样例沪9000")
    walker.page.locator("main [name=entered_on]").press_sequentially(in_chinese(day))
    walker.page.locator("#due").get_by_text("前（含当日）备案").wait_for()
    walker.press("保存")
    walker.page.get_by_role("heading", level=1, name=AGENCY).wait_for()


def the_officer_files(walker: Walker) -> None:
    walker.sign_in(OFFICER)
    walker.page.get_by_role("link", name="机构备案").click()
    walker.press(AGENCY)
    walker.page.get_by_text("第二十二条").first.wait_for()
    walker.press("备案")
    walker.page.wait_for_url("**/cases/*/")


def the_bureau_acknowledges(walker: Walker) -> Receipt:
    """The receipt is a paper: it says what was filed, and carries its own code."""
    walker.sign_in(REVIEWER)
    walker.open_case(AGENCY)
    walker.step("予以备案")
    receipt = Receipt.objects.get()
    paper = pdf_text(walker, "备案回执（PDF）")
    assert_printed(paper, [receipt.number, receipt.code, AGENCY, "按期"])
    return receipt


def the_public_verifies(walker: Walker, receipt: Receipt) -> None:
    walker.leave()
    walker.page.goto("/public/verify/")
    walker.fill(code=receipt.code)
    walker.press("验真")
    walker.page.get_by_text("真实有效").wait_for()
    walker.page.get_by_text(receipt.number).wait_for()


def test_an_overdue_entry_is_told_to_the_superior_and_filed_with_its_reason(
    walker: Walker, park: Park
) -> None:
    today = timezone.localdate()
    agency = make.make_agency(name=AGENCY)
    make.make_licensed_tenancy(park, agency=agency, entered_on=today - timedelta(days=40))
    sweep(today)
    walker.sign_in(HEAD)
    walker.page.goto("/messages/")
    walker.page.locator("main").get_by_text("已逾期").first.click()
    walker.sign_in(OFFICER)
    walker.page.get_by_role("link", name="机构备案").click()
    walker.press(AGENCY)
    walker.press("备案")
    walker.page.get_by_role("alert").first.wait_for()
    walker.fill(late_reason="经办人员调动，材料移交延误。")
    walker.press("备案")
    walker.page.get_by_text("逾期").first.wait_for()
