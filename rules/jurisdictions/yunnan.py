"""云人社通〔2021〕75号《云南省省级人力资源服务产业园创建和评估暂行办法》, from 2021-11-05."""

from datetime import date

from rules import facts
from rules.conditions import AllOf, Judged, Relaxation, Threshold, at_least, at_most
from rules.duties import Duty, NextYear, Term
from rules.edition import Edition
from rules.source import Instrument, binds, inert, partly
from rules.verdict import Ground

INSTRUMENT = Instrument(
    title="云南省省级人力资源服务产业园创建和评估暂行办法",
    title_en="Interim Measures for the Creation and Evaluation of Provincial HR Service Parks "
    "in Yunnan",
    number="云人社通〔2021〕75号",
    issuer="云南省人力资源和社会保障厅",
    # In force from publication; the source prints only the day of the imprint.
    effective=date(2021, 11, 5),
)

IN_PRINCIPLE = Ground("in_principle", "YN-4", "原则上", "原则上", "in principle")

# Articles 4 and 5: conditions, and for whom they may be relaxed

CONDITIONS = AllOf(
    "YN-4",
    "申报条件",
    "Conditions",
    (
        Judged("YN-4(1)", "规划论证充分", "Thorough planning study", "充分论证"),
        AllOf(
            "YN-4(2)",
            "聚集规模",
            "Concentration",
            (
                Threshold(
                    "YN-4(2)a",
                    "经营性人力资源服务机构数量",
                    "Operating HR agencies",
                    "不少于25家",
                    facts.OPERATING_AGENCIES,
                    at_least(25),
                ),
                Threshold(
                    "YN-4(2)b",
                    "年营业收入",
                    "Annual revenue",
                    "不低于8亿元人民币",
                    facts.ANNUAL_REVENUE,
                    at_least(800_000_000),
                ),
                Threshold(
                    "YN-4(2)c",
                    "分园区数量",
                    "Branch sites",
                    "原则上不超过3个",
                    facts.BRANCH_SITES,
                    at_most(3),
                    soft=Ground("in_principle", "YN-4(2)", "原则上", "原则上", "in principle"),
                ),
                Judged(
                    "YN-4(2)d",
                    "入驻机构守法诚信经营",
                    "Agencies operate lawfully and in good faith",
                    "守法诚信经营",
                ),
                Judged("YN-4(2)e", "具备公共服务功能", "Public service functions", "公共服务功能"),
            ),
        ),
        AllOf(
            "YN-4(3)",
            "运营管理",
            "Operation",
            (
                Judged("YN-4(3)a", "管理制度完善", "Complete management rules", "完善的管理制度"),
                Judged(
                    "YN-4(3)b",
                    "有管委会或专业化机构",
                    "A committee or professional operator",
                    "专门的产业园管委会或专业化的机构",
                ),
                Judged("YN-4(3)c", "配备专职工作人员", "Full-time staff", "配备专职工作人员"),
                Judged("YN-4(3)d", "提供配套服务", "Supporting services", "配套服务"),
            ),
        ),
        Judged("YN-4(4)", "有扶持政策", "Supporting policies", "政策措施"),
        Judged("YN-4(5)", "社会效益", "Social benefit", "发挥重要作用"),
    ),
    soft=IN_PRINCIPLE,
)

RELAXATIONS = (
    Relaxation(
        facts.SPECIALISED,
        (True,),
        Ground(
            "relaxation",
            "YN-5",
            "可适当放宽有关条件",
            "专业性、行业性产业园适当放宽",
            "relaxed for specialised and sector parks",
        ),
    ),
    Relaxation(
        facts.REMOTE_AREA,
        (True,),
        Ground(
            "relaxation",
            "YN-5",
            "可适当放宽有关条件",
            "艰苦边远地区适当放宽",
            "relaxed for hardship and remote areas",
        ),
    ),
)

DUTIES = (
    Duty(
        "public-notice",
        "公示",
        "Public notice",
        "bureau",
        Term(5, "workdays"),
        "YN-6(3)",
        "为期5个工作日",
    ),
    Duty(
        "self-assessment",
        "年度自评",
        "Yearly self-assessment",
        "district",
        NextYear(3, 31),
        "YN-16",
        "每年",
        system_default=True,
    ),
)

CLAUSES = (
    inert("YN-1", "purpose"),
    binds("YN-2"),
    inert("YN-3", "encourages"),
    binds("YN-4"),
    binds("YN-4(1)"),
    binds("YN-4(2)", "25家", "8亿元", "3个"),
    binds("YN-4(3)"),
    binds("YN-4(4)"),
    binds("YN-4(5)"),
    binds("YN-5"),
    binds("YN-6(1)"),
    binds("YN-6(2)"),
    partly("YN-6(3)", "5个工作日"),
    binds("YN-7"),
    binds("YN-8"),
    binds("YN-9", "200万元"),
    binds("YN-10"),
    binds("YN-11"),
    inert("YN-12", "encourages"),
    inert("YN-13", "encourages"),
    inert("YN-14", "encourages"),
    inert("YN-15", "encourages"),
    partly("YN-16", "每三年", "每年"),
    binds("YN-17"),
    inert("YN-18", "goal"),
    binds("YN-19"),
    inert("YN-20", "permits"),
)

EDITIONS = (
    Edition(
        key="yunnan-2021",
        zh="云南省",
        en="Yunnan",
        level="province",
        area_code="530000",
        instrument=INSTRUMENT,
        scope="YN-2",
        commencement="YN-19",
        conditions=CONDITIONS,
        clauses=CLAUSES,
        duties=DUTIES,
        relaxations=RELAXATIONS,
    ),
)
