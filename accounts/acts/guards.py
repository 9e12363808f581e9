"""What the acts of an administrator have in common: may they, and may they here?"""

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import Area, Membership, Organisation, User
from accounts.roles import INCOMPATIBLE, Role
from accounts.scope import scoped
from records.actor import Actor
from records.errors import Refused


def must_administer(actor: Actor, area: Area) -> None:
    """Raises Refused unless the actor is an administrator whose area holds `area`."""
    if actor.role != Role.ADMINISTRATOR:
        raise Refused(_("Only an administrator may do this."), "role")
    if not area.path.startswith(actor.area_path):
        raise Refused(_("This lies outside your area."), "scope")


def must_own_account_of(actor: Actor, user: User) -> None:
    """Raises Refused unless every role of `user` lies in the administrator's area.

    Else an administrator could take over an account that has a say elsewhere.
    """
    if actor.role != Role.ADMINISTRATOR:
        raise Refused(_("Only an administrator may do this."), "role")
    if user.pk in actor.persons:
        raise Refused(_("Use the personal settings for your own account."), "self")
    held = Membership.objects.filter(user=user)
    if held.count() != scoped(held, actor).count():
        raise Refused(_("This person also holds a role outside your area."), "scope")


def must_be_compatible(user: User, role: str) -> None:
    """Raises Refused when `role` would make one account administrator and auditor.

    Roles to come and roles lent count as well as those held today.
    """
    held = _roles_from_today(user)
    for pair in INCOMPATIBLE:
        if role in pair and held & (pair - {Role(role)}):
            raise Refused(_("One account is never both administrator and auditor."), "separation")


def must_be_given_by(organisation: Organisation, role: str, allowed: frozenset[Role]) -> None:
    """Raises Refused when an organisation of this kind gives no such role."""
    if role not in allowed:
        kind = organisation.get_kind_display()
        reason = _("An organisation of the kind %(kind)s gives no such role.") % {"kind": kind}
        raise Refused(reason, "kind")


def _roles_from_today(user: User) -> set[Role]:
    today = timezone.localdate()
    own = user.memberships.exclude(until__lt=today).values_list("role", flat=True)
    lent = user.delegations.filter(ended_at__isnull=True, until__gte=today)
    return {Role(role) for role in (*own, *lent.values_list("giver__role", flat=True))}
