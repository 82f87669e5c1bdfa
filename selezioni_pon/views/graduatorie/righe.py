"""The rows of a version as the page shows them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.http import HttpRequest

from selezioni_pon.enums import TipoCriterio
from selezioni_pon.models import RigaGraduatoria
from selezioni_pon.queries.graduatorie.quadro import Quadro
from selezioni_pon.views.comuni import indirizzo

CRITERI: Final = {uno.value: uno.etichetta for uno in TipoCriterio}


@dataclass(frozen=True)
class RigaMostrata:
    """A place; ``url`` opens its score for who may read it, ``parita`` the rules that counted."""

    posizione: int | None
    nome: str
    punti: str
    url: str
    parita: str
    motivo: str
    fonte: str

    @property
    def di(self) -> str:
        """What the link explains, for screen readers."""
        return f"di {self.nome}"


def mostrate(request: HttpRequest, quadro: Quadro, *, punti: bool) -> dict[str, Any]:
    """Who is ranked and who is not, for the templates."""
    return {
        "righe": _mostrate(request, quadro, quadro.in_gara, apre=punti),
        "esclusi": _mostrate(request, quadro, quadro.esclusi, apre=False),
        "cambi": quadro.cambi,
    }


def _mostrate(
    request: HttpRequest, quadro: Quadro, righe: Sequence[RigaGraduatoria], *, apre: bool
) -> list[RigaMostrata]:
    nomi = quadro.nomi
    return [
        RigaMostrata(
            posizione=riga.posizione,
            nome=nomi[str(riga.invio.candidatura_id)],
            punti=riga.dettaglio.get("ammessi", ""),
            url=indirizzo(request, "graduatoria_perche", riga.pk) if apre else "",
            parita=_parita(riga),
            motivo=riga.escluso_per,
            fonte=riga.fonte,
        )
        for riga in righe
    ]


def _parita(riga: RigaGraduatoria) -> str:
    """Which rules of a tie concerned one, in order."""
    regole = (motivo["regola"] for motivo in riga.motivi)
    return ", ".join(CRITERI[regola] for regola in regole if regola in CRITERI)
