"""Which failed sign-ins count towards the lock."""

from typing import Any

from axes.attempts import get_cool_off_threshold
from axes.handlers.database import AxesDatabaseHandler
from axes.helpers import get_client_username
from axes.models import AccessAttempt, AccessFailureLog
from django.http import HttpRequest


class LockoutHandler(AxesDatabaseHandler):
    """Counts the failures of the last ``AXES_COOLOFF_TIME`` alone.

    The library adds up failures for as long as each follows the one before within that time.
    A lock that holds is left as it is: it ends that time after the failure that made it.
    """

    def user_login_failed(
        self,
        sender: Any,
        credentials: dict[str, Any],
        request: HttpRequest | None = None,
        **kwargs: Any,
    ) -> None:
        if request is not None and not request.axes_locked_out:  # type: ignore[attr-defined]
            name = get_client_username(request, credentials)
            _forget_older_failures(request, name)
        super().user_login_failed(sender, credentials, request, **kwargs)


def _forget_older_failures(request: HttpRequest, username: str | None) -> None:
    """Lower the counts of this name and address to what the log has within the window."""
    AccessFailureLog.objects.filter(attempt_time__lt=get_cool_off_threshold(request)).delete()
    of_visitor = {"username": username, "ip_address": request.axes_ip_address}  # type: ignore[attr-defined]
    for attempt in AccessAttempt.objects.filter(**of_visitor):
        recent = AccessFailureLog.objects.filter(**of_visitor, user_agent=attempt.user_agent)
        attempt.failures_since_start = min(attempt.failures_since_start, recent.count())
        attempt.save(update_fields=("failures_since_start",))
