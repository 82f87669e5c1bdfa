"""Attendance of a personalised path: what counts, whether it is enough, whether it is at risk.

Source: D.P.R. 263/2012, art. 4 c. 9 (distance) and art. 6 (validity); CPIA Napoli Provincia 2,
Regolamento d’istituto, capo III («il 70% dell’orario personalizzato») and Linee guida, fase 4.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore
from patto_formativo.enums import Percorso
from patto_formativo.rules.fonti import CAPO_III, CREDITI, IDA
from patto_formativo.rules.misure import NULLA, al_piu_due, in_cifre, in_ore, per_cento

FASE_4: Final = f"{CREDITI}, fase 4"
SOGLIA: Final = Valore(
    Fraction(7, 10), f"{CAPO_III}: 70 per cento dell’orario personalizzato",
    "un altro CPIA dichiara il 75 per cento.",
)  # fmt: skip
DISTANZA: Final = Valore(Fraction(1, 5), f"{IDA}, art. 4 c. 9; {FASE_4}")
RISCHIO: Final = Valore(Fraction(3, 4), "parametro del portale: tre quarti di quanto è dovuto")
# A derogation is of the first level only (Regolamento d’istituto, capo III, art. 7).
DEROGABILI: Final = frozenset({Percorso.PRIMO_PERIODO, Percorso.SECONDO_PERIODO})


@dataclass(frozen=True, slots=True)
class Presenza:
    """Hours of one learning unit; those at a distance count when the teacher has checked them."""

    uda: str
    ore: Fraction
    a_distanza: bool = False
    verificata: bool = True


@dataclass(frozen=True, slots=True)
class Frequenza:
    """The hours of a person: in presence, at a distance that count, and those that do not."""

    in_presenza: Fraction
    a_distanza: Fraction
    da_verificare: Fraction
    oltre_il_limite: Fraction

    @property
    def valide(self) -> Fraction:
        """Hours that count."""
        return self.in_presenza + self.a_distanza


@dataclass(frozen=True, slots=True)
class Deroga:
    """A derogation of the council, with the deliberation of the Collegio once it is approved."""

    motivo: str
    delibera: str = ""


@dataclass(frozen=True, slots=True)
class GiudizioFrequenza:
    """Whether the path is valid, what is missing, why."""

    valida: bool
    necessarie: Fraction
    mancano: Fraction
    perche: tuple[Motivo, ...]


def conta_frequenza(
    presenze: Iterable[Presenza], ore_psp: Fraction, distanza: Valore[Fraction] = DISTANZA
) -> Frequenza:
    """Sum what was attended: at a distance no more than a part of the personalised plan."""
    in_presenza = a_distanza = da_verificare = NULLA
    for presenza in presenze:
        if not presenza.a_distanza:
            in_presenza += presenza.ore
        elif presenza.verificata:
            a_distanza += presenza.ore
        else:
            da_verificare += presenza.ore
    contate = min(a_distanza, distanza.valore * ore_psp)
    return Frequenza(in_presenza, contate, da_verificare, a_distanza - contate)


def giudica_validita(
    frequenza: Frequenza,
    ore_psp: Fraction,
    *,
    percorso: Percorso,
    deroga: Deroga | None = None,
    soglia: Valore[Fraction] = SOGLIA,
    distanza: Valore[Fraction] = DISTANZA,
) -> GiudizioFrequenza:
    """Whether what was attended makes the path valid.

    A derogation helps on the first level only, proposed by the council and approved by the
    Collegio: without its deliberation it is only a proposal.
    """
    necessarie = soglia.valore * ore_psp
    mancano = max(necessarie - frequenza.valide, NULLA)
    motivi = [_somma(frequenza, necessarie, ore_psp, soglia), *_esclusi(frequenza, distanza)]
    if mancano and deroga is not None:
        motivi.append(_della_deroga(deroga, percorso))
    derogata = deroga is not None and bool(deroga.delibera) and percorso in DEROGABILI
    return GiudizioFrequenza(not mancano or derogata, necessarie, mancano, tuple(motivi))


def a_rischio(
    frequentate: Fraction, dovute: Fraction, rischio: Valore[Fraction] = RISCHIO
) -> Motivo | None:
    """Why a person is at risk: hours attended so far below a part of those due so far."""
    limite = rischio.valore * dovute
    if frequentate >= limite:
        return None
    testo = (
        f"Finora {in_ore(frequentate)} su {in_ore(dovute)} dovute: meno di {al_piu_due(limite)}, "
        f"il {_percento(rischio.valore)} per cento."
    )
    return Motivo("frequenza_a_rischio", rischio.fonte, testo)


def _somma(
    frequenza: Frequenza, necessarie: Fraction, ore_psp: Fraction, soglia: Valore[Fraction]
) -> Motivo:
    quota = per_cento(100 * frequenza.valide / ore_psp) if ore_psp else "0,0"
    testo = (
        f"Frequentate {in_ore(frequenza.valide)} su {in_ore(ore_psp)} del piano, il {quota} per "
        f"cento; servono {in_ore(necessarie)}, il {_percento(soglia.valore)} per cento."
    )
    return Motivo("frequenza", soglia.fonte, testo + soglia.altra_fonte)


def _esclusi(frequenza: Frequenza, distanza: Valore[Fraction]) -> Iterable[Motivo]:
    if frequenza.da_verificare:
        testo = f"{in_ore(frequenza.da_verificare)} a distanza senza la verifica del docente."
        yield Motivo("distanza_da_verificare", FASE_4, f"Non contano {testo}")
    if frequenza.oltre_il_limite:
        testo = (
            f"Non contano {in_ore(frequenza.oltre_il_limite)} a distanza, oltre il "
            f"{_percento(distanza.valore)} per cento del piano ({in_ore(frequenza.a_distanza)})."
        )
        yield Motivo("distanza_oltre_il_limite", distanza.fonte, testo)


def _della_deroga(deroga: Deroga, percorso: Percorso) -> Motivo:
    if percorso not in DEROGABILI:
        testo = f"La deroga non vale: {percorso.etichetta} non è un percorso di primo livello."
    elif deroga.delibera:
        testo = f"In deroga, «{deroga.motivo}»: {deroga.delibera}."
    else:
        testo = f"La deroga proposta, «{deroga.motivo}», aspetta la delibera del Collegio."
    return Motivo("deroga", CAPO_III, testo)


def _percento(quota: Fraction) -> str:
    return in_cifre(100 * quota)
