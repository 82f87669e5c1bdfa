"""The words of today beside the things to do of this app, and its line for the whole institute."""

from collections.abc import Mapping, Sequence

from django.db.models import Count, QuerySet
from django.urls import reverse

from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Riassunto
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from organi_collegiali.enums import StatoSeduta, StatoVerbale
from organi_collegiali.models import Seduta, Verbale

# The states in which a sitting is under way, with the words of the line.
IN_PREPARAZIONE = (StatoSeduta.BOZZA, StatoSeduta.ALLA_FIRMA)
APERTE = (StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)
IN_CAMMINO = (StatoVerbale.BOZZA, StatoVerbale.IN_LETTURA, StatoVerbale.APPROVATO)


def descrive(istituto_id: int, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Nothing beside the words that each thing to do already has."""
    return {}


def riassunto(contesto: Contesto) -> Riassunto | None:
    """The sittings under way in one line; None when there is none. Two queries."""
    sedute = _per_stato(Seduta.objects.filter(istituto=contesto.istituto, storica=False))
    verbali = _per_stato(Verbale.objects.filter(istituto=contesto.istituto))
    in_preparazione = sum(sedute.get(stato, 0) for stato in IN_PREPARAZIONE)
    convocate, aperte = (
        sedute.get(StatoSeduta.CONVOCATA, 0),
        sum(sedute.get(stato, 0) for stato in APERTE),
    )
    da_finire = sum(verbali.get(stato, 0) for stato in IN_CAMMINO)
    if not (in_preparazione or convocate or aperte or da_finire):
        return None
    frase = ", ".join(
        (
            plurale(in_preparazione, "seduta in preparazione", "sedute in preparazione"),
            plurale(convocate, "convocata", "convocate", "nessuna convocata"),
            plurale(aperte, "in corso", "in corso", "nessuna in corso"),
        )
    )
    verbale = plurale(
        da_finire, "verbale da finire", "verbali da finire", "nessun verbale da finire"
    )
    return Riassunto(
        in_corso=in_preparazione + convocate + aperte,
        frase=f"{frase}; {verbale}.",
        indirizzo=reverse("organi:elenco", args=[contesto.istituto.slug]),
    )


def _per_stato(righe: QuerySet[Seduta] | QuerySet[Verbale]) -> dict[str, int]:
    return dict(righe.order_by().values_list("stato").annotate(Count("pk")))
