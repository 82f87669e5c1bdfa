"""To save the cells of a teacher: what may be written is, what may not says why."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from competenze.models import Inserimento, Valutazione
from competenze.queries.inserimento import (
    Chiave,
    calendario_di,
    classe_di,
    impedimenti,
    valutazioni,
)
from competenze.rules.celle import Giudizio, giudica, verifica_casella
from competenze.rules.motivi import CIRCOLARE_A
from competenze.services.blocchi import blocca_inserimento
from competenze.services.celle.registro import annota_conflitti, annota_livelli
from competenze.services.celle.scrittura import scrivi
from competenze.services.celle.voci import CellaVoluta, EsitoCella, contenuto
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto

MAI_SCRITTA = Violazione(
    "casella_mai_scritta",
    "In questa casella non c’è il livello che la pagina mostrava: ricarica e riprova.",
    CIRCOLARE_A,
)


@transaction.atomic
def salva_celle(
    *, autore: Contesto, adesso: datetime, inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> list[EsitoCella]:
    """Save levels of one entry, each on its own; a teacher of the cattedra may.

    A cell that somebody else changed meanwhile is left as it is and comes back with what stands
    there; one that the rules refuse comes back with why. Raises ``AttoRifiutato`` when nothing
    may be entered at all: campaign, class, deadline, subject already registered.
    """
    inserimento = blocca_inserimento(inserimento)
    giorni = calendario_di(inserimento)
    esigi(impedimenti(inserimento, giorni, timezone.localdate(adesso)))
    violazioni = _violazioni(inserimento, volute)
    ammesse = [voluta for voluta in volute if not violazioni[voluta.chiave]]
    prima = _registrate(inserimento, ammesse)
    da_scrivere = [v for v in ammesse if _giudizio(v, prima) is Giudizio.DA_SCRIVERE]
    scritte = scrivi(autore, adesso, inserimento, da_scrivere)
    esiti = [_esito(voluta, violazioni[voluta.chiave], scritte, prima) for voluta in volute]
    annota_livelli(
        autore, adesso, inserimento, [e for e in esiti if e.voluta.chiave in scritte], prima
    )
    annota_conflitti(autore, adesso, inserimento, [esito for esito in esiti if esito.altra])
    return esiti


def _violazioni(
    inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> dict[Chiave, tuple[Violazione, ...]]:
    classe = classe_di(inserimento)
    studenti = {iscrizione.pk for iscrizione in classe.studenti_di(inserimento)}
    competenze = {colonna.competenza.pk for colonna in classe.colonne_di(inserimento)}
    return {
        voluta.chiave: verifica_casella(
            voluta.contenuto,
            segue=voluta.iscrizione_id in studenti,
            valuta=voluta.competenza_id in competenze,
        )
        for voluta in volute
    }


def _registrate(
    inserimento: Inserimento, volute: Sequence[CellaVoluta]
) -> dict[Chiave, Valutazione]:
    """The rows of these cells as they are now, with who wrote them."""
    righe = (
        valutazioni(inserimento)
        .select_related("autore__utente")
        .filter(
            iscrizione_id__in={voluta.iscrizione_id for voluta in volute},
            competenza_id__in={voluta.competenza_id for voluta in volute},
        )
    )
    return {(riga.iscrizione_id, riga.competenza_id): riga for riga in righe}


def _giudizio(voluta: CellaVoluta, righe: dict[Chiave, Valutazione]) -> Giudizio:
    riga = righe.get(voluta.chiave)
    versione = riga.versione if riga else 0
    return giudica(voluta.contenuto, voluta.versione, contenuto(riga), versione)


def _esito(
    voluta: CellaVoluta,
    violazioni: tuple[Violazione, ...],
    scritte: set[Chiave],
    prima: dict[Chiave, Valutazione],
) -> EsitoCella:
    if violazioni:
        return EsitoCella(voluta, voluta.versione, violazioni=violazioni)
    if voluta.chiave in scritte:
        return EsitoCella(voluta, voluta.versione + 1)
    riga = prima.get(voluta.chiave)
    versione = riga.versione if riga else 0
    if contenuto(riga) == voluta.contenuto:
        return EsitoCella(voluta, versione)
    return EsitoCella(voluta, versione, altra=riga, violazioni=() if riga else (MAI_SCRITTA,))
