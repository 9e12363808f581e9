"""A take-over is undone whole, while nobody has touched or built on what it brought."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.models import Organisation
from accounts.roles import Role
from parks import acts as archive
from parks.acts.documents import add_document, take_document_off
from parks.acts.takeover import apply_take_over, undo_take_over
from parks.models import Park, Recognition, Site
from records import Refused
from records.actor import Actor
from records.models import AuditEntry
from tests.factories import (
    make_actor,
    make_recognition,
    make_site,
    make_tenancy,
)
from tests.parks.takeovers import taken
from tests.records.files import PDF

pytestmark = pytest.mark.django_db


def test_an_untouched_take_over_is_undone_whole(reviewer: Actor) -> None:
    batch = undo_take_over(reviewer, taken(reviewer))
    assert batch.state == "undone"
    assert not Park.objects.exists()
    assert not Site.objects.exists()
    assert not Recognition.objects.exists()
    assert not Organisation.objects.filter(kind="operator").exists()
    entry = AuditEntry.objects.get(action="parks.undo_take_over")
    assert entry.before is not None
    assert entry.before["sha256"] == batch.sha256
    with pytest.raises(Refused):
        apply_take_over(reviewer, batch)


def test_a_park_changed_later_holds_the_undoing(reviewer: Actor) -> None:
    batch = taken(reviewer)
    archive.change_park(make_actor(Role.OFFICER), Park.objects.get(), {"address": "新"}, 1)
    with pytest.raises(Refused) as refused:
        undo_take_over(reviewer, batch)
    assert refused.value.code == "touched"
    assert refused.value.details["rows"] == ["样例老园区"]
    assert Recognition.objects.exists()


def test_a_change_taken_back_is_still_a_change(reviewer: Actor) -> None:
    batch = taken(reviewer)
    officer, park = make_actor(Role.OFFICER), Park.objects.get()
    archive.change_park(officer, park, {"address": "新"}, 1)
    archive.change_park(officer, park, {"address": "样例路9号"}, 2)
    with pytest.raises(Refused):
        undo_take_over(reviewer, batch)


def test_a_tenant_holds_the_undoing(reviewer: Actor) -> None:
    batch = taken(reviewer)
    make_tenancy(Park.objects.get())
    with pytest.raises(Refused) as refused:
        undo_take_over(reviewer, batch)
    assert refused.value.details["rows"] == ["样例老园区"]


def test_a_later_site_or_recognition_holds_the_undoing(reviewer: Actor) -> None:
    batch = taken(reviewer)
    park = Park.objects.get()
    site = make_site(park)
    with pytest.raises(Refused):
        undo_take_over(reviewer, batch)
    site.delete()
    later = make_recognition(park, level="province")
    with pytest.raises(Refused):
        undo_take_over(reviewer, batch)
    later.delete()
    undo_take_over(reviewer, batch)


def test_a_person_of_a_new_operator_holds_the_undoing(reviewer: Actor) -> None:
    batch = taken(reviewer)
    make_actor(Role.OPERATOR, Park.objects.get().operator)
    with pytest.raises(Refused) as refused:
        undo_take_over(reviewer, batch)
    assert refused.value.details["rows"] == ["样例老园运营公司"]


def test_a_document_holds_the_undoing_until_it_is_taken_off(reviewer: Actor) -> None:
    batch = taken(reviewer)
    recognition = Recognition.objects.get()
    kept = add_document(reviewer, recognition, SimpleUploadedFile("批复.pdf", PDF))
    with pytest.raises(Refused):
        undo_take_over(reviewer, batch)
    take_document_off(reviewer, recognition, kept)
    undo_take_over(reviewer, batch)


def test_a_second_take_over_that_builds_on_the_first_holds_it(reviewer: Actor) -> None:
    first = taken(reviewer, sites=[], recognitions=[])
    second = taken(reviewer)
    assert second.summary["unchanged"] == 1
    with pytest.raises(Refused):
        undo_take_over(reviewer, first)
    undo_take_over(reviewer, second)
    undo_take_over(reviewer, first)
