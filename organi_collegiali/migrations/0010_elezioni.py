import django.db.models.deletion
from django.db import migrations, models

from cpia.scuola.rls import Proteggi


class Migration(migrations.Migration):
    dependencies = [
        ("organi_collegiali", "0015_urna"),
        ("scuola", "0006_passaggio"),
    ]

    operations = [
        migrations.CreateModel(
            name="ListaElettorale",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nome", models.CharField(max_length=60)),
                ("voti", models.PositiveIntegerField(default=0, verbose_name="voti di lista")),
                ("sorteggio", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "elezione",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="liste",
                        to="organi_collegiali.elezione",
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
                "verbose_name": "lista elettorale",
                "verbose_name_plural": "liste elettorali",
                "ordering": ["elezione", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("istituto"),
                        models.F("elezione"),
                        models.F("nome"),
                        name="lista_nome_unico",
                    )
                ],
            },
        ),
        Proteggi(["ListaElettorale"]),
    ]
