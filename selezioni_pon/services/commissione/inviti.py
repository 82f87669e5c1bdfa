"""What a member is told: to be in a commission, and to declare before reading anything."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.models import Persona
from selezioni_pon.models import Commissario, Commissione

PREFISSO: Final = "selezioni_commissione"
NOMINA: Final = f"{PREFISSO}.nomina"
OGGETTO: Final = "Fai parte di una commissione che valuta le domande"


def avverti(commissione: Commissione, chi: Iterable[Persona], adesso: datetime) -> int:
    """Tell who sits, in the transaction of the act; how many. No name of who applied."""
    avviso = commissione.avviso
    testo = (
        f"Fai parte della commissione dell’avviso per «{avviso.selezione.ruolo}». Prima di leggere "
        "le domande dichiari, sull’elenco dei nomi, di non avere conflitti di interessi né "
        "condanne che lo vietano."
    )
    indirizzo = reverse("selezioni:commissione", args=[avviso.istituto.slug, avviso.pk])
    return metti_in_uscita(
        istituto_id=avviso.istituto_id,
        adesso=adesso,
        avvisi=[
            Notizia(
                chiave=f"{NOMINA}.{commissione.pk}.{uno.pk}",
                tipo=NOMINA,
                riferimento=str(commissione.pk),
                destinatario=uno,
                oggetto=OGGETTO,
                testo=testo,
                indirizzo=indirizzo,
            )
            for uno in chi
        ],
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """While the person sits there and has not declared yet."""
    return Commissario.objects.filter(
        istituto_id=promemoria.istituto_id,
        commissione_id=int(promemoria.riferimento),
        persona_id=promemoria.id_persona,
        supplente=False,
        cessato_il__isnull=True,
        dichiarato_il__isnull=True,
    ).exists()
