"""Adding and removing the files of an application."""

from django.core.files.base import File
from django.utils.translation import gettext as _

from accounts.scope import scoped
from applications.acts.editing import editing_section
from applications.models import Application, ApplicationMaterial
from applications.queries.content import Content
from applications.queries.materials import MaterialRow
from records.actor import Actor
from records.acts import attach, detach, record
from records.acts.attachments import sha256_of
from records.errors import Refused
from records.models import Attachment
from records.templatetags.said import said

SECTION = "materials"
OWNER_KIND = "case"


def add_material(case_id: int, actor: Actor, key: str, upload: File) -> ApplicationMaterial:
    """Hand in a file under one of the procedure's materials.

    Raises Refused for an unknown material, for a second file where one is asked, for a file
    that is there already (by its hash), and for what `records.acts.attach` refuses.
    """
    with editing_section(case_id, actor, SECTION) as application:
        row = _row(application, key)
        digest = sha256_of(upload)
        _ensure_welcome(row, digest)
        file = attach(actor, upload, OWNER_KIND, case_id, area_path=application.case.area.path)
        material = _keep(application, key, file, actor)
        after = {"material": key, "file": file.name, "sha256": file.sha256}
        record(actor, "applications.add_material", application.case, after=after)
        return material


def remove_material(case_id: int, actor: Actor, material_id: int) -> None:
    """Take a file out of the application; bytes and trace stay.

    Raises ApplicationMaterial.DoesNotExist for a file of another case.
    """
    with editing_section(case_id, actor, SECTION) as application:
        rows = scoped(ApplicationMaterial.objects.filter(application=application), actor)
        material = rows.get(pk=material_id)
        detach(actor, Attachment.objects.get(pk=material.attachment_id))
        before = {"material": material.key, "file": material.file_name, "sha256": material.sha256}
        material.delete()
        record(actor, "applications.remove_material", application.case, before=before)


def _keep(
    application: Application, key: str, file: Attachment, actor: Actor
) -> ApplicationMaterial:
    assert actor.user_id is not None  # a person's act: `editing_section` let no job in
    return ApplicationMaterial.objects.create(
        application=application,
        key=key,
        attachment_id=file.pk,
        file_name=file.name,
        sha256=file.sha256,
        added_by_id=actor.user_id,
    )


def _row(application: Application, key: str) -> MaterialRow:
    for row in Content(application).materials:
        if row.material.key == key:
            return row
    raise Refused(_("The procedure asks for no such material."), "material")


def _ensure_welcome(row: MaterialRow, digest: str) -> None:
    same = next((file for file in row.files if file.sha256 == digest), None)
    if same:
        raise Refused(
            _("This file was handed in here already, as “%(name)s”.") % {"name": same.file_name},
            "same",
        )
    if not row.takes_more:
        raise Refused(
            _("“%(material)s” takes one file: remove the present one first.")
            % {"material": said(row.material)},
            "one",
        )
