"""What a grid says against itself, found before it is published: shown, never swallowed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from operator import itemgetter

from selezioni_pon.enums import CodiceRilievo
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.estremi import somma_delle_righe, un_titolo
from selezioni_pon.rules.griglia.frasi import in_quali
from selezioni_pon.rules.griglia.legami import Contrasto, alternative, senza_somma
from selezioni_pon.rules.griglia.modello import Fascia, Griglia, Scala, Sezione, Voce
from selezioni_pon.rules.griglia.spiegazione import letture


@dataclass(frozen=True, slots=True)
class Rilievo:
    """A finding: its code, the item or the section where it is, one Italian sentence."""

    codice: CodiceRilievo
    dove: str
    testo: str


def controlla(griglia: Griglia) -> tuple[Rilievo, ...]:
    """The findings of a grid, in order of print; none where it is coherent.

    A section with items that have no end makes no other sum than its cap; marks are whole, so
    that nothing is missing between «fino a 100» and «da 101».
    """
    stampati: set[str] = set()
    rilievi: list[Rilievo] = []
    for sezione in griglia.sezioni:
        rilievi += _numero(sezione.numero, sezione.sigla, f"la sezione {sezione.sigla}", stampati)
        rilievi += _tetto(sezione)
        for voce in sezione.voci:
            detta = f"la voce {voce.numero}"
            rilievi += _numero(voce.come_stampato, voce.numero, detta, stampati)
            rilievi += _fasce(voce)
            rilievi += _sotto_una_unita(voce, voce.tetto, "della voce")
    return tuple(rilievi)


def _numero(stampato: str, dove: str, chi: str, visti: set[str]) -> Iterator[Rilievo]:
    if stampato in visti:
        testo = f"Il numero {stampato} è stampato due volte: la seconda è {chi}."
        yield Rilievo(CodiceRilievo.NUMERO_RIPETUTO, dove, testo)
    visti |= {stampato} - {""}


def _tetto(sezione: Sezione) -> Iterator[Rilievo]:
    """The cap, in every reading, against what the rows may give."""
    righe = somma_delle_righe(sezione.voci, _contrasto(sezione.voci))
    if righe is None:
        for voce in sezione.voci:
            yield from _sotto_una_unita(voce, sezione.tetto, f"della sezione {sezione.sigla}")
        return
    scelto = [] if sezione.tetto is None else [sezione.tetto]
    scritti = [*scelto, *(lettura.tetto for lettura in sezione.altre_letture)]
    if all(tetto == righe for tetto in scritti):
        return
    massimo = f" e il massimo è {in_cifre(scelto[0])}" if scelto else ""
    testo = (
        f"Sezione {sezione.sigla}: le voci arrivano a {in_punti(righe)}{massimo}. "
        f"{letture(sezione)}"
    )
    yield Rilievo(CodiceRilievo.TETTO_SEZIONE, sezione.sigla, testo.strip())


def _contrasto(voci: Sequence[Voce]) -> Contrasto:
    """Which items are options to each other: what an option needs is a part of it (b with b.1)."""
    parti = {
        voce.numero: {voce.numero, *voce.richiede}
        | {altra.numero for altra in voci if voce.numero in altra.richiede}
        for voce in voci
    }

    def da_una_parte(una: Voce, altra: Voce) -> bool:
        intorno = [voce for voce in voci if voce.numero in parti[una.numero]]
        return altra not in intorno and any(alternative(voce, altra) for voce in intorno)

    def contrasto(una: Voce, altra: Voce) -> bool:
        return senza_somma(una, altra) or da_una_parte(una, altra) or da_una_parte(altra, una)

    return contrasto


def _sotto_una_unita(voce: Voce, tetto: Fraction | None, di_chi: str) -> Iterator[Rilievo]:
    if tetto is not None and un_titolo(voce) > tetto:
        testo = (
            f"Voce {voce.numero}: un solo titolo può valere {in_punti(un_titolo(voce))}, "
            f"il massimo {di_chi} è {in_cifre(tetto)}."
        )
        yield Rilievo(CodiceRilievo.TETTO_SOTTO_UNA_UNITA, voce.numero, testo)


def _fasce(voce: Voce) -> Iterator[Rilievo]:
    for scala in voce.scale:
        for fasce, gruppo in groupby(_dove_stanno(scala), key=itemgetter(1)):
            if len(fasce) != 1:
                yield _rilievo_di_fascia(voce, scala, [voto for voto, _ in gruppo], fasce)


def _dove_stanno(scala: Scala) -> Iterator[tuple[int, tuple[Fascia, ...]]]:
    """Every whole mark of a scale with its brackets."""
    for voto in range(scala.minimo, scala.su + 1):
        for lode in _lodi(voto, scala):
            yield voto, scala.fasce_di(Fraction(voto), lode=lode)


def _lodi(voto: int, scala: Scala) -> tuple[bool, ...]:
    """With honours too, at the full mark of a scale that has a bracket for them."""
    con_lode = voto == scala.su and any(fascia.lode for fascia in scala.fasce)
    return (False, True) if con_lode else (False,)


def _rilievo_di_fascia(
    voce: Voce, scala: Scala, voti: Sequence[int], fasce: Sequence[Fascia]
) -> Rilievo:
    quali = (
        f"il voto {voti[0]} su {scala.su} sta"
        if len(set(voti)) == 1
        else f"i voti da {voti[0]} a {voti[-1]} su {scala.su} stanno"
    )
    if not fasce:
        testo = f"Voce {voce.numero}: {quali} fuori da ogni fascia."
        return Rilievo(CodiceRilievo.FASCE_CON_BUCO, voce.numero, testo)
    testo = f"Voce {voce.numero}: {quali} {in_quali(fasce)}."
    return Rilievo(CodiceRilievo.FASCE_SOVRAPPOSTE, voce.numero, testo)
