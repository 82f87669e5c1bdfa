import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("norme", "0002_muro"),
    ]

    operations = [
        migrations.AddField(
            model_name="regolamento",
            name="bozza",
            field=models.BooleanField(default=False, verbose_name="in bozza"),
        ),
        migrations.AddField(
            model_name="regolamento",
            name="sostituisce",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="versioni_successive",
                to="norme.regolamento",
            ),
        ),
    ]
