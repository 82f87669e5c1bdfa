from django.db import migrations

# What a number of the repertorio fixes (L. 69/2009 art. 32): afterwards the application may only
# annul, name the act that takes its place, add the attestation, and take the personal data away.
FERMI = (
    "istituto_id", "anno", "numero", "registrata_il", "categoria", "richiedente",
    "responsabile_id", "protocollo_id", "documento_id", "dal", "al",
)  # fmt: skip
NUOVI = ", ".join(f"NEW.{campo}" for campo in FERMI)
VECCHI = ", ".join(f"OLD.{campo}" for campo in FERMI)


class Migration(migrations.Migration):
    dependencies = [("atti", "0004_muro_albo")]

    operations = [
        migrations.RunSQL(
            f"""
            CREATE FUNCTION atti_pubblicazione_ferma() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF ROW({NUOVI}) IS DISTINCT FROM ROW({VECCHI})
                OR (NEW.oggetto <> OLD.oggetto AND NEW.oggetto <> NEW.oggetto_dopo)
                OR (OLD.annullata_il IS NOT NULL AND ROW(NEW.annullata_il, NEW.motivo_annullamento)
                    IS DISTINCT FROM ROW(OLD.annullata_il, OLD.motivo_annullamento))
              THEN
                RAISE EXCEPTION 'un atto pubblicato non si cambia'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'pubblicazione_ferma';
              END IF;
              RETURN NEW;
            END $$
            """,
            reverse_sql="DROP FUNCTION atti_pubblicazione_ferma CASCADE",
        ),
        migrations.RunSQL(
            "CREATE TRIGGER pubblicazione_ferma BEFORE UPDATE ON atti_pubblicazione FOR EACH ROW"
            " WHEN (OLD.numero IS NOT NULL AND current_user = 'cpia_app')"
            " EXECUTE FUNCTION atti_pubblicazione_ferma()",
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(
            "CREATE POLICY solo_bozze ON atti_filepubblicazione AS RESTRICTIVE FOR DELETE"
            " TO cpia_app USING (EXISTS (SELECT FROM atti_pubblicazione p"
            " WHERE p.id = pubblicazione_id AND p.numero IS NULL))",
            reverse_sql="DROP POLICY solo_bozze ON atti_filepubblicazione",
        ),
    ]
