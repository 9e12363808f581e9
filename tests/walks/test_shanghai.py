"""A branch of the national park in a browser, in Chinese: a year to prepare, then established."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone

from applications.models import Preparation
from applications.samples.clock import at
from parks.models import Park
from tests.walks.hands import (
    Opener,
    Walker,
    assert_printed,
    begin,
    in_chinese,
    make_world,
    move,
    print_form,
    submit,
    the_public_finds,
    walk_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

LAW, PARK = "shanghai-2022", "sh-deciding"
STUDIED = {"head_necessity": "有必要", "head_feasibility": "可行", "head_soundness": "合理"}


@pytest.fixture
def world(transactional_db: None) -> None:
    make_world("sh-park", PARK)


def test_a_branch_is_prepared_and_established(
    world: None, new_page: Opener, tmp_path: Path
) -> None:
    walker = Walker(new_page, tmp_path)
    the_preparation_is_approved(walker)
    with at(timezone.now() + timedelta(days=200)):
        the_ministry_approves(walker)
    branch = Park.objects.get(parent__isnull=False)
    the_public_finds(walker, branch.name, f"{branch.parent}的分园", "部函样〔2027〕1号")


def the_preparation_is_approved(walker: Walker) -> None:
    walk = walk_of(PARK, LAW, "preparation")
    begin(walker, walk, park_name=walk.sample.name)
    submit(walker, walk)
    move(walker, walk, "同意上报", "heads_answered", **STUDIED)
    move(walker, walk, "同意", document_number="沪人社样〔2026〕1号", opinion="同意筹建。")
    assert Preparation.objects.get().state == Preparation.State.RUNNING


def the_ministry_approves(walker: Walker) -> None:
    walk, today = walk_of(PARK, LAW, "formal"), in_chinese(timezone.localdate())
    begin(walker, walk)
    submit(walker, walk)
    move(walker, walk, "同意上报", opinion="筹建成效良好。")
    move(walker, walk, "同意上报", opinion="同意报部。")
    move(walker, walk, "登记", document_number="沪人社样函〔2027〕2号", decided_on=today)
    said = {"document_number": "部函样〔2027〕1号", "decided_on": today, "outcome": "approved"}
    move(walker, walk, "登记", **said)
    move(walker, walk, "同意", opinion="同意增设。")
    assert walk.case.status == "approved"
    text = print_form(walker, walk.case)
    assert_printed(
        text, [walk.sample.name, "部函样〔2027〕1号", "沪人社样函〔2027〕2号", "系统版式"]
    )
