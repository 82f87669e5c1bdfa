import django.db.models.deletion
from django.db import migrations, models

from cpia.scuola.rls import Proteggi

NATURE = [
    ("delibera", "delibera"),
    ("senza_voto", "senza voto"),
    ("verbale", "approvazione di un verbale"),
    ("elezione", "elezione"),
    ("regolamento", "modifica di un regolamento"),
    ("varie", "varie ed eventuali, senza voto"),
]


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0016_delibere"), ("scuola", "0006_passaggio")]

    operations = [
        migrations.AddField(
            model_name="avviso",
            name="motivo",
            field=models.CharField(blank=True, max_length=300, verbose_name="perché"),
        ),
        migrations.AddField(
            model_name="avviso",
            name="nuovo_inizio",
            field=models.DateTimeField(blank=True, null=True, verbose_name="rinviata a"),
        ),
        migrations.AddField(
            model_name="avviso",
            name="nuovo_luogo",
            field=models.CharField(blank=True, max_length=160),
        ),
        migrations.AlterField(
            model_name="avviso",
            name="testo",
            field=models.TextField(blank=True, verbose_name="parole firmate"),
        ),
        migrations.CreateModel(
            name="PuntoAggiunto",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("ordine", models.PositiveSmallIntegerField()),
                ("titolo", models.CharField(max_length=600)),
                ("natura", models.CharField(choices=NATURE, max_length=12)),
                (
                    "su_persone",
                    models.BooleanField(default=False, verbose_name="riguarda persone"),
                ),
                (
                    "titolo_pubblico",
                    models.CharField(blank=True, max_length=300, verbose_name="titolo senza nomi"),
                ),
                (
                    "avviso",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="punti_aggiunti",
                        to="organi_collegiali.avviso",
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
                "verbose_name_plural": "punti da aggiungere",
                "ordering": ["avviso", "ordine"],
                "constraints": [
                    models.UniqueConstraint(
                        models.F("istituto"),
                        models.F("avviso"),
                        models.F("ordine"),
                        name="punto_aggiunto_ordine",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(su_persone=False) | ~models.Q(titolo_pubblico=""),
                        name="punto_aggiunto_ha_titolo_pubblico",
                    ),
                ],
            },
        ),
        Proteggi(["PuntoAggiunto"]),
        # What has left the office is what everybody has read: it is neither changed nor deleted.
        migrations.RunSQL(
            """
            CREATE FUNCTION organi_avviso_fermo() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              RAISE EXCEPTION 'un avviso inviato non si cambia'
                USING ERRCODE = 'check_violation', CONSTRAINT = 'avviso_fermo';
            END $$
            """,
            reverse_sql="DROP FUNCTION organi_avviso_fermo CASCADE",
        ),
        migrations.RunSQL(
            "CREATE TRIGGER avviso_fermo BEFORE UPDATE OR DELETE"
            " ON organi_collegiali_avviso FOR EACH ROW"
            " WHEN (OLD.inviato_il IS NOT NULL AND current_user = 'cpia_app')"
            " EXECUTE FUNCTION organi_avviso_fermo()",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
