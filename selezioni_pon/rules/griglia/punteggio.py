"""The score of an application: every item, every section, the total, and what limited each.

Source: IC Pinocchio Montesicuro, Consiglio d’istituto 26 April 2018, minutes n. 14, annexes 1 and
2. The same titles give the same score for ever, in whatever order they come.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.enums import FasciaContesa
from selezioni_pon.rules.griglia.conteggio import Conto, conta
from selezioni_pon.rules.griglia.estremi import massimo
from selezioni_pon.rules.griglia.legami import Esclusione, escluse
from selezioni_pon.rules.griglia.modello import Griglia, Sezione, Voce
from selezioni_pon.rules.griglia.ragioni import perche_della_voce
from selezioni_pon.rules.griglia.titoli import NULLA, Titolo


@dataclass(frozen=True, slots=True)
class PuntiVoce:
    """The points of an item: ``lordi`` before its limits, ``punti`` after, before the section's.

    ``tetto`` is the most that it gives, None without an end. ``esclusa_da`` is the item because of
    which this one gives nothing («profilo» where it is not for this one). ``unita`` are the titles
    that count; ``altri_punti`` what it would give in the readings that were not chosen.
    """

    voce: Voce
    lordi: Fraction
    punti: Fraction
    tetto: Fraction | None
    tagliato: bool
    esclusa_da: str
    unita: Fraction
    motivi: tuple[Motivo, ...]
    altri_punti: tuple[Fraction, ...] = ()


@dataclass(frozen=True, slots=True)
class PuntiSezione:
    """The points of a section: ``lordi`` is the sum of its items, ``punti`` what its cap leaves."""

    sezione: Sezione
    lordi: Fraction
    punti: Fraction
    tetto: Fraction | None
    tagliato: bool


@dataclass(frozen=True, slots=True)
class Punteggio:
    """A score: the total of the sections, all items and all sections in order of print."""

    totale: Fraction
    voci: tuple[PuntiVoce, ...]
    sezioni: tuple[PuntiSezione, ...]


def valuta(
    griglia: Griglia, titoli: Sequence[Titolo], contesa: FasciaContesa | None = None
) -> Punteggio:
    """The points that titles give; every item of the grid is there, also with none.

    ``contesa`` is which bracket counts where two hold a mark (None: as the grid says). Titles that
    contradict each other never add up (see ``coerenza``). Raises ValueError for a title of no item
    of the grid, and for a mark or a word that its item does not have.
    """
    conti = _conti(griglia, titoli, contesa or griglia.contesa)
    fuori = escluse(griglia, {numero: conto.punti for numero, conto in conti.items()})
    per_sezione = [
        tuple(
            _della_voce(griglia, voce, conti.get(voce.numero), fuori.get(voce.numero))
            for voce in sezione.voci
        )
        for sezione in griglia.sezioni
    ]
    sezioni = tuple(map(_della_sezione, griglia.sezioni, per_sezione))
    return Punteggio(
        totale=sum((sezione.punti for sezione in sezioni), NULLA),
        voci=tuple(punti for voci in per_sezione for punti in voci),
        sezioni=sezioni,
    )


def _conti(
    griglia: Griglia, titoli: Sequence[Titolo], contesa: FasciaContesa
) -> Mapping[str, Conto]:
    """The sum of every item of which there is a title, by its number."""
    raccolti: defaultdict[str, list[Titolo]] = defaultdict(list)
    for titolo in titoli:
        voce = griglia.voce(titolo.voce)
        if voce is None:
            raise ValueError(f"{griglia.slug} non ha la voce {titolo.voce}")
        if titolo.presente:
            raccolti[voce.numero].append(titolo)
    return {
        voce.numero: conta(voce, raccolti[voce.numero], contesa)
        for voce in griglia.voci
        if voce.numero in raccolti
    }


def _della_voce(
    griglia: Griglia, voce: Voce, conto: Conto | None, esclusa: Esclusione | None
) -> PuntiVoce:
    tetto = massimo(voce) if voce.tetto is None else voce.tetto
    if conto is None:
        return PuntiVoce(
            voce, NULLA, NULLA, tetto, tagliato=False, esclusa_da="", unita=NULLA, motivi=()
        )
    return PuntiVoce(
        voce=voce,
        lordi=conto.lordi,
        punti=NULLA if esclusa else conto.punti,
        tetto=tetto,
        tagliato=esclusa is None and conto.punti < conto.lordi,
        esclusa_da=esclusa.da if esclusa else "",
        unita=NULLA if esclusa else conto.unita,
        motivi=(perche_della_voce(griglia, voce, conto, esclusa),),
        altri_punti=() if esclusa else conto.altri,
    )


def _della_sezione(sezione: Sezione, voci: Sequence[PuntiVoce]) -> PuntiSezione:
    lordi = sum((voce.punti for voce in voci), NULLA)
    punti = lordi if sezione.tetto is None else min(lordi, sezione.tetto)
    tetto = massimo(sezione) if sezione.tetto is None else sezione.tetto
    return PuntiSezione(sezione, lordi, punti, tetto, punti < lordi)
