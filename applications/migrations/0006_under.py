from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("applications", "0005_instrument_texts"),
        ("parks", "0005_names_as_decided"),
    ]

    operations: ClassVar = [
        migrations.AddField(
            model_name="application",
            name="under",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="parks.park",
            ),
        ),
    ]
