"""The lists of this app, as files."""

from typing import Any, Final

from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from accounts import queries
from accounts.forms.people import OrganisationFilter, PeopleFilter
from accounts.models import Area, Delegation, Organisation, User
from accounts.roles import Role
from records.actor import Actor
from records.listings import Column, Listing
from records.templatetags.said import said

KEEPERS: Final = frozenset({Role.ADMINISTRATOR})


def _areas(actor: Actor, _asked: QueryDict) -> QuerySet[Area]:
    return queries.areas(actor)


AREAS: Final = Listing(
    _("Areas"),
    (
        Column(_("Area"), said),
        Column(_("Code"), lambda area: area.code),
        Column(_("Kind"), lambda area: area.get_kind_display()),
    ),
    _areas,
    KEEPERS,
)


def _organisations(actor: Actor, asked: QueryDict) -> QuerySet[Organisation]:
    form = OrganisationFilter(actor, asked)
    wanted = form.cleaned_data if form.is_valid() else {}
    return queries.organisations(actor, wanted).order_by("name", "pk")


ORGANISATIONS: Final = Listing(
    _("Organisations"),
    (
        Column(_("Name"), str),
        Column(_("Kind"), lambda row: row.get_kind_display()),
        Column(_("Area"), lambda row: said(row.area)),
        Column(_("Unified social credit code"), lambda row: row.credit_code),
    ),
    _organisations,
    KEEPERS,
)


def _people(actor: Actor, asked: QueryDict) -> QuerySet[User]:
    form = PeopleFilter(actor, asked)
    wanted = form.cleaned_data if form.is_valid() else {}
    return queries.people(actor, wanted).order_by("username", "pk")


def _roles(person: Any) -> str:
    held = person.seen_memberships
    return "；".join(f"{each.get_role_display()} · {each.organisation}" for each in held)


def _account(person: User) -> Any:
    if not person.is_active:
        return _("switched off")
    return _("temporary password") if person.password_is_temporary else _("in order")


PEOPLE: Final = Listing(
    _("Users"),
    (
        Column(_("User name"), lambda person: person.username),
        Column(_("Full name"), lambda person: person.name),
        Column(_("Roles"), _roles),
        Column(_("Account"), _account),
    ),
    _people,
    KEEPERS,
)


def _delegations(actor: Actor, _asked: QueryDict) -> QuerySet[Delegation]:
    return queries.own_delegations(actor)


DELEGATIONS: Final = Listing(
    _("Delegation"),
    (
        Column(_("Role"), lambda row: row.giver.get_role_display()),
        Column(_("Organisation"), lambda row: row.giver.organisation),
        Column(_("Lent by"), lambda row: row.giver.user),
        Column(_("Lent to"), lambda row: row.taker),
        Column(_("From"), lambda row: row.since),
        Column(_("Until"), lambda row: row.until),
        Column(_("Reason"), lambda row: row.reason),
        Column(_("Taken back"), lambda row: row.ended_at),
    ),
    _delegations,
)
