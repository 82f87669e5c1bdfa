"""The rows of a version, frozen as the judgement gives them."""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cpia.norme.rules.motivi import Motivo
from selezioni_pon.documents.parole import citata
from selezioni_pon.models import Graduatoria, RigaGraduatoria
from selezioni_pon.queries.commissione.punteggi import Valutata
from selezioni_pon.queries.graduatorie.formata import Formata, chi_e
from selezioni_pon.rules.dettaglio import dettaglio
from selezioni_pon.rules.griglia.detti import titolo_detto
from selezioni_pon.rules.perche_qui import perche_qui

DECIMALI = 10_000


def scrivi_righe(graduatoria: Graduatoria, fatta: Formata) -> None:
    """Write everybody: who is ranked in order, then who is excluded. One INSERT."""
    RigaGraduatoria.objects.bulk_create(list(_righe(graduatoria, fatta)))


def copia_righe(da: Graduatoria, a: Graduatoria) -> None:
    """The same rows under another version. Two queries."""
    righe = list(RigaGraduatoria.objects.filter(graduatoria=da).order_by("ordine"))
    for riga in righe:
        riga.pk, riga.graduatoria = None, a
    RigaGraduatoria.objects.bulk_create(righe)


def _righe(graduatoria: Graduatoria, fatta: Formata) -> Iterator[RigaGraduatoria]:
    di = {chi_e(una): una for una in fatta.punteggi.tutte}
    for ordine, posto in enumerate(fatta.graduatoria.ordine.posti, start=1):
        chi, punti = posto.candidato.id, posto.candidato.punti
        yield _riga(graduatoria, fatta, di[chi], ordine, posizione=posto.posizione, punti=punti)
    quanti = len(fatta.graduatoria.ordine.posti)
    for ordine, escluso in enumerate(fatta.graduatoria.esclusi, start=quanti + 1):
        una = di[escluso.id]
        punti = una.ammesso.totale if una.ammessa else Fraction(0)
        motivo = {"escluso_per": escluso.motivo, "fonte": escluso.fonte}
        yield _riga(graduatoria, fatta, una, ordine, punti=punti, **motivo)


def _riga(
    graduatoria: Graduatoria,
    fatta: Formata,
    una: Valutata,
    ordine: int,
    *,
    punti: Fraction,
    **altro: Any,
) -> RigaGraduatoria:
    motivi = perche_qui(fatta.graduatoria, chi_e(una), fatta.regole)
    return RigaGraduatoria(
        istituto_id=graduatoria.istituto_id,
        graduatoria=graduatoria,
        invio=una.invio,
        ordine=ordine,
        punti=Decimal(round(punti * DECIMALI)) / DECIMALI,
        dettaglio=dettaglio(una.confronto, _detti(una)) if una.ammessa else {},
        motivi=[
            {"regola": str(uno.regola), "testo": uno.testo, "fonte": _fonte(uno, graduatoria)}
            for uno in motivi
        ],
        **altro,
    )


def _fonte(motivo: Motivo, graduatoria: Graduatoria) -> str:
    """Who says it, as this school may cite it: it is read by who applied, and stays."""
    return citata(motivo.fonte, graduatoria.avviso.istituto)


def _detti(una: Valutata) -> dict[str, str]:
    """What was declared of each item, in words."""
    voci = {nome: voce for voce in una.griglia.voci for nome in voce.nomi}
    detti = {}
    for riga in una.righe:
        voce = voci[riga.voce]
        parti = (titolo_detto(voce, una.titoli[str(riga.pk)]), riga.descrizione.strip())
        detti[voce.numero] = ": ".join(filter(None, parti))
    return detti
