"""What a notice does to its sitting when it leaves, each kind its own."""

from datetime import datetime

from django.db import transaction

from cpia.scuola.access import Contesto
from organi_collegiali.enums import GenereAtto, OriginePunto, StatoSeduta
from organi_collegiali.models import Avviso, Convocato, Punto, Seduta
from organi_collegiali.queries.invio.avvisi import punti_aggiunti
from organi_collegiali.queries.numeri import SEDUTE, serie_di
from organi_collegiali.queries.regole import regole
from organi_collegiali.services.blocco import tocca
from organi_collegiali.services.invio.carte_aggiunte import deposita_aggiunti
from organi_collegiali.services.numeri import prendi_numero


@transaction.atomic
def applica_avviso(*, autore: Contesto, adesso: datetime, avviso: Avviso) -> Seduta:
    """Number and convene the sitting, add the items, move its day, or revoke it."""
    match GenereAtto(avviso.genere):
        case GenereAtto.CONVOCAZIONE | GenereAtto.SECONDA:
            return _convoca(autore, adesso, avviso.seduta)
        case GenereAtto.INTEGRAZIONE:
            return _integra(adesso, avviso)
        case GenereAtto.RINVIO:
            return _rinvia(adesso, avviso)
        case GenereAtto.REVOCA:
            avviso.seduta.stato = StatoSeduta.REVOCATA.value
            return tocca(avviso.seduta, adesso, "stato")


def _convoca(autore: Contesto, adesso: datetime, seduta: Seduta) -> Seduta:
    organo = seduta.organo
    seduta.serie = serie_di(organo, SEDUTE, autore.oggi, regole(organo, autore.oggi))
    seduta.numero = prendi_numero(organo=organo, di_che_cosa=SEDUTE, serie=seduta.serie)
    seduta.stato = StatoSeduta.CONVOCATA.value
    return tocca(seduta, adesso, "serie", "numero", "stato")


def _integra(adesso: datetime, avviso: Avviso) -> Seduta:
    aggiunti = punti_aggiunti(avviso)
    nuovi = Punto.objects.bulk_create(
        Punto(
            istituto_id=avviso.istituto_id,
            seduta=avviso.seduta,
            ordine=aggiunto.ordine,
            titolo=aggiunto.titolo,
            natura=aggiunto.natura,
            origine=OriginePunto.INTEGRAZIONE.value,
            su_persone=aggiunto.su_persone,
            titolo_pubblico=aggiunto.titolo_pubblico,
        )
        for aggiunto in aggiunti
    )
    da = {aggiunto.pk: nuovo for aggiunto, nuovo in zip(aggiunti, nuovi, strict=True)}
    deposita_aggiunti(avviso, da)
    return tocca(avviso.seduta, adesso)


def _rinvia(adesso: datetime, avviso: Avviso) -> Seduta:
    """The day moves and everybody is asked again; what was answered stays in the register."""
    seduta, prima = avviso.seduta, avviso.seduta.inizio_previsto
    if prima is None or avviso.nuovo_inizio is None:
        raise ValueError("si rinvia da un giorno a un altro")
    if seduta.fine_prevista:
        seduta.fine_prevista += avviso.nuovo_inizio - prima
    seduta.inizio_previsto = avviso.nuovo_inizio
    seduta.luogo = avviso.nuovo_luogo or seduta.luogo
    Convocato.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta).update(
        risposta="", motivo_risposta="", risposta_il=None
    )
    return tocca(seduta, adesso, "inizio_previsto", "fine_prevista", "luogo")
