"""The money of a year is written, and written again until a decree has paid it."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db import transaction

from bonus_merito.enums import FonteRisorse, Lordo
from bonus_merito.models import Fondo
from bonus_merito.queries.fondi import decretato, regole_fondo, scritto
from bonus_merito.rules.fondo import verifica_fondo
from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico

SCRITTI = ("fonte", "importo", "quota_docenti", "lordo", "comunicato_con", "contratto", "articolo")
DECRETATO = "Il decreto ha già ripartito il fondo: non si cambia più."


@dataclass(frozen=True)
class DatiFondo:
    """What is written of a fund; amounts in euro."""

    fonte: FonteRisorse
    importo: Decimal
    quota_docenti: Decimal
    lordo: Lordo
    comunicato_con: str = ""
    contratto: str = ""
    articolo: str = ""


@transaction.atomic
def salva_fondo(
    *, autore: Contesto, adesso: datetime, anno_id: int, dati: DatiFondo, versione: int = 0
) -> Fondo:
    """Write the fund of a year: who directs or the office may.

    ``versione`` is that of what was read, 0 where there was none. Raises AttoRifiutato, Conflitto.
    """
    anno = AnnoScolastico.objects.select_for_update().get(pk=anno_id, istituto=autore.istituto)
    fondo = Fondo.objects.filter(istituto=autore.istituto, anno_scolastico=anno).first()
    if fondo is None:
        fondo = Fondo(istituto=autore.istituto, anno_scolastico=anno, versione=1)
    else:
        fondo = Fondo.objects.select_for_update().get(pk=fondo.pk)
        if decretato(fondo):
            raise rifiuta("decretato", DECRETATO)
        esigi_letta(fondo, versione)
    _scrivi(fondo, dati)
    esigi(verifica_fondo(scritto(fondo), regole_fondo(autore.istituto.pk, autore.oggi)))
    if fondo.pk:
        fondo.save(update_fields=[*SCRITTI, "versione"])
    else:
        fondo.save()
    annota(
        autore=autore, adesso=adesso, azione="scrive fondo del bonus", oggetto=fondo,
        dati={"fonte": fondo.fonte},
    )  # fmt: skip
    return fondo


def _scrivi(fondo: Fondo, dati: DatiFondo) -> None:
    """What the contract says goes with the contract alone."""
    dal_contratto = dati.fonte is FonteRisorse.CONTRATTO
    fondo.fonte, fondo.lordo = dati.fonte.value, dati.lordo.value
    fondo.importo, fondo.quota_docenti = dati.importo, dati.quota_docenti
    fondo.comunicato_con = dati.comunicato_con
    fondo.contratto = dati.contratto if dal_contratto else ""
    fondo.articolo = dati.articolo if dal_contratto else ""
