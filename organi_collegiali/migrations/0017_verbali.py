from django.db import migrations

# Once the organ has approved its minutes their words do not change any more (D.Lgs. 297/1994
# art. 44): afterwards the application may only sign them, print them, give them pages and publish
# them, each of these once.
FERMI = (
    "istituto_id",
    "seduta_id",
    "apertura",
    "chiusura",
    "in_lettura_dal",
    "rilievi_entro",
    "approvato_il",
    "approvato_nel_id",
)
UNA_VOLTA = (
    "firma_presidente_id",
    "firma_presidente_il",
    "firma_segretario_id",
    "firma_segretario_il",
    "protocollo_id",
    "integrale_id",
    "pagina_da",
    "pagina_a",
)
NUOVI = ", ".join(f"NEW.{campo}" for campo in FERMI)
VECCHI = ", ".join(f"OLD.{campo}" for campo in FERMI)
RISCRITTI = " OR ".join(
    f"(OLD.{campo} IS NOT NULL AND NEW.{campo} IS DISTINCT FROM OLD.{campo})" for campo in UNA_VOLTA
)
# What the minutes are made of, and how each row says of which sitting it is.
FATTI_DI = {
    "punto": "{riga}.seduta_id",
    "sospensione": "{riga}.seduta_id",
    "dichiarazione": "(SELECT seduta_id FROM organi_collegiali_punto WHERE id = {riga}.punto_id)",
    "movimento": (
        "(SELECT seduta_id FROM organi_collegiali_convocato WHERE id = {riga}.convocato_id)"
    ),
    "rilievo": "(SELECT seduta_id FROM organi_collegiali_verbale WHERE id = {riga}.verbale_id)",
    "allegatoverbale": (
        "(SELECT seduta_id FROM organi_collegiali_verbale WHERE id = {riga}.verbale_id)"
    ),
}


def _ferma(tabella: str, seduta: str) -> list[migrations.RunSQL]:
    """Rows of this table are neither added, changed nor removed once the minutes are approved."""
    funzione = f"organi_{tabella}_del_verbale"
    controlli = "\n".join(
        f"""
              IF TG_OP <> '{tranne}' AND organi_verbale_chiuso({seduta.format(riga=riga)}) THEN
                RAISE EXCEPTION 'il verbale approvato non si cambia'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'verbale_fermo';
              END IF;"""
        for riga, tranne in (("OLD", "INSERT"), ("NEW", "DELETE"))
    )
    return [
        migrations.RunSQL(
            f"""
            CREATE FUNCTION {funzione}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN{controlli}
              RETURN COALESCE(NEW, OLD);
            END $$
            """,
            reverse_sql=f"DROP FUNCTION {funzione} CASCADE",
        ),
        migrations.RunSQL(
            f"CREATE TRIGGER {tabella}_del_verbale BEFORE INSERT OR UPDATE OR DELETE"
            f" ON organi_collegiali_{tabella} FOR EACH ROW"
            f" WHEN (current_user = 'cpia_app') EXECUTE FUNCTION {funzione}()",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("organi_collegiali", "0010_elezioni")]

    operations = [
        migrations.RunSQL(
            """
            CREATE FUNCTION organi_verbale_chiuso(seduta bigint) RETURNS boolean
            LANGUAGE sql STABLE AS $$
              SELECT EXISTS (
                SELECT 1 FROM organi_collegiali_verbale
                WHERE seduta_id = seduta AND stato NOT IN ('bozza', 'in_lettura')
              )
            $$
            """,
            reverse_sql="DROP FUNCTION organi_verbale_chiuso CASCADE",
        ),
        migrations.RunSQL(
            f"""
            CREATE FUNCTION organi_verbale_fermo() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              IF ROW({NUOVI}) IS DISTINCT FROM ROW({VECCHI}) OR {RISCRITTI}
                OR NEW.stato IN ('bozza', 'in_lettura')
                OR (OLD.stato = 'firmato' AND NEW.stato = 'approvato')
                OR (OLD.stato = 'pubblicato' AND NEW.stato <> 'pubblicato')
              THEN
                RAISE EXCEPTION 'il verbale approvato non si cambia'
                  USING ERRCODE = 'check_violation', CONSTRAINT = 'verbale_fermo';
              END IF;
              RETURN NEW;
            END $$
            """,
            reverse_sql="DROP FUNCTION organi_verbale_fermo CASCADE",
        ),
        migrations.RunSQL(
            "CREATE TRIGGER verbale_fermo BEFORE UPDATE ON organi_collegiali_verbale"
            " FOR EACH ROW WHEN (OLD.stato NOT IN ('bozza', 'in_lettura')"
            " AND current_user = 'cpia_app') EXECUTE FUNCTION organi_verbale_fermo()",
            reverse_sql=migrations.RunSQL.noop,
        ),
        *(
            operazione
            for tabella, seduta in FATTI_DI.items()
            for operazione in _ferma(tabella, seduta)
        ),
    ]
