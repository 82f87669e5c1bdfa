"""A call with its commission: of the cast the tutor presides, two teachers of class B sit.

All three have declared, and the work is open; two persons whom nobody of the cast knows applied.
"""

from cpia.scuola.models import Istituto, Persona
from selezioni_pon import models
from tests.accessi.righe_patto import documento
from tests.factories.candidature import CommissarioFactory, CommissioneFactory, inviata
from tests.factories.scuola import PersonaFactory

# Groups of the cast, for the entries.
PRESIEDE = frozenset({"tutor"})
SIEDONO = PRESIEDE | {"docente_di_b", "coordinatore_di_b"}


def chi_presiede(
    istituto: Istituto, cast: dict[str, Persona], avviso: models.Avviso
) -> models.Commissario:
    """The president of the commission of a call, with the commission."""
    commissione = commissione_di(istituto, cast, avviso)
    return commissione.commissari.select_related("commissione__avviso").get(presidente=True)


def commissione_di(
    istituto: Istituto, cast: dict[str, Persona], avviso: models.Avviso
) -> models.Commissione:
    """The commission of a call whose term is over."""
    di_qui = {"istituto": istituto}
    for _ in range(2):
        inviata(avviso, PersonaFactory(**di_qui), {})
    commissione = CommissioneFactory(
        **di_qui,
        avviso=avviso,
        nominata_da=cast["dirigente"],
        documento=documento(istituto, "nomina_commissione"),
    )
    for chi in sorted(SIEDONO):
        CommissarioFactory(
            **di_qui, commissione=commissione, persona=cast[chi], presidente=chi in PRESIEDE,
            dichiarato=True,
        )  # fmt: skip
    return commissione
