"""The panel of the vote and the place of a member: what they show, what a refusal leaves typed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import (
    EsitoPunto,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    Platea,
    Scelta,
    StatoVotazione,
    TipoOrgano,
)
from organi_collegiali.models import (
    Delibera,
    Dichiarazione,
    Interesse,
    Intervento,
    Movimento,
    Punto,
    Votazione,
    VotoPalese,
)
from organi_collegiali.services.voto.voti_palesi import vota_palese
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.organi_collegiali.sala_di_prova import sala_di_prova

pytestmark = pytest.mark.django_db
NOMINALE = {"modo": ModoVotazione.NOMINALE}
HTMX = {"HX-Request": "true"}


@pytest.fixture(autouse=True)
def _adesso(monkeypatch):
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)


@pytest.fixture
def istituto():
    return IstitutoFactory()


@pytest.fixture
def sala(istituto):
    with istituto_corrente(istituto.pk):
        yield sala_di_prova(istituto=istituto)


@pytest.fixture
def come(client, sala):
    """Ask as one of the members: ``come(1)`` writes the minutes."""

    def entra(quale):
        client.force_login(sala.convocati[quale].persona.utente)
        return client

    return entra


def indirizzo(sala, nome, riga):
    return reverse(f"organi:{nome}", args=[sala.seduta.istituto.slug, riga.pk])


def scritto(risposta):
    return " ".join(risposta.content.decode().split())


# The panel


def test_the_panel_offers_only_the_form_that_the_item_must_have(come, sala):
    punto = sala.punto(su_persone=True)
    pagina = scritto(come(1).get(indirizzo(sala, "voto", punto)))
    assert 'value="palese" disabled' in pagina
    assert "D.Lgs. 297/1994, art. 37 c. 4" in pagina


def test_the_text_that_is_offered_reads_after_delibera(come, sala):
    punto = sala.punto(titolo="Conto consuntivo 2023")
    pagina = scritto(come(1).get(indirizzo(sala, "voto", punto)))
    assert "di approvare: Conto consuntivo 2023" in pagina
    assert "Si approva" not in pagina


def test_what_the_vote_needs_is_said_before_it_with_its_article(client, istituto):
    """A pupil of the primary school: unanimity, the reasons, an open vote though on a person."""
    with istituto_corrente(istituto.pk):
        sala = sala_di_prova(
            istituto=istituto, in_carica=11, presenti=11, tipo=TipoOrgano.INTERCLASSE,
            platea=Platea.SCRUTINIO,
        )  # fmt: skip
        punto = sala.punto(NaturaPunto.NON_AMMISSIONE, su_persone=True)
        client.force_login(sala.convocati[1].persona.utente)
        pagina = scritto(client.get(indirizzo(sala, "voto", punto)))
        assert "Occorre l’unanimità dello scrutinio: 11 voti favorevoli." in pagina
        assert "D.Lgs. 62/2017, art. 3 c. 3" in pagina
        assert 'value="palese" disabled' not in pagina
        dati = {
            "genere": "proposta", "forma": "palese", "modo_palese": "alzata",
            "testo": "di non ammettere l’alunna",
        }  # fmt: skip
        rifiuto = client.post(indirizzo(sala, "votazione_nuova", punto), dati, headers=HTMX)
        assert rifiuto.status_code == 422
        assert "vuole una specifica motivazione" in scritto(rifiuto)
        assert "di non ammettere l’alunna" in scritto(rifiuto)


def test_put_to_the_vote_nobody_speaks_any_more(come, sala):
    punto = sala.punto()
    dati = {
        "genere": "proposta",
        "forma": "palese",
        "modo_palese": "alzata",
        "testo": "Si approva.",
    }
    risposta = come(1).post(indirizzo(sala, "votazione_nuova", punto), dati, headers=HTMX)
    assert risposta.status_code == 200
    assert "Nessuno parla più." in scritto(risposta)
    assert "seduta-cambiata" in risposta.headers["HX-Trigger-After-Settle"]
    assert Votazione.objects.get().stato == StatoVotazione.APERTA


def test_what_was_typed_stays_when_it_cannot_be_voted(come, sala):
    punto = sala.punto()
    dati = {
        "genere": "alternativa", "forma": "palese", "modo_palese": "nominale",
        "testo": "", "proposte": "Una sola proposta",
    }  # fmt: skip
    risposta = come(1).post(indirizzo(sala, "votazione_nuova", punto), dati, headers=HTMX)
    assert risposta.status_code == 422
    assert "Una sola proposta</textarea>" in scritto(risposta)
    assert "almeno due" in scritto(risposta)
    assert not Votazione.objects.exists()


def test_the_figures_are_judged_while_they_are_written(come, sala):
    votazione = sala.apri()
    prova = indirizzo(sala, "votazione_prova", votazione)
    intera = scritto(
        come(1).get(prova, {"favorevoli": 7, "contrari": 6, "astenuti": 1}, headers=HTMX)
    )
    assert "7 + 6 + 1 = 14" in intera
    assert "Approvata, per un voto" in intera
    assert "Servono 7 voti favorevoli, ce ne sono 7." in intera
    manca = scritto(
        come(1).get(prova, {"favorevoli": 7, "contrari": 6, "astenuti": 0}, headers=HTMX)
    )
    assert "ne manca 1" in manca
    assert "Approvata" not in manca
    votazione.refresh_from_db()
    assert votazione.favorevoli is None


@pytest.mark.parametrize(
    "scritte",
    [
        {},
        {"favorevoli": "sette"},
        {"favorevoli": "٣", "contrari": "-1", "astenuti": "99999999999999999999"},
        {"voto_presidente": "boh", "presidente_per": "x"},
    ],
)
def test_figures_that_are_no_numbers_are_only_not_judged(come, sala, scritte):
    risposta = come(1).get(indirizzo(sala, "votazione_prova", sala.apri()), scritte, headers=HTMX)
    assert risposta.status_code == 200


def test_in_a_tie_the_panel_asks_how_the_president_voted(come, sala):
    votazione = sala.apri()
    prova = indirizzo(sala, "votazione_prova", votazione)
    cifre = {"favorevoli": 7, "contrari": 7, "astenuti": 0}
    pagina = scritto(come(1).get(prova, cifre, headers=HTMX))
    assert "come ha votato chi presiede?" in pagina
    assert "voto-esito" not in pagina
    detto = scritto(come(1).get(prova, cifre | {"voto_presidente": "contrario"}, headers=HTMX))
    assert "Non approvata, a parità di voti" in detto
    chiudi = indirizzo(sala, "votazione_chiudi", votazione)
    risposta = come(1).post(chiudi, cifre, headers=HTMX)
    assert risposta.status_code == 422
    assert "indica come ha votato" in scritto(risposta)
    assert 'value="7"' in scritto(risposta)


def test_the_difference_is_told_at_each_field_and_nothing_typed_is_lost(come, sala):
    votazione = sala.apri()
    cifre = {"favorevoli": 7, "contrari": 6, "astenuti": 0}
    for intestazioni in (HTMX, {}):
        risposta = come(1).post(
            indirizzo(sala, "votazione_chiudi", votazione), cifre, headers=intestazioni
        )
        assert risposta.status_code == 422
        pagina = scritto(risposta)
        assert "con gli altri numeri qui va 8." in pagina
        assert "con gli altri numeri qui va 1." in pagina
        assert 'value="6"' in pagina
    risposta = come(1).post(
        indirizzo(sala, "votazione_chiudi", votazione), cifre | {"astenuti": ""}, headers=HTMX
    )
    assert (risposta.status_code, "Scrivi quanti" in scritto(risposta)) == (422, True)


def test_closed_and_proclaimed_with_a_dialog(come, sala):
    votazione = sala.apri()
    cifre = {"favorevoli": 7, "contrari": 6, "astenuti": 1}
    contrario = sala.convocati[4]
    risposta = come(1).post(
        indirizzo(sala, "votazione_chiudi", votazione),
        cifre | {f"nome_{contrario.pk}": "contrario"},
        headers=HTMX,
    )
    assert "Proclama: delibera n. 1…" in scritto(risposta)
    assert VotoPalese.objects.get().convocato == contrario
    proclama = indirizzo(sala, "proclama", votazione)
    assert "prende il numero 1" in scritto(come(1).get(proclama, headers=HTMX))
    senza = come(1).post(proclama, {}, headers=HTMX)
    assert senza.status_code == 200
    assert not Delibera.objects.exists()
    for _ in range(2):
        come(1).post(proclama, {"riletto": "si"}, headers=HTMX)
    assert Delibera.objects.get().numero == 1
    pagina = scritto(come(1).get(indirizzo(sala, "voto", votazione.punto)))
    assert "Il punto è concluso e non si riapre." in pagina
    perche = scritto(come(4).get(indirizzo(sala, "perche_votazione", votazione)))
    assert "13 : 2 = 6, più 1 = 7" in perche


def test_the_reason_of_a_closed_vote_is_only_of_who_runs_the_sitting(come, sala):
    votazione = sala.chiudi(sala.apri(), 7, 6, 1)
    assert come(1).get(indirizzo(sala, "perche_votazione", votazione)).status_code == 200
    assert come(5).get(indirizzo(sala, "perche_votazione", votazione)).status_code == 404


def test_counted_again_with_a_reason(come, sala):
    votazione = sala.chiudi(sala.apri(), 7, 6, 1)
    ripeti = indirizzo(sala, "votazione_ripeti", votazione)
    assert come(1).post(ripeti, {"motivo": " "}, headers=HTMX).status_code == 422
    come(1).post(ripeti, {"motivo": "Una mano contata due volte"}, headers=HTMX)
    assert list(Votazione.objects.order_by("id").values_list("stato", flat=True)) == [
        StatoVotazione.ANNULLATA, StatoVotazione.APERTA,
    ]  # fmt: skip


def test_annulled_and_left_there(come, sala):
    votazione = sala.apri()
    ripeti = indirizzo(sala, "votazione_ripeti", votazione)
    come(1).post(ripeti, {"motivo": "Aperta per errore", "annulla": "si"}, headers=HTMX)
    assert Votazione.objects.get().stato == StatoVotazione.ANNULLATA


def test_called_by_name_by_who_writes(come, sala):
    votazione = sala.apri(**NOMINALE)
    dati = {f"voto_{c.pk}": "favorevole" for c in sala.convocati[:9]}
    dati[f"voto_{sala.convocati[9].pk}"] = "contrario"
    dati[f"voto_{sala.convocati[17].pk}"] = "contrario"
    risposta = come(1).post(indirizzo(sala, "votazione_appello", votazione), dati, headers=HTMX)
    assert "Hanno votato in <strong>10 su 14</strong>" in scritto(risposta)
    come(1).post(indirizzo(sala, "votazione_chiudi", votazione), headers=HTMX)
    votazione.refresh_from_db()
    assert (votazione.favorevoli, votazione.contrari) == (9, 1)


def test_an_item_is_asked_for_and_the_order_inverted_from_a_dialog(come, sala):
    uno, due = sala.punto(), sala.punto(NaturaPunto.SENZA_VOTO)
    ammissione = indirizzo(sala, "ammissione", sala.seduta)
    vuota = come(1).post(ammissione, {"titolo": "", "natura": "delibera"}, headers=HTMX)
    assert (vuota.status_code, "Scrivi di che cosa si tratta." in scritto(vuota)) == (422, True)
    come(1).post(ammissione, {"titolo": "Uso della palestra", "natura": "delibera"}, headers=HTMX)
    chiesta = Votazione.objects.get(genere=GenereVotazione.AMMISSIONE)
    assert "Uso della palestra" in scritto(come(1).get(indirizzo(sala, "voto", uno)))
    sala.proclama(sala.chiudi(chiesta, 13, 1, 0))
    assert Punto.objects.get(titolo="Uso della palestra").esito == EsitoPunto.NON_AMMESSO
    inversione = indirizzo(sala, "inversione", sala.seduta)
    assert come(1).post(inversione, {"punto": str(uno.pk)}, headers=HTMX).status_code == 422
    come(1).post(inversione, {"punto": str(due.pk)}, headers=HTMX)
    assert Votazione.objects.get(genere=GenereVotazione.ORDINE).punto == due


# The place


def test_a_member_votes_and_sees_no_partial_count(come, sala):
    votazione = sala.apri(**NOMINALE)
    for quale in range(3, 6):
        vota_palese(
            autore=sala.come(quale), adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.CONTRARIO
        )
    pagina = scritto(come(7).get(indirizzo(sala, "posto", sala.seduta)))
    assert "Hanno votato in 3 su 14." in pagina
    vota = indirizzo(sala, "vota", votazione)
    risposta = come(7).post(vota, {"voto": "favorevole"}, headers=HTMX)
    assert 'value="favorevole" aria-pressed="true"' in scritto(risposta)
    assert "Registrato alle 10.00." in scritto(risposta)
    cambiato = scritto(come(7).post(vota, {"voto": "astenuto"}, headers=HTMX))
    assert 'value="astenuto" aria-pressed="true"' in cambiato
    assert "Hanno votato in 4 su 14." in cambiato
    assert VotoPalese.objects.filter(scelta=Scelta.ASTENUTO).count() == 1


@pytest.mark.parametrize("voto", ["", "boh", "99999999999999999999999", "12"])
def test_a_vote_that_is_no_choice_is_refused(come, sala, voto):
    votazione = sala.apri(**NOMINALE)
    risposta = come(7).post(indirizzo(sala, "vota", votazione), {"voto": voto}, headers=HTMX)
    assert risposta.status_code == 422
    assert not VotoPalese.objects.exists()


def test_who_has_an_interest_or_is_out_has_no_choices(come, sala, istituto):
    punto = sala.punto()
    Interesse.objects.create(
        istituto=istituto, punto=punto, convocato=sala.convocati[6], dichiarato_il=ADESSO
    )
    sala.apri(punto, **NOMINALE)
    posto = indirizzo(sala, "posto", sala.seduta)
    assert "Hai un interesse sul punto" in scritto(come(6).get(posto))
    fuori = scritto(come(16).get(posto))
    assert "Non risulti presente." in fuori
    assert 'class="scelta"' not in fuori


def test_the_secret_item_explains_itself(come, sala):
    punto = sala.punto(su_persone=True)
    sala.apri(punto, forma="segreta", modo=ModoVotazione.URNA)
    pagina = scritto(come(7).get(indirizzo(sala, "posto", sala.seduta)))
    assert "come resta segreto?" in pagina
    assert "Niente lega il tuo nome alla scheda" in pagina


def test_the_word_is_asked_for_until_the_vote_begins(come, sala):
    punto = sala.punto(iniziato_il=ADESSO)
    chiedi = indirizzo(sala, "intervento", punto)
    assert "Hai chiesto la parola" in scritto(come(7).post(chiedi, headers=HTMX))
    come(7).post(chiedi, {"ritira": "si"}, headers=HTMX)
    assert Intervento.objects.get().ritirato_il
    sala.apri(punto)
    risposta = come(7).post(chiedi, headers=HTMX)
    assert risposta.status_code == 422
    assert "nessuno parla più" in scritto(risposta)
    assert Intervento.objects.count() == 1


def test_a_member_goes_out_after_reading_what_it_means(come, sala):
    sala.punto(iniziato_il=ADESSO)
    esco = indirizzo(sala, "esco", sala.seduta)
    assert "restano in 13: il numero legale è 10" in scritto(come(7).get(esco, headers=HTMX))
    come(7).post(esco)
    assert not Movimento.objects.filter(convocato=sala.convocati[7]).latest("id").entra
    assert "Sei uscito" in scritto(come(7).get(indirizzo(sala, "posto", sala.seduta)))


def test_a_statement_is_dictated_to_the_letter(come, sala):
    punto = sala.punto(iniziato_il=ADESSO)
    detta = indirizzo(sala, "dichiarazione", punto)
    vuota = come(7).post(detta, {"testo": "  "})
    assert (vuota.status_code, "Scrivi la dichiarazione." in scritto(vuota)) == (422, True)
    assert come(7).post(detta, {"testo": "Voto contro perché…"}).status_code == 302
    assert Dichiarazione.objects.get().persona == sala.convocati[7].persona


def test_who_is_out_reads_why_the_word_and_the_statement_are_shut(come, sala):
    punto = sala.punto(iniziato_il=ADESSO)
    posto = scritto(come(16).get(indirizzo(sala, "posto", sala.seduta)))
    assert "tu non risulti presente" in posto
    assert 'id="detta"' not in posto
    chiedi = come(16).post(indirizzo(sala, "intervento", punto), headers=HTMX)
    assert chiedi.status_code == 422
    assert "non è in aula: non può chiedere la parola" in scritto(chiedi)
    detta = indirizzo(sala, "dichiarazione", punto)
    assert "Non risulti in aula" in scritto(come(16).get(detta))
    risposta = come(16).post(detta, {"testo": "Voto contro."})
    assert risposta.status_code == 422
    assert "Voto contro." in scritto(risposta)
    assert not Dichiarazione.objects.exists()


def test_after_the_vote_the_agenda_says_what_was_decided(come, sala):
    sala.proclama(sala.chiudi(sala.apri(), 7, 6, 1))
    sala.proclama(sala.chiudi(sala.apri(), 5, 8, 1))
    pagina = scritto(come(7).get(indirizzo(sala, "posto", sala.seduta)))
    assert "delibera n. 1" in pagina
    assert "5 sì, ne servivano 7" in pagina


def test_the_same_number_of_queries_with_few_and_with_many(istituto):
    quante = {}
    for membri in (5, 30):
        with istituto_corrente(istituto.pk):
            sala = sala_di_prova(istituto=istituto, in_carica=membri, presenti=membri)
            for _ in range(1 if membri == 5 else 12):
                sala.punto()
            votazione = sala.apri(**NOMINALE)
            for quale in range(2, membri):
                vota_palese(
                    autore=sala.come(quale), adesso=ADESSO, votazione_id=votazione.pk,
                    voto=Scelta.FAVOREVOLE,
                )  # fmt: skip
        for nome, chi, riga in (("posto", 3, sala.seduta), ("voto", 1, votazione.punto)):
            browser = _browser(sala, chi)
            with CaptureQueriesContext(connection) as fatte:
                assert browser.get(indirizzo(sala, nome, riga)).status_code == 200
            quante.setdefault(nome, []).append(len(fatte))
    assert all(poche == molte for poche, molte in quante.values()), quante


def _browser(sala, quale):
    browser = Client()
    browser.force_login(sala.convocati[quale].persona.utente)
    return browser
