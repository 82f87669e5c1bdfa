"""Who will be convened to a sitting: by component, without e-mail, enough for the legal number."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from cpia.scuola.models import Persona
from organi_collegiali.enums import Componente, MezzoAvviso
from organi_collegiali.models import Convocato, Mandato, Seduta
from organi_collegiali.queries.cariche import mandati
from organi_collegiali.queries.invio.convocabili import convocabili, invitati, mezzo
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.aula.quorum import GiudizioPresenze, giudica_presenze


@dataclass(frozen=True)
class Destinatari:
    """The members in office on a day, and whether they could make a sitting.

    ``invitati`` speak and do not vote: they get the notice and count for nothing.
    """

    mandati: tuple[Mandato, ...]
    giudizio: GiudizioPresenze
    invitati: tuple[Convocato, ...] = ()

    @property
    def persone(self) -> list[Persona]:
        """Everybody the notice goes to."""
        return [*(m.persona for m in self.mandati), *(i.persona for i in self.invitati)]

    @property
    def a_mano(self) -> list[Persona]:
        """Who of them must be told by hand or by phone."""
        return [p for p in self.persone if mezzo(p) is not MezzoAvviso.EMAIL]

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

    With the judgement of all of them being there, and who is invited. Three queries.
    """
    if seduta.inizio_previsto:
        trovati = convocabili(seduta)
    else:
        trovati = list(mandati(seduta.organo, oggi).select_related("persona__utente"))
    votano = sum(1 for m in trovati if m.con_voto)
    giudizio = giudica_presenze(
        votano, votano, regola=regole.quorum(seduta.platea), minimo=regole.quorum_minimo
    )
    siedono = {mandato.persona_id for mandato in trovati}
    # Who has come to sit meanwhile is convened as a member.
    ospiti = (ospite for ospite in invitati(seduta) if ospite.persona_id not in siedono)
    return Destinatari(tuple(trovati), giudizio, tuple(ospiti))
