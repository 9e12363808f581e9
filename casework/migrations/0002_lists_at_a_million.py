from typing import ClassVar

from django.db import migrations, models

OPEN = models.Q(("status__in", ("approved", "refused", "withdrawn", "lapsed")), _negated=True)


class Migration(migrations.Migration):
    dependencies: ClassVar = [("casework", "0001_initial")]

    operations: ClassVar = [
        migrations.RemoveIndex(model_name="case", name="casework_ca_edition_d0663d_idx"),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=OPEN,
                fields=["bureau", "edition", "procedure", "stage"],
                name="open_cases_of_a_bureau",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=OPEN,
                fields=["district", "edition", "procedure", "stage"],
                name="open_cases_of_a_district",
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                fields=["applicant", "stage_since", "id"], name="casework_ca_applica_15687e_idx"
            ),
        ),
        migrations.AddIndex(
            model_name="case",
            index=models.Index(
                condition=models.Q(("status", "draft")),
                fields=["applicant"],
                name="drafts_of_an_applicant",
            ),
        ),
    ]
