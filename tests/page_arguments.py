"""What fills the arguments of a page's route, for the person who looks at it."""

from collections.abc import Callable, Iterable
from typing import Any

from django.utils import timezone

import rules
from accounts.scope import scoped
from applications.acts.texts import may_load
from applications.models import InstrumentText
from applications.views.rulebook.pages import PARTS
from casework import queries as casework
from casework.models import Case, PublicNotice
from casework.moves import offers
from parks.models import Park
from records.actor import Actor
from records.models import AuditEntry
from records.queries import attachments_of
from returns.queries import parks_with_duties, standing
from tenants.acts.filing_book import BOOKS
from tenants.models import Filing
from tenants.queries import owed
from tenants.queries.filings import Owed

#: The keyword arguments of a route; "?" holds the query string's.
Arguments = dict[str, Any]
Finder = Callable[[Any], Iterable[Arguments]]


def nothing(_actor: Actor | None) -> list[Arguments]:
    return [{}]


def first(rows: Any, **names: str) -> list[Arguments]:
    """The arguments of a route from the first of the rows: argument=attribute."""
    return [{key: getattr(row, name) for key, name in names.items()} for row in rows[:1]]


def of_scope(model: Any, **names: str) -> Finder:
    """The first row of the model that the actor may see."""
    return lambda actor: first(scoped(model.objects.order_by("pk"), actor), **(names or PK))


def anybody(model: Any, **names: str) -> Finder:
    return lambda _actor: first(model.objects.order_by("pk"), **(names or PK))


PK = {"pk": "pk"}
TABS = ("content", "conditions", "materials", "timeline", "opinions", "versions", "record")
SECTIONS = ("park", "sites", "roster", "facts", "form", "materials", "basis")


def waiting(actor: Actor) -> Any:
    """The cases that wait for the actor, else those that they see."""
    todo = casework.box(actor, "todo")
    return todo if todo.exists() else casework.cases(actor).order_by("pk")


def at_stage(*stages: str) -> Finder:
    return lambda actor: first(casework.cases(actor).filter(stage__in=stages), pk="pk")


def tabs(actor: Actor) -> list[Arguments]:
    case = waiting(actor).first()
    return [{"pk": case.pk, "?": {"tab": tab}} for tab in TABS] if case else []


def own_actions(actor: Actor) -> list[Arguments]:
    """Every move that the actor's hand holds somewhere, once."""
    found: dict[str, Arguments] = {}
    for case in casework.cases(actor).exclude(status__in=Case.FINAL):
        for offer in offers(case, actor):
            found.setdefault(offer.move.action, {"pk": case.pk, "action": offer.move.action})
    return list(found.values())


def sections(actor: Actor) -> list[Arguments]:
    case = casework.cases(actor).filter(status__in=("draft", "returned")).first()
    return [{"pk": case.pk, "key": key} for key in SECTIONS] if case else []


def own_park(actor: Actor) -> list[Arguments]:
    return first(scoped(Park.objects.order_by("pk"), actor), pk="pk")


def own_audit_entry(actor: Actor) -> list[Arguments]:
    own = AuditEntry.objects.filter(area_path__startswith=actor.area_path)
    return first(own.order_by("seq"), seq="seq")


def meeting(actor: Actor) -> list[Arguments]:
    """Approving and refusing what waits for a decision, one case each."""
    found = []
    for case in casework.cases(actor).filter(stage="decision").exclude(status__in=Case.FINAL):
        action = "refuse" if case.proposal == "refuse" else "approve"
        found.append({"action": action, "?": {"case": case.pk}})
    return found


def standing_duty(actor: Actor) -> list[Arguments]:
    """A standing duty of the first park that the actor sees."""
    park = parks_with_duties(actor).order_by("pk").first()
    kept = standing(actor, park)[:1] if park else []
    return [{"pk": park.pk, "edition": k.edition, "key": k.duty.key} for k in kept if park]


def to_file(actor: Actor) -> list[Arguments]:
    """An event that the officer owes, by its tenancy."""
    return [{"pk": one.tenancy.pk, "event": one.event} for one in _owed(actor)]


def to_file_together(actor: Actor) -> list[Arguments]:
    """The same event, among many in the query string."""
    return [{"?": {"event": one.key}} for one in _owed(actor)]


def _owed(actor: Actor) -> list[Owed]:
    return owed(actor, timezone.localdate())[:1]


def filing_at(status: str) -> Finder:
    return lambda actor: first(scoped(Filing.objects.filter(case__status=status), actor), pk="pk")


def filing_sheet(actor: Actor) -> list[Arguments]:
    """A filled sheet of the officer's office."""
    return first(attachments_of(BOOKS, actor.organisation_id or 0), pk="pk")


def public_objection(_actor: None) -> list[Arguments]:
    entry = PublicNotice.objects.latest("pk").entries.first()
    assert entry is not None
    return [{"number": entry.notice.number, "entry": entry.pk}]


#: The edition that has something on every page of the rulebook.
FULLEST = next(law for law in rules.editions() if law.evaluation and law.evaluation.sheet)


def fullest(**more: Any) -> Finder:
    return lambda _actor: [{"key": FULLEST.key} | more]


def rulebook_parts(_actor: Actor) -> list[Arguments]:
    return [{"key": FULLEST.key, "part": part} for part in PARTS if part != "clauses"]


def own_laws(actor: Actor) -> list[Arguments]:
    return [{"key": law.key} for law in rules.editions() if may_load(actor, law)]


def texts(actor: Actor) -> list[Arguments]:
    rows = InstrumentText.objects.order_by("pk")
    return [{"key": row.edition, "pk": row.pk} for row in rows if row.loaded_by_id == actor.user_id]
