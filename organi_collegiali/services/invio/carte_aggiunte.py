"""The papers of the items that an integration adds: laid beside it, on file when it leaves."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.models import Allegato, AllegatoAggiunto, Avviso, Punto, PuntoAggiunto
from organi_collegiali.services.blocco import tocca
from organi_collegiali.services.convocazione.allegati import (
    DatiAllegato,
    esigi_posto,
    riempi,
    titolo_di,
)
from organi_collegiali.services.invio.firma import blocca_avviso

COPIATI: Final = (
    "titolo", "file", "tipo_contenuto", "impronta", "byte", "pagine", "documento_id",
    "riservato", "depositato_il", "atteso_entro",
)  # fmt: skip


@transaction.atomic
def allega_aggiunto(
    *, autore: Contesto, adesso: datetime, aggiunto_id: int, dati: DatiAllegato
) -> AllegatoAggiunto:
    """Lay a paper beside an item that waits to be added, signed or not. Raises AttoRifiutato.

    Of who prepares the sittings and of who presides. What is signed are the words.
    """
    aggiunto = PuntoAggiunto.objects.get(istituto=autore.istituto, pk=aggiunto_id)
    aggiunto.avviso = _in_partenza(autore, aggiunto)
    esigi_posto(aggiunto.allegati.count())
    riga = AllegatoAggiunto(
        istituto=autore.istituto,
        punto=aggiunto,
        titolo=titolo_di(dati),
        atteso_entro=dati.atteso_entro,
        riservato=dati.riservato,
    )
    riempi(riga, autore, adesso, dati)
    riga.save()
    _compiuto(autore, adesso, aggiunto, "allega al punto", riga)
    return riga


@transaction.atomic
def togli_allegato_aggiunto(
    *, autore: Contesto, adesso: datetime, allegato_id: int
) -> AllegatoAggiunto:
    """Take a paper away from an item that waits to be added. Raises AttoRifiutato."""
    riga = AllegatoAggiunto.objects.select_related("punto").get(
        istituto=autore.istituto, pk=allegato_id
    )
    riga.punto.avviso = _in_partenza(autore, riga.punto)
    _compiuto(autore, adesso, riga.punto, "toglie allegato dal punto", riga)
    cancella_file([riga])
    riga.delete()
    return riga


def deposita_aggiunti(avviso: Avviso, punti: Mapping[int, Punto]) -> None:
    """Put on file the papers of an integration that leaves; ``punti`` by the item they come from.

    Two queries.
    """
    righe = AllegatoAggiunto.objects.filter(
        istituto_id=avviso.istituto_id, punto__avviso=avviso
    ).order_by("id")
    Allegato.objects.bulk_create(
        Allegato(
            istituto_id=avviso.istituto_id,
            punto=punti[riga.punto_id],
            **{campo: getattr(riga, campo) for campo in COPIATI},
        )
        for riga in righe
    )


def butta_aggiunti(avviso: Avviso) -> None:
    """Throw away the papers of an integration that is withdrawn, with their bytes."""
    righe = AllegatoAggiunto.objects.filter(istituto_id=avviso.istituto_id, punto__avviso=avviso)
    cancella_file(list(righe))
    righe.delete()


def cancella_file(righe: list[AllegatoAggiunto]) -> None:
    """The bytes go when the act is certain: an act that fails has lost nothing."""
    for riga in righe:
        if riga.file:
            transaction.on_commit(partial(riga.file.storage.delete, str(riga.file)))


def _in_partenza(autore: Contesto, aggiunto: PuntoAggiunto) -> Avviso:
    avviso = blocca_avviso(autore, aggiunto.avviso_id)
    if avviso.inviato_il:
        testo = "L’integrazione è già partita: si allega dal punto, nella scheda della seduta."
        raise rifiuta("inviato", testo)
    return avviso


def _compiuto(
    autore: Contesto,
    adesso: datetime,
    aggiunto: PuntoAggiunto,
    azione: str,
    riga: AllegatoAggiunto,
) -> None:
    seduta = tocca(aggiunto.avviso.seduta, adesso)
    dati = {"aggiunto": aggiunto.pk, "allegato": riga.pk, "impronta": riga.impronta}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=seduta, dati=dati)
