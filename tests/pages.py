"""Every page of the site, for each role that may open it, in the demonstration's world.

`pages()` walks the URL resolver. A route that needs an argument finds it in ARGUMENTS; one that
is no page (a download, a POST) says so in NOT_PAGES. A route in neither fails, so that nobody
adds a page that is never looked at.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.core import signing
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

import rules
from accounts.acting import actor_of
from accounts.models import Membership, Organisation, User
from accounts.scope import scoped
from applications.acts.texts import apply_text, may_load, read_text
from applications.models import FollowUp, InstrumentText
from applications.views.rulebook.pages import PARTS
from casework import queries as casework
from casework.acts import record_interest
from casework.models import Case, Consultation, DecisionCase, Objection, PanelSeat, PublicNotice
from casework.moves import offers
from casework.views.public import RECEIPT
from parks.acts.takeover import check_take_over
from parks.models import Park, Recognition, Site, TakeOver
from records.actor import Actor
from records.acts import start_job
from records.audit_jobs import VERIFY
from records.models import AuditEntry, CalendarYear, Job
from records.policy import Policy, policy_of
from returns.acts import begin, sweep_duties
from returns.models import MonthlyReturn, Obligation
from returns.queries import parks_with_duties, standing
from tenants.acts import check_roster
from tenants.models import Agency, Licence, RosterImport, Tenancy
from tests.applications.instruments import invented_text
from tests.parks.takeovers import site_row, workbook
from tests.records.books import upload
from tests.tenants.books import book, good_row

#: Who looks at the pages, one for each role; "head" is the director of a district office.
PEOPLE = {
    "operator": "returned-operator",
    "officer": "taigu-officer",
    "head": "xiyang-head",
    "reviewer": "jz-reviewer",
    "director": "jz-director",
    "expert": None,
    "consultee": "jz-finance",
    "administrator": "jz-admin",
    "auditor": "jz-auditor",
}

#: Pages that other laws fill with more than the first bureau's: who looks at them as well.
ELSEWHERE = {
    "applications:begin": ("minhang-officer", "qp-reviewer"),
    "applications:follow_up": ("cq-reviewer",),
    "applications:follow_ups": ("cq-reviewer",),
    "applications:tasks": ("minhang-officer", "xuhui-officer"),
    "casework:action": ("sh-reviewer", "sh-director"),
    "casework:case": ("cq-reviewer", "sh-director", "yn-finance"),
    "parks:plaque": ("cq-reviewer",),
}

#: The keyword arguments of a route; "?" holds the query string's.
Arguments = dict[str, Any]
Finder = Callable[[Any], Iterable[Arguments]]


@dataclass(frozen=True)
class Page:
    """One page as one person sees it. `username` is "" for the public."""

    route: str
    path: str
    who: str
    username: str
    number: int = 0

    @property
    def name(self) -> str:
        number = f"-{self.number}" if self.number else ""
        return f"{self.route.replace(':', '-')}{number}--{self.who}"


def routes() -> Iterator[tuple[str, Policy | None, bool]]:
    """(name, declared policy, whether it takes arguments) of every route of the house."""
    yield from _walk(get_resolver().url_patterns, "")


def _walk(patterns: list[Any], space: str) -> Iterator[tuple[str, Policy | None, bool]]:
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            view = pattern.callback
            policy = policy_of(view) or policy_of(getattr(view, "cls", view))
            yield f"{space}{pattern.name}", policy, bool(pattern.pattern.converters)
        elif isinstance(pattern, URLResolver) and not str(pattern.pattern).startswith("api/"):
            inner = f"{pattern.namespace}:" if pattern.namespace else space
            yield from _walk(pattern.url_patterns, inner)


def people() -> dict[str, User]:
    """The demonstration's people by the word for what they are."""
    found = {who: User.objects.get(username=name) for who, name in PEOPLE.items() if name}
    found["expert"] = PanelSeat.objects.filter(given_at__isnull=True).latest("pk").expert
    return found


def pages() -> Iterator[Page]:
    """Every page for everybody who may open it. Raises LookupError for an unknown route."""
    known = people()
    for route, policy, takes in routes():
        if route in NOT_PAGES:
            continue
        assert policy is not None, route
        if takes and route not in ARGUMENTS:
            raise LookupError(f"{route}: add it to ARGUMENTS or NOT_PAGES in tests/pages.py")
        if policy.kind == "public":
            yield from _numbered(route, None, "public", "")
        else:
            yield from _for_everybody(route, policy, known)
            yield from _elsewhere(route)


def _for_everybody(route: str, policy: Policy, known: dict[str, User]) -> Iterator[Page]:
    for who, user in known.items():
        actor = actor_of(user)
        assert actor is not None
        if policy.admits(actor.role):
            shown = _numbered(route, actor, who, user.username)
            yield from (page for page in shown if opens(user, page.path))


def _elsewhere(route: str) -> Iterator[Page]:
    """The same page under other laws; its numbers are its own, for it is another sight."""
    for turn, username in enumerate(ELSEWHERE.get(route, ()), start=1):
        user = User.objects.get(username=username)
        shown = _numbered(route, actor_of(user), username, username, 100 * turn)
        yield from (page for page in shown if opens(user, page.path))


def _numbered(
    route: str, actor: Actor | None, who: str, username: str, start: int = 0
) -> Iterator[Page]:
    for number, found in enumerate(ARGUMENTS.get(route, nothing)(actor), start=start):
        query = urlencode(found.get("?", {}))
        path = reverse(route, kwargs={key: value for key, value in found.items() if key != "?"})
        yield Page(route, f"{path}?{query}" if query else path, who, username, number)


def opens(user: User, path: str) -> bool:
    """Whether the person gets a page there: what is refused or redirected is not pictured."""
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    answer = client.get(path)
    if answer.status_code >= 500:
        raise AssertionError(f"{path} answers {answer.status_code} to {user.username}")
    return answer.status_code == 200 and "text/html" in answer["Content-Type"]


def unseen(shown: Iterable[Page]) -> list[str]:
    """The routes that are pages by their names and that nobody was shown."""
    wanted = {route for route, _policy, _takes in routes()}
    return sorted(wanted - {page.route for page in shown} - set(NOT_PAGES))


def furnish() -> None:
    """What the demonstration leaves to its visitors: an upload waiting, a job that ended."""
    operator = actor_of(User.objects.get(username=PEOPLE["operator"]))
    assert operator is not None
    park = Park.objects.get(operator_id=operator.organisation_id)
    rows = [good_row(), good_row(credit_code="91140700MA0000000X", entered_on="去年")]
    check_roster(operator, park, upload(book(*rows)), 2025)
    _furnish_what_comes_round(operator, park)
    reviewer = actor_of(User.objects.get(username=PEOPLE["reviewer"]))
    assert reviewer is not None
    expert = casework.experts_of(reviewer).latest("pk")
    record_interest(reviewer, expert, park, since=date(2025, 1, 6), reason="样例·兼任顾问")
    reviewer = actor_of(User.objects.get(username=PEOPLE["reviewer"]))
    assert reviewer is not None
    check_take_over(reviewer, upload(workbook(sites=[site_row(opened_on="去年")])))
    auditor = actor_of(User.objects.get(username=PEOPLE["auditor"]))
    assert auditor is not None
    start_job(auditor, VERIFY, {})
    _furnish_texts()


def _furnish_texts() -> None:
    """An invented text of a regulation, shown, and another that is only looked at."""
    actor = actor_of(User.objects.get(username=PEOPLE["administrator"]))
    assert actor is not None
    law = next(each for each in rules.editions() if may_load(actor, each))
    apply_text(actor, law, read_text(actor, law, invented_text(law)))
    read_text(actor, law, invented_text(law))


def _furnish_what_comes_round(operator: Actor, park: Park) -> None:
    """A monthly return being filled in, as another bureau's law asks for it."""
    level, decided_on = Recognition.Level.MUNICIPAL, date(2026, 1, 5)
    Recognition.objects.create(
        park=park, level=level, edition="chongqing-2021", name="样例市级产业园",
        document_number="样例〔2026〕1号", decided_on=decided_on, issuer="样例市局",
    )  # fmt: skip
    sweep_duties(date(2026, 10, 1))
    begin(operator, Obligation.objects.get(park=park, duty="monthly-return").pk)


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


ARGUMENTS: dict[str, Finder] = {
    "records:job": anybody(Job),
    "records:calendar_year": anybody(CalendarYear, number="year"),
    "records:audit_entry": own_audit_entry,
    "accounts:organisation": of_scope(Organisation),
    "accounts:change_organisation": of_scope(Organisation),
    "accounts:add_person": of_scope(Organisation),
    "accounts:person": of_scope(User),
    "accounts:change_person": of_scope(User),
    "accounts:grant_role": of_scope(User),
    "accounts:end_role": of_scope(Membership),
    "parks:park": own_park,
    "parks:edit": own_park,
    "parks:site_add": own_park,
    "parks:site_edit": of_scope(Site),
    "parks:take_over": of_scope(TakeOver),
    "parks:documents": of_scope(Recognition),
    "parks:plaque": lambda actor: first(
        scoped(Recognition.objects.exclude(plaque=""), actor), pk="pk"
    ),
    "parks:public_park": lambda _: first(Park.objects.filter(recognitions__isnull=False), pk="pk"),
    "casework:box": lambda _: [{"name": name} for name in casework.BOXES],
    "casework:case": tabs,
    "casework:action": own_actions,
    "casework:basis": at_stage("draft", "decision"),
    "casework:correct": lambda actor: first(
        casework.cases(actor).filter(decision_entries__isnull=False), pk="pk"
    ),
    "casework:panel": at_stage("expert_review"),
    "casework:consult": lambda actor: first(waiting(actor), pk="pk"),
    "casework:seat": of_scope(PanelSeat),
    "casework:end_interest": lambda actor: first(casework.interests(actor), pk="pk"),
    "casework:consultation": of_scope(Consultation),
    "casework:decide": meeting,
    "casework:notice": of_scope(PublicNotice),
    "casework:withdraw_notice": of_scope(PublicNotice),
    "casework:objection": of_scope(Objection),
    "casework:public_notice": anybody(PublicNotice, number="number"),
    "casework:object": public_objection,
    "casework:objection_received": lambda _: [{"receipt": signing.dumps("Y1-1", salt=RECEIPT)}],
    "casework:verify": lambda _: [{}, {"?": {"code": DecisionCase.objects.latest("pk").code}}],
    "tenants:tenancy": of_scope(Tenancy),
    "tenants:tenancy_edit": of_scope(Tenancy),
    "tenants:figure": lambda actor: [
        {"pk": row["pk"], "year": 2025} for row in of_scope(Tenancy)(actor)
    ],
    "tenants:enter": own_park,
    "tenants:agency": of_scope(Agency),
    "tenants:agency_edit": of_scope(Agency),
    "tenants:licence_add": of_scope(Agency),
    "tenants:licence_edit": of_scope(Licence),
    "tenants:roster_upload": own_park,
    "tenants:roster": of_scope(RosterImport),
    "returns:obligation": of_scope(Obligation),
    "returns:done": of_scope(Obligation),
    "returns:edit": lambda actor: [
        {"pk": month.obligation_id} for month in scoped(MonthlyReturn.objects.all(), actor)[:1]
    ],
    "returns:send_back": lambda actor: [
        {"pk": month.obligation_id} for month in scoped(MonthlyReturn.objects.all(), actor)[:1]
    ],
    "returns:targets": lambda actor: first(parks_with_duties(actor).order_by("pk"), pk="pk"),
    "returns:standing": lambda actor: first(parks_with_duties(actor).order_by("pk"), pk="pk"),
    "returns:standing_add": standing_duty,
    "applications:tasks": at_stage("draft"),
    "applications:section": sections,
    "applications:check": at_stage("draft"),
    "applications:receipt": lambda actor: first(
        casework.cases(actor).exclude(number=None), pk="pk"
    ),
    "applications:versions": lambda actor: first(
        casework.cases(actor).exclude(number=None), pk="pk"
    ),
    "applications:review": at_stage("bureau_review"),
    "applications:follow_up": of_scope(FollowUp),
    "applications:rulebook": lambda _: [{"key": law.key} for law in rules.editions()],
    "applications:rulebook_part": rulebook_parts,
    "applications:rulebook_load": own_laws,
    "applications:rulebook_text": texts,
    "applications:bench": fullest(),
    "applications:bench_conditions": fullest(),
    "applications:bench_deadline": fullest(
        **{"?": {"duty": FULLEST.duties[0].key, "start": "2026-09-25"}}
    ),
    "applications:bench_sheet": fullest(**{"?": {"1.1": "3", "reading": "scaled"}}),
    "applications:bench_money": fullest(scheme=FULLEST.money.schemes[0].key),
}

#: Routes that are no page, with what they are.
NOT_PAGES: dict[str, str] = {
    "records:file": "download",
    "records:messages_read": "POST",
    "records:message_open": "redirect",
    "records:job_cancel": "POST",
    "records:sweep_retry": "POST",
    "records:audit_verify": "POST",
    "records:audit_export": "download",
    "accounts:sign_out": "POST",
    "accounts:signed_in": "fragment",
    "accounts:held": "what was typed before signing in again; POST",
    "accounts:alive": "fragment",
    "accounts:acting": "POST",
    "accounts:language": "POST",
    "accounts:end_sessions": "POST",
    "accounts:take_back": "POST",
    "accounts:revoke_token": "POST",
    "accounts:change_account": "POST",
    "accounts:second_factor_code": "picture",
    "accounts:remove_second_factor": "POST",
    "casework:box_export": "download",
    "casework:remind": "POST",
    "casework:ends_on": "fragment",
    "casework:recuse": "POST",
    "parks:take_over_template": "download",
    "parks:take_over_apply": "POST",
    "parks:take_over_undo": "POST",
    "parks:take_over_errors": "download",
    "parks:document_take_off": "POST",
    "returns:hand_in": "POST",
    "returns:send_on": "POST",
    "returns:take_in": "POST",
    "tenants:export": "download",
    "tenants:roster_template": "download",
    "tenants:roster_apply": "POST",
    "tenants:roster_errors": "download",
    "applications:rulebook_apply": "POST",
    "applications:verify": "POST",
    "applications:settle": "POST",
    "applications:confirm_finding": "POST",
    "applications:form": "PDF",
    "applications:conditions": "PDF",
    "schema": "OpenAPI",
}
