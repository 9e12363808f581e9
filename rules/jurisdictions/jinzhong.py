"""晋中市《市级人力资源服务产业园管理办法（试行）》, in force 2022-12-01 to 2024-11-30."""

from datetime import date

from rules import claims, facts
from rules.amounts import Capped, Fixed, Sum
from rules.applicants import Applicant, Recognised, Title, the_bureau
from rules.conditions import (
    AllOf,
    AnyOf,
    Contested,
    CountAbove,
    ForInformation,
    Judged,
    Reading,
    Threshold,
    When,
    at_least,
    at_most,
    more_than,
)
from rules.consequences import Consequence
from rules.counted import Above, PerHead
from rules.duties import Duty, NextYear, Term
from rules.edition import Edition
from rules.evaluation import Evaluation
from rules.fields import Form, FormField, Option
from rules.gates import GradeGate, ReachesShare
from rules.grades import EXCELLENT, QUALIFIED, UNQUALIFIED, Dimension, Frame
from rules.materials import Material, Section
from rules.outcomes import Outcome
from rules.papers import OF_A_NEW_SITE, OF_A_RECORD, further, record_fields, site_fields
from rules.procedure import Hand, Head, Move, Notice, Procedure, Stage
from rules.recorded import Money, Purpose, Uses
from rules.schemes import Alternative, Scheme
from rules.source import Instrument, Question, Text, Way, binds, inert, left_open
from rules.standing import Standing
from rules.stations import (
    OPERATOR,
    REVIEWER,
    VERIFIED,
    deciding,
    experts,
    noticed,
    of_its_own,
    reviewing,
    with_figures,
)
from rules.verdict import Ground

INSTRUMENT = Instrument(
    title="市级人力资源服务产业园管理办法（试行）",
    title_en="Measures for City-level HR Service Parks (Trial)",
    # The source's first page is missing: it prints neither a number nor a date of issue.
    number="",
    issuer="晋中市人力资源和社会保障局",
    effective=date(2022, 12, 1),
    until=date(2024, 11, 30),
)

IN_PRINCIPLE = Ground("in_principle", "JZ-9", "原则上", "原则上", "in principle")

# Article 9: conditions

SINGLE_SITE = Threshold(
    "JZ-9(2)a",
    "建筑面积",
    "Floor area of the single site",
    "不少于3000平方米",
    facts.FLOOR_AREA,
    at_least(3000),
)
SEVERAL_SITES = AllOf(
    "JZ-9(2)",
    "设立多个园区",
    "Several sites",
    (
        Threshold(
            "JZ-9(2)b",
            "核心园区面积",
            "Floor area of the core site",
            "不少于2000平方米",
            facts.CORE_FLOOR_AREA,
            at_least(2000),
        ),
        Threshold(
            "JZ-9(2)c",
            "园区总面积",
            "Floor area of all sites together",
            "不少于4000平方米",
            facts.FLOOR_AREA,
            at_least(4000),
        ),
        Threshold(
            "JZ-9(2)d",
            "分园区数量",
            "Branch sites",
            "原则上不超过3个",
            facts.BRANCH_SITES,
            at_most(3),
            soft=Ground("in_principle", "JZ-9(2)", "原则上", "原则上", "in principle"),
        ),
    ),
)
TEN_AGENCIES = Threshold(
    "JZ-9(3)a",
    "入驻人力资源服务机构数量",
    "HR agencies in the park",
    "不少于10家",
    facts.OPERATING_AGENCIES,
    at_least(10),
)
TOTAL_REVENUE = Threshold(
    "JZ-9(3)R1",
    "上一年度经营性机构营业收入合计（含代收代付）",
    "Total revenue of last year, pass-through included",
    "达3000万元以上",
    facts.GROSS_REVENUE,
    at_least(30_000_000),
)


def _agencies_above(leaf: str, limit: int, least: int, words: str) -> CountAbove:
    return CountAbove(
        leaf,
        f"上一年度营业收入（含代收代付）超过{limit // 10_000}万元的机构",
        f"Agencies with revenue above {limit:,} yuan last year, pass-through included",
        words,
        facts.AGENCY_GROSS_REVENUES,
        at_least(least),
        more_than(limit),
    )


THREE_ABOVE = _agencies_above("JZ-9(3)R2", 5_000_000, 3, "超过500万元的机构不少于3家")
FIVE_ABOVE = _agencies_above("JZ-9(3)R3", 3_000_000, 5, "超过300万元的机构不少于5家")
ONE_ABOVE = _agencies_above("JZ-9(3)R4", 10_000_000, 1, "超过1000万元的机构不少于1家")

CONCENTRATION = Contested(
    "A-JZ-01",
    "JZ-9(3)",
    Text(
        "“机构数量不少于10家”是否与后列四项收入条件中的每一项同时适用？",
        "Do the ten agencies stand beside each of the four revenue limbs?",
    ),
    (
        Reading(
            "a",
            "十家机构，并且四项收入条件满足其一",
            "Ten agencies, and any one of the four revenue limbs",
            AllOf(
                "JZ-9(3)",
                "机构数量与收入",
                "Agencies and revenue",
                (
                    TEN_AGENCIES,
                    AnyOf(
                        "JZ-9(3)",
                        "收入条件（满足其一）",
                        "Revenue (any one)",
                        (TOTAL_REVENUE, THREE_ABOVE, FIVE_ABOVE, ONE_ABOVE),
                    ),
                ),
            ),
        ),
        Reading(
            "b",
            "十家机构且收入合计达标，或者满足后三项之一",
            "Ten agencies with the total revenue, or any one of the other three",
            AnyOf(
                "JZ-9(3)",
                "机构数量与收入",
                "Agencies and revenue",
                (
                    AllOf(
                        "JZ-9(3)",
                        "十家机构且收入合计达标",
                        "Ten agencies and total revenue",
                        (TEN_AGENCIES, TOTAL_REVENUE),
                    ),
                    THREE_ABOVE,
                    FIVE_ABOVE,
                    ONE_ABOVE,
                ),
            ),
        ),
    ),
    chosen="a",
    basis=Text(
        "数量与收入以逗号分列为两项，四个“或”项均只说上一年度收入。",
        "A comma sets the number apart from revenue, and each limb speaks of revenue only.",
    ),
)

CONDITIONS = AllOf(
    "JZ-9",
    "申报条件",
    "Conditions",
    (
        Judged("JZ-9(1)", "规划论证科学", "Sound planning study", "科学的规划论证"),
        AllOf(
            "JZ-9(2)",
            "基础设施",
            "Infrastructure",
            (
                When(
                    "JZ-9(2)",
                    "园区面积",
                    "Floor area",
                    facts.BRANCH_SITES,
                    at_most(0),
                    SINGLE_SITE,
                    SEVERAL_SITES,
                ),
                Judged(
                    "JZ-9(2)e", "设施完善、功能齐备", "Complete facilities", "设施完善，功能齐备"
                ),
            ),
        ),
        AllOf(
            "JZ-9(3)",
            "产业集聚度",
            "Concentration",
            (
                CONCENTRATION,
                Judged(
                    "JZ-9(3)b",
                    "入驻机构守法诚信经营",
                    "Agencies operate lawfully and in good faith",
                    "守法诚信经营",
                ),
                Judged("JZ-9(3)c", "具备公共服务功能", "Public service functions", "公共服务功能"),
            ),
        ),
        AllOf(
            "JZ-9(4)",
            "运营管理",
            "Operation",
            (
                Judged("JZ-9(4)a", "管理制度完善", "Complete management rules", "完善的管理制度"),
                Judged(
                    "JZ-9(4)b",
                    "有管委会或专业化机构",
                    "A committee or professional operator",
                    "专门的产业园管委会或专业化的机构",
                ),
                Judged("JZ-9(4)c", "配备专职工作人员", "Full-time staff", "配备专职工作人员"),
                Judged("JZ-9(4)d", "提供配套服务", "Supporting services", "配套服务"),
                Judged(
                    "JZ-9(4)e",
                    "有线上线下服务平台",
                    "Online and offline service platforms",
                    "线上线下服务平台",
                ),
            ),
        ),
        # A fund is asked only 有条件的地区, so its absence is no miss.
        Judged("JZ-9(5)", "扶持政策成系列", "Supporting policies", "系列的扶持政策"),
        Judged("JZ-9(6)", "社会效益显著", "Marked social benefit", "显著的社会效益"),
    ),
    soft=IN_PRINCIPLE,
)

# Article 10: recognition

MATERIALS = (
    Material("letter", "申请函件", "Letter of application", "JZ-10(1)-1", "申请函件"),
    Material(
        "approval_form",
        "评估认定审批表",
        "Assessment and approval form",
        "JZ-10(1)-2",
        "评估认定审批表",
        generated="form",
    ),
    Material(
        "study_and_plan",
        "可行性论证报告和建设发展规划",
        "Feasibility study and development plan",
        "JZ-10(1)-3",
        "可行性论证报告和建设发展规划",
        several=True,
        least=2,
    ),
    Material(
        "operation_report",
        "建设管理和运营情况",
        "Report on construction and operation",
        "JZ-10(1)-4",
        "建设管理和运营情况",
        several=True,
    ),
    Material(
        "policies",
        "地方扶持政策",
        "Local supporting policies",
        "JZ-10(1)-5",
        "地方扶持政策",
        several=True,
    ),
    Material(
        "tenants",
        "入驻机构情况",
        "Agencies in the park",
        "JZ-10(1)-6",
        "机构名册、人力资源服务许可证/备案凭证",
        several=True,
        generated="roster",
    ),
    Material(
        "other",
        "其他材料",
        "Other material",
        "JZ-10(1)-7",
        "其他需要出具的相关材料",
        required=False,
        several=True,
    ),
)
NOTICE = Notice(
    Term(5, "workdays"),
    exact=False,
    clause="JZ-10(3)",
    words="不少于5个工作日",
    listed=Text("拟确定名单", "List of parks to be recognised"),
)

COUNTY_OFFICER = Hand("officer", "district")
COUNTY_DIRECTOR = Hand("director", "district")

# The form is one of the materials, which names all gaps at once: it has no check of its own.
DRAFT = Stage(
    "draft",
    "草稿",
    "Draft",
    "填写申报",
    "Preparing the application",
    OPERATOR,
    (
        Move("save"),
        Move(
            "submit",
            "county_review",
            resumes=True,
            guards=("facts_complete", "materials_complete", "basis_recorded"),
        ),
        Move("withdraw", final="withdrawn"),
    ),
    "JZ-10(1)",
)
COUNTY_REVIEW = Stage(
    "county_review",
    "县级初审",
    "County first review",
    "县级审核中",
    "With the county office",
    COUNTY_OFFICER,
    (
        Move("withdraw", hand=OPERATOR, guards=("unopened",), final="withdrawn"),
        Move("accept"),
        Move("return_for_supplement", "draft", guards=("defects_listed",)),
        Move("forward", "county_sign", opinion=True),
    ),
    "JZ-10(1)",
)
COUNTY_SIGN = Stage(
    "county_sign",
    "县级签批",
    "County signature",
    "县级审核中",
    "With the county office",
    COUNTY_DIRECTOR,
    (
        Move("forward", "bureau_review", guards=("four_eyes",), opinion=True),
        Move("send_back", "county_review", opinion=True),
    ),
    "JZ-10(1)",
)
BUREAU_REVIEW = Stage(
    "bureau_review",
    "市局审核",
    "Bureau review",
    "市局审核中",
    "With the city bureau",
    REVIEWER,
    (
        Move("accept"),
        Move("return_for_supplement", "draft", guards=("defects_listed",)),
        Move("send_back", "county_review", opinion=True),
        Move("forward", "expert_review", guards=("facts_verified", "judgements_made")),
        Move("propose_refusal", "decision", opinion=True, proposes="refuse"),
    ),
    "JZ-10(2)",
)
EXPERT_REVIEW = experts(
    "notice",
    "JZ-10(2)",
    (
        Head("feasibility", "可行性", "Feasibility"),
        Head("soundness", "科学性", "Soundness"),
        Head("scale", "规模与基础设施", "Scale and infrastructure"),
        Head("policies", "扶持政策", "Supporting policies"),
    ),
)._replace(applicant_zh="市局评审中")

FORM = Form(
    "jinzhong-recognition",
    "市级人力资源服务产业园评估认定审批表",
    "JZ-F",
    (
        FormField("applicant", "申报单位", "Applicant"),
        FormField("filled_on", "填报日期", "Date", "date"),
        FormField("park_name", "园区名称", "Name of the park"),
        FormField("park_address", "园区地址", "Address of the park"),
        FormField("contact", "负责人（联系人）", "Person in charge (contact)"),
        FormField("phone", "联系电话", "Telephone"),
        FormField("ownership", "产权归属", "Ownership"),
        FormField("registered_on", "注册时间", "Date of registration", "date"),
        FormField("investment", "建设投入资金", "Investment", "money", "万元"),
        FormField("land_area", "占地面积", "Site area", "area"),
        FormField("staff", "专（兼）职人员数", "Full-time and part-time staff", "count"),
        FormField("agencies", "入驻机构数量", "Agencies in the park", "count"),
        FormField(
            "construction",
            "载体建设方式",
            "Kind of construction",
            "choice",
            options=(
                Option("new", "新建", "New"),
                Option("converted", "改建", "Converted"),
            ),
        ),
        FormField(
            "services",
            "园区可提供的服务",
            "Services of the park",
            "choices",
            options=(
                Option("policy_advice", "政策咨询", "Policy advice"),
                Option("information", "信息服务", "Information"),
                Option("registration", "注册登记", "Registration"),
                Option("licensing", "证照审批", "Licensing"),
                Option("opening", "开业指导", "Help with opening"),
                Option("fitting_out", "装修入驻", "Fitting out and moving in"),
                Option("property", "物业服务", "Property management"),
                Option("platform", "平台搭建", "Platforms"),
                Option("financing", "融资服务", "Financing"),
                Option("other", "其他服务", "Other services"),
            ),
        ),
        FormField(
            "county_opinion",
            "县级人力资源社会保障部门意见",
            "Opinion of the county office",
            "opinion",
            required=False,
        ),
        FormField(
            "bureau_opinion",
            "市人力资源和社会保障局意见",
            "Opinion of the city bureau",
            "opinion",
            required=False,
        ),
    ),
    layout="one-table",
)

RECOGNITION = Procedure(
    key="recognition",
    zh="市级人力资源服务产业园认定",
    en="Recognition as a city-level park",
    applicant=Applicant(
        "operator",
        (
            Title(
                "operator",
                "人力资源服务产业园",
                "the park",
                "JZ-10(1)",
                "由符合条件的人力资源服务产业园提出申请",
            ),
        ),
        letter="letter",
    ),
    stages=(
        DRAFT,
        COUNTY_REVIEW,
        COUNTY_SIGN,
        BUREAU_REVIEW,
        EXPERT_REVIEW,
        noticed("expert_review", "JZ-10(3)"),
        deciding(
            "JZ-10(4)", "conditions_met", "notice_ended", "no_open_objection", "name_prefixed"
        ),
    ),
    materials=MATERIALS,
    notice=NOTICE,
    clause="JZ-10(1)",
    hands="JZ-4",
    outcome=Outcome("recognition", "JZ-10(4)", "行文批复", level="city", name_prefix="晋中"),
    form=FORM.key,
    sections=(
        Section("park", "园区概况", "The park"),
        Section("sites", "场地", "Sites"),
        Section("roster", "入驻机构名册", "Roster of agencies"),
        Section("facts", "条件指标", "Figures for the conditions"),
        Section("form", "审批表", "Approval form"),
        Section("materials", "申报材料", "Materials"),
    ),
)

# Article 11: a further branch site of a park that stands

STANDS = Recognised("city", "JZ-11", "已经建成的市级人力资源服务产业园")
NEW_BRANCH_FORM = Form(
    "jinzhong-new-branch",
    "市级人力资源服务产业园增设分园区审批表",
    "JZ-11",
    site_fields("市人力资源和社会保障局", Text("拟增设分园区", "new branch site")),
)
NEW_BRANCH = Procedure(
    key="new_branch",
    zh="增设分园区",
    en="New branch site",
    applicant=Applicant(
        "district",
        (
            Title(
                "hr_office",
                "产业园所在地人力资源社会保障部门",
                "the HR office where the park lies",
                "JZ-11",
                "由产业园所在地人力资源社会保障部门",
            ),
        ),
        letter="letter",
    ),
    stages=(
        with_figures("bureau_review", "JZ-11"),
        reviewing("decision", "JZ-11", *VERIFIED),
        deciding("JZ-11", "conditions_met"),
    ),
    materials=(
        Material("letter", "申请函件", "Letter of application", "JZ-11", "提出申请"),
        Material(
            "plan",
            "改变后的规划",
            "The changed plan",
            "JZ-11",
            "改变原规划",
            several=True,
            system_default=True,
        ),
        further("JZ-11"),
    ),
    notice=None,
    clause="JZ-11",
    hands="JZ-4",
    outcome=Outcome("site", "JZ-11", "经同意后可以增设"),
    conditions=AllOf(
        "JZ-9(2)", "增设后的园区", "The park with the new site", (SEVERAL_SITES,), soft=IN_PRINCIPLE
    ),
    requires=(STANDS,),
    form=NEW_BRANCH_FORM.key,
    sections=OF_A_NEW_SITE,
)

# Article 16: recommendation

RECOMMENDATION_FORM = Form(
    "jinzhong-recommendation",
    "推荐申报省级人力资源服务产业园记录表",
    "JZ-16",
    record_fields("市人力资源和社会保障局"),
)
RECOMMENDATION = Procedure(
    key="recommendation",
    zh="推荐申报省级人力资源服务产业园",
    en="Recommendation as a provincial park",
    applicant=the_bureau("JZ-16", "可推荐申报"),
    stages=of_its_own("JZ-16"),
    materials=(further("JZ-16"),),
    notice=None,
    clause="JZ-16",
    hands="JZ-4",
    outcome=Outcome("recommendation", "JZ-16", "可推荐申报省级", level="province"),
    conditions=ForInformation("JZ-16", "成效显著", "Marked results", ()),
    requires=(Recognised("city", "JZ-16", "市级人力资源服务产业园"),),
    form=RECOMMENDATION_FORM.key,
    sections=OF_A_RECORD,
)

DUTIES = (
    Duty(
        "public-notice",
        "公示",
        "Public notice",
        "bureau",
        NOTICE.term,
        "JZ-10(3)",
        NOTICE.words,
        operator=">=",
    ),
    Duty(
        "evaluation",
        "上年度考核评估",
        "Evaluation of last year",
        "bureau",
        NextYear(3, 31),
        "JZ-23",
        "每年第一季度",
    ),
    Duty(
        "rectification",
        "整改期限",
        "Period for rectification",
        "park",
        Term(90, "days"),
        "JZ-25(3)",
        "责令其限期整改",
        system_default=True,
    ),
)

# Articles 12 to 14: money

EMPLOYMENT_FUND = Text("市级财政就业补助资金", "municipal employment subsidy fund")
TASK = Above(claims.EMPLOYED_PERSONS, claims.EMPLOYMENT_TASK, 10, "JZ-13")
RECOGNITION_AWARD = Scheme(
    key="recognition",
    zh="认定一次性奖励",
    en="Award on recognition, once",
    clause="JZ-12",
    asks=(),
    conditions=Judged("JZ-12a", "被认定为市级产业园", "Recognised as a city park", "被认定为市级"),
    amount=Fixed(600_000, "一次性奖励", "Award, once", "JZ-12", "60万元"),
    once=True,
    fund=EMPLOYMENT_FUND,
)


def _operating(above: Above) -> Capped:
    """Base and reward for the excess, as one counts the excess."""
    return Capped(
        Sum(
            (
                Fixed(200_000, "基础运营经费", "Base for running costs", "JZ-13", "20万元"),
                PerHead(20, above, "JZ-13", "超出部分按20元/人"),
            ),
            "JZ-13",
        ),
        500_000,
        "JZ-13",
        "每年补助总额不超过50万元",
        per=Text("每年", "a year"),
    )


OPERATIONS = Scheme(
    key="operations",
    zh="运营经费补助",
    en="Subsidy for running costs",
    clause="JZ-13",
    asks=(
        claims.EMPLOYED_PERSONS,
        claims.EMPLOYMENT_TASK,
        claims.GRADE,
        claims.RECTIFICATION,
    ),
    conditions=AllOf(
        "JZ-13",
        "补助条件",
        "Conditions of the subsidy",
        (
            ReachesShare(
                "JZ-13a",
                "当年促进就业人数",
                "Persons helped into employment this year",
                "达到……年度任务之和的10%",
                TASK,
            ),
            GradeGate(
                "JZ-25(3)a",
                "考核等次及整改结果",
                "Grade of the evaluation and result of the rectification",
                "整改后仍不合格的",
                pays=("excellent", "qualified"),
                waits=("unqualified",),
            ),
        ),
    ),
    amount=_operating(TASK),
    fund=EMPLOYMENT_FUND,
    alternatives=(
        Alternative(
            Question(
                "A-JZ-08",
                "JZ-13",
                Text(
                    "任务的10%不是整数时，超出部分从哪里起算？",
                    "Where 10 % of the task is no whole number, where does the excess begin?",
                ),
                (
                    Way("a", "自达线的整人数起算", "From the whole number that reaches the line"),
                    Way("b", "自精确的10%起算", "From the exact 10 %"),
                ),
                "a",
                Text("人数没有小数。", "There is no fraction of a person."),
            ),
            {"b": _operating(TASK._replace(whole=False))},
        ),
        Alternative(
            Question(
                "A-JZ-09",
                "JZ-13",
                Text("“超出部分”超出什么？", "Above what is the excess?"),
                (
                    Way("a", "超出10%的部分", "Above the 10 %"),
                    Way("b", "超出任务之和的部分", "Above the sum of the tasks"),
                ),
                "a",
                Text("前句的标准是10%。", "The sentence's standard is the 10 %."),
            ),
            {"b": _operating(TASK._replace(percent=100))},
        ),
    ),
)
MONEY = Money(
    schemes=(RECOGNITION_AWARD, OPERATIONS),
    uses=Uses(
        "JZ-14",
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

# Articles 17 to 22: what must be there, without a day

STANDING = (
    Standing(
        "targets",
        "运营发展目标任务",
        "Targets of operation and development",
        "bureau",
        "targets",
        "JZ-17",
        "运营发展目标任务",
    ),
    Standing(
        "county_rules",
        "管理运营办法和园区管理制度",
        "Rules of operation and management",
        "district",
        "rules",
        "JZ-18",
        "权责清晰的管理运营办法",
    ),
    Standing(
        "county_body",
        "产业园议事协调机构",
        "Coordinating body",
        "district",
        "body",
        "JZ-18",
        "产业园议事协调机构",
    ),
    Standing(
        "operating_body",
        "日常运营机构",
        "Body for daily operation",
        "park",
        "body",
        "JZ-19",
        "设立日常运营机构",
    ),
    Standing(
        "team",
        "专业管理团队和专职工作人员",
        "Professional team and full-time staff",
        "park",
        "staff",
        "JZ-19",
        "配备专业管理团队和专职工作人员",
    ),
    Standing(
        "safety",
        "安全生产和突发事件处置",
        "Safety at work and emergencies",
        "park",
        "safety",
        "JZ-21",
        "落实安全生产责任",
    ),
    Standing(
        "information_security",
        "信息安全、保密和个人信息保护",
        "Information security, secrecy, personal data",
        "park",
        "safety",
        "JZ-22",
        "强化个人信息保护",
    ),
)

# Articles 23 to 25: evaluation, graded by decision

EVALUATION = Evaluation(
    frame=Frame(
        "JZ-23",
        "上年度运营情况",
        (
            Dimension(
                "economy", "经济发展情况", "Economic development", "JZ-24(1)", "经济发展情况"
            ),
            Dimension("role", "作用发挥情况", "Social role", "JZ-24(2)", "作用发挥情况"),
            Dimension("operation", "运营管理水平", "Operation", "JZ-24(3)", "运营管理水平"),
        ),
        (EXCELLENT, QUALIFIED, UNQUALIFIED),
    ),
    consequences=(
        Consequence(
            "pay_excellent",
            "按规定给予奖补",
            "The awards as ruled",
            "pay",
            "JZ-25(1)",
            "按规定给予相关奖补",
            grade="excellent",
        ),
        Consequence(
            "commend",
            "全市通报表扬",
            "Commended across the city",
            "commend",
            "JZ-25(1)",
            "全市通报表扬",
            grade="excellent",
        ),
        Consequence(
            "pay_qualified",
            "按规定给予奖补",
            "The awards as ruled",
            "pay",
            "JZ-25(2)",
            "按规定给予相关奖补",
            grade="qualified",
        ),
        Consequence(
            "rectify",
            "责令限期整改",
            "Ordered to rectify by a date",
            "rectify",
            "JZ-25(3)",
            "责令其限期整改",
            grade="unqualified",
        ),
        Consequence(
            "cancel",
            "取消上一个考核评估周期应划拨的补助资金",
            "The money of the cycle evaluated is cancelled",
            "cancel_money",
            "JZ-25(3)",
            "取消其上一个考核评估周期应划拨的补助资金",
            grade="unqualified",
            after_failure=True,
        ),
        Consequence(
            "revoke",
            "取消市级产业园资格",
            "The recognition is revoked",
            "revoke",
            "JZ-25(3)",
            "连续两次考核评估为不合格",
            grade="unqualified",
            in_a_row=2,
        ),
    ),
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-JZ-03",
        "JZ-9(2)",
        Text(
            "多园区的核心面积、总面积是否也按建筑面积计？",
            "Are the areas of several sites floor areas too?",
        ),
        (
            Way("a", "均按建筑面积", "Floor area throughout"),
            Way("b", "可按占地面积", "Site area may count"),
        ),
        "a",
        Text("同一项前句只说建筑面积。", "The sentence before it speaks of floor area only."),
    ),
    Question(
        "A-JZ-04",
        "JZ-9(2)",
        Text(
            "设立多个园区、核心园区已达3000平方米的，能否按单一园区的条件认定？",
            "May several sites with a core of 3,000 m² use the limb of a single site?",
        ),
        (
            Way("a", "不能，按是否设立多个园区择一适用", "No: the number of sites picks the limb"),
            Way("b", "能", "Yes"),
        ),
        "a",
        Text(
            "条文以“只设立一个园区”与“设立多个园区”分述。",
            "The text sets one site and several sites apart.",
        ),
    ),
    Question(
        "A-JZ-05",
        "JZ-10(1)",
        Text(
            "产业园没有法人资格时，由谁作为申报单位？",
            "Who applies where the park is no legal person?",
        ),
        (
            Way("a", "运营机构或管委会", "Its operator or committee"),
            Way("b", "所在地政府部门", "The local office"),
        ),
        "a",
        Text("审批表须由申报单位盖章。", "The form asks for the applicant's seal."),
    ),
    Question(
        "A-JZ-06",
        "JZ-10(4)",
        Text("“晋中”字样何时冠于园区名称？", "When does the name take the prefix?"),
        (
            Way("a", "批复时", "With the approval"),
            Way("b", "申报时", "With the application"),
        ),
        "a",
        Text("冠名规定于“确定”一项。", "The prefix stands under the item on the decision."),
    ),
    Question(
        "A-JZ-15",
        "JZ-26",
        Text("有效期2年的最后一天是哪一天？", "Which is the last day of the two years?"),
        (
            Way("a", "2024年11月30日，施行日计入", "30 November 2024, the first day counted"),
            Way("b", "2024年12月1日，施行日不计入", "1 December 2024, the first day not counted"),
        ),
        "a",
        Text(
            "规范性文件有效期通常自施行日起计满。",
            "Terms of such instruments are usually printed with the first day counted.",
        ),
    ),
    Question(
        "A-JZ-16",
        "JZ-F",
        Text(
            "审批表所问“占地面积”能否作为面积条件的依据？",
            "May the form's site area serve the test of floor area?",
        ),
        (
            Way(
                "a",
                "不能，表格照原样填写，条件另行核对",
                "No: the form is kept as printed, the conditions are checked beside it",
            ),
            Way("b", "能", "Yes"),
        ),
        "a",
        Text("条件所说的是建筑面积。", "The condition speaks of floor area."),
    ),
    Question(
        "A-X-08",
        "JZ-9(2)",
        Text("“分园区不超过3个”是否包括核心园区？", "Do the three branch sites include the core?"),
        (
            Way("a", "不包括", "No"),
            Way("b", "包括", "Yes"),
        ),
        "a",
        Text("核心园区与分园区用词不同。", "Core and branch are different words."),
    ),
    Question(
        "A-X-03",
        "JZ-9(3)",
        Text("机构数量以哪一天为准？", "On which day are agencies counted?"),
        (
            Way("a", "申报之日", "The day of application"),
            Way("b", "上一年度末", "The end of last year"),
        ),
        "a",
        Text("条文只对营业收入写明上一年度。", "Only revenue is tied to last year."),
    ),
    left_open(
        "A-JZ-02",
        "JZ-9(3)",
        Text(
            "“达3000万元以上”与“超过500万元”是否都含本数？",
            "Do both 达…以上 and 超过 include the number?",
        ),
        Text("参照民法典第一千二百五十九条。", "By analogy to article 1259 of the Civil Code."),
        Text("前者含本数，后者不含", "The first includes it, the second does not"),
        Text("均含本数", "Both do"),
    ),
    left_open(
        "A-JZ-07",
        "JZ-13",
        Text("“所在市”任务数指哪一级？", "Whose task is that of the city where the park is?"),
        Text("条文字面为市。", "The text says city."),
        Text("晋中市", "Jinzhong as a whole"),
        Text("园区所在县（区、市）", "The county where the park is"),
    ),
    left_open(
        "A-JZ-10",
        "JZ-13",
        Text(
            "50万元上限按园区还是按全市计？60万元奖励是否计入？",
            "Is the ceiling per park or for the city, and does it hold the award of 600,000?",
        ),
        Text(
            "上限写在第十三条，奖励写在第十二条。",
            "The ceiling stands in article 13, the award in article 12.",
        ),
        Text("按每个园区每年计，奖励不计入", "Per park and year, the award apart"),
        Text("按全市每年计", "For the city and year"),
    ),
    left_open(
        "A-JZ-11",
        "JZ-13",
        Text("“促进就业人数”如何计数？", "How are persons helped into employment counted?"),
        Text("条文写“人数”，不是人次。", "The text says persons, not person-times."),
        Text("按人去重，每人每年一次", "Each person once a year"),
        Text("按人次", "By person-times"),
    ),
    left_open(
        "A-JZ-12",
        "JZ-25(1)",
        Text(
            "三个等次的分数线和比例是什么？", "What are the marks and shares of the three grades?"
        ),
        Text("条文未写分数和比例。", "The text prints neither."),
        Text("由市局定等并说明理由", "The bureau decides with its reasons"),
        Text("参照其他省市的分数线", "By the marks of another province"),
    ),
    left_open(
        "A-JZ-13",
        "JZ-25(3)",
        Text("取消的是哪一年的补助资金？", "Which year's money is cancelled?"),
        Text(
            "评估在次年第一季度进行，评上年度。",
            "The evaluation of a year is held in the next first quarter.",
        ),
        Text("被评估年度尚未拨付的资金", "That of the year evaluated, not yet paid"),
        Text("被评估年度之前一年的资金", "That of the year before"),
    ),
    left_open(
        "A-JZ-14",
        "JZ-25(3)",
        Text(
            "“连续两次”是否包括整改后的复评？", "Does a re-inspection count as one of two in a row?"
        ),
        Text("“次”指年度考核评估。", "The text counts evaluations."),
        Text("不包括，指相邻两个年度的考核", "No: two consecutive yearly evaluations"),
        Text("包括", "Yes"),
    ),
    left_open(
        "A-X-04",
        "JZ-10(3)",
        Text("公示期间有异议如何处理？", "What follows an objection during the notice?"),
        Text("各文本只写“无异议”。", "The texts speak only of notices without objection."),
        Text(
            "有未处理的异议不得结束公示，成立的退回评估",
            "The notice stays open; a founded objection goes back to review",
        ),
        Text("异议另行处理，不影响认定", "Objections are handled apart"),
    ),
    left_open(
        "A-X-05",
        "JZ-25(3)",
        Text("整改期限多长？", "How long is the rectification?"),
        Text("条文写“限期”，未写天数。", "The text prints no length."),
        Text(
            "由经办人填写日期，系统建议90日",
            "A date set by the office; 90 days are the system's advice",
        ),
        Text("一律90日", "Always 90 days"),
    ),
)

CLAUSES = (
    inert("JZ-1", "purpose"),
    binds("JZ-2"),
    inert("JZ-3", "goal"),
    binds("JZ-4"),
    inert("JZ-5", "goal"),
    inert("JZ-6", "permits"),
    inert("JZ-7", "encourages"),
    inert("JZ-8", "goal"),
    binds("JZ-9"),
    binds("JZ-9(1)"),
    binds("JZ-9(2)", "3000平方米", "2000平方米", "4000平方米", "3个"),
    binds("JZ-9(3)", "10家", "3000万元", "500万元", "3家", "300万元", "5家", "1000万元", "1家"),
    binds("JZ-9(4)"),
    binds("JZ-9(5)"),
    binds("JZ-9(6)"),
    binds("JZ-10(1)"),
    *(binds(f"JZ-10(1)-{n}") for n in range(1, 8)),
    binds("JZ-10(2)"),
    binds("JZ-10(3)", "5个工作日"),
    binds("JZ-10(4)"),
    binds("JZ-11"),
    binds("JZ-12", "60万元"),
    binds("JZ-13", "10%", "20万元", "20元/人", "50万元"),
    binds("JZ-14"),
    inert("JZ-15", "encourages"),
    binds("JZ-16"),
    binds("JZ-17"),
    binds("JZ-18"),
    binds("JZ-19"),
    inert("JZ-20", "encourages"),
    binds("JZ-21"),
    binds("JZ-22"),
    binds("JZ-23", "第一季度"),
    *(binds(f"JZ-24({n})") for n in range(1, 4)),
    binds("JZ-25(1)"),
    binds("JZ-25(2)"),
    binds("JZ-25(3)", "连续两次"),
    binds("JZ-26", "2022年12月1日", "2年"),
    inert("JZ-27", "permits"),
    binds("JZ-F"),
)

EDITIONS = (
    Edition(
        key="jinzhong-2022",
        zh="晋中市",
        en="Jinzhong",
        level="city",
        area_code="140700",
        instrument=INSTRUMENT,
        scope="JZ-2",
        commencement="JZ-26",
        conditions=CONDITIONS,
        clauses=CLAUSES,
        open_questions=QUESTIONS,
        money=MONEY,
        evaluation=EVALUATION,
        standing=STANDING,
        duties=DUTIES,
        procedures={each.key: each for each in (RECOGNITION, NEW_BRANCH, RECOMMENDATION)},
        forms=(FORM, NEW_BRANCH_FORM, RECOMMENDATION_FORM),
    ),
)
