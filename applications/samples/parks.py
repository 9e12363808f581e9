"""The parks of the demonstration with their sites, tenants and last year's revenues."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from accounts.models import Area, Organisation
from accounts.roles import Role
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
TRADES = ("人力资源服务", "人才服务", "企业管理咨询", "劳务派遣", "职业培训咨询")


@dataclass(frozen=True)
class Sample:
    """A park to be made. floor_areas in m², the first the core; revenue in yuan a year."""

    key: str
    area: str
    name: str
    floor_areas: tuple[int, ...]
    agencies: int
    revenue: int
    phone: str = "03540000000"


#: Jinzhong's twelve stand one at each stage of recognition (applications.samples.cases).
JINZHONG = (
    Sample("draft", "140702", "榆次样例人力资源服务产业园", (3600,), 12, 36_000_000),
    Sample("county", "140703", "太谷样例人力资源服务产业园", (3200,), 11, 31_000_000),
    Sample("signing", "140724", "昔阳样例人力资源服务产业园", (3050,), 10, 30_500_000),
    Sample("returned", "140727", "祁县样例人力资源服务产业园", (2600, 1700), 13, 33_000_000),
    Sample("bureau", "140728", "平遥样例人力资源服务产业园", (4200, 900), 14, 42_000_000),
    Sample("experts", "140729", "灵石样例人力资源服务产业园", (3900,), 12, 38_000_000),
    Sample("convening", "140781", "介休样例人力资源服务产业园", (5200, 1500), 16, 58_000_000),
    Sample("noticed", "1407Z1", "晋开样例人力资源服务产业园", (6800, 1200, 800), 18, 76_000_000),
    Sample("deciding", "140702", "榆次北样例人力资源产业园", (4500,), 15, 47_000_000),
    Sample("refusing", "140728", "平遥南样例人力资源产业园", (1900,), 7, 9_000_000),
    Sample("approved", "140781", "介休东样例人力资源产业园", (4100, 1000), 14, 44_000_000),
    Sample("refused", "140703", "太谷西样例人力资源产业园", (2100,), 6, 8_000_000),
)
OTHERS = (
    Sample("sh-east", "310106", "静安样例人力资源产业分园", (43_000,), 42, 2_150_000_000),
    Sample("qp-one", "310118", "青浦样例数字人力资源产业园", (12_000,), 15, 420_000_000),
    Sample("cq-one", "500112", "渝北样例人力资源服务产业园", (15_000,), 24, 620_000_000),
    Sample("cq-two", "500101", "万州样例人力资源服务产业园", (8_600,), 18, 310_000_000),
    Sample("yn-one", "530100", "昆明样例人力资源服务产业园", (9_000, 3_000), 27, 860_000_000),
    Sample("yn-two", "530300", "曲靖样例人力资源服务产业园", (5_000,), 14, 240_000_000),
)


def load_parks(secret: str) -> None:
    """Create every park that is not there yet, with its operator, sites and tenants."""
    for number, sample in enumerate(JINZHONG + OTHERS, start=1):
        if not Park.objects.filter(area_id=sample.area, name=sample.name).exists():
            load_park(sample, number, secret)


def operator_of(sample: Sample, secret: str) -> Organisation:
    person = (f"{sample.key}-operator", "样例·园区经理", Role.OPERATOR)
    name = f"{sample.name}运营管理有限公司（样例）"
    return load_office(Office(sample.key, OPERATOR, sample.area, name, (person,)), secret)


def load_park(sample: Sample, number: int, secret: str) -> Park:
    opened = timezone.localdate() - timedelta(days=900 + number)
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
    """Tenants whose revenues of last year add up to the sample's, to the yuan."""
    dice = random.Random(number)  # noqa: S311 - the same samples every time
    shares = [dice.randint(60, 140) for _agency in range(sample.agencies)]
    year = timezone.localdate().year - 1
    left = sample.revenue
    for index, share in enumerate(shares):
        last = index == len(shares) - 1
        revenue = left if last else sample.revenue * share // sum(shares)
        left -= revenue
        tenancy = _tenancy(park, sites[index % len(sites)], number, index, dice)
        AnnualFigure.objects.create(
            tenancy=tenancy,
            year=year,
            gross_revenue=Decimal(revenue),
            net_revenue=Decimal(revenue * 18 // 100),
        )


def _tenancy(park: Park, site: Site, number: int, index: int, dice: random.Random) -> Tenancy:
    name = FIRST[(number + index) % len(FIRST)] + SECOND[(number * 7 + index) % len(SECOND)]
    agency = Agency.objects.create(
        credit_code=credit_code.complete(f"91{park.area.pk[:4]}01", f"MA0{number:02d}{index:03d}"),
        name=f"{name}{TRADES[index % len(TRADES)]}有限公司（样例）",
        is_sample=True,
    )
    today = timezone.localdate()
    Licence.objects.create(
        agency=agency,
        kind=Licence.Kind.FILING if index % 4 == 3 else Licence.Kind.PERMIT,
        number=f"样例证{number:02d}{index:03d}",
        issued_on=today - timedelta(days=700),
        expires_on=today + timedelta(days=dice.choice((60, 400, 800, 1100))),
    )
    return Tenancy.objects.create(
        agency=agency,
        park=park,
        site=site,
        entered_on=today - timedelta(days=400 + dice.randint(0, 400)),
        floor_area=Decimal(dice.randint(60, 240)),
    )


def load_recognitions() -> None:
    """What the other four areas' parks were recognised as, before the system."""
    standing = (
        ("500112", "municipal", "chongqing-2021", "渝样认〔2025〕3号"),
        ("530100", "province", "yunnan-2021", "云样认〔2025〕2号"),
        ("310118", "district", "qingpu-2022", "青样认〔2025〕1号"),
    )
    for area, level, edition, document in standing:
        park = Park.objects.filter(area_id=area, is_sample=True).first()
        if park and not park.recognitions.exists():
            Recognition.objects.create(
                park=park,
                level=level,
                edition=edition,
                name=park.name,
                document_number=document,
                decided_on=timezone.localdate() - timedelta(days=420),
                issuer="样例认定机关",
                before_system=True,
            )
