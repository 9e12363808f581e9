"""All that the schemes of money ask besides the facts of the conditions."""

from types import MappingProxyType

from rules.facts import Fact
from rules.grades import EXCELLENT, QUALIFIED, UNQUALIFIED
from rules.source import Text


def _money(key: str, zh: str, en: str) -> Fact:
    return Fact(key, zh, en, "元", "yuan", "money", "declared")


def _year(key: str, zh: str, en: str) -> Fact:
    return Fact(key, zh, en, "", "", "count", "declared", least=1, most=3)


EMPLOYED_PERSONS = Fact(
    "employed_persons",
    "当年促进就业人数",
    "Persons helped into employment this year",
    "人",
    "persons",
    "count",
    "returns",
)
EMPLOYMENT_TASK = Fact(
    "employment_task",
    "城镇新增就业和农村劳动力转移就业年度任务之和",
    "Sum of the year's two employment tasks",
    "人",
    "persons",
    "count",
    "declared",
)
GRADE = Fact(
    "grade",
    "年度评估等次",
    "Grade of the year",
    "",
    "",
    "choice",
    "declared",
    MappingProxyType({g.key: Text(g.zh, g.en) for g in (EXCELLENT, QUALIFIED, UNQUALIFIED)}),
    nullable=True,
)
RECTIFICATION = Fact(
    "rectification",
    "整改结果",
    "Result of the rectification",
    "",
    "",
    "choice",
    "declared",
    MappingProxyType({"passed": Text("整改合格", "passed"), "failed": Text("仍不合格", "failed")}),
    nullable=True,
)
IS_OPERATOR = Fact(
    "is_operator", "园区运营管理主体", "Operator of the park", "", "", "flag", "declared"
)
LEASE_MONTHS = Fact(
    "lease_months", "租赁期限", "Term of the lease", "个月", "months", "count", "declared"
)
ANNUAL_RENT = _money("annual_rent", "年租金", "Annual rent")
CLAIM_YEAR = _year("claim_year", "申报年次", "Year of the claim")
PAID_THIS_YEAR = _money("paid_this_year", "本年已付", "Paid this year")
PAID_IN_CAPITAL = _money("paid_in_capital", "实缴资本", "Paid-in capital")
LOCAL_REVENUE = _money("local_revenue", "属地年营业收入", "Annual revenue in the district")
MAIN_REVENUE = _money("main_revenue", "上年度主营业务收入", "Main revenue of last year")
LEVEL = Fact(
    "level",
    "认定级别",
    "Level of recognition",
    "",
    "",
    "choice",
    "declared",
    MappingProxyType(
        {
            "national": Text("国家级", "national"),
            "municipal": Text("市级", "municipal"),
            "district": Text("区级", "district"),
        }
    ),
)
SPENDING = _money("spending", "实际支出", "Actual spending")
MUNICIPAL_AWARD = _money("municipal_award", "市级奖励", "Municipal award")
YEAR = _year("year", "认定后第几年", "Year since recognition")
PAID_SO_FAR = _money("paid_so_far", "累计已拨", "Paid so far")
