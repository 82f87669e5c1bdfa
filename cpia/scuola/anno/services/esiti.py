"""The outcomes of the year, one by one or all that are still to be decided."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from cpia.scuola import registri
from cpia.scuola.access import Contesto
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.queries.lettura import Lettura, leggi
from cpia.scuola.anno.rules.decisioni import obiezione
from cpia.scuola.anno.rules.esiti import StudenteLetto, esito_proposto
from cpia.scuola.anno.services.blocco import blocca
from cpia.scuola.models import AnnoScolastico, EsitoAnno, Passaggio


@dataclass(frozen=True, slots=True)
class Decisione:
    """What is decided of a student; empty ``esito``: to be decided again.

    ``arrivo_id`` only where the class of arrival is not the usual one; ``ultimo_giorno`` only for
    who leaves.
    """

    esito: str
    arrivo_id: int | None = None
    ultimo_giorno: date | None = None


@transaction.atomic
def decidi_esiti(
    *,
    autore: Contesto,
    adesso: datetime,
    anno: AnnoScolastico,
    decisioni: Mapping[int, Decisione],
) -> int:
    """Record the outcomes by iscrizione, all or none; how many have changed.

    Nothing happens to the students until the passage. Raises PassaggioRifiutato with the reason
    at each student: passed already, a day outside the year, a class that cannot be.
    """
    passaggio = blocca(autore, anno)
    letto = leggi(anno)
    studenti = {studente.iscrizione_id: studente for studente in letto.studenti}
    cambiate = {
        pk: decisione
        for pk, decisione in decisioni.items()
        if pk in studenti and decisione != _attuale(studenti[pk])
    }
    if motivi := {
        pk: motivo
        for pk, decisione in cambiate.items()
        if (motivo := _obiezione(studenti[pk], decisione, letto))
    }:
        raise PassaggioRifiutato([], motivi)
    _scrivi(autore, adesso, passaggio, cambiate)
    return len(cambiate)


@transaction.atomic
def proponi_esiti(
    *, autore: Contesto, adesso: datetime, anno: AnnoScolastico, classe_id: int | None = None
) -> int:
    """Give the usual outcome to who has none, in a class or in all; how many.

    Admitted, or concluding in the last year of the course; adults are left to be decided.
    """
    passaggio = blocca(autore, anno)
    decisioni = {
        studente.iscrizione_id: Decisione(proposto.value)
        for studente in leggi(anno).studenti
        if not studente.esito
        and classe_id in (None, studente.classe.id)
        and (proposto := esito_proposto(studente.classe))
    }
    _scrivi(autore, adesso, passaggio, decisioni)
    return len(decisioni)


def _attuale(studente: StudenteLetto) -> Decisione:
    return Decisione(studente.esito, studente.arrivo_id, studente.ultimo_giorno)


def _obiezione(studente: StudenteLetto, decisione: Decisione, letto: Lettura) -> str:
    return obiezione(
        studente,
        letto.nuovo,
        esito=decisione.esito,
        arrivo_id=decisione.arrivo_id,
        ultimo_giorno=decisione.ultimo_giorno,
    )


def _scrivi(
    autore: Contesto,
    adesso: datetime,
    passaggio: Passaggio,
    decisioni: Mapping[int, Decisione],
) -> None:
    if not decisioni:
        return
    EsitoAnno.objects.bulk_create(
        _righe(autore, decisioni),
        update_conflicts=True,
        unique_fields=["iscrizione"],
        update_fields=["esito", "classe_di_arrivo", "ultimo_giorno"],
        batch_size=1000,
    )
    registri.annota(
        autore=autore,
        adesso=adesso,
        azione="decide esiti dell’anno",
        oggetto=passaggio,
        dati={"esiti": {str(pk): decisione.esito for pk, decisione in decisioni.items()}},
    )


def _righe(autore: Contesto, decisioni: Mapping[int, Decisione]) -> Iterable[EsitoAnno]:
    return [
        EsitoAnno(
            istituto=autore.istituto,
            iscrizione_id=pk,
            esito=decisione.esito,
            classe_di_arrivo_id=decisione.arrivo_id,
            ultimo_giorno=decisione.ultimo_giorno,
        )
        for pk, decisione in decisioni.items()
    ]
