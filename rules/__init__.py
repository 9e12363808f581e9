"""Five regulations on human-resources service parks as code. Standard library only."""

from rules.edition import Edition
from rules.errors import BadInput, UnknownKey
from rules.registry import InForce, edition, editions, in_force, jurisdictions, law
from rules.replay import replay
from rules.verdict import Outcome, Step, Verdict

__all__ = [
    "BadInput",
    "Edition",
    "InForce",
    "Outcome",
    "Step",
    "UnknownKey",
    "Verdict",
    "edition",
    "editions",
    "in_force",
    "jurisdictions",
    "law",
    "replay",
]
