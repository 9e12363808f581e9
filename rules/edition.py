"""One instrument with its life: conditions, procedures, duties, forms and clauses together."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from rules import facts as catalogue
from rules.conditions import Case, Condition, Contested, Leaf, Measured, Relaxation, asked
from rules.duties import Duty
from rules.errors import UnknownKey
from rules.evaluation import Evaluation
from rules.fields import Form
from rules.inputs import judgements_of, waivers_of
from rules.outcomes import Level
from rules.procedure import Procedure
from rules.recorded import NO_MONEY, Money
from rules.schemes import Award, Scheme
from rules.source import Clause, Force, Instrument, Question
from rules.standing import Admission, NameUse, Standing
from rules.terms import Deadline
from rules.verdict import Divergence, Step, Verdict
from rules.workdays import BUILT_IN, Calendar, today


class LeafInfo(NamedTuple):
    """A leaf for those who only list it; `kind` is `judged` or the fact's kind."""

    id: str
    zh: str
    en: str
    kind: str


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Edition:
    """One edition of one jurisdiction's rules. Each case is pinned to one.

    `scope` is the clause that says which parks it is about ("" where none does), `commencement`
    the one on its term; `tests` are its leaves by id, in the law's order. `open_questions` are
    those that no assessment turns on. `filings` are procedures by which rows of the register are
    reported, without a form of their own. `asking` is the procedure whose own conditions these are.
    """

    key: str
    zh: str
    en: str
    level: Level
    area_code: str
    instrument: Instrument
    scope: str
    commencement: str
    conditions: Condition
    clauses: tuple[Clause, ...]
    duties: tuple[Duty, ...] = ()
    procedures: Mapping[str, Procedure] = field(default_factory=dict)
    filings: Mapping[str, Procedure] = field(default_factory=dict)
    relaxations: tuple[Relaxation, ...] = ()
    forms: tuple[Form, ...] = ()
    open_questions: tuple[Question, ...] = ()
    asking: str = ""
    money: Money = NO_MONEY
    evaluation: Evaluation | None = None
    standing: tuple[Standing, ...] = ()
    admission: Admission | None = None
    name_use: NameUse | None = None
    tests: Mapping[str, Leaf] = field(init=False)
    contested: tuple[Contested, ...] = field(init=False)

    def __post_init__(self) -> None:
        nodes = list(self.conditions.walk())
        leaves = [node for node in nodes if isinstance(node, Leaf)]
        tests = {leaf.id: leaf for leaf in leaves}
        if len(tests) < len(leaves):
            raise ValueError(f"{self.key}: a leaf stands twice in the conditions")
        object.__setattr__(self, "tests", tests)
        contested = tuple(node for node in nodes if isinstance(node, Contested))
        object.__setattr__(self, "contested", contested)

    @property
    def jurisdiction(self) -> str:
        """The part of the key before the dash."""
        return self.key.partition("-")[0]

    @property
    def letters(self) -> str:
        """The letters of the text with which its clause ids begin."""
        return self.clauses[0].id.partition("-")[0]

    def force_on(self, day: date) -> Force:
        """Whether the edition is in force on that day."""
        return self.instrument.force_on(day)

    def under(self, procedure: str) -> "Edition":
        """The edition as that procedure asks it. Raises UnknownKey.

        Conditions of a procedure's own stand for the edition's; no relaxation is printed for them.
        """
        if procedure not in self.procedures:
            raise UnknownKey(f"unknown procedure: {self.key} {procedure}")
        own = self.procedures[procedure].conditions
        if own is None:
            return self
        return replace(self, conditions=own, relaxations=(), asking=procedure)

    def plans(self) -> tuple[Procedure, ...]:
        """All procedures, what is applied for and what is filed."""
        return (*self.procedures.values(), *self.filings.values())

    def plan(self, key: str) -> Procedure:
        """The procedure of that key, whichever of the two it is. Raises UnknownKey."""
        found = self.procedures.get(key) or self.filings.get(key)
        if found is None:
            raise UnknownKey(f"unknown procedure: {self.key} {key}")
        return found

    def leaves(self) -> tuple[LeafInfo, ...]:
        """All leaves with id, label and kind."""
        return tuple(
            LeafInfo(
                leaf.id,
                leaf.zh,
                leaf.en,
                leaf.fact.kind if isinstance(leaf, Measured) else "judged",
            )
            for leaf in self.tests.values()
        )

    def fact_keys(self) -> tuple[str, ...]:
        """Keys of the facts that the conditions ask, in order; those that only relax come last."""
        relaxing = [each.fact.key for each in self.relaxations]
        return tuple(dict.fromkeys([*asked(self.conditions), *relaxing]))

    def questions(self) -> tuple[Question, ...]:
        """What the text leaves open: what the rules evaluate both ways, then the rest."""
        asked_here = [each.as_question() for each in self.contested]
        of_money = [each for scheme in self.money.schemes for each in scheme.questions()]
        both_ways = {each.id: each for each in (*asked_here, *of_money)}
        return (*both_ways.values(), *self.open_questions)

    def deadline(self, duty: str, start: date, calendar: Calendar = BUILT_IN) -> Deadline:
        """By when a duty must be done. Raises UnknownKey, or BadInput for a day out of reach."""
        owed = self.duty(duty)
        return Deadline(self.key, owed, start, owed.due(start, calendar))

    def duty(self, key: str) -> Duty:
        """The duty of that key. Raises UnknownKey."""
        for duty in self.duties:
            if duty.key == key:
                return duty
        raise UnknownKey(f"unknown duty: {self.jurisdiction} {key}")

    def scheme(self, key: str) -> Scheme:
        """The scheme of that key. Raises UnknownKey."""
        for scheme in self.money.schemes:
            if scheme.key == key:
                return scheme
        raise UnknownKey(f"unknown scheme: {self.jurisdiction} {key}")

    def award(
        self,
        scheme: str,
        facts: Mapping[str, object],
        judgements: Mapping[str, object] | None = None,
        on: date | None = None,
    ) -> Award:
        """What a scheme pays on given facts, all that it asks. Raises UnknownKey or BadInput."""
        day = on or today()
        reckoning = self.scheme(scheme).reckon(facts, judgements)
        return Award(self.key, day, self.force_on(day), reckoning)

    def assess(
        self,
        facts: Mapping[str, object],
        judgements: Mapping[str, object] | None = None,
        waivers: Mapping[str, object] | None = None,
        on: date | None = None,
    ) -> Verdict:
        """What the conditions say. Facts are taken as given; none is derived from another.

        `judgements` are {"met", "by", "reason"}, `waivers` {"by", "reason", "document"} and
        perhaps {"value"}, both by leaf id. Raises BadInput.
        """
        parsed = catalogue.parse(facts)
        case = Case(
            parsed,
            judgements_of(judgements or {}, self.tests),
            waivers_of(waivers or {}, self.tests),
            tuple(each for each in self.relaxations if each.fits(parsed)),
        )
        tree = self.conditions.assess(case)
        day = on or today()
        return Verdict(
            self.key,
            self.jurisdiction,
            self.instrument.title,
            day,
            self.force_on(day),
            tree,
            tuple(self._divergences(case, tree)),
            parsed,
            case.judgements,
            case.waivers,
            self.asking,
        )

    def _divergences(self, case: Case, tree: Step) -> Iterator[Divergence]:
        for question in self.contested:
            outcomes = {question.chosen: tree.outcome}
            for reading in question.others():
                other = replace(case, readings={question.id: reading.key})
                outcomes[reading.key] = self.conditions.assess(other).outcome
            if len(set(outcomes.values())) > 1:
                yield Divergence(
                    question.id, question.clause, question.question, question.chosen, outcomes
                )
