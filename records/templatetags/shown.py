"""Dates, instants, money and numbers in the form that the offices write them."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django import template
from django.forms import BoundField
from django.utils import timezone
from django.utils.safestring import SafeString

from records.templatetags.said import said
from rules.refusal import in_words

register = template.Library()

WAN = 10_000
FEN = Decimal("0.01")
#: Widgets and the class that Bootstrap styles them by; the rest are text fields.
CONTROLS = {
    "checkbox": "form-check-input",
    "checkboxselectmultiple": "choices",
    "radioselect": "choices",
    "select": "form-select",
    "selectmultiple": "form-select",
}


@register.filter
def day(value: date | datetime | None) -> str:
    """2026年11月21日 or 21 November 2026; an instant counts as its day in China."""
    if not value:
        return ""
    return said(in_words(timezone.localdate(value) if isinstance(value, datetime) else value))


@register.filter
def moment(value: datetime | None) -> str:
    """The day and the 24-hour time in China: 2026年11月21日 14:05."""
    return f"{day(value)} {timezone.localtime(value):%H:%M}" if value else ""


@register.filter
def yuan(value: Decimal | int | str | None) -> str:
    """Yuan with thousands and two decimals: 2,400,000.00."""
    if value is None or value == "":
        return ""
    return f"{Decimal(value).quantize(FEN, ROUND_HALF_UP):,}"


@register.filter
def figure(value: Decimal | int | None) -> str:
    """Money with its fen, a count with its thousands alone, a dash for what is unknown."""
    if value is None:
        return "—"
    return f"{value:,}" if isinstance(value, int) else yuan(value)


@register.filter
def wan(value: Decimal | int | str | None) -> str:
    """Yuan in ten thousands (万元) with two decimals: 240.00."""
    return yuan(Decimal(value) / WAN) if value not in (None, "") else ""


@register.filter
def masked_phone(value: str | None) -> str:
    """138****5678; a shorter number keeps its last two digits."""
    number = (value or "").strip()
    if len(number) >= 11:
        return f"{number[:3]}{'*' * (len(number) - 7)}{number[-4:]}"
    return f"{'*' * max(0, len(number) - 2)}{number[-2:]}"


@register.filter
def control(field: BoundField) -> SafeString:
    """The widget of a field with the theme's class, marked where it is in error."""
    widget = field.field.widget
    classes = [CONTROLS.get(field.widget_type, "form-control"), widget.attrs.get("class", "")]
    if field.errors:
        classes.append("is-invalid")
    return field.as_widget(attrs={"class": " ".join(filter(None, classes))})


@register.inclusion_tag("components/sort_head.html", takes_context=True)
def sort_head(
    context: dict[str, Any], field: str, label: str, numeric: bool = False
) -> dict[str, Any]:
    """A table head that sorts by `field` through `?sort=`; the URL is the state."""
    query = context["request"].GET.copy()
    current = query.get("sort", "")
    ascending, descending = current == field, current == f"-{field}"
    query["sort"] = f"-{field}" if ascending else field
    for page in ("after", "before"):
        query.pop(page, None)
    order = "ascending" if ascending else "descending" if descending else "none"
    return {"label": label, "query": query.urlencode(), "order": order, "numeric": numeric}
