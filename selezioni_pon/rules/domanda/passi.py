"""Which steps an application has: those of everybody, and those that its call asks for.

Source: IC Porto Venere, Regolamento incarichi, art. 4 cc. 4 and 7 (points for the projects, offer
between a least and a most).
"""

from collections.abc import Mapping
from typing import Final

from selezioni_pon.enums import ChiPropone, Passo
from selezioni_pon.rules.griglia.modello import Griglia
from selezioni_pon.rules.offerta import Compenso

# What each step writes of the row of the application; titles and files are rows of their own.
CAMPI: Final[Mapping[Passo, tuple[str, ...]]] = {
    Passo.DATI: (
        "provenienza", "amministrazione", "esenzione", "cooperativa", "coop_sola",
        "coop_finalita", "coop_contributi", "coop_offerta", "cittadinanza", "titolo_di_studio",
        "specializzazione", "deroga", "giorni_servizio",
    ),
    Passo.PROGETTO: ("proposta",),
    Passo.OFFERTA: ("offerta",),
    Passo.DICHIARAZIONI: (
        "diritti_civili", "senza_condanne", "senza_procedimenti", "risponde_del_vero",
    ),
}  # fmt: skip


def chiede_titoli(griglia: Griglia) -> bool:
    """Whether whoever applies declares anything at all."""
    return any(voce.chi is ChiPropone.CANDIDATO for voce in griglia.voci)


def chiede_progetto(griglia: Griglia) -> bool:
    """Whether the commission gives points, which it gives to what is proposed."""
    return any(voce.chi is ChiPropone.COMMISSIONE for voce in griglia.voci)


def chiede_offerta(compenso: Compenso | None) -> bool:
    """Whether each says a price: pay that is fixed is nobody’s to offer."""
    return compenso is not None and not compenso.fisso


def passi(griglia: Griglia, compenso: Compenso | None) -> tuple[Passo, ...]:
    """The steps of the applications to a call, in order."""
    chiesti = {
        Passo.TITOLI: chiede_titoli(griglia),
        Passo.PROGETTO: chiede_progetto(griglia),
        Passo.OFFERTA: chiede_offerta(compenso),
    }
    return tuple(passo for passo in Passo if chiesti.get(passo, True))
