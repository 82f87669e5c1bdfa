"""The own agreement, and the courtesy texts. Of A: ``corsista`` learns, the others follow."""

from tests.accessi.mondo import DellaClasse, Scuola
from tests.accessi.mondo_patto import PattoDelMondo, della_scuola, di_patto
from tests.accessi.patto.condivisi import UFFICIO
from tests.accessi.voce import DIRIGONO, Voce

# Who studies or answers for somebody has the page, even while nothing is on it.
PROPRIE = frozenset({"corsista", "studente", "responsabile"})
CORSISTA = frozenset({"corsista"})
# Other parts before the person of class A: each has a page of the own.
SEGUE_A = (
    DIRIGONO | UFFICIO | {"tutor", "coordinatrice_sede", "docente", "coordinatrice"}
)  # fmt: skip
TESTI = DIRIGONO | UFFICIO


def _patto(scuola: Scuola, classe: DellaClasse) -> PattoDelMondo:
    return scuola.patti.a if classe is scuola.a else scuola.patti.b


def _firma(scuola: Scuola, classe: DellaClasse) -> dict[str, object]:
    versione = _patto(scuola, classe).da_firmare
    return {"versione": versione.pk, "impronta": versione.impronta, "riletto": "si"}


def _mio(metodi: str, **altro: object) -> Voce:
    return Voce(
        metodi, si=CORSISTA, no=SEGUE_A, oggetto=di_patto(lambda p: p.corsista), **altro
    )  # fmt: skip


VOCI: dict[str, Voce] = {
    "patto:mio": Voce("GET", si=PROPRIE),
    "patto:mio_di": _mio("GET"),
    "patto:mio_perche": _mio("GET"),
    "patto:mio_cambia": _mio("GET POST"),
    "patto:mio_firma": _mio("GET POST", corpo=_firma),
    "patto:testi": Voce("GET", si=TESTI, altri=403),
    "patto:testi_lingua": Voce(
        "GET POST", si=TESTI, altri=403, oggetto=della_scuola(lambda _mondo: "fr")
    ),
}
