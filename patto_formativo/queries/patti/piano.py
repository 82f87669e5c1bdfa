"""The plan of a version: its hours, its units, what speaks against it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Violazione
from patto_formativo.enums import Percorso
from patto_formativo.models import (
    Certificato,
    Corsista,
    UnitaApprendimento,
    UnitaDelPatto,
    Versione,
)
from patto_formativo.queries.crediti import ContoCrediti, conto_crediti
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.regole import RegolePatto, regole
from patto_formativo.rules.contenuto import ELEMENTI, Piano, Uda, verifica_piano
from patto_formativo.rules.crediti.tabella import RegolePercorso
from patto_formativo.rules.misure import NULLA, in_cifre
from patto_formativo.rules.ripartizione import Prevista, al_centesimo

Ore = Mapping[str, Fraction]
ATTESTAZIONE: Final = "Regolamento della Commissione (CPIA Napoli Provincia 2), artt. 11-12"
CAMBIATE: Final = "Le ore vengono dall’accoglienza e dal certificato dei crediti"


@dataclass(frozen=True, slots=True)
class Misure:
    """What the hours of an agreement come from, as they are now."""

    ore_totali: Fraction
    accoglienza: Fraction
    ore: Ore
    crediti: Ore

    @property
    def psp(self) -> Fraction:
        """Path − welcome − credits."""
        return self.ore_totali - self.accoglienza - sum(self.crediti.values(), NULLA)


def misure_di(corsista: Corsista) -> Misure:
    """The hours of a person from the welcome and the recognition, cut to the cent.

    What was certified counts as it was certified; until then, what the dossier gives today.
    """
    conto = conto_crediti(corsista)
    certificato = certificato_di(corsista)
    riconosciute = (
        lette(certificato.crediti) if certificato else conto.riconoscimento.per_competenza
    )
    return Misure(
        conto.ore_totali,
        conto.accoglienza,
        dict(conto.ore),
        {c: al_centesimo(riconosciute[c]) for c in conto.ore if riconosciute.get(c)},
    )


def misure_della(versione: Versione) -> Misure:
    """The hours written in a version."""
    return Misure(
        Fraction(versione.ore_totali),
        Fraction(versione.ore_accoglienza),
        lette(versione.ore),
        lette(versione.crediti),
    )


def con_le_ore_firmate(conto: ContoCrediti, vigente: Versione | None) -> ContoCrediti:
    """The sum of a person with the path and the welcome of the version in force, if any."""
    if vigente is None:
        return conto
    firmate = misure_della(vigente)
    return replace(conto, ore_totali=firmate.ore_totali, accoglienza=firmate.accoglienza)


def lette(scritte: Mapping[str, str]) -> dict[str, Fraction]:
    """Hours by competence from the column where they are written as decimals."""
    return {competenza: Fraction(ore) for competenza, ore in scritte.items()}


def regole_percorso(corsista: Corsista, limiti: RegolePatto) -> RegolePercorso:
    """The hours and caps of the path of a person, as the school has them on a day. No query."""
    return limiti.tabella.percorsi[Percorso(corsista.offerta.genere)]


def programma(corsista: Corsista) -> list[UnitaApprendimento]:
    """The units of the path in the year of enrolment, level by level in their order. One query."""
    righe = UnitaApprendimento.objects.filter(
        istituto_id=corsista.istituto_id,
        quadro__anno_scolastico=corsista.anno_scolastico_id,
        quadro__percorso=corsista.offerta.genere,
    )
    return list(righe.select_related("quadro").order_by("quadro__livello", "ordine", "pk"))


def previste(unita: Iterable[UnitaApprendimento]) -> tuple[Prevista, ...]:
    """Units of the programme as the rules take them, each with its ``quadro``."""
    return tuple(
        Prevista(
            u.pk, Fraction(u.ore), Fraction(u.a_distanza), tuple(u.competenze),
            u.quadro.livello, lette(u.quadro.ore),
        )
        for u in unita
    )  # fmt: skip


def unita_di(versione: Versione) -> list[UnitaDelPatto]:
    """The units of a version, in their order. One query."""
    righe = UnitaDelPatto.objects.filter(istituto_id=versione.istituto_id, versione=versione)
    return list(righe.order_by("ordine", "pk"))


def piano_di(versione: Versione, unita: Sequence[UnitaDelPatto] | None = None) -> Piano:
    """A version as the rules take it. One query, or none when its units are given."""
    misure = misure_della(versione)
    righe = unita_di(versione) if unita is None else unita
    return Piano(
        ore_totali=misure.ore_totali,
        accoglienza=misure.accoglienza,
        ore=misure.ore,
        crediti=misure.crediti,
        uda=[_uda(riga) for riga in righe],
        anni=versione.anni,
    )


def _uda(riga: UnitaDelPatto) -> Uda:
    return Uda(
        titolo=riga.titolo,
        competenze=frozenset(riga.competenze),
        ore=Fraction(riga.ore),
        a_distanza=Fraction(riga.a_distanza),
        fruizione=riga.fruizione,
        prova=riga.prova,
    )


def giudizio(
    versione: Versione, oggi: date, unita: Sequence[UnitaDelPatto] | None = None
) -> list[Violazione]:
    """All that keeps a version from going on, each thing at its place."""
    corsista = versione.patto.corsista
    return [
        *ore_cambiate(misure_della(versione), misure_di(corsista)),
        *contro_il_piano(
            versione,
            unita_di(versione) if unita is None else unita,
            regole(versione.istituto_id, oggi),
        ),
    ]


def contro_il_piano(
    versione: Versione, unita: Sequence[UnitaDelPatto], limiti: RegolePatto
) -> list[Violazione]:
    """What speaks against a plan as it is written, by the school’s rules of a day. No query."""
    percorso = regole_percorso(versione.patto.corsista, limiti)
    piano = piano_di(versione, unita)
    return [*verifica_piano(piano, percorso, limiti.distanza), *_quando(versione)]


def ore_cambiate(scritte: Misure, adesso: Misure) -> list[Violazione]:
    """Whether welcome or credits have moved since the version was made."""
    coppie = [
        ("ore del percorso", scritte.ore_totali, adesso.ore_totali),
        ("accoglienza", scritte.accoglienza, adesso.accoglienza),
        ("crediti", _somma(scritte.crediti), _somma(adesso.crediti)),
    ]
    diverse = [(nome, da, a) for nome, da, a in coppie if da != a]
    if not diverse and scritte == adesso:
        return []
    quali = ", ".join(f"{nome} da {in_cifre(da)} a {in_cifre(a)}" for nome, da, a in diverse)
    testo = f"Le ore sono cambiate ({quali or 'per competenza'}): aggiorna il piano."
    return [Violazione("ore_cambiate", testo, CAMBIATE, "ore")]


def _somma(ore: Ore) -> Fraction:
    return sum(ore.values(), NULLA)


def _quando(versione: Versione) -> list[Violazione]:
    if versione.quando:
        return []
    testo = "Scrivi in quali giorni e a che ora si frequenta."
    return [Violazione("senza_orario", testo, ELEMENTI, "quando")]


def con_certificato(istituto_id: int, corsisti: Iterable[int]) -> frozenset[int]:
    """Which of these persons have a certificate of the credits in force. One query."""
    righe = Certificato.objects.filter(
        istituto_id=istituto_id, dossier__corsista__in=list(corsisti), sostituito_da__isnull=True
    )
    return frozenset(righe.values_list("dossier__corsista_id", flat=True))


def senza_certificato(versione: Versione, *, attestato: bool) -> list[Violazione]:
    """Whether credits go in an agreement before the Commission has certified them (art. 11-12)."""
    if attestato or not versione.crediti:
        return []
    testo = "I crediti non sono ancora attestati: prima si rilascia il certificato."
    return [Violazione("senza_certificato", testo, ATTESTAZIONE, "crediti")]
