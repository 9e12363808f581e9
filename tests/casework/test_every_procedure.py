"""What holds for every procedure of every edition, whoever applies and whatever it grants."""

import pytest

from casework import queries
from casework.models import Decision
from casework.moves import offers
from casework.seats import hand_of
from records.errors import Refused
from rules.edition import Edition
from rules.procedure import Hand, Procedure
from tests import factories as make
from tests.casework.browsing import client_of, text_of
from tests.casework.walking import Walk, every_procedure, make_walk

pytestmark = pytest.mark.django_db

TABS = ("content", "timeline", "opinions", "record")
DIRECTOR = Hand("director", "bureau")
HANDS = [
    Hand(role, seat)
    for role in ("operator", "officer", "reviewer", "director")
    for seat in ("applicant", "district", "bureau")
]


@every_procedure
def test_a_case_goes_from_draft_to_approval(law: Edition, procedure: Procedure) -> None:
    walk = make_walk(law, procedure).reach(procedure.stages[-1].key)
    walk.approve()
    assert walk.case.status == "approved"
    entry = walk.case.decision_entries.get()
    assert entry.name


@every_procedure
def test_nobody_but_its_hand_makes_a_move_at_any_stage(law: Edition, procedure: Procedure) -> None:
    walk = make_walk(law, procedure)
    for stage in procedure.stages:
        walk.reach(stage.key)
        for hand in HANDS:
            if getattr(walk.case, f"{hand.seat}_id") is None:
                continue
            actor = walk.hand(hand)
            sitting = (actor.role, actor.organisation_id)
            held = {
                move.action
                for move in stage.moves
                if sitting == seat_of(walk, hand_of(stage, move))
            }
            assert {offer.move.action for offer in offers(walk.case, actor)} == held, stage.key
            for move in stage.moves:
                if move.action not in held:
                    with pytest.raises((Refused, type(walk.case).DoesNotExist)) as refused:
                        walk.do(move.action, actor)
                    assert str(refused.value)


def seat_of(walk: Walk, hand: Hand) -> tuple[str, int | None]:
    return hand.role, getattr(walk.case, f"{hand.seat}_id")


@every_procedure
def test_every_page_of_a_case_opens_for_its_hand_at_every_stage(
    law: Edition, procedure: Procedure
) -> None:
    walk = make_walk(law, procedure)
    for stage in procedure.stages:
        walk.reach(stage.key)
        client = client_of(walk.hand())
        for tab in TABS[:3]:
            page = client.get(f"/cases/{walk.case.pk}/?tab={tab}")
            assert page.status_code == 200, (stage.key, tab)
            assert "None" not in text_of(page)
        for move in stage.moves:
            assert client.get(f"/cases/{walk.case.pk}/do/{move.action}/").status_code in (
                200,
                400,
                403,
            )


@every_procedure
def test_a_case_is_called_by_its_park_or_by_the_park_to_come(
    law: Edition, procedure: Procedure
) -> None:
    walk = make_walk(law, procedure).reach(procedure.stages[-1].key)
    client = client_of(walk.hand())
    told = client.get(f"/api/v1/cases/{walk.case.pk}/").json()
    assert told["park_name"] == (walk.case.park.name if walk.case.park else walk.case.title)
    assert (told["park"] is None) is not procedure.has_park
    assert walk.case.title in text_of(client.get("/"))
    export = client.post("/export/casework.todo/", {"form": "csv"})
    assert walk.case.title in b"".join(export.streaming_content).decode()  # type: ignore[attr-defined]
    export.close()


@every_procedure
def test_only_a_recognition_asks_for_a_name(law: Edition, procedure: Procedure) -> None:
    walk = make_walk(law, procedure).reach(procedure.stages[-1].key)
    walk.prepare()
    form = client_of(walk.hand()).get(f"/cases/{walk.case.pk}/do/approve/").context["form"]
    assert ("name" in form.fields) is (procedure.outcome.kind == "recognition")


@every_procedure
def test_who_prepared_does_not_decide(law: Edition, procedure: Procedure) -> None:
    walk = make_walk(law, procedure)
    stages = [stage for stage in procedure.stages if stage.hand == DIRECTOR]
    walk.reach(stages[0].key)
    walk.prepare()
    maker = walk.case.steps.filter(action__in=("submit", "forward")).latest("number").actor
    assert maker is not None
    both = make.actor_of(maker, f"m{make.give_role(maker, 'director', walk.case.bureau).pk}")
    for move in stages[0].moves:
        if "four_eyes" in move.guards and move.action != "refuse":
            with pytest.raises(Refused, match=r"yourself|经手"):
                walk.do(move.action, both)


@every_procedure
def test_everybody_reads_the_decision_by_its_code(law: Edition, procedure: Procedure) -> None:
    walk = make_walk(law, procedure).reach(procedure.stages[-1].key)
    walk.approve()
    entry = walk.case.decision_entries.get()
    verified = queries.verified(entry.code)
    assert verified is not None
    assert verified.bureau == Decision.objects.get().signed_by
