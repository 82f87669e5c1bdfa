"""Persons elected at a sitting: charges, seats, ties, the absolute majority; ballots of paper."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.db import transaction

from cpia.atti.models import Operazione
from cpia.norme.enums import ParitaPersone
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Valore
from cpia.scuola.enums import Ruolo
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import (
    Cambiamento,
    Carica,
    Componente,
    EsitoPunto,
    ModoVotazione,
    StatoVotazione,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import Composizione, Elezione, Mandato, Seggio
from organi_collegiali.queries.organi.seggi import seggi
from organi_collegiali.queries.organi.subentri import subentro_di
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.queries.urna.eleggibili import eleggibili, possibili
from organi_collegiali.rules.urna.spoglio import Spoglio
from organi_collegiali.services.organi.subentri import fa_subentrare
from organi_collegiali.services.urna.apertura_elezione import CheCosaElegge, apri_elezione
from organi_collegiali.services.urna.elezioni_in_seduta import registra_sorteggio
from organi_collegiali.services.urna.schede_di_carta import registra_spoglio
from organi_collegiali.services.voto.annullamento import ripeti_votazione
from organi_collegiali.services.voto.proclamazione import proclama
from tests.factories.organi import OrganoFactory
from tests.factories.scuola import ADESSO, IncaricoFactory, IstitutoFactory, PersonaFactory
from tests.organi_collegiali.scena_urna import scena

pytestmark = pytest.mark.django_db
OGGI = date(2024, 6, 5)


@pytest.fixture(autouse=True)
def urne(settings, tmp_path) -> Path:
    settings.URNE = str(tmp_path / "urne")
    return tmp_path / "urne"


@pytest.fixture
def qui(db):
    istituto = IstitutoFactory()
    with istituto_corrente(istituto.pk):
        yield scena(7, istituto)


@pytest.fixture
def comitato(qui):
    return OrganoFactory(istituto=qui.istituto, tipo=TipoOrgano.COMITATO)


def rifiuto(compi) -> str:
    with pytest.raises(AttoRifiutato) as rifiutato, transaction.atomic():
        compi()
    return rifiutato.value.violazioni[0].codice


def elegge(qui, che_cosa, candidati=(0, 1, 2), modo=ModoVotazione.URNA):
    chi = [qui.persone[n].pk for n in candidati]
    return apri_elezione(
        autore=qui.presidente, adesso=ADESSO, punto_id=qui.punto.pk, che_cosa=che_cosa,
        candidati=chi, eleggibili=[p.pk for p in qui.persone], modo=modo,
    )  # fmt: skip


def comitato_di(comitato, posti=2):
    return CheCosaElegge(
        comitato, OGGI, componente=Componente.DOCENTI, posti=posti, preferenze=posti
    )


def presidente(qui, **altro):
    return CheCosaElegge(qui.punto.seduta.organo, OGGI, carica=Carica.PRESIDENTE, **altro)


def votano(qui, votazione, *schede):
    for chi, scelte in enumerate(schede):
        qui.vota(votazione, chi, *scelte.split())
    return qui.chiudi(votazione)


def proclamata(qui, votazione):
    return proclama(autore=qui.presidente, adesso=ADESSO, votazione_id=votazione.pk)


def test_the_most_voted_sit_in_the_comitato(qui, comitato):
    votazione = votano(qui, elegge(qui, comitato_di(comitato)), "1 2", "2", "2 3", "1", "2 1")
    proclamata(qui, votazione)
    eletti = Mandato.objects.filter(organo=comitato)
    assert {m.persona for m in eletti} == {qui.persone[0], qui.persone[1]}
    assert {(m.componente, m.titolo, m.dal, m.al) for m in eletti} == {
        ("docenti", "eletto", OGGI, None)
    }
    assert [p.vince for p in votazione.proposte.order_by("ordine")] == [True, True, False]
    qui.punto.refresh_from_db()
    assert qui.punto.esito == EsitoPunto.DELIBERATO
    riga = Operazione.objects.get(azione="proclama eletti")
    assert sorted(riga.dati["mandati"]) == sorted(m.pk for m in eletti)


def test_the_list_is_kept_for_who_leaves(qui, comitato):
    """Collegio: three candidates for one seat; the elected leaves, the first of the others sits."""
    for persona in qui.persone[:3]:
        IncaricoFactory(istituto=qui.istituto, persona=persona, ruolo=Ruolo.DOCENTE, dal=OGGI)
    votazione = votano(qui, elegge(qui, comitato_di(comitato, 1)), "2", "2", "2", "1", "1", "3")
    proclamata(qui, votazione)
    elezione = Elezione.objects.get(organo=comitato)
    assert (elezione.componente, elezione.posti, elezione.dal) == ("docenti", 1, OGGI)
    assert elezione.proclamata_il == OGGI
    righe = elezione.candidature.order_by("ordine").values_list("persona", "voti", "eletto")
    prima, seconda, terza = (persona.pk for persona in qui.persone[:3])
    assert list(righe) == [(prima, 2, False), (seconda, 3, True), (terza, 1, False)]
    eletta = Mandato.objects.get(organo=comitato)
    assert [c.persona_id for c in subentro_di(eletta, OGGI).primi] == [prima]
    eletta.al, eletta.cessato_per = OGGI, Cambiamento.DECADENZA
    eletta.save(update_fields=["al", "cessato_per"])
    domani = ADESSO + timedelta(days=1)
    nuova = fa_subentrare(
        autore=qui.chi(0, domani), adesso=domani, mandato_id=eletta.pk, dal=domani.date(),
        atto="decreto",
    )  # fmt: skip
    assert (nuova.persona_id, nuova.subentra_a, nuova.al) == (prima, eletta, None)


def test_who_is_elected_where_somebody_is_chosen_fills_the_seat(qui, comitato):
    """The law says «scelti»: who is elected to it by ballot does not leave the seat vacant."""
    Composizione.objects.create(
        istituto=qui.istituto, organo=comitato, componente=Componente.DOCENTI, posti=3,
        titolo=Titolo.DESIGNATO,
    )  # fmt: skip
    proclamata(qui, votano(qui, elegge(qui, comitato_di(comitato)), "1 2", "2 1"))
    (seggio,) = seggi(comitato, OGGI)
    assert (seggio.occupati, seggio.vacanti) == (2, 1)


def test_the_consiglio_elects_the_giunta_among_its_own_and_the_comitato_among_all(qui, comitato):
    """D.Lgs. 297/1994 artt. 8 c. 7 and 11; who sits elsewhere does not elect the Giunta."""
    fuori = PersonaFactory(istituto=qui.istituto, cognome="Abate")
    IncaricoFactory(istituto=qui.istituto, persona=fuori, ruolo=Ruolo.DOCENTE, dal=OGGI)
    giunta = OrganoFactory(istituto=qui.istituto, tipo=TipoOrgano.GIUNTA, nome="Giunta")
    for organo in (giunta, comitato):
        Composizione.objects.create(
            istituto=qui.istituto, organo=organo, componente=Componente.DOCENTI, posti=1,
            titolo=Titolo.ELETTO,
        )  # fmt: skip
    seduta = qui.punto.seduta
    seduta.organo.tipo = TipoOrgano.CONSIGLIO_ISTITUTO
    altrove = {p.organo: p for p in possibili(seduta, OGGI) if p.componente}
    assert set(altrove) == {giunta, comitato}
    assert eleggibili(seduta, altrove[giunta], OGGI) == qui.persone
    assert eleggibili(seduta, altrove[comitato], OGGI) == [fuori, *qui.persone]
    seduta.organo.tipo = TipoOrgano.COLLEGIO
    assert [p.organo for p in possibili(seduta, OGGI) if p.componente] == [comitato]


def test_a_vote_for_more_seats_than_are_free_is_not_opened(qui, comitato):
    Composizione.objects.create(
        istituto=qui.istituto, organo=comitato, componente=Componente.DOCENTI, posti=1,
        titolo=Titolo.DESIGNATO, fonte="art. 11",
    )  # fmt: skip
    assert rifiuto(lambda: elegge(qui, comitato_di(comitato, 2))) == "posti_occupati"
    assert elegge(qui, comitato_di(comitato, 1)).pk


def test_who_sits_there_already_is_not_put_to_the_vote(qui, comitato):
    Mandato.objects.create(
        istituto=qui.istituto, organo=comitato, persona=qui.persone[0], componente="docenti",
        titolo="designato", dal=date(2023, 9, 1), al=date(2024, 8, 31),
    )  # fmt: skip
    assert rifiuto(lambda: elegge(qui, comitato_di(comitato, 1))) == "siede_gia"
    dopo = CheCosaElegge(comitato, date(2024, 9, 1), componente=Componente.DOCENTI)
    assert elegge(qui, dopo).pk


def test_a_charge_keeps_no_list(qui):
    proclamata(qui, votano(qui, elegge(qui, presidente(qui)), "2", "2", "1"))
    assert not Elezione.objects.exists()


def test_a_charge_passes_from_one_to_another(qui):
    organo = qui.punto.seduta.organo
    Mandato.objects.filter(organo=organo, persona=qui.persone[5]).update(carica="presidente")
    votazione = votano(qui, elegge(qui, presidente(qui)), "2", "2", "1")
    proclamata(qui, votazione)
    assert Mandato.objects.get(organo=organo, carica="presidente").persona == qui.persone[1]
    assert Mandato.objects.filter(organo=organo, al__isnull=True).count() == 7


def test_a_tie_waits_for_the_lot(qui, comitato):
    votazione = votano(qui, elegge(qui, comitato_di(comitato, 1)), "1", "2")
    assert rifiuto(lambda: proclamata(qui, votazione)) == "sorteggio"
    assert not Mandato.objects.filter(organo=comitato).exists()
    estratta = votazione.proposte.get(ordine=2).pk
    sorteggia = {"autore": qui.presidente, "adesso": ADESSO, "votazione_id": votazione.pk}
    assert rifiuto(lambda: registra_sorteggio(estratti=[], **sorteggia)) == "sorteggio"
    registra_sorteggio(estratti=[estratta], **sorteggia)
    proclamata(qui, votazione)
    assert Mandato.objects.get(organo=comitato).persona == qui.persone[1]


def test_the_older_is_elected_where_the_regulation_says_so(qui, comitato, monkeypatch):
    anzianita = Valore(ParitaPersone.ANZIANITA, "art. 9")
    monkeypatch.setattr(RegoleOrgano, "parita_fra_persone", anzianita)
    for persona, anno in zip(qui.persone, (1980, 1970, 1990), strict=False):
        persona.data_nascita = date(anno, 1, 1)
        persona.save(update_fields=["data_nascita"])
    votazione = votano(qui, elegge(qui, comitato_di(comitato, 1)), "1", "2", "3")
    proclamata(qui, votazione)
    assert Mandato.objects.get(organo=comitato).persona == qui.persone[1]


def test_the_absolute_majority_is_asked_for_at_the_first_vote_only(qui):
    prima = votano(qui, elegge(qui, presidente(qui, assoluta=True)), "1", "1", "2", "")
    assert rifiuto(lambda: proclamata(qui, prima)) == "nessun_eletto"
    di_nuovo = ripeti_votazione(
        autore=qui.presidente, adesso=ADESSO, votazione_id=prima.pk,
        motivo="Nessuno ha avuto la maggioranza assoluta.",
    )  # fmt: skip
    votano(qui, di_nuovo, "1", "1", "2")
    assert proclamata(qui, di_nuovo).stato == StatoVotazione.PROCLAMATA
    assert Mandato.objects.get(carica="presidente").persona == qui.persone[0]


def test_who_sits_there_already_is_not_elected_again(qui, comitato):
    votazione = votano(qui, elegge(qui, comitato_di(comitato, 1)), "1")
    Mandato.objects.create(
        istituto=qui.istituto, organo=comitato, persona=qui.persone[0], componente="docenti",
        titolo="eletto", dal=date(2023, 9, 1),
    )  # fmt: skip
    assert rifiuto(lambda: proclamata(qui, votazione)) == "siede_gia"


def test_a_list_that_cannot_be_voted_opens_nothing(qui, comitato):
    assert rifiuto(lambda: elegge(qui, comitato_di(comitato, 4))) == "pochi_candidati"
    assert not qui.punto.votazioni.exists()


# Paper


def conta(qui, votazione, spoglio, scrutatori=(1, 2)):
    primo, secondo = (qui.persone[n].pk for n in scrutatori)
    return registra_spoglio(
        autore=qui.presidente, adesso=ADESSO, votazione_id=votazione.pk, spoglio=spoglio,
        scrutatori=(primo, secondo),
    )  # fmt: skip


def test_the_office_of_three_writes_the_figures(qui):
    votazione = qui.apri(modo=ModoVotazione.SCHEDE)
    chiusa = conta(qui, votazione, Spoglio(7, 4, 1, 1, 1))
    assert (chiusa.favorevoli, chiusa.contrari, chiusa.bianche, chiusa.nulle) == (4, 1, 1, 1)
    assert chiusa.approvata is True
    seggio = Seggio.objects.get(votazione=votazione)
    assert (seggio.segretario, seggio.votanti) == (qui.persone[-1], 7)
    assert {seggio.primo_scrutatore, seggio.secondo_scrutatore} == set(qui.persone[1:3])


@pytest.mark.parametrize(
    ("spoglio", "scrutatori", "codice"),
    [
        (Spoglio(7, 4, 1, 1, 0), (1, 2), "schede"),
        (Spoglio(8, 8), (1, 2), "troppi_votanti"),
        (Spoglio(7, 7), (1, 1), "seggio"),
        (Spoglio(7, 7), (1, 6), "seggio"),
    ],
)
def test_figures_that_do_not_add_up_change_nothing(qui, spoglio, scrutatori, codice):
    votazione = qui.apri(modo=ModoVotazione.SCHEDE)
    assert rifiuto(lambda: conta(qui, votazione, spoglio, scrutatori)) == codice
    votazione.refresh_from_db()
    assert (votazione.stato, Seggio.objects.count()) == (StatoVotazione.APERTA, 0)


def test_preferences_on_paper_elect_too(qui, comitato):
    votazione = elegge(qui, comitato_di(comitato), modo=ModoVotazione.SCHEDE)
    prima, seconda, terza = votazione.proposte.order_by("ordine").values_list("pk", flat=True)
    conta(qui, votazione, Spoglio(7, 0, 0, 1, 0, {prima: 6, seconda: 2, terza: 4}))
    proclamata(qui, votazione)
    eletti = Mandato.objects.filter(organo=comitato)
    assert {m.persona for m in eletti} == {qui.persone[0], qui.persone[2]}
