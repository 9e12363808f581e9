"""Addresses of accounts."""

from django.urls import path

from accounts.views import delegations, organisations, own_account, people, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("sign-in/again/", sign_in.signed_in, name="signed_in"),
    path("sign-in/held/", sign_in.held, name="held"),
    path("sign-in/alive/", sign_in.alive, name="alive"),
    path("acting/", sign_in.acting, name="acting"),
    path("language/", sign_in.language, name="language"),
    path("settings/", own_account.settings, name="settings"),
    path("settings/password/", own_account.password, name="password"),
    path("settings/sessions/", own_account.end_sessions, name="end_sessions"),
    path("settings/tokens/", own_account.tokens, name="tokens"),
    path("settings/tokens/<int:pk>/revoke/", own_account.revoke_token, name="revoke_token"),
    path("delegations/", delegations.delegations, name="delegations"),
    path("delegations/add/", delegations.add_delegation, name="add_delegation"),
    path("delegations/<int:pk>/end/", delegations.take_back, name="take_back"),
    path("areas/", organisations.areas, name="areas"),
    path("areas/add/", organisations.add_zone, name="add_zone"),
    path("organisations/", organisations.organisations, name="organisations"),
    path("organisations/add/", organisations.add_organisation, name="add_organisation"),
    path("organisations/<int:pk>/", organisations.organisation, name="organisation"),
    path(
        "organisations/<int:pk>/change/",
        organisations.change_organisation,
        name="change_organisation",
    ),
    path("organisations/<int:pk>/people/add/", people.add_person, name="add_person"),
    path("people/", people.people, name="people"),
    path("people/<int:pk>/", people.person, name="person"),
    path("people/<int:pk>/change/", people.change_person, name="change_person"),
    path("people/<int:pk>/account/", people.change_account, name="change_account"),
    path("people/<int:pk>/roles/add/", people.grant_role, name="grant_role"),
    path("roles/<int:pk>/end/", people.end_role, name="end_role"),
    path("second-factor/", own_account.second_factor, name="second_factor"),
    path("second-factor/code.svg", own_account.second_factor_code, name="second_factor_code"),
    path("settings/second-factor/", own_account.remove_second_factor, name="remove_second_factor"),
]
