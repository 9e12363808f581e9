"""The procedures, for the tests of how they move and of their papers."""

import pytest

import rules
from rules.procedure import Procedure

EVERY = [
    pytest.param(edition, procedure, id=f"{edition.key}-{key}")
    for edition in rules.editions()
    for key, procedure in edition.procedures.items()
]


def of(edition: str, key: str) -> Procedure:
    """The procedure of that edition and key."""
    return rules.edition(edition).procedures[key]
