import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("atti", "0002_muro"),
        ("scuola", "0003_trasversali"),
    ]

    operations = [
        migrations.CreateModel(
            name="Pubblicazione",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("anno", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "numero",
                    models.PositiveIntegerField(
                        blank=True, null=True, verbose_name="numero di repertorio"
                    ),
                ),
                ("registrata_il", models.DateTimeField(blank=True, null=True)),
                ("oggetto", models.CharField(max_length=400)),
                (
                    "oggetto_dopo",
                    models.CharField(
                        blank=True, max_length=400, verbose_name="oggetto senza dati personali"
                    ),
                ),
                (
                    "con_dati_personali",
                    models.BooleanField(default=True, verbose_name="contiene dati personali"),
                ),
                (
                    "categoria",
                    models.CharField(
                        choices=[
                            ("bandi", "Bandi e gare"),
                            ("contratti_ata", "Contratti – Personale ATA"),
                            ("contratti_docenti", "Contratti – Personale Docente"),
                            ("convenzioni", "Contratti e convenzioni"),
                            ("convocazioni", "Convocazioni"),
                            ("delibere", "Delibere Consiglio di Istituto"),
                            ("altre_pa", "Documenti altre P.A."),
                            ("esiti", "Esiti esami"),
                            ("graduatorie", "Graduatorie"),
                            ("organi", "Organi collegiali"),
                            ("elezioni", "Organi collegiali – Elezioni"),
                            ("privacy", "Privacy"),
                            ("programmi", "Programmi annuali e Consuntivi"),
                            ("regolamenti", "Regolamenti"),
                            ("sicurezza", "Sicurezza"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "richiedente",
                    models.CharField(max_length=160, verbose_name="ufficio o ente richiedente"),
                ),
                ("dal", models.DateField(verbose_name="in pubblicazione dal")),
                ("al", models.DateField(verbose_name="fino al")),
                ("annullata_il", models.DateTimeField(blank=True, null=True)),
                ("motivo_annullamento", models.CharField(blank=True, max_length=300)),
                (
                    "ripulita_il",
                    models.DateTimeField(
                        blank=True, null=True, verbose_name="dati personali tolti il"
                    ),
                ),
                (
                    "attestazione",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="atti.documento",
                    ),
                ),
                (
                    "documento",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pubblicazioni",
                        to="atti.documento",
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
                (
                    "protocollo",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pubblicazioni",
                        to="atti.protocollo",
                    ),
                ),
                (
                    "responsabile",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "sostituita_da",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sostituite",
                        to="atti.pubblicazione",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "pubblicazioni all’albo",
                "ordering": ["-anno", "-numero", "-id"],
            },
        ),
        migrations.CreateModel(
            name="FilePubblicazione",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "versione",
                    models.CharField(
                        choices=[("integrale", "integrale"), ("omissis", "con omissis")],
                        max_length=12,
                    ),
                ),
                ("pubblico", models.BooleanField(default=False)),
                ("titolo", models.CharField(max_length=160)),
                ("file", models.FileField(blank=True, max_length=200, upload_to="albo/")),
                ("tipo_contenuto", models.CharField(max_length=80)),
                ("impronta", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("byte", models.PositiveIntegerField()),
                ("rimosso_il", models.DateTimeField(blank=True, null=True)),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "pubblicazione",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file",
                        to="atti.pubblicazione",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "file delle pubblicazioni",
                "ordering": ["id"],
            },
        ),
        migrations.AddConstraint(
            model_name="pubblicazione",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("anno"),
                models.F("numero"),
                name="repertorio_numero_unico",
            ),
        ),
        migrations.AddConstraint(
            model_name="pubblicazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("anno__isnull", True),
                        ("numero__isnull", True),
                        ("registrata_il__isnull", True),
                    ),
                    models.Q(
                        ("anno__isnull", False),
                        ("numero__gte", 1),
                        ("registrata_il__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="pubblicazione_bozza_o_numerata",
            ),
        ),
        migrations.AddConstraint(
            model_name="pubblicazione",
            constraint=models.CheckConstraint(
                condition=models.Q(("al__gte", models.F("dal"))), name="pubblicazione_dal_al"
            ),
        ),
        migrations.AddConstraint(
            model_name="pubblicazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("registrata_il__isnull", True),
                    ("dal__gte", django.db.models.functions.datetime.TruncDate("registrata_il")),
                    _connector="OR",
                ),
                name="pubblicazione_non_retrodatata",
            ),
        ),
        migrations.AddConstraint(
            model_name="pubblicazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("con_dati_personali", False),
                    models.Q(("oggetto_dopo", ""), _negated=True),
                    _connector="OR",
                ),
                name="pubblicazione_oggetto_dopo",
            ),
        ),
        migrations.AddConstraint(
            model_name="pubblicazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("annullata_il__isnull", True),
                    models.Q(("motivo_annullamento", ""), _negated=True),
                    _connector="OR",
                ),
                name="pubblicazione_annullata_con_motivo",
            ),
        ),
    ]
