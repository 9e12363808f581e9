"""What an application consists of: the parts of its task list, and its materials."""

from typing import Literal, NamedTuple


class Section(NamedTuple):
    """One part of the application's task list."""

    key: str
    zh: str
    en: str


class Material(NamedTuple):
    """One item of the printed list. `least` is how many files it needs at the least.

    `generated` names what the system itself produces for it; `group` joins alternatives: one of
    them is enough. `updates`: a newer version of the same item of the case that this one follows.
    `system_default`: the text prints no such item, the system asks for it.
    """

    key: str
    zh: str
    en: str
    clause: str
    words: str
    required: bool = True
    several: bool = False
    least: int = 1
    group: str | None = None
    generated: Literal["form", "roster"] | None = None
    updates: bool = False
    system_default: bool = False
