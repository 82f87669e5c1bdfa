"""The last touch to a file: the declaration that it is PDF/UA-1 besides PDF/A-2a.

The engine writes one declaration of conformity at a time. PDF/A (ISO 19005-2, 6.6.2.3) accepts
a foreign property in the metadata only with its extension schema: so the two go in together.
"""

import zlib
from typing import Any

import pydyf
from weasyprint import Document

CHIUSURA = b"</rdf:RDF>"

DICHIARAZIONE = b"""\
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 the file conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"""


def rifinisci(_documento: Document, pdf: Any) -> None:
    """Finisher of the engine, called when all is drawn and nothing is written yet."""
    _dichiara_pdfua(pdf)
    for oggetto in pdf.objects:
        if getattr(oggetto, "compress", False):
            _comprimi(oggetto)


def _dichiara_pdfua(pdf: Any) -> None:
    riferimento = pdf.catalog["Metadata"]
    metadati = pdf.objects[int(riferimento.split()[0])]
    xmp = b"".join(metadati.stream)
    if xmp.count(CHIUSURA) != 1:
        raise ValueError("metadati senza un solo blocco RDF")
    metadati.stream = [xmp.replace(CHIUSURA, DICHIARAZIONE + CHIUSURA)]


def _comprimi(flusso: Any) -> None:
    # Left to itself the engine packs each stream twice, as tightly as it can, to sum the file
    # up for an identifier that we give: half of the time of writing.
    flusso.stream = [zlib.compress(_crudo(flusso))]
    flusso.extra["Filter"] = "/FlateDecode"
    flusso.compress = False


def _crudo(flusso: Any) -> bytes:
    # A stream without properties is written as its length, then its bytes between two marks.
    scritto = bytes(pydyf.Stream(flusso.stream).data)
    return scritto.partition(b"stream\n")[2].removesuffix(b"\nendstream")
