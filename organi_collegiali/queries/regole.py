"""The parameters of an organ in the shape that the rules ask for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import TypeVar

from cpia.norme.enums import (
    AggiuntaOdg,
    BaseMaggioranza,
    EsitoParita,
    FormaVoto,
    MisuraNonAmmissione,
    Numerazione,
    ParitaPersone,
    RegolaQuorum,
)
from cpia.norme.queries import parametri
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.motivi import Valore
from organi_collegiali.enums import FormaVotazione, Platea
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.rules.voto.votazione import RegoleDelVoto

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class RegoleOrgano:
    """What the regulation in force on a day says of one organ, each value with its article."""

    norma: str
    valori: Mapping[str, ValoreDiNorma]

    def di_norma(self, voce: str) -> ValoreDiNorma:
        """The parameter ``organi.<organo>.<voce>`` as the regulations know it."""
        return self.valori[f"organi.{self.norma}.{voce}"]

    def valore(self, voce: str, come: Callable[..., T]) -> Valore[T]:
        """The same with its value read by ``come`` (an enum, ``int``, ``bool``, ``Fraction``)."""
        preso = self.di_norma(voce)
        return Valore(come(preso.valore), preso.fonte, preso.in_contrasto_con)

    def quorum(self, platea: str = Platea.TUTTI) -> Valore[RegolaQuorum]:
        """How many must be present; at a scrutinio all of them."""
        voce = "scrutinio.quorum" if platea == Platea.SCRUTINIO else "quorum.regola"
        return self.valore(voce, RegolaQuorum)

    @property
    def quorum_minimo(self) -> Valore[int]:
        return self.valore("quorum.minimo", int)

    def del_voto(self, forma: FormaVotazione) -> RegoleDelVoto:
        """What governs an ordinary vote of this form."""
        parita = "parita.palese" if forma is FormaVotazione.PALESE else "parita.segreta"
        return RegoleDelVoto(
            self.valore("maggioranza.base", BaseMaggioranza), self.valore(parita, EsitoParita)
        )

    def astensione(self, platea: str = Platea.TUTTI) -> Valore[bool]:
        """Whether one may abstain."""
        voce = "scrutinio.astensione" if platea == Platea.SCRUTINIO else "voto.astensione"
        return self.valore(voce, bool)

    def voto_su_persone(self, platea: str = Platea.TUTTI) -> Valore[FormaVoto]:
        """Open or secret on questions of persons; at a scrutinio everybody answers for the vote."""
        voce = "scrutinio.voto" if platea == Platea.SCRUTINIO else "voto.persone"
        return self.valore(voce, FormaVoto)

    @property
    def non_ammissione(self) -> Valore[MisuraNonAmmissione]:
        """Of the councils of a class only: how many do not admit a pupil of the primary school."""
        return self.valore("scrutinio.non_ammissione_primaria", MisuraNonAmmissione)

    @property
    def parita_fra_persone(self) -> Valore[ParitaPersone]:
        return self.valore("parita.persone", ParitaPersone)

    @property
    def aggiunta(self) -> tuple[Valore[AggiuntaOdg], Valore[Fraction]]:
        """Who may add an item at the sitting, and the part of those present if it is a part."""
        return self.valore("odg.aggiunta", AggiuntaOdg), self.valore("odg.aggiunta_quota", Fraction)

    @property
    def modifica_regolamento(self) -> tuple[Valore[BaseMaggioranza], Valore[Fraction]]:
        return (
            self.valore("modifica_regolamento.base", BaseMaggioranza),
            self.valore("modifica_regolamento.quota", Fraction),
        )

    @property
    def numerazione_sedute(self) -> Valore[Numerazione]:
        return self.valore("sedute.numerazione", Numerazione)

    @property
    def numerazione_delibere(self) -> Valore[Numerazione]:
        return self.valore("delibere.numerazione", Numerazione)


def regole(organo: OrganoCollegiale, giorno: date) -> RegoleOrgano:
    """The rules of an organ on a day. One query."""
    norma = organo.norma
    return RegoleOrgano(norma, parametri(organo.istituto_id, f"organi.{norma}.", giorno))
