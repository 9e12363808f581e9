"""All that the conditions of the five instruments ask about a park or a beneficiary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from rules.errors import BadInput
from rules.parsing import count_of, decimal_of
from rules.source import Text

Kind = Literal["count", "money", "area", "percent", "flag", "choice", "money_list"]
Source = Literal["register", "returns", "sites", "declared"]
Value = int | bool | str | Decimal | tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class Fact:
    """One figure or property. Money in yuan, areas in square metres, percentages as 12.5 = 12.5 %.

    `source` says where the system finds it; a fact that only grants a relaxation (`relaxes`) is
    never reported missing. `least` and `most` bound a count. `nullable`: null says that it is not
    yet known, which is not the same as leaving it out.
    """

    key: str
    zh: str
    en: str
    unit_zh: str
    unit_en: str
    kind: Kind
    source: Source
    choices: Mapping[str, Text] = field(default_factory=dict)
    relaxes: bool = False
    least: int = 0
    most: int | None = None
    nullable: bool = False

    def parse(self, raw: object) -> Value:
        """The value of a JSON value or of an already parsed one. Raises BadInput, one line."""
        if self.kind == "count":
            return count_of(self.key, raw, self.least, self.most)
        if self.kind == "flag":
            if isinstance(raw, bool):
                return raw
            raise BadInput(f"{self.key}: expected true or false")
        if self.kind == "choice":
            if isinstance(raw, str) and raw in self.choices:
                return raw
            raise BadInput(f"{self.key}: expected one of {', '.join(self.choices)}")
        if self.kind == "money_list":
            if isinstance(raw, list | tuple):
                return tuple([decimal_of(self.key, each) for each in raw])
            raise BadInput(f"{self.key}: expected a list of amounts")
        return decimal_of(self.key, raw)


def _flag(key: str, zh: str, en: str, relaxes: bool = False) -> Fact:
    return Fact(key, zh, en, "", "", "flag", "declared", relaxes=relaxes)


def _money(key: str, zh: str, en: str) -> Fact:
    return Fact(key, zh, en, "元", "yuan", "money", "returns")


def _area(key: str, zh: str, en: str) -> Fact:
    return Fact(key, zh, en, "平方米", "m²", "area", "sites")


_REGIONS = MappingProxyType(
    {
        "northeast": Text("渝东北", "Northeast Chongqing"),
        "southeast": Text("渝东南", "Southeast Chongqing"),
        "metropolitan": Text("主城都市区", "metropolitan area"),
    }
)

OPERATING_AGENCIES = Fact(
    "operating_agencies",
    "入驻人力资源服务机构数",
    "HR agencies in the park",
    "家",
    "agencies",
    "count",
    "register",
)
ANNUAL_REVENUE = _money("annual_revenue", "年营业收入", "Annual revenue")
GROSS_REVENUE = _money(
    "gross_revenue",
    "上一年度营业收入合计（含代收代付）",
    "Total revenue of last year, pass-through included",
)
AGENCY_GROSS_REVENUES = Fact(
    "agency_gross_revenues",
    "各机构上一年度营业收入（含代收代付）",
    "Each agency's revenue last year, pass-through included",
    "元",
    "yuan",
    "money_list",
    "returns",
)
FIRST_YEAR_REVENUE = _money(
    "first_year_revenue",
    "运营首年人力资源服务营收",
    "HR service revenue in the first year of operation",
)
FLOOR_AREA = _area("floor_area", "建筑面积（各园区合计）", "Floor area, all sites together")
CORE_FLOOR_AREA = _area("core_floor_area", "核心园区建筑面积", "Floor area of the core site")
BRANCH_SITES = Fact("branch_sites", "分园区数", "Branch sites", "个", "sites", "count", "sites")
PUBLIC_SERVICE_AREA = _area("public_service_area", "公共服务面积", "Public service area")
PLACEMENTS = Fact(
    "placements",
    "年帮助就业和流动人次",
    "Person-times placed and moved in a year",
    "人次",
    "person-times",
    "count",
    "returns",
)
SCARCE_TALENT_MOVES = Fact(
    "scarce_talent_moves",
    "年帮助优秀紧缺人才流动人次",
    "Moves of outstanding and scarce talent in a year",
    "人次",
    "person-times",
    "count",
    "returns",
)
REGION = Fact("region", "所在区域", "Region", "", "", "choice", "declared", _REGIONS, relaxes=True)
ONLINE_OFFLINE = _flag("online_offline", "“线上+线下”相结合", "Online and offline combined", True)
SPECIALISED = _flag("specialised", "专业性、行业性园区", "Specialised or sector park", True)
REMOTE_AREA = _flag("remote_area", "艰苦边远地区", "Hardship or remote area", True)
REGISTERED_IN_AREA = _flag("registered_in_area", "注册在本区域内", "Registered in the district")
TAXED_IN_AREA = _flag("taxed_in_area", "税管地在本区", "Taxed in the district")
SOUND_ACCOUNTS = _flag("sound_accounts", "财务制度健全", "Sound accounting system")
LEGAL_PERSON = _flag("legal_person", "具有独立法人资格", "Legal person of its own")
INDEPENDENT_ACCOUNTING = _flag("independent_accounting", "实行独立核算", "Accounts kept separately")

_KNOWN: dict[str, Fact] = {
    fact.key: fact
    for fact in (
        OPERATING_AGENCIES,
        ANNUAL_REVENUE,
        GROSS_REVENUE,
        AGENCY_GROSS_REVENUES,
        FIRST_YEAR_REVENUE,
        FLOOR_AREA,
        CORE_FLOOR_AREA,
        BRANCH_SITES,
        PUBLIC_SERVICE_AREA,
        PLACEMENTS,
        SCARCE_TALENT_MOVES,
        REGION,
        ONLINE_OFFLINE,
        SPECIALISED,
        REMOTE_AREA,
        REGISTERED_IN_AREA,
        TAXED_IN_AREA,
        SOUND_ACCOUNTS,
        LEGAL_PERSON,
        INDEPENDENT_ACCOUNTING,
    )
}
CATALOGUE: Mapping[str, Fact] = MappingProxyType(_KNOWN)


def declare(fact: Fact) -> Fact:
    """A fact of a jurisdiction's own joins the catalogue, so that forms and pages know it.

    Raises ValueError where the key already stands for another fact.
    """
    if _KNOWN.setdefault(fact.key, fact) != fact:
        raise ValueError(f"{fact.key} already stands for another fact")
    return fact


def parse(raw: Mapping[str, object]) -> dict[str, Value]:
    """All facts of a mapping by key. Raises BadInput for an unknown key or a bad value."""
    unknown = next((key for key in raw if key not in CATALOGUE), None)
    if unknown is not None:
        raise BadInput(f"unknown fact: {unknown}")
    return {key: CATALOGUE[key].parse(value) for key, value in raw.items()}
