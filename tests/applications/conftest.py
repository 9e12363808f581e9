"""Every test of applications may ask for a fresh world."""

import pytest

from tests.applications.trial import World, make_world


@pytest.fixture
def world(db: None) -> World:
    return make_world()
