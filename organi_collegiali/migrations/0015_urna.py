import django.db.models.deletion
from django.db import migrations, models
from django.db.models import F, Q

from cpia.scuola.rls import Proteggi

SCHEDA = "organi_collegiali_scheda"
URNA = (
    "EXISTS (SELECT FROM organi_collegiali_votazione v"
    f" WHERE v.urna = {SCHEDA}.urna AND v.istituto_id = {SCHEDA}.istituto_id AND %s)"
)
# Put in while the box is open; read only afterwards; taken out when it is counted or annulled and
# written again by the count, which closes the vote and at the end takes its key away.
APERTA = URNA % "v.stato = 'aperta' AND v.chiave_pubblica <> ''"
NON_APERTA = URNA % "v.stato <> 'aperta'"
DA_VUOTARE = URNA % "v.stato <> 'aperta' AND v.chiave_pubblica <> ''"
ALLO_SPOGLIO = URNA % "v.stato = 'chiusa' AND v.chiave_pubblica <> ''"
POLITICHE = {
    "urna_non_aperta": f"FOR SELECT TO cpia_app USING ({NON_APERTA})",
    "urna_da_vuotare": f"FOR DELETE TO cpia_app USING ({DA_VUOTARE})",
    "urna_una_scheda": "FOR INSERT TO cpia_app WITH CHECK (CASE WHEN sigillata IS NULL"
    f" THEN {ALLO_SPOGLIO} ELSE {APERTA} END)",
}


class Migration(migrations.Migration):
    dependencies = [
        ("organi_collegiali", "0012_invio"),
        ("organi_collegiali", "0016_delibere"),
        ("scuola", "0006_passaggio"),
    ]

    operations = [
        migrations.AddField(
            model_name="proposta",
            name="sorteggio",
            field=models.PositiveSmallIntegerField(
                blank=True, null=True, verbose_name="estratto a sorte"
            ),
        ),
        migrations.CreateModel(
            name="ElezioneInSeduta",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "carica",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("presidente", "presidente"),
                            ("vicepresidente", "vicepresidente"),
                            ("segretario", "segretario"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "componente",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("dirigente", "Dirigente"),
                            ("docenti", "Docenti"),
                            ("genitori", "Genitori"),
                            ("ata", "ATA"),
                            ("studenti", "Studenti"),
                            ("esterni", "Esterni"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "posti",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="quanti se ne eleggono"
                    ),
                ),
                (
                    "preferenze",
                    models.PositiveSmallIntegerField(
                        default=1, verbose_name="preferenze per scheda"
                    ),
                ),
                (
                    "assoluta",
                    models.BooleanField(
                        default=False, verbose_name="occorre la maggioranza assoluta dei componenti"
                    ),
                ),
                ("fonte", models.CharField(blank=True, max_length=200, verbose_name="norma")),
                ("dal", models.DateField(verbose_name="in carica dal")),
                (
                    "al",
                    models.DateField(blank=True, null=True, verbose_name="in carica fino al"),
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
                    "organo",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organi_collegiali.organocollegiale",
                    ),
                ),
                (
                    "votazione",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="elezione",
                        to="organi_collegiali.votazione",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "elezioni in seduta",
                "constraints": [
                    models.CheckConstraint(
                        condition=Q(posti__gte=1, preferenze__gte=1),
                        name="elezione_in_seduta_posti",
                    ),
                    models.CheckConstraint(
                        condition=Q(carica="") ^ Q(componente=""),
                        name="elezione_in_seduta_di_che_cosa",
                    ),
                    models.CheckConstraint(
                        condition=Q(carica="") | Q(posti=1, preferenze=1),
                        name="elezione_in_seduta_una_carica",
                    ),
                    models.CheckConstraint(
                        condition=Q(al__isnull=True) | Q(al__gte=F("dal")),
                        name="elezione_in_seduta_dal_al",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Seggio",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "votanti",
                    models.PositiveSmallIntegerField(verbose_name="quanti hanno votato"),
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
                    "primo_scrutatore",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "secondo_scrutatore",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "segretario",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="scuola.persona",
                    ),
                ),
                (
                    "votazione",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="seggio",
                        to="organi_collegiali.votazione",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "seggi",
                "constraints": [
                    models.CheckConstraint(
                        condition=~Q(primo_scrutatore=F("secondo_scrutatore"))
                        & ~Q(segretario=F("primo_scrutatore"))
                        & ~Q(segretario=F("secondo_scrutatore")),
                        name="seggio_di_tre",
                    )
                ],
            },
        ),
        Proteggi(["ElezioneInSeduta", "Seggio"]),
        migrations.RunSQL(
            [
                f"CREATE POLICY {nome} ON {SCHEDA} AS RESTRICTIVE {come}"
                for nome, come in POLITICHE.items()
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        # The policies look at the vote, so a vote by box only goes forward: it never opens
        # again, is never given back its key, and keeps its own box.
        migrations.RunSQL(
            """
            CREATE FUNCTION organi_urna_chiusa() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF NEW.urna <> OLD.urna
                OR OLD.stato <> 'aperta' AND NEW.stato = 'aperta'
                OR NEW.chiave_pubblica NOT IN ('', OLD.chiave_pubblica)
                  AND (OLD.chiave_pubblica <> '' OR OLD.stato <> 'aperta')
              THEN
                RAISE EXCEPTION 'un’urna chiusa non si riapre' USING ERRCODE = 'restrict_violation';
              END IF;
              RETURN NEW;
            END $$
            """,
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "CREATE TRIGGER urna_chiusa BEFORE UPDATE ON organi_collegiali_votazione FOR EACH ROW"
            " WHEN ((OLD.modo = 'urna' OR NEW.modo = 'urna') AND current_user = 'cpia_app')"
            " EXECUTE FUNCTION organi_urna_chiusa()",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
