"""The other four schools: who directs them and who keeps their office."""

import random

from cpia.portale.dimostrazione.piano import DIRIGENTE, Conto
from cpia.portale.dimostrazione.scuola import con_accesso, incarico
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto

PERSONE = {
    "ic-pinocchio-montesicuro": (
        Conto("dirigente@pinocchio.example", "Marchetti", "Fulvio", "M", "dirigente"),
        Conto("segreteria@pinocchio.example", "Ortolani", "Bruna", "F", "segreteria"),
    ),
    "cpia-caltanissetta-enna": (
        Conto("dirigente@cpiaclen.example", "Vullo", "Agata", "F", "dirigente"),
        Conto("segreteria@cpiaclen.example", "Lo Presti", "Calogero", "M", "segreteria"),
    ),
    "ic-porto-venere": (
        DIRIGENTE,
        Conto("segreteria@portovenere.example", "Canese", "Lidia", "F", "segreteria"),
    ),
    "cpia-napoli-provincia-2": (
        Conto("dirigente@cpiana2.example", "Esposito", "Ciro", "M", "dirigente"),
        Conto("segreteria@cpiana2.example", "Ammirati", "Rosaria", "F", "segreteria"),
    ),
}
CONTI = tuple(conto for coppia in PERSONE.values() for conto in coppia if conto is not DIRIGENTE)


def popola(istituto: Istituto) -> None:
    """A dirigente and a secretary; one dirigente is regent of a second school."""
    caso = random.Random(istituto.slug)  # noqa: S311 -- the same on every machine
    dirigente, segreteria = PERSONE[istituto.slug]
    incarico(con_accesso(istituto, dirigente, caso), Ruolo.DIRIGENTE)
    incarico(con_accesso(istituto, segreteria, caso), Ruolo.SEGRETERIA_DIDATTICA)
