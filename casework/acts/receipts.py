"""备案回执: the receipt of a filing as PDF; each print is on record."""

import hashlib

from django.conf import settings
from django.db import transaction
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation

from casework.kinds import kind_of
from casework.models import Receipt
from records.actor import Actor
from records.acts import record
from records.pdf import fitted

#: Official papers are Chinese only, whatever the reader's language.
LANGUAGE = "zh-hans"


@transaction.atomic
def print_receipt(actor: Actor, receipt: Receipt) -> bytes:
    """The receipt of a filing in scope, as PDF. Raises Refused where PDFs cannot be made here."""
    with translation.override(LANGUAGE):
        made = fitted([render_to_string("forms/receipt.html", _context(receipt))])
    digest = hashlib.sha256(made).hexdigest()
    after = {"receipt": receipt.number, "sha256": digest}
    record(actor, "casework.print_receipt", receipt.case, after=after)
    return made


def _context(receipt: Receipt) -> dict[str, object]:
    case = receipt.case
    later = getattr(receipt, "replaced_by", None)
    sample = case.park.is_sample if case.park else case.applicant.is_sample
    return {
        "receipt": receipt,
        "case": case,
        "rows": kind_of(case).receipt_rows(case),
        "marks": [mark for mark, shown in (("样例", sample), ("已更正", later)) if shown],
        "later": later,
        "verify": f"{settings.SITE_URL}{reverse('casework:verify')}",
        "code": " ".join(receipt.code[i : i + 4] for i in range(0, len(receipt.code), 4)),
    }
