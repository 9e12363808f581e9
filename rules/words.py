"""The statutory meaning of comparison words, and the numerals they go with.

以上 以下 以内 不少于 不低于 达到 达 满 include the number, 不超过 不超 最高 are at most,
超过 突破 不满 以外 exclude it (Civil Code art. 1259, by analogy: the five instruments are not
civil law).
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

Operator = Literal[">=", ">", "<=", "<"]

_BEFORE: dict[str, Operator] = {
    "不得少于": ">=",
    "不得低于": ">=",
    "不得超过": "<=",
    "不少于": ">=",
    "不低于": ">=",
    "不超过": "<=",
    "达到": ">=",
    "不超": "<=",
    "最高": "<=",
    "超过": ">",
    "突破": ">",
    "不满": "<",
    "达": ">=",
    "满": ">=",
}
_AFTER: dict[str, Operator] = {
    "及以上": ">=",
    "以上": ">=",
    "以下": "<=",
    "以内": "<=",
    "内": "<=",
    "以外": ">",
}
_SCALES = {"十": 10, "百": 100, "千": 1_000, "万": 10_000, "亿": 100_000_000}
_DIGITS = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_UNITS = (
    "个工作日",
    "工作日",
    "平方米",
    "人次",
    "个月",
    "元",
    "家",
    "个",
    "人",
    "次",
    "名",
    "年",
    "月",
    "日",
    "天",
    "分",
    "%",
)


def _either(words: Sequence[str]) -> str:
    # Longer words first, so that 不超过 is never read as 超过.
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True)))


# Compiled when the first words are read, and kept by `re`.
_PHRASE = (
    rf"(?:(?P<before>{_either(list(_BEFORE))})(?:人民币)?)?"
    r"(?P<percent>百分之)?"
    r"(?P<number>(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?[百千万亿]*|[零〇一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]*)"
    rf"(?P<unit>{_either(_UNITS)})?(?:人民币)?"
    r"(?:\((?P<inner>不?含)(?:本数)?\))?"
    rf"(?P<after>{_either(list(_AFTER))})?"
    r"(?:\((?P<included>不?含)(?:本数)?\))?"
)
_NEGATIONS = ("不", "未", "没", "非", "无", "得")


class WordsDisagree(ValueError):
    """The operative words and the code do not say the same."""


class Phrase(NamedTuple):
    """One number of the text with its comparison (None where the text has no such word)."""

    operator: Operator | None
    value: Decimal
    unit: str


def read(words: str) -> tuple[Phrase, ...]:
    """Every number of the words with unit and comparison, in printed order.

    Raises WordsDisagree where two words contradict each other or a negation is not understood.
    """
    plain = unicodedata.normalize("NFKC", words.replace("㎡", "平方米"))
    plain = re.sub(r"\s+", "", plain)
    return tuple(_phrase(found, words) for found in re.finditer(_PHRASE, plain))


def number(written: str) -> Decimal:
    """The value of a written number: `20万`, `1.5亿`, `二十五`, `三千`, `1,000`."""
    if written[0].isdigit():
        digits = written.rstrip("百千万亿")
        value = Decimal(digits.replace(",", ""))
        for scale in written[len(digits) :]:
            value *= _SCALES[scale]
        return value
    return Decimal(_chinese(written))


def _chinese(written: str) -> int:
    for big in ("亿", "万"):
        head, found, tail = written.rpartition(big)
        if found:
            return _chinese(head) * _SCALES[big] + (_chinese(tail) if tail else 0)
    total = digit = 0
    for sign in written:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        else:
            total, digit = total + (digit or 1) * _SCALES[sign], 0
    return total + digit


def _phrase(found: re.Match[str], words: str) -> Phrase:
    # 未达到, 不得达到: a negation that no longer word has taken up would turn the meaning round.
    if found["before"] and found.string[: found.start()].endswith(_NEGATIONS):
        raise WordsDisagree(f"{words}: the negation before {found['before']} is not understood")
    before = _BEFORE.get(found["before"] or "")
    after = _AFTER.get(found["after"] or "")
    if before and after and before != after:
        raise WordsDisagree(f"{words}: {found['before']} contradicts {found['after']}")
    unit = "%" if found["percent"] else (found["unit"] or "")
    included = found["inner"] or found["included"]
    return Phrase(_inclusive(before or after, included), number(found["number"]), unit)


def _inclusive(operator: Operator | None, included: str | None) -> Operator | None:
    if not operator or not included:
        return operator
    if operator[0] == ">":
        return ">=" if included == "含" else ">"
    return "<=" if included == "含" else "<"


def require(words: str, *expected: Phrase) -> None:
    """Refuse a rule whose words and code disagree. Numbers without a comparison are no limit."""
    limits = tuple(phrase for phrase in read(words) if phrase.operator)
    if limits != expected:
        raise WordsDisagree(f"{words}: the words say {limits}, the code says {expected}")


def require_apart(words: str, expected: Phrase) -> None:
    """Refuse a limit that other words part from its comparison: 不超过总数的30%, 突破1亿、5亿."""
    found = re.search(_either(list(_BEFORE)), words)
    either = {expected, expected._replace(operator=None)}
    if not found or _BEFORE[found[0]] != expected.operator or either.isdisjoint(read(words)):
        raise WordsDisagree(f"{words}: the code says {expected}")


def require_amounts(words: str, *amounts: Decimal | int) -> None:
    """Refuse a rule whose printed amounts in yuan are others, or in another order."""
    there = tuple(phrase.value for phrase in read(words))
    if there != tuple(map(Decimal, amounts)):
        raise WordsDisagree(f"{words}: the words say {there}, the code says {amounts}")


def require_term(words: str, value: int, unit: str, operator: Operator | None = None) -> None:
    """Refuse a period whose printed length, unit or comparison is not the code's."""
    if Phrase(operator, Decimal(value), unit) not in read(words):
        raise WordsDisagree(f"{words}: the code says {operator or ''}{value}{unit}")
