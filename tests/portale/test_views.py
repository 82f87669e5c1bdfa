"""The Simulatore: the same answers as the command, the same faults, each at its place."""

import json

import pytest
from django.test import Client

from cpia.portale.calcolo.registro import calcola
from cpia.scuola import tenancy
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Istituto, Persona, Utente

pytestmark = pytest.mark.django_db

INDIRIZZO = "/liceo-di-prova/simulatore/"
RIGHE = [
    ("Rossi Ada", "digitale", "Informatica", "B"),
    ("Rossi Ada", "digitale", "Fisica", "C"),
]


@pytest.fixture
def istituto():
    return Istituto.objects.create(
        slug="liceo-di-prova",
        tipo=TipoIstituto.SUPERIORE,
        denominazione="Liceo di prova",
        denominazione_breve="Liceo di prova",
        codice_fiscale="00000000000",
        comune="Iseo",
        provincia="BS",
    )


@pytest.fixture
def docente(istituto):
    """Somebody of the institute, without any role: enough for a calculator."""
    utente = Utente.objects.create_user("docente@example.org", "una-parola-di-prova")
    with tenancy.istituto_corrente(istituto.pk):
        Persona.objects.create(istituto=istituto, utente=utente, cognome="Bianchi", nome="Ugo")
    client = Client()
    client.force_login(utente)
    return client


def tabella(righe, mezzo="in_su", minimo="1", vuote=0, **altro):
    """The form as a browser sends it, with empty rows before the written ones."""
    righe = [("", "", "", "")] * vuote + list(righe)
    dati = {"mezzo": mezzo, "minimo_valutazioni": minimo, **altro}
    dati |= {"righe-TOTAL_FORMS": str(len(righe)), "righe-INITIAL_FORMS": "0"}
    for posto, riga in enumerate(righe):
        campi = zip(("studente", "competenza", "disciplina", "livello"), riga, strict=True)
        dati |= {f"righe-{posto}-{nome}": valore for nome, valore in campi}
    return dati


def html(risposta):
    return risposta.content.decode()


def test_chi_non_e_entrato_va_all_accesso(istituto):
    risposta = Client().get(INDIRIZZO)
    assert risposta.status_code == 302
    assert risposta["Location"].startswith("/accesso/")


def test_chi_e_di_un_altro_istituto_non_lo_trova(istituto):
    estraneo = Client()
    estraneo.force_login(Utente.objects.create_user("altrove@example.org", "una-parola-di-prova"))
    assert estraneo.get(INDIRIZZO).status_code == 404


def test_la_pagina_vuota_non_dice_errori(docente):
    risposta = docente.get(INDIRIZZO)
    assert risposta.status_code == 200
    assert "errorlist" not in html(risposta)
    assert html(risposta).count('name="righe-') == 4 + 6 * 4


@pytest.mark.parametrize(("mezzo", "nome"), [("in_su", "Intermedio"), ("in_giu", "Base")])
def test_la_tabella_risponde_come_il_comando(docente, mezzo, nome):
    risposta = docente.post(INDIRIZZO, tabella(RIGHE, mezzo=mezzo, vuote=3))
    richiesta = json.loads(risposta.context["json"]["richiesta"].value())
    assert risposta.status_code == 200
    assert risposta.context["risposte"] == [calcola("competenze", json.dumps(richiesta).encode())]
    assert f"</strong> {nome}</span>" in html(risposta)
    assert "La media di 2 valutazioni è 5/2 (2,50)" in html(risposta)
    assert "Circolare n. 417 del 31 maggio 2024" in html(risposta)


def test_sotto_il_minimo_resta_da_definire(docente):
    risposta = docente.post(INDIRIZZO, tabella(RIGHE, minimo="3"))
    assert "da definire" in html(risposta)
    assert "ne servono almeno 3" in html(risposta)


def test_ogni_errore_sta_sul_suo_campo_anche_dopo_righe_vuote(docente):
    righe = [*RIGHE, RIGHE[0], ("Verdi Pia", "multilinguistica", "Inglese", "")]
    risposta = docente.post(INDIRIZZO, tabella(righe, minimo="due", vuote=2))
    assert risposta.status_code == 422
    assert "risposte" not in risposta.context
    prova = risposta.context["tabella"]
    assert prova.parametri.errors == {
        "minimo_valutazioni": ['Ci vuole un numero intero, non "due"']
    }
    errori = [dict(riga) for riga in prova.righe.errors]
    assert errori[:4] == [{}] * 4
    assert list(errori[4]) == ["disciplina"]
    assert "ha già valutato Rossi Ada in digitale" in errori[4]["disciplina"][0]
    assert set(errori[5]) == {"competenza", "livello"}
    assert 'aria-invalid="true"' in html(risposta)


def test_una_tabella_vuota_si_dice(docente):
    risposta = docente.post(INDIRIZZO, tabella([], vuote=4))
    assert risposta.status_code == 422
    assert "Scrivere almeno una valutazione." in html(risposta)


def test_altre_righe_tengono_quelle_scritte(docente):
    risposta = docente.post(INDIRIZZO, tabella(RIGHE, altre="1"))
    assert len(risposta.context["tabella"].righe.forms) == 8
    assert 'value="Rossi Ada"' in html(risposta)
    assert "errorlist" not in html(risposta)


@pytest.mark.parametrize("quante", ["", "tante", "-1", "99999999999"])
def test_una_tabella_manomessa_non_rompe_la_pagina(docente, quante):
    dati = tabella(RIGHE) | {"righe-TOTAL_FORMS": quante}
    assert docente.post(INDIRIZZO, dati).status_code == 422
    assert docente.post(INDIRIZZO, dati | {"altre": "1"}).status_code == 200


def test_il_json_incollato_risponde_come_il_comando(docente):
    riga = {"studente": "s1", "competenza": "C1", "disciplina": "d", "livello": "NV"}
    uno = {"valutazioni": [riga]}
    scritto = json.dumps([uno, {"valutazioni": []}])
    risposta = docente.post(INDIRIZZO, {"richiesta": scritto})
    assert risposta.context["risposte"] == calcola("competenze", scritto.encode())
    assert "Richiesta 2 di 2" in html(risposta)
    assert "Nessuna valutazione, nessun livello." in html(risposta)


@pytest.mark.parametrize(
    ("scritto", "dice"),
    [
        ("{", "JSON non valido"),
        ('{"valutazioni":[],"profilo":1}', "$.profilo: chiave sconosciuta"),
        ('[{"valutazioni":[]},7]', "$[1]: elemento 2: ci vuole un oggetto, non 7"),
        ("", "obbligatorio"),
        ("[" * 200_000, "100000"),
    ],
)
def test_il_json_sbagliato_dice_dove(docente, scritto, dice):
    risposta = docente.post(INDIRIZZO, {"richiesta": scritto})
    assert risposta.status_code == 422
    assert any(dice in errore for errore in risposta.context["json"].errors["richiesta"])


def test_cio_che_si_scrive_non_diventa_pagina(docente):
    cattivo = '<script>alert("x")</script>'
    righe = [(cattivo, "digitale", cattivo, "B"), (cattivo, "digitale", cattivo, "C")]
    for dati in (tabella(righe), tabella(righe[:1]), {"richiesta": cattivo}):
        assert "<script>alert" not in html(docente.post(INDIRIZZO, dati))
