"""The calls already made of a selection, as the rules take them, and the one that comes next."""

from collections.abc import Sequence
from typing import Final

from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Count, Q
from django.utils import timezone

from selezioni_pon.enums import Fase, MotivoImpossibilita, StatoAvviso, StatoProposta
from selezioni_pon.models import Avviso, Selezione
from selezioni_pon.models import Impossibilita as Accertata
from selezioni_pon.rules.fasi import fasi_prima
from selezioni_pon.rules.impossibilita import FaseSvolta, Impossibilita
from selezioni_pon.rules.regole import RegoleSelezioni

ACCETTATE: Final = Count(
    "candidature__proposte",
    filter=Q(candidature__proposte__stato=StatoProposta.ACCETTATA.value),
    distinct=True,
)
FATTI: Final = (StatoAvviso.PUBBLICATO.value, StatoAvviso.CONCLUSO.value)


def svolte(selezione: Selezione) -> list[FaseSvolta]:
    """The calls published, in their order, each as it ended; none revoked. One query."""
    righe = (
        Avviso.objects.filter(
            istituto_id=selezione.istituto_id, selezione=selezione, stato__in=FATTI
        )
        .select_related("impossibilita")
        .annotate(accettate=ACCETTATE)
        .order_by("pubblicato_il", "pk")
    )
    return [svolta(riga, accertata_di(riga), riga.accettate) for riga in righe]


def svolta(avviso: Avviso, accertata: Accertata | None, coperti: int = 0) -> FaseSvolta:
    """One call: it is over with its term once the impossibility is recorded. No query.

    Also once its posts are signed for; ``coperti`` are those accepted.
    """
    fase, posti = Fase(avviso.fase), avviso.posti
    if accertata is None or avviso.scade is None:
        finita = avviso.stato == StatoAvviso.CONCLUSO and avviso.scade is not None
        chiusa = timezone.localdate(avviso.scade) if finita else None
        return FaseSvolta(fase, posti, coperti=coperti, conclusa_il=chiusa)
    return FaseSvolta(
        fase,
        posti,
        domande=accertata.domande,
        idonei=accertata.idonei,
        coperti=accertata.coperti,
        conclusa_il=timezone.localdate(avviso.scade),
        impossibilita=Impossibilita(
            accertata.accertata_il,
            accertata.atto,
            MotivoImpossibilita(accertata.motivo),
            accertata.testo,
        ),
    )


def accertata_di(avviso: Avviso) -> Accertata | None:
    """What was ascertained after a call, if it was; no query where it was read with it."""
    try:
        trovata: Accertata = avviso.impossibilita
    except ObjectDoesNotExist:
        return None
    return trovata


def le_fasi(regole: RegoleSelezioni) -> tuple[Fase, ...]:
    """The circles to which the school turns, in order: one where one call holds all."""
    return (*fasi_prima(Fase.ESTERNI, regole.avviso), Fase.ESTERNI)


def prossima_fase(fatte: Sequence[FaseSvolta], regole: RegoleSelezioni) -> Fase | None:
    """The first circle without a call; None after the last one."""
    gia = {una.fase for una in fatte}
    return next((fase for fase in le_fasi(regole) if fase not in gia), None)


def posti_rimasti(selezione: Selezione, fatte: Sequence[FaseSvolta]) -> int:
    """The posts that nobody took yet."""
    return fatte[-1].rimasti if fatte else selezione.posti
