"""What a park was recognised as follows the correction of its decision."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from casework import acts
from parks.models import Correction, Recognition
from tests.applications.trial import World
from tests.casework.browsing import client_of, text_of

NUMBER, NAME = "市人社函〔2026〕12号", "晋中更正产业园"


@pytest.fixture
def decided(world: World) -> World:
    world.to_decision().approve()
    return world


def correct(world: World, **more: Any) -> None:
    world.case.refresh_from_db()
    given = {"document_number": NUMBER, "name": NAME, "reasons": "原名称漏字"} | more
    today = timezone.localdate()
    acts.correct(world.case.pk, world.director, world.case.version, decided_on=today, **given)


def test_the_recognition_takes_the_corrected_name_and_keeps_its_day(decided: World) -> None:
    before = Recognition.objects.get()
    correct(decided)
    after = Recognition.objects.get()
    assert (after.name, after.document_number) == (NAME, NUMBER)
    assert after.decided_on == before.decided_on
    kept = Correction.objects.get()
    assert (kept.former_name, kept.former_document_number) == (
        before.name,
        before.document_number,
    )


def test_list_page_and_archive_name_the_corrected_decision(decided: World) -> None:
    former = Recognition.objects.get()
    correct(decided)
    park = f"/public/parks/{decided.park.pk}/"
    for client, url in (
        (Client(), "/public/parks/"),
        (Client(), park),
        (client_of(decided.operator), f"/parks/{decided.park.pk}/"),
    ):
        shown = text_of(client.get(url))
        assert [part for part in (NUMBER, NAME) if part not in shown] == [], url
        assert [p for p in (former.document_number, former.name) if p not in shown] == [], url


def test_programs_read_what_was_corrected(decided: World) -> None:
    correct(decided)
    found = client_of(decided.operator).get(f"/api/v1/parks/{decided.park.pk}/").json()
    (recognition,) = found["recognitions"]
    assert recognition["corrections"][0]["document_number"] == NUMBER
