"""Office files: an archive of XML, accepted without programs, foreign parts or bombs inside."""

import io
import zipfile
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from cpia.atti.caricamenti.esito import FileRifiutato

MEGA = 2**20
APERTO = 200 * MEGA
DI_UNA_PARTE = 2 * MEGA
# Folders and parts of programs and of objects of other programs, in both families.
ATTIVI = ("vbaproject", "vbadata", "activex", "embeddings/", "oleobject", "macrosheets")
ATTIVI_ODF = ("basic/", "scripts/", "object ", "dialogs/")
RIMEDIO = "salvalo in PDF e carica quello."
# Relationships that make a program fetch something by itself when the file is opened.
DA_FUORI = ("attachedtemplate", "oleobject", "frame", "subdocument", "afchunk", "image")
# Parts of a sheet that read other files, pages of the web or running programs.
COLLEGATE = ("xl/externallinks/", "xl/connections.xml")
ALTROVE = "Il file chiama parti che stanno altrove: "


def esamina(contenuto: bytes) -> None:
    """Raises ``FileRifiutato`` for an office file that is more than text and figures."""
    try:
        with zipfile.ZipFile(io.BytesIO(contenuto)) as archivio:
            _misura(archivio.infolist())
            for voce in archivio.infolist():
                _voce(archivio, voce)
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError, ValueError) as guasto:
        raise FileRifiutato("Il file è rovinato o protetto: " + RIMEDIO) from guasto


def _misura(voci: list[zipfile.ZipInfo]) -> None:
    if sum(voce.file_size for voce in voci) > APERTO:
        raise FileRifiutato("Il file, aperto, diventa enorme: " + RIMEDIO)
    if any(voce.flag_bits & 1 for voce in voci):
        raise FileRifiutato("Il file è protetto da una password: togli la protezione.")


def _voce(archivio: zipfile.ZipFile, voce: zipfile.ZipInfo) -> None:
    nome = voce.filename.lower()
    if any(attivo in nome for attivo in ATTIVI) or nome.startswith(ATTIVI_ODF):
        raise FileRifiutato("Il file contiene macro o oggetti di altri programmi: " + RIMEDIO)
    if nome.startswith(COLLEGATE):
        raise FileRifiutato(ALTROVE + RIMEDIO)
    if nome.endswith(".rels"):
        _relazioni(_xml(archivio, voce))
    if nome == "[content_types].xml":
        _tipi(_xml(archivio, voce))


def _xml(archivio: zipfile.ZipFile, voce: zipfile.ZipInfo) -> Element:
    if voce.file_size > DI_UNA_PARTE:
        raise FileRifiutato("Il file, aperto, diventa enorme: " + RIMEDIO)
    try:
        with archivio.open(voce) as file:
            letto: Element = fromstring(file.read(DI_UNA_PARTE), forbid_dtd=True)
    except (ParseError, DefusedXmlException) as guasto:
        raise FileRifiutato("Il file è rovinato: " + RIMEDIO) from guasto
    return letto


def _relazioni(relazioni: Element) -> None:
    for relazione in relazioni:
        tipo = relazione.get("Type", "").rpartition("/")[2].lower()
        if relazione.get("TargetMode", "").lower() == "external" and tipo in DA_FUORI:
            raise FileRifiutato(ALTROVE + RIMEDIO)


def _tipi(tipi: Element) -> None:
    if any("macro" in voce.get("ContentType", "").lower() for voce in tipi):
        raise FileRifiutato("Il file contiene macro: " + RIMEDIO)
