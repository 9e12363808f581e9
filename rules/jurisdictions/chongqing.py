"""渝人社发〔2021〕57号《重庆市市级人力资源服务产业园管理办法（试行）》, from 2021-12-22."""

from datetime import date

from rules import claims, facts
from rules.amounts import Capped, Chosen, Fixed
from rules.applicants import Applicant, Committed, Title
from rules.conditions import AllOf, Judged, Relaxation, Threshold, at_least, at_most
from rules.consequences import Consequence
from rules.duties import Duty, NextMonth, NextYear, Term
from rules.edition import Edition
from rules.evaluation import Evaluation, EvaluationMaterial, EvaluationStep
from rules.fields import Form, FormField, Option
from rules.gates import GradeGate
from rules.grades import EXCELLENT, QUALIFIED, UNQUALIFIED, Dimension, Frame, Grading
from rules.marks import Choices, Deduction, LevelTally, Points, Tally, bands
from rules.materials import Material
from rules.outcomes import Outcome
from rules.papers import OF_A_PARK, park_fields
from rules.procedure import Head, Notice, Procedure
from rules.recorded import Money, Purpose, Uses
from rules.schemes import Scheme
from rules.scoring import Item, Part, Sheet, SheetHead
from rules.source import Instrument, Question, Text, Way, binds, inert, left_open
from rules.standing import Standing
from rules.stations import VERIFIED, deciding, experts, noticed, reviewing, with_figures
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
            "政策措施，或将支持……纳入当地经济社会发展规划",
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

# Articles 9 and 10: recognition

MATERIALS = (
    Material("letter", "申报函件", "Letter of application", "CQ-10(1)", "申报函件"),
    Material(
        "approval_form",
        "评估认定审批表",
        "Assessment and approval form",
        "CQ-10(1)",
        "评估认定审批表",
        generated="form",
    ),
    Material(
        "policies",
        "当地党委、政府出台的政策措施",
        "Local supporting policies",
        "CQ-10(2)",
        "政策措施或规划",
        several=True,
        group="support",
    ),
    Material(
        "local_plan",
        "当地经济社会发展规划",
        "The local development plan",
        "CQ-10(2)",
        "政策措施或规划",
        several=True,
        group="support",
    ),
    Material(
        "park_plan", "园区发展规划", "Development plan of the park", "CQ-10(3)", "园区发展规划"
    ),
    Material(
        "land_approval",
        "土地使用批件",
        "Approval of land use",
        "CQ-10(3)",
        "土地使用批件或产权证明",
        several=True,
        group="premises",
    ),
    Material(
        "title",
        "产权证明",
        "Proof of ownership",
        "CQ-10(3)",
        "土地使用批件或产权证明",
        several=True,
        group="premises",
    ),
    Material(
        "lease",
        "租赁合同",
        "Lease",
        "CQ-10(3)",
        "产权证明（租赁合同）",
        several=True,
        group="premises",
    ),
    Material(
        "operation", "运营管理材料", "On the operation", "CQ-10(3)", "运营管理等材料", several=True
    ),
    Material(
        "tenants",
        "拟入驻人力资源服务机构名录",
        "Roster of the agencies to come",
        "CQ-10(4)",
        "拟入驻人力资源服务机构名录",
        generated="roster",
    ),
    Material(
        "licences",
        "各机构相关证照复印件",
        "Copies of the agencies' licences",
        "CQ-10(4)",
        "相关证照复印件",
        several=True,
    ),
)

NOTICE = Notice(
    Term(5, "workdays"),
    exact=False,
    clause="CQ-9(3)",
    words="按规定予以公示",
    system_default=True,
    listed=Text("拟建园区名单", "List of candidates"),
)

# Annex 1 is missing from the source: this is the system's own layout, no imitation.
FORM = Form(
    "chongqing-recognition",
    "重庆市市级人力资源服务产业园评估认定审批表",
    "CQ-附件1",
    park_fields(
        "重庆市人力资源和社会保障局",
        FormField(
            "park_type",
            "园区类型",
            "Type of park",
            "choice",
            options=(
                Option("comprehensive", "综合性", "Comprehensive"),
                Option("specialised", "专业性", "Specialised"),
            ),
            clause="CQ-3",
        ),
    ),
)

COMMITTED_FIGURES = Duty(
    "committed-figures",
    "核实承诺数",
    "Check of the committed figures",
    "bureau",
    Term(1, "years"),
    "CQ-8(5)",
    "运营首年",
    system_default=True,
)

RECOGNITION = Procedure(
    key="recognition",
    zh="市级人力资源服务产业园认定",
    en="Recognition as a municipal park",
    applicant=Applicant(
        "district",
        (
            Title(
                "government",
                "区县（自治县）人民政府",
                "the district government",
                "CQ-9(1)",
                "区县（自治县）人民政府",
            ),
            # A development zone has no government of its own (A-CQ-03).
            Title(
                "zone",
                "开发区管理委员会",
                "the committee of a development zone",
                "CQ-9(1)",
                "",
                system_default=True,
            ),
        ),
        letter="letter",
    ),
    stages=(
        with_figures("bureau_review", "CQ-9(1)"),
        reviewing("expert_review", "CQ-9(2)", *VERIFIED, proposes=False),
        experts(
            "notice",
            "CQ-9(2)",
            (
                Head("features", "功能特色", "Functions and features"),
                Head("operation", "管理运营", "Management and operation"),
                Head("platforms", "平台体系", "Platforms"),
                Head("benefits", "实际效益", "Actual benefits"),
            ),
            "site_visited",
        ),
        noticed("expert_review", "CQ-9(3)"),
        deciding("CQ-9(4)", "conditions_met", "notice_ended", "no_open_objection"),
    ),
    materials=MATERIALS,
    notice=NOTICE,
    clause="CQ-9(1)",
    hands="CQ-5",
    outcome=Outcome(
        "recognition", "CQ-9(4)", "认定为市级人力资源服务产业园", level="municipal", plaque="授牌"
    ),
    committed=(
        Committed(facts.OPERATING_AGENCIES, "CQ-10(4)", "拟入驻"),
        Committed(facts.FIRST_YEAR_REVENUE, "CQ-8(5)", "运营首年"),
        Committed(facts.PLACEMENTS, "CQ-9(3)", "拟建园区名单"),
        Committed(facts.SCARCE_TALENT_MOVES, "CQ-9(3)", "拟建园区名单"),
    ),
    after=(COMMITTED_FIGURES,),
    form=FORM.key,
    sections=OF_A_PARK,
)

DUTIES = (
    Duty(
        "public-notice",
        "公示",
        "Public notice",
        "bureau",
        NOTICE.term,
        "CQ-9(3)",
        NOTICE.words,
        system_default=True,
    ),
    COMMITTED_FIGURES,
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
    Duty(
        "targets",
        "年度运营发展目标任务",
        "Yearly targets of operation",
        "bureau",
        NextYear(3, 31),
        "CQ-14",
        "按年制定……运营发展目标任务",
        system_default=True,
    ),
    Duty(
        "evaluation",
        "年度绩效评估",
        "Yearly evaluation",
        "bureau",
        NextYear(6, 30),
        "CQ-20",
        "原则上每年进行一次",
        system_default=True,
    ),
    Duty(
        "rectification",
        "整改期限",
        "Period for rectification",
        "park",
        Term(90, "days"),
        "CQ-25(2)",
        "责令其限期整改",
        system_default=True,
    ),
)

# Articles 11 and 12: money

CONSTRUCTION = Scheme(
    key="construction",
    zh="建设运营补助",
    en="Construction and operation subsidy",
    clause="CQ-11",
    asks=(claims.YEAR, claims.PAID_SO_FAR, claims.GRADE, claims.RECTIFICATION),
    conditions=AllOf(
        "CQ-11",
        "拨付条件",
        "Conditions of payment",
        (
            Judged("CQ-11a", "认定为市级产业园", "Recognised as a municipal park", "认定为市级"),
            GradeGate(
                "CQ-25(2)a",
                "绩效评估等次及整改结果",
                "Grade of the year and result of the rectification",
                "整改后仍不合格的，取消当年应划拨的补助资金",
                pays=("excellent", "qualified"),
                waits=("unqualified",),
                # The first year is paid with the recognition, before any evaluation.
                unrated=(claims.YEAR, at_most(1)),
            ),
        ),
    ),
    amount=Capped(
        Chosen(
            claims.YEAR,
            {
                1: Fixed(1_500_000, "认定首年基准", "Baseline, first year", "CQ-11", "首年150万元"),
                2: Fixed(1_000_000, "次年基准", "Baseline, second year", "CQ-11", "次年100万元"),
                3: Fixed(500_000, "第三年基准", "Baseline, third year", "CQ-11", "第三年50万元"),
            },
        ),
        3_000_000,
        "CQ-11",
        "给予最高300万元补助……分三年",
        per=Text("三年合计", "over three years"),
        paid=claims.PAID_SO_FAR,
    ),
    proposal=True,
    fund=Text("市级人力资源服务产业发展资金", "municipal fund for the HR service industry"),
)
EXCELLENCE = Scheme(
    key="excellence",
    zh="优秀等次增加补助",
    en="Addition for the grade of excellent",
    clause="CQ-25(1)",
    asks=(claims.GRADE,),
    conditions=GradeGate(
        "CQ-25(1)a",
        "年度评估为优秀",
        "Excellent in the year's evaluation",
        "评估为优秀等次",
        pays=("excellent",),
    ),
    amount=Fixed(
        100_000, "增加补助资金", "Addition to the subsidy", "CQ-25(1)", "增加补助资金10万元"
    ),
    fund=Text("市级人力资源服务产业发展资金", "municipal fund for the HR service industry"),
)
MONEY = Money(
    schemes=(CONSTRUCTION, EXCELLENCE),
    uses=Uses(
        "CQ-12",
        "专款专用",
        (
            Purpose("rent", "入驻企业房屋租金", "Tenants' rent"),
            Purpose("fitting_out", "装修", "Fitting out"),
            Purpose("property", "物管", "Property management"),
            Purpose("shared", "租用公共场地或设施", "Shared premises and facilities"),
            Purpose("running", "园区运行管理", "Running the park"),
        ),
    ),
)

# Articles 13 to 19: what must be there, without a day

STANDING = (
    Standing(
        "guidance_targets",
        "运营指导目标",
        "Guiding targets of operation",
        "bureau",
        "targets",
        "CQ-6",
        "按年制定运营指导目标",
    ),
    Standing(
        "matching_fund",
        "区县配套补助资金",
        "The district's matching fund",
        "government",
        "fund",
        "CQ-13",
        "配套建立市级人力资源服务产业园补助资金",
    ),
    Standing(
        "district_body",
        "区县议事协调机构",
        "The district's coordinating body",
        "government",
        "body",
        "CQ-15",
        "议事协调机构",
    ),
    Standing(
        "district_rules",
        "管理运营办法和园区管理制度",
        "Rules of operation and management",
        "district",
        "rules",
        "CQ-16",
        "权责清晰的管理运营办法",
    ),
    Standing(
        "operating_body",
        "日常运营机构",
        "Body for daily operation",
        "park",
        "body",
        "CQ-17",
        "设立日常运营机构",
    ),
    Standing(
        "team",
        "专业管理团队和专职工作人员",
        "Professional team and full-time staff",
        "park",
        "staff",
        "CQ-17",
        "配备专业管理团队和专职工作人员",
    ),
    Standing(
        "alliance",
        "产业园联盟成员大会",
        "Meetings of the alliance of parks",
        "bureau",
        "meeting",
        "CQ-18",
        "定期召开联盟成员大会",
    ),
    Standing(
        "leading_group",
        "绩效评估领导小组",
        "Leading group for evaluation",
        "bureau",
        "body",
        "CQ-19",
        "绩效评估领导小组",
    ),
)

# Articles 20 to 25 and annex 2: the yearly evaluation

SHEET = Sheet(
    key="chongqing-2021",
    title=Text("绩效评估评分表", "Score sheet of the yearly evaluation"),
    clause="CQ-附件2",
    method="CQ-24",
    total=100,
    words="总分为100分",
    heads=(
        SheetHead(
            "社会效益",
            "Social benefit",
            30,
            "CQ-21(2)",
            (
                Part(
                    "价值导向",
                    "Values",
                    14,
                    (
                        Item(
                            "1.1",
                            "价值导向与行业规范",
                            "Values and professional standards",
                            3,
                            Points(3, (3, 2, 0)),
                            "卓有成效得3分……基本坚持正确导向得2分",
                        ),
                        Item(
                            "1.2",
                            "表彰奖励",
                            "Awards",
                            3,
                            LevelTally(
                                {"national": 3, "municipal": 2, "district": 1},
                                {
                                    "national": Text("国家级", "national"),
                                    "municipal": Text("市级", "municipal"),
                                    "district": Text("区县级", "district"),
                                },
                                3,
                            ),
                            "国家级表彰奖励1次得3分，市级表彰奖励1次得2分，区县级表彰奖励得1分",
                        ),
                        Item(
                            "1.3",
                            "“红名单”企业数",
                            "Firms on the red list",
                            5,
                            Tally(1, 5, Text("家", "firms")),
                            "企业得1分，累计不超过5分",
                        ),
                        Item(
                            "1.4",
                            "被举报投诉",
                            "Upheld complaints",
                            3,
                            Deduction(3, 1, Text("次", "upheld")),
                            "查实1次扣1分",
                        ),
                    ),
                ),
                Part(
                    "社会作用发挥",
                    "Social role",
                    16,
                    (
                        Item(
                            "1.5",
                            "年帮助就业和流动人次",
                            "Person-times placed and moved",
                            8,
                            bands(
                                "count",
                                "人次",
                                "person-times",
                                (200_000, 8),
                                (150_000, 6),
                                (100_000, 4),
                                (80_000, 2),
                            ),
                            # 8—10 is torn apart by the table in print.
                            "20万人次以上……15—20万人次……10—15万人次……10万人次……8万人次以下",
                        ),
                        Item(
                            "1.6",
                            "年帮助人才流动人次",
                            "Moves of talent",
                            8,
                            bands("count", "人次", "person-times", (2000, 5), (1500, 4), (1000, 2)),
                            "2000人次以上……1500—1999人次……1000—1499人次……1000人次以下",
                        ),
                    ),
                ),
            ),
        ),
        SheetHead(
            "经济效益",
            "Economic benefit",
            50,
            "CQ-21(1)",
            (
                Part(
                    "产值情况",
                    "Output",
                    40,
                    (
                        Item(
                            "2.1",
                            "年营业收入指标完成情况",
                            "Revenue against the year's target",
                            20,
                            bands("percent", "%", "% of target", (100, 20), (95, 15), (90, 10)),
                            "95%—99%……90%—94%……90%以下",
                        ),
                        Item(
                            "2.2",
                            "年营业收入同比增长",
                            "Growth of revenue",
                            10,
                            bands(
                                "growth",
                                "%",
                                "% growth",
                                (50, 10),
                                (40, 8),
                                (30, 6),
                                (20, 4),
                                (10, 2),
                            ),
                            "50%以上……40—50%……30—40%……20—30%……10—20%……10%以下",
                        ),
                        Item(
                            "2.3",
                            "纳税总额",
                            "Tax paid",
                            5,
                            bands(
                                "money",
                                "元",
                                "yuan",
                                (50_000_000, 5),
                                (30_000_000, 3),
                                (10_000_000, 2),
                                rest=1,
                            ),
                            "5000万以上……3000—5000万……1000—3000万……1000万以下",
                        ),
                        Item(
                            "2.4",
                            "纳税同比增长",
                            "Growth of tax paid",
                            5,
                            bands("growth", "%", "% growth", (50, 3), (30, 2), (10, 1)),
                            "50%以上……30%—50%……10%—30%……10%以下",
                        ),
                    ),
                ),
                Part(
                    "园区规模",
                    "Size",
                    10,
                    (
                        Item(
                            "2.5",
                            "入驻企业数量",
                            "Tenants",
                            5,
                            bands("count", "家", "tenants", (35, 8), (30, 6), (25, 4), (20, 2)),
                            "35家以上……30—34家……25—29家……20—24家……20家以下",
                        ),
                        Item(
                            "2.6",
                            "服务用人单位数",
                            "Employers served",
                            5,
                            bands(
                                "count",
                                "家",
                                "employers",
                                (5000, 4),
                                (3000, 3),
                                (2000, 2),
                                rest=1,
                            ),
                            "5000家以上……3000—5000家……2000—3000家……2000家以下",
                        ),
                    ),
                ),
            ),
        ),
        SheetHead(
            "运营管理水平",
            "Operation",
            20,
            "CQ-21(3)",
            (
                Part(
                    "服务体系建设",
                    "Services",
                    10,
                    (
                        Item(
                            "3.1",
                            "基础设施",
                            "Infrastructure",
                            5,
                            Points(5),
                            "建筑面积达标……服务功能齐全",
                        ),
                        Item(
                            "3.2",
                            "信息交流、人才培养",
                            "Exchange and training",
                            5,
                            bands("count", "次", "events", (4, 3), (2, 2), (1, 1)),
                            "4次以上……2—3次……1—2次",
                        ),
                    ),
                ),
                Part(
                    "安全管理",
                    "Safety",
                    10,
                    (
                        Item(
                            "3.3",
                            "安全保障设施",
                            "Safety facilities",
                            5,
                            Deduction(5, 1, Text("处", "hazards")),
                            "每发现1处安全隐患扣1分",
                        ),
                        Item(
                            "3.4",
                            "安全检查与安全事故",
                            "Safety checks and accidents",
                            5,
                            Choices(
                                {
                                    "none": (Text("未发生安全事故", "no accident"), 3),
                                    "minor": (
                                        Text(
                                            "发生事故但未造成严重后果", "an accident, not serious"
                                        ),
                                        2,
                                    ),
                                    "serious": (Text("造成严重后果", "serious consequences"), 0),
                                }
                            ),
                            "未发生安全事故得3分",
                        ),
                    ),
                ),
            ),
        ),
    ),
)
EVALUATION = Evaluation(
    frame=Frame(
        "CQ-20",
        "公开、公平、公正",
        (
            Dimension(
                "economy", "经济发展情况", "Economic development", "CQ-21(1)", "经济发展情况"
            ),
            Dimension("role", "作用发挥情况", "Social role", "CQ-21(2)", "作用发挥情况"),
            Dimension("operation", "运营管理水平", "Operation", "CQ-21(3)", "运营管理水平"),
        ),
        (EXCELLENT, QUALIFIED, UNQUALIFIED),
    ),
    sheet=SHEET,
    grading=Grading(
        clause="CQ-24",
        quota_words="不超过参加绩效评估园区总数的30%",
        quota=30,
        fails_words="得分在60分以下",
        fails=60,
        total=SHEET.total,
    ),
    consequences=(
        Consequence(
            "commend",
            "全市通报表扬",
            "Commended across the city",
            "commend",
            "CQ-25(1)",
            "全市通报表扬",
            grade="excellent",
        ),
        Consequence(
            "addition",
            "增加补助资金",
            "An addition to the subsidy",
            "award",
            "CQ-25(1)",
            "增加补助资金10万元",
            grade="excellent",
        ),
        Consequence(
            "rectify",
            "责令限期整改",
            "Ordered to rectify by a date",
            "rectify",
            "CQ-25(2)",
            "责令其限期整改",
            grade="unqualified",
        ),
        Consequence(
            "cancel",
            "取消当年应划拨的补助资金",
            "The year's money is cancelled",
            "cancel_money",
            "CQ-25(2)",
            "取消当年应划拨的补助资金",
            grade="unqualified",
            after_failure=True,
        ),
        Consequence(
            "revoke",
            "取消授牌",
            "The plaque is withdrawn",
            "revoke",
            "CQ-25(2)",
            "连续两年评估为不合格",
            grade="unqualified",
            in_a_row=2,
        ),
    ),
    steps=(
        EvaluationStep(
            "self", "园区自评", "The park's own assessment", "park", "CQ-22(1)", "形成自评报告"
        ),
        EvaluationStep(
            "first_review",
            "区县初审",
            "The district's first review",
            "district",
            "CQ-22(2)",
            "初审结果报送",
        ),
        EvaluationStep(
            "experts", "组织评审", "Experts on site", "bureau", "CQ-22(3)", "组织专家……实地考察"
        ),
        EvaluationStep(
            "leading_group",
            "领导小组审核",
            "The leading group",
            "bureau",
            "CQ-22(4)",
            "领导小组审核",
        ),
        EvaluationStep(
            "publish", "公布结果", "Publication", "bureau", "CQ-22(4)", "按规定予以公布"
        ),
    ),
    materials=(
        EvaluationMaterial("report", "文字报告", "Written report", "CQ-23(1)", "文字报告"),
        EvaluationMaterial(
            "sheet", "评分表", "Score sheet", "CQ-23(2)", "绩效评估得分表", generated=True
        ),
        EvaluationMaterial(
            "evidence",
            "入驻企业名录及证明材料",
            "Roster of tenants and evidence",
            "CQ-23(3)",
            "营收、纳税证明",
            several=True,
        ),
    ),
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-CQ-03",
        "CQ-9(1)",
        Text(
            "没有区县政府的开发区由谁申请？",
            "Who applies in a zone without a district government?",
        ),
        (
            Way("a", "开发区管理委员会", "The committee of the zone"),
            Way("b", "不能申请", "Nobody"),
        ),
        "a",
        Text("通知的主送单位包括两江新区等。", "The notice is addressed to such zones as well."),
    ),
    Question(
        "A-CQ-05",
        "CQ-10(1)",
        Text(
            "“评估认定审批表”与附件1“评估认定表”是否同一表格？",
            "Is the approval form of article 10 the form of annex 1?",
        ),
        (
            Way("a", "是", "Yes"),
            Way("b", "不是", "No"),
        ),
        "a",
        Text("附件只列一张认定用表，来源未附。", "One such form is annexed; the source lacks it."),
    ),
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
    left_open(
        "A-CQ-06",
        "CQ-11",
        Text("某一年拨付能否高于当年基准？", "May a year's payment exceed its baseline?"),
        Text(
            "以基准综合确定，总额最高300万元。",
            "Set upon the baseline, at most three million in all.",
        ),
        Text("能，三年合计不超过300万元", "Yes, within three million in all"),
        Text("不能", "No"),
    ),
    left_open(
        "A-CQ-07",
        "CQ-11",
        Text("“首年、次年、第三年”指什么年度？", "Which years are the first, second and third?"),
        Text("资金按财政年度核拨。", "Money is granted by fiscal year."),
        Text("认定起的财政年度", "Fiscal years from the recognition"),
        Text("每十二个月", "Periods of twelve months"),
    ),
    left_open(
        "A-CQ-08",
        "CQ-24",
        Text("60分是否不合格？", "Does exactly sixty fail?"),
        Text(
            "以下含本数；但习惯上60分为及格。", "以下 includes the number; by custom sixty passes."
        ),
        Text("含，由领导小组确认后公布", "Yes, published once the leading group confirms"),
        Text("不含", "No"),
    ),
    left_open(
        "A-CQ-09",
        "CQ-24",
        Text("优秀名额不是整数时如何取整？", "How is the quota of the excellent rounded?"),
        Text("不超过30%，进位即超过。", "At most 30 %: rounding up would exceed it."),
        Text("舍去小数", "Down"),
        Text("四舍五入", "Half up"),
    ),
    left_open(
        "A-CQ-10",
        "CQ-24",
        Text("多名专家的评分如何合成、保留几位？", "How are experts' scores joined and rounded?"),
        Text("条文未规定。", "The text does not say."),
        Text("算术平均，总分四舍五入到两位", "The plain mean, the total to two places"),
        Text("去掉最高最低分", "Without the highest and lowest"),
    ),
    left_open(
        "A-CQ-11",
        "CQ-25(1)",
        Text("增加的10万元是否计入300万元？", "Is the addition part of the three million?"),
        Text("条文写“增加”。", "The text says addition."),
        Text("不计入", "No"),
        Text("计入", "Yes"),
    ),
    left_open(
        "A-CQ-12",
        "CQ-25(2)",
        Text("“当年应划拨”是哪一年？", "Which year's money is cancelled?"),
        Text("接在年度评估之后。", "It follows the year's evaluation."),
        Text("被评估的财政年度", "The fiscal year evaluated"),
        Text("作出决定的年度", "The year of the decision"),
    ),
    left_open(
        "A-CQ-13",
        "CQ-25(2)",
        Text("中间一年未评估，是否仍为连续两年？", "Is a row broken by a year without evaluation?"),
        Text("原则上每年评估一次。", "In principle there is one each year."),
        Text("中断", "Yes"),
        Text("不中断", "No"),
    ),
    left_open(
        "A-CQ-14",
        "CQ-28",
        Text(
            "试行办法未写有效期，是否仍有效？",
            "Is a trial instrument without a term still in force?",
        ),
        Text("文件未写期限。", "None is printed."),
        Text("按未载明有效期提示", "Marked as having no printed term"),
        Text("试行满两年失效", "It ended after two years"),
    ),
    left_open(
        "A-CQ-15",
        "CQ-附件2",
        Text("1.2各级奖励是否累加？", "Do awards of several levels add up?"),
        Text("写明最高不超过3分。", "A ceiling of three is printed."),
        Text("累加后封顶3分", "They do, up to three"),
        Text("只取最高一项", "The best only"),
    ),
    left_open(
        "A-CQ-16",
        "CQ-附件2",
        Text(
            "1.6“人才流动”与第八条“优秀紧缺人才流动”是否同一口径？",
            "Is item 1.6 the same figure as article 8(7)?",
        ),
        Text("两处均以2000人次为线。", "Both draw the line at 2,000."),
        Text("同一统计", "The same"),
        Text("不同", "Another"),
    ),
    left_open(
        "A-CQ-17",
        "CQ-12",
        Text("补助资金拨给谁？", "To whom is the money paid?"),
        Text("条文只写用途。", "The text says what for."),
        Text("申报主体指定账户，并登记用途", "The applicant's account, its use recorded"),
        Text("直接拨给入驻企业", "To the tenants"),
    ),
    left_open(
        "A-CQ-18",
        "CQ-14",
        Text(
            "“运营指导目标”“目标任务”“当年目标”是否同一事项？",
            "Are the three words for targets one thing?",
        ),
        Text("均为按年制定。", "All are set yearly."),
        Text("同一事项", "One"),
        Text("不同事项", "Several"),
    ),
    left_open(
        "A-CQ-19",
        "CQ-22(3)",
        Text("自评、初审、专家三个分数以哪个为准？", "Which of the three scores counts?"),
        Text("专家对照指标体系综合评价。", "Experts evaluate by the indicators."),
        Text("专家评分", "The experts'"),
        Text("三者平均", "Their mean"),
    ),
    left_open(
        "A-CQ-20",
        "CQ-附件2",
        Text(
            "评价标准与分值不一致的六项如何计分？",
            "How are the six items scored whose criteria and weight disagree?",
        ),
        Text(
            "按印发文本最高90分，两种读法都能成立。",
            "As printed ninety can be had; neither reading is proven.",
        ),
        Text("照印发标准，以分值封顶", "As printed, capped at the weight"),
        Text("按分值折算", "Scaled to the weight"),
    ),
    left_open(
        "A-CQ-21",
        "CQ-附件2",
        Text(
            "相邻两档的端点归哪一档？百分比空档如何计？",
            "To which band does a shared end belong, and what of the gaps?",
        ),
        Text("最高档均写“以上”，含本数。", "The best bands say 以上, which includes."),
        Text("归较高一档，空档向下取整", "To the better band; gaps close downwards"),
        Text("归较低一档", "To the lower band"),
    ),
    left_open(
        "A-X-11",
        "CQ-25(2)",
        Text(
            "取消授牌后，已拨付的资金是否收回？", "Is money already paid taken back on revocation?"
        ),
        Text("只有云南写明退还。", "Only Yunnan's text prints a refund."),
        Text("不收回", "No"),
        Text("收回", "Yes"),
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
    binds("CQ-9(3)"),
    binds("CQ-9(4)"),
    *(binds(f"CQ-10({n})") for n in range(1, 5)),
    binds("CQ-11", "300万元", "三年", "150万元", "100万元", "50万元"),
    *(binds(f"CQ-{n}") for n in range(12, 16)),
    binds("CQ-16", "按月"),
    *(binds(f"CQ-{n}") for n in range(17, 20)),
    binds("CQ-20", "每年一次"),
    *(binds(f"CQ-21({n})") for n in range(1, 4)),
    binds("CQ-22(1)"),
    *(binds(f"CQ-22({n})") for n in range(2, 5)),
    *(binds(f"CQ-23({n})") for n in range(1, 4)),
    binds("CQ-24", "100分", "30%", "60分"),
    binds("CQ-25(1)", "10万元"),
    binds("CQ-25(2)", "连续两年"),
    inert("CQ-26", "permits"),
    inert("CQ-27", "permits"),
    binds("CQ-28", "2021年12月22日"),
    binds("CQ-附件1"),
    binds(
        "CQ-附件2",
        *("30分", "50分", "20分"),
        *("3分", "2分", "1分", "1次"),
        *("20万人次", "15—20万人次", "10—15万人次", "10万人次", "8万人次"),
        *("2000人次", "1500—1999人次", "1000—1499人次", "1000人次"),
        *("95%—99%", "90%—94%", "90%"),
        *("50%", "40—50%", "30—40%", "20—30%", "10—20%", "10%", "30%—50%", "10%—30%"),
        *("5000万", "3000—5000万", "1000—3000万", "1000万"),
        *("35家", "30—34家", "25—29家", "20—24家", "20家"),
        *("5000家", "3000—5000家", "2000—3000家", "2000家"),
        *("4次", "2—3次", "1—2次", "5分"),
    ),
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
        procedures={RECOGNITION.key: RECOGNITION},
        forms=(FORM,),
        duties=DUTIES,
        relaxations=RELAXATIONS,
        money=MONEY,
        evaluation=EVALUATION,
        standing=STANDING,
    ),
)
