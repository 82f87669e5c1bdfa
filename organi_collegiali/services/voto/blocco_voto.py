"""The rows of a vote, locked for the act that changes it: the sitting first, then the vote."""

from datetime import datetime
from typing import Any

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta, StatoVotazione
from organi_collegiali.models import Punto, Votazione
from organi_collegiali.services.blocco import blocca_seduta, tocca


def blocca_punto(autore: Contesto, punto_id: int) -> Punto:
    """An item of a sitting under way, locked with it. Raises AttoRifiutato."""
    seduta_id = Punto.objects.values_list("seduta_id", flat=True).get(
        istituto=autore.istituto, pk=punto_id
    )
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO)
    punto = Punto.objects.select_for_update(of=("self",)).get(pk=punto_id)
    punto.seduta = seduta
    return punto


def blocca_votazione(autore: Contesto, votazione_id: int, *stati: StatoVotazione) -> Votazione:
    """A vote of a sitting under way, in one of these states. Raises AttoRifiutato."""
    punto_id = Votazione.objects.values_list("punto_id", flat=True).get(
        istituto=autore.istituto, pk=votazione_id
    )
    punto = blocca_punto(autore, punto_id)
    votazione = (
        Votazione.objects.select_for_update(of=("self",))
        .select_related("presiede", "segue")
        .get(pk=votazione_id)
    )
    votazione.punto = punto
    if stati and votazione.stato not in stati:
        raise rifiuta("stato", f"La votazione è già {votazione.get_stato_display()}.")
    return votazione


def fatto(
    autore: Contesto, adesso: datetime, azione: str, votazione: Votazione, **dati: Any
) -> Votazione:
    """Tell the screens of the others and the register that something was done to a vote."""
    seduta = votazione.punto.seduta
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={"votazione": votazione.pk, "punto": votazione.punto_id, **dati},
    )
    return votazione
