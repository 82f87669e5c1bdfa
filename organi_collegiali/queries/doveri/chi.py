"""To whom a thing to do is addressed."""

from collections.abc import Iterable
from datetime import date
from typing import TypedDict

from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import Carica, RegolaPresidente
from organi_collegiali.models import Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import in_carica


class AChi(TypedDict, total=False):
    """Whose a thing to do is: of a person, or of whoever holds a role."""

    persona: int | None
    ruolo: str


DEL_DIRIGENTE = (RegolaPresidente.DIRIGENTE, RegolaPresidente.DELEGATO)


def presidenti(istituto_id: int, oggi: date) -> dict[int, int]:
    """By the id of the organ, the person who presides over it today. One query."""
    righe = Mandato.objects.filter(
        in_carica(oggi), istituto_id=istituto_id, carica=Carica.PRESIDENTE
    )
    return dict(righe.order_by("pk").values_list("organo_id", "persona_id"))


def chi_firma(organo: OrganoCollegiale, presiedono: dict[int, int]) -> AChi:
    """Who signs for an organ: its president, or whoever holds the dirigente's office."""
    if organo.regola_presidente in DEL_DIRIGENTE or organo.pk not in presiedono:
        return {"ruolo": Ruolo.DIRIGENTE}
    return {"persona": presiedono[organo.pk]}


def una_volta(persone: Iterable[int | None]) -> list[int]:
    """The persons who are there, each once, in their order."""
    return [persona for persona in dict.fromkeys(persone) if persona is not None]
