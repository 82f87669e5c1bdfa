"""The words on somebody as a whole, and when somebody is assessed."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from bonus_merito.models import Richiesta, Valutazione
from bonus_merito.queries.regole import regole_di
from bonus_merito.rules.valutazione import verifica_aggiuntiva
from bonus_merito.services.blocco_valutazione import blocca_richiesta
from bonus_merito.services.valutazioni.mancanze import manca_a, valutazione_di
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi
from cpia.scuola.access import Contesto

PAROLE = ["aggiuntiva", "motivo_aggiuntiva", "motivazione", "valutata_da", "versione"]


@dataclass(frozen=True)
class DatiValutazione:
    """The words on somebody as a whole; ``aggiuntiva`` is of the whole percentage."""

    aggiuntiva: Decimal = Decimal(0)
    motivo_aggiuntiva: str = ""
    motivazione: str = ""


@transaction.atomic
def salva_valutazione(
    *,
    autore: Contesto,
    adesso: datetime,
    richiesta_id: int,
    dati: DatiValutazione,
    versione: int | None = None,
) -> Valutazione:
    """Keep the additional percentage with its reason and the motivation.

    Raises AttoRifiutato, Conflitto.
    """
    richiesta = blocca_richiesta(autore, richiesta_id)
    valutazione = _con_le_parole(autore, richiesta, dati, versione)
    if valutazione.completa_il is not None:
        esigi(manca_a(richiesta))
    return _compiuta(autore, adesso, valutazione, "scrive valutazione del bonus")


@transaction.atomic
def completa_valutazione(
    *,
    autore: Contesto,
    adesso: datetime,
    richiesta_id: int,
    dati: DatiValutazione,
    versione: int | None = None,
) -> Valutazione:
    """Say that somebody is assessed, with the words of the decree.

    Raises AttoRifiutato while an activity has no judgement, or who reaches a band has no
    motivation; Conflitto.
    """
    richiesta = blocca_richiesta(autore, richiesta_id)
    valutazione = _con_le_parole(autore, richiesta, dati, versione)
    esigi(manca_a(richiesta))
    valutazione.completa_il = adesso
    valutazione.save(update_fields=["completa_il"])
    return _compiuta(autore, adesso, valutazione, "completa valutazione del bonus")


@transaction.atomic
def riapri_valutazione(
    *,
    autore: Contesto,
    adesso: datetime,
    richiesta_id: int,
    dati: DatiValutazione,
    versione: int | None = None,
) -> Valutazione:
    """Take back that somebody is assessed: judgements and words stay, with what was typed.

    Raises AttoRifiutato, Conflitto.
    """
    richiesta = blocca_richiesta(autore, richiesta_id)
    valutazione = _con_le_parole(autore, richiesta, dati, versione)
    valutazione.completa_il = None
    valutazione.save(update_fields=["completa_il"])
    return _compiuta(autore, adesso, valutazione, "riapre valutazione del bonus")


def _con_le_parole(
    autore: Contesto, richiesta: Richiesta, dati: DatiValutazione, versione: int | None
) -> Valutazione:
    """The assessment with these words, made if there was none: version 0 is none."""
    trovata = valutazione_di(richiesta)
    valutazione = trovata or Valutazione(istituto=autore.istituto, richiesta=richiesta, versione=0)
    if versione is not None and valutazione.versione != versione:
        raise Conflitto(trovata)
    massima = regole_di(richiesta.procedura).aggiuntiva
    esigi(verifica_aggiuntiva(Fraction(dati.aggiuntiva), dati.motivo_aggiuntiva, massima))
    valutazione.aggiuntiva = dati.aggiuntiva
    valutazione.motivo_aggiuntiva = dati.motivo_aggiuntiva
    valutazione.motivazione = dati.motivazione
    valutazione.valutata_da = autore.persona
    valutazione.versione += 1
    if trovata is None:
        valutazione.save(force_insert=True)
    else:
        valutazione.save(update_fields=PAROLE)
    return valutazione


def _compiuta(
    autore: Contesto, adesso: datetime, valutazione: Valutazione, azione: str
) -> Valutazione:
    annota(
        autore=autore, adesso=adesso, azione=azione, oggetto=valutazione,
        dati={"richiesta": valutazione.richiesta_id},
    )  # fmt: skip
    return valutazione
