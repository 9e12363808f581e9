"""The content of an application through every hand, without pages."""

from applications import queries
from parks.models import Recognition
from tests.applications.trial import World


def test_an_application_goes_from_draft_to_recognition(world: World) -> None:
    world.to_decision()
    world.approve()
    recognition = Recognition.objects.get(park=world.park)
    assert world.case.status == "approved"
    assert recognition.name == f"晋中{world.park.name}"
    assert recognition.case_number == world.case.number
    assert recognition.issuer == world.case.bureau.name


def test_the_register_answers_what_the_law_asks(world: World) -> None:
    given = {row.fact.key: row.recorded for row in world.content().facts}
    assert given["operating_agencies"] == 12
    assert given["gross_revenue"] == "36000000"
    assert given["floor_area"] == "3600"
    assert given["branch_sites"] == 0
    assert queries.is_complete(world.content()) is False
