"""Why a level is what it is: the reasons in words and the sum as on paper."""

from collections.abc import Iterable
from fractions import Fraction

from competenze.enums import Livello, Mezzo
from competenze.rules.italiano import decimale, esatto, quanti
from competenze.rules.media import (
    CRITERI_PREDEFINITI,
    LIVELLI,
    Criteri,
    Riepilogo,
    livello_proposto,
)
from competenze.rules.motivi import CIRCOLARE_B
from cpia.norme.rules.motivi import Motivo

VERSO = {
    Mezzo.IN_SU: "il mezzo sale",
    Mezzo.IN_GIU: "il mezzo scende",
}


def perche(riepilogo: Riepilogo, criteri: Criteri = CRITERI_PREDEFINITI) -> tuple[Motivo, ...]:
    """The reasons of one result, never empty, each with its own source and numbers.

    Source of the mean: Circolare n. 417/2024, letter B; rounding and minimum carry their own.
    """
    motivi = []
    if riepilogo.numero:
        motivi.append(_della_media(riepilogo, criteri))
    if riepilogo.non_valutate:
        motivi.append(_dei_non_valutati(riepilogo))
    livello = livello_proposto(riepilogo, criteri)
    if livello is None:
        motivi.append(_del_minimo(riepilogo, criteri))
    elif a_meta(riepilogo):
        motivi.append(_del_mezzo(riepilogo, livello, criteri))
    return tuple(motivi)


def conto(livelli: Iterable[Livello], criteri: Criteri = CRITERI_PREDEFINITI) -> tuple[str, ...]:
    """The sum line by line, in the order given: ``3+2 = 5``, ``5 : 2 = 2,50``, the level."""
    contati = [livello.numero for livello in livelli if livello.numero is not None]
    if not contati:
        return ("nessuna valutazione da contare",)
    riepilogo = Riepilogo.di(LIVELLI[numero] for numero in contati)
    addendi = "+".join(map(str, contati))
    return (
        f"{addendi} = {riepilogo.somma}",
        f"{riepilogo.somma} : {riepilogo.numero} = {_quoziente(riepilogo)}",
        _arrivo(riepilogo, criteri),
    )


def a_meta(riepilogo: Riepilogo) -> bool:
    """Whether the mean lies exactly halfway between two levels."""
    return bool(riepilogo.numero) and _media(riepilogo).denominator == 2


def intera(riepilogo: Riepilogo) -> bool:
    """Whether the mean is a level's own number, with nothing to round."""
    return bool(riepilogo.numero) and _media(riepilogo).denominator == 1


def nome(livello: Livello) -> str:
    """Code and name: ``B Intermedio``."""
    return f"{livello} {livello.etichetta}"


def fra(riepilogo: Riepilogo) -> tuple[Livello, Livello]:
    """The two levels around a mean that is exactly halfway."""
    basso = riepilogo.somma // riepilogo.numero
    return LIVELLI[basso], LIVELLI[basso + 1]


def _della_media(riepilogo: Riepilogo, criteri: Criteri) -> Motivo:
    valutazioni = quanti(riepilogo.numero, "valutazione", "valutazioni")
    testo = f"La media di {valutazioni} è {_frazione(riepilogo)}"
    return Motivo("media", CIRCOLARE_B, f"{testo}{_conseguenza(riepilogo, criteri)}.")


def _conseguenza(riepilogo: Riepilogo, criteri: Criteri) -> str:
    livello = livello_proposto(riepilogo, criteri)
    if livello is None:
        return ""
    if a_meta(riepilogo):
        basso, alto = fra(riepilogo)
        verso = VERSO[criteri.mezzo.valore]
        return f": a metà fra {_pesato(basso)} e {_pesato(alto)}, {verso}: {nome(livello)}"
    quale = "il livello è" if intera(riepilogo) else "il livello più vicino è"
    return f": {quale} {_pesato(livello)}"


def _del_mezzo(riepilogo: Riepilogo, livello: Livello, criteri: Criteri) -> Motivo:
    mezzo = criteri.mezzo
    testo = f"La media è a metà fra due livelli e {VERSO[mezzo.valore]}"
    passaggio = f"{_decimale(riepilogo)} diventa {livello.numero}, {nome(livello)}"
    return Motivo(f"mezzo_{mezzo.valore}", mezzo.fonte, f"{testo}: {passaggio}.")


def _dei_non_valutati(riepilogo: Riepilogo) -> Motivo:
    inserite = riepilogo.numero + riepilogo.non_valutate
    testo = (
        f"Inserite: {inserite}; «non valutato», fuori dalla media: {riepilogo.non_valutate}; "
        f"contate: {riepilogo.numero}."
    )
    return Motivo("non_valutato", CIRCOLARE_B, testo)


def _del_minimo(riepilogo: Riepilogo, criteri: Criteri) -> Motivo:
    minimo = criteri.minimo
    serve = "ne serve" if minimo.valore == 1 else "ne servono"
    testo = (
        f"Valutazioni presenti: {riepilogo.numero}; {serve} almeno {minimo.valore}: "
        "il livello è da definire in scrutinio."
    )
    return Motivo("minimo_valutazioni", minimo.fonte, testo)


def _arrivo(riepilogo: Riepilogo, criteri: Criteri) -> str:
    livello = livello_proposto(riepilogo, criteri)
    if livello is None:
        minimo = criteri.minimo.valore
        return f"{riepilogo.numero} su almeno {minimo} → da definire in scrutinio"
    if a_meta(riepilogo):
        basso, alto = fra(riepilogo)
        dove = f"è a metà fra {basso} ({basso.numero}) e {alto} ({alto.numero})"
    else:
        dove = f"{'è' if intera(riepilogo) else 'è più vicino a'} {livello} ({livello.numero})"
    return f"{_decimale(riepilogo)} {dove} → {livello}"


def _frazione(riepilogo: Riepilogo) -> str:
    media = _media(riepilogo)
    scritta = f"{riepilogo.somma}/{riepilogo.numero}"
    ridotta = "" if scritta == str(media) else f" = {media}"
    circa = "" if esatto(media) else "circa "
    tra_parentesi = "" if media.denominator == 1 else f" ({circa}{decimale(media)})"
    return f"{scritta}{ridotta}{tra_parentesi}"


def _quoziente(riepilogo: Riepilogo) -> str:
    media = _media(riepilogo)
    if media.denominator == 1:
        return str(media)
    return f"{media} {'=' if esatto(media) else '≈'} {decimale(media)}"


def _pesato(livello: Livello) -> str:
    return f"{nome(livello)} ({livello.numero})"


def _decimale(riepilogo: Riepilogo) -> str:
    return decimale(_media(riepilogo))


def _media(riepilogo: Riepilogo) -> Fraction:
    return Fraction(riepilogo.somma, riepilogo.numero)
