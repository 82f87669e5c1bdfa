"""The order of the agenda changes, or grows, when the sitting so votes."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils import timezone

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import (
    FormaVotazione,
    GenereVotazione,
    ModoVotazione,
    NaturaPunto,
    OriginePunto,
    StatoSeduta,
)
from organi_collegiali.models import Punto, Seduta, Votazione
from organi_collegiali.queries.invio.ripresa import contro_un_punto_nuovo
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.voto.apertura_voto import verifica_momento, verifica_richiesta
from organi_collegiali.services.blocco import blocca_seduta
from organi_collegiali.services.voto.blocco_voto import blocca_punto
from organi_collegiali.services.voto.votazioni import apri_votazione


@dataclass(frozen=True, slots=True)
class PuntoChiesto:
    """An item that somebody asks to add at the sitting."""

    titolo: str
    natura: NaturaPunto
    su_persone: bool = False
    titolo_pubblico: str = ""


@transaction.atomic
def chiedi_ammissione(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta_id: int,
    punto: PuntoChiesto,
    modo: ModoVotazione = ModoVotazione.ALZATA,
) -> Votazione:
    """Put to the vote whether an item that was not on the agenda is dealt with.

    The majority is the school's own (`004` art. 6, `001` art. 6, `003`). Raises AttoRifiutato: a
    title that is missing, an item on persons without a title for the others, too late where it is
    asked for at the start, a sitting that goes on with an adjourned one, no legal number.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO)
    oggi = timezone.localdate(adesso)
    regola, _ = regole(seduta.organo, oggi).aggiunta
    esigi(
        [
            *contro_un_punto_nuovo(seduta, oggi),
            *verifica_richiesta(punto.titolo, punto.titolo_pubblico, su_persone=punto.su_persone),
            *verifica_momento(regola, cominciata=_cominciata(seduta)),
        ]
    )
    nuovo = Punto.objects.create(
        istituto=autore.istituto,
        seduta=seduta,
        ordine=(_punti(seduta).aggregate(ultimo=Max("ordine"))["ultimo"] or 0) + 1,
        titolo=punto.titolo.strip(),
        natura=punto.natura,
        origine=OriginePunto.IN_SEDUTA,
        su_persone=punto.su_persone,
        titolo_pubblico=punto.titolo_pubblico.strip() if punto.su_persone else "",
    )
    return apri_votazione(
        autore=autore,
        adesso=adesso,
        punto_id=nuovo.pk,
        genere=GenereVotazione.AMMISSIONE,
        forma=FormaVotazione.PALESE,
        modo=modo,
        testo="Si aggiunge il punto all’ordine del giorno.",
    )


@transaction.atomic
def chiedi_inversione(
    *,
    autore: Contesto,
    adesso: datetime,
    punto_id: int,
    modo: ModoVotazione = ModoVotazione.ALZATA,
) -> Votazione:
    """Put to the vote whether an item is dealt with at once, before those that come first.

    Raises AttoRifiutato when it was already begun, or is the next one anyway.
    """
    punto = blocca_punto(autore, punto_id)
    if punto.iniziato_il or punto.esito:
        raise rifiuta("gia_trattato", "Il punto è già stato trattato: si vota per anticiparne uno.")
    if punto.pk == _da_trattare(punto.seduta)[0].pk:
        raise rifiuta("gia_primo", "È già il prossimo punto da trattare.")
    return apri_votazione(
        autore=autore,
        adesso=adesso,
        punto_id=punto.pk,
        genere=GenereVotazione.ORDINE,
        forma=FormaVotazione.PALESE,
        modo=modo,
        testo=f"Si tratta subito il punto {punto.ordine}, prima degli altri.",
    )


def tratta_subito(punto: Punto) -> None:
    """Put an item before the others that are still to be dealt with; they keep their order.

    The places are those that they had between them.
    """
    altri = _da_trattare(punto.seduta)
    posti = [altro.ordine for altro in altri]
    in_ordine = [punto, *(altro for altro in altri if altro.pk != punto.pk)]
    for posto, spostato in zip(posti, in_ordine, strict=True):
        spostato.ordine = posto
    Punto.objects.bulk_update(in_ordine, ["ordine"])


def _punti(seduta: Seduta) -> QuerySet[Punto]:
    return Punto.objects.filter(istituto_id=seduta.istituto_id, seduta=seduta)


def _da_trattare(seduta: Seduta) -> list[Punto]:
    return list(_punti(seduta).filter(esito="", iniziato_il__isnull=True).order_by("ordine"))


def _cominciata(seduta: Seduta) -> bool:
    """Whether something that was convened has already been dealt with."""
    return (
        _punti(seduta)
        .exclude(origine=OriginePunto.IN_SEDUTA)
        .filter(iniziato_il__isnull=False)
        .exists()
    )
