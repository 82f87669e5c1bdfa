"""The second wall: what PostgreSQL itself refuses, read from its catalogue and tried."""

import random
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext
from typing import Any

import psycopg2.errors
import pytest
from django.apps import apps
from django.conf import settings
from django.db import Error, IntegrityError, ProgrammingError, connection, models, transaction
from django.test import Client

from cpia.atti.models import FilePubblicazione
from cpia.scuola import tenancy
from cpia.scuola.models import Istituto, Persona, Utente
from organi_collegiali.models import Scheda
from patto_formativo.models import Condivisione, UnitaDelPatto, Versione
from tests.accessi.righe import ISTANTE, MODELLI, Riempitore, di_istituto, nuovo_istituto

Proprietario = Callable[[], AbstractContextManager[None]]
Mondo = tuple[Riempitore, Riempitore]

APPLICAZIONE = "cpia_app"
IMMUTABILI = {
    "atti_protocollo", "atti_operazione", "atti_sigillo", "organi_collegiali_votante",
    "patto_formativo_firmapatto", "patto_formativo_avvisoassenza", "bonus_merito_parita",
    "bonus_merito_assegnazione", "selezioni_pon_impossibilita",
    "selezioni_pon_titolodichiarato", "selezioni_pon_allegatoinviato",
    "selezioni_pon_proroga", "selezioni_pon_verificaincarico",
    "selezioni_pon_sorteggioinfanzia", "selezioni_pon_conflitto",
    "selezioni_pon_sorteggio", "selezioni_pon_paritafunzione", "selezioni_pon_relazionefunzione",
}  # fmt: skip
# A ballot in the box is not written on; it is taken out when it is counted. Who voted against is
# written with the deliberation.
SOLO_SCRITTURA = {
    *IMMUTABILI, "organi_collegiali_scheda", "organi_collegiali_dissenso",
    "selezioni_pon_rigagraduatoria", "selezioni_pon_rigainfanzia",
}  # fmt: skip
# Of these a trigger keeps what was decided, before the policies and the keys are asked.
FERME = {
    "selezioni_pon_reclamo": "un reclamo e la sua risposta non si cambiano",
    "organi_collegiali_delibera": "una delibera adottata non si cambia",
    "patto_formativo_condivisione": "quello che si è condiviso non si cambia",
    "bonus_merito_istanza": "un’istanza presentata non si cambia",
    "selezioni_pon_progetto": "un progetto con un avviso pubblicato non si cambia",
    "selezioni_pon_avviso": "un avviso pubblicato non si cambia",
    "selezioni_pon_elencoinfanzia": "un elenco tiene i criteri e le regole",
    "selezioni_pon_domandainfanzia": "una domanda resta di chi l’ha presentata",
    "selezioni_pon_versioneinfanzia": "una versione dell’elenco non si cambia",
    "selezioni_pon_iscrizioneesperto": "un’iscrizione all’albo degli esperti non si cambia",
    "selezioni_pon_commissariofunzioni": "la Commissione resta quella nominata",
    "selezioni_pon_domandafunzione": "una domanda resta di chi l’ha scritta",
    "selezioni_pon_titolofunzione": "un titolo resta come è stato dichiarato ed esaminato",
    "selezioni_pon_attribuzionefunzione": "una funzione attribuita non si cambia",
    "selezioni_pon_decisionetitolo": "i titoli di una domanda chiusa non si decidono più",
    "selezioni_pon_candidatura": "una candidatura resta di chi l’ha scritta",
    "selezioni_pon_allegatocandidatura": "un allegato non si cambia, si toglie",
    "selezioni_pon_invio": "ciò che è stato inviato non si cambia",
    "selezioni_pon_commissione": "una commissione resta quella nominata",
    "selezioni_pon_commissario": "una dichiarazione non si cambia",
    "selezioni_pon_proposta": "una proposta non si cambia",
    "selezioni_pon_contratto": "un contratto firmato non si cambia",
}
SENZA_CANCELLAZIONE = {
    *IMMUTABILI, "atti_contatore", "atti_documento", "organi_collegiali_delibera",
    "organi_collegiali_numeratore", "organi_collegiali_verbale", "organi_collegiali_votazione",
    "patto_formativo_domandaiscrizione", "patto_formativo_corsista", "patto_formativo_certificato",
    "patto_formativo_patto", "patto_formativo_versione", "bonus_merito_fondo",
    "bonus_merito_procedura", "bonus_merito_richiesta", "bonus_merito_istanza",
    "selezioni_pon_proposta", "selezioni_pon_progetto", "selezioni_pon_invio",
    "selezioni_pon_elencoinfanzia",
    "selezioni_pon_versioneinfanzia", "selezioni_pon_decisionetitolo",
    "selezioni_pon_punticommissario", "selezioni_pon_punticoncordati", "selezioni_pon_esame",
    "selezioni_pon_commissione", "selezioni_pon_commissario",
    "selezioni_pon_reclamo", "selezioni_pon_procedurafunzioni",
    "selezioni_pon_commissariofunzioni", "selezioni_pon_domandafunzione",
    "selezioni_pon_attribuzionefunzione", "selezioni_pon_iscrizioneesperto",
}  # fmt: skip
# Of these only the drafts can be deleted: what has a number stays.
SOLO_LE_BOZZE = {"atti.Pubblicazione", "avvisi.Circolare"}
DI_UNA_BOZZA = (
    "(EXISTS ( SELECT\n   FROM atti_pubblicazione p\n"
    "  WHERE ((p.id = atti_filepubblicazione.pubblicazione_id) AND (p.numero IS NULL))))"
)
# A ballot is put in while its box is open, read afterwards, taken out and written again by the
# count, which ends by taking the key away from the vote.
DELL_URNA = (
    "(EXISTS ( SELECT\n   FROM organi_collegiali_votazione v\n"
    "  WHERE ((v.urna = organi_collegiali_scheda.urna)"
    " AND (v.istituto_id = organi_collegiali_scheda.istituto_id) AND %s)))"
)
CON_LA_CHIAVE = " AND ((v.chiave_pubblica)::text <> ''::text)"
UNA_SCHEDA = "\nCASE\n    WHEN (sigillata IS NULL) THEN {}\n    ELSE {}\nEND".format(
    *(
        (DELL_URNA % f"((v.stato)::text = '{stato}'::text){CON_LA_CHIAVE}").replace("\n", "\n    ")
        for stato in ("chiusa", "aperta")
    )
)
URNA = {
    "urna_non_aperta": ("SELECT", DELL_URNA % "((v.stato)::text <> 'aperta'::text)", None),
    "urna_da_vuotare": (
        "DELETE", DELL_URNA % f"((v.stato)::text <> 'aperta'::text){CON_LA_CHIAVE}", None
    ),
    "urna_una_scheda": ("INSERT", None, UNA_SCHEDA),
}  # fmt: skip
# Models of the portal without an institute, and why.
DI_TUTTI = {
    "scuola.Istituto": "the list of the schools, which the scheduler walks through",
    "scuola.Utente": "a login is one in the whole network and says nothing else",
    "scuola.Utente_groups": "belongs to the login",
    "scuola.Utente_user_permissions": "belongs to the login",
    "competenze.QuadroCompetenze": "published by the Ministry, the same for all",
    "competenze.Competenza": "published by the Ministry, the same for all",
    "competenze.DescrizioneLivello": "published by the Ministry, the same for all",
}
# UNIQUE over all institutes would tell that a foreign row exists, unless nobody can guess it.
UNICI_NELLA_RETE = {"scuola_invito.impronta_codice": "hash of a secret of the mail"}
NOSTRE = {nome.rpartition(".")[2] for nome in settings.INSTALLED_APPS if nome.startswith("cpia.")}
NOSTRE |= {"competenze", "patto_formativo", "organi_collegiali", "bonus_merito"}
NOSTRE |= {"selezioni_pon", "disciplina"}
VEDE = (
    "(istituto_id = ( SELECT (NULLIF(current_setting('app.istituto'::text, true), ''::text))"
    '::bigint AS "nullif"))'
)
PROPRIE = (
    f"({VEDE} OR (utente_id = ( SELECT (NULLIF(current_setting('app.utente'::text, true), "
    "''::text))::bigint AS \"nullif\")))"
)
# The only rows of two institutes: the second sees them, and writes its answer.
SUA = VEDE.replace("istituto_id", "altro_istituto_id", 1)

ogni_modello = pytest.mark.parametrize("modello", MODELLI, ids=lambda m: m._meta.label)


def righe(frase: str, *valori: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(frase, valori)
        return cursor.fetchall()


def tabelle() -> set[str]:
    """The tables of the catalogue that have a column ``istituto_id``."""
    return {
        nome
        for (nome,) in righe(
            "SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid"
            " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')"
            " AND a.attname = 'istituto_id' AND NOT a.attisdropped"
        )
    }


@pytest.fixture
def mondo(db: None) -> Mondo:
    """Two institutes, each with one row in every table."""
    primo, secondo = (Riempitore(nuovo_istituto(numero)) for numero in (1, 2))
    for riempitore in (primo, secondo):
        with tenancy.istituto_corrente(riempitore.istituto.pk):
            riempitore.tutto()
    return primo, secondo


@pytest.fixture
def fuori(mondo: Mondo) -> Mondo:
    """The same, with PostgreSQL told of no institute."""
    tenancy.imposta(istituto_id=None)
    return mondo


# What the catalogue says


@pytest.mark.django_db
def test_the_models_of_an_institute_are_the_tables_with_the_column():
    assert tabelle() == {modello._meta.db_table for modello in MODELLI}
    assert len(MODELLI) > 30


def test_a_model_without_an_institute_says_why():
    senza = {
        modello._meta.label
        for modello in apps.get_models(include_auto_created=True)
        if modello._meta.app_label in NOSTRE and not di_istituto(modello)
    }
    assert senza == set(DI_TUTTI)


@pytest.mark.django_db
def test_row_level_security_is_on_and_forced():
    protette = righe(
        "SELECT relname FROM pg_class WHERE relrowsecurity AND relforcerowsecurity"
        " AND relnamespace = 'public'::regnamespace"
    )
    assert {nome for (nome,) in protette} == tabelle()


@ogni_modello
@pytest.mark.django_db
def test_policies_are_exactly_the_expected_ones(modello):
    trovate = {
        nome: (roles, comando, permissiva, usando, scrivendo)
        for nome, roles, comando, permissiva, usando, scrivendo in righe(
            "SELECT policyname, roles::text[], cmd, permissive, qual, with_check FROM pg_policies"
            " WHERE schemaname = 'public' AND tablename = %s",
            modello._meta.db_table,
        )
    }
    attese = {
        "istituto": ([APPLICAZIONE], "ALL", "PERMISSIVE", VEDE, VEDE),
        "proprietario": ([_proprietario()], "ALL", "PERMISSIVE", "true", "true"),
    }
    if modello._meta.label in SOLO_LE_BOZZE:
        attese["solo_bozze"] = ([APPLICAZIONE], "DELETE", "RESTRICTIVE", "(numero IS NULL)", None)
    if modello is FilePubblicazione:
        attese["solo_bozze"] = ([APPLICAZIONE], "DELETE", "RESTRICTIVE", DI_UNA_BOZZA, None)
    if modello is Scheda:
        attese |= {
            nome: ([APPLICAZIONE], comando, "RESTRICTIVE", usando, scrivendo)
            for nome, (comando, usando, scrivendo) in URNA.items()
        }
    if modello is Persona:
        attese["proprie"] = ([APPLICAZIONE], "SELECT", "PERMISSIVE", PROPRIE, None)
    if modello is Condivisione:
        attese["altro_legge"] = ([APPLICAZIONE], "SELECT", "PERMISSIVE", SUA, None)
        attese["altro_scrive"] = ([APPLICAZIONE], "UPDATE", "PERMISSIVE", SUA, SUA)
    assert trovate == attese


def _proprietario() -> str:
    [(nome,)] = righe("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = 'public'")
    return nome


@pytest.mark.django_db
def test_every_table_has_the_key_that_composite_keys_point_to():
    con_chiave = righe(
        "SELECT k.conrelid::regclass::text FROM pg_constraint k WHERE k.contype = 'u'"
        " AND (SELECT array_agg(a.attname::text ORDER BY a.attname) FROM pg_attribute a"
        "      WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) = '{id,istituto_id}'"
    )
    assert {nome for (nome,) in con_chiave} == tabelle()


CHIAVI_ESTERNE = """
SELECT k.conrelid::regclass::text, k.confrelid::regclass::text, k.convalidated,
  (SELECT array_agg(a.attname::text ORDER BY u.n) FROM unnest(k.conkey) WITH ORDINALITY u (c, n)
   JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.c),
  (SELECT array_agg(a.attname::text ORDER BY u.n) FROM unnest(k.confkey) WITH ORDINALITY u (c, n)
   JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.c)
FROM pg_constraint k WHERE k.contype = 'f' AND k.connamespace = 'public'::regnamespace
"""


@pytest.mark.django_db
def test_every_foreign_key_between_institutes_has_its_composite_twin():
    nostre = tabelle()
    chiavi = [chiave for chiave in righe(CHIAVI_ESTERNE) if {chiave[0], chiave[1]} <= nostre]
    semplici = {(da, colonne[0], a) for da, a, _, colonne, _ in chiavi if len(colonne) == 1}
    composte = {
        (da, colonne[1], a)
        for da, a, valida, colonne, verso in chiavi
        if valida and colonne[0] == "istituto_id" and verso == ["istituto_id", "id"]
    }
    assert semplici == composte
    assert len(semplici) > 50


@pytest.mark.django_db
def test_nothing_outside_the_wall_points_inside():
    nostre = tabelle()
    chiavi = righe(CHIAVI_ESTERNE)
    assert [da for da, a, *_ in chiavi if a in nostre and da not in nostre] == []


@pytest.mark.django_db
def test_uniqueness_is_within_one_institute():
    """Either the institute is in it, or a column that can only name a row of one's own."""
    unici = righe(
        "SELECT i.indrelid::regclass::text, array_agg(a.attname::text) FROM pg_index i"
        " CROSS JOIN unnest(i.indkey) WITH ORDINALITY u (c, n)"
        " JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.c"
        " WHERE i.indisunique AND NOT i.indisprimary AND u.n <= i.indnkeyatts"
        " AND i.indrelid::regclass::text = ANY (%s) GROUP BY i.indexrelid, i.indrelid",
        sorted(tabelle()),
    )
    proprie = {
        (da, colonne[1]) for da, _, _, colonne, _ in righe(CHIAVI_ESTERNE) if len(colonne) == 2
    }
    larghi = {
        f"{tabella}.{','.join(colonne)}"
        for tabella, colonne in unici
        if "istituto_id" not in colonne and not {(tabella, c) for c in colonne} & proprie
    }
    assert larghi == set(UNICI_NELLA_RETE)


# What the application may do


@pytest.mark.django_db
def test_the_application_has_only_its_dml():
    troppo = righe(
        "SELECT c.relname, p FROM pg_class c,"
        " unnest(ARRAY['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) p"
        " WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm')"
        " AND has_table_privilege(%s, c.oid, p)",
        APPLICAZIONE,
    )
    assert troppo == []
    assert righe(
        "SELECT has_schema_privilege(%s, 'public', 'CREATE'),"
        " has_database_privilege(%s, current_database(), 'CREATE')",
        APPLICAZIONE, APPLICAZIONE,
    ) == [(False, False)]  # fmt: skip


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("permesso", "senza"), [("UPDATE", SOLO_SCRITTURA), ("DELETE", SENZA_CANCELLAZIONE)]
)
def test_what_was_registered_stays(permesso, senza):
    trovate = righe(
        "SELECT t FROM unnest(%s) t WHERE NOT has_table_privilege(%s, t, %s)",
        sorted(tabelle()), APPLICAZIONE, permesso,
    )  # fmt: skip
    assert {tabella for (tabella,) in trovate} == senza


@pytest.mark.django_db
def test_no_right_is_hidden_in_a_column():
    assert (
        righe(
            "SELECT attrelid::regclass::text FROM pg_attribute WHERE attacl IS NOT NULL"
            " AND attrelid::regclass::text = ANY (%s)",
            sorted(tabelle()),
        )
        == []
    )


@pytest.mark.django_db
def test_the_application_is_nobody_special():
    assert righe(
        "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication FROM pg_roles"
        " WHERE rolname = %s",
        APPLICAZIONE,
    ) == [(False,) * 5]
    assert (
        righe(
            "SELECT roleid::regrole FROM pg_auth_members WHERE member = %s::regrole", APPLICAZIONE
        )
        == []
    )
    assert righe("SELECT 1 FROM pg_class WHERE relowner = %s::regrole", APPLICAZIONE) == []


@pytest.mark.django_db
def test_nothing_reads_with_the_rights_of_the_owner():
    assert (
        righe(
            "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND"
            " (relkind = 'm' OR relkind = 'v'"
            "  AND NOT coalesce('security_invoker=true' = ANY (reloptions), false))"
        )
        == []
    )
    assert (
        righe(
            "SELECT proname FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace"
        )
        == []
    )


# What happens to who tries


def rifiutata(frase: Callable[[], Any], errore: type[Error], motivo: str) -> bool:
    """Whether PostgreSQL refuses this, for this reason."""
    try:
        with transaction.atomic():
            frase()
    except errore as rifiuto:
        return motivo in str(rifiuto)
    return False


def test_with_no_institute_every_table_looks_empty(fuori):
    assert [m._meta.label for m in MODELLI if m._default_manager.exists()] == []


def test_an_institute_sees_its_own_rows_and_no_other(mondo):
    primo, secondo = mondo
    with tenancy.istituto_corrente(primo.istituto.pk):
        for modello in MODELLI:
            visti = set(modello._default_manager.values_list("istituto_id", flat=True))
            assert visti == {primo.istituto.pk}, modello._meta.label
            assert not modello._default_manager.filter(pk=secondo.righe[modello].pk).exists()


@pytest.mark.parametrize("dove", ["nessuno", "altro"])
def test_a_row_cannot_be_written_into_an_institute_that_is_not_the_own(dove, mondo):
    primo, secondo = mondo
    tenancy.imposta(istituto_id=None if dove == "nessuno" else secondo.istituto.pk)

    def scrive(tabella: str) -> None:
        frase = f'INSERT INTO "{tabella}" (istituto_id) VALUES (%s)'
        connection.cursor().execute(frase, [primo.istituto.pk])

    for tabella in tabelle():
        assert rifiutata(
            lambda tabella=tabella: scrive(tabella), ProgrammingError, "row-level security"
        ), tabella


@pytest.mark.parametrize(
    ("senza", "tenta"),
    [
        (SOLO_SCRITTURA, lambda righe, istituto: righe.update(istituto=istituto)),
        (SENZA_CANCELLAZIONE, lambda righe, istituto: righe._raw_delete(righe.db)),
    ],
    ids=["changed", "deleted"],
)
def test_a_row_of_another_institute_cannot_be(senza, tenta, mondo):
    primo, secondo = mondo
    tenancy.imposta(istituto_id=primo.istituto.pk)
    for modello in MODELLI:
        altrui = modello._default_manager.filter(pk=secondo.righe[modello].pk)
        if modello._meta.db_table in senza:
            assert rifiutata(
                lambda altrui=altrui: tenta(altrui, primo.istituto),
                ProgrammingError,
                "permission denied",
            ), modello._meta.label
        else:
            assert tenta(altrui, primo.istituto) == 0, modello._meta.label


def test_a_row_cannot_be_moved_to_another_institute(mondo):
    primo, secondo = mondo
    tenancy.imposta(istituto_id=primo.istituto.pk)
    for modello in MODELLI:
        propria = modello._default_manager.filter(pk=primo.righe[modello].pk)
        tabella = modello._meta.db_table
        motivo = "permission denied" if tabella in SOLO_SCRITTURA else "row-level security"
        assert rifiutata(
            lambda propria=propria: propria.update(istituto=secondo.istituto),
            IntegrityError if tabella in FERME else ProgrammingError,
            FERME.get(tabella, motivo),
        ), modello._meta.label


CHIAVI = [
    (modello, campo)
    for modello in MODELLI
    for campo in modello._meta.local_fields
    if isinstance(campo, models.ForeignKey)
    and campo.name != "istituto"
    and di_istituto(campo.related_model)
]


def test_composite_keys_refuse_what_the_policies_hide(mondo, proprietario: Proprietario):
    """PostgreSQL checks foreign keys without looking at the policies: the row would be found."""
    primo, secondo = mondo
    for modello, campo in CHIAVI:
        with tenancy.istituto_corrente(secondo.istituto.pk):
            crea = secondo.crea if campo.one_to_one else secondo.una
            altrui = crea(campo.related_model).pk
        tabella, mia = modello._meta.db_table, primo.righe[modello].pk
        tenancy.imposta(istituto_id=primo.istituto.pk)
        come = proprietario() if tabella in {*SOLO_SCRITTURA, *FERME} else nullcontext()
        with pytest.raises(IntegrityError) as rifiuto, come, transaction.atomic():
            _inietta(tabella, campo.column, mia, altrui)
        causa = rifiuto.value.__cause__
        assert isinstance(causa, psycopg2.errors.ForeignKeyViolation), (tabella, campo)
        assert causa.diag.constraint_name == f"{tabella}_{campo.column}_ist_fk"


def _inietta(tabella: str, colonna: str, mia: int, altrui: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute(f'UPDATE "{tabella}" SET "{colonna}" = %s WHERE id = %s', [altrui, mia])
        assert cursor.rowcount == 1
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")


@pytest.fixture
def in_due_scuole(mondo: Mondo) -> Utente:
    """A login that is somebody in both institutes, besides the other persons of each."""
    utente = Utente.objects.create_user("due@scuola.example", "parola-lunga-2024")
    for riempitore in mondo:
        with tenancy.istituto_corrente(riempitore.istituto.pk):
            Persona.objects.create(
                istituto=riempitore.istituto, utente=utente, cognome="Due", nome="Scuole"
            )
    tenancy.imposta(istituto_id=None, utente_id=utente.pk)
    return utente


def test_who_chooses_an_institute_sees_the_own_persons(in_due_scuole, mondo):
    viste = Persona.objects.all()
    assert {persona.utente_id for persona in viste} == {in_due_scuole.pk}
    assert {persona.istituto_id for persona in viste} == {r.istituto.pk for r in mondo}


def test_who_chooses_an_institute_sees_nothing_else(in_due_scuole):
    assert [m._meta.label for m in MODELLI if m._default_manager.exists()] == ["scuola.Persona"]


def test_who_chooses_an_institute_cannot_change_anything(in_due_scuole):
    proprie = Persona.objects.filter(utente=in_due_scuole)
    assert proprie.update(cognome="Altro") == 0
    assert proprie._raw_delete(proprie.db) == 0


# What two institutes share


@pytest.fixture
def mostrata(mondo: Mondo) -> Condivisione:
    """An agreement of the first institute, shown to the second."""
    primo, secondo = mondo
    with tenancy.istituto_corrente(primo.istituto.pk):
        return Condivisione.objects.create(
            istituto=primo.istituto, altro_istituto=secondo.istituto, versione=primo.una(Versione),
            nominativo="Anna Turla", contenuto={}, impronta="0" * 64, condivisa_il=ISTANTE,
        )  # fmt: skip


RISPOSTA = {"ratificata_il": ISTANTE, "ratificata_da": "Il dirigente", "estremi": "Verbale n. 3"}


def della(riga: Condivisione, scuola: Riempitore) -> models.QuerySet[Condivisione]:
    """The row, asked for by one of the schools."""
    tenancy.imposta(istituto_id=scuola.istituto.pk)
    return Condivisione.objects.filter(pk=riga.pk)


def test_the_other_school_sees_the_row_and_nothing_else_of_the_cpia(mondo, mostrata):
    primo, secondo = mondo
    tenancy.imposta(istituto_id=secondo.istituto.pk)
    viste = {
        modello: list(modello._default_manager.filter(istituto=primo.istituto))
        for modello in MODELLI
    }
    assert {modello: righe for modello, righe in viste.items() if righe} == {
        Condivisione: [mostrata]
    }


def test_the_other_school_answers_once(mondo, mostrata):
    _, secondo = mondo
    sua = della(mostrata, secondo)
    assert sua.update(**RISPOSTA) == 1
    assert rifiutata(lambda: sua.update(estremi="Verbale n. 4"), IntegrityError, "non si cambia")


def test_the_school_that_shows_cannot_answer(mondo, mostrata):
    primo, _ = mondo
    assert rifiutata(
        lambda: della(mostrata, primo).update(**RISPOSTA), IntegrityError, "risponde la scuola"
    )


@pytest.mark.parametrize("di_chi", [0, 1], ids=["cpia", "other"])
def test_nobody_changes_what_was_shown(di_chi, mondo, mostrata):
    righe_sue = della(mostrata, mondo[di_chi])
    for cambio in (
        {"nominativo": "Altra"}, {"contenuto": {"ore": "1"}}, {"impronta": "1" * 64},
        {"altro_istituto": mondo[0].altra_scuola()}, {"istituto": mondo[1].istituto},
    ):  # fmt: skip
        assert rifiutata(lambda c=cambio: righe_sue.update(**c), IntegrityError, "non si cambia")


def test_the_other_school_cannot_make_or_delete_a_row(mondo, mostrata):
    primo, secondo = mondo
    sua = della(mostrata, secondo)
    assert sua._raw_delete(sua.db) == 0
    finta = Condivisione(
        istituto=primo.istituto, altro_istituto=secondo.istituto, versione_id=mostrata.versione_id,
        nominativo="Finta", contenuto={}, impronta="2" * 64, condivisa_il=ISTANTE,
    )  # fmt: skip
    assert rifiutata(finta.save, ProgrammingError, "row-level security")


def test_the_cpia_takes_back_only_what_nobody_has_answered(mondo, mostrata):
    primo, secondo = mondo
    with transaction.atomic():
        assert della(mostrata, primo)._raw_delete("default") == 1
        transaction.set_rollback(True)
    assert della(mostrata, secondo).update(**RISPOSTA) == 1
    sue = della(mostrata, primo)
    assert rifiutata(lambda: sue._raw_delete(sue.db), IntegrityError, "non si cambia")


def test_a_third_school_has_nothing_of_it(mondo, mostrata):
    tenancy.imposta(istituto_id=nuovo_istituto(3).pk)
    righe_sue = Condivisione.objects.all()
    assert not righe_sue.exists()
    assert righe_sue.update(**RISPOSTA) == 0
    assert righe_sue._raw_delete(righe_sue.db) == 0


def test_an_approved_agreement_stays_as_it_was_approved(mondo):
    primo, _ = mondo
    tenancy.imposta(istituto_id=primo.istituto.pk)
    versione, unita = primo.una(Versione), primo.una(UnitaDelPatto)
    sue = Versione.objects.filter(pk=versione.pk)
    sue.update(stato="approvato", approvata_il=ISTANTE, impronta="3" * 64)
    for cambio in (
        {"ore_totali": 999},
        {"crediti": {"C1": "9"}},
        {"anni": 2},
        {"impronta": "4" * 64},
    ):
        assert rifiutata(lambda c=cambio: sue.update(**c), IntegrityError, "non si cambia")
    sua = UnitaDelPatto.objects.filter(pk=unita.pk)
    assert rifiutata(lambda: sua.update(ore=99), IntegrityError, "non si cambia")
    assert rifiutata(lambda: sua._raw_delete(sua.db), IntegrityError, "non si cambia")
    assert sue.update(stato="bozza", impronta="", anni=2) == 1


# For how long it lasts


def impostato() -> tuple[str, str]:
    [trovato] = righe(
        "SELECT coalesce(current_setting('app.istituto', true), ''),"
        " coalesce(current_setting('app.utente', true), '')"
    )
    return trovato


@pytest.mark.django_db(transaction=True)
def test_the_institute_is_forgotten_at_the_end_of_the_transaction():
    with tenancy.istituto_corrente(7):
        assert impostato() == ("7", "")
    assert impostato() == ("", "")


@pytest.mark.django_db(transaction=True)
def test_the_institute_is_forgotten_when_the_transaction_fails():
    with pytest.raises(LookupError), tenancy.istituto_corrente(7):
        raise LookupError
    assert impostato() == ("", "")


@pytest.mark.django_db(transaction=True)
def test_a_killed_backend_leaves_nothing_to_its_successor():
    def muore() -> None:
        with tenancy.istituto_corrente(7):
            uccidi([righe("SELECT pg_backend_pid()")[0][0]])
            righe("SELECT 1")

    with pytest.raises(Error):
        muore()
    connection.close()
    assert impostato() == ("", "")


def uccidi(processi: list[int]) -> None:
    """End backends from a connection of another thread."""

    def termina() -> None:
        connection.cursor().execute("RESET ROLE")
        for processo in processi:
            righe("SELECT pg_terminate_backend(%s)", processo)
        connection.close()

    filo = threading.Thread(target=termina)
    filo.start()
    filo.join()


# Two institutes at once


@pytest.fixture
def scuole(transactional_db: None, settings: Any) -> dict[str, int]:
    """Two institutes of four persons each: the id by the address."""
    settings.ROOT_URLCONF = "tests.accessi.urls_senza_filtro"
    settings.MFA_OBBLIGATORIA = False
    istituti = [nuovo_istituto(numero) for numero in (1, 2)]
    for istituto in istituti:
        with tenancy.istituto_corrente(istituto.pk):
            for cognome in ("Bianchi", "Gialli", "Rossi", "Verdi"):
                Persona.objects.create(istituto=istituto, cognome=cognome, nome=istituto.slug)
    return {istituto.slug: istituto.pk for istituto in istituti}


@pytest.fixture
def sessione(scuole: dict[str, int]) -> str:
    """The session of a login that is one of the persons of each institute."""
    utente, client = Utente.objects.create_user("due@scuola.example"), Client()
    for istituto_id in scuole.values():
        with tenancy.istituto_corrente(istituto_id):
            Persona.objects.filter(cognome="Verdi").update(utente=utente)
    client.force_login(utente)
    return client.cookies[settings.SESSION_COOKIE_NAME].value


@pytest.mark.parametrize("uccide", [False, True], ids=["calm", "backends killed"])
def test_interleaved_requests_of_two_institutes_never_mix(scuole, sessione, uccide):
    """The views ask for all persons without a filter: only PostgreSQL keeps them apart."""
    with ThreadPoolExecutor(4) as fili:
        attesi = [fili.submit(_naviga, seme, sessione, scuole) for seme in range(4)]
        while uccide and not all(atteso.done() for atteso in attesi):
            uccidi(_un_processo())
            time.sleep(0.05)
    esiti = [esito for atteso in attesi for esito in atteso.result()]
    assert len(esiti) == 600
    assert {visto for _, _, visto in esiti} == {"giusto", "niente"}
    assert {modo for modo, stato, _ in esiti if stato == 200} == {"subito", "pigra"}
    interrotte = [modo for modo, stato, _ in esiti if stato != 200 and modo != "guasta"]
    assert bool(interrotte) == uccide
    assert impostato() == ("", "")


def _naviga(seme: int, sessione: str, scuole: dict[str, int]) -> list[tuple[str, int, str]]:
    """150 pages of either institute: which, its status, whether the rows were the right ones."""
    caso, client, esiti = random.Random(seme), Client(raise_request_exception=False), []
    client.cookies[settings.SESSION_COOKIE_NAME] = sessione
    for _ in range(150):
        slug, modo = caso.choice(list(scuole)), caso.choice(["subito", "pigra", "guasta"])
        risposta = client.get(f"/{slug}/{modo}/")
        visto = "niente"
        if risposta.status_code == 200:
            visto = "giusto" if risposta.json() == [scuole[slug]] * 4 else "sbagliato"
        esiti.append((modo, risposta.status_code, visto))
    connection.close()
    return esiti


def _un_processo() -> list[int]:
    """Any other backend that works on the database of this test."""
    return [
        processo
        for (processo,) in righe(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
            " AND pid <> pg_backend_pid() ORDER BY random() LIMIT 1"
        )
    ]


def test_the_scheduler_sees_every_institute(scuole):
    assert tenancy.id_degli_istituti() == sorted(Istituto.objects.values_list("pk", flat=True))
    assert len(tenancy.id_degli_istituti()) == 2
