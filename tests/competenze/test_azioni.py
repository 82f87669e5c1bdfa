"""The coordinator's one click: whom it reminds, what it says, and how it is taken back."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from competenze.azioni import azioni
from competenze.enums import StatoClasse
from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.registri import AzioneRifiutata
from cpia.avvisi.services import RIPENSAMENTO, consegna_prossimo
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import ADESSO, Prova, classe_di_prova, nuovo_istituto

MINUTO = timedelta(minutes=1)


@pytest.fixture
def prova(db: None) -> Iterator[Prova]:
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        yield classe_di_prova(istituto)


def scadenza(prova: Prova, **campi: object) -> Scadenza:
    """What the campaign puts on the coordinator's desk."""
    rilevata = prova.rilevata
    return Scadenza.objects.create(
        istituto=prova.istituto,
        chiave=f"competenze.classe.{rilevata.pk}",
        app="competenze",
        titolo=f"Congela la {rilevata.classe} prima dello scrutinio",
        indirizzo="/",
        visibile_dal=ADESSO.date(),
        entro_il=ADESSO.date() + timedelta(days=5),
        ruolo=Ruolo.COORDINATORE,
        classe=rilevata.classe,
        **campi,
    )


def offerte(prova: Prova, riga: Scadenza, adesso=ADESSO):
    """What the row of the coordinator's desk offers at that hour."""
    return azioni(prova.come(prova.coordinatrice, adesso), [riga]).get(riga.pk, ())


def chi(prova: Prova, adesso=ADESSO):
    return {"autore": prova.come(prova.coordinatrice, adesso), "adesso": adesso}


def test_it_counts_the_teachers_of_the_subjects_without_any_level(prova: Prova) -> None:
    riga = scadenza(prova)
    assert [una.verbo for una in offerte(prova, riga)] == ["Sollecita i 5 docenti"]
    prova.valuta("Italiano", "alfabetica", "A")
    prova.registra("Inglese", "Matematica", "Tedesco")
    assert [una.verbo for una in offerte(prova, riga)] == ["Sollecita il docente"]
    prova.registra("Francese")
    assert offerte(prova, riga) == ()


def test_a_teacher_of_two_subjects_is_one_and_a_subject_without_teacher_none(prova: Prova) -> None:
    italiano = prova.inserimenti["Italiano"].cattedra
    inglese = Incarico.objects.get(cattedra=prova.inserimenti["Inglese"].cattedra)
    Incarico.objects.filter(cattedra=italiano).update(persona=inglese.persona)
    Incarico.objects.filter(cattedra=prova.inserimenti["Tedesco"].cattedra).delete()
    assert [una.verbo for una in offerte(prova, scadenza(prova))] == ["Sollecita i 3 docenti"]


def test_done_it_says_so_until_it_leaves_and_is_taken_back(prova: Prova) -> None:
    riga = scadenza(prova)
    [azione] = offerte(prova, riga)
    assert azione.compi(**chi(prova)) == (
        "Il promemoria parte alle 10.10: fino ad allora si può annullare."
    )
    assert Promemoria.objects.count() == 5
    assert not consegna_prossimo(istituto_id=prova.istituto.pk, adesso=ADESSO + 9 * MINUTO)
    [fatta] = offerte(prova, riga, ADESSO + MINUTO)
    assert (fatta.fatta_il, fatta.esito) == (ADESSO, "Promemoria a 5 docenti")
    assert (fatta.annullabile, fatta.fino_alle) == (True, ADESSO + RIPENSAMENTO)

    fatta.disfa(**chi(prova, ADESSO + MINUTO))
    assert not Promemoria.objects.exists()
    registro = list(Operazione.objects.order_by("pk").values_list("azione", flat=True))
    assert registro == ["sollecita docenti", "ritira solleciti"]
    assert [una.verbo for una in offerte(prova, riga)] == ["Sollecita i 5 docenti"]


def test_one_teacher_is_named(prova: Prova) -> None:
    prova.registra("Italiano", "Inglese", "Matematica", "Tedesco")
    riga = scadenza(prova)
    offerte(prova, riga)[0].compi(**chi(prova))
    [fatta] = offerte(prova, riga)
    assert fatta.esito == "Promemoria a A. Docente Francese"


def test_once_one_has_left_nothing_is_taken_back(prova: Prova) -> None:
    riga = scadenza(prova)
    [azione] = offerte(prova, riga)
    azione.compi(**chi(prova))
    dopo = ADESSO + RIPENSAMENTO
    while consegna_prossimo(istituto_id=prova.istituto.pk, adesso=dopo):
        pass
    [fatta] = offerte(prova, riga, dopo)
    assert not fatta.annullabile
    with pytest.raises(AzioneRifiutata, match="già partiti"):
        azione.disfa(**chi(prova, dopo))
    assert Promemoria.objects.count() == 5


def test_refused_it_changes_nothing_and_says_why(prova: Prova) -> None:
    riga = scadenza(prova)
    [azione] = offerte(prova, riga)
    prova.rilevata.stato, prova.rilevata.congelata_il = StatoClasse.CONGELATA.value, ADESSO
    prova.rilevata.save()
    with pytest.raises(AzioneRifiutata, match="congelata"):
        azione.compi(**chi(prova))
    assert not Promemoria.objects.exists()
    assert offerte(prova, riga) == ()


def test_a_class_that_is_done_and_a_subject_offer_nothing(prova: Prova) -> None:
    chiusa = scadenza(prova, chiusa_il=ADESSO)
    altra = Scadenza(pk=7, app="competenze", chiave="competenze.inserimento.1")
    contesto = prova.come(prova.coordinatrice)
    with CaptureQueriesContext(connection) as contate:
        assert azioni(contesto, [chiusa, altra]) == {}
    assert len(contate) == 0


def test_the_queries_do_not_grow_with_the_classes(prova: Prova) -> None:
    righe, contesto = [scadenza(prova)], prova.come(prova.coordinatrice)
    conti = []
    for altre in ((), ("C", "D", "E")):
        righe += [scadenza(classe_di_prova(prova.istituto, sezione=nome)) for nome in altre]
        with CaptureQueriesContext(connection) as contate:
            trovate = azioni(contesto, righe)
        assert all(len(offerta) == 1 for offerta in trovate.values())
        conti.append(len(contate))
    assert conti[0] == conti[1] == 4
