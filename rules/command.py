"""The regulations on the command line. Answers are JSON in UTF-8.

Bad input ends with status 2 and one line on standard error.
"""

import json
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from rules import answers
from rules.errors import BadInput, UnknownKey
from rules.reading import day_of, object_of
from rules.scoring import READINGS
from rules.workdays import today


class _OneLine(ArgumentParser):
    """Complains in one line instead of printing its usage."""

    def error(self, message: str) -> NoReturn:
        raise BadInput(message)


def main(arguments: Sequence[str] | None = None) -> int:
    """Answer one command; the exit status."""
    # Whatever the locale says; lone surrogates from a file come out as JSON escapes.
    sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    sys.stderr.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    try:
        answer = _answer(arguments)
    except (BadInput, UnknownKey) as error:
        print(" ".join(str(error).split()), file=sys.stderr)
        return 2
    print(json.dumps(answer, ensure_ascii=False, indent=2))
    return 0


def _answer(arguments: Sequence[str] | None) -> Any:
    given = _parser().parse_args(arguments)
    if given.command == "list":
        return answers.listed(today())
    if given.command == "show":
        return answers.shown(given.edition)
    if given.command == "assess":
        on = day_of(given.on) if given.on else today()
        return answers.assessed(given.jurisdiction, _facts(given.facts), on)
    if given.command == "score":
        return answers.scored(given.sheet, _facts(given.answers), given.reading)
    if given.command == "grade":
        return answers.graded(given.jurisdiction, _facts(given.scores))
    if given.command == "subsidy":
        on = day_of(given.on) if given.on else today()
        return answers.subsidy(given.jurisdiction, given.scheme, _facts(given.facts), on)
    if given.command == "deadline":
        return answers.deadline(given.jurisdiction, given.duty, day_of(given.start))
    return answers.coverage() if given.command == "coverage" else answers.questions()


def _parser() -> ArgumentParser:
    parser = _OneLine(prog="python -m rules", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    commands.add_parser("list", help="the editions")
    commands.add_parser("show", help="one edition").add_argument("edition")
    assess = commands.add_parser("assess", help="conditions against facts")
    assess.add_argument("jurisdiction")
    _file(assess, "--facts")
    assess.add_argument("--on", metavar="DATE", help="default: today")
    score = commands.add_parser("score", help="a score sheet against answers")
    score.add_argument("sheet")
    _file(score, "--answers")
    score.add_argument("--reading", default=READINGS[0], help=" or ".join(READINGS))
    grade = commands.add_parser("grade", help="grades of all parks scored in a cycle")
    grade.add_argument("jurisdiction")
    _file(grade, "--scores")
    subsidy = commands.add_parser("subsidy", help="what a scheme pays")
    subsidy.add_argument("jurisdiction")
    subsidy.add_argument("scheme")
    _file(subsidy, "--facts")
    subsidy.add_argument("--on", metavar="DATE", help="default: today")
    deadline = commands.add_parser("deadline", help="by when a duty must be done")
    deadline.add_argument("jurisdiction")
    deadline.add_argument("duty")
    deadline.add_argument("--from", required=True, dest="start", metavar="DATE")
    commands.add_parser("coverage", help="what carries each clause")
    commands.add_parser("questions", help="open questions of interpretation")
    return parser


def _file(parser: ArgumentParser, option: str) -> None:
    parser.add_argument(option, required=True, metavar="FILE", help="JSON, - for standard input")


def _facts(name: str) -> dict[str, Any]:
    try:
        raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError as error:
        raise BadInput(f"cannot read {name}: {error.strerror}") from error
    return object_of(name, raw)
