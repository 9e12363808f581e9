"""The unified social credit code (统一社会信用代码, GB 32100-2015) and its two check characters."""

import unicodedata
from operator import mul
from typing import Final

ALPHABET: Final = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LENGTH: Final = 18

_KNOWN: Final = frozenset(ALPHABET)
_VALUES: Final = {character: value for value, character in enumerate(ALPHABET)}
_WEIGHTS: Final = tuple(pow(3, place, 31) for place in range(LENGTH - 1))
_BODY_WEIGHTS: Final = (3, 7, 9, 10, 5, 8, 4, 2)


def normalise(raw: str) -> str:
    """`raw` without blanks, in half-width capitals; nothing is checked here."""
    plain = raw if raw.isascii() else unicodedata.normalize("NFKC", raw)
    return "".join(plain.split()).upper()


def is_well_formed(code: str) -> bool:
    """Eighteen characters of the standard's alphabet (no I, O, S, V, Z)."""
    return len(code) == LENGTH and _KNOWN.issuperset(code)


def check_character(first17: str) -> str:
    """The 18th character that belongs to the first 17."""
    total = sum(map(mul, map(_VALUES.__getitem__, first17), _WEIGHTS))
    return ALPHABET[-total % 31]


def body_check_character(body8: str) -> str:
    """The 17th character of a code: the check of the organisation code in places 9 to 16."""
    total = sum(
        int(character, 36) * weight for character, weight in zip(body8, _BODY_WEIGHTS, strict=True)
    )
    return "0123456789X0"[11 - total % 11]


def is_valid(code: str) -> bool:
    """Whether the 18th character fits; a code that fails is mistyped."""
    return is_well_formed(code) and check_character(code[:17]) == code[17]


def body_is_valid(code: str) -> bool:
    """Whether the 17th character fits too. Real codes exist that fail: a warning, no more."""
    return is_well_formed(code) and body_check_character(code[8:16]) == code[16]


def complete(head8: str, body8: str) -> str:
    """A valid code from its first eight and its ninth to sixteenth characters."""
    first17 = head8 + body8 + body_check_character(body8)
    return first17 + check_character(first17)
