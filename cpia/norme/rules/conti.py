"""The terms that the calculator of the regulations can count, and how each of them runs."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from cpia.norme.rules.calendario import Calendario
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.misure import MESI
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.secondo import entro_secondo, prima_di_secondo

# A line of days longer than this is not read any more: only its ends are shown.
GIORNI_DELLA_LINEA: Final = 45


@dataclass(frozen=True, slots=True)
class Conto:
    """One kind of term: the parameter that measures it, and whether it runs backwards."""

    codice: str
    nome: str
    voce: str
    evento: str
    indietro: bool

    @property
    def di_organo(self) -> bool:
        """Whether each organ has its own."""
        return not self.voce.startswith(("disciplina.", "competenze.", "patto."))

    def chiave(self, organo: str) -> str:
        """The parameter, for that organ where each has its own."""
        return f"organi.{organo}.{self.voce}" if self.di_organo else self.voce


@dataclass(frozen=True, slots=True)
class GiornoDellaLinea:
    """One day between the event and the end of the term."""

    giorno: date
    pausa: str
    estremo: bool

    @property
    def in_parole(self) -> str:
        """``5 giugno``."""
        return f"{self.giorno.day} {MESI[self.giorno.month - 1]}"


def _conto(codice: str, nome: str, voce: str, evento: str, *, indietro: bool) -> Conto:
    return Conto(codice, nome, voce, evento, indietro)


CONTI: Final[Mapping[str, Conto]] = MappingProxyType(
    {
        conto.codice: conto
        for conto in (
            _conto("ordinaria", "Convocare una seduta ordinaria", "preavviso.ordinaria",
                   "giorno della seduta", indietro=True),
            _conto("straordinaria", "Convocare una seduta straordinaria",
                   "preavviso.straordinaria", "giorno della seduta", indietro=True),
            _conto("urgente", "Convocare una seduta urgente", "preavviso.urgente",
                   "giorno della seduta", indietro=True),
            _conto("deposito", "Depositare i documenti della seduta", "documenti.deposito",
                   "giorno della seduta", indietro=True),
            _conto("integrazione", "Integrare l’ordine del giorno", "odg.integrazione",
                   "giorno della seduta", indietro=True),
            _conto("richiesta", "Convocare la seduta chiesta dai componenti",
                   "richiesta.convocazione_entro", "giorno della richiesta", indietro=False),
            _conto("verbale", "Pubblicare il verbale", "verbale.pubblicazione_entro",
                   "giorno della seduta che lo approva", indietro=False),
            _conto("ricorso", "Ricorrere all’organo di garanzia", "disciplina.ricorso_giorni",
                   "giorno della comunicazione", indietro=False),
            _conto("decisione", "Decidere il ricorso", "disciplina.decisione_giorni",
                   "giorno del ricorso", indietro=False),
            _conto("irrogazione", "Irrogare la sanzione", "disciplina.irrogazione_giorni",
                   "giorno in cui si è saputo del fatto", indietro=False),
            _conto("competenze", "Inserire le competenze prima dello scrutinio",
                   "competenze.giorni_prima_scrutinio", "giorno dello scrutinio", indietro=True),
            _conto("permesso", "Portare il permesso di soggiorno che manca",
                   "patto.termine_permesso", "giorno dell’iscrizione o della scadenza",
                   indietro=False),
            _conto("ritiro", "Aspettare prima del ritiro d’ufficio", "patto.attesa_avviso",
                   "giorno dell’avviso", indietro=False),
        )
    }
)  # fmt: skip


def calcola_termine(conto: Conto, valore: Valore, evento: date, calendario: Calendario) -> Termine:
    """The last useful day for that act, with its reasons.

    A holiday moves only the terms that run forward: backwards nobody loses time before an event
    unless the regulation says so.
    """
    if conto.indietro:
        return prima_di_secondo(evento, valore, calendario=calendario)
    return entro_secondo(evento, valore, calendario=calendario)


def linea_dei_giorni(
    evento: date, termine: date, calendario: Calendario
) -> tuple[GiornoDellaLinea, ...]:
    """The days from one to the other, both included; empty where they are too many to be read."""
    primo, ultimo = sorted((evento, termine))
    quanti = (ultimo - primo).days + 1
    if quanti > GIORNI_DELLA_LINEA:
        return ()
    return tuple(
        _giorno(primo + timedelta(days=n), (evento, termine), calendario) for n in range(quanti)
    )


def _giorno(giorno: date, estremi: tuple[date, date], calendario: Calendario) -> GiornoDellaLinea:
    pausa = calendario.pausa(giorno)
    return GiornoDellaLinea(giorno, pausa.motivo if pausa else "", giorno in estremi)
