"""Letters and contracts: written, issued, signed, published, prolonged, checked, paid."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from pypdf import PdfReader

from cpia.atti.models import Documento, Operazione
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.access.carte import puo_leggere_incarico
from selezioni_pon.enums import (
    GiudizioIncarico,
    Provenienza,
    Rimedio,
    StatoAutorizzazione,
    StatoAvviso,
    StatoIncarico,
    StatoProposta,
    TipoContratto,
)
from selezioni_pon.models import Contratto
from selezioni_pon.queries.cercabili import carte
from selezioni_pon.queries.incarichi.atti import con_verifiche, vicenda_di
from selezioni_pon.queries.incarichi.registro import pubblicati, registro
from selezioni_pon.rules.svolgimento import stato_incarico
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.incarichi import DatiProroga, DatiVerifica
from selezioni_pon.services.incarichi.carta import STAMPA
from selezioni_pon.services.incarichi.stampe import stampa_incarico
from tests.factories.scuola import ADESSO, contesto
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import Fila, fila

pytestmark = pytest.mark.django_db
OGGI = ADESSO.date()
G, R, S = GiudizioIncarico, Rimedio, StatoIncarico
TUTTO = DatiVerifica(G.CONFORME, R.LIQUIDAZIONE, Decimal("30.00"), senza_oneri=True)


@pytest.fixture(autouse=True)
def _file(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


@pytest.fixture
def una(casa) -> Fila:
    """A post offered to the first."""
    trovata = fila(casa, 2)
    trovata.propone(1)
    return trovata


@pytest.fixture
def esterna(casa) -> Fila:
    """The same for who works from outside, at a price of his own."""
    trovata = fila(casa, 2, provenienza=Provenienza.PRIVATO)
    trovata.propone(1)
    return trovata


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def stato(contratto: Contratto, oggi: date = OGGI) -> StatoIncarico:
    return stato_incarico(vicenda_di(con_verifiche(Contratto.objects).get(pk=contratto.pk)), oggi)


def verifica(una: Fila, contratto: Contratto, dati: DatiVerifica = TUTTO, adesso=ADESSO):
    return una.fa(servizi.verifica_incarico, contratto, dati=dati, adesso=adesso)


def parole(documento: Documento) -> str:
    with stampa_incarico(documento.istituto_id, documento.pk).file.open("rb") as file:
        letto = PdfReader(io.BytesIO(file.read()))
    return " ".join(" ".join(pagina.extract_text() for pagina in letto.pages).split())


# Written


def test_who_accepted_has_a_letter_or_a_contract_by_where_one_works(una, esterna):
    for cosa, tipo in ((una, TipoContratto.LETTERA), (esterna, TipoContratto.CONTRATTO)):
        cosa.risponde(1)
        contratto = cosa.scrive(1)
        assert (contratto.tipo, contratto.autorizzazione) == (tipo, StatoAutorizzazione.NON_SERVE)
        assert stato(contratto) is S.BOZZA
    assert Operazione.objects.filter(azione="scrive incarico").count() == 2


def test_it_is_written_after_the_answer_and_over_what_was_read(una):
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.scrive(1)
    assert codici(rifiuto) == ["non_accettata"]
    una.risponde(1)
    contratto = una.scrive(1)
    with pytest.raises(Conflitto):
        una.scrive(1)
    assert una.scrive(1, versione=1, compenso=80_000).compenso == 80_000
    with pytest.raises(Conflitto):
        una.scrive(1, versione=1)
    contratto.refresh_from_db()
    assert (contratto.compenso, contratto.versione) == (80_000, 2)


@pytest.mark.parametrize(
    ("altro", "campo"),
    [
        ({"ore": Decimal(31)}, "ore"),
        ({"ore": Decimal(0)}, "ore"),
        ({"al": date(2024, 9, 15)}, "al"),
        ({"delibera_il": OGGI + timedelta(days=1)}, "delibera_il"),
        ({"chiesta_il": OGGI + timedelta(days=1)}, "chiesta_il"),
    ],
)
def test_figures_that_cannot_be_are_refused_at_their_field(una, altro, campo):
    una.risponde(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.scrive(1, **altro)
    assert [v.campo for v in rifiuto.value.violazioni] == [campo]
    assert not Contratto.objects.exists()


# Issued


def test_what_is_missing_stops_the_issue(una):
    una.risponde(1)
    contratto = una.scrive(1, delibera_il=None, compenso=90_001, al=date(2024, 12, 21))
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.emetti_incarico, contratto)
    assert codici(rifiuto) == ["delibera", "periodo", "compenso"]
    assert una.ora(contratto).documento is None
    assert not Lavoro.objects.filter(tipo=STAMPA).exists()


def test_the_letter_is_reserved_protocolled_printed_and_told(una):
    contratto = una.emesso(1)
    documento = contratto.documento
    assert (documento.riservato, documento.protocollo) == (True, contratto.protocollo)
    assert contratto.protocollo.riservato
    assert (
        Promemoria.objects.filter(tipo="selezioni_incarico.carta", destinatario=una.chi(1)).count()
        == 1
    )
    testo = parole(documento)
    for atteso in (
        "LETTERA DI INCARICO", una.chi(1).nome_e_cognome, "900,00 €",
        "16 settembre 2024 – 20 dicembre 2024", "delibera del Collegio dei docenti",
        "conflitto di interessi", "Per accettazione", "D.Lgs. 33/2013, art. 18",
    ):  # fmt: skip
        assert atteso in testo, atteso
    assert "PRESTAZIONE D’OPERA" not in testo
    assert una.chi(1).cognome not in documento.titolo


def test_the_contract_says_its_nature_and_that_it_has_no_effect_before(esterna):
    testo = parole(esterna.emesso(1).documento)
    for atteso in (
        "CONTRATTO DI PRESTAZIONE D’OPERA", "artt. 2222 e seguenti", "non ha effetto",
        "tracciabilità", "non si rinnova",
    ):  # fmt: skip
        assert atteso in testo, atteso


def test_a_public_employee_needs_the_permission_or_thirty_days_of_silence(casa):
    una = fila(
        casa, 1, provenienza=Provenienza.ALTRA_AMMINISTRAZIONE, amministrazione="Comune di Iseo"
    )
    una.propone(1)
    una.risponde(1)
    contratto = una.scrive(1, chiesta_il=OGGI)
    assert contratto.autorizzazione == StatoAutorizzazione.ATTESA
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.emette(contratto)
    assert codici(rifiuto) == ["autorizzazione"]
    una.emette(contratto, adesso=ADESSO + timedelta(days=31))
    assert una.ora(contratto).autorizzazione == StatoAutorizzazione.PER_SILENZIO


def test_who_asked_less_is_not_paid_more(casa):
    una = fila(casa, 1, offerta=Decimal("20.00"))
    una.propone(1)
    una.risponde(1)
    contratto = una.scrive(1)
    una.fa(servizi.emetti_incarico, contratto)  # the pay of this call is fixed: no offer counts
    assert una.ora(contratto).documento


def test_what_nobody_signed_is_taken_back_and_written_again(una):
    contratto = una.emesso(1)
    documento = contratto.documento
    una.fa(servizi.annulla_incarico, contratto, motivo="Il CUP era sbagliato")
    documento.refresh_from_db()
    assert documento.motivo_annullamento == "Il CUP era sbagliato"
    assert una.proposta(1).stato == StatoProposta.ACCETTATA
    nuovo = una.scrive(1)
    una.fa(servizi.emetti_incarico, nuovo)
    una.fa(servizi.registra_firma, nuovo, firmato_il=OGGI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.annulla_incarico, nuovo, motivo="Per sbaglio")
    assert codici(rifiuto) == ["non_si_annulla"]


# Signed, and the end of the call


def test_with_the_last_signature_the_call_is_concluded(casa):
    una = fila(casa, 3, posti=2)
    una.propone(1, 2)
    una.firmato(1)
    una.avviso.refresh_from_db()
    assert una.avviso.stato == StatoAvviso.PUBBLICATO
    secondo = una.firmato(2)
    una.avviso.refresh_from_db()
    assert una.avviso.stato == StatoAvviso.CONCLUSO
    assert Operazione.objects.filter(azione="conclude avviso con gli incarichi").count() == 1
    proposta = una.proposta(2)
    casa.atto(
        servizi.cessa_incarico, casa.dirigente, proposta_id=proposta.pk,
        versione=proposta.versione, giorno=OGGI, motivo="Si è trasferita altrove",
    )  # fmt: skip
    assert una.ora(secondo).chiuso_il == OGGI
    assert len(una.propone(3)) == 1


@pytest.mark.parametrize("giorni", [-1, 1])
def test_a_paper_is_signed_from_its_day_until_today(una, giorni):
    contratto = una.emesso(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.registra_firma, contratto, firmato_il=OGGI + timedelta(days=giorni))
    assert codici(rifiuto) == ["firmato_il"]


# Published


def test_it_is_published_with_its_pay_and_without_birth_or_codice_fiscale(esterna):
    contratto = esterna.firmato(1)
    assert pubblicati(contratto.istituto_id, OGGI) == []
    esterna.fa(servizi.pubblica_incarico, contratto)
    contratto = esterna.ora(contratto)
    pubblicazione = contratto.pubblicazione
    assert (pubblicazione.con_dati_personali, pubblicazione.dal) == (True, OGGI)
    assert esterna.chi(1).cognome not in pubblicazione.oggetto_dopo
    testo = parole(pubblicazione.documento)
    assert esterna.chi(1).nome_e_cognome in testo
    assert "900,00 €" in testo
    [riga] = pubblicati(contratto.istituto_id, OGGI)
    assert (riga.contratto, riga.compenso) == (contratto, "900,00 €")
    assert pubblicati(contratto.istituto_id, date(2027, 12, 20))
    assert not pubblicati(contratto.istituto_id, date(2027, 12, 21))
    with pytest.raises(AttoRifiutato) as rifiuto:
        esterna.fa(servizi.pubblica_incarico, contratto)
    assert codici(rifiuto) == ["non_si_pubblica"]


def test_who_prepares_and_who_holds_it_read_the_papers(casa, una):
    contratto = una.pubblicato(1)
    for documento in (contratto.documento, contratto.pubblicazione.documento):
        letture = {
            casa.dirigente: True, casa.segretaria: True, una.chi(1): True, una.chi(2): False,
            casa.docente: False,
        }  # fmt: skip
        for chi, legge in letture.items():
            assert puo_leggere_incarico(contesto(chi), documento) is legge
            trovato = Documento.objects.filter(carte(contesto(chi))[documento.tipo])
            assert trovato.filter(pk=documento.pk).exists() is legge


# Prolonged


def test_a_longer_end_keeps_the_pay_and_the_history(una):
    contratto = una.firmato(1)
    nuova = DatiProroga(date(2025, 1, 31), True, False, "La palestra è chiusa per lavori")
    una.fa(servizi.proroga_incarico, contratto, dati=nuova)
    contratto = una.ora(contratto)
    [proroga] = contratto.proroghe.all()
    assert (contratto.al, proroga.prima_al) == (date(2025, 1, 31), date(2024, 12, 20))
    assert contratto.compenso == 90_000
    carta = proroga.documento
    assert (carta.protocollo, carta.riservato) == (proroga.protocollo, True)
    letta = parole(carta)
    assert "PROROGA DELL’INCARICO" in letta
    assert f"prot. n. {contratto.protocollo.numero} del" in letta
    assert all(
        detto in letta
        for detto in ("20 dicembre 2024", "31 gennaio 2025", "900,00 €", "La palestra è chiusa")
    )
    for chi, legge in ((una.chi(1), True), (una.casa.segretaria, True), (una.chi(2), False)):
        assert puo_leggere_incarico(contesto(chi), carta) is legge
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.proroga_incarico, contratto, dati=replace(nuova, per_completare=False))
    assert codici(rifiuto) == ["nuova_fine", "per_completare"]


def test_what_is_not_signed_or_is_over_is_not_prolonged(una):
    contratto = una.emesso(1)
    dati = DatiProroga(date(2025, 1, 31), True, False, "Serve più tempo")
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.proroga_incarico, contratto, dati=dati)
    assert codici(rifiuto) == ["non_si_proroga"]
    una.fa(servizi.registra_firma, contratto, firmato_il=OGGI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.fa(servizi.proroga_incarico, contratto, dati=dati, adesso=ADESSO + timedelta(days=300))
    assert codici(rifiuto) == ["finito"]


# Checked and paid


def test_the_work_is_paid_by_phases_to_the_cent(una):
    contratto = una.pubblicato(1)
    prima = verifica(una, contratto, replace(TUTTO, svolte=Decimal("10.50")))
    assert (prima.importo, stato(contratto)) == (31_500, S.IN_CORSO)
    resto = verifica(una, contratto)
    assert resto.importo == 58_500
    assert "900,00 € × 30 su 30 ore" in resto.motivi[0]["testo"]
    assert stato(contratto) is S.LIQUIDATO
    with pytest.raises(AttoRifiutato) as rifiuto:
        verifica(una, contratto)
    assert codici(rifiuto) == ["gia_chiuso"]
    [riga] = registro(contesto(una.casa.segretaria))
    assert (riga.liquidato, riga.stato) == ("900,00 €", S.LIQUIDATO)


def test_a_contract_is_not_paid_before_it_is_published_and_a_letter_is(una, esterna):
    with pytest.raises(AttoRifiutato) as rifiuto:
        verifica(esterna, esterna.firmato(1))
    assert codici(rifiuto) == ["pubblicazione", "comunicazione"]
    assert verifica(una, una.firmato(1)).importo == 90_000


@pytest.mark.parametrize(
    ("dati", "attesi"),
    [
        (replace(TUTTO, svolte=Decimal(31)), ["troppe_ore"]),
        (replace(TUTTO, senza_oneri=False), ["oneri"]),
        (replace(TUTTO, rimedio=R.RISOLUZIONE), ["rimedio"]),
        (
            DatiVerifica(G.PARZIALE, R.LIQUIDAZIONE_PARZIALE, Decimal(9), senza_oneri=True),
            ["motivo"],
        ),
        (
            DatiVerifica(G.PARZIALE, R.INTEGRAZIONE, Decimal(9), "Mancano le schede",
                         OGGI + timedelta(days=31)),
            ["entro"],
        ),
    ],
)  # fmt: skip
def test_what_does_not_hold_of_a_check_is_refused(una, dati, attesi):
    contratto = una.pubblicato(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        verifica(una, contratto, dati)
    assert codici(rifiuto) == attesi
    assert not contratto.verifiche.exists()


def test_a_work_to_mend_waits_and_is_paid_in_part(una):
    contratto = una.pubblicato(1)
    entro = OGGI + timedelta(days=30)
    da_integrare = DatiVerifica(G.PARZIALE, R.INTEGRAZIONE, Decimal(30), "Mancano le schede", entro)
    assert verifica(una, contratto, da_integrare).importo == 0
    assert stato(contratto) is S.DA_INTEGRARE
    parte = DatiVerifica(
        G.PARZIALE, R.LIQUIDAZIONE_PARZIALE, Decimal(20), "Mancano ancora", senza_oneri=True
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        verifica(una, contratto, parte)
    assert codici(rifiuto) == ["meno_ore"]
    pagata = verifica(una, contratto, replace(parte, svolte=Decimal(30)))
    assert (pagata.importo, stato(contratto)) == (90_000, S.LIQUIDATO)


def test_a_contract_that_is_resolved_frees_its_post(una):
    contratto = una.pubblicato(1)
    risolto = DatiVerifica(G.NON_CONFORME, R.RISOLUZIONE, Decimal(5), "Non si è mai presentato")
    assert verifica(una, contratto, risolto).importo == 0
    contratto = una.ora(contratto)
    assert (contratto.chiuso_il, stato(contratto)) == (OGGI, S.RISOLTO)
    assert una.proposta(1).stato == StatoProposta.CESSATA
    assert len(una.propone(2)) == 1


def test_who_left_is_paid_for_what_was_done(una):
    contratto = una.pubblicato(1)
    proposta = una.proposta(1)
    una.casa.atto(
        servizi.cessa_incarico, una.casa.dirigente, proposta_id=proposta.pk,
        versione=proposta.versione, giorno=OGGI, motivo="Ha lasciato la scuola",
    )  # fmt: skip
    assert stato(contratto) is S.DA_VERIFICARE
    assert verifica(una, contratto, replace(TUTTO, svolte=Decimal(3))).importo == 9_000
    assert stato(contratto) is S.LIQUIDATO


def test_the_register_asks_the_same_with_one_and_with_thirty(casa, django_assert_num_queries):
    prima = fila(casa, 1)
    prima.propone(1)
    prima.firmato(1)
    chi = contesto(casa.segretaria)
    with django_assert_num_queries(2):
        assert len([riga.compenso for riga in registro(chi)]) == 1
    tante = fila(casa, 5, posti=5)
    tante.propone(1, 2, 3, 4, 5)
    for posto in range(1, 6):
        tante.firmato(posto)
    with django_assert_num_queries(2):
        assert len([(riga.chi, riga.progetto, riga.fine) for riga in registro(chi)]) == 6
