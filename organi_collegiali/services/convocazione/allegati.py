"""What is on file for an item: files, papers of before, what is still awaited.

Papers reach the office until the sitting begins, also when the notice has left: it names the
items, not their papers. What the convened may have read since stays.
"""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.pdf.pagine import quante_pagine
from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Allegato, AllegatoAggiunto, Delibera, Punto, Seduta
from organi_collegiali.services.blocco import blocca_seduta, tocca

ALLEGATI_MASSIMI = 20
PDF = "application/pdf"
SI_DEPOSITA = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA, StatoSeduta.CONVOCATA)
PARTITI = "ciò che è partito con l’avviso non si toglie: si mette agli atti un altro documento"


@dataclass(frozen=True)
class DatiAllegato:
    """A file, or an earlier deliberation, or only the title of what is awaited by a day."""

    titolo: str
    file: FileAccettato | None = None
    delibera_id: int | None = None
    atteso_entro: date | None = None
    riservato: bool = False


def _punto(autore: Contesto, punto_id: int) -> Punto:
    punto = Punto.objects.get(istituto=autore.istituto, pk=punto_id)
    punto.seduta = blocca_seduta(autore, punto.seduta_id, *SI_DEPOSITA)
    return punto


@transaction.atomic
def allega(*, autore: Contesto, adesso: datetime, punto_id: int, dati: DatiAllegato) -> Allegato:
    """Put something on file for an item of a sitting that is not open yet.

    Raises AttoRifiutato.
    """
    punto = _punto(autore, punto_id)
    esigi_posto(punto.allegati.count())
    riga = Allegato(
        istituto=autore.istituto,
        punto=punto,
        titolo=titolo_di(dati),
        atteso_entro=dati.atteso_entro,
        riservato=dati.riservato,
    )
    riempi(riga, autore, adesso, dati)
    riga.save()
    _compiuto(autore, adesso, punto, "allega al punto", riga)
    return riga


def esigi_posto(quanti: int) -> None:
    """Raise AttoRifiutato when an item has as many papers as it may have."""
    if quanti >= ALLEGATI_MASSIMI:
        testo = f"Gli allegati del punto sono già {ALLEGATI_MASSIMI}: di più non se ne mettono."
        raise rifiuta("troppi_allegati", testo)


@transaction.atomic
def deposita(
    *, autore: Contesto, adesso: datetime, allegato_id: int, dati: DatiAllegato
) -> Allegato:
    """Give its file to what was awaited. Raises AttoRifiutato."""
    riga, punto = _allegato(autore, allegato_id)
    if riga.depositato_il is not None:
        raise rifiuta("gia_depositato", "Questo allegato c’è già: se è un altro, aggiungilo.")
    riempi(riga, autore, adesso, dati)
    riga.save()
    _compiuto(autore, adesso, punto, "deposita allegato atteso", riga)
    return riga


@transaction.atomic
def togli_allegato(*, autore: Contesto, adesso: datetime, allegato_id: int) -> None:
    """Take something off the file of an item. Raises AttoRifiutato.

    Of a sitting that is convened only what came after the first notice: a mistake is put right.
    """
    riga, punto = _allegato(autore, allegato_id)
    if partito_con_l_avviso(riga, punto.seduta):
        raise rifiuta("partito", "Era già agli atti quando l’avviso è partito: resta.", PARTITI)
    _compiuto(autore, adesso, punto, "toglie allegato dal punto", riga)
    _cancella(riga)


def partito_con_l_avviso(riga: Allegato, seduta: Seduta) -> bool:
    """Whether something was on file already when the first notice left. One query at most."""
    if seduta.stato != StatoSeduta.CONVOCATA or riga.depositato_il is None:
        return False
    partenze = seduta.avvisi.filter(inviato_il__isnull=False).order_by("inviato_il")
    primo = partenze.values_list("inviato_il", flat=True).first()
    return primo is not None and riga.depositato_il <= primo


def _cancella(riga: Allegato) -> None:
    if riga.file:
        # The bytes go when the act is certain: an act that fails has lost nothing.
        transaction.on_commit(partial(riga.file.storage.delete, str(riga.file)))
    riga.delete()


def _allegato(autore: Contesto, allegato_id: int) -> tuple[Allegato, Punto]:
    quale = Allegato.objects.filter(istituto=autore.istituto, pk=allegato_id)
    punto = _punto(autore, quale.values_list("punto_id", flat=True).get())
    return quale.select_for_update().get(), punto


def titolo_di(dati: DatiAllegato) -> str:
    """What it is called: as was typed, else as the file."""
    return (dati.titolo or (PurePath(dati.file.nome).stem if dati.file else "Delibera"))[:160]


def riempi(
    riga: Allegato | AllegatoAggiunto, autore: Contesto, adesso: datetime, dati: DatiAllegato
) -> None:
    """Give a row its file or its earlier deliberation; what is awaited has neither yet."""
    if dati.file is not None:
        _metti_file(riga, autore, dati.file)
    elif dati.delibera_id is not None:
        _collega(riga, autore, dati.delibera_id)
    else:
        return
    riga.depositato_il = adesso


def _metti_file(riga: Allegato | AllegatoAggiunto, autore: Contesto, file: FileAccettato) -> None:
    riga.tipo_contenuto = file.tipo_contenuto
    riga.impronta = file.impronta
    riga.byte = file.byte
    riga.pagine = quante_pagine(file.contenuto) if file.tipo_contenuto == PDF else None
    nome = f"{autore.istituto.pk}/{secrets.token_hex(16)}{PurePath(file.nome).suffix.lower()}"
    riga.file.save(nome, ContentFile(file.contenuto), save=False)


def _collega(riga: Allegato | AllegatoAggiunto, autore: Contesto, delibera_id: int) -> None:
    """Point to the paper of an earlier deliberation."""
    delibera = Delibera.objects.select_related("documento").get(
        istituto=autore.istituto, pk=delibera_id
    )
    if delibera.documento is None:
        raise rifiuta("senza_documento", "Quella delibera non ha ancora il suo documento.")
    riga.documento = delibera.documento
    riga.tipo_contenuto = PDF
    riga.pagine = delibera.documento.pagine
    riga.riservato = riga.riservato or delibera.riservata or delibera.su_persone


def _compiuto(
    autore: Contesto, adesso: datetime, punto: Punto, azione: str, riga: Allegato
) -> None:
    tocca(punto.seduta, adesso)
    dati = {"punto": punto.pk, "allegato": riga.pk, "impronta": riga.impronta}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=punto.seduta, dati=dati)
