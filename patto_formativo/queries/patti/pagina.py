"""What the page of a plan shows: sums, limits, what speaks against it and where."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.rules.motivi import Valore, Violazione
from cpia.scuola.parole import con_maiuscola
from patto_formativo.enums import Percorso
from patto_formativo.models import UnitaApprendimento, UnitaDelPatto, Versione
from patto_formativo.queries.crediti.certificati import certificato_di
from patto_formativo.queries.patti.piano import (
    Misure,
    contro_il_piano,
    misure_della,
    misure_di,
    ore_cambiate,
    senza_certificato,
    unita_di,
)
from patto_formativo.queries.regole import regole
from patto_formativo.rules.misure import NULLA, in_cifre
from patto_formativo.tabelle import voci


@dataclass(frozen=True)
class Quadro:
    """A plan with its judgement: sums, limits, what is against it and where it stands."""

    misure: Misure
    unita: Sequence[UnitaDelPatto]
    distanza: Valore[Fraction]
    soglia: Valore[Fraction]
    contro: Sequence[Violazione]
    cambiate: Sequence[Violazione]
    in_attesa: Sequence[Violazione]

    @property
    def crediti(self) -> Fraction:
        """Hours recognised."""
        return sum(self.misure.crediti.values(), NULLA)

    @property
    def ore(self) -> Fraction:
        """Hours of the units."""
        return sum((Fraction(riga.ore) for riga in self.unita), NULLA)

    @property
    def mancano(self) -> Fraction:
        """Hours of the plan that no unit has; below nought those in excess."""
        return self.misure.psp - self.ore

    @property
    def in_eccesso(self) -> Fraction:
        """Hours of the units beyond those of the plan."""
        return max(-self.mancano, NULLA)

    @property
    def a_distanza(self) -> Fraction:
        """Hours at a distance of the units."""
        return sum((Fraction(riga.a_distanza) for riga in self.unita), NULLA)

    @property
    def accoglienza_dentro(self) -> bool:
        """Whether the hours of the competences hold those of the welcome too."""
        return (
            sum(self.misure.ore.values(), NULLA) > self.misure.ore_totali - self.misure.accoglienza
        )

    @property
    def distanza_massima(self) -> Fraction:
        """Hours that may be followed at a distance."""
        return self.distanza.valore * self.misure.psp

    @property
    def minimo(self) -> Fraction:
        """Hours without which the path is not valid."""
        return self.soglia.valore * self.misure.psp

    @property
    def generali(self) -> list[Violazione]:
        """What is against the plan as a whole."""
        titoli = {riga.titolo for riga in self.unita}
        return [v for v in self.contro if _unita_nominata(v, titoli) is None]

    @property
    def per_unita(self) -> Mapping[int, list[str]]:
        """What is against each unit, by the id of the unit of the programme."""
        per_titolo = {riga.titolo: riga.unita_id for riga in self.unita}
        trovate: dict[int, list[str]] = {}
        for violazione in self.contro:
            titolo = _unita_nominata(violazione, per_titolo)
            if titolo is not None:
                detto = violazione.testo.removeprefix(f"«{titolo}»: ")
                trovate.setdefault(per_titolo[titolo], []).append(con_maiuscola(detto))
        return trovate

    @property
    def pronto(self) -> bool:
        """Whether it may go to a section."""
        return not (self.contro or self.cambiate)


def _unita_nominata(violazione: Violazione, titoli: Mapping[str, int] | set[str]) -> str | None:
    return next((t for t in titoli if violazione.testo.startswith(f"«{t}»: ")), None)


def quadro_di(versione: Versione, oggi: date) -> Quadro:
    """The plan of a version with its judgement. A fixed number of queries."""
    unita, limiti = unita_di(versione), regole(versione.istituto_id, oggi)
    misure = misure_della(versione)
    return Quadro(
        misure=misure,
        unita=unita,
        distanza=limiti.distanza,
        soglia=limiti.soglia,
        contro=contro_il_piano(versione, unita, limiti),
        cambiate=ore_cambiate(misure, misure_di(versione.patto.corsista)),
        in_attesa=senza_certificato(
            versione, attestato=certificato_di(versione.patto.corsista) is not None
        ),
    )


def restano(misure: Misure, unita: UnitaApprendimento) -> list[str]:
    """The competences of a unit with the hours left of each: «C1, 10,8 di 36», «C13, tutta»."""
    return [
        f"{nome(c)}: {in_cifre(totale - misure.crediti.get(c, NULLA))} di {in_cifre(totale)}"
        if misure.crediti.get(c, NULLA) < totale
        else f"{nome(c)}: riconosciuta tutta"
        for c in unita.competenze
        if (totale := misure.ore.get(c, NULLA))
    ]


def nome(competenza: str) -> str:
    """``C1``; the competences of Italian are words."""
    return competenza.replace("_", " ")


@dataclass(frozen=True)
class AsseMisurato:
    """An axis of the timetable: hours of the path, recognised, left."""

    nome: str
    previste: Fraction
    riconosciute: Fraction

    @property
    def restano(self) -> Fraction:
        """Hours that are not recognised."""
        return self.previste - self.riconosciute


def assi_di(percorso: Percorso, misure: Misure) -> list[AsseMisurato]:
    """The timetable by axis."""
    somme: dict[str, list[Fraction]] = {}
    for codice, voce in voci(percorso).items():
        if codice in misure.ore:
            asse = somme.setdefault(voce.asse, [NULLA, NULLA])
            asse[0] += misure.ore[codice]
            asse[1] += misure.crediti.get(codice, NULLA)
    return [AsseMisurato(nome_, *ore) for nome_, ore in somme.items()]
