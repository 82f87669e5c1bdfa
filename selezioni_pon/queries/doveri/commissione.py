"""The commissions: to be named, changed, declared in, brought to the end of their work."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime

from cpia.avvisi.rules import Dovere
from selezioni_pon.models import Avviso, Commissario, Commissione, Conflitto, Invio
from selezioni_pon.queries.commissione.membri import scritto
from selezioni_pon.queries.doveri.commissione_detti import (
    CHIUDI,
    DICHIARA,
    NOMINA,
    SOSTITUISCI,
    VALUTA,
    Domande,
    da_chiudere,
    da_dichiarare,
    da_nominare,
    da_sostituire_uno,
    da_valutare,
)
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.rules.commissione import da_sostituire

__all__ = ["CHIUDI", "DICHIARA", "NOMINA", "SOSTITUISCI", "VALUTA", "doveri"]


def doveri(avvisi: Sequence[Avviso], adesso: datetime) -> Iterator[Dovere]:
    """Of who directs and of the members, for the published calls whose term is over. Four queries.

    ``avvisi`` come with their selection.
    """
    scaduti = {uno.pk: uno for uno in avvisi if uno.scade and not aperto(uno, adesso)}
    if not scaduti:
        return
    domande = _domande(scaduti)
    commissioni = {
        una.avviso_id: una for una in Commissione.objects.filter(avviso__in=scaduti).order_by("pk")
    }
    membri = _membri(commissioni.values())
    conflitti = _conflitti(commissioni.values())
    for avviso in scaduti.values():
        commissione = commissioni.get(avviso.pk)
        if commissione is None:
            if domande[avviso.pk].tutte:
                yield da_nominare(avviso, domande[avviso.pk])
            continue
        if commissione.chiusa_il is None:
            commissione.avviso = avviso
            yield from _della_commissione(
                commissione, membri[commissione.pk], conflitti, domande[avviso.pk]
            )


def _domande(scaduti: Mapping[int, Avviso]) -> Mapping[int, Domande]:
    """One query."""
    tutte: Counter[int] = Counter()
    aperte: Counter[int] = Counter()
    righe = Invio.objects.filter(
        candidatura__avviso__in=scaduti, sostituito_il__isnull=True, ritirato_il__isnull=True
    )
    for avviso, chiuso in righe.values_list("candidatura__avviso_id", "esame__chiuso_il"):
        tutte[avviso] += 1
        aperte[avviso] += chiuso is None
    return {pk: Domande(tutte[pk], aperte[pk]) for pk in scaduti}


def _membri(commissioni: Iterable[Commissione]) -> Mapping[int, list[Commissario]]:
    """Who sits in each; not who substitutes. One query."""
    trovati: defaultdict[int, list[Commissario]] = defaultdict(list)
    righe = Commissario.objects.filter(
        commissione__in=list(commissioni), cessato_il__isnull=True, supplente=False
    )
    for riga in righe.select_related("persona").order_by("pk"):
        trovati[riga.commissione_id].append(riga)
    return trovati


def _conflitti(commissioni: Iterable[Commissione]) -> Mapping[int, list[int]]:
    """The persons in the running with whom each member has a conflict, by member. One query."""
    trovati: defaultdict[int, list[int]] = defaultdict(list)
    in_gara = Invio.objects.filter(sostituito_il__isnull=True, ritirato_il__isnull=True)
    righe = Conflitto.objects.filter(
        commissario__commissione__in=list(commissioni),
        candidatura__in=in_gara.values("candidatura"),
    )
    for membro, persona in righe.values_list("commissario_id", "candidatura__persona_id"):
        trovati[membro].append(persona)
    return trovati


def _della_commissione(
    commissione: Commissione,
    membri: Sequence[Commissario],
    conflitti: Mapping[int, Sequence[int]],
    domande: Domande,
) -> Iterator[Dovere]:
    regole = regole_di(commissione.avviso).commissione
    for membro in membri:
        persone = conflitti.get(membro.pk, [])
        # The words are not shown: here nobody is named.
        detti = {str(persona): "" for persona in persone}
        if membro.dichiarato_il is None:
            yield da_dichiarare(commissione, membro)
        elif da_sostituire(scritto(membro, persone), detti, regole):
            yield da_sostituire_uno(commissione, membro)
        elif domande.aperte:
            yield da_valutare(commissione, membro, domande)
        elif membro.presidente:
            yield da_chiudere(commissione, membro)
