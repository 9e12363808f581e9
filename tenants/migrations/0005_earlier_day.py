from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("tenants", "0004_conduct"),
    ]

    operations = [
        migrations.AddField(
            model_name="earlierfiling",
            name="filed_on",
            field=models.DateField(null=True, verbose_name="filed on paper on"),
        ),
    ]
