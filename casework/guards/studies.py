"""What a study asks for: experts, a day at the park, other organisations, words on each head."""

from django.utils import timezone
from django.utils.translation import gettext as _

from casework.kinds import Attempt
from casework.models import PanelSeat
from casework.rounds import done_in_round, panel_of_round
from casework.seats import stage_of
from casework.words import Reason, by_stage
from records.templatetags.said import said


def panel_complete(attempt: Attempt) -> Reason:
    panel = panel_of_round(attempt.case)
    if panel is None or (panel.closed_at and not panel.seats.filter(given_at__isnull=False)):
        return _("Convene a panel of experts first.")
    if panel.closed_at is None:
        waiting = panel.seats.filter(given_at__isnull=True, recused_at__isnull=True).count()
        return _("%(count)s experts have not given their opinion yet.") % {"count": waiting}
    return None


def consultations_answered(attempt: Attempt) -> Reason:
    waiting = attempt.case.consultations.filter(answered_at__isnull=True)
    names = ", ".join(str(one.organisation) for one in waiting.select_related("organisation"))
    return _("Still waiting for: %(names)s.") % {"names": names} if names else None


def consultations_asked(attempt: Attempt) -> Reason:
    """Others were asked since the case came to its stage, and each has answered."""
    if not done_in_round(attempt.case, "consult"):
        return by_stage(
            stage_of(attempt.case), _("Ask at least one other organisation for its opinion first.")
        )
    return consultations_answered(attempt)


def site_visited(attempt: Attempt) -> Reason:
    """Every expert who spoke has been at the park."""
    panel, stage = panel_of_round(attempt.case), stage_of(attempt.case)
    given = panel.seats.filter(given_at__isnull=False) if panel else PanelSeat.objects.none()
    days = [day for day in given.values_list("visited_on", flat=True) if day]
    if not days or len(days) < given.count():
        return by_stage(stage, _("The day on which the experts saw the park is not recorded."))
    if max(days) > timezone.localdate():
        return by_stage(stage, _("The experts' day at the park still lies ahead."))
    return None


def heads_answered(attempt: Attempt) -> Reason:
    """What the law has studied is answered head by head."""
    stage, given = stage_of(attempt.case), attempt.data.get("heads") or {}
    open_heads = [head for head in stage.heads if not str(given.get(head.key, "")).strip()]
    if not open_heads:
        return None
    names = _(", ").join(said(head) for head in open_heads)
    return by_stage(stage, _("Write the findings on each head: %(heads)s.") % {"heads": names})
