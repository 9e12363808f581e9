"""Sign-in, sign-out, the acting role, the language, and the signs of life of a session."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from accounts import queries
from accounts.acting import session_seconds
from accounts.acts import sign_in as acts
from accounts.forms.sign_in import SignInForm
from accounts.held import forget, held_form, let_go
from accounts.models import User
from records import policy

#: In the session: the language that was chosen before the sign-in, which it then keeps.
CHOSEN_LANGUAGE = "chosen_language"


def wanted_page(request: HttpRequest) -> str:
    """Where `next` leads, if it stays on this site; else the desk."""
    target = request.POST.get("next") or request.GET.get("next") or ""
    stays = url_has_allowed_host_and_scheme(
        target, {request.get_host()}, require_https=request.is_secure()
    )
    return target if stays else resolve_url(settings.LOGIN_REDIRECT_URL)


@policy.public
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    if request.user.is_authenticated and request.method != "POST":
        return redirect(wanted_page(request))
    form = SignInForm(request, request.POST or None)
    if request.method == "POST" and form.is_valid():
        assert form.user is not None
        chosen = request.session.pop(CHOSEN_LANGUAGE, "")
        acts.sign_in(request, form.user)
        if chosen:
            acts.choose_language(form.user, chosen)
        return speaking(redirect(wanted_page(request)), chosen or form.user.language)
    locked = getattr(request, "axes_locked_out", False)  # then locked_out() records it
    if request.method == "POST" and "username" in form.cleaned_data and not locked:
        acts.record_failed_sign_in(form.cleaned_data["username"], acts.address_of(request))
    return render(request, "accounts/sign_in.html", {"form": form, "next": wanted_page(request)})


def locked_out(
    request: HttpRequest, response: HttpResponse, credentials: dict[str, str] | None = None
) -> HttpResponse:
    """Instead of the sign-in page after too many failures (axes calls it)."""
    username, ip = (credentials or {}).get("username", ""), acts.address_of(request)
    acts.record_failed_sign_in(username, ip, locked=True)
    context = {"until": queries.locked_until(username, ip)}
    return render(request, "accounts/locked_out.html", context, status=429)


@policy.public
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    acts.sign_out(request)
    messages.success(request, _("You are signed out."))
    response = redirect("accounts:sign_in")
    forget(response)
    return response


@policy.signed_in
@require_POST
def acting(request: HttpRequest) -> HttpResponse:
    """Change the acting role. The page before may not be open to it, so the desk comes next."""
    if not acts.choose_seat(request, request.POST.get("seat", "")):
        raise Http404
    return redirect(settings.LOGIN_REDIRECT_URL)


@policy.public
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    user = request.user if isinstance(request.user, User) else None
    chosen = acts.choose_language(user, request.POST.get("language", ""))
    if user is None:
        request.session[CHOSEN_LANGUAGE] = chosen
    return speaking(redirect(wanted_page(request)), chosen)


def speaking(response: HttpResponse, chosen: str) -> HttpResponse:
    """`response`, and every page after it, in the language `chosen`."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=365 * 24 * 3600,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


@policy.public
@never_cache
def alive(request: HttpRequest) -> JsonResponse:
    """Tells a page how long its session lives now, and the token its forms must carry."""
    if not request.user.is_authenticated:
        return JsonResponse({}, status=401)
    return JsonResponse({"seconds": session_seconds(), "token": get_token(request)})


@policy.signed_in
@never_cache
def held(request: HttpRequest) -> HttpResponse:
    """Offers the form that came after the session's end; a POST here discards it."""
    form = held_form(request)
    if request.method == "POST" or form is None:
        let_go(request)
        return redirect(settings.LOGIN_REDIRECT_URL)
    return render(request, "accounts/held.html", {"held": form})


@policy.public
def signed_in(request: HttpRequest) -> HttpResponse:
    """The end of signing in again in a second window."""
    return render(request, "accounts/signed_in.html")
