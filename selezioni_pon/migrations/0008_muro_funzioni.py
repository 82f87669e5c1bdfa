from django.db import migrations

from cpia.scuola.rls import Proteggi, Togli

# What a procedure, once opened, keeps; and what is written in it one time.
PROCEDURA = (
    "istituto_id", "anno_scolastico_id", "delibera_id", "atto", "regole", "aperta_il", "scade",
)  # fmt: skip
UNA_VOLTA = ("commissione_il", "lavori_chiusi_il")
AREA = ("istituto_id", "procedura_id", "sigla", "titolo", "compiti", "posti")
COMMISSARIO = ("istituto_id", "procedura_id", "persona_id", "ordine", "supplente")
DOMANDA = ("istituto_id", "area_id", "docente_id")
ESAME = ("idoneo", "motivo", "accertato_dal", "accertato_ruolo")
TITOLO = ("istituto_id", "domanda_id", "numero", "specie", "testo")
ATTRIBUZIONE = (
    "istituto_id", "domanda_id", "dal", "al", "motivi", "attribuita_il", "attribuita_da_id",
)  # fmt: skip


def cambiano(campi: tuple[str, ...]) -> str:
    nuovi, vecchi = (", ".join(f"{riga}.{campo}" for campo in campi) for riga in ("NEW", "OLD"))
    return f"ROW({nuovi}) IS DISTINCT FROM ROW({vecchi})"


def una_volta(campi: tuple[str, ...]) -> str:
    """Whether one of these, which was there already, is another now."""
    return " OR ".join(f"OLD.{c} IS NOT NULL AND NEW.{c} IS DISTINCT FROM OLD.{c}" for c in campi)


def procedura(condizione: str, di: str) -> str:
    """Whether the procedure of a row is so; ``di`` joins the row with it."""
    return (
        "EXISTS (SELECT FROM selezioni_pon_procedurafunzioni p"
        f" {di} AND p.{condizione} IS NOT NULL)"
    )


DELL_AREA = "WHERE p.id = {}.procedura_id"
DELLA_DOMANDA = (
    "JOIN selezioni_pon_areafunzione a ON a.procedura_id = p.id WHERE a.id = OLD.area_id"
)
DEL_TITOLO = (
    "JOIN selezioni_pon_areafunzione a ON a.procedura_id = p.id"
    " JOIN selezioni_pon_domandafunzione d ON d.area_id = a.id WHERE d.id = OLD.domanda_id"
)


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


AREE_FERME = "le aree aperte alle domande restano quelle deliberate"
FUNZIONI = {
    "funzioni_procedura_ferma": (
        f"(OLD.aperta_il IS NOT NULL AND ({cambiano(PROCEDURA)})) OR {una_volta(UNA_VOLTA)}",
        "una procedura aperta alle domande tiene le sue regole",
    ),
    "funzioni_area_ferma": (
        f"({cambiano(AREA)}) AND {procedura('aperta_il', DELL_AREA.format('OLD'))}",
        AREE_FERME,
    ),
    "funzioni_area_nuova": (procedura("aperta_il", DELL_AREA.format("NEW")), AREE_FERME),
    "funzioni_area_tolta": (procedura("aperta_il", DELL_AREA.format("OLD")), AREE_FERME),
    "funzioni_commissario_fermo": (
        f"{cambiano(COMMISSARIO)} OR {una_volta(('dichiarato_il',))}",
        "la Commissione resta quella nominata",
    ),
    "funzioni_domanda_ferma": (
        f"({cambiano(DOMANDA)}) OR ({cambiano(ESAME)})"
        f" AND {procedura('lavori_chiusi_il', DELLA_DOMANDA)}",
        "una domanda resta di chi l’ha scritta, e come la Commissione l’ha esaminata",
    ),
    "funzioni_titolo_fermo": (
        f"({cambiano(TITOLO)}) OR {procedura('lavori_chiusi_il', DEL_TITOLO)}",
        "un titolo resta come è stato dichiarato ed esaminato",
    ),
    "funzioni_titolo_tolto": (
        f"OLD.esito <> '' OR {procedura('lavori_chiusi_il', DEL_TITOLO)}",
        "un titolo già esaminato non si toglie",
    ),
    "funzioni_attribuzione_ferma": (
        f"{cambiano(ATTRIBUZIONE)}"
        f" OR {una_volta(('documento_id', 'protocollo_id', 'cessata_il'))}",
        "una funzione attribuita non si cambia",
    ),
}  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("selezioni_pon", "0007_funzioni")]

    operations = [
        Proteggi(
            [
                "ProceduraFunzioni",
                "AreaFunzione",
                "CommissarioFunzioni",
                "DomandaFunzione",
                "TitoloFunzione",
                "AttribuzioneFunzione",
            ]
        ),
        Proteggi(["ParitaFunzione", "RelazioneFunzione"], "SELECT, INSERT"),
        Togli(
            [
                "ProceduraFunzioni",
                "CommissarioFunzioni",
                "DomandaFunzione",
                "AttribuzioneFunzione",
            ],
            "DELETE",
        ),
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("procedurafunzioni", "UPDATE", "funzioni_procedura_ferma"),
        trigger("areafunzione", "UPDATE", "funzioni_area_ferma"),
        trigger("areafunzione", "INSERT", "funzioni_area_nuova"),
        trigger("areafunzione", "DELETE", "funzioni_area_tolta"),
        trigger("commissariofunzioni", "UPDATE", "funzioni_commissario_fermo"),
        trigger("domandafunzione", "UPDATE", "funzioni_domanda_ferma"),
        trigger("titolofunzione", "UPDATE", "funzioni_titolo_fermo"),
        trigger("titolofunzione", "DELETE", "funzioni_titolo_tolto"),
        trigger("attribuzionefunzione", "UPDATE", "funzioni_attribuzione_ferma"),
    ]
