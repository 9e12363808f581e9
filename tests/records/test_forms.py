"""How every form is drawn."""

import re

from django import forms


class SmallForm(forms.Form):
    """Labels as they come from columns, from the rules and from a form's own words."""

    number = forms.CharField(label="credit code")
    kind = forms.ChoiceField(label="kind", choices=[("a", "A")], widget=forms.RadioSelect)
    box = forms.BooleanField(label="still open")
    what = forms.CharField(label="HR agencies")


def test_labels_begin_with_a_capital_wherever_their_words_come_from() -> None:
    drawn = str(SmallForm())
    labels = re.findall(r"<(?:label|legend)[^>]*>\s*([^<\s][^<]*?)\s*</", drawn)
    assert {"Credit code", "Kind", "Still open", "HR agencies"} <= set(labels)


def test_the_summary_of_errors_names_fields_as_their_labels_do() -> None:
    summary = str(SmallForm({"box": "on"})).partition("</ul>")[0]
    assert ">Credit code</a>" in summary
