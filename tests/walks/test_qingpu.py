"""Qingpu's recognition in a browser, in Chinese: the bureau proposes, its director decides."""

from pathlib import Path

import pytest

from tests.walks.hands import (
    Opener,
    Walker,
    assert_printed,
    begin,
    make_world,
    move,
    print_form,
    submit,
    the_public_finds,
    walk_of,
)

pytestmark = pytest.mark.django_db(transaction=True)

PARK, NUMBER = "qp-approved", "青人社样〔2026〕6号"


def test_a_park_is_recognised_by_its_district(
    transactional_db: None, new_page: Opener, tmp_path: Path
) -> None:
    make_world(PARK)
    walker = Walker(new_page, tmp_path)
    walk = walk_of(PARK, "qingpu-2022", "recognition")
    begin(walker, walk)
    submit(walker, walk, opinion="符合认定条件，建议认定。")
    move(walker, walk, "同意", document_number=NUMBER, opinion="同意认定。")
    name = f"{walk.procedure.name_prefix}{walk.sample.name}"
    assert_printed(print_form(walker, walk.case), [name, NUMBER, "同意认定", "系统版式"])
    the_public_finds(walker, name, NUMBER)
