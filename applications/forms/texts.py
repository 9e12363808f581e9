"""The upload of an instrument's text."""

from django import forms
from django.utils.translation import gettext_lazy as _


class TextForm(forms.Form):
    """A regulation's text as it was published."""

    file = forms.FileField(
        label=_("Text of the regulation (docx or txt)"),
        help_text=_(
            "As published, with the articles' numbers written out. At most 20 MB (docx) or 2 MB "
            "(txt, UTF-8 or GB 18030), without macros or a password."
        ),
        widget=forms.FileInput(attrs={"accept": ".docx,.txt"}),
    )
