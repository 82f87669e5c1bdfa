"""The rows of a dossier as they count, and the axes that they fill."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from patto_formativo.enums import TipoEvidenza
from patto_formativo.models import Evidenza
from patto_formativo.rules import crediti as norma
from patto_formativo.rules.crediti.calcolo import Contributo, richieste_di
from patto_formativo.rules.crediti.parole import Detto, non_aggiunge
from patto_formativo.rules.misure import NULLA


@dataclass(frozen=True)
class Contata:
    """A piece of evidence as it counts: asked, recognised, in all so far, or why it does not."""

    evidenza: Evidenza
    contributi: tuple[Contributo, ...]
    chieste: Fraction
    in_tutto: Fraction
    regola: str
    tagli: Detto | None
    esclusa: Motivo | None

    @property
    def riconosciute(self) -> Fraction:
        """Hours that this piece of evidence gives."""
        return sum((c.riconosciute for c in self.contributi), NULLA)

    @property
    def non_aggiunge(self) -> str:
        """Why it gives nothing, for whose it is."""
        return non_aggiunge(self.contributi)

    @property
    def chiave(self) -> str:
        """What it is called in the addresses."""
        return chiave_di(self.evidenza)

    @property
    def competenze(self) -> tuple[str, ...]:
        """The competences that it asks, in the order of the path."""
        evidenza = self.evidenza
        return tuple(evidenza.richieste) or ((evidenza.competenza,) if evidenza.competenza else ())

    @property
    def a_crediti(self) -> bool:
        """Whether it is counted by the hours of an activity."""
        return self.evidenza.ore_attivita is not None


@dataclass(frozen=True)
class Asse:
    """The competences of an axis: hours recognised of those expected."""

    nome: str
    voci: tuple["VoceAsse", ...]
    senza: tuple[str, ...]

    @property
    def riconosciute(self) -> Fraction:
        """Hours recognised of the axis."""
        return sum((voce.riconosciute for voce in self.voci), NULLA)

    @property
    def previste(self) -> Fraction:
        """Hours that the axis has."""
        return sum((voce.previste for voce in self.voci), NULLA)


@dataclass(frozen=True)
class VoceAsse:
    """A competence: hours recognised of those expected."""

    codice: str
    testo: str
    riconosciute: Fraction
    previste: Fraction

    @property
    def tutta(self) -> bool:
        """Whether nothing of it is left to do."""
        return bool(self.previste) and self.riconosciute == self.previste

    @property
    def percento(self) -> float:
        """The length of its bar."""
        return float(100 * self.riconosciute / self.previste) if self.previste else 0.0


def chiave_di(evidenza: Evidenza) -> str:
    """What a piece of evidence is called in the sums: one not kept yet has no number."""
    return str(evidenza.pk or "nuova")


def evidenza_contata(evidenza: Evidenza) -> norma.Evidenza:
    """A row of the dossier as the rules take it; its kind must be known."""
    ore = evidenza.ore_attivita
    return norma.Evidenza(
        chiave_di(evidenza),
        TipoEvidenza(evidenza.tipo),
        {codice: Fraction(quante) for codice, quante in evidenza.richieste.items()},
        None if ore is None else Fraction(ore),
        evidenza.competenza,
    )


def ore_chieste(evidenza: Evidenza, in_uso: norma.Tabella) -> Fraction:
    """Hours of credit that a piece of evidence asks."""
    if not evidenza.tipo:
        return NULLA
    return sum(richieste_di(evidenza_contata(evidenza), in_uso).values(), NULLA)


def in_ordine(evidenze: Sequence[Evidenza], ordine: Sequence[int]) -> list[Evidenza]:
    """The dossier in another order; what the order does not name stays at the end."""
    posti = {pk: posto for posto, pk in enumerate(ordine)}
    return sorted(evidenze, key=lambda e: posti.get(e.pk or 0, len(posti)))
