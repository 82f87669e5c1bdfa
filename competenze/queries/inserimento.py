"""One entry: who is to be assessed in what, what is recorded, what stands in the way."""

from datetime import date

from django.db.models import QuerySet

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import (
    Abbinamento,
    Competenza,
    DescrizioneLivello,
    Inserimento,
    Valutazione,
)
from competenze.queries.classe import Classe, iscrizioni
from competenze.queries.regole import calendario, regole
from competenze.rules.scadenze import Calendario, verifica_inserimento
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.models import Appartenenza

Chiave = tuple[int, int]


def classe_di(inserimento: Inserimento) -> Classe:
    """The class as far as one subject sees it. Two queries, three for a group.

    Needs ``classe_rilevata`` with its campaign and class, and ``cattedra__disciplina``.
    """
    rilevata, cattedra = inserimento.classe_rilevata, inserimento.cattedra
    competenze = tuple(
        Competenza.objects.filter(
            pk__in=Abbinamento.objects.filter(
                istituto_id=rilevata.istituto_id,
                rilevazione_id=rilevata.rilevazione_id,
                corso_id=rilevata.classe.corso_id,
                disciplina_id=cattedra.disciplina_id,
            ).values("competenza_id")
        ).order_by("ordine")
    )
    return Classe(
        rilevata=rilevata,
        iscrizioni=tuple(iscrizioni(rilevata)),
        inserimenti=(inserimento,),
        competenze=competenze,
        _abbinate={cattedra.disciplina_id: frozenset(c.pk for c in competenze)},
        _gruppi=_gruppo(inserimento),
    )


def _gruppo(inserimento: Inserimento) -> dict[int, frozenset[int]]:
    gruppo_id = inserimento.cattedra.gruppo_id
    if gruppo_id is None:
        return {}
    appartenenze = Appartenenza.objects.filter(
        istituto_id=inserimento.istituto_id, gruppo_id=gruppo_id
    )
    return {gruppo_id: frozenset(appartenenze.values_list("iscrizione_id", flat=True))}


def valutazioni(inserimento: Inserimento) -> QuerySet[Valutazione]:
    """The recorded cells of an entry, also the emptied ones."""
    return Valutazione.objects.filter(istituto_id=inserimento.istituto_id, inserimento=inserimento)


def descrizioni(inserimento: Inserimento) -> QuerySet[DescrizioneLivello]:
    """The four levels in the words of the framework, from A to D."""
    quadro_id = inserimento.classe_rilevata.rilevazione.quadro_id
    return DescrizioneLivello.objects.filter(quadro_id=quadro_id).order_by("livello")


def impedimenti(inserimento: Inserimento, giorni: Calendario, oggi: date) -> tuple[Violazione, ...]:
    """Why nothing can be entered today, by the states as they were loaded."""
    rilevata = inserimento.classe_rilevata
    return verifica_inserimento(
        giorni,
        oggi,
        rilevazione=StatoRilevazione(rilevata.rilevazione.stato),
        classe=StatoClasse(rilevata.stato),
        inserimento=StatoInserimento(inserimento.stato),
    )


def calendario_di(inserimento: Inserimento) -> Calendario:
    """The days that govern an entry. One query."""
    rilevata = inserimento.classe_rilevata
    return calendario(rilevata, regole(rilevata.rilevazione))
