from django.db import migrations

from cpia.scuola.rls import RUOLO_APPLICAZIONE

# Twelve months after 31 August of the year for which one was enrolled; the clock is PostgreSQL’s.
TROPPO_PRESTO = (
    "NOT EXISTS (SELECT FROM selezioni_pon_elencoinfanzia e"
    " JOIN scuola_annoscolastico a ON a.id = e.anno_scolastico_id{legame}"
    " AND make_date(a.inizio + 2, 9, 1) <= current_date)"
)
FUNZIONI = {
    "infanzia_domanda_resta": TROPPO_PRESTO.format(legame=" WHERE e.id = OLD.elenco_id"),
    "infanzia_riga_resta": TROPPO_PRESTO.format(
        legame=" JOIN selezioni_pon_versioneinfanzia v ON v.elenco_id = e.id"
        " WHERE v.id = OLD.versione_id"
    ),
}
TABELLE = {
    "selezioni_pon_domandainfanzia": "infanzia_domanda_resta",
    "selezioni_pon_rigainfanzia": "infanzia_riga_resta",
}


def funzione(nome: str, condizione: str) -> str:
    return f"""
        CREATE FUNCTION {nome}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF {condizione} THEN
            RAISE EXCEPTION 'una domanda si elimina solo a termine scaduto'
              USING ERRCODE = 'check_violation', CONSTRAINT = '{nome}';
          END IF;
          RETURN OLD;
        END $$;
        """


def permesso(tabella: str, nome: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"GRANT DELETE ON {tabella} TO {RUOLO_APPLICAZIONE};"
        f" CREATE TRIGGER {nome} BEFORE DELETE ON {tabella}"
        f" FOR EACH ROW WHEN (current_user = '{RUOLO_APPLICAZIONE}') EXECUTE FUNCTION {nome}()",
        reverse_sql=f"REVOKE DELETE ON {tabella} FROM {RUOLO_APPLICAZIONE}",
    )


class Migration(migrations.Migration):
    dependencies = [("selezioni_pon", "0008_muro_funzioni")]

    operations = [
        migrations.RunSQL(
            "".join(funzione(nome, condizione) for nome, condizione in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        *(permesso(tabella, nome) for tabella, nome in TABELLE.items()),
    ]
