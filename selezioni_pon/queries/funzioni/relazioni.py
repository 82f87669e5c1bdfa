"""The reports of a function: those due with their day, those given, the months without a word."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils import timezone

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import TipoRelazione
from selezioni_pon.models import AttribuzioneFunzione, RelazioneFunzione
from selezioni_pon.queries.funzioni.regole import regole_di
from selezioni_pon.rules.funzioni_strumentali.durata import Dovuta, mesi_scoperti, relazioni

UN_GIORNO: Final = timedelta(days=1)


@dataclass(frozen=True)
class RigaRelazione:
    """A report that is due, and the one that was given."""

    dovuta: Dovuta
    data: RelazioneFunzione | None


@dataclass(frozen=True)
class Relazioni:
    """All of a function."""

    dovute: Sequence[RigaRelazione]
    aggiornamenti: Sequence[RelazioneFunzione]
    scoperti: Sequence[Violazione]

    @property
    def prossima(self) -> TipoRelazione:
        """The one that is likely to be written now."""
        mancano = (una.dovuta.codice for una in self.dovute if una.data is None)
        return TipoRelazione(next(mancano, TipoRelazione.AGGIORNAMENTO.value))


def relazioni_di(attribuzione: AttribuzioneFunzione, oggi: date) -> Relazioni:
    """The reports of a function on a day. One query where its areas came with it."""
    procedura = attribuzione.domanda.area.procedura
    regole = regole_di(procedura, [], oggi)
    date_ = list(attribuzione.relazioni.order_by("presentata_il", "pk"))
    per_tipo = {una.tipo: una for una in date_}
    dovute = relazioni(attribuzione.dal, regole)
    giorni = [timezone.localdate(una.presentata_il) for una in date_]
    ultimo = min(attribuzione.cessata_il or attribuzione.al, oggi)
    # The month that is not over yet may still have its word.
    finiti = ultimo if ultimo < oggi else date(oggi.year, oggi.month, 1) - UN_GIORNO
    scoperti = mesi_scoperti(attribuzione.dal, finiti, giorni, regole)
    return Relazioni(
        [RigaRelazione(una, per_tipo.get(una.codice)) for una in dovute],
        [una for una in date_ if una.tipo == TipoRelazione.AGGIORNAMENTO],
        scoperti,
    )
