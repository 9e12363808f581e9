"""A sheet of events to file: how it is handed out, and all that can be wrong in a filled one."""

import io
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import Workbook, load_workbook

from accounts.roles import Role
from applications.samples.clock import at, office_hour
from records import Refused
from records.models import Attachment, AuditEntry
from tenants import acts
from tenants.filing_book.columns import LAYOUT
from tenants.models import Agency, EarlierFiling, Filing
from tests import factories as make
from tests.records.books import sheet_of, upload, with_part
from tests.tenants.filed import ENTRY, EXIT, SEPTEMBER_16, Branch, make_branch
from tests.tenants.sheets import AUGUST_3, book, faults_of, marked, plan_of, sent

pytestmark = pytest.mark.django_db
HEADED = [column.headed for column in LAYOUT.columns]


@pytest.fixture
def branch() -> Iterator[Branch]:
    with at(office_hour(date(2026, 9, 20))):
        yield make_branch()


def elsewhere() -> Any:
    """A licensed agency in a branch of another district."""
    park = make.make_park(area="310107")
    make.make_recognition(park, level="national", edition="shanghai-2022")
    return make.make_licensed_tenancy(park, entered_on=SEPTEMBER_16)


def test_the_sheet_holds_what_is_owed_in_the_district_and_marks_nothing(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    elsewhere()
    sheet = load_workbook(io.BytesIO(acts.take_sheet(branch.officer)))["备案"]
    head, *rows = sheet.iter_rows(values_only=True)
    assert list(head) == HEADED
    said = dict(zip(HEADED, *rows, strict=True))
    assert said["统一社会信用代码"] == stay.agency.credit_code
    assert (said["备案事项"], said["发生日期"].date()) == ("入驻", SEPTEMBER_16)
    assert said["备案期限"].date() == date(2026, 10, 8)
    assert (said["是否备案"], said["逾期原因"]) == (None, None)


def test_the_sheet_holds_also_what_no_page_looks_through(
    branch: Branch, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tenants.queries.filings.READ", 1)
    stays = [branch.stay(entered_on=SEPTEMBER_16) for _each in range(2)]
    sheet = load_workbook(io.BytesIO(acts.take_sheet(branch.officer)))["备案"]
    assert sheet.max_row == 1 + len(stays)


def test_that_the_sheet_was_taken_is_on_the_trail(branch: Branch) -> None:
    branch.stay(entered_on=SEPTEMBER_16)
    acts.take_sheet(branch.officer)
    assert AuditEntry.objects.get(action="tenants.take_filing_sheet").after == {"rows": 1}


def test_the_sheet_that_we_hand_out_files_what_is_marked_in_it(branch: Branch) -> None:
    stays = [branch.stay(entered_on=SEPTEMBER_16) for _each in range(2)]
    filled = load_workbook(io.BytesIO(acts.take_sheet(branch.officer)))
    filled["备案"].cell(2, HEADED.index("是否备案") + 1).value = "√"
    content = io.BytesIO()
    filled.save(content)
    kept = acts.keep_book(branch.officer, upload(content.getvalue()))
    plan = acts.foresee_book(branch.officer, kept)
    assert [one.tenancy for one in plan.to_file] == stays[:1]
    assert (plan.unmarked, faults_of(plan)) == (1, [])


def test_nothing_is_said_of_a_row_that_is_not_marked(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    rows = [marked(stay, file=mark, credit_code="1", event_on="去年") for mark in (None, "否")]
    plan = plan_of(branch.officer, *rows)
    assert (plan.unmarked, faults_of(plan), plan.to_file) == (2, [], [])


def test_all_that_is_wrong_in_a_sheet_is_named_at_once(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    late = branch.stay(entered_on=AUGUST_3)
    plan = plan_of(
        branch.officer,
        marked(stay, credit_code=stay.agency.credit_code[:-1] + "?"),
        marked(stay, park=None, event="搬家", event_on="2026-02-30"),
        marked(stay, name="样例另一家公司"),
        marked(late),
        marked(stay, file="也许"),
    )
    assert faults_of(plan) == [
        (2, "统一社会信用代码", "code_shape"),
        (3, "园区名称", "blank"),
        (3, "备案事项", "choice"),
        (3, "发生日期", "no_such_day"),
        (4, "机构名称", "name_differs"),
        (5, "逾期原因", "filing_late"),
        (6, "备案事项", "filing_twice"),
        (6, "是否备案", "choice"),
    ]
    assert plan.lines == []


WRONG: dict[str, Callable[[Branch], tuple[dict[str, Any], str, str]]] = {
    "a mistyped code": lambda b: (
        marked(b.stay(entered_on=SEPTEMBER_16), credit_code="91140700MA00000011"),
        "统一社会信用代码",
        "code_check",
    ),
    "an agency that is not here": lambda b: (
        marked(b.stay(entered_on=SEPTEMBER_16), credit_code=make.make_credit_code(99_999)),
        "统一社会信用代码",
        "filing_agency",
    ),
    "a park that is not here": lambda b: (
        marked(b.stay(entered_on=SEPTEMBER_16), park="样例无此园区"),
        "园区名称",
        "filing_park",
    ),
    "an exit of who stays": lambda b: (
        marked(b.stay(entered_on=SEPTEMBER_16), EXIT, event_on=SEPTEMBER_16),
        "备案事项",
        "filing_no_event",
    ),
    "another day than the register's": lambda b: (
        marked(b.stay(entered_on=SEPTEMBER_16), event_on=date(2026, 9, 15)),
        "发生日期",
        "filing_other_day",
    ),
    "an exit to come": lambda b: (
        marked(b.stay(entered_on=SEPTEMBER_16, left_on=date(2026, 12, 1)), EXIT),
        "发生日期",
        "filing_to_come",
    ),
    "a supporting service": lambda b: (
        marked(
            b.stay(
                entered_on=SEPTEMBER_16,
                agency=make.make_agency(kind=Agency.Kind.SUPPORTING),
            )
        ),
        "统一社会信用代码",
        "filing_supporting",
    ),
    "an entry before the law": lambda b: (
        marked(b.stay(entered_on=date(2010, 1, 4))),
        "园区名称",
        "filing_no_law",
    ),
}


@pytest.mark.parametrize("case", WRONG)
def test_a_row_says_why_it_is_not_filed(branch: Branch, case: str) -> None:
    row, heading, code = WRONG[case](branch)
    plan = plan_of(branch.officer, row)
    assert (2, heading, code) in faults_of(plan)
    assert plan.to_file == []


def test_another_districts_park_and_agency_are_not_there(branch: Branch) -> None:
    plan = plan_of(branch.officer, marked(elsewhere()))
    assert faults_of(plan) == [
        (2, "统一社会信用代码", "filing_agency"),
        (2, "园区名称", "filing_park"),
    ]


def test_an_officer_of_another_office_learns_who_files_there(branch: Branch) -> None:
    bureau = make.make_actor(Role.OFFICER, make.make_district_office("310000"))
    plan = plan_of(bureau, marked(branch.stay(entered_on=SEPTEMBER_16)))
    (fault,) = plan.checked.faults
    assert (fault.code, branch.officer.organisation in fault.params["reason"]) == ("refused", True)


def test_of_an_event_that_stands_twice_the_first_row_counts(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    plan = plan_of(branch.officer, marked(stay), marked(stay))
    assert faults_of(plan) == [(3, "备案事项", "filing_twice")]
    assert [line.row.number for line in plan.lines] == [2]


def test_what_was_filed_here_or_on_paper_is_unchanged(branch: Branch) -> None:
    here, paper = (branch.stay(entered_on=AUGUST_3) for _each in range(2))
    acts.file_event(branch.officer, here, ENTRY, late_reason="样例")
    EarlierFiling.objects.create(
        tenancy=paper, event=ENTRY, document="样例1号", recorded_by=make.user_of(branch.officer)
    )
    plan = plan_of(branch.officer, marked(here), marked(paper))
    assert (plan.filed, plan.to_file, faults_of(plan)) == (2, [], [])


def test_a_sheet_is_checked_anew_at_each_look(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    kept = sent(branch.officer, marked(stay))
    assert len(acts.foresee_book(branch.officer, kept).to_file) == 1
    stay.entered_on = date(2026, 9, 17)
    stay.save()
    plan = acts.foresee_book(branch.officer, kept)
    assert (plan.to_file, faults_of(plan)) == ([], [(2, "发生日期", "filing_other_day")])


def test_a_look_asks_as_many_queries_for_ten_rows_as_for_two(branch: Branch) -> None:
    def queries(count: int) -> int:
        rows = [marked(branch.stay(entered_on=SEPTEMBER_16)) for _each in range(count)]
        kept = sent(branch.officer, *rows)
        with CaptureQueriesContext(connection) as seen:
            assert len(acts.foresee_book(branch.officer, kept).to_file) == count
        return len(seen)

    queries(1)
    assert queries(2) == queries(10)


def test_an_offices_own_list_from_another_program_is_understood(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16, left_on=date(2026, 9, 18))
    made = Workbook()
    for line in (
        ["样例区人社局备案台账"],
        ["序号", "社会信用代码*", "园区", "事 项", "入驻或退出日期", "是否备案", "经办人"],
        [1, stay.agency.credit_code.lower(), stay.park.name, "迁出", "２０２６年９月１８日", "√"],
        ["合计", None, None, None, None, None],
    ):
        made.active.append(line)
    content = io.BytesIO()
    made.save(content)
    kept = acts.keep_book(branch.officer, upload(content.getvalue()))
    plan = acts.foresee_book(branch.officer, kept)
    assert faults_of(plan) == []
    assert [(one.tenancy, one.event) for one in plan.to_file] == [(stay, EXIT)]
    assert plan.checked.unread == ["序号", "经办人"]


def test_a_csv_file_of_an_old_office_is_understood(branch: Branch) -> None:
    stay = branch.stay(entered_on=SEPTEMBER_16)
    lines = [
        "统一社会信用代码,园区名称,备案事项,发生日期,是否备案",
        f"{stay.agency.credit_code},{stay.park.name},入驻,2026.9.16,是",
    ]
    content = "\r\n".join(lines).encode("gb18030")
    kept = acts.keep_book(branch.officer, upload(content, "备案.csv"))
    assert len(acts.foresee_book(branch.officer, kept).to_file) == 1


def refusal(branch: Branch, content: bytes, name: str = "备案.xlsx") -> str:
    with pytest.raises(Refused) as refused:
        acts.keep_book(branch.officer, upload(content, name))
    assert not Attachment.objects.exists()
    assert not Filing.objects.exists()
    return refused.value.code


def test_a_bomb_is_refused(branch: Branch) -> None:
    zeros = b"<worksheet>" + b" " * (30 * 1024 * 1024) + b"</worksheet>"
    content = with_part(book(), "xl/worksheets/sheet1.xml", zeros)
    assert refusal(branch, content) == "unpacks_too_large"


def test_a_workbook_of_macros_is_refused(branch: Branch) -> None:
    assert refusal(branch, with_part(book(), "xl/vbaProject.bin", b"sample")) == "macros"


def test_a_workbook_without_the_column_of_the_mark_is_refused(branch: Branch) -> None:
    content = sheet_of([["统一社会信用代码", "备案事项", "园区名称", "发生日期"]])
    assert refusal(branch, content) == "no_filing_header"


def test_only_an_officer_files_from_a_sheet(branch: Branch) -> None:
    for actor in (branch.operator, branch.reviewer):
        with pytest.raises(Refused) as refused:
            sent(actor)
        assert refused.value.code == "role"
