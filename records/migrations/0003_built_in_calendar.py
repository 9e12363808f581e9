from django.apps.registry import Apps
from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.utils import timezone

from rules.holidays import HOLIDAYS, YEARS

SOURCE = "国务院办公厅通知（系统内置）"


def seed(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Fill the calendar with the years that `rules` carries; from here on people edit it."""
    now = timezone.now()
    apps.get_model("records", "CalendarYear").objects.bulk_create(
        apps.get_model("records", "CalendarYear")(
            year=year, source=SOURCE, updated_at=now, updated_by=""
        )
        for year in sorted(YEARS)
    )
    CalendarDay = apps.get_model("records", "CalendarDay")
    CalendarDay.objects.bulk_create(
        CalendarDay(
            date=day.date,
            year_id=day.date.year,
            kind=day.kind,
            name_zh=day.name_zh,
            name_en=day.name_en,
        )
        for day in HOLIDAYS
    )


class Migration(migrations.Migration):
    dependencies = [("records", "0002_audit_head_and_guards")]

    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
