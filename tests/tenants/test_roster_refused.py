"""A roster as csv, and what is refused whole: nothing is half done."""

import csv
import io

import pytest

from accounts.roles import Role
from parks.models import Park
from records import Refused
from records.actor import Actor
from records.models import Attachment
from records.workbooks.writing import with_reasons
from tenants.acts import apply_roster, check_roster
from tenants.models import RosterImport, Tenancy
from tenants.roster.columns import LAYOUT
from tests.factories import (
    make_actor,
    make_credit_code,
    make_park,
)
from tests.records.books import sheet_of, upload, with_part
from tests.tenants.books import book, good_row
from tests.tenants.messy import text
from tests.tenants.uploads import YEAR, run

pytestmark = pytest.mark.django_db


@pytest.fixture
def park() -> Park:
    return make_park()


@pytest.fixture
def operator(park: Park) -> Actor:
    return make_actor(Role.OPERATOR, park.operator)


def refusal(actor: Actor, park: Park, content: bytes, name: str = "名册.xlsx") -> Refused:
    with pytest.raises(Refused) as refused:
        check_roster(actor, park, upload(content, name), YEAR)
    assert not RosterImport.objects.exists()
    assert not Attachment.objects.exists()
    return refused.value


@pytest.mark.parametrize("file", ["utf8 with its mark", "tabs", "utf8 without a mark"])
def test_a_csv_file_fills_the_register(operator: Actor, park: Park, file: str) -> None:
    content = text.FILES[file]()
    found = apply_roster(operator, check_roster(operator, park, upload(content, "名册.csv"), YEAR))
    assert found.state == "applied"
    assert Tenancy.objects.filter(park=park).count() == found.summary["rows"]


def test_the_same_csv_file_a_second_time_changes_nothing(operator: Actor, park: Park) -> None:
    for _turn in range(2):
        file = upload(text.FILES["utf8 with its mark"](), "名册.csv")
        found = apply_roster(operator, check_roster(operator, park, file, YEAR))
    assert (found.summary["unchanged"], found.changes) == (2, [])


def test_a_csv_file_comes_back_as_csv_with_its_reasons(operator: Actor, park: Park) -> None:
    content = text.FILES["gb18030 of an office"]()
    found = check_roster(operator, park, upload(content, "名册.csv"), YEAR)
    back = with_reasons(io.BytesIO(content), (LAYOUT,), found.errors)
    lines = list(csv.reader(io.StringIO(back.decode("utf-8-sig"))))
    assert lines[0][-1] == "错误原因"
    assert (lines[1][-1], lines[2][-1][:4]) == ("", "上年营业")
    again = check_roster(operator, park, upload(back, "错误.csv"), YEAR)
    assert [e["code"] for e in again.errors] == ["negative"]


def test_bytes_in_no_known_encoding_are_refused(operator: Actor, park: Park) -> None:
    assert refusal(operator, park, b"\xff\x81\xff,\x80\xff\r\n", "名册.csv").code == "encoding"


def test_a_workbook_that_is_called_csv_is_refused(operator: Actor, park: Park) -> None:
    assert refusal(operator, park, book(good_row()), "名册.csv").code == "wrong_extension"


def test_zero_bytes_are_no_csv(operator: Actor, park: Park) -> None:
    assert refusal(operator, park, b"a,b\0c\r\n", "名册.csv").code == "wrong_type"


def test_a_bomb_is_refused(operator: Actor, park: Park) -> None:
    zeros = b"<worksheet>" + b" " * (30 * 1024 * 1024) + b"</worksheet>"
    content = with_part(book(good_row()), "xl/worksheets/sheet1.xml", zeros)
    assert refusal(operator, park, content).code == "unpacks_too_large"


def test_a_workbook_of_macros_is_refused_by_name_and_by_content(
    operator: Actor, park: Park
) -> None:
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
        b'PartName="/xl/workbook.xml" ContentType='
        b'"application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>'
    )
    content = with_part(book(good_row()), "[Content_Types].xml", types)
    assert refusal(operator, park, content, "名册.xlsm").code == "macros"
    assert refusal(operator, park, content).code == "macros"
    assert refusal(operator, park, book(good_row()), "名册.xlsm").code == "wrong_extension"


def rejected(actor: Actor, park: Park, content: bytes, name: str = "名册.xlsx") -> str:
    """Why a long file is rejected by its job, nothing being done."""
    found = check_roster(actor, park, upload(content, name), YEAR)
    run(found)
    assert (found.state, found.changes) == ("rejected", [])
    return str(found.errors[0]["params"]["reason"])


@pytest.mark.parametrize("cells", [2_000_000, 100_000])
def test_two_hundred_thousand_rows_are_refused_for_their_number(
    operator: Actor, park: Park, monkeypatch: pytest.MonkeyPatch, cells: int
) -> None:
    """Whether they are counted by what the sheet reaches over, or one by one."""
    monkeypatch.setattr("records.workbooks.extent.MAX_CELLS", cells)
    rows = [["机构名称", "统一社会信用代码"], *[["样例公司", make_credit_code(1)]] * 200_000]
    assert "20000" in rejected(operator, park, sheet_of(rows))


def test_two_hundred_thousand_lines_of_csv_are_refused(operator: Actor, park: Park) -> None:
    line = f"样例公司,{make_credit_code(1)}\r\n"
    content = ("机构名称,统一社会信用代码\r\n" + line * 200_000).encode("gb18030")
    assert "20000" in rejected(operator, park, content, "名册.csv")
