"""How an item of a grid is said to whoever reads the call: its points, its limits, its notes."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Final

from cpia.scuola.parole import con_maiuscola, elenco, plurale
from selezioni_pon.enums import ChiPropone, CodiceRilievo, TipoVoce
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.controllo import Rilievo, controlla
from selezioni_pon.rules.griglia.estremi import massimo
from selezioni_pon.rules.griglia.frasi import detta, per_chi
from selezioni_pon.rules.griglia.modello import Grado, Griglia, Scala, Sezione, Voce
from selezioni_pon.rules.griglia.spiegazione import letture

SENZA_MASSIMO: Final = "senza massimo"
DI_FASCIA: Final = {
    CodiceRilievo.FASCE_SOVRAPPOSTE: "Vale {}.",
    CodiceRilievo.FASCE_CON_BUCO: "Non dà punti.",
}


def punti_detti(voce: Voce) -> tuple[str, ...]:
    """What an item gives, a line for each possibility: ``da 101 a 110: 7 punti``."""
    return (*_punti(voce), *_in_piu(voce))


def limiti_detti(voce: Voce) -> tuple[str, ...]:
    """When an item counts and beside which others it does not."""
    detti = [
        f"solo per {per_chi(voce)}" if voce.solo_per else "",
        f"almeno {voce.minimo_per_contare}" if voce.minimo_per_contare else "",
        f"al più {plurale(voce.massimo_unita, 'titolo', 'titoli')}" if voce.massimo_unita else "",
        f"conta solo con {_voci('la', 'le', voce.richiede)}" if voce.richiede else "",
        f"in alternativa {_voci('alla', 'alle', voce.mai_con)}" if voce.mai_con else "",
        f"non si somma {_voci('alla', 'alle', voce.assorbita_da)}" if voce.assorbita_da else "",
        "punti dati dalla commissione" if voce.chi is ChiPropone.COMMISSIONE else "",
    ]
    return tuple(filter(None, detti))


def massimo_detto(cosa: Voce | Sezione | Griglia) -> str:
    """The most that it gives, in figures, or that there is none."""
    quanto = massimo(cosa)
    return SENZA_MASSIMO if quanto is None else in_cifre(quanto)


def sezione_detta(sezione: Sezione) -> str:
    """``Sezione A. Titoli culturali. Al massimo 40 punti``."""
    quanto = massimo(sezione) if sezione.tetto is None else sezione.tetto
    fine = SENZA_MASSIMO if quanto is None else f"al massimo {in_punti(quanto)}"
    return f"Sezione {sezione.sigla}. {sezione.titolo.rstrip('.')}. {con_maiuscola(fine)}"


def note_della_sezione(sezione: Sezione) -> tuple[str, ...]:
    """The other cap that the source also writes, with its source, and why this one."""
    fonti = (f"{in_punti(una.tetto)}: {una.fonte}." for una in sezione.altre_letture)
    return tuple(filter(None, (letture(sezione), *fonti)))


def note_della_griglia(griglia: Griglia) -> tuple[str, ...]:
    """The notes of the source, then the marks that two brackets hold, or none."""
    return (*griglia.avvertenze, *(_di_fascia(griglia, uno) for uno in _contesi(griglia)))


def _contesi(griglia: Griglia) -> Iterator[Rilievo]:
    return (uno for uno in controlla(griglia) if uno.codice in DI_FASCIA)


def _di_fascia(griglia: Griglia, rilievo: Rilievo) -> str:
    fine = DI_FASCIA[rilievo.codice].format(griglia.contesa.etichetta)
    return f"{rilievo.testo} {fine}"


def _punti(voce: Voce) -> Iterator[str]:
    match voce.tipo:
        case TipoVoce.SI_NO:
            yield in_punti(voce.punti or Fraction(0))
        case TipoVoce.UNITA:
            yield f"{in_punti(voce.punti or Fraction(0))} per ciascuno"
        case TipoVoce.DISCREZIONALE:
            yield f"da 0 a {in_punti(voce.punti or Fraction(0))}"
        case TipoVoce.VOTO:
            for scala in voce.scale:
                yield from _della_scala(scala, una_sola=len(voce.scale) == 1)
        case TipoVoce.DURATE:
            for grado in voce.gradi:
                yield f"{_grado(grado)} per ciascuno"
        case _:
            yield from map(_grado, voce.gradi)


def _della_scala(scala: Scala, *, una_sola: bool) -> Iterator[str]:
    su = "" if una_sola else f" su {scala.su}"
    for fascia in scala.fasce:
        yield f"{con_maiuscola(detta(fascia))}{su}: {in_punti(fascia.punti)}"


def _grado(grado: Grado) -> str:
    return f"{con_maiuscola(grado.testo or grado.parola)}: {in_punti(grado.punti)}"


def _in_piu(voce: Voce) -> Iterator[str]:
    if voce.pertinente:
        yield f"{in_punti(voce.pertinente)} in più per ogni titolo pertinente al settore"


def _voci(una: str, molte: str, numeri: tuple[str, ...]) -> str:
    return f"{una} voce {numeri[0]}" if len(numeri) == 1 else f"{molte} voci {elenco(numeri)}"
