"""What a version of the criteria counts: weights, bands, exclusions, beneficiaries, division.

None of it is in the words of the criteria: each line is a parameter in force, with its source.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from bonus_merito.enums import Area, FasciaVuota, Metodo, Pubblicazione
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.regole import RegoleBonus, RegoleEsclusione, RegoleRiparto, regole_da
from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.motivi import Valore
from cpia.scuola.parole import con_maiuscola

PESI = "Quanto conta ogni area"
FASCE = "Le fasce"
ESCLUSI = "Chi è escluso"
BENEFICIARI = "Quanti beneficiari"
RIPARTO = "Come si divide il fondo"
ESITI = "Che cosa si pubblica"


@dataclass(frozen=True, slots=True)
class Voce:
    """One line: what it says, who says so, who says otherwise if anybody does."""

    testo: str
    fonte: str
    altra_fonte: str = ""


@dataclass(frozen=True, slots=True)
class Parte:
    """A heading with its lines."""

    titolo: str
    voci: Sequence[Voce]


def che_conta(valori: Mapping[str, ValoreDiNorma]) -> list[Parte]:
    """The parameters of a day, by their key, as everybody may read them."""
    regole = regole_da(valori)
    return [
        Parte(PESI, list(_pesi(regole))),
        Parte(FASCE, list(_fasce(regole))),
        Parte(ESCLUSI, list(_esclusi(regole.esclusioni))),
        Parte(BENEFICIARI, list(_beneficiari(regole))),
        Parte(RIPARTO, list(_riparto(regole.riparto))),
        Parte(ESITI, [_esiti(valori["bonus.pubblicazione"])]),
    ]


def pesi_delle_aree(valori: Mapping[str, ValoreDiNorma]) -> dict[Area, int]:
    """How many points of a hundred each area may give at most."""
    return {area: peso.valore for area, peso in regole_da(valori).pesi.items()}


def _voce(testo: str, preso: Valore[Any]) -> Voce:
    return Voce(testo, preso.fonte, preso.in_contrasto_con)


def _pesi(regole: RegoleBonus) -> Iterator[Voce]:
    for area, peso in regole.pesi.items():
        yield _voce(f"Area {area.value}: fino al {peso.valore} per cento della valutazione.", peso)
    aggiunta = regole.aggiuntiva
    if aggiunta.valore:
        quanto = f"al più {aggiunta.valore} punti"
        yield _voce(
            f"In aggiunta, con motivato giudizio del dirigente, {quanto}; il totale non supera "
            "100.",
            aggiunta,
        )


def _fasce(regole: RegoleBonus) -> Iterator[Voce]:
    fasce = regole.fasce
    intervalli = [fasce.intervallo(numero) for numero in range(1, fasce.numero + 1)]
    yield _voce(
        f"Fino al {fasce.limiti.valore[0]} per cento è normale attività, senza bonus; sopra, le "
        f"fasce sono {', '.join(intervalli)}.",
        fasce.limiti,
    )
    come = fasce.arrotondamento.valore.etichetta
    yield _voce(f"La fascia si legge sulla percentuale intera: {come}.", fasce.arrotondamento)


def _esclusi(regole: RegoleEsclusione) -> Iterator[Voce]:
    ruolo = regole.di_ruolo
    di_tutti = "Non è escluso chi non è di ruolo, quando decide la contrattazione."
    yield _voce("Chi non è di ruolo." if ruolo.valore else di_tutti, ruolo)
    anni = regole.anni_sanzioni
    prima = {0: "", 1: " o in quello prima"}.get(anni.valore, f" o nei {anni.valore} anni prima")
    quando = f"nell’anno scolastico del bonus{prima}"
    yield _voce(f"Chi ha avuto una sanzione disciplinare {quando}.", anni)
    limite = regole.assenze
    yield _voce(
        f"Chi è stato assente per più del {_per_cento(limite.valore)} dei giorni di lavoro.", limite
    )
    contano = "non contano" if regole.congedi_esclusi.valore else "contano"
    yield _voce(
        f"I congedi di maternità, paternità e parentale {contano} come assenza.",
        regole.congedi_esclusi,
    )


def _beneficiari(regole: RegoleBonus) -> Iterator[Voce]:
    di_chi = "di chi è di ruolo in servizio, per eccesso"
    yield _voce(f"Almeno il {_per_cento(regole.minimo.valore)} {di_chi}.", regole.minimo)
    yield _voce(f"Al più il {_per_cento(regole.massimo.valore)} {di_chi}.", regole.massimo)


def _riparto(regole: RegoleRiparto) -> Iterator[Voce]:
    metodo = regole.metodo
    yield _voce(f"{con_maiuscola(metodo.valore.etichetta)}.", metodo)
    if metodo.valore is Metodo.QUOTE_UGUALI:
        dove: FasciaVuota = regole.fascia_vuota.valore
        yield _voce(f"La quota di una fascia vuota va {dove.etichetta}.", regole.fascia_vuota)
    if metodo.valore is Metodo.PESO:
        pesi = ", ".join(str(peso) for peso in regole.pesi_fascia.valore)
        yield _voce(f"I pesi delle fasce, dalla più bassa, sono {pesi}.", regole.pesi_fascia)


def _esiti(preso: ValoreDiNorma) -> Voce:
    forma = Pubblicazione(preso.come(str)).etichetta
    return Voce(f"{con_maiuscola(forma)}.", preso.fonte, preso.in_contrasto_con)


def _per_cento(parte: Fraction) -> str:
    return f"{in_cifre(100 * parte)} per cento"
