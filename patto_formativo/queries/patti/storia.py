"""The versions of an agreement as its page tells them, each with what it changed."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.scuola.models import Persona
from patto_formativo.models import Corsista, RichiestaModifica, Versione
from patto_formativo.queries.patti.firme import Firme, firme_di
from patto_formativo.queries.patti.piano import misure_della
from patto_formativo.queries.patti.versioni import leggibili
from patto_formativo.rules.misure import NULLA, in_cifre


@dataclass(frozen=True)
class VersioneLetta:
    """A version with what it changed, who signed, what was asked."""

    versione: Versione
    cambi: Sequence[str]
    firme: Firme
    richieste: Sequence[RichiestaModifica]


def versioni_lette(corsista_versioni: Sequence[Versione], oggi: date) -> list[VersioneLetta]:
    """The versions of a person, the newest first, each with what it changed of the one before."""
    vecchie = {v.numero: v for v in corsista_versioni}
    return [
        VersioneLetta(
            versione,
            cambi(vecchie.get(versione.numero - 1), versione),
            firme_di(versione, oggi),
            list(versione.richieste.all()),
        )
        for versione in corsista_versioni
    ]


def storia_di(
    corsista: Corsista, oggi: date, *, sezioni: Collection[int] | None
) -> list[VersioneLetta]:
    """The versions of a person as the page shows them. Five queries.

    All of them where ``sezioni`` is None; else those that were sent to these sections.
    """
    righe = leggibili(corsista, sezioni).prefetch_related(
        "unita", "firme__persona", "firme__registrata_da", "condivisioni", "richieste__chiede",
        "richieste__risponde",
    )  # fmt: skip
    return versioni_lette(list(righe), oggi)


def cambi(prima: Versione | None, dopo: Versione) -> list[str]:
    """What a version changed of the one before it, in sentences."""
    if prima is None:
        return []
    return [
        *_ore_cambiate(prima, dopo),
        *_altro_cambiato(prima, dopo),
        *_unita_cambiate(prima, dopo),
    ]


def _ore_cambiate(prima: Versione, dopo: Versione) -> list[str]:
    una, altra = misure_della(prima), misure_della(dopo)
    coppie = [
        ("ore del percorso", una.ore_totali, altra.ore_totali),
        ("accoglienza", una.accoglienza, altra.accoglienza),
        ("crediti", sum(una.crediti.values(), NULLA), sum(altra.crediti.values(), NULLA)),
        ("ore del piano", una.psp, altra.psp),
    ]
    return [f"{nome}: da {in_cifre(da)} a {in_cifre(a)}" for nome, da, a in coppie if da != a]


def _altro_cambiato(prima: Versione, dopo: Versione) -> list[str]:
    cambiati = []
    if prima.anni != dopo.anni:
        cambiati.append(f"durata: {dopo.anni} {'anno' if dopo.anni == 1 else 'anni'}")
    if prima.quando != dopo.quando:
        cambiati.append("giorni e ore")
    if prima.note != dopo.note:
        cambiati.append("note")
    return cambiati


def _unita_cambiate(prima: Versione, dopo: Versione) -> list[str]:
    una, altra = ({r.unita_id: r for r in v.unita.all()} for v in (prima, dopo))
    frasi = [f"tolta «{una[pk].titolo}»" for pk in una if pk not in altra]
    for pk, riga in altra.items():
        vecchia = una.get(pk)
        if vecchia is None:
            frasi.append(f"aggiunta «{riga.titolo}», {in_cifre(Fraction(riga.ore))} ore")
            continue
        if vecchia.titolo != riga.titolo:
            frasi.append(f"«{vecchia.titolo}» si chiama ora «{riga.titolo}»")
        if vecchia.ore != riga.ore:
            da, a = in_cifre(Fraction(vecchia.ore)), in_cifre(Fraction(riga.ore))
            frasi.append(f"«{riga.titolo}»: da {da} a {a} ore")
    return frasi


def chieste_da(versione: Versione, chi: Persona) -> list[RichiestaModifica]:
    """What somebody has asked to change in a version, with the answers. One query."""
    return list(versione.richieste.filter(chiede=chi).select_related("risponde"))
