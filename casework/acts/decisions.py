"""Decisions for one or many cases under one document number."""

from collections.abc import Mapping
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from casework.acts.perform import move_case
from casework.guards import meeting_refusal
from casework.models import Case, Step
from records.actor import Actor
from records.acts import record_refusal
from records.errors import Refused


def decide(
    actor: Actor,
    cases: Mapping[int, int],
    *,
    action: str,
    opinion: str,
    data: Mapping[str, Any],
    names: Mapping[int, str] | None = None,
    token: str = "",
) -> list[Step]:
    """Approve or refuse the cases (id -> version read) at one sitting: all of them, or none.

    `data` carries document_number and decided_on (ISO). Raises Refused that names the case
    which cannot be decided; the others stay as they were.
    """
    try:
        with transaction.atomic():
            return [
                _decide_one(actor, pk, version, action, opinion, data, (names or {}).get(pk), token)
                for pk, version in sorted(cases.items())
            ]
    except _RefusedCase as refused:
        case = Case.objects.select_related("area").get(pk=refused.case_id)
        record_refusal(actor, f"casework.{action}", case, refused.reason)
        raise Refused(
            _("%(case)s: %(reason)s Nothing was decided.")
            % {"case": case, "reason": refused.reason},
            refused.code,
        ) from refused


class _RefusedCase(Refused):
    def __init__(self, case_id: int, refused: Refused) -> None:
        super().__init__(refused.reason, refused.code, refused.details)
        self.case_id = case_id


def _ensure_common(case_id: int) -> None:
    refusal = meeting_refusal(Case.objects.get(pk=case_id))
    if refusal:
        raise Refused(refusal)


def _decide_one(
    actor: Actor,
    case_id: int,
    version: int,
    action: str,
    opinion: str,
    data: Mapping[str, Any],
    name: str | None,
    token: str,
) -> Step:
    own = {**data, "name": name} if name else dict(data)
    try:
        _ensure_common(case_id)
        return move_case(case_id, action, actor, version, token, opinion, own)
    except Refused as refused:
        raise _RefusedCase(case_id, refused) from refused
