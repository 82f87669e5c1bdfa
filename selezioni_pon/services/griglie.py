"""The acts on the scoring grids: begun, written, withdrawn, thrown away."""

from collections.abc import Callable
from copy import deepcopy
from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.db.models import QuerySet

from cpia.atti.services import annota
from cpia.norme.errori import AttoRifiutato, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.models import Griglia
from selezioni_pon.queries.griglie import usata
from selezioni_pon.services.griglia_dati import di_partenza, esigi_leggibile

CHIUSA: Final = "L. 241/1990, art. 12: chi si è candidato legge i criteri di allora"
Cambia = Callable[[dict[str, Any]], dict[str, Any]]


@transaction.atomic
def crea_griglia(
    *, autore: Contesto, adesso: datetime, titolo: str, fonte: str, da: str = ""
) -> Griglia:
    """Begin a grid: empty, from one shipped (its slug), or from one of the school (``id:7``).

    Who directs or the office may. A second click makes no other one. Raises AttoRifiutato.
    """
    dati, origine = di_partenza(autore, da)
    dati |= {"titolo": titolo, "fonte": fonte}
    uguale = _in_bozza(autore, titolo).first()
    if uguale is not None:
        if (uguale.dati, uguale.origine) == (dati, origine):
            return uguale
        raise _titolo_preso(titolo)
    esigi_leggibile(dati)
    griglia = Griglia.objects.create(
        istituto=autore.istituto, titolo=titolo, fonte=fonte, origine=origine, dati=dati,
        modificata_il=adesso, modificata_da=autore.persona,
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="prepara griglia di valutazione", oggetto=griglia,
        dati={"origine": origine},
    )  # fmt: skip
    return griglia


@transaction.atomic
def scrivi_griglia(
    *, autore: Contesto, adesso: datetime, griglia_id: int, versione: int, cambia: Cambia
) -> Griglia:
    """Change a grid that no call closed: ``cambia`` gets a copy of its data and gives the new.

    Raises Conflitto when it is not as it was read, AttoRifiutato for a closed or withdrawn one
    and for data that make no grid, at the field that is wrong.
    """
    griglia = _blocca_bozza(autore, griglia_id)
    esigi_letta(griglia, versione)
    dati = cambia(deepcopy(griglia.dati))
    esigi_leggibile(dati)
    titolo = dati["titolo"].strip()
    if _in_bozza(autore, titolo).exclude(pk=griglia.pk).exists():
        raise _titolo_preso(titolo)
    griglia.dati, griglia.titolo, griglia.fonte = dati, titolo, dati["fonte"].strip()
    griglia.modificata_il, griglia.modificata_da = adesso, autore.persona
    griglia.save(
        update_fields=["dati", "titolo", "fonte", "modificata_il", "modificata_da", "versione"]
    )
    annota(autore=autore, adesso=adesso, azione="scrive griglia di valutazione", oggetto=griglia)
    return griglia


@transaction.atomic
def ritira_griglia(
    *, autore: Contesto, adesso: datetime, griglia_id: int, versione: int
) -> Griglia:
    """Take a grid off those that a call may choose; calls already published keep it.

    Raises Conflitto, AttoRifiutato for one already withdrawn.
    """
    griglia = _blocca(autore, griglia_id)
    if griglia.ritirata_il is not None:
        raise rifiuta("gia_ritirata", f"La griglia «{griglia.titolo}» è già ritirata.")
    esigi_letta(griglia, versione)
    griglia.ritirata_il = adesso
    griglia.save(update_fields=["ritirata_il", "versione"])
    annota(autore=autore, adesso=adesso, azione="ritira griglia di valutazione", oggetto=griglia)
    return griglia


@transaction.atomic
def elimina_griglia(*, autore: Contesto, adesso: datetime, griglia_id: int) -> None:
    """Throw away a grid that no call, not even a draft, names. Raises AttoRifiutato."""
    griglia = _blocca(autore, griglia_id)
    if griglia.chiusa_il is not None or usata(griglia):
        testo = "Un avviso usa questa griglia: si può ritirare, non eliminare."
        raise rifiuta("griglia_usata", testo, CHIUSA)
    annota(autore=autore, adesso=adesso, azione="elimina griglia di valutazione", oggetto=griglia)
    griglia.delete()


def _blocca(autore: Contesto, griglia_id: int) -> Griglia:
    return Griglia.objects.select_for_update(of=("self",)).get(
        pk=griglia_id, istituto=autore.istituto
    )


def _blocca_bozza(autore: Contesto, griglia_id: int) -> Griglia:
    griglia = _blocca(autore, griglia_id)
    if griglia.chiusa_il is not None:
        testo = "Un avviso è già pubblicato con questa griglia: per cambiarla se ne fa una copia."
        raise rifiuta("griglia_chiusa", testo, CHIUSA)
    if griglia.ritirata_il is not None:
        testo = "Questa griglia è ritirata: se serve, se ne fa una copia."
        raise rifiuta("griglia_ritirata", testo)
    return griglia


def _in_bozza(autore: Contesto, titolo: str) -> QuerySet[Griglia]:
    return Griglia.objects.filter(
        istituto=autore.istituto, titolo=titolo, chiusa_il__isnull=True, ritirata_il__isnull=True
    )


def _titolo_preso(titolo: str) -> AttoRifiutato:
    testo = f"C’è già una griglia da completare che si chiama «{titolo}»: scegli un altro titolo."
    return rifiuta("titolo_preso", testo, campo="titolo")
