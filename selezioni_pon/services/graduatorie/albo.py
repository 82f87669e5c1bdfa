"""A version goes on the albo under its number, and the one before it gives way."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from cpia.atti.albo.services import annulla_pubblicazione, pubblica_documento
from cpia.atti.enums import CategoriaAlbo
from cpia.atti.services import annota, sostituisci_documento
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Graduatoria, Reclamo
from selezioni_pon.queries.graduatorie.formata import Formata
from selezioni_pon.services.graduatorie.carta import prepara_carta

CORRETTA: Final = "La graduatoria è stata corretta: vale la nuova versione."


def metti_all_albo(
    autore: Contesto, adesso: datetime, graduatoria: Graduatoria, fatta: Formata
) -> None:
    """Protocol, paper, place on the albo; the names go when the days are over.

    Raises AttoRifiutato when nobody directs, PubblicazioneRifiutata.
    """
    graduatoria.approvata_il, graduatoria.approvata_da = adesso, autore.persona
    prepara_carta(autore, adesso, graduatoria, fatta)
    documento = graduatoria.documento
    if documento is None:
        raise ValueError("la carta è appena stata preparata")
    graduatoria.pubblicazione = pubblica_documento(
        autore=autore, adesso=adesso, documento=documento,
        categoria=CategoriaAlbo.GRADUATORIE, oggetto=documento.titolo,
        con_dati_personali=True, oggetto_dopo=documento.titolo,
    )  # fmt: skip
    stato = StatoGraduatoria.DEFINITIVA if graduatoria.definitiva else StatoGraduatoria.PROVVISORIA
    graduatoria.stato = stato.value
    graduatoria.save(
        update_fields=[
            "stato", "approvata_il", "approvata_da", "documento", "protocollo", "pubblicazione",
            "versione",
        ]
    )  # fmt: skip


def supera(
    autore: Contesto, adesso: datetime, vecchia: Graduatoria | None, nuova: Graduatoria
) -> None:
    """The version before says that it was replaced; a corrected one leaves the albo too."""
    if vecchia is None:
        return
    vecchia.stato = StatoGraduatoria.SUPERATA.value
    vecchia.versione += 1
    vecchia.save(update_fields=["stato", "versione"])
    if vecchia.documento is not None and nuova.documento is not None:
        sostituisci_documento(
            autore=autore, adesso=adesso, vecchio=vecchia.documento, nuovo=nuova.documento
        )
    annota(
        autore=autore, adesso=adesso, azione="supera graduatoria", oggetto=vecchia,
        dati={"versione_nuova": nuova.numero},
    )  # fmt: skip
    if not nuova.definitiva:
        _via_dall_albo(autore, adesso, vecchia, nuova)


def _via_dall_albo(
    autore: Contesto, adesso: datetime, vecchia: Graduatoria, nuova: Graduatoria
) -> None:
    """Not when the final one follows: the provisional one was right, and ends its days."""
    pubblicazione = vecchia.pubblicazione
    if pubblicazione is not None and pubblicazione.annullata_il is None:
        annulla_pubblicazione(
            autore=autore, adesso=adesso, pubblicazione_id=pubblicazione.pk, motivo=CORRETTA,
            sostituita_da_id=nuova.pubblicazione_id,
        )  # fmt: skip


def recepisci(nuova: Graduatoria, reclami: Sequence[Reclamo]) -> None:
    """The complaints that were accepted are those that this version applies."""
    for reclamo in reclami:
        reclamo.recepito_in = nuova
        reclamo.versione += 1
        reclamo.save(update_fields=["recepito_in", "versione"])
