"""The Simulatore: the same answers as the command, the same faults, each at its place."""

import json
import subprocess
import sys

import pytest
from django.test import Client
from django.utils.html import escape

from cpia.portale.calcolo.guasti import DatiErrati
from cpia.portale.calcolo.pagina.descrizione import Modulo
from cpia.portale.calcolo.pagina.moduli import MODULI
from cpia.portale.calcolo.pagina.risposte import righe
from cpia.portale.calcolo.registro import CALCOLI, calcola
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


# Every kind of the registry, whoever adds it


ogni_tipo = pytest.mark.parametrize("tipo", sorted(CALCOLI))
DESCRITTI = sorted(tipo for tipo, modulo in MODULI.items() if modulo.esempio)
GUASTE = ("{", "[]x", "{}", '{"ignota":1}', "7", '[{},{"ignota":1}]', '{"profilo":"nessuno"}')


def dal_modulo(modulo, richiesta):
    """A request as a browser sends it from the form of its kind."""
    scritti = {
        c: "" if v is None else str(v) for c, v in richiesta.items() if not isinstance(v, list)
    }
    if modulo.righe is None:
        return scritti
    righe = [tuple(riga[campo.chiave] for campo in modulo.righe.campi)
             for riga in richiesta[modulo.righe.chiave]]  # fmt: skip
    return tabella(righe) | scritti


def test_ogni_tipo_ha_la_sua_scheda(docente):
    assert list(MODULI) == list(CALCOLI)
    pagina = html(docente.get(INDIRIZZO))
    assert all(f'href="?calcolo={tipo}"' in pagina for tipo in CALCOLI)


@ogni_tipo
def test_ogni_tipo_si_apre_e_non_dice_errori(docente, tipo):
    risposta = docente.get(INDIRIZZO, {"calcolo": tipo})
    assert risposta.status_code == 200
    assert "errorlist" not in html(risposta)
    assert f"manage.py calcola {tipo}" in html(risposta)


@pytest.mark.parametrize("tipo", DESCRITTI)
def test_dal_modulo_e_dal_json_le_risposte_del_comando(docente, tipo):
    modulo = MODULI[tipo]
    scritto = json.dumps(modulo.esempio)
    comando = subprocess.run(
        [sys.executable, "manage.py", "calcola", tipo],
        input=scritto, capture_output=True, text=True, check=True,
    )  # fmt: skip
    attesa = json.loads(comando.stdout)
    indirizzo = f"{INDIRIZZO}?calcolo={tipo}"
    dal_json = {"richiesta": scritto}
    for dati in [dal_json, dal_modulo(modulo, modulo.esempio)] if modulo.campi else [dal_json]:
        risposta = docente.post(indirizzo, dati)
        assert risposta.status_code == 200
        assert json.loads(json.dumps(risposta.context["risposte"])) == [attesa]
        for motivo in attesa.get("perche") or attesa[modulo.elenco][0]["perche"]:
            assert escape(motivo["testo"]) in html(risposta)


@ogni_tipo
@pytest.mark.parametrize("scritto", GUASTE)
def test_i_guasti_sono_quelli_del_comando(docente, tipo, scritto):
    with pytest.raises(DatiErrati) as errore:
        calcola(tipo, scritto.encode())
    risposta = docente.post(f"{INDIRIZZO}?calcolo={tipo}", {"richiesta": scritto})
    assert risposta.status_code == 422
    detti = risposta.context["json"].errors["richiesta"]
    attesi = [str(guasto) for guasto in errore.value.guasti]
    assert [detto.lower() for detto in detti] == [atteso.lower() for atteso in attesi]


@pytest.mark.parametrize("tipo", [tipo for tipo in DESCRITTI if MODULI[tipo].campi])
def test_un_modulo_vuoto_dice_che_cosa_manca(docente, tipo):
    vuoto = {"righe-TOTAL_FORMS": "1", "righe-INITIAL_FORMS": "0"}
    risposta = docente.post(f"{INDIRIZZO}?calcolo={tipo}", vuoto)
    assert risposta.status_code == 422
    assert "risposte" not in risposta.context
    assert risposta.context["tabella"].parametri.errors


def test_un_valore_sbagliato_sta_sotto_il_suo_campo(docente):
    dati = {"profilo": "ic-porto-venere", "organo": "giunta_esecutiva", "in_carica": "4",
            "presenti": "molti"}  # fmt: skip
    risposta = docente.post(f"{INDIRIZZO}?calcolo=quorum", dati)
    assert list(risposta.context["tabella"].parametri.errors) == ["presenti"]
    assert 'value="molti"' in html(risposta)


def test_il_voto_segreto_lascia_vuoto_chi_presiede(docente):
    dati = {"profilo": "ic-pinocchio-montesicuro", "organo": "collegio_docenti", "forma": "segreta",
            "presenti": "40", "favorevoli": "21", "contrari": "19", "astenuti": "0"}  # fmt: skip
    risposta = docente.post(f"{INDIRIZZO}?calcolo=votazione", dati)
    assert risposta.status_code == 200
    assert risposta.context["risposte"][0]["approvata"] is True


def test_un_tipo_che_non_esiste_non_si_trova(docente):
    assert docente.get(INDIRIZZO, {"calcolo": "oroscopo"}).status_code == 404


def test_un_tipo_senza_modulo_si_chiede_in_json_e_mostra_tutto():
    modulo = Modulo("Prova", "Si prova.")
    [riga] = righe(modulo, {"nei_termini": True, "tagli": [{"da": "3"}], "altro": None,
                            "perche": [{"testo": "t", "fonte": "f", "regola": "r"}]})  # fmt: skip
    assert [(c.etichetta, c.testo) for c in riga.celle] == [
        ("Nei termini", "sì"), ("Tagli", "da: 3"), ("Altro", "–"),
    ]  # fmt: skip
    assert riga.perche[0]["testo"] == "t"
