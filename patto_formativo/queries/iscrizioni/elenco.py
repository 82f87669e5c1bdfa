"""The list of the applications, the page of one, what of them expires."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet

from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto, Sede
from patto_formativo.enums import Canale, Cittadinanza
from patto_formativo.models import Carta, DomandaIscrizione
from patto_formativo.queries.iscrizioni.codici import impronta_del_codice
from patto_formativo.queries.iscrizioni.giudizi import ANCORA, VALGONO, soggiorno_oggi
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.rules.permesso import Esito, GiudizioSoggiorno

# What the pages and the paper of one application read beside it.
INTERA = ("offerta__sede", "anno_scolastico", "istituto", "protocollo", "documento")
CERCA_IN = ("cognome", "nome", "codice_fiscale", "email")


def domande(contesto: Contesto, scelto: Mapping[str, str]) -> QuerySet[Any]:
    """The applications of the institute that the filters keep, the latest first.

    ``da_verificare`` tells whether a paper of it waits for the office.
    """
    righe = DomandaIscrizione.objects.filter(istituto=contesto.istituto)
    if corso := scelto.get("corso"):
        righe = righe.filter(offerta__genere=corso)
    if sede := scelto.get("sede"):
        righe = righe.filter(offerta__sede_id=int(sede))
    for parola in scelto.get("q", "").split():
        trova = Q()
        for campo in CERCA_IN:
            trova |= Q(**{f"{campo}__icontains": parola})
        righe = righe.filter(trova)
    if stato := scelto.get("stato"):
        righe = righe.filter(stato=stato)
    attesa = Carta.objects.filter(domanda=OuterRef("pk"), verificata_il__isnull=True)
    return righe.select_related("offerta__sede", "anno_scolastico").annotate(
        da_verificare=Exists(attesa)
    )


def quante_per_stato(contesto: Contesto, scelto: Mapping[str, str]) -> dict[str, int]:
    """How many applications in each state, with the other filters. One query."""
    altri = {nome: valore for nome, valore in scelto.items() if nome != "stato"}
    righe = domande(contesto, altri).order_by().values_list("stato").annotate(Count("pk"))
    return dict(righe)


def sedi(contesto: Contesto) -> list[tuple[int, str]]:
    """The sites, as choices. One query."""
    return list(Sede.objects.filter(istituto=contesto.istituto).values_list("pk", "nome"))


@dataclass(frozen=True, slots=True)
class InScadenza:
    """Somebody whose paper of stay is missing, has expired or soon will."""

    domanda: DomandaIscrizione
    giudizio: GiudizioSoggiorno

    @property
    def entro(self) -> date | None:
        """The day of the paper, or of the term given to bring it; None for a minor."""
        return self.giudizio.entro


def in_scadenza(contesto: Contesto) -> list[InScadenza]:
    """Who the office must remind of the paper of stay, by day. Three queries."""
    righe = (
        DomandaIscrizione.objects.filter(
            ANCORA,
            istituto=contesto.istituto,
            stato__in=VALGONO,
            cittadinanza=Cittadinanza.EXTRA.value,
        )
        .select_related("offerta__sede", "corsista")
        .prefetch_related("carte")
    )
    limiti = regole(contesto.istituto.pk, contesto.oggi)
    trovate = [_scadenza(domanda, contesto.oggi, limiti) for domanda in righe]
    return sorted(filter(None, trovate), key=lambda riga: (riga.entro or date.max, riga.domanda.pk))


def _scadenza(domanda: DomandaIscrizione, oggi: date, limiti: RegolePatto) -> InScadenza | None:
    giudizio = soggiorno_oggi(domanda, domanda.carte.all(), oggi, limiti)
    if giudizio.esito in (Esito.NON_SERVE, Esito.IN_ORDINE):
        return None
    return InScadenza(domanda, giudizio)


def domanda_seguita(istituto: Istituto, codice: str, nascita: date) -> DomandaIscrizione | None:
    """The application of who has the code of the receipt and knows the date of birth."""
    return (
        DomandaIscrizione.objects.filter(
            istituto=istituto, impronta_codice=impronta_del_codice(codice), data_nascita=nascita
        )
        .select_related(*INTERA)
        .first()
    )


def domanda_della_ricevuta(istituto: Istituto, codice: str) -> DomandaIscrizione | None:
    """The application that was just sent, for the page of its receipt."""
    return (
        DomandaIscrizione.objects.filter(
            istituto=istituto, impronta_codice=impronta_del_codice(codice)
        )
        .select_related(*INTERA)
        .first()
    )


def online_il(istituto_id: int, giorno: date) -> int:
    """How many applications came online on a day. One query."""
    return DomandaIscrizione.objects.filter(
        istituto_id=istituto_id, canale=Canale.ONLINE.value, presentata_il__date=giorno
    ).count()


def carte_arrivate(domanda: DomandaIscrizione) -> list[str]:
    """What kinds of papers came with an application, in words; no name of a file. One query."""
    return [str(carta.get_tipo_display()) for carta in domanda.carte.all()]
