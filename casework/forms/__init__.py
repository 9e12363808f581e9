"""The forms of casework."""

from casework.forms.boxes import BoxFilter
from casework.forms.moves import BasisForm, MoveForm, form_for

__all__ = ["BasisForm", "BoxFilter", "MoveForm", "form_for"]
