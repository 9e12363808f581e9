"""What this app keeps: applications and what hangs on them, and the texts of the regulations."""

from applications.models.application import (
    Answer,
    Application,
    ApplicationMaterial,
    DeclaredFact,
    FollowUp,
    FrozenVersion,
    Judgement,
    Preparation,
    VerdictReceipt,
    Waiver,
)
from applications.models.instrument import InstrumentPart, InstrumentText
from applications.models.names import NameFinding, NameUse

__all__ = [
    "Answer",
    "Application",
    "ApplicationMaterial",
    "DeclaredFact",
    "FollowUp",
    "FrozenVersion",
    "InstrumentPart",
    "InstrumentText",
    "Judgement",
    "NameFinding",
    "NameUse",
    "Preparation",
    "VerdictReceipt",
    "Waiver",
]
