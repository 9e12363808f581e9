"""Explanations as sentences, for a page, a letter or a lawyer: clause, words, figures, result."""

from decimal import Decimal

from rules.citing import cited
from rules.claims import GRADE
from rules.consequences import Entailed
from rules.exact import grouped
from rules.source import Text, clause_of
from rules.verdict import Outcome, Step

_RESULT = {
    Outcome.MET: Text("达标", "met"),
    Outcome.NOT_MET: Text("未达标", "not met"),
    Outcome.UNKNOWN: Text("缺数据", "figure missing"),
    Outcome.JUDGE: Text("待评判", "to be judged"),
}
_FLAG = {True: Text("是", "yes"), False: Text("否", "no")}


def sentence(leaf: Step) -> Text:
    """One test in a sentence: what is asked where, what is there, and what comes of it."""
    where = cited(clause_of(leaf.clause))
    have, result = _have(leaf), _result(leaf)
    return Text(
        f"{where.zh} {leaf.zh}（{leaf.words}）：{have.zh}{result.zh}",
        f"{where.en} {leaf.en} ({leaf.words}): {have.en}{result.en}",
    )


def sentences(tree: Step) -> tuple[Text, ...]:
    """Every test of a tree in a sentence, in the law's order."""
    return tuple(map(sentence, tree.leaves()))


def follows(entailed: Entailed) -> Text:
    """A consequence in a sentence, with what it still waits for."""
    what = entailed.consequence
    where = cited(what.clause)
    if entailed.waits:
        zh = "、".join(each.zh for each in entailed.waits)
        en = ", ".join(each.en for each in entailed.waits)
        return Text(f"{where.zh} {what.zh}（尚待{zh}）", f"{where.en} {what.en} (waits for {en})")
    may = (
        Text("（由机关决定）", " (an office decides)") if entailed.state == "may" else Text("", "")
    )
    return Text(f"{where.zh} {what.zh}{may.zh}", f"{where.en} {what.en}{may.en}")


def _have(leaf: Step) -> Text:
    if leaf.judgement:
        by, reason = leaf.judgement.by, leaf.judgement.reason
        return Text(f"{by}评判（{reason}），", f"judged by {by} ({reason}), ")
    if leaf.have is None:
        return Text("", "")
    if isinstance(leaf.have, bool):
        said = _FLAG[leaf.have]
        return Text(f"{said.zh}，", f"{said.en}, ")
    if isinstance(leaf.have, str):
        named = GRADE.choices[leaf.have]
        return Text(f"{named.zh}，", f"{named.en}, ")
    figure = grouped(leaf.have)
    return Text(f"现为{figure}{leaf.unit}，", f"{figure} {leaf.unit_en}, ")


def _result(leaf: Step) -> Text:
    result = _RESULT[leaf.outcome]
    if leaf.waiver:
        document = leaf.waiver.document
        return Text(f"经豁免（{document}）", f"waived ({document})")
    if leaf.outcome is Outcome.UNKNOWN and leaf.have is not None:
        return Text("待整改结果", "waits for the rectification")
    if leaf.outcome is not Outcome.NOT_MET:
        return result
    zh, en = _gap(leaf)
    if not leaf.waivable:
        return Text(zh + result.zh, en + result.en)
    words = "、".join(ground.zh for ground in leaf.grounds)
    words_en = ", ".join(ground.en for ground in leaf.grounds)
    return Text(f"{zh}{result.zh}，可豁免（{words}）", f"{en}{result.en}, waivable ({words_en})")


def _gap(leaf: Step) -> Text:
    # At a limit that must be passed nothing is short, and yet it is not met.
    if not leaf.gap or leaf.gap == "0":
        return Text("", "")
    gap = grouped(Decimal(leaf.gap))
    if leaf.operator == "<=":
        return Text(f"超{gap}{leaf.unit}，", f"{gap} {leaf.unit_en} too many, ")
    return Text(f"差{gap}{leaf.unit}，", f"{gap} {leaf.unit_en} short, ")
