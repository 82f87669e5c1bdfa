"""What is late, one by one: who owes it, who suffers, who was told and when."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

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
NOMI_IN_ELENCO = 100


@dataclass(frozen=True)
class Ritardo:
    """What is late in one row: one thing, or the same asked of many persons, each for oneself."""

    scadenze: Sequence[Scadenza]
    persone: Sequence[Persona]
    risente: str
    ultimo: datetime | None
    di_oggi: Sequence[Promemoria]
    proprio: bool
    altri: bool
    giorni: int

    @property
    def scadenza(self) -> Scadenza:
        """The one that stands for all of them: title, link and day are the same."""
        return self.scadenze[0]

    @property
    def in_breve(self) -> str:
        """«60 persone», whose names are in a list; empty when they are few, or owe it together."""
        if len(self.scadenze) <= NOMI:
            return ""
        return plurale(len(self.persone), "persona", "persone")

    @property
    def chi(self) -> str:
        """«O. Brandolini», «A. Rossi, B. Verdi, C. Bianchi e 4 altri»; empty when it is nobody."""
        quanti = NOMI_IN_ELENCO if self.in_breve else NOMI
        nomi = [persona.iniziale_e_cognome for persona in self.persone]
        if len(nomi) > quanti:
            nomi = [*nomi[:quanti], plurale(len(nomi) - quanti, "altro", "altri")]
        return elenco(nomi)

    @property
    def parte_il(self) -> datetime | None:
        """When the reminder of today leaves, while it can be taken back."""
        return _parte_il(self.di_oggi)

    @property
    def da_sollecitare(self) -> bool:
        """Whether there is somebody else to remind, whom the direction has not reminded today."""
        return self.altri and not self.proprio and not self.di_oggi


@dataclass(frozen=True)
class Ritardi:
    """All that is late: the first rows, how many things there are, whom a click reminds."""

    righe: Sequence[Ritardo]
    quanti: int
    altre: bool
    da_sollecitare: str
    annullabili: bool


def leggi(contesto: Contesto) -> Ritardi:
    """What is late in the institute, the oldest first. Four queries and those of the apps."""
    istituto_id = contesto.istituto.pk
    tutte = list(solleciti.in_ritardo(istituto_id, contesto.oggi))
    di_chi = solleciti.responsabili(istituto_id, contesto.oggi, tutte)
    di_oggi = solleciti.solleciti_di_oggi(contesto)
    gruppi = _raggruppa(tutte)
    mostrati = gruppi[:IN_PAGINA]
    noti: dict[str, Any] = {
        "di_chi": di_chi,
        "di_oggi": di_oggi,
        "ultimi": solleciti.ultimi_avvisi(istituto_id, [s for g in mostrati for s in g]),
        "risente": _conseguenze(contesto, [gruppo[0] for gruppo in mostrati]),
    }
    da_dire = [s for s in tutte if s.pk not in di_oggi]
    return Ritardi(
        righe=[_riga(contesto, gruppo, **noti) for gruppo in mostrati],
        quanti=len(tutte),
        altre=len(gruppi) > len(mostrati),
        da_sollecitare=_verbo(contesto, da_dire, di_chi),
        annullabili=sum(_parte_il(_tutti(di_oggi, g)) is not None for g in gruppi) > 1,
    )


def insieme(contesto: Contesto, scelte: Collection[int]) -> list[int]:
    """These late things (ids), with those that stand in the same row."""
    gruppi = _raggruppa(solleciti.in_ritardo(contesto.istituto.pk, contesto.oggi))
    scelti = [gruppo for gruppo in gruppi if any(s.pk in scelte for s in gruppo)]
    return [scadenza.pk for gruppo in scelti for scadenza in gruppo]


def _raggruppa(scadenze: Iterable[Scadenza]) -> list[list[Scadenza]]:
    """One row for what is asked of many, each for oneself: a circular that sixty have not read."""
    gruppi: dict[object, list[Scadenza]] = {}
    for una in scadenze:
        stessa = (una.app, una.entro_il, una.titolo, una.indirizzo)
        gruppi.setdefault(stessa if una.persona_id else una.pk, []).append(una)
    return list(gruppi.values())


def _riga(
    contesto: Contesto,
    gruppo: Sequence[Scadenza],
    *,
    di_chi: Mapping[int, Sequence[Persona]],
    di_oggi: Mapping[int, Sequence[Promemoria]],
    ultimi: Mapping[int, datetime],
    risente: Mapping[int, str],
) -> Ritardo:
    persone = [persona for scadenza in gruppo for persona in di_chi[scadenza.pk]]
    return Ritardo(
        scadenze=gruppo,
        persone=persone,
        risente=risente.get(gruppo[0].pk, ""),
        ultimo=max((ultimi[s.pk] for s in gruppo if s.pk in ultimi), default=None),
        di_oggi=_tutti(di_oggi, gruppo),
        proprio=len(gruppo) == 1 and contesto.persona in persone,
        altri=any(persona != contesto.persona for persona in persone),
        giorni=(contesto.oggi - gruppo[0].entro_il).days,
    )


def _tutti(
    di_oggi: Mapping[int, Sequence[Promemoria]], gruppo: Iterable[Scadenza]
) -> list[Promemoria]:
    return [promemoria for s in gruppo for promemoria in di_oggi.get(s.pk, ())]


def _parte_il(di_oggi: Sequence[Promemoria]) -> datetime | None:
    # One whose mail is tried again waits too, but the portal has told it already.
    fermi = [p for p in di_oggi if p.stato == StatoPromemoria.IN_ATTESA and not p.esito]
    if not fermi or len(fermi) < len(di_oggi):
        return None
    return min(promemoria.prossimo_tentativo_il for promemoria in fermi)


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
