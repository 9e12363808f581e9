"""Scans of papers from outside: kept by who records the paper, read by who reads the offices."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from casework.acts.scans import take_scan_off
from casework.models import OutsidePaper
from casework.queries.papers import scans_of
from records.errors import Refused
from records.models import Attachment
from rules.procedure import Hand
from tests.casework.browsing import client_of, text_of
from tests.casework.walking import Walk, asked_of, asking, make_walk
from tests.records.files import PDF

pytestmark = pytest.mark.django_db

LAW, PROCEDURE, STAGE = asking(lambda stage: stage.record is not None)[0].values


@pytest.fixture
def walk() -> Walk:
    """A case that stands behind its first paper from outside."""
    walk = make_walk(LAW, PROCEDURE).reach(STAGE.key)
    walk.do("record", data=asked_of(walk.case, "record"))
    return walk


@pytest.fixture
def paper(walk: Walk) -> OutsidePaper:
    return walk.case.papers.get()


@pytest.fixture
def keeper(walk: Walk) -> Client:
    return client_of(walk.hand(STAGE.hand))


def address(paper: OutsidePaper) -> str:
    return f"/papers/{paper.pk}/"


def upload(client: Client, paper: OutsidePaper, name: str = "批复.pdf") -> Attachment:
    client.post(address(paper), {"file": SimpleUploadedFile(name, PDF)})
    return scans_of([paper]).latest("pk")


def opened(client: Client, scan: Attachment) -> int:
    """The status of the download."""
    answer = client.get(f"/files/{scan.pk}/")
    if answer.streaming:
        answer.getvalue()  # read to its end, it is closed
    return answer.status_code


def test_a_kept_scan_is_opened_from_the_case(
    walk: Walk, paper: OutsidePaper, keeper: Client
) -> None:
    scan = upload(keeper, paper)
    page = keeper.get(f"/cases/{walk.case.pk}/")
    assert scan.name in text_of(page)
    assert f"/files/{scan.pk}/" in page.content.decode()
    assert opened(keeper, scan) == 200


def test_the_applicant_reads_no_scan_while_the_offices_have_the_case(
    walk: Walk, paper: OutsidePaper, keeper: Client
) -> None:
    scan = upload(keeper, paper)
    own = client_of(walk.hand(Hand(PROCEDURE.first.hand.role, "applicant")))
    assert scan.name not in own.get(f"/cases/{walk.case.pk}/").content.decode()
    assert opened(own, scan) == 404
    assert own.get(address(paper)).status_code == 403


def test_another_hand_of_the_bureau_reads_but_does_not_keep(
    walk: Walk, paper: OutsidePaper, keeper: Client
) -> None:
    scan = upload(keeper, paper)
    director = walk.hand(Hand("director", "bureau"))
    assert opened(client_of(director), scan) == 200
    assert client_of(director).get(address(paper)).status_code == 403
    with pytest.raises(Refused):
        take_scan_off(director, paper, scan.pk)


def test_a_scan_taken_off_is_gone_from_the_case(
    walk: Walk, paper: OutsidePaper, keeper: Client
) -> None:
    scan = upload(keeper, paper)
    keeper.post(f"{address(paper)}{scan.pk}/off/")
    assert not scans_of([paper]).exists()
    assert scan.name not in keeper.get(f"/cases/{walk.case.pk}/").content.decode()


def test_a_scan_of_another_paper_is_not_taken_off(
    walk: Walk, paper: OutsidePaper, keeper: Client
) -> None:
    scan = upload(keeper, paper)
    step = walk.case.steps.create(
        number=99, action="record", from_stage=paper.stage, to_stage=paper.stage,
        actor_name="样例", role="reviewer", at=timezone.now(),
    )  # fmt: skip
    other = OutsidePaper.objects.create(
        case=walk.case, stage=paper.stage, document_number="样例2号",
        decided_on=timezone.localdate(), step=step,
    )  # fmt: skip
    assert keeper.post(f"{address(other)}{scan.pk}/off/").status_code == 404
    assert scans_of([paper]).exists()


def test_what_is_no_scan_is_refused_in_words(paper: OutsidePaper, keeper: Client) -> None:
    sent = keeper.post(address(paper), {"file": SimpleUploadedFile("批复.pdf", b"no scan")})
    assert "error-summary" in sent.content.decode()
    assert not scans_of([paper]).exists()
