"""The criteria of a draft, each with its indicators."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from bonus_merito.enums import Area
from bonus_merito.models import AreaDeiCriteri, Criterio, Indicatore
from bonus_merito.queries.criteri.impronte import impronta_del_criterio
from bonus_merito.rules.criteri import AREE, codice_dell_area
from bonus_merito.services.criteri.blocco import blocca_area, esigi_letto, scritti
from bonus_merito.services.criteri.dati import DatiCriterio
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto

CRITERI_MASSIMI = 60


@transaction.atomic
def salva_criterio(
    *,
    autore: Contesto,
    adesso: datetime,
    area_id: int,
    dati: DatiCriterio,
    criterio_id: int | None = None,
    versione: int = 0,
) -> Criterio:
    """Write a criterion of a draft with its indicators; without ``criterio_id`` a new one.

    The heading is one for all the criteria of its code. A new one with the words of another is
    that one: a second click. Raises AttoRifiutato, Conflitto.
    """
    area, criteri = blocca_area(autore, area_id)
    if not codice_dell_area(dati.codice, Area(area.area)):
        testo = f"Il codice di una voce dell’area {area.area} è {area.area}1, {area.area}2…"
        raise rifiuta("codice", testo, AREE, "codice")
    if criterio_id is None:
        uguale = area.criteri_dell_area.filter(codice=dati.codice, testo=dati.testo).first()
        if uguale is not None:
            return uguale
    criterio = _nuovo(area) if criterio_id is None else _letto(area, criterio_id, versione)
    criterio.codice, criterio.titolo, criterio.testo = dati.codice, dati.titolo, dati.testo
    criterio.save()
    area.criteri_dell_area.filter(codice=dati.codice).update(titolo=dati.titolo)
    criterio.indicatori.all().delete()
    Indicatore.objects.bulk_create(
        Indicatore(
            istituto=autore.istituto, criterio=criterio, ordine=numero, testo=riga.testo,
            soglia=riga.soglia, strumenti=riga.strumenti,
        )
        for numero, riga in enumerate(dati.indicatori, start=1)
    )  # fmt: skip
    scritti(autore, adesso, criteri, "scrive criterio del bonus", criterio=criterio.pk)
    return criterio


@transaction.atomic
def togli_criterio(*, autore: Contesto, adesso: datetime, criterio_id: int) -> None:
    """Take a criterion out of a draft. Raises AttoRifiutato."""
    area, criteri = blocca_area(autore, _area_di(autore, criterio_id))
    area.criteri_dell_area.filter(pk=criterio_id).delete()
    scritti(autore, adesso, criteri, "toglie criterio del bonus", criterio=criterio_id)


@transaction.atomic
def sposta_criterio(*, autore: Contesto, adesso: datetime, criterio_id: int, passo: int) -> None:
    """Exchange a criterion with the one before (-1) or after (1) under its heading, if any."""
    area, criteri = blocca_area(autore, _area_di(autore, criterio_id))
    criterio = area.criteri_dell_area.get(pk=criterio_id)
    accanto = list(area.criteri_dell_area.filter(codice=criterio.codice).order_by("ordine"))
    dove = accanto.index(criterio) + passo
    if not 0 <= dove < len(accanto):
        return
    altro = accanto[dove]
    criterio.ordine, altro.ordine = altro.ordine, criterio.ordine
    Criterio.objects.bulk_update([criterio, altro], ["ordine"])
    scritti(autore, adesso, criteri, "sposta criterio del bonus", criterio=criterio_id)


def _area_di(autore: Contesto, criterio_id: int) -> int:
    trovato: int = Criterio.objects.values_list("area_id", flat=True).get(
        pk=criterio_id, istituto=autore.istituto
    )
    return trovato


def _nuovo(area: AreaDeiCriteri) -> Criterio:
    misure = area.criteri_dell_area.aggregate(ultimo=Max("ordine"))
    if area.criteri_dell_area.count() >= CRITERI_MASSIMI:
        testo = f"I criteri dell’area sono già {CRITERI_MASSIMI}: di più non se ne mettono."
        raise rifiuta("troppi_criteri", testo)
    return Criterio(istituto_id=area.istituto_id, area=area, ordine=(misure["ultimo"] or 0) + 1)


def _letto(area: AreaDeiCriteri, criterio_id: int, versione: int) -> Criterio:
    criterio = area.criteri_dell_area.filter(pk=criterio_id).first()
    if criterio is None:
        testo = "Nel frattempo questo criterio è stato tolto: se serve, scrivilo di nuovo."
        raise rifiuta("tolto", testo)
    adesso = impronta_del_criterio(criterio, list(criterio.indicatori.all()))
    esigi_letto(criterio, adesso, versione)
    return criterio
