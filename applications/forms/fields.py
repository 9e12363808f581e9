"""Form fields for the kinds of facts, and their values to and from the JSON shape of `rules`."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from records.fields import ChineseDecimalField, CountField, read_amount
from records.templatetags.said import said
from rules.facts import Fact
from rules.verdict import plain

FLAGS = (("", "—"), ("yes", _("yes")), ("no", _("no")))
LONGEST_LIST = 5000


class AmountField(ChineseDecimalField):
    """A decimal number of 0 or more, stored as a plain string."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=0, max_digits=18, decimal_places=4, **kwargs)

    def clean(self, value: Any) -> str | None:
        read = super().clean(value)
        return None if read is None else plain(read)


class AmountsField(forms.CharField):
    """Amounts, one a line."""

    widget = forms.Textarea(attrs={"rows": 4})
    default_error_messages = {"invalid": _("Write one amount a line, such as 1234.56 or 12.5万.")}

    def clean(self, value: Any) -> list[str] | None:
        lines = [line for line in super().clean(value).splitlines() if line.strip()]
        if len(lines) > LONGEST_LIST:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return [self._amount(line) for line in lines] or None

    def _amount(self, line: str) -> str:
        try:
            amount: Decimal = read_amount(line)
        except ValueError:
            amount = Decimal(-1)
        if amount < 0:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return plain(amount)


class FlagField(forms.ChoiceField):
    """Yes, no, or nothing said."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=FLAGS, **kwargs)

    def clean(self, value: Any) -> bool | None:
        return {"yes": True, "no": False}.get(super().clean(value))


class OneOfField(forms.ChoiceField):
    """One of a fact's choices, or nothing said."""

    def clean(self, value: Any) -> str | None:
        return super().clean(value) or None


def fact_field(fact: Fact, **kwargs: Any) -> forms.Field:
    """The field that takes a fact of this kind; its clean value has the JSON shape of `rules`."""
    kwargs.setdefault("required", False)
    if fact.kind == "choice":
        named = [(key, said(text)) for key, text in fact.choices.items()]
        return OneOfField(choices=[("", "—"), *named], **kwargs)
    simple = {"count": CountField, "money_list": AmountsField, "flag": FlagField}
    return simple.get(fact.kind, AmountField)(**kwargs)


def typed(fact: Fact, value: Any) -> Any:
    """What a fact's field shows at first for a stored value."""
    if value is None:
        return None
    if fact.kind == "flag":
        return "yes" if value else "no"
    return "\n".join(value) if fact.kind == "money_list" else value
