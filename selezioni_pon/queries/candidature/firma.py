"""How a draft stands before its sending: the paper to be signed, the signed one, what is against.

The bytes of the signed file are read: they say how it is signed, and whether it is that paper.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from cpia.atti.caricamenti.firmato import NonFirmato, contenuto_firmato
from cpia.atti.caricamenti.pades import firmato_fino_a
from cpia.atti.models import Documento
from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.models import AllegatoCandidatura, Candidatura
from selezioni_pon.queries.candidature.contenuto import (
    allegati_di,
    contenuto_di,
    impronta_di,
)
from selezioni_pon.rules.invio import BUSTA, CartaFirmata, contro_la_firma

PDF = "application/pdf"
BUSTE = 3  # signed, signed again, and once more: as many as ``controlla`` opens


@dataclass(frozen=True)
class Firma:
    """What there is to sign and what was signed.

    ``foglio`` is the paper of what is written now, None where none was prepared since it changed;
    ``firmata`` and ``identita`` are the files of the signature, the first only if it came after
    the paper. ``contro`` is what is against sending with them.
    """

    contenuto: Mapping[str, Any]
    allegati: Sequence[AllegatoCandidatura]
    foglio: Documento | None
    firmata: AllegatoCandidatura | None
    identita: AllegatoCandidatura | None
    carta: CartaFirmata | None
    contro: Sequence[Violazione]

    @property
    def pronta(self) -> bool:
        """Whether it counts as signed."""
        return not self.contro


def firma_di(candidatura: Candidatura) -> Firma:
    """The signature of a draft. Three queries at most, and the signed file if there is one."""
    allegati = allegati_di(candidatura)
    contenuto = contenuto_di(candidatura, allegati)
    foglio = foglio_di(candidatura, contenuto)
    per_tipo = {uno.tipo: uno for uno in allegati}
    firmata = per_tipo.get(TipoAllegato.FIRMATA.value)
    identita = per_tipo.get(TipoAllegato.IDENTITA.value)
    if firmata is not None and (foglio is None or firmata.caricato_il < foglio.emesso_il):
        firmata = None
    carta = letta(firmata, foglio) if firmata and foglio else None
    contro = contro_la_firma(
        carta, aggiornata=foglio is not None, con_identita=identita is not None
    )
    return Firma(contenuto, allegati, foglio, firmata, identita, carta, contro)


def foglio_di(candidatura: Candidatura, contenuto: Mapping[str, Any]) -> Documento | None:
    """The paper that says exactly this content; None where it was made of another, or of none."""
    foglio = candidatura.documento
    if foglio is None or foglio.contesto.get("impronta") != impronta_di(contenuto):
        return None
    return foglio


def letta(firmata: AllegatoCandidatura, foglio: Documento) -> CartaFirmata:
    """What the bytes of a signed file say of it, beside those of the paper."""
    with firmata.file.open("rb") as aperto:
        caricato: bytes = aperto.read()
    carta = b""
    if foglio.impronta:
        with foglio.file.open("rb") as aperto:
            carta = aperto.read()
    letta = esamina(caricato, firmata.tipo_contenuto, carta)
    if letta.stessa or firmata.tipo_contenuto != PDF:
        return letta
    return replace(letta, altra=_di_un_altro(caricato, foglio))


def _di_un_altro(caricato: bytes, foglio: Documento) -> bool:
    """Whether a file begins with another paper prepared for the same person. One query.

    It is read once, however many those papers are.
    """
    altri = Documento.objects.filter(
        istituto_id=foglio.istituto_id, tipo=foglio.tipo, firmato_da=foglio.firmato_da,
        byte__isnull=False, byte__lte=len(caricato),
    ).exclude(pk=foglio.pk)  # fmt: skip
    letto, fin_qui = hashlib.sha256(), 0
    stampati = altri.values_list("byte", "impronta")
    for byte, impronta in sorted((quanti or 0, sua) for quanti, sua in stampati):
        letto.update(caricato[fin_qui:byte])
        fin_qui = byte
        if letto.hexdigest() == impronta:
            return True
    return False


def esamina(caricato: bytes, tipo: str, foglio: bytes) -> CartaFirmata:
    """How a file is signed, and whether it holds the paper; ``foglio`` empty: not printed yet.

    A signature inside a PDF adds to its end: what it covers begins with the paper itself.
    """
    if tipo == BUSTA:
        dentro = _dentro(caricato)
        return CartaFirmata(tipo, firmata_dentro=True, stessa=_comincia(dentro, foglio))
    fino_a = firmato_fino_a(caricato) if tipo == PDF else None
    stessa = _comincia(caricato, foglio) and (fino_a is None or fino_a >= len(foglio))
    return CartaFirmata(
        tipo, firmata_dentro=fino_a is not None, stessa=stessa, nuda=caricato == foglio
    )


def _dentro(busta: bytes) -> bytes:
    """What is inside the envelopes, one in the other."""
    dentro = busta
    for _ in range(BUSTE + 1):
        try:
            dentro = contenuto_firmato(dentro)
        except NonFirmato:
            break
    return dentro


def _comincia(caricato: bytes, foglio: bytes) -> bool:
    return bool(foglio) and caricato.startswith(foglio)
