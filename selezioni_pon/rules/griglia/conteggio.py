"""The points of one item, before and after what limits it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from selezioni_pon.enums import FasciaContesa, TipoVoce
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.griglia.frasi import per_tanti
from selezioni_pon.rules.griglia.modello import Voce
from selezioni_pon.rules.griglia.titoli import NULLA, Titolo
from selezioni_pon.rules.griglia.un_titolo import LETTURE, grado_di


@dataclass(frozen=True, slots=True)
class Conto:
    """What the titles of an item give: ``lordi`` all of them, ``punti`` those within its limits.

    ``tutte`` are the titles, ``unita`` those that count. ``altri`` are the points, within the
    limits, of the readings not chosen where brackets overlap; ``detto`` is the sum in words.
    """

    lordi: Fraction = NULLA
    punti: Fraction = NULLA
    tutte: Fraction = NULLA
    unita: Fraction = NULLA
    altri: tuple[Fraction, ...] = ()
    detto: str = ""


def conta(voce: Voce, titoli: Sequence[Titolo], contesa: FasciaContesa) -> Conto:
    """The points of an item; of titles of the same kind the best counts, units are added up.

    Raises ValueError for a mark, a scale or a word that the item does not have.
    """
    presenti = [titolo for titolo in titoli if titolo.presente]
    if not presenti:
        return Conto()
    if voce.tipo is TipoVoce.UNITA:
        conto = _unita(voce, presenti)
    elif voce.tipo is TipoVoce.DURATE:
        conto = _durate(voce, presenti)
    else:
        singoli = [_uno(voce, titolo, contesa) for titolo in presenti]
        conto = max(singoli, key=lambda uno: (uno.punti, uno.altri, uno.detto))
    return _entro_il_tetto(voce, conto)


def _entro_il_tetto(voce: Voce, conto: Conto) -> Conto:
    if voce.tetto is None:
        return conto
    entro = [min(punti, voce.tetto) for punti in (conto.punti, *conto.altri)]
    return replace(conto, punti=entro[0], altri=tuple(entro[1:]))


def _uno(voce: Voce, titolo: Titolo, contesa: FasciaContesa) -> Conto:
    letture, detto = LETTURE[voce.tipo](voce, titolo, contesa)
    in_piu = voce.pertinente or NULLA
    if in_piu and titolo.pertinenti:
        letture = [punti + in_piu for punti in letture]
        detto += f", con {in_cifre(in_piu)} in più perché pertinente"
    punti, *altri = letture
    return Conto(punti, punti, Fraction(1), Fraction(1), tuple(altri), detto)


def _unita(voce: Voce, titoli: Sequence[Titolo]) -> Conto:
    quante = sum((titolo.quanti for titolo in titoli), NULLA)
    ciascuna = voce.punti or NULLA
    return _somma(voce, titoli, [("", quante, ciascuna)])


def _durate(voce: Voce, titoli: Sequence[Titolo]) -> Conto:
    quante: dict[str, Fraction] = {}
    for titolo in titoli:
        scritte: Mapping[str, Fraction | int]
        scritte = titolo.per_grado or {titolo.grado: titolo.quanti}
        for parola, numero in scritte.items():
            nome = grado_di(voce, parola).parola
            quante[nome] = quante.get(nome, NULLA) + numero
    # The best first: they are the ones that count where only some may.
    gradi = sorted(voce.gradi, key=lambda grado: -grado.punti)
    righe = [(g.parola, quante[g.parola], g.punti) for g in gradi if quante.get(g.parola)]
    return _somma(voce, titoli, righe)


def _somma(
    voce: Voce, titoli: Sequence[Titolo], righe: Sequence[tuple[str, Fraction, Fraction]]
) -> Conto:
    """Rows of (word, how many, points each), of which only the first ``massimo_unita`` count."""
    tutte = sum((quante for _, quante, _ in righe), NULLA)
    contate = tutte if voce.massimo_unita is None else min(tutte, Fraction(voce.massimo_unita))
    posti = contate
    lordi = punti = NULLA
    for _, quante, ciascuna in righe:
        contano = min(quante, posti)
        posti -= contano
        lordi += quante * ciascuna
        punti += contano * ciascuna
    pertinenti = min(Fraction(sum(titolo.pertinenti for titolo in titoli)), tutte)
    in_piu = voce.pertinente or NULLA
    detto = " + ".join(f"{parola} {per_tanti(n, uno)}".strip() for parola, n, uno in righe)
    if pertinenti and in_piu:
        detto += f" + pertinenti {per_tanti(pertinenti, in_piu)}"
    return Conto(
        lordi + pertinenti * in_piu,
        punti + min(pertinenti, contate) * in_piu,
        tutte,
        contate,
        detto=detto,
    )
