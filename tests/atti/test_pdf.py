import hashlib
import io
import os
import subprocess
import sys
import zlib
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.template import engines
from PIL import Image
from pypdf import PdfReader
from weasyprint import CSS, HTML, Attachment
from weasyprint.text.fonts import FontConfiguration

from cpia.atti import pdf
from cpia.atti.pdf import limiti, risorse

CREATO = datetime(2024, 6, 8, 10, 30, tzinfo=UTC)
PORTALE = "https://portale.example.it"
SEGRETO = "parola-che-non-deve-uscire"


@pytest.fixture(autouse=True)
def _portale(settings):
    settings.PORTALE_URL = PORTALE


def stampa(html, **altro):
    return pdf.stampa(html, titolo="Prova", autore="Istituto di prova", creato_il=CREATO, **altro)


def pagina(corpo, testa=""):
    return f"<!DOCTYPE html><html><head>{testa}</head><body>{corpo}</body></html>"


def png(lato=8, modo="RGB"):
    scritto = io.BytesIO()
    Image.new(modo, (lato, lato)).save(scritto, "PNG" if modo != "CMYK" else "JPEG")
    return scritto.getvalue()


# --- what goes out to the network or the disk ---------------------------------------------


class Spia:
    """Notes every connection, and every file opened outside what the engine itself is made of."""

    def __init__(self):
        self.accesa = False
        self.viste = []
        self.permesse = (sys.prefix, sys.base_prefix, f"/proc/{os.getpid()}/", "/tmp/weasyprint-")
        sys.addaudithook(self._guarda)

    def _guarda(self, evento, argomenti):
        if not self.accesa:
            return
        if evento in ("socket.connect", "socket.getaddrinfo", "urllib.Request"):
            self.viste.append((evento, str(argomenti)))
        elif evento == "open" and isinstance(argomenti[0], str | bytes | os.PathLike):
            nome = os.path.realpath(os.fsdecode(argomenti[0]))
            if not nome.startswith(self.permesse):
                self.viste.append((evento, nome))

    def __enter__(self):
        self.viste.clear()
        self.accesa = True
        return self.viste

    def __exit__(self, *_):
        self.accesa = False


SPIA = Spia()


@pytest.fixture
def segreto(tmp_path):
    Image.new("RGB", (4, 4)).save(tmp_path / "segreto.png")
    (tmp_path / "segreto.css").write_text(f'body::before {{ content: "{SEGRETO}" }}')
    testo = tmp_path / "segreto.txt"
    testo.write_text(SEGRETO)
    return testo


HTTP = "http://127.0.0.1:9/x"
OSTILI = dict(
    riga.split(": ", 1)
    for riga in Path(__file__).with_name("ostili.txt").read_text(encoding="utf-8").splitlines()
)


@pytest.fixture(params=OSTILI)
def ostile(request, segreto):
    """A page that tries to reach the secret file, its folder, or the network."""
    corpo = OSTILI[request.param].replace("CARTELLA", segreto.parent.as_uri())
    corpo = corpo.replace("FILE", segreto.as_uri()).replace("HTTP", HTTP)
    corpo = corpo.replace("PORTALE", PORTALE).replace("LUNGO", "a" * 5000)
    return pagina(f"<p>prima</p>{corpo}<p>dopo</p>")


def oggetti(scritto):
    lettore = PdfReader(io.BytesIO(scritto))
    return [lettore.get_object(numero) for numero in range(1, lettore.trailer["/Size"])]


def flussi(scritto):
    """Every stream of the file, unpacked: text, fonts, images, metadata, attached files."""
    return [o.get_data() for o in oggetti(scritto) if hasattr(o, "get_data")]


def scritta_di(pagina_stampata):
    """The text of a page without its foot."""
    return " ".join(pagina_stampata.extract_text().split()).partition(" Pagina ")[0]


def test_documento_ostile_si_stampa_senza_leggere_nulla(ostile):
    pdf.scalda()
    with SPIA as viste:
        scritto = stampa(ostile)
    assert viste == []
    assert not any(SEGRETO.encode() in flusso for flusso in flussi(scritto))
    lettore = PdfReader(io.BytesIO(scritto))
    assert SEGRETO not in lettore.pages[0].extract_text()
    assert {"prima", "dopo"} <= set(scritta_di(lettore.pages[0]).split())
    assert not lettore.attachments


def test_il_lettore_da_solo_basta_a_fermarlo(ostile):
    caratteri = FontConfiguration()
    with SPIA as viste, suppress(Exception):
        HTML(string=ostile, url_fetcher=pdf.Risorse()).write_pdf(font_config=caratteri)
    assert viste == []


@pytest.mark.parametrize("forma", ["file", "rete"])
def test_la_spia_vede_il_lettore_ordinario(segreto, forma):
    indirizzo = segreto.as_uri() if forma == "file" else HTTP
    with SPIA as viste:
        HTML(string=pagina(f'<img src="{indirizzo}" alt=x>')).write_pdf()
    assert any(segreto.name in dettaglio or "127.0.0.1" in dettaglio for _, dettaglio in viste)


def test_foglio_e_allegato_leggono_da_se_e_sono_fermati(segreto):
    foglio = segreto.with_name("segreto.css")
    with SPIA as viste:
        with pytest.raises(OSError, match="non ammesso"):
            CSS(url=foglio.as_uri(), url_fetcher=pdf.Risorse())
        allegato = Attachment(url=segreto.as_uri(), url_fetcher=pdf.Risorse())
        scritto = HTML(string=pagina("a")).write_pdf(attachments=[allegato])
    assert viste == []
    assert not PdfReader(io.BytesIO(scritto)).attachments


@pytest.mark.parametrize(
    "href", ["file:///etc/passwd", "javascript:alert(1)", "\\\\server\\x", "x"]
)
def test_i_collegamenti_che_escono_dal_web_cadono(href):
    scritto = stampa(pagina(f'<p><a href="{href}">qui</a></p>'))
    assert "/Annots" not in PdfReader(io.BytesIO(scritto)).pages[0]


def test_un_collegamento_al_portale_resta():
    scritto = stampa(pagina(f'<p><a href="{PORTALE}/a/">qui</a></p>'))
    nota = PdfReader(io.BytesIO(scritto)).pages[0]["/Annots"][0].get_object()
    assert nota["/A"]["/URI"] == f"{PORTALE}/a/"


def test_togliere_un_elemento_non_perde_il_testo_intorno():
    corpo = "<p>uno<!-- nota --> <script>x</script>due<b>tre</b><object>y</object>quattro</p>"
    stampata = PdfReader(io.BytesIO(stampa(pagina(corpo)))).pages[0]
    assert scritta_di(stampata) == "uno duetrequattro"


def test_il_rifiuto_si_annota_senza_l_indirizzo(caplog):
    stampa(pagina('<img src="https://esempio.example/Rossi-Mario.png" alt=x>'))
    nostre = [riga.getMessage() for riga in caplog.records if riga.name.startswith("cpia.")]
    assert nostre == ["risorsa lasciata fuori da una stampa: indirizzo non ammesso"]


# --- images and QR -------------------------------------------------------------------------


def figure(scritto):
    return [o["/Alt"] for o in oggetti(scritto) if isinstance(o, dict) and o.get("/S") == "/Figure"]


@pytest.mark.parametrize("modo", ["RGB", "RGBA", "L", "P", "1"])
def test_il_logo_consegnato_si_stampa(modo):
    corpo = '<img src="immagine:logo" alt="Logo">'
    scritto = stampa(pagina(corpo), immagini={"logo": png(modo=modo)})
    assert figure(scritto) == ["Logo"]
    immagini = [
        o for o in oggetti(scritto) if isinstance(o, dict) and o.get("/Subtype") == "/Image"
    ]
    assert immagini
    assert all(immagine["/Interpolate"].value is False for immagine in immagini)


@pytest.mark.parametrize(
    "contenuto",
    [b"", b"<svg/>", b"GIF89a", b"%PDF-1.7", png(modo="CMYK"),
     png(2100)],
    ids=["vuota", "svg", "gif", "pdf", "quadricromia", "smisurata"],
)  # fmt: skip
def test_il_logo_inammissibile_non_si_stampa(contenuto):
    with pytest.raises(pdf.RisorsaRifiutata):
        pdf.Risorse({"logo": contenuto}).fetch("immagine:logo")
    corpo = '<p>a<img src="immagine:logo" alt="Logo">'
    scritto = stampa(pagina(corpo), immagini={"logo": contenuto})
    assert not PdfReader(io.BytesIO(scritto)).pages[0].images


def test_una_bomba_di_punti_si_ferma_all_intestazione():
    def pezzo(nome, dati):
        controllo = zlib.crc32(nome + dati)
        return len(dati).to_bytes(4, "big") + nome + dati + controllo.to_bytes(4, "big")

    lato = (60_000).to_bytes(4, "big")
    bomba = b"\x89PNG\r\n\x1a\n" + pezzo(b"IHDR", lato + lato + b"\x08\x02\x00\x00\x00")
    bomba += pezzo(b"IDAT", zlib.compress(b"")) + pezzo(b"IEND", b"")
    with pytest.raises(pdf.RisorsaRifiutata, match="smisurata"):
        pdf.Risorse({"logo": bomba}).fetch("immagine:logo")


def test_qr_verso_il_portale_con_testo_alternativo():
    scritto = stampa(pagina(f'<img src="qr:{PORTALE}/i/verifica/7KQF-M3TX-9RLW/" alt="Codice QR">'))
    assert figure(scritto) == ["Codice QR"]


@pytest.mark.parametrize(
    "indirizzo",
    ["qr:https://truffa.example/", f"qr:{PORTALE}.truffa.example/", "qr:", f"qr:{PORTALE}"],
)
def test_qr_solo_verso_il_portale(indirizzo):
    with pytest.raises(pdf.RisorsaRifiutata):
        pdf.Risorse(portale=PORTALE).fetch(indirizzo)


def test_i_caratteri_della_lista_esistono_tutti():
    for nome in risorse.CARATTERI:
        assert pdf.Risorse().fetch(f"statico:{nome}").read()[:4] == b"\x00\x01\x00\x00"


# --- the file ------------------------------------------------------------------------------


# Of ISO 32000-1, annex A, those that text, lines, images and tags need.
OPERATORI = frozenset(
    b"q Q cm gs rg RG w m l c v y h re f f* S s n W W* BT ET Tf Td Tm TJ Tj Tr Ts BDC BMC EMC Do d "
    b"J j M sc SC scn SCN cs CS g G".split()
)


def test_archiviabile_e_accessibile():
    corpo = (
        "<h1>Atto</h1><table><thead><tr><th>A</th></tr></thead><tbody><tr><td>b</td></tr></table>"
    )
    lettore = PdfReader(io.BytesIO(stampa(pagina(corpo))))
    radice = lettore.root_object
    assert radice["/MarkInfo"]["/Marked"].value is True
    assert radice["/ViewerPreferences"]["/DisplayDocTitle"].value is True
    assert radice["/Lang"] == "it"
    assert radice["/StructTreeRoot"]["/K"][0].get_object()["/S"] == "/Document"
    assert radice["/OutputIntents"][0]["/S"] == "/GTS_PDFA1"
    assert [voce.title for voce in lettore.outline] == ["Atto"]
    assert all(p["/Tabs"] == "/S" for p in lettore.pages)


def test_ogni_flusso_e_impacchettato_una_volta_e_ben_scritto():
    lungo = "<p>" + "parole " * 3000
    scritto = stampa(pagina(lungo))
    lettore = PdfReader(io.BytesIO(scritto))
    for stampata in lettore.pages:
        assert stampata.raw_get("/Contents").get_object()["/Filter"] == "/FlateDecode"
        operatori = {nome for _, nome in stampata.get_contents().operations}
        assert operatori <= OPERATORI
    assert sum(p.extract_text().count("parole") for p in lettore.pages) == 3000


def test_metadati():
    lettore = PdfReader(io.BytesIO(stampa(pagina("a", "<title>altro</title>"), lingua="fr")))
    assert lettore.metadata.title == "Prova"
    assert lettore.metadata.author == "Istituto di prova"
    assert lettore.metadata.creation_date == CREATO == lettore.metadata.modification_date
    assert lettore.root_object["/Lang"] == "fr"
    xmp = lettore.xmp_metadata
    assert xmp.dc_title == {"x-default": "Prova"}
    grezzo = lettore.root_object["/Metadata"].get_data()
    assert b'pdfaid:part="2"' in grezzo
    assert b'pdfaid:conformance="A"' in grezzo
    assert b"<pdfuaid:part>1</pdfuaid:part>" in grezzo
    assert grezzo.index(b"pdfuaid:part>1") < grezzo.index(b"</rdf:RDF>")
    assert b"<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>" in grezzo


def test_tutti_i_caratteri_sono_incorporati():
    scritto = stampa(pagina("<p>testo <b>forte</b> <i>corsivo</i> Țepeș Nguyễn Łódź ✓</p>"))
    lettore = PdfReader(io.BytesIO(scritto))
    font = [f.get_object() for f in lettore.pages[0]["/Resources"]["/Font"].values()]
    assert len(font) >= 3
    for voce in font:
        descrittore = voce["/DescendantFonts"][0].get_object()["/FontDescriptor"].get_object()
        assert {"/FontFile2", "/FontFile3"} & descrittore.keys()
    assert "Țepeș Nguyễn Łódź ✓" in lettore.pages[0].extract_text()


def test_ogni_documento_del_file_ha_le_sue_pagine():
    lungo = "<p>riga</p>" * 120
    articoli = "".join(
        f'<article class="documento" data-piede="{nome}" data-fine="#fine-{nome}">{corpo}'
        f'<div id="fine-{nome}"></div></article>'
        for nome, corpo in [("uno", "<p>a"), ("due", lungo), ("tre", "<p>b")]
    )
    pagine = PdfReader(io.BytesIO(stampa(pagina(articoli)))).pages
    piedi = [" ".join(p.extract_text().split()[-5:]) for p in pagine]
    totale = len(piedi) - 2
    assert totale >= 2
    attesi = ["uno Pagina 1 di 1", *(f"due Pagina {n + 1} di {totale}" for n in range(totale))]
    assert piedi == [*attesi, "tre Pagina 1 di 1"]


# --- same arguments, same bytes ------------------------------------------------------------

COMPLETO = pagina(
    f'<h1>Atto</h1><p>àèìòù <b>x</b></p><img src="qr:{PORTALE}/a/" alt=QR>'
    '<img src="immagine:logo" alt=Logo>'
)


def test_stessi_argomenti_stessi_byte():
    primo = stampa(COMPLETO, immagini={"logo": png()})
    lette = {}
    for _ in range(2):
        assert stampa(COMPLETO, immagini={"logo": png()}, immagini_lette=lette) == primo
    assert lette
    assert (
        pdf.stampa(COMPLETO, titolo="Altra", autore="Istituto di prova", creato_il=CREATO) != primo
    )


ALTRO_PROCESSO = """
import django, hashlib, sys
django.setup()
from datetime import UTC, datetime
from django.test import override_settings
from cpia.atti import pdf
with override_settings(PORTALE_URL=sys.argv[2]):
    scritto = pdf.stampa(sys.argv[1], titolo="Prova", autore="Istituto di prova",
                         creato_il=datetime(2024, 6, 8, 10, 30, tzinfo=UTC))
print(hashlib.sha256(scritto).hexdigest())
"""


@pytest.mark.parametrize("seme", ["1", "2"])
def test_gli_stessi_byte_in_un_altro_processo(seme):
    qui = hashlib.sha256(stampa(COMPLETO)).hexdigest()
    fuori = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", ALTRO_PROCESSO, COMPLETO, PORTALE],
        env={**os.environ, "PYTHONHASHSEED": seme},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
        check=True,
    )
    assert fuori.stdout.strip() == qui


# --- refusals ------------------------------------------------------------------------------


def test_data_senza_fuso_orario():
    with pytest.raises(ValueError, match="fuso orario"):
        pdf.stampa("a", titolo="t", autore="a", creato_il=datetime(2024, 6, 8))  # noqa: DTZ001


@pytest.mark.parametrize("foglio", ["inesistente", "../pdf/base", "base.css", ""])
def test_foglio_sconosciuto(foglio):
    with pytest.raises(ValueError, match="foglio di stile"):
        stampa("a", foglio=foglio)


def test_caratteri_che_nessuno_sa_disegnare_si_dicono():
    with pytest.raises(pdf.CaratteriNonStampabili) as errore:
        stampa(pagina("<p>Rossi \U0001f9ff e \ue000 fine</p>"))
    assert errore.value.caratteri == "\ue000\U0001f9ff"


def test_i_caratteri_di_controllo_cadono_da_soli():
    scritto = stampa(pagina("<p>Ro\x00s\x1bsi \ud800Mario\x85</p>"))
    assert PdfReader(io.BytesIO(scritto)).pages[0].extract_text().startswith("Rossi Mario")


def test_troppo_grande():
    with pytest.raises(pdf.StampaTroppoGrande):
        stampa("a" * 8_000_001)


def test_troppo_lunga_e_poi_si_stampa_ancora():
    pesante = pagina("<table>" + "<tr><td>a<td>b" * 20_000 + "</table>")
    with pytest.raises(pdf.StampaTroppoLunga):
        stampa(pesante, limiti=pdf.Limiti(secondi_cpu=0.5))
    assert stampa(pagina("<p>ancora")).startswith(b"%PDF-1.7")


def test_troppo_pesante_e_poi_si_lavora_ancora():
    with pytest.raises(pdf.StampaTroppoPesante), pdf.con_limiti(pdf.Limiti(memoria=64 * 2**20)):
        bytearray(256 * 2**20)
    assert len(bytearray(256 * 2**20)) == 256 * 2**20


def test_i_limiti_si_tolgono_anche_dopo_un_errore():
    prima = limiti.resource.getrlimit(limiti.resource.RLIMIT_AS)
    with pytest.raises(ZeroDivisionError), pdf.con_limiti(pdf.Limiti()):
        raise ZeroDivisionError
    assert limiti.resource.getrlimit(limiti.resource.RLIMIT_AS) == prima
    assert limiti.signal.getitimer(limiti.signal.ITIMER_PROF) == (0.0, 0.0)


# --- the common page -----------------------------------------------------------------------

ATTO = """{% extends "atti/pdf/base.html" %}{% block corpo %}<h1>{{ titolo }}</h1>
<p>{{ testo }}</p>{% endblock %}"""


def atto(**altro):
    verifica = {
        "codice": "7KQF-M3TX-9RLW",
        "indirizzo": f"{PORTALE}/iis-antonietti/verifica/7KQF-M3TX-9RLW/",
    }
    contesto = {
        "titolo": "Decreto",
        "testo": "Si dispone.",
        "istituto": {
            "nome": "IIS «Antonietti»",
            "ministero": "Ministero dell’istruzione e del merito",
            "codice_meccanografico": "BSIS008004",
        },
        "verifica": verifica,
        **altro,
    }
    html = engines["django"].from_string(ATTO).render(contesto)
    return PdfReader(io.BytesIO(stampa(html)))


def test_carta_intestata_protocollo_piede_e_verifica():
    letto = atto(
        protocollo="prot. n. 4688 del 12 giugno 2026",
        luogo_e_data="Iseo, 12 giugno 2026",
        firma={"qualifica": "La Dirigente scolastica", "nome": "Anna Neri", "a_mezzo_stampa": True},
    )
    scritto = " ".join(letto.pages[0].extract_text().split())
    for atteso in (
        "IIS «Antonietti»",
        "Cod. mecc. BSIS008004",
        "prot. n. 4688 del 12 giugno 2026",
        "Iseo, 12 giugno 2026",
        "art. 3, comma 2, del D.Lgs. 39/1993",
        "Codice di verifica 7KQF-M3TX-9RLW",
        f"{PORTALE}/iis-antonietti/verifica/7KQF-M3TX-9RLW/",
        "Pagina 1 di 1",
    ):
        assert atteso in scritto


def test_un_atto_senza_firma_ne_protocollo_non_ne_mostra_il_posto():
    scritto = atto().pages[0].extract_text()
    assert "39/1993" not in scritto
    assert "prot." not in scritto


def test_il_testo_digitato_resta_testo():
    ostile = '<img src="file:///etc/passwd"> & <b>forte</b>'
    assert ostile in " ".join(atto(testo=ostile).pages[0].extract_text().split())
