"""What an application said of where one works, as it was sent: on it the contract stands."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from selezioni_pon.enums import EsenzioneAutorizzazione, Provenienza, StatoAutorizzazione
from selezioni_pon.models import Candidatura, Invio
from selezioni_pon.queries.commissione.requisiti import CHIAVE
from selezioni_pon.rules.autorizzazione import Autorizzazione

CONCESSA = {StatoAutorizzazione.DATA: True, StatoAutorizzazione.NEGATA: False}


@dataclass(frozen=True)
class Dichiarato:
    """Where one comes from, for whom one works, why no permission is needed; the price asked.

    ``offerta`` is in cents for an hour, None where none was made.
    """

    provenienza: Provenienza
    amministrazione: str
    esenzione: EsenzioneAutorizzazione
    cooperativa: str
    offerta: int | None

    @property
    def tramite(self) -> str:
        """The cooperative with which the contract is made, or nothing."""
        return self.cooperativa if self.provenienza is Provenienza.COOPERATIVA else ""


def invio_di(candidatura: Candidatura) -> Invio | None:
    """What counts of an application: what was sent last and not taken back. One query."""
    return Invio.objects.filter(
        istituto_id=candidatura.istituto_id, candidatura=candidatura,
        sostituito_il__isnull=True, ritirato_il__isnull=True,
    ).first()  # fmt: skip


def dichiarato_di(candidatura: Candidatura) -> Dichiarato:
    """What was sent, whatever the draft says now. One query."""
    invio = invio_di(candidatura)
    inviati: Mapping[str, Any] = invio.contenuto.get(CHIAVE, {}) if invio else {}

    def detto(campo: str) -> str:
        return str(inviati[campo] if campo in inviati else getattr(candidatura, campo))

    offerta = invio.offerta if invio else candidatura.offerta
    return Dichiarato(
        provenienza=Provenienza(detto("provenienza") or Provenienza.PRIVATO.value),
        amministrazione=detto("amministrazione"),
        esenzione=EsenzioneAutorizzazione(
            detto("esenzione") or EsenzioneAutorizzazione.NESSUNA.value
        ),
        cooperativa=detto("cooperativa"),
        offerta=None if offerta is None else int(offerta * 100),
    )


def autorizzazione_di(
    dichiarato: Dichiarato, chiesta_il: date | None, risposta: str, atto: str
) -> Autorizzazione:
    """What the employer was asked and answered; ``risposta`` is a StatoAutorizzazione or empty."""
    return Autorizzazione(
        ente=dichiarato.amministrazione,
        ricevuta_il=chiesta_il,
        concessa=CONCESSA.get(StatoAutorizzazione(risposta)) if risposta else None,
        atto=atto,
        esenzione=dichiarato.esenzione,
    )
