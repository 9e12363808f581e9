"""The template of a take-over: three sheets with an example row each."""

from datetime import date
from decimal import Decimal
from typing import Any, Final

from parks.takeover.columns import LAYOUTS, PARKS, RECOGNITIONS, SITES
from records.workbooks.reading import EXAMPLE
from records.workbooks.writing import Sheet, book

NAME: Final = f"{EXAMPLE}某某人力资源服务产业园（此行不导入）"
EXAMPLES: Final[dict[str, dict[str, Any]]] = {
    PARKS.title: {
        "name": NAME,
        "area": "140702",
        "operator": "某某产业园运营有限公司",
        "credit_code": "91140700MA0000001X",
        "address": "某某路1号",
        "contact": "张三",
        "phone": "0354-0000000",
        "ownership": "租赁",
        "registered_on": date(2019, 5, 1),
        "invested": 1200,
        "land_area": Decimal("8000"),
        "full_time_staff": 12,
        "part_time_staff": 3,
        "construction": "改建",
        "mode": "线下",
    },
    SITES.title: {
        "park": NAME,
        "name": "核心园区",
        "is_core": "是",
        "address": "某某路1号",
        "floor_area": Decimal("6000"),
        "public_service_area": Decimal("800"),
        "opened_on": date(2019, 6, 1),
    },
    RECOGNITIONS.title: {
        "park": NAME,
        "level": "市级",
        "name": "某某人力资源服务产业园",
        "document_number": "某人社函〔2023〕1号",
        "decided_on": date(2023, 5, 20),
        "issuer": "某某市人力资源和社会保障局",
    },
}
GUIDE: Final = (
    "本表用于将系统启用前已存在的园区、场地和认定一次性转入；转入的记录均标明“系统启用前”。",
    "三张工作表按园区名称对应；不同地区有同名园区的，场地和认定表须填写区划代码。",
    "系统中已有的园区、场地和认定保持不变，文件与之不同的会逐一提示。",
    "区划代码为国家标准六位代码，或本局自编的开发区代码。",
    "运营单位按统一社会信用代码与已有单位对应，没有的自动新建；代码单元格须为文本格式。",
    "日期可写作 2026-1-5、2026.1.5、2026/1/5、2026年1月5日；投资额的单位写在表头括号内。",
    "认定依据可不填：系统按园区所在地、级别和认定日期确定；当时没有适用办法的留空。",
    "认定文件的扫描件在转入后于园区页面逐份上传。",
    "不要使用公式；以“【示例】”开头的行和合计行不导入。",
)


def template() -> bytes:
    """The workbook to fill in; an upload skips its examples."""
    sheets = [Sheet(each, [EXAMPLES[each.title]], example=True) for each in LAYOUTS]
    return book(sheets, GUIDE)
