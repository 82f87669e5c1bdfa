"""Who reviewed the courtesy texts of each language, as they are now."""

from dataclasses import dataclass

from patto_formativo.cortesia import testi
from patto_formativo.enums import Lingua
from patto_formativo.models import TestoApprovato

DA_RILEGGERE = tuple(lingua for lingua in Lingua if lingua != Lingua.ITALIANO)


@dataclass(frozen=True, slots=True)
class StatoTesti:
    """A language: the approval that holds, else the last one of texts that changed since."""

    lingua: Lingua
    approvazione: TestoApprovato | None
    precedente: TestoApprovato | None

    @property
    def impronta(self) -> str:
        """The SHA-256 of the texts as they are now."""
        return testi(self.lingua).impronta


def mediatore(istituto_id: int, lingua: Lingua) -> str:
    """Who approved the texts of a language as they are now; empty when nobody did."""
    if lingua == Lingua.ITALIANO:
        return ""
    trovato = TestoApprovato.objects.filter(
        istituto=istituto_id, lingua=lingua, impronta=testi(lingua).impronta
    ).first()
    return trovato.mediatore if trovato else ""


def stato_dei_testi(istituto_id: int) -> list[StatoTesti]:
    """Every language that is to be reviewed. One query."""
    righe = list(
        TestoApprovato.objects.filter(istituto=istituto_id).select_related("registrato_da")
    )
    return [_stato(lingua, [r for r in righe if r.lingua == lingua]) for lingua in DA_RILEGGERE]


def _stato(lingua: Lingua, righe: list[TestoApprovato]) -> StatoTesti:
    """Of a language, its rows from the newest."""
    impronta = testi(lingua).impronta
    approvazione = next((r for r in righe if r.impronta == impronta), None)
    precedente = next((r for r in righe if r.impronta != impronta), None)
    return StatoTesti(lingua, approvazione, None if approvazione else precedente)
