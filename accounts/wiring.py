"""This app's own entries in the registries."""

from django.utils.translation import gettext_lazy as _

from accounts import queries, resources
from accounts.acts.warnings import sweep_calendar, sweep_editions
from accounts.roles import Role
from records import listings, outbox, sweeps, words

outbox.register_directory(queries.addressees)
sweeps.register("calendar", _("The missing year of the calendar"), sweep_calendar)
sweeps.register("editions", _("Regulations near their end"), sweep_editions)
listings.register("accounts.areas", resources.AREAS)
listings.register("accounts.organisations", resources.ORGANISATIONS)
listings.register("accounts.people", resources.PEOPLE)
listings.register("accounts.delegations", resources.DELEGATIONS)
words.register({f"role.{role}": role.label for role in Role})
words.register(
    {
        "accounts.sign_in": _("Signed in"),
        "accounts.sign_in_failed": _("Failed to sign in"),
        "accounts.sign_in_locked": _("Was locked out at sign-in"),
        "accounts.sign_out": _("Signed out"),
        "accounts.change_password": _("Changed the own password"),
        "accounts.end_other_sessions": _("Ended the other sessions"),
        "accounts.make_token": _("Made a token of the interface"),
        "accounts.revoke_token": _("Revoked a token of the interface"),
        "accounts.set_up_second_factor": _("Set up the second factor"),
        "accounts.second_factor_failed": _("Gave a wrong second factor"),
        "accounts.remove_second_factor": _("Removed the own second factor"),
        "accounts.add_zone": _("Added a development zone"),
        "accounts.add_organisation": _("Added an organisation"),
        "accounts.change_organisation": _("Changed an organisation"),
        "accounts.add_user": _("Added a user"),
        "accounts.change_user": _("Changed a user's data"),
        "accounts.enable_user": _("Switched an account on"),
        "accounts.disable_user": _("Switched an account off"),
        "accounts.reset_password": _("Gave a temporary password"),
        "accounts.reset_second_factor": _("Removed a user's second factor"),
        "accounts.grant_role": _("Granted a role"),
        "accounts.end_role": _("Ended a role"),
        "accounts.delegate": _("Delegated a role"),
        "accounts.take_back": _("Took back a delegation"),
    }
)
