"""Names and numbers inside a sentence: the article, the preposition, the gender."""

from typing import Final

FEMMINILI: Final = frozenset({"giunta", "commissione", "assemblea", "sezione", "adunanza"})
VOCALI: Final = "aeiouàèéìòùAEIOUÀÈÉÌÒÙ"


def femminile(nome: str) -> bool:
    """Whether one says «la Giunta», «l’Assemblea»: by the first word of the name."""
    return nome.split(maxsplit=1)[0].lower() in FEMMINILI if nome.split() else False


def con_articolo(nome: str) -> str:
    """``Il Consiglio d’istituto``, ``La Giunta esecutiva``, ``L’Organo di garanzia``."""
    return _unito(nome, "L’", "La ", "Il ")


def di(nome: str) -> str:
    """``del Consiglio d’istituto``, ``della Giunta esecutiva``, ``dell’Organo di garanzia``."""
    return _unito(nome, "dell’", "della ", "del ")


def _unito(nome: str, elisa: str, femminile_: str, maschile: str) -> str:
    if nome[:1] in VOCALI:
        return elisa + nome
    return (femminile_ if femminile(nome) else maschile) + nome


def accorda(nome: str, participio: str) -> str:
    """``convocato`` or ``convocata``, as the organ wants it."""
    return participio[:-1] + ("a" if femminile(nome) else "o")


def concorda(participio: str, sesso: str) -> str:
    """``eletto`` or ``eletta``, as the person wants it; what is no participle stays as it is."""
    femminile_ = sesso == "F" and " " not in participio and participio.endswith("to")
    return f"{participio[:-1]}a" if femminile_ else participio


def gli(numero: int) -> str:
    """A number with its article, as one says it aloud: ``i 9``, ``gli 11``."""
    return f"gli {numero}" if _con_vocale(numero) else f"i {numero}"


def degli(numero: int) -> str:
    """The same with «di»: ``dei 9``, ``degli 11``."""
    return f"degli {numero}" if _con_vocale(numero) else f"dei {numero}"


def _con_vocale(numero: int) -> bool:
    # «otto», «undici», «ottanta», «ottocento».
    return numero == 11 or str(numero).startswith("8")
