"""The expert's page: what was handed in, beside the opinion."""

from django.urls import reverse
from django.utils import timezone

from accounts.roles import Role
from casework import acts
from tests import factories as make
from tests.applications.browsing import read, signed_in
from tests.applications.trial import World


def test_an_expert_opens_every_file_beside_the_opinion(world: World) -> None:
    world.to_bureau().verify()
    world.judge_all()
    world.do("forward")
    expert = make.make_actor(Role.EXPERT, world.case.bureau)
    panel = acts.convene_panel(
        world.case.pk, world.reviewer, world.case.version, size=1, due_on=timezone.localdate()
    )
    seat = panel.seats.get(expert_id=expert.user_id)
    text = read(signed_in(expert), reverse("casework:seat", args=[seat.pk]))
    for row in world.content().materials:
        for file in row.files:
            assert f'href="/files/{file.attachment_id}/" target="_blank"' in text
