from datetime import date
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError

from records.fields import ChineseDateField, ChineseDecimalField, PhoneField


@pytest.mark.parametrize(
    "written",
    [
        "2026-01-05",
        "2026-1-5",
        "2026/1/5",
        "2026.1.5",
        "2026年1月5日",
        "２０２６年１月５日",
        " 2026 年 1 月 5 日 ",
    ],
)
def test_a_date_is_read_in_every_form_of_the_offices(written: str) -> None:
    assert ChineseDateField().clean(written) == date(2026, 1, 5)


@pytest.mark.parametrize(
    "written", ["2026-13-01", "2026-02-30", "5/1/2026", "26-1-5", "明天", "2026"]
)
def test_what_is_no_date_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        ChineseDateField().clean(written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1234.50", "1234.50"),
        ("1,234,567", "1234567"),
        ("１２３４", "1234"),
        (" 1 234 ", "1234"),
        ("12.5万元", "125000"),
        ("12.50万", "125000"),
        ("2亿", "200000000"),
        ("300元", "300"),
        ("0", "0"),
        ("-3", "-3"),
    ],
)
def test_an_amount_is_read_as_offices_write_it(written: str, number: str) -> None:
    assert ChineseDecimalField(max_digits=16, decimal_places=2).clean(written) == Decimal(number)


@pytest.mark.parametrize(
    "written", ["十二", "1.2.3", "NaN", "1e5", "12万5", "9" * 40 + "万", "约100"]
)
def test_what_is_no_amount_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        ChineseDecimalField(max_digits=16, decimal_places=2).clean(written)


def test_an_empty_optional_field_is_nothing_and_not_zero() -> None:
    assert ChineseDecimalField(required=False).clean("") is None
    assert ChineseDateField(required=False).clean("") is None


@pytest.mark.parametrize("written", ["13800000000", "０３５４-2630000", "021 6380 0000 转 12"])
def test_a_telephone_number_is_read(written: str) -> None:
    assert PhoneField().clean(written)


@pytest.mark.parametrize("written", ["12345", "无", "-------"])
def test_what_nobody_can_call_is_refused(written: str) -> None:
    with pytest.raises(ValidationError):
        PhoneField().clean(written)
