"""A park's name: who bears it however it is written, and by when its use is best handed in."""

import re
from datetime import date

import pytest

import rules
from rules.procedure import Procedure

USE = rules.edition("shanghai-2022").name_use
PARK = "中国上海人力资源服务产业园区"
STEM = "中国上海人力资源服务产业园"
EAST, HONGQIAO = f"{PARK}东部园", f"{PARK}虹桥园"


@pytest.mark.parametrize(
    ("written", "protected"),
    [
        (PARK, PARK),
        (f"样例{PARK}会展有限公司", PARK),
        ("中国（上海）人力资源服务产业园区咨询", PARK),
        ("中国(上海)人力资源服务产业园区咨询", PARK),
        ("中国 上海 人力资源服务 产业园区", PARK),
        ("中国\u3000上海人力资源服务产业园区", PARK),
        ("“中国上海”人力资源『服务』产业园区", PARK),
        ("中国·上海—人力资源服务产业园区", PARK),
        ("中国上海人力\u200b资源服务产业园区", PARK),
        ("中国上海人力资源服务产业园区（东部园）论坛", EAST),
        (f"“{EAST}、{HONGQIAO}”", EAST),
        (f"{PARK}“虹桥园”", HONGQIAO),
        (f"{STEM}服务有限公司", STEM),
        ("中国（上海）人力资源服务产业园", STEM),
        (f"{STEM}区服务有限公司", PARK),
        ("样例人力资源服务产业园区", None),
        ("中国上海人力资源产业园区", None),
        ("中国上海市人力资源服务产业园区", None),
        ("", None),
    ],
)
def test_a_protected_name_is_found_however_it_is_written(written, protected) -> None:
    assert USE is not None
    assert USE.borne(written) == protected
    assert bool(re.search(USE.pattern, written)) is bool(protected)


@pytest.mark.parametrize(
    ("event", "best_by"),
    [
        (date(2026, 12, 11), date(2026, 11, 27)),
        (date(2026, 12, 13), date(2026, 11, 30)),
        # The days off of October are skipped, the make-up Saturday counts.
        (date(2026, 10, 14), date(2026, 9, 23)),
    ],
)
def test_ten_working_days_before_are_advised(event: date, best_by: date) -> None:
    assert USE is not None
    assert USE.advised_by(event) == best_by


def of(key: str) -> Procedure:
    return rules.edition("shanghai-2022").procedures[key]


def test_what_the_district_does_itself_is_filed_and_what_others_do_is_authorised() -> None:
    assert of("name_filing").is_filed
    assert not of("name_authorisation").is_filed
    assert of("name_filing").applicant.itself
    assert not of("name_authorisation").applicant.is_named


def test_every_hand_on_the_way_asks_whether_the_event_lies_ahead() -> None:
    onward = [
        move
        for stage in of("name_authorisation").stages
        for move in stage.moves
        if move.action in ("submit", "forward", "approve")
    ]
    assert len(onward) == 4
    assert all("before_event" in move.guards for move in onward)
    handed_in = of("name_filing").move("draft", "submit")
    assert handed_in is not None
    assert "before_event" in handed_in.guards


def test_several_activities_of_a_park_may_be_under_way() -> None:
    several = {
        key
        for edition in rules.editions()
        for key, procedure in edition.procedures.items()
        if procedure.several
    }
    assert several == {"name_filing", "name_authorisation"}
