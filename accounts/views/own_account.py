"""个人设置: one's own password, sessions, second factor and tokens."""

from base64 import b32encode
from io import BytesIO
from typing import Any

import segno
from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts import queries
from accounts.acts import second_factor as factor_acts
from accounts.acts import sign_in as acts
from accounts.acts import tokens as token_acts
from accounts.forms.sign_in import CodeForm, NewPasswordForm, OwnPasswordForm, TokenForm
from accounts.models import User
from accounts.second_factor import device_of, needs
from accounts.views.sign_in import wanted_page
from records import policy


def myself(request: HttpRequest) -> User:
    """The signed-in person; the policy has seen to it that there is one."""
    assert isinstance(request.user, User)
    return request.user


def page(form: Form, title: str, submit: str) -> dict[str, Any]:
    """What the page of one form needs; Cancel leads back to the settings."""
    back = reverse("accounts:settings")
    return {"form": form, "title": title, "submit": submit, "back": back}


@policy.signed_in
def settings(request: HttpRequest) -> HttpResponse:
    user = myself(request)
    context = {"person": user, "device": device_of(user)}
    return render(request, "accounts/settings.html", context)


@policy.signed_in
@sensitive_post_parameters()
def password(request: HttpRequest) -> HttpResponse:
    user = myself(request)
    form = NewPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.change_password(request, user, form.cleaned_data["new"])
        messages.success(request, _("Your password is changed; other sessions have ended."))
        return redirect("accounts:settings")
    context = page(form, _("Change the password"), _("Change the password"))
    return render(request, "accounts/password.html", {**context, "person": user})


@policy.signed_in
@sensitive_post_parameters()
def end_sessions(request: HttpRequest) -> HttpResponse:
    user = myself(request)
    form = OwnPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        acts.end_other_sessions(request, user, form.cleaned_data["current"])
        messages.success(request, _("Everywhere else you are signed out now."))
        return redirect("accounts:settings")
    context = page(form, _("Sign out everywhere else"), _("Sign out everywhere else"))
    return render(request, "accounts/end_sessions.html", context)


@policy.signed_in
@never_cache
def second_factor(request: HttpRequest) -> HttpResponse:
    """Asks for the code, at sign-in or to confirm a device that is being set up."""
    user = myself(request)
    device = device_of(user)
    form = CodeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        if factor_acts.verify(request, user, form.cleaned_data["code"]):
            return redirect(wanted_page(request))
        form.add_error("code", _("The code is wrong or was used before. Wait for the next one."))
    pending = None if device else factor_acts.pending_device(user)
    context = {"form": form, "pending": pending, "next": wanted_page(request)}
    if pending:
        context["key"] = b32encode(pending.bin_key).decode()
    return render(request, "accounts/second_factor.html", context)


@policy.signed_in
@never_cache
def second_factor_code(request: HttpRequest) -> HttpResponse:
    """The QR code of the device that is being set up, as SVG; nothing once it is confirmed."""
    user = myself(request)
    if device_of(user):
        return HttpResponse(status=404)
    picture = BytesIO()
    address = factor_acts.pending_device(user).config_url
    segno.make(address, error="m").save(picture, kind="svg", scale=5, border=2, omitsize=False)
    return HttpResponse(picture.getvalue(), content_type="image/svg+xml")


@policy.signed_in
@sensitive_post_parameters()
def remove_second_factor(request: HttpRequest) -> HttpResponse:
    user = myself(request)
    form = OwnPasswordForm(user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        factor_acts.remove_own_device(request, user)
        messages.success(request, _("The second factor is removed."))
        return redirect("accounts:settings")
    context = page(form, _("Remove the second factor"), _("Remove"))
    context["needed"] = needs(request.actor.role)  # type: ignore[attr-defined]
    return render(request, "accounts/remove_second_factor.html", context)


@policy.signed_in
@never_cache
@sensitive_post_parameters("current")
def tokens(request: HttpRequest) -> HttpResponse:
    """One's own tokens, and a form for another. Its secret is shown by this answer alone."""
    user = myself(request)
    form = TokenForm(user, request.POST or None)
    secret = ""
    if request.method == "POST" and form.is_valid():
        secret = token_acts.make_token(request, user, form.cleaned_data["name"])
        form = TokenForm(user)
    context = {"form": form, "tokens": queries.tokens_of(user), "secret": secret}
    return render(request, "accounts/tokens.html", context)


@policy.signed_in
@require_POST
def revoke_token(request: HttpRequest, pk: int) -> HttpResponse:
    user = myself(request)
    token = get_object_or_404(queries.tokens_of(user), pk=pk)
    token_acts.revoke_token(request, user, token)
    messages.success(request, _("The token is revoked."))
    return redirect("accounts:tokens")
