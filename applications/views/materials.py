"""The files of an application: handed in, taken out, each refusal beside its material."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from applications import acts
from applications.queries import Content, SectionRow
from applications.views.common import attempt, own_content
from records.views.requests import actor_of

Faults = list[tuple[str, str]]


def show_materials(request: HttpRequest, content: Content, row: SectionRow) -> HttpResponse:
    """The list of materials; a POST adds files to one of them, or takes one out."""
    faults: Faults = []
    key = request.POST.get("material", "")
    if request.method == "POST":
        faults = _remove(request, content) if "remove" in request.POST else _add(request, content)
        if not faults:
            return redirect(f"{row.url}#{key}")
        content = own_content(request, content.case.pk)
    context = {
        "content": content,
        "case": content.case,
        "section": row,
        "items": content.material_items,
        "faults": faults,
        "faulty": key,
    }
    status = 422 if faults else 200
    return render(request, "applications/materials.html", context, status=status)


def _add(request: HttpRequest, content: Content) -> Faults:
    """Each file by itself: a wrong one does not keep the others out."""
    uploads = request.FILES.getlist("files")
    if not uploads:
        return [("", _("Choose a file first."))]
    actor, case = actor_of(request), content.case
    key, faults = request.POST.get("material", ""), []
    for upload in uploads:
        refused = attempt(
            actor,
            "add_material",
            case,
            lambda upload=upload: acts.add_material(case.pk, actor, key, upload),  # type: ignore[misc]
        )
        if refused:
            faults.append((str(upload.name), str(refused)))
    added = len(uploads) - len(faults)
    if added:
        messages.success(request, _("Files handed in: %(count)s.") % {"count": added})
    return faults


def _remove(request: HttpRequest, content: Content) -> Faults:
    actor, case = actor_of(request), content.case
    written = request.POST["remove"]
    number = int(written) if written.isdecimal() and len(written) < 19 else 0
    refused = attempt(
        actor,
        "remove_material",
        case,
        lambda: acts.remove_material(case.pk, actor, number),
    )
    return [("", str(refused))] if refused else []
