"""Forms of applications: the official form, declared figures, files, the reviewer's answers."""

from applications.forms.begin import BeginForm, ParentForm
from applications.forms.facts import FactsForm, VerificationForm
from applications.forms.official import OfficialForm
from applications.forms.review import JudgementForm, WaiverForm
from applications.forms.supplement import SupplementForm

__all__ = [
    "BeginForm",
    "FactsForm",
    "JudgementForm",
    "OfficialForm",
    "ParentForm",
    "SupplementForm",
    "VerificationForm",
    "WaiverForm",
]
