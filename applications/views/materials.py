"""The files of an application: handed in, taken out, each refusal beside its material."""

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from applications import acts
from applications.queries import Content, SectionRow
from applications.views.common import own_content
from records.fields import number_of
from records.views.attempt import attempt_bare
from records.views.requests import actor_of

#: The key of a material, the name of a file, why it was not taken.
Faults = list[tuple[str, str, str]]
FIELD = "files-"


def show_materials(request: HttpRequest, content: Content, row: SectionRow) -> HttpResponse:
    """The list of materials; a POST adds all chosen files, or takes one out."""
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
    }
    status = 422 if faults else 200
    return render(request, "applications/materials.html", context, status=status)


def _add(request: HttpRequest, content: Content) -> Faults:
    """Each file by itself: a wrong one does not keep the others out."""
    actor, case = actor_of(request), content.case
    uploads = _uploads(request)
    if not uploads:
        return [(request.POST.get("material", ""), "", _("Choose a file first."))]
    faults: Faults = []
    for key, upload in uploads:
        refused = attempt_bare(
            request,
            "applications.add_material",
            case,
            lambda key=key, upload=upload: acts.add_material(case.pk, actor, key, upload),  # type: ignore[misc]
        )
        if refused:
            faults.append((key, str(upload.name), str(refused)))
    added = len(uploads) - len(faults)
    if added:
        messages.success(request, _("Files handed in: %(count)s.") % {"count": added})
    return faults


def _uploads(request: HttpRequest) -> list[tuple[str, UploadedFile]]:
    """Every chosen file with the key of the material under which it was chosen."""
    return [
        (name.removeprefix(FIELD), upload)
        for name, uploads in request.FILES.lists()
        if name.startswith(FIELD)
        for upload in uploads
    ]


def _remove(request: HttpRequest, content: Content) -> Faults:
    actor, case = actor_of(request), content.case
    number = number_of(request.POST["remove"])
    refused = attempt_bare(
        request,
        "applications.remove_material",
        case,
        lambda: acts.remove_material(case.pk, actor, number),
    )
    key = request.POST.get("material", "")
    return [(key, "", str(refused))] if refused else []
