from django.db import migrations

# What was proclaimed, or annulled with its reason, does not change (D.Lgs. 297/1994 art. 37): the
# figures, who voted how by name, what was voted. Who won and the lot drawn are said in proclaiming.
FERMI = (
    "istituto_id", "punto_id", "genere", "testo", "forma", "modo", "segue_id", "stato",
    "presiede_id", "in_carica", "presenti", "numero_legale", "favorevoli", "contrari", "astenuti",
    "bianche", "nulle", "voto_presidente", "necessari", "approvata", "perche", "aperta_il",
    "chiusa_il", "proclamata_il", "annullata_il", "motivo_annullamento",
)  # fmt: skip
NUOVI = ", ".join(f"NEW.{campo}" for campo in FERMI)
VECCHI = ", ".join(f"OLD.{campo}" for campo in FERMI)
RIFIUTA = (
    "RAISE EXCEPTION 'un voto proclamato non si cambia'"
    " USING ERRCODE = 'check_violation', CONSTRAINT = 'voto_fermo'"
)
PROCLAMATA = (
    "EXISTS (SELECT FROM organi_collegiali_votazione v"
    " WHERE v.id = OLD.votazione_id AND v.stato = 'proclamata')"
)


def trigger(tabella: str, quando: str, condizione: str, funzione: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER voto_fermo BEFORE {quando} ON organi_collegiali_{tabella}"
        f" FOR EACH ROW WHEN ({condizione}) EXECUTE FUNCTION {funzione}()",
        reverse_sql=migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0017_verbali")]

    operations = [
        migrations.RunSQL(
            f"""
            CREATE FUNCTION organi_votazione_ferma() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF ROW({NUOVI}) IS DISTINCT FROM ROW({VECCHI}) THEN {RIFIUTA}; END IF;
              RETURN NEW;
            END $$;
            CREATE FUNCTION organi_voto_fermo() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF {PROCLAMATA} THEN {RIFIUTA}; END IF;
              RETURN COALESCE(NEW, OLD);
            END $$
            """,
            reverse_sql="DROP FUNCTION organi_votazione_ferma CASCADE;"
            " DROP FUNCTION organi_voto_fermo CASCADE",
        ),
        trigger(
            "votazione",
            "UPDATE",
            "OLD.stato IN ('proclamata', 'annullata') AND current_user = 'cpia_app'",
            "organi_votazione_ferma",
        ),
        trigger("votopalese", "UPDATE OR DELETE", "current_user = 'cpia_app'", "organi_voto_fermo"),
    ]
