"""The acts on a long file: asked for in a request, done by a worker, watched by a bar.

The worker does the very act that a short file has at once, in one transaction; a worker killed in
the middle leaves nothing half done, and who takes the job again sees whether it was done.
"""

from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.urls import reverse

from cpia.scuola import registri
from cpia.scuola.access import Contesto
from cpia.scuola.importazione.queries import ANNULLA, IMPORTA
from cpia.scuola.importazione.rules.proposte import conteggi
from cpia.scuola.models import Importazione
from cpia.scuola.registri import LavoroNonRiuscito, Svolgimento
from cpia.scuola.services.importazioni.atti import (
    annulla_importazione,
    esamina,
    esegui_importazione,
    rifiuta_errate,
)
from cpia.scuola.services.importazioni.riga import (
    ImportazioneRifiutata,
    aperta_da_importare,
    bloccata,
    eseguita_da_annullare,
)


def e_lunga(importazione: Importazione) -> bool:
    """Whether carrying it out, or taking it back, is left to a worker."""
    return bool(quante_righe(importazione) > settings.IMPORTAZIONE_LUNGA)


def quante_righe(importazione: Importazione) -> int:
    """The rows of the file, also when its content is gone."""
    return len(importazione.righe) or sum(importazione.mappa.get("conteggi", {}).values())


@transaction.atomic
def chiedi_esecuzione(
    *, autore: Contesto, adesso: datetime, importazione: Importazione, solo_giuste: bool
) -> None:
    """Have a worker carry out an import. Raises ImportazioneRifiutata as doing it now would."""
    aperta = aperta_da_importare(autore, importazione)
    proposte, _ = esamina(aperta, adesso)
    rifiuta_errate(conteggi(proposte), solo_giuste=solo_giuste)
    aperta.mappa = aperta.mappa | {"solo_giuste": solo_giuste}
    aperta.save(update_fields=["mappa"])
    registri.accoda(
        autore=autore,
        adesso=adesso,
        task=IMPORTA,
        riferimento=aperta.pk,
        titolo=f"Importazione di {aperta.nome_file}"[:200],
        totale=quante_righe(aperta),
        indirizzo=reverse("importazione", args=[autore.istituto.slug, aperta.pk]),
    )


@transaction.atomic
def chiedi_annullo(*, autore: Contesto, adesso: datetime, importazione: Importazione) -> None:
    """Have a worker take an import back. Raises ImportazioneRifiutata if it was not carried out."""
    eseguita = eseguita_da_annullare(autore, importazione)
    registri.accoda(
        autore=autore,
        adesso=adesso,
        task=ANNULLA,
        riferimento=eseguita.pk,
        titolo=f"Annullamento di {eseguita.nome_file}"[:200],
        totale=quante_righe(eseguita),
        indirizzo=reverse("importazione", args=[autore.istituto.slug, eseguita.pk]),
    )


@transaction.atomic
def esegui_in_disparte(
    *, autore: Contesto, adesso: datetime, importazione: Importazione, svolgimento: Svolgimento
) -> None:
    """Carry out, in the hands of a worker, what was asked for. Raises LavoroNonRiuscito."""
    sua = bloccata(autore, importazione)
    if sua.eseguita_il is not None:
        return  # by the worker who held this job before and could not tell
    try:
        esegui_importazione(
            autore=autore,
            adesso=adesso,
            importazione=sua,
            solo_giuste=sua.mappa["solo_giuste"],
            segna=svolgimento.segna,
        )
    except ImportazioneRifiutata as rifiuto:
        raise LavoroNonRiuscito(sua.nome_file, str(rifiuto)) from rifiuto


@transaction.atomic
def annulla_in_disparte(
    *, autore: Contesto, adesso: datetime, importazione: Importazione, svolgimento: Svolgimento
) -> None:
    """Take back, in the hands of a worker, a long import. Raises LavoroNonRiuscito."""
    sua = bloccata(autore, importazione)
    if sua.annullata_il is not None:
        return  # by the worker who held this job before and could not tell
    try:
        annulla_importazione(
            autore=autore, adesso=adesso, importazione=sua, segna=svolgimento.segna
        )
    except ImportazioneRifiutata as rifiuto:
        raise LavoroNonRiuscito(sua.nome_file, str(rifiuto)) from rifiuto
