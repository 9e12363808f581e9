"""Days off and make-up working days 2019-2026, as announced by the State Council each year."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Literal, NamedTuple

_NAMES = {
    "new_year": ("元旦", "New Year's Day"),
    "spring": ("春节", "Spring Festival"),
    "qingming": ("清明节", "Qingming Festival"),
    "labour": ("劳动节", "Labour Day"),
    "dragon_boat": ("端午节", "Dragon Boat Festival"),
    "mid_autumn": ("中秋节", "Mid-Autumn Festival"),
    "national": ("国庆节", "National Day"),
}

# First and last day off. 2020: the Spring Festival was extended to 2 February.
_OFF = """
2019-01-01 2019-01-01 new_year
2019-02-04 2019-02-10 spring
2019-04-05 2019-04-07 qingming
2019-05-01 2019-05-04 labour
2019-06-07 2019-06-09 dragon_boat
2019-09-13 2019-09-15 mid_autumn
2019-10-01 2019-10-07 national
2020-01-01 2020-01-01 new_year
2020-01-24 2020-02-02 spring
2020-04-04 2020-04-06 qingming
2020-05-01 2020-05-05 labour
2020-06-25 2020-06-27 dragon_boat
2020-10-01 2020-10-08 national
2021-01-01 2021-01-03 new_year
2021-02-11 2021-02-17 spring
2021-04-03 2021-04-05 qingming
2021-05-01 2021-05-05 labour
2021-06-12 2021-06-14 dragon_boat
2021-09-19 2021-09-21 mid_autumn
2021-10-01 2021-10-07 national
2022-01-01 2022-01-03 new_year
2022-01-31 2022-02-06 spring
2022-04-03 2022-04-05 qingming
2022-04-30 2022-05-04 labour
2022-06-03 2022-06-05 dragon_boat
2022-09-10 2022-09-12 mid_autumn
2022-10-01 2022-10-07 national
2022-12-31 2023-01-02 new_year
2023-01-21 2023-01-27 spring
2023-04-05 2023-04-05 qingming
2023-04-29 2023-05-03 labour
2023-06-22 2023-06-24 dragon_boat
2023-09-29 2023-09-29 mid_autumn
2023-09-30 2023-10-06 national
2023-12-30 2024-01-01 new_year
2024-02-10 2024-02-17 spring
2024-04-04 2024-04-06 qingming
2024-05-01 2024-05-05 labour
2024-06-10 2024-06-10 dragon_boat
2024-09-15 2024-09-17 mid_autumn
2024-10-01 2024-10-07 national
2025-01-01 2025-01-01 new_year
2025-01-28 2025-02-04 spring
2025-04-04 2025-04-06 qingming
2025-05-01 2025-05-05 labour
2025-05-31 2025-06-02 dragon_boat
2025-10-01 2025-10-05 national
2025-10-06 2025-10-06 mid_autumn
2025-10-07 2025-10-08 national
2026-01-01 2026-01-03 new_year
2026-02-15 2026-02-23 spring
2026-04-04 2026-04-06 qingming
2026-05-01 2026-05-05 labour
2026-06-19 2026-06-21 dragon_boat
2026-09-25 2026-09-27 mid_autumn
2026-10-01 2026-10-07 national
"""

# Saturdays and Sundays worked to make up for a day off, and for which holiday.
_MADE_UP = """
2019-02-02 spring
2019-02-03 spring
2019-04-28 labour
2019-05-05 labour
2019-09-29 national
2019-10-12 national
2020-01-19 spring
2020-04-26 labour
2020-05-09 labour
2020-06-28 dragon_boat
2020-09-27 national
2020-10-10 national
2021-02-07 spring
2021-02-20 spring
2021-04-25 labour
2021-05-08 labour
2021-09-18 mid_autumn
2021-09-26 national
2021-10-09 national
2022-01-29 spring
2022-01-30 spring
2022-04-02 qingming
2022-04-24 labour
2022-05-07 labour
2022-10-08 national
2022-10-09 national
2023-01-28 spring
2023-01-29 spring
2023-04-23 labour
2023-05-06 labour
2023-06-25 dragon_boat
2023-10-07 national
2023-10-08 national
2024-02-04 spring
2024-02-18 spring
2024-04-07 qingming
2024-04-28 labour
2024-05-11 labour
2024-09-14 mid_autumn
2024-09-29 national
2024-10-12 national
2025-01-26 spring
2025-02-08 spring
2025-04-27 labour
2025-09-28 national
2025-10-11 national
2026-01-04 new_year
2026-02-14 spring
2026-02-28 spring
2026-05-09 labour
2026-09-20 national
2026-10-10 national
"""


class Holiday(NamedTuple):
    """One day that is off though a weekday may be, or worked though a weekend."""

    date: date
    kind: Literal["off", "work"]
    name_zh: str
    name_en: str


def _days_off() -> Iterator[Holiday]:
    for line in _OFF.split("\n")[1:-1]:
        first, last, name = line.split()
        day, end = date.fromisoformat(first), date.fromisoformat(last)
        while day <= end:
            yield Holiday(day, "off", *_NAMES[name])
            day += timedelta(days=1)


def _days_made_up() -> Iterator[Holiday]:
    for line in _MADE_UP.split("\n")[1:-1]:
        day, name = line.split()
        zh, en = _NAMES[name]
        yield Holiday(date.fromisoformat(day), "work", f"{zh}调休上班", f"{en} (make-up day)")


HOLIDAYS: tuple[Holiday, ...] = tuple(sorted([*_days_off(), *_days_made_up()]))
YEARS: frozenset[int] = frozenset(day.date.year for day in HOLIDAYS)
