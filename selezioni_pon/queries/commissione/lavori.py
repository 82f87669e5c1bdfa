"""Where the work of a commission stands."""

from collections.abc import Sequence

from django.db.models import F

from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Commissario, Commissione, Graduatoria
from selezioni_pon.queries.commissione.membri import (
    candidature_inviate,
    conflitti_di,
    scritto,
)
from selezioni_pon.queries.commissione.punteggi import aperte_di
from selezioni_pon.rules.lavori import Lavori


def membri(commissione: Commissione) -> list[Commissario]:
    """All who sit, substitute, or have left; those who sit first, then by surname. One query."""
    righe = Commissario.objects.filter(commissione=commissione)
    return list(
        righe.select_related(
            "persona", "subentra_a__persona", "documento", "protocollo"
        ).order_by(
            F("cessato_il").asc(nulls_first=True), "supplente", "-presidente",
            "persona__cognome", "persona__nome", "pk",
        )
    )  # fmt: skip


def lavori(commissione: Commissione, righe: Sequence[Commissario]) -> Lavori:
    """As the rules judge it: ``righe`` are its members, of which those who left do not count.

    The commission comes with its call. Four queries.
    """
    inviate = {una.pk: una.persona for una in candidature_inviate(commissione.avviso_id)}
    conflitti = conflitti_di(commissione.pk)
    siedono = [riga for riga in righe if riga.cessato_il is None]
    return Lavori(
        membri=tuple(
            scritto(
                riga,
                [inviate[pk].pk for pk in conflitti.get(riga.pk, frozenset()) if pk in inviate],
            )
            for riga in siedono
        ),
        candidati={str(chi.pk): chi.nome_e_cognome for chi in inviate.values()},
        da_chiudere=aperte_di(commissione.avviso),
        chiusi=commissione.chiusa_il is not None,
        definitiva=Graduatoria.objects.filter(
            avviso_id=commissione.avviso_id, stato=StatoGraduatoria.DEFINITIVA.value
        ).exists(),
    )
