import django.db.models.deletion
from django.db import migrations, models

from cpia.scuola.rls import Proteggi, Togli

# What an organ decided does not change (D.Lgs. 297/1994 art. 37): afterwards the application may
# only say which paper prints it, where it is published and, once, which regulation it adopts.
FERMI = (
    "istituto_id",
    "organo_id",
    "serie",
    "numero",
    "seduta_id",
    "punto_id",
    "votazione_id",
    "adottata_il",
    "oggetto",
    "oggetto_pubblico",
    "premesse",
    "testo",
    "forma",
    "come",
    "esecutiva",
    "su_persone",
    "riservata",
)
NUOVI = ", ".join(f"NEW.{campo}" for campo in FERMI)
VECCHI = ", ".join(f"OLD.{campo}" for campo in FERMI)


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0002_muro"), ("scuola", "0006_passaggio")]

    operations = [
        migrations.CreateModel(
            name="Dissenso",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("chiesto_il", models.DateTimeField()),
                (
                    "convocato",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="organi_collegiali.convocato",
                    ),
                ),
                (
                    "delibera",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dissensi",
                        to="organi_collegiali.delibera",
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
                "verbose_name_plural": "nomi di chi ha votato contro",
                "ordering": ["convocato__persona__cognome", "convocato__persona__nome", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        "istituto", "delibera", "convocato", name="dissenso_unico"
                    )
                ],
            },
        ),
        Proteggi(["Dissenso"]),
        Togli(["Dissenso"], "UPDATE"),
        migrations.RunSQL(
            f"""
            CREATE FUNCTION organi_delibera_ferma() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF ROW({NUOVI}) IS DISTINCT FROM ROW({VECCHI})
                OR (OLD.regolamento_id IS NOT NULL
                    AND NEW.regolamento_id IS DISTINCT FROM OLD.regolamento_id)
              THEN
                RAISE EXCEPTION 'una delibera adottata non si cambia'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'delibera_ferma';
              END IF;
              RETURN NEW;
            END $$
            """,
            reverse_sql="DROP FUNCTION organi_delibera_ferma CASCADE",
        ),
        migrations.RunSQL(
            "CREATE TRIGGER delibera_ferma BEFORE UPDATE ON organi_collegiali_delibera"
            " FOR EACH ROW WHEN (current_user = 'cpia_app')"
            " EXECUTE FUNCTION organi_delibera_ferma()",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
