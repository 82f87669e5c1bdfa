"""The name of an organ inside a sentence: its article, its preposition, its gender."""

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
