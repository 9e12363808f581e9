"""Whether a filing came in time: a pure function of its dates."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Supplement:
    """A return for supplement: complete by when, and when it was (None = not yet)."""

    by: date
    done: date | None = None


def days_late(
    due: date, handed_in: date | None, supplements: Iterable[Supplement], today: date
) -> int:
    """Days after the last day, 0 = in time.

    What was handed in by the last day and completed by the date given is in time, although that
    date lies behind the last day. What is still open is measured by today.
    """
    late = [((handed_in or today) - due).days]
    for each in supplements:
        late.append(((each.done or today) - max(due, each.by)).days)
    return max(0, *late)
