"""The members are told that the minutes can be read; of a reserved sitting only that."""

from datetime import datetime

from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.scuola.parole import giorno_e_ora
from organi_collegiali.documents.parole_verbale import titolo
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Convocato, Verbale

PREFISSO = "verbali"
IN_LETTURA = f"{PREFISSO}.in_lettura"


def manda_in_lettura(verbale: Verbale, adesso: datetime) -> int:
    """Write to each of the convened; how many are new."""
    seduta = verbale.seduta
    convocati = Convocato.objects.filter(istituto_id=verbale.istituto_id, seduta=seduta)
    oggetto = "Verbale di una seduta riservata" if seduta.riservata else titolo(seduta)
    entro = (
        f" I rilievi si presentano entro {giorno_e_ora(verbale.rilievi_entro)}."
        if verbale.rilievi_entro
        else " I rilievi si presentano prima della seduta che lo approva."
    )
    return metti_in_uscita(
        istituto_id=verbale.istituto_id,
        avvisi=[
            Avviso(
                chiave=f"{IN_LETTURA}.{verbale.pk}.{convocato.persona_id}",
                tipo=IN_LETTURA,
                riferimento=str(verbale.pk),
                destinatario=convocato.persona,
                oggetto=oggetto[:200],
                testo=f"Il verbale si può leggere nel portale.{entro}",
                indirizzo=reverse("organi:verbale", args=[verbale.istituto.slug, verbale.pk]),
            )
            for convocato in convocati.select_related("persona")
        ],
        adesso=adesso,
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether the minutes are still in reading."""
    return Verbale.objects.filter(
        istituto_id=promemoria.istituto_id,
        pk=int(promemoria.riferimento),
        stato=StatoVerbale.IN_LETTURA,
    ).exists()
