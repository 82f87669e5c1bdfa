"""The sections of a list: how many places, and who is enrolled in August."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import SezioneInfanzia
from selezioni_pon.services.infanzia.blocco import blocca_elenco


@dataclass(frozen=True)
class DatiSezione:
    """A section as it is written; ``iscritti`` None until August."""

    nome: str
    gravi: int = 0
    non_gravi: int = 0
    iscritti: int | None = None


@transaction.atomic
def scrivi_sezione(
    *,
    autore: Contesto,
    adesso: datetime,
    elenco_id: int,
    sezione_id: int | None,
    versione: int | None,
    dati: DatiSezione,
) -> SezioneInfanzia:
    """Write a section of a list, a new one without ``sezione_id``.

    Raises Conflitto, AttoRifiutato for a name that another section has.
    """
    elenco = blocca_elenco(autore, elenco_id)
    sue = elenco.sezioni.select_for_update()
    sezione = SezioneInfanzia(istituto=autore.istituto, elenco=elenco)
    if sezione_id is not None:
        sezione = sue.get(pk=sezione_id)
        esigi_letta(sezione, versione or 0)
    if sue.filter(nome__iexact=dati.nome).exclude(pk=sezione.pk).exists():
        raise rifiuta("sezione_presa", f"La sezione {dati.nome} c’è già.", campo="nome")
    sezione.nome, sezione.iscritti = dati.nome, dati.iscritti
    sezione.gravi, sezione.non_gravi = dati.gravi, dati.non_gravi
    sezione.save()
    # How many of its children have a disability stays out of the register.
    annota(
        autore=autore, adesso=adesso, azione="scrive sezione dell’infanzia", oggetto=elenco,
        dati={"sezione": dati.nome},
    )  # fmt: skip
    return sezione


@transaction.atomic
def togli_sezione(*, autore: Contesto, adesso: datetime, elenco_id: int, sezione_id: int) -> None:
    """Take a section out of a list; one that took early children in stays.

    Raises AttoRifiutato.
    """
    elenco = blocca_elenco(autore, elenco_id)
    sezione = elenco.sezioni.filter(pk=sezione_id).first()
    if sezione is None:
        return
    if sezione.anticipi is not None:
        raise rifiuta("sezione_contata", "Questa sezione ha già i suoi anticipi: resta.")
    annota(
        autore=autore, adesso=adesso, azione="toglie sezione dell’infanzia", oggetto=elenco,
        dati={"sezione": sezione.nome},
    )  # fmt: skip
    sezione.delete()
