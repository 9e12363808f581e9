"""Pages of the parks' archive, and the public list of recognised parks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from accounts.scope import scoped
from parks import acts, queries
from parks.editing import ActorRequest, attempt
from parks.forms import NewParkForm, ParkForm, SiteForm
from parks.keyset import page_of
from parks.models import Park, Site
from records import policy


@policy.signed_in
@require_GET
def park_list(request: ActorRequest) -> HttpResponse:
    """The parks that the visitor sees."""
    page = page_of(queries.parks_seen(request.actor, request.GET), "name", request.GET)
    areas = queries.areas_seen(request.actor)
    may_add = request.actor.role in acts.FOUNDERS
    context = {"page": page, "areas": areas, "may_add": may_add}
    return render(request, "parks/list.html", context)


@policy.signed_in
@require_GET
def park_page(request: ActorRequest, pk: int) -> HttpResponse:
    """One park: facts, sites, recognitions, history."""
    park = _park(request, pk)
    context = {
        "park": park,
        "services": [o for o in queries.service_options() if o.key in park.services],
        "sites": park.sites.all(),
        "recognitions": park.recognitions.all(),
        "history": queries.history(park),
        "today": timezone.localdate(),
        "may_keep": request.actor.role in acts.KEEPERS,
    }
    return render(request, "parks/park.html", context)


@policy.roles(*acts.FOUNDERS)
@require_http_methods(["GET", "POST"])
def park_add(request: ActorRequest) -> HttpResponse:
    """Open the archive of a park."""
    form = NewParkForm(request.actor, request.POST or None)
    if form.is_valid():
        park = attempt(
            form, request.actor, "parks.add_park", lambda: acts.add_park(request.actor, form.values)
        )
        if park:
            return redirect("parks:park", park.pk)
    return render(request, "parks/form.html", {"form": form})


@policy.roles(*acts.KEEPERS)
@require_http_methods(["GET", "POST"])
def park_edit(request: ActorRequest, pk: int) -> HttpResponse:
    """Change the facts of a park."""
    park = _park(request, pk)
    form = ParkForm(request.POST or None, instance=park)
    if form.is_valid() and attempt(
        form,
        request.actor,
        "parks.change_park",
        lambda: acts.change_park(request.actor, park, form.values, form.seen_version),
    ):
        return redirect("parks:park", pk)
    return render(request, "parks/form.html", {"form": form, "park": park})


@policy.roles(*acts.KEEPERS)
@require_http_methods(["GET", "POST"])
def site_add(request: ActorRequest, pk: int) -> HttpResponse:
    """Add a site to a park."""
    park = _park(request, pk)
    form = SiteForm(request.POST or None)
    if form.is_valid() and attempt(
        form,
        request.actor,
        "parks.add_site",
        lambda: acts.add_site(request.actor, park, form.values),
    ):
        return redirect("parks:park", pk)
    context = {"form": form, "park": park}
    return render(request, "parks/site_form.html", context)


@policy.roles(*acts.KEEPERS)
@require_http_methods(["GET", "POST"])
def site_edit(request: ActorRequest, pk: int) -> HttpResponse:
    """Change a site or close it."""
    sites = scoped(Site.objects.select_related("park__area"), request.actor)
    site = get_object_or_404(sites, pk=pk)
    form = SiteForm(request.POST or None, instance=site)
    if form.is_valid() and attempt(
        form,
        request.actor,
        "parks.change_site",
        lambda: acts.change_site(request.actor, site, form.values, form.seen_version),
    ):
        return redirect("parks:park", site.park_id)
    context = {"form": form, "park": site.park, "site": site}
    return render(request, "parks/site_form.html", context)


@policy.public
@require_GET
def public_list(request: HttpRequest) -> HttpResponse:
    """The list of recognised parks, for everybody."""
    page = page_of(queries.recognised_parks(request.GET), "name", request.GET)
    context = {"page": page, "areas": queries.areas_with_recognition()}
    return render(request, "parks/public_list.html", context)


@policy.public
@require_GET
def public_page(request: HttpRequest, pk: int) -> HttpResponse:
    """A recognised park, for everybody: nothing of the archive beyond name, place and documents."""
    park = get_object_or_404(queries.recognised_parks({}), pk=pk)
    sites = queries.open_sites(park, timezone.localdate())
    return render(request, "parks/public_park.html", {"park": park, "sites": sites})


def _park(request: ActorRequest, pk: int) -> Park:
    rows = Park.objects.select_related("area", "operator", "parent")
    return get_object_or_404(scoped(rows, request.actor), pk=pk)
