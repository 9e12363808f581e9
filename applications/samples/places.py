"""The areas of the demonstration (GB/T 2260 codes; zones carry codes of the bureaus' own)."""

from accounts.models import Area

PROVINCE, CITY, DISTRICT, ZONE = Area.Kind.values

#: code, Chinese name, English name, kind, parent's code
AREAS = (
    ("310000", "上海市", "Shanghai", PROVINCE, None),
    ("310104", "徐汇区", "Xuhui", DISTRICT, "310000"),
    ("310106", "静安区", "Jing'an", DISTRICT, "310000"),
    ("310112", "闵行区", "Minhang", DISTRICT, "310000"),
    ("310118", "青浦区", "Qingpu", DISTRICT, "310000"),
    ("140000", "山西省", "Shanxi", PROVINCE, None),
    ("140700", "晋中市", "Jinzhong", CITY, "140000"),
    ("140702", "榆次区", "Yuci", DISTRICT, "140700"),
    ("140703", "太谷区", "Taigu", DISTRICT, "140700"),
    ("140724", "昔阳县", "Xiyang", DISTRICT, "140700"),
    ("140727", "祁县", "Qixian", DISTRICT, "140700"),
    ("140728", "平遥县", "Pingyao", DISTRICT, "140700"),
    ("140729", "灵石县", "Lingshi", DISTRICT, "140700"),
    ("140781", "介休市", "Jiexiu", DISTRICT, "140700"),
    ("1407Z1", "晋中开发区", "Jinzhong Development Zone", ZONE, "140700"),
    ("500000", "重庆市", "Chongqing", PROVINCE, None),
    ("500101", "万州区", "Wanzhou", DISTRICT, "500000"),
    ("500103", "渝中区", "Yuzhong", DISTRICT, "500000"),
    ("500112", "渝北区", "Yubei", DISTRICT, "500000"),
    ("530000", "云南省", "Yunnan", PROVINCE, None),
    ("530100", "昆明市", "Kunming", CITY, "530000"),
    ("530300", "曲靖市", "Qujing", CITY, "530000"),
    ("530400", "玉溪市", "Yuxi", CITY, "530000"),
)


def load_areas() -> None:
    """Create the areas, parents first."""
    for code, name, name_en, kind, parent_code in AREAS:
        parent = Area.objects.get(pk=parent_code) if parent_code else None
        path = f"{parent.path if parent else ''}{code}/"
        Area.objects.get_or_create(
            code=code,
            defaults={
                "name": name,
                "name_en": name_en,
                "kind": kind,
                "parent": parent,
                "path": path,
            },
        )
