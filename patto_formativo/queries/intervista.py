"""The interview: its questions, read from the file beside the app, and what was answered."""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from patto_formativo.models import Corsista, Intervista
from patto_formativo.rules import intervista as rules
from patto_formativo.rules.intervista import Domanda, Sezione
from patto_formativo.rules.sostegno import Padronanza

PADRONANZA = "padronanza"
SCELTE = {PADRONANZA: tuple((voce.value, voce.etichetta) for voce in Padronanza)}


@dataclass(frozen=True, slots=True)
class Risposta:
    """A question as it stands for a person; ``versione`` is of this answer only."""

    domanda: Domanda
    testo: str

    @property
    def in_parole(self) -> str:
        return self.domanda.in_parole(self.testo)

    @property
    def versione(self) -> str:
        return versione_di(self.testo)


@dataclass(frozen=True, slots=True)
class Pagina:
    """The whole interview of a person: sections with their answers, what is still to be asked."""

    intervista: Intervista | None
    sezioni: tuple[tuple[str, tuple[Risposta, ...]], ...]
    mancano: tuple[Domanda, ...]

    @property
    def fatte(self) -> int:
        """How many questions have an answer."""
        return sum(bool(r.testo) for _, risposte in self.sezioni for r in risposte)

    @property
    def totale(self) -> int:
        return sum(len(risposte) for _, risposte in self.sezioni)


@cache
def domande() -> tuple[Sezione, ...]:
    """The questions in their order."""
    dati = _letti()
    return tuple(
        Sezione(sezione["titolo"], tuple(_domanda(voce) for voce in sezione["domande"]))
        for sezione in dati["sezioni"]
    )


def fonte() -> str:
    """Which source asks for an interview."""
    return str(_letti()["fonte"])


@cache
def _letti() -> dict[str, Any]:
    percorso = files("patto_formativo") / "dati" / "intervista.toml"
    return tomllib.loads(percorso.read_text(encoding="utf-8"))


def _domanda(voce: Mapping[str, Any]) -> Domanda:
    return Domanda(
        chiave=voce["chiave"],
        testo=voce["testo"],
        aiuto=voce.get("aiuto", ""),
        scelte=SCELTE[voce["scelte"]] if "scelte" in voce else (),
        essenziale=voce.get("essenziale", False),
    )


def versione_di(testo: str) -> str:
    """The version of one answer: two who write different answers do not stop each other."""
    return hashlib.sha256(testo.encode()).hexdigest()[:16]


def intervista_di(corsista: Corsista) -> Intervista | None:
    """The interview of a person, once somebody has begun it. One query."""
    return (
        Intervista.objects.filter(istituto=corsista.istituto_id, corsista=corsista)
        .select_related("fatta_da")
        .first()
    )


def pagina(intervista: Intervista | None) -> Pagina:
    """All the questions with the answers of a person. No query."""
    risposte = intervista.risposte if intervista else {}
    return Pagina(intervista, _sezioni(domande(), risposte), mancanti(risposte))


def mancanti(risposte: Mapping[str, str]) -> tuple[Domanda, ...]:
    """The essential questions without an answer."""
    return tuple(rules.da_chiedere(domande(), risposte))


def padronanza(intervista: Intervista | None) -> Padronanza | None:
    """How far the interview was possible in Italian, if the tutor has said it."""
    scritta = intervista.risposte.get(PADRONANZA, "") if intervista else ""
    return Padronanza(scritta) if scritta else None


def _sezioni(
    sezioni: Sequence[Sezione], risposte: Mapping[str, str]
) -> tuple[tuple[str, tuple[Risposta, ...]], ...]:
    return tuple(
        (sezione.titolo, tuple(Risposta(d, risposte.get(d.chiave, "")) for d in sezione.domande))
        for sezione in sezioni
    )
