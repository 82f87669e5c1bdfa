"""Applications on the way to be sent: whole drafts, a printed paper, a signed one."""

import hashlib
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.models import Documento
from cpia.atti.services import registra_stampa
from cpia.scuola.models import Persona
from selezioni_pon import models
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.services.candidature.allegati import DatiAllegato, allega
from selezioni_pon.services.candidature.carta import prepara_foglio
from selezioni_pon.services.candidature.invio import invia_candidatura
from tests.atti.caricati import p7m, pdf
from tests.factories.candidature import AllegatoFactory, CandidaturaFactory
from tests.factories.scuola import ADESSO, contesto

BUSTA, PDF = "application/pkcs7-mime", "application/pdf"


def file(contenuto: bytes, tipo: str = PDF, nome: str = "firmata.pdf") -> FileAccettato:
    """A file that was looked through."""
    impronta = hashlib.sha256(contenuto).hexdigest()
    return FileAccettato(nome, contenuto, tipo, impronta, len(contenuto))


def pades(foglio: bytes, firma: bytes | None = None) -> bytes:
    """A PDF signed inside: the signature is added at its end and covers all but its own hole."""
    busta = (p7m(None) if firma is None else firma).hex().encode()
    testa = b"\n9 0 obj\n<< /Type /Sig /ByteRange [0 %010d %010d %010d] /Contents "
    coda = b" >>\nendobj\n%%EOF\n"
    buco = len(foglio) + len(testa % (0, 0, 0))
    dopo = buco + len(busta) + 2
    return foglio + testa % (buco, dopo, len(coda)) + b"<" + busta + b">" + coda


def candidatura(avviso: models.Avviso, persona: Persona, **altro: Any) -> models.Candidatura:
    """A whole draft: two titles, the evidence of one, the curriculum, every declaration."""
    di = {"istituto": avviso.istituto}
    riga = CandidaturaFactory(
        **di, avviso=avviso, persona=persona, titolo_di_studio="Laurea in lettere", **altro
    )
    for voce, valore in (("A.3", {"voto": 110, "lode": True}), ("A.5", {"quanti": 2})):
        models.Risposta.objects.create(
            **di, candidatura=riga, voce=voce, valore=valore, descrizione=f"Titoli della {voce}"
        )
    AllegatoFactory(**di, candidatura=riga)
    diploma = pdf("Diploma")
    prova = AllegatoFactory.build(
        **di, candidatura=riga, tipo=TipoAllegato.PROVA.value, voce="A.3", titolo="Diploma",
        nome_file="diploma.pdf", impronta=hashlib.sha256(diploma).hexdigest(),
    )  # fmt: skip
    prova.file.save("prove/diploma.pdf", ContentFile(diploma), save=False)
    prova.save()
    return riga


def con_foglio(riga: models.Candidatura, adesso: datetime = ADESSO) -> Documento:
    """Its paper, printed."""
    autore = contesto(riga.persona, adesso)
    documento = prepara_foglio(autore=autore, adesso=adesso, candidatura_id=riga.pk).documento
    assert documento is not None
    if documento.impronta:
        return documento
    return registra_stampa(
        documento_id=documento.pk, istituto_id=riga.istituto_id, pdf=pdf(f"Domanda {documento.pk}"),
        pagine=1,
    )  # fmt: skip


def byte_di(documento: Documento) -> bytes:
    """What was printed."""
    with documento.file.open("rb") as aperto:
        return bytes(aperto.read())


def caricata(
    riga: models.Candidatura, contenuto: FileAccettato, adesso: datetime = ADESSO,
    tipo: TipoAllegato = TipoAllegato.FIRMATA,
) -> models.AllegatoCandidatura:  # fmt: skip
    """The signed paper, or the identity document, put in the application."""
    return allega(
        autore=contesto(riga.persona, adesso), adesso=adesso, candidatura_id=riga.pk,
        dati=DatiAllegato(tipo, contenuto),
    )  # fmt: skip


def firmata(riga: models.Candidatura, adesso: datetime = ADESSO) -> models.Candidatura:
    """Its paper printed, signed in an envelope and uploaded."""
    busta = p7m(byte_di(con_foglio(riga, adesso)))
    caricata(riga, file(busta, BUSTA, "domanda.pdf.p7m"), adesso)
    riga.refresh_from_db()
    return riga


def invia(riga: models.Candidatura, adesso: datetime = ADESSO, versione: int | None = None):
    """Send it, as it is now unless another version was read."""
    riga.refresh_from_db()
    return invia_candidatura(
        autore=contesto(riga.persona, adesso), adesso=adesso, candidatura_id=riga.pk,
        versione=riga.versione if versione is None else versione,
    )  # fmt: skip
