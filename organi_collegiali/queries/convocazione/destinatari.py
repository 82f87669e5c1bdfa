"""Who will be convened to a sitting: by component, without e-mail, enough for the legal number."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from organi_collegiali.enums import Componente, MezzoAvviso
from organi_collegiali.models import Mandato, Seduta
from organi_collegiali.queries.cariche import mandati
from organi_collegiali.queries.invio.convocabili import convocabili, mezzo
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.aula.quorum import GiudizioPresenze, giudica_presenze


@dataclass(frozen=True)
class Destinatari:
    """The members in office on a day, and whether they could make a sitting."""

    mandati: tuple[Mandato, ...]
    giudizio: GiudizioPresenze

    @property
    def con_voto(self) -> list[Mandato]:
        return [m for m in self.mandati if m.con_voto]

    @property
    def senza_voto(self) -> list[Mandato]:
        return [m for m in self.mandati if not m.con_voto]

    @property
    def per_componente(self) -> list[tuple[str, int]]:
        """How many vote for each component that has any, in the order of the law."""
        quanti = Counter(m.componente for m in self.con_voto)
        return [(c.etichetta, quanti[c]) for c in Componente if quanti[c]]

    @property
    def senza_email(self) -> list[Mandato]:
        """Who must be told by hand or by phone."""
        return [m for m in self.mandati if mezzo(m.persona) is not MezzoAvviso.EMAIL]


def destinatari(seduta: Seduta, oggi: date, regole: RegoleOrgano) -> Destinatari:
    """Who sits on the day of a sitting, today's members while it has none.

    With the judgement of all of them being there. One query.
    """
    if seduta.inizio_previsto:
        trovati = convocabili(seduta)
    else:
        trovati = list(mandati(seduta.organo, oggi).select_related("persona__utente"))
    votano = sum(1 for m in trovati if m.con_voto)
    giudizio = giudica_presenze(
        votano, votano, regola=regole.quorum(seduta.platea), minimo=regole.quorum_minimo
    )
    return Destinatari(tuple(trovati), giudizio)
