"""渝人社发〔2021〕57号《重庆市市级人力资源服务产业园管理办法（试行）》, from 2021-12-22."""

from datetime import date

from rules import facts
from rules.conditions import AllOf, Judged, Relaxation, Threshold, at_least
from rules.duties import Duty, NextMonth, NextYear, Term
from rules.edition import Edition
from rules.source import Instrument, Question, Text, Way, binds, inert, partly
from rules.verdict import Ground

INSTRUMENT = Instrument(
    title="重庆市市级人力资源服务产业园管理办法（试行）",
    title_en="Measures for Municipal HR Service Parks in Chongqing (Trial)",
    number="渝人社发〔2021〕57号",
    issuer="重庆市人力资源和社会保障局",
    effective=date(2021, 12, 22),
)

IN_PRINCIPLE = Ground("in_principle", "CQ-8", "原则上", "原则上", "in principle")

# Article 8: conditions

CONDITIONS = AllOf(
    "CQ-8",
    "申报条件",
    "Conditions",
    (
        Judged(
            "CQ-8(1)",
            "党委、政府重视并出台政策或纳入规划",
            "Supporting policies issued, or part of the local development plan",
            "制定出台政策措施，或纳入规划",
        ),
        AllOf(
            "CQ-8(2)",
            "方案与场地",
            "Plan and premises",
            (
                Threshold(
                    "CQ-8(2)",
                    "建筑面积",
                    "Floor area",
                    "原则上不低于10000平方米",
                    facts.FLOOR_AREA,
                    at_least(10_000),
                    soft=Ground("in_principle", "CQ-8(2)", "原则上", "原则上", "in principle"),
                ),
                Judged(
                    "CQ-8(2)a",
                    "建设方案完整、规划科学",
                    "Complete plan, sound planning",
                    "方案完整，规划科学",
                ),
                Judged("CQ-8(2)b", "投资主体明确", "Clear investor", "投资主体明确"),
                Judged(
                    "CQ-8(2)c", "物理形态相对集中", "Premises close together", "物理形态相对集中"
                ),
            ),
        ),
        Judged(
            "CQ-8(3)",
            "基础设施完备、能提供配套服务",
            "Infrastructure and supporting services",
            "基础设施完备",
        ),
        AllOf(
            "CQ-8(4)",
            "运营管理服务机制",
            "Operation",
            (
                Judged("CQ-8(4)a", "设有议事协调机构", "A coordinating body", "议事协调机构"),
                Judged("CQ-8(4)b", "设有日常工作机构", "A body for daily work", "日常工作机构"),
                Judged("CQ-8(4)c", "配有专职工作人员", "Full-time staff", "专职工作人员"),
            ),
        ),
        AllOf(
            "CQ-8(5)",
            "机构与营收",
            "Agencies and revenue",
            (
                Threshold(
                    "CQ-8(5)a",
                    "入驻机构数量",
                    "Agencies in the park",
                    "不低于20家",
                    facts.OPERATING_AGENCIES,
                    at_least(20),
                ),
                Threshold(
                    "CQ-8(5)b",
                    "运营首年人力资源服务营收",
                    "HR service revenue in the first year of operation",
                    "不低于5亿元",
                    facts.FIRST_YEAR_REVENUE,
                    at_least(500_000_000),
                ),
                Judged(
                    "CQ-8(5)c",
                    "机构类型丰富、层次多样",
                    "Agencies of many kinds and levels",
                    "类型丰富，层次多样",
                ),
            ),
        ),
        Threshold(
            "CQ-8(6)",
            "每年帮助就业和流动",
            "Placements and moves in a year",
            "不少于20万人次",
            facts.PLACEMENTS,
            at_least(200_000),
        ),
        Threshold(
            "CQ-8(7)",
            "每年帮助优秀紧缺人才流动",
            "Moves of outstanding and scarce talent in a year",
            "不少于2000人次",
            facts.SCARCE_TALENT_MOVES,
            at_least(2000),
        ),
    ),
    soft=IN_PRINCIPLE,
)

RELAXATIONS = (
    Relaxation(
        facts.REGION,
        ("northeast", "southeast"),
        Ground(
            "relaxation",
            "CQ-8末1",
            "适当放宽相关条件要求",
            "渝东北、渝东南地区适当放宽",
            "relaxed for northeast and southeast Chongqing",
        ),
    ),
    Relaxation(
        facts.ONLINE_OFFLINE,
        (True,),
        Ground(
            "relaxation",
            "CQ-8末2",
            "适当放宽场地面积要求",
            "“线上+线下”适当放宽场地面积",
            "floor area relaxed for online and offline combined",
        ),
        frozenset({"CQ-8(2)"}),
    ),
)

DUTIES = (
    Duty(
        "public-notice",
        "公示",
        "Public notice",
        "bureau",
        Term(5, "workdays"),
        "CQ-9(3)",
        "按规定予以公示",
        system_default=True,
    ),
    Duty(
        "monthly-return",
        "运营情况月报",
        "Monthly return",
        "district",
        NextMonth(10),
        "CQ-16",
        "按月",
        system_default=True,
    ),
    Duty(
        "self-assessment",
        "年度自评",
        "Yearly self-assessment",
        "park",
        NextYear(3, 31),
        "CQ-22(1)",
        "定期",
        system_default=True,
    ),
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-CQ-01",
        "CQ-8(5)",
        Text(
            "“运营首年”营收检验预测数还是实际数？",
            "Is first-year revenue tested as a forecast or as a fact?",
        ),
        (
            Way(
                "a",
                "新园区用承诺数并在一年后核实，已运营的用实际数",
                "A commitment checked after a year for a new park, the fact for one in operation",
            ),
            Way("b", "一律用实际数", "Always the fact"),
        ),
        "a",
        Text(
            "申报时名录写“拟入驻”，名单写“拟建”。", "The lists speak of tenants and parks to come."
        ),
    ),
    Question(
        "A-CQ-02",
        "CQ-8末1",
        Text("“相关条件”包括哪些条件？", "Which conditions may be relaxed?"),
        (
            Way("a", "第八条各项", "Any of article 8"),
            Way("b", "只限数字条件", "The numbers only"),
        ),
        "a",
        Text("条文未作限定。", "The text sets no limit."),
    ),
    Question(
        "A-CQ-04",
        "CQ-9(3)",
        Text("公示期是几日？", "How long is the notice?"),
        (
            Way("a", "系统默认5个工作日", "The system's default of 5 working days"),
            Way("b", "由主管部门逐次确定", "Set by the bureau each time"),
        ),
        "a",
        Text("条文只说按规定，未写期限。", "The text refers to the rules and prints no length."),
    ),
    Question(
        "A-X-02",
        "CQ-8(5)",
        Text("“入驻机构”如何计数？", "How are agencies counted?"),
        (
            Way(
                "a",
                "按统一社会信用代码，取得许可或备案的人力资源服务机构",
                "By credit code, HR agencies licensed or filed",
            ),
            Way("b", "所有入驻企业", "All tenants"),
        ),
        "a",
        Text("该项前半句说人力资源服务机构。", "The item speaks of HR agencies."),
    ),
)

CLAUSES = (
    inert("CQ-1", "purpose"),
    binds("CQ-2"),
    binds("CQ-3"),
    inert("CQ-4", "goal"),
    binds("CQ-5"),
    binds("CQ-6"),
    inert("CQ-7", "encourages"),
    binds("CQ-8"),
    binds("CQ-8(1)"),
    binds("CQ-8(2)", "10000平方米"),
    binds("CQ-8(3)"),
    binds("CQ-8(4)"),
    binds("CQ-8(5)", "20家", "5亿元"),
    binds("CQ-8(6)", "20万人次"),
    binds("CQ-8(7)", "2000人次"),
    binds("CQ-8末1"),
    binds("CQ-8末2"),
    binds("CQ-9(1)"),
    binds("CQ-9(2)"),
    partly("CQ-9(3)"),
    binds("CQ-9(4)"),
    *(binds(f"CQ-10({n})") for n in range(1, 5)),
    binds("CQ-11", "300万元", "三年", "150万元", "100万元", "50万元"),
    *(binds(f"CQ-{n}") for n in range(12, 16)),
    partly("CQ-16", "按月"),
    *(binds(f"CQ-{n}") for n in range(17, 20)),
    binds("CQ-20", "每年一次"),
    *(binds(f"CQ-21({n})") for n in range(1, 4)),
    partly("CQ-22(1)"),
    *(binds(f"CQ-22({n})") for n in range(2, 5)),
    *(binds(f"CQ-23({n})") for n in range(1, 4)),
    binds("CQ-24", "100分", "30%", "60分"),
    binds("CQ-25(1)", "10万元"),
    binds("CQ-25(2)", "连续两年"),
    inert("CQ-26", "permits"),
    inert("CQ-27", "permits"),
    binds("CQ-28", "2021年12月22日"),
    binds("CQ-附件1"),
    binds("CQ-附件2"),
)

EDITIONS = (
    Edition(
        key="chongqing-2021",
        zh="重庆市",
        en="Chongqing",
        level="municipal",
        area_code="500000",
        instrument=INSTRUMENT,
        scope="CQ-2",
        commencement="CQ-28",
        conditions=CONDITIONS,
        clauses=CLAUSES,
        open_questions=QUESTIONS,
        duties=DUTIES,
        relaxations=RELAXATIONS,
    ),
)
