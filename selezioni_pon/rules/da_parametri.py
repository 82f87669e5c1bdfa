"""From the parameters of a school to the figures of enrolments and funzioni strumentali."""

from collections.abc import Callable, Mapping
from typing import Any, Final, TypeVar

from cpia.norme.rules import Valore as ValoreDiNorma
from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.motivi import Valore
from selezioni_pon.rules.funzioni_strumentali.modello import ParametriFunzioni
from selezioni_pon.rules.infanzia.parametri import (
    NumeriAnticipi,
    ParametriInfanzia,
    PostiPerSezione,
    RegoleEta,
)

T = TypeVar("T")
INFANZIA: Final = "selezioni.infanzia."
FUNZIONI: Final = "selezioni.funzioni."


def letto(preso: ValoreDiNorma, come: Callable[[Any], T]) -> Valore[T]:
    """The value of a parameter with its source and the one that disagrees."""
    return Valore(come(preso.valore), preso.fonte, preso.in_contrasto_con)


def infanzia_dai_parametri(valori: Mapping[str, ValoreDiNorma]) -> ParametriInfanzia:
    """Places, ages and early children out of ``selezioni.infanzia.*``.

    Raises KeyError if one lacks, ValueError for rows of early children that do not match or for
    a day of birth that is none.
    """

    def valore(voce: str, come: Callable[[Any], T]) -> Valore[T]:
        return letto(valori[f"{INFANZIA}{voce}"], come)

    return ParametriInfanzia(
        eta=RegoleEta(valore("nati_entro", _giorno), valore("anticipo_nati_entro", _giorno)),
        posti=PostiPerSezione(
            valore("soglia_lista", int), valore("posti", int), valore("posti_estremi", int)
        ),
        anticipi=NumeriAnticipi(
            al=valore("anticipi_al", _giorno),
            iscritti=valore("anticipi_iscritti", tuple),
            ammessi=valore("anticipi_ammessi", tuple),
            massimo=valore("anticipi_frequentanti", int),
            con_attesa=valore("anticipi_con_attesa", bool),
        ),
    )


def funzioni_dai_parametri(valori: Mapping[str, ValoreDiNorma]) -> ParametriFunzioni:
    """The figures of the funzioni strumentali out of ``selezioni.funzioni.*``.

    Raises KeyError if one lacks, ValueError for a day of a report that is none.
    """

    def valore(voce: str, come: Callable[[Any], T]) -> Valore[T]:
        return letto(valori[f"{FUNZIONI}{voce}"], come)

    return ParametriFunzioni(
        solo_di_ruolo=valore("solo_di_ruolo", bool),
        anni=valore("anni", int),
        ripiego=valore("ripiego", bool),
        una_sola=valore("una_sola", bool),
        collaboratore_escluso=valore("collaboratore_escluso", bool),
        membri=valore("membri", int),
        supplenti=valore("supplenti", int),
        inappellabile=valore("inappellabile", bool),
        durata=valore("durata", int),
        sottogruppo=valore("sottogruppo", int),
        relazione_iniziale=valore("relazione_iniziale", _giorno),
        relazione_finale=valore("relazione_finale", _giorno),
    )


def _giorno(valore: object) -> GiornoMese:
    if isinstance(valore, GiornoMese):
        return valore
    raise ValueError("qui occorre un giorno dell’anno: «nessuno» non si può scrivere")
