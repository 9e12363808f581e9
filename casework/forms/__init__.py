"""The forms of casework."""

from casework.forms.boxes import BoxFilter
from casework.forms.decisions import CorrectionForm, MeetingForm
from casework.forms.interests import DeclarationForm, EndInterestForm, RecordForm
from casework.forms.moves import BasisForm, MoveForm, form_for
from casework.forms.notices import CodeForm, FindingForm, NoticeForm, ObjectionForm, WithdrawalForm
from casework.forms.office import HandoverForm, PeriodsForm
from casework.forms.panels import AnswerForm, ConsultForm, OpinionForm, PanelForm, RecusalForm

__all__ = [
    "AnswerForm",
    "BasisForm",
    "BoxFilter",
    "CodeForm",
    "ConsultForm",
    "CorrectionForm",
    "DeclarationForm",
    "EndInterestForm",
    "FindingForm",
    "HandoverForm",
    "MeetingForm",
    "MoveForm",
    "NoticeForm",
    "ObjectionForm",
    "OpinionForm",
    "PanelForm",
    "PeriodsForm",
    "RecordForm",
    "RecusalForm",
    "WithdrawalForm",
    "form_for",
]
