"""What two schools share, and the Commission. How to write an entry of the agreement.

Groups of the cast are sets of names (``tests.accessi.voce``); whoever is not named gets
``altri``, 404 unless said. ``oggetto`` gives the ids of the address: for class A those of the
cast, for class B those of persons outside it (``di_patto``), or one of the whole institute
(``della_scuola``). ``corpo`` is for an act whose request names rows of the institute: it gives
what the request carries, asked with the rows of another institute it must do nothing, with its
own it must succeed. The state in which each object is stands in
``tests.accessi.mondo_patto.PattoDelMondo``.
"""

from tests.accessi.mondo_patto import della_scuola, di_patto
from tests.accessi.voce import DIRIGONO, SEGRETARIA, Voce

TUTOR = frozenset({"tutor"})
UFFICIO = SEGRETARIA | {"dsga"}
# Who sits in a section: each looks at the persons of the own.
SIEDONO = frozenset({"coordinatrice", "coordinatore_di_b"})
# Other parts before the persons of class A: they know that they exist.
DI_A = frozenset({"coordinatrice_sede", "corsista", "docente", "coordinatrice"})
# One login is tutor here and dirigente in the other school.
DUE = frozenset({"in_due"})
SEGUONO = DIRIGONO | UFFICIO | TUTOR | DUE | SIEDONO


CONDIVISA = della_scuola(lambda mondo: mondo.condivisa)
RICEVUTA = della_scuola(lambda mondo: mondo.ricevuta)

VOCI: dict[str, Voce] = {
    "patto:condivisi": Voce("GET", si=SEGUONO, altri=403),
    "patto:condivisi_perche": Voce("GET", si=SEGUONO, altri=403),
    "patto:condiviso": Voce(
        "GET",
        si=DIRIGONO | UFFICIO | TUTOR | {"coordinatrice"},
        no=DI_A - {"coordinatrice"},
        oggetto=CONDIVISA,
    ),
    "patto:condiviso_risposta": Voce(
        "POST", si=frozenset({"dirigente"}) | SIEDONO, oggetto=RICEVUTA
    ),
    "patto:condiviso_ritira": Voce(
        "POST", si=DIRIGONO | TUTOR, no=UFFICIO | DI_A, oggetto=CONDIVISA
    ),
    "patto:condividi": Voce(
        "GET POST",
        si=DIRIGONO | TUTOR,
        no=UFFICIO | {"coordinatrice_sede", "coordinatrice"},
        oggetto=di_patto(lambda patto: patto.in_corso),
    ),
    "patto:commissione": Voce("GET", si=SEGUONO | {"coordinatrice_sede"}, altri=403),
    "patto:commissione_perche": Voce("GET", si=SEGUONO | {"coordinatrice_sede"}, altri=403),
}
