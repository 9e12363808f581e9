"""Workbooks zipped by hand from XML: what other programs write and ours never would."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from tests.factories import make_credit_code

CODE = {number: make_credit_code(number) for number in range(1, 7)}
HEAD = ("机构名称", "统一社会信用代码", "入驻日期", "上年营业收入(含代收代付)(元)", "拟入驻")
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/"
_OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml."
_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def package(*sheets: str, strings: str = "", settings: str = "", states: str = "") -> bytes:
    """A workbook of these worksheets' XML; `states` has a letter a sheet, "v" is very hidden."""
    names = "".join(
        f'<sheet name="表{n}" sheetId="{n}" r:id="r{n}"{_hidden(states[n - 1 : n])}/>'
        for n, _ in enumerate(sheets, 1)
    )
    targets = "".join(
        f'<Relationship Id="r{n}" Type="{_DOCUMENT}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n, _ in enumerate(sheets, 1)
    )
    if strings:
        targets += (
            f'<Relationship Id="s" Type="{_DOCUMENT}/sharedStrings" Target="sharedStrings.xml"/>'
        )
    parts = {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _relations(
            f'<Relationship Id="w" Type="{_DOCUMENT}/officeDocument" Target="xl/workbook.xml"/>'
        ),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_DOCUMENT}">{settings}'
        f"<sheets>{names}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": _relations(targets),
        **{f"xl/worksheets/sheet{n}.xml": xml for n, xml in enumerate(sheets, 1)},
    }
    if strings:
        parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}">{strings}</sst>'
    made = io.BytesIO()
    with ZipFile(made, "w", ZIP_DEFLATED) as file:
        for name, text in parts.items():
            file.writestr(name, _DECLARATION + text)
    return made.getvalue()


def _hidden(state: str) -> str:
    return ' state="veryHidden"' if state == "v" else ""


def _relations(inner: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}relationships">{inner}</Relationships>'


def _types(count: int) -> str:
    sheets = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{_OFFICE}worksheet+xml"/>'
        for n in range(1, count + 1)
    )
    return (
        f'<Types xmlns="{_PACKAGE}content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_OFFICE}sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_OFFICE}sharedStrings+xml"/>'
        f"{sheets}</Types>"
    )


def sheet(*rows: str, before: str = "", after: str = "") -> str:
    data = f"<sheetData>{''.join(rows)}</sheetData>"
    return f'<worksheet xmlns="{_MAIN}">{before}{data}{after}</worksheet>'


def text(place: str, words: str) -> str:
    """A cell with its text inside of it."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{words}</t></is></c>'


def number(place: str, value: object, kind: str = "") -> str:
    return f'<c r="{place}"{kind}><v>{value}</v></c>'


def row(at: int, *cells: str, more: str = "") -> str:
    return f'<row r="{at}"{more}>{"".join(cells)}</row>'


def texts(at: int, *words: str) -> str:
    """A row of texts from column A on."""
    return row(
        at, *(text(f"{letter}{at}", each) for letter, each in zip("ABCDE", words, strict=False))
    )


def head(at: int = 1) -> str:
    return texts(at, *HEAD)


def known(at: int, which: int, *more: str, name: str = "") -> str:
    """A row with a name and a good code, and these cells behind them."""
    words = name or f"样例{'甲乙丙丁戊己'[which - 1]}公司"
    return row(at, text(f"A{at}", words), text(f"B{at}", CODE[which]), *more)


def inline() -> bytes:
    return package(sheet(head(), known(2, 1), known(3, 2)))


def rich() -> bytes:
    strings = "".join(f"<si><t>{each}</t></si>" for each in HEAD)
    name = (
        "<si><r><t>样例甲</t></r><r><rPr><b/></rPr><t>人力公司</t></r>"
        '<rPh sb="0" eb="2"><t>yangli</t></rPh></si>'
    )
    cells = [number(f"{letter}1", n, ' t="s"') for n, letter in enumerate("ABCDE")]
    return package(
        sheet(row(1, *cells), row(2, number("A2", 5, ' t="s"'), text("B2", CODE[1]))),
        strings=strings + name,
    )


def prefixed() -> bytes:
    body = "".join((head(), known(2, 1, text("C2", "2026年1月5日"))))
    for tag in ("row", "c", "is", "t", "v"):
        body = body.replace(f"<{tag} ", f"<x:{tag} ").replace(f"<{tag}>", f"<x:{tag}>")
        body = body.replace(f"</{tag}>", f"</x:{tag}>")
    return package(
        f'<x:worksheet xmlns:x="{_MAIN}"><x:sheetData>{body}</x:sheetData></x:worksheet>'
    )


def placeless() -> bytes:
    cell = '<c t="inlineStr"><is><t>{}</t></is></c>'
    lines = (HEAD, ("样例甲公司", CODE[1], "2026-1-5"), ("样例乙公司", CODE[2], "春天"))
    return package(sheet(*(f"<row>{''.join(map(cell.format, line))}</row>" for line in lines)))


def serials() -> bytes:
    rows = (
        known(2, 1, number("C2", 46027)),
        known(3, 2, number("C3", "46027.375")),
        known(4, 3, number("C4", 7)),
    )
    return package(sheet(head(), *rows))


def iso_days() -> bytes:
    rows = (
        known(2, 1, number("C2", "2026-01-05T00:00:00", ' t="d"')),
        known(3, 2, number("C3", "2026-01-06", ' t="d"')),
    )
    return package(sheet(head(), *rows))


def from_1904() -> bytes:
    return package(
        sheet(head(), known(2, 1, number("C2", 46027 - 1462))),
        settings='<workbookPr date1904="1"/>',
    )


def errors() -> bytes:
    rows = (
        known(2, 1, number("D2", "#N/A", ' t="e"')),
        known(3, 2, number("C3", "#REF!", ' t="e"')),
        known(4, 3, number("E4", 1, ' t="b"')),
        row(5, number("A5", 0, ' t="b"'), text("B5", CODE[4])),
    )
    return package(sheet(head(), *rows))


def formulas() -> bytes:
    first = '<c r="D2"><f t="shared" ref="D2:D4" si="0">ROW()*100</f><v>200</v></c>'
    rest = [f'<c r="D{n}"><f t="shared" si="0"/><v>{n}00</v></c>' for n in (3, 4)]
    rows = (known(2, 1, first), known(3, 2, rest[0]), known(4, 3, rest[1]))
    return package(sheet(head(), *rows))


def merged() -> bytes:
    titles = (
        texts(1, "样例产业园入驻机构名册"),
        texts(2, "填报单位：样例运营公司", "", "", "单位：万元"),
        row(3, text("A3", "基本情况"), text("C3", "经营情况")),
    )
    heads = texts(4, *HEAD[:3], "上年营业收入（含代收代付）（万元）")
    rows = (known(5, 1, text("C5", "2025.3.1")), known(6, 2, number("D6", 1.25)))
    merges = '<mergeCells count="2"><mergeCell ref="A1:E1"/><mergeCell ref="A3:B3"/></mergeCells>'
    return package(sheet(*titles, heads, *rows, after=merges))


def numeric_codes() -> bytes:
    rows = (
        row(2, text("A2", "样例甲公司"), number("B2", "9.11407E+17")),
        row(3, text("A3", "样例乙公司"), number("B3", "911407000000000016")),
    )
    return package(sheet(head(), *rows))


def false_reach() -> bytes:
    blanks = [f'<row r="{n}"><c r="A{n}" s="0"/><c r="E{n}" s="0"/></row>' for n in range(3, 500)]
    return package(sheet(head(), known(2, 1), *blanks, before='<dimension ref="A1:XFD1048576"/>'))


def filtered() -> bytes:
    second = known(3, 2).replace("<row ", '<row hidden="1" ')
    rows = (known(2, 1), second, known(4, 3, text("C4", "待定")))
    return package(sheet(head(), *rows, after='<autoFilter ref="A1:E4"/>'))


def escaped() -> bytes:
    return package(sheet(head(), known(2, 1, name="样例_x000D_\n甲公司")))


def very_hidden() -> bytes:
    bad = sheet(head(), texts(2, "隐藏的公司", "不是代码"))
    return package(sheet(head(), known(2, 1)), bad, states=" v")


def paged_heads() -> bytes:
    rows = (known(2, 1), known(3, 2), texts(4, "第二页"), head(5), known(6, 3))
    return package(sheet(head(), *rows))


FILES = {
    "inline strings": inline,
    "rich text with readings": rich,
    "prefixed names": prefixed,
    "cells without places": placeless,
    "serials without a format": serials,
    "days in ISO": iso_days,
    "days of 1904": from_1904,
    "errors and truths": errors,
    "shared formulas": formulas,
    "merged titles": merged,
    "codes as numbers": numeric_codes,
    "a false reach": false_reach,
    "hidden by a filter": filtered,
    "escaped line ends": escaped,
    "a very hidden sheet": very_hidden,
    "heads again on each page": paged_heads,
}
