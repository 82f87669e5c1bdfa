"""Who comes in and who goes out, with the hour."""

from datetime import datetime, time

from django.db import transaction
from django.utils import timezone

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.models import Convocato, Movimento, Seduta
from organi_collegiali.queries.aula.appello import movimenti
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula import appello
from organi_collegiali.services.aula.chiamata import segna, toglie_segno
from organi_collegiali.services.aula.presenze_in_atto import (
    SI_ENTRA,
    annota_movimento,
    convocato_di,
    esigi_movimenti,
    istante,
)
from organi_collegiali.services.blocco import blocca_seduta


@transaction.atomic
def registra_movimento(
    *,
    autore: Contesto,
    adesso: datetime,
    convocato_id: int,
    entra: bool,
    alle: time | None = None,
    a_distanza: bool = False,
) -> Movimento | None:
    """Somebody comes in or goes out, now or at an hour of before.

    Before the opening it is the roll call: to go out takes the mark away, and None comes back.
    The same thing sent twice is written once. Raises AttoRifiutato.
    """
    convocato = convocato_di(autore, convocato_id)
    seduta = blocca_seduta(autore, convocato.seduta_id, *SI_ENTRA)
    # A substitute may have been taken back while this act waited for the sitting.
    convocato = convocato_di(autore, convocato_id)
    convocato.seduta = seduta
    _esigi_distanza(seduta, adesso, a_distanza=a_distanza)
    tutti = list(movimenti(seduta))
    suoi = [movimento for movimento in tutti if movimento.convocato_id == convocato.pk]
    if seduta.aperta_il is None:
        if entra:
            return segna(
                autore=autore, adesso=adesso, convocato=convocato, suoi=suoi, a_distanza=a_distanza
            )
        toglie_segno(adesso=adesso, seduta=seduta, suoi=suoi)
        return None
    dopo = suoi[-1] if suoi else None
    quando = istante(alle, adesso, seduta.aperta_il, dopo)
    if dopo is not None and dopo.entra == entra:
        return _gia_scritto(convocato, dopo, quando)
    nuovo = Movimento(
        istituto=autore.istituto,
        convocato=convocato,
        quando=quando,
        entra=entra,
        a_distanza=entra and a_distanza,
    )
    esigi_movimenti(seduta, adesso, tutti, [*tutti, nuovo], quando)
    nuovo.save(force_insert=True)
    azione = "registra entrata" if entra else "registra uscita"
    annota_movimento(autore, adesso, seduta, azione, nuovo)
    return nuovo


def _gia_scritto(convocato: Convocato, ultimo: Movimento, quando: datetime) -> Movimento:
    """The same movement again: the one there is, if the minute is the same; else a refusal."""
    scritto = timezone.localtime(ultimo.quando)
    if scritto.replace(second=0, microsecond=0) == quando.replace(second=0, microsecond=0):
        return ultimo
    dove = "in aula" if ultimo.entra else "fuori"
    testo = f"{convocato.persona} è già {dove} dalle {scritto.hour}.{scritto.minute:02d}."
    raise rifiuta("gia_scritto", testo)


def _esigi_distanza(seduta: Seduta, adesso: datetime, *, a_distanza: bool) -> None:
    if a_distanza:
        regola = regole(seduta.organo, timezone.localdate(adesso))
        esigi(
            appello.verifica_a_distanza(
                a_distanza=True, regola=regola.valore("seduta.a_distanza", bool)
            )
        )
