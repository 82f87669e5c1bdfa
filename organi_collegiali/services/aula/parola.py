"""Who asks for the word and to whom it is given: somebody who is in the room."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta, StatoVotazione
from organi_collegiali.models import Convocato, Intervento, Punto, Seduta, Votazione
from organi_collegiali.services.aula.presenze_in_atto import esigi_in_aula
from organi_collegiali.services.blocco import blocca_seduta, tocca

SI_PARLA = (StatoSeduta.IN_CORSO,)
TACE = "D.Lgs. 297/1994, art. 37; C.M. 16 aprile 1975, n. 105: aperta la votazione nessuno parla"


@transaction.atomic
def iscrive_a_parlare(
    *, autore: Contesto, adesso: datetime, punto_id: int, convocato_id: int
) -> Intervento:
    """Put a member on the list of who asks for the word on the item; once, until it is given.

    Raises AttoRifiutato for who is not in the room, and once a vote has begun.
    """
    punto = Punto.objects.get(pk=punto_id, istituto=autore.istituto)
    seduta = blocca_seduta(autore, punto.seduta_id, *SI_PARLA)
    _esigi_in_discussione(Punto.objects.get(pk=punto_id, istituto=autore.istituto))
    convocato = Convocato.objects.select_related("persona").get(
        pk=convocato_id, istituto=autore.istituto, seduta_id=punto.seduta_id
    )
    esigi_in_aula(seduta, convocato, adesso, "chiedere la parola")
    in_attesa = Intervento.objects.filter(
        istituto=autore.istituto,
        punto=punto,
        convocato=convocato,
        dato_il__isnull=True,
        ritirato_il__isnull=True,
    ).first()
    if in_attesa:
        return in_attesa
    nuovo = Intervento.objects.create(
        istituto=autore.istituto, punto=punto, convocato=convocato, chiesto_il=adesso
    )
    _annota(autore, adesso, seduta, "chiede la parola", nuovo)
    return nuovo


@transaction.atomic
def concede_parola(*, autore: Contesto, adesso: datetime, intervento_id: int) -> Intervento:
    """Give the word to who has asked for it and is still there; in a vote nobody speaks."""
    intervento, seduta = _intervento(autore, intervento_id)
    if intervento.dato_il or intervento.ritirato_il:
        return intervento
    _esigi_in_discussione(intervento.punto)
    esigi_in_aula(seduta, intervento.convocato, adesso, "avere la parola")
    intervento.dato_il = adesso
    intervento.save(update_fields=["dato_il"])
    _annota(autore, adesso, seduta, "dà la parola", intervento)
    return intervento


@transaction.atomic
def toglie_parola(*, autore: Contesto, adesso: datetime, intervento_id: int) -> Intervento:
    """Take off the list who gives up speaking."""
    intervento, seduta = _intervento(autore, intervento_id)
    if intervento.dato_il or intervento.ritirato_il:
        return intervento
    intervento.ritirato_il = adesso
    intervento.save(update_fields=["ritirato_il"])
    _annota(autore, adesso, seduta, "ritira la richiesta di parola", intervento)
    return intervento


def _intervento(autore: Contesto, intervento_id: int) -> tuple[Intervento, Seduta]:
    trovato = Intervento.objects.select_related("punto", "convocato__persona").get(
        pk=intervento_id, istituto=autore.istituto
    )
    seduta = blocca_seduta(autore, trovato.punto.seduta_id, *SI_PARLA)
    trovato.refresh_from_db(fields=["dato_il", "ritirato_il"])
    return trovato, seduta


def _esigi_in_discussione(punto: Punto) -> None:
    if punto.iniziato_il is None or punto.esito:
        raise rifiuta("non_in_discussione", "La parola si chiede sul punto in discussione.")
    aperte = Votazione.objects.filter(
        istituto_id=punto.istituto_id, punto=punto, stato=StatoVotazione.APERTA
    )
    if aperte.exists():
        raise rifiuta("si_vota", "La votazione è aperta: nessuno parla più.", TACE)


def _annota(
    autore: Contesto, adesso: datetime, seduta: Seduta, azione: str, intervento: Intervento
) -> None:
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=azione,
        oggetto=seduta,
        dati={"punto": intervento.punto_id, "convocato": intervento.convocato_id},
    )
