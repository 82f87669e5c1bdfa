"""The papers of an application: kept, verified, refused with what is wrong."""

import hashlib
import secrets
from collections.abc import Iterable
from datetime import datetime
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Carta, DomandaIscrizione
from patto_formativo.services.iscrizioni.dati import DatiCarta

CARTE_MASSIME = 20


@transaction.atomic
def aggiungi_carta(
    *, autore: Contesto, adesso: datetime, domanda_id: int, dati: DatiCarta
) -> Carta:
    """Add a paper brought later: a permit that was missing, a renewal. By the office.

    Raises AttoRifiutato when the application has too many.
    """
    domanda = DomandaIscrizione.objects.select_for_update().get(
        istituto=autore.istituto, pk=domanda_id
    )
    if domanda.carte.count() >= CARTE_MASSIME:
        raise rifiuta("troppe_carte", f"Le carte sono già {CARTE_MASSIME}.", campo="file")
    carta = tieni_carte(domanda, [dati], adesso)[0]
    scritto = {"carta": carta.pk, "tipo": carta.tipo, "impronta": carta.impronta}
    annota(autore=autore, adesso=adesso, azione="aggiunge carta", oggetto=domanda, dati=scritto)
    return carta


@transaction.atomic
def verifica_carta(*, autore: Contesto, adesso: datetime, carta_id: int, non_va: str = "") -> Carta:
    """Say that a paper is good, or what is wrong with it. By the office."""
    carta = (
        Carta.objects.select_for_update(of=("self",))
        .select_related("domanda")
        .get(istituto=autore.istituto, pk=carta_id)
    )
    carta.verificata_il, carta.verificata_da = adesso, autore.persona
    carta.non_va = non_va.strip()
    carta.save(update_fields=["verificata_il", "verificata_da", "non_va"])
    azione = "respinge carta" if carta.non_va else "verifica carta"
    dati = {"carta": carta.pk, "tipo": carta.tipo}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=carta.domanda, dati=dati)
    return carta


@transaction.atomic
def leggi_carta(*, autore: Contesto, adesso: datetime, carta_id: int) -> bytes | None:
    """The bytes of a paper, for who may read it; the register keeps the reading.

    None where there is no file, or the bytes kept are not those that came.
    """
    carta = Carta.objects.select_related("domanda").get(istituto=autore.istituto, pk=carta_id)
    if not carta.file:
        return None
    try:
        with carta.file.open("rb") as file:
            contenuto: bytes = file.read()
    except FileNotFoundError:
        return None
    if hashlib.sha256(contenuto).hexdigest() != carta.impronta:
        return None
    dati = {"carta": carta.pk, "tipo": carta.tipo}
    annota(autore=autore, adesso=adesso, azione="legge carta", oggetto=carta.domanda, dati=dati)
    return contenuto


def tieni_carte(
    domanda: DomandaIscrizione, carte: Iterable[DatiCarta], adesso: datetime
) -> list[Carta]:
    """Keep the papers of an application, each file under a name that nobody guesses."""
    righe = [_riga(domanda, dati, adesso) for dati in carte]
    for riga in righe:
        riga.save()
    return righe


def _riga(domanda: DomandaIscrizione, dati: DatiCarta, adesso: datetime) -> Carta:
    riga = Carta(
        istituto_id=domanda.istituto_id,
        domanda=domanda,
        tipo=dati.tipo,
        numero=dati.numero,
        scade=dati.scade,
        caricata_il=adesso,
    )
    if dati.file is not None:
        riga.nome_file, riga.tipo_contenuto = dati.file.nome, dati.file.tipo_contenuto
        riga.impronta, riga.byte = dati.file.impronta, dati.file.byte
        estensione = PurePath(dati.file.nome).suffix.lower()
        nome = f"{domanda.istituto_id}/{secrets.token_hex(16)}{estensione}"
        riga.file.save(nome, ContentFile(dati.file.contenuto), save=False)
    return riga
