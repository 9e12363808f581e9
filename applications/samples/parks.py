"""The parks of the demonstration with their sites, tenants and last year's revenues."""

import random
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

import rules
from accounts.models import Area, Organisation
from accounts.roles import Role
from applications.samples.catalogue import BY_KEY, PARKS, STANDING, Sample, Standing
from applications.samples.people import OPERATOR, Office, load_office
from parks.models import Park, Recognition, Site
from records import credit_code
from tenants.models import Agency, AnnualFigure, Licence, Tenancy

ALL_SERVICES = [
    "policy_advice",
    "information",
    "registration",
    "licensing",
    "opening",
    "fitting_out",
    "property",
    "platform",
    "financing",
    "other",
]
FIRST = "启汇聚领卓恒鼎盛信诚和众博通远达嘉泽润同"
SECOND = "才贤英杰智能力源桥帆航程翼锐创新联邦益佳"
#: How many days ago the first park opened.
OPENED = 1000
#: The share of gross revenues that is not passed through.
NET_PERCENT = 18
TRADES = ("人力资源服务", "人才服务", "企业管理咨询", "劳务派遣", "职业培训咨询")


def load_parks(secret: str) -> None:
    """Create every park that is not there yet, with its operator, sites and tenants."""
    for number, sample in enumerate(PARKS, start=1):
        if not Park.objects.filter(area_id=sample.area, name=sample.name).exists():
            load_park(sample, number, secret)


def operator_of(sample: Sample, secret: str) -> Organisation:
    person = (f"{sample.key}-operator", "样例·园区经理", Role.OPERATOR)
    name = f"{sample.name}运营管理有限公司（样例）"
    return load_office(Office(sample.key, OPERATOR, sample.area, name, (person,)), secret)


def load_park(sample: Sample, number: int, secret: str) -> Park:
    opened = timezone.localdate() - timedelta(days=OPENED + number)
    park = Park.objects.create(
        name=sample.name,
        area=Area.objects.get(pk=sample.area),
        operator=operator_of(sample, secret),
        address=f"样例大道{number}号",
        contact="样例·园区经理",
        phone=sample.phone,
        ownership="自有产权",
        registered_on=opened,
        invested=Decimal(8_000_000 + number * 150_000),
        land_area=Decimal(sample.floor_areas[0] + 1200),
        full_time_staff=6 + number % 5,
        part_time_staff=number % 3,
        construction=Park.Construction.NEW if number % 2 else Park.Construction.CONVERTED,
        services=ALL_SERVICES[: 6 + number % 5],
        is_sample=True,
    )
    sites = _sites(park, sample, opened)
    _tenants(park, sites, sample, number)
    return park


def _sites(park: Park, sample: Sample, opened: date) -> list[Site]:
    return [
        Site.objects.create(
            park=park,
            name="核心园区" if index == 0 else f"{index}号分园区",
            is_core=index == 0,
            address=f"{park.address}{index + 1}栋",
            floor_area=Decimal(area),
            public_service_area=Decimal(area // 10),
            opened_on=opened,
        )
        for index, area in enumerate(sample.floor_areas)
    ]


def _tenants(park: Park, sites: list[Site], sample: Sample, number: int) -> None:
    """Tenants whose net revenues of each year add up to the sample's, to the yuan."""
    dice = random.Random(number)  # noqa: S311
    indices = range(sample.agencies)
    agencies = Agency.objects.bulk_create(_agency(park, number, index) for index in indices)
    Licence.objects.bulk_create(
        _licence(agency, number, index, dice) for index, agency in enumerate(agencies)
    )
    stays = Tenancy.objects.bulk_create(
        _tenancy(agency, park, sites[index % len(sites)], dice)
        for index, agency in enumerate(agencies)
    )
    shares = [dice.randint(60, 140) for _index in indices]
    year = timezone.localdate().year
    AnnualFigure.objects.bulk_create(
        _figure(stay, ended, revenue)
        for ended in (year - 2, year - 1)
        for stay, revenue in zip(stays, _parts(sample.revenue, shares), strict=True)
    )


def _parts(whole: int, shares: list[int]) -> list[int]:
    """The whole by shares; the last part takes what rounding left."""
    parts = [whole * share // sum(shares) for share in shares]
    return [*parts[:-1], whole - sum(parts[:-1])] if parts else []


def _figure(stay: Tenancy, year: int, revenue: int) -> AnnualFigure:
    return AnnualFigure(
        tenancy=stay,
        year=year,
        gross_revenue=Decimal(revenue * 100 // NET_PERCENT),
        net_revenue=Decimal(revenue),
    )


def _agency(park: Park, number: int, index: int) -> Agency:
    name = FIRST[(number + index) % len(FIRST)] + SECOND[(number * 7 + index) % len(SECOND)]
    return Agency(
        credit_code=credit_code.complete(f"91{park.area.pk[:4]}01", f"MA0{number:02d}{index:03d}"),
        name=f"{name}{TRADES[index % len(TRADES)]}有限公司（样例）",
        is_sample=True,
    )


def _licence(agency: Agency, number: int, index: int, dice: random.Random) -> Licence:
    today = timezone.localdate()
    return Licence(
        agency=agency,
        kind=Licence.Kind.FILING if index % 4 == 3 else Licence.Kind.PERMIT,
        number=f"样例证{number:02d}{index:03d}",
        issued_on=today - timedelta(days=OPENED),
        expires_on=today + timedelta(days=dice.choice((60, 400, 800, 1100))),
    )


def _tenancy(agency: Agency, park: Park, site: Site, dice: random.Random) -> Tenancy:
    return Tenancy(
        agency=agency,
        park=park,
        site=site,
        entered_on=timezone.localdate() - timedelta(days=600 + dice.randint(0, 400)),
        floor_area=Decimal(dice.randint(60, 240)),
    )


def load_recognitions() -> None:
    """What parks were recognised as before the system, and whose branches they are."""
    for number, standing in enumerate(STANDING, start=1):
        park = park_of(standing.park)
        if not park.recognitions.filter(level=standing.level).exists():
            load_recognition(park, standing, number)


def park_of(key: str) -> Park:
    sample = BY_KEY[key]
    return Park.objects.get(area_id=sample.area, name=sample.name)


def load_recognition(park: Park, standing: Standing, number: int) -> None:
    decided_on = timezone.localdate() - timedelta(days=420)
    if standing.under:
        park.parent = park_of(standing.under)
        park.save(update_fields=("parent",))
    Recognition.objects.create(
        park=park,
        level=standing.level,
        edition=standing.edition,
        name=f"{_prefix(standing)}{park.name}",
        document_number=f"样认〔{decided_on.year}〕{number}号",
        decided_on=decided_on,
        issuer="样例认定机关",
        before_system=True,
    )


def _prefix(standing: Standing) -> str:
    """How the name that goes with such a recognition begins."""
    law = rules.edition(standing.edition) if standing.edition else None
    granting = law.procedures.get("recognition") if law else None
    is_such = granting is not None and granting.outcome.level == standing.level
    return granting.name_prefix if granting and is_such else ""
