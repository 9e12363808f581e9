"""The reviewer's side: who may verify and judge, and the verified figures."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.utils import timezone

from applications.acts.sections import ensure_value
from applications.models import Application
from applications.queries.review import review_refusal
from casework.acts import editing
from records.actor import Actor
from records.acts import record
from records.errors import Refused


@contextmanager
def reviewing(case_id: int, actor: Actor, version: int) -> Iterator[Application]:
    """The application, locked, for the reviewer whose turn it is.

    Raises Refused for another hand or stage, Stale, Case.DoesNotExist.
    """
    with editing(case_id, actor, version, action="") as case:
        refusal = review_refusal(case, actor)
        if refusal:
            raise Refused(refusal, "role")
        application = Application.objects.get(case=case)
        application.case = case
        yield application


def verify_facts(case_id: int, actor: Actor, version: int, verified: Mapping[str, Any]) -> None:
    """Store what the reviewer found each named fact to be; None takes a finding back.

    Raises Refused (hand, stage, a value that is none of the fact's kind), Stale,
    Case.DoesNotExist.
    """
    with reviewing(case_id, actor, version) as application:
        before, after = {}, {}
        for fact in application.facts.filter(key__in=verified):
            value = verified[fact.key]
            if fact.verified == value:
                continue
            ensure_value(fact.key, value)
            before[fact.key], after[fact.key] = fact.verified, value
            fact.verified = value
            found = value is not None
            fact.verified_by_id = actor.user_id if found else None
            fact.verified_for_id = actor.on_behalf_of_id if found else None
            fact.verified_at = timezone.now() if found else None
            fact.save(update_fields=("verified", "verified_by", "verified_for", "verified_at"))
        if after:
            record(actor, "applications.verify_facts", application.case, before=before, after=after)
