import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("scuola", "0002_muro"),
    ]

    operations = [
        migrations.AddField(
            model_name="incarico",
            name="copiato_da",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="copia",
                to="scuola.incarico",
            ),
        ),
        migrations.CreateModel(
            name="EsitoAnno",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "esito",
                    models.CharField(
                        choices=[
                            ("ammesso", "ammesso alla classe successiva"),
                            ("non_ammesso", "non ammesso: ripete"),
                            ("conclude", "conclude il corso"),
                            ("lascia", "lascia la scuola"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "passato_il",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="passaggio compiuto il"
                    ),
                ),
                (
                    "classe_di_arrivo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.classe",
                    ),
                ),
                (
                    "iscrizione",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="esito",
                        to="scuola.iscrizione",
                    ),
                ),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "esiti dell’anno",
            },
        ),
    ]
