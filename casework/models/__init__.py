"""What every kind of case shares, a file each."""

from casework.models.case import Basis, Case, CaseNumber, Defect, Step
from casework.models.consultation import Consultation
from casework.models.decision import Decision, DecisionCase
from casework.models.notice import NoticeCase, Objection, PublicNotice
from casework.models.panel import ExpertInterest, Panel, PanelSeat
from casework.models.paper import OutsidePaper
from casework.models.period import StagePeriod
from casework.models.receipt import Receipt

__all__ = [
    "Basis",
    "Case",
    "CaseNumber",
    "Consultation",
    "Decision",
    "DecisionCase",
    "Defect",
    "ExpertInterest",
    "NoticeCase",
    "Objection",
    "OutsidePaper",
    "Panel",
    "PanelSeat",
    "PublicNotice",
    "Receipt",
    "StagePeriod",
    "Step",
]
