"""The columns of a roster, found by their headings however an office writes them."""

from typing import Final

from records.workbooks.columns import Column, Layout

KINDS: Final = {
    "人力资源服务机构": "agency",
    "人力资源机构": "agency",
    "人力资源": "agency",
    "配套服务机构": "supporting",
    "配套机构": "supporting",
    "配套服务": "supporting",
    "配套": "supporting",
}
LICENCE_KINDS: Final = {
    "人力资源服务许可证": "permit",
    "人力资源服务许可": "permit",
    "许可证": "permit",
    "许可": "permit",
    "备案凭证": "filing",
    "人力资源服务备案凭证": "filing",
    "备案": "filing",
    "劳务派遣经营许可证": "dispatch",
    "劳务派遣许可证": "dispatch",
    "劳务派遣": "dispatch",
}

COLUMNS: Final = (
    Column(
        "name", "机构名称", "text", ("企业名称", "单位名称", "公司名称", "机构全称"), 80, width=34
    ),
    Column("credit_code", "统一社会信用代码", "code", ("社会信用代码", "信用代码"), width=22),
    Column("kind", "类型", "choice", ("机构类型", "机构类别", "类别"), choices=KINDS),
    Column(
        "licence_number",
        "许可证/备案号",
        "text",
        ("许可证号", "许可证编号", "备案号", "证件编号", "证件号", "许可证或备案凭证编号"),
        60,
        width=22,
    ),
    Column(
        "licence_kind",
        "证件类型",
        "choice",
        ("证照类型", "证件种类"),
        choices=LICENCE_KINDS,
        width=18,
    ),
    Column("issued_on", "发证日期", "date", ("发证时间", "备案日期")),
    Column("expires_on", "有效期至", "date", ("有效期", "有效期止", "到期日期"), endless=True),
    Column("entered_on", "入驻日期", "date", ("入驻时间", "入园日期", "入园时间")),
    Column("left_on", "退出日期", "date", ("退出时间", "离园日期", "退园日期")),
    Column(
        "site",
        "所在园区(场地)",
        "text",
        ("所在园区", "所在场地", "场地", "园区", "分园区"),
        60,
        width=18,
    ),
    Column(
        "floor_area",
        "面积",
        "area",
        ("使用面积", "入驻面积", "办公面积", "建筑面积"),
        unit="(平方米)",
    ),
    Column(
        "gross_revenue",
        "上年营业收入(含代收代付)",
        "amount",
        ("营业收入(含代收代付)", "营业收入(含)", "上年营业收入(含)"),
        unit="(元)",
    ),
    Column(
        "net_revenue",
        "上年营业收入(不含)",
        "amount",
        ("上年营业收入(不含代收代付)", "营业收入(不含代收代付)", "营业收入(不含)"),
        unit="(元)",
    ),
    Column("prospective", "拟入驻", "flag", ("是否拟入驻",)),
)
#: Revenue without a word on money passed through: it cannot be told which column it is.
VAGUE_REVENUE: Final = dict.fromkeys(("营业收入", "上年营业收入", "年营业收入"), "heading_revenue")

LAYOUT: Final = Layout(
    title="名册",
    columns=COLUMNS,
    marks=frozenset({"name", "credit_code"}),
    required=frozenset({"name", "credit_code"}),
    doubtful=VAGUE_REVENUE,
)
