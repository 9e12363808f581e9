"""Each clause with what the system does about it, and the instrument's own text beside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from applications.instruments.matching import Matched, Piece, found_in, marked, match
from applications.instruments.splitting import Part
from applications.models import InstrumentText
from applications.queries.rulebook.carriers import Carrier, carriers_of
from rules.coverage import Carried, covered
from rules.edition import Edition
from rules.quoted import by_clause


@dataclass(frozen=True)
class Paragraph:
    """A part of the text in pieces; a chapter's title has no place."""

    place: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class Words:
    """Operative words; `found` is None while no text is loaded."""

    words: str
    found: bool | None


@dataclass(frozen=True)
class ClauseShown:
    """One clause. `elsewhere`: it has no part of its own and stands within its article."""

    carried: Carried
    carriers: tuple[Carrier, ...]
    words: tuple[Words, ...]
    paragraphs: tuple[Paragraph, ...]
    elsewhere: bool

    @property
    def unfound(self) -> int:
        """How many of its words stand nowhere in the text."""
        return sum(each.found is False for each in self.words)


def current_text(law: Edition) -> InstrumentText | None:
    """The text that is shown beside the rules."""
    applied = InstrumentText.objects.filter(edition=law.key, version__isnull=False)
    return applied.select_related("loaded_by").order_by("-version").first()


def texts_of(law: Edition) -> list[InstrumentText]:
    """All that were applied, the newest first."""
    applied = InstrumentText.objects.filter(edition=law.key, version__isnull=False)
    return list(applied.select_related("loaded_by").order_by("-version"))


def text_of(law: Edition, pk: int) -> InstrumentText:
    """One loading of the edition's text. Raises InstrumentText.DoesNotExist."""
    rows = InstrumentText.objects.select_related("loaded_by")
    return rows.get(edition=law.key, pk=pk)


def matched(law: Edition, text: InstrumentText | None) -> Matched | None:
    """The text's parts beside the edition's clauses."""
    if text is None:
        return None
    return match(law, [Part(each.place, each.text) for each in text.parts.all()])


def clauses_page(law: Edition) -> dict[str, Any]:
    text = current_text(law)
    found = matched(law, text)
    shown = clauses(law, found)
    return {
        "text": text,
        "clauses": shown,
        "unfound": sum(each.unfound for each in shown),
        "unmatched": [_paragraph(part, ()) for part in found.unmatched] if found else [],
    }


def clauses(law: Edition, found: Matched | None) -> list[ClauseShown]:
    """The clauses in the text's order."""
    words, carriers = by_clause(law), carriers_of(law)
    return [
        _shown(each, carriers.get(each.id, ()), words.get(each.id, ()), found)
        for each in covered(law)
    ]


def _shown(
    carried: Carried, carriers: tuple[Carrier, ...], words: Sequence[str], found: Matched | None
) -> ClauseShown:
    if found is None:
        told = tuple(Words(each, None) for each in words)
        return ClauseShown(carried, carriers, told, (), False)
    own = found.own.get(carried.id, ())
    around = found.around(carried.id)
    told = tuple(Words(each, found_in(each, around)) for each in words)
    paragraphs = tuple(_paragraph(part, words) for part in own)
    return ClauseShown(carried, carriers, told, paragraphs, not own and bool(around))


def _paragraph(part: Part, words: Sequence[str]) -> Paragraph:
    return Paragraph(part.place, marked(part.text, words))
