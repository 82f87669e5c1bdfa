"""What is late, one by one: who owes it, who suffers, who was told and when."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from cpia.avvisi import registri, solleciti
from cpia.avvisi.enums import StatoPromemoria
from cpia.avvisi.models import Promemoria, Scadenza
from cpia.portale.istituto.conti import AL_PLURALE
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.parole import elenco, plurale

IN_PAGINA = 30
NOMI = 3


@dataclass(frozen=True)
class Ritardo:
    """One thing that is late."""

    scadenza: Scadenza
    persone: Sequence[Persona]
    risente: str
    ultimo: datetime | None
    di_oggi: Sequence[Promemoria]
    proprio: bool
    giorni: int

    @property
    def chi(self) -> str:
        """«O. Brandolini», «A. Rossi, B. Verdi, C. Bianchi e 4 altri»; empty when it is nobody."""
        nomi = [persona.iniziale_e_cognome for persona in self.persone]
        if len(nomi) > NOMI:
            nomi = [*nomi[:NOMI], plurale(len(nomi) - NOMI, "altro", "altri")]
        return elenco(nomi)

    @property
    def parte_il(self) -> datetime | None:
        """When the reminder of today leaves, while it can be taken back."""
        fermi = [p for p in self.di_oggi if p.stato == StatoPromemoria.IN_ATTESA]
        if not fermi or len(fermi) < len(self.di_oggi):
            return None
        return min(promemoria.prossimo_tentativo_il for promemoria in fermi)

    @property
    def da_sollecitare(self) -> bool:
        """Whether there is somebody else to remind, whom the direction has not reminded today."""
        return bool(self.persone) and not self.proprio and not self.di_oggi


@dataclass(frozen=True)
class Ritardi:
    """All that is late: the first ones one by one, how many there are, whom a click reminds."""

    righe: Sequence[Ritardo]
    quanti: int
    da_sollecitare: str
    annullabili: bool


def leggi(contesto: Contesto) -> Ritardi:
    """What is late in the institute, the oldest first. Four queries and those of the apps."""
    istituto_id = contesto.istituto.pk
    tutte = list(solleciti.in_ritardo(istituto_id, contesto.oggi))
    di_chi = solleciti.responsabili(istituto_id, contesto.oggi, tutte)
    di_oggi = solleciti.solleciti_di_oggi(contesto)
    mostrate = tutte[:IN_PAGINA]
    ultimi = solleciti.ultimi_avvisi(istituto_id, mostrate)
    risente = _conseguenze(contesto, mostrate)
    righe = [
        Ritardo(
            scadenza=scadenza,
            persone=di_chi[scadenza.pk],
            risente=risente.get(scadenza.pk, ""),
            ultimo=ultimi.get(scadenza.pk),
            di_oggi=di_oggi.get(scadenza.pk, ()),
            proprio=contesto.persona in di_chi[scadenza.pk],
            giorni=(contesto.oggi - scadenza.entro_il).days,
        )
        for scadenza in mostrate
    ]
    da_dire = [s for s in tutte if s.pk not in di_oggi]
    return Ritardi(
        righe=righe,
        quanti=len(tutte),
        da_sollecitare=_verbo(contesto, da_dire, di_chi),
        annullabili=sum(riga.parte_il is not None for riga in righe) > 1,
    )


def _conseguenze(contesto: Contesto, scadenze: Sequence[Scadenza]) -> dict[int, str]:
    trovate: dict[int, str] = {}
    for app, chi_ne_risente in registri.conseguenze.items():
        sue = [scadenza for scadenza in scadenze if scadenza.app == app]
        if sue:
            trovate |= chi_ne_risente(contesto, sue)
    return trovate


def _verbo(
    contesto: Contesto, scadenze: Iterable[Scadenza], di_chi: dict[int, list[Persona]]
) -> str:
    """«Sollecita i 4 docenti»; empty when there is nobody left to remind."""
    persone: dict[int, Persona] = {}
    ruoli = set()
    for scadenza in scadenze:
        altri = [persona for persona in di_chi[scadenza.pk] if persona != contesto.persona]
        persone |= {persona.pk: persona for persona in altri}
        ruoli |= {scadenza.ruolo} if altri else set()
    if not persone:
        return ""
    uno, molti = _parole(ruoli)
    if len(persone) == 1:
        return f"Sollecita {next(iter(persone.values())).iniziale_e_cognome}"
    return f"Sollecita {'le' if molti == 'persone' else 'i'} {plurale(len(persone), uno, molti)}"


def _parole(ruoli: set[str]) -> tuple[str, str]:
    if len(ruoli) == 1 and (ruolo := next(iter(ruoli))) in (Ruolo.DOCENTE, Ruolo.COORDINATORE):
        return ruolo, AL_PLURALE[Ruolo(ruolo)].removesuffix(" di classe")
    return "persona", "persone"
