"""The items of the agenda: begun in their order, ended with an outcome."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from organi_collegiali.enums import EsitoPunto, StatoSeduta
from organi_collegiali.models import Punto, Seduta
from organi_collegiali.queries.aula.ordine import trattati
from organi_collegiali.queries.presenze import presenze
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula import trattazione
from organi_collegiali.services.blocco import blocca_seduta, tocca


@transaction.atomic
def avvia_punto(*, autore: Contesto, adesso: datetime, punto_id: int) -> Punto:
    """Begin an item: the next one, when no other is open. Raises AttoRifiutato."""
    punto, seduta, tutti = _del_punto(autore, punto_id, StatoSeduta.IN_CORSO)
    if punto.iniziato_il is not None and not punto.esito:
        return punto
    questo = tutti[punto.pk]
    esigi(trattazione.verifica_avvio(questo, tutti.values()))
    esigi(trattazione.verifica_nessun_voto(tutti.values()))
    punto.iniziato_il = adesso
    punto.save(update_fields=["iniziato_il"])
    _annota(autore, adesso, seduta, "avvia punto", punto)
    return punto


@transaction.atomic
def concludi_punto(
    *, autore: Contesto, adesso: datetime, punto_id: int, esito: EsitoPunto, motivo: str = ""
) -> Punto:
    """End an item with its outcome; what was voted and proclaimed says the outcome by itself.

    To postpone or withdraw one, or to end without a vote one that asks for it, a reason is given.
    Raises AttoRifiutato.
    """
    punto, seduta, tutti = _del_punto(autore, punto_id, StatoSeduta.IN_CORSO)
    regola = regole(seduta.organo, timezone.localdate(adesso))
    valida = presenze(seduta).giudizio(regola, adesso).valida
    esigi(trattazione.verifica_esito(tutti[punto.pk], esito, motivo=motivo, numero_legale=valida))
    esigi(trattazione.verifica_nessun_voto(tutti.values()))
    return chiude(
        autore=autore, adesso=adesso, seduta=seduta, punto=punto, esito=esito, motivo=motivo
    )


@transaction.atomic
def chiude(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    punto: Punto,
    esito: EsitoPunto,
    motivo: str,
) -> Punto:
    """Write the outcome of an item of a sitting that is locked, with its register line."""
    punto.esito, punto.motivo_esito = esito, motivo.strip()
    punto.iniziato_il = punto.iniziato_il or adesso
    punto.concluso_il = adesso
    punto.save(update_fields=["esito", "motivo_esito", "iniziato_il", "concluso_il"])
    _annota(autore, adesso, seduta, "conclude punto", punto, esito=str(esito))
    return punto


def _del_punto(
    autore: Contesto, punto_id: int, *stati: StatoSeduta
) -> tuple[Punto, Seduta, dict[int, trattazione.Trattato]]:
    """The item, its sitting locked, and how all the items stand. Raises AttoRifiutato."""
    di_chi = Punto.objects.values_list("seduta_id", flat=True)
    seduta = blocca_seduta(autore, di_chi.get(pk=punto_id, istituto=autore.istituto), *stati)
    righe = {punto.pk: (punto, trattato) for punto, trattato in trattati(seduta)}
    return righe[punto_id][0], seduta, {pk: trattato for pk, (_, trattato) in righe.items()}


def _annota(
    autore: Contesto, adesso: datetime, seduta: Seduta, azione: str, punto: Punto, **altro: str
) -> None:
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={"punto": punto.pk, "ordine": punto.ordine, **altro},
    )
