"""Forms of the system's own layout, printed once for the tests that read the same one."""

from dataclasses import dataclass
from functools import cache

import rules
from applications.printing.documents import form_pdf
from casework.models import Case
from records.actor import Actor
from rules.edition import Edition
from rules.procedure import Procedure
from tests.applications.everywhere import Setting, begun
from tests.applications.printed import text_of, tool
from tests.applications.whole import whole


@dataclass(frozen=True)
class Paper:
    """A form once printed, with what its case knows; many tests read the same one."""

    pdf: bytes
    number: str | None
    code: str = ""

    @property
    def text(self) -> str:
        """The words as they lie on the page."""
        return text_of(self.pdf)

    @property
    def words(self) -> str:
        """The words cell by cell, without a blank."""
        return plain(self.pdf)


@cache
def empty_paper(law: str, procedure: str) -> Paper:
    return Paper(printed(begun(*of(law, procedure))), None)


@cache
def whole_paper(law: str, procedure: str) -> Paper:
    setting = whole(*of(law, procedure))
    return Paper(printed(setting), setting.case.number, setting.case.decision_entries.get().code)


def printed(setting: Setting, reader: Actor | None = None) -> bytes:
    """The form as it is printed anew: by default to the bureau."""
    case = Case.objects.get(pk=setting.case.pk)
    return form_pdf(case, reader or setting.people["director"])


def plain(pdf: bytes) -> str:
    return "".join(tool("pdftotext", "-raw", pdf=pdf).split())


def words(setting: Setting, reader: Actor | None = None) -> str:
    return plain(printed(setting, reader))


def of(edition: str, procedure: str) -> tuple[Edition, Procedure]:
    law = rules.edition(edition)
    return law, law.procedures[procedure]
