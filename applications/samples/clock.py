"""Walks several stories through time: each act happens at its own past moment, in order."""

import heapq
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from rules.workdays import is_workday

#: A story yields the moment of its next act, and does the act when it is resumed.
Story = Generator[datetime, None, Any]


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


def workdays_from(day: date, count: int) -> date:
    """The working day that many working days after `day`, before it where `count` is negative.

    With 0 the day itself, or the last working day before it.
    """
    while not is_workday(day):
        day -= timedelta(days=1)
    step = timedelta(days=1 if count > 0 else -1)
    for _each in range(abs(count)):
        day += step
        while not is_workday(day):
            day += step
    return day


def play(stories: list[Story]) -> None:
    """Resume the stories in the order of their moments, so that the audit trail runs forward.

    A story whose next act lies ahead of now stops there.
    """
    now = timezone.now()
    waiting: list[tuple[datetime, int, Story]] = []
    for index, story in enumerate(stories):
        _schedule(waiting, index, story, now)
    while waiting:
        moment, index, story = heapq.heappop(waiting)
        with at(moment):
            _schedule(waiting, index, story, now)


def _schedule(
    waiting: list[tuple[datetime, int, Story]], index: int, story: Story, now: datetime
) -> None:
    moment = next(story, None)
    if moment is not None and moment <= now:
        heapq.heappush(waiting, (moment, index, story))
