"""The parks of the demonstration, as data."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sample:
    """A park to be made. floor_areas in m², the first the core; revenue in yuan a year, net."""

    key: str
    area: str
    name: str
    floor_areas: tuple[int, ...]
    agencies: int
    revenue: int
    phone: str = "03540000000"


@dataclass(frozen=True)
class Standing:
    """What a park was recognised as before the system; `under` is the park whose branch it is."""

    park: str
    level: str
    edition: str
    under: str = ""


JINZHONG = (
    Sample("draft", "140702", "榆次样例人力资源服务产业园", (3600,), 12, 6_480_000),
    Sample("county", "140703", "太谷样例人力资源服务产业园", (3200,), 11, 5_580_000),
    Sample("signing", "140724", "昔阳样例人力资源服务产业园", (3050,), 10, 5_490_000),
    Sample("returned", "140727", "祁县样例人力资源服务产业园", (2600, 1700), 13, 5_940_000),
    Sample("bureau", "140728", "平遥样例人力资源服务产业园", (4200, 900), 14, 7_560_000),
    Sample("experts", "140729", "灵石样例人力资源服务产业园", (3900,), 12, 6_840_000),
    Sample("convening", "140781", "介休样例人力资源服务产业园", (5200, 1500), 16, 10_440_000),
    Sample("noticed", "1407Z1", "晋开样例人力资源服务产业园", (6800, 1200, 800), 18, 13_680_000),
    Sample("deciding", "140702", "榆次北样例人力资源产业园", (4500,), 15, 8_460_000),
    Sample("refusing", "140728", "平遥南样例人力资源产业园", (1900,), 7, 1_620_000),
    Sample("approved", "140781", "介休东样例人力资源产业园", (4100, 1000), 14, 7_920_000),
    Sample("refused", "140703", "太谷西样例人力资源产业园", (2100,), 6, 1_440_000),
    Sample("jz-one", "140702", "榆次南样例人力资源产业园", (5_200, 1_100), 12, 7_020_000),
    Sample("jz-two", "140728", "平遥古城样例人力资源产业园", (3_800,), 11, 6_300_000),
    Sample("jz-three", "140781", "介休西样例人力资源产业园", (4_400, 900), 12, 7_380_000),
    Sample("jz-four", "140703", "太谷东样例人力资源产业园", (4_000,), 11, 6_480_000),
)
SHANGHAI = (
    Sample("sh-park", "310000", "上海样例人力资源服务产业园区", (60_000,), 12, 2_600_000_000),
    Sample("sh-one", "310106", "静安样例人力资源产业分园", (43_000,), 12, 2_150_000_000),
    Sample("sh-two", "310104", "徐汇样例人力资源产业分园", (43_000,), 12, 2_150_000_000),
    Sample("sh-three", "310112", "闵行样例人力资源产业分园", (43_000,), 12, 2_150_000_000),
    Sample("sh-four", "310106", "静安南样例人力资源产业分园", (43_000,), 12, 2_150_000_000),
    Sample("sh-draft", "310106", "静安东样例人力资源产业分园", (43_500,), 41, 2_050_000_000),
    Sample("sh-bureau", "310104", "徐汇东样例人力资源产业分园", (43_800,), 42, 2_070_000_000),
    Sample("sh-deciding", "310112", "闵行东样例人力资源产业分园", (44_100,), 43, 2_090_000_000),
    Sample("sh-letter", "310106", "静安西样例人力资源产业分园", (44_400,), 41, 2_110_000_000),
    Sample("sh-ministry", "310104", "徐汇西样例人力资源产业分园", (44_700,), 42, 2_130_000_000),
    Sample("sh-establishing", "310112", "闵行西样例人力资源产业分园", (45_000,), 43, 2_150_000_000),
    Sample("sh-returned", "310106", "静安北样例人力资源产业分园", (45_300,), 41, 2_170_000_000),
    Sample("sh-refused", "310104", "徐汇北样例人力资源产业分园", (45_600,), 24, 900_000_000),
    Sample("sh-approved", "310118", "青浦东样例人力资源产业分园", (45_900,), 43, 2_210_000_000),
)
#: Applied for under Shanghai's rules, and not on record yet.
TO_COME = (
    Sample("sh-plan-draft", "310104", "徐汇滨江样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-bureau", "310112", "闵行新城样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-deciding", "310106", "静安新城样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-returned", "310118", "青浦新城样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-refused", "310104", "徐汇南样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-running", "310118", "青浦西样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-ending", "310112", "闵行南样例人力资源产业分园", (), 0, 0),
    Sample("sh-plan-lapsed", "310106", "静安中样例人力资源产业分园", (), 0, 0),
)
QINGPU = (
    Sample("qp-one", "310118", "华新样例园", (42_000,), 15, 420_000_000),
    Sample("qp-draft", "310118", "徐泾样例园", (9_000,), 12, 260_000_000),
    Sample("qp-deciding", "310118", "朱家角样例园", (9_000,), 12, 260_000_000),
    Sample("qp-approved", "310118", "赵巷样例园", (9_000,), 12, 260_000_000),
)
CHONGQING = (
    Sample("cq-one", "500112", "渝北样例人力资源服务产业园", (12_000,), 20, 560_000_000),
    Sample("cq-draft", "500112", "渝北东样例人力资源服务产业园", (12_600,), 21, 570_000_000),
    Sample("cq-bureau", "500103", "渝中样例人力资源服务产业园", (13_200,), 22, 580_000_000),
    Sample("cq-experts", "500101", "万州东样例人力资源服务产业园", (13_800,), 23, 590_000_000),
    Sample("cq-noticed", "500112", "渝北西样例人力资源服务产业园", (14_400,), 20, 600_000_000),
    Sample("cq-deciding", "500101", "万州样例人力资源服务产业园", (8_600,), 21, 610_000_000),
    Sample("cq-returned", "500103", "渝中东样例人力资源服务产业园", (15_600,), 22, 620_000_000),
    Sample("cq-refused", "500101", "万州西样例人力资源服务产业园", (5_200,), 9, 120_000_000),
    Sample("cq-approved", "500103", "渝中西样例人力资源服务产业园", (16_800,), 20, 640_000_000),
    Sample("cq-promised", "500112", "渝北南样例人力资源服务产业园", (17_400,), 21, 650_000_000),
)
YUNNAN = (
    Sample("yn-one", "530100", "昆明样例人力资源服务产业园", (9_000, 3_000), 12, 830_000_000),
    Sample("yn-two", "530300", "曲靖样例人力资源服务产业园", (11_000,), 12, 840_000_000),
    Sample("yn-three", "530400", "玉溪样例人力资源服务产业园", (9_000, 3_000), 12, 850_000_000),
    Sample("yn-four", "530100", "昆明南样例人力资源服务产业园", (11_000,), 12, 860_000_000),
    Sample("yn-draft", "530100", "昆明东样例人力资源服务产业园", (9_000, 3_000), 25, 870_000_000),
    Sample("yn-bureau", "530300", "曲靖东样例人力资源服务产业园", (11_000,), 26, 880_000_000),
    Sample("yn-experts", "530400", "玉溪东样例人力资源服务产业园", (9_000, 3_000), 27, 890_000_000),
    Sample("yn-listing", "530100", "昆明西样例人力资源服务产业园", (11_000,), 28, 900_000_000),
    Sample("yn-noticed", "530300", "曲靖西样例人力资源服务产业园", (9_000, 3_000), 25, 910_000_000),
    Sample("yn-deciding", "530400", "玉溪西样例人力资源服务产业园", (11_000,), 26, 920_000_000),
    Sample("yn-returned", "530100", "昆明北样例人力资源产业园", (9_000, 3_000), 27, 930_000_000),
    Sample("yn-refused", "530300", "曲靖南样例人力资源服务产业园", (11_000,), 12, 210_000_000),
    Sample("yn-approved", "530400", "玉溪南样例人力资源产业园", (9_000, 3_000), 25, 950_000_000),
)
PARKS = JINZHONG + SHANGHAI + QINGPU + CHONGQING + YUNNAN
BY_KEY = {sample.key: sample for sample in PARKS + TO_COME}

#: Several levels may stand of one park, each under its own rules.
STANDING = (
    Standing("jz-one", "city", "jinzhong-2022"),
    Standing("jz-one", "province", ""),
    Standing("jz-two", "city", "jinzhong-2022"),
    Standing("jz-three", "city", "jinzhong-2022"),
    Standing("jz-four", "city", "jinzhong-2022"),
    Standing("sh-park", "national", "shanghai-2022"),
    Standing("sh-one", "national", "shanghai-2022", under="sh-park"),
    Standing("sh-two", "national", "shanghai-2022", under="sh-park"),
    Standing("sh-three", "national", "shanghai-2022", under="sh-park"),
    Standing("sh-four", "national", "shanghai-2022", under="sh-park"),
    Standing("qp-one", "national", "shanghai-2022", under="sh-park"),
    Standing("qp-one", "district", "qingpu-2022"),
    Standing("cq-one", "municipal", "chongqing-2021"),
    Standing("yn-one", "province", "yunnan-2021"),
    Standing("yn-one", "national", ""),
    Standing("yn-two", "province", "yunnan-2021"),
    Standing("yn-three", "province", "yunnan-2021"),
    Standing("yn-four", "province", "yunnan-2021"),
)
