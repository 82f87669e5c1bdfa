"""What the page of an entry shows, and that of the own ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.access import Contesto
from selezioni_pon.enums import SituazioneAlbo
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti.elenchi import Riga, come_sta
from selezioni_pon.queries.albo_esperti.regole import giudizio
from selezioni_pon.rules.albo_passi import RINNOVO

S = SituazioneAlbo


@dataclass(frozen=True, slots=True)
class Pagina:
    """Where an entry stands, whether it holds for its own activities, and why."""

    situazione: SituazioneAlbo
    motivi: Sequence[Motivo]
    violazioni: Sequence[Violazione]

    @property
    def si_decide(self) -> bool:
        """Whether it waits to be decided."""
        return self.situazione is S.DA_DECIDERE

    @property
    def si_lascia(self) -> bool:
        """Whether it may end: asked, in the register, renewed."""
        return self.situazione in (S.DA_DECIDERE, S.VALIDA, S.FUTURA)

    @property
    def si_cancella(self) -> bool:
        """Whether who directs may take it out of the register."""
        return self.situazione in (S.VALIDA, S.FUTURA)


@dataclass(frozen=True, slots=True)
class Propria:
    """The own entries, the latest first; whether one may ask, and whether that renews one."""

    righe: Sequence[Riga]
    si_chiede: bool
    si_rinnova: bool

    @property
    def ultima(self) -> Riga | None:
        """The latest, of which what was declared may be said again."""
        return self.righe[0] if self.righe else None


def pagina(riga: IscrizioneEsperto, oggi: date) -> Pagina:
    """Where it stands, with what the rules say of one that is in the register. No query."""
    dove = come_sta(riga, oggi)
    if dove is not S.VALIDA:
        return Pagina(dove, (), ())
    giudicata = giudizio(riga, riga.settori[0], oggi)
    return Pagina(dove, giudicata.motivi, giudicata.violazioni)


def propria(contesto: Contesto) -> Propria:
    """The own entries in the school. One query."""
    lette = IscrizioneEsperto.objects.filter(
        istituto=contesto.istituto, persona=contesto.persona
    ).select_related("protocollo")
    righe = [Riga(una, come_sta(una, contesto.oggi)) for una in lette]
    attesa = any(riga.situazione is S.DA_DECIDERE for riga in righe)
    fino = [
        riga.iscrizione.scade
        for riga in righe
        if riga.situazione in (S.VALIDA, S.FUTURA) and riga.iscrizione.scade
    ]
    si_rinnova = bool(fino) and contesto.oggi >= max(fino) - RINNOVO
    return Propria(righe, not attesa and (not fino or si_rinnova), si_rinnova and not attesa)
