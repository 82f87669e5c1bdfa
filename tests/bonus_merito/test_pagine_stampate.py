"""The printed papers of the outcome, read as one reads them: teachers, ATA staff, of office."""

import io
from decimal import Decimal

import pytest
from pypdf import PdfReader

from bonus_merito.documents.richiesta import DICHIARA
from bonus_merito.enums import EsitoIstanza, FonteRisorse, Metodo, TipoIstanza
from bonus_merito.models import Assegnazione, Procedura, Richiesta
from bonus_merito.queries.pubblicabile import anteprima
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.services.atti import (
    decreta,
    presenta_istanza,
    pubblica_esito,
    rispondi_istanza,
)
from bonus_merito.services.atti.stampe import stampa_carta
from bonus_merito.services.richieste.foglio import stampa_richiesta
from cpia.atti.models import Documento
from cpia.avvisi.models import Promemoria
from tests.bonus_merito import scena_richieste
from tests.bonus_merito.scena_atti import Scena, scena
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db
GIUDICE = "giudice ordinario, in funzione di giudice del lavoro (D.Lgs. 165/2001, art. 63)"
PERCHE = "Nessuno ha presentato la griglia nel termine."


@pytest.fixture(autouse=True)
def _file(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


def parole(casa: Scena, documento: Documento) -> str:
    """The words of a paper, printed."""
    stampato = stampa_carta(casa.istituto.pk, documento.pk)
    return lette(stampato)


def lette(documento: Documento) -> str:
    with documento.file.open("rb") as file:
        letto = PdfReader(io.BytesIO(file.read()))
    return " ".join(" ".join(pagina.extract_text() for pagina in letto.pages).split())


def firma(casa: Scena, **altro) -> Procedura:
    return decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        metodo=Metodo.QUOTE_UGUALI, **altro,
    )  # fmt: skip


def pubblica(casa: Scena) -> Procedura:
    return pubblica_esito(autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk)


def lettera(casa: Scena, cognome: str) -> str:
    esito = Assegnazione.objects.get(procedura=casa.procedura, richiesta__persona__cognome=cognome)
    assert esito.lettera is not None
    return parole(casa, esito.lettera)


def ata() -> Scena:
    """The part of the ATA staff: 4,450.00 €, of a contract."""
    casa = scena(categoria="ata")
    fondo = casa.procedura.fondo
    fondo.quota_docenti = Decimal("6000.00")
    fondo.fonte = FonteRisorse.CONTRATTO.value
    fondo.contratto, fondo.articolo = "d’istituto 2023/24", "art. 22"
    fondo.save()
    return casa


def con_elenco(casa: Scena) -> None:
    regole = {**casa.procedura.regole}
    regole["bonus.pubblicazione"] = {**regole["bonus.pubblicazione"], "valore": "elenco"}
    Procedura.objects.filter(pk=casa.procedura.pk).update(regole=regole)
    casa.procedura.refresh_from_db()


def d_ufficio() -> Scena:
    casa = scena()
    Richiesta.objects.filter(procedura=casa.procedura).update(stato="d_ufficio")
    Procedura.objects.filter(pk=casa.procedura.pk).update(motivo_d_ufficio=PERCHE)
    return casa


# Teachers


def test_the_decree_has_amounts_reasons_and_remedies():
    casa = scena()
    Procedura.objects.filter(pk=casa.procedura.pk).update(in_servizio=40)
    testo = parole(casa, firma(casa, motivo_minimo="Solo tre hanno una fascia.").decreto)
    assert "DECRETO DI ASSEGNAZIONE DEL BONUS" in testo
    assert "Motivazione di Accardi." in testo
    assert "Su 40 docenti di ruolo in servizio" in testo
    assert "meno del minimo. Ragione: Solo tre hanno una fascia." in testo
    assert "D.L. 95/2012" in testo
    assert GIUDICE in testo
    assert "entro 15 giorni dalla pubblicazione" in testo
    assert "si intende respinta (L. 241/1990, art. 25 c. 4)" in testo
    assert "Iacona" not in testo


def test_a_letter_says_what_was_asked_and_declared():
    casa = scena()
    firma(casa)
    testo = lettera(casa, "Accardi")
    assert "Le è assegnato il bonus" in testo
    assert "esito della richiesta" in testo
    assert "Le attività che ha dichiarato" in testo
    assert GIUDICE in testo
    altra = lettera(casa, "Iacona")
    assert "La Sua richiesta è stata esaminata." in altra
    assert "non Le è assegnato il bonus" in altra
    assert "a Lei non" not in altra


def test_the_list_gives_who_has_no_group_a_heading_of_their_own():
    casa = scena()
    con_elenco(casa)
    Richiesta.objects.filter(pk=casa.richieste["Cusumano"].pk).update(gruppo="")
    quadro = quadro_di(casa.procedura)
    firma(casa)
    procedura = pubblica(casa)
    gruppi = [uno["titolo"] for uno in procedura.prospetto.contesto["gruppi"]]
    assert gruppi[-1] == "altri docenti"
    assert [voce for voce, _ in anteprima(quadro).righe] == [
        "Alfabetizzazione", "Primo livello, primo periodo", "Altri docenti",
    ]  # fmt: skip
    testo = parole(casa, procedura.prospetto)
    assert "Altri docenti Cusumano" in testo
    assert "Iacona" not in testo
    assert "€" not in testo


def test_a_list_without_groups_has_no_heading():
    casa = scena()
    con_elenco(casa)
    Richiesta.objects.filter(procedura=casa.procedura).update(gruppo="")
    firma(casa)
    [gruppo] = pubblica(casa).prospetto.contesto["gruppi"]
    assert (gruppo["titolo"], len(gruppo["nomi"])) == ("", 3)


def test_the_board_shows_before_what_is_published_after():
    casa = scena()
    prima = anteprima(quadro_di(casa.procedura)).righe
    firma(casa)
    contesto = pubblica(casa).prospetto.contesto
    uscite = [(r["voce"], r["valore"]) for r in (*contesto["dati"], *contesto["fasce"])]
    assert list(prima) == uscite
    testo = parole(casa, Procedura.objects.get(pk=casa.procedura.pk).prospetto)
    assert "ESITO DELL’ASSEGNAZIONE DEL BONUS" in testo
    assert "10.450,00 €" in testo


# The answer


@pytest.mark.parametrize(
    ("tipo", "rimedio"),
    [(TipoIstanza.RECLAMO, GIUDICE), (TipoIstanza.ACCESSO, "tribunale amministrativo regionale")],
)
def test_an_answer_says_where_one_may_go(tipo, rimedio):
    casa = scena()
    firma(casa)
    pubblica(casa)
    istanza = presenta_istanza(
        autore=casa.di("Iacona"), adesso=ADESSO, procedura_id=casa.procedura.pk, tipo=tipo,
        testo="Chiedo.", chiave="k",
    )  # fmt: skip
    risposta = rispondi_istanza(
        autore=casa.autore, adesso=ADESSO, istanza_id=istanza.pk, esito=EsitoIstanza.RESPINTA,
        risposta="Non ci sono ragioni nuove.",
    )  # fmt: skip
    testo = parole(casa, risposta.documento)
    assert "Non ci sono ragioni nuove." in testo
    assert rimedio in testo


# ATA staff


def test_the_papers_of_the_ata_staff_have_no_word_of_teachers():
    casa = ata()
    con_elenco(casa)
    procedura = firma(casa)
    decreto = parole(casa, procedura.decreto)
    assert "personale ATA" in decreto
    assert "Su 5 persone di ruolo in servizio" in decreto
    assert "contratto integrativo d’istituto d’istituto 2023/24, art. 22" in decreto
    assert "4.450,00 €" in decreto
    scritta = lettera(casa, "Accardi")
    assert "prof." not in scritta
    assert "sig" in scritta
    prospetto = parole(casa, pubblica(casa).prospetto)
    for testo in (decreto, scritta, prospetto):
        fuori = testo.replace("Comitato per la valutazione dei docenti", "")
        assert "docent" not in _senza_fonti(fuori), testo


def _senza_fonti(testo: str) -> str:
    """Without the names of the regulations, which are of teachers also where they are cited."""
    for fonte in ("Regolamento della commissione per la valutazione dei docenti",):
        testo = testo.replace(fonte, "")
    return testo


def test_the_ata_staff_has_its_part_of_the_fund():
    casa = ata()
    firma(casa)
    pagati = Assegnazione.objects.filter(procedura=casa.procedura).values_list("importo", flat=True)
    assert sum(pagati) == Decimal("4450.00")


# Contract


def test_the_source_of_the_contract_goes_through_the_decree():
    casa = ata()
    premesse = firma(casa).decreto.contesto["premesse"]
    assert any("L. 27 dicembre 2019, n. 160" in riga for riga in premesse)
    assert any("art. 22" in riga for riga in premesse)


# Of office


def test_of_office_decree_and_letter_say_that_nobody_asked():
    casa = d_ufficio()
    decreto = parole(casa, firma(casa).decreto)
    assert "si procede d’ufficio" in decreto
    assert PERCHE in decreto
    for cognome in ("Accardi", "Iacona"):
        scritta = lettera(casa, cognome)
        assert "esito della valutazione" in scritta
        assert "Le attività valutate" in scritta
        assert "ha dichiarato" not in scritta
        assert "La Sua richiesta" not in scritta
    oggetti = set(
        Promemoria.objects.filter(tipo="bonus_merito.esito").values_list("oggetto", flat=True)
    )
    assert oggetti == {"Il tuo esito per il bonus"}


def test_of_office_the_list_is_published_without_groups():
    casa = d_ufficio()
    con_elenco(casa)
    Richiesta.objects.filter(procedura=casa.procedura).update(gruppo="")
    firma(casa)
    testo = parole(casa, pubblica(casa).prospetto)
    assert all(cognome in testo for cognome in ("Accardi", "Buscemi", "Cusumano"))


# The grid


def test_the_grid_is_a_declaration_in_lieu_of_a_certificate():
    casa = scena_richieste.scena()
    inviata = casa.invia()
    testo = lette(stampa_richiesta(casa.istituto.pk, inviata.documento_id))
    assert DICHIARA in testo
    assert "artt. 46 e 47 del D.P.R. 28 dicembre 2000, n. 445" in testo
    chi = casa.docente.nome_e_cognome
    assert f"{chi}. Inviata dal portale con accesso personale" in testo
    assert "Laboratorio di lettura" in testo
