"""Titles decided one by one, points given alone and then agreed, applications closed."""

from datetime import timedelta
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.enums import Deroga, EsitoTitolo, Fase, Provenienza
from selezioni_pon.models import (
    DecisioneTitolo,
    Esame,
    Invio,
    PuntiCommissario,
    PuntiConcordati,
)
from selezioni_pon.queries.commissione.punteggi import (
    aperte_di,
    inviate,
    punteggi,
    valutate,
    versione_di,
)
from selezioni_pon.services.commissione.discrezionali import MEDIA, concorda_punti, dai_punti
from selezioni_pon.services.commissione.esami import (
    DatiEsclusione,
    chiudi_domanda,
    escludi_domanda,
    riapri_domanda,
)
from selezioni_pon.services.commissione.titoli import DatiDecisione, decidi_titolo
from tests.conftest import come_proprietario
from tests.factories.candidature import decisa
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_esame import SOLI_TITOLI, TITOLI, commissario, esami

pytestmark = pytest.mark.django_db
E = EsitoTitolo
ACCETTA = DatiDecisione(E.ACCETTATO)
RIFIUTA = DatiDecisione(E.RIFIUTATO, None, "non è un titolo di questa voce")
ESCLUSA = DatiEsclusione("Manca il diploma chiesto dall’avviso", "avviso, art. 3")


@pytest.fixture
def tutto():
    return esami()


@pytest.fixture
def titoli():
    """The same without points of the commission."""
    return esami(SOLI_TITOLI)


def decide(tutto, voce, dati, versione=0, chi=0):
    return tutto.atto(
        decidi_titolo, chi, titolo_id=tutto.titolo(voce).pk, versione=versione, dati=dati
    )


def codici(rifiuto):
    return [una.codice for una in rifiuto.value.violazioni]


def azioni():
    return list(Operazione.objects.order_by("pk").values_list("azione", flat=True))


# titles


def test_a_title_accepted_counts_as_it_was_declared(tutto):
    decisa = decide(tutto, "2", ACCETTA)
    assert (decisa.ammesso, decisa.versione) == ({"quanti": 3}, 1)
    assert decisa.decisa_da == tutto.membri[0]
    assert tutto.titolo("2").valore == {"quanti": 3}
    operazione = Operazione.objects.get(azione="decide titolo dichiarato")
    assert operazione.dati == {"voce": "2", "esito_titolo": "accettato", "motivo": ""}
    assert operazione.oggetto_id == decisa.pk


def test_accepted_in_part_only_with_a_reason_and_never_more_than_declared(tutto):
    meno = DatiDecisione(E.RIDOTTO, {"quanti": 2}, "una dura dieci ore")
    assert decide(tutto, "2", meno).ammesso == {"quanti": 2}
    for dati, codice in (
        (DatiDecisione(E.RIDOTTO, {"quanti": 2}), "motivo"),
        (DatiDecisione(E.RIDOTTO, {"quanti": 4}, "sono quattro"), "piu_del_dichiarato"),
        (DatiDecisione(E.RIDOTTO, {"quanti": "due"}, "sono due"), "numero_non_valido"),
        (DatiDecisione(E.RIFIUTATO), "motivo"),
    ):
        with pytest.raises(AttoRifiutato) as rifiuto:
            decide(tutto, "2", dati, versione=1)
        assert codici(rifiuto) == [codice]
    assert DecisioneTitolo.objects.get().ammesso == {"quanti": 2}
    assert azioni().count("decide titolo dichiarato") == 1


def test_a_double_click_is_one_decision_and_of_two_members_the_second_is_told(tutto):
    prima = decide(tutto, "3", ACCETTA)
    assert decide(tutto, "3", ACCETTA, chi=1) == prima
    with pytest.raises(Conflitto) as conflitto:
        decide(tutto, "3", RIFIUTA, chi=1)
    assert conflitto.value.attuale == prima
    assert decide(tutto, "3", RIFIUTA, versione=1, chi=1).versione == 2
    assert DecisioneTitolo.objects.get().decisa_da == tutto.membri[1]


def test_nobody_decides_before_declaring_nor_when_the_work_is_closed(tutto):
    nuovo = commissario(tutto.casa, tutto.commissione, dichiarato_il=None, senza_condanne=None)
    tutto.membri.append(nuovo)
    with pytest.raises(AttoRifiutato) as rifiuto:
        decide(tutto, "3", ACCETTA, chi=3)
    assert codici(rifiuto) == ["dichiarazione"]
    tutto.commissione.chiusa_il = ADESSO
    tutto.commissione.save(update_fields=["chiusa_il"])
    with pytest.raises(AttoRifiutato) as rifiuto:
        decide(tutto, "3", ACCETTA)
    assert codici(rifiuto) == ["lavori_chiusi"]
    assert not DecisioneTitolo.objects.exists()


def test_an_application_that_was_replaced_is_not_decided(tutto):
    with come_proprietario():
        Invio.objects.update(ritirato_il=ADESSO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        decide(tutto, "3", ACCETTA)
    assert codici(rifiuto) == ["non_in_gara"]


# points of the commission


def dai(tutto, chi, valore, voce="4"):
    return tutto.atto(dai_punti, chi, invio_id=tutto.invii[0].pk, voce=voce, valore=valore)


def concorda(tutto, valore, motivo="", versione=0, chi=0, voce="4"):
    return tutto.atto(
        concorda_punti, chi, invio_id=tutto.invii[0].pk, voce=voce, valore=valore, motivo=motivo,
        versione=versione,
    )  # fmt: skip


def test_each_gives_the_own_points_and_changes_them_until_all_are_there(tutto):
    dai(tutto, 0, {"punti": "12,5"})
    dai(tutto, 0, {"punti": "13"})
    dai(tutto, 1, {"punti": "15"})
    with pytest.raises(AttoRifiutato) as rifiuto:
        concorda(tutto, {"punti": "14"})
    assert codici(rifiuto) == ["mancano_punti"]
    dai(tutto, 2, {"punti": "18"})
    with pytest.raises(AttoRifiutato) as rifiuto:
        dai(tutto, 0, {"punti": "20"})
    assert codici(rifiuto) == ["scoperti"]
    assert PuntiCommissario.objects.get(commissario=tutto.membri[0]).valore == {"punti": "13"}


def test_the_register_says_that_points_were_given_and_not_how_many(tutto):
    dai(tutto, 0, {"punti": "17"})
    assert Operazione.objects.get(azione="dà i propri punti").dati == {"voce": "4"}


@pytest.mark.parametrize(
    ("voce", "valore", "codice"),
    [
        ("4", {"punti": "21"}, "oltre_il_massimo"),
        ("4", {"punti": "tanti"}, "punti_non_validi"),
        ("5", {"grado": "eccelsa"}, "parola_ignota"),
        ("2", {"quanti": 3}, "voce"),
    ],
)
def test_points_that_the_item_does_not_have(tutto, voce, valore, codice):
    with pytest.raises(AttoRifiutato) as rifiuto:
        dai(tutto, 0, valore, voce)
    assert codici(rifiuto) == [codice]
    assert not PuntiCommissario.objects.exists()


def test_the_agreed_points_are_the_mean_or_have_their_reason(tutto):
    for chi, punti in enumerate(("10", "11", "15")):
        dai(tutto, chi, {"punti": punti})
    with pytest.raises(AttoRifiutato) as rifiuto:
        concorda(tutto, {"punti": "14"})
    assert codici(rifiuto) == ["motivo"]
    dati = concorda(tutto, {"punti": "12"})
    assert (dati.motivo, dati.versione) == (MEDIA, 1)
    assert concorda(tutto, {"punti": "12"}, chi=1) == dati
    with pytest.raises(Conflitto):
        concorda(tutto, {"punti": "14"}, "il metodo è descritto meglio", chi=1)
    concorda(tutto, {"punti": "14"}, "il metodo è descritto meglio", versione=1, chi=1)
    assert PuntiConcordati.objects.get().valore == {"punti": "14"}


def test_who_has_left_the_commission_does_not_count_any_more(tutto):
    for chi in range(3):
        dai(tutto, chi, {"grado": "buona"}, "5")
    with come_proprietario():
        uscito = tutto.membri[2]
        uscito.cessato_il, uscito.motivo_cessazione = ADESSO, "conflitto di interessi"
        uscito.save()
    commissario(tutto.casa, tutto.commissione)
    with pytest.raises(AttoRifiutato) as rifiuto:
        concorda(tutto, {"grado": "buona"}, voce="5")
    assert codici(rifiuto) == ["mancano_punti"]


# the outcome


def tutti_decisi(tutto):
    for voce in TITOLI:
        decisa(tutto.titolo(voce), tutto.membri[0])


def chiudi(tutto, **altro):
    invio = tutto.invii[0]
    return tutto.atto(
        chiudi_domanda, invio_id=invio.pk, **({"versione": versione_di(invio)} | altro)
    )


def test_an_application_is_closed_when_every_title_is_decided(titoli):
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiudi(titoli)
    assert codici(rifiuto) == ["da_verificare"]
    assert not Esame.objects.exists()
    tutti_decisi(titoli)
    esame = chiudi(titoli)
    assert (esame.ammesso, esame.chiuso_il, esame.chiuso_da) == (True, ADESSO, titoli.membri[0])
    assert azioni()[-1] == "chiude verifica di una candidatura"
    assert aperte_di(titoli.avviso) == 0
    with pytest.raises(AttoRifiutato) as rifiuto:
        decide(titoli, "3", RIFIUTA, versione=1)
    assert codici(rifiuto) == ["domanda_chiusa"]


def test_not_without_the_points_of_the_commission(tutto):
    tutti_decisi(tutto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiudi(tutto)
    assert codici(rifiuto) == ["senza_accordo"]


def test_what_was_decided_meanwhile_is_read_again_before_closing(titoli):
    tutti_decisi(titoli)
    letta = versione_di(titoli.invii[0])
    decide(titoli, "3", RIFIUTA, versione=1, chi=1)
    with pytest.raises(Conflitto):
        chiudi(titoli, versione=letta)
    chiudi(titoli)


def test_experience_in_the_place_of_the_degree_is_ascertained_first(titoli):
    with come_proprietario():
        titoli.avviso.fase = Fase.ESTERNI.value
        titoli.avviso.save(update_fields=["fase"])
        titoli.invii[0].candidatura.__class__.objects.update(
            provenienza=Provenienza.PRIVATO.value, specializzazione=False, deroga=Deroga.ARTE.value
        )
    tutti_decisi(titoli)
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiudi(titoli)
    assert codici(rifiuto) == ["esperienza"]
    assert chiudi(titoli, esperienza_accertata=True).esperienza_accertata


def test_the_requirements_are_those_that_were_sent_whatever_the_draft_says(titoli):
    with come_proprietario():
        inviati = {
            "provenienza": "interno", "cittadinanza": "ue", "diritti_civili": False,
            "senza_condanne": True, "senza_procedimenti": True, "specializzazione": True,
            "deroga": "nessuna",
        }  # fmt: skip
        invio = titoli.invii[0]
        invio.contenuto["requisiti"] = inviati
        invio.save(update_fields=["contenuto"])
    tutti_decisi(titoli)
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiudi(titoli)
    assert codici(rifiuto) == ["diritti_civili"]


def test_excluded_with_its_reason_and_source_whatever_is_still_open(titoli):
    invio = titoli.invii[0]
    for dati, codice in ((DatiEsclusione("no", "art. 3"), "motivo"), (
        DatiEsclusione("Manca il diploma", " "), "fonte"
    )):  # fmt: skip
        with pytest.raises(AttoRifiutato) as rifiuto:
            titoli.atto(escludi_domanda, invio_id=invio.pk, versione=0, dati=dati)
        assert codici(rifiuto) == [codice]
    assert not Esame.objects.exists()
    esame = titoli.atto(escludi_domanda, invio_id=invio.pk, versione=0, dati=ESCLUSA)
    assert (esame.ammesso, esame.motivo, esame.fonte) == (False, ESCLUSA.motivo, ESCLUSA.fonte)
    assert [una.ammessa for una in punteggi(titoli.avviso).chiuse] == [False]
    assert Operazione.objects.get(azione="esclude candidatura").dati == {"motivo": ESCLUSA.motivo}


def test_opened_again_with_the_reason_what_was_decided_stays(titoli):
    invio = titoli.invii[0]
    decide(titoli, "3", ACCETTA)
    titoli.atto(escludi_domanda, invio_id=invio.pk, versione=versione_di(invio), dati=ESCLUSA)
    with pytest.raises(AttoRifiutato) as rifiuto:
        titoli.atto(riapri_domanda, invio_id=invio.pk, motivo=" ")
    assert codici(rifiuto) == ["motivo"]
    esame = titoli.atto(riapri_domanda, invio_id=invio.pk, motivo="Ha mandato il diploma mancante")
    assert (esame.ammesso, esame.chiuso_il, esame.motivo) == (True, None, "")
    assert decide(titoli, "3", RIFIUTA, versione=1).versione == 2
    with pytest.raises(AttoRifiutato) as rifiuto:
        titoli.atto(riapri_domanda, invio_id=invio.pk, motivo="Ancora una volta, per sbaglio")
    assert codici(rifiuto) == ["aperta"]


# the scores


def test_the_scores_are_those_of_what_was_decided(tutto):
    tutti_decisi(tutto)
    for voce, valore in (("4", {"punti": "12.5"}), ("5", {"grado": "buona"})):
        PuntiConcordati.objects.create(
            istituto=tutto.casa.istituto, invio=tutto.invii[0], voce=voce, valore=valore,
            motivo=MEDIA, dati_il=ADESSO, dati_da=tutto.membri[0],
        )  # fmt: skip
    una = punteggi(tutto.avviso).tutte[0]
    # 10 + 7.5 + 3 stop at 20; 12.5 and 12 of the commission
    assert una.confronto.dichiarato.totale == 20
    assert una.ammesso.totale == una.confronto.ammesso.totale == Fraction("44.5")
    assert una.da_decidere == 0
    assert una.versione == versione_di(una.invio) == 5


def test_the_same_queries_with_one_application_and_with_thirty(titoli):
    tutti_decisi(titoli)
    chiudi(titoli)

    def quante():
        with CaptureQueriesContext(connection) as contate:
            tutti = punteggi(titoli.avviso)
            assert [una.ammesso.totale for una in tutti.chiuse] == [20]
        return len(contate), len(tutti.tutte)

    assert titoli.avviso.griglia is not None  # it comes with the call, and is read only once
    assert quante() == (4, 1)
    for posto in range(29):
        titoli.candidata(f"Altra {posto:02d}")
    assert quante() == (4, 30)
    assert aperte_di(titoli.avviso) == 29


def test_what_was_taken_back_or_replaced_does_not_count(titoli):
    altra = titoli.candidata("Ritirata")
    with come_proprietario():
        altra.ritirato_il = ADESSO - timedelta(days=4)
        altra.save(update_fields=["ritirato_il"])
    assert list(inviate(titoli.avviso)) == [titoli.invii[0]]
    assert aperte_di(titoli.avviso) == 1
    (una,) = valutate(punteggi(titoli.avviso).griglia, [titoli.invii[0]])
    assert una.esame is None
