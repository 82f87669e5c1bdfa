"""The entries of the access matrix for the collegial organs, one module a topic."""

from tests.accessi.organi import (
    convocazione,
    delibere,
    invio,
    organi,
    seduta,
    urna,
    verbali,
    voto,
)

VOCI = {
    **organi.VOCI,
    **convocazione.VOCI,
    **invio.VOCI,
    **seduta.VOCI,
    **voto.VOCI,
    **urna.VOCI,
    **delibere.VOCI,
    **verbali.VOCI,
}
