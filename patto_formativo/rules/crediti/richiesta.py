"""What a piece of evidence may ask on a path, and what is still missing before it is judged.

Source: CPIA Napoli Provincia 2, Linee guida per il riconoscimento dei crediti, parte seconda.
"""

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction

from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale
from patto_formativo.enums import Natura, Percorso
from patto_formativo.rules.crediti.calcolo import Evidenza, richieste_di
from patto_formativo.rules.crediti.tabella import Riga, Tabella
from patto_formativo.rules.misure import in_ore

Ore = Mapping[str, Fraction]


def a_ore_di_attivita(riga: Riga) -> bool:
    """Whether evidence of this row is counted by the hours of an activity."""
    return riga.natura != Natura.FORMALE


def competenze_della_riga(riga: Riga, percorso: Percorso, ore: Ore) -> tuple[str, ...]:
    """The competences of a path that a row reaches, in the order of the path."""
    return tuple(codice for codice in ore if riga.tetto(percorso, codice) is not None)


def verifica_richiesta(
    evidenza: Evidenza, *, percorso: Percorso, ore: Ore, tabella: Tabella
) -> tuple[Violazione, ...]:
    """All that speaks against what a piece of evidence asks, each at its place."""
    riga = tabella.righe[evidenza.tipo]
    fonte = f"{riga.fonte}: {riga.detto}"
    if percorso not in riga.percorsi:
        testo = f"Nel percorso {percorso.etichetta} questo tipo di evidenza non dà crediti."
        return (Violazione("tipo_senza_riga", testo, fonte, "tipo"),)
    if a_ore_di_attivita(riga):
        return tuple(_dell_attivita(evidenza, riga, percorso, fonte))
    return tuple(_delle_competenze(evidenza, ore, fonte))


def _dell_attivita(
    evidenza: Evidenza, riga: Riga, percorso: Percorso, fonte: str
) -> Iterator[Violazione]:
    if evidenza.ore_attivita and not evidenza.competenza:
        testo = "Scegli la competenza a cui l’attività è coerente."
        yield Violazione("senza_competenza", testo, fonte, "competenza")
    elif evidenza.competenza and riga.tetto(percorso, evidenza.competenza) is None:
        testo = f"{evidenza.competenza} non è fra le competenze di questa riga."
        yield Violazione("fuori_riga", testo, fonte, "competenza")


def _delle_competenze(evidenza: Evidenza, ore: Ore, fonte: str) -> Iterator[Violazione]:
    for codice, chieste in evidenza.richieste.items():
        if codice not in ore:
            testo = f"{codice} non è nel quadro orario del percorso."
            yield Violazione("fuori_quadro", testo, fonte, f"ore-{codice}")
        elif chieste > ore[codice]:
            testo = f"{codice} ha {in_ore(ore[codice])} nel percorso: non se ne chiedono di più."
            yield Violazione("oltre_la_competenza", testo, fonte, f"ore-{codice}")


def verifica_chiusura(
    evidenze: Iterable[tuple[str, Evidenza | None]], *, richiesto: bool, tabella: Tabella
) -> tuple[Violazione, ...]:
    """What keeps the identification from being closed.

    ``evidenze`` are the titles with what they ask; None where the tutor has not said what it is.
    """
    violazioni = []
    if not richiesto:
        testo = "Manca la richiesta: senza la richiesta della persona non si riconosce nulla."
        violazioni.append(Violazione("non_richiesta", testo, "D.Lgs. 13/2013", "richiesto_il"))
    righe = list(evidenze)
    if senza_tipo := [titolo for titolo, evidenza in righe if evidenza is None]:
        quante = plurale(len(senza_tipo), "evidenza", "evidenze")
        testo = f"Di {quante} non è detto che cosa sia: «{senza_tipo[0]}»."
        violazioni.append(Violazione("senza_tipo", testo, tabella_fonte(tabella)))
    vuote = [t for t, e in righe if e is not None and not any(richieste_di(e, tabella).values())]
    if vuote:
        testo = f"«{vuote[0]}» non chiede nessuna ora: scrivile, o togli l’evidenza."
        violazioni.append(Violazione("senza_ore", testo, tabella_fonte(tabella)))
    return tuple(violazioni)


def tabella_fonte(tabella: Tabella) -> str:
    """The source that all the rows share."""
    return next(iter(tabella.righe.values())).fonte
