"""The pages of the register of experts: what each reads, what is kept of what was typed."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from selezioni_pon.enums import Fase
from selezioni_pon.models import IscrizioneEsperto
from tests.factories.albo import IscrizioneEspertoFactory
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena_albo import Scuola, scuola

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa(monkeypatch, settings) -> Scuola:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scuola()


def entra(chi) -> Client:
    client = Client()
    client.force_login(chi.utente)
    return client


def dove(casa: Scuola, pagina: str, *args: int) -> str:
    return reverse(f"selezioni:{pagina}", args=[casa.istituto.slug, *args])


DETTA = {"settori": "Musica\n musica \nTeatro di figura", "competenza": "Diploma", "dichiaro": "on"}


def test_an_expert_asks_and_leaves(casa):
    esperto = entra(casa.esperti[0])
    assert "Non sei nell’albo" in esperto.get(dove(casa, "albo_mio")).text
    assert "L’albo degli esperti" in esperto.get(dove(casa, "elenco")).text
    chiedi = dove(casa, "albo_chiedi")
    senza = esperto.post(chiedi, DETTA | {"dichiaro": "", "competenza": "Scuola di mimo"})
    assert (senza.status_code, "Scuola di mimo" in senza.text) == (422, True)
    vuota = esperto.post(chiedi, DETTA | {"settori": " "})
    assert (vuota.status_code, "almeno un settore" in vuota.text) == (422, True)
    lungo = esperto.post(chiedi, DETTA | {"settori": "a" * 81})
    assert (lungo.status_code, "al più 80 caratteri" in lungo.text) == (422, True)
    assert esperto.post(chiedi, DETTA).status_code == 302
    riga = IscrizioneEsperto.objects.get()
    assert riga.settori == ["Musica", "Teatro di figura"]
    una = esperto.get(dove(casa, "albo_iscrizione", riga.pk)).text
    assert "protocollo" in una.lower()
    assert "Ritira la richiesta…" in una
    lascia = dove(casa, "albo_rinuncia", riga.pk)
    assert "Ritirare la richiesta?" in esperto.get(lascia).text
    assert esperto.post(lascia, {"riletto": "si"}).status_code == 302
    assert "ritirata" in esperto.get(dove(casa, "albo_mio")).text
    # Said again, it begins from what was said.
    assert "Teatro di figura" in esperto.get(chiedi).text
    altro = entra(casa.esperti[1])
    assert altro.get(dove(casa, "albo_iscrizione", riga.pk)).status_code == 404
    assert altro.post(lascia, {"riletto": "si"}).status_code == 404


def test_the_office_enters_and_who_directs_refuses_or_cancels(casa):
    ufficio, dirigente = entra(casa.segretaria), entra(casa.dirigente)
    assert "vuoto, per ora" in ufficio.get(dove(casa, "albo_esperti")).text
    carta = DETTA | {"persona": str(casa.docente.pk)}
    sportello = dove(casa, "albo_sportello")
    assert ufficio.post(sportello, carta).status_code == 422
    buona = DETTA | {"persona": str(casa.esperti[0].pk)}
    assert ufficio.post(sportello, buona).status_code == 302
    riga = IscrizioneEsperto.objects.get()
    assert "allo sportello" in ufficio.get(dove(casa, "albo_iscrizione", riga.pk)).text
    rifiuta = dove(casa, "albo_rifiuta", riga.pk)
    assert ufficio.get(rifiuta).status_code == 403
    no = {"motivo": "manca il titolo", "preavviso_il": "2024-06-05", "riletto": "on",
          "versione": "1"}  # fmt: skip
    presto = dirigente.post(rifiuta, no)
    assert (presto.status_code, "Chi ha chiesto può rispondere" in presto.text) == (422, True)
    assert "manca il titolo" in presto.text
    iscrivi = dove(casa, "albo_iscrivi", riga.pk)
    assert ufficio.post(iscrivi, {"versione": "1"}).status_code == 422
    assert ufficio.post(iscrivi, {"requisiti": "on", "versione": "1"}).status_code == 302
    pagina = ufficio.get(dove(casa, "albo_iscrizione", riga.pk)).text
    assert "non dà punti né precedenza" in pagina
    tardi = dirigente.post(rifiuta, no)
    assert tardi.status_code == 409
    cancella = dove(casa, "albo_cancella", riga.pk)
    assert dirigente.post(cancella, {"motivo": "", "versione": "2"}).status_code == 422
    via = {"motivo": "lo chiede per lettera", "riletto": "on", "versione": "2"}
    assert dirigente.post(cancella, via).status_code == 302
    mia = entra(casa.esperti[0]).get(dove(casa, "albo_iscrizione", riga.pk)).text
    assert "lo chiede per lettera" in mia


def test_the_list_is_filtered_and_leaves_as_a_file(casa):
    di = {"istituto": casa.istituto}
    IscrizioneEspertoFactory(**di, persona=casa.esperti[0], dentro=True)
    IscrizioneEspertoFactory(**di, persona=casa.esperti[1], settori=["Danza"])
    ufficio = entra(casa.segretaria)
    elenco = dove(casa, "albo_esperti")
    primo, secondo = (str(uno) for uno in casa.esperti)
    tutte = ufficio.get(elenco).text
    assert (primo in tutte, secondo in tutte) == (True, True)
    for filtri, trovati in (
        ({"settore": "MUSICA"}, (True, False)),
        ({"stato": "da_decidere"}, (False, True)),
        ({"settore": "Danza", "stato": "valida"}, (False, False)),
        ({"stato": "inventato"}, (True, True)),
    ):
        testo = ufficio.get(elenco, filtri).text
        assert (primo in testo, secondo in testo) == trovati
    file = ufficio.get(elenco, {"formato": "csv", "settore": "Danza"}).content.decode("utf-8-sig")
    assert (primo in file, secondo in file) == (False, True)


def test_as_many_queries_with_thirty(casa):
    ufficio, elenco = entra(casa.segretaria), dove(casa, "albo_esperti")
    di = {"istituto": casa.istituto}
    IscrizioneEspertoFactory(**di, dentro=True)
    ufficio.get(elenco)

    def quante() -> int:
        with CaptureQueriesContext(connection) as contate:
            assert ufficio.get(elenco).status_code == 200
        return len(contate)

    una = quante()
    IscrizioneEspertoFactory.create_batch(29, **di, dentro=True)
    assert quante() == una


def test_from_the_page_of_a_call_to_the_experts(casa):
    di = {"istituto": casa.istituto}
    ufficio = entra(casa.segretaria)
    interno = AvvisoFactory(**di, pubblicato=True)
    avviso = AvvisoFactory(**di, pubblicato=True, fase=Fase.ESTERNI.value)
    invito = "Fallo sapere agli esperti"
    assert invito not in ufficio.get(dove(casa, "avviso", interno.pk)).text
    assert invito in ufficio.get(dove(casa, "avviso", avviso.pk)).text
    assert invito not in entra(casa.esperti[0]).get(dove(casa, "avviso", avviso.pk)).text
    avverti = dove(casa, "albo_avverti", avviso.pk)
    assert "non c’è nessuno da avvertire" in ufficio.get(avverti).text
    IscrizioneEspertoFactory(**di, persona=casa.esperti[0], dentro=True)
    assert "Musica: 1 esperto" in ufficio.get(avverti).text
    assert ufficio.post(avverti, {"settore": "Vela", "riletto": "on"}).status_code == 422
    assert ufficio.post(avverti, {"settore": "Musica"}).status_code == 422
    for detto in ("L’avviso parte per 1 esperto.", "lo sanno già"):
        fatto = ufficio.post(avverti, {"settore": "Musica", "riletto": "on"}, follow=True)
        assert detto in fatto.text
    assert "1 esperto è già avvertito" in ufficio.get(avverti).text
    chiuso = ufficio.get(dove(casa, "albo_avverti", interno.pk)).text
    assert "è per chi lavora nella scuola" in chiuso
