"""The legal number checked because somebody asked for it."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.queries.aula.verifiche import VERIFICA
from organi_collegiali.queries.presenze import presenze
from organi_collegiali.queries.regole import regole
from organi_collegiali.rules.aula.quorum import GiudizioPresenze
from organi_collegiali.services.blocco import blocca_seduta, tocca


@transaction.atomic
def verifica_numero_legale(
    *, autore: Contesto, adesso: datetime, seduta_id: int
) -> tuple[int, GiudizioPresenze]:
    """Count who is in, put it on record with its judgement; gives the count and the judgement."""
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.IN_CORSO)
    chi = presenze(seduta)
    giudizio = chi.giudizio(regole(seduta.organo, timezone.localdate(adesso)), adesso)
    quanti = len(chi.votanti(adesso))
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione=VERIFICA,
        oggetto=seduta,
        dati={
            "presenti": quanti,
            "in_carica": chi.in_carica,
            "numero_legale": giudizio.numero_legale,
            "valida": giudizio.valida,
        },
    )
    return quanti, giudizio
