"""The terms of a case: by when to decide, to convene, to hear, to tell, to appeal.

Source: the parameters under ``disciplina.`` and the notice of the organ; counted as Italian law
counts days (``cpia.norme.rules.termini``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.secondo import entro_secondo
from cpia.norme.rules.termini import CALENDARIO_COMUNE
from disciplina.enums import Passo
from disciplina.rules.convocare import da_convocare_entro
from disciplina.rules.parametri import RegoleTermini


@dataclass(frozen=True, slots=True)
class Momenti:
    """The days from which the terms run, or at which they stop, each None until it is there.

    ``saputo_il``: when the school knew; ``contestata_il``, ``comunicata_il``, ``esito_il``: when
    the family received; ``ricorso_il``: when the appeal was presented.
    """

    saputo_il: date
    contestata_il: date | None = None
    convocata_il: date | None = None
    decisa_il: date | None = None
    comunicata_il: date | None = None
    ricorso_il: date | None = None
    esito_il: date | None = None


@dataclass(frozen=True, slots=True)
class Scadenza:
    """What is due and by when, with the reasons; ``dal`` where it may not be done before."""

    passo: Passo
    entro: Termine
    dal: bool = False

    def in_ritardo(self, oggi: date) -> bool:
        """Whether the day is over."""
        return not self.dal and oggi > self.entro.giorno

    def restano(self, oggi: date) -> int:
        """Days left, negative if past."""
        return (self.entro.giorno - oggi).days


def scadenze(
    momenti: Momenti,
    regole: RegoleTermini,
    preavviso: Valore | None,
    calendario: Calendario = CALENDARIO_COMUNE,
) -> tuple[Scadenza, ...]:
    """The terms that run now, in order of day.

    ``preavviso`` is that of the organ to convene; None where one person decides.
    """
    trovate = [
        *_prima_della_decisione(momenti, regole, preavviso, calendario),
        *_dopo_la_decisione(momenti, regole, calendario),
    ]
    return tuple(sorted(trovate, key=lambda una: una.entro.giorno))


def _prima_della_decisione(
    momenti: Momenti, regole: RegoleTermini, preavviso: Valore | None, calendario: Calendario
) -> Iterator[Scadenza]:
    if momenti.decisa_il is not None:
        return
    decidere = entro_secondo(momenti.saputo_il, regole.irrogazione, calendario=calendario)
    if preavviso is None:
        yield Scadenza(Passo.PROVVEDIMENTO, decidere)
    else:
        yield Scadenza(Passo.DECISIONE, decidere)
        if momenti.convocata_il is None:
            convocare = da_convocare_entro(decidere, preavviso, calendario)
            yield Scadenza(Passo.CONVOCAZIONE, convocare)
    if momenti.contestata_il is not None:
        difesa = entro_secondo(
            momenti.contestata_il, regole.difesa, proroga=False, calendario=calendario
        )
        yield Scadenza(Passo.AUDIZIONE, difesa, dal=True)


def _dopo_la_decisione(
    momenti: Momenti, regole: RegoleTermini, calendario: Calendario
) -> Iterator[Scadenza]:
    if momenti.decisa_il is not None and momenti.comunicata_il is None:
        termine = entro_secondo(momenti.decisa_il, regole.comunicazione, calendario=calendario)
        yield Scadenza(Passo.COMUNICAZIONE, termine)
    if momenti.comunicata_il is not None and momenti.ricorso_il is None:
        termine = entro_secondo(momenti.comunicata_il, regole.ricorso, calendario=calendario)
        yield Scadenza(Passo.RICORSO, termine)
    if momenti.ricorso_il is not None and momenti.esito_il is None:
        termine = entro_secondo(momenti.ricorso_il, regole.decisione, calendario=calendario)
        yield Scadenza(Passo.ESITO_RICORSO, termine)
        yield Scadenza(
            Passo.CONVOCAZIONE_GARANZIA,
            _garanzia_entro(momenti.ricorso_il, termine, regole, calendario),
        )


def _garanzia_entro(
    ricorso_il: date, decidere: Termine, regole: RegoleTermini, calendario: Calendario
) -> Termine:
    """The sooner of the school's own term to convene and the day that leaves time to decide."""
    propria = entro_secondo(ricorso_il, regole.garanzia_entro, calendario=calendario)
    in_tempo = da_convocare_entro(decidere, regole.garanzia_preavviso, calendario)
    return min(in_tempo, propria, key=lambda termine: termine.giorno)


def piu_vicina(scadenze: Sequence[Scadenza], oggi: date) -> Scadenza | None:
    """The one that the clock shows: the next to come, or the last gone by; None without any.

    One that only says from when is no deadline.
    """
    vere = [una for una in scadenze if not una.dal]
    a_venire = [una for una in vere if not una.in_ritardo(oggi)]
    if a_venire:
        return min(a_venire, key=lambda una: una.entro.giorno)
    return max(vere, key=lambda una: una.entro.giorno, default=None)
