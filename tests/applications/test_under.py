"""Of which park a branch becomes one, where its area has several that it could belong to."""

from html import unescape

import pytest
from django.utils import timezone

from applications import acts
from applications.models import Application
from casework.models import Case
from parks.models import Park
from records.errors import Refused
from records.models import AuditEntry
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


def returned_without_parent(offices: Offices, park: Park, lost: Park) -> Case:
    """A case that named `lost` and came back for supplement when that had lost its recognition."""
    case = acts.begin(offices.officer, park, *LAW, under=lost.pk)
    case.status = Case.Status.RETURNED
    case.save()
    lost.recognitions.update(revoked_on=timezone.localdate())
    return case


def test_a_returned_case_whose_park_fell_away_says_so_and_takes_another(
    offices: Offices, park: Park
) -> None:
    lost = national("样例国家级东园")
    others = [national("样例国家级西园"), national("样例国家级南园")]
    case = returned_without_parent(offices, park, lost)
    client = signed_in(offices.officer)
    shown = client.get(page("tasks", case.pk)).text
    assert f"拟隶属的“{lost.name}”已不再具有该级别的认定" in shown
    assert all(f">{one.name}</option>" in shown for one in others)
    assert f">{lost.name}</option>" not in shown
    sent = {"version": case.version, "under": others[0].pk}
    assert client.post(page("choose_parent", case.pk), sent).status_code == 302
    assert Application.objects.get(case=case).under == others[0]
    assert lost.name not in client.get(page("tasks", case.pk)).text
    entry = AuditEntry.objects.get(action="applications.choose_parent")
    assert (entry.before, entry.after) == ({"under": lost.name}, {"under": others[0].name})


def test_until_another_park_is_chosen_it_cannot_be_handed_in(offices: Offices, park: Park) -> None:
    lost, other = national("样例国家级东园"), national("样例国家级西园")
    case = returned_without_parent(offices, park, lost)
    closed = signed_in(offices.officer).get(page("check", case.pk)).context["closed"]
    assert any(lost.name in reason for reason in closed)
    acts.choose_parent(case.pk, offices.officer, case.version, None)
    assert Application.objects.get(case=case).under == other
    closed = signed_in(offices.officer).get(page("check", case.pk)).context["closed"]
    assert not any(lost.name in reason for reason in closed)


def test_a_choice_on_a_stale_page_is_refused_and_can_be_sent_again(
    offices: Offices, park: Park
) -> None:
    lost, other = national("样例国家级东园"), national("样例国家级西园")
    case = returned_without_parent(offices, park, lost)
    client = signed_in(offices.officer)
    stale = client.post(page("choose_parent", case.pk), {"version": case.version + 1})
    assert stale.status_code == 422
    form = stale.context["form"]
    assert form.non_field_errors()
    again = client.post(page("choose_parent", case.pk), {"version": form["version"].value()})
    assert again.status_code == 302
    assert Application.objects.get(case=case).under == other


def test_who_chooses_when_somebody_else_has_chosen_is_told_so(offices: Offices, park: Park) -> None:
    lost, _other = national("样例国家级东园"), national("样例国家级西园")
    case = returned_without_parent(offices, park, lost)
    acts.choose_parent(case.pk, offices.officer, case.version, None)
    client = signed_in(offices.officer)
    answer = client.post(page("choose_parent", case.pk), {"version": case.version})
    (told,) = answer.context["form"].non_field_errors()
    assert told in unescape(answer.text)


def test_a_park_that_still_stands_is_not_exchanged(offices: Offices, park: Park) -> None:
    chosen, other = national("样例国家级东园"), national("样例国家级西园")
    case = acts.begin(offices.officer, park, *LAW, under=chosen.pk)
    with pytest.raises(Refused):
        acts.choose_parent(case.pk, offices.officer, case.version, other.pk)
    assert 'name="under"' not in signed_in(offices.officer).get(page("tasks", case.pk)).text


def test_what_was_handed_in_takes_no_other_park(offices: Offices, park: Park) -> None:
    lost = national("样例国家级东园")
    national("样例国家级西园")
    case = returned_without_parent(offices, park, lost)
    case.stage, case.status = "establishment", Case.Status.OPEN
    case.submitted_at = timezone.now()
    case.save()
    with pytest.raises(Refused):
        acts.choose_parent(case.pk, offices.officer, case.version, None)
    assert signed_in(offices.reviewer).post(page("choose_parent", case.pk)).status_code == 403
