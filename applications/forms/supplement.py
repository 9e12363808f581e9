"""What the applicant answers to a return for supplement where nothing was changed."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from casework.forms.moves import DEFECT_LENGTH, paragraph
from casework.models import Defect


class SupplementForm(forms.Form):
    """An answer to each open point whose section stands as it was handed in."""

    use_required_attribute = False

    def __init__(
        self, *args: Any, defects: list[Defect], labels: dict[str, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        for defect in defects:
            label = _("Your answer to “%(section)s”") % {
                "section": labels.get(defect.section, defect.section)
            }
            self.fields[f"answer-{defect.pk}"] = paragraph(
                label, rows=2, max_length=DEFECT_LENGTH, help_text=defect.text
            )

    def answers(self) -> dict[str, str]:
        """The answers by the points' ids, as the act takes them."""
        return {name.removeprefix("answer-"): text for name, text in self.cleaned_data.items()}
