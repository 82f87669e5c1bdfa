"""The outcome of an application: excluded with its reason, closed, opened again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi
from cpia.scuola.access import Contesto
from selezioni_pon.enums import Fase
from selezioni_pon.models import Esame
from selezioni_pon.queries.commissione.punteggi import valutate, versione_di
from selezioni_pon.queries.commissione.requisiti import requisiti_di
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.discrezionali import senza_accordo
from selezioni_pon.rules.esame import (
    contro_il_verdetto,
    verifica_esclusione,
    verifica_riapertura,
)
from selezioni_pon.services.commissione.domande import SulTavolo, blocca_domanda

ESCLUDE: Final = "esclude candidatura"
CHIUDE: Final = "chiude verifica di una candidatura"
RIAPRE: Final = "riapre verifica di una candidatura"


@dataclass(frozen=True)
class DatiEsclusione:
    """Why, in words for who applied, and what says it."""

    motivo: str
    fonte: str


@transaction.atomic
def chiudi_domanda(
    *,
    autore: Contesto,
    adesso: datetime,
    invio_id: int,
    versione: int,
    esperienza_accertata: bool = False,
) -> Esame:
    """Close the check of an application as admitted: who sits in the commission may.

    ``versione`` is that of everything decided of it, as it was read. ``esperienza_accertata``:
    experience stands in the place of the degree. Raises Conflitto when something was decided
    meanwhile; AttoRifiutato with all that is still to be done.
    """
    tavolo = blocca_domanda(autore, adesso, invio_id)
    _esigi_letta(tavolo, versione)
    avviso, griglia = tavolo.avviso, griglia_di(tavolo.avviso)
    (valutata,) = valutate(griglia, [tavolo.invio])
    requisiti = requisiti_di(tavolo.invio, esperienza_accertata=esperienza_accertata)
    aperte = senza_accordo(griglia, valutata.concordati.keys())
    regole = regole_di(avviso).avviso
    esigi(contro_il_verdetto(requisiti, Fase(avviso.fase), regole, valutata.confronto, aperte))
    esame = tavolo.esame
    esame.ammesso, esame.motivo, esame.fonte = True, "", ""
    esame.esperienza_accertata = esperienza_accertata
    return _chiude(autore, adesso, tavolo, CHIUDE)


@transaction.atomic
def escludi_domanda(
    *, autore: Contesto, adesso: datetime, invio_id: int, versione: int, dati: DatiEsclusione
) -> Esame:
    """Exclude an application, with the reason and what says it; its check is closed with it.

    Raises Conflitto when something was decided meanwhile; AttoRifiutato without a reason that can
    be read or without a source.
    """
    tavolo = blocca_domanda(autore, adesso, invio_id)
    _esigi_letta(tavolo, versione)
    esigi(verifica_esclusione(dati.motivo, dati.fonte))
    esame = tavolo.esame
    esame.ammesso, esame.motivo, esame.fonte = False, dati.motivo.strip(), dati.fonte.strip()
    return _chiude(autore, adesso, tavolo, ESCLUDE, motivo=esame.motivo)


@transaction.atomic
def riapri_domanda(*, autore: Contesto, adesso: datetime, invio_id: int, motivo: str) -> Esame:
    """Open a closed application again while the commission works: also one that was excluded.

    What was decided of its titles stays. Raises AttoRifiutato for an open one, without a reason.
    """
    tavolo = blocca_domanda(autore, adesso, invio_id, anche_chiusa=True)
    esame = tavolo.esame
    esigi(verifica_riapertura(motivo, chiusa=esame.chiuso_il is not None))
    esame.ammesso, esame.motivo, esame.fonte = True, "", ""
    esame.chiuso_il, esame.chiuso_da = None, None
    esame.versione += 1
    esame.save()
    annota(
        autore=autore, adesso=adesso, azione=RIAPRE, oggetto=esame,
        dati={"motivo": motivo.strip()},
    )  # fmt: skip
    return esame


def _esigi_letta(tavolo: SulTavolo, versione: int) -> None:
    if versione_di(tavolo.invio) != versione:
        raise Conflitto(tavolo.esame)


def _chiude(
    autore: Contesto, adesso: datetime, tavolo: SulTavolo, azione: str, **dati: str
) -> Esame:
    esame = tavolo.esame
    esame.chiuso_il, esame.chiuso_da = adesso, tavolo.membro
    esame.versione += 1
    esame.save()
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=esame, dati=dati)
    return esame
