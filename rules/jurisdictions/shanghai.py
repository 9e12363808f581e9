"""沪人社力〔2022〕115号《中国上海人力资源服务产业园区建设管理办法》, in force from 2022-06-09."""

from datetime import date

from rules import facts
from rules.conditions import AllOf, Judged, Threshold, at_least
from rules.duties import Duty, NextYear, Term
from rules.edition import Edition
from rules.source import Instrument, Question, Text, Way, binds, inert, partly
from rules.verdict import Ground

INSTRUMENT = Instrument(
    title="中国上海人力资源服务产业园区建设管理办法",
    title_en="Measures for the Construction and Management of the China Shanghai HR Service Park",
    number="沪人社力〔2022〕115号",
    issuer="上海市人力资源和社会保障局",
    effective=date(2022, 6, 9),
    replaces="沪人社力〔2020〕202号",
)

IN_PRINCIPLE = Ground("in_principle", "SH-6", "原则上", "原则上", "in principle")
AS_A_RULE_AREA = Ground("in_principle", "SH-6(5)", "一般", "一般", "as a rule")
AS_A_RULE_STAFF = Ground("in_principle", "SH-6(6)", "一般", "一般", "as a rule")

# Article 6: conditions of a branch of the national park

CONDITIONS = AllOf(
    "SH-6",
    "分园设立条件",
    "Conditions of a branch",
    (
        AllOf(
            "SH-6(1)",
            "政府重视",
            "Support by the government",
            (
                Judged(
                    "SH-6(1)a",
                    "设立产业发展引导资金",
                    "A guidance fund for the industry",
                    "应设立引导资金",
                ),
                Judged(
                    "SH-6(1)b",
                    "制定明确的扶持政策",
                    "Explicit supporting policies",
                    "明确的扶持政策措施",
                ),
            ),
        ),
        Judged("SH-6(2)", "匹配经济发展", "Match with the local economy", "匹配经济发展"),
        Judged(
            "SH-6(3)", "规划论证科学", "Sound planning study by a third party", "委托第三方充分论证"
        ),
        AllOf(
            "SH-6(4)",
            "集聚效应",
            "Concentration",
            (
                Threshold(
                    "SH-6(4)a",
                    "经营性人力资源服务机构数量",
                    "Operating HR agencies",
                    "不少于40家",
                    facts.OPERATING_AGENCIES,
                    at_least(40),
                ),
                Threshold(
                    "SH-6(4)b",
                    "年营业总收入",
                    "Total annual revenue",
                    "不低于20亿元人民币",
                    facts.ANNUAL_REVENUE,
                    at_least(2_000_000_000),
                ),
            ),
        ),
        AllOf(
            "SH-6(5)",
            "载体配套",
            "Premises",
            (
                Threshold(
                    "SH-6(5)a",
                    "建筑面积",
                    "Floor area",
                    "一般不低于4万平方米",
                    facts.FLOOR_AREA,
                    at_least(40_000),
                    soft=AS_A_RULE_AREA,
                ),
                Threshold(
                    "SH-6(5)b",
                    "公共服务面积",
                    "Public service area",
                    "一般不低于1000平方米",
                    facts.PUBLIC_SERVICE_AREA,
                    at_least(1000),
                    soft=AS_A_RULE_AREA,
                ),
                Judged(
                    "SH-6(5)c",
                    "软硬件设施和办公条件较好",
                    "Good facilities and offices",
                    "较好的软硬件设施和办公条件",
                ),
                Judged(
                    "SH-6(5)d",
                    "有公共人事服务大厅或专窗",
                    "A public service hall or counter",
                    "服务大厅或专窗",
                ),
                Judged("SH-6(5)e", "具备公共服务功能", "Public service functions", "公共服务功能"),
                Judged("SH-6(5)f", "配套市场服务资源", "Market services at hand", "市场服务资源"),
            ),
        ),
        AllOf(
            "SH-6(6)",
            "运营管理",
            "Operation",
            (
                Judged("SH-6(6)a", "设立运营服务部门", "An operating department", "运营服务部门"),
                Judged("SH-6(6)b", "配备专兼职人员", "Full-time or part-time staff", "专兼职人员"),
            ),
            soft=AS_A_RULE_STAFF,
        ),
    ),
    soft=IN_PRINCIPLE,
)

DUTIES = (
    Duty(
        "preparation",
        "筹建期",
        "Year of preparation",
        "district",
        Term(1, "years"),
        "SH-9",
        "筹建期为1年",
    ),
    Duty(
        "tenant-filing",
        "机构入驻、退出备案",
        "Filing of a tenant's entry or exit",
        "district",
        Term(15, "days"),
        "SH-22",
        "15日内",
        operator="<=",
    ),
    Duty(
        "self-assessment",
        "年度自评报告",
        "Yearly self-assessment",
        "district",
        NextYear(3, 31),
        "SH-24",
        "每年",
        system_default=True,
    ),
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-X-01",
        "SH-6(4)",
        Text("“年营业总收入”是否包括代收代付？", "Does total revenue include pass-through?"),
        (
            Way(
                "a",
                "按财务报表营业收入，另列含代收代付数",
                "Revenue as in the accounts, with the gross figure beside it",
            ),
            Way("b", "包括", "Yes"),
        ),
        "a",
        Text(
            "条文未写“含代收代付”，计入可能成倍放大。",
            "The text does not say so, and counting it could multiply revenue.",
        ),
    ),
    Question(
        "A-SH-03",
        "SH-6(4)",
        Text(
            "四十家、二十亿元在哪个环节检验？",
            "At which step are the forty agencies and two billion yuan tested?",
        ),
        (
            Way(
                "a",
                "筹建时参考，正式申请时按实际数检验",
                "For information at preparation, on actual figures at the formal application",
            ),
            Way("b", "只在筹建时", "At preparation only"),
            Way("c", "只在正式申请时", "At the formal application only"),
        ),
        "a",
        Text("尚未建成的分园没有入驻机构。", "A branch not yet built has no tenants."),
    ),
    Question(
        "A-SH-04",
        "SH-9",
        Text(
            "筹建期满以后还能否提出正式申请？",
            "May the formal application follow after the year has run out?",
        ),
        (
            Way("a", "不能，须在最后一日前提出", "No: by the last day"),
            Way("b", "合理期限内可以", "Yes, within a reasonable time"),
        ),
        "a",
        Text("到期自然终止，未设延期。", "The year ends by itself and no extension is printed."),
    ),
    Question(
        "A-SH-05",
        "SH-6(5)",
        Text(
            "公共服务面积是否计入4万平方米？", "Is the public service area part of the 40,000 m²?"
        ),
        (
            Way("a", "计入", "Yes"),
            Way("b", "另计", "No, besides"),
        ),
        "a",
        Text("该项以建筑面积为总数。", "The floor area is the item's total."),
    ),
    Question(
        "A-SH-12",
        "SH-22",
        Text("入驻、退出之日如何认定？", "Which day is the day of entry or exit?"),
        (
            Way(
                "a",
                "租期起始与实际进驻以先记录者为准，退出以腾退或解约为准",
                "Lease or moving in, whichever is recorded first; vacating or ending the lease",
            ),
            Way("b", "以工商登记为准", "The company register"),
        ),
        "a",
        Text("备案针对进驻事实。", "The filing is about the fact of being there."),
    ),
    Question(
        "A-SH-08",
        "SH-22",
        Text("配套服务企业的进出是否也须备案？", "Must supporting-service firms be filed as well?"),
        (
            Way(
                "a",
                "只对人力资源服务机构计算期限，两类均登记",
                "The clock runs for HR agencies; both are recorded",
            ),
            Way("b", "同样须备案", "Yes"),
        ),
        "a",
        Text("条文只说人力资源服务机构。", "The text names HR agencies only."),
    ),
)

CLAUSES = (
    inert("SH-notice", "purpose"),
    inert("SH-1", "purpose"),
    binds("SH-2"),
    inert("SH-3", "goal"),
    binds("SH-4"),
    inert("SH-5", "encourages"),
    binds("SH-6"),
    binds("SH-6(1)"),
    binds("SH-6(2)"),
    binds("SH-6(3)"),
    binds("SH-6(4)", "40家", "20亿元"),
    binds("SH-6(5)", "4万平方米", "1000平方米"),
    binds("SH-6(6)"),
    binds("SH-7"),
    binds("SH-8"),
    partly("SH-9", "1年"),
    inert("SH-10", "permits"),
    *(binds(f"SH-{n}") for n in range(11, 18)),
    inert("SH-18", "goal"),
    inert("SH-19", "encourages"),
    binds("SH-20"),
    binds("SH-21"),
    partly("SH-22", "15日"),
    binds("SH-23"),
    partly("SH-24", "每年"),
    binds("SH-25", "每3年", "3年以上"),
    inert("SH-26", "permits"),
    binds("SH-27"),
)

EDITIONS = (
    Edition(
        key="shanghai-2022",
        zh="上海市",
        en="Shanghai",
        level="national",
        area_code="310000",
        instrument=INSTRUMENT,
        scope="SH-2",
        commencement="SH-27",
        conditions=CONDITIONS,
        clauses=CLAUSES,
        open_questions=QUESTIONS,
        duties=DUTIES,
    ),
)
