"""The funzioni strumentali: a draft, one at its examination, an application, a function given."""

from dataclasses import dataclass
from datetime import date

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from tests.accessi.righe_patto import documento
from tests.factories import funzioni as fabbriche
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory


@dataclass(frozen=True)
class MondoFunzioni:
    """What an institute has of them."""

    bozza: models.ProceduraFunzioni
    area: models.AreaFunzione
    esame: models.ProceduraFunzioni  # its term is over: ``tutor`` sits and has declared
    area_esame: models.AreaFunzione
    domanda: models.DomandaFunzione  # of ``docente``
    data: models.AttribuzioneFunzione  # to ``docente``


def funzioni_di(istituto: Istituto, cast: dict[str, Persona]) -> MondoFunzioni:
    """Those of an institute, which PostgreSQL has been told of."""
    di_qui = {"istituto": istituto}
    anno = AnnoScolasticoFactory(**di_qui)
    comune = di_qui | {"anno_scolastico": anno, "creata_da": cast["dirigente"]}
    bozza = fabbriche.ProceduraFunzioniFactory(**comune, aperta_il=None, scade=None, regole={})
    esame = fabbriche.ProceduraFunzioniFactory(**comune, commissione_il=fabbriche.APERTA)
    for ordine, (chi, quando) in enumerate(
        ((cast["tutor"], ADESSO), (cast["coordinatrice"], None), (cast["dirigente"], ADESSO)), 1
    ):
        fabbriche.CommissarioFunzioniFactory(
            **di_qui, procedura=esame, persona=chi, ordine=ordine, dichiarato_il=quando
        )
    area_esame = fabbriche.AreaFunzioneFactory(**di_qui, procedura=esame)
    domanda = fabbriche.DomandaFunzioneFactory(**di_qui, area=area_esame, docente=cast["docente"])
    fabbriche.TitoloFunzioneFactory(**di_qui, domanda=domanda)
    altra = fabbriche.DomandaFunzioneFactory(
        **di_qui, docente=cast["docente"],
        area=fabbriche.AreaFunzioneFactory(**di_qui, procedura=esame), idoneo=True,
    )  # fmt: skip
    data = fabbriche.AttribuzioneFunzioneFactory(
        **di_qui, domanda=altra, attribuita_da=cast["dirigente"], al=date(2024, 8, 31),
        documento=documento(istituto, "funzione_strumentale"),
    )  # fmt: skip
    area = fabbriche.AreaFunzioneFactory(**di_qui, procedura=bozza)
    return MondoFunzioni(bozza, area, esame, area_esame, domanda, data)
