"""A sitting stops, goes on, is adjourned, ends."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import CausaAggiornamento, EsitoPunto, StatoSeduta
from organi_collegiali.models import Seduta
from organi_collegiali.models.sedute import Sospensione
from organi_collegiali.queries.aula.aggiornamento import aggiornamento
from organi_collegiali.queries.aula.ordine import trattati
from organi_collegiali.rules.aula import trattazione
from organi_collegiali.rules.aula.aggiornamento import verifica_aggiornamento
from organi_collegiali.services.aula.punti import chiude
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.verbali.verbali import apri_verbale


@transaction.atomic
def sospendi_seduta(
    *, autore: Contesto, adesso: datetime, seduta_id: int, motivo: str
) -> Sospensione:
    """Stop for a reason that goes on record (`001` art. 5); no vote may be open."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO)
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi il motivo: resta nel verbale.")
    if any(trattazione.si_vota(trattato) for _, trattato in trattati(seduta)):
        raise rifiuta("votazione_aperta", "C’è una votazione aperta: prima si conclude.")
    sospensione = Sospensione.objects.create(
        istituto=autore.istituto, seduta=seduta, dal=adesso, motivo=motivo.strip()
    )
    seduta.stato = StatoSeduta.SOSPESA
    _annota(autore, adesso, seduta, "sospende la seduta")
    return sospensione


@transaction.atomic
def riprendi_seduta(*, autore: Contesto, adesso: datetime, seduta_id: int) -> Seduta:
    """Go on after a stop: who is in counts as always, and votes wait for the legal number."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.SOSPESA)
    Sospensione.objects.filter(istituto=autore.istituto, seduta=seduta, al__isnull=True).update(
        al=adesso
    )
    seduta.stato = StatoSeduta.IN_CORSO
    _annota(autore, adesso, seduta, "riprende la seduta")
    return seduta


@transaction.atomic
def chiudi_seduta(*, autore: Contesto, adesso: datetime, seduta_id: int) -> Seduta:
    """End a sitting of which every item has an outcome; its minutes are opened.

    Raises AttoRifiutato, naming the items that have none.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO)
    esigi(trattazione.verifica_chiusura([trattato for _, trattato in trattati(seduta)]))
    return _chiude(autore, adesso, seduta, "chiude la seduta")


@transaction.atomic
def aggiorna_seduta(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta_id: int,
    motivo: str,
    causa: CausaAggiornamento = CausaAggiornamento.PROTRAZIONE,
) -> Seduta:
    """Adjourn: what has not been dealt with is postponed with the reason, and the sitting ends.

    The one that goes on with it has the same items and no new one (`004` art. 11). Raises
    AttoRifiutato while a vote is open, when nothing is left, and when the cause does not hold:
    the sitting has not run over by the minutes of the regulation, the legal number is there.
    """
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO)
    restano = [(punto, come) for punto, come in trattati(seduta) if not come.esito]
    if not restano:
        raise rifiuta("nulla", "Tutti i punti hanno un esito: la seduta si chiude.")
    esigi(verifica_aggiornamento(causa, aggiornamento(seduta, adesso).cause))
    for _, come in restano:
        esigi(
            trattazione.verifica_esito(
                come, EsitoPunto.RINVIATO, motivo=motivo, numero_legale=False
            )
        )
    for punto, _ in restano:
        chiude(
            autore=autore,
            adesso=adesso,
            seduta=seduta,
            punto=punto,
            esito=EsitoPunto.RINVIATO,
            motivo=motivo,
        )
    return _chiude(autore, adesso, seduta, "aggiorna la seduta", causa=causa)


def _chiude(
    autore: Contesto,
    adesso: datetime,
    seduta: Seduta,
    azione: str,
    *,
    causa: CausaAggiornamento | None = None,
) -> Seduta:
    seduta.stato, seduta.chiusa_il = StatoSeduta.CHIUSA, adesso
    altro = {"causa": causa.value} if causa else {}
    _annota(autore, adesso, seduta, azione, "chiusa_il", **altro)
    apri_verbale(autore=autore, adesso=adesso, seduta=seduta, aggiornata=causa is not None)
    return seduta


def _annota(
    autore: Contesto, adesso: datetime, seduta: Seduta, azione: str, *campi: str, **altro: str
) -> None:
    tocca(seduta, adesso, "stato", *campi)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={"ora": timezone.localtime(adesso).strftime("%H.%M"), **altro},
    )
