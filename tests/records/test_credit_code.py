"""The credit code: what is normalised, what is an error, what a warning."""

import pytest

from records import credit_code
from tests.factories import make_credit_code

GOOD = ("91500112MA5UERU120", "91310118MA1JYK7X03", "11140700012367897T")


@pytest.mark.parametrize("code", GOOD)
def test_a_good_code_passes_both_checks(code: str) -> None:
    assert credit_code.is_valid(code)
    assert credit_code.body_is_valid(code)


@pytest.mark.parametrize("code", GOOD)
def test_any_other_last_character_fails(code: str) -> None:
    others = [c for c in credit_code.ALPHABET if c != code[17]]
    assert not any(credit_code.is_valid(code[:17] + other) for other in others)


@pytest.mark.parametrize("code", GOOD)
def test_a_wrong_17th_character_fails_its_own_check_alone(code: str) -> None:
    wrong = "1" if code[16] != "1" else "2"
    first17 = code[:16] + wrong
    mistyped = first17 + credit_code.check_character(first17)
    assert credit_code.is_valid(mistyped)
    assert not credit_code.body_is_valid(mistyped)


@pytest.mark.parametrize("code", ["", "9150011", GOOD[0] + "1", "I1500112MA5UERU120"])
def test_a_code_of_another_shape_is_not_valid(code: str) -> None:
    assert not credit_code.is_valid(code)
    assert not credit_code.body_is_valid(code)


def test_blanks_full_width_and_small_letters_are_made_plain() -> None:
    assert credit_code.normalise(" ９１５００１１２ma5uerU120\u3000") == GOOD[0]


def test_the_factory_makes_valid_codes() -> None:
    codes = {make_credit_code() for _ in range(200)}
    assert len(codes) == 200
    assert all(credit_code.is_valid(c) and credit_code.body_is_valid(c) for c in codes)
