"""The papers of an application, printed: what is signed, and the receipt; who reads them."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from cpia.atti.models import Documento
from cpia.atti.registri import puo_leggere
from selezioni_pon.documents.domanda import ContestoDomanda
from selezioni_pon.documents.ricevuta import ContestoRicevuta
from selezioni_pon.models import Invio
from selezioni_pon.queries.candidature.in_parole import file_detti
from selezioni_pon.queries.cercabili import carte
from selezioni_pon.services.candidature.carta import prepara_foglio, stampa_candidatura
from tests.factories.scuola import ADESSO, contesto
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_invio import byte_di, candidatura, firmata, invia

pytestmark = pytest.mark.django_db
DOPO = SCADE + timedelta(seconds=1)


@pytest.fixture
def casa(settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    return scena()


@pytest.fixture
def riga(casa):
    return candidatura(AvvisoFactory(istituto=casa.istituto, pubblicato=True), casa.docente)


def parole(documento: Documento) -> str:
    stampato = stampa_candidatura(documento.istituto_id, documento.pk)
    letto = PdfReader(io.BytesIO(byte_di(stampato)))
    return " ".join(" ".join(pagina.extract_text() for pagina in letto.pages).split())


def leggono(casa: Scena, documento: Documento, adesso) -> set[str]:
    """Who of the school reads a paper: page and search say the same."""
    trovati = set()
    for nome in ("dirigente", "segretaria", "docente", "ata"):
        chi = contesto(getattr(casa, nome), adesso)
        cercabile = Documento.objects.filter(
            carte(chi)[documento.tipo], pk=documento.pk
        ).exists()  # fmt: skip
        assert cercabile == puo_leggere(chi, documento)
        if cercabile:
            trovati.add(nome)
    return trovati


def test_the_paper_to_sign_holds_titles_files_and_declarations(casa, riga):
    autore = contesto(casa.docente)
    documento = prepara_foglio(autore=autore, adesso=ADESSO, candidatura_id=riga.pk).documento
    assert ContestoDomanda.from_dict(documento.contesto).as_dict() == documento.contesto
    scritto = parole(documento)
    for pezzo in (
        "110 su 110 e lode", "Titoli della A.5", "diploma.pdf", "artt. 46 e 47",
        "Laurea in lettere", casa.docente.cognome, documento.contesto["impronta"],
    ):  # fmt: skip
        assert pezzo in scritto


def test_the_receipt_says_when_under_which_number_and_how_it_is_signed(casa, riga):
    invio = invia(firmata(riga))
    ricevuta = invio.documento
    assert ContestoRicevuta.from_dict(ricevuta.contesto).as_dict() == ricevuta.contesto
    scritto = parole(ricevuta)
    for pezzo in (
        invio.impronta, f"n. {invio.protocollo.numero}", "ore 10.00.00", "domanda.pdf.p7m",
        "non ne verifica il certificato", "26 giugno 2024, ore 23.59.59",
    ):  # fmt: skip
        assert pezzo in scritto


def test_a_receipt_names_a_project_with_quotes_and_who_answers_as_one_speaks(casa):
    avviso = AvvisoFactory(
        istituto=casa.istituto, pubblicato=True, responsabile=casa.dirigente,
        selezione__progetto__titolo="Robotica alla «Collodi»",
    )  # fmt: skip
    scritto = parole(invia(firmata(candidatura(avviso, casa.docente))).documento)
    assert "«Robotica alla “Collodi”»" in scritto
    assert f"Responsabile del procedimento {casa.dirigente.nome_e_cognome}" in scritto


def test_a_file_without_a_title_of_its_own_is_named_once():
    def detto(titolo: str) -> str:
        uno = {"tipo": "curriculum", "voce": "", "titolo": titolo, "nome": "cv.pdf"}
        return file_detti({"allegati": [uno | {"impronta": "ab"}]})[0]

    assert detto("cv") == detto("") == "Curriculum completo: cv.pdf (SHA-256 ab)"
    assert detto("Il mio") == "Curriculum completo «Il mio»: cv.pdf (SHA-256 ab)"


def test_the_receipt_is_of_the_office_only_after_the_term(casa, riga):
    invio = invia(firmata(riga))
    assert leggono(casa, invio.documento, SCADE) == {"docente"}
    assert leggono(casa, invio.documento, DOPO) == {"dirigente", "segretaria", "docente"}
    riga.refresh_from_db()
    assert leggono(casa, riga.documento, DOPO) == {"docente"}


def test_who_applies_in_the_office_reads_no_other_receipt(casa, riga):
    invio = invia(firmata(riga))
    suo = invia(firmata(candidatura(riga.avviso, casa.segretaria)))
    assert leggono(casa, invio.documento, DOPO) == {"dirigente", "docente"}
    assert leggono(casa, suo.documento, DOPO) == {"dirigente", "segretaria"}


def test_what_was_taken_back_is_only_of_who_sent_it(casa, riga):
    invio = invia(firmata(riga))
    Invio.objects.filter(pk=invio.pk).update(ritirato_il=ADESSO)
    assert leggono(casa, invio.documento, DOPO) == {"docente"}
