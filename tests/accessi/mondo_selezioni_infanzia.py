"""The enrolments at the infanzia: a list with a version, a child with who answers for it."""

from dataclasses import dataclass

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from selezioni_pon.enums import StatoPosto
from tests.accessi.righe_patto import documento
from tests.factories import infanzia as fabbriche
from tests.factories.scuola import AnnoScolasticoFactory, PersonaFactory, ResponsabilitaFactory


@dataclass(frozen=True)
class MondoInfanzia:
    """What an institute has of them."""

    elenco: models.ElencoInfanzia
    sezione: models.SezioneInfanzia
    domanda: models.DomandaInfanzia
    versione: models.VersioneInfanzia


def infanzia(istituto: Istituto, cast: dict[str, Persona]) -> MondoInfanzia:
    """Those of an institute, which PostgreSQL has been told of."""
    di_qui = {"istituto": istituto}
    chi = cast["dirigente"]
    anno = AnnoScolasticoFactory(**di_qui, inizio=fabbriche.ANNO)
    elenco = fabbriche.ElencoInfanziaFactory(**di_qui, anno_scolastico=anno, aperto_da=chi)
    sezione = fabbriche.SezioneInfanziaFactory(**di_qui, elenco=elenco)
    domanda = fabbriche.DomandaInfanziaFactory(
        **di_qui, elenco=elenco, registrata_da=chi,
        bambino=PersonaFactory(**di_qui, data_nascita=fabbriche.NATO),
    )  # fmt: skip
    ResponsabilitaFactory(**di_qui, studente=domanda.bambino, adulto=cast["responsabile"])
    versione = fabbriche.VersioneInfanziaFactory(**di_qui, elenco=elenco, formata_da=chi)
    fabbriche.RigaInfanziaFactory(
        **di_qui, versione=versione, domanda=domanda, stato=StatoPosto.AMMESSO.value
    )
    versione.documento = documento(istituto, "elenco_infanzia")
    versione.save(update_fields=["documento"])
    return MondoInfanzia(elenco, sezione, domanda, versione)
