"""Rows for tests: plain functions that make one thing each, with sensible defaults.

The world of most tests is Jinzhong: the province 140000, the city 140700, the district 140702
(Yuci) and, so that data that could leak exists, the county 140724 (Xiyang).
"""

import itertools
from datetime import date
from decimal import Decimal
from typing import Any

from accounts.acting import actor_of
from accounts.models import ApiToken, Area, Membership, Organisation, User
from accounts.roles import Role
from accounts.tokens import digest_of
from parks.models import Park, Recognition, Site
from records import credit_code
from records.actor import Actor
from tenants.models import Agency, AnnualFigure, Licence, Tenancy

_numbers = itertools.count(1)

LONG_AGO = date(2020, 1, 1)

AREAS = {
    "140000": ("山西省", "Shanxi", Area.Kind.PROVINCE, ""),
    "140700": ("晋中市", "Jinzhong", Area.Kind.CITY, "140000"),
    "140702": ("榆次区", "Yuci", Area.Kind.DISTRICT, "140700"),
    "140724": ("昔阳县", "Xiyang", Area.Kind.DISTRICT, "140700"),
    "310000": ("上海市", "Shanghai", Area.Kind.PROVINCE, ""),
    "310107": ("普陀区", "Putuo", Area.Kind.DISTRICT, "310000"),
    "310118": ("青浦区", "Qingpu", Area.Kind.DISTRICT, "310000"),
    "500000": ("重庆市", "Chongqing", Area.Kind.PROVINCE, ""),
    "500101": ("万州区", "Wanzhou", Area.Kind.DISTRICT, "500000"),
    "500103": ("渝中区", "Yuzhong", Area.Kind.DISTRICT, "500000"),
    "530000": ("云南省", "Yunnan", Area.Kind.PROVINCE, ""),
    "530100": ("昆明市", "Kunming", Area.Kind.CITY, "530000"),
    "990000": ("样例省", "Sample Province", Area.Kind.PROVINCE, ""),
    "990100": ("样例市", "Sample City", Area.Kind.CITY, "990000"),
    "990101": ("样例区", "Sample District", Area.Kind.DISTRICT, "990100"),
}


def make_area(code: str = "140702") -> Area:
    """The area of that code with all above it; the same row however often it is asked for."""
    name, name_en, kind, parent_code = AREAS[code]
    parent = make_area(parent_code) if parent_code else None
    path = (parent.path if parent else "") + f"{code}/"
    values = {"name": name, "name_en": name_en, "kind": kind, "parent": parent, "path": path}
    return Area.objects.get_or_create(code=code, defaults=values)[0]


def make_organisation(kind: str = "operator", area: str = "140702", **values: Any) -> Organisation:
    number = next(_numbers)
    defaults = {"name": f"样例单位{number}", "is_sample": True}
    return Organisation.objects.create(area=make_area(area), kind=kind, **(defaults | values))


def make_bureau(area: str = "140700", **values: Any) -> Organisation:
    return make_organisation("bureau", area, **values)


def make_district_office(area: str = "140702", **values: Any) -> Organisation:
    return make_organisation("district_office", area, **values)


def make_user(
    role: str = Role.OPERATOR, organisation: Organisation | None = None, **values: Any
) -> User:
    """A person who holds `role` in `organisation` (by default one of a kind that may give it)."""
    number = next(_numbers)
    defaults = {"username": f"user{number}", "name": f"样例人员{number}", "is_sample": True}
    user = User.objects.create(**(defaults | values))
    give_role(user, role, organisation)
    return user


def give_role(
    user: User, role: str, organisation: Organisation | None = None, **values: Any
) -> Membership:
    defaults: dict[str, Any] = {"since": LONG_AGO}
    return Membership.objects.create(
        user=user,
        organisation=organisation or _organisation_for(role),
        role=role,
        **(defaults | values),
    )


def make_actor(
    role: str = Role.OPERATOR, organisation: Organisation | None = None, **values: Any
) -> Actor:
    """The actor of a new person in that role."""
    actor = actor_of(make_user(role, organisation, **values))
    assert actor is not None
    return actor


def user_of(actor: Actor) -> User:
    """The person who is that actor."""
    assert actor.user_id is not None
    return User.objects.get(pk=actor.user_id)


def make_token(user: User, **values: Any) -> str:
    """The secret of a new token of that person."""
    secret = f"sample-token-{next(_numbers)}"
    ApiToken.objects.create(user=user, name="样例", digest=digest_of(secret), **values)
    return secret


def make_park(operator: Organisation | None = None, area: str = "140702", **values: Any) -> Park:
    number = next(_numbers)
    operator = operator or make_organisation("operator", area)
    defaults = {"name": f"样例产业园{number}", "address": "样例路1号", "is_sample": True}
    return Park.objects.create(operator=operator, area=make_area(area), **(defaults | values))


def make_site(park: Park, **values: Any) -> Site:
    number = next(_numbers)
    defaults: dict[str, Any] = {
        "name": f"场地{number}",
        "floor_area": Decimal("3000"),
        "public_service_area": Decimal("500"),
        "opened_on": LONG_AGO,
    }
    return Site.objects.create(park=park, **(defaults | values))


def make_recognition(park: Park, **values: Any) -> Recognition:
    defaults: dict[str, Any] = {
        "level": "city",
        "edition": "jinzhong-2022",
        "name": f"晋中{park.name}",
        "document_number": "市人社函〔2024〕1号",
        "decided_on": date(2024, 5, 20),
        "issuer": "样例市人力资源和社会保障局",
    }
    return Recognition.objects.create(park=park, **(defaults | values))


def make_credit_code(number: int | None = None) -> str:
    """A valid credit code; another one at every call, or always the same for one `number`."""
    return credit_code.complete(
        "91140700", f"MA0{next(_numbers) if number is None else number:05d}"
    )


def make_agency(**values: Any) -> Agency:
    number = next(_numbers)
    defaults = {
        "credit_code": make_credit_code(),
        "name": f"样例人力资源有限公司{number}",
        "is_sample": True,
    }
    return Agency.objects.create(**(defaults | values))


def make_licence(agency: Agency, **values: Any) -> Licence:
    defaults: dict[str, Any] = {
        "kind": Licence.Kind.PERMIT,
        "number": f"样例许可{next(_numbers)}",
        "issued_on": LONG_AGO,
    }
    return Licence.objects.create(agency=agency, **(defaults | values))


def make_tenancy(park: Park, agency: Agency | None = None, **values: Any) -> Tenancy:
    defaults: dict[str, Any] = {"entered_on": LONG_AGO}
    return Tenancy.objects.create(park=park, agency=agency or make_agency(), **(defaults | values))


def make_licensed_tenancy(
    park: Park, gross: str | None = None, year: int = 2025, **values: Any
) -> Tenancy:
    """A tenant that counts: licensed, staying, and with last year's revenue when given."""
    tenancy = make_tenancy(park, **values)
    make_licence(tenancy.agency)
    if gross is not None:
        make_figure(tenancy, year, gross_revenue=Decimal(gross))
    return tenancy


def make_figure(tenancy: Tenancy, year: int = 2025, **values: Any) -> AnnualFigure:
    return AnnualFigure.objects.create(tenancy=tenancy, year=year, **values)


def _organisation_for(role: str) -> Organisation:
    match role:
        case Role.OPERATOR | Role.TENANT:
            return make_organisation(str(role))
        case Role.OFFICER:
            return make_district_office()
        case Role.CONSULTEE:
            return make_organisation("department")
        case _:
            return make_bureau()
