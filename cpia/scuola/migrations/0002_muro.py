from django.db import migrations

from cpia.scuola.rls import ConcediTutto, Proteggi

CACHE = """
CREATE TABLE scuola_cache (
    cache_key varchar(255) PRIMARY KEY,
    value text NOT NULL,
    expires timestamptz NOT NULL
);
CREATE INDEX scuola_cache_expires ON scuola_cache (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("scuola", "0001_initial")]

    operations = [
        ConcediTutto(),
        migrations.RunSQL(CACHE, "DROP TABLE scuola_cache"),
        Proteggi(["Persona"], anche_proprie=True),
        Proteggi(
            [
                "Sede", "AnnoScolastico", "Invito", "Responsabilita", "Corso", "Classe",
                "Iscrizione", "Gruppo", "Appartenenza", "Disciplina", "Cattedra", "Incarico",
                "Importazione",
            ]
        ),
    ]  # fmt: skip
