"""Walks several stories through time: each act happens at its own past moment, in order."""

import heapq
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta

from django.utils import timezone

#: The real clock, also while `at` shows another moment.
REAL_NOW = timezone.now
#: A story yields the moment of its next act, and does the act when it is resumed.
Story = Iterator[datetime]


@contextmanager
def at(moment: datetime) -> Iterator[None]:
    """Let the house believe that it is `moment`. For one thread only: the loader's."""
    real = timezone.now
    timezone.now = lambda: moment
    try:
        yield
    finally:
        timezone.now = real


def office_hour(day: date, hour: int = 10, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def days_ago(count: int) -> date:
    return timezone.localdate() - timedelta(days=count)


def play(stories: list[Story]) -> None:
    """Resume the stories in the order of their moments, so that the audit trail runs forward.

    A story whose next act lies ahead of the real moment stops there.
    """
    waiting: list[tuple[datetime, int, Story]] = []
    for index, story in enumerate(stories):
        _schedule(waiting, index, story)
    while waiting:
        moment, index, story = heapq.heappop(waiting)
        with at(moment):
            _schedule(waiting, index, story)


def _schedule(waiting: list[tuple[datetime, int, Story]], index: int, story: Story) -> None:
    moment = next(story, None)
    if moment is not None and moment <= REAL_NOW():
        heapq.heappush(waiting, (moment, index, story))
