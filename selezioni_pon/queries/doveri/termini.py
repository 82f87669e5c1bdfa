"""The published calls: about to close for the staff, closed for who directs."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Final

from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.models import Avviso
from selezioni_pon.queries.destinatari import in_servizio, riguarda_il_personale
from selezioni_pon.queries.doveri.bozze import SETTIMANA
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.rules.impossibilita import INTERPELLO
from selezioni_pon.rules.termine import PERENTORIO

ESITO: Final = "selezioni.esito."
SCADE: Final = "selezioni.scade."
LIBERO: Final = "Candidarsi non è obbligatorio: come si fa è scritto nell’avviso."


def doveri(avvisi: Sequence[Avviso], adesso: datetime, *, prima: int) -> Iterator[Dovere]:
    """Of the staff in the last ``prima`` days of a call for them, then of who directs.

    One query at most, for the staff.
    """
    oggi = timezone.localdate(adesso)
    personale: list[int] | None = None
    for avviso in avvisi:
        if avviso.scade is None:
            continue
        if not aperto(avviso, adesso):
            yield _esito(avviso, avviso.scade)
            continue
        dal = timezone.localdate(avviso.scade) - timedelta(days=prima)
        if dal <= oggi and riguarda_il_personale(avviso):
            if personale is None:
                chi = in_servizio(avviso.istituto_id, oggi)
                personale = list(chi.values_list("pk", flat=True))
            yield from _in_scadenza(avviso, avviso.scade, dal, personale)


def _esito(avviso: Avviso, scade: datetime) -> Dovere:
    giorno = timezone.localdate(scade)
    testo = (
        f"Il termine è passato: {giorno_e_ora(scade)}. Se le domande non bastano si accerta "
        "l’impossibilità, e ci si può rivolgere ad altri."
    )
    return Dovere(
        chiave=f"{ESITO}{avviso.pk}",
        titolo=f"Avviso per «{avviso.selezione.ruolo}» scaduto: registra com’è andata",
        dettaglio=testo,
        verbo="Apri",
        pagina="selezioni:avviso",
        oggetto=avviso.pk,
        visibile_dal=giorno,
        entro_il=giorno + SETTIMANA,
        ruolo=Ruolo.DIRIGENTE,
        perche=(Motivo("esito", INTERPELLO, testo),),
    )


def _in_scadenza(
    avviso: Avviso, scade: datetime, dal: date, personale: Sequence[int]
) -> Iterator[Dovere]:
    testo = f"Domande fino a {giorno_e_ora(scade)}. {LIBERO}"
    for chi in personale:
        yield Dovere(
            chiave=f"{SCADE}{avviso.pk}.{chi}",
            titolo=f"Sta per scadere l’avviso per «{avviso.selezione.ruolo}»",
            dettaglio=testo,
            verbo="Leggi",
            pagina="selezioni:avviso",
            oggetto=avviso.pk,
            visibile_dal=dal,
            entro_il=timezone.localdate(scade),
            persona=chi,
            perche=(Motivo("termine", PERENTORIO, testo),),
        )
