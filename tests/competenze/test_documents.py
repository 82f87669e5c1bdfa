import io
import json
from dataclasses import replace
from datetime import UTC, date, datetime
from html.parser import HTMLParser

import esempi_pdf as esempi
import pytest
from pypdf import PdfReader

from competenze.documents import contesti as documents
from competenze.documents.contesti import ContestoCertificato
from cpia.atti import pdf


@pytest.fixture(autouse=True)
def _portale(settings):
    settings.PORTALE_URL = esempi.PORTALE


def lettore(html, foglio):
    scritto = pdf.stampa(
        html,
        titolo="Prova",
        autore=esempi.ISTITUTO.nome,
        creato_il=datetime(2024, 6, 8, tzinfo=UTC),
        foglio=foglio,
    )
    return PdfReader(io.BytesIO(scritto))


def certificato(**altro):
    html = documents.html_certificato(esempi.certificato(**altro))
    return lettore(html, documents.FOGLIO_CERTIFICATO)


def stampato(letto):
    """All the words, with one blank between them and no hyphen at the end of a line."""
    return " ".join(" ".join(pagina.extract_text() for pagina in letto.pages).split())


class SoloTesto(HTMLParser):
    def __init__(self):
        super().__init__()
        self.pezzi = []

    def handle_data(self, data):
        self.pezzi.append(data)


def parole(html):
    lettura = SoloTesto()
    lettura.feed(html)
    return " ".join("".join(lettura.pezzi).split())


# --- frozen words --------------------------------------------------------------------------


@pytest.mark.parametrize(
    "contesto",
    [
        esempi.certificato(),
        esempi.certificato(studente=esempi.MASSIMILIANO, livelli="AAA-AAAA", protocollo="n. 1"),
        esempi.tabellone(),
    ],
    ids=["certificato", "nome lungo", "tabellone"],
)
def test_il_contesto_torna_uguale_dal_database(contesto):
    riletto = type(contesto).from_dict(json.loads(json.dumps(contesto.as_dict())))
    assert riletto == contesto


def test_un_campo_ignoto_o_mancante_non_passa_in_silenzio():
    dati = esempi.certificato().as_dict()
    with pytest.raises(TypeError, match="campi ignoti: voto"):
        ContestoCertificato.from_dict({**dati, "voto": 8})
    del dati["classe"]
    with pytest.raises(TypeError, match="classe"):
        ContestoCertificato.from_dict(dati)


# --- the words of the certificate ----------------------------------------------------------


def test_il_modello_ministeriale_e_tutto_sulla_carta():
    scritto = stampato(certificato())
    for competenza in esempi.QUADRO["competenze"]:
        assert competenza["nome"] in scritto
        assert competenza["descrittore"] in scritto
    for livello in esempi.QUADRO["livelli"]:
        assert livello["descrittore"] in scritto
    assert esempi.QUADRO["nota_multilinguistica"] in scritto
    assert "CERTIFICAZIONE DELLE COMPETENZE IN ASSOLVIMENTO DELL’OBBLIGO" in scritto


@pytest.mark.parametrize(
    ("studente", "attese"),
    [
        (
            esempi.GIULIA,
            ["Si certifica che la studentessa Bianchi Giulia nata a Iseo (BS) il 12 marzo 2008,",
             "iscritta alla classe 2ª A", "La studentessa ha inoltre"],
        ),
        (
            esempi.MASSIMILIANO,
            ["lo studente Della Valle", "nato a Ștefănești (Romania) l'8 novembre 2007, iscritto",
             "Lo studente ha inoltre"],
        ),
        (
            replace(esempi.GIULIA, luogo_nascita="Ancona", provincia_nascita="AN",
                    data_nascita=date(2008, 4, 1)),
            ["nata ad Ancona (AN) il 1º aprile 2008"],
        ),
        (
            replace(esempi.GIULIA, luogo_nascita="", provincia_nascita="", stato_nascita="Perù"),
            ["nata all’estero (Perù) il 12 marzo 2008"],
        ),
        (
            replace(esempi.GIULIA, sesso=""),
            ["lo studente/la studentessa Bianchi Giulia nato/a a Iseo", "iscritto/a alla classe"],
        ),
    ],
)  # fmt: skip
def test_la_formula_concorda_con_la_persona(studente, attese):
    html = parole(documents.html_certificato(esempi.certificato(studente=studente)))
    for attesa in attese:
        assert attesa in html


def test_un_livello_per_lingua_e_una_competenza_non_valutata():
    contesto = esempi.certificato(livelli="AB-DACCA", lingue=esempi.LINGUE)
    html = parole(documents.html_certificato(contesto))
    for lingua in esempi.LINGUE:
        assert f"{lingua} B – Intermedio" in html
    assert html.count("– Intermedio") == len(esempi.LINGUE) + 1  # the last is the legend
    assert html.count("non valutata") == 1
    assert "in classe dal 2 maggio 2024" in html


def test_la_riga_libera_non_compilata_lo_dice():
    assert "(voce non compilata)" in stampato(certificato())
    scritto = stampato(certificato(altre_competenze="Olimpiadi di matematica."))
    assert "relativamente a: Olimpiadi di matematica." in scritto
    assert "voce non compilata" not in scritto


@pytest.mark.parametrize(
    ("firma", "presenti", "assente"),
    [
        (documents.Firma("Anna Neri", "F"), ["La Dirigente scolastica", "39/1993"], "riga-firma"),
        (documents.Firma("Ugo Neri", "M", a_mezzo_stampa=False), ["Il Dirigente scolastico"],
         "39/1993"),
    ],
)  # fmt: skip
def test_la_firma(firma, presenti, assente):
    html = documents.html_certificato(replace(esempi.certificato(), firma=firma))
    assert all(presente in html for presente in presenti)
    assert assente not in html


# --- the paper -----------------------------------------------------------------------------

CASI = {
    "comune": {},
    "tutti avanzati, quattro lingue": {"livelli": "AAAAAAAA", "lingue": esempi.LINGUE},
    "nome lunghissimo": {"studente": esempi.MASSIMILIANO, "lingue": esempi.LINGUE},
    "tre righe libere": {"altre_competenze": "attività di tutoraggio tra pari; " * 7},
    "quattro non valutate": {"livelli": "--A-B-CD"},
}


@pytest.mark.parametrize("caso", CASI)
def test_sta_in_un_foglio_fronte_e_retro(caso):
    letto = certificato(**CASI[caso])
    assert len(letto.pages) == 2
    for numero, pagina in enumerate(letto.pages, 1):
        scritto = pagina.extract_text()
        assert f"Pagina {numero} di 2" in scritto
        assert "Codice di verifica 7KQF-M3TX-2222" in " ".join(scritto.split())
        assert "Competenza chiave" in scritto


def test_quel_che_si_scrive_resta_scritto_cosi():
    ostile = '<img src="file:///etc/passwd"><script>alert(1)</script>{{ 7|add:7 }}'
    scritto = stampato(certificato(altre_competenze=ostile))
    assert ostile in scritto


def test_la_classe_in_un_file_ricomincia_i_numeri():
    html = documents.html_certificati(esempi.classe(3), titolo="Classe 2ª A")
    letto = lettore(html, documents.FOGLIO_CERTIFICATO)
    numeri = [pagina.extract_text().split("Pagina ")[1].split("\n")[0] for pagina in letto.pages]
    assert numeri == ["1 di 2", "2 di 2"] * 3
    assert len(letto.outline) == 3


def test_il_singolo_ha_le_stesse_pagine_della_classe():
    classe = lettore(
        documents.html_certificati(esempi.classe(2), titolo="Classe"), documents.FOGLIO_CERTIFICATO
    )
    singolo = lettore(documents.html_certificato(esempi.classe(2)[1]), documents.FOGLIO_CERTIFICATO)
    assert [p.extract_text() for p in classe.pages[2:]] == [p.extract_text() for p in singolo.pages]


def test_il_tabellone_dice_tutto():
    contesto = esempi.tabellone()
    letto = lettore(documents.html_tabellone(contesto), documents.FOGLIO_TABELLONE)
    scritto = stampato(letto)
    prima = letto.pages[0].mediabox
    assert prima.width > prima.height
    assert len(contesto.righe) == 27
    assert len(contesto.colonne) == 11
    for docente in contesto.docenti:
        assert docente.nome in scritto
    assert "scrutinio dell'8 giugno 2024" in scritto
    assert contesto.note[0].testo in scritto
    assert scritto.count("3,75") == sum(
        cella.media == "3,75" for riga in contesto.righe for cella in riga.celle
    )
