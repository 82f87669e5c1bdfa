"""The Commission of the titles: so many members and so many substitutes, none of whom applies.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali, art. 5.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.rules.funzioni_strumentali.modello import RegoleFunzioni


@dataclass(frozen=True, slots=True)
class Seduta:
    """Who sits; the violations say why the Commission cannot work."""

    presenti: tuple[str, ...]
    violazioni: tuple[Violazione, ...]
    motivi: tuple[Motivo, ...]


def contro_la_commissione(
    effettivi: Sequence[str],
    supplenti: Sequence[str],
    richiedenti: Collection[str],
    regole: RegoleFunzioni,
) -> list[Violazione]:
    """What is against naming these people."""
    numeri = regole.parametri
    trovate = [
        *_quanti(effettivi, numeri.membri, "effettivi"),
        *_quanti(supplenti, numeri.supplenti, "supplenti"),
    ]
    tutti = [*effettivi, *supplenti]
    ripetuti = sorted({chi for chi in tutti if tutti.count(chi) > 1})
    if ripetuti:
        testo = f"Compare più di una volta: {elenco(ripetuti)}."
        trovate.append(Violazione("componente_ripetuto", testo, numeri.membri.fonte))
    chiedono = sorted(set(tutti) & set(richiedenti))
    if chiedono:
        testo = f"Chiede una funzione e non può stare in Commissione: {elenco(chiedono)}."
        fonte = regole.fonti.incompatibile_commissione
        trovate.append(Violazione("componente_richiedente", testo, fonte))
    return trovate


def chi_siede(
    effettivi: Sequence[str],
    supplenti: Sequence[str],
    assenti: Collection[str],
    regole: RegoleFunzioni,
) -> Seduta:
    """Who sits: the members, and for each absent one the first substitute who is there."""
    presenti = [chi for chi in effettivi if chi not in assenti]
    mancano = len(effettivi) - len(presenti)
    convocati = [chi for chi in supplenti if chi not in assenti][:mancano]
    seduti = (*presenti, *convocati)
    fonte, servono = regole.fonti.supplenza, regole.parametri.membri
    motivi = []
    if convocati:
        assenza = plurale(mancano, "effettivo assente", "effettivi assenti")
        siedono = plurale(len(convocati), "supplente siede", "supplenti siedono")
        testo = f"{assenza}: {siedono} ({elenco(convocati)})."
        motivi.append(Motivo("supplenza", fonte, testo))
    violazioni = []
    if len(seduti) < servono.valore:
        testo = f"Siedono in {len(seduti)}: ne servono {servono.valore}."
        violazioni.append(Violazione("commissione_incompleta", testo, servono.fonte))
    return Seduta(seduti, tuple(violazioni), tuple(motivi))


def _quanti(chi: Sequence[str], servono: Valore[int], quali: str) -> Iterator[Violazione]:
    if len(chi) != servono.valore:
        testo = f"I componenti {quali} sono {len(chi)}: ne servono {servono.valore}."
        yield Violazione(f"numero_{quali}", testo, servono.fonte, quali)
