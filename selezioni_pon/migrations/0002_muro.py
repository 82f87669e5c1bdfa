from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

# Who applied reads the criteria of then: afterwards a grid is copied, never changed.
GRIGLIA = ("istituto_id", "titolo", "fonte", "origine", "dati", "chiusa_il")
# What everybody read on the albo, and the rules of its day.
AVVISO = (
    "istituto_id", "selezione_id", "fase", "griglia_id", "posti", "ore", "compenso_minimo",
    "compenso_massimo", "dal", "al", "luogo", "ordine_scolastico", "titoli_di_studio",
    "come_si_presenta", "pagamento", "trattamento", "sospensioni", "responsabile_id", "cig",
    "scade", "urgenza", "reclamo_giorni", "rilievi_letti_il", "regole", "pubblicato_il",
    "pubblicato_da_id",
)  # fmt: skip
CARTA = ("documento_id", "protocollo_id", "pubblicazione_id")
REVOCA = ("revocato_il", "motivo_revoca")
# What a call says of its project and of its selection.
PROGETTO = (
    "istituto_id", "anno_scolastico_id", "titolo", "codice", "cup", "finanziato", "finalita",
    "attivita", "prodotti", "disponibilita",
)  # fmt: skip
SELEZIONE = ("istituto_id", "progetto_id", "ruolo", "posti")
# From a draft to the albo, from there to its end: nothing comes back.
LECITI = "('bozza', 'pubblicato'), ('pubblicato', 'concluso'), ('pubblicato', 'revocato')"


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


def una_volta(campi: tuple[str, ...]) -> str:
    """Whether one of these, which was there already, is another now."""
    return " OR ".join(f"OLD.{c} IS NOT NULL AND NEW.{c} IS DISTINCT FROM OLD.{c}" for c in campi)


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
        f"CREATE TRIGGER {nome} BEFORE {quando} ON selezioni_pon_{tabella}"
        f" FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {nome}()",
        reverse_sql=migrations.RunSQL.noop,
    )


def pubblicato(riga: str) -> str:
    """Whether a call that everybody read, and that was not revoked, is of the row ``OLD``."""
    return (
        "EXISTS (SELECT FROM selezioni_pon_avviso a"
        " JOIN selezioni_pon_selezione s ON s.id = a.selezione_id"
        f" WHERE a.stato IN ('pubblicato', 'concluso') AND {riga})"
    )


FUNZIONI = {
    "selezioni_griglia_ferma": (
        f"OLD.chiusa_il IS NOT NULL AND {cambiano(GRIGLIA)}"
        f" OR OLD.ritirata_il IS NOT NULL AND {cambiano(('dati', 'ritirata_il'))}",
        "una griglia chiusa non si cambia",
    ),
    "selezioni_griglia_resta": (
        "OLD.chiusa_il IS NOT NULL", "una griglia chiusa non si elimina",
    ),
    "selezioni_avviso_fermo": (
        f"OLD.stato <> 'bozza' AND ({cambiano(AVVISO)}"
        f" OR {una_volta(CARTA)})"
        f" OR OLD.stato = 'revocato' AND {cambiano(REVOCA)}",
        "un avviso pubblicato non si cambia",
    ),
    "selezioni_avviso_passi": (
        f"NEW.stato <> OLD.stato AND (OLD.stato, NEW.stato) NOT IN ({LECITI})",
        "un avviso non torna indietro",
    ),
    "selezioni_avviso_resta": (
        "OLD.stato <> 'bozza'", "un avviso pubblicato non si elimina",
    ),
    "selezioni_progetto_fermo": (
        f"{cambiano(PROGETTO)} AND {pubblicato('s.progetto_id = OLD.id')}",
        "un progetto con un avviso pubblicato non si cambia",
    ),
    "selezioni_selezione_ferma": (
        f"{cambiano(SELEZIONE)} AND {pubblicato('s.id = OLD.id')}",
        "una selezione con un avviso pubblicato non si cambia",
    ),
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [
        ("selezioni_pon", "0001_initial"),
        ("atti", "0005_albo_fermo"),
        ("scuola", "0007_riservatezza"),
    ]

    operations = [
        Proteggi(["Griglia", "Progetto", "Selezione", "Avviso"]),
        # What was ascertained is written once.
        Proteggi(["Impossibilita"], "SELECT, INSERT"),
        Togli(["Progetto"], "DELETE"),
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("griglia", "UPDATE", "selezioni_griglia_ferma"),
        trigger("griglia", "DELETE", "selezioni_griglia_resta"),
        trigger("avviso", "UPDATE", "selezioni_avviso_fermo"),
        trigger("avviso", "UPDATE", "selezioni_avviso_passi"),
        trigger("avviso", "DELETE", "selezioni_avviso_resta"),
        trigger("progetto", "UPDATE", "selezioni_progetto_fermo"),
        trigger("selezione", "UPDATE", "selezioni_selezione_ferma"),
    ]
