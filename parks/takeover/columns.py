"""The three sheets: parks, their sites, and what they were recognised as."""

from typing import Final

import rules
from records.fields import half_width
from records.workbooks.columns import Column, Layout

LEVELS: Final = {
    "国家级": "national",
    "国家": "national",
    "省级": "province",
    "直辖市级": "municipal",
    "市级(直辖市)": "municipal",
    "市级": "city",
    "地市级": "city",
    "区县级": "district",
    "区级": "district",
    "县级": "district",
}
CONSTRUCTIONS: Final = {"新建": "new", "改建": "converted", "改造": "converted"}
MODES: Final = {"线下": "on_site", "线上线下结合": "online_offline", "线上线下": "online_offline"}
#: An edition by its instrument's title or by its key.
EDITIONS: Final = {
    **{half_width(edition.instrument.title): edition.key for edition in rules.editions()},
    **{edition.key.upper(): edition.key for edition in rules.editions()},
}

NAME: Final = ("园区", "产业园名称", "产业园")
AREA: Final = ("行政区划代码", "所在地区划代码", "地区代码")

PARKS: Final = Layout(
    title="园区",
    columns=(
        Column("name", "园区名称", "text", NAME, 60, width=30),
        Column("area", "区划代码", "text", AREA, 12),
        Column("operator", "运营单位", "text", ("运营机构", "运营单位名称"), 80, width=30),
        Column(
            "credit_code",
            "运营单位统一社会信用代码",
            "code",
            ("统一社会信用代码", "社会信用代码", "信用代码"),
            width=24,
        ),
        Column("parent", "所属国家级园区", "text", ("上级园区", "主园区"), 60, width=24),
        Column("address", "地址", "text", ("园区地址", "详细地址"), 120, width=30),
        Column("contact", "联系人", "text", (), 40),
        Column("phone", "联系电话", "text", ("电话",), 20),
        Column("ownership", "产权情况", "text", ("产权",), 60),
        Column("registered_on", "登记日期", "date", ("成立日期", "注册日期")),
        Column("invested", "投资额", "amount", ("投入资金", "总投资"), unit="(万元)"),
        Column("land_area", "占地面积", "area", (), unit="(平方米)"),
        Column("full_time_staff", "专职人员", "count", ("专职人数", "专职工作人员")),
        Column("part_time_staff", "兼职人员", "count", ("兼职人数", "兼职工作人员")),
        Column("construction", "建设方式", "choice", (), choices=CONSTRUCTIONS),
        Column("mode", "运营模式", "choice", ("运营方式",), choices=MODES, width=18),
    ),
    marks=frozenset({"name", "area", "operator"}),
    required=frozenset({"name", "area", "operator", "credit_code", "address"}),
)
SITES: Final = Layout(
    title="场地",
    columns=(
        Column("park", "园区名称", "text", NAME, 60, width=30),
        Column("area", "区划代码", "text", AREA, 12),
        Column("name", "场地名称", "text", ("场地", "分园区名称", "分园区"), 60, width=24),
        Column("is_core", "是否核心园区", "flag", ("核心园区", "核心区")),
        Column("address", "场地地址", "text", ("地址",), 120, width=30),
        Column("floor_area", "建筑面积", "area", ("面积", "场地面积"), unit="(平方米)"),
        Column("public_service_area", "公共服务面积", "area", (), unit="(平方米)", width=18),
        Column("opened_on", "启用日期", "date", ("启用时间", "开园日期")),
        Column("closed_on", "停用日期", "date", ("停用时间",)),
    ),
    marks=frozenset({"park", "name"}),
    required=frozenset({"park", "name", "is_core", "floor_area", "opened_on"}),
)
RECOGNITIONS: Final = Layout(
    title="认定",
    columns=(
        Column("park", "园区名称", "text", NAME, 60, width=30),
        Column("area", "区划代码", "text", AREA, 12),
        Column("level", "认定级别", "choice", ("级别",), choices=LEVELS),
        Column("name", "认定名称", "text", (), 80, width=30),
        Column("document_number", "文号", "text", ("认定文号", "批复文号"), 60, width=24),
        Column("decided_on", "认定日期", "date", ("认定时间", "批复日期", "发文日期")),
        Column("issuer", "认定机关", "text", ("认定单位", "发文机关"), 80, width=30),
        Column("edition", "认定依据", "choice", ("依据",), choices=EDITIONS, width=40),
        Column("revoked_on", "撤销日期", "date", ("撤销时间",)),
    ),
    marks=frozenset({"park", "document_number"}),
    required=frozenset({"park", "level", "name", "document_number", "decided_on", "issuer"}),
)
LAYOUTS: Final = (PARKS, SITES, RECOGNITIONS)
