from django.db import migrations, models

NON_ANCORA = "un incarico o un figlio si affida a una persona accertata"


def da_accertare(colonna: str) -> str:
    """Of a person that one does not see, the wall says so."""
    return (
        "EXISTS (SELECT FROM scuola_persona p"
        f" WHERE p.id = NEW.{colonna} AND p.identita_da_accertare)"
    )


# Who has proved a mailbox only applies for a post; nobody becomes such a person later on.
FUNZIONI = {
    "scuola_incarico_di_chi_e": (
        f"NEW.ruolo <> 'candidato' AND {da_accertare('persona_id')}", NON_ANCORA,
    ),
    "scuola_responsabilita_di_chi_e": (da_accertare("adulto_id"), NON_ANCORA),
    "scuola_persona_resta_accertata": (
        "NEW.identita_da_accertare AND NOT OLD.identita_da_accertare",
        "l’identità di una persona che la scuola conosce non torna in dubbio",
    ),
}  # fmt: skip


def funzione(nome: str, condizione: str, testo: str) -> str:
    return f"""
        CREATE FUNCTION {nome}() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF {condizione} THEN
            RAISE EXCEPTION '{testo}' USING ERRCODE = 'check_violation', CONSTRAINT = '{nome}';
          END IF;
          RETURN NEW;
        END $$;
        """


def trigger(tabella: str, quando: str, nome: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE TRIGGER {nome} BEFORE {quando} ON scuola_{tabella}"
        f" FOR EACH ROW WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {nome}()",
        reverse_sql=migrations.RunSQL.noop,
    )


class Migration(migrations.Migration):
    dependencies = [("scuola", "0007_riservatezza")]

    operations = [
        migrations.AddField(
            model_name="persona",
            name="identita_da_accertare",
            field=models.BooleanField(
                db_default=False,
                default=False,
                help_text=(
                    "Si è registrata da fuori, con il solo indirizzo e-mail: si può solo candidare."
                ),
                verbose_name="identità da accertare",
            ),
        ),
        migrations.RunSQL(
            "".join(funzione(nome, *corpo) for nome, corpo in FUNZIONI.items()),
            reverse_sql="".join(f"DROP FUNCTION {nome} CASCADE;" for nome in FUNZIONI),
        ),
        trigger("incarico", "INSERT OR UPDATE OF persona_id, ruolo", "scuola_incarico_di_chi_e"),
        trigger(
            "responsabilita", "INSERT OR UPDATE OF adulto_id", "scuola_responsabilita_di_chi_e"
        ),
        trigger("persona", "UPDATE OF identita_da_accertare", "scuola_persona_resta_accertata"),
    ]
