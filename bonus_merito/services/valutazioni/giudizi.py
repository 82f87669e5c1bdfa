"""The judgement on one declared activity."""

from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction

from bonus_merito.enums import Area
from bonus_merito.models import Attivita
from bonus_merito.queries.quadro import riga_di
from bonus_merito.rules.valutazione import Giudizio, verifica_giudizio
from bonus_merito.services.blocco_valutazione import blocca_richiesta
from bonus_merito.services.valutazioni.mancanze import completa, manca_a
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi
from cpia.scuola.access import Contesto

GIUDIZIO = ["confermata", "livello", "punti", "motivo", "giudicata_il", "versione"]


@transaction.atomic
def giudica_attivita(
    *,
    autore: Contesto,
    adesso: datetime,
    attivita_id: int,
    giudizio: Giudizio,
    versione: int | None = None,
) -> Attivita:
    """Confirm a declared activity with its level and points, or say why not: the dirigente's act.

    Raises AttoRifiutato for a judgement that lacks something, or that would leave a complete
    assessment without what it needs; Conflitto when it was judged again meanwhile.
    """
    righe = Attivita.objects.filter(istituto=autore.istituto)
    richiesta_id = righe.values_list("richiesta_id", flat=True).get(pk=attivita_id)
    richiesta = blocca_richiesta(autore, richiesta_id)
    attivita = righe.select_related("criterio__area").get(pk=attivita_id)
    if versione is not None and attivita.versione != versione:
        raise Conflitto(attivita)
    area = Area(attivita.criterio.area.area)
    esigi(verifica_giudizio(giudizio, area, riga_di(richiesta)[1].pesi[area]))
    _scrivi(attivita, giudizio, adesso)
    if completa(richiesta):
        esigi(manca_a(richiesta))
    dati = {"richiesta": richiesta.pk}
    annota(
        autore=autore, adesso=adesso, azione="giudica attività del bonus", oggetto=attivita,
        dati=dati,
    )  # fmt: skip
    return attivita


def _scrivi(attivita: Attivita, giudizio: Giudizio, adesso: datetime) -> None:
    """What is not confirmed has no level and no points."""
    contati = giudizio if giudizio.confermata else Giudizio(confermata=False)
    attivita.confermata = giudizio.confermata
    attivita.livello = contati.livello
    attivita.punti = None if contati.punti is None else _decimale(contati.punti)
    attivita.motivo = giudizio.motivo
    attivita.giudicata_il = adesso
    attivita.versione += 1
    attivita.save(update_fields=GIUDIZIO)


def _decimale(punti: Fraction) -> Decimal:
    return Decimal(punti.numerator) / Decimal(punti.denominator)
