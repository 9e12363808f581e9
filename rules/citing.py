"""A clause as people write it, by its id."""

from rules.registry import editions
from rules.source import Place, Text, place_of

_NUMERALS = "零一二三四五六七八九"
_NAMED = {
    "notice": Text("印发通知", "covering notice"),
    "0": Text("序言", "preamble"),
    "F": Text("附件", "annexed form"),
    "附件1": Text("附件1", "annex 1"),
    "附件2": Text("附件2", "annex 2"),
}


def cited(clause: str) -> Text:
    """A clause id as people write it: `CQ-8(6)` -> 第八条（六）, Article 8(6).

    Raises ValueError for what is no clause id.
    """
    law, _, rest = clause.partition("-")
    if rest in _NAMED:
        return _NAMED[rest]
    place = place_of(clause)
    sections = _in_sections(law)
    return Text(_zh(place, sections), _en(place, sections))


def _in_sections(law: str) -> bool:
    """Whether the text with those letters counts sections (四、) instead of articles (第四条)."""
    return any(each.instrument.in_sections and each.letters == law for each in editions())


def _zh(place: Place, sections: bool) -> str:
    article = _numeral(place.article)
    head = f"{article}、" if sections else f"第{article}条"
    items = "".join(f"（{_numeral(n)}）" for n in place.items)
    points = "".join(f"第{n}项" for n in place.points)
    return head + items + (f"末款第{place.closing}句" if place.closing else "") + points


def _en(place: Place, sections: bool) -> str:
    head = "Section" if sections else "Article"
    items = "".join(f"({n})" for n in place.items)
    points = "".join(f"-{n}" for n in place.points)
    closing = f", closing sentence {place.closing}" if place.closing else ""
    return f"{head} {place.article}{items}{points}{closing}"


def _numeral(number: int) -> str:
    tens, ones = divmod(number, 10)
    if not tens:
        return _NUMERALS[ones]
    return ("" if tens == 1 else _NUMERALS[tens]) + "十" + (_NUMERALS[ones] if ones else "")
