"""The forms of casework."""

from casework.forms.boxes import BoxFilter
from casework.forms.decisions import MeetingForm
from casework.forms.moves import BasisForm, MoveForm, form_for
from casework.forms.notices import CodeForm, FindingForm, NoticeForm, ObjectionForm
from casework.forms.office import HandoverForm, PeriodsForm
from casework.forms.panels import AnswerForm, ConsultForm, OpinionForm, PanelForm, RecusalForm

__all__ = [
    "AnswerForm",
    "BasisForm",
    "BoxFilter",
    "CodeForm",
    "ConsultForm",
    "FindingForm",
    "HandoverForm",
    "MeetingForm",
    "MoveForm",
    "NoticeForm",
    "ObjectionForm",
    "OpinionForm",
    "PanelForm",
    "PeriodsForm",
    "RecusalForm",
    "form_for",
]
