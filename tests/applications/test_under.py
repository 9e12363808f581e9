"""Of which park a branch becomes one, where its area has several that it could belong to."""

import pytest
from django.utils import timezone

from applications import acts
from applications.models import Application
from parks.models import Park
from records.errors import Refused
from tests import factories as make
from tests.applications.browsing import page, signed_in
from tests.applications.grants import Offices, prepared, shanghai

pytestmark = pytest.mark.django_db

LAW = ("shanghai-2022", "formal")


def national(name: str) -> Park:
    park = make.make_park(area="310000", name=name)
    make.make_recognition(park, level="national", edition="shanghai-2022")
    return park


@pytest.fixture
def offices() -> Offices:
    """An office whose preparation was approved today."""
    offices = shanghai()
    prepared(offices, timezone.localdate())
    return offices


@pytest.fixture
def park(offices: Offices) -> Park:
    return make.make_park(area=offices.office.area_id)


def test_the_only_one_is_no_question(offices: Offices, park: Park) -> None:
    parent = national("样例国家级产业园")
    html = signed_in(offices.officer).get(page("begin")).content.decode()
    assert parent.name in html
    assert 'name="under"' not in html
    assert acts.begin(offices.officer, park, *LAW).application.under == parent


def test_one_of_several_must_be_chosen(offices: Offices, park: Park) -> None:
    national("样例国家级东园")
    national("样例国家级西园")
    with pytest.raises(Refused) as refused:
        acts.begin(offices.officer, park, *LAW)
    assert refused.value.code == "under"
    with pytest.raises(Refused):
        acts.begin(offices.officer, park, *LAW, under=park.pk)


def test_the_chosen_one_is_shown_and_takes_the_branch(offices: Offices, park: Park) -> None:
    national("样例国家级东园")
    chosen = national("样例国家级西园")
    client = signed_in(offices.officer)
    assert 'name="under"' in client.get(page("begin")).content.decode()
    sent = {"edition": LAW[0], "procedure": LAW[1], "park": park.pk, "under": chosen.pk}
    assert client.post(page("begin"), sent).status_code == 302
    case = Application.objects.get(under=chosen).case
    assert chosen.name in client.get(f"/cases/{case.pk}/").content.decode()
    case.stage = "establishment"
    case.save()
    offices.approve(case, timezone.localdate())
    park.refresh_from_db()
    assert park.parent == chosen
