"""A campaign prepared and corrected by the segreteria."""

from datetime import date, datetime
from typing import Any

from django.db import IntegrityError, transaction

from competenze.models import Abbinamento, QuadroCompetenze, Rilevazione
from competenze.rules.motivi import CIRCOLARE_A
from competenze.services.rilevazioni.allineamento import allinea_classi, blocca_rilevazione
from competenze.services.rilevazioni.scadenze import allinea_scadenze
from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico


@transaction.atomic
def crea_rilevazione(
    *,
    autore: Contesto,
    adesso: datetime,
    titolo: str,
    anno_scolastico: AnnoScolastico,
    anno_di_corso: int,
    quadro: QuadroCompetenze,
    inserimento_dal: date,
    consultazione_dal: date,
    circolare: str = "",
) -> Rilevazione:
    """Prepare a campaign as a draft, with all classes of that year of course.

    Which subject assesses what is copied from the last campaign on the same framework. Raises
    ``AttoRifiutato`` when those classes have a campaign on it already.
    """
    precedente = (
        Rilevazione.objects.filter(istituto=autore.istituto, quadro=quadro)
        .order_by("-inserimento_dal", "-id")
        .first()
    )
    rilevazione = _scrivi(
        Rilevazione(
            istituto=autore.istituto,
            titolo=titolo,
            anno_scolastico=anno_scolastico,
            anno_di_corso=anno_di_corso,
            quadro=quadro,
            circolare=circolare,
            inserimento_dal=inserimento_dal,
            consultazione_dal=consultazione_dal,
        )
    )
    if precedente:
        _copia_abbinamenti(precedente, rilevazione)
    allinea_classi(rilevazione)
    annota(autore=autore, adesso=adesso, azione="prepara rilevazione", oggetto=rilevazione)
    return rilevazione


def _scrivi(rilevazione: Rilevazione) -> Rilevazione:
    """Insert it; two requests of the same moment are told apart by the database only."""
    try:
        with transaction.atomic():
            rilevazione.save(force_insert=True)
    except IntegrityError:
        if _doppia(rilevazione):
            raise AttoRifiutato([_gia_preparata()]) from None
        raise
    return rilevazione


def _doppia(rilevazione: Rilevazione) -> bool:
    return Rilevazione.objects.filter(
        istituto_id=rilevazione.istituto_id,
        anno_scolastico_id=rilevazione.anno_scolastico_id,
        anno_di_corso=rilevazione.anno_di_corso,
        quadro_id=rilevazione.quadro_id,
    ).exists()


def _gia_preparata() -> Violazione:
    testo = "C’è già una rilevazione per queste classi e questo modello."
    return Violazione("rilevazione_doppia", testo, CIRCOLARE_A)


def _copia_abbinamenti(da: Rilevazione, a: Rilevazione) -> None:
    Abbinamento.objects.bulk_create(
        Abbinamento(
            istituto_id=a.istituto_id,
            rilevazione=a,
            corso_id=abbinamento.corso_id,
            disciplina_id=abbinamento.disciplina_id,
            competenza_id=abbinamento.competenza_id,
        )
        for abbinamento in Abbinamento.objects.filter(istituto_id=da.istituto_id, rilevazione=da)
    )


@transaction.atomic
def modifica_rilevazione(
    *, autore: Contesto, adesso: datetime, rilevazione_id: int, **campi: Any
) -> Rilevazione:
    """Correct title, circular and days of a campaign; the desks follow."""
    rilevazione = blocca_rilevazione(autore, rilevazione_id)
    for campo, valore in campi.items():
        setattr(rilevazione, campo, valore)
    rilevazione.save(update_fields=list(campi))
    allinea_scadenze(rilevazione, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="modifica rilevazione",
        oggetto=rilevazione,
        dati={campo: str(valore) for campo, valore in campi.items()},
    )
    return rilevazione
