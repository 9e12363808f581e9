"""What was said of a case on its way: the heads of a study, experts, other organisations."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.utils import timezone

from applications.printing.cells import chinese_day
from casework.models import Case, Consultation, Panel, PanelSeat, Step
from casework.queries import consultations_of, panels_of, reads_offices, spread_of
from casework.seats import procedure_of
from records.actor import Actor
from rules.procedure import Head, Stage

CONSULTED = "会审单位意见"


@dataclass(frozen=True)
class Line:
    """Who or what is asked, and what was said; nothing while it is open."""

    label: str
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """One part of the form with its lines; an empty one is there to be written on."""

    title: str
    lines: tuple[Line, ...]


def studies_of(case: Case, reader: Actor) -> tuple[Study, ...]:
    """The studies that the procedure has, each as far as the reader may see it."""
    found = [study for stage in procedure_of(case).stages for study in _at(case, stage, reader)]
    asked = consultations_of(case, reader).filter(answered_at__isnull=False)
    lines = tuple(_consulted(one) for one in asked)
    waits = any(stage.waits_for_consultations for stage in procedure_of(case).stages)
    if lines or waits:
        found.append(Study(CONSULTED, lines or (Line("会审单位"),)))
    return tuple(found)


def _at(case: Case, stage: Stage, reader: Actor) -> Iterator[Study]:
    if stage.panel:
        yield Study(stage.zh, tuple(_heard(case, stage, reader)))
    elif stage.heads:
        yield Study(stage.zh, tuple(_answered(case, stage, reader)))


def _answered(case: Case, stage: Stage, reader: Actor) -> Iterator[Line]:
    """The stage's own hand on each head, as written when it last sent the case on."""
    written: dict[str, str] = {}
    for step in case.steps.all() if reads_offices(case, reader) else ():
        written = _written(step, stage, written)
    return (Line(head.zh, _words(written.get(head.key, ""))) for head in stage.heads)


def _written(step: Step, stage: Stage, before: dict[str, str]) -> dict[str, str]:
    if step.from_stage == stage.key and step.data.get("heads"):
        found: dict[str, str] = step.data["heads"]
        return found
    # Come back to its stage, the study is open again.
    return {} if step.to_stage == stage.key != step.from_stage else before


def _heard(case: Case, stage: Stage, reader: Actor) -> Iterator[Line]:
    """The last panel that has spoken; the experts by number, for the form leaves the house."""
    closed = [one for one in panels_of(case, reader) if one.stage == stage.key and one.closed_at]
    panel = closed[-1] if closed else None
    seats = [seat for seat in panel.seats.all() if seat.given_at] if panel else []
    for head in stage.heads:
        yield Line(head.zh, tuple(_by_number(seats, head)))
    if stage.on_site:
        days = sorted({seat.visited_on for seat in seats if seat.visited_on})
        yield Line("现场查看", ("、".join(map(chinese_day, days)),) if days else ())
    yield Line("评审意见", tuple(_by_number(seats)))
    yield Line("评审结论", _conclusion(case, panel))


def _by_number(seats: list[PanelSeat], head: Head | None = None) -> Iterator[str]:
    for number, seat in enumerate(seats, start=1):
        words = seat.heads.get(head.key, "") if head else seat.opinion
        if words.strip():
            yield f"专家{number}：{words.strip()}"


def _conclusion(case: Case, panel: Panel | None) -> tuple[str, ...]:
    spread = spread_of(case, panel) if panel else None
    if spread is None:
        return ()
    total = spread.in_favour + spread.against
    return (f"专家{total}人：建议认定{spread.in_favour}人，不建议认定{spread.against}人。",)


def _consulted(asked: Consultation) -> Line:
    assert asked.answered_at is not None
    day = chinese_day(timezone.localdate(asked.answered_at))
    words = _words(asked.text)
    return Line(asked.organisation.name, (f"{asked.get_answer_display()}（{day}）", *words))


def _words(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.splitlines() if line.strip())
