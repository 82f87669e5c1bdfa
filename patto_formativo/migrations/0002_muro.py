from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

# What the Commission approved is what is signed: until it goes back to a draft it stays so.
FERMI = (
    "istituto_id", "patto_id", "numero", "ore_totali", "ore_accoglienza", "ore", "crediti", "anni",
    "quando", "note", "motivo",
)  # fmt: skip
MOSTRATI = (
    "istituto_id", "altro_istituto_id", "versione_id", "nominativo", "contenuto", "impronta",
    "condivisa_il",
)  # fmt: skip


# Only what is approved and not signed yet goes back to a draft.
FERMA = (
    "OLD.stato NOT IN ('bozza', 'in_negoziazione')"
    " AND NOT (OLD.stato = 'approvato' AND NEW.stato = 'bozza')"
)
DI_UNA_FERMA = (
    "EXISTS (SELECT FROM patto_formativo_versione v"
    " WHERE v.id IN (NEW.versione_id, OLD.versione_id)"
    " AND v.stato NOT IN ('bozza', 'in_negoziazione'))"
)


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


def rifiuta(testo: str, nome: str) -> str:
    return f"RAISE EXCEPTION '{testo}' USING ERRCODE = 'check_violation', CONSTRAINT = '{nome}'"


def trigger(tabella: str, quando: str, nome: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {nome} BEFORE {quando} ON patto_formativo_{tabella}"
        f" FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {nome}()",
        reverse_sql=migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("patto_formativo", "0001_initial"),
        ("atti", "0005_albo_fermo"),
        ("organi_collegiali", "0020_scrutinio"),
        ("scuola", "0007_riservatezza"),
    ]

    operations = [
        Proteggi(
            [
                "AperturaIscrizioni", "Offerta", "QuadroOrario", "UnitaApprendimento",
                "DomandaIscrizione", "Carta", "Corsista", "Incontro", "PresenzaIncontro",
                "Intervista", "Prova", "Dossier", "Evidenza", "Certificato", "Patto", "Versione",
                "UnitaDelPatto", "RichiestaModifica", "Gruppo", "DocenteGruppo", "Membro",
                "Lezione", "Presenza", "Segno", "Deroga", "TestoApprovato",
            ]
        ),
        # A signature and a notice that left are written once.
        Proteggi(["FirmaPatto", "AvvisoAssenza"], "SELECT, INSERT"),
        Proteggi(["Condivisione"], anche_di="altro_istituto_id"),
        Togli(["DomandaIscrizione", "Corsista", "Certificato", "Patto", "Versione"], "DELETE"),
        migrations.RunSQL(
            f"""
            CREATE FUNCTION patto_versione_ferma() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF {FERMA}
                AND ({cambiano(FERMI)} OR (OLD.impronta <> '' AND NEW.impronta <> OLD.impronta))
              THEN {rifiuta("un patto approvato non si cambia", "patto_versione_ferma")};
              END IF;
              RETURN NEW;
            END $$;
            CREATE FUNCTION patto_unita_ferma() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF {DI_UNA_FERMA}
              THEN {rifiuta("un patto approvato non si cambia", "patto_unita_ferma")};
              END IF;
              RETURN COALESCE(NEW, OLD);
            END $$;
            CREATE FUNCTION patto_condiviso_fermo() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF (OLD.ratificata_il IS NOT NULL) OR (TG_OP = 'UPDATE' AND {cambiano(MOSTRATI)})
              THEN {rifiuta("quello che si è condiviso non si cambia", "patto_condiviso_fermo")};
              END IF;
              IF TG_OP = 'UPDATE' AND NEW.altro_istituto_id IS DISTINCT FROM
                nullif(current_setting('app.istituto', true), '')::bigint
              THEN {rifiuta("risponde la scuola a cui si è mostrato", "patto_condiviso_risposta")};
              END IF;
              RETURN COALESCE(NEW, OLD);
            END $$
            """,
            reverse_sql="DROP FUNCTION patto_versione_ferma CASCADE;"
            " DROP FUNCTION patto_unita_ferma CASCADE;"
            " DROP FUNCTION patto_condiviso_fermo CASCADE",
        ),
        trigger("versione", "UPDATE", "patto_versione_ferma"),
        trigger("unitadelpatto", "INSERT OR UPDATE OR DELETE", "patto_unita_ferma"),
        trigger("condivisione", "UPDATE OR DELETE", "patto_condiviso_fermo"),
    ]  # fmt: skip
