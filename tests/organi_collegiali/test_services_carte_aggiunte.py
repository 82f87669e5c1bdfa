"""Papers after the notice has left: for the items that it had, for those that are added."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from cpia.atti.caricamenti import controlla
from cpia.norme.errori import AttoRifiutato
from organi_collegiali.enums import GenereAtto
from organi_collegiali.models import Allegato, AllegatoAggiunto, Avviso, Punto
from organi_collegiali.rules.invio.variazioni import NuovoPunto, Variazione
from organi_collegiali.services.convocazione.allegati import (
    DatiAllegato,
    allega,
    deposita,
    togli_allegato,
)
from organi_collegiali.services.invio.carte_aggiunte import (
    allega_aggiunto,
    togli_allegato_aggiunto,
)
from organi_collegiali.services.invio.variazioni import prepara_variazione, ritira_avviso
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_avvisi import GIORNO, Casa, casa

pytestmark = pytest.mark.django_db
DOPO = ADESSO + timedelta(hours=1)


@pytest.fixture
def scena(settings, tmp_path) -> Casa:
    settings.MEDIA_ROOT = tmp_path
    scena = casa()
    scena.convocata()
    return scena


def file():
    foglio, scritto = pikepdf.new(), io.BytesIO()
    foglio.add_blank_page()
    foglio.save(scritto)
    return controlla(SimpleUploadedFile("Parere.pdf", scritto.getvalue(), "application/pdf"))


def atto(scena: Casa, servizio, **altro):
    return servizio(**{"autore": contesto(scena.segretaria), "adesso": DOPO} | altro)


def integrazione(scena: Casa, *titoli: str) -> Avviso:
    punti = [NuovoPunto(titolo) for titolo in titoli or ("Uscita didattica",)]
    return atto(
        scena,
        prepara_variazione,
        seduta_id=scena.seduta.pk,
        variazione=Variazione(GenereAtto.INTEGRAZIONE, punti=punti),
    )


def test_the_papers_of_an_added_item_go_on_file_with_it(scena, django_capture_on_commit_callbacks):
    avviso = integrazione(scena, "Uscita didattica", "Palestra")
    primo, secondo = avviso.punti_aggiunti.all()
    atto(scena, allega_aggiunto, aggiunto_id=primo.pk, dati=DatiAllegato("Programma", file()))
    scena.firma(avviso, adesso=DOPO)
    atteso = DatiAllegato("Parere", atteso_entro=ADESSO.date() + 3 * GIORNO, riservato=True)
    atto(scena, allega_aggiunto, aggiunto_id=secondo.pk, dati=atteso)
    assert not Allegato.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        scena.invia(avviso, adesso=DOPO)
    programma, parere = Allegato.objects.order_by("id")
    assert programma.punto == Punto.objects.get(titolo="Uscita didattica")
    assert (programma.pagine, len(programma.impronta)) == (1, 64)
    with programma.file.open() as aperto:
        assert aperto.read().startswith(b"%PDF")
    assert (parere.punto.titolo, parere.depositato_il, parere.riservato) == ("Palestra", None, True)


def test_after_it_has_left_one_files_at_the_item_itself(scena):
    avviso = integrazione(scena)
    scena.firma(avviso, adesso=DOPO)
    scena.invia(avviso, adesso=DOPO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        atto(
            scena,
            allega_aggiunto,
            aggiunto_id=avviso.punti_aggiunti.get().pk,
            dati=DatiAllegato("Programma", file()),
        )
    assert rifiuto.value.violazioni[0].codice == "inviato"
    punto = Punto.objects.get(titolo="Uscita didattica")
    atto(scena, allega, punto_id=punto.pk, dati=DatiAllegato("Programma", file()))
    assert punto.allegati.get().depositato_il == DOPO


def test_a_withdrawn_integration_leaves_no_file(scena, django_capture_on_commit_callbacks):
    avviso = integrazione(scena)
    riga = atto(
        scena,
        allega_aggiunto,
        aggiunto_id=avviso.punti_aggiunti.get().pk,
        dati=DatiAllegato("Programma", file()),
    )
    deposito, nome = riga.file.storage, str(riga.file)
    assert deposito.exists(nome)
    with django_capture_on_commit_callbacks(execute=True):
        atto(scena, ritira_avviso, avviso_id=avviso.pk)
    assert not AllegatoAggiunto.objects.exists()
    assert not deposito.exists(nome)


def test_a_paper_is_taken_away_before_it_leaves(scena, django_capture_on_commit_callbacks):
    avviso = integrazione(scena)
    riga = atto(
        scena,
        allega_aggiunto,
        aggiunto_id=avviso.punti_aggiunti.get().pk,
        dati=DatiAllegato("Programma", file()),
    )
    with django_capture_on_commit_callbacks(execute=True):
        atto(scena, togli_allegato_aggiunto, allegato_id=riga.pk)
    assert not AllegatoAggiunto.objects.exists()
    assert not riga.file.storage.exists(str(riga.file))


def test_what_was_awaited_arrives_after_the_notice(scena):
    punto = scena.seduta.punti.order_by("ordine").first()
    atteso = Allegato.objects.create(
        istituto=scena.istituto, punto=punto, titolo="Parere", atteso_entro=ADESSO.date() + GIORNO
    )
    atto(scena, deposita, allegato_id=atteso.pk, dati=DatiAllegato("", file()))
    atteso.refresh_from_db()
    assert atteso.depositato_il == DOPO


def test_a_mistake_is_put_right_but_what_had_left_stays(scena):
    punto = scena.seduta.punti.order_by("ordine").first()
    partito = Allegato.objects.create(
        istituto=scena.istituto, punto=punto, titolo="Prospetto", impronta="0" * 64,
        depositato_il=ADESSO,
    )  # fmt: skip
    sbagliato = atto(scena, allega, punto_id=punto.pk, dati=DatiAllegato("Altro", file()))
    atto(scena, togli_allegato, allegato_id=sbagliato.pk)
    with pytest.raises(AttoRifiutato) as rifiuto:
        atto(scena, togli_allegato, allegato_id=partito.pk)
    assert rifiuto.value.violazioni[0].codice == "partito"
    assert list(punto.allegati.all()) == [partito]
