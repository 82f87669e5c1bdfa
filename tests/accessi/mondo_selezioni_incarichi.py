"""The posts given: a turn to offer, a proposal waiting, one accepted, a contract on the register.

All but the first are of the teacher of the cast.
"""

from dataclasses import dataclass

from cpia.scuola.models import AnnoScolastico, Istituto, Persona
from selezioni_pon import models
from selezioni_pon.enums import Provenienza
from selezioni_pon.services import incarichi as servizi
from tests.selezioni_pon.scena import Scena
from tests.selezioni_pon.scena_incarichi import con_curriculum, fila

# Whose they are.
TITOLARE = frozenset({"docente"})


@dataclass(frozen=True)
class MondoIncarichi:
    """What an institute has."""

    avviso: models.Avviso  # somebody is to be asked
    proposta: models.Proposta  # waits for its answer
    accettata: models.Proposta  # nothing is written yet
    emesso: models.Contratto  # to be signed
    contratto: models.Contratto  # signed, published, with the curriculum


def incarichi_di(istituto: Istituto, cast: dict[str, Persona]) -> MondoIncarichi:
    """Those of an institute, made by the acts themselves."""
    docente = cast["docente"]
    anno = AnnoScolastico.objects.filter(istituto=istituto).first()
    casa = Scena(istituto, anno, cast["dirigente"], cast["segretaria"], docente, docente, docente)
    da_proporre = fila(casa, 1)
    in_attesa, accettata, emessa = (fila(casa, persone=[docente]) for _ in range(3))
    fuori = fila(casa, persone=[docente], provenienza=Provenienza.PRIVATO)
    for una in (in_attesa, accettata, emessa, fuori):
        una.propone(1)
    accettata.risponde(1)
    contratto = fuori.firmato(1)
    fuori.fa(servizi.pubblica_incarico, contratto)
    con_curriculum(fuori, b"%PDF-1.7 curriculum")
    return MondoIncarichi(
        avviso=da_proporre.avviso,
        proposta=in_attesa.proposta(1),
        accettata=accettata.proposta(1),
        emesso=emessa.emesso(1),
        contratto=fuori.ora(contratto),
    )
