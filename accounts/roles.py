"""The roles of the house. A role is held in an organisation; nobody has one at large."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    OPERATOR = "operator", _("Park operator")
    TENANT = "tenant", _("Tenant agency")
    OFFICER = "officer", _("District officer")
    REVIEWER = "reviewer", _("Bureau reviewer")
    DIRECTOR = "director", _("Director")
    EXPERT = "expert", _("Expert")
    CONSULTEE = "consultee", _("Consulted department")
    ADMINISTRATOR = "administrator", _("Administrator")
    AUDITOR = "auditor", _("Auditor")


#: See what lies in their organisation's area and below it.
AREA_ROLES = frozenset(
    {Role.OFFICER, Role.REVIEWER, Role.DIRECTOR, Role.ADMINISTRATOR, Role.AUDITOR}
)
#: See what their own organisation owns.
OWN_ROLES = frozenset({Role.OPERATOR, Role.TENANT})
#: See what they were assigned to, and nothing else.
ASSIGNED_ROLES = frozenset({Role.EXPERT, Role.CONSULTEE})
#: Two offices that one account never holds together (GB/T 22239: separation of duties).
INCOMPATIBLE = (frozenset({Role.ADMINISTRATOR, Role.AUDITOR}),)
#: Which roles an organisation of each kind may give.
ROLES_OF_KIND: dict[str, frozenset[Role]] = {
    "bureau": frozenset(
        {
            Role.OFFICER,
            Role.REVIEWER,
            Role.DIRECTOR,
            Role.EXPERT,
            Role.ADMINISTRATOR,
            Role.AUDITOR,
        }
    ),
    "district_office": frozenset({Role.OFFICER, Role.DIRECTOR}),
    "operator": frozenset({Role.OPERATOR}),
    "tenant": frozenset({Role.TENANT}),
    "department": frozenset({Role.CONSULTEE}),
}
