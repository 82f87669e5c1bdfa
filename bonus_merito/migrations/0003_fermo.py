from django.db import migrations

# The steps of a procedure, in their order; from each of them it may be annulled, and no more.
PASSI = ("bozza", "aperta", "in_valutazione", "decretata", "pubblicata", "archiviata")
LECITI = ", ".join(
    f"('{da}', '{a}')"
    for da, a in [*zip(PASSI, PASSI[1:], strict=False), *((da, "annullata") for da in PASSI)]
)
# How one came to the decree.
PRIMA = ("aperta_il", "scade", "chiusa_il", "motivo_d_ufficio")
IN_VIGORE = "p.stato IN ('decretata', 'pubblicata', 'archiviata')"
FONDO = (
    "istituto_id", "anno_scolastico_id", "fonte", "importo", "quota_docenti", "lordo",
    "comunicato_con", "contratto", "articolo",
)  # fmt: skip
CHIESTO = (
    "istituto_id", "procedura_id", "persona_id", "tipo", "testo", "presentata_il",
    "rispondere_entro", "protocollo_id", "chiave",
)  # fmt: skip
RISPOSTO = ("esito", "risposta", "risposta_il", "risposta_da_id", "documento_id")

# Five years, the limitation of wages (art. 2948 c.c.): before them nobody empties anything.
SCADUTA = (
    "coalesce(greatest(p.decretata_il, p.annullata_il), p.chiusa_il, p.scade)"
    " < now() - interval '5 years'"
)
VIA = "'non conservato'"


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


def rifiuta(testo: str, nome: str) -> str:
    return f"RAISE EXCEPTION '{testo}' USING ERRCODE = 'check_violation', CONSTRAINT = '{nome}'"


def funzione(nome: str, condizione: str, testo: str, salvo: str = "false") -> str:
    """A function that refuses a row under a condition, but for the exception ``salvo``."""
    return f"""
        CREATE FUNCTION {nome}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF NOT ({salvo}) AND ({condizione}) THEN {rifiuta(testo, nome)}; END IF;
          RETURN COALESCE(NEW, OLD);
        END $$;
        """


def trigger(tabella: str, quando: str, nome: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {nome} BEFORE {quando} ON bonus_merito_{tabella}"
        f" FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {nome}()",
        reverse_sql=migrations.RunSQL.noop,
    )


def di_procedura(condizione: str) -> str:
    """A condition on the procedure ``p`` of a row that names it."""
    return (
        "EXISTS (SELECT FROM bonus_merito_procedura p"
        f" WHERE p.id IN (NEW.procedura_id, OLD.procedura_id) AND {condizione})"
    )


def di_richiesta(condizione: str) -> str:
    """A condition on the procedure ``p`` of a row that names a request."""
    return (
        "EXISTS (SELECT FROM bonus_merito_procedura p JOIN bonus_merito_richiesta r"
        " ON r.procedura_id = p.id WHERE r.id IN (NEW.richiesta_id, OLD.richiesta_id)"
        f" AND {condizione})"
    )


def di_attivita(condizione: str) -> str:
    """A condition on the request ``r`` and the procedure ``p`` of a row that names an activity."""
    return (
        "EXISTS (SELECT FROM bonus_merito_attivita a"
        " JOIN bonus_merito_richiesta r ON r.id = a.richiesta_id"
        " JOIN bonus_merito_procedura p ON p.id = r.procedura_id"
        f" WHERE a.id IN (NEW.attivita_id, OLD.attivita_id) AND {condizione})"
    )


def svuota(scaduta: str, **vuoti: str) -> str:
    """The condition that a row, whose term is over, only loses what it told."""
    nomi = ", ".join(f"'{nome}'" for nome in vuoti)
    resta = " = ".join(f"to_jsonb({riga}) - ARRAY[{nomi}]" for riga in ("NEW", "OLD"))
    persi = " AND ".join(f"NEW.{nome} {vuoto}" for nome, vuoto in vuoti.items())
    return f"TG_OP = 'UPDATE' AND {resta} AND {persi} AND {scaduta}"


DECRETATA = "p.decretata_il IS NOT NULL"
GIUDICATI = "un giudizio decretato non si cambia"
DECISO = "dopo il decreto non si cambia"
# Of office the dirigente writes the evidence; that of a decree judged again is copied.
CON_PROVE = (
    "(r.stato IN ('bozza', 'd_ufficio') OR TG_OP = 'INSERT' AND p.stato = 'in_valutazione'"
    " AND p.rettifica_di_id IS NOT NULL)"
)
DI_ALTRI = (
    "EXISTS (SELECT FROM bonus_merito_richiesta r"
    " WHERE r.id = NEW.richiesta_id AND r.procedura_id <> NEW.procedura_id)"
)

FUNZIONI: dict[str, tuple[str, ...]] = {
    "bonus_procedura_passi": (
        f"(NEW.stato <> OLD.stato AND (OLD.stato, NEW.stato) NOT IN ({LECITI}))"
        f" OR (OLD.decretata_il IS NOT NULL AND ({cambiano(PRIMA)}"
        f" OR (OLD.decreto_id IS NOT NULL AND {cambiano(('decreto_id',))})"
        f" OR (OLD.protocollo_id IS NOT NULL AND {cambiano(('protocollo_id',))})))"
        f" OR (OLD.stato = 'annullata' AND {cambiano(('annullata_il', 'motivo_annullamento'))})",
        "una procedura non torna indietro",
    ),
    "bonus_fondo_fermo": (
        "EXISTS (SELECT FROM bonus_merito_procedura p"
        f" WHERE p.fondo_id = OLD.id AND {IN_VIGORE}) AND {cambiano(FONDO)}",
        "un fondo ripartito non si cambia",
    ),
    "bonus_richiesta_ferma": (di_procedura(DECRETATA), DECISO),
    "bonus_requisiti_fermi": (
        di_procedura(DECRETATA), DECISO,
        svuota(
            di_procedura(SCADUTA), assenze="= 0", congedi="= 0", sanzione_il="IS NULL",
            atto_sanzione="= ''",
        ),
    ),
    "bonus_attivita_ferma": (
        di_richiesta(DECRETATA), GIUDICATI,
        svuota(
            di_richiesta(SCADUTA), titolo=f"= {VIA}", testo="= ''", dal="IS NULL", al="IS NULL",
            altro_fondo="= ''", motivo=f"= {VIA}",
        ),
    ),
    "bonus_valutazione_ferma": (
        di_richiesta(DECRETATA), GIUDICATI,
        svuota(di_richiesta(SCADUTA), motivo_aggiuntiva=f"= {VIA}", motivazione="= ''"),
    ),
    "bonus_prova_ferma": (
        di_attivita(f"({DECRETATA} OR NOT {CON_PROVE})"),
        "una prova inviata non si cambia",
        f"TG_OP = 'DELETE' AND {di_attivita(SCADUTA)}",
    ),
    "bonus_parita_ferma": (di_procedura(DECRETATA), DECISO),
    "bonus_esito_fermo": (f"{di_procedura(DECRETATA)} OR {DI_ALTRI}", DECISO),
    "bonus_istanza_ferma": (
        f"{cambiano(CHIESTO)} OR (OLD.esito <> '' AND {cambiano(RISPOSTO)})"
        f" OR (OLD.rettifica_id IS NOT NULL AND {cambiano(('rettifica_id',))})",
        "un’istanza presentata non si cambia",
        svuota(di_procedura(SCADUTA), testo="= ''", risposta=f"IN ('', {VIA})"),
    ),
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("bonus_merito", "0002_muro")]

    operations = [
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("procedura", "UPDATE", "bonus_procedura_passi"),
        trigger("fondo", "UPDATE", "bonus_fondo_fermo"),
        trigger("richiesta", "INSERT OR UPDATE", "bonus_richiesta_ferma"),
        trigger("requisiti", "INSERT OR UPDATE OR DELETE", "bonus_requisiti_fermi"),
        trigger("attivita", "INSERT OR UPDATE OR DELETE", "bonus_attivita_ferma"),
        trigger("valutazione", "INSERT OR UPDATE OR DELETE", "bonus_valutazione_ferma"),
        trigger("prova", "INSERT OR UPDATE OR DELETE", "bonus_prova_ferma"),
        trigger("parita", "INSERT", "bonus_parita_ferma"),
        trigger("assegnazione", "INSERT", "bonus_esito_fermo"),
        trigger("istanza", "UPDATE", "bonus_istanza_ferma"),
    ]
