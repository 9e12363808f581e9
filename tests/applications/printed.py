"""Cases to print, and what a PDF holds. Rows are written straight: printing only reads them."""

import subprocess
import tempfile
from datetime import UTC, date, datetime, timedelta
from typing import Any

import rules
from accounts.roles import Role
from applications.models import Application, DeclaredFact
from applications.printing import content, documents
from casework.models import Case, Decision, DecisionCase, Step
from records.actor import Actor
from tests import factories

SUBMITTED = datetime(2024, 5, 6, 2, 0, tzinfo=UTC)
DECIDED_ON = date(2024, 7, 1)

#: An answer that the application does not hold, not even an empty one.
NOT_GIVEN = object()
ANSWERS: dict[str, Any] = {
    "filled_on": "2024-05-06",
    "park_name": "样例人力资源服务产业园",
    "park_address": "晋中市榆次区样例路1号",
    "contact": "样例联系人",
    "phone": "0354-1234567",
    "ownership": "自有产权",
    "registered_on": "2021-03-08",
    "investment": "1234.567890",
    "land_area": "5200",
    "staff": "15",
    "agencies": "12",
    "construction": "converted",
    "services": ["policy_advice", "information", "platform"],
}


def printed_case(answers: dict[str, Any] | None = None, **values: Any) -> Case:
    """A case of Jinzhong under review by the bureau, signed by nobody yet."""
    park = factories.make_park(name=f"样例产业园{Case.objects.count()}")
    defaults: dict[str, Any] = {
        "number": f"140700-2024-{Case.objects.count() + 1:04d}",
        "kind": "application",
        "title": "市级人力资源服务产业园认定",
        "area": park.area,
        "park": park,
        "applicant": park.operator,
        "district": factories.make_district_office(),
        "bureau": factories.make_bureau(),
        "edition": "jinzhong-2022",
        "procedure": "recognition",
        "stage": "bureau_review",
        "status": Case.Status.OPEN,
        "created_by": factories.make_user(organisation=park.operator),
        "submitted_at": SUBMITTED,
    }
    case = Case.objects.create(**(defaults | values))
    form = ANSWERS | {"applicant": case.applicant.name} | (answers or {})
    form = {key: answer for key, answer in form.items() if answer is not NOT_GIVEN}
    application = Application.objects.create(case=case, form=form)
    DeclaredFact.objects.bulk_create(
        DeclaredFact(application=application, key=key)
        for key in rules.law(case.edition, case.procedure).fact_keys()
    )
    return case


def number_of(case: Case) -> str:
    assert case.number
    return case.number


def reader_of(case: Case) -> Actor:
    """Somebody of the bureau, who reads everything."""
    return factories.make_actor(Role.REVIEWER, case.bureau)


def form_page(case: Case) -> content.FormPage:
    return content.form_page(case, reader_of(case))


def form_pdf(case: Case) -> bytes:
    return documents.form_pdf(case, reader_of(case))


def step(case: Case, action: str, from_stage: str, to_stage: str, opinion: str = "") -> Step:
    number = case.steps.count() + 1
    return Step.objects.create(
        case=case,
        number=number,
        action=action,
        from_stage=from_stage,
        to_stage=to_stage,
        actor_name="样例人员",
        role="director",
        opinion=opinion,
        at=SUBMITTED + timedelta(days=number),
    )


def sign_for_district(case: Case, opinion: str) -> Step:
    return step(case, "forward", "county_sign", "bureau_review", opinion)


def decide(
    case: Case,
    opinion: str = "",
    outcome: str = "approved",
    decided_on: date = DECIDED_ON,
    **values: Any,
) -> DecisionCase:
    """Put the case under a decision, as the deciding director's act does."""
    step(case, "approve" if outcome == "approved" else "refuse", "decision", "", opinion)
    case.status = outcome
    case.save()
    decision = Decision.objects.create(
        bureau=case.bureau,
        document_number="市人社函〔2024〕9号",
        outcome=outcome,
        decided_on=decided_on,
        decided_by=case.created_by,
    )
    defaults = {"name": f"晋中{case.park}", "code": f"ABCDEFGH{case.pk:04d}"}
    return DecisionCase.objects.create(decision=decision, case=case, **(defaults | values))


def tool(name: str, *options: str, pdf: bytes) -> str:
    """What a program of poppler prints about the document."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(pdf)
        file.flush()
        command = [name, *options, file.name] + (["-"] if name == "pdftotext" else [])
        return subprocess.run(command, capture_output=True, check=True).stdout.decode()


def text_of(pdf: bytes) -> str:
    return tool("pdftotext", "-layout", pdf=pdf)


def pages_of(pdf: bytes) -> int:
    lines = tool("pdfinfo", pdf=pdf).splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("Pages:")))
