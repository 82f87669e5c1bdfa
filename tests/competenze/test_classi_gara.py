"""A level saved while the class freezes: it is in the proposal, or it is refused. Never lost."""

import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

import pytest
from django.db import connection, transaction

from competenze.enums import Livello, StatoInserimento, StatoRilevazione
from competenze.models import (
    Decisione,
    Inserimento,
    LivelloCertificato,
    Rilevazione,
    Valutazione,
)
from competenze.rules.celle import Contenuto
from competenze.services.celle import CellaVoluta, salva_celle
from competenze.services.classi import congela_classe, decidi_livello
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import ADESSO, Prova, classe_di_prova, nuovo_istituto

ATTESA = 20  # seconds


@pytest.fixture
def prova(transactional_db: None) -> Iterator[Prova]:
    """A committed class in which Italiano is frozen without, so that it can still save."""
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        pronta = classe_di_prova(istituto, studenti=20)
        pronta.registra("Inglese", "Francese", "Tedesco", "Matematica")
        Inserimento.objects.filter(stato=StatoInserimento.APERTO).update(motivo_mancanza="assente")
    return pronta


def in_un_thread(istituto_id: int, atto: Callable[[], object]) -> object:
    """Do it as another request would: own connection, own transaction; give back what it raised."""
    try:
        with istituto_corrente(istituto_id):
            return atto()
    except AttoRifiutato as rifiuto:
        return rifiuto
    finally:
        connection.close()


def salva(prova: Prova, studente: int) -> object:
    inserimento = Inserimento.objects.select_related(
        "classe_rilevata__rilevazione", "classe_rilevata__classe__corso", "cattedra__disciplina"
    ).get(pk=prova.inserimenti["Italiano"].pk)
    voluta = CellaVoluta(
        prova.iscrizioni[studente].pk, prova.competenze["alfabetica"].pk, Contenuto("A"), 0
    )
    return salva_celle(
        autore=prova.come(prova.coordinatrice), adesso=ADESSO, inserimento=inserimento,
        volute=[voluta],
    )  # fmt: skip


def congela(prova: Prova) -> object:
    return congela_classe(
        autore=prova.come(prova.coordinatrice), adesso=ADESSO, rilevata_id=prova.rilevata.pk
    )


def in_attesa_di_un_blocco() -> bool:
    """Whether some other session waits for a lock of this database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks l JOIN pg_stat_activity a USING (pid)"
            " WHERE NOT l.granted AND a.datname = current_database())"
        )
        return cursor.fetchone()[0]


def aspetta_blocco() -> None:
    for _ in range(ATTESA * 100):
        if in_attesa_di_un_blocco():
            return
        threading.Event().wait(0.01)
    raise AssertionError("nessuno aspetta")


def test_il_congelamento_aspetta_il_livello_in_arrivo(prova: Prova) -> None:
    istituto_id = prova.istituto.pk
    with ThreadPoolExecutor(1) as altri:
        with istituto_corrente(istituto_id):
            salva(prova, 0)
            congelata = altri.submit(in_un_thread, istituto_id, lambda: congela(prova))
            aspetta_blocco()
        assert not isinstance(congelata.result(ATTESA), AttoRifiutato)
    with istituto_corrente(istituto_id):
        iscrizione, competenza, _ = prova.chiave(0, "alfabetica")
        riga = LivelloCertificato.objects.get(iscrizione_id=iscrizione, competenza_id=competenza)
        assert (riga.livello, riga.numero) == ("A", 1)


def test_chi_congela_aspetta_la_chiusura_della_rilevazione(prova: Prova) -> None:
    istituto_id = prova.istituto.pk
    with ThreadPoolExecutor(1) as altri:
        with istituto_corrente(istituto_id):
            Rilevazione.objects.update(stato=StatoRilevazione.CHIUSA)
            congelata = altri.submit(in_un_thread, istituto_id, lambda: congela(prova))
            aspetta_blocco()
        rifiuto = congelata.result(ATTESA)
    assert isinstance(rifiuto, AttoRifiutato)
    assert [violazione.codice for violazione in rifiuto.violazioni] == ["rilevazione_chiusa"]


@pytest.mark.parametrize("atto", ["salva", "decide"])
def test_chi_arriva_dopo_trova_la_classe_congelata(prova: Prova, atto: str) -> None:
    def decide() -> object:
        return decidi_livello(
            autore=prova.come(prova.coordinatrice), adesso=ADESSO, rilevata_id=prova.rilevata.pk,
            chiave=prova.chiave(0, "digitale"), livello=Livello.A, motivo="prova autentica",
        )  # fmt: skip

    dopo = {"salva": lambda: salva(prova, 0), "decide": decide}[atto]
    istituto_id = prova.istituto.pk
    with ThreadPoolExecutor(1) as altri:
        with istituto_corrente(istituto_id):
            congela(prova)
            arrivato = altri.submit(in_un_thread, istituto_id, dopo)
            aspetta_blocco()
        rifiuto = arrivato.result(ATTESA)
    assert isinstance(rifiuto, AttoRifiutato)
    assert rifiuto.violazioni[0].codice == "classe_congelata"
    assert "lettera C" in rifiuto.violazioni[0].fonte
    with istituto_corrente(istituto_id):
        assert not Valutazione.objects.filter(livello="A").exists()
        assert not Decisione.objects.exists()


def test_ogni_livello_accettato_e_nella_proposta(prova: Prova) -> None:
    istituto_id, quanti = prova.istituto.pk, len(prova.iscrizioni)
    pronti = threading.Barrier(quanti + 1)

    def insieme(atto: Callable[[], object]) -> object:
        pronti.wait(ATTESA)
        return in_un_thread(istituto_id, atto)

    with closing(connection), ThreadPoolExecutor(quanti + 1) as altri:
        salvati = [
            altri.submit(insieme, lambda posto=posto: salva(prova, posto))
            for posto in range(quanti)
        ]
        altri.submit(insieme, lambda: congela(prova)).result(ATTESA)
        accettati = {
            posto
            for posto, salvato in enumerate(salvati)
            if not isinstance(salvato.result(ATTESA), AttoRifiutato)
        }
    with transaction.atomic(), istituto_corrente(istituto_id):
        proposti = LivelloCertificato.objects.filter(
            competenza=prova.competenze["alfabetica"], livello="A"
        )
        attesi = {prova.iscrizioni[posto].pk for posto in accettati}
        assert set(proposti.values_list("iscrizione_id", flat=True)) == attesi
        assert Valutazione.objects.filter(livello="A").count() == len(accettati)
