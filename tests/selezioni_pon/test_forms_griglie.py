"""The forms of the pieces of a grid: what is kept comes back as it was, faults at their field."""

import pytest
from django.http import QueryDict

from selezioni_pon.forms.griglie.sezione import SezioneForm
from selezioni_pon.forms.griglie.testata import TestataForm as DiTestata
from selezioni_pon.forms.griglie.voce import VoceForm
from selezioni_pon.griglie import dati_interi, slug_disponibili
from selezioni_pon.models import Griglia
from selezioni_pon.queries.griglie import leggi

SLUG = "ic-pinocchio-2018/madrelingua-inglese"
PROGETTISTA = "ic-pinocchio-2018/progettista"


def mandati(form, **altro):
    """What the page of a form sends back untouched, but for what is said."""
    dati = QueryDict(mutable=True)
    for nome, campo in form.fields.items():
        valore = campo.prepare_value(form.get_initial_for_field(campo, nome))
        if isinstance(valore, list):
            dati.setlist(nome, valore)
        elif valore not in (None, "", False):
            dati[nome] = "on" if valore is True else str(valore)
    dati.update({nome: valore for nome, valore in altro.items() if valore is not None})
    return dati


def della_voce(dati, sezione, voce, mandato=None):
    form = VoceForm(
        mandato, dati=dati, sezione=sezione["sigla"], trovata=voce,
        initial={"tipo": voce["tipo"], "era": voce["numero"]},
    )  # fmt: skip
    form.initial |= form.scritta(voce)
    return form


def nuova(dati, **scritti):
    sezione = dati["sezioni"][0]["sigla"]
    valori = {"numero": "90", "testo": "Prova", **scritti}
    mandato = QueryDict(mutable=True)
    mandato.update(valori)
    return VoceForm(mandato, dati=dati, sezione=sezione)


def voci_di(dati):
    return [(sezione, voce) for sezione in dati["sezioni"] for voce in sezione["voci"]]


@pytest.mark.parametrize("slug", slug_disponibili())
def test_every_item_shipped_comes_back_as_it_was(slug):
    dati = dati_interi(slug)
    attesa = leggi(dati, "griglia")
    for sezione, voce in voci_di(dati):
        aperta = della_voce(dati, sezione, voce)
        form = della_voce(dati, sezione, voce, mandati(aperta, era=voce["numero"]))
        assert form.is_valid(), (voce, form.errors)
        assert form.nella_griglia == attesa


@pytest.mark.parametrize("slug", slug_disponibili())
def test_every_section_shipped_comes_back_as_it_was(slug):
    dati = dati_interi(slug)
    attesa = leggi(dati, "griglia")
    for sezione in dati["sezioni"]:
        quante = len(sezione.get("altre_letture", []))
        aperta = SezioneForm(dati=dati, scritte=quante, initial=SezioneForm.scritta(sezione))
        form = SezioneForm(mandati(aperta, era=sezione["sigla"]), dati=dati, scritte=quante)
        assert form.is_valid(), form.errors
        assert form.nella_griglia == attesa


@pytest.mark.parametrize("slug", slug_disponibili())
def test_every_head_shipped_comes_back_as_it_was(slug):
    dati = dati_interi(slug)
    aperta = DiTestata(dati=dati, initial={})
    aperta.initial = aperta.attuali(Griglia(dati=dati))
    form = DiTestata(mandati(aperta), dati=dati)
    assert form.is_valid(), form.errors
    assert form.nella_griglia == leggi(dati, "griglia")


@pytest.mark.parametrize(
    ("scritti", "campo", "parole"),
    [
        ({"tipo": "si_no"}, "punti", "Scrivi i punti."),
        ({"tipo": "si_no", "punti": "tre"}, "punti", "per esempio 2,5"),
        ({"tipo": "si_no", "punti": "3", "numero": "1"}, "numero", "Due voci si chiamano 1"),
        ({"tipo": "si_no", "punti": "3", "testo": " "}, "testo", "Scrivi che cosa si valuta."),
        ({"tipo": "altro"}, "tipo", "Scegli come"),
        ({"tipo": "unita", "punti": "3", "massimo_unita": "0"}, "massimo_unita", "da 1 in su"),
        ({"tipo": "rubrica"}, "grado_1_parola", "almeno una riga"),
        ({"tipo": "rubrica", "grado_1_parola": "ottima"}, "grado_1_punti", "Serve una cifra."),
        ({"tipo": "rubrica", "grado_2_punti": "3"}, "grado_2_parola", "Serve un testo non vuoto."),
        (
            {"tipo": "scelta", "grado_1_parola": "C1", "grado_1_punti": "1",
             "grado_2_parola": "c1", "grado_2_punti": "2"},
            "grado_1_parola",
            "due volte",
        ),
        (
            {"tipo": "voto", "scala_1_su": "110", "scala_1_minimo": "66"},
            "fascia1_1_punti",
            "almeno una fascia",
        ),
        (
            {"tipo": "voto", "scala_1_su": "110", "scala_1_minimo": "66", "fascia1_2_da": "50",
             "fascia1_2_punti": "3"},
            "fascia1_2_da",
            "non sta fra 66 e 110",
        ),
        (
            {"tipo": "voto", "scala_1_su": "60", "scala_1_minimo": "66", "fascia1_1_punti": "3"},
            "scala_1_su",
            "non è una scala",
        ),
        (
            {"tipo": "voto", "scala_1_su": "110", "scala_1_minimo": "66", "fascia1_1_lode": "on",
             "fascia1_1_da": "100", "fascia1_1_punti": "3"},
            "fascia1_1_da",
            "La lode è solo con il voto pieno",
        ),
    ],
)  # fmt: skip
def test_what_makes_no_item_is_said_at_its_field(scritti, campo, parole):
    form = nuova(dati_interi(SLUG), **scritti)
    assert not form.is_valid()
    assert parole in " ".join(form.errors[campo])
    assert form.nella_griglia is None
    assert form.mancano


def test_points_are_kept_exact_however_they_are_written():
    form = nuova(dati_interi(SLUG), tipo="unita", punti="0,5", tetto="3.5", massimo_unita="7")
    assert form.is_valid(), form.errors
    assert form.pezzo == {
        "numero": "90", "testo": "Prova", "tipo": "unita", "punti": "0.5", "tetto": "3.5",
        "massimo_unita": 7,
    }  # fmt: skip


def test_an_item_changes_kind_and_leaves_what_the_new_one_has_not():
    dati = dati_interi(PROGETTISTA)
    sezione, voce = voci_di(dati)[1]
    form = della_voce(dati, sezione, voce)
    mandato = mandati(form, era=voce["numero"], tipo="si_no", punti="4")
    form = della_voce(dati, sezione, voce, mandato)
    assert form.is_valid(), form.errors
    assert "scale" not in form.pezzo
    assert form.pezzo["punti"] == "4"


def test_a_scale_to_begin_with_is_there_also_when_the_kind_just_changed():
    dati = dati_interi(PROGETTISTA)
    form = nuova(dati, tipo="voto", prova="tipo")
    assert form["scala_1_su"].value() == "110"
    assert form["scala_1_minimo"].value() == "66"
    aperta = VoceForm(dati=dati, sezione="A", initial={"tipo": "voto"})
    assert aperta["scala_1_su"].value() == "110"


def test_other_rows_are_added_when_asked():
    dati = dati_interi(PROGETTISTA)
    scritti = {f"grado_{n}_parola": f"parola {n}" for n in range(1, 4)}
    assert nuova(dati, tipo="scelta", **scritti).elenchi.gradi == 3
    assert nuova(dati, tipo="scelta", prova="righe", **scritti).elenchi.gradi == 5


def test_an_item_names_only_others_of_its_grid():
    dati = dati_interi(SLUG)
    form = nuova(dati, tipo="si_no", punti="1", richiede="99")
    assert not form.is_valid()
    assert "Scegli fra le voci" in " ".join(form.errors["richiede"])


def test_another_reading_asks_why_the_chosen_one():
    dati = dati_interi(PROGETTISTA)
    mandato = QueryDict(mutable=True)
    mandato.update({"sigla": "B", "titolo": "Altro", "tetto": "10", "lettura_1_tetto": "8"})
    form = SezioneForm(mandato, dati=dati)
    assert not form.is_valid()
    assert "non vuoto" in " ".join(form.errors["lettura_1_fonte"])
    mandato["lettura_1_fonte"] = "intestazione"
    form = SezioneForm(mandato, dati=dati)
    assert not form.is_valid()
    assert "motivo" in " ".join(form.errors["perche_questa"])
    mandato["sigla"] = "A"
    mandato["perche_questa"] = "le righe fanno 10"
    form = SezioneForm(mandato, dati=dati)
    assert not form.is_valid()
    assert "si chiamano A" in " ".join(form.errors["sigla"])
