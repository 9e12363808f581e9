"""What is on record of the parks that a workbook can name."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from accounts.models import Area, Organisation
from accounts.scope import scoped
from parks.models import Park, Recognition, Site
from records.actor import Actor
from records.fields import half_width

#: A park by the code of its area and its name.
Key = tuple[str, str]


@dataclass
class Register:
    """The areas, operators and parks that the actor sees, ready to be asked row by row.

    New rows join what is on record as they are planned, so that later rows find them.
    """

    today: date
    areas: dict[str, Area]
    by_code: dict[str, list[Organisation]]
    by_name: dict[Key, Organisation]
    parks: dict[Key, Park]
    sites: dict[Key, list[Site]] = field(default_factory=dict)
    recognitions: dict[Key, list[Recognition]] = field(default_factory=dict)

    def named(self, name: str, area: str = "") -> list[Park]:
        """The parks of that name, in that area where one is given."""
        asked = half_width(name)
        return [
            park
            for (code, known), park in self.parks.items()
            if known == asked and area in ("", code)
        ]

    def operators(self, area: Area, code: str) -> list[Organisation]:
        """The operators of that credit code, the area's own first."""
        return sorted(self.by_code.get(code, []), key=lambda each: each.area_id != area.pk)


def key_of(park: Park) -> Key:
    return park.area_id, half_width(park.name)


def load(actor: Actor, today: date) -> Register:
    """All that the actor sees, in a handful of queries: a bureau's parks are hundreds at most."""
    parks = scoped(Park.objects.select_related("area", "operator", "parent"), actor)
    found = parks.prefetch_related("sites", "recognitions")
    organisations = scoped(Organisation.objects.select_related("area"), actor)
    return Register(
        today=today,
        areas={area.pk: area for area in scoped(Area.objects.all(), actor)},
        by_code=_by_code(organisations),
        by_name={(each.area_id, half_width(each.name)): each for each in organisations},
        parks={key_of(park): park for park in found},
        sites={key_of(park): list(park.sites.all()) for park in found},
        recognitions={key_of(park): list(park.recognitions.all()) for park in found},
    )


def _by_code(organisations: Iterable[Organisation]) -> dict[str, list[Organisation]]:
    found: dict[str, list[Organisation]] = {}
    for each in organisations:
        if each.kind == Organisation.Kind.OPERATOR and each.credit_code:
            found.setdefault(each.credit_code, []).append(each)
    return found
