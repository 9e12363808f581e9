"""沪人社力〔2022〕115号《中国上海人力资源服务产业园区建设管理办法》, in force from 2022-06-09."""

from datetime import date

from rules import facts
from rules.applicants import Applicant, Committed, Follows, Recognised, Title
from rules.conditions import AllOf, ForInformation, Judged, Threshold, at_least
from rules.consequences import Consequence
from rules.duties import Duty, NextYear, Term
from rules.edition import Edition
from rules.evaluation import Evaluation
from rules.fields import Form, FormField
from rules.grades import EXCELLENT, QUALIFIED, UNQUALIFIED, Dimension, Frame, Grade
from rules.materials import Material, Section
from rules.outcomes import Outcome, Period
from rules.papers import (
    OF_A_MOVE,
    OF_A_NAME,
    OF_A_PARK,
    OF_A_PARK_TO_COME,
    decision,
    district_opinion,
    further,
    name_fields,
    park_fields,
    plan_fields,
    site_fields,
)
from rules.procedure import Head, Move, Procedure, Record, Stage
from rules.source import Instrument, Question, Text, Way, binds, inert, left_open
from rules.standing import Admission, Bar, NameUse, Standing, Stem
from rules.stations import (
    DIRECTOR,
    REVIEWER,
    VERIFIED,
    consenting,
    deciding,
    drafting,
    receiving,
    reporting,
    reviewing,
    with_figures,
)
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

CONCENTRATION = (
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
)

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
                    "应设立人力资源服务业发展引导资金",
                ),
                Judged(
                    "SH-6(1)b",
                    "制定明确的扶持政策",
                    "Explicit supporting policies",
                    "扶持政策措施",
                ),
            ),
        ),
        Judged("SH-6(2)", "匹配经济发展", "Match with the local economy", "匹配经济发展"),
        Judged(
            "SH-6(3)",
            "规划论证科学",
            "Sound planning study by a third party",
            "委托第三方……充分论证",
        ),
        AllOf("SH-6(4)", "集聚效应", "Concentration", CONCENTRATION),
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

# Articles 7 to 10: preparation

GOVERNMENT = Title(
    "government", "区（域）人民政府", "the district government", "SH-7", "相关区（城）"
)
ZONE = Title(
    "zone",
    "特定区域管理机构",
    "the committee of a special zone",
    "SH-10",
    "特定区域",
)
YEAR = Period(Term(1, "years"), "SH-9", "筹建期为1年")
BUREAU = "上海市人力资源和社会保障局"

LETTER = Material("letter", "申请函件", "Letter of application", "SH-7", "申请函件")
PLANNING = Material(
    "planning_report", "建设规划论证报告", "Planning study", "SH-7", "建设规划论证报告"
)
PREPARING = Material(
    "preparation_report", "筹建情况报告", "Report on the preparation", "SH-7", "筹建情况报告"
)
POLICIES = Material(
    "policies",
    "已经出台的政策文件",
    "Policies issued",
    "SH-7",
    "已经出台的促进人力资源服务业发展的政策文件",
    several=True,
)

STUDY = reviewing("decision", "SH-8", *VERIFIED, "heads_answered")._replace(
    zh="调研论证",
    en="Study",
    applicant_zh="市局调研论证中",
    applicant_en="Being studied by the bureau",
    heads=(
        Head("necessity", "必要性", "Necessity"),
        Head("feasibility", "可行性", "Feasibility"),
        Head("soundness", "科学性", "Soundness"),
    ),
)

PREPARATION_FORM = Form(
    "shanghai-preparation",
    "国家级人力资源服务产业园区分园筹建审批表",
    "SH-7",
    plan_fields(
        BUREAU,
        FormField("planner", "规划论证第三方", "Third party of the planning study"),
        FormField("industry", "产业基础与匹配情况", "Local industry, and how the park matches it"),
    ),
)

PREPARATION = Procedure(
    key="preparation",
    zh="国家级人力资源服务产业园区分园筹建",
    en="Preparation of a branch of the national park",
    applicant=Applicant("district", (GOVERNMENT, ZONE), letter="letter"),
    stages=(
        with_figures("bureau_review", "SH-7"),
        STUDY,
        deciding("SH-8", "conditions_met"),
    ),
    materials=(LETTER, PLANNING, PREPARING, POLICIES, further("SH-7", "等材料")),
    notice=None,
    clause="SH-7",
    hands="SH-4",
    outcome=Outcome("preparation", "SH-8", "批复同意筹建", period=YEAR),
    conditions=AllOf(
        "SH-6",
        "分园设立条件",
        "Conditions of a branch",
        tuple(
            # A branch to come has no tenants yet (A-SH-03).
            ForInformation(
                "SH-6(4)",
                "集聚效应（筹建时参考）",
                "Concentration (for information at this step)",
                CONCENTRATION,
            )
            if part.place == "SH-6(4)"
            else part
            for part in CONDITIONS.parts
        ),
        soft=IN_PRINCIPLE,
    ),
    committed=tuple(
        Committed(fact, "SH-8", "同意筹建")
        for fact in (
            facts.OPERATING_AGENCIES,
            facts.ANNUAL_REVENUE,
            facts.FLOOR_AREA,
            facts.PUBLIC_SERVICE_AREA,
        )
    ),
    has_park=False,
    form=PREPARATION_FORM.key,
    sections=OF_A_PARK_TO_COME,
)

# Article 9: the formal application

FORMAL_GOVERNMENT = GOVERNMENT._replace(clause="SH-9", words="所在区（城）政府")

CONSENT = Stage(
    "decision",
    "市局审核同意",
    "Consent of the bureau",
    "等待市局同意",
    "Awaiting the bureau's consent",
    DIRECTOR,
    (
        Move(
            "forward",
            "letter",
            guards=(
                "proposed_approval",
                "four_eyes",
                "requirements_met",
                "basis_recorded",
                "conditions_met",
            ),
        ),
        Move(
            "refuse",
            guards=("proposed_refusal", "four_eyes", "document_numbered"),
            opinion=True,
            final="refused",
        ),
        Move("send_back", "bureau_review", opinion=True),
    ),
    "SH-9",
)
RECORDED = ("record_complete", "record_in_order")
TO_THE_MINISTRY = Stage(
    "letter",
    "具函报部",
    "Letter to the ministry",
    "报人力资源社会保障部",
    "Going to the ministry",
    REVIEWER,
    (
        Move("record", "ministry", guards=RECORDED),
        Move("send_back", "decision", opinion=True),
    ),
    "SH-9",
    record=Record(
        "向人力资源社会保障部申请的函",
        "Letter to the ministry",
        BUREAU,
        "SH-9",
        "向人力资源社会保障部具函申请设立",
        after="decision",
    ),
)
MINISTRY = Stage(
    "ministry",
    "部审批",
    "Decision of the ministry",
    "人力资源社会保障部审批中",
    "With the ministry",
    REVIEWER,
    (
        Move("record", "establishment", guards=RECORDED),
        Move("send_back", "letter", opinion=True),
    ),
    "SH-9",
    record=Record(
        "人力资源社会保障部批复",
        "Decision of the ministry",
        "人力资源社会保障部",
        "SH-9",
        "获批准同意",
        after="letter",
        decides=True,
    ),
)
ESTABLISHMENT = Stage(
    "establishment",
    "增设分园",
    "Establishment",
    "正在办理设立",
    "Being established",
    DIRECTOR,
    (
        Move("approve", guards=("outside_approved", "recorded_by_other"), final="approved"),
        Move(
            "refuse",
            guards=("outside_refused", "recorded_by_other"),
            opinion=True,
            final="refused",
        ),
        Move("send_back", "ministry", opinion=True),
    ),
    "SH-9",
    document_of="ministry",
)

FORMAL_FORM = Form(
    "shanghai-formal",
    "国家级人力资源服务产业园区分园设立审批表",
    "SH-9",
    park_fields(BUREAU),
)

FORMAL = Procedure(
    key="formal",
    zh="国家级人力资源服务产业园区分园设立",
    en="Establishment of a branch of the national park",
    applicant=Applicant("district", (FORMAL_GOVERNMENT, ZONE), letter="letter"),
    stages=(
        with_figures("bureau_review", "SH-9"),
        reviewing("decision", "SH-9", *VERIFIED),
        CONSENT,
        TO_THE_MINISTRY,
        MINISTRY,
        ESTABLISHMENT,
    ),
    # Article 9 prints no list of its own: that of article 7 serves again, brought up to date.
    materials=(
        Material("letter", "正式申请函", "Letter of formal application", "SH-9", "正式申请设立"),
        PLANNING._replace(updates=True),
        PREPARING._replace(updates=True),
        Material(
            "results_report",
            "筹建成效报告",
            "Report on the results of the preparation",
            "SH-9",
            "筹建情况良好、产业集聚效应显现",
            system_default=True,
        ),
        POLICIES._replace(updates=True),
        further("SH-7", "等材料"),
    ),
    notice=None,
    clause="SH-9",
    hands="SH-12",
    outcome=Outcome("recognition", "SH-9", "正式增设", level="national", under_parent=True),
    requires=(
        Follows(
            "preparation",
            YEAR,
            "SH-9",
            "筹建期间或期满",
            Text(
                "没有批复同意的筹建，不能正式申请设立分园。",
                "No preparation was approved: a branch cannot be applied for.",
            ),
        ),
    ),
    form=FORMAL_FORM.key,
    sections=OF_A_PARK,
)

# Article 11: change of the main carrier

CARRIER_FORM = Form(
    "shanghai-carrier",
    "产业园区主要载体变更审批表",
    "SH-11",
    site_fields(BUREAU, Text("变更后主要载体", "new main premises")),
)

CARRIER_CHANGE = Procedure(
    key="carrier_change",
    zh="产业园区主要载体变更",
    en="Change of the main carrier",
    applicant=Applicant(
        "district",
        (Title("district", "所在区（域）", "the district", "SH-11", "由所在区（域）提出变更申请"),),
        letter="letter",
    ),
    stages=(
        drafting("bureau_review", "SH-11"),
        reviewing("decision", "SH-11"),
        deciding("SH-11"),
    ),
    materials=(
        Material("letter", "变更申请", "Application for the change", "SH-11", "变更申请"),
        further("SH-11"),
    ),
    notice=None,
    clause="SH-11",
    hands="SH-12",
    outcome=Outcome("carrier", "SH-11", "予以变更"),
    conditions=ForInformation(
        "SH-11", "主要载体变更（条件未印发）", "Change of carrier (no conditions are printed)", ()
    ),
    requires=(Recognised("national", "SH-2", "产业园区及其分园"),),
    form=CARRIER_FORM.key,
    sections=OF_A_MOVE,
)

TENANT_FILING_DAYS = Duty(
    "tenant-filing",
    "机构入驻、退出备案",
    "Filing of a tenant's entry or exit",
    "district",
    Term(15, "days"),
    "SH-22",
    "15日内",
    operator="<=",
)

DUTIES = (
    Duty("preparation", "筹建期", "Year of preparation", "district", YEAR.term, "SH-9", YEAR.words),
    TENANT_FILING_DAYS,
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
    Duty(
        "evaluation",
        "综合评估考核",
        "Evaluation",
        "bureau",
        Term(3, "years"),
        "SH-25",
        "一般每3年",
    ),
    Duty(
        "rectification",
        "整改期限",
        "Period for rectification",
        "park",
        Term(90, "days"),
        "SH-25",
        "经整改",
        system_default=True,
    ),
)

# Articles 13 to 17 and 20: what must be there, who may use the name

STANDING = (
    Standing(
        "meetings",
        "定期沟通协调机制",
        "Regular coordination",
        "bureau",
        "meeting",
        "SH-13",
        "定期沟通协调机制",
    ),
    Standing(
        "party_building", "园区党建", "Party building", "bureau", "activity", "SH-13", "党建工作"
    ),
    Standing(
        "identity",
        "视觉识别系统",
        "Visual identity",
        "district",
        "attribute",
        "SH-14",
        "视觉识别系统",
    ),
    Standing(
        "platform",
        "信息化平台",
        "Information platform",
        "district",
        "attribute",
        "SH-14",
        "信息化平台",
    ),
    Standing(
        "district_staff",
        "专职人员",
        "Full-time staff of the district",
        "district",
        "staff",
        "SH-14",
        "应配备专职人员",
    ),
    Standing(
        "park_body",
        "管理协调机构",
        "Coordinating body",
        "park",
        "body",
        "SH-15",
        "完善管理协调机构",
    ),
    Standing(
        "park_staff",
        "专兼职工作人员",
        "Full-time or part-time staff",
        "park",
        "staff",
        "SH-15",
        "专兼职工作人员",
    ),
    Standing(
        "growth_targets",
        "入驻机构营收、税收增长指标",
        "Targets of tenants' revenue and tax",
        "park",
        "targets",
        "SH-20",
        "营收、税收增长指标",
    ),
    Standing(
        "entry_rules",
        "机构入驻和退出管理办法",
        "Rules of entry and exit",
        "park",
        "rules",
        "SH-20",
        "入驻和退出管理办法",
    ),
    Standing(
        "statistics",
        "统计指标体系",
        "System of statistics",
        "bureau",
        "rules",
        "SH-23",
        "统计指标体系",
    ),
)
NAME_USE = NameUse(
    "SH-16",
    "事先报备……授权同意",
    "SH-17",
    (
        "中国上海人力资源服务产业园区",
        "中国上海人力资源服务产业园区东部园",
        "中国上海人力资源服务产业园区虹桥园",
    ),
    Stem("SH-17", "中国上海人力资源服务产业园", "等字样"),
)

# Article 16: the district files its own use of the name; all others are authorised

PLAN = Material("plan", "活动方案", "Plan of the activity", "SH-16", "", system_default=True)
SAMPLES = Material(
    "samples",
    "宣传样稿、名称使用样式",
    "Drafts that show how the name is used",
    "SH-16",
    "",
    required=False,
    several=True,
    system_default=True,
)
NO_CONDITIONS = ForInformation(
    "SH-16", "名称使用（条件未印发）", "Use of the name (no conditions are printed)", ()
)
OFFICE = "区（域）人力资源社会保障部门"

NAME_FILING_FORM = Form(
    "shanghai-name-filing",
    "产业园区名称使用报备表",
    "SH-16",
    name_fields(Text("报备单位", "Filed by"), "SH-16"),
)
NAME_FILING = Procedure(
    key="name_filing",
    zh="产业园区名称使用报备",
    en="Filing of a use of the park's name",
    applicant=Applicant(
        "district",
        (Title("office", OFFICE, "the district's HR office", "SH-16", OFFICE),),
        itself=True,
    ),
    stages=(drafting("bureau_review", "SH-16", "before_event"), receiving("SH-16")),
    materials=(PLAN, SAMPLES, further("SH-16")),
    notice=None,
    clause="SH-16",
    hands="SH-12",
    outcome=Outcome("name_use", "SH-16", "事先报备"),
    conditions=NO_CONDITIONS,
    requires=(Recognised("national", "SH-2", "产业园区及其分园"),),
    several=True,
    form=NAME_FILING_FORM.key,
    sections=OF_A_NAME,
)

NAME_USE_FORM = Form(
    "shanghai-name-use",
    "产业园区名称使用授权审批表",
    "SH-16",
    name_fields(
        Text("申请单位或个人", "Applicant"), "SH-16", district_opinion(OFFICE), decision(BUREAU)
    ),
)
NAME_AUTHORISATION = Procedure(
    key="name_authorisation",
    zh="产业园区名称使用授权",
    en="Authorisation to use the park's name",
    applicant=Applicant(
        "district",
        (
            Title(
                "others",
                "其他有关组织或个人",
                "another organisation or a person",
                "SH-16",
                "其他有关组织或个人",
            ),
        ),
        letter="letter",
    ),
    stages=(
        drafting("consent", "SH-16", "before_event"),
        consenting("bureau_review", "SH-16", "before_event"),
        reviewing("decision", "SH-16", "before_event"),
        deciding("SH-16", "before_event"),
    ),
    materials=(
        Material("letter", "名称使用申请", "Request to use the name", "SH-16", "征得"),
        PLAN,
        SAMPLES,
        further("SH-16"),
    ),
    notice=None,
    clause="SH-16",
    hands="SH-17",
    outcome=Outcome("name_use", "SH-16", "授权同意"),
    conditions=NO_CONDITIONS,
    requires=(Recognised("national", "SH-2", "产业园区及其分园"),),
    several=True,
    form=NAME_USE_FORM.key,
    sections=OF_A_NAME,
)

# Article 21: who may move in. The bars have no exception.

ADMISSION = Admission(
    "SH-21",
    (
        Bar(
            "licensed",
            "取得人力资源服务许可",
            "Licensed for HR services",
            "依法取得人力资源服务许可",
        ),
        Bar("supporting", "提供配套服务", "Offers supporting services", "配套服务的企业和机构"),
    ),
    (
        Bar("offence", "严重违法犯罪记录", "Record of a serious offence", "严重违法犯罪记录"),
        Bar("dishonesty", "严重失信记录", "Record of serious dishonesty", "严重失信记录"),
        Bar("accident", "安全责任事故", "Accident it was liable for", "安全责任事故"),
    ),
    (
        Bar("poor_running", "经营不善", "Badly run", "经营不善"),
        Bar("little_benefit", "效益不明显", "No marked benefit", "效益不明显"),
        Bar("irregular", "违规运营", "Irregular operation", "违规运营情况"),
        Bar("harm", "其它不良影响", "Other harm", "其它不良影响"),
    ),
)

# Article 22: entries and exits are filed by the district's HR office

TENANT_FILING = Procedure(
    key="tenant_filing",
    zh="机构入驻、退出备案",
    en="Filing of a tenant's entry or exit",
    applicant=Applicant(
        "district",
        (
            Title(
                "office",
                "区（域）人力资源社会保障部门",
                "the district's HR office",
                "SH-22",
                "各区（域）人力资源社会保障部门",
            ),
        ),
    ),
    stages=(
        reporting("SH-22", "event_on_record", "late_reasoned"),
        receiving("SH-22"),
    ),
    materials=(),
    notice=None,
    clause="SH-22",
    hands="SH-12",
    outcome=Outcome("receipt", "SH-22", "报市人力资源社会保障局备案"),
    requires=(Recognised("national", "SH-2", "产业园区及其分园"),),
    within=TENANT_FILING_DAYS,
    sections=(
        Section("tenant", "机构信息", "The agency"),
        Section("event", "入驻或退出", "Entry or exit"),
    ),
)

# Articles 23 to 25: evaluation by a third party, graded by decision

EVALUATION = Evaluation(
    frame=Frame(
        "SH-23",
        "综合评估考核",
        (
            Dimension("platforms", "平台建设", "Platforms", "SH-23", "平台建设"),
            Dimension("policies", "政策体系", "Policies", "SH-23", "政策体系"),
            Dimension("operation", "运营保障", "Operation", "SH-23", "运营保障"),
            Dimension("development", "发展状况", "Development", "SH-23", "发展状况"),
            Dimension("economy", "经济贡献", "Economic contribution", "SH-23", "经济贡献"),
            Dimension("benefit", "社会效益", "Social benefit", "SH-23", "社会效益"),
        ),
        (
            EXCELLENT._replace(unprinted=True),
            Grade("good", "良好", "good", unprinted=True),
            QUALIFIED._replace(unprinted=True),
            UNQUALIFIED,
        ),
        outside=True,
    ),
    consequences=(
        Consequence(
            "rectify",
            "整改",
            "To be rectified",
            "rectify",
            "SH-25",
            "建设状况不理想、经整改",
            grade="unqualified",
        ),
        Consequence(
            "revoke",
            "撤销国家级产业园区分园设立资格",
            "The branch's recognition is revoked",
            "revoke",
            "SH-25",
            "成立3年以上……经整改仍不合格",
            grade="unqualified",
            after_failure=True,
            age=Term(3, "years"),
            age_operator=">=",
            consent=Text("人力资源社会保障部同意", "the ministry's consent"),
        ),
    ),
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-SH-01",
        "SH-7",
        Text("“区（城）”是否“区（域）”之误？", "Is 区（城） a misprint of 区（域）?"),
        (
            Way("a", "是，包括特定区域", "Yes: zones are meant too"),
            Way("b", "不是", "No"),
        ),
        "a",
        Text("办法其余各条均写“区（域）”。", "Every other article prints 区（域）."),
    ),
    Question(
        "A-SH-02",
        "SH-7",
        Text(
            "第七条所列材料用于申请筹建，还是正式申请？",
            "Are the materials of article 7 for the preparation or for the formal application?",
        ),
        (
            Way("a", "两次均用，正式申请时更新", "For both, brought up to date the second time"),
            Way("b", "只用于申请筹建", "For the preparation only"),
            Way("c", "只用于正式申请", "For the formal application only"),
        ),
        "a",
        Text(
            "“筹建情况报告”列在批复筹建之前，第九条未列材料。",
            "A report on the preparation stands before its approval, and article 9 lists nothing.",
        ),
    ),
    Question(
        "A-SH-06",
        "SH-10",
        Text("特定区域由谁提出申请？", "Who applies for a special zone?"),
        (
            Way("a", "区域管理机构，由所在区部门报送", "Its committee, handed in by the district"),
            Way("b", "所在区政府", "The district government"),
        ),
        "a",
        Text("条文只说参照条件和程序。", "The text refers to conditions and procedure only."),
    ),
    Question(
        "A-SH-09",
        "SH-11",
        Text("何为“主要载体”？", "What is the main carrier?"),
        (
            Way("a", "由市局逐案认定", "The bureau says so case by case"),
            Way("b", "占面积过半的场所", "The premises that hold more than half of the area"),
        ),
        "a",
        Text("条文未作定义。", "The text does not define it."),
    ),
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
    left_open(
        "A-SH-07",
        "SH-21",
        Text(
            "“取得人力资源服务许可”是否包括只作备案的机构？",
            "Does the licence include agencies that are only filed?",
        ),
        Text(
            "许可只针对职业中介，其余业务实行备案。",
            "Only placement needs a licence; other services are filed.",
        ),
        Text("备案的也可入驻，并作标记", "Filed agencies may enter, marked as such"),
        Text("只限持许可证的", "Licensed agencies only"),
    ),
    left_open(
        "A-SH-10",
        "SH-16",
        Text("“事先”是提前多久？", "How long before is beforehand?"),
        Text("条文未写期限。", "The text prints no length."),
        Text(
            "活动开始之前，建议提前10个工作日（系统建议）",
            "Before it begins; ten working days are the system's advice",
        ),
        Text("由主管部门另定", "As the bureau sets"),
    ),
    left_open(
        "A-SH-11",
        "SH-21",
        Text(
            "三类不良记录有无时限和例外？", "Have the three records a time limit or an exception?"
        ),
        Text("条文未写时限，也未写例外。", "The text prints neither."),
        Text(
            "无时限、无例外，以记录是否有效为准",
            "Neither; what counts is whether the record stands",
        ),
        Text("只看近三年", "The last three years only"),
    ),
    left_open(
        "A-SH-13",
        "SH-23",
        Text("综合评估如何评分、分几等？", "How is the evaluation scored and graded?"),
        Text(
            "条文只列六个方面，未写权重和等次。",
            "The text lists six heads, no weights and no grades.",
        ),
        Text(
            "由第三方报告给出结果，不计算得分",
            "The third party's report gives the result; no score is reckoned",
        ),
        Text("由市局自定评分表", "By a sheet of the bureau's own"),
    ),
    left_open(
        "A-SH-14",
        "SH-25",
        Text("“成立3年以上”从哪一天起算？", "From which day do the three years run?"),
        Text("分园以部批准为成立。", "A branch is established by the ministry's approval."),
        Text("人社部批准之日", "The day of the ministry's approval"),
        Text("挂牌之日", "The day of the plaque"),
    ),
    left_open(
        "A-SH-15",
        "SH-27",
        Text("“印发之日”是哪一天？", "Which is the day of issue?"),
        Text("来源文本只载成文日期。", "The source prints the date of the document only."),
        Text("2022年6月9日（成文日期）", "9 June 2022, the date of the document"),
        Text("另有印发日期", "Another day"),
    ),
    left_open(
        "A-SH-16",
        "SH-17",
        Text(
            "“等字样”是否也保护少一字的名称？",
            "Do the words 等字样 protect a name with one character less as well?",
        ),
        Text("条文只列全称，以“等字样”结尾。", "The text lists whole names and ends in 等字样."),
        Text(
            "含“中国上海人力资源服务产业园”的也提示（系统默认）",
            "A name with their common stem is shown as well: the system's default",
        ),
        Text("只限所列全称", "The whole names only"),
    ),
    left_open(
        "A-X-07",
        "SH-27",
        Text(
            "未载明有效期的文件是否仍然有效？",
            "Is an instrument without a printed term still in force?",
        ),
        Text(
            "有的地方规定了默认年限，未能核实。",
            "Some places set a default term, which could not be verified.",
        ),
        Text("按未载明有效期提示，不阻止办理", "Marked as having no printed term, nothing blocked"),
        Text("按地方规定的默认年限失效", "Ended by a local default term"),
    ),
    left_open(
        "A-X-09",
        "SH-7",
        Text(
            "“等材料”“等服务”是否限于所列各项？",
            "Do lists that end in 等 close with what they name?",
        ),
        Text("“等”字表示未列举穷尽。", "The word leaves the list open."),
        Text("所列各项为必备，另可补充", "What is named is required, more may be added"),
        Text("只限所列各项", "Only what is named"),
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
    binds("SH-9", "1年"),
    binds("SH-10"),
    *(binds(f"SH-{n}") for n in range(11, 18)),
    inert("SH-18", "goal"),
    inert("SH-19", "encourages"),
    binds("SH-20"),
    binds("SH-21"),
    binds("SH-22", "15日"),
    binds("SH-23"),
    binds("SH-24", "每年"),
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
        evaluation=EVALUATION,
        standing=STANDING,
        admission=ADMISSION,
        name_use=NAME_USE,
        duties=DUTIES,
        procedures={
            each.key: each
            for each in (PREPARATION, FORMAL, CARRIER_CHANGE, NAME_FILING, NAME_AUTHORISATION)
        },
        filings={TENANT_FILING.key: TENANT_FILING},
        forms=(PREPARATION_FORM, FORMAL_FORM, CARRIER_FORM, NAME_FILING_FORM, NAME_USE_FORM),
    ),
)
