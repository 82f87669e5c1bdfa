"""An albo with a draft, an act in publication, an annulled one and one that is over."""

from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile

from cpia.atti.albo.documents import TIPO as ATTESTAZIONE
from cpia.atti.models import Documento, FilePubblicazione, Pubblicazione
from cpia.atti.services import nuovo_codice, registra_stampa
from cpia.scuola.models import Persona
from tests.factories.scuola import ADESSO

OGGI = ADESSO.date()
PDF = b"%PDF-1.7\n"


def albo(responsabile: Persona, documento: Documento) -> dict[str, Pubblicazione]:
    """By their state; year and numbers differ from those of the other institute."""
    documenti = {"in corso": documento, "sostituta": _leggibile(responsabile)}
    trovate = {
        nome: _una(responsabile, posto, nome, documenti.get(nome))
        for posto, nome in enumerate(("bozza", "in corso", "annullata", "conclusa", "sostituta"))
    }
    for pubblicazione in trovate.values():
        file = FilePubblicazione(
            istituto=pubblicazione.istituto, pubblicazione=pubblicazione, versione="integrale",
            pubblico=True, titolo="Atto", tipo_contenuto="application/pdf",
            impronta=documento.impronta, byte=len(PDF),
        )  # fmt: skip
        file.file.save("atto", ContentFile(PDF))
    return trovate


def _leggibile(responsabile: Persona) -> Documento:
    """A paper that everybody in the office may read."""
    documento = Documento.objects.create(
        istituto=responsabile.istituto, tipo=ATTESTAZIONE, titolo="Attestazione", modello="prova/1",
        contesto={}, codice_verifica=nuovo_codice(), emesso_il=ADESSO,
    )  # fmt: skip
    return registra_stampa(
        documento_id=documento.pk, istituto_id=documento.istituto_id, pdf=PDF, pagine=1
    )


def _una(
    responsabile: Persona, posto: int, nome: str, documento: Documento | None
) -> Pubblicazione:
    istituto = responsabile.istituto
    inizio = OGGI - timedelta(days=30) if nome == "conclusa" else OGGI
    numero: dict[str, Any] = {}
    if nome != "bozza":
        numero = {
            "anno": 2000 + istituto.pk % 50,
            "numero": 10 * (1 + istituto.pk % 50) + posto,
            "registrata_il": ADESSO - timedelta(days=31),
        }
    if nome == "annullata":
        numero |= {"annullata_il": ADESSO, "motivo_annullamento": "L’importo era errato."}
    return Pubblicazione.objects.create(
        istituto=istituto, oggetto=f"Atto {nome}", con_dati_personali=False, categoria="bandi",
        richiedente="Ufficio", responsabile=responsabile, dal=inizio, documento=documento,
        al=inizio + timedelta(days=15), **numero,
    )  # fmt: skip


def file_di(pubblicazione: Pubblicazione) -> int:
    """The file of one of them."""
    return pubblicazione.file.get().pk
