"""Who may apply: tenured, one area only, outside the Commission, three years in the institute.

Where nobody with the years asks for an area, who has fewer may (art. 5). Only applications that
hold count for that: one of a member of the Commission shuts nobody out.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali, artt. 4-5.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.computo import MESI_DELL_ANNO, mesi_dopo
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa, elenco, plurale
from selezioni_pon.rules.funzioni_strumentali.modello import DomandaFunzione, RegoleFunzioni


@dataclass(frozen=True, slots=True)
class Ammissione:
    """What becomes of an application; ``di_ripiego`` when only the fallback lets it in."""

    domanda: DomandaFunzione
    violazioni: tuple[Violazione, ...]
    motivi: tuple[Motivo, ...] = ()
    di_ripiego: bool = False

    @property
    def ammessa(self) -> bool:
        """Whether the Commission examines it."""
        return not self.violazioni


def ha_gli_anni(domanda: DomandaFunzione, al: date, regole: RegoleFunzioni) -> bool:
    """Whether the stay in the institute is long enough on a day."""
    anni = regole.parametri.anni.valore
    return mesi_dopo(domanda.nell_istituto_dal, anni * MESI_DELL_ANNO) <= al


def ammetti_domande(
    domande: Sequence[DomandaFunzione],
    commissari: Collection[str],
    al: date,
    regole: RegoleFunzioni,
) -> tuple[Ammissione, ...]:
    """Judge all the applications together, in their order.

    ``al`` is the last day of the applications: the years are counted on it. ``commissari`` are
    members and substitutes.
    """
    aree: dict[str, set[str]] = defaultdict(set)
    for una in domande:
        aree[una.docente].add(una.area)
    contro = [tuple(_contro(una, aree[una.docente], commissari, regole)) for una in domande]
    coperte = {
        una.area
        for una, violazioni in zip(domande, contro, strict=True)
        if not violazioni and ha_gli_anni(una, al, regole)
    }
    return tuple(
        Ammissione(una, violazioni)
        if violazioni
        else _per_gli_anni(una, al, regole, coperta=una.area in coperte)
        for una, violazioni in zip(domande, contro, strict=True)
    )


def contro_l_incarico(domanda: DomandaFunzione, regole: RegoleFunzioni) -> list[Violazione]:
    """What is against giving the function: the other office, which must be left first."""
    escluso = regole.parametri.collaboratore_escluso
    if not (domanda.collaboratore and escluso.valore):
        return []
    testo = (
        f"{domanda.detto} collabora con il dirigente: i due incarichi sono incompatibili, ne può "
        "tenere uno solo."
    )
    return [Violazione("collaboratore", testo, escluso.fonte, "collaboratore")]


def _contro(
    domanda: DomandaFunzione,
    chieste: Collection[str],
    commissari: Collection[str],
    regole: RegoleFunzioni,
) -> Iterator[Violazione]:
    parametri, chi = regole.parametri, domanda.detto
    if regole.area(domanda.area) is None:
        ci_sono = elenco(una.sigla for una in regole.aree)
        testo = f"L’area «{domanda.area}» non c’è: le aree sono {ci_sono}."
        yield Violazione("area_ignota", testo, regole.fonte, "area")
    if parametri.solo_di_ruolo.valore and not domanda.a_tempo_indeterminato:
        testo = f"{chi} non è a tempo indeterminato."
        fonte = parametri.solo_di_ruolo.fonte
        yield Violazione("non_di_ruolo", testo, fonte, "a_tempo_indeterminato")
    if parametri.una_sola.valore and len(chieste) > 1:
        testo = f"{chi} chiede {len(chieste)} aree ({elenco(sorted(chieste))}): una sola."
        yield Violazione("piu_aree", testo, parametri.una_sola.fonte, "area")
    if domanda.docente in commissari:
        testo = f"{chi} è nella Commissione che esamina i titoli."
        yield Violazione("in_commissione", testo, regole.fonti.incompatibile_commissione)


def _per_gli_anni(
    domanda: DomandaFunzione, al: date, regole: RegoleFunzioni, *, coperta: bool
) -> Ammissione:
    anni, ripiego = regole.parametri.anni, regole.parametri.ripiego
    soglia = plurale(anni.valore, "anno", "anni")
    dal = f"{domanda.detto} è nell’istituto dal {data_estesa(domanda.nell_istituto_dal)}"
    if ha_gli_anni(domanda, al, regole):
        testo = f"{dal}: almeno {soglia} al {data_estesa(al)}."
        return Ammissione(domanda, (), (Motivo("permanenza", anni.fonte, testo),))
    meno = f"{dal}: meno di {soglia} al {data_estesa(al)}"
    if not ripiego.valore:
        return Ammissione(domanda, (Violazione("permanenza", f"{meno}.", anni.fonte),))
    if coperta:
        testo = f"{meno}, e per l’area {domanda.area} c’è chi li ha."
        return Ammissione(domanda, (Violazione("permanenza", testo, anni.fonte),))
    testo = f"{meno}, ma per l’area {domanda.area} non li ha nessuno di chi l’ha chiesta."
    return Ammissione(domanda, (), (Motivo("ripiego", ripiego.fonte, testo),), di_ripiego=True)
