"""An agreement begins: its first version takes the hours as they are known that day."""

from collections.abc import Mapping
from datetime import datetime
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, Patto, Versione
from patto_formativo.queries.patti import ultima_versione
from patto_formativo.queries.patti.piano import Misure, misure_di
from patto_formativo.rules.contenuto import ELEMENTI
from patto_formativo.rules.misure import in_decimale, scritte
from patto_formativo.services.corsisti import blocca_corsista
from patto_formativo.services.patti.blocco import blocca_versione


@transaction.atomic
def apri_patto(*, autore: Contesto, adesso: datetime, corsista_id: int) -> Versione:
    """Begin the agreement of a person: the tutor may. The last version, if there is one already.

    Raises AttoRifiutato for what has no agreement (courses that widen the offer) and for who has
    left.
    """
    corsista = blocca_corsista(autore, corsista_id)
    ultima = ultima_versione(corsista)
    if ultima is not None:
        return ultima
    _verifica(corsista)
    patto, _ = Patto.objects.get_or_create(
        istituto=autore.istituto, corsista=corsista, defaults={"creato_il": adesso}
    )
    versione = Versione.objects.create(
        istituto=autore.istituto,
        patto=patto,
        numero=1,
        **campi_delle_ore(misure_di(corsista)),
        anni=corsista.domanda.anni,
        quando=orario(corsista),
        preparata_da=autore.persona,
        modificata_il=adesso,
    )
    annota(
        autore=autore, adesso=adesso, azione="apre patto", oggetto=versione,
        dati={"corsista": corsista.pk},
    )  # fmt: skip
    return versione


def _verifica(corsista: Corsista) -> None:
    if corsista.percorso is None:
        testo = "L’ampliamento dell’offerta non ha un patto formativo."
        raise rifiuta("senza_patto", testo, ELEMENTI)
    if not corsista.attivo:
        raise rifiuta("non_iscritto", "Non è più iscritto: il patto non si apre.", ELEMENTI)


@transaction.atomic
def aggiorna_ore(*, autore: Contesto, adesso: datetime, versione_id: int) -> Versione:
    """Bring welcome and credits of a draft to what they are now: the tutor may.

    The units stay as they are: what no longer sums is said by the judgement.
    """
    versione = blocca_versione(autore, versione_id)
    esigi_bozza(versione)
    campi = campi_delle_ore(misure_di(versione.patto.corsista))
    for campo, valore in campi.items():
        setattr(versione, campo, valore)
    versione.revisione += 1
    versione.modificata_il = adesso
    versione.save(update_fields=[*campi, "revisione", "modificata_il"])
    annota(autore=autore, adesso=adesso, azione="aggiorna ore del patto", oggetto=versione)
    return versione


def esigi_bozza(versione: Versione) -> None:
    """Raise AttoRifiutato unless the version is a draft, the only state in which it is written."""
    if versione.stato != StatoPatto.BOZZA:
        testo = f"Il patto è {versione.get_stato_display()}: si scrive solo in bozza."
        raise rifiuta("non_in_bozza", testo, ELEMENTI)


def campi_delle_ore(misure: Misure) -> dict[str, object]:
    """Hours as the columns hold them: decimals, written out in the JSON."""
    return {
        "ore_totali": in_decimale(misure.ore_totali),
        "ore_accoglienza": in_decimale(misure.accoglienza),
        "ore": _scritte(misure.ore),
        "crediti": _scritte(misure.crediti),
    }


def _scritte(ore: Mapping[str, Fraction]) -> dict[str, str]:
    return {competenza: scritte(in_decimale(valore)) for competenza, valore in ore.items()}


def orario(corsista: Corsista) -> str:
    """When and where, from the offer; a reserved site is not written where others read."""
    offerta = corsista.offerta
    ore = f"{offerta.giorni}, dalle {offerta.dalle:%H.%M} alle {offerta.alle:%H.%M}"
    if offerta.sede.riservata:
        return ore[:300]
    dove = ", ".join(filter(None, [f"sede di {offerta.sede.nome}", offerta.aula]))
    return f"{ore}; {dove}"[:300]
