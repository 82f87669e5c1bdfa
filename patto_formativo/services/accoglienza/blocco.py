"""The rows of enrolled persons, locked for the act that changes them."""

from collections.abc import Collection

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.models import Corsista
from patto_formativo.queries.elenchi import ORE_FISSATE, patti_di

GIA_APPROVATO = (
    "Il patto è già approvato con queste ore: per cambiarle si rinegozia una nuova versione."
)


def blocca_corsisti(
    autore: Contesto, pks: Collection[int], campo: str = "corsisti"
) -> list[Corsista]:
    """These persons, locked in the order of their ids, if all are on a path.

    Raises AttoRifiutato when one is not: withdrawn, finished, or of nobody here.
    """
    trovati = list(
        Corsista.objects.select_for_update(of=("self",))
        .filter(istituto=autore.istituto, pk__in=pks)
        .select_related("persona", "offerta", "domanda")
        .order_by("pk")
    )
    if len(trovati) != len(set(pks)):
        raise rifiuta("non_trovati", "Una delle persone scelte non c’è più.", "", campo)
    chiusi = [corsista for corsista in trovati if not corsista.attivo]
    if chiusi:
        nomi = ", ".join(corsista.persona.nome_e_cognome for corsista in chiusi)
        raise rifiuta("percorso_chiuso", f"Il percorso è chiuso: {nomi}.", "", campo)
    return trovati


def blocca_attivo(autore: Contesto, pk: int) -> Corsista:
    """One person on a path, locked. Raises AttoRifiutato when the path is closed."""
    return blocca_corsisti(autore, [pk], campo="")[0]


def esigi_ore_aperte(autore: Contesto, corsisti: Collection[int]) -> None:
    """Raise AttoRifiutato when the agreement of one of these persons has fixed the hours.

    While a new version is being prepared they are open again.
    """
    stati = patti_di(autore.istituto.pk, list(corsisti)).values()
    if not ORE_FISSATE.isdisjoint(stati):
        raise rifiuta("patto_approvato", GIA_APPROVATO)
