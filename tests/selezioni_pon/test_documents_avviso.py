"""The paper of a call: what it says, frozen, printed, and read by whom."""

import io
from datetime import date, timedelta
from decimal import Decimal
from types import SimpleNamespace

import pytest
from pypdf import PdfReader

from cpia.atti.models import Documento
from cpia.atti.pdf import StampaFallita
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.registri import LavoroNonRiuscito
from selezioni_pon.access.carte import puo_leggere
from selezioni_pon.documents.avviso import TIPO, ContestoAvviso
from selezioni_pon.documents.parole import citata
from selezioni_pon.enums import MotivoImpossibilita
from selezioni_pon.models import Avviso, Progetto
from selezioni_pon.queries.cercabili import carte
from selezioni_pon.rules.fonti import regolamento
from selezioni_pon.services.avvisi import DatiImpossibilita, accerta_impossibilita
from selezioni_pon.services.avvisi.carta import STAMPA, chiedi_carta, chiedi_stampa, stampa_avviso
from selezioni_pon.services.selezioni import prepara_successivo
from selezioni_pon.tasks import avvisi as compiti
from tests.factories.scuola import IstitutoFactory, contesto
from tests.factories.selezioni import SCADE
from tests.selezioni_pon.scena import Scena, scena

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _file(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def stampato(casa: Scena, avviso: Avviso) -> Documento:
    return stampa_avviso(casa.istituto.pk, avviso.documento_id)


def parole(casa: Scena, avviso: Avviso) -> str:
    """The words of the printed paper, without the foot of its pages."""
    with stampato(casa, avviso).file.open("rb") as file:
        letto = PdfReader(io.BytesIO(file.read()))
    return " ".join(" ".join(pagina.extract_text() for pagina in letto.pages).split())


def articolo(avviso: Avviso, titolo: str) -> dict:
    [trovato] = [a for a in avviso.documento.contesto["articoli"] if a["titolo"] == titolo]
    return trovato


def detto(parte: dict) -> str:
    """Everything that an article says."""
    punti = [*parte["paragrafi"], *parte["elenco"], *parte["seguono"]]
    coppie = [*parte["dati"], *parte["testi"]]
    return " ".join(
        [*(f"{p['testo']} ({p['fonte']})" for p in punti), *(c["valore"] for c in coppie)]
    )


# What it says


def test_the_paper_holds_what_the_regulation_wants_in_a_call(casa):
    testo = parole(casa, casa.pubblicato())
    for atteso in (
        "AVVISO DI SELEZIONE", "2 incarichi di «tutor», riservato al personale della scuola",
        "Competenze di base", "10.2.2A-FSEPON-MA-2017-41", "G34D21000910006",
        "Recupero della matematica", "Laboratori pomeridiani", "Un quaderno di esercizi",
        "Il compenso di un’ora è 30,00 €, al lordo.", "16 settembre 2024 – 20 dicembre 2024",
        "scuola secondaria di primo grado", "mercoledì 26 giugno 2024, ore 23.59.59",
        "dal portale della scuola", "lavorare in questa scuola", "diritti civili e politici",
        "diploma di scuola secondaria di secondo grado", "Griglia «Tutor interno»",
        "entro 15 giorni dalla pubblicazione", "L. 241/1990, artt. 5 e 8",
        casa.segretaria.cognome, "Titolare del trattamento", "Regolamento (UE) 2016/679, art. 13",
        "/privacy/",
    ):  # fmt: skip
        assert atteso in testo, atteso


def test_every_item_of_the_grid_is_printed_with_its_cap_and_both_readings(casa):
    griglia = casa.griglia("ic-pinocchio-2018/madrelingua-inglese", "Madrelingua")
    avviso = casa.pubblica(casa.pronta(griglia_id=griglia.pk))
    stampata = avviso.documento.contesto["griglia"]
    assert [len(sezione["voci"]) for sezione in stampata["sezioni"]] == [3, 3, 7, 3]
    assert stampata["totale"] == "100"
    testo = parole(casa, avviso)
    assert "una sola delle opzioni indicate). Al massimo 4 punti" in testo
    assert "La fonte scrive anche 2 punti." in testo
    assert "con 4 le righe fanno 100" in testo
    assert "In alternativa alla voce 2" in testo
    assert "Punti dati dalla commissione" in testo


def test_an_offer_is_asked_where_the_pay_may_change(casa):
    avviso = casa.pubblica(casa.pronta(compenso_massimo=Decimal("35.00")))
    assert "scrive quanto chiede per un’ora, al lordo: da 30,00 € a 35,00 €" in detto(
        articolo(avviso, "Compenso")
    )


def test_a_call_to_others_says_why_and_asks_more(casa):
    primo = casa.pubblicato()
    dopo = SCADE + timedelta(days=1)
    dati = DatiImpossibilita(
        MotivoImpossibilita.NESSUNA_DOMANDA, "decreto n. 45 del 27 giugno 2024", dopo.date()
    )
    casa.atto(accerta_impossibilita, casa.dirigente, dopo, avviso_id=primo.pk, dati=dati)
    bozza = casa.atto(prepara_successivo, adesso=dopo, avviso_id=primo.pk)
    avviso = casa.pubblica(
        casa.scrive(
            bozza, pagamento="al termine", trattamento="ritenuta d’acconto",
            scade=SCADE + timedelta(days=30),
        ),
        dopo,
    )  # fmt: skip
    premesse = " ".join(p["testo"] for p in avviso.documento.contesto["premesse"])
    assert "nessuno ha presentato domanda (decreto n. 45" in premesse
    assert avviso.documento.contesto["sotto"].endswith("rivolto al personale di altre scuole")
    assert "lavorare in un’altra scuola" in detto(articolo(avviso, "Requisiti di ammissione"))
    assert "art. 53" in detto(articolo(avviso, "Affidamento"))
    assert "ritenuta d’acconto" in detto(articolo(avviso, "Compenso"))


def test_the_term_of_the_complaint_is_that_of_the_call(casa):
    avviso = casa.pubblica(casa.pronta(reclamo_giorni=7))
    assert "entro 7 giorni dalla pubblicazione" in detto(articolo(avviso, "Reclamo"))


def test_what_no_norm_fixes_is_fixed_by_the_call(casa):
    avviso = casa.pubblicato()
    assert "prassi" not in str(avviso.documento.contesto)
    assert "Porto Venere" not in str(avviso.documento.contesto)
    assert "dove non c’è, la stabilisce questo avviso" in parole(casa, avviso)


@pytest.mark.parametrize(("massimo", "c_e"), [("30.00", False), ("35.00", True)])
def test_the_lower_offer_decides_only_where_one_is_made(casa, massimo, c_e):
    avviso = casa.pubblica(casa.pronta(compenso_massimo=Decimal(massimo)))
    procedura = detto(articolo(avviso, "Commissione e graduatoria"))
    assert ("offerta economica più bassa" in procedura) is c_e
    assert "più servizio nell’istituto" in procedura


def test_the_regulation_of_another_school_is_only_a_model(casa):
    fonte = regolamento("art. 4 c. 4")
    assert citata(fonte, casa.istituto) == ""
    assert citata(f"{fonte}; L. 3/2003, art. 11", casa.istituto) == "L. 3/2003, art. 11"
    sua = IstitutoFactory(slug="ic-porto-venere")
    assert citata(fonte, sua).startswith("Regolamento d’istituto")


def test_what_was_typed_cannot_break_the_page(casa):
    ostile = '<img src="file:///etc/passwd" alt=x><script>1</script>'
    avviso = casa.pubblica(casa.pronta(luogo=ostile, come_si_presenta=ostile))
    assert "<script>" in parole(casa, avviso)


# Frozen


def test_the_words_come_back_from_what_is_kept(casa):
    conservato = casa.pubblicato().documento.contesto
    assert ContestoAvviso.from_dict(conservato).as_dict() == conservato


def test_printed_twice_it_gives_the_same_bytes(casa):
    avviso = casa.pubblicato()
    primo = stampato(casa, avviso)
    assert stampato(casa, avviso).impronta == primo.impronta
    assert primo.pagine >= 2


def test_a_long_call_is_printed_whole(casa):
    lungo = "Attività di laboratorio con gruppi di alunni. " * 120
    avviso = casa.pronta()
    Progetto.objects.update(attivita=lungo)
    testo = parole(casa, casa.pubblica(avviso))
    assert testo.count("laboratorio") == 120


def test_the_paper_has_number_signature_and_place_on_the_albo(casa):
    avviso = casa.pubblicato()
    assert avviso.documento.protocollo_id == avviso.protocollo_id
    assert avviso.pubblicazione.documento_id == avviso.documento_id
    assert avviso.documento.firmato_da == casa.dirigente.nome_e_cognome
    assert avviso.protocollo.oggetto == (
        "Avviso di selezione: tutor, «Competenze di base», personale della scuola"
    )
    assert Lavoro.objects.get(tipo=STAMPA).riferimento == avviso.documento_id


def test_a_second_click_makes_no_second_paper(casa):
    avviso = casa.pubblicato()
    di_nuovo = casa.atto(chiedi_carta, casa.dirigente, avviso_id=avviso.pk)
    assert di_nuovo.documento_id == avviso.documento_id
    assert casa.atto(chiedi_stampa, casa.dirigente, avviso=avviso) is not None
    assert Lavoro.objects.filter(tipo=STAMPA).count() == 1
    avviso.documento = stampato(casa, avviso)
    assert casa.atto(chiedi_stampa, casa.dirigente, avviso=avviso) is None


def test_without_who_directs_nothing_is_published(casa):
    avviso = casa.pronta()
    casa.dirigente.incarichi.update(al=date(2024, 1, 31))
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.pubblica(avviso)
    assert [v.codice for v in rifiuto.value.violazioni] == ["firma"]
    assert not Documento.objects.filter(tipo=TIPO).exists()


def test_a_failed_print_is_told_to_who_published(casa, monkeypatch):
    avviso = casa.pubblicato()

    def fallisce(*_):
        raise StampaFallita("il foglio non c’è")

    def svolgi(*, istituto_id, lavoro_id, compito):
        compito(SimpleNamespace(riferimento=avviso.documento_id))

    monkeypatch.setattr(compiti, "stampa_avviso", fallisce)
    monkeypatch.setattr(compiti, "svolgi", svolgi)
    with pytest.raises(LavoroNonRiuscito, match="il foglio"):
        compiti.stampa(casa.istituto.pk, 1)
    assert not Documento.objects.get(pk=avviso.documento_id).impronta


# Who reads it


def test_the_staff_reads_what_is_published_and_nobody_else_does(casa):
    avviso = casa.pubblicato()
    for chi in (casa.dirigente, casa.segretaria, casa.docente, casa.ata):
        assert puo_leggere(contesto(chi), avviso.documento)
        assert _trova(chi, avviso)
    assert not puo_leggere(contesto(casa.estranea), avviso.documento)
    assert not _trova(casa.estranea, avviso)


def _trova(chi, avviso: Avviso) -> bool:
    sue = carte(contesto(chi))[TIPO]
    return Documento.objects.filter(sue, pk=avviso.documento_id).exists()
