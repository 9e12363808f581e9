"""What a case is called: by what it concerns and what it is about, the latter in both languages."""

from typing import Final, NamedTuple

from rules.procedure import Procedure


class Subject(NamedTuple):
    """What a case is about, where that is narrower than its procedure."""

    zh: str
    en: str


#: As long as the title of a case may be.
LONGEST: Final = 120
_subjects: list[Subject] = []


def register(*subjects: Subject) -> None:
    """Add what an app's cases are about, from ``AppConfig.ready``."""
    _subjects.extend(subjects)


def title_of(name: str, about: Procedure | Subject) -> str:
    """The title as it is kept, in Chinese: the name, cut if need be, and the subject whole."""
    what = f"：{about.zh}"
    return name[: LONGEST - len(what)] + what


def in_english(title: str, procedure: Procedure) -> str:
    """The title with its subject in English; one that somebody worded otherwise as it is."""
    for about in (Subject(procedure.zh, procedure.en), *_subjects):
        name = title.removesuffix(f"：{about.zh}")
        if name != title:
            return f"{name}: {about.en}"
    return title
