"""A declared title, or what was accepted of it, in words."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.cifre import in_cifre, in_punti
from selezioni_pon.rules.griglia.frasi import voto_detto
from selezioni_pon.rules.griglia.modello import Voce
from selezioni_pon.rules.griglia.titoli import Titolo

NESSUNO: Final = "nessun titolo"


def titolo_detto(voce: Voce, titolo: Titolo) -> str:
    """``110 su 110 e lode``, ``3 titoli, di cui 1 pertinente``, ``posseduto``."""
    if not titolo.presente and voce.tipo is not TipoVoce.DISCREZIONALE:
        return NESSUNO
    return "".join((DETTI[voce.tipo](voce, titolo), *_pertinenti(voce, titolo)))


def _voto(voce: Voce, titolo: Titolo) -> str:
    scala = voce.scala(titolo.su)
    if titolo.voto is None or scala is None:
        return NESSUNO
    return voto_detto(titolo.voto, scala.su, lode=titolo.lode)


def _unita(_voce: Voce, titolo: Titolo) -> str:
    uno = titolo.quanti == 1
    return f"{in_cifre(titolo.quanti)} {'titolo' if uno else 'titoli'}"


def _durate(voce: Voce, titolo: Titolo) -> str:
    testi = {grado.parola: grado.testo or grado.parola for grado in voce.gradi}
    if voce.massimo_unita == 1:
        return elenco(testi.get(parola, parola) for parola, n in titolo.per_grado.items() if n)
    return elenco(
        f"{n} × {testi.get(parola, parola)}" for parola, n in titolo.per_grado.items() if n
    )


def _parola(voce: Voce, titolo: Titolo) -> str:
    testi = {grado.parola: grado.testo or grado.parola for grado in voce.gradi}
    return f"«{testi.get(titolo.grado, titolo.grado)}»"


def _pertinenti(voce: Voce, titolo: Titolo) -> Iterator[str]:
    if voce.pertinente is None or not titolo.pertinenti:
        return
    if voce.tipo in (TipoVoce.UNITA, TipoVoce.DURATE):
        yield f", di cui {plurale(titolo.pertinenti, 'pertinente', 'pertinenti')}"
    else:
        yield ", pertinente al settore"


DETTI: Final[Mapping[TipoVoce, Callable[[Voce, Titolo], str]]] = {
    TipoVoce.SI_NO: lambda _voce, _titolo: "posseduto",
    TipoVoce.VOTO: _voto,
    TipoVoce.UNITA: _unita,
    TipoVoce.DURATE: _durate,
    TipoVoce.SCELTA: _parola,
    TipoVoce.RUBRICA: _parola,
    TipoVoce.DISCREZIONALE: lambda _voce, titolo: in_punti(titolo.quanti),
}
