"""云人社通〔2021〕75号《云南省省级人力资源服务产业园创建和评估暂行办法》, from 2021-11-05."""

from datetime import date

from rules import facts
from rules.conditions import AllOf, Judged, Relaxation, Threshold, at_least, at_most
from rules.duties import Duty, NextYear, Term
from rules.edition import Edition
from rules.source import Instrument, Question, Text, Way, binds, inert, partly
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

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-YN-01",
        "YN-4(2)",
        Text("“年营业收入”指哪一年、谁的收入？", "Whose revenue of which year?"),
        (
            Way("a", "上一自然年度，经营性机构合计", "Last calendar year, all operating agencies"),
            Way("b", "最近十二个月", "The last twelve months"),
        ),
        "a",
        Text("与会计年度一致。", "It follows the fiscal year."),
    ),
    Question(
        "A-YN-03",
        "YN-5",
        Text(
            "“专业性、行业性”和“艰苦边远地区”由谁认定？",
            "Who says that a park is specialised or an area remote?",
        ),
        (
            Way(
                "a",
                "审核人员按国家名录和材料记载",
                "The officer, by the national list and the papers",
            ),
            Way("b", "申报单位自行声明", "The applicant"),
        ),
        "a",
        Text("条文未作定义。", "The text defines neither."),
    ),
    Question(
        "A-YN-04",
        "YN-6(3)",
        Text("公示能否超过5个工作日？", "May the notice run longer than 5 working days?"),
        (
            Way("a", "不能，延长须记明理由", "No, save with a recorded reason"),
            Way("b", "能", "Yes"),
        ),
        "a",
        Text("条文写“为期”。", "The text prints the length itself."),
    ),
    Question(
        "A-YN-09",
        "YN-19",
        Text("“发布之日”是哪一天？", "Which is the day of publication?"),
        (
            Way("a", "2021年11月5日（印制日期）", "5 November 2021, the day of the imprint"),
            Way("b", "另有公布日期", "Another day"),
        ),
        "a",
        Text("来源文本未载成文日期。", "The source prints no date of issue."),
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
        open_questions=QUESTIONS,
        duties=DUTIES,
        relaxations=RELAXATIONS,
    ),
)
