"""The evidence of an activity: a file that was looked through, or an act of the school."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Sum

from bonus_merito.models import Attivita, Prova
from bonus_merito.queries.atti_citabili import citabile
from bonus_merito.rules.richiesta import BYTE_MASSIMI, GRIGLIA, MEGABYTE, PROVE_MASSIME
from bonus_merito.services.richieste.blocco import blocca_attivita, esigi_scrivibile
from cpia.atti.caricamenti import FileAccettato
from cpia.atti.services import ByteAlterati, annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto


@dataclass(frozen=True)
class DatiProva:
    """One of ``file`` and ``atto_id``; without a title the file or the act gives its own."""

    titolo: str = ""
    file: FileAccettato | None = None
    atto_id: int | None = None


@transaction.atomic
def aggiungi_prova(
    *, autore: Contesto, adesso: datetime, attivita_id: int, dati: DatiProva, chiave: str = ""
) -> Prova:
    """Add a piece of evidence to an activity; ``chiave`` makes the same form one piece.

    An act of the school must be one that the person may cite. Raises AttoRifiutato.
    """
    richiesta, attivita = blocca_attivita(autore, attivita_id)
    esigi_scrivibile(richiesta, adesso, attivita)
    gia = _arrivata(attivita, chiave)
    if gia is not None:
        return gia
    _esigi_nuova(attivita, dati)
    prova = Prova(istituto=autore.istituto, attivita=attivita, caricata_il=adesso, chiave=chiave)
    if dati.atto_id is not None:
        _cita(autore, prova, dati.atto_id)
    elif dati.file is not None:
        _metti_file(prova, dati.file)
    else:
        raise rifiuta("prova", "Scegli un file, o un atto della scuola.", GRIGLIA, "file")
    prova.titolo = (dati.titolo.strip() or prova.titolo)[:200]
    prova.save()
    _annota(autore, adesso, prova, "aggiunge prova del bonus")
    return prova


def _arrivata(attivita: Attivita, chiave: str) -> Prova | None:
    return attivita.prove.filter(chiave=chiave).first() if chiave else None


def _esigi_nuova(attivita: Attivita, dati: DatiProva) -> None:
    prove = list(attivita.prove.all())
    if len(prove) >= PROVE_MASSIME:
        testo = f"Le prove sono già {PROVE_MASSIME}: scegli le più chiare."
        raise rifiuta("troppe_prove", testo, GRIGLIA, "file")
    if dati.atto_id is not None and any(p.atto_id == dati.atto_id for p in prove):
        raise rifiuta("gia_citato", "Questo atto c’è già.", GRIGLIA, "cerca")
    if dati.file is not None and any(p.impronta == dati.file.impronta for p in prove):
        raise rifiuta("gia_caricato", "Questo file c’è già.", GRIGLIA, "file")
    if dati.file is not None:
        _esigi_spazio(attivita, dati.file)


def _esigi_spazio(attivita: Attivita, file: FileAccettato) -> None:
    """Raise AttoRifiutato for a file that the whole request has no room for."""
    tutte = Prova.objects.filter(attivita__richiesta=attivita.richiesta_id)
    gia = tutte.aggregate(byte=Sum("byte"))["byte"] or 0
    if gia + file.byte > BYTE_MASSIMI:
        testo = (
            f"Le prove di una richiesta arrivano in tutto a {BYTE_MASSIMI // MEGABYTE} MB, e qui "
            f"ne occupano già {gia // MEGABYTE}: togli un file, o carica una copia più leggera."
        )
        raise rifiuta("troppi_byte", testo, GRIGLIA, "file")


def _cita(autore: Contesto, prova: Prova, atto_id: int) -> None:
    atto = citabile(autore, atto_id)
    if atto is None:
        raise rifiuta("atto", "Questo atto non è fra quelli che puoi citare.", GRIGLIA, "cerca")
    prova.atto, prova.titolo = atto, atto.titolo[:200]


def _metti_file(prova: Prova, file: FileAccettato) -> None:
    """Under a name that says nothing of whom it is about."""
    prova.titolo, prova.nome_file = PurePath(file.nome).stem[:200], file.nome[:160]
    prova.tipo_contenuto, prova.impronta, prova.byte = (
        file.tipo_contenuto, file.impronta, file.byte,
    )  # fmt: skip
    nome = f"{prova.istituto_id}/{secrets.token_hex(16)}{PurePath(file.nome).suffix.lower()}"
    prova.file.save(nome, ContentFile(file.contenuto), save=False)


@transaction.atomic
def togli_prova(*, autore: Contesto, adesso: datetime, prova_id: int) -> Attivita:
    """Take a piece of evidence off a draft; its file goes with it. Raises AttoRifiutato."""
    prova = Prova.objects.get(istituto=autore.istituto, pk=prova_id)
    richiesta, attivita = blocca_attivita(autore, prova.attivita_id)
    esigi_scrivibile(richiesta, adesso, attivita)
    _annota(autore, adesso, prova, "toglie prova del bonus")
    togli_file(prova)
    prova.delete()
    return attivita


def togli_file(prova: Prova) -> None:
    """Delete the bytes once the act is committed, unless a copy of the row names them too."""
    altre = Prova.objects.filter(istituto_id=prova.istituto_id, file=prova.file.name)
    if prova.file.name and not altre.exclude(pk=prova.pk).exists():
        transaction.on_commit(partial(prova.file.storage.delete, prova.file.name))


@transaction.atomic
def leggi_prova(*, autore: Contesto, adesso: datetime, prova: Prova) -> bytes:
    """The bytes of a piece of evidence; the register keeps the reading of who is not its owner.

    Raises ByteAlterati when they are not those that were kept.
    """
    with prova.file.open("rb") as aperto:
        contenuto: bytes = aperto.read()
    if hashlib.sha256(contenuto).hexdigest() != prova.impronta:
        raise ByteAlterati(prova.pk)
    if prova.attivita.richiesta.persona_id != autore.persona.pk:
        _annota(autore, adesso, prova, "legge prova del bonus")
    return contenuto


def _annota(autore: Contesto, adesso: datetime, prova: Prova, azione: str) -> None:
    annota(
        autore=autore, adesso=adesso, azione=azione, oggetto=prova.attivita.richiesta,
        dati={"attivita": prova.attivita_id, "prova": prova.pk},
    )  # fmt: skip
