"""Cases and their pages speak of no jurisdiction: what they say comes from the edition's data."""

import ast
from collections.abc import Iterator
from pathlib import Path

import rules
from tests.test_house import NAMES, ROOT, sources

#: What a jurisdiction is called in words, whole and as people shorten it.
CALLED = {name for law in rules.editions() for name in (law.zh, law.en.partition(",")[0])} | {
    name[-3:-1] for name in (law.zh for law in rules.editions())
}
#: They move cases, show them and tell of them, whatever the law.
BLIND = ("casework", "applications")
#: Invented people and parks live somewhere.
INVENTED = ("/samples/", "/load_samples.py")


def spoken(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """(line, text) of what the code itself says: its strings without those that explain it."""
    explained = {
        id(node.value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        text = getattr(node, "value", None)
        if isinstance(node, ast.Constant) and isinstance(text, str) and id(node) not in explained:
            yield node.lineno, text


def templates() -> list[Path]:
    return sorted(file for file in (ROOT / "templates").rglob("*") if file.is_file())


def names_in(text: str) -> set[str]:
    return {name for name in NAMES | CALLED if name in text}


def test_cases_and_their_pages_name_no_jurisdiction() -> None:
    found = {
        f"{path}:{line}": named
        for path, tree in sources(*BLIND)
        if not any(part in f"/{path}" for part in INVENTED)
        for line, text in spoken(tree)
        if (named := names_in(text))
    }
    for file in templates():
        if named := names_in(file.read_text("utf-8")):
            found[str(file.relative_to(ROOT))] = named
    assert found == {}


def test_neither_do_the_names_of_their_files() -> None:
    paths = [path for path, _tree in sources(*BLIND)]
    paths += [str(file.relative_to(ROOT)) for file in templates()]
    assert {path: named for path in paths if (named := names_in(path))} == {}


def test_the_name_of_a_jurisdiction_is_found_in_what_the_code_says() -> None:
    assert names_in("f('jinzhong-2022')") == {"jinzhong", "jinzhong-2022"}
    assert names_in("晋中样例产业园") == {"晋中"}
    tree = ast.parse('"""Of Qingpu."""\nbegin("qingpu-2022")')
    assert [text for _line, text in spoken(tree)] == ["qingpu-2022"]
