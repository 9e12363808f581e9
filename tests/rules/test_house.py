"""What holds for the whole package."""

import ast
import sys
from pathlib import Path

import pytest

FILES = sorted(Path(__file__).parents[2].joinpath("rules").rglob("*.py"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rules_import_the_standard_library_and_themselves_only(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else ([each.name for each in node.names] if isinstance(node, ast.Import) else [])
        )
        for name in names:
            assert name.partition(".")[0] in sys.stdlib_module_names | {"rules"}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_rules_hold_no_floats(file: Path) -> None:
    floats = [
        node.lineno
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, float)
    ]
    assert floats == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_only_a_jurisdictions_own_file_names_it(file: Path) -> None:
    names = {"shanghai", "jinzhong", "qingpu", "chongqing", "yunnan"}
    if file.parent.name != "jurisdictions":
        compared = [
            node
            for node in ast.walk(ast.parse(file.read_text("utf-8")))
            if isinstance(node, ast.Constant) and node.value in names
        ]
        assert compared == []
