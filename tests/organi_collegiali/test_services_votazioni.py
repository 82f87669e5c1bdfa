"""A vote from its opening to the proclamation, and the refusals that change nothing."""

import pytest
from django.db import IntegrityError, transaction

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.norme.profili import profilo
from cpia.norme.services import carica_profilo
from cpia.scuola.models import Istituto
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import (
    EsitoPunto,
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    OriginePunto,
    Platea,
    Scelta,
    StatoVotazione,
    TipoOrgano,
    VotoPresidente,
)
from organi_collegiali.models import Delibera, Interesse, Punto, Votazione, VotoPalese
from organi_collegiali.services.aula import avvia_punto
from organi_collegiali.services.voto.annullamento import annulla_votazione, ripeti_votazione
from organi_collegiali.services.voto.inversione import (
    PuntoChiesto,
    chiedi_ammissione,
    chiedi_inversione,
)
from organi_collegiali.services.voto.votazioni import VoceDaVotare
from organi_collegiali.services.voto.voti_palesi import segna_nomi, vota_palese, vota_per_appello
from tests.factories.scuola import ADESSO, IstitutoFactory
from tests.organi_collegiali.sala_di_prova import sala_di_prova

pytestmark = pytest.mark.django_db
SEGRETA = {"forma": FormaVotazione.SEGRETA, "modo": ModoVotazione.SCHEDE}
NOMINALE = {"modo": ModoVotazione.NOMINALE}
PREMESSE = [{"premessa": "considerato", "testo": "le assenze e i mancati progressi"}]


@pytest.fixture(autouse=True)
def istituto():
    riga = IstitutoFactory()
    with istituto_corrente(riga.pk):
        yield riga


@pytest.fixture
def scuola():
    """One of the five schools, with its regulations in force."""

    def prendi(slug):
        carica_profilo(profilo=profilo(slug))
        return Istituto.objects.get(slug=slug)

    return prendi


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def campi(rifiuto):
    return {violazione.campo for violazione in rifiuto.value.violazioni}


# Opening


def test_opened_it_fixes_who_is_there_and_begins_the_item(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri()
    assert (votazione.in_carica, votazione.presenti, votazione.numero_legale) == (19, 14, 10)
    assert votazione.presiede == sala.presiede
    votazione.punto.refresh_from_db()
    assert votazione.punto.iniziato_il == ADESSO
    riga = Operazione.objects.get(azione="apre votazione")
    assert riga.dati["votazione"] == votazione.pk
    versione = sala.seduta.versione
    sala.seduta.refresh_from_db()
    assert sala.seduta.versione > versione


def test_no_vote_without_the_legal_number_who_has_an_interest_being_out(istituto):
    sala = sala_di_prova(istituto=istituto, presenti=10)
    punto = sala.punto()
    Interesse.objects.create(
        istituto=istituto, punto=punto, convocato=sala.convocati[3], dichiarato_il=ADESSO
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri(punto)
    assert codici(rifiuto) == ["numero_legale"]
    assert "9 presenti su 10" in rifiuto.value.violazioni[0].testo
    assert not Votazione.objects.exists()
    assert sala.apri(sala.punto()).presenti == 10


@pytest.mark.parametrize("natura", [NaturaPunto.VARIE, NaturaPunto.SENZA_VOTO])
def test_nothing_is_voted_where_nothing_was_to_be_decided(istituto, natura):
    sala = sala_di_prova(istituto=istituto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri(sala.punto(natura))
    assert codici(rifiuto) == ["senza_voto"]


def test_an_item_on_persons_is_voted_in_secret_and_another_is_not(istituto):
    sala = sala_di_prova(istituto=istituto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri(sala.punto(su_persone=True))
    assert (codici(rifiuto), campi(rifiuto)) == (["forma"], {"forma"})
    assert "art. 37 c. 4" in rifiuto.value.violazioni[0].fonte
    with pytest.raises(AttoRifiutato):
        sala.apri(**SEGRETA)
    assert sala.apri(sala.punto(su_persone=True), **SEGRETA).forma == FormaVotazione.SEGRETA


def test_where_the_school_votes_openly_on_persons_it_may(scuola):
    napoli = scuola("cpia-napoli-provincia-2")
    with istituto_corrente(napoli.pk):
        sala = sala_di_prova(istituto=napoli, tipo=TipoOrgano.COLLEGIO)
        assert sala.apri(sala.punto(su_persone=True)).forma == FormaVotazione.PALESE


def test_one_vote_at_a_time(istituto):
    sala = sala_di_prova(istituto=istituto)
    sala.apri()
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri()
    assert codici(rifiuto) == ["in_corso"]


# Closing


def test_a_show_of_hands_that_does_not_add_up_changes_nothing(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri()
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.chiudi(votazione, 7, 6, 0)
    assert campi(rifiuto) == {"favorevoli", "contrari", "astenuti"}
    votazione.refresh_from_db()
    assert (votazione.stato, votazione.favorevoli) == (StatoVotazione.APERTA, None)


def test_closed_it_is_judged_with_its_reasons(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.chiudi(sala.apri(), 7, 6, 1)
    votazione.refresh_from_db()
    assert (votazione.approvata, votazione.necessari) == (True, 7)
    assert [motivo["regola"] for motivo in votazione.perche] == [
        "maggioranza", "esito", "altrimenti",
    ]  # fmt: skip
    assert not Delibera.objects.exists()


def test_who_went_out_before_the_count_does_not_vote(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri()
    sala.esce(5)
    sala.adesso = ADESSO.replace(minute=5)
    with pytest.raises(AttoRifiutato):
        sala.chiudi(votazione, 7, 6, 1)
    assert sala.chiudi(votazione, 7, 5, 1).presenti == 13


def test_a_vote_during_which_the_legal_number_is_lost_is_not_closed(istituto):
    sala = sala_di_prova(istituto=istituto, presenti=10)
    votazione = sala.apri()
    sala.esce(5)
    sala.adesso = ADESSO.replace(minute=5)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.chiudi(votazione, 9, 0, 0)
    assert codici(rifiuto) == ["numero_legale"]


def test_in_a_tie_the_president_is_asked_and_prevails(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri()
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.chiudi(votazione, 7, 7, 0)
    assert campi(rifiuto) == {"voto_presidente"}
    votazione = sala.chiudi(votazione, 7, 7, 0, voto_presidente=VotoPresidente.FAVOREVOLE)
    votazione.refresh_from_db()
    assert (votazione.approvata, votazione.voto_presidente) == (True, "favorevole")


def test_the_president_s_vote_is_not_kept_where_it_does_not_decide(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.chiudi(sala.apri(), 8, 6, 0, voto_presidente=VotoPresidente.CONTRARIO)
    votazione.refresh_from_db()
    assert (votazione.approvata, votazione.voto_presidente) == (True, "")


def test_at_a_scrutinio_all_are_there_and_nobody_abstains(istituto):
    scrutinio = {"tipo": TipoOrgano.CONSIGLIO_CLASSE, "platea": Platea.SCRUTINIO}
    sala = sala_di_prova(istituto=istituto, in_carica=11, presenti=10, **scrutinio)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri()
    assert codici(rifiuto) == ["numero_legale"]
    sala = sala_di_prova(istituto=istituto, in_carica=11, presenti=11, **scrutinio)
    votazione = sala.apri()
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.chiudi(votazione, 7, 3, 1)
    assert campi(rifiuto) == {"astenuti"}
    assert sala.chiudi(votazione, 7, 4, 0).approvata


@pytest.mark.parametrize(
    ("tipo", "necessari", "approvata", "fonte"),
    [
        (TipoOrgano.INTERCLASSE, 11, False, "art. 15 lett. i"),
        (TipoOrgano.CONSIGLIO_CLASSE, 6, True, "art. 15 lett. i"),
    ],
)
def test_a_pupil_of_the_primary_school_is_not_admitted_by_all_or_by_nobody(
    scuola, tipo, necessari, approvata, fonte
):
    """Seed `001` art. 15 i: unanimity in the primary school, the majority in the secondary."""
    riga = scuola("ic-pinocchio-montesicuro")
    with istituto_corrente(riga.pk):
        sala = sala_di_prova(
            istituto=riga, in_carica=11, presenti=11, tipo=tipo, platea=Platea.SCRUTINIO
        )
        punto = sala.punto(NaturaPunto.NON_AMMISSIONE, su_persone=True)
        with pytest.raises(AttoRifiutato) as rifiuto:
            sala.apri(punto)
        assert codici(rifiuto) == ["senza_motivazione"]
        punto.premesse = PREMESSE
        punto.save(update_fields=["premesse"])
        # Openly, as the article says, though the item is on a person.
        votazione = sala.chiudi(sala.apri(punto), 10, 1, 0)
        assert (votazione.necessari, votazione.approvata) == (necessari, approvata)
        assert fonte in votazione.perche[0]["fonte"]
        sala.proclama(votazione)
        punto.refresh_from_db()
    assert punto.esito == (EsitoPunto.DELIBERATO if approvata else EsitoPunto.NON_APPROVATO)


def test_a_pupil_is_not_judged_with_the_parents_in_the_room(istituto):
    sala = sala_di_prova(istituto=istituto, tipo=TipoOrgano.INTERCLASSE)
    punto = sala.punto(NaturaPunto.NON_AMMISSIONE, su_persone=True, premesse=PREMESSE)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri(punto, **SEGRETA)
    assert codici(rifiuto) == ["fuori_dallo_scrutinio"]


def test_the_organo_di_garanzia_does_not_abstain(istituto):
    sala = sala_di_prova(
        istituto=istituto, in_carica=4, presenti=4, tipo=TipoOrgano.ORGANO_GARANZIA
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.chiudi(sala.apri(), 2, 1, 1)
    assert campi(rifiuto) == {"astenuti"}


@pytest.mark.parametrize(
    ("slug", "approvata", "necessari"),
    [("cpia-napoli-provincia-2", True, 18), ("ic-pinocchio-montesicuro", False, 21)],
)
def test_the_same_count_in_two_collegi(scuola, slug, approvata, necessari):
    riga = scuola(slug)
    with istituto_corrente(riga.pk):
        sala = sala_di_prova(istituto=riga, in_carica=60, presenti=40, tipo=TipoOrgano.COLLEGIO)
        votazione = sala.chiudi(sala.apri(), 20, 15, 5)
        assert (votazione.approvata, votazione.necessari) == (approvata, necessari)


@pytest.mark.parametrize(
    ("slug", "tipo", "numeri", "cifre", "approvata"),
    [
        ("cpia-napoli-provincia-2", TipoOrgano.COLLEGIO, (60, 40), (27, 13, 0), True),
        ("cpia-napoli-provincia-2", TipoOrgano.COLLEGIO, (60, 40), (26, 0, 14), False),
        ("ic-pinocchio-montesicuro", TipoOrgano.CONSIGLIO_ISTITUTO, (19, 12), (10, 2, 0), True),
        ("ic-pinocchio-montesicuro", TipoOrgano.CONSIGLIO_ISTITUTO, (19, 12), (9, 0, 3), False),
    ],
)
def test_the_change_of_a_regulation(scuola, slug, tipo, numeri, cifre, approvata):
    riga = scuola(slug)
    with istituto_corrente(riga.pk):
        sala = sala_di_prova(istituto=riga, in_carica=numeri[0], presenti=numeri[1], tipo=tipo)
        votazione = sala.chiudi(sala.apri(sala.punto(NaturaPunto.REGOLAMENTO)), *cifre)
        assert votazione.approvata is approvata


# By name


def test_a_member_votes_changes_and_sends_it_again(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri(**NOMINALE)
    for scelta in (Scelta.CONTRARIO, Scelta.FAVOREVOLE, Scelta.FAVOREVOLE):
        vota_palese(autore=sala.come(4), adesso=ADESSO, votazione_id=votazione.pk, voto=scelta)
    assert [(v.convocato, v.scelta) for v in VotoPalese.objects.all()] == [
        (sala.convocati[4], Scelta.FAVOREVOLE)
    ]
    assert Operazione.objects.filter(azione="vota per nome").count() == 2


def test_who_is_not_in_does_not_vote(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri(**NOMINALE)
    with pytest.raises(AttoRifiutato) as rifiuto:
        vota_palese(
            autore=sala.come(15), adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.CONTRARIO
        )
    assert codici(rifiuto) == ["non_vota"]


def test_by_name_the_figures_and_the_president_s_vote_are_those_given(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri(**NOMINALE)
    voti = dict.fromkeys([c.pk for c in sala.convocati[:7]], Scelta.CONTRARIO)
    voti |= dict.fromkeys([c.pk for c in sala.convocati[7:14]], Scelta.FAVOREVOLE)
    vota_per_appello(autore=sala.autore, adesso=ADESSO, votazione_id=votazione.pk, voti=voti)
    votazione = sala.chiudi(votazione)
    assert (votazione.favorevoli, votazione.contrari, votazione.astenuti) == (7, 7, 0)
    assert (votazione.approvata, votazione.voto_presidente) == (False, VotoPresidente.CONTRARIO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        vota_palese(
            autore=sala.come(4), adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.CONTRARIO
        )
    assert codici(rifiuto) == ["chiusa"]


def test_who_has_voted_and_gone_out_has_voted(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri(**NOMINALE)
    vota_palese(
        autore=sala.come(5), adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.FAVOREVOLE
    )
    sala.esce(5)
    sala.esce(6)
    sala.adesso = ADESSO.replace(minute=5)
    votazione = sala.chiudi(votazione)
    assert (votazione.presenti, votazione.favorevoli) == (13, 1)


def test_who_has_gone_out_does_not_change_the_vote(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.apri(**NOMINALE)
    vota_palese(
        autore=sala.come(5), adesso=ADESSO, votazione_id=votazione.pk, voto=Scelta.FAVOREVOLE
    )
    sala.esce(5)
    with pytest.raises(AttoRifiutato) as rifiuto:
        vota_palese(
            autore=sala.come(5), adesso=ADESSO.replace(minute=5), votazione_id=votazione.pk,
            voto=Scelta.CONTRARIO,
        )  # fmt: skip
    assert codici(rifiuto) == ["non_vota"]
    assert VotoPalese.objects.get().scelta == Scelta.FAVOREVOLE


def test_the_names_of_who_asks_stay_within_the_count(istituto):
    sala = sala_di_prova(istituto=istituto)
    uno, due = (c.pk for c in sala.convocati[3:5])
    votazione = sala.chiudi(sala.apri(), 13, 1, 0, nomi={uno: Scelta.CONTRARIO})
    with pytest.raises(AttoRifiutato) as rifiuto:
        segna_nomi(
            autore=sala.autore, adesso=ADESSO, votazione_id=votazione.pk,
            nomi={uno: Scelta.CONTRARIO, due: Scelta.CONTRARIO},
        )  # fmt: skip
    assert campi(rifiuto) == {"nomi"}
    segna_nomi(
        autore=sala.autore, adesso=ADESSO, votazione_id=votazione.pk, nomi={due: Scelta.CONTRARIO}
    )
    assert list(VotoPalese.objects.values_list("convocato", flat=True)) == [due]


# Again


def test_a_vote_that_is_repeated_stays_with_its_reason(istituto):
    sala = sala_di_prova(istituto=istituto)
    prima = sala.chiudi(sala.apri(), 7, 6, 1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        ripeti_votazione(autore=sala.autore, adesso=ADESSO, votazione_id=prima.pk, motivo=" ")
    assert campi(rifiuto) == {"motivo"}
    nuova = ripeti_votazione(
        autore=sala.autore,
        adesso=ADESSO,
        votazione_id=prima.pk,
        motivo="Una mano contata due volte",
    )
    prima.refresh_from_db()
    assert (prima.stato, prima.favorevoli) == (StatoVotazione.ANNULLATA, 7)
    assert prima.motivo_annullamento == "Una mano contata due volte"
    assert (nuova.segue_id, nuova.stato, nuova.favorevoli) == (
        prima.pk,
        StatoVotazione.APERTA,
        None,
    )


# Proclaiming


def test_proclaimed_it_takes_the_number_and_the_item_is_over(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.proclama(sala.chiudi(sala.apri(), 7, 6, 1))
    delibera = Delibera.objects.get()
    assert (delibera.numero, delibera.votazione_id) == (1, votazione.pk)
    votazione.punto.refresh_from_db()
    assert votazione.punto.esito == EsitoPunto.DELIBERATO
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri(votazione.punto)
    assert codici(rifiuto) == ["gia_votato"]
    with pytest.raises(AttoRifiutato):
        annulla_votazione(
            autore=sala.autore, adesso=ADESSO, votazione_id=votazione.pk, motivo="Ripensamento"
        )


def test_what_was_not_approved_takes_no_number_and_says_how_many_were_missing(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.proclama(sala.chiudi(sala.apri(), 5, 8, 1))
    punto = Punto.objects.get(pk=votazione.punto_id)
    assert punto.esito == EsitoPunto.NON_APPROVATO
    assert punto.motivo_esito == "5 sì su 13 voti validi: ne servivano 7"
    assert not Delibera.objects.exists()


def test_a_proclaimed_vote_does_not_change_even_by_hand(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.proclama(
        sala.chiudi(sala.apri(), 13, 1, 0, nomi={sala.convocati[3].pk: Scelta.CONTRARIO})
    )
    for quale in (
        lambda: Votazione.objects.filter(pk=votazione.pk).update(favorevoli=14, contrari=0),
        lambda: Votazione.objects.filter(pk=votazione.pk).update(stato=StatoVotazione.ANNULLATA),
        lambda: VotoPalese.objects.update(scelta=Scelta.ASTENUTO),
        lambda: VotoPalese.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            quale()


def test_proclaimed_twice_it_is_one_number(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.chiudi(sala.apri(), 14, 0, 0)
    sala.proclama(votazione)
    sala.proclama(votazione)
    assert Delibera.objects.count() == 1
    assert Operazione.objects.filter(azione="proclama votazione").count() == 1


def test_an_open_vote_is_not_proclaimed(istituto):
    sala = sala_di_prova(istituto=istituto)
    with pytest.raises(AttoRifiutato):
        sala.proclama(sala.apri())


def test_amendments_come_before_the_proposal(istituto):
    sala = sala_di_prova(istituto=istituto)
    punto = sala.punto()
    emendamento = sala.apri(punto, genere=GenereVotazione.EMENDAMENTO, testo="Aggiungere sabato.")
    sala.proclama(sala.chiudi(emendamento, 5, 8, 1))
    punto.refresh_from_db()
    assert punto.esito == ""
    sala.proclama(sala.chiudi(sala.apri(punto), 9, 4, 1))
    punto.refresh_from_db()
    assert punto.esito == EsitoPunto.DELIBERATO
    with pytest.raises(AttoRifiutato):
        sala.apri(punto, genere=GenereVotazione.EMENDAMENTO)


def test_a_dipartimento_proposes_without_a_number(istituto):
    sala = sala_di_prova(istituto=istituto, tipo=TipoOrgano.DIPARTIMENTO)
    votazione = sala.proclama(sala.chiudi(sala.apri(), 14, 0, 0))
    assert Punto.objects.get(pk=votazione.punto_id).esito == EsitoPunto.TRATTATO
    assert not Delibera.objects.exists()


# Competing proposals


def test_of_three_proposals_the_two_most_voted_are_voted_again(istituto):
    sala = sala_di_prova(istituto=istituto)
    punto = sala.punto()
    testi = [VoceDaVotare("Settimana corta"), VoceDaVotare("Sabato"), VoceDaVotare("Alternati")]
    votazione = sala.apri(punto, genere=GenereVotazione.ALTERNATIVA, proposte=testi, **NOMINALE)
    prima, seconda, terza = votazione.proposte.all()
    voti = [prima.pk] * 6 + [seconda.pk] * 5 + [terza.pk] * 2 + [Scelta.ASTENUTO]
    per_chi = dict(zip([c.pk for c in sala.convocati], voti, strict=False))
    vota_per_appello(autore=sala.autore, adesso=ADESSO, votazione_id=votazione.pk, voti=per_chi)
    votazione = sala.proclama(sala.chiudi(votazione))
    assert (votazione.approvata, votazione.astenuti) == (False, 1)
    punto.refresh_from_db()
    assert punto.esito == ""
    ballottaggio = sala.apri(
        punto,
        genere=GenereVotazione.BALLOTTAGGIO,
        proposte=[VoceDaVotare(prima.testo), VoceDaVotare(seconda.testo)],
        segue=votazione,
        **NOMINALE,
    )
    prima, seconda = ballottaggio.proposte.all()
    voti = [seconda.pk] * 8 + [prima.pk] * 6
    per_chi = dict(zip([c.pk for c in sala.convocati], voti, strict=False))
    vota_per_appello(autore=sala.autore, adesso=ADESSO, votazione_id=ballottaggio.pk, voti=per_chi)
    sala.proclama(sala.chiudi(ballottaggio))
    assert Delibera.objects.get().testo == "Sabato"
    seconda.refresh_from_db()
    assert (seconda.vince, seconda.voti) == (True, 8)


# The agenda


def chiede(sala, titolo="Uso della palestra"):
    return chiedi_ammissione(
        autore=sala.autore,
        adesso=ADESSO,
        seduta_id=sala.seduta.pk,
        punto=PuntoChiesto(titolo, NaturaPunto.DELIBERA),
    )


@pytest.mark.parametrize(("si", "no", "esito"), [(9, 5, EsitoPunto.NON_AMMESSO), (10, 4, "")])
def test_an_item_is_added_by_the_majority_of_the_members(scuola, si, no, esito):
    pinocchio = scuola("ic-pinocchio-montesicuro")
    with istituto_corrente(pinocchio.pk):
        sala = sala_di_prova(istituto=pinocchio)
        sala.proclama(sala.chiudi(sala.apri(), 14, 0, 0))
        votazione = sala.proclama(sala.chiudi(chiede(sala), si, no, 0))
        punto = Punto.objects.get(pk=votazione.punto_id)
        assert (punto.esito, punto.origine) == (esito, OriginePunto.IN_SEDUTA)
        assert punto.motivo_esito == ("9 sì, ne servivano 10" if esito else "")
        assert votazione.necessari == 10


def test_what_the_sitting_has_not_admitted_is_neither_begun_nor_voted(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = chiede(sala)
    annulla_votazione(
        autore=sala.autore, adesso=ADESSO, votazione_id=votazione.pk, motivo="conta errata"
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        sala.apri(votazione.punto)
    assert codici(rifiuto) == ["non_ammesso"]
    with pytest.raises(AttoRifiutato) as rifiuto:
        avvia_punto(autore=sala.autore, adesso=ADESSO, punto_id=votazione.punto_id)
    assert codici(rifiuto) == ["non_ammesso"]
    ripetuta = ripeti_ammissione(sala, votazione)
    sala.proclama(sala.chiudi(ripetuta, 14, 0, 0))
    assert sala.apri(votazione.punto).stato == StatoVotazione.APERTA


def ripeti_ammissione(sala, votazione):
    return sala.apri(votazione.punto, genere=GenereVotazione.AMMISSIONE, testo=votazione.testo)


def test_by_unanimity_an_item_is_asked_for_at_the_start(istituto):
    sala = sala_di_prova(istituto=istituto)
    votazione = sala.chiudi(chiede(sala), 13, 0, 1)
    assert (votazione.approvata, votazione.necessari) == (False, 14)
    sala.proclama(votazione)
    sala.proclama(sala.chiudi(sala.apri(), 14, 0, 0))
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiede(sala)
    assert codici(rifiuto) == ["non_all_inizio"]
    assert Punto.objects.filter(origine=OriginePunto.IN_SEDUTA).count() == 1


def test_the_order_is_inverted_by_a_vote(istituto):
    sala = sala_di_prova(istituto=istituto)
    uno, due, tre, quattro = (sala.punto() for _ in range(4))
    sala.proclama(sala.chiudi(sala.apri(uno), 14, 0, 0))
    with pytest.raises(AttoRifiutato):
        chiedi_inversione(autore=sala.autore, adesso=ADESSO, punto_id=due.pk)
    votazione = chiedi_inversione(autore=sala.autore, adesso=ADESSO, punto_id=quattro.pk)
    sala.proclama(sala.chiudi(votazione, 8, 6, 0))
    in_ordine = Punto.objects.filter(seduta=sala.seduta).order_by("ordine")
    assert list(in_ordine) == [uno, quattro, due, tre]
    assert sala.apri(quattro).stato == StatoVotazione.APERTA
