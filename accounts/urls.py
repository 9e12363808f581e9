"""Addresses of accounts."""

from django.urls import path

from accounts.views import own_account, sign_in

app_name = "accounts"
urlpatterns = [
    path("sign-in/", sign_in.sign_in, name="sign_in"),
    path("sign-out/", sign_in.sign_out, name="sign_out"),
    path("sign-in/again/", sign_in.signed_in, name="signed_in"),
    path("sign-in/alive/", sign_in.alive, name="alive"),
    path("acting/", sign_in.acting, name="acting"),
    path("language/", sign_in.language, name="language"),
    path("settings/", own_account.settings, name="settings"),
    path("settings/password/", own_account.password, name="password"),
    path("settings/sessions/", own_account.end_sessions, name="end_sessions"),
    path("second-factor/", own_account.second_factor, name="second_factor"),
    path("second-factor/code.svg", own_account.second_factor_code, name="second_factor_code"),
    path("settings/second-factor/", own_account.remove_second_factor, name="remove_second_factor"),
]
