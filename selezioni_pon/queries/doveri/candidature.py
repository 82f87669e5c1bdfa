"""The applications begun and not sent, or changed after they were sent: of whoever writes them."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.db.models import Max, Q
from django.utils import timezone

from cpia.avvisi.rules import Dovere
from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.models import Avviso, Candidatura
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.rules.termine import PERENTORIO

DA_INVIARE: Final = "selezioni.da_inviare."
BOZZA: Final = "Finché non la invii non conta."
CAMBIATA: Final = "Dopo l’invio l’hai cambiata: vale quella di prima, finché non invii di nuovo."


def doveri(avvisi: Sequence[Avviso], adesso: datetime) -> Iterator[Dovere]:
    """One row for each application still to be sent to an open call. One query.

    What was taken back is not asked for again.
    """
    aperti = {avviso.pk: avviso for avviso in avvisi if aperto(avviso, adesso)}
    if not aperti:
        return
    righe = (
        Candidatura.objects.filter(avviso__in=aperti)
        .annotate(
            inviata=Max("invii__inviato_il"),
            in_vigore=Max(
                "invii__inviato_il",
                filter=Q(invii__sostituito_il__isnull=True, invii__ritirato_il__isnull=True),
            ),
        )
        .order_by("pk")
    )
    for riga in righe:
        if riga.inviata is None:
            yield _da_inviare(riga, aperti[riga.avviso_id], BOZZA)
        elif riga.in_vigore is not None and riga.modificata_il > riga.in_vigore:
            yield _da_inviare(riga, aperti[riga.avviso_id], CAMBIATA)


def hanno_cominciato(avvisi: Sequence[Avviso]) -> frozenset[tuple[int, int]]:
    """Call and person of every application begun: they need not be told of the call. One query."""
    righe = Candidatura.objects.filter(avviso__in=avvisi)
    return frozenset(righe.values_list("avviso_id", "persona_id"))


def _da_inviare(riga: Candidatura, avviso: Avviso, perche: str) -> Dovere:
    if avviso.scade is None:
        raise ValueError("un avviso aperto ha il suo termine")
    testo = f"{perche} Si invia fino a {giorno_e_ora(avviso.scade)}."
    return Dovere(
        chiave=f"{DA_INVIARE}{riga.pk}",
        titolo=f"Domanda per «{avviso.selezione.ruolo}» da inviare",
        dettaglio=testo,
        verbo="Continua",
        pagina="selezioni:candidatura_invia",
        oggetto=riga.pk,
        visibile_dal=timezone.localdate(riga.cominciata_il),
        entro_il=timezone.localdate(avviso.scade),
        persona=riga.persona_id,
        perche=(Motivo("termine", PERENTORIO, testo),),
    )
