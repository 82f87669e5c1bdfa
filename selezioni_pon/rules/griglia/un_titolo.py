"""What one title gives of the items where the best counts: each kind in its own way."""

from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Final

from selezioni_pon.enums import FasciaContesa, TipoVoce
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.griglia.frasi import fascia_detta, voto_detto
from selezioni_pon.rules.griglia.modello import Grado, Voce
from selezioni_pon.rules.griglia.titoli import NULLA, Titolo

Letture = tuple[list[Fraction], str]


def grado_di(voce: Voce, parola: str) -> Grado:
    """The grade of a word; raises ValueError where the item does not have it."""
    for grado in voce.gradi:
        if grado.parola == parola:
            return grado
    raise ValueError(f"voce {voce.numero}: «{parola}» non è una sua parola")


def _voto(voce: Voce, titolo: Titolo, contesa: FasciaContesa) -> Letture:
    scala = voce.scala(titolo.su)
    if scala is None or titolo.voto is None:
        raise ValueError(f"voce {voce.numero}: serve un voto in una scala della griglia")
    fasce = scala.fasce_di(titolo.voto, lode=titolo.lode)
    favorevole = contesa is FasciaContesa.PIU_FAVOREVOLE
    letture = sorted({fascia.punti for fascia in fasce}, reverse=favorevole) or [NULLA]
    voto = voto_detto(titolo.voto, scala.su, lode=titolo.lode)
    return letture, f"{voto}, {fascia_detta(fasce, contesa)}"


def _si_no(voce: Voce, _titolo: Titolo, _contesa: FasciaContesa) -> Letture:
    return [voce.punti or NULLA], "il titolo c’è"


def _parola(voce: Voce, titolo: Titolo, _contesa: FasciaContesa) -> Letture:
    grado = grado_di(voce, titolo.grado)
    return [grado.punti], f"«{grado.testo or grado.parola}»"


def _dati(voce: Voce, titolo: Titolo, _contesa: FasciaContesa) -> Letture:
    massimo = voce.punti or NULLA
    if titolo.quanti > massimo:
        raise ValueError(f"voce {voce.numero}: {titolo.quanti} punti sono più di {massimo}")
    detto = f"la commissione ne dà {in_cifre(titolo.quanti)} su {in_cifre(massimo)}"
    return [titolo.quanti], detto


# What one title gives in each reading, the chosen one first, and how it is said.
LETTURE: Final[Mapping[TipoVoce, Callable[[Voce, Titolo, FasciaContesa], Letture]]] = {
    TipoVoce.SI_NO: _si_no,
    TipoVoce.VOTO: _voto,
    TipoVoce.SCELTA: _parola,
    TipoVoce.RUBRICA: _parola,
    TipoVoce.DISCREZIONALE: _dati,
}
