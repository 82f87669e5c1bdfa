"""What is on an agenda by itself: minutes to approve, motions that wait, what was asked for."""

from typing import Any

from django.db import transaction

from cpia.scuola.parole import data_estesa
from organi_collegiali.enums import NaturaPunto
from organi_collegiali.models import Allegato, Mozione, Punto, Seduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.rules.convocazione.punti import natura_probabile


@transaction.atomic
def componi_ordine(*, seduta: Seduta, argomenti: str) -> None:
    """Put on a new draft what waits for it, one argument of a request a line.

    First the minutes that nobody has approved, then the motions (`001` art. 7).
    """
    ordine = 0
    for precedente in queries.verbali_da_approvare(seduta.organo):
        ordine += 1
        _punto_del_verbale(seduta, precedente, ordine)
    for mozione in queries.mozioni_in_attesa(seduta.organo).select_for_update():
        ordine += 1
        _punto_della_mozione(seduta, mozione, ordine)
    for argomento in _righe(argomenti):
        ordine += 1
        _punto(seduta, ordine, argomento[:600], natura_probabile(argomento))


def _righe(testo: str) -> list[str]:
    return [riga.strip() for riga in testo.splitlines() if riga.strip()]


def _punto(seduta: Seduta, ordine: int, titolo: str, natura: NaturaPunto, **altro: Any) -> Punto:
    return Punto.objects.create(
        istituto_id=seduta.istituto_id,
        seduta=seduta,
        ordine=ordine,
        titolo=titolo,
        natura=natura.value,
        **altro,
    )


def _punto_del_verbale(seduta: Seduta, precedente: Seduta, ordine: int) -> None:
    """The approval of the minutes of a sitting, with their paper if it is already printed."""
    quando = data_estesa(precedente.aperta_il or precedente.inizio_previsto or seduta.modificata_il)
    titolo = f"Approvazione del verbale della seduta n. {precedente.numero} del {quando}"
    punto = _punto(seduta, ordine, titolo, NaturaPunto.VERBALE, verbale_di=precedente)
    verbale = getattr(precedente, "verbale", None)
    if verbale is not None and verbale.integrale is not None:
        Allegato.objects.create(
            istituto_id=seduta.istituto_id,
            punto=punto,
            titolo=f"Verbale n. {precedente.numero}",
            documento=verbale.integrale,
            pagine=verbale.integrale.pagine,
            tipo_contenuto="application/pdf",
            riservato=precedente.riservata,
            depositato_il=seduta.modificata_il,
        )


def _punto_della_mozione(seduta: Seduta, mozione: Mozione, ordine: int) -> None:
    punto = _punto(seduta, ordine, f"Mozione: {mozione.oggetto}", NaturaPunto.DELIBERA)
    mozione.punto = punto
    mozione.save(update_fields=["punto"])
