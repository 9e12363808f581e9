"""What the park's archive, an earlier case, and the day already answer of an official form.

Answers have JSON shapes by the field's kind: text and dates (ISO) as strings, money in the
field's own unit and areas as decimal strings, counts as integers, a choice as an option's key,
choices as a list of keys.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils import timezone

from parks.models import Park
from rules.fields import Form, FormField
from rules.verdict import plain

WAN = 10_000
FILLED_ON = "filled_on"
#: The fields that name a person of the applicant's.
PERSON = ("contact", "phone")


def _staff(park: Park) -> int | None:
    counts = (park.full_time_staff, park.part_time_staff)
    return None if None in counts else sum(count or 0 for count in counts)


#: By the keys that forms share, whoever annexed them.
ARCHIVE: Mapping[str, Callable[[Park], Any]] = {
    "applicant": lambda park: park.operator.name,
    "operator": lambda park: park.operator.name,
    "park_name": lambda park: park.name,
    "name_used": lambda park: park.name,
    "park_address": lambda park: park.address,
    "contact": lambda park: park.contact,
    "phone": lambda park: park.phone,
    "ownership": lambda park: park.ownership,
    "registered_on": lambda park: park.registered_on,
    "investment": lambda park: park.invested,
    "land_area": lambda park: park.land_area,
    "staff": _staff,
    "construction": lambda park: park.construction,
    "services": lambda park: park.services,
}


def answers_on_record(park: Park | None, form: Form) -> dict[str, Any]:
    """The fields of the form that the archive and the day answer, each in its JSON shape."""
    found = {}
    for field in form.fields:
        value = ARCHIVE[field.key](park) if park and field.key in ARCHIVE else None
        if field.key == FILLED_ON:
            value = timezone.localdate()
        answer = _shaped(field, value)
        if answer not in (None, "", []):
            found[field.key] = answer
    return found


def first_answers(
    form: Form, park: Park | None, before: Mapping[str, Any], *, by_operator: bool
) -> dict[str, Any]:
    """What a new application begins with; `before` are the answers of the case that it follows.

    Whom to ask is known from the archive only where the park's operator applies.
    """
    fields = {field.key for field in form.fields if field.key != FILLED_ON}
    kept = {key: answer for key, answer in before.items() if key in fields}
    known = answers_on_record(park, form)
    if not by_operator:
        known = {key: answer for key, answer in known.items() if key not in PERSON}
    return kept | known


def _shaped(field: FormField, value: Any) -> Any:
    known = {option.key for option in field.options}
    if value is None:
        return None
    if field.kind == "choice":
        return value if value in known else None
    if field.kind == "choices":
        return [key for key in value if key in known]
    if field.kind == "money":
        return plain(Decimal(value) / (WAN if field.unit == "万元" else 1))
    if field.kind == "area":
        return plain(value)
    return value if field.kind == "count" else str(value)
