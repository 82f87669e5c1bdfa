"""The permission that a public employee needs before an assignment.

Source: D.Lgs. 165/2001, art. 53 cc. 6-10 (who needs none, who asks, thirty days, silence of the
administration means yes when a public administration gives the assignment); IC Porto Venere,
Regolamento incarichi, art. 3 c. 3, which cites art. 58 of D.Lgs. 29/1993, now art. 53; CCNL Scuola
29 November 2007, arts. 35 and 57 (the other school permits in any case, also to teach).
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.norme.rules.termini import scadenza
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import EsenzioneAutorizzazione, Provenienza, StatoAutorizzazione
from selezioni_pon.rules.fonti import PLURIME, regolamento

ART_53: Final = "D.Lgs. 165/2001, art. 53"
OBBLIGO: Final = f"{ART_53} cc. 7-8; {regolamento('art. 3 c. 3')}"
OBBLIGO_SCUOLE: Final = f"{ART_53} c. 7; {PLURIME}"
ESENTI: Final = f"{ART_53} c. 6"
SILENZIO: Final = f"{ART_53} c. 10"
GIORNI: Final = 30
DIPENDENTI: Final = (Provenienza.ALTRA_SCUOLA, Provenienza.ALTRA_AMMINISTRAZIONE)
BUONI: Final = (
    StatoAutorizzazione.NON_SERVE,
    StatoAutorizzazione.DATA,
    StatoAutorizzazione.PER_SILENZIO,
)


@dataclass(frozen=True, slots=True)
class Autorizzazione:
    """What was asked of the employer and what it answered; ``concessa`` is None while it waits.

    ``ricevuta_il`` is the day on which the employer got the request.
    """

    ente: str = ""
    ricevuta_il: date | None = None
    concessa: bool | None = None
    risposta_il: date | None = None
    atto: str = ""
    esenzione: EsenzioneAutorizzazione = EsenzioneAutorizzazione.NESSUNA


def stato_autorizzazione(
    provenienza: Provenienza, autorizzazione: Autorizzazione, oggi: date
) -> tuple[StatoAutorizzazione, Motivo]:
    """Where the permission stands on ``oggi``, and why."""
    if provenienza not in DIPENDENTI:
        testo = f"Provenienza: «{provenienza.etichetta}». Non serve un’autorizzazione."
        return StatoAutorizzazione.NON_SERVE, Motivo("non_dipendente_di_altri", ART_53, testo)
    di_scuola = provenienza is Provenienza.ALTRA_SCUOLA
    if not di_scuola and autorizzazione.esenzione is not EsenzioneAutorizzazione.NESSUNA:
        testo = f"La legge non la chiede: {autorizzazione.esenzione.etichetta}."
        return StatoAutorizzazione.NON_SERVE, Motivo("esente", ESENTI, testo)
    obbligo = OBBLIGO_SCUOLE if di_scuola else OBBLIGO
    if autorizzazione.concessa is not None:
        return _risposta(autorizzazione, obbligo, concessa=autorizzazione.concessa)
    return _in_attesa(autorizzazione, obbligo, oggi)


def verifica_affidamento(
    provenienza: Provenienza, autorizzazione: Autorizzazione, oggi: date
) -> list[Violazione]:
    """What is against giving the assignment on ``oggi`` for want of a permission."""
    stato, motivo = stato_autorizzazione(provenienza, autorizzazione, oggi)
    if stato in BUONI:
        return []
    return [Violazione(f"autorizzazione_{stato}", motivo.testo, motivo.fonte, "autorizzazione")]


def _risposta(
    autorizzazione: Autorizzazione, obbligo: str, *, concessa: bool
) -> tuple[StatoAutorizzazione, Motivo]:
    ente = autorizzazione.ente or "L’amministrazione di appartenenza"
    giorno = autorizzazione.risposta_il
    quando = f" il {data_estesa(giorno)}" if giorno else ""
    atto = f" ({autorizzazione.atto})" if autorizzazione.atto else ""
    if concessa:
        testo = f"{ente} ha dato l’autorizzazione{quando}{atto}."
        return StatoAutorizzazione.DATA, Motivo("autorizzazione_data", obbligo, testo)
    testo = f"{ente} ha negato l’autorizzazione{quando}{atto}: l’incarico non si può affidare."
    return StatoAutorizzazione.NEGATA, Motivo("autorizzazione_negata", obbligo, testo)


def _in_attesa(
    autorizzazione: Autorizzazione, obbligo: str, oggi: date
) -> tuple[StatoAutorizzazione, Motivo]:
    ricevuta = autorizzazione.ricevuta_il
    if ricevuta is None:
        testo = "L’autorizzazione dell’amministrazione di appartenenza va chiesta prima."
        return StatoAutorizzazione.MANCA, Motivo("autorizzazione_manca", obbligo, testo)
    ultimo = scadenza(ricevuta, GIORNI).giorno
    if oggi <= ultimo:
        testo = (
            f"La richiesta è arrivata il {data_estesa(ricevuta)}: l’amministrazione risponde "
            f"entro {GIORNI} giorni, fino al {data_estesa(ultimo)}."
        )
        return StatoAutorizzazione.ATTESA, Motivo("autorizzazione_attesa", SILENZIO, testo)
    testo = (
        f"La richiesta è arrivata il {data_estesa(ricevuta)} e i {GIORNI} giorni sono finiti il "
        f"{data_estesa(ultimo)} senza risposta: per un incarico di una scuola si intende data."
    )
    return StatoAutorizzazione.PER_SILENZIO, Motivo("silenzio", SILENZIO, testo)
