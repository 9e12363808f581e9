"""What stands of a case in its present round: its panel, its notice, its papers from outside.

A case may come to a stage a second time; what was done there before it left does not count.
"""

from casework.models import Case, NoticeCase, OutsidePaper, Panel
from casework.seats import procedure_of, stage_of


def done_in_round(case: Case, action: str) -> bool:
    """Whether that was done since the case came to its stage."""
    came = done = 0
    for step in case.steps.all():
        if step.action == action:
            done = step.number
        elif step.to_stage == case.stage and step.from_stage != step.to_stage:
            came = step.number
    return done > came


def panel_of_round(case: Case) -> Panel | None:
    """The last panel convened since the case came to its stage; earlier ones heard another case."""
    if not done_in_round(case, "convene_panel"):
        return None
    return case.panels.filter(stage=case.stage).order_by("-pk").first()


def standing_entry(case: Case) -> NoticeCase | None:
    """The case's notice, unless it was withdrawn or the case came to the notice anew since."""
    came = published = 0
    for step in case.steps.all():
        if step.action == "publish_notice":
            published = step.number
        elif step.from_stage != step.to_stage and procedure_of(case).stage(step.to_stage).notice:
            came = step.number
    if published <= came:
        return None
    entry = max(case.notice_entries.all(), key=lambda one: one.pk)
    return None if entry.notice.withdrawn_at else entry


def standing_paper(case: Case, stage: str) -> OutsidePaper | None:
    """The paper recorded last at that stage."""
    recorded = [paper for paper in case.papers.all() if paper.stage == stage]
    return max(recorded, key=lambda one: one.pk, default=None)


def deciding_paper(case: Case) -> OutsidePaper | None:
    """The paper from outside that is the document of the decision taken at the case's stage."""
    deciding = stage_of(case).document_of
    return standing_paper(case, deciding) if deciding else None
