"""Who takes parks over, in the tests of it."""

import pytest

from accounts.roles import Role
from records.actor import Actor
from tests.factories import make_actor, make_area


@pytest.fixture
def reviewer() -> Actor:
    make_area("140702")
    make_area("140724")
    return make_actor(Role.REVIEWER)
