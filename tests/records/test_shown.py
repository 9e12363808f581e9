from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import RequestFactory
from django.utils import translation

from records.templatetags.said import clause, said
from records.templatetags.shown import day, masked_phone, moment, sort_head, wan, yuan
from rules.source import Text


def test_words_are_said_in_the_language_of_the_page() -> None:
    words = Text("产业园", "park")
    with translation.override("zh-hans"):
        assert said(words) == said({"zh": "产业园", "en": "park"}) == "产业园"
    with translation.override("en"):
        assert said(words) == said({"zh": "产业园", "en": "park"}) == "park"


def test_plain_words_and_nothing_are_said_as_they_are() -> None:
    assert (said("样例"), said(None)) == ("样例", "")


def test_a_clause_is_cited_as_people_write_it() -> None:
    with translation.override("zh-hans"):
        assert clause("JZ-9(3)") == "第九条（三）"
    with translation.override("en"):
        assert clause("JZ-9(3)") == "Article 9(3)"


def test_what_is_no_clause_is_shown_as_it_is() -> None:
    assert clause("system default") == "system default"


def test_a_day_is_written_out() -> None:
    with translation.override("zh-hans"):
        assert day(date(2026, 1, 5)) == "2026年1月5日"
    with translation.override("en"):
        assert day(date(2026, 1, 5)) == "5 January 2026"


def test_an_instant_is_shown_in_chinas_time() -> None:
    late = datetime(2026, 11, 20, 16, 5, tzinfo=UTC)
    with translation.override("zh-hans"):
        assert moment(late) == "2026年11月21日 00:05"
        assert day(late) == "2026年11月21日"


def test_no_day_is_no_text() -> None:
    assert (day(None), moment(None), yuan(None), wan(None), wan("")) == ("", "", "", "", "")


@pytest.mark.parametrize(
    ("amount", "in_yuan", "in_wan"),
    [
        (2_400_000, "2,400,000.00", "240.00"),
        (Decimal("0.005"), "0.01", "0.00"),
        ("1234.5", "1,234.50", "0.12"),
        (0, "0.00", "0.00"),
    ],
)
def test_money_has_two_decimals(amount: object, in_yuan: str, in_wan: str) -> None:
    assert (yuan(amount), wan(amount)) == (in_yuan, in_wan)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("number", "shown"),
    [("13800005678", "138****5678"), ("03541234567", "035****4567"), ("6001", "**01"), ("", "")],
)
def test_a_telephone_number_is_masked(number: str, shown: str) -> None:
    assert masked_phone(number) == shown


def test_sorting_keeps_the_filter_and_begins_at_the_first_page() -> None:
    request = RequestFactory().get("/", {"kind": "operator", "sort": "name", "after": "x"})
    head = sort_head({"request": request}, "name", "Name")
    assert head["query"] == "kind=operator&sort=-name"
    assert head["order"] == "ascending"
