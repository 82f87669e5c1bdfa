"""The other pages of the app that a person may open, for the landing."""

from collections.abc import Callable
from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.urls import reverse

from cpia.scuola.access import Contesto
from patto_formativo.access.commissione import guarda
from patto_formativo.access.condivisi import elenco
from patto_formativo.access.frequenza import vede_assenti, vede_gruppi
from patto_formativo.access.iscrizioni import cpia, legge
from patto_formativo.access.patti import esige_seguito, esige_sezioni, esige_ufficio

PAGINE: Final[tuple[tuple[str, str, Callable[[Contesto], None]], ...]] = (
    ("Domande di iscrizione", "patto:domande", legge),
    ("Titoli di soggiorno", "patto:soggiorno", legge),
    ("Anno e offerta", "patto:iscrizioni", legge),
    ("Gruppi di livello", "patto:gruppi", vede_gruppi),
    ("Assenti", "patto:assenti", vede_assenti),
    ("Da approvare", "patto:da_approvare", esige_sezioni),
    ("Da firmare", "patto:da_firmare", esige_seguito),
    ("Patti di due anni", "patto:biennali", esige_ufficio),
    ("Rapporto", "patto:rapporto", esige_ufficio),
    ("Commissione", "patto:commissione", guarda),
)
CONDIVISI: Final = ("Patti condivisi", "patto:condivisi", elenco)


def legami(contesto: Contesto) -> list[tuple[str, str]]:
    """Words and address of the pages that this person may open.

    A school that is no CPIA has only what a CPIA shares with it.
    """
    slug = contesto.istituto.slug
    pagine = (*PAGINE, CONDIVISI) if _e_un_cpia(contesto) else (CONDIVISI,)
    return [
        (testo, reverse(nome, args=[slug]))
        for testo, nome, guardia in pagine
        if _puo(guardia, contesto)
    ]


def _e_un_cpia(contesto: Contesto) -> bool:
    try:
        cpia(contesto.istituto)
    except Http404:
        return False
    return True


def _puo(guardia: Callable[[Contesto], None], contesto: Contesto) -> bool:
    try:
        guardia(contesto)
    except PermissionDenied:
        return False
    return True
