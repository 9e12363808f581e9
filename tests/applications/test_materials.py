"""Files: refused in clear words, never twice, open for those who see the case."""

import io
import zipfile

import pytest
from django.core.files.base import ContentFile

from accounts.roles import Role
from applications import acts
from applications.kind import may_read_file
from applications.models import ApplicationMaterial
from records.attachments import may_read
from records.errors import Refused
from records.models import Attachment
from tests import factories as make
from tests.applications.trial import World, pdf


def add(world: World, upload: ContentFile, key: str = "letter") -> None:
    acts.add_material(world.case.pk, world.operator, key, upload)


def test_the_same_file_is_not_taken_twice(world: World) -> None:
    world.attach("policies", "same", "甲.pdf")
    with pytest.raises(Refused) as refused:
        world.attach("policies", "same", "乙.pdf")
    assert refused.value.code == "same"
    assert "甲.pdf" in str(refused.value)
    assert Attachment.objects.count() == 1


def test_a_material_of_one_file_takes_no_second(world: World) -> None:
    world.attach("letter", "first")
    with pytest.raises(Refused) as refused:
        world.attach("letter", "second")
    assert refused.value.code == "one"


def test_an_unknown_material_is_refused(world: World) -> None:
    with pytest.raises(Refused) as refused:
        world.attach("poem")
    assert refused.value.code == "material"


def test_a_program_is_refused_whatever_its_name(world: World) -> None:
    with pytest.raises(Refused):
        add(world, ContentFile(b"MZ" + b"\0" * 200, "申请函件.pdf"))


def test_an_empty_file_is_refused(world: World) -> None:
    with pytest.raises(Refused):
        add(world, ContentFile(b"", "空.pdf"))


def test_a_workbook_with_macros_is_refused(world: World) -> None:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/vbaProject.bin", "macro")
    with pytest.raises(Refused):
        add(world, ContentFile(book.getvalue(), "名册.xlsx"), "tenants")


def test_a_refused_file_leaves_nothing_behind(world: World) -> None:
    with pytest.raises(Refused):
        add(world, ContentFile(b"MZ" + b"\0" * 200, "申请函件.pdf"))
    assert not ApplicationMaterial.objects.exists()
    assert not Attachment.objects.exists()


def test_a_file_is_taken_out_of_the_draft_and_kept_in_the_house(world: World) -> None:
    material = world.attach("letter")
    acts.remove_material(world.case.pk, world.operator, material.pk)
    assert not ApplicationMaterial.objects.exists()
    assert Attachment.objects.get().detached_at is not None


def test_a_file_of_another_application_is_not_found(world: World) -> None:
    material = world.attach("letter")
    other = make.make_park()
    operator = make.make_actor(Role.OPERATOR, other.operator)
    case = acts.begin(operator, other, "jinzhong-2022", "recognition")
    with pytest.raises(ApplicationMaterial.DoesNotExist):
        acts.remove_material(case.pk, operator, material.pk)


def test_files_are_shut_after_submission(world: World) -> None:
    world.submit()
    with pytest.raises(Refused):
        add(world, pdf("late"), "policies")


def test_whoever_sees_the_case_reads_its_files(world: World) -> None:
    world.submit()
    assert may_read_file(world.operator, world.case.pk)
    assert may_read_file(world.officer, world.case.pk)
    assert may_read_file(world.reviewer, world.case.pk)
    assert not may_read_file(make.make_actor(Role.OPERATOR), world.case.pk)
    elsewhere = make.make_actor(Role.OFFICER, make.make_district_office("140724"))
    assert not may_read_file(elsewhere, world.case.pk)


def test_a_drafts_files_are_the_parks_own(world: World) -> None:
    assert not may_read_file(world.officer, world.case.pk)


def removed(world: World) -> Attachment:
    """A file that the case was handed in with, taken out for the supplement."""
    defects = [{"section": "materials", "text": "函件缺章"}]
    world.submit().do("return_for_supplement", data={"defects": defects})
    material = world.content().application.materials.get(key="letter")
    acts.remove_material(world.case.pk, world.operator, material.pk)
    return Attachment.objects.get(pk=material.attachment_id)


def test_a_file_of_an_earlier_version_is_read_by_the_bureau_and_the_auditor_alone(
    world: World,
) -> None:
    file = removed(world)
    auditor = make.make_actor(Role.AUDITOR, world.case.bureau)
    for reader in (world.reviewer, world.director, auditor):
        assert may_read(reader, file)
    for other in (world.operator, world.officer, world.head):
        assert not may_read(other, file)


def test_a_file_that_was_never_handed_in_is_read_by_nobody_once_removed(world: World) -> None:
    material = world.attach("letter", "never handed in")
    acts.remove_material(world.case.pk, world.operator, material.pk)
    world.submit()
    file = Attachment.objects.get(pk=material.attachment_id)
    assert may_read_file(world.reviewer, file.owner_id)
    assert not may_read(world.reviewer, file)
    assert not may_read(world.operator, file)
