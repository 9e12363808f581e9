"""青人社规〔2022〕9号《长三角（青浦）数字人力资源产业高质量发展的实施意见》, 2023 to 2027."""

from datetime import date

from rules import claims, facts
from rules.amounts import Capped, Chosen, Difference, Fixed, Share, Tier
from rules.applicants import the_bureau
from rules.conditions import (
    AllOf,
    AnyOf,
    Contested,
    ForInformation,
    Holds,
    Judged,
    Listed,
    Reading,
    Threshold,
    at_least,
    more_than,
)
from rules.edition import Edition
from rules.fields import Form
from rules.gates import InYears
from rules.outcomes import Outcome
from rules.papers import OF_A_RECORD, further, record_fields
from rules.procedure import Procedure
from rules.reckoned import Instalments
from rules.recorded import Money, NoDouble, RecordedAward
from rules.schemes import Alternative, Scheme
from rules.source import Instrument, Question, Text, Way, binds, inert, left_open
from rules.standing import Standing
from rules.stations import of_its_own

INSTRUMENT = Instrument(
    title="长三角（青浦）数字人力资源产业高质量发展的实施意见",
    title_en="Opinions on the High-quality Development of the Yangtze Delta (Qingpu) "
    "Digital HR Industry",
    number="青人社规〔2022〕9号",
    issuer="上海市青浦区人力资源和社会保障局",
    effective=date(2023, 1, 1),
    until=date(2027, 12, 31),
    in_sections=True,
)

# Section 3(2): who may benefit. No 原则上 stands here, so nothing is waivable.

CONDITIONS = AllOf(
    "QP-3(2)",
    "支持对象",
    "Beneficiary",
    (
        Holds(
            "QP-3(2)a",
            "注册在青浦区域内",
            "Registered in Qingpu",
            "注册在青浦区域内",
            facts.REGISTERED_IN_AREA,
        ),
        Holds(
            "QP-3(2)b", "税管地在青浦区", "Taxed in Qingpu", "税管地在青浦区", facts.TAXED_IN_AREA
        ),
        Holds(
            "QP-3(2)c",
            "财务制度健全",
            "Sound accounting system",
            "健全财务制度",
            facts.SOUND_ACCOUNTS,
        ),
        Holds(
            "QP-3(2)d",
            "具有独立法人资格",
            "Legal person of its own",
            "独立法人资格",
            facts.LEGAL_PERSON,
        ),
        Holds(
            "QP-3(2)e",
            "实行独立核算",
            "Accounts kept separately",
            "独立核算",
            facts.INDEPENDENT_ACCOUNTING,
        ),
    ),
)

# Section 3(1): the park recognised by the authority in charge. How, and on what, is not printed.

PARK_NAME = "长三角（青浦）数字人力资源产业园"
FORM = Form(
    "qingpu-recognition",
    f"{PARK_NAME}认定决定表",
    "QP-3(1)",
    record_fields(INSTRUMENT.issuer),
)
RECOGNITION = Procedure(
    key="recognition",
    zh=f"{PARK_NAME}认定",
    en="Recognition as the Yangtze Delta (Qingpu) Digital HR Park",
    applicant=the_bureau("QP-3(1)", "经行业主管部门认定"),
    stages=of_its_own("QP-3(1)", "name_prefixed"),
    materials=(further("QP-3(1)"),),
    notice=None,
    clause="QP-3(1)",
    hands="QP-5(1)",
    outcome=Outcome(
        "recognition",
        "QP-3(1)",
        "经行业主管部门认定",
        level="district",
        name_prefix=PARK_NAME,
    ),
    conditions=ForInformation(
        "QP-3(1)", "认定（条件未印发）", "Recognition (no conditions are printed)", ()
    ),
    form=FORM.key,
    sections=OF_A_RECORD,
)

# Section 4: schemes with figures. Who benefits stands in section 3(2) for all of them.

BENEFICIARY = (
    facts.REGISTERED_IN_AREA,
    facts.TAXED_IN_AREA,
    facts.SOUND_ACCOUNTS,
    facts.LEGAL_PERSON,
    facts.INDEPENDENT_ACCOUNTING,
)
PER_YEAR = Text("每年", "a year")
REVENUE = Threshold(
    "QP-4-1a",
    "年度营业收入",
    "Annual revenue",
    "超过2000万元",
    facts.ANNUAL_REVENUE,
    more_than(20_000_000),
)
RENT = Scheme(
    key="rent",
    zh="租金补贴",
    en="Rent subsidy",
    clause="QP-4-1",
    asks=(
        facts.ANNUAL_REVENUE,
        claims.IS_OPERATOR,
        claims.LEASE_MONTHS,
        claims.ANNUAL_RENT,
        claims.CLAIM_YEAR,
        claims.PAID_THIS_YEAR,
    ),
    may=BENEFICIARY,
    conditions=AllOf(
        "QP-4-1",
        "申领条件",
        "Conditions of the claim",
        (
            Contested(
                "A-QP-04",
                "QP-4-1",
                Text(
                    "“年度营业收入超过2000万元”是否也约束运营管理主体？",
                    "Does the test of revenue bind the park's operator too?",
                ),
                (
                    Reading(
                        "a",
                        "只约束企业、机构",
                        "Enterprises and agencies only",
                        AnyOf(
                            "QP-4-1",
                            "营业收入达标，或为运营管理主体",
                            "Revenue, or the park's operator",
                            (
                                REVENUE,
                                Holds(
                                    "QP-4-1f",
                                    "园区运营管理主体",
                                    "The park's operator",
                                    "运营管理主体",
                                    claims.IS_OPERATOR,
                                ),
                            ),
                        ),
                    ),
                    Reading("b", "一并约束", "The operator too", REVENUE),
                ),
                chosen="a",
                basis=Text(
                    "定语在前，修饰其后第一个名词；新设运营主体多无此收入。",
                    "The attribute stands before the first noun; a new operator rarely has it.",
                ),
            ),
            InYears(
                "QP-4-1b",
                "租赁期限",
                "Term of the lease",
                "三年以上（含）",
                claims.LEASE_MONTHS,
                at_least(36),
            ),
            Judged("QP-4-1d", "连续申报", "In consecutive years", "可连续申报3年"),
            Judged("QP-4-1g", "引进产业园", "Brought into the park", "引进人力资源产业园"),
            Judged("QP-4-1h", "租赁自用办公用房", "Offices rented for own use", "自用办公用房"),
            CONDITIONS,
        ),
    ),
    amount=Capped(
        Share(claims.ANNUAL_RENT, 30, "QP-4-1", "按年租金的30%"),
        600_000,
        "QP-4-1",
        "每年每个主体补贴总额不超过60万元",
        per=PER_YEAR,
        paid=claims.PAID_THIS_YEAR,
    ),
)
OPENING = Scheme(
    key="opening",
    zh="开办补贴",
    en="Opening subsidy",
    clause="QP-4-2",
    asks=(claims.PAID_IN_CAPITAL, claims.LOCAL_REVENUE),
    may=BENEFICIARY,
    conditions=AllOf(
        "QP-4-2",
        "申领条件",
        "Conditions of the claim",
        (
            Threshold(
                "QP-4-2a",
                "实缴资本",
                "Paid-in capital",
                "达到500万元及以上",
                claims.PAID_IN_CAPITAL,
                at_least(5_000_000),
            ),
            Threshold(
                "QP-4-2b",
                "属地年营业收入",
                "Annual revenue in the district",
                "达到500万元",
                claims.LOCAL_REVENUE,
                at_least(5_000_000),
            ),
            Judged("QP-4-2e", "新引进的机构", "Newly brought in", "新引进"),
            Judged(
                "QP-4-2f",
                "在产业园购置或租赁办公场所",
                "Offices bought or rented in the park",
                "购置或租赁办公场所",
            ),
            CONDITIONS,
        ),
    ),
    amount=Tier(
        claims.LOCAL_REVENUE,
        (
            (5_000_000, 200_000),
            (10_000_000, 400_000),
            (15_000_000, 600_000),
            (20_000_000, 800_000),
        ),
        "QP-4-2",
        "500万元、1000万元、1500万元、2000万元及以上",
        "20万元、40万元、60万元、80万元",
    ),
    instalments=Instalments((50, 30, 20), "QP-4-2", "分三年……总额50%……总额30%……总额20%"),
    once=True,
)
LEVELS_WORDS = "100万元、50万元、20万元"
NATIONAL = Fixed(1_000_000, "国家级", "National level", "QP-4-4", LEVELS_WORDS)
MUNICIPAL = Fixed(500_000, "市级", "Municipal level", "QP-4-4", LEVELS_WORDS)
DISTRICT = Fixed(200_000, "区级", "District level", "QP-4-4", LEVELS_WORDS)
LEVEL = Scheme(
    key="level",
    zh="级别奖励",
    en="Award for the level of recognition",
    clause="QP-4-4",
    asks=(claims.LEVEL,),
    may=BENEFICIARY,
    conditions=AllOf(
        "QP-4-4",
        "申领条件",
        "Conditions of the claim",
        (
            Judged(
                "QP-4-4a",
                "认定为该级别的产业园",
                "Recognised at that level",
                "认定为国家级、市级、区级",
            ),
            Judged("QP-4-4b", "建设主体", "The one that built the park", "建设主体"),
            CONDITIONS,
        ),
    ),
    amount=Chosen(
        claims.LEVEL, {"national": NATIONAL, "municipal": MUNICIPAL, "district": DISTRICT}
    ),
    once=True,
    alternatives=(
        Alternative(
            Question(
                "A-QP-12",
                "QP-4-4",
                Text(
                    "园区升级时，各级奖励分别全额还是补差额？",
                    "On an upgrade, is each level paid in full, or only the difference?",
                ),
                (
                    Way("a", "各级分别一次性全额", "Each level in full, once"),
                    Way(
                        "b",
                        "下一级已奖励的，只补差额",
                        "Only the difference where the level below was paid",
                    ),
                ),
                "a",
                Text("条文写“分别给予……一次性奖励”。", "The text grants each level its own award."),
            ),
            {
                "b": Chosen(
                    claims.LEVEL,
                    {
                        "national": Difference(NATIONAL, MUNICIPAL, "QP-4-4", "一次性奖励"),
                        "municipal": Difference(MUNICIPAL, DISTRICT, "QP-4-4", "一次性奖励"),
                        "district": DISTRICT,
                    },
                )
            },
        ),
    ),
)
EVENTS = Scheme(
    key="events",
    zh="“引才”活动奖励",
    en="Subsidy for recruiting events",
    clause="QP-4-12",
    asks=(claims.SPENDING, claims.PAID_THIS_YEAR),
    may=BENEFICIARY,
    conditions=AllOf(
        "QP-4-12",
        "申领条件",
        "Conditions of the claim",
        (
            Judged("QP-4-12c", "经认定的产业园", "A recognised park", "经认定的人力资源产业园"),
            Judged(
                "QP-4-12d",
                "区级引才论坛、展览等",
                "A recruiting event of the district",
                "区级引才论坛、展览",
            ),
            CONDITIONS,
        ),
    ),
    amount=Capped(
        Share(claims.SPENDING, 30, "QP-4-12", "实际支出金额30%"),
        100_000,
        "QP-4-12",
        "每年累计补贴不超10万",
        per=PER_YEAR,
        paid=claims.PAID_THIS_YEAR,
    ),
)
MATCH = Scheme(
    key="match",
    zh="“伯乐引才”配套奖励",
    en="Match of the municipal award for recruiters",
    clause="QP-4-13",
    asks=(claims.MUNICIPAL_AWARD,),
    may=BENEFICIARY,
    conditions=AllOf(
        "QP-4-13",
        "申领条件",
        "Conditions of the claim",
        (
            Judged("QP-4-13a", "获上海市“伯乐”奖励", "Won the municipal award", "“伯乐”奖励计划"),
            CONDITIONS,
        ),
    ),
    amount=Share(claims.MUNICIPAL_AWARD, 100, "QP-4-13", "区级资金1:1配套"),
)


def _breakthrough(leaf: str, limit: int) -> Listed:
    return Listed(
        leaf, "上年度主营业务收入", "Main revenue of last year",
        "首次突破1亿元、5亿元、10亿元", claims.MAIN_REVENUE, more_than(limit),
    )  # fmt: skip


# Sections 4 and 6: what other policies and single decisions settle

RECORDED = (
    RecordedAward(
        "contribution",
        "贡献奖励",
        "Award for contribution",
        "QP-4-3",
        "财政收入区得部分一定扶持",
        "single_decision",
        review=Text(
            "须先登记公平竞争审查或法律审核结论",
            "the conclusion of a fair-competition or legal review must be on record first",
        ),
    ),
    RecordedAward(
        "scale",
        "规模奖励",
        "Award for size",
        "QP-4-5",
        "上年度主营业务收入首次突破",
        "other_policy",
        policy="青商规〔2021〕1号",
        asks=(claims.MAIN_REVENUE,),
        conditions=AnyOf(
            "QP-4-5",
            "主营业务收入首次突破",
            "Main revenue first above a mark",
            (
                _breakthrough("QP-4-5a", 100_000_000),
                _breakthrough("QP-4-5b", 500_000_000),
                _breakthrough("QP-4-5c", 1_000_000_000),
            ),
        ),
    ),
    RecordedAward(
        "listing",
        "上市奖励",
        "Award for a listing",
        "QP-4-6",
        "同等享受区内相关上市扶持政策",
        "other_policy",
    ),
    RecordedAward(
        "brand",
        "品牌奖励",
        "Award for a brand",
        "QP-4-7",
        "同等享受区内相关扶持政策",
        "other_policy",
    ),
    RecordedAward(
        "data_centre",
        "共享数据中心授牌",
        "Plaque of a shared data centre",
        "QP-4-10",
        "给予授牌",
        "in_kind",
    ),
    RecordedAward(
        "high_tech",
        "高新技术与“专精特新”奖励",
        "Award for technology firms",
        "QP-4-11",
        "同等享受区内相关扶持政策",
        "other_policy",
    ),
    RecordedAward(
        "talent_card", "人才铂金卡", "Talent card", "QP-4-14", "给予人才铂金卡", "in_kind"
    ),
    RecordedAward(
        "housing",
        "人才公寓优先入住",
        "Priority for talent housing",
        "QP-4-15",
        "人才公寓优先入住",
        "in_kind",
    ),
    RecordedAward(
        "training",
        "技能培训补贴",
        "Training subsidy",
        "QP-4-16",
        "按规定享受补贴",
        "other_policy",
    ),
    RecordedAward(
        "special_case", "一事一议", "A single decision", "QP-6(1)", "一事一议", "single_decision"
    ),
)
MONEY = Money(
    schemes=(RENT, OPENING, LEVEL, EVENTS, MATCH),
    recorded=RECORDED,
    no_double=NoDouble("QP-6(2)", "从优、从高、不重复"),
)

# Sections 5 and 6: who operates, and how claims are handled

STANDING = (
    Standing(
        "operator",
        "专业化运营公司",
        "A professional operator",
        "park",
        "body",
        "QP-5(2)",
        "公司运营",
    ),
    Standing(
        "fiscal_year",
        "按会计年度兑现",
        "Paid by fiscal year",
        "bureau",
        "ledger",
        "QP-6(3)",
        "原则上按会计年度",
    ),
    Standing(
        "guide",
        "申报指南：时间和材料",
        "Guide to claims: window and materials",
        "bureau",
        "guide",
        "QP-6(4)",
        "以申报指南要求为准",
    ),
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
    Question(
        "A-QP-02",
        "QP-3(1)",
        Text(
            "产业园由谁、按什么条件认定？三处名称是否指同一园区？",
            "Who recognises the park, on what conditions, and do its three names mean one park?",
        ),
        (
            Way(
                "a",
                "区人社局凭文件认定，三处名称同指一园",
                "The district's HR bureau by a document; the three names mean one park",
            ),
            Way("b", "另有认定办法", "Other rules apply"),
        ),
        "a",
        Text("条文只写经行业主管部门认定。", "The text names the authority in charge and no more."),
    ),
    Question(
        "A-QP-03",
        "QP-3(2)",
        Text(
            "第三部分两项是并列对象还是须同时具备？",
            "Are the two items of section 3 alternatives, or both required?",
        ),
        (
            Way("a", "两类对象，择一即可", "Two classes of beneficiary"),
            Way("b", "须同时具备", "Both"),
        ),
        "a",
        Text("一项说园区，一项说企业和机构。", "One speaks of parks, the other of enterprises."),
    ),
    left_open(
        "A-QP-01",
        "QP-1(3)-1",
        Text(
            "发展目标中的四十家、二十亿元是不是申报条件？",
            "Are the forty firms and two billion of the goals conditions?",
        ),
        Text(
            "写在发展目标中，且“十四五”已结束。",
            "They stand among the goals, of a plan that has ended.",
        ),
        Text("不是，仅作参考指标", "No, for information only"),
        Text("是", "Yes"),
    ),
    left_open(
        "A-QP-05",
        "QP-4-1",
        Text(
            "以哪一年的营业收入判断，是否每年复核？",
            "Which year's revenue counts, and is it tested each year?",
        ),
        Text("补贴按会计年度兑现。", "Money is paid by fiscal year."),
        Text("申报的会计年度，每年复核", "The fiscal year claimed, each year anew"),
        Text("首次申报时判断一次", "Once, at the first claim"),
    ),
    left_open(
        "A-QP-06",
        "QP-4-1",
        Text(
            "年租金是否含物业费、水电费和税？",
            "Does rent include service charges, utilities and tax?",
        ),
        Text("条文只写年租金。", "The text says yearly rent."),
        Text(
            "按发票价税合计，不含物业和水电", "As invoiced with tax, without charges and utilities"
        ),
        Text("按合同不含税价", "The contract's price without tax"),
    ),
    left_open(
        "A-QP-07",
        "QP-4-1",
        Text("“可连续申报3年”如何计算？", "How are three consecutive years counted?"),
        Text("“连续”表示不间断。", "Consecutive means without a break."),
        Text("自首次获得起连续三年", "Three years on end from the first"),
        Text("有效期内任意三年", "Any three years"),
    ),
    left_open(
        "A-QP-08",
        "QP-4-2",
        Text("开办补贴的档次以后能否提高？", "May the tier of the opening subsidy rise later?"),
        Text("一次资助，分三年拨付。", "One award, paid over three years."),
        Text(
            "首次认定时定档，提高的另行决定",
            "Fixed at the first recognition; a rise needs a decision",
        ),
        Text("每年按当年营业收入重定", "Set anew each year"),
    ),
    left_open(
        "A-QP-09",
        "QP-4-2",
        Text(
            "中期、末期拨付的时间和条件是什么？",
            "When and on what terms are the second and third parts paid?",
        ),
        Text("条文未写日期和条件。", "The text prints neither."),
        Text(
            "每个会计年度一期，拨付前核对仍在园",
            "One a fiscal year, after checking that it is still there",
        ),
        Text("由申报指南规定", "As the guide says"),
    ),
    left_open(
        "A-QP-10",
        "QP-4-2",
        Text("“新引进”自何时起算？", "From when is an agency newly brought in?"),
        Text("文件自2023年起施行。", "The policy is in force from 2023."),
        Text("2023年1月1日及以后注册或迁入", "Registered or moved in from 1 January 2023"),
        Text("申报前一年内", "Within a year of the claim"),
    ),
    left_open(
        "A-QP-11",
        "QP-4-3",
        Text("贡献奖励能否执行？", "May the award for contribution be paid?"),
        Text(
            "未写比例；与税收挂钩的奖励受公平竞争审查限制。",
            "No rate is printed, and rewards tied to tax face fair-competition review.",
        ),
        Text("登记审查结论以后才可录入", "Only once the review's conclusion is on record"),
        Text("按区留存比例计算", "By the district's share"),
    ),
    left_open(
        "A-QP-13",
        "QP-4-5",
        Text("“首次突破”是否含本数？", "Does 突破 include the number?"),
        Text("突破指超过。", "It means to exceed."),
        Text("不含", "No"),
        Text("含", "Yes"),
    ),
    left_open(
        "A-QP-14",
        "QP-4-6",
        Text("创业板上市是否享受？", "Does a listing on ChiNext count?"),
        Text(
            "条文列中小板，已并入主板，未列创业板。",
            "The text lists a board since merged, and not ChiNext.",
        ),
        Text("由机关决定", "An office decides"),
        Text("享受", "Yes"),
    ),
    left_open(
        "A-QP-15",
        "QP-4-7",
        Text("“驰名商标”由谁认定？", "Who recognises a well-known trademark?"),
        Text("现由知识产权部门和法院认定。", "Today the IP office and the courts do."),
        Text("凭认定文书，作标记", "By its certificate, marked"),
        Text("只认市场监管总局", "The market regulator only"),
    ),
    left_open(
        "A-QP-16",
        "QP-4-12",
        Text(
            "“不超10万”的单位是什么？区级活动由谁认定？",
            "What is the unit of 10万, and who recognises an event?",
        ),
        Text("同条其他金额均为元。", "All other sums are in yuan."),
        Text("10万元；由区人社局事先备案", "100,000 yuan; filed with the district before"),
        Text("另行规定", "As ruled elsewhere"),
    ),
    left_open(
        "A-QP-17",
        "QP-6(2)",
        Text(
            "已按其他政策领取较低金额的，能否补差？",
            "Where the lower sum was paid elsewhere, is the difference paid?",
        ),
        Text("条文写“不重复”，未写补差。", "The text bars double payment and prints no top-up."),
        Text("不补，先放弃或退回前一项", "No: the first must be waived or returned"),
        Text("补差额", "Yes"),
    ),
    left_open(
        "A-QP-18",
        "QP-6(4)",
        Text("未发布申报指南时能否申报？", "May one claim before the guide is published?"),
        Text("时间和材料以指南为准。", "Time and papers follow the guide."),
        Text("不能", "No"),
        Text("能", "Yes"),
    ),
    left_open(
        "A-QP-19",
        "QP-6(5)",
        Text(
            "2027年底以后的分期和续报如何处理？",
            "What of instalments and years after the end of 2027?",
        ),
        Text("有效期内取得的资格。", "The right arose within the term."),
        Text("有效期内认定的继续兑付，须确认", "Paid on where recognised in time, to be confirmed"),
        Text("到期停止", "They end"),
    ),
    left_open(
        "A-X-06",
        "QP-0",
        Text(
            "青浦产业园是否适用上海市办法的备案和自评？",
            "Do Shanghai's filings and self-assessment bind the Qingpu park?",
        ),
        Text(
            "市办法只管国家级园区及分园。",
            "The city's rules are about the national park and its branches.",
        ),
        Text("成为国家级分园后适用", "Once it is a branch of the national park"),
        Text("一律适用", "Always"),
    ),
    left_open(
        "A-X-10",
        "QP-4-4",
        Text(
            "园区升为国家级后适用哪一级规定？", "Which rules follow once a park becomes national?"
        ),
        Text("各文本均未规定。", "No text says."),
        Text("两级认定并存，评估各自进行", "Both recognitions stand, both evaluations go on"),
        Text("只适用上一级", "The higher only"),
    ),
)

CLAUSES = (
    inert("QP-0", "purpose"),
    inert("QP-1(1)", "purpose"),
    *(inert(f"QP-1(2)-{n}", "goal") for n in range(1, 5)),
    inert("QP-1(3)-1", "goal", "40家", "20亿元", "2万家", "10-20万人"),
    *(inert(f"QP-1(3)-{n}", "goal") for n in range(2, 5)),
    inert("QP-2(1)", "encourages"),
    inert("QP-2(2)", "goal"),
    inert("QP-2(3)", "encourages"),
    binds("QP-3(1)"),
    binds("QP-3(2)"),
    binds("QP-4-1", "2000万元", "三年以上", "30%", "3年", "60万元"),
    binds(
        "QP-4-2",
        "500万元",
        "1000万元",
        "1500万元",
        "2000万元",
        "20万元",
        "40万元",
        "60万元",
        "80万元",
        "三年",
        "50%",
        "30%",
        "20%",
    ),
    binds("QP-4-3"),
    binds("QP-4-4", "100万元", "50万元", "20万元"),
    binds("QP-4-5", "1亿元", "5亿元", "10亿元"),
    binds("QP-4-6"),
    binds("QP-4-7"),
    inert("QP-4-8", "encourages"),
    inert("QP-4-9", "encourages"),
    binds("QP-4-10"),
    binds("QP-4-11"),
    binds("QP-4-12", "30%", "10万"),
    binds("QP-4-13", "1:1"),
    binds("QP-4-14"),
    binds("QP-4-15"),
    binds("QP-4-16"),
    inert("QP-4-17", "encourages"),
    binds("QP-5(1)"),
    binds("QP-5(2)"),
    *(binds(f"QP-6({n})") for n in range(1, 5)),
    binds("QP-6(5)", "2023年1月1日", "2027年12月31日"),
)

EDITIONS = (
    Edition(
        key="qingpu-2022",
        zh="上海市青浦区",
        en="Qingpu, Shanghai",
        level="district",
        area_code="310118",
        instrument=INSTRUMENT,
        scope="",
        commencement="QP-6(5)",
        conditions=CONDITIONS,
        clauses=CLAUSES,
        procedures={RECOGNITION.key: RECOGNITION},
        forms=(FORM,),
        open_questions=QUESTIONS,
        money=MONEY,
        standing=STANDING,
    ),
)
