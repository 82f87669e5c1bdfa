from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

ELENCO = (
    "istituto_id", "anno_scolastico_id", "sede_id", "criteri", "regole", "aperto_il",
    "aperto_da_id",
)  # fmt: skip
DOMANDA = (
    "istituto_id", "elenco_id", "numero", "bambino_id", "registrata_il", "registrata_da_id",
)  # fmt: skip
RINUNCIA = ("rinuncia_il", "protocollo_id")
VERSIONE = (
    "istituto_id", "elenco_id", "numero", "tipo", "motivo", "posti", "osservazioni_entro",
    "motivi", "formata_il", "formata_da_id",
)  # fmt: skip


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
    "infanzia_elenco_fermo": (
        f"{cambiano(ELENCO)} OR NEW.entro <> OLD.entro AND EXISTS (SELECT FROM"
        " selezioni_pon_versioneinfanzia v WHERE v.elenco_id = OLD.id)",
        "un elenco tiene i criteri e le regole con cui è stato aperto",
    ),
    "infanzia_domanda_ferma": (
        f"{cambiano(DOMANDA)} OR {una_volta(RINUNCIA)}",
        "una domanda resta di chi l’ha presentata",
    ),
    "infanzia_versione_ferma": (
        f"{cambiano(VERSIONE)} OR {una_volta(('documento_id', 'protocollo_id'))}",
        "una versione dell’elenco non si cambia",
    ),
    # The rows are written with their version, in one transaction: never later.
    "infanzia_riga_ferma": (
        "EXISTS (SELECT FROM selezioni_pon_versioneinfanzia v"
        " WHERE v.id = NEW.versione_id AND v.documento_id IS NOT NULL)",
        "una versione dell’elenco non si cambia",
    ),
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("selezioni_pon", "0005_infanzia")]

    operations = [
        Proteggi(
            [
                "ElencoInfanzia",
                "SezioneInfanzia",
                "DomandaInfanzia",
                "TitoloInfanzia",
                "VersioneInfanzia",
            ]
        ),
        Proteggi(["SorteggioInfanzia", "RigaInfanzia"], "SELECT, INSERT"),
        Togli(["ElencoInfanzia", "DomandaInfanzia", "VersioneInfanzia"], "DELETE"),
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("elencoinfanzia", "UPDATE", "infanzia_elenco_fermo"),
        trigger("domandainfanzia", "UPDATE", "infanzia_domanda_ferma"),
        trigger("versioneinfanzia", "UPDATE", "infanzia_versione_ferma"),
        trigger("rigainfanzia", "INSERT", "infanzia_riga_ferma"),
    ]
