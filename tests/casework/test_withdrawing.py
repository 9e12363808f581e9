"""撤回: the applicant drops a draft, or takes a returned application back."""

import pytest
from django.utils import timezone

from accounts.roles import Role
from casework import queries
from casework.models import Case
from records.errors import Refused
from records.models import AuditEntry
from tests import factories as make
from tests.casework.browsing import client_of, form_values, text_of
from tests.casework.trial import DEFECT, World

pytestmark = pytest.mark.django_db


def returned(world: World) -> World:
    world.reach("county_review")
    world.do("return_for_supplement", data={"defects": [DEFECT]})
    return world


def test_a_draft_is_dropped_by_its_applicant_with_a_trail(world: World) -> None:
    client = client_of(world.operator)
    page = f"/cases/{world.case.pk}/do/withdraw/"
    assert page in client.get(f"/cases/{world.case.pk}/").content.decode()
    assert client.post(page, form_values(client, page)).status_code == 302
    world.case.refresh_from_db()
    assert (world.case.status, world.case.number) == ("withdrawn", None)
    assert AuditEntry.objects.filter(action="casework.withdraw").count() == 1


def test_a_dropped_draft_stays_private(world: World) -> None:
    world.do("withdraw", opinion="")
    administrator = make.make_actor(Role.ADMINISTRATOR, world.case.bureau)
    for actor in (world.officer, world.reviewer, administrator):
        assert not queries.cases(actor).filter(pk=world.case.pk).exists()
    assert queries.cases(world.operator).filter(pk=world.case.pk).exists()


def test_a_returned_application_is_withdrawn_and_its_number_stays_used(world: World) -> None:
    returned(world)
    number = world.case.number
    # The applicant has looked at what came back: that bars nothing.
    client_of(world.operator).get(f"/cases/{world.case.pk}/")
    world.do("withdraw", opinion="")
    assert (world.case.status, world.case.number) == ("withdrawn", number)
    assert queries.cases(world.officer).filter(pk=world.case.pk).exists()


def test_what_the_office_opened_is_withdrawn_no_more(world: World) -> None:
    world.reach("county_review")
    client_of(world.officer).get(f"/cases/{world.case.pk}/")
    with pytest.raises(Refused):
        world.do("withdraw", world.operator, opinion="")


def test_nobody_else_drops_a_draft(world: World) -> None:
    stranger = make.make_actor(Role.OPERATOR)
    with pytest.raises(Case.DoesNotExist):
        world.do("withdraw", stranger)


def test_a_parks_operator_sees_an_offices_application_only_when_it_is_handed_in(
    world: World,
) -> None:
    Case.objects.filter(pk=world.case.pk).update(applicant=world.case.district)
    assert not queries.cases(world.operator).exists()
    assert queries.cases(world.officer).exists()
    assert client_of(world.operator).get(f"/cases/{world.case.pk}/").status_code == 404
    Case.objects.filter(pk=world.case.pk).update(submitted_at=timezone.now(), status="open")
    assert queries.cases(world.operator).exists()


def test_the_page_of_a_draft_says_withdraw(world: World) -> None:
    shown = text_of(client_of(world.operator).get(f"/cases/{world.case.pk}/"))
    assert "撤回" in shown or "Withdraw" in shown
