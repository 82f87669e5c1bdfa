"""An item of a grid read from its data: each kind has its own figures and no others."""

from collections.abc import Mapping
from fractions import Fraction
from typing import Final

from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.rules.griglia.modello import Fascia, Grado, Scala, Voce
from selezioni_pon.rules.griglia.tabella import Tabella

OGNI_VOCE: Final = frozenset({"numero", "testo", "tipo"})
DI_VOCE: Final = OGNI_VOCE | {
    *("chi", "tetto", "minimo_per_contare", "pertinente", "altro_nome", "stampato"),
    *("solo_per", "assorbita_da", "mai_con", "richiede"),
}
# What each kind cannot do without.
SERVE: Final[Mapping[TipoVoce, str]] = {
    TipoVoce.SI_NO: "punti",
    TipoVoce.VOTO: "scale",
    TipoVoce.UNITA: "punti",
    TipoVoce.DURATE: "gradi",
    TipoVoce.SCELTA: "gradi",
    TipoVoce.RUBRICA: "gradi",
    TipoVoce.DISCREZIONALE: "punti",
}
VOTO_PIENO_MASSIMO: Final = 1000
PIU_DI_UNO: Final = frozenset({TipoVoce.UNITA, TipoVoce.DURATE})
DELLA_COMMISSIONE: Final = frozenset({TipoVoce.RUBRICA, TipoVoce.DISCREZIONALE})


def voce_da(tabella: Tabella) -> Voce:
    """The item that a table describes.

    Raises ValueError, in Italian and with the place, for what makes no item.
    """
    tipo = tabella.scelta("tipo", TipoVoce)
    serve = SERVE[tipo]
    altre = {serve, "massimo_unita"} if tipo in PIU_DI_UNO else {serve}
    tabella.solo(DI_VOCE | altre, OGNI_VOCE | {serve})
    return Voce(
        numero=tabella.pieno("numero"),
        testo=tabella.pieno("testo"),
        tipo=tipo,
        chi=_chi(tabella, tipo),
        punti=tabella.punti() if serve == "punti" else None,
        tetto=tabella.cifra("tetto"),
        massimo_unita=tabella.intero("massimo_unita"),
        minimo_per_contare=tabella.testo("minimo_per_contare"),
        scale=_scale(tabella),
        gradi=_gradi(tabella),
        pertinente=tabella.cifra("pertinente"),
        altro_nome=tabella.testo("altro_nome"),
        solo_per=tabella.testi("solo_per"),
        assorbita_da=tabella.testi("assorbita_da"),
        mai_con=tabella.testi("mai_con"),
        richiede=tabella.testi("richiede"),
        stampato=tabella.testo("stampato"),
    )


def _chi(tabella: Tabella, tipo: TipoVoce) -> ChiPropone:
    giudizio = tipo in DELLA_COMMISSIONE
    proprio = ChiPropone.COMMISSIONE if giudizio else ChiPropone.CANDIDATO
    if tabella.scelta("chi", ChiPropone, proprio) is not proprio:
        lo_dice = "un giudizio lo dà la commissione"
        tabella.errore("chi", lo_dice if giudizio else "i titoli li dichiara chi si candida")
    return proprio


def _gradi(tabella: Tabella) -> tuple[Grado, ...]:
    gradi = tuple(_grado(uno) for uno in tabella.tabelle("gradi"))
    if "gradi" in tabella.dati and not gradi:
        tabella.errore("gradi", "ne serve almeno uno")
    if len({grado.parola.casefold() for grado in gradi}) < len(gradi):
        tabella.errore("gradi", "una parola è scritta due volte")
    return gradi


def _grado(tabella: Tabella) -> Grado:
    tabella.solo(frozenset({"parola", "punti", "testo"}))
    return Grado(tabella.pieno("parola"), tabella.punti(), tabella.testo("testo"))


def _scale(tabella: Tabella) -> tuple[Scala, ...]:
    scale = tuple(_scala(una) for una in tabella.tabelle("scale"))
    if "scale" in tabella.dati and not scale:
        tabella.errore("scale", "ne serve almeno una")
    if len({scala.su for scala in scale}) < len(scale):
        tabella.errore("scale", "due hanno lo stesso voto pieno")
    return scale


def _scala(tabella: Tabella) -> Scala:
    tabella.solo(frozenset({"su", "minimo", "fasce"}))
    su, minimo = tabella.contato("su"), tabella.contato("minimo")
    if not minimo <= su <= VOTO_PIENO_MASSIMO:
        tabella.errore("su", f"da {minimo} a {su} non è una scala: al più {VOTO_PIENO_MASSIMO}")
    fasce = tuple(_fascia(una, minimo, su) for una in tabella.tabelle("fasce"))
    return Scala(su, minimo, fasce or tabella.errore("fasce", "ne serve almeno una"))


def _fascia(tabella: Tabella, minimo: int, su: int) -> Fascia:
    tabella.solo(frozenset({"da", "a", "lode", "punti"}))
    da, a, lode = tabella.cifra("da"), tabella.cifra("a"), tabella.vero("lode")
    prima, ultima = (Fraction(minimo) if da is None else da), (Fraction(su) if a is None else a)
    if not minimo <= prima <= ultima <= su:
        tabella.errore("", f"la fascia non sta fra {minimo} e {su}")
    if lode and prima != su:
        tabella.errore("da", f"la lode è solo con il voto pieno, {su}")
    return Fascia(da, a, lode, tabella.punti())
