"""The dossier opened and the recognition asked for: without the request nothing is recognised."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Dossier
from patto_formativo.rules.crediti.ammissione import SU_RICHIESTA
from patto_formativo.services.corsisti import blocca_corsista
from patto_formativo.services.dossier.blocco import blocca_dossier, compiuto


@transaction.atomic
def apri_dossier(
    *, autore: Contesto, adesso: datetime, corsista_id: int, richiesto_il: date | None = None
) -> Dossier:
    """Open the dossier of an enrolled person; the one that is there already, if it is.

    ``richiesto_il`` is the day on which the person asked for the recognition, if that was done.
    """
    corsista = blocca_corsista(autore, corsista_id)
    dossier, nuovo = Dossier.objects.get_or_create(
        istituto=autore.istituto, corsista=corsista, defaults={"richiesto_il": richiesto_il}
    )
    if nuovo:
        dati = {"corsista": corsista.pk, "richiesto": richiesto_il is not None}
        annota(autore=autore, adesso=adesso, azione="apre dossier", oggetto=dossier, dati=dati)
    elif richiesto_il is not None and dossier.richiesto_il is None:
        _registra(autore, adesso, dossier, richiesto_il)
    return dossier


@transaction.atomic
def chiedi_riconoscimento(
    *, autore: Contesto, adesso: datetime, corsista_id: int, giorno: date
) -> Dossier:
    """Record that the person asks for the recognition of credits, and on which day.

    The person does, or the guardian of a minor; the tutor records what was asked aloud or on
    paper. Raises AttoRifiutato for a day to come or before the enrolment was asked for.
    """
    if giorno > autore.oggi:
        raise rifiuta("giorno", "Quel giorno deve ancora venire.", campo="giorno")
    dossier = apri_dossier(autore=autore, adesso=adesso, corsista_id=corsista_id)
    dossier = blocca_dossier(autore, dossier.pk)
    if dossier.richiesto_il is not None:
        testo = "Il riconoscimento è già stato chiesto."
        raise rifiuta("gia_richiesto", testo, SU_RICHIESTA, "giorno")
    return _registra(autore, adesso, dossier, giorno)


def _registra(autore: Contesto, adesso: datetime, dossier: Dossier, giorno: date) -> Dossier:
    dossier.richiesto_il = giorno
    return compiuto(
        autore, adesso, dossier, "chiede riconoscimento dei crediti", "richiesto_il",
        giorno=giorno.isoformat(),
    )  # fmt: skip
