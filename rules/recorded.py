"""Money and benefits that another decision settles: the system records it and reckons nothing.

Also what money may be spent on, and the rule against paying twice for one matter.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from rules.conditions import Case, Condition
from rules.exact import money
from rules.facts import Fact
from rules.reckoned import Citation
from rules.refusal import Refusal
from rules.schemes import Scheme
from rules.source import Text, clause_of
from rules.verdict import Step

Settled = Literal["other_policy", "in_kind", "single_decision"]


class RecordedAward(NamedTuple):
    """An award whose amount stands elsewhere, a benefit in kind, or a single decision.

    `policy` names the other policy where the text does; `conditions` are those that the text
    itself prints. `review` says what must be on record before any such award is entered.
    """

    key: str
    zh: str
    en: str
    clause: str
    words: str
    settled: Settled
    policy: str = ""
    conditions: Condition | None = None
    review: Text | None = None
    asks: tuple[Fact, ...] = ()

    def refusal(self, reviewed: bool) -> Refusal | None:
        """Why none may be entered yet; `reviewed`: what must be on record is."""
        return None if reviewed or not self.review else Refusal(self.clause, *self.review)

    def assess(self, raw: Mapping[str, object]) -> Step | None:
        """The printed conditions on given facts, None where none are. Raises BadInput."""
        if self.conditions is None:
            return None
        known = {fact.key: fact.parse(raw[fact.key]) for fact in self.asks if fact.key in raw}
        return self.conditions.assess(Case(known, {}, {}))

    def cites(self) -> Iterator[Citation]:
        """Each clause that the award carries, with its operative words."""
        yield self.clause, self.words
        for node in self.conditions.walk() if self.conditions else ():
            yield clause_of(node.place), getattr(node, "words", "")


class Purpose(NamedTuple):
    """One purpose for which money may be spent."""

    key: str
    zh: str
    en: str


class Uses(NamedTuple):
    """What a park may spend its money on. The list is open (等): another purpose needs a reason."""

    clause: str
    words: str
    purposes: tuple[Purpose, ...]


class Overlap(NamedTuple):
    """Which of two awards for the same matter is paid, and by how much it is the larger."""

    chosen: Literal["here", "there", "either"]
    amount: Decimal
    difference: Decimal
    refused: bool
    zh: str
    en: str


class NoDouble(NamedTuple):
    """The larger of two awards for the same matter, entity and year, never both."""

    clause: str
    words: str

    def settle(self, here: Decimal, there: Decimal, paid_there: bool = False) -> Overlap:
        """Between this policy's amount and another policy's.

        `paid_there`: the other was paid already. The text prints no top-up, so this one is then
        refused until the other is waived or returned; the difference is shown.
        """
        difference = abs(here - there)
        larger = max(here, there)
        chosen: Literal["here", "there", "either"]
        chosen = "either" if here == there else ("here" if here > there else "there")
        zh = f"本政策 {money(here)}，其他政策 {money(there)}，从高 {money(larger)}"
        en = f"Here {money(here)}, elsewhere {money(there)}, the larger {money(larger)}"
        if paid_there:
            zh += f"；另一项已付，差额 {money(difference)}，退回或放弃前不再支付"
            en += f"; the other was paid, {money(difference)} apart, nothing until it is returned"
        return Overlap(chosen, larger, difference, paid_there, zh, en)


class Money(NamedTuple):
    """All that an edition says about money."""

    schemes: tuple[Scheme, ...] = ()
    recorded: tuple[RecordedAward, ...] = ()
    uses: Uses | None = None
    no_double: NoDouble | None = None

    def cites(self) -> Iterator[tuple[str, str, str]]:
        """Each clause, the object that carries it, and its operative words."""
        for scheme in self.schemes:
            yield from ((c, f"schemes.{scheme.key}", words) for c, words in scheme.cites())
        for award in self.recorded:
            yield from ((c, f"recorded.{award.key}", words) for c, words in award.cites())
        if self.uses:
            yield self.uses.clause, "uses", self.uses.words
        if self.no_double:
            yield self.no_double.clause, "no_double", self.no_double.words


NO_MONEY = Money()
