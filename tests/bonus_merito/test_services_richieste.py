"""The own request: written as a draft, its evidence, sent, taken up again, taken back."""

from datetime import date

import pytest

from bonus_merito.enums import Area, StatoRichiesta
from bonus_merito.models import Attivita, Prova, Richiesta
from bonus_merito.queries.doppi import altrove
from bonus_merito.queries.richieste import griglia
from bonus_merito.services.procedure import procede_d_ufficio
from bonus_merito.services.richieste import (
    DatiProva,
    aggiungi_prova,
    comincia_richiesta,
    invia_richiesta,
    leggi_prova,
    riapri_richiesta,
    ritira_richiesta,
    salva_attivita,
    togli_attivita,
    togli_prova,
)
from bonus_merito.services.richieste.foglio import stampa_richiesta
from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from tests.accessi.righe_patto import documento
from tests.bonus_merito.scena_richieste import (
    CAMPI,
    DOPO,
    FILE,
    Scena,
    altro_file,
    pubblica,
    scena,
)
from tests.factories.bonus import AreaDeiCriteriFactory, CriteriFactory, CriterioFactory
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory

pytestmark = pytest.mark.django_db
S = StatoRichiesta


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def rifiutato(servizio, casa, chi=None, adesso=ADESSO, **altro) -> list[str]:
    """The codes of the refusal, which changed nothing."""
    prima = list(Richiesta.objects.values()), list(Attivita.objects.values())
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.fa(servizio, chi or casa.docente, adesso, **altro)
    assert (list(Richiesta.objects.values()), list(Attivita.objects.values())) == prima
    return [violazione.codice for violazione in rifiuto.value.violazioni]


# The draft


def test_a_request_is_begun_once(casa):
    prima = casa.comincia()
    assert casa.comincia() == prima
    assert prima.stato == S.BOZZA


def test_who_is_of_other_staff_does_not_begin(casa):
    for chi in (casa.ufficio, casa.dirigente):
        pk = casa.procedura.pk
        assert rifiutato(comincia_richiesta, casa, chi, procedura_id=pk) == ["non_concorre"]


def test_nothing_is_begun_or_written_after_the_term(casa):
    pk = casa.procedura.pk
    assert rifiutato(comincia_richiesta, casa, adesso=DOPO, procedura_id=pk) == ["termine"]
    richiesta = casa.comincia()
    campi = {"criterio": casa.criteri[Area.A]}
    assert rifiutato(salva_attivita, casa, adesso=DOPO, richiesta_id=richiesta.pk, campi=campi) == [
        "termine"
    ]


def test_a_draft_may_be_incomplete_and_keeps_what_it_is_given(casa):
    richiesta = casa.comincia()
    attivita = casa.fa(
        salva_attivita, casa.docente, richiesta_id=richiesta.pk,
        campi={"criterio": casa.criteri[Area.B]},
    )  # fmt: skip
    scritta = casa.fa(
        salva_attivita, casa.docente, richiesta_id=richiesta.pk, attivita_id=attivita.pk,
        versione=attivita.versione, campi={"titolo": "Lettura"},
    )  # fmt: skip
    scritta.refresh_from_db()
    assert (scritta.titolo, scritta.testo, scritta.versione) == ("Lettura", "", 2)


def test_two_pages_that_write_do_not_lose_each_other(casa):
    attivita = casa.dichiara(casa.comincia())
    comune = {"richiesta_id": attivita.richiesta_id, "attivita_id": attivita.pk, "versione": 1}
    casa.fa(salva_attivita, casa.docente, **comune, campi={"titolo": "Primo"})
    with pytest.raises(Conflitto) as conflitto:
        casa.fa(salva_attivita, casa.docente, **comune, campi={"titolo": "Secondo"})
    assert conflitto.value.attuale.titolo == "Primo"
    # The same, sent again after its answer was lost, is no conflict.
    assert casa.fa(salva_attivita, casa.docente, **comune, campi={"titolo": "Primo"}).versione == 2


def test_only_days_of_the_school_year_and_criteria_of_the_procedure(casa):
    attivita = casa.dichiara(casa.comincia())
    comune = {"richiesta_id": attivita.richiesta_id, "attivita_id": attivita.pk, "versione": 1}
    vecchi = {"dal": date(2022, 10, 3), "al": None}
    assert rifiutato(salva_attivita, casa, **comune, campi=vecchi) == ["fuori_anno"]
    prossimo = AnnoScolasticoFactory(istituto=casa.istituto, inizio=2024)
    criteri = CriteriFactory(istituto=casa.istituto, anno_scolastico=prossimo)
    area = AreaDeiCriteriFactory(istituto=casa.istituto, criteri=criteri)
    altra = CriterioFactory(istituto=casa.istituto, area=area)
    assert rifiutato(salva_attivita, casa, **comune, campi={"criterio": altra}) == ["criterio"]


def test_the_grid_asks_as_much_for_many(casa, django_assert_num_queries):
    richiesta = casa.comincia()
    autore = casa.chi(casa.docente)
    for quante in (1, 4):
        for numero in range(quante):
            una = casa.dichiara(richiesta, titolo=f"Attività {numero}")
            dati = DatiProva("", altro_file(una.pk))
            casa.fa(aggiungi_prova, casa.docente, attivita_id=una.pk, dati=dati)
        with django_assert_num_queries(4):
            pagina = griglia(autore, richiesta)
            assert not pagina.contro
            assert not any(voce.doppie for voce in pagina.voci)


# Evidence


def test_a_file_is_kept_with_its_print_and_read_by_who_may(casa):
    attivita = casa.dichiara(casa.comincia())
    comune = {"attivita_id": attivita.pk, "dati": DatiProva("", FILE), "chiave": "k" * 32}
    prova = casa.fa(aggiungi_prova, casa.docente, **comune)
    assert casa.fa(aggiungi_prova, casa.docente, **comune) == prova
    assert (prova.titolo, prova.impronta, prova.byte) == ("relazione", FILE.impronta, FILE.byte)
    assert "relazione" not in prova.file.name
    assert casa.fa(leggi_prova, casa.docente, prova=prova) == FILE.contenuto
    letture = Operazione.objects.filter(azione="legge prova del bonus")
    assert not letture.exists()
    casa.fa(leggi_prova, casa.dirigente, prova=prova)
    assert letture.count() == 1


def test_the_same_file_is_not_put_twice_under_one_activity(casa):
    attivita = casa.dichiara(casa.comincia())
    comune = {"attivita_id": attivita.pk, "dati": DatiProva("", FILE)}
    casa.fa(aggiungi_prova, casa.docente, **comune)
    assert rifiutato(aggiungi_prova, casa, **comune) == ["gia_caricato"]
    assert rifiutato(aggiungi_prova, casa, attivita_id=attivita.pk, dati=DatiProva("vuota")) == [
        "prova"
    ]


def test_an_act_of_the_school_is_cited_unless_it_is_reserved_to_others(casa):
    attivita = casa.dichiara(casa.comincia())
    pubblico = documento(casa.istituto, "circolare")
    riservato = documento(casa.istituto, "lettera_bonus")
    pubblico.riservato, riservato.riservato = False, True
    for riga in (pubblico, riservato):
        riga.save(update_fields=["riservato"])
    pubblica(pubblico, casa.dirigente)
    prova = casa.fa(
        aggiungi_prova, casa.docente, attivita_id=attivita.pk, dati=DatiProva(atto_id=pubblico.pk)
    )
    assert (prova.atto, prova.titolo) == (pubblico, pubblico.titolo)
    dati = DatiProva(atto_id=riservato.pk)
    assert rifiutato(aggiungi_prova, casa, attivita_id=attivita.pk, dati=dati) == ["atto"]


def test_the_same_evidence_elsewhere_is_found_and_the_others_stay_unknown(casa):
    mia, sua = casa.comincia(), casa.comincia(casa.collega)
    prima, seconda = casa.dichiara(mia), casa.dichiara(mia, Area.C)
    terza = casa.dichiara(sua)
    for attivita in (prima, seconda, terza):
        casa.fa(
            aggiungi_prova, attivita.richiesta.persona, attivita_id=attivita.pk,
            dati=DatiProva("", FILE),
        )  # fmt: skip
    casa.fa(aggiungi_prova, casa.docente, attivita_id=prima.pk, dati=DatiProva("", altro_file(1)))
    del_docente = altrove(casa.istituto.pk, [prima.pk], solo_di=casa.docente.pk)
    assert [a.prova.attivita_id for a in del_docente[prima.pk]] == [seconda.pk]
    casa.fa(invia_richiesta, casa.collega, richiesta_id=sua.pk)
    tutti = altrove(casa.istituto.pk, [prima.pk])
    assert [a.prova.attivita_id for a in tutti[prima.pk]] == [terza.pk]


def test_what_is_taken_off_takes_its_file_along(casa, django_capture_on_commit_callbacks):
    attivita = casa.dichiara(casa.comincia())
    prove = [
        casa.fa(aggiungi_prova, casa.docente, attivita_id=attivita.pk, dati=DatiProva("", file))
        for file in (FILE, altro_file(1))
    ]
    with django_capture_on_commit_callbacks(execute=True):
        casa.fa(togli_prova, casa.docente, prova_id=prove[0].pk)
        casa.fa(togli_attivita, casa.docente, attivita_id=attivita.pk)
    assert not Prova.objects.exists()
    assert not any(prova.file.storage.exists(prova.file.name) for prova in prove)


# Sent


def test_sent_it_has_protocol_paper_and_receipt(casa):
    richiesta = casa.invia()
    assert richiesta.stato == S.INVIATA
    assert richiesta.protocollo.riservato
    assert casa.docente.cognome not in richiesta.protocollo.oggetto
    foglio = richiesta.documento.contesto
    assert foglio["attivita"][0]["titolo"] == CAMPI["titolo"]
    assert foglio["chi"] == casa.docente.nome_e_cognome
    assert Lavoro.objects.filter(riferimento=richiesta.documento_id).count() == 1
    ricevuta = Promemoria.objects.get(tipo="bonus_richieste.ricevuta")
    assert str(richiesta.protocollo) in ricevuta.testo
    assert casa.docente.cognome not in ricevuta.oggetto + ricevuta.testo
    assert casa.azioni(richiesta)[-1] == "invia richiesta del bonus"


def test_sent_twice_it_is_one(casa):
    richiesta = casa.invia()
    casa.fa(invia_richiesta, casa.docente, richiesta_id=richiesta.pk)
    assert Protocollo.objects.filter(istituto=casa.istituto).count() == 1


def test_an_empty_or_incomplete_one_is_not_sent(casa):
    richiesta = casa.comincia()
    assert rifiutato(invia_richiesta, casa, richiesta_id=richiesta.pk) == ["vuota"]
    casa.dichiara(richiesta, titolo="", dal=None, al=None)
    assert rifiutato(invia_richiesta, casa, richiesta_id=richiesta.pk) == ["incompleta"]
    assert not Protocollo.objects.exists()


def test_after_the_term_it_is_neither_sent_nor_taken_up_nor_taken_back(casa):
    bozza = casa.comincia(casa.collega)
    casa.dichiara(bozza)
    inviata = casa.invia()
    for servizio, chi, quale in (
        (invia_richiesta, casa.collega, bozza), (riapri_richiesta, casa.docente, inviata),
        (ritira_richiesta, casa.docente, inviata),
    ):  # fmt: skip
        assert rifiutato(servizio, casa, chi, DOPO, richiesta_id=quale.pk) == ["termine"]


def test_taken_up_and_sent_again_the_new_paper_takes_the_place(casa):
    richiesta = casa.invia()
    primo = richiesta.documento
    attivita = richiesta.attivita.get()
    comune = {"richiesta_id": richiesta.pk, "attivita_id": attivita.pk, "versione": 1}
    assert rifiutato(salva_attivita, casa, **comune, campi={"titolo": "Altro"}) == ["stato"]
    casa.fa(riapri_richiesta, casa.docente, richiesta_id=richiesta.pk)
    casa.fa(salva_attivita, casa.docente, **comune, campi={"titolo": "Altro"})
    richiesta = casa.fa(invia_richiesta, casa.docente, richiesta_id=richiesta.pk)
    primo.refresh_from_db()
    assert primo.sostituito_da == richiesta.documento
    assert richiesta.documento.contesto["attivita"][0]["titolo"] == "Altro"


def test_taken_back_its_paper_has_no_value_and_it_may_come_again(casa):
    richiesta = casa.invia()
    casa.fa(ritira_richiesta, casa.docente, richiesta_id=richiesta.pk)
    foglio = Documento.objects.get(pk=richiesta.documento_id)
    assert foglio.annullato_il == ADESSO
    assert rifiutato(invia_richiesta, casa, richiesta_id=richiesta.pk) == ["stato"]
    casa.fa(riapri_richiesta, casa.docente, richiesta_id=richiesta.pk)
    assert casa.fa(invia_richiesta, casa.docente, richiesta_id=richiesta.pk).stato == S.INVIATA


def test_the_paper_is_printed_from_its_frozen_words(casa):
    richiesta = casa.invia()
    stampata = stampa_richiesta(casa.istituto.pk, richiesta.documento_id)
    assert stampata.impronta
    assert stampa_richiesta(casa.istituto.pk, richiesta.documento_id).impronta == stampata.impronta


def test_of_office_the_dirigente_writes_the_grid(casa):
    casa.fa(
        procede_d_ufficio, casa.dirigente, DOPO, procedura_id=casa.procedura.pk, motivo="Nessuno."
    )
    richiesta = Richiesta.objects.get(persona=casa.docente)
    scritta = casa.fa(
        salva_attivita, casa.dirigente, DOPO, richiesta_id=richiesta.pk,
        campi={"criterio": casa.criteri[Area.A], **CAMPI},
    )  # fmt: skip
    assert scritta.richiesta_id == richiesta.pk
