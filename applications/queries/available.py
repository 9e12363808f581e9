"""What a person may apply for: parks by the procedures of the laws of their area."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from django.utils import timezone

import rules
from accounts.models import Area, Organisation
from accounts.scope import scoped
from applications.models import Application
from applications.queries.content import Content
from applications.queries.requirements import follows_of, running, to_follow, unmet
from casework.models import Case
from casework.seats import nearest_office, offices_around
from parks.models import Park
from parks.queries import possible_parents, standing
from records.actor import Actor
from rules import applicants
from rules.edition import Edition
from rules.procedure import Procedure
from rules.refusal import Refusal
from rules.source import Force


@dataclass(frozen=True)
class Choice:
    """A procedure for a park, or for one to come; `open_case` is the one under way.

    `followed` are the approved cases after which it can be begun, `refusal` says why it cannot.
    """

    park: Park | None
    law: Edition
    procedure: Procedure
    force: Force
    open_case: Case | None = None
    followed: tuple[Case, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True)
class Offer:
    """One procedure with all that it could be begun for; `parents` as `parents_of` has them."""

    choices: tuple[Choice, ...]
    parents: tuple[Park, ...] = ()

    @property
    def law(self) -> Edition:
        return self.choices[0].law

    @property
    def force(self) -> Force:
        return self.choices[0].force

    @property
    def procedure(self) -> Procedure:
        return self.choices[0].procedure

    @property
    def followed(self) -> tuple[Case, ...]:
        return self.choices[0].followed

    @property
    def ready(self) -> list[Choice]:
        """What can be begun now."""
        return [each for each in self.choices if not each.open_case and not each.refusal]

    @property
    def under_way(self) -> list[Choice]:
        return [each for each in self.choices if each.open_case]

    @property
    def barred(self) -> list[Choice]:
        """What cannot, each with its reason."""
        return [each for each in self.choices if each.refusal and not each.open_case]


def laws_of(area: Area) -> list[Edition]:
    """The editions of today whose area this one lies in."""
    today = timezone.localdate()
    current = [rules.in_force(name, today).edition for name in rules.jurisdictions()]
    return [law for law in current if applies_to(law, area)]


def applies_to(law: Edition, area: Area) -> bool:
    return law.area_code in area.path.split("/")


def parents_of(law: Edition, procedure: Procedure) -> list[Park]:
    """The parks of which one recognised under the procedure can become a branch."""
    outcome = procedure.outcome
    if not outcome.under_parent or outcome.level is None:
        return []
    return list(possible_parents(outcome.level, law.area_code))


def lost_parent(content: Content) -> Park | None:
    """The park of which it was to become a branch, where that one is not recognised any more."""
    chosen = content.application.under
    if chosen is None or chosen in parents_of(content.law, content.procedure):
        return None
    return chosen


def open_case(park: Park, law: Edition, procedure: str) -> Case | None:
    """The application of the park under that procedure which is not closed yet."""
    return _under_way([park]).get((park.pk, law.key, procedure))


def kind_of_organisation(
    actor: Actor, law: Edition, area: Area, park: Park | None, offices: Iterable[Organisation]
) -> applicants.Organisation | None:
    """What the actor's organisation is to such a case; `offices` are those around its area."""
    own = actor.organisation_id
    if park is not None and park.operator_id == own:
        return "operator"
    office = nearest_office(area, law.area_code, offices)
    if office is not None and office.pk == own:
        return "district"
    bureaus = (each for each in offices if each.kind == Organisation.Kind.BUREAU)
    return "bureau" if (own, law.area_code) in {(b.pk, b.area_id) for b in bureaus} else None


def choices(actor: Actor) -> list[Choice]:
    """All that the actor's hand may begin: for the parks in sight, and for parks to come."""
    related = Park.objects.select_related("area").prefetch_related(standing())
    parks = list(scoped(related, actor))
    if actor.organisation_id is None:
        return []
    own = Organisation.objects.select_related("area").get(pk=actor.organisation_id)
    desk = _Desk(actor, own, parks)
    return [*desk.about_parks(), *desk.about_parks_to_come()]


def has_choice(actor: Actor, park: Park) -> bool:
    """Whether the actor can begin an application for the park, or go on with one."""
    own = (each for each in choices(actor) if each.park == park)
    return any(each.open_case or not each.refusal for each in own)


def offers(actor: Actor) -> list[Offer]:
    """The choices put together by law and procedure, in the order of the laws."""
    found: dict[tuple[str, int], list[Choice]] = {}
    for choice in choices(actor):
        place = list(choice.law.procedures).index(choice.procedure.key)
        found.setdefault((choice.law.key, place), []).append(choice)
    return [_offer(tuple(found[key])) for key in sorted(found)]


def _offer(choices: tuple[Choice, ...]) -> Offer:
    return Offer(choices, tuple(parents_of(choices[0].law, choices[0].procedure)))


class _Desk:
    """Finds the choices of one person, reading each table once."""

    def __init__(self, actor: Actor, own: Organisation, parks: list[Park]) -> None:
        self.actor, self.own, self.parks = actor, own, parks
        self.offices = offices_around([own.area, *(park.area for park in parks)])
        self.under_way = _under_way(parks)
        self.today = timezone.localdate()
        self._followed: dict[tuple[str, str], tuple[Case, ...]] = {}

    def about_parks(self) -> Iterator[Choice]:
        for park in self.parks:
            for law, procedure in self._mine(park.area, park):
                yield self._choice(law, procedure, park)

    def about_parks_to_come(self) -> Iterator[Choice]:
        for law, procedure in self._mine(self.own.area, None):
            yield Choice(None, law, procedure, law.force_on(self.today))

    def _mine(self, area: Area, park: Park | None) -> Iterator[tuple[Edition, Procedure]]:
        """The procedures that are for this person's hand to begin."""
        for law in laws_of(area):
            kind = kind_of_organisation(self.actor, law, area, park, self.offices)
            for procedure in law.procedures.values():
                if procedure.has_park != (park is not None):
                    continue
                suits = procedure.applicant.refusal(kind) is None
                if suits and procedure.first.hand.role == self.actor.role:
                    yield law, procedure

    def _choice(self, law: Edition, procedure: Procedure, park: Park) -> Choice:
        key = (park.pk, law.key, procedure.key)
        case = None if procedure.several else self.under_way.get(key)
        followed = self._to_follow(law, procedure)
        first = followed[0] if followed else None
        refusal = unmet(procedure, park, first, self.today)
        return Choice(park, law, procedure, law.force_on(self.today), case, followed, refusal)

    def _to_follow(self, law: Edition, procedure: Procedure) -> tuple[Case, ...]:
        requirement = follows_of(procedure)
        if requirement is None:
            return ()
        key = (law.key, procedure.key)
        if key not in self._followed:
            cases = to_follow(self.actor, law, requirement.procedure)
            self._followed[key] = running(cases, requirement, self.today)
        return self._followed[key]


def _under_way(parks: Iterable[Park]) -> dict[tuple[int, str, str], Case]:
    """The applications of these parks that are not closed yet, by park, law and procedure."""
    found = Application.objects.filter(case__park__in=parks).exclude(case__status__in=Case.FINAL)
    cases = [application.case for application in found.select_related("case")]
    return {(case.park_id or 0, case.edition, case.procedure): case for case in cases}
