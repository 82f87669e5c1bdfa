from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

# What was asked stays; what was decided is written once; what is over is not opened again.
CHIESTO = (
    "istituto_id", "persona_id", "settori", "competenza", "dipendente_di",
    "docente_di_altra_scuola", "cooperativa", "chiesta_il", "registrata_da_id",
)  # fmt: skip
DECISO = (
    "decisa_il", "decisa_da_id", "iscritta_dal", "scade", "anni", "anni_fonte",
    "requisiti_verificati", "documenti_cooperativa", "preavviso_il",
)  # fmt: skip
FINE = ("stato", "motivo", "cancellata_il")
FINITE = "('rifiutata', 'ritirata', 'cancellata')"
NOME = "iscrizione_esperto_ferma"


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


CONDIZIONE = (
    f"({cambiano(CHIESTO)})"
    " OR OLD.protocollo_id IS NOT NULL AND NEW.protocollo_id IS DISTINCT FROM OLD.protocollo_id"
    f" OR OLD.decisa_il IS NOT NULL AND ({cambiano(DECISO)})"
    f" OR OLD.stato IN {FINITE} AND ({cambiano(FINE)})"
    " OR OLD.stato = 'iscritta' AND NEW.stato NOT IN ('iscritta', 'cancellata')"
)


class Migration(migrations.Migration):
    dependencies = [("selezioni_pon", "0013_albo")]

    operations = [
        Proteggi(["IscrizioneEsperto"]),
        Togli(["IscrizioneEsperto"], "DELETE"),
        migrations.RunSQL(
            f"""
            CREATE FUNCTION {NOME}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF {CONDIZIONE} THEN
                RAISE EXCEPTION 'un’iscrizione all’albo degli esperti non si cambia'
                  USING ERRCODE = 'check_violation', CONSTRAINT = '{NOME}';
              END IF;
              RETURN NEW;
            END $$;
            CREATE TRIGGER {NOME} BEFORE UPDATE ON selezioni_pon_iscrizioneesperto
              FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {NOME}();
            """,
            reverse_sql=f"DROP FUNCTION {NOME} CASCADE",
        ),
    ]
