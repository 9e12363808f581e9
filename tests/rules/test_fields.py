"""Dates on a form that cannot precede one another."""

from datetime import date
from typing import Any

import pytest

from rules.fields import Form, FormField

FORM = Form(
    "form",
    "样例表",
    "1",
    (
        FormField("begins", "开始", "Begins", "date"),
        FormField("ends", "结束", "Ends", "date", not_before="begins"),
    ),
)
BEGINS = date(2026, 11, 2)


@pytest.mark.parametrize(
    ("answers", "wrong"),
    [
        ({"begins": BEGINS, "ends": date(2026, 11, 1)}, ["ends"]),
        ({"begins": BEGINS, "ends": BEGINS}, []),
        ({"begins": BEGINS, "ends": date(2026, 11, 3)}, []),
        ({"begins": "2026-11-02", "ends": "2026-11-01"}, ["ends"]),
        ({"ends": date(2026, 11, 1)}, []),
        ({"begins": BEGINS}, []),
    ],
)
def test_a_day_before_one_that_it_cannot_precede_is_named(
    answers: dict[str, Any], wrong: list[str]
) -> None:
    assert [field.key for field in FORM.misdated(answers)] == wrong
