"""Exact numbers for money and scores: rounded half up, once, at the end."""

from decimal import Decimal
from fractions import Fraction

_HUNDRED = 100
_LONGEST = 45


def places_two(number: Fraction | Decimal | int) -> Decimal:
    """The number rounded half up to two places: the fen of an amount, a published total."""
    exact = Fraction(number) * _HUNDRED
    return Decimal(rounded(exact)).scaleb(-2)


def rounded(number: Fraction) -> int:
    """The nearest whole number, halves away from zero."""
    whole = (2 * abs(number.numerator) + number.denominator) // (2 * number.denominator)
    return whole if number >= 0 else -whole


def up(number: Fraction) -> int:
    """The least whole number that reaches the number."""
    return -(-number.numerator // number.denominator)


def money(number: Fraction | Decimal | int) -> str:
    """An amount as on paper: `2,400,000.00`, and to its last digit where fen do not suffice."""
    whole, _, rest = grouped(number).partition(".")
    return f"{whole}.{rest:0<2}"


def yuan(number: Fraction | Decimal | int) -> str:
    """An amount for a machine: `2400000.00`."""
    return money(number).replace(",", "")


def plain(number: Fraction | Decimal | int) -> str:
    """A number without exponent and idle zeros; a fraction that has no end is rounded to fen."""
    exact = number if isinstance(number, Fraction) else Fraction(number)
    if exact.denominator == 1:
        return str(exact.numerator)
    scale = next((n for n in range(_LONGEST) if 10**n % exact.denominator == 0), None)
    if scale is None:
        return format(places_two(exact), "f")
    digits = f"{abs(int(exact * 10**scale)):0{scale + 1}d}"
    sign = "-" if exact < 0 else ""
    return sign + (f"{digits[:-scale]}.{digits[-scale:]}" if scale else digits)


def grouped(number: Fraction | Decimal | int) -> str:
    """A count or percentage as on paper: `45,678`, `4,567.8`."""
    written = plain(number)
    whole, point, rest = written.removeprefix("-").partition(".")
    return ("-" if written[0] == "-" else "") + f"{int(whole):,}{point}{rest}"
