"""How an application moves: stages, hands and the public notice, as data.

`casework` performs; this says what may be performed. Guards are names of checks which `casework`
or an app registers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from rules.applicants import Applicant, Committed, Requirement
from rules.conditions import Condition
from rules.duties import Duty, Term
from rules.errors import UnknownKey
from rules.materials import Material, Section
from rules.outcomes import Kind, Outcome
from rules.refusal import Refusal, in_words
from rules.source import Text, clause_of
from rules.workdays import BUILT_IN, Calendar

Role = Literal["operator", "officer", "director", "reviewer"]
Seat = Literal["applicant", "district", "bureau"]
Proposal = Literal["approve", "refuse"]
Final = Literal["approved", "refused", "withdrawn", "lapsed"]


class Hand(NamedTuple):
    """Who acts: a role, in which of the case's organisations."""

    role: Role
    seat: Seat


class Move(NamedTuple):
    """One action at a stage. `to` None stays; `hand` None is the stage's own.

    `opinion` asks for a written opinion or reason. `resumes`: after a return for supplement the
    case goes back to the stage that returned it, and to `to` only the first time.
    """

    action: str
    to: str | None = None
    guards: tuple[str, ...] = ()
    opinion: bool = False
    hand: Hand | None = None
    proposes: Proposal | None = None
    final: Final | None = None
    resumes: bool = False


class Head(NamedTuple):
    """One question that the law puts to a study; each gets its own words in an opinion.

    `words` are the printed ones where the label does not repeat them; the clause is the stage's.
    """

    key: str
    zh: str
    en: str
    words: str = ""


class Record(NamedTuple):
    """What a `record` move enters of a paper: its number and date, and its outcome if it decides.

    `issuer` is who signs the paper. `after` is the stage whose paper it may not precede, or, where
    that stage has none, the stage on leaving which it may be issued.
    """

    zh: str
    en: str
    issuer: str
    clause: str
    words: str
    after: str
    decides: bool = False

    @property
    def fields(self) -> tuple[str, ...]:
        """What the move's data must hold; `outcome` is `approved` or `refused`."""
        asked = ("document_number", "decided_on")
        return (*asked, "outcome") if self.decides else asked

    def refusal(self, decided_on: date, earlier: date) -> Refusal | None:
        """Why a paper of that day cannot be, `earlier` being the day that `after` speaks of."""
        if decided_on >= earlier:
            return None
        day = in_words(earlier)
        return Refusal(
            self.clause,
            f"{self.zh}的日期不得早于{day.zh}。",
            f"{self.en}: its date cannot be before {day.en}.",
        )


class Stage(NamedTuple):
    """One station of a case, named for the staff and, more plainly, for the applicant.

    `clause_default` marks a stage that the text does not print and the system adds. `heads` are
    what is studied here, by experts where there is a panel, else by the stage's own hand.
    `record` is what its `record` move enters; `document_of` names the stage whose recorded paper
    is the document of the decision taken here, so that no other number and date are asked.
    """

    key: str
    zh: str
    en: str
    applicant_zh: str
    applicant_en: str
    hand: Hand
    moves: tuple[Move, ...]
    clause: str
    clause_default: bool = False
    panel: bool = False
    notice: bool = False
    heads: tuple[Head, ...] = ()
    record: Record | None = None
    document_of: str = ""

    @property
    def on_site(self) -> bool:
        """Whether the experts see the park itself."""
        return any("site_visited" in move.guards for move in self.moves)

    @property
    def waits_for_consultations(self) -> bool:
        """Whether departments are asked here, and their answers waited for."""
        return any("consultations_asked" in move.guards for move in self.moves)

    def move(self, action: str) -> Move | None:
        """The stage's move of that name, if it has one."""
        return next((move for move in self.moves if move.action == action), None)


TO_BE_RECOGNISED = Text("拟认定名单", "List of parks to be recognised")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Notice:
    """A public notice of a list: working days, exactly that many or at least."""

    term: Term
    exact: bool
    clause: str
    words: str
    system_default: bool = False
    listed: Text = TO_BE_RECOGNISED

    def __post_init__(self) -> None:
        if not self.system_default:
            self.term.check(self.words, None if self.exact else ">=")

    @property
    def days(self) -> int:
        """Working days, the day of publication not counted."""
        return self.term.length

    def refusal(
        self, published_on: date, ends_on: date, calendar: Calendar = BUILT_IN
    ) -> Refusal | None:
        """Why a notice cannot end with that day: too early, or another than the text fixes."""
        due = self.term.due(published_on, calendar).due
        if ends_on == due or (ends_on > due and not self.exact):
            return None
        day = in_words(due)
        bound = ("须于", "must end on") if self.exact else ("不得早于", "cannot end before")
        return Refusal(
            self.clause,
            f"公示自发布次日起{self.days}个工作日，{bound[0]}{day.zh}24时结束。",
            f"A notice stands for {self.days} working days; it {bound[1]} {day.en}, 24:00.",
        )


#: Whose hand drafts what each kind of applicant hands in.
_DRAFTS: dict[str, Role] = {"operator": "operator", "district": "officer", "bureau": "reviewer"}


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Procedure:
    """One kind of application under one edition; `hands` is the clause on who is competent.

    `conditions` are what it asks, None = the edition's own. `requires` must stand when it is begun
    and when it is handed in. `committed` are the figures that need not be actual yet, `after` the
    duties that begin on the day of approval. `within` is the duty by whose day an event must be
    filed. `has_park`: it is about a park on record; else the case names one to come. `several`:
    more than one may be under way for the same park. `outcome` is what approval makes.
    """

    key: str
    zh: str
    en: str
    applicant: Applicant
    stages: tuple[Stage, ...]
    materials: tuple[Material, ...]
    notice: Notice | None
    clause: str
    hands: str
    outcome: Outcome
    conditions: Condition | None = None
    requires: tuple[Requirement, ...] = ()
    committed: tuple[Committed, ...] = ()
    after: tuple[Duty, ...] = ()
    within: Duty | None = None
    has_park: bool = True
    several: bool = False
    form: str | None = None
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        known = {stage.key for stage in self.stages}
        for stage in self.stages:
            named = [move.to for move in stage.moves] + [stage.document_of or None]
            named += [stage.record.after] if stage.record else []
            lost = [key for key in named if key is not None and key not in known]
            if lost:
                raise ValueError(f"{self.key}: {stage.key} leads to unknown stages {lost}")
        drafts = _DRAFTS[self.applicant.organisation]
        if self.first.hand.role != drafts:
            raise ValueError(f"{self.key}: the {drafts} drafts what that applicant hands in")
        if self.applicant.letter not in {"", *(each.key for each in self.materials)}:
            raise ValueError(f"{self.key}: no material {self.applicant.letter}")

    @property
    def first(self) -> Stage:
        """The stage at which a case begins."""
        return self.stages[0]

    @property
    def grants(self) -> Kind:
        """What approval makes, in one word."""
        return self.outcome.kind

    @property
    def name_prefix(self) -> str:
        """How the name given by an approval must begin, "" = as one likes."""
        return self.outcome.name_prefix

    @property
    def is_filed(self) -> bool:
        """Whether nobody decides: what is handed in is acknowledged."""
        return any(stage.move("acknowledge") for stage in self.stages)

    @property
    def seats(self) -> frozenset[Seat]:
        """The seats that somebody must fill before a case can begin."""
        hands = [stage.hand for stage in self.stages]
        hands += [move.hand for stage in self.stages for move in stage.moves if move.hand]
        return frozenset(hand.seat for hand in hands)

    def stage(self, key: str) -> Stage:
        """The stage of that key. Raises UnknownKey."""
        for stage in self.stages:
            if stage.key == key:
                return stage
        raise UnknownKey(f"no stage {key} in {self.key}")

    def move(self, stage_key: str, action: str) -> Move | None:
        """What the action does at that stage; None where it is not offered. Raises UnknownKey."""
        return self.stage(stage_key).move(action)

    def may_commit(self, fact: str) -> bool:
        """Whether that figure may be committed instead of actual."""
        return any(each.fact.key == fact for each in self.committed)

    def clauses(self) -> Iterator[tuple[str, str]]:
        """Each clause that the procedure carries, with the object that carries it."""
        yield self.clause, self.key
        yield self.hands, f"{self.key}.hands"
        for clause, part in self._printed():
            yield clause, f"{self.key}.{part}"
        for node in self.conditions.walk() if self.conditions else ():
            yield clause_of(node.place), f"{self.key}.conditions"
        yield self.outcome.clause, f"{self.key}.outcome"

    def _printed(self) -> Iterator[tuple[str, str]]:
        """What the text prints of each part; the system's own additions are left out."""
        for stage in self.stages:
            if not stage.clause_default:
                yield stage.clause, f"stages.{stage.key}"
        for material in self.materials:
            if not material.system_default:
                yield material.clause, f"materials.{material.key}"
        if self.notice:
            yield self.notice.clause, "notice"
        for title in self.applicant.titles:
            if not title.system_default:
                yield title.clause, f"applicant.{title.key}"
        yield from ((each.clause, "requires") for each in self.requires)
        yield from ((each.clause, f"committed.{each.fact.key}") for each in self.committed)
        yield from ((each.clause, f"after.{each.key}") for each in self.after)
