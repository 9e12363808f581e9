"""云人社通〔2021〕75号《云南省省级人力资源服务产业园创建和评估暂行办法》, from 2021-11-05."""

from datetime import date

from rules import facts
from rules.amounts import Fixed
from rules.applicants import Applicant, Recognised, Title, the_bureau
from rules.conditions import (
    AllOf,
    ForInformation,
    Judged,
    Relaxation,
    Threshold,
    at_least,
    at_most,
)
from rules.consequences import Consequence, Finding
from rules.duties import Duty, NextYear, Term
from rules.edition import Edition
from rules.evaluation import Evaluation
from rules.fields import Form
from rules.grades import EXCELLENT, QUALIFIED, UNQUALIFIED, Dimension, Frame
from rules.materials import Material
from rules.outcomes import Outcome
from rules.papers import (
    OF_A_NEW_SITE,
    OF_A_PARK,
    OF_A_RECORD,
    further,
    park_fields,
    record_fields,
    site_fields,
)
from rules.procedure import Head, Move, Notice, Procedure, Stage
from rules.recorded import Money
from rules.schemes import Scheme
from rules.source import Instrument, Question, Text, Way, binds, inert, left_open
from rules.standing import Standing
from rules.stations import (
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

BRANCHES = Threshold(
    "YN-4(2)c",
    "分园区数量",
    "Branch sites",
    "原则上不超过3个",
    facts.BRANCH_SITES,
    at_most(3),
    soft=Ground("in_principle", "YN-4(2)", "原则上", "原则上", "in principle"),
)

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
                BRANCHES,
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

# Article 6: recognition

BUREAU = "云南省人力资源和社会保障厅"
NOTICE = Notice(
    Term(5, "workdays"),
    exact=True,
    clause="YN-6(3)",
    words="为期5个工作日",
    listed=Text("认定建议名单", "List of proposals"),
)

STUDY = experts(
    "proposal_list",
    "YN-6(2)",
    (
        Head("scale", "园区规模", "Scale"),
        Head("operation", "运营管理", "Operation"),
        Head("infrastructure", "基础设施", "Infrastructure"),
        Head("features", "功能特色", "Functions and features"),
        Head("public_service", "公共服务", "Public service"),
        Head("benefits", "实际效益", "Actual benefits"),
    ),
    "consultations_asked",
    "consultations_answered",
    proposes=False,
)._replace(
    zh="论证评估",
    en="Study by departments and experts",
)
PROPOSAL_LIST = Stage(
    "proposal_list",
    "认定建议名单",
    "List of proposals",
    "省厅评审中",
    "Under review by the provincial office",
    REVIEWER,
    (
        Move("forward", "notice", proposes="approve"),
        Move("propose_refusal", "decision", opinion=True, proposes="refuse"),
        Move("send_back", "expert_review", opinion=True),
    ),
    "YN-6(2)",
)

FORM = Form(
    "yunnan-recognition",
    "云南省省级人力资源服务产业园认定审批表",
    "YN-6(1)",
    park_fields(BUREAU),
)

RECOGNITION = Procedure(
    key="recognition",
    zh="省级人力资源服务产业园认定",
    en="Recognition as a provincial park",
    applicant=Applicant(
        "district",
        (
            Title(
                "government",
                "州（市）人民政府",
                "the prefecture government",
                "YN-6(1)",
                "应由州（市）人民政府",
            ),
        ),
        letter="letter",
    ),
    stages=(
        with_figures("bureau_review", "YN-6(1)"),
        reviewing("expert_review", "YN-6(2)", *VERIFIED, proposes=False),
        STUDY,
        PROPOSAL_LIST,
        noticed("proposal_list", "YN-6(3)"),
        deciding("YN-6(3)", "conditions_met", "notice_ended", "no_open_objection"),
    ),
    materials=(
        Material("letter", "申报函件", "Letter of application", "YN-6(1)", "申报函件"),
        Material(
            "planning_report",
            "产业园建设规划论证报告",
            "Planning study",
            "YN-6(1)",
            "建设规划论证报告",
        ),
        Material(
            "operation_report",
            "建设运营管理情况报告",
            "Report on construction and operation",
            "YN-6(1)",
            "建设运营管理情况报告",
        ),
        Material(
            "policies",
            "已经出台的扶持政策文件",
            "Supporting policies issued",
            "YN-6(1)",
            "已经出台的扶持人力资源服务业发展的政策文件",
            several=True,
        ),
        further("YN-6(1)", "等材料"),
    ),
    notice=NOTICE,
    clause="YN-6(1)",
    hands="YN-8",
    outcome=Outcome(
        "recognition",
        "YN-6(3)",
        "行文批复",
        level="province",
        plaque="颁发省级人力资源服务产业园标牌",
    ),
    form=FORM.key,
    sections=OF_A_PARK,
)

# Article 7: a further branch site of a park that stands

NEW_BRANCH_FORM = Form(
    "yunnan-new-branch",
    "省级人力资源服务产业园增设分园区审批表",
    "YN-7",
    site_fields(BUREAU, Text("拟增设分园区", "new branch site")),
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
                "州（市）人力资源社会保障部门",
                "the prefecture's HR office",
                "YN-7",
                "由州（市）人力资源社会保障部门",
            ),
        ),
        letter="letter",
    ),
    stages=(
        with_figures("bureau_review", "YN-7"),
        reviewing("decision", "YN-7", *VERIFIED),
        deciding("YN-7", "conditions_met"),
    ),
    materials=(
        Material("letter", "申请函", "Letter of application", "YN-7", "具函申请"),
        further("YN-7"),
    ),
    notice=None,
    clause="YN-7",
    hands="YN-10",
    outcome=Outcome("site", "YN-7", "经同意后增设"),
    conditions=AllOf(
        "YN-4(2)", "增设后的园区", "The park with the new site", (BRANCHES,), soft=IN_PRINCIPLE
    ),
    requires=(Recognised("province", "YN-7", "已经建成的省级人力资源服务产业园"),),
    form=NEW_BRANCH_FORM.key,
    sections=OF_A_NEW_SITE,
)

# Article 17: recommendation

RECOMMENDATION_FORM = Form(
    "yunnan-recommendation",
    "推荐申报国家级人力资源服务产业园记录表",
    "YN-17",
    record_fields(BUREAU),
)
RECOMMENDATION = Procedure(
    key="recommendation",
    zh="推荐申报国家级人力资源服务产业园",
    en="Recommendation as a national park",
    applicant=the_bureau("YN-17", "优先推荐申报"),
    stages=of_its_own("YN-17"),
    materials=(further("YN-17"),),
    notice=None,
    clause="YN-17",
    hands="YN-8",
    outcome=Outcome("recommendation", "YN-17", "优先推荐申报国家级", level="national"),
    conditions=ForInformation(
        "YN-17",
        "评估考核优秀的优先",
        "Those graded excellent come first",
        (),
    ),
    requires=(Recognised("province", "YN-17", "推荐申报国家级人力资源服务产业园"),),
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
        "YN-6(3)",
        NOTICE.words,
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
    Duty(
        "evaluation",
        "综合评估考核",
        "Evaluation",
        "bureau",
        Term(3, "years"),
        "YN-16",
        "每三年",
    ),
    Duty(
        "rectification",
        "整改期限",
        "Period for rectification",
        "park",
        Term(90, "days"),
        "YN-17",
        "限期整改",
        system_default=True,
    ),
)

# Article 9: money

MONEY = Money(
    schemes=(
        Scheme(
            key="opening",
            zh="一次性开园补贴",
            en="Opening subsidy, once",
            clause="YN-9",
            asks=(),
            conditions=Judged(
                "YN-9a", "获批省级产业园", "Approved as a provincial park", "获批省级"
            ),
            amount=Fixed(2_000_000, "一次性开园补贴", "Opening subsidy", "YN-9", "200万元一次性"),
            once=True,
            fund=Text("省级财政", "provincial treasury"),
        ),
    ),
)

# Article 11: what must be there, without a day

STANDING = (
    Standing(
        "local_rules",
        "运营管理办法",
        "Rules of operation",
        "district",
        "rules",
        "YN-11",
        "权责清晰的运营管理办法",
    ),
    Standing(
        "coordinating_body",
        "运营管理协调机构",
        "Coordinating body",
        "park",
        "body",
        "YN-11",
        "一般应设立运营管理协调机构",
    ),
    Standing(
        "staff",
        "专、兼职工作人员",
        "Full-time or part-time staff",
        "park",
        "staff",
        "YN-11",
        "专、兼职工作人员",
    ),
)

# Articles 16 and 17: evaluation, graded by decision

POOR = (
    Finding("poor_running", "经营不善", "Badly run"),
    Finding("little_benefit", "效益不明显", "No marked benefit"),
    Finding("irregular", "违规运营", "Irregular operation"),
    Finding("harm", "其他不良影响", "Other harm"),
)
POOR_WORDS = "经营不善、效益不明显、存在违规运营情况以及造成其他不良影响"
EVALUATION = Evaluation(
    frame=Frame(
        "YN-16",
        "综合评估考核",
        (
            Dimension("platforms", "平台建设", "Platforms", "YN-16", "平台建设"),
            Dimension("policies", "政策体系", "Policies", "YN-16", "政策体系"),
            Dimension("operation", "运营管理", "Operation", "YN-16", "运营管理"),
            Dimension("services", "服务保障", "Services", "YN-16", "服务保障"),
            Dimension(
                "benefit", "经济社会效益", "Economic and social benefit", "YN-16", "经济社会效益"
            ),
        ),
        (EXCELLENT, QUALIFIED._replace(unprinted=True), UNQUALIFIED),
    ),
    consequences=(
        Consequence(
            "commend",
            "通报表扬",
            "Commended",
            "commend",
            "YN-17",
            "予以通报表扬",
            grade="excellent",
        ),
        Consequence(
            "recommend",
            "优先推荐申报国家级",
            "Recommended first for the national level",
            "recommend",
            "YN-17",
            "优先推荐申报国家级",
            grade="excellent",
        ),
        Consequence(
            "criticise",
            "通报",
            "Criticised in a circular",
            "criticise",
            "YN-17",
            "进行通报",
            grade="unqualified",
        ),
        Consequence(
            "rectify",
            "限期整改",
            "Ordered to rectify by a date",
            "rectify",
            "YN-17",
            "限期整改",
            grade="unqualified",
        ),
        Consequence(
            "order",
            "责令整改",
            "Ordered to rectify",
            "rectify",
            "YN-17",
            POOR_WORDS,
            findings=POOR,
            choice=True,
        ),
        Consequence(
            "revoke",
            "取消授牌",
            "The plaque is withdrawn",
            "revoke",
            "YN-17",
            POOR_WORDS,
            findings=POOR,
            choice=True,
        ),
        Consequence(
            "refund",
            "退还财政补贴",
            "The subsidy is paid back",
            "refund",
            "YN-17",
            "退还财政补贴",
            findings=POOR,
            choice=True,
        ),
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
    left_open(
        "A-YN-02",
        "YN-4(2)",
        Text("没有印发面积标准，是否另设？", "No floor area is printed: is one to be set?"),
        Text("条文未写，不得自行增加。", "None is printed, and none may be invented."),
        Text("不设", "No"),
        Text("参照国家级标准", "By the national standard"),
    ),
    left_open(
        "A-YN-05",
        "YN-9",
        Text("开园补贴拨给谁？", "To whom is the opening subsidy paid?"),
        Text("条文只写给予支持。", "The text does not say."),
        Text("登记收款单位，一次性", "The payee is recorded, once"),
        Text("拨给州（市）财政", "The prefecture's treasury"),
    ),
    left_open(
        "A-YN-06",
        "YN-16",
        Text(
            "“每三年”从何时起算？自评何时报送？",
            "From when do the three years run, and when is the self-assessment due?",
        ),
        Text("条文未写日期。", "No day is printed."),
        Text(
            "自认定起；自评系统默认3月31日",
            "From the recognition; 31 March by the system's default",
        ),
        Text("全省统一批次", "One round for the province"),
    ),
    left_open(
        "A-YN-07",
        "YN-17",
        Text("除优秀、不合格外还有哪些等次？", "Which grades are there besides the two named?"),
        Text("条文只写两个等次的后果。", "The text names two and what follows."),
        Text("其余为合格（未印发名称）", "The rest is qualified, a name not printed"),
        Text("另设良好", "A further one between"),
    ),
    left_open(
        "A-YN-08",
        "YN-17",
        Text(
            "三种处理措施能否并用？退还多少？",
            "May the three measures go together, and how much is paid back?",
        ),
        Text("条文并列三项，未写条件和数额。", "They are listed without terms or sums."),
        Text(
            "可以任选并用，说明理由；金额由机关填写",
            "Any of them, with reasons; an office enters the sum",
        ),
        Text("只能择一", "One only"),
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
    binds("YN-6(3)", "5个工作日"),
    binds("YN-7"),
    binds("YN-8"),
    binds("YN-9", "200万元"),
    binds("YN-10"),
    binds("YN-11"),
    inert("YN-12", "encourages"),
    inert("YN-13", "encourages"),
    inert("YN-14", "encourages"),
    inert("YN-15", "encourages"),
    binds("YN-16", "每三年", "每年"),
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
        money=MONEY,
        evaluation=EVALUATION,
        standing=STANDING,
        procedures={each.key: each for each in (RECOGNITION, NEW_BRANCH, RECOMMENDATION)},
        forms=(FORM, NEW_BRANCH_FORM, RECOMMENDATION_FORM),
        duties=DUTIES,
        relaxations=RELAXATIONS,
    ),
)
