"""The whole room at an instant."""

from dataclasses import dataclass
from datetime import datetime

from cpia.norme.enums import RegolaQuorum
from cpia.norme.rules.motivi import Valore, Violazione
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Movimento, Seduta
from organi_collegiali.models.sedute import Sospensione
from organi_collegiali.queries.aula import appello, ordine
from organi_collegiali.queries.aula.linea import Linea
from organi_collegiali.queries.aula.verifiche import Verifica
from organi_collegiali.queries.aula.vista import InVista
from organi_collegiali.queries.presenze import Presenze
from organi_collegiali.queries.regole import RegoleOrgano
from organi_collegiali.rules.aula import presenze as rules
from organi_collegiali.rules.aula.aggiornamento import Protrazione
from organi_collegiali.rules.aula.conto import in_breve
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.rules.aula.trattazione import verifica_nessun_voto


@dataclass(frozen=True)
class Aula:
    """What the secretary's screen shows."""

    seduta: Seduta
    adesso: datetime
    regole: RegoleOrgano
    presenze: Presenze
    movimenti: tuple[Movimento, ...]
    righe: tuple[appello.Riga, ...]
    giudizio: GiudizioPresenze
    punti: tuple[ordine.RigaPunto, ...]
    in_vista: InVista | None
    sospesa: Sospensione | None
    prossima_delibera: int
    verifiche: tuple[Verifica, ...]
    linea: Linea | None
    cadute: tuple[rules.Caduta, ...]
    protrazione: Protrazione

    @property
    def in_appello(self) -> bool:
        """Not opened yet: the roll call is being taken."""
        return self.seduta.stato == StatoSeduta.CONVOCATA

    @property
    def in_corso(self) -> bool:
        return self.seduta.stato == StatoSeduta.IN_CORSO

    @property
    def presenti(self) -> int:
        return len(self.presenze.votanti(self.adesso))

    @property
    def in_carica(self) -> int:
        return self.presenze.in_carica

    @property
    def ultima_delibera(self) -> int:
        return self.prossima_delibera - 1

    @property
    def perche_valida(self) -> str:
        """Whether the legal number is there, in one sentence."""
        return self.giudizio.perche[-1].testo

    @property
    def regola_quorum(self) -> Valore[RegolaQuorum]:
        return self.regole.quorum(self.seduta.platea)

    @property
    def conto(self) -> str:
        """The sum of the legal number, as it is written beside it."""
        return in_breve(self.regola_quorum.valore, self.in_carica, self.giudizio.numero_legale)

    @property
    def fonte_breve(self) -> str:
        """Where the rule is written; the reason has the whole of it."""
        return self.regola_quorum.fonte.partition(" (")[0]

    @property
    def a_distanza(self) -> Valore[bool]:
        """Whether one may take part from afar."""
        return self.regole.valore("seduta.a_distanza", bool)

    @property
    def gruppi(self) -> list[appello.Gruppo]:
        return appello.gruppi(self.righe)

    @property
    def in_aula(self) -> list[appello.Riga]:
        return [riga for riga in self.righe if riga.dentro]

    @property
    def caduta(self) -> rules.Caduta | None:
        """The time without legal number that still lasts."""
        return next((caduta for caduta in self.cadute if caduta.al is None), None)

    @property
    def corrente(self) -> ordine.RigaPunto | None:
        """The item under discussion."""
        return next((riga for riga in self.punti if riga.in_discussione), None)

    @property
    def prossimo(self) -> ordine.RigaPunto | None:
        """The first item that has no outcome, when none is under discussion."""
        return None if self.corrente else next(iter(self.da_concludere), None)

    @property
    def da_concludere(self) -> list[ordine.RigaPunto]:
        return [riga for riga in self.punti if not riga.punto.esito]

    @property
    def in_voto(self) -> Violazione | None:
        """Why no item begins or ends now: something is being voted, or waits to be proclaimed."""
        return next(iter(verifica_nessun_voto(riga.trattato for riga in self.punti)), None)

    @property
    def quanti_punti(self) -> int:
        return len(self.punti)

    @property
    def ultimo_movimento(self) -> Movimento | None:
        return appello.ultimo_movimento(self.movimenti, self.seduta.aperta_il)
