"""Who is told of what an office has to do."""

from datetime import timedelta

import pytest
from django.utils import timezone

from accounts.holders import holders
from accounts.roles import Role
from tests import factories as make

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [(-9, None, True), (-9, 0, True), (-9, 9, True), (0, 0, True), (-9, -1, False), (1, 9, False)],
)
def test_a_role_held_for_a_time_is_told_on_each_of_its_days(
    since: int, until: int | None, told: bool
) -> None:
    today, bureau = timezone.localdate(), make.make_bureau()
    user = make.make_user(Role.REVIEWER)
    last = None if until is None else today + timedelta(days=until)
    make.give_role(user, Role.DIRECTOR, bureau, since=today + timedelta(days=since), until=last)
    assert holders(organisation=bureau, role=Role.DIRECTOR) == ([user.pk] if told else [])


def test_who_was_switched_off_is_not_told() -> None:
    bureau = make.make_bureau()
    make.make_user(Role.DIRECTOR, bureau, is_active=False)
    assert holders(organisation=bureau, role=Role.DIRECTOR) == []
