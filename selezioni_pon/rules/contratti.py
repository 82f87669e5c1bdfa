"""The contract of a post: one at a time, never renewed.

Source: IC Porto Venere, Regolamento incarichi, art. 3 c. 3, art. 6 cc. 1-2 and art. 7 c. 1;
D.Lgs. 165/2001, art. 7 c. 6 and art. 53 c. 8; D.Lgs. 33/2013, art. 15 c. 2.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import StatoAutorizzazione
from selezioni_pon.rules.autorizzazione import BUONI, OBBLIGO
from selezioni_pon.rules.cifre import in_euro
from selezioni_pon.rules.fonti import COLLABORAZIONI, regolamento

RINNOVO: Final = f"{COLLABORAZIONI}; {regolamento('art. 7 c. 1')}"
DELIBERA: Final = regolamento("art. 6 c. 1")
EFFICACIA: Final = f"D.Lgs. 33/2013, art. 15 c. 2; {regolamento('art. 6 c. 2')}"


@dataclass(frozen=True, slots=True)
class Contratto:
    """A contract; both days included, ``compenso`` gross in cents. ``chiuso_il``: ended before."""

    posto: str
    persona: str
    dal: date
    al: date
    compenso: int
    chiuso_il: date | None = None

    @property
    def fine(self) -> date:
        """The last day on which it holds."""
        return min(self.al, self.chiuso_il) if self.chiuso_il else self.al


@dataclass(frozen=True, slots=True)
class Offerta:
    """What the call allows: the period of the project and the most that it pays, in cents.

    ``chiesto`` is what the person asked for these hours, where the call let one make an offer.
    """

    dal: date
    al: date
    compenso_massimo: int
    chiesto: int | None = None


@dataclass(frozen=True, slots=True)
class Presupposti:
    """What must be there before signing.

    ``accettata``: the proposal; ``data_delibera``: when the Collegio decided that the project
    starts; ``autorizzazione``: where the permission to a public employee stands.
    """

    accettata: bool
    data_delibera: date | None
    autorizzazione: StatoAutorizzazione


def verifica_contratto(
    contratto: Contratto,
    offerta: Offerta,
    altri: Sequence[Contratto],
    presupposti: Presupposti,
    posti: int = 1,
) -> list[Violazione]:
    """What is against signing this contract; ``altri`` are those of the same call.

    ``posti`` are the equal posts that have the same name.
    """
    return [
        *_presupposti(presupposti),
        *_nell_offerta(contratto, offerta),
        *_un_posto_un_contratto(contratto, altri, posti),
    ]


def _presupposti(presupposti: Presupposti) -> Iterator[Violazione]:
    if not presupposti.accettata:
        testo = "Il contratto si firma con chi ha accettato la proposta."
        yield Violazione("non_accettata", testo, DELIBERA)
    if presupposti.data_delibera is None:
        testo = "L’avviso non obbliga la scuola finché il Collegio non delibera di attivare."
        yield Violazione("delibera", testo, DELIBERA, "data_delibera")
    if presupposti.autorizzazione not in BUONI:
        stato = presupposti.autorizzazione.etichetta
        testo = f"L’autorizzazione dell’amministrazione da cui la persona dipende è {stato}."
        yield Violazione("autorizzazione", testo, OBBLIGO, "autorizzazione")


def _nell_offerta(contratto: Contratto, offerta: Offerta) -> Iterator[Violazione]:
    if not offerta.dal <= contratto.dal <= contratto.al <= offerta.al:
        testo = (
            f"Il progetto va dal {data_estesa(offerta.dal)} al {data_estesa(offerta.al)}: il "
            f"contratto va dal {data_estesa(contratto.dal)} al {data_estesa(contratto.al)}."
        )
        yield Violazione("periodo", testo, COLLABORAZIONI, "al")
    if not 0 <= contratto.compenso <= offerta.compenso_massimo:
        testo = (
            f"L’avviso paga al più {in_euro(offerta.compenso_massimo)}: il contratto dice "
            f"{in_euro(contratto.compenso)}."
        )
        yield Violazione("compenso", testo, regolamento("art. 4 c. 4"), "compenso")
    elif offerta.chiesto is not None and contratto.compenso > offerta.chiesto:
        testo = (
            f"Per queste ore la persona ha chiesto {in_euro(offerta.chiesto)}: il contratto dice "
            f"{in_euro(contratto.compenso)}."
        )
        yield Violazione("oltre_l_offerta", testo, regolamento("art. 4 cc. 4 e 7"), "compenso")


def _un_posto_un_contratto(
    contratto: Contratto, altri: Sequence[Contratto], posti: int
) -> Iterator[Violazione]:
    stessi = [altro for altro in altri if altro.posto == contratto.posto]
    for altro in stessi:
        if altro.persona == contratto.persona:
            testo = (
                f"La persona ha già avuto questo incarico, fino al {data_estesa(altro.fine)}: il "
                "contratto non si rinnova."
            )
            yield Violazione("rinnovo", testo, RINNOVO)
    presi = [uno for uno in stessi if uno.persona != contratto.persona and _insieme(uno, contratto)]
    if presi and _nello_stesso_giorno(presi, contratto.dal) >= posti:
        fine = data_estesa(max(uno.fine for uno in presi))
        testo = f"Il posto ha già un contratto, fino al {fine}."
        if posti > 1:
            testo = f"I {posti} posti hanno già un contratto, fino al {fine}."
        yield Violazione("posto_occupato", testo, DELIBERA)


def _nello_stesso_giorno(presi: Sequence[Contratto], dal: date) -> int:
    """The most of them that hold on one same day, from ``dal`` on."""
    giorni = {max(uno.dal, dal) for uno in presi}
    return max(sum(uno.dal <= giorno <= uno.fine for uno in presi) for giorno in giorni)


def _insieme(uno: Contratto, altro: Contratto) -> bool:
    return uno.dal <= altro.fine and altro.dal <= uno.fine


def verifica_inizio(data_pubblicazione: date | None, inizio: date) -> list[Violazione]:
    """What is against the work starting: the assignment must be published, with its pay."""
    if data_pubblicazione is not None and data_pubblicazione <= inizio:
        return []
    testo = (
        "L’incarico ha effetto, e si può pagare, dalla pubblicazione sul sito del nome, "
        "dell’oggetto e del compenso."
    )
    return [Violazione("pubblicazione", testo, EFFICACIA, "data_pubblicazione")]
