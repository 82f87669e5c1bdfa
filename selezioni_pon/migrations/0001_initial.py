import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("atti", "0005_albo_fermo"),
        ("scuola", "0007_riservatezza"),
    ]

    operations = [
        migrations.CreateModel(
            name="Griglia",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titolo", models.CharField(max_length=200)),
                ("fonte", models.CharField(max_length=400, verbose_name="da quale atto")),
                ("origine", models.CharField(blank=True, max_length=120)),
                ("dati", models.JSONField(default=dict)),
                ("chiusa_il", models.DateTimeField(blank=True, null=True)),
                ("ritirata_il", models.DateTimeField(blank=True, null=True)),
                ("modificata_il", models.DateTimeField()),
                ("versione", models.PositiveIntegerField(default=1)),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "modificata_da",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
            ],
            options={
                "verbose_name": "griglia di valutazione",
                "verbose_name_plural": "griglie di valutazione",
                "ordering": ["titolo", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Avviso",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fase",
                    models.CharField(
                        choices=[
                            ("interni", "personale della scuola"),
                            ("altre_scuole", "personale di altre scuole"),
                            ("esterni", "esterni"),
                        ],
                        max_length=14,
                        verbose_name="a chi si rivolge",
                    ),
                ),
                (
                    "stato",
                    models.CharField(
                        choices=[
                            ("bozza", "bozza"),
                            ("pubblicato", "pubblicato"),
                            ("concluso", "concluso"),
                            ("revocato", "revocato"),
                        ],
                        default="bozza",
                        max_length=12,
                    ),
                ),
                ("posti", models.PositiveSmallIntegerField(default=1)),
                ("ore", models.DecimalField(decimal_places=2, default=0, max_digits=6)),
                (
                    "compenso_minimo",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="compenso orario, da",
                    ),
                ),
                (
                    "compenso_massimo",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=7,
                        null=True,
                        verbose_name="compenso orario, fino a",
                    ),
                ),
                (
                    "dal",
                    models.DateField(blank=True, null=True, verbose_name="l’incarico comincia il"),
                ),
                ("al", models.DateField(blank=True, null=True, verbose_name="e finisce il")),
                ("luogo", models.CharField(blank=True, max_length=200)),
                ("ordine_scolastico", models.CharField(blank=True, max_length=120)),
                (
                    "titoli_di_studio",
                    models.TextField(blank=True, verbose_name="titoli di studio per partecipare"),
                ),
                (
                    "come_si_presenta",
                    models.TextField(blank=True, verbose_name="come si presenta la domanda"),
                ),
                (
                    "pagamento",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="ogni quanto si paga"
                    ),
                ),
                (
                    "trattamento",
                    models.CharField(
                        blank=True,
                        max_length=300,
                        verbose_name="trattamento fiscale e previdenziale",
                    ),
                ),
                (
                    "sospensioni",
                    models.CharField(
                        blank=True, max_length=300, verbose_name="sospensioni della prestazione"
                    ),
                ),
                ("cig", models.CharField(blank=True, max_length=10, verbose_name="CIG")),
                (
                    "scade",
                    models.DateTimeField(blank=True, null=True, verbose_name="domande entro"),
                ),
                (
                    "urgenza",
                    models.CharField(
                        blank=True, max_length=400, verbose_name="perché un termine più breve"
                    ),
                ),
                (
                    "reclamo_giorni",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="giorni per il reclamo"
                    ),
                ),
                ("rilievi_letti_il", models.DateTimeField(blank=True, null=True)),
                ("regole", models.JSONField(default=dict)),
                ("pubblicato_il", models.DateTimeField(blank=True, null=True)),
                ("revocato_il", models.DateTimeField(blank=True, null=True)),
                (
                    "motivo_revoca",
                    models.CharField(blank=True, max_length=600, verbose_name="perché si revoca"),
                ),
                ("modificato_il", models.DateTimeField()),
                ("versione", models.PositiveIntegerField(default=1)),
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
                (
                    "pubblicato_da",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "pubblicazione",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="atti.pubblicazione",
                    ),
                ),
                (
                    "responsabile",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                        verbose_name="responsabile del procedimento",
                    ),
                ),
                (
                    "griglia",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="avvisi",
                        to="selezioni_pon.griglia",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "avvisi",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Impossibilita",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "motivo",
                    models.CharField(
                        choices=[
                            ("nessuna_domanda", "nessuno ha presentato domanda"),
                            ("nessun_idoneo", "nessuno dei candidati è risultato idoneo"),
                            ("posti_rimasti", "i candidati idonei non bastano per tutti i posti"),
                            ("rinunce", "chi era in graduatoria ha rinunciato"),
                        ],
                        max_length=16,
                    ),
                ),
                ("domande", models.PositiveSmallIntegerField(default=0)),
                ("idonei", models.PositiveSmallIntegerField(default=0)),
                (
                    "coperti",
                    models.PositiveSmallIntegerField(default=0, verbose_name="posti coperti"),
                ),
                ("atto", models.CharField(max_length=200, verbose_name="atto che lo accerta")),
                (
                    "testo",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="che cosa si è accertato"
                    ),
                ),
                ("accertata_il", models.DateField()),
                ("registrata_il", models.DateTimeField()),
                (
                    "avviso",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="impossibilita",
                        to="selezioni_pon.avviso",
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
                    "registrata_da",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "impossibilità accertate",
            },
        ),
        migrations.CreateModel(
            name="Progetto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titolo", models.CharField(max_length=200)),
                (
                    "codice",
                    models.CharField(blank=True, max_length=60, verbose_name="codice del progetto"),
                ),
                ("cup", models.CharField(blank=True, max_length=15, verbose_name="CUP")),
                (
                    "finanziato",
                    models.BooleanField(
                        default=False, verbose_name="pagato con fondi pubblici dedicati"
                    ),
                ),
                ("finalita", models.TextField(blank=True, verbose_name="finalità da raggiungere")),
                ("attivita", models.TextField(blank=True, verbose_name="attività da svolgere")),
                ("prodotti", models.TextField(blank=True, verbose_name="prodotti finali")),
                (
                    "disponibilita",
                    models.DecimalField(
                        blank=True,
                        decimal_places=2,
                        max_digits=10,
                        null=True,
                        verbose_name="disponibilità, euro",
                    ),
                ),
                ("versione", models.PositiveIntegerField(default=1)),
                (
                    "anno_scolastico",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.annoscolastico",
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
                "verbose_name_plural": "progetti",
                "ordering": ["-anno_scolastico__inizio", "titolo"],
            },
        ),
        migrations.CreateModel(
            name="Selezione",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ruolo", models.CharField(max_length=120, verbose_name="ruolo cercato")),
                ("posti", models.PositiveSmallIntegerField(default=1)),
                ("versione", models.PositiveIntegerField(default=1)),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "progetto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="selezioni",
                        to="selezioni_pon.progetto",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "selezioni",
                "ordering": ["-id"],
            },
        ),
        migrations.AddField(
            model_name="avviso",
            name="selezione",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="avvisi",
                to="selezioni_pon.selezione",
            ),
        ),
        migrations.AddConstraint(
            model_name="griglia",
            constraint=models.UniqueConstraint(
                condition=models.Q(("chiusa_il__isnull", True), ("ritirata_il__isnull", True)),
                fields=("istituto", "titolo"),
                name="griglia_bozza_unica_per_titolo",
            ),
        ),
        migrations.AddConstraint(
            model_name="griglia",
            constraint=models.CheckConstraint(
                condition=models.Q(("titolo", ""), _negated=True), name="griglia_con_titolo"
            ),
        ),
        migrations.AddConstraint(
            model_name="impossibilita",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("coperti__lte", models.F("idonei")), ("idonei__lte", models.F("domande"))
                ),
                name="impossibilita_numeri",
            ),
        ),
        migrations.AddConstraint(
            model_name="impossibilita",
            constraint=models.CheckConstraint(
                condition=models.Q(("atto", ""), _negated=True), name="impossibilita_con_atto"
            ),
        ),
        migrations.AddConstraint(
            model_name="progetto",
            constraint=models.UniqueConstraint(
                fields=("istituto", "anno_scolastico", "titolo"), name="progetto_titolo_unico"
            ),
        ),
        migrations.AddConstraint(
            model_name="progetto",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("disponibilita__isnull", True), ("disponibilita__gte", 0), _connector="OR"
                ),
                name="progetto_disponibilita",
            ),
        ),
        migrations.AddConstraint(
            model_name="selezione",
            constraint=models.UniqueConstraint(
                fields=("istituto", "progetto", "ruolo"), name="selezione_ruolo_unico"
            ),
        ),
        migrations.AddConstraint(
            model_name="selezione",
            constraint=models.CheckConstraint(
                condition=models.Q(("posti__gte", 1)), name="selezione_almeno_un_posto"
            ),
        ),
        migrations.AddConstraint(
            model_name="avviso",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stato", "revocato"), _negated=True),
                fields=("istituto", "selezione", "fase"),
                name="avviso_uno_per_fase",
            ),
        ),
        migrations.AddConstraint(
            model_name="avviso",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stato__in", ["pubblicato", "concluso"]), _negated=True),
                    models.Q(
                        ("al__isnull", False),
                        ("compenso_massimo__isnull", False),
                        ("compenso_minimo__isnull", False),
                        ("dal__isnull", False),
                        ("griglia__isnull", False),
                        ("ore__gt", 0),
                        ("pubblicato_da__isnull", False),
                        ("pubblicato_il__isnull", False),
                        ("responsabile__isnull", False),
                        ("scade__gt", models.F("pubblicato_il")),
                        ("scade__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="avviso_pubblicato_intero",
            ),
        ),
        migrations.AddConstraint(
            model_name="avviso",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("compenso_minimo__isnull", True),
                    ("compenso_massimo__isnull", True),
                    models.Q(
                        ("compenso_minimo__gt", 0),
                        ("compenso_minimo__lte", models.F("compenso_massimo")),
                    ),
                    _connector="OR",
                ),
                name="avviso_compenso",
            ),
        ),
        migrations.AddConstraint(
            model_name="avviso",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("dal__isnull", True),
                    ("al__isnull", True),
                    ("al__gte", models.F("dal")),
                    _connector="OR",
                ),
                name="avviso_durata",
            ),
        ),
        migrations.AddConstraint(
            model_name="avviso",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stato", "revocato"), _negated=True),
                    models.Q(
                        ("revocato_il__isnull", False),
                        models.Q(("motivo_revoca", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="avviso_revocato_con_motivo",
            ),
        ),
        migrations.AddConstraint(
            model_name="avviso",
            constraint=models.CheckConstraint(
                condition=models.Q(("posti__gte", 1)), name="avviso_almeno_un_posto"
            ),
        ),
    ]
