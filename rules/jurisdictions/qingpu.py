"""青人社规〔2022〕9号《长三角（青浦）数字人力资源产业高质量发展的实施意见》, 2023 to 2027."""

from datetime import date

from rules import facts
from rules.applicants import the_bureau
from rules.conditions import AllOf, ForInformation, Holds
from rules.edition import Edition
from rules.outcomes import Recognises
from rules.papers import OF_A_RECORD, further
from rules.procedure import Procedure
from rules.source import Instrument, Question, Text, Way, binds, inert
from rules.stations import of_its_own

INSTRUMENT = Instrument(
    title="长三角（青浦）数字人力资源产业高质量发展的实施意见",
    title_en="Opinions on the High-quality Development of the Yangtze Delta (Qingpu) "
    "Digital HR Industry",
    number="青人社规〔2022〕9号",
    issuer="上海市青浦区人力资源和社会保障局",
    effective=date(2023, 1, 1),
    until=date(2027, 12, 31),
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
RECOGNITION = Procedure(
    key="recognition",
    zh=f"{PARK_NAME}认定",
    en="Recognition as the Yangtze Delta (Qingpu) Digital HR Park",
    applicant=the_bureau("QP-3(1)", "经行业主管部门认定"),
    stages=of_its_own("QP-3(1)"),
    materials=(further("QP-3(1)"),),
    notice=None,
    clause="QP-3(1)",
    hands="QP-5(1)",
    outcome=Recognises(
        "district",
        "QP-3(1)",
        "经行业主管部门认定的“长三角（青浦）数字人力资源产业园”",
        name_prefix=PARK_NAME,
    ),
    conditions=ForInformation(
        "QP-3(1)", "认定（条件未印发）", "Recognition (no conditions are printed)", ()
    ),
    sections=OF_A_RECORD,
)

# What the text leaves open besides, with the reading by which the system works

QUESTIONS = (
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
        open_questions=QUESTIONS,
    ),
)
