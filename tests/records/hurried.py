"""Settings of the tests with a scheduler in a hurry, for processes of their own."""

from datetime import timedelta

from config.settings.test import *  # noqa: F403

CELERY_BEAT_MAX_LOOP_INTERVAL = 1
CELERY_BEAT_SCHEDULE = {
    name: {"task": f"records.tasks.{name}", "schedule": timedelta(seconds=1)}
    for name in ("daily_sweep", "send_outbox")
}
