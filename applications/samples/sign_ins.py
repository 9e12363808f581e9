"""Who of the demonstration signs in: bureau by bureau, in the order in which a case passes."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from accounts.roles import Role
from applications.samples.catalogue import BY_KEY
from applications.samples.people import ASKED_BY, OFFICE_AT, OFFICES, Office
from applications.samples.places import AREAS

#: For each bureau the parks to walk with: one whose case is a draft, one whose case came back,
#: one that is recognised and reports its entries, exits or months.
WALKS = {
    "jz": ("draft", "returned"),
    "sh": ("sh-draft", "sh-returned", "sh-one"),
    "qp": ("qp-draft",),
    "cq": ("cq-draft", "cq-returned", "cq-promised"),
    "yn": ("yn-draft", "yn-returned"),
}
ENGLISH = {code: name_en for code, _name, name_en, _kind, _parent in AREAS}
BUREAUS = {office.key: office for office in OFFICES if office.key in WALKS}

Hand = tuple[Role, list[str]]


def sign_ins(password: str) -> str:
    """What to type: a line for each bureau and role."""
    lines = [f"Demonstration sign-ins (all with the password {password}):"]
    for key in WALKS:
        place = ENGLISH[BUREAUS[key].area]
        for role, names in hands(key):
            lines.append(f"  {place:<10} {role.value:<14} {'  '.join(_numbered(names))}")
            place = ""
    lines.append("  Operators in this order: a draft; an application that came back; a park that")
    lines.append("  is recognised, and reports entries and exits (Shanghai) or months (Chongqing).")
    return "\n".join(lines)


def hands(bureau_key: str) -> list[Hand]:
    """Each role with its people, in the order in which they see a case of the bureau's walks."""
    bureau = BUREAUS[bureau_key]
    districts = districts_of(bureau_key)
    asked = [ASKED_BY[bureau.area]] if bureau.area in ASKED_BY else []
    order: tuple[tuple[Role, Sequence[Office]], ...] = (
        (Role.OFFICER, districts),
        (Role.DIRECTOR, districts),
        (Role.OFFICER, [bureau]),
        (Role.REVIEWER, [bureau]),
        (Role.EXPERT, [bureau]),
        (Role.CONSULTEE, asked),
        (Role.DIRECTOR, [bureau]),
        (Role.ADMINISTRATOR, [bureau]),
        (Role.AUDITOR, [bureau]),
    )
    first = (Role.OPERATOR, [f"{park}-operator" for park in WALKS[bureau_key]])
    found = [(role, _people(offices, role)) for role, offices in order]
    return [first, *((role, names) for role, names in found if names)]


def districts_of(bureau_key: str) -> list[Office]:
    """The offices of the districts in which the walked parks lie; none where the bureau is it."""
    offices = (OFFICE_AT[BY_KEY[park].area] for park in WALKS[bureau_key])
    return [each for each in dict.fromkeys(offices) if each.key != bureau_key]


def _people(offices: Sequence[Office], role: Role) -> list[str]:
    return [name for office in offices for name, _person, held in office.people if held == role]


def _numbered(names: list[str]) -> Iterator[str]:
    """The names, those that differ by their number alone as one: jz-expert1...7."""
    for stem, same in groupby(names, key=lambda name: name.rstrip("0123456789")):
        first, *others = same
        if others and first != stem:
            yield f"{first}...{others[-1][len(stem) :]}"
        else:
            yield from (first, *others)
