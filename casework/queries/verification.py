"""验真: what a document with a verification code says, for anybody who holds it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from casework.corrections import standing_decision
from casework.models import DecisionCase, Receipt
from parks.models import Recognition


@dataclass(frozen=True)
class Verified:
    """What the document must say to be genuine; `revoked_on` and `corrected_by` when it ended."""

    name: str
    bureau: str
    document_number: str
    outcome: str
    decided_on: date
    revoked_on: date | None
    corrected_by: str
    is_receipt: bool = False

    @property
    def stands(self) -> bool:
        return not (self.revoked_on or self.corrected_by)


def verified(code: str) -> Verified | None:
    """The decided or filed case of that code, typed with or without blanks and hyphens.

    None where nothing has this code.
    """
    typed = "".join(sign for sign in code.upper() if sign.isalnum())
    found = DecisionCase.objects.select_related("decision__bureau", "case").filter(code=typed)
    entry = found.first()
    if entry is None:
        return _receipt(typed)
    decision = entry.decision
    standing = standing_decision(entry.case)
    return Verified(
        entry.name,
        decision.signed_by,
        decision.document_number,
        str(decision.get_outcome_display()),
        decision.decided_on,
        _revoked_on(entry),
        standing.decision.document_number if standing and standing != entry else "",
    )


def _receipt(code: str) -> Verified | None:
    found = Receipt.objects.select_related("case__bureau", "replaced_by").filter(code=code)
    receipt = found.first()
    if receipt is None:
        return None
    later = getattr(receipt, "replaced_by", None)
    return Verified(
        receipt.case.title,
        receipt.case.bureau.name,
        receipt.number,
        _("Filed"),
        receipt.issued_on,
        None,
        later.number if later else "",
        is_receipt=True,
    )


def _revoked_on(entry: DecisionCase) -> date | None:
    revoked = Recognition.objects.filter(
        case_number=entry.case.number or "-", revoked_on__isnull=False
    )
    return revoked.values_list("revoked_on", flat=True).first()
