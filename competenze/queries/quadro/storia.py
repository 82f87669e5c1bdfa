"""What happened to one cell of the board, as the register of operations tells it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet

from competenze.enums import Livello
from competenze.models import ClasseRilevata, Inserimento
from competenze.queries.quadro.perche import Spiegazione
from cpia.atti.models import Operazione

DELLA_CASELLA = ("decide livello", "ritira decisione", "delibera livello")
DELLA_CLASSE = ("congela classe", "riapre classe")
ATTI = {
    "segna livello": "ha segnato",
    "livello in conflitto": "non ha sovrascritto",
    "decide livello": "ha deciso",
    "ritira decisione": "è tornato alla media e ha ritirato",
    "delibera livello": "ha registrato la delibera del consiglio:",
    "congela classe": "ha congelato la classe",
    "riapre classe": "ha riaperto la classe",
}


@dataclass(frozen=True, slots=True)
class Fatto:
    """One line of the register in words."""

    il: datetime
    chi: str
    atto: str
    livello: str
    disciplina: str
    motivo: str


def storia_della_casella(spiegata: Spiegazione) -> tuple[Fatto, ...]:
    """What was done to a cell and to its class, the latest first. One query."""
    discipline = {voce.inserimento_id: voce.disciplina for voce in spiegata.voci}
    return tuple(_fatti(_operazioni(spiegata, discipline), discipline))


def _operazioni(spiegata: Spiegazione, inserimenti: Iterable[int]) -> QuerySet[Operazione]:
    iscrizione_id, competenza_id, lingua = spiegata.chiave
    casella = {"dati__iscrizione": iscrizione_id, "dati__competenza": competenza_id}
    classe = Q(oggetto_tipo=ClasseRilevata._meta.label_lower, oggetto_id=spiegata.rilevata.pk)
    dei_docenti = Q(
        oggetto_tipo=Inserimento._meta.label_lower, oggetto_id__in=list(inserimenti), **casella
    )
    return (
        Operazione.objects.filter(
            dei_docenti
            | classe & Q(azione__in=DELLA_CASELLA, dati__lingua=lingua, **casella)
            | classe & Q(azione__in=DELLA_CLASSE),
            istituto_id=spiegata.rilevata.istituto_id,
        )
        .select_related("persona")
        .order_by("-id")
    )


def _fatti(operazioni: Iterable[Operazione], discipline: dict[int, str]) -> Iterable[Fatto]:
    for operazione in operazioni:
        dati = operazione.dati or {}
        dopo = dati.get("dopo") or dati.get("voluto") or dati
        sua = operazione.oggetto_tipo == Inserimento._meta.label_lower
        yield Fatto(
            il=operazione.compiuta_il,
            chi=operazione.persona.iniziale_e_cognome if operazione.persona else "il sistema",
            atto=ATTI.get(operazione.azione, operazione.azione),
            livello=_livello(dopo),
            disciplina=discipline[operazione.oggetto_id] if sua else "",
            motivo=dopo.get("motivo", ""),
        )


def _livello(dati: dict[str, Any]) -> str:
    if "livello" not in dati:
        return ""
    return Livello(dati["livello"]).etichetta if dati["livello"] else "casella vuota"
