"""A bureau's own sheet, given as rows: what is wrong with it, and what it scores."""

import json
from copy import deepcopy
from typing import Any

import pytest

import rules
from rules.sheets import own_sheet, problems

FRAME = rules.edition("jinzhong-2022").evaluation.frame
OWN: dict[str, Any] = {
    "key": "2026",
    "title": "样例评分表",
    "total": 100,
    "rows": [
        {
            "head": "economy",
            "item": "1",
            "zh": "营收增长",
            "maximum": 30,
            "kind": "bands",
            "scale": "growth",
            "unit": "%",
            "bands": [
                {"from": "10", "to": None, "points": "30"},
                {"from": None, "to": "0", "points": "0"},
                {"from": "0", "to": "10", "points": "12.5"},
            ],
        },
        {
            "head": "economy",
            "item": "2",
            "zh": "专利",
            "en": "patents",
            "maximum": 10,
            "kind": "tally",
            "each": 2,
            "unit": "件",
        },
        {
            "head": "role",
            "item": "3",
            "zh": "公益活动",
            "maximum": 30,
            "kind": "points",
            "allowed": [0, 15, 30],
        },
        {
            "head": "operation",
            "item": "4",
            "zh": "安全隐患",
            "maximum": 10,
            "kind": "deduction",
            "each": 5,
            "unit": "处",
            "unit_en": "hazards",
        },
        {
            "head": "operation",
            "item": "5",
            "zh": "制度",
            "maximum": 20,
            "kind": "choice",
            "choices": [
                {"key": "full", "zh": "健全", "points": 20},
                {"key": "none", "zh": "没有", "points": 0},
            ],
        },
    ],
}


def changed(row: int, **changes: Any) -> dict[str, Any]:
    own = deepcopy(OWN)
    own["rows"][row] |= changes
    return own


def told(own: dict[str, Any]) -> list[tuple[str, str]]:
    return [(each.item, each.en) for each in problems(FRAME, own)]


def test_a_sound_sheet_is_built_and_scores() -> None:
    assert problems(FRAME, OWN) == ()
    sheet = own_sheet("jinzhong-2022", FRAME, OWN)
    answers = {"1": "-0.01", "2": 6, "3": 15, "4": 1, "5": "full"}
    assert str(sheet.score(answers).total) == "50.00"
    assert str(sheet.score(answers | {"1": "0"}).total) == "62.50"
    assert str(sheet.score(answers | {"1": 10}).total) == "80.00"
    assert sheet.attainable == 100
    assert sheet.title == ("样例评分表", "样例评分表")


def test_points_without_a_list_may_be_any_up_to_the_maximum() -> None:
    own = changed(2)
    del own["rows"][2]["allowed"]
    assert own_sheet("jinzhong-2022", FRAME, own).score({"3": "7.5"}).items["3"].points == 7.5


def band(least: str | None, below: str | None, points: str) -> dict[str, str | None]:
    return {"from": least, "to": below, "points": points}


@pytest.mark.parametrize(
    ("bands", "problem"),
    [
        ([band(None, "9", "0"), band("10", None, "30")], "no band for 9–10"),
        ([band(None, "11", "0"), band("10", None, "30")], "bands overlap at 10"),
        ([band(None, None, "0"), band("10", None, "30")], "bands overlap at 10"),
        ([band(None, "10", "0"), band(None, None, "30")], "bands overlap at None"),
        ([band("0", "10", "0"), band("10", None, "30")], "no band below 0"),
        ([band(None, "10", "0"), band("10", "20", "30")], "no band from 20"),
        ([band(None, "10", "30"), band("10", None, "0")], "points fall at 10"),
        ([band(None, "10", "0"), band("10", None, "29")], "the best is 29, not 30"),
    ],
)
def test_gaps_overlaps_and_open_ends_are_named(bands, problem: str) -> None:
    own = changed(0, bands=bands)
    assert told(own) == [("1", problem)]
    with pytest.raises(rules.BadInput, match=f"1: {problem}"):
        own_sheet("jinzhong-2022", FRAME, own)


def test_counts_may_begin_at_nought_and_not_above() -> None:
    good = changed(0, scale="count", bands=[band("0", "10", "0"), band("10", None, "30")])
    assert told(good) == []
    late = changed(0, scale="count", bands=[band("1", "10", "0"), band("10", None, "30")])
    assert told(late) == [("1", "no band below 1")]


def test_weights_heads_and_items_are_checked_at_once() -> None:
    own = changed(2, head="economy", item="2", maximum=20, allowed=[0, 20])
    assert told(own) == [
        ("", "weights make 90, not 100"),
        ("", "nothing assesses: Social role"),
        ("2", "the item stands twice"),
    ]
    with pytest.raises(rules.BadInput, match="sheet: weights make 90"):
        own_sheet("jinzhong-2022", FRAME, own)


@pytest.mark.parametrize(
    "own",
    [
        {},
        {**OWN, "extra": 1},
        {**OWN, "key": " "},
        {**OWN, "title": 7},
        {**OWN, "total": 0},
        {**OWN, "rows": []},
        {**OWN, "rows": {}},
        {**OWN, "rows": [7]},
        changed(0, kind="other"),
        changed(0, kind=None),
        changed(0, head="weather"),
        changed(0, scale="colour"),
        changed(0, bands=[]),
        changed(0, bands=[7]),
        changed(0, bands=[{"from": None, "to": None}]),
        changed(0, bands=[band(None, "x", "1")]),
        changed(0, maximum="30"),
        changed(0, zh=""),
        changed(0, unit=""),
        changed(1, each=0),
        changed(1, colour="red"),
        changed(2, allowed=["1"]),
        changed(4, choices=[]),
        changed(4, choices=[{"key": "", "zh": "样例", "points": 1}]),
        changed(4, choices=[{"key": "a", "zh": "样例", "points": -1}]),
    ],
)
def test_rows_of_another_form_are_bad_input(own: dict[str, Any]) -> None:
    for check in (lambda: problems(FRAME, own), lambda: own_sheet("x", FRAME, own)):
        with pytest.raises(rules.BadInput) as refused:
            check()
        assert "\n" not in str(refused.value)


def test_a_score_on_an_own_sheet_replays_with_its_rows() -> None:
    sheet = own_sheet("jinzhong-2022", FRAME, OWN)
    receipt = json.loads(json.dumps(sheet.score({"1": "5", "2": 1}).receipt()))
    again, differences = rules.replay(receipt)
    assert (str(again.total), differences) == ("14.50", [])


def test_an_own_sheet_under_an_edition_without_evaluation_is_no_more() -> None:
    receipt = own_sheet("jinzhong-2022", FRAME, OWN).score({}).receipt()
    receipt["own"] = receipt["own"] | {"edition": "qingpu-2022"}
    with pytest.raises(rules.UnknownKey, match="nothing is evaluated"):
        rules.replay(receipt)


@pytest.mark.parametrize(
    "receipt", [{"kind": "score", "own": None, "sheet": "shanghai-2022"}, {"kind": "poem"}]
)
def test_a_receipt_of_nothing_known_is_refused(receipt: dict[str, Any]) -> None:
    with pytest.raises(rules.UnknownKey):
        rules.replay(receipt)
