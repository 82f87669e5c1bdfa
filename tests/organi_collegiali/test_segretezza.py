"""Whoever reads all that is kept, in all the orders it has, cannot tell who voted what.

Two hundred members each vote for another person, so that who guesses at random is right about
once: the attack that finds all of them while the box is open and the key in hand finds nobody
after the count.
"""

import random
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import pytest
from django.db import connection
from servizi.config import OWNER
from servizi.programs import Programs

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.models import Scheda, Votante, Votazione
from organi_collegiali.rules.urna.schede import leggi_scheda
from organi_collegiali.services.urna.chiavi import Chiave
from tests.ambiente import CONFIG
from tests.conftest import come_proprietario
from tests.factories.scuola import IstitutoFactory
from tests.organi_collegiali.scena_urna import Scena, scena

pytestmark = pytest.mark.django_db(transaction=True)

TUTTI = 200
# Of a random order one is expected in its place; more than eight, once in a million times.
PER_CASO = 8
VOTANTI = """
SELECT p.cognome FROM organi_collegiali_votante v
JOIN organi_collegiali_convocato c ON c.id = v.convocato_id
JOIN scuola_persona p ON p.id = c.persona_id WHERE v.votazione_id = %s ORDER BY {}
"""
SCHEDE = "SELECT scelta FROM organi_collegiali_scheda WHERE urna = %s ORDER BY {}"
ORDINI_VOTANTI = ("v.ctid", "age(v.xmin), v.id", "age(v.xmin) DESC, v.id", "v.id", "p.cognome")
ORDINI_SCHEDE = ("ctid", "age(xmin), ctid", "age(xmin) DESC, id", "id", "cmin::text::int, ctid")


@pytest.fixture(autouse=True)
def urne(settings, tmp_path) -> Path:
    settings.URNE = str(tmp_path / "urne")
    return tmp_path / "urne"


def preparata(quanti: int) -> Scena:
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        return scena(quanti, istituto)


def colonna(frase: str, *valori: object) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(frase, valori)
        return [riga[0] for riga in cursor.fetchall()]


def copia(*tabelle: str) -> str:
    """What a copy of the database holds, as the program that makes it writes it."""
    quali = [f"--table={tabella}" for tabella in tabelle]
    indirizzo = CONFIG.database_url(OWNER, connection.settings_dict["NAME"])
    return Programs().run("pg_dump", "--data-only", "--enable-row-security", *quali, indirizzo)


def righe() -> list[str]:
    """The rows of all tables, and the counters of their ids."""
    return [riga for riga in copia().splitlines() if "\t" in riga or "setval" in riga]


def righe_di(tabella: str, testo: str) -> list[dict[str, str]]:
    """The rows of a table in the order in which the copy has them, by the name of the column."""
    testata, righe = testo.split(f"COPY public.{tabella} (", 1)[1].split(") FROM stdin;\n", 1)
    colonne = testata.split(", ")
    return [
        dict(zip(colonne, riga.split("\t"), strict=True))
        for riga in righe.split("\\.", 1)[0].splitlines()
    ]


def indovinate(votanti: list[str], schede: list[str], scelte: dict[str, str]) -> int:
    """How many are right when the first voter is given the first ballot, and so on."""
    assert len(votanti) == len(schede) == len(scelte)
    return sum(scelte[chi] == scheda for chi, scheda in zip(votanti, schede, strict=True))


def test_two_hundred_voters_and_no_way_to_match_them(urne):
    qui = preparata(TUTTI)
    with qui.dentro():
        votazione = qui.apri(candidati=TUTTI)
    posti = random.sample(range(1, TUTTI + 1), TUTTI)
    scelte = {p.cognome: str(posto) for p, posto in zip(qui.persone, posti, strict=True)}
    for chi in random.sample(range(TUTTI), TUTTI):
        with qui.dentro():
            qui.vota(votazione, chi, scelte[qui.persone[chi].cognome])
    with come_proprietario():
        assert con_la_chiave_in_mano(votazione, scelte) == TUTTI
        prima = Operazione.objects.count()
    with qui.dentro():
        qui.chiudi(votazione)
    assert list(urne.iterdir()) == []
    with come_proprietario():
        assert sorted(colonna(SCHEDE.format("scelta"), votazione.urna)) == sorted(scelte.values())
        provati = [*per_ordine(votazione, scelte), per_copia(votazione, scelte)]
        assert len(provati) == len(ORDINI_VOTANTI) * len(ORDINI_SCHEDE) + 1
        assert max(provati) <= PER_CASO
        nessuna_transazione_in_comune(votazione)
        niente_nel_registro(prima)


def con_la_chiave_in_mano(votazione: Votazione, scelte: dict[str, str]) -> int:
    """While the box is open, who steals its key reads the ballots in the order of the voters."""
    chiave = Chiave(votazione.urna)
    sigillate = colonna(
        "SELECT sigillata FROM organi_collegiali_scheda WHERE urna = %s ORDER BY ctid",
        votazione.urna,
    )
    schede = [leggi_scheda(chiave.apri(bytes(scheda))) for scheda in sigillate]
    return indovinate(colonna(VOTANTI.format("v.ctid"), votazione.pk), schede, scelte)


def per_ordine(votazione: Votazione, scelte: dict[str, str]) -> Iterator[int]:
    for dei_votanti, delle_schede in product(ORDINI_VOTANTI, ORDINI_SCHEDE):
        yield indovinate(
            colonna(VOTANTI.format(dei_votanti), votazione.pk),
            colonna(SCHEDE.format(delle_schede), votazione.urna),
            scelte,
        )


def per_copia(votazione: Votazione, scelte: dict[str, str]) -> int:
    testo = copia("organi_collegiali_votante", "organi_collegiali_scheda")
    schede = righe_di("organi_collegiali_scheda", testo)
    votanti = righe_di("organi_collegiali_votante", testo)
    nomi = dict(
        Votante.objects.filter(votazione=votazione).values_list("pk", "convocato__persona__cognome")
    )
    return indovinate(
        [nomi[int(riga["id"])] for riga in votanti], [riga["scelta"] for riga in schede], scelte
    )


def nessuna_transazione_in_comune(votazione: Votazione) -> None:
    """All ballots were written by one transaction, which wrote no voter."""
    delle_schede = colonna(
        "SELECT DISTINCT xmin::text FROM organi_collegiali_scheda WHERE urna = %s", votazione.urna
    )
    dei_votanti = colonna(
        "SELECT DISTINCT xmin::text FROM organi_collegiali_votante WHERE votazione_id = %s",
        votazione.pk,
    )
    assert len(delle_schede) == 1
    assert not set(delle_schede) & set(dei_votanti)


def niente_nel_registro(prima: int) -> None:
    """Two lines, of who opened and of who closed: not one of the two hundred."""
    righe = list(Operazione.objects.order_by("id"))
    assert [riga.azione for riga in righe] == ["apre votazione", "chiude votazione"]
    assert prima == 1
    assert {riga.persona_id for riga in righe} == {righe[0].persona_id}


def test_with_the_box_open_nothing_that_is_kept_says_what_was_voted():
    qui = preparata(3)
    with qui.dentro():
        votazione = qui.apri()
    nuove = []
    for chi, scelta in enumerate(("favorevole", "contrario", "astenuto")):
        prima = set(righe())
        with qui.dentro():
            qui.vota(votazione, chi, scelta)
        nuove.append([riga for riga in righe() if riga not in prima])
    for cambiate, scelta in zip(nuove, ("favorevole", "contrario", "astenuto"), strict=True):
        tutte = "\n".join(cambiate)
        assert scelta not in tutte
        assert scelta.encode().hex() not in tutte
    # One voter, one sealed ballot, the sitting that changed, the counter of the voters.
    assert {len(cambiate) for cambiate in nuove} == {4}


# Fifty at once


def insieme(qui: Scena, votazione: Votazione, chi: list[int]) -> list[str]:
    """All of them at the same moment: «dentro», or the code of the refusal."""

    def uno(quale: int) -> str:
        try:
            with qui.dentro():
                qui.vota(votazione, quale, "favorevole")
        except AttoRifiutato as rifiuto:
            return rifiuto.violazioni[0].codice
        finally:
            connection.close()
        return "dentro"

    with ThreadPoolExecutor(len(chi)) as fili:
        return list(fili.map(uno, chi))


def test_fifty_posts_of_one_member_are_one_ballot():
    qui = preparata(3)
    with qui.dentro():
        votazione = qui.apri()
    esiti = insieme(qui, votazione, [1] * 50)
    assert sorted(esiti) == ["dentro"] + ["gia_votato"] * 49
    with come_proprietario():
        assert (Scheda.objects.count(), Votante.objects.count()) == (1, 1)


def test_fifty_members_at_once_are_fifty_ballots_and_the_close_loses_none():
    qui = preparata(50)
    with qui.dentro():
        votazione = qui.apri()
    assert insieme(qui, votazione, list(range(50))) == ["dentro"] * 50
    with qui.dentro():
        assert qui.chiudi(votazione).favorevoli == 50


def test_who_votes_while_it_is_closed_is_either_counted_or_refused():
    qui = preparata(24)
    with qui.dentro():
        votazione = qui.apri()

    def chiude() -> int:
        try:
            with qui.dentro():
                return qui.chiudi(votazione).favorevoli or 0
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as filo:
        atteso = filo.submit(chiude)
        esiti = insieme(qui, votazione, list(range(24)))
        contati = atteso.result()
    assert set(esiti) <= {"dentro", "stato"}
    assert contati == esiti.count("dentro")
    with qui.dentro():
        assert Scheda.objects.count() == Votante.objects.count() == contati
