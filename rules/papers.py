"""What the procedures' papers have in common: sections, further material, the system's forms.

No instrument but one annexes a form; the others' are the system's layout and say so.
"""

from rules.fields import FormField, Option
from rules.materials import Material, Section
from rules.source import Text

PARK = Section("park", "园区概况", "The park")
SITES = Section("sites", "场地", "Sites")
ROSTER = Section("roster", "入驻机构名册", "Roster of agencies")
FIGURES = Section("facts", "条件指标", "Figures for the conditions")
FORM = Section("form", "申请表", "Application form")
RECORD = Section("form", "记录表", "Record")
MATERIALS = Section("materials", "申报材料", "Materials")

OF_A_PARK = (PARK, SITES, ROSTER, FIGURES, FORM, MATERIALS)
OF_A_PARK_TO_COME = (FORM, FIGURES, MATERIALS)
OF_A_NEW_SITE = (SITES, FORM, FIGURES, MATERIALS)
OF_A_MOVE = (SITES, FORM, MATERIALS)
OF_A_RECORD = (PARK, RECORD, MATERIALS)
OF_A_NAME = (FORM, MATERIALS)


def further(clause: str, words: str = "") -> Material:
    """Other papers: printed with its words (等材料), else the system's own."""
    return Material(
        "other",
        "其他材料",
        "Other material",
        clause,
        words,
        required=False,
        several=True,
        system_default=not words,
    )


def park_fields(bureau: str, *own: FormField) -> tuple[FormField, ...]:
    """Cells of a park's application, with the jurisdiction's own before the opinions."""
    return (
        *_HEAD,
        FormField("park_name", "园区名称", "Name of the park"),
        FormField("park_address", "园区地址", "Address of the park"),
        FormField("operator", "运营管理机构", "Operator"),
        FormField("ownership", "产权归属", "Ownership"),
        FormField("investment", "建设投入资金", "Investment", "money", "万元"),
        FormField("staff", "专（兼）职人员数", "Full-time and part-time staff", "count"),
        FormField("agencies", "入驻机构数量", "Agencies in the park", "count"),
        *own,
        *_contact_and_opinions(bureau),
    )


def plan_fields(bureau: str, *own: FormField) -> tuple[FormField, ...]:
    """Cells of an application for a park to come."""
    return (
        *_HEAD,
        FormField("park_name", "拟建园区名称", "Name of the park to come"),
        FormField("park_address", "拟选址", "Its place"),
        *own,
        *_contact_and_opinions(bureau),
    )


def site_fields(bureau: str, site: Text) -> tuple[FormField, ...]:
    """Cells of an application about a site: `site_...` describe the one that approval makes."""
    return (
        *_HEAD,
        FormField("park_name", "园区名称", "Name of the park"),
        FormField("site_name", f"{site.zh}名称", f"Name of the {site.en}"),
        FormField("site_address", f"{site.zh}地址", f"Address of the {site.en}"),
        FormField("site_floor_area", "建筑面积", "Floor area", "area", "平方米"),
        FormField(
            "site_public_service_area",
            "公共服务面积",
            "Public service area",
            "area",
            "平方米",
            required=False,
        ),
        FormField("site_opens_on", "启用日期", "Opens on", "date"),
        FormField("reason", "理由", "Reason"),
        *_contact_and_opinions(bureau),
    )


def name_fields(applicant: Text, clause: str, *opinions: FormField) -> tuple[FormField, ...]:
    """Cells about a use of the park's name: who does what under which name, when and where.

    `clause` prints the three kinds of activity.
    """
    return (
        FormField("applicant_of_record", *applicant),
        _FILLED_ON,
        FormField("park_name", "园区名称", "Name of the park"),
        FormField("name_used", "拟使用的名称", "Name to be used"),
        FormField("activity", "活动名称", "Activity"),
        FormField("purpose", "活动类别", "Kind", "choices", options=_PURPOSES, clause=clause),
        FormField("organiser", "主办、承办单位", "Who holds it"),
        FormField("event_on", "开始日期", "Begins on", "date"),
        FormField(
            "event_until", "结束日期", "Ends on", "date", required=False, not_before="event_on"
        ),
        FormField("place", "活动地点", "Place"),
        FormField("content", "活动内容与名称使用方式", "What is done, and how the name is used"),
        FormField("media", "宣传媒介", "Media", required=False),
        FormField("contact", "联系人", "Contact"),
        FormField("phone", "联系电话", "Telephone"),
        *opinions,
    )


_PURPOSES = (
    Option("exchange", "对外交流", "Exchange"),
    Option("publicity", "宣传", "Publicity"),
    Option("commercial", "商事活动", "Commercial activity"),
)
_FILLED_ON = FormField("filled_on", "填报日期", "Date", "date")


def district_opinion(office: str) -> FormField:
    """The cell for the consent of the district's office."""
    return FormField(
        "district_opinion", f"{office}意见", "Opinion of the district", "opinion", required=False
    )


def record_fields(bureau: str) -> tuple[FormField, ...]:
    """Cells of a decision for which nobody applies: what the bureau proposes and decides."""
    return (
        FormField("applicant_of_record", "拟办单位", "Proposed by"),
        _FILLED_ON,
        FormField("park_name", "园区名称", "Name of the park"),
        FormField("park_address", "园区地址", "Address of the park", required=False),
        FormField("operator", "运营管理机构", "Operator"),
        FormField("applicant_opinion", "拟办意见", "Proposal", "opinion", required=False),
        decision(bureau),
    )


_HEAD = (
    FormField("applicant_of_record", "申请单位", "Applicant"),
    _FILLED_ON,
)


def _contact_and_opinions(bureau: str) -> tuple[FormField, ...]:
    return (
        FormField("contact", "联系人", "Contact"),
        FormField("phone", "联系电话", "Telephone"),
        FormField(
            "applicant_opinion",
            "申请单位意见",
            "Opinion of the applicant",
            "opinion",
            required=False,
        ),
        decision(bureau),
    )


def decision(bureau: str) -> FormField:
    """The cell for the bureau's decision."""
    return FormField(
        "bureau_opinion", f"{bureau}意见", "Opinion of the bureau", "opinion", required=False
    )
