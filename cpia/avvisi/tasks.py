"""The beat only ticks: what is due is found in PostgreSQL."""

import logging
from collections.abc import Callable
from datetime import datetime
from functools import partial
from typing import Any

from celery import shared_task
from celery.exceptions import SoftTimeLimitExceeded

from cpia.avvisi import queries, registri, services
from cpia.avvisi.guasti import racconta
from cpia.scuola import orologio, tenancy

AL_MASSIMO = 2000
# One digest at which the server hangs up does not stop those of the others; two say it is down.
DI_FILA = 2
log = logging.getLogger(__name__)


@shared_task(name="cpia.avvisi.batti", ignore_result=True)
def batti() -> None:
    """One tick: plan the reminders of each institute, wake lost work, deliver what is due."""
    giro = services.Giro()
    for istituto_id in tenancy.id_degli_istituti():
        for pianifica in registri.pianificatori:
            _fai(istituto_id, pianifica)
        _fai(istituto_id, _risveglia)
        for _ in range(AL_MASSIMO):
            if not _fai(istituto_id, partial(_consegna, giro)):
                break
        if not giro.posta_ferma:
            _manda_riepiloghi(istituto_id, giro)


def _manda_riepiloghi(istituto_id: int, giro: services.Giro) -> None:
    """The digests whose hour has come, each in its transaction, as long as mail can leave."""
    di_fila = 0
    for preferenze_id in _fai(istituto_id, queries.riepiloghi_dovuti) or ():
        partito = _fai(istituto_id, partial(_manda_riepilogo, preferenze_id))
        di_fila = di_fila + 1 if partito is False else 0
        if di_fila == DI_FILA:
            giro.posta_ferma = True
            return


def _manda_riepilogo(preferenze_id: int, istituto_id: int, adesso: datetime) -> bool:
    return services.manda_riepilogo(
        istituto_id=istituto_id, preferenze_id=preferenze_id, adesso=adesso
    )


def _fai(istituto_id: int, passo: Callable[[int, datetime], Any]) -> Any:
    """One step in a transaction of its own; a fault is logged and stops nobody else's notices."""
    try:
        with tenancy.istituto_corrente(istituto_id):
            return passo(istituto_id, orologio.adesso())
    except SoftTimeLimitExceeded:
        raise
    except Exception as guasto:  # noqa: BLE001 -- whatever it is, the other institutes go on
        log.error("battito, istituto %s: %s", istituto_id, racconta(guasto))
        return None


def _risveglia(istituto_id: int, adesso: datetime) -> None:
    services.riaccoda_persi(istituto_id=istituto_id, adesso=adesso)


def _consegna(giro: services.Giro, istituto_id: int, adesso: datetime) -> bool:
    return services.consegna_prossimo(istituto_id=istituto_id, adesso=adesso, giro=giro)
