"""Long imports in the background: ids in, one act, all or nothing."""

from celery import shared_task

from cpia.scuola import orologio, registri
from cpia.scuola.importazione import access
from cpia.scuola.importazione.queries import ANNULLA, IMPORTA
from cpia.scuola.registri import Svolgimento
from cpia.scuola.services import importazioni as servizi


@shared_task(name=IMPORTA, ignore_result=True)
def importa(istituto_id: int, lavoro_id: int) -> None:
    """Carry out a long import."""

    def compito(svolgimento: Svolgimento) -> None:
        adesso = orologio.adesso()
        autore, importazione = access.per_il_lavoro(istituto_id, svolgimento, adesso)
        servizi.esegui_in_disparte(
            autore=autore, adesso=adesso, importazione=importazione, svolgimento=svolgimento
        )

    registri.svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)


@shared_task(name=ANNULLA, ignore_result=True)
def annulla(istituto_id: int, lavoro_id: int) -> None:
    """Take a long import back."""

    def compito(svolgimento: Svolgimento) -> None:
        adesso = orologio.adesso()
        autore, importazione = access.per_il_lavoro(istituto_id, svolgimento, adesso)
        servizi.annulla_in_disparte(
            autore=autore, adesso=adesso, importazione=importazione, svolgimento=svolgimento
        )

    registri.svolgi(istituto_id=istituto_id, lavoro_id=lavoro_id, compito=compito)
