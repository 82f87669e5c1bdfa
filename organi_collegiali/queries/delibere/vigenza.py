"""Which deliberations are in force, and what later ones did to them, in words."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from cpia.scuola.parole import data_estesa
from organi_collegiali.enums import AttoEffetto
from organi_collegiali.models import Delibera, Effetto
from organi_collegiali.rules.delibere import vigenza as rules

PARTICIPI = {
    AttoEffetto.MODIFICA: "modificata",
    AttoEffetto.REVOCA: "revocata",
    AttoEffetto.RATIFICA: "ratificata",
}


@dataclass(frozen=True)
class Passo:
    """One line of what happened to a deliberation: the words, and the act that did it."""

    testo: str
    da: Delibera


@dataclass(frozen=True)
class Vigore:
    """What a deliberation is worth today, as the register and its page say it."""

    in_vigore: bool
    passi: tuple[Passo, ...] = ()
    insieme: tuple[Delibera, ...] = ()
    avvertenze: tuple[str, ...] = ()

    @property
    def in_parole(self) -> str:
        """``in vigore, modificata in parte dalla n. 90 del 12 marzo 2024``."""
        dette = [passo.testo for passo in self.passi]
        return ", ".join(["in vigore", *dette] if self.in_vigore else dette)


class Vigenze:
    """The effects among the deliberations of an institute at one instant. One query."""

    def __init__(self, istituto_id: int, quando: datetime) -> None:
        righe = list(
            Effetto.objects.filter(istituto_id=istituto_id)
            .select_related("delibera__organo")
            .order_by("delibera__adottata_il", "delibera__numero", "pk")
        )
        self._delibere = {riga.delibera_id: riga.delibera for riga in righe}
        self._regola = rules.Vigenze.al(
            quando,
            [
                rules.Effetto(
                    riga.delibera_id,
                    riga.su_id,
                    AttoEffetto(riga.atto),
                    riga.delibera.adottata_il,
                    riga.in_parte,
                )
                for riga in righe
            ],
        )

    def revocate(self) -> frozenset[int]:
        """The ids of those of which nothing remains."""
        return self._regola.revocati()

    def di(self, delibera: Delibera) -> Vigore:
        """What one of them is worth."""
        vigenza = self._regola.di(delibera.pk)
        return Vigore(
            in_vigore=vigenza.in_vigore,
            passi=tuple(self._passo(effetto, delibera) for effetto in vigenza.subiti),
            insieme=tuple(self._delibere[pk] for pk in vigenza.insieme),
            avvertenze=(
                *(self._non_rivive(effetto) for effetto in vigenza.non_rivive),
                *(self._senza_effetto(effetto) for effetto in vigenza.senza_effetto),
            ),
        )

    def _passo(self, effetto: rules.Effetto[int], delibera: Delibera) -> Passo:
        da = self._delibere[effetto.da]
        parte = " in parte" if effetto.in_parte else ""
        participio = PARTICIPI[effetto.atto]
        return Passo(f"{participio}{parte} dalla {nome_breve(da, delibera)}", da)

    def _non_rivive(self, effetto: rules.Effetto[int]) -> str:
        che_cosa = "La revoca" if effetto.atto is AttoEffetto.REVOCA else "La modifica"
        da = self._delibere[effetto.da]
        return (
            f"{che_cosa} della n. {da.numero} è stata a sua volta revocata: quello che c’era prima "
            "non torna in vigore da sé, occorre che la nuova delibera lo dica."
        )

    def _senza_effetto(self, effetto: rules.Effetto[int]) -> str:
        da = self._delibere[effetto.da]
        return f"La n. {da.numero} la cita quando era già revocata: su questa non ha effetto."


def nome_breve(delibera: Delibera, accanto_a: Delibera | None = None) -> str:
    """``n. 90 del 12 marzo 2024``, with the organ when it is not that of the act beside it."""
    nome = f"n. {delibera.numero} del {data_estesa(giorno_di(delibera))}"
    if accanto_a is not None and accanto_a.organo_id != delibera.organo_id:
        return f"{nome} ({delibera.organo})"
    return nome


def giorno_di(delibera: Delibera) -> date:
    """The day on which it was adopted, in Italy."""
    return timezone.localdate(delibera.adottata_il)
