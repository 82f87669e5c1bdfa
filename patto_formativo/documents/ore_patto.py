"""The hours of an agreement as its paper writes them: axis by axis, and the sum of the plan."""

from collections.abc import Sequence
from fractions import Fraction

from cpia.norme.rules.motivi import Valore
from cpia.scuola.parole import con_maiuscola
from patto_formativo.documents.patto import AsseDelPatto, Equazione, RigaCompetenza
from patto_formativo.enums import Percorso
from patto_formativo.models import Corsista
from patto_formativo.queries.patti.piano import Misure, regole_percorso
from patto_formativo.queries.regole import RegolePatto
from patto_formativo.rules.fatti import Fatti
from patto_formativo.rules.misure import NULLA, in_cifre
from patto_formativo.tabelle import voci


def assi(percorso: Percorso, misure: Misure) -> tuple[AsseDelPatto, ...]:
    per_asse: dict[str, list[str]] = {}
    for codice, voce in voci(percorso).items():
        if codice in misure.ore:
            per_asse.setdefault(voce.asse, []).append(codice)
    return tuple(_asse(percorso, nome, codici, misure) for nome, codici in per_asse.items())


def _asse(percorso: Percorso, nome: str, codici: Sequence[str], misure: Misure) -> AsseDelPatto:
    testi = voci(percorso)
    previste = [misure.ore[c] for c in codici]
    riconosciute = [misure.crediti.get(c, NULLA) for c in codici]
    righe = tuple(
        RigaCompetenza(c, testi[c].testo, in_cifre(tot), in_cifre(gia), in_cifre(tot - gia))
        for c, tot, gia in zip(codici, previste, riconosciute, strict=True)
    )
    tutte, gia = sum(previste, NULLA), sum(riconosciute, NULLA)
    return AsseDelPatto(
        con_maiuscola(nome), righe, in_cifre(tutte), in_cifre(gia), in_cifre(tutte - gia)
    )


def equazione(corsista: Corsista, misure: Misure, fatti: Fatti, limiti: RegolePatto) -> Equazione:
    return Equazione(
        totali=in_cifre(misure.ore_totali),
        accoglienza=in_cifre(misure.accoglienza),
        crediti=in_cifre(fatti.crediti),
        psp=in_cifre(misure.psp),
        minimo=in_cifre(fatti.minimo),
        distanza_massima=in_cifre(limiti.distanza.valore * misure.psp),
        fonte_minimo=_fonti(limiti.soglia),
        fonte_distanza=_fonti(limiti.distanza),
        note=tuple(note_delle_ore(corsista, misure, limiti)),
    )


def _fonti(valore: Valore[Fraction]) -> str:
    """Who says it and, where somebody says otherwise, who."""
    altra = valore.in_contrasto_con.rstrip(".")
    return f"{valore.fonte}; altra fonte: {altra}" if altra else valore.fonte


def note_delle_ore(corsista: Corsista, misure: Misure, limiti: RegolePatto) -> list[str]:
    """What the sums do not say by themselves: hours of the axes, more hours, the other source."""
    del_percorso = regole_percorso(corsista, limiti)
    quadro = sum(misure.ore.values(), NULLA)
    note = []
    if quadro != misure.ore_totali:
        note.append(
            f"Le competenze sommano {in_cifre(quadro)} ore, il percorso ne ha "
            f"{in_cifre(misure.ore_totali)}: l’accoglienza si toglie dalle ore del percorso."
        )
    if corsista.ore_in_piu:
        note.append(
            f"Il percorso ha {in_cifre(Fraction(corsista.ore_in_piu))} ore in più: "
            f"{corsista.motivo_ore_in_piu}."
        )
    if del_percorso.altre_fonti:
        note.append(f"Altra fonte: {del_percorso.altre_fonti}.")
    return note
