"""Pages of the parks' archive, and the public list of recognised parks."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from accounts.editing import RowForm, attempt
from accounts.scope import scoped
from parks import acts, parts, queries
from parks.acts.documents import FILERS
from parks.files import with_documents
from parks.forms import NewParkForm, ParkFilter, ParkForm, SiteForm
from parks.history import changes
from parks.models import Park, Site
from records import policy
from records.keyset import page_of
from records.views.requests import actor_of


@policy.signed_in
@require_GET
def park_list(request: HttpRequest) -> HttpResponse:
    """The parks that the visitor sees."""
    actor = actor_of(request)
    context = {
        "page": page_of(queries.parks_seen(actor, request.GET), "name", request.GET),
        "filter": ParkFilter(queries.areas_seen(actor), request.GET),
        "may_add": actor.role in acts.FOUNDERS,
    }
    return render(request, "parks/list.html", context)


@policy.signed_in
@require_GET
def park_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One park: facts, sites, recognitions, history."""
    actor, park = actor_of(request), _park(request, pk)
    context = {
        "park": park,
        "branches": scoped(park.branches.all(), actor),
        "recommendations": park.recommendations.all(),
        "parts": parts.shown(park, actor),
        "services": [o for o in queries.service_options() if o.key in park.services],
        "sites": park.sites.all(),
        "recognitions": with_documents(park.recognitions.prefetch_related("corrections")),
        "history": changes(queries.history(park)),
        "today": timezone.localdate(),
        "may_keep": actor.role in acts.KEEPERS,
        "may_give_plaque": actor.role in acts.PLAQUE_KEEPERS,
        "may_file": actor.role in FILERS,
    }
    return render(request, "parks/park.html", context)


@policy.roles(*acts.FOUNDERS)
@require_http_methods(["GET", "POST"])
def park_add(request: HttpRequest) -> HttpResponse:
    """Open the archive of a park."""
    actor = actor_of(request)
    form = NewParkForm(actor, request.POST or None)
    park = attempt(request, form, "parks.add_park", lambda: acts.add_park(actor, form.values))
    if park:
        messages.success(request, _("The park's archive is open."))
        return redirect("parks:park", park.pk)
    return _form(request, form, _("Add a park"), reverse("parks:parks"))


@policy.roles(*acts.KEEPERS)
@require_http_methods(["GET", "POST"])
def park_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change the facts of a park."""
    actor, park = actor_of(request), _park(request, pk)
    form = ParkForm(request.POST or None, instance=park)
    if attempt(
        request,
        form,
        "parks.change_park",
        lambda: acts.change_park(actor, park, form.values, form.seen_version),
    ):
        return _saved(request, park)
    return _form(request, form, _("Change the park's facts"), _address(park), park)


@policy.roles(*acts.KEEPERS)
@require_http_methods(["GET", "POST"])
def site_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Add a site to a park."""
    actor, park = actor_of(request), _park(request, pk)
    form = SiteForm(request.POST or None)
    if attempt(request, form, "parks.add_site", lambda: acts.add_site(actor, park, form.values)):
        return _saved(request, park)
    return _form(request, form, _("Add a site"), _address(park), park)


@policy.roles(*acts.KEEPERS)
@require_http_methods(["GET", "POST"])
def site_edit(request: HttpRequest, pk: int) -> HttpResponse:
    """Change a site or close it."""
    actor = actor_of(request)
    sites = scoped(Site.objects.select_related("park__area"), actor)
    site = get_object_or_404(sites, pk=pk)
    form = SiteForm(request.POST or None, instance=site)
    if attempt(
        request,
        form,
        "parks.change_site",
        lambda: acts.change_site(actor, site, form.values, form.seen_version),
    ):
        return _saved(request, site.park)
    return _form(request, form, _("Change the site"), _address(site.park), site.park)


@policy.public
@require_GET
def public_list(request: HttpRequest) -> HttpResponse:
    """The list of recognised parks, for everybody."""
    context = {
        "page": page_of(queries.recognised_parks(request.GET), "listed_as", request.GET),
        "filter": ParkFilter(queries.areas_with_recognition(), request.GET),
    }
    return render(request, "parks/public_list.html", context)


@policy.public
@require_GET
def public_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A recognised park, for everybody: nothing of the archive beyond name, place and documents."""
    park = get_object_or_404(queries.recognised_parks({}), pk=pk)
    context = {
        "park": park,
        "parent": queries.recognised_parks({}).filter(pk=park.parent_id or 0).first(),
        "branches": queries.recognised_parks({}).filter(parent=park).order_by("name"),
        "sites": queries.open_sites(park, timezone.localdate()),
    }
    return render(request, "parks/public_park.html", context)


def _park(request: HttpRequest, pk: int) -> Park:
    rows = Park.objects.select_related("area", "operator", "parent", "take_over")
    return get_object_or_404(scoped(rows, actor_of(request)), pk=pk)


def _address(park: Park) -> str:
    return reverse("parks:park", args=[park.pk])


def _saved(request: HttpRequest, park: Park) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("parks:park", park.pk)


def _form(
    request: HttpRequest, form: RowForm, title: str, back: str, park: Park | None = None
) -> HttpResponse:
    context: dict[str, Any] = {"form": form, "title": title, "back": back, "park": park}
    return render(request, "parks/form.html", context | {"submit": _("Save the changes")})
