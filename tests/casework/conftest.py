"""The trial kind is registered once; every test may ask for a fresh world."""

import pytest

from casework import kinds
from tests.casework.trial import TRIAL, World, make_world

if "trial" not in {kind.key for kind in kinds.all_kinds()}:
    kinds.register(TRIAL)


@pytest.fixture
def world(db: None) -> World:
    return make_world()
