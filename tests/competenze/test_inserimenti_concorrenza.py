"""Many hands on the same cells, with real connections: nobody overwrites what was not seen."""

import random
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import pairwise

import pytest
from django.db import connection, transaction

from competenze.enums import StatoInserimento
from competenze.models import Inserimento, Valutazione
from competenze.queries.avanzamento import avanzamenti
from competenze.services.celle import CellaVoluta, EsitoCella
from competenze.services.inserimenti import registra_inserimento
from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.inserimento import Scena, scena
from tests.factories.scuola import ADESSO, IncaricoFactory, IstitutoFactory, contesto

pytestmark = pytest.mark.django_db(transaction=True)

REDATTORI = 8
CAMBIAMENTI = 100
IN_UN_COLPO = 3


@contextmanager
def in_proprio(qui: Scena) -> Iterator[None]:
    """A transaction of its own, as of one request."""
    with istituto_corrente(qui.istituto.pk):
        yield


@pytest.fixture
def qui():
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        return scena(studenti=4, competenze=3, istituto=istituto)


@pytest.fixture
def redattori(qui):
    with in_proprio(qui):
        altri = [
            IncaricoFactory(istituto=qui.istituto, cattedra=qui.inserimento.cattedra).persona
            for _ in range(REDATTORI - 2)
        ]
    return [qui.docente, qui.collega, *altri]


def fresca(qui: Scena) -> Scena:
    """The same scene with an entry of its own, as every request loads one."""
    inserimento = Inserimento.objects.select_related(
        "classe_rilevata__rilevazione", "classe_rilevata__classe__corso", "cattedra__disciplina"
    ).get(pk=qui.inserimento.pk)
    return Scena(
        inserimento, qui.docente, qui.collega, qui.coordinatrice, qui.studenti, qui.competenze
    )


def caselle(qui: Scena) -> list[tuple[int, int]]:
    return [(s.pk, c.pk) for s in qui.studenti for c in qui.competenze]


class Redattore:
    """Changes cells at random, knowing of each only what the answers have told."""

    def __init__(self, qui: Scena, persona, seme: int) -> None:
        self.qui, self.persona, self.caso = qui, persona, random.Random(seme)
        self.viste: dict[tuple[int, int], tuple[str, int]] = defaultdict(lambda: ("", 0))
        self.risposte = {(chiave, 0, "") for chiave in caselle(qui)}
        self.conflitti = 0

    def lavora(self) -> "Redattore":
        try:
            for _ in range(CAMBIAMENTI):
                self.cambia()
        finally:
            connection.close()
        return self

    def cambia(self) -> None:
        caselle = self.caso.sample(
            [
                (s, c)
                for s in range(len(self.qui.studenti))
                for c in range(len(self.qui.competenze))
            ],
            self.caso.randint(1, IN_UN_COLPO),
        )
        volute = [self.voluta(*casella) for casella in caselle]
        with in_proprio(self.qui):
            esiti = fresca(self.qui).salva(*volute, chi=self.persona)
        for esito in esiti:
            self.impara(esito)

    def voluta(self, studente: int, colonna: int) -> CellaVoluta:
        chiave = self.qui.studenti[studente].pk, self.qui.competenze[colonna].pk
        return self.qui.voluta(
            self.caso.choice(["A", "B", "C", "D", ""]),
            self.viste[chiave][1],
            studente=studente,
            colonna=colonna,
        )

    def impara(self, esito: EsitoCella) -> None:
        self.conflitti += bool(esito.altra)
        livello = esito.altra.livello if esito.altra else esito.voluta.contenuto.livello
        self.viste[esito.voluta.chiave] = (livello, esito.versione)
        self.risposte.add((esito.voluta.chiave, esito.versione, livello))


def test_otto_redattori_nessuna_perdita_silenziosa(qui, redattori):
    with ThreadPoolExecutor(REDATTORI) as insieme:
        finiti = list(
            insieme.map(
                lambda coppia: Redattore(qui, coppia[1], coppia[0]).lavora(), enumerate(redattori)
            )
        )
    assert sum(redattore.conflitti for redattore in finiti) > 0
    with in_proprio(qui):
        storia = defaultdict(list)
        for riga in Operazione.objects.filter(azione="segna livello").order_by("id"):
            storia[riga.dati["iscrizione"], riga.dati["competenza"]].append(riga)
        registrate = {(v.iscrizione_id, v.competenza_id): v for v in Valutazione.objects.all()}
    _catene_intere(storia, registrate)
    _ognuno_ha_visto_cio_che_ha_sostituito(storia, finiti)


def _catene_intere(storia, registrate):
    """Every value replaced the one before it, and the last one is in the cell."""
    for chiave, righe in storia.items():
        righe.sort(key=lambda riga: riga.dati["versione"])
        assert [riga.dati["versione"] for riga in righe] == list(range(1, len(righe) + 1))
        for prima, dopo in pairwise(righe):
            assert dopo.dati["prima"] == prima.dati["dopo"]
        assert registrate[chiave].livello == righe[-1].dati["dopo"]["livello"]
        assert registrate[chiave].versione == len(righe)


def _ognuno_ha_visto_cio_che_ha_sostituito(storia, finiti):
    """Whoever replaced a value had been told of it; whatever was told is in the register."""
    risposte = {redattore.persona.pk: redattore.risposte for redattore in finiti}
    scritti = {(chiave, 0, "") for chiave in caselle(finiti[0].qui)}
    for chiave, righe in storia.items():
        for riga in righe:
            versione, prima = riga.dati["versione"], riga.dati["prima"]["livello"]
            assert (chiave, versione - 1, prima) in risposte[riga.persona_id]
            scritti.add((chiave, versione, riga.dati["dopo"]["livello"]))
    assert set().union(*risposte.values()) <= scritti


def test_chi_registra_aspetta_i_livelli_in_arrivo(qui):
    """A level on its way is counted; one that comes after finds the door closed."""
    with in_proprio(qui):
        qui.completa()

    def registra() -> str:
        try:
            with in_proprio(qui):
                registra_inserimento(
                    autore=contesto(qui.collega),
                    adesso=ADESSO,
                    inserimento=fresca(qui).inserimento,
                )
        except AttoRifiutato as rifiuto:
            return rifiuto.violazioni[0].codice
        finally:
            connection.close()
        return "registrato"

    with ThreadPoolExecutor(1) as altrove:
        with transaction.atomic():
            tenancy.imposta(istituto_id=qui.istituto.pk)
            fresca(qui).salva(qui.voluta("", 1))
            attesa = altrove.submit(registra)
            with pytest.raises(TimeoutError):
                attesa.result(timeout=0.5)
        assert attesa.result(timeout=10) == "caselle_mancanti"
    with in_proprio(qui):
        assert fresca(qui).inserimento.stato == StatoInserimento.APERTO
        assert avanzamenti([qui.inserimento.pk])[qui.inserimento.pk].mancanti == 1


def test_due_nella_stessa_casella_vuota_nello_stesso_istante(qui):
    """Both saw it empty: the second waits for the first, then learns of its value."""

    def secondo() -> str:
        try:
            with in_proprio(qui):
                (esito,) = fresca(qui).salva(qui.voluta("B"), chi=qui.collega)
                return f"{esito.stato} {esito.altra.livello}"
        finally:
            connection.close()

    with ThreadPoolExecutor(1) as altrove:
        with transaction.atomic():
            tenancy.imposta(istituto_id=qui.istituto.pk)
            fresca(qui).salva(qui.voluta("C"))
            attesa = altrove.submit(secondo)
            with pytest.raises(TimeoutError):
                attesa.result(timeout=0.5)
        assert attesa.result(timeout=10) == "conflitto C"
