"""Words and numerals of the law against numbers of the code."""

from decimal import Decimal

import pytest

from rules import facts
from rules.conditions import CountAbove, Listed, Threshold, at_least, at_most, more_than
from rules.words import Phrase, WordsDisagree, number, read, require_term


@pytest.mark.parametrize(
    ("words", "operator", "value", "unit"),
    [
        ("不少于20万人次", ">=", "200000", "人次"),
        ("不低于20亿元人民币", ">=", "2000000000", "元"),
        ("一般不低于4万平方米", ">=", "40000", "平方米"),
        ("达3000万元以上", ">=", "30000000", "元"),
        ("达到500万元及以上", ">=", "5000000", "元"),
        ("满3年", ">=", "3", "年"),
        ("三年以上（含）", ">=", "3", "年"),
        ("60分以下", "<=", "60", "分"),
        ("15日内", "<=", "15", "日"),
        ("30日以内", "<=", "30", "日"),
        ("不超过３个", "<=", "3", "个"),
        ("不得超过3个", "<=", "3", "个"),
        ("不超10万", "<=", "100000", ""),
        ("最高 300 万元", "<=", "3000000", "元"),
        ("不得少于五家", ">=", "5", "家"),
        ("不得低于1,000平方米", ">=", "1000", "平方米"),
        ("超过2000万元", ">", "20000000", "元"),
        ("首次突破1亿元", ">", "100000000", "元"),
        ("30日以外", ">", "30", "日"),
        ("不满十八个月", "<", "18", "个月"),
        ("不超过百分之三十", "<=", "30", "%"),
        ("不超过３０％", "<=", "30", "%"),
        ("不少于1.5万㎡", ">=", "15000", "平方米"),
        ("三年以上（不含）", ">", "3", "年"),
        ("60分以下（不含）", "<", "60", "分"),
        ("60分以下（含）", "<=", "60", "分"),
        ("为期5个工作日", None, "5", "个工作日"),
    ],
)
def test_words_are_read_as_the_law_means_them(words, operator, value, unit) -> None:
    assert Phrase(operator, Decimal(value), unit) in read(words)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("20万", "200000"),
        ("1.5亿", "150000000"),
        ("3千", "3000"),
        ("2百万", "2000000"),
        ("二十五", "25"),
        ("十", "10"),
        ("十五", "15"),
        ("两万", "20000"),
        ("三千", "3000"),
        ("一千二百三十四万五千六百七十八", "12345678"),
        ("一百零八", "108"),
        ("十万", "100000"),
        ("三亿", "300000000"),
        ("二亿五千万", "250000000"),
        ("1,234,567.89", "1234567.89"),
    ],
)
def test_a_written_number_has_its_value(written: str, value: str) -> None:
    assert number(written) == Decimal(value)


@pytest.mark.parametrize("words", ["未达到500万元", "未超过3个", "不得达到5家", "无不少于5家"])
def test_a_negation_that_is_not_understood_is_refused(words: str) -> None:
    with pytest.raises(WordsDisagree, match="negation"):
        read(words)


def test_two_words_that_contradict_each_other_are_refused() -> None:
    with pytest.raises(WordsDisagree, match="contradicts"):
        read("超过30家以下")


@pytest.mark.parametrize(
    ("bound", "words"),
    [
        (at_least(39), "不少于40家"),
        (at_least(40), "不少于4家"),
        (more_than(40), "不少于40家"),
        (at_most(40), "不少于40家"),
        (at_least(40), "超过40家"),
        (at_least(40), "不少于40人次"),
        (at_least(40), "不少于40"),
        (at_least(40), "四十家"),
        (at_least(40), "不少于40家，不少于50家"),
        (at_least(40), "若干家"),
    ],
)
def test_a_threshold_whose_words_and_number_disagree_cannot_be_built(bound, words) -> None:
    with pytest.raises(WordsDisagree):
        Threshold("XX-1", "", "", words, facts.OPERATING_AGENCIES, bound)


def test_each_number_of_a_list_stands_under_the_comparison_before_the_first() -> None:
    words = "首次突破1亿元、5亿元"
    for limit in (100_000_000, 500_000_000):
        Listed("XX-1", "", "", words, facts.ANNUAL_REVENUE, more_than(limit))
    for bound in (more_than(200_000_000), at_least(500_000_000)):
        with pytest.raises(WordsDisagree):
            Listed("XX-1", "", "", words, facts.ANNUAL_REVENUE, bound)


@pytest.mark.parametrize(
    ("each", "least", "words"),
    [
        (more_than(5_000_000), at_least(3), "超过500万元的机构不少于4家"),
        (more_than(5_000_000), at_least(3), "超过50万元的机构不少于3家"),
        (at_least(5_000_000), at_least(3), "超过500万元的机构不少于3家"),
        (more_than(5_000_000), at_least(3), "机构不少于3家，超过500万元"),
    ],
)
def test_a_count_whose_words_and_numbers_disagree_cannot_be_built(each, least, words) -> None:
    with pytest.raises(WordsDisagree):
        CountAbove("XX-1", "", "", words, facts.AGENCY_GROSS_REVENUES, least, each)


@pytest.mark.parametrize(
    ("words", "length", "unit"),
    [("15日内", 14, "日"), ("15日内", 15, "个工作日"), ("15日内", 15, "年")],
)
def test_a_period_whose_words_and_length_disagree_is_refused(words, length, unit) -> None:
    with pytest.raises(WordsDisagree):
        require_term(words, length, unit, "<=")


def test_at_least_five_working_days_are_not_exactly_five() -> None:
    require_term("不少于5个工作日", 5, "个工作日", ">=")
    with pytest.raises(WordsDisagree):
        require_term("不少于5个工作日", 5, "个工作日")
