"""A form sent twice has one effect; its token is good for that act of that person alone."""

from dataclasses import replace

import pytest

from accounts.roles import Role
from casework import acts
from casework.models import Basis, Consultation
from records.errors import Refused
from tests import factories as make
from tests.casework.browsing import client_of, form_values
from tests.casework.trial import World

pytestmark = pytest.mark.django_db
ELSEWHERE = r"another step|其他步骤"


def test_a_token_of_another_act_is_refused(world: World) -> None:
    world.reach("bureau_review").do("accept", token="t1")
    with pytest.raises(Refused, match=ELSEWHERE):
        world.do("send_back", token="t1")
    assert world.case.stage == "bureau_review"


def test_a_token_of_somebody_else_is_refused(world: World) -> None:
    world.reach("bureau_review").do("accept", token="t1")
    with pytest.raises(Refused, match=ELSEWHERE):
        world.do("accept", world.second, token="t1")
    lender = make.make_actor(Role.REVIEWER, world.case.bureau)
    with pytest.raises(Refused, match=ELSEWHERE):
        world.do("accept", replace(world.reviewer, on_behalf_of_id=lender.user_id), token="t1")


def test_a_basis_sent_twice_is_recorded_once(world: World) -> None:
    client, page = client_of(world.operator), f"/cases/{world.case.pk}/basis/"
    values = form_values(client, page) | {"document": "样例会议纪要", "reason": "新办法未出台"}
    assert [client.post(page, values).status_code for _time in range(2)] == [302, 302]
    assert Basis.objects.filter(case=world.case).count() == 1
    assert world.case.steps.filter(action="record_basis").count() == 1


def test_an_answer_sent_twice_is_given_once(world: World) -> None:
    world.reach("bureau_review")
    department = make.make_organisation("department", "140700")
    consultee = make.make_actor(Role.CONSULTEE, department)
    (asked,) = acts.consult(
        world.case.pk,
        world.reviewer,
        world.case.version,
        organisations=[department],
        question="有无欠税？",
        due_on=world.case.created_at.date(),
    )
    client, page = client_of(consultee), f"/consultations/{asked.pk}/"
    values = form_values(client, page) | {"answer": "agree", "text": "无异常"}
    assert [client.post(page, values).status_code for _time in range(2)] == [302, 302]
    assert world.case.steps.filter(action="answer").count() == 1
    assert Consultation.objects.get(pk=asked.pk).answer == "agree"


def test_saving_is_no_step(world: World) -> None:
    with pytest.raises(Refused, match=r"own pages|各自"):
        world.do("save")
    assert not world.case.steps.filter(action="save").exists()
    page = client_of(world.operator).get(f"/cases/{world.case.pk}/do/save/")
    assert page.status_code == 400
