"""What a monthly return is checked for before it is handed in. Pure: it reads what it is given."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final, NamedTuple

from django.utils.translation import gettext as _

from returns.models import Figures, MonthlyReturn, ReturnLine

OF_AGENCY: Final = (
    "gross_revenue", "net_revenue", "tax", "employers", "persons", "person_times",
)  # fmt: skip
OF_PARK: Final = (*OF_AGENCY, "scarce_talent", "trainings", "hazards", "incidents", "complaints")
#: Two agencies may serve one employer or person: these alone add up.
ADDING: Final = ("gross_revenue", "net_revenue", "tax", "person_times")
#: A change against the month before of more than this asks for a word [the system's own default].
JUMP: Final = Fraction(1, 2)


class Fault(NamedTuple):
    """What cannot be, and at which field."""

    field: str
    text: str


class Jump(NamedTuple):
    """A figure that changed by more than half."""

    field: str
    before: Decimal
    now: Decimal


def faults(
    month: MonthlyReturn, lines: Sequence[ReturnLine], tenants: int, jumped: Sequence[Jump]
) -> list[Fault]:
    """All that keeps a return from being handed in. `tenants` is how many agencies there were."""
    found = [
        Fault(name, _("Enter the figure; 0 where there is none."))
        for name in OF_PARK
        if getattr(month, name) is None
    ]
    found += impossible(month)
    found += sums(month, lines, tenants)
    if jumped and not month.explanation.strip():
        text = _("A figure changed by more than half against the month before: say why.")
        found.append(Fault("explanation", text))
    return found


def impossible(row: Figures) -> Iterator[Fault]:
    """What no row of figures can say."""
    if _above(row.net_revenue, row.gross_revenue):
        yield Fault(
            "net_revenue", _("Revenue without money passed through is not above that with.")
        )
    if _above(row.persons, row.person_times):
        yield Fault("persons", _("Persons are not more than person-times."))


def sums(month: Figures, lines: Sequence[Figures], tenants: int) -> Iterator[Fault]:
    """The agencies together are not above the park, and equal it where all are known."""
    for name in ADDING:
        total = getattr(month, name)
        known = [value for line in lines if (value := getattr(line, name)) is not None]
        together = sum(known, start=Decimal(0))
        whole = bool(tenants) and len(known) == tenants
        if total is not None and (together > total or (whole and together != total)):
            words = {"sum": f"{together:,}", "total": f"{total:,}"}
            yield Fault(name, _("The agencies together have %(sum)s, the park %(total)s.") % words)


def jumps(month: MonthlyReturn, before: MonthlyReturn | None) -> list[Jump]:
    """The figures that changed by more than half; from zero nothing is measured."""
    pairs = ((name, getattr(before, name, None), getattr(month, name)) for name in OF_PARK)
    return [
        Jump(name, old, new)
        for name, old, new in pairs
        if old and new is not None and abs(Fraction(new) - Fraction(old)) > JUMP * Fraction(old)
    ]


def _above(part: Decimal | int | None, whole: Decimal | int | None) -> bool:
    return part is not None and whole is not None and part > whole
