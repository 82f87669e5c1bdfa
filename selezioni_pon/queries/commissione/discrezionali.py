"""The points of the commission for one application: who gives them, who has, what is agreed."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any, Final

from selezioni_pon.enums import EffettoConflitto, TipoVoce
from selezioni_pon.models import Commissario, Commissione, Invio, PuntiCommissario
from selezioni_pon.queries.commissione.membri import conflitti_di
from selezioni_pon.queries.regole import regole_di
from selezioni_pon.queries.valutazione import titolo_scritto
from selezioni_pon.rules.discrezionali import Raccolta, della_commissione
from selezioni_pon.rules.griglia.modello import Griglia, Voce
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.un_titolo import grado_di

PER_NOME: Final = ("-presidente", "persona__cognome", "persona__nome", "pk")


def giudicano(commissione: Commissione, candidatura_id: int) -> list[Commissario]:
    """Who gives points to one application: those who sit, but who abstains on it. Two queries."""
    siedono = list(
        Commissario.objects.filter(
            commissione=commissione, cessato_il__isnull=True, supplente=False
        )
        .select_related("persona")
        .order_by(*PER_NOME)
    )
    effetto = regole_di(commissione.avviso).commissione.conflitto.valore
    if effetto is not EffettoConflitto.ASTENSIONE:
        return siedono
    conflitti = conflitti_di(commissione.pk)
    return [uno for uno in siedono if candidatura_id not in conflitti.get(uno.pk, ())]


def singoli(griglia: Griglia, invio: Invio) -> list[PuntiCommissario]:
    """What each member gave alone to one application, whoever it was. One query at most."""
    voci = [voce.numero for voce in della_commissione(griglia)]
    if not voci:
        return []
    return list(PuntiCommissario.objects.filter(invio=invio, voce__in=voci).order_by("pk"))


def raccolte(
    griglia: Griglia, dati: Sequence[PuntiCommissario], giudici: Sequence[Commissario]
) -> Mapping[str, Raccolta]:
    """What was given to every item of the commission, by its number. No query.

    The points of who has left the commission do not count: who took the place gives anew.
    """
    voci = {voce.numero: voce for voce in della_commissione(griglia)}
    membri = frozenset(str(uno.pk) for uno in giudici)
    per_voce: defaultdict[str, dict[str, Fraction]] = defaultdict(dict)
    for uno in dati:
        if str(uno.commissario_id) in membri:
            per_voce[uno.voce][str(uno.commissario_id)] = punti_di(voci[uno.voce], uno.valore)
    return {numero: Raccolta(voce, membri, per_voce[numero]) for numero, voce in voci.items()}


def punti_di(voce: Voce, valore: Any) -> Fraction:
    """The points that a kept value of an item of the commission says."""
    return punti_del(voce, titolo_scritto(voce, valore))


def punti_del(voce: Voce, titolo: Titolo) -> Fraction:
    """The same, of a title that was read."""
    if voce.tipo is TipoVoce.RUBRICA:
        return grado_di(voce, titolo.grado).punti
    return titolo.quanti
