"""Migration operation that puts a table of an institute behind the second wall.

It enables and forces row-level security, grants the application its DML, and adds what foreign
keys need, since PostgreSQL checks them without looking at the policies: UNIQUE (istituto_id, id)
on the table and composite keys towards every other table of an institute.
"""

from typing import Any

from django.db import models
from django.db.migrations.operations.base import Operation

from cpia.scuola.tenancy import RUOLO_APPLICAZIONE

ISTITUTO = "(SELECT nullif(current_setting('app.istituto', true), '')::bigint)"
UTENTE = "(SELECT nullif(current_setting('app.utente', true), '')::bigint)"
DML = "SELECT, INSERT, UPDATE, DELETE"


def _di_istituto(modello: type[models.Model]) -> bool:
    return any(campo.name == "istituto" for campo in modello._meta.local_fields)


def chiave_composta(campo: Any) -> str:
    """The statement that keeps a foreign key within one institute."""
    tabella = campo.model._meta.db_table
    return (
        f'ALTER TABLE "{tabella}" ADD CONSTRAINT "{tabella}_{campo.column}_ist_fk"'
        f' FOREIGN KEY (istituto_id, "{campo.column}")'
        f' REFERENCES "{campo.related_model._meta.db_table}" (istituto_id, id)'
        " DEFERRABLE INITIALLY DEFERRED"
    )


class Proteggi(Operation):
    """``Proteggi(["Persona", …])``: the models of this app to put behind the wall.

    ``permessi`` narrows what the application may do (the register only SELECT and INSERT);
    ``anche_proprie`` lets a user see the own rows of any institute, to choose among them;
    ``anche_di`` names the column of a second institute, which sees and updates rows that it may
    neither make nor delete.
    """

    reduces_to_sql = True
    reversible = False

    def __init__(
        self,
        modelli: list[str],
        permessi: str = DML,
        *,
        anche_proprie: bool = False,
        anche_di: str = "",
    ) -> None:
        self.modelli = modelli
        self.permessi = permessi
        self.anche_proprie = anche_proprie
        self.anche_di = anche_di

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The wall is in the database only."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        modelli = [to_state.apps.get_model(app_label, nome) for nome in self.modelli]
        for modello in modelli:
            for frase in self._muro(modello._meta.db_table):
                schema_editor.execute(frase)
        for modello in modelli:
            for frase in self._chiavi_composte(modello):
                schema_editor.execute(frase)

    def database_backwards(self, *args: Any) -> None:
        raise NotImplementedError("il muro fra gli istituti non si abbatte")  # pragma: no cover

    def describe(self) -> str:
        return f"Row-level security for {', '.join(self.modelli)}"

    def _muro(self, tabella: str) -> list[str]:
        vede = f"istituto_id = {ISTITUTO}"
        return [
            f'ALTER TABLE "{tabella}" ENABLE ROW LEVEL SECURITY',
            f'ALTER TABLE "{tabella}" FORCE ROW LEVEL SECURITY',
            f'CREATE POLICY istituto ON "{tabella}" TO {RUOLO_APPLICAZIONE}'
            f" USING ({vede}) WITH CHECK ({vede})",
            *self._aperture(tabella, vede),
            f'CREATE POLICY proprietario ON "{tabella}" TO CURRENT_USER'
            " USING (true) WITH CHECK (true)",
            f'REVOKE ALL ON "{tabella}" FROM {RUOLO_APPLICAZIONE}',
            f'GRANT {self.permessi} ON "{tabella}" TO {RUOLO_APPLICAZIONE}',
            f'ALTER TABLE "{tabella}" ADD CONSTRAINT "{tabella}_istituto_id_uniq"'
            " UNIQUE (istituto_id, id)",
        ]

    def _aperture(self, tabella: str, vede: str) -> list[str]:
        """The policies of who is not the institute of the row."""
        aperture = []
        if self.anche_proprie:
            aperture.append(
                f'CREATE POLICY proprie ON "{tabella}" FOR SELECT TO {RUOLO_APPLICAZIONE}'
                f" USING ({vede} OR utente_id = {UTENTE})"
            )
        if self.anche_di:
            suo = f'"{self.anche_di}" = {ISTITUTO}'
            aperture += [
                f'CREATE POLICY altro_legge ON "{tabella}" FOR SELECT TO {RUOLO_APPLICAZIONE}'
                f" USING ({suo})",
                f'CREATE POLICY altro_scrive ON "{tabella}" FOR UPDATE TO {RUOLO_APPLICAZIONE}'
                f" USING ({suo}) WITH CHECK ({suo})",
            ]
        return aperture

    def _chiavi_composte(self, modello: type[models.Model]) -> list[str]:
        return [
            chiave_composta(campo)
            for campo in modello._meta.local_fields
            if isinstance(campo, models.ForeignKey)
            and campo.name != "istituto"
            and _di_istituto(campo.related_model)
        ]


class Lega(Operation):
    """``Lega("Incarico", ["copiato_da"])``: keys added later to a table behind the wall."""

    reduces_to_sql = True
    reversible = False

    def __init__(self, modello: str, campi: list[str]) -> None:
        self.modello = modello
        self.campi = campi

    def state_forwards(self, app_label: str, state: Any) -> None:
        """The wall is in the database only."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        modello = to_state.apps.get_model(app_label, self.modello)
        for nome in self.campi:
            schema_editor.execute(chiave_composta(modello._meta.get_field(nome)))

    def database_backwards(self, *args: Any) -> None:
        raise NotImplementedError("il muro fra gli istituti non si abbatte")  # pragma: no cover

    def describe(self) -> str:
        return f"Composite keys of {self.modello}"


class Togli(Operation):
    """``Togli(["Delibera"], "DELETE")``: what the application may not do with these tables."""

    reduces_to_sql = True
    reversible = False

    def __init__(self, modelli: list[str], permessi: str) -> None:
        self.modelli = modelli
        self.permessi = permessi

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Grants are in the database only."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for nome in self.modelli:
            tabella = to_state.apps.get_model(app_label, nome)._meta.db_table
            schema_editor.execute(
                f'REVOKE {self.permessi} ON "{tabella}" FROM {RUOLO_APPLICAZIONE}'
            )

    def database_backwards(self, *args: Any) -> None:
        raise NotImplementedError("i permessi tolti non si ridanno")  # pragma: no cover

    def describe(self) -> str:
        return f"No {self.permessi} on {', '.join(self.modelli)}"


class ConcediTutto(Operation):
    """Let the application use every table that exists now and every one made later.

    Tables without an institute (logins, sessions, frameworks) have grants and no policy; those
    of an institute get the narrower ones from ``Proteggi``.
    """

    reduces_to_sql = True
    reversible = False

    def state_forwards(self, app_label: str, state: Any) -> None:
        """Grants are in the database only."""

    def database_forwards(
        self, app_label: str, schema_editor: Any, from_state: Any, to_state: Any
    ) -> None:
        for frase in (
            f"GRANT USAGE ON SCHEMA public TO {RUOLO_APPLICAZIONE}",
            f"GRANT {DML} ON ALL TABLES IN SCHEMA public TO {RUOLO_APPLICAZIONE}",
            f"GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {RUOLO_APPLICAZIONE}",
            f"ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT {DML} ON TABLES"
            f" TO {RUOLO_APPLICAZIONE}",
            "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES"
            f" TO {RUOLO_APPLICAZIONE}",
        ):
            schema_editor.execute(frase)

    def database_backwards(self, *args: Any) -> None:
        raise NotImplementedError("i permessi non si tolgono")  # pragma: no cover

    def describe(self) -> str:
        return "Grants of the application role"
