"""One application on the table of the commission: declared and accepted, item by item.

The number of queries does not depend on how many applications and titles there are.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import Fase
from selezioni_pon.models import AllegatoInviato, Avviso, Invio
from selezioni_pon.queries.commissione.requisiti import requisiti_di
from selezioni_pon.queries.commissione.righe import ParteVerifica, RigaTitolo, file_di, parti
from selezioni_pon.queries.commissione.somme import Somme, somme
from selezioni_pon.queries.commissione.valutate import Valutata
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.discrezionali import senza_accordo
from selezioni_pon.rules.esame import contro_il_verdetto
from selezioni_pon.rules.requisiti import Requisiti, verifica_ammissione


@dataclass(frozen=True)
class Lavoro:
    """An application on the table; ``generali`` are the files of the whole of it.

    ``contro_ammissione`` is what its requirements say against it, ``contro`` all that keeps it
    from being closed as admitted. ``accertabile``: its experience is to be ascertained first.
    """

    valutata: Valutata
    parti: Sequence[ParteVerifica]
    generali: Sequence[AllegatoInviato]
    somme: Somme
    requisiti: Requisiti
    contro_ammissione: Sequence[Violazione]
    contro: Sequence[Violazione]
    accertabile: bool

    @property
    def invio(self) -> Invio:
        return self.valutata.invio

    @property
    def titoli(self) -> Iterator[RigaTitolo]:
        """Every declared title, in order of print."""
        return (riga for parte in self.parti for riga in parte.titoli)

    def titolo(self, pk: int | None) -> RigaTitolo | None:
        """One of them; None for one of another application."""
        return next((riga for riga in self.titoli if riga.titolo.pk == pk), None)

    @cached_property
    def primo_da_decidere(self) -> RigaTitolo | None:
        """Where one begins: the first without a decision."""
        return next((riga for riga in self.titoli if riga.decisione is None), None)


def lavoro(una: Valutata, avviso: Avviso) -> Lavoro:
    """An application on the table. One query, for its files."""
    prove, generali = file_di(una.invio)
    fase, regole = Fase(avviso.fase), regole_di(avviso).avviso
    requisiti = requisiti_di(una.invio)
    ammissione = verifica_ammissione(requisiti, fase, regole)
    aperte = senza_accordo(una.griglia, una.concordati.keys())
    return Lavoro(
        valutata=una,
        parti=list(parti(una, prove)),
        generali=generali,
        somme=somme(una),
        requisiti=requisiti,
        contro_ammissione=_altro(ammissione),
        contro=_altro(contro_il_verdetto(requisiti, fase, regole, una.confronto, aperte)),
        accertabile=len(_altro(ammissione)) < len(ammissione),
    )


def _altro(violazioni: Sequence[Violazione]) -> list[Violazione]:
    """Without the experience, which whoever closes says to have ascertained."""
    return [una for una in violazioni if una.codice != "esperienza"]
