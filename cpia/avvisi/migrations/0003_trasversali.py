import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("atti", "0003_trasversali"),
        ("avvisi", "0002_muro"),
        ("scuola", "0003_trasversali"),
    ]

    operations = [
        migrations.AddField(
            model_name="promemoria",
            name="subito",
            field=models.BooleanField(
                default=False, verbose_name="per e-mail anche a chi vuole il riepilogo"
            ),
        ),
        migrations.AlterField(
            model_name="promemoria",
            name="stato",
            field=models.CharField(
                choices=[
                    ("in_attesa", "in attesa"),
                    ("nel_riepilogo", "aspetta il riepilogo del giorno"),
                    ("inviato", "inviato"),
                    ("superato", "non più dovuto"),
                    ("non_riuscito", "non riuscito"),
                ],
                default="in_attesa",
                max_length=16,
            ),
        ),
        migrations.CreateModel(
            name="Circolare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("numero", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "tipo",
                    models.CharField(
                        choices=[
                            ("personale", "al personale"),
                            ("famiglie", "alle famiglie e agli studenti"),
                            ("avviso", "avviso"),
                        ],
                        max_length=12,
                    ),
                ),
                ("oggetto", models.CharField(max_length=160)),
                ("testo", models.TextField()),
                ("pubblica", models.BooleanField(default=False, verbose_name="anche sul sito")),
                (
                    "riscontro",
                    models.CharField(
                        choices=[
                            ("nessuno", "nessun riscontro"),
                            ("presa_visione", "presa visione"),
                            ("si_no", "risposta sì o no"),
                            ("adesione", "adesione"),
                        ],
                        default="presa_visione",
                        max_length=16,
                    ),
                ),
                ("riscontro_entro", models.DateField(blank=True, null=True)),
                ("pubblicata_il", models.DateTimeField(blank=True, null=True)),
                ("annullata_il", models.DateTimeField(blank=True, null=True)),
                ("motivo_annullamento", models.CharField(blank=True, max_length=300)),
                (
                    "anno_scolastico",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.annoscolastico",
                    ),
                ),
                (
                    "autore",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "documento",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
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
                        related_name="+",
                        to="atti.protocollo",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "circolari",
                "ordering": ["-anno_scolastico__inizio", "-numero", "-id"],
            },
        ),
        migrations.CreateModel(
            name="DestinatariCircolare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "ruolo",
                    models.CharField(
                        choices=[
                            ("dirigente", "dirigente"),
                            ("collaboratore", "collaboratore del dirigente"),
                            ("dsga", "direttore dei servizi generali e amministrativi"),
                            ("segreteria_didattica", "segreteria didattica"),
                            ("segreteria_personale", "segreteria del personale"),
                            ("segreteria_protocollo", "segreteria, protocollo"),
                            ("ata", "personale ATA"),
                            ("docente", "docente"),
                            ("coordinatore", "coordinatore di classe"),
                            ("coordinatore_sede", "coordinatore di sede"),
                            ("tutor", "tutor"),
                            ("verbalizzante", "segretario verbalizzante"),
                            ("componente", "componente di organo"),
                            ("presidente", "presidente di organo"),
                            ("commissario", "commissario straordinario"),
                            ("commissione", "componente di commissione"),
                            ("studente", "studente"),
                            ("responsabile", "genitore o responsabile"),
                            ("candidato", "candidato esterno"),
                            ("amministratore", "amministratore di sistema"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "circolare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="destinatari",
                        to="avvisi.circolare",
                    ),
                ),
                (
                    "classe",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.classe",
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
                    "sede",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.sede",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "destinatari delle circolari",
            },
        ),
        migrations.CreateModel(
            name="FileCircolare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titolo", models.CharField(max_length=160)),
                ("file", models.FileField(max_length=200, upload_to="circolari/")),
                ("tipo_contenuto", models.CharField(max_length=80)),
                ("impronta", models.CharField(max_length=64, verbose_name="SHA-256")),
                ("byte", models.PositiveIntegerField()),
                (
                    "circolare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="file",
                        to="avvisi.circolare",
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
                "verbose_name_plural": "file delle circolari",
                "ordering": ["id"],
            },
        ),
        migrations.CreateModel(
            name="PreferenzeAvvisi",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "posta",
                    models.CharField(
                        choices=[
                            ("subito", "uno per uno, appena arrivano"),
                            ("riepilogo", "uno al giorno, tutti insieme"),
                        ],
                        default="subito",
                        max_length=12,
                    ),
                ),
                (
                    "ora_riepilogo",
                    models.PositiveSmallIntegerField(default=7, verbose_name="ora del riepilogo"),
                ),
                ("ultimo_riepilogo", models.DateField(blank=True, null=True)),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "persona",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="preferenze_avvisi",
                        to="scuola.persona",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "preferenze sugli avvisi",
            },
        ),
        migrations.CreateModel(
            name="RicevutaCircolare",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letta_il", models.DateTimeField(blank=True, null=True)),
                (
                    "risposta",
                    models.CharField(
                        blank=True, choices=[("si", "sì"), ("no", "no")], max_length=2
                    ),
                ),
                ("risposta_il", models.DateTimeField(blank=True, null=True)),
                (
                    "circolare",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ricevute",
                        to="avvisi.circolare",
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
                    "persona",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="circolari",
                        to="scuola.persona",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "ricevute delle circolari",
            },
        ),
        migrations.CreateModel(
            name="CalendarioPrivato",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("impronta_codice", models.CharField(max_length=64)),
                ("creato_il", models.DateTimeField()),
                ("letto_il", models.DateTimeField(blank=True, null=True)),
                ("revocato_il", models.DateTimeField(blank=True, null=True)),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "persona",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="calendari",
                        to="scuola.persona",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "calendari privati",
                "constraints": [
                    models.UniqueConstraint(
                        models.F("istituto"),
                        models.F("impronta_codice"),
                        name="calendario_codice_unico",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("revocato_il__isnull", True)),
                        fields=("istituto", "persona"),
                        name="calendario_uno_valido",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="circolare",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("anno_scolastico"),
                models.F("numero"),
                name="circolare_numero_unico",
            ),
        ),
        migrations.AddConstraint(
            model_name="circolare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("numero__isnull", True), ("pubblicata_il__isnull", True)),
                    models.Q(("numero__gte", 1), ("pubblicata_il__isnull", False)),
                    _connector="OR",
                ),
                name="circolare_bozza_o_numerata",
            ),
        ),
        migrations.AddConstraint(
            model_name="circolare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("annullata_il__isnull", True),
                    models.Q(("motivo_annullamento", ""), _negated=True),
                    _connector="OR",
                ),
                name="circolare_annullata_con_motivo",
            ),
        ),
        migrations.AddConstraint(
            model_name="destinataricircolare",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("circolare"),
                models.F("ruolo"),
                models.F("sede"),
                models.F("classe"),
                name="destinatari_unici",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="preferenzeavvisi",
            constraint=models.CheckConstraint(
                condition=models.Q(("ora_riepilogo__lte", 23)), name="riepilogo_ora"
            ),
        ),
        migrations.AddConstraint(
            model_name="ricevutacircolare",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("circolare"),
                models.F("persona"),
                name="ricevuta_unica",
            ),
        ),
        migrations.AddConstraint(
            model_name="ricevutacircolare",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("risposta_il__isnull", True), ("letta_il__isnull", False), _connector="OR"
                ),
                name="ricevuta_letta_prima",
            ),
        ),
    ]
