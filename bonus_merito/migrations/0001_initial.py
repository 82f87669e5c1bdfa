import django.db.models.constraints
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("atti", "0005_albo_fermo"),
        ("organi_collegiali", "0020_scrutinio"),
        ("scuola", "0007_riservatezza"),
    ]

    operations = [
        migrations.CreateModel(
            name="Criteri",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "categoria",
                    models.CharField(
                        choices=[("docenti", "docenti"), ("ata", "personale ATA")],
                        default="docenti",
                        max_length=8,
                    ),
                ),
                (
                    "stato",
                    models.CharField(
                        choices=[
                            ("bozza", "in bozza"),
                            ("adottati", "adottati"),
                            ("sostituiti", "sostituiti"),
                        ],
                        default="bozza",
                        max_length=10,
                    ),
                ),
                ("titolo", models.CharField(max_length=200)),
                ("individuazione", models.JSONField(default=list)),
                ("precondizioni", models.JSONField(default=list)),
                (
                    "diffusione",
                    models.TextField(blank=True, verbose_name="modalità di diffusione degli esiti"),
                ),
                ("premessa", models.TextField(blank=True)),
                ("principi", models.TextField(blank=True, verbose_name="principi ispiratori")),
                (
                    "articoli",
                    models.JSONField(default=list, verbose_name="articoli del regolamento"),
                ),
                ("livelli", models.JSONField(default=dict)),
                (
                    "atto",
                    models.CharField(blank=True, max_length=200, verbose_name="atto di adozione"),
                ),
                ("adottati_il", models.DateField(blank=True, null=True)),
                ("modificati_il", models.DateTimeField()),
                ("versione", models.PositiveIntegerField(default=1)),
                (
                    "adottati_da",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "anno_scolastico",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.annoscolastico",
                    ),
                ),
                (
                    "delibera",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organi_collegiali.delibera",
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
                    "sostituisce",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sostituiti_da",
                        to="bonus_merito.criteri",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "criteri",
                "ordering": ["-anno_scolastico__inizio", "-id"],
            },
        ),
        migrations.CreateModel(
            name="AreaDeiCriteri",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "area",
                    models.CharField(
                        choices=[
                            (
                                "A",
                                "qualità dell’insegnamento, miglioramento dell’istituzione, successo degli studenti",
                            ),
                            ("B", "risultati, innovazione, ricerca e buone pratiche"),
                            (
                                "C",
                                "coordinamento organizzativo e didattico, formazione del personale",
                            ),
                        ],
                        max_length=1,
                    ),
                ),
                ("testo", models.CharField(max_length=600)),
                ("descrittori", models.JSONField(default=list)),
                ("incarichi", models.JSONField(default=list, verbose_name="esempi di incarichi")),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "criteri",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="aree",
                        to="bonus_merito.criteri",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "aree dei criteri",
                "ordering": ["criteri", "area"],
            },
        ),
        migrations.CreateModel(
            name="Criterio",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("codice", models.CharField(max_length=3)),
                ("titolo", models.CharField(max_length=200)),
                ("ordine", models.PositiveSmallIntegerField()),
                ("testo", models.CharField(max_length=600)),
                (
                    "area",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="criteri_dell_area",
                        to="bonus_merito.areadeicriteri",
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
                "verbose_name_plural": "criteri dell’area",
                "ordering": ["area", "ordine"],
            },
        ),
        migrations.CreateModel(
            name="Attivita",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordine", models.PositiveSmallIntegerField()),
                ("titolo", models.CharField(max_length=200, verbose_name="attività")),
                ("testo", models.TextField(max_length=4000, verbose_name="che cosa si è fatto")),
                ("dal", models.DateField(blank=True, null=True)),
                ("al", models.DateField(blank=True, null=True)),
                (
                    "altro_fondo",
                    models.CharField(blank=True, max_length=200, verbose_name="già pagata con"),
                ),
                ("confermata", models.BooleanField(blank=True, null=True)),
                (
                    "livello",
                    models.PositiveSmallIntegerField(
                        blank=True, null=True, verbose_name="livello della Tabella A"
                    ),
                ),
                (
                    "punti",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=5, null=True),
                ),
                ("motivo", models.CharField(blank=True, max_length=1000, verbose_name="giudizio")),
                ("giudicata_il", models.DateTimeField(blank=True, null=True)),
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
                    "criterio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="bonus_merito.criterio",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "attività dichiarate",
                "ordering": ["richiesta", "ordine", "id"],
            },
        ),
        migrations.CreateModel(
            name="Fondo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "fonte",
                    models.CharField(
                        choices=[
                            ("comitato", "criteri del Comitato di valutazione"),
                            ("contratto", "contrattazione integrativa d’istituto"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "importo",
                    models.DecimalField(
                        decimal_places=2, max_digits=10, verbose_name="importo, euro"
                    ),
                ),
                (
                    "quota_docenti",
                    models.DecimalField(
                        decimal_places=2, max_digits=10, verbose_name="parte dei docenti, euro"
                    ),
                ),
                (
                    "lordo",
                    models.CharField(
                        choices=[
                            ("lordo_dipendente", "lordo dipendente"),
                            ("lordo_stato", "lordo Stato"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "comunicato_con",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="nota che lo comunica"
                    ),
                ),
                (
                    "contratto",
                    models.CharField(
                        blank=True, max_length=200, verbose_name="contratto integrativo d’istituto"
                    ),
                ),
                (
                    "articolo",
                    models.CharField(
                        blank=True, max_length=60, verbose_name="articolo del contratto"
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
                "verbose_name_plural": "fondi",
                "ordering": ["-anno_scolastico__inizio", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Indicatore",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordine", models.PositiveSmallIntegerField()),
                ("testo", models.CharField(max_length=600)),
                (
                    "soglia",
                    models.CharField(blank=True, max_length=200, verbose_name="valore di soglia"),
                ),
                (
                    "strumenti",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="strumenti di rilevazione"
                    ),
                ),
                (
                    "criterio",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="indicatori",
                        to="bonus_merito.criterio",
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
                "verbose_name_plural": "indicatori",
                "ordering": ["criterio", "ordine"],
            },
        ),
        migrations.CreateModel(
            name="Procedura",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "categoria",
                    models.CharField(
                        choices=[("docenti", "docenti"), ("ata", "personale ATA")], max_length=8
                    ),
                ),
                (
                    "stato",
                    models.CharField(
                        choices=[
                            ("bozza", "in preparazione"),
                            ("aperta", "aperta alle richieste"),
                            ("in_valutazione", "in valutazione"),
                            ("decretata", "assegnata con decreto"),
                            ("pubblicata", "pubblicata"),
                            ("archiviata", "archiviata"),
                            ("annullata", "annullata"),
                        ],
                        default="bozza",
                        max_length=14,
                    ),
                ),
                ("aperta_il", models.DateTimeField(blank=True, null=True)),
                (
                    "scade",
                    models.DateTimeField(blank=True, null=True, verbose_name="si chiede entro"),
                ),
                ("chiusa_il", models.DateTimeField(blank=True, null=True)),
                (
                    "in_servizio",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="di ruolo in servizio"
                    ),
                ),
                ("regole", models.JSONField(default=dict)),
                (
                    "metodo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("quote_uguali_per_fascia", "quote uguali fra le fasce"),
                            ("proporzionale", "in proporzione alla percentuale"),
                            ("peso_per_fascia", "secondo il peso di ogni fascia"),
                        ],
                        max_length=24,
                    ),
                ),
                (
                    "motivo_metodo",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="perché questo metodo"
                    ),
                ),
                (
                    "motivo_minimo",
                    models.CharField(
                        blank=True, max_length=600, verbose_name="perché meno del minimo"
                    ),
                ),
                (
                    "motivo_d_ufficio",
                    models.CharField(blank=True, max_length=400, verbose_name="perché d’ufficio"),
                ),
                ("decretata_il", models.DateTimeField(blank=True, null=True)),
                ("annullata_il", models.DateTimeField(blank=True, null=True)),
                ("motivo_annullamento", models.CharField(blank=True, max_length=400)),
                ("versione", models.PositiveIntegerField(default=1)),
                (
                    "criteri",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedure",
                        to="bonus_merito.criteri",
                    ),
                ),
                (
                    "decretata_da",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "decreto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="atti.documento",
                    ),
                ),
                (
                    "fondo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="procedure",
                        to="bonus_merito.fondo",
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
                    "prospetto",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="atti.documento",
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
                    "rettifica_di",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rettificata_da",
                        to="bonus_merito.procedura",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "procedure",
                "ordering": ["-id"],
            },
        ),
        migrations.CreateModel(
            name="Parita",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("pari", models.JSONField(verbose_name="richieste alla pari")),
                ("scelte", models.JSONField(verbose_name="richieste che restano")),
                ("motivo", models.CharField(max_length=1000)),
                ("decisa_il", models.DateTimeField()),
                (
                    "decisa_da",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
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
                    "procedura",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="parita",
                        to="bonus_merito.procedura",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "parità decise",
                "ordering": ["procedura", "decisa_il", "id"],
            },
        ),
        migrations.CreateModel(
            name="Istanza",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "tipo",
                    models.CharField(
                        choices=[("reclamo", "reclamo"), ("accesso", "accesso ai propri atti")],
                        max_length=8,
                    ),
                ),
                ("testo", models.TextField(max_length=4000)),
                ("presentata_il", models.DateTimeField()),
                ("rispondere_entro", models.DateField()),
                (
                    "esito",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accolta", "accolta"),
                            ("accolta_in_parte", "accolta in parte"),
                            ("respinta", "respinta"),
                        ],
                        max_length=16,
                    ),
                ),
                ("risposta", models.TextField(blank=True, max_length=4000)),
                ("risposta_il", models.DateTimeField(blank=True, null=True)),
                ("chiave", models.CharField(max_length=64, verbose_name="chiave del modulo")),
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
                    "persona",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
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
                    "risposta_da",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "procedura",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="istanze",
                        to="bonus_merito.procedura",
                    ),
                ),
                (
                    "rettifica",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reclami_accolti",
                        to="bonus_merito.procedura",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "istanze",
                "ordering": ["-presentata_il", "-id"],
            },
        ),
        migrations.CreateModel(
            name="Prova",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titolo", models.CharField(max_length=200)),
                ("file", models.FileField(blank=True, max_length=200, upload_to="bonus/")),
                ("nome_file", models.CharField(blank=True, max_length=160)),
                ("tipo_contenuto", models.CharField(blank=True, max_length=80)),
                ("impronta", models.CharField(blank=True, max_length=64, verbose_name="SHA-256")),
                ("byte", models.PositiveIntegerField(blank=True, null=True)),
                ("caricata_il", models.DateTimeField()),
                (
                    "chiave",
                    models.CharField(blank=True, max_length=64, verbose_name="chiave del modulo"),
                ),
                (
                    "attivita",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="prove",
                        to="bonus_merito.attivita",
                    ),
                ),
                (
                    "atto",
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
            ],
            options={
                "verbose_name_plural": "prove delle attività",
                "ordering": ["attivita", "id"],
            },
        ),
        migrations.CreateModel(
            name="Requisiti",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("di_ruolo", models.BooleanField(default=True)),
                (
                    "giorni_lavorativi",
                    models.PositiveSmallIntegerField(verbose_name="giorni di lavoro"),
                ),
                (
                    "assenze",
                    models.PositiveSmallIntegerField(default=0, verbose_name="giorni di assenza"),
                ),
                (
                    "congedi",
                    models.PositiveSmallIntegerField(
                        default=0, verbose_name="di cui maternità, paternità e parentale"
                    ),
                ),
                (
                    "sanzione_il",
                    models.DateField(blank=True, null=True, verbose_name="ultima sanzione"),
                ),
                (
                    "atto_sanzione",
                    models.CharField(
                        blank=True, max_length=160, verbose_name="atto della sanzione"
                    ),
                ),
                ("controllati_il", models.DateTimeField()),
                ("versione", models.PositiveIntegerField(default=1)),
                (
                    "controllati_da",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
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
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "procedura",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="requisiti",
                        to="bonus_merito.procedura",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "requisiti",
            },
        ),
        migrations.CreateModel(
            name="Richiesta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stato",
                    models.CharField(
                        choices=[
                            ("bozza", "da inviare"),
                            ("inviata", "inviata"),
                            ("ritirata", "ritirata"),
                            ("d_ufficio", "d’ufficio"),
                        ],
                        default="bozza",
                        max_length=10,
                    ),
                ),
                (
                    "gruppo",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("alfabetizzazione", "alfabetizzazione"),
                            ("primo_periodo", "primo livello, primo periodo"),
                            ("secondo_periodo", "primo livello, secondo periodo"),
                        ],
                        max_length=16,
                    ),
                ),
                ("cominciata_il", models.DateTimeField()),
                ("inviata_il", models.DateTimeField(blank=True, null=True)),
                ("ritirata_il", models.DateTimeField(blank=True, null=True)),
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
                    "persona",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "procedura",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="richieste",
                        to="bonus_merito.procedura",
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
                "verbose_name_plural": "richieste",
                "ordering": ["persona__cognome", "persona__nome", "id"],
            },
        ),
        migrations.AddField(
            model_name="attivita",
            name="richiesta",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="attivita",
                to="bonus_merito.richiesta",
            ),
        ),
        migrations.CreateModel(
            name="Assegnazione",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordine", models.PositiveSmallIntegerField(verbose_name="ordine nel decreto")),
                ("percentuale", models.DecimalField(decimal_places=8, max_digits=12)),
                ("fascia", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "escluso",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("non_di_ruolo", "non di ruolo"),
                            ("sanzioni", "sanzione disciplinare"),
                            ("assenza", "assenze oltre il limite"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "importo",
                    models.DecimalField(
                        decimal_places=2, max_digits=10, verbose_name="importo, euro"
                    ),
                ),
                ("motivazione", models.TextField(blank=True, max_length=4000)),
                ("motivi", models.JSONField(default=list)),
                (
                    "istituto",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.istituto",
                    ),
                ),
                (
                    "lettera",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="atti.documento",
                    ),
                ),
                (
                    "procedura",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assegnazioni",
                        to="bonus_merito.procedura",
                    ),
                ),
                (
                    "richiesta",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="assegnazione",
                        to="bonus_merito.richiesta",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "assegnazioni",
                "ordering": ["procedura", "ordine"],
            },
        ),
        migrations.CreateModel(
            name="Valutazione",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "aggiuntiva",
                    models.DecimalField(
                        decimal_places=2,
                        default=0,
                        max_digits=5,
                        verbose_name="percentuale aggiuntiva",
                    ),
                ),
                (
                    "motivo_aggiuntiva",
                    models.CharField(
                        blank=True, max_length=1000, verbose_name="perché l’aggiuntiva"
                    ),
                ),
                ("motivazione", models.TextField(blank=True, max_length=4000)),
                ("completa_il", models.DateTimeField(blank=True, null=True)),
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
                    "richiesta",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="valutazione",
                        to="bonus_merito.richiesta",
                    ),
                ),
                (
                    "valutata_da",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "valutazioni",
            },
        ),
        migrations.AddConstraint(
            model_name="criteri",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stato", "bozza"),
                    models.Q(
                        ("adottati_il__isnull", False),
                        models.Q(
                            ("delibera__isnull", False),
                            models.Q(("atto", ""), _negated=True),
                            _connector="OR",
                        ),
                    ),
                    _connector="OR",
                ),
                name="criteri_adottati_da_un_atto",
            ),
        ),
        migrations.AddConstraint(
            model_name="criteri",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stato", "adottati")),
                fields=("istituto", "anno_scolastico", "categoria"),
                name="criteri_in_vigore_unici",
            ),
        ),
        migrations.AddConstraint(
            model_name="areadeicriteri",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("criteri"),
                models.F("area"),
                name="area_unica_nei_criteri",
            ),
        ),
        migrations.AddConstraint(
            model_name="criterio",
            constraint=models.UniqueConstraint(
                deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                fields=("istituto", "area", "ordine"),
                name="criterio_ordine_unico",
            ),
        ),
        migrations.AddConstraint(
            model_name="fondo",
            constraint=models.UniqueConstraint(
                models.F("istituto"), models.F("anno_scolastico"), name="fondo_uno_per_anno"
            ),
        ),
        migrations.AddConstraint(
            model_name="fondo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("importo__gte", 0),
                    ("quota_docenti__gte", 0),
                    ("quota_docenti__lte", models.F("importo")),
                ),
                name="fondo_quota_nel_fondo",
            ),
        ),
        migrations.AddConstraint(
            model_name="fondo",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("fonte", "contratto"), _negated=True),
                    models.Q(
                        models.Q(("contratto", ""), _negated=True),
                        models.Q(("articolo", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="fondo_del_contratto_lo_cita",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedura",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stato", "annullata"), _negated=True),
                fields=("istituto", "fondo", "categoria"),
                name="procedura_una_per_categoria",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedura",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("stato__in", ["bozza", "annullata"]),
                    models.Q(
                        ("aperta_il__isnull", False),
                        ("scade__gt", models.F("aperta_il")),
                        ("scade__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="procedura_aperta_ha_termine",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedura",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("stato__in", ["decretata", "pubblicata", "archiviata"]), _negated=True
                    ),
                    models.Q(
                        ("decretata_da__isnull", False),
                        ("decretata_il__isnull", False),
                        models.Q(("metodo", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="procedura_decretata_con_metodo",
            ),
        ),
        migrations.AddConstraint(
            model_name="procedura",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stato", "annullata"), _negated=True),
                    models.Q(("motivo_annullamento", ""), _negated=True),
                    _connector="OR",
                ),
                name="procedura_annullata_con_motivo",
            ),
        ),
        migrations.AddConstraint(
            model_name="parita",
            constraint=models.CheckConstraint(
                condition=models.Q(("motivo", ""), _negated=True), name="parita_con_motivo"
            ),
        ),
        migrations.AddConstraint(
            model_name="istanza",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("persona"),
                models.F("chiave"),
                name="istanza_una_per_modulo",
            ),
        ),
        migrations.AddConstraint(
            model_name="istanza",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("esito", ""),
                    models.Q(
                        models.Q(("risposta", ""), _negated=True),
                        ("risposta_da__isnull", False),
                        ("risposta_il__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="istanza_risposta_intera",
            ),
        ),
        migrations.AddConstraint(
            model_name="prova",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("atto__isnull", False), ("file", "")),
                    models.Q(("atto__isnull", True), models.Q(("file", ""), _negated=True)),
                    _connector="OR",
                ),
                name="prova_un_file_o_un_atto",
            ),
        ),
        migrations.AddConstraint(
            model_name="prova",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("file", ""), models.Q(("impronta", ""), _negated=True), _connector="OR"
                ),
                name="prova_bonus_file_ha_impronta",
            ),
        ),
        migrations.AddConstraint(
            model_name="prova",
            constraint=models.UniqueConstraint(
                condition=models.Q(("chiave", ""), _negated=True),
                fields=("istituto", "attivita", "chiave"),
                name="prova_una_per_modulo",
            ),
        ),
        migrations.AddConstraint(
            model_name="requisiti",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("procedura"),
                models.F("persona"),
                name="requisiti_unici",
            ),
        ),
        migrations.AddConstraint(
            model_name="requisiti",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("assenze__lte", models.F("giorni_lavorativi")),
                    ("congedi__lte", models.F("assenze")),
                ),
                name="requisiti_giorni",
            ),
        ),
        migrations.AddConstraint(
            model_name="richiesta",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stato", "d_ufficio"), _negated=True),
                fields=("istituto", "procedura", "persona"),
                name="richiesta_propria_unica",
            ),
        ),
        migrations.AddConstraint(
            model_name="richiesta",
            constraint=models.UniqueConstraint(
                condition=models.Q(("stato", "d_ufficio")),
                fields=("istituto", "procedura", "persona"),
                name="richiesta_d_ufficio_unica",
            ),
        ),
        migrations.AddConstraint(
            model_name="richiesta",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("stato", "inviata"), _negated=True),
                    ("inviata_il__isnull", False),
                    _connector="OR",
                ),
                name="richiesta_inviata_quando",
            ),
        ),
        migrations.AddConstraint(
            model_name="attivita",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("livello__isnull", True), ("livello__in", [1, 2, 3]), _connector="OR"
                ),
                name="attivita_livello",
            ),
        ),
        migrations.AddConstraint(
            model_name="attivita",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("punti__isnull", True),
                    models.Q(("punti__gte", 0), ("punti__lte", 100)),
                    _connector="OR",
                ),
                name="attivita_punti",
            ),
        ),
        migrations.AddConstraint(
            model_name="attivita",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confermata", True), _negated=True),
                    models.Q(("livello__isnull", False), ("punti__isnull", False)),
                    _connector="OR",
                ),
                name="attivita_confermata_pesata",
            ),
        ),
        migrations.AddConstraint(
            model_name="attivita",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("confermata", False), _negated=True),
                    models.Q(("motivo", ""), _negated=True),
                    _connector="OR",
                ),
                name="attivita_negata_con_motivo",
            ),
        ),
        migrations.AddConstraint(
            model_name="attivita",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("al__isnull", True),
                    models.Q(("al__gte", models.F("dal")), ("dal__isnull", False)),
                    _connector="OR",
                ),
                name="attivita_dal_al",
            ),
        ),
        migrations.AddConstraint(
            model_name="assegnazione",
            constraint=models.UniqueConstraint(
                models.F("istituto"),
                models.F("procedura"),
                models.F("ordine"),
                name="assegnazione_ordine_unico",
            ),
        ),
        migrations.AddConstraint(
            model_name="assegnazione",
            constraint=models.CheckConstraint(
                condition=models.Q(("importo__gte", 0)), name="assegnazione_importo"
            ),
        ),
        migrations.AddConstraint(
            model_name="assegnazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("importo", 0),
                    models.Q(("escluso", ""), ("fascia__isnull", False)),
                    _connector="OR",
                ),
                name="assegnazione_pagata_in_fascia",
            ),
        ),
        migrations.AddConstraint(
            model_name="assegnazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("importo", 0), models.Q(("motivazione", ""), _negated=True), _connector="OR"
                ),
                name="assegnazione_motivata",
            ),
        ),
        migrations.AddConstraint(
            model_name="valutazione",
            constraint=models.CheckConstraint(
                condition=models.Q(("aggiuntiva__gte", 0), ("aggiuntiva__lte", 100)),
                name="valutazione_aggiuntiva",
            ),
        ),
        migrations.AddConstraint(
            model_name="valutazione",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("aggiuntiva", 0),
                    models.Q(("motivo_aggiuntiva", ""), _negated=True),
                    _connector="OR",
                ),
                name="valutazione_aggiuntiva_motivata",
            ),
        ),
    ]
