"""The versions of an agreement: which one holds, which one is being prepared."""

from collections.abc import Collection
from typing import Final

from django.db.models import QuerySet

from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, Versione
from patto_formativo.models.patti import APERTE, IN_VIGORE

# What is being prepared, from the draft to the last signature.
IN_PREPARAZIONE: Final = [*APERTE, StatoPatto.APPROVATO.value]
CON: Final = (
    "istituto", "patto__corsista__persona", "patto__corsista__tutor",
    "patto__corsista__offerta__sede", "patto__corsista__anno_scolastico",
    "patto__corsista__ultimo_anno", "patto__corsista__domanda", "preparata_da", "sezione",
    "seduta__presiede", "delibera", "documento", "protocollo", "patto__altro_istituto",
)  # fmt: skip


def versioni(corsista: Corsista) -> QuerySet[Versione]:
    """All the versions of a person, the newest first."""
    righe = Versione.objects.filter(istituto_id=corsista.istituto_id, patto__corsista=corsista)
    return righe.select_related(*CON).order_by("-numero")


def ultima_versione(
    corsista: Corsista, *, sezioni: Collection[int] | None = None
) -> Versione | None:
    """The newest version, in whatever state; of ``sezioni`` the newest that was sent to them."""
    return leggibili(corsista, sezioni).first()


def leggibili(corsista: Corsista, sezioni: Collection[int] | None) -> QuerySet[Versione]:
    """The versions of a person for who sees drafts (None), or that were sent to these sections."""
    righe = versioni(corsista)
    if sezioni is None:
        return righe
    # A draft that was withdrawn is one: no section has it in its hands.
    nascoste = [StatoPatto.BOZZA.value, StatoPatto.RITIRATO.value]
    return righe.filter(sezione__in=sezioni).exclude(stato__in=nascoste)


def in_vigore(corsista: Corsista) -> Versione | None:
    """The version signed by all and not replaced. One query."""
    return versioni(corsista).filter(stato__in=IN_VIGORE).first()


def versione_aperta(corsista: Corsista) -> Versione | None:
    """The version that is being drafted, approved or signed. One query."""
    return versioni(corsista).filter(stato__in=IN_PREPARAZIONE).first()


def versione_corrente(corsista: Corsista) -> Versione | None:
    """The version in force; before the first is signed, the newest. One query."""
    righe = list(versioni(corsista))
    vigente = next((riga for riga in righe if riga.stato in IN_VIGORE), None)
    return vigente or (righe[0] if righe else None)
