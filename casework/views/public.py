"""Pages without sign-in: notices, objections to them, and the check of a document's code."""

from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from casework import acts, queries
from casework.forms import CodeForm, ObjectionForm
from casework.models import NoticeCase, Objection
from casework.views.common import found
from records import policy
from records.errors import Refused

SHOWN = 50
RECEIPT = "casework.objection"


@policy.public
@require_safe
def notices(request: HttpRequest) -> HttpResponse:
    """Published notices, the latest first."""
    context = {"notices": list(queries.public_notices()[:SHOWN]), "today": timezone.localdate()}
    return render(request, "public/notices.html", context)


@policy.public
@require_safe
def notice(request: HttpRequest, number: str) -> HttpResponse:
    """One notice: what it lists, until when it is open, and how to object."""
    shown = found(queries.public_notice, number)
    is_open = shown.is_open_on(timezone.localdate())
    context = {"notice": shown, "law": queries.law_of(shown), "is_open": is_open}
    return render(request, "public/notice.html", context)


@policy.public
@require_http_methods(["GET", "HEAD", "POST"])
def object_to(request: HttpRequest, number: str, entry: int) -> HttpResponse:
    """Object to one case of a notice, with a real name."""
    about = found(queries.public_entry, number, entry)
    form = ObjectionForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        made = _object(request, about, form)
        if made:
            receipt = signing.dumps(made.number, salt=RECEIPT)
            return redirect("casework:objection_received", receipt=receipt)
    is_open = about.notice.is_open_on(timezone.localdate())
    context = {"entry": about, "form": form, "is_open": is_open}
    return render(request, "public/object.html", context)


def _object(request: HttpRequest, about: NoticeCase, form: ObjectionForm) -> Objection | None:
    typed = form.cleaned_data
    try:
        return acts.object_to(
            about.pk,
            name=typed["name"],
            phone=typed["phone"],
            text=typed["text"],
            proof=typed["proof"],
            evidence=typed["evidence"],
            ip=request.META.get("REMOTE_ADDR", ""),
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return None


@policy.public
@require_safe
def received(request: HttpRequest, receipt: str) -> HttpResponse:
    """The receipt: the number under which the objection is kept, and nothing else of it."""
    try:
        number = signing.loads(receipt, salt=RECEIPT)
    except signing.BadSignature as error:
        raise Http404 from error
    return render(request, "public/received.html", {"number": number})


@policy.public
@require_safe
def verify(request: HttpRequest) -> HttpResponse:
    """What a document with this code must say, and whether it still stands."""
    form = CodeForm(request.GET if "code" in request.GET else None)
    asked = form.is_valid()
    context = {
        "form": form,
        "asked": asked,
        "verified": queries.verified(form.cleaned_data["code"]) if asked else None,
    }
    return render(request, "public/verify.html", context)
