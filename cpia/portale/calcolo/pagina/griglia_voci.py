"""An item of a grid on the page: what it gives, the fields that ask it, an example of its value."""

from collections.abc import Callable, Iterator
from fractions import Fraction

from cpia.portale.calcolo.numeri import esatto
from cpia.portale.calcolo.pagina.descrizione import Campo, Genere, Parte, Scelte
from cpia.portale.calcolo.pagina.griglia_parole import quanto_da
from cpia.scuola.parole import con_maiuscola
from selezioni_pon.enums import TipoVoce
from selezioni_pon.rules.griglia.modello import Griglia, Voce

TITOLI = "titoli"
# Key of the value when it has more than one, label and kind of the field.
CHIEDE = {
    TipoVoce.SI_NO: ("posseduto", "Si possiede", Genere.SI_NO),
    TipoVoce.UNITA: ("quanti", "Quanti", Genere.INTERO),
    TipoVoce.DISCREZIONALE: ("punti", "Punti dati", Genere.INTERO),
}
PAROLA = ("grado", "Quale", Genere.SCELTA)


def parte(voce: Voce) -> Parte:
    """The line of an item: its number as a request names it, what it gives, what is asked."""
    celle = (("Titolo", voce.testo), ("Punti", quanto_da(voce)))
    return Parte(f"Voce {voce.numero}: {voce.testo}", voce.numero, celle, campi(voce))


def campi(voce: Voce) -> tuple[Campo, ...]:
    """The fields that ask what one has of an item, each at its place in the request."""
    match voce.tipo:
        case TipoVoce.VOTO:
            return tuple(_del_voto(voce))
        case TipoVoce.DURATE if voce.massimo_unita != 1:
            return tuple(_dentro(voce, g.parola, con_maiuscola(g.parola)) for g in voce.gradi)
        case _:
            return tuple(_del_titolo(voce))


def _del_voto(voce: Voce) -> Iterator[Campo]:
    yield _dentro(voce, "voto", "Voto")
    if len(voce.scale) > 1:
        su = tuple((str(scala.su), str(scala.su)) for scala in voce.scale)
        nota = f"Se non si sceglie, {_scala_solita(voce)}."
        yield _dentro(voce, "su", "Su", Genere.SCELTA_DI_NUMERO, su, nota=nota)
    if any(fascia.lode for scala in voce.scale for fascia in scala.fasce):
        yield _dentro(voce, "lode", "Con lode", Genere.SI_NO)
    if voce.pertinente is not None:
        yield _dentro(voce, "pertinente", "Pertinente al settore", Genere.SI_NO)


def _del_titolo(voce: Voce) -> Iterator[Campo]:
    """The value alone; beside «pertinente», where the item has it, the value has its own key."""
    chiave, etichetta, genere = CHIEDE.get(voce.tipo, PAROLA)
    gradi = tuple((grado.parola, grado.testo or grado.parola) for grado in voce.gradi)
    if voce.pertinente is None:
        yield _campo((TITOLI, voce.numero), etichetta, genere, gradi)
        return
    yield _dentro(voce, chiave, etichetta, genere, gradi)
    if voce.tipo is TipoVoce.UNITA:
        yield _dentro(voce, "pertinenti", "Di cui pertinenti al settore")
    else:
        yield _dentro(voce, "pertinente", "Pertinente al settore", Genere.SI_NO)


def _dentro(
    voce: Voce,
    chiave: str,
    etichetta: str,
    genere: Genere = Genere.INTERO,
    scelte: Scelte = (),
    *,
    nota: str = "",
) -> Campo:
    """One of the fields of an item."""
    return _campo((TITOLI, voce.numero, chiave), etichetta, genere, scelte, nota)


def _campo(
    dove: tuple[str, ...], etichetta: str, genere: Genere, scelte: Scelte, nota: str = ""
) -> Campo:
    # A dot in the name of a field would have to be escaped wherever a style or a script names it.
    chiave = "-".join(dove).replace(".", "-")
    return Campo(chiave, etichetta, genere, scelte, nota=nota, dove=dove)


def _scala_solita(voce: Voce) -> int:
    """The full mark of the scale that is meant when none is named."""
    return max(scala.su for scala in voce.scale)


def esempio_di(griglia: Griglia) -> dict[str, object]:
    """One title of each item that whoever is in the profile of the grid may name."""
    return {
        voce.numero: _esempio(voce)
        for voce in griglia.voci
        if voce.per(griglia.profilo) and not voce.richiede and not voce.assorbita_da
    }


def _esempio(voce: Voce) -> object:
    """The full mark, one title, the last word, all the points of the commission."""
    punti = voce.punti or Fraction(0)
    valori: dict[TipoVoce, Callable[[], object]] = {
        TipoVoce.SI_NO: lambda: True,
        TipoVoce.VOTO: lambda: {"voto": _scala_solita(voce)},
        TipoVoce.UNITA: lambda: 1 if voce.pertinente is None else {"quanti": 1, "pertinenti": 1},
        TipoVoce.DISCREZIONALE: lambda: int(punti) if punti.denominator == 1 else esatto(punti),
    }
    if voce.tipo is TipoVoce.DURATE and voce.massimo_unita != 1:
        return {grado.parola: 1 for grado in voce.gradi}
    return valori.get(voce.tipo, lambda: voce.gradi[-1].parola)()
