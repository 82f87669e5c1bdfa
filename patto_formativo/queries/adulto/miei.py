"""The paths that somebody sees as the own: those followed, those of the minors answered for."""

from django.db.models import Q

from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoCorsista, StatoDomanda
from patto_formativo.models import Corsista, DomandaIscrizione
from patto_formativo.queries.visibili import Veste, affidati, corsisti

PROPRIE = (Veste.CORSISTA, Veste.RESPONSABILE)


def miei(contesto: Contesto) -> list[Corsista]:
    """The own paths and those of the minors, the present ones first, then the newest."""
    righe = corsisti(contesto, *PROPRIE).select_related("persona", "offerta", "anno_scolastico")
    ordinati = sorted(righe, key=lambda riga: (riga.iscritto_il, riga.pk), reverse=True)
    return sorted(ordinati, key=lambda riga: riga.stato != StatoCorsista.ATTIVO)


def domanda_accolta(contesto: Contesto) -> DomandaIscrizione | None:
    """An application that was accepted and waits for its fee: own, or of a minor."""
    return DomandaIscrizione.objects.filter(
        Q(persona=contesto.persona) | Q(persona__in=affidati(contesto)),
        istituto=contesto.istituto, stato=StatoDomanda.ACCOLTA.value,
    ).first()  # fmt: skip
