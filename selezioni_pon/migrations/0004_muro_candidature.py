from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

# What was sent is what was sent: later only that another took its place, and its papers.
INVIO = (
    "istituto_id", "candidatura_id", "numero", "inviato_il", "contenuto", "impronta", "firma",
    "offerta", "giorni_servizio",
)  # fmt: skip
DOPO_L_INVIO = ("sostituito_il", "ritirato_il", "documento_id", "protocollo_id")
CANDIDATURA = ("istituto_id", "avviso_id", "persona_id", "cominciata_il")
ALLEGATO = (
    "istituto_id", "candidatura_id", "tipo", "voce", "file", "nome_file", "tipo_contenuto",
    "impronta", "byte", "caricato_il", "chiave",
)  # fmt: skip
COMMISSIONE = ("istituto_id", "avviso_id", "organo_id", "nominata_il", "nominata_da_id")
# Who substitutes takes the place of a member later, once.
COMMISSARIO = ("istituto_id", "commissione_id", "persona_id")
DICHIARATO = ("dichiarato_il", "senza_condanne", "cessato_il", "subentra_a_id")
DECISIONE = ("istituto_id", "titolo_id")
GRADUATORIA = (
    "istituto_id", "avviso_id", "numero", "definitiva", "motivo", "formata_il", "formata_da_id",
)  # fmt: skip
APPROVATA = ("approvata_il", "approvata_da_id", "documento_id", "protocollo_id", "pubblicazione_id")
RECLAMO = (
    "istituto_id", "graduatoria_id", "candidatura_id", "testo", "presentato_il",
    "decidere_entro", "chiave",
)  # fmt: skip
RISPOSTA = ("risposta", "esito", "deciso_il", "deciso_da_id")
PROPOSTA = (
    "istituto_id", "graduatoria_id", "candidatura_id", "proposta_il", "proposta_da_id",
    "rispondere_entro",
)  # fmt: skip
CONTRATTO = ("istituto_id", "proposta_id", "tipo", "dal", "ore", "compenso")
PASSI = (
    "('bozza', 'provvisoria'), ('bozza', 'definitiva'), ('provvisoria', 'superata'),"
    " ('definitiva', 'superata')"
)


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


def una_volta(campi: tuple[str, ...]) -> str:
    """Whether one of these, which was there already, is another now."""
    return " OR ".join(f"OLD.{c} IS NOT NULL AND NEW.{c} IS DISTINCT FROM OLD.{c}" for c in campi)


def funzione(nome: str, condizione: str, testo: str) -> str:
    return f"""
        CREATE FUNCTION {nome}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF {condizione} THEN
            RAISE EXCEPTION '{testo}' USING ERRCODE = 'check_violation', CONSTRAINT = '{nome}';
          END IF;
          RETURN COALESCE(NEW, OLD);
        END $$;
        """


def trigger(tabella: str, quando: str, nome: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {nome} BEFORE {quando} ON selezioni_pon_{tabella}"
        f" FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {nome}()",
        reverse_sql=migrations.RunSQL.noop,
    )


FUNZIONI = {
    "selezioni_invio_nel_termine": (
        # Of an application that one does not see, the wall says so.
        "EXISTS (SELECT FROM selezioni_pon_candidatura c"
        " JOIN selezioni_pon_avviso a ON a.id = c.avviso_id"
        " WHERE c.id = NEW.candidatura_id AND (a.stato = 'pubblicato'"
        " AND date_trunc('second', NEW.inviato_il) <= date_trunc('second', a.scade)) IS NOT TRUE)",
        "una candidatura si invia entro il termine",
    ),
    "selezioni_invio_fermo": (
        f"{cambiano(INVIO)} OR {una_volta(DOPO_L_INVIO)}",
        "ciò che è stato inviato non si cambia",
    ),
    "selezioni_candidatura_ferma": (
        cambiano(CANDIDATURA), "una candidatura resta di chi l’ha scritta",
    ),
    "selezioni_allegato_fermo": (
        f"{cambiano(ALLEGATO)} OR {una_volta(('tolto_il',))}",
        "un allegato non si cambia, si toglie",
    ),
    "selezioni_allegato_resta": (
        "EXISTS (SELECT FROM selezioni_pon_allegatoinviato i WHERE i.allegato_id = OLD.id)",
        "un allegato inviato non si elimina",
    ),
    "selezioni_candidatura_resta": (
        "EXISTS (SELECT FROM selezioni_pon_invio i WHERE i.candidatura_id = OLD.id)",
        "una candidatura inviata non si elimina",
    ),
    "selezioni_commissione_ferma": (
        cambiano(COMMISSIONE), "una commissione resta quella nominata",
    ),
    "selezioni_commissario_fermo": (
        f"{cambiano(COMMISSARIO)} OR {una_volta(DICHIARATO)}",
        "una dichiarazione non si cambia",
    ),
    "selezioni_decisione_ferma": (
        f"{cambiano(DECISIONE)} OR EXISTS (SELECT FROM selezioni_pon_titolodichiarato t"
        " JOIN selezioni_pon_esame e ON e.invio_id = t.invio_id"
        " WHERE t.id = OLD.titolo_id AND e.chiuso_il IS NOT NULL)",
        "i titoli di una domanda chiusa non si decidono più",
    ),
    "selezioni_graduatoria_ferma": (
        f"OLD.stato <> 'bozza' AND ({cambiano(GRADUATORIA)} OR {una_volta(APPROVATA)})",
        "una graduatoria pubblicata non si cambia",
    ),
    "selezioni_graduatoria_passi": (
        f"NEW.stato <> OLD.stato AND (OLD.stato, NEW.stato) NOT IN ({PASSI})",
        "una graduatoria non torna indietro",
    ),
    "selezioni_graduatoria_resta": (
        "OLD.stato <> 'bozza'", "una graduatoria pubblicata non si elimina",
    ),
    "selezioni_riga_ferma": (
        "EXISTS (SELECT FROM selezioni_pon_graduatoria g"
        " WHERE g.id IN (NEW.graduatoria_id, OLD.graduatoria_id) AND g.stato <> 'bozza')",
        "una graduatoria pubblicata non si cambia",
    ),
    "selezioni_reclamo_fermo": (
        f"{cambiano(RECLAMO)} OR OLD.deciso_il IS NOT NULL AND {cambiano(RISPOSTA)}"
        f" OR {una_volta(('documento_id', 'protocollo_id', 'recepito_in_id'))}",
        "un reclamo e la sua risposta non si cambiano",
    ),
    "selezioni_proposta_ferma": (
        cambiano(PROPOSTA), "una proposta non si cambia",
    ),
    "selezioni_contratto_fermo": (
        f"{cambiano(('istituto_id', 'proposta_id'))}"
        f" OR OLD.firmato_il IS NOT NULL AND {cambiano(CONTRATTO)}"
        f" OR {una_volta(('documento_id', 'protocollo_id', 'firmato_il', 'chiuso_il'))}",
        "un contratto firmato non si cambia",
    ),
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("selezioni_pon", "0003_candidature")]

    operations = [
        Proteggi(["Candidatura", "Risposta", "AllegatoCandidatura", "Invio"]),
        # These and the others with two permissions are written once.
        Proteggi(["TitoloDichiarato", "AllegatoInviato"], "SELECT, INSERT"),
        Proteggi(
            [
                "Commissione",
                "Commissario",
                "DecisioneTitolo",
                "PuntiCommissario",
                "PuntiConcordati",
                "Esame",
                "Graduatoria",
                "Reclamo",
                "Proposta",
                "Contratto",
                "RegistrazioneCandidato",
            ]
        ),
        Proteggi(["Conflitto", "Sorteggio", "Proroga", "VerificaIncarico"], "SELECT, INSERT"),
        Proteggi(["RigaGraduatoria"], "SELECT, INSERT, DELETE"),
        Togli(
            [
                "Invio",
                "Commissione",
                "Commissario",
                "DecisioneTitolo",
                "PuntiCommissario",
                "PuntiConcordati",
                "Esame",
                "Reclamo",
                "Proposta",
            ],
            "DELETE",
        ),
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("invio", "INSERT", "selezioni_invio_nel_termine"),
        trigger("invio", "UPDATE", "selezioni_invio_fermo"),
        trigger("candidatura", "UPDATE", "selezioni_candidatura_ferma"),
        trigger("candidatura", "DELETE", "selezioni_candidatura_resta"),
        trigger("allegatocandidatura", "UPDATE", "selezioni_allegato_fermo"),
        trigger("allegatocandidatura", "DELETE", "selezioni_allegato_resta"),
        trigger("commissione", "UPDATE", "selezioni_commissione_ferma"),
        trigger("commissario", "UPDATE", "selezioni_commissario_fermo"),
        trigger("decisionetitolo", "UPDATE", "selezioni_decisione_ferma"),
        trigger("graduatoria", "UPDATE", "selezioni_graduatoria_ferma"),
        trigger("graduatoria", "UPDATE", "selezioni_graduatoria_passi"),
        trigger("graduatoria", "DELETE", "selezioni_graduatoria_resta"),
        trigger("rigagraduatoria", "INSERT OR DELETE", "selezioni_riga_ferma"),
        trigger("reclamo", "UPDATE", "selezioni_reclamo_fermo"),
        trigger("proposta", "UPDATE", "selezioni_proposta_ferma"),
        trigger("contratto", "UPDATE", "selezioni_contratto_fermo"),
    ]
