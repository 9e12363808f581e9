"""The offices of the demonstration and the people in them."""

from dataclasses import dataclass
from datetime import date

from accounts.models import Area, Membership, Organisation, User
from accounts.roles import Role

BUREAU, OFFICE, OPERATOR = (
    Organisation.Kind.BUREAU,
    Organisation.Kind.DISTRICT_OFFICE,
    Organisation.Kind.OPERATOR,
)
DEPARTMENT = Organisation.Kind.DEPARTMENT
SINCE = date(2022, 1, 1)


@dataclass(frozen=True)
class Office:
    """An organisation, and who works there: (user name, name, role)."""

    key: str
    kind: str
    area: str
    name: str
    people: tuple[tuple[str, str, Role], ...]


def _bureau(key: str, area: str, name: str, experts: int = 0) -> Office:
    """A bureau with its two reviewers, director, administrator, auditor and experts."""
    people = (
        (f"{key}-reviewer", "样例·审核一", Role.REVIEWER),
        (f"{key}-reviewer2", "样例·审核二", Role.REVIEWER),
        (f"{key}-director", "样例·局长", Role.DIRECTOR),
        (f"{key}-admin", "样例·管理员", Role.ADMINISTRATOR),
        (f"{key}-auditor", "样例·审计员", Role.AUDITOR),
        *(
            (f"{key}-expert{number}", f"样例·专家{number}", Role.EXPERT)
            for number in range(1, experts + 1)
        ),
    )
    return Office(key, BUREAU, area, f"{name}（样例）", people)


def _office(key: str, area: str, name: str) -> Office:
    """A district's office with its officer and its director."""
    people = (
        (f"{key}-officer", "样例·经办", Role.OFFICER),
        (f"{key}-head", "样例·分管负责人", Role.DIRECTOR),
    )
    return Office(key, OFFICE, area, f"{name}（样例）", people)


def _finance(key: str, area: str, name: str) -> Office:
    """The finance office that a bureau asks."""
    people = ((key, "样例·财政会审", Role.CONSULTEE),)
    return Office(key, DEPARTMENT, area, f"{name}（样例）", people)


OFFICES = (
    _bureau("jz", "140700", "晋中市人力资源和社会保障局", experts=7),
    _office("yuci", "140702", "榆次区人力资源和社会保障局"),
    _office("taigu", "140703", "太谷区人力资源和社会保障局"),
    _office("xiyang", "140724", "昔阳县人力资源和社会保障局"),
    _office("qixian", "140727", "祁县人力资源和社会保障局"),
    _office("pingyao", "140728", "平遥县人力资源和社会保障局"),
    _office("lingshi", "140729", "灵石县人力资源和社会保障局"),
    _office("jiexiu", "140781", "介休市人力资源和社会保障局"),
    _office("jzkfq", "1407Z1", "晋中开发区人力资源和社会保障部门"),
    _finance("jz-finance", "140700", "晋中市财政局"),
    _bureau("sh", "310000", "上海市人力资源和社会保障局", experts=5),
    _office("xuhui", "310104", "徐汇区人力资源和社会保障局"),
    _office("jingan", "310106", "静安区人力资源和社会保障局"),
    _office("minhang", "310112", "闵行区人力资源和社会保障局"),
    Office(
        "qp",
        BUREAU,
        "310118",
        "青浦区人力资源和社会保障局（样例）",
        (
            ("qp-officer", "样例·经办", Role.OFFICER),
            ("qp-reviewer", "样例·审核一", Role.REVIEWER),
            ("qp-director", "样例·局长", Role.DIRECTOR),
            ("qp-admin", "样例·管理员", Role.ADMINISTRATOR),
            ("qp-auditor", "样例·审计员", Role.AUDITOR),
        ),
    ),
    _bureau("cq", "500000", "重庆市人力资源和社会保障局", experts=5),
    _office("wanzhou", "500101", "万州区人力资源和社会保障局"),
    _office("yuzhong", "500103", "渝中区人力资源和社会保障局"),
    _office("yubei", "500112", "渝北区人力资源和社会保障局"),
    _bureau("yn", "530000", "云南省人力资源和社会保障厅", experts=5),
    _finance("yn-finance", "530000", "云南省财政厅"),
    _office("kunming", "530100", "昆明市人力资源和社会保障局"),
    _office("qujing", "530300", "曲靖市人力资源和社会保障局"),
    _office("yuxi", "530400", "玉溪市人力资源和社会保障局"),
)
#: The office of an area, which is its bureau where it has one.
OFFICE_AT = {office.area: office for office in OFFICES if office.kind in (BUREAU, OFFICE)}
#: The department that the bureau of an area asks for its opinion.
ASKED_BY = {office.area: office for office in OFFICES if office.kind == DEPARTMENT}


def load_offices(secret: str) -> None:
    for office in OFFICES:
        load_office(office, secret)


def load_office(office: Office, secret: str) -> Organisation:
    """Create an organisation and its people; a second run changes nothing.

    `secret` is the hashed password: hashing it once for all saves seconds.
    """
    organisation, _new = Organisation.objects.get_or_create(
        area=Area.objects.get(pk=office.area),
        name=office.name,
        defaults={"kind": office.kind, "is_sample": True},
    )
    for username, name, role in office.people:
        _employ(organisation, username, name, role, secret)
    return organisation


def _employ(organisation: Organisation, username: str, name: str, role: Role, secret: str) -> None:
    user = User.objects.filter(username=username).first()
    if user is None:
        user = User.objects.create(username=username, name=name, password=secret, is_sample=True)
    Membership.objects.get_or_create(
        user=user, organisation=organisation, role=role, defaults={"since": SINCE}
    )
