import re
from datetime import date, datetime
from fractions import Fraction

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string
from django.test import RequestFactory

from cpia.scuola import orologio, parole
from cpia.scuola.templatetags.componenti import STATI


@pytest.fixture(autouse=True)
def _mercoledi_5_giugno(monkeypatch):
    adesso = datetime(2024, 6, 5, 10, 42, tzinfo=parole.ROMA)
    monkeypatch.setattr(orologio, "adesso", lambda: adesso)
    monkeypatch.setattr(orologio, "oggi", adesso.date)


def rendi(testo, /, **contesto):
    return Template("{% load italiano componenti %}" + testo).render(Context(contesto)).strip()


@pytest.mark.parametrize(
    ("espressione", "valore", "scritto"),
    [
        ("x|giorno", date(2024, 6, 8), "sabato 8 giugno"),
        ("x|giorno", None, ""),
        ("x|data_estesa", date(2023, 6, 1), "1º giugno 2023"),
        ("x|giorno_breve", date(2024, 6, 7), "ven 7 giu"),
        ("x|ora", datetime(2024, 6, 5, 9, 5, tzinfo=parole.ROMA), "9.05"),
        ("x|giorno_e_ora", datetime(2024, 6, 5, 9, 5, tzinfo=parole.ROMA),
         "mercoledì 5 giugno, ore 9.05"),
        ("x|quando|maiuscola", date(2024, 6, 8), "Fra 3 giorni"),
        ("x|decimale", Fraction(5, 2), "2,50"),
        ("x|decimale:0", Fraction(5, 2), "3"),
        ("x|decimale", None, ""),
        ('x|plurale:"studente,studenti"', 26, "26 studenti"),
        ('x|plurale:"studente,studenti,nessuno"', 0, "nessuno"),
        ("x|elenco", ["Turla", "Vescovi"], "Turla e Vescovi"),
        ("x|durata", 20, "20 secondi"),
    ],
)  # fmt: skip
def test_filtri(espressione, valore, scritto):
    assert rendi("{{ " + espressione + " }}", x=valore) == scritto


@pytest.mark.parametrize("nome", STATI)
def test_ogni_stato_ha_glifo_e_parola(nome, settings):
    html = rendi(f'{{% stato "{nome}" %}}')
    glifi = (settings.BASE_DIR / "static/icone/stati.svg").read_text()
    assert f"stati.svg#{nome}" in html
    assert f'<symbol id="{nome}"' in glifi
    assert STATI[nome] in html


def test_stato_con_altre_parole():
    assert "in corso, 9 su 12" in rendi('{% stato "in-corso" "in corso, 9 su 12" %}')


def test_il_termine_in_ritardo_non_si_affida_al_colore():
    html = rendi("{% termine x %}", x=date(2024, 6, 3))
    assert "termine-ritardo" in html
    assert "#da-controllare" in html
    assert "In ritardo di 2 giorni: scadeva lunedì 3 giugno" in html


def test_il_termine_breve_porta_la_data_e_il_perche_accanto():
    html = rendi('{% termine x breve=True perche="/p/" di="la scadenza" %}', x=date(2024, 6, 8))
    assert ">Fra 3 giorni</span>" in html
    assert "entro sabato 8 giugno" in html
    assert 'hx-get="/p/"' in html
    assert " la scadenza</span>" in html


def test_il_perche_ha_un_indirizzo_anche_senza_script():
    html = rendi('{% perche "/p/?di=3" di="B" testo=x %}', x="2,50 <b>")
    assert 'href="/p/?di=3"' in html
    assert "2,50 &lt;b&gt;" in html


def test_l_atto_non_ancora_possibile_dice_il_motivo():
    html = rendi('{% non_ancora "Congela…" "Manca Francese." %}')
    assert 'aria-disabled="true"' in html
    assert "Manca Francese." in html


def test_il_progresso_non_mette_punti_nei_numeri():
    html = rendi('{% progresso 1700 2600 "caselle" %}')
    assert 'value="1700" max="2600"' in html


def test_un_titolo_lungo_si_piega_senza_perdere_niente():
    html = rendi('{% include "componenti/testo_lungo.html" %}', testo="parola " * 40)
    assert "<details" in html
    assert "parola " * 40 in html
    assert rendi('{% include "componenti/testo_lungo.html" %}', testo="breve") == "breve"


class MotivoForm(forms.Form):
    motivo = forms.CharField(label="Motivo")
    livello = forms.ChoiceField(label="Livello", choices=[("A", "A")])

    def clean(self):
        raise forms.ValidationError("Il periodo è chiuso.")


def test_il_riepilogo_degli_errori_porta_ai_campi():
    html = rendi('{% include "componenti/errori.html" %}', form=MotivoForm({"livello": "Z"}))
    assert "3 cose da correggere" in html
    assert '<a href="#id_motivo">Motivo</a>' in html
    assert "Il periodo è chiuso." in html


def test_un_modulo_giusto_non_ha_riepilogo():
    assert rendi('{% include "componenti/errori.html" %}', form=MotivoForm()) == ""


def test_un_blocco_si_usa_due_volte_e_si_sa_se_e_vuoto():
    request = RequestFactory().get("/elementi/")
    html = Template(
        '{% extends "privata.html" %}{% block titolo %}2ªB <em>AFM</em>{% endblock %}'
    ).render(Context({"request": request}))
    assert "<title>2ªB AFM</title>" in html
    assert "<h1>2ªB <em>AFM</em></h1>" in html
    assert 'class="termini' not in html


def test_la_pagina_degli_elementi_li_mostra_tutti():
    html = render_to_string("componenti/elementi.html", request=RequestFactory().get("/elementi/"))
    for nome in STATI:
        assert f"stato-{nome}" in html
    for urgenza in ("ritardo", "oggi", "settimana", "dopo"):
        assert f"termine-{urgenza}" in html
    assert "2 cose da correggere" in html


@pytest.mark.parametrize("cartella", ["", "componenti", "errori", "account", "mfa", "allauth"])
def test_nessuno_stile_e_nessun_gestore_in_linea(cartella, settings):
    pagine = (settings.BASE_DIR / "templates" / cartella).glob(
        "**/*.html" if cartella else "*.html"
    )
    for pagina in pagine:
        testo = pagina.read_text()
        assert not re.search(r"\s(style|on[a-z]+)=", testo), pagina
        assert not re.search(r"<(style|script)>", testo), pagina
