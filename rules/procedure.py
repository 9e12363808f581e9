"""How an application moves: stages, hands, materials and the public notice, as data.

`casework` performs; this says what may be performed. Guards are names of checks which `casework`
or an app registers.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, NamedTuple

from rules.duties import Term
from rules.errors import UnknownKey

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


@dataclass(frozen=True, slots=True)
class Head:
    """One question that the law puts to the experts; each gets its own words in an opinion."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Stage:
    """One station of a case, named for the staff and, more plainly, for the applicant.

    `clause_default` marks a stage that the text does not print and the system adds. `heads` are
    what experts are asked about at a stage with a panel.
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

    def move(self, action: str) -> Move | None:
        """The stage's move of that name, if it has one."""
        return next((move for move in self.moves if move.action == action), None)


class Material(NamedTuple):
    """One item of the printed list. `least` is how many files it needs at the least.

    `generated` names what the system itself produces for it; `group` joins alternatives.
    """

    key: str
    zh: str
    en: str
    clause: str
    words: str
    required: bool = True
    several: bool = False
    least: int = 1
    group: str | None = None
    generated: Literal["form", "roster"] | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """A public notice: working days, exactly that many or at least."""

    term: Term
    exact: bool
    clause: str
    words: str
    system_default: bool = False

    def __post_init__(self) -> None:
        if not self.system_default:
            self.term.check(self.words, None if self.exact else ">=")

    @property
    def days(self) -> int:
        """Working days, the day of publication not counted."""
        return self.term.length


class Section(NamedTuple):
    """One part of the application's task list."""

    key: str
    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Procedure:
    """One kind of application under one edition; `hands` is the clause on who is competent."""

    key: str
    zh: str
    en: str
    applicant: Literal["operator", "district_office"]
    stages: tuple[Stage, ...]
    materials: tuple[Material, ...]
    notice: Notice | None
    clause: str
    hands: str
    name_prefix: str = ""
    grants: str | None = None
    form: str | None = None
    sections: tuple[Section, ...] = ()

    def __post_init__(self) -> None:
        known = {stage.key for stage in self.stages}
        for stage in self.stages:
            lost = [m.to for m in stage.moves if m.to is not None and m.to not in known]
            if lost:
                raise ValueError(f"{self.key}: {stage.key} leads to unknown stages {lost}")

    @property
    def first(self) -> Stage:
        """The stage at which a case begins."""
        return self.stages[0]

    def stage(self, key: str) -> Stage:
        """The stage of that key. Raises UnknownKey."""
        for stage in self.stages:
            if stage.key == key:
                return stage
        raise UnknownKey(f"no stage {key} in {self.key}")

    def move(self, stage_key: str, action: str) -> Move | None:
        """What the action does at that stage; None where it is not offered. Raises UnknownKey."""
        return self.stage(stage_key).move(action)

    def clauses(self) -> Iterator[tuple[str, str]]:
        """Each clause that the procedure carries, with the object that carries it."""
        yield self.clause, self.key
        yield self.hands, f"{self.key}.hands"
        for stage in self.stages:
            if not stage.clause_default:
                yield stage.clause, f"{self.key}.stages.{stage.key}"
        for material in self.materials:
            yield material.clause, f"{self.key}.materials.{material.key}"
        if self.notice:
            yield self.notice.clause, f"{self.key}.notice"
