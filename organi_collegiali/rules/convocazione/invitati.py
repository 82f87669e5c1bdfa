"""Whether somebody may be invited to speak at a sitting without a vote."""

from collections.abc import Collection, Iterator
from typing import Final

from cpia.norme.rules.motivi import Violazione

# `001` artt. 8 e 13: esperti, parola e non voto, indicati nell’ordine del giorno; `003`: DSGA
# consulente e delegati dei Comuni.
SENZA_VOTO: Final = "chi non siede nell’organo ha la parola e non il voto"
INVITATI_MASSIMI: Final = 40


def verifica_invito(
    persona: int, *, siedono: Collection[int], invitati: Collection[int]
) -> tuple[Violazione, ...]:
    """Why a person cannot be invited; empty when one can. ``persona`` is 0 for somebody new."""
    return tuple(_invito(persona, siedono, invitati))


def _invito(
    persona: int, siedono: Collection[int], invitati: Collection[int]
) -> Iterator[Violazione]:
    if persona in siedono:
        testo = "Siede già nell’organo, o vi è supplente: è convocato con gli altri."
        yield Violazione("siede_gia", testo, SENZA_VOTO, "persona")
    if persona in invitati:
        testo = "È già fra gli invitati: per cambiare l’invito prima si toglie."
        yield Violazione("gia_invitato", testo, "", "persona")
    if len(invitati) >= INVITATI_MASSIMI:
        testo = f"Gli invitati sono già {INVITATI_MASSIMI}: di più non se ne mettono."
        yield Violazione("troppi_invitati", testo, "")
