"""The ranking of a call: who is in it and where, who is not and why, what keeps it from the albo.

Source: IC Porto Venere, Regolamento incarichi, art. 4 cc. 7-11.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import plurale
from selezioni_pon.enums import Pubblicazione
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.fonti import MOTIVAZIONE, PRASSI, regolamento
from selezioni_pon.rules.in_gara import Criterio, InGara
from selezioni_pon.rules.ordine import Ordine
from selezioni_pon.rules.spareggio import Estratti, ordina

UNICO: Final[Valore[bool]] = Valore(valore=True, fonte=regolamento("art. 4 c. 9"))
SENZA_SOGLIA: Final[Valore[Fraction | None]] = Valore(None, PRASSI)
SOLI_NOMI: Final = Valore(Pubblicazione.NOMI, regolamento("art. 4 c. 11"))


@dataclass(frozen=True, slots=True)
class RegoleGraduatoria:
    """The rules of a tie in order; the fewest points to be fit, None where a call has none."""

    criteri: tuple[Criterio, ...]
    unico_valutato: Valore[bool] = UNICO
    soglia: Valore[Fraction | None] = SENZA_SOGLIA
    pubblicazione: Valore[Pubblicazione] = SOLI_NOMI


@dataclass(frozen=True, slots=True)
class Escluso:
    """Who is not ranked, with the reason and who says it."""

    id: str
    nome: str
    motivo: str
    fonte: str


@dataclass(frozen=True, slots=True)
class Graduatoria:
    """One version of the ranking."""

    ordine: Ordine
    esclusi: tuple[Escluso, ...]
    perche: tuple[Motivo, ...]

    @property
    def deserta(self) -> bool:
        """Whether nobody is in it."""
        return not self.ordine.posti

    def escluso(self, chi: str) -> Escluso | None:
        """The exclusion of one; None for who is ranked or did not apply."""
        return next((uno for uno in self.esclusi if uno.id == chi), None)


@dataclass(frozen=True, slots=True)
class RigaAlbo:
    """What the public reads of a place; ``punti`` None where only the names are published."""

    posizione: int
    nome: str
    punti: Fraction | None


def forma(
    candidati: Sequence[InGara],
    regole: RegoleGraduatoria,
    esclusi: Sequence[Escluso] = (),
    estratti: Estratti | None = None,
) -> Graduatoria:
    """Rank who is admitted and fit; one alone is judged as many are.

    ``esclusi`` are those who lack a requirement. Raises ValueError for one who is there twice.
    """
    soglia = regole.soglia
    sotto = [uno for uno in candidati if soglia.valore is not None and uno.punti < soglia.valore]
    ordine = ordina([uno for uno in candidati if uno not in sotto], regole.criteri, estratti)
    fuori = (*esclusi, *(_non_idoneo(uno, soglia) for uno in sotto))
    tutti = [uno.id for uno in fuori] + [posto.candidato.id for posto in ordine.posti]
    if len(set(tutti)) != len(tutti):
        raise ValueError("lo stesso candidato compare due volte")
    return Graduatoria(ordine, fuori, tuple(_motivi(ordine, fuori, regole)))


def _non_idoneo(uno: InGara, soglia: Valore[Fraction | None]) -> Escluso:
    servono = in_cifre(soglia.valore or Fraction(0))
    testo = f"I punti sono {in_cifre(uno.punti)}, e per essere idonei ne servono {servono}."
    return Escluso(uno.id, uno.nome, testo, soglia.fonte)


def _motivi(
    ordine: Ordine, esclusi: Sequence[Escluso], regole: RegoleGraduatoria
) -> Iterator[Motivo]:
    quanti, fuori = len(ordine.posti), len(esclusi)
    in_lista = plurale(quanti, "candidato è", "candidati sono", "nessun candidato è")
    testo = f"{in_lista.capitalize()} in graduatoria"
    testo += f", {plurale(fuori, 'escluso', 'esclusi')}." if fuori else "."
    yield Motivo("graduatoria", regolamento("art. 4 c. 8"), testo)
    if quanti + fuori == 1 and regole.unico_valutato.valore:
        testo = "Ha presentato domanda una sola persona, ed è valutata lo stesso."
        yield Motivo("unico_candidato", regole.unico_valutato.fonte, testo)
    yield from (decisione.motivo for decisione in ordine.decisioni)
    yield from (aperto.motivo for aperto in ordine.aperti)


def contro_la_pubblicazione(
    graduatoria: Graduatoria, regole: RegoleGraduatoria, *, aperte: int
) -> list[Violazione]:
    """What keeps a ranking from the albo; ``aperte`` are the applications not closed yet."""
    return [
        *_da_chiudere(aperte),
        *(Violazione("parita", a.motivo.testo, a.motivo.fonte) for a in graduatoria.ordine.aperti),
        *_senza_motivo(graduatoria.esclusi),
        *_uno_solo(graduatoria, regole),
    ]


def _da_chiudere(aperte: int) -> Iterator[Violazione]:
    if aperte:
        testo = f"La commissione deve ancora chiudere {plurale(aperte, 'domanda', 'domande')}."
        yield Violazione("lavori_aperti", testo, regolamento("art. 4 c. 8"))


def _senza_motivo(esclusi: Sequence[Escluso]) -> Iterator[Violazione]:
    for escluso in esclusi:
        if not escluso.motivo.strip():
            testo = f"Scrivi perché la domanda di {escluso.nome} è esclusa."
            yield Violazione("esclusione", testo, MOTIVAZIONE)


def _uno_solo(fatta: Graduatoria, regole: RegoleGraduatoria) -> Iterator[Violazione]:
    if len(fatta.ordine.posti) == 1 and not fatta.esclusi and not regole.unico_valutato.valore:
        testo = "Per la regola della scuola una sola domanda non basta a fare una graduatoria."
        yield Violazione("unico_candidato", testo, regole.unico_valutato.fonte)


def per_albo(graduatoria: Graduatoria, regole: RegoleGraduatoria) -> tuple[RigaAlbo, ...]:
    """What is published: the names of who is in it, in order; the excluded are told apart."""
    coi_punti = regole.pubblicazione.valore is Pubblicazione.NOMI_E_PUNTI
    return tuple(
        RigaAlbo(p.posizione, p.candidato.detto, p.candidato.punti if coi_punti else None)
        for p in graduatoria.ordine.posti
    )
