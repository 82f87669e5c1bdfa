"""The files of an application: the evidence of an item, the curriculum, what was signed."""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import PurePath
from typing import Final

from django.core.files.base import ContentFile
from django.db import transaction
from django.db.models import Sum

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.services import ByteAlterati, annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.models import AllegatoCandidatura, AllegatoInviato, Candidatura
from selezioni_pon.rules.fonti import PRASSI
from selezioni_pon.services.candidature.blocco import DI_SOLITO, blocca_da_scrivere
from selezioni_pon.services.candidature.risposte import voce_da_dichiarare

MEGABYTE: Final = 2**20
PROVE_MASSIME: Final = 12
BYTE_MASSIMI: Final = 60 * MEGABYTE


@dataclass(frozen=True)
class DatiAllegato:
    """A file that was looked through, what it is, of which item where it is evidence."""

    tipo: TipoAllegato
    file: FileAccettato
    voce: str = ""
    titolo: str = ""
    chiave: str = ""


@transaction.atomic
def allega(
    *, autore: Contesto, adesso: datetime, candidatura_id: int, dati: DatiAllegato
) -> AllegatoCandidatura:
    """Put a file in the own application; of the kinds that are one, in place of the one there.

    The same form sent twice is one file. Raises AttoRifiutato when the term is over, for an item
    that nobody declares, for a file that is there already and for too many of them.
    """
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    gia = candidatura.allegati.filter(chiave=dati.chiave).first() if dati.chiave else None
    if gia is not None:
        return gia
    _esigi_posto(candidatura, dati)
    if dati.tipo is TipoAllegato.PROVA:
        voce_da_dichiarare(candidatura, dati.voce)
    else:
        for prima in candidatura.allegati.filter(tipo=dati.tipo.value, tolto_il__isnull=True):
            _togli(prima, adesso)
    allegato = _nuovo(candidatura, adesso, dati)
    _scritta(candidatura, adesso)
    _annota(autore, adesso, allegato, "allega alla candidatura")
    return allegato


@transaction.atomic
def togli_allegato(*, autore: Contesto, adesso: datetime, allegato_id: int) -> Candidatura:
    """Take a file off the draft; what was sent with it keeps it. Raises AttoRifiutato."""
    allegato = AllegatoCandidatura.objects.get(
        pk=allegato_id, istituto=autore.istituto, tolto_il__isnull=True
    )
    candidatura = blocca_da_scrivere(autore, allegato.candidatura_id)
    _annota(autore, adesso, allegato, "toglie dalla candidatura")
    _togli(allegato, adesso)
    _scritta(candidatura, adesso)
    return candidatura


def leggi_allegato(allegato: AllegatoCandidatura) -> bytes:
    """The bytes of a file. Raises ByteAlterati when they are not those that were kept.

    Who reads what another one sent writes it in the register first.
    """
    with allegato.file.open("rb") as aperto:
        contenuto: bytes = aperto.read()
    if hashlib.sha256(contenuto).hexdigest() != allegato.impronta:
        raise ByteAlterati(allegato.pk)
    return contenuto


def togli_file(allegato: AllegatoCandidatura) -> None:
    """Delete the bytes once the act is committed, unless another row names them too."""
    nome = allegato.file.name
    altre = AllegatoCandidatura.objects.filter(istituto_id=allegato.istituto_id, file=nome)
    if nome and not altre.exclude(pk=allegato.pk).exists():
        transaction.on_commit(partial(allegato.file.storage.delete, nome))


def _esigi_posto(candidatura: Candidatura, dati: DatiAllegato) -> None:
    """Raise AttoRifiutato for a file that is there already, and where there is no room."""
    presenti = candidatura.allegati.filter(tolto_il__isnull=True)
    uguali = presenti.filter(tipo=dati.tipo.value, voce=dati.voce)
    if uguali.filter(impronta=dati.file.impronta).exists():
        raise rifiuta("gia_caricato", "Questo file c’è già.", campo="file")
    if dati.tipo is TipoAllegato.PROVA and uguali.count() >= PROVE_MASSIME:
        testo = f"I documenti di questa voce sono già {PROVE_MASSIME}: scegli i più chiari."
        raise rifiuta("troppi_documenti", testo, PRASSI, "file")
    occupati = presenti.aggregate(byte=Sum("byte"))["byte"] or 0
    if occupati + dati.file.byte > BYTE_MASSIMI:
        testo = (
            f"I file di una domanda arrivano in tutto a {BYTE_MASSIMI // MEGABYTE} MB, e qui ne "
            f"occupano già {occupati // MEGABYTE}: togli un file, o carica una copia più leggera."
        )
        raise rifiuta("troppi_byte", testo, PRASSI, "file")


def _nuovo(candidatura: Candidatura, adesso: datetime, dati: DatiAllegato) -> AllegatoCandidatura:
    """Under a name that says nothing of whom it is about."""
    file = dati.file
    allegato = AllegatoCandidatura(
        istituto=candidatura.istituto, candidatura=candidatura, tipo=dati.tipo.value,
        voce=dati.voce, titolo=(dati.titolo.strip() or PurePath(file.nome).stem)[:200],
        nome_file=file.nome[:160], tipo_contenuto=file.tipo_contenuto, impronta=file.impronta,
        byte=file.byte, caricato_il=adesso, chiave=dati.chiave,
    )  # fmt: skip
    nome = f"{candidatura.istituto_id}/{secrets.token_hex(16)}{PurePath(file.nome).suffix.lower()}"
    allegato.file.save(nome, ContentFile(file.contenuto), save=False)
    allegato.save()
    return allegato


def _togli(allegato: AllegatoCandidatura, adesso: datetime) -> None:
    if AllegatoInviato.objects.filter(allegato=allegato).exists():
        allegato.tolto_il = adesso
        allegato.save(update_fields=["tolto_il"])
        return
    togli_file(allegato)
    allegato.delete()


def _scritta(candidatura: Candidatura, adesso: datetime) -> None:
    candidatura.modificata_il = adesso
    candidatura.versione += 1
    candidatura.save(update_fields=DI_SOLITO)


def _annota(autore: Contesto, adesso: datetime, allegato: AllegatoCandidatura, azione: str) -> None:
    annota(
        autore=autore, adesso=adesso, azione=azione, oggetto=allegato.candidatura,
        dati={"allegato": allegato.pk, "tipo_allegato": allegato.tipo},
    )  # fmt: skip
