"""What a decision changes in a park's archive. Each is called by the deciding act, inside it."""

from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.roles import Role
from accounts.scope import scoped
from parks.acts.archive import check_site, ensure_role, locked
from parks.models import Park, Recognition, Recommendation, Site
from parks.queries import possible_parents
from records import Refused
from records.actor import Actor
from records.acts import record
from records.versions import assign, difference, shown

DECIDERS = frozenset({Role.DIRECTOR})
PLAQUE_KEEPERS = frozenset({Role.REVIEWER})


@dataclass(frozen=True)
class Document:
    """The paper of a decision; `case_number` is "" where there was no case."""

    document_number: str
    decided_on: date
    issuer: str
    edition: str
    case_number: str = ""


@transaction.atomic
def recognise(
    actor: Actor, park: Park, document: Document, level: str, name: str, plaque: str = ""
) -> Recognition:
    """Enter what the decision recognised the park as; `plaque` are the law's words on one.

    Raises Refused for another role and where a recognition of that level stands.
    """
    park = _decided(actor, park)
    if park.recognitions.filter(level=level, revoked_on__isnull=True).exists():
        raise Refused(_("The park is recognised at this level already."), "recognised")
    values = {"level": level, "name": name, "plaque": plaque, **asdict(document)}
    recognition = Recognition.objects.create(park=park, **values)
    record(actor, "parks.recognise", recognition, after=values, area_path=park.area.path)
    return recognition


@transaction.atomic
def place_under(
    actor: Actor, park: Park, level: str, area_code: str, chosen: int | None = None
) -> Park:
    """Make the park a branch of its own under the park of that level in the law's area.

    `chosen` is that park where there are several. Raises Refused where there is none on record,
    more than one and none was chosen, or where the chosen one holds the level no longer.
    """
    park = _decided(actor, park)
    found = possible_parents(level, area_code).exclude(pk=park.pk)
    parents = list((found.filter(pk=chosen) if chosen else found)[:2])
    if len(parents) != 1:
        raise Refused(_no_parent(parents, chosen), "parent")
    before, after = difference(park, {"parent": parents[0]})
    if after:
        assign(park, {"parent": parents[0]})
        record(actor, "parks.place_under", park, before=before, after=after)
    return park


def _no_parent(found: list[Park], chosen: int | None) -> str:
    if found:
        return _("More than one park is on record here that it could be a branch of.")
    if chosen:
        return _(
            "“%(park)s”, of which it was to become a branch, is not recognised at this level any "
            "more."
        ) % {"park": Park.objects.get(pk=chosen).name}
    return _("No park of this level is on record here that it could be a branch of.")


@transaction.atomic
def open_branch_site(actor: Actor, park: Park, document: Document, values: dict[str, Any]) -> Site:
    """Add the branch site that the decision allows; `values` are the site's own fields."""
    return _open(actor, _decided(actor, park), document, values, is_core=False)


@transaction.atomic
def move_premises(actor: Actor, park: Park, document: Document, values: dict[str, Any]) -> Site:
    """Open the new core site and close the old one the day before; nothing of it is lost.

    Raises Refused where the old one opened no earlier.
    """
    park = _decided(actor, park)
    last_day = values["opened_on"] - timedelta(days=1)
    for site in park.sites.select_for_update().filter(is_core=True, closed_on__isnull=True):
        if site.opened_on > last_day:
            raise Refused(
                _("The new premises open before the old ones did; correct the day first."), "day"
            )
        before, after = difference(site, {"closed_on": last_day})
        assign(site, {"closed_on": last_day})
        path = park.area.path
        record(actor, "parks.change_site", site, before=before, after=after, area_path=path)
    return _open(actor, park, document, values, is_core=True)


@transaction.atomic
def recommend(actor: Actor, park: Park, document: Document, level: str) -> Recommendation:
    """Enter that the park was put forward for a higher level."""
    park = _decided(actor, park)
    values = {"level": level, **asdict(document)}
    made = Recommendation.objects.create(park=park, **values)
    record(actor, "parks.recommend", made, after=values, area_path=park.area.path)
    return made


@transaction.atomic
def give_plaque(actor: Actor, recognition_id: int, day: date) -> Recognition:
    """Enter the day on which the park got its plaque, once.

    Raises Recognition.DoesNotExist out of scope; Refused for another role, where the law speaks
    of no plaque, where the recognition was revoked, where a day stands already, and for a day
    before the decision or still to come.
    """
    ensure_role(actor, PLAQUE_KEEPERS, _("Only a reviewer of the bureau enters a plaque."))
    rows = scoped(Recognition.objects.select_related("park__area"), actor)
    recognition = rows.select_for_update(of=("self",)).get(pk=recognition_id)
    reason = plaque_refusal(recognition, day)
    if reason:
        raise Refused(reason, "plaque")
    recognition.plaque_on = day
    recognition.save(update_fields=("plaque_on",))
    path, told = recognition.park.area.path, shown(day)
    before = {"plaque_on": None}
    record(
        actor, "parks.give_plaque", recognition, before=before, after={"plaque_on": told},
        area_path=path,
    )  # fmt: skip
    return recognition


def plaque_refusal(recognition: Recognition, day: date) -> str | None:
    """Why that day cannot be entered for the plaque of that recognition."""
    if not recognition.plaque:
        return _("The regulation speaks of no plaque here.")
    if recognition.revoked_on:
        return _("This recognition was revoked.")
    if recognition.plaque_on:
        return _("The day of the plaque is on record already.")
    if day < recognition.decided_on:
        return _("A plaque cannot be given before the decision.")
    if day > timezone.localdate():
        return _("This day is still to come.")
    return None


def _decided(actor: Actor, park: Park) -> Park:
    """The park, locked for a director's decision."""
    ensure_role(actor, DECIDERS, _("Only a director decides about a park."))
    return locked(actor, park)


def _open(
    actor: Actor, park: Park, document: Document, values: dict[str, Any], *, is_core: bool
) -> Site:
    told = values | {"is_core": is_core, "document_number": document.document_number}
    site = Site(park=park, **told)
    check_site(site)
    site.save()
    after = {key: shown(value) for key, value in told.items()}
    record(actor, "parks.add_site", site, after=after, area_path=park.area.path)
    return site
