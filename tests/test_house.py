"""What holds for the whole tree, read from the source itself.

What may stand all the same is listed in `tests/exceptions.py` with its reason; an entry that
nothing needs any more fails, so that the lists only shrink.
"""

import ast
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from decimal import Decimal, InvalidOperation
from enum import Enum
from fractions import Fraction
from pathlib import Path
from statistics import median
from typing import Any

import rules
from tests.exceptions import LATE, OWN_NUMBERS, UNSCOPED

ROOT = Path(__file__).resolve().parents[1]
APPS = ("accounts", "applications", "casework", "parks", "records", "returns", "tenants")
HOUSE = (*APPS, "config", "tools")
LONGEST_FUNCTION, LONGEST_FILE, MEDIAN_FUNCTION = 40, 300, 8

Function = ast.FunctionDef | ast.AsyncFunctionDef


def beyond(found: set[Any], allowed: set[Any]) -> dict[str, set[Any]]:
    """What no list lets pass, and what the lists let pass for nothing."""
    return {"not allowed": found - allowed, "left over": allowed - found}


NOTHING: dict[str, set[Any]] = {"not allowed": set(), "left over": set()}


def listed(exceptions: dict[str, dict[Any, str]]) -> set[tuple[str, Any]]:
    return {(path, what) for path, those in exceptions.items() for what in those}


def sources(*folders: str) -> Iterator[tuple[str, ast.Module]]:
    """(path from the root, syntax tree) of every source file, migrations left out."""
    for folder in folders:
        for file in sorted((ROOT / folder).rglob("*.py")):
            if "migrations" not in file.parts:
                yield str(file.relative_to(ROOT)), ast.parse(file.read_text("utf-8"))


def functions(tree: ast.Module) -> Iterator[Function]:
    return (node for node in ast.walk(tree) if isinstance(node, Function))


# Statutory numbers


def numbers(thing: Any) -> Iterator[Decimal]:
    """Every number that an edition holds, printed ones among them, written as text as well."""
    if isinstance(thing, bool | Enum) or thing is None:
        return
    if isinstance(thing, int | Decimal):
        yield Decimal(thing)
    elif isinstance(thing, Fraction):
        yield from (Decimal(thing.numerator), Decimal(thing.denominator))
    elif isinstance(thing, str):
        try:
            yield Decimal(thing)
        except InvalidOperation:
            return
    elif is_dataclass(thing):
        for each in fields(thing):
            yield from numbers(getattr(thing, each.name))
    elif isinstance(thing, dict):
        yield from (n for pair in thing.items() for part in pair for n in numbers(part))
    elif isinstance(thing, tuple | list | frozenset | set):
        yield from (number for each in thing for number in numbers(each))


#: One to four are everybody's numbers.
STATUTORY = {n for law in rules.editions() for n in numbers(law) if n > 4}


def weighed(tree: ast.Module) -> Iterator[ast.Constant]:
    """The numbers that a law's could be: compared, reckoned with, named, or a span of time."""
    for node in ast.walk(tree):
        parts: list[ast.expr | None] = []
        if isinstance(node, ast.Compare):
            parts = [node.left, *node.comparators]
        elif isinstance(node, ast.BinOp) and not isinstance(node.op, ast.LShift | ast.Pow):
            parts = [node.left, node.right]
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            parts = [node.value]
        elif isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            if name in ("timedelta", "Decimal", "Fraction"):
                parts = [*node.args, *(keyword.value for keyword in node.keywords)]
        for part in parts:
            if isinstance(part, ast.Constant) and type(part.value) in (int, float, str):
                yield part


def as_number(value: Any) -> Decimal | None:
    try:
        return Decimal(str(value))
    except InvalidOperation:
        return None


def test_no_statutory_number_stands_outside_the_rules() -> None:
    found = {
        (path, int(number))
        for path, tree in sources(*APPS)
        if "/samples/" not in path  # invented parks, not the law's figures
        for node in weighed(tree)
        if (number := as_number(node.value)) in STATUTORY
    }
    assert beyond(found, listed(OWN_NUMBERS)) == NOTHING


# Jurisdictions

NAMES = {
    name for law in rules.editions() for name in (law.key, law.key.partition("-")[0], law.area_code)
}


def is_text_end(call: ast.Call) -> bool:
    return getattr(call.func, "attr", "") in ("startswith", "endswith")


def asked(tree: ast.Module) -> Iterator[ast.expr]:
    """What is compared, matched, or looked for at the ends of a text."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            yield from (node.left, *node.comparators)
        elif isinstance(node, ast.MatchValue):
            yield node.value
        elif isinstance(node, ast.Call) and is_text_end(node):
            yield from node.args


def jurisdictions_in(tree: ast.Module) -> list[int]:
    """The lines that compare something with a jurisdiction's name, key or area."""
    return [
        inner.lineno
        for part in asked(tree)
        for inner in ast.walk(part)
        if isinstance(inner, ast.Constant) and inner.value in NAMES
    ]


def test_nothing_is_compared_with_a_jurisdiction_outside_the_rules() -> None:
    found = {path: lines for path, tree in sources(*HOUSE) if (lines := jurisdictions_in(tree))}
    assert found == {}


# Scope


def reads(path: str) -> bool:
    """Whether the file is one in which reads are made: views, the interface, queries."""
    rooms = {part.removesuffix(".py") for part in Path(path).parts[1:]}
    return bool(rooms & {"views", "api", "queries"})


def is_scoping(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == "scoped"


def managers(node: ast.AST) -> Iterator[ast.Attribute]:
    """Each `Model.objects` under the node that is not `Model.objects.none()`."""
    attributes = [each for each in ast.walk(node) if isinstance(each, ast.Attribute)]
    empty = {id(each.value) for each in attributes if each.attr == "none"}
    for each in attributes:
        if each.attr in ("objects", "_base_manager") and id(each) not in empty:
            yield each


def unscoped(tree: ast.Module) -> Iterator[str]:
    """The functions ("" for none) in which a manager stands outside of every `scoped(...)`."""
    for function in functions(tree):
        scoped_ones = {id(each) for each in given_to_scope(function)}
        yield from (function.name for each in managers(function) if id(each) not in scoped_ones)
    inside = {id(each) for function in functions(tree) for each in managers(function)}
    yield from ("" for each in managers(tree) if id(each) not in inside)


def given_to_scope(function: Function) -> Iterator[ast.Attribute]:
    """The managers inside of a `scoped(...)`, or in a queryset whose name stands inside of one."""
    names = set()
    for node in ast.walk(function):
        if is_scoping(node):
            yield from managers(node)
            names |= {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}
    for node in ast.walk(function):
        target = node.targets[0] if isinstance(node, ast.Assign) else None
        if isinstance(target, ast.Name) and target.id in names:
            yield from managers(node)


def test_every_queryset_that_a_person_sees_starts_from_the_scope() -> None:
    found = {
        (path, function)
        for path, tree in sources(*APPS)
        if reads(path)
        for function in unscoped(tree)
    }
    assert beyond(found, listed(UNSCOPED)) == NOTHING


# Size


def length(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_no_function_is_longer_than_a_page() -> None:
    found = {
        f"{path}: {function.name}"
        for path, tree in sources(*HOUSE, "rules", "tests")
        for function in functions(tree)
        if length(function) > LONGEST_FUNCTION
    }
    assert found == set()


def test_half_of_the_functions_are_short() -> None:
    lengths = [
        length(function) for _path, tree in sources(*HOUSE, "rules") for function in functions(tree)
    ]
    assert median(lengths) <= MEDIAN_FUNCTION


def test_no_file_outgrows_its_room() -> None:
    found = {
        path
        for path, _tree in sources(*HOUSE, "rules", "tests")
        if not path.startswith("rules/jurisdictions/")
        and len((ROOT / path).read_text("utf-8").splitlines()) > LONGEST_FILE
    }
    assert found == set()


# Imports


def test_imports_stand_at_the_top() -> None:
    found = {
        (path, getattr(node, "module", "") or "")
        for path, tree in sources(*HOUSE, "rules")
        for function in functions(tree)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom)
    }
    assert beyond(found, LATE) == NOTHING


# The checks themselves


def functions_unscoped(source: str) -> list[str]:
    return list(unscoped(ast.parse(source)))


def test_a_queryset_without_its_scope_is_found() -> None:
    assert functions_unscoped("def f(actor): return Park.objects.all()") == ["f"]
    assert functions_unscoped("def f(actor): return scoped(Park.objects.all(), actor)") == []
    assert (
        functions_unscoped("def f(a):\n rows = Park.objects.all()\n return scoped(rows, a)") == []
    )
    assert functions_unscoped("def f(a):\n rows = Park.objects.all()\n return rows") == ["f"]
    assert functions_unscoped("rows = Park.objects.none()") == []
    assert functions_unscoped("rows = Park.objects.all()") == [""]


def test_a_comparison_with_a_jurisdiction_is_found() -> None:
    for source in ("x == 'jinzhong-2022'", "x in ('yunnan', 1)", "x.startswith('140700')"):
        assert jurisdictions_in(ast.parse(source)), source
    assert not jurisdictions_in(ast.parse("begin(park, 'jinzhong-2022')"))


def test_a_number_of_the_law_is_found_however_it_is_written() -> None:
    for source in ("x >= 3000", "x = 30_000_000", "Decimal('2000')", "timedelta(days=5)"):
        assert [as_number(each.value) in STATUTORY for each in weighed(ast.parse(source))] == [True]
