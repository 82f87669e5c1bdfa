"""What happened to the levels of an entry, as the register of operations tells it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from competenze.models import Competenza, Inserimento
from cpia.atti.models import Operazione
from cpia.scuola.models import Iscrizione

ATTI = {
    "segna livello": "ha segnato",
    "livello in conflitto": "non ha sovrascritto",
    "registra inserimento": "ha registrato e chiuso",
    "riapre inserimento": "ha riaperto",
}


@dataclass(frozen=True, slots=True)
class Fatto:
    """One line of the register in words; ``casella`` is empty for an act on the whole entry."""

    operazione: Operazione
    atto: str
    casella: str
    prima: str
    dopo: str
    motivo: str


def operazioni(inserimento: Inserimento) -> QuerySet[Operazione]:
    """The lines of the register about an entry, the latest first."""
    return (
        Operazione.objects.filter(
            istituto_id=inserimento.istituto_id,
            oggetto_tipo=Inserimento._meta.label_lower,
            oggetto_id=inserimento.pk,
        )
        .select_related("persona")
        .order_by("-id")
    )


def fatti(inserimento: Inserimento, righe: Iterable[Operazione]) -> list[Fatto]:
    """These lines with the names of today in place of the ids. Two queries."""
    righe = list(righe)
    dati = [riga.dati or {} for riga in righe]
    studenti = {
        iscrizione.pk: str(iscrizione.persona)
        for iscrizione in Iscrizione.objects.filter(
            istituto_id=inserimento.istituto_id, pk__in=_ids(dati, "iscrizione")
        ).select_related("persona")
    }
    competenze = {
        competenza.pk: competenza.nome_breve
        for competenza in Competenza.objects.filter(pk__in=_ids(dati, "competenza"))
    }
    return [_fatto(riga, studenti, competenze) for riga in righe]


def _ids(dati: Iterable[Mapping[str, Any]], campo: str) -> set[int]:
    return {riga[campo] for riga in dati if campo in riga}


def _fatto(riga: Operazione, studenti: Mapping[int, str], competenze: Mapping[int, str]) -> Fatto:
    dati = riga.dati or {}
    studente = studenti.get(dati.get("iscrizione", 0), "")
    competenza = competenze.get(dati.get("competenza", 0), "")
    dopo = dati.get("dopo") or dati.get("voluto") or {}
    return Fatto(
        operazione=riga,
        atto=ATTI.get(riga.azione, riga.azione),
        casella=", ".join(filter(None, [studente, competenza])),
        prima=_livello(dati.get("prima") or dati.get("registrato")),
        dopo=_livello(dati.get("dopo") or dati.get("voluto")),
        motivo=dopo.get("motivo") or dati.get("motivo", ""),
    )


def _livello(contenuto: Mapping[str, str] | None) -> str:
    if contenuto is None:
        return ""
    livello = contenuto.get("livello", "")
    return "nv" if livello == "NV" else livello or "vuota"
