"""Why the law does not let something pass, ready to be told."""

from datetime import date
from typing import Final, NamedTuple

from rules.source import Text

MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


class Refusal(NamedTuple):
    """The clause, and one sentence in both languages."""

    clause: str
    zh: str
    en: str


def in_words(day: date) -> Text:
    """A full date: 2027年3月10日, 10 March 2027."""
    # Not strftime: its month names follow the machine's locale.
    return Text(
        f"{day.year}年{day.month}月{day.day}日", f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    )
