"""What the law refuses, with clause and sentence, and the year of preparation day by day."""

from dataclasses import replace
from datetime import date

import pytest

import rules
from rules.applicants import Follows, Recognised
from rules.duties import Term
from rules.outcomes import Period
from rules.refusal import Refusal, in_words
from rules.words import WordsDisagree
from rules.workdays import BUILT_IN

FORMAL = rules.edition("shanghai-2022").procedures["formal"]
FOLLOWS = next(each for each in FORMAL.requires if isinstance(each, Follows))
YEAR = FOLLOWS.period


def day(written: str) -> date:
    return date.fromisoformat(written)


LAST_DAYS = [
    # approved, nominal, last day, provisional
    ("2023-02-28", "2024-02-28", "2024-02-28", False),
    ("2024-02-29", "2025-02-28", "2025-02-28", False),
    # Spring Festival 2026: 15 to 23 February
    ("2025-02-15", "2026-02-15", "2026-02-24", False),
    # Dragon Boat Festival on a Saturday
    ("2025-06-20", "2026-06-20", "2026-06-22", False),
    # a Sunday and a Saturday that are made up
    ("2025-09-20", "2026-09-20", "2026-09-20", False),
    ("2025-10-10", "2026-10-10", "2026-10-10", False),
    # National Day
    ("2025-10-01", "2026-10-01", "2026-10-08", False),
    # a plain Saturday
    ("2025-11-21", "2026-11-21", "2026-11-23", False),
    # years not yet announced: Monday to Friday assumed
    ("2026-03-10", "2027-03-10", "2027-03-10", True),
    ("2026-01-01", "2027-01-01", "2027-01-01", True),
    ("2026-05-01", "2027-05-01", "2027-05-03", True),
    ("2028-02-29", "2029-02-28", "2029-02-28", True),
]


@pytest.mark.parametrize(("approved", "nominal", "last", "provisional"), LAST_DAYS)
def test_a_preparation_ends_after_a_year_on_a_working_day(
    approved, nominal, last, provisional
) -> None:
    due = YEAR.due(day(approved))
    assert (due.nominal, due.due, due.provisional) == (day(nominal), day(last), provisional)


def test_once_a_year_is_announced_its_holidays_move_the_last_day() -> None:
    new_year = frozenset(date(2027, 1, n) for n in (1, 2, 3))
    announced = replace(BUILT_IN, off=BUILT_IN.off | new_year, years=BUILT_IN.years | {2027})
    due = YEAR.due(day("2026-01-01"), announced)
    assert (due.due, due.provisional) == (day("2027-01-04"), False)


# Approved on 10 March 2025: the last day is 10 March 2026.
WARNINGS = [
    ("2025-12-09", ()),
    ("2025-12-10", (90,)),
    ("2026-02-07", (90,)),
    ("2026-02-08", (90, 30)),
    ("2026-03-09", (90, 30)),
    ("2026-03-10", (90, 30, 0)),
    ("2026-05-01", (90, 30, 0)),
]


@pytest.mark.parametrize(("on", "warned"), WARNINGS)
def test_warnings_come_90_30_and_0_days_before_and_are_caught_up(on, warned) -> None:
    assert YEAR.warned_by(day("2025-03-10"), day(on)) == warned


# Approved on 1 October 2025: the last day rolls to 8 October 2026.
STATES = [
    (None, "2026-10-01", "running"),
    (None, "2026-10-08", "running"),
    (None, "2026-10-09", "lapsed"),
    ("2025-10-09", "2025-10-09", "applied"),
    ("2026-10-08", "2026-10-08", "applied"),
    ("2026-10-08", "2027-01-01", "applied"),
    ("2026-10-09", "2026-10-09", "lapsed"),
]


@pytest.mark.parametrize(("applied", "on", "state"), STATES)
def test_a_preparation_lapses_by_itself_unless_applied_for_in_time(applied, on, state) -> None:
    applied_on = day(applied) if applied else None
    assert YEAR.state(day("2025-10-01"), applied_on, day(on)) == state


def test_a_formal_application_on_the_rolled_last_day_is_in_time() -> None:
    assert FOLLOWS.refusal(day("2025-10-01"), day("2026-10-08")) is None


def test_a_formal_application_after_the_last_day_is_refused() -> None:
    assert FOLLOWS.refusal(day("2025-10-01"), day("2026-10-09")) == Refusal(
        "SH-9",
        "筹建期已于2026年10月8日届满，到期自然终止；须重新申请筹建。",
        "The preparation ended by itself on 8 October 2026; apply for preparation again.",
    )


def test_a_formal_application_without_a_preparation_is_refused() -> None:
    assert FOLLOWS.refusal(None, day("2026-10-08")) == Refusal(
        "SH-9",
        "没有批复同意的筹建，不能正式申请设立分园。",
        "No preparation was approved: a branch cannot be applied for.",
    )


def test_a_period_whose_words_print_another_length_cannot_be_built() -> None:
    with pytest.raises(WordsDisagree):
        Period(Term(2, "years"), "SH-9", "筹建期为1年")


@pytest.mark.parametrize(
    ("edition", "procedure", "clause", "level"),
    [
        ("shanghai-2022", "carrier_change", "SH-2", "national"),
        ("jinzhong-2022", "new_branch", "JZ-11", "city"),
        ("jinzhong-2022", "recommendation", "JZ-16", "city"),
        ("yunnan-2021", "new_branch", "YN-7", "province"),
        ("yunnan-2021", "recommendation", "YN-17", "province"),
    ],
)
def test_what_asks_for_a_standing_park_refuses_any_other(edition, procedure, clause, level) -> None:
    (standing,) = rules.edition(edition).procedures[procedure].requires
    assert isinstance(standing, Recognised)
    assert standing.level == level
    assert standing.refusal(True) is None
    assert standing.refusal(False) == Refusal(
        clause,
        "只有已经认定、认定仍有效的产业园才能申请。",
        "Only a park whose recognition stands may apply.",
    )


def test_an_organisation_of_the_wrong_kind_is_refused() -> None:
    applicant = rules.edition("chongqing-2021").procedures["recognition"].applicant
    assert applicant.refusal("district") is None
    told = Refusal(
        "CQ-9(1)",
        "本事项由区县（自治县）人民政府提出，由所在地人力资源社会保障部门报送。",
        "This is for the district government to apply for and for the local HR office to hand in.",
    )
    assert [applicant.refusal(each) for each in ("operator", "bureau", None)] == [told] * 3


@pytest.mark.parametrize(
    ("edition", "procedure", "titles"),
    [
        ("shanghai-2022", "preparation", ["区（域）人民政府", "特定区域管理机构"]),
        ("shanghai-2022", "carrier_change", ["所在区（域）"]),
        ("jinzhong-2022", "new_branch", ["产业园所在地人力资源社会保障部门"]),
        ("chongqing-2021", "recognition", ["区县（自治县）人民政府", "开发区管理委员会"]),
        ("yunnan-2021", "recognition", ["州（市）人民政府"]),
        ("yunnan-2021", "new_branch", ["州（市）人力资源社会保障部门"]),
        ("qingpu-2022", "recognition", ["主管部门"]),
    ],
)
def test_the_applicants_of_record_are_those_of_the_text(edition, procedure, titles) -> None:
    applicant = rules.edition(edition).procedures[procedure].applicant
    assert [title.zh for title in applicant.titles] == titles


def test_a_zone_that_chongqings_text_does_not_name_is_marked() -> None:
    applicant = rules.edition("chongqing-2021").procedures["recognition"].applicant
    assert [title.system_default for title in applicant.titles] == [False, True]


# Published on 24 September 2026: five working days end on 9 October.
NOTICES = [
    ("jinzhong-2022", "2026-10-08", "公示自发布次日起5个工作日，不得早于2026年10月9日24时结束。"),
    ("jinzhong-2022", "2026-10-09", None),
    ("jinzhong-2022", "2026-10-10", None),
    ("yunnan-2021", "2026-10-08", "公示自发布次日起5个工作日，须于2026年10月9日24时结束。"),
    ("yunnan-2021", "2026-10-09", None),
    ("yunnan-2021", "2026-10-10", "公示自发布次日起5个工作日，须于2026年10月9日24时结束。"),
    ("chongqing-2021", "2026-09-30", "公示自发布次日起5个工作日，不得早于2026年10月9日24时结束。"),
]


@pytest.mark.parametrize(("edition", "ends", "sentence"), NOTICES)
def test_a_notice_that_ends_on_a_wrong_day_is_refused(edition, ends, sentence) -> None:
    notice = rules.edition(edition).procedures["recognition"].notice
    assert notice is not None
    refusal = notice.refusal(day("2026-09-24"), day(ends))
    assert (refusal and refusal.zh) == sentence
    assert refusal is None or refusal.clause == notice.clause


def test_a_notice_is_refused_in_english_too() -> None:
    for edition, bound in (("jinzhong-2022", "cannot end before"), ("yunnan-2021", "must end on")):
        notice = rules.edition(edition).procedures["recognition"].notice
        assert notice is not None
        refusal = notice.refusal(day("2026-09-24"), day("2026-10-08"))
        assert refusal is not None
        assert refusal.en == (
            f"A notice stands for 5 working days; it {bound} 9 October 2026, 24:00."
        )


def test_the_ministrys_decision_cannot_be_dated_before_the_letter() -> None:
    paper = FORMAL.stage("ministry").record
    assert paper is not None
    assert (paper.after, paper.fields) == ("letter", ("document_number", "decided_on", "outcome"))
    assert paper.refusal(day("2026-06-01"), day("2026-06-01")) is None
    assert paper.refusal(day("2026-05-31"), day("2026-06-01")) == Refusal(
        "SH-9",
        "人力资源社会保障部批复的日期不得早于2026年6月1日。",
        "Decision of the ministry: its date cannot be before 1 June 2026.",
    )


def test_the_letter_is_recorded_by_number_and_date_after_the_bureaus_consent() -> None:
    paper = FORMAL.stage("letter").record
    assert paper is not None
    assert (paper.after, paper.fields) == ("decision", ("document_number", "decided_on"))


def test_a_day_is_written_in_full() -> None:
    assert in_words(day("2028-02-29")) == ("2028年2月29日", "29 February 2028")
