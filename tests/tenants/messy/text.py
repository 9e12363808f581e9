"""csv files by hand: as Excel, WPS and old systems save them."""

from tests.tenants.messy.raw import CODE, HEAD

_LINE = ",".join(HEAD[:4])


def lines(*rows: str, end: str = "\r\n") -> str:
    return end.join(rows) + end


def marked() -> bytes:
    rows = (f"样例甲公司,{CODE[1]},2025-3-1,100", f"样例乙公司,{CODE[2]},2025年4月1日,")
    return lines(_LINE, *rows).encode("utf-8-sig")


def unmarked() -> bytes:
    row = f"样例甲公司,{CODE[1]},2025/3/1,６５０万元"
    return lines(_LINE, row, end="\n").encode()


def gb18030() -> bytes:
    rows = (f"样例㐀公司,{CODE[1]},2025-3-1,100", f"样例乙公司,{CODE[2]},2025-3-1,-5")
    return lines(_LINE, *rows).encode("gb18030")


def utf16() -> bytes:
    row = f"样例甲公司\t{CODE[1]}\t2025-3-1\t100"
    return lines(_LINE.replace(",", "\t"), row).encode("utf-16")


def semicolons() -> bytes:
    rows = (f'样例甲公司;{CODE[1]};2025-3-1;"1,234.50"', f"样例乙公司;{CODE[2]};3月1日;7")
    return lines(_LINE.replace(",", ";"), *rows).encode("utf-8-sig")


def tabs() -> bytes:
    row = f"样例,甲公司\t{CODE[1]}\t2025-3-1\t100"
    return lines(_LINE.replace(",", "\t"), row).encode()


def ragged() -> bytes:
    rows = (
        "样例产业园入驻机构名册",
        "填报单位：样例运营公司,,,,,,",
        _LINE,
        f"样例甲公司,{CODE[1]}",
        "样例乙公司,,2025-3-1,5,,,",
        "",
        "合计,,,5",
    )
    return lines(*rows).encode("gb18030")


def quoted() -> bytes:
    rows = (
        '机构名称,统一社会信用代码,"入驻\n日期"',
        f'"样例“甲”\r\n公司",{CODE[1]},2025-3-1',
        f'"样例""乙""公司",{CODE[2]},2025-3-1',
    )
    return lines(*rows).encode("utf-8-sig")


def kept_as_text() -> bytes:
    rows = (f'样例甲公司,"=""{CODE[1]}""",2025-3-1,100', f"样例乙公司,{CODE[2]},2025-3-1,=D2*2")
    return lines(_LINE, *rows).encode()


def digits_lost() -> bytes:
    return lines(_LINE, "样例甲公司,9.11407E+17,2025-3-1,100").encode()


def our_own() -> bytes:
    rows = (f"'=样例公司,{CODE[1]},2025-03-01,100.00", "", "※ 样例单位 样例甲 2026-11-21 10:00")
    return lines(_LINE, *rows).encode("utf-8-sig")


FILES = {
    "utf8 with its mark": marked,
    "utf8 without a mark": unmarked,
    "gb18030 of an office": gb18030,
    "utf16 as Excel calls Unicode": utf16,
    "semicolons": semicolons,
    "tabs": tabs,
    "titles and ragged lines": ragged,
    "quotes and line ends inside": quoted,
    "text kept by a formula": kept_as_text,
    "digits lost": digits_lost,
    "our own marks": our_own,
}
