from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

# What the Comitato adopted is what everybody was told: it is changed only by other criteria.
ADOTTATI = (
    "istituto_id", "anno_scolastico_id", "categoria", "titolo", "individuazione", "livelli",
    "precondizioni", "diffusione", "premessa", "principi", "articoli", "delibera_id", "atto",
    "adottati_il",
)  # fmt: skip
# What was decreed: neither the money nor the rules of its day change afterwards, not even when
# the decree is annulled.
DECRETATI = (
    "istituto_id", "fondo_id", "criteri_id", "categoria", "in_servizio", "regole", "metodo",
    "motivo_metodo", "motivo_minimo", "decretata_il", "decretata_da_id", "rettifica_di_id",
)  # fmt: skip


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


def rifiuta(testo: str, nome: str) -> str:
    return f"RAISE EXCEPTION '{testo}' USING ERRCODE = 'check_violation', CONSTRAINT = '{nome}'"


def funzione(nome: str, condizione: str, testo: str) -> str:
    return f"""
        CREATE FUNCTION {nome}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF {condizione} THEN {rifiuta(testo, nome)}; END IF;
          RETURN COALESCE(NEW, OLD);
        END $$;
        """


def trigger(tabella: str, quando: str, nome: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {nome} BEFORE {quando} ON bonus_merito_{tabella}"
        f" FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {nome}()",
        reverse_sql=migrations.RunSQL.noop,
    )


def di_criteri(riga: str) -> str:
    """Whether the criteria that ``riga`` belongs to, by a query, are adopted."""
    return f"EXISTS (SELECT FROM bonus_merito_criteri c WHERE c.stato <> 'bozza' AND {riga})"


AREA = "c.id IN (NEW.criteri_id, OLD.criteri_id)"
CRITERIO = (
    "c.id IN (SELECT a.criteri_id FROM bonus_merito_areadeicriteri a"
    " WHERE a.id IN (NEW.area_id, OLD.area_id))"
)
INDICATORE = (
    "c.id IN (SELECT a.criteri_id FROM bonus_merito_areadeicriteri a"
    " JOIN bonus_merito_criterio v ON v.area_id = a.id"
    " WHERE v.id IN (NEW.criterio_id, OLD.criterio_id))"
)
CHIUSI = "i criteri adottati non si cambiano"

FUNZIONI = {
    "bonus_criteri_fermi": (f"OLD.stato <> 'bozza' AND {cambiano(ADOTTATI)}", CHIUSI),
    "bonus_area_ferma": (di_criteri(AREA), CHIUSI),
    "bonus_criterio_fermo": (di_criteri(CRITERIO), CHIUSI),
    "bonus_indicatore_fermo": (di_criteri(INDICATORE), CHIUSI),
    "bonus_procedura_ferma": (
        f"OLD.decretata_il IS NOT NULL AND {cambiano(DECRETATI)}",
        "un bonus decretato non si cambia",
    ),
}


class Migration(migrations.Migration):
    dependencies = [
        ("bonus_merito", "0001_initial"),
        ("atti", "0005_albo_fermo"),
        ("organi_collegiali", "0020_scrutinio"),
        ("scuola", "0007_riservatezza"),
    ]

    operations = [
        Proteggi(
            [
                "Criteri", "AreaDeiCriteri", "Criterio", "Indicatore", "Fondo", "Procedura",
                "Requisiti", "Richiesta", "Attivita", "Prova", "Valutazione", "Istanza",
            ]
        ),
        # A tie decided and an outcome decreed are written once.
        Proteggi(["Parita", "Assegnazione"], "SELECT, INSERT"),
        Togli(["Fondo", "Procedura", "Richiesta", "Istanza"], "DELETE"),
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("criteri", "UPDATE", "bonus_criteri_fermi"),
        trigger("areadeicriteri", "INSERT OR UPDATE OR DELETE", "bonus_area_ferma"),
        trigger("criterio", "INSERT OR UPDATE OR DELETE", "bonus_criterio_fermo"),
        trigger("indicatore", "INSERT OR UPDATE OR DELETE", "bonus_indicatore_fermo"),
        trigger("procedura", "UPDATE", "bonus_procedura_ferma"),
    ]  # fmt: skip
