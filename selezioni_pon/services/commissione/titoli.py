"""What the commission decides of the declared titles, one by one: nothing declared is changed."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, Conflitto, esigi
from cpia.scuola.access import Contesto
from selezioni_pon.enums import EsitoTitolo
from selezioni_pon.models import DecisioneTitolo, TitoloDichiarato
from selezioni_pon.queries.valutazione import griglia_di, titolo_scritto
from selezioni_pon.rules.griglia.modello import Voce
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from selezioni_pon.rules.verifica import Decisione, verifica_decisione
from selezioni_pon.services.commissione.domande import blocca_domanda

AZIONE: Final = "decide titolo dichiarato"


@dataclass(frozen=True)
class DatiDecisione:
    """``ammesso`` is what counts of a title accepted in part, as the form of the grid reads it."""

    esito: EsitoTitolo
    ammesso: Mapping[str, Any] | None = None
    motivo: str = ""


@transaction.atomic
def decidi_titolo(
    *, autore: Contesto, adesso: datetime, titolo_id: int, versione: int, dati: DatiDecisione
) -> DecisioneTitolo:
    """Accept, reduce or refuse a declared title: who sits in the commission may.

    ``versione`` is that of the decision that was read, 0 where there was none. The same decision
    twice is kept once. Raises Conflitto when another member has decided otherwise meanwhile;
    AttoRifiutato for a closed application, without a reason, for more than was declared.
    """
    titolo = TitoloDichiarato.objects.get(istituto=autore.istituto, pk=titolo_id)
    tavolo = blocca_domanda(autore, adesso, titolo.invio_id)
    tenuta = DecisioneTitolo.objects.filter(titolo=titolo).first()
    griglia = griglia_di(tavolo.avviso)
    voce = next(una for una in griglia.voci if titolo.voce in una.nomi)
    ammesso, valore = _ammesso(voce, titolo, dati)
    motivo = "" if dati.esito is EsitoTitolo.ACCETTATO else dati.motivo.strip()
    if tenuta is not None and _uguale(tenuta, dati.esito, valore, motivo):
        return tenuta
    if (tenuta.versione if tenuta else 0) != versione:
        raise Conflitto(tenuta or DecisioneTitolo(titolo=titolo, versione=0))
    dichiarato = titolo_scritto(voce, titolo.valore)
    esigi(verifica_decisione(griglia, dichiarato, Decisione(dati.esito, ammesso, motivo)))
    decisa = tenuta or DecisioneTitolo(istituto=autore.istituto, titolo=titolo, versione=0)
    decisa.esito, decisa.ammesso, decisa.motivo = dati.esito.value, valore, motivo
    decisa.decisa_il, decisa.decisa_da = adesso, tavolo.membro
    decisa.versione += 1
    decisa.save()
    annota(
        autore=autore, adesso=adesso, azione=AZIONE, oggetto=decisa,
        dati={"voce": titolo.voce, "esito_titolo": dati.esito.value, "motivo": motivo},
    )  # fmt: skip
    return decisa


def _ammesso(
    voce: Voce, titolo: TitoloDichiarato, dati: DatiDecisione
) -> tuple[Titolo | None, Any]:
    """What counts, as the rules and as the table take it. Raises AttoRifiutato."""
    if dati.esito is EsitoTitolo.ACCETTATO:
        return titolo_scritto(voce, titolo.valore), titolo.valore
    if dati.esito is EsitoTitolo.RIFIUTATO or dati.ammesso is None:
        return None, None
    letto = titolo_da(voce, dati.ammesso)
    if isinstance(letto, Titolo):
        return letto, dict(dati.ammesso)
    raise AttoRifiutato(letto)


def _uguale(tenuta: DecisioneTitolo, esito: EsitoTitolo, valore: Any, motivo: str) -> bool:
    return (tenuta.esito, tenuta.ammesso, tenuta.motivo) == (esito.value, valore, motivo)
