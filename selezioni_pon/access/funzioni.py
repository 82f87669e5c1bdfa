"""Who reads the funzioni strumentali, who prepares them, applies, examines, gives them.

404 for who has no part in the school, 403 for who works in it with another task.
"""

from typing import Final

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon.access import base
from selezioni_pon.models import (
    AreaFunzione,
    AttribuzioneFunzione,
    CommissarioFunzioni,
    DomandaFunzione,
    ProceduraFunzioni,
)
from selezioni_pon.queries.funzioni.quadro import Quadro, quadro
from selezioni_pon.queries.funzioni.visibili import (
    attribuzioni,
    domande,
    insegna,
    membro,
    procedure,
)
from selezioni_pon.queries.visibili import PREPARANO, Veste, prepara

CON: Final = ("istituto", "anno_scolastico", "delibera__organo")
CON_AREA: Final = tuple(f"area__procedura__{uno}" for uno in ("istituto", "anno_scolastico"))


class DichiarazioneMancante(Exception):
    """A member who has not declared yet: until then the only page is that of the declaration."""

    def __init__(self, procedura_id: int) -> None:
        super().__init__("dichiarazione")
        self.procedura_id = procedura_id


def legge(contesto: Contesto) -> None:
    """Who reads the procedures: who prepares them, who teaches."""
    base.parte(contesto, *PREPARANO, Veste.PERSONALE)
    if not (prepara(contesto) or insegna(contesto)):
        raise PermissionDenied


def procedura(contesto: Contesto, pk: int) -> ProceduraFunzioni:
    """A procedure that somebody reads."""
    legge(contesto)
    trovata = procedure(contesto).select_related(*CON).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def da_preparare(contesto: Contesto, pk: int) -> ProceduraFunzioni:
    """A procedure in which who prepares writes."""
    base.prepara(contesto)
    return procedura(contesto, pk)


def diretta(contesto: Contesto, pk: int) -> ProceduraFunzioni:
    """A procedure on which who directs acts."""
    trovata = da_preparare(contesto, pk)
    contesto.esige(Ruolo.DIRIGENTE)
    return trovata


def area(contesto: Contesto, pk: int, s: int) -> AreaFunzione:
    """An area of a procedure in which who prepares writes."""
    trovata = da_preparare(contesto, pk).aree.filter(pk=s).first()
    if trovata is None:
        raise Http404
    return trovata


def area_diretta(contesto: Contesto, pk: int, s: int) -> AreaFunzione:
    """An area of which who directs decides."""
    trovata = area(contesto, pk, s)
    contesto.esige(Ruolo.DIRIGENTE)
    return trovata


def chi_chiede(contesto: Contesto, pk: int) -> ProceduraFunzioni:
    """A procedure in which who teaches applies; 403 for who only prepares it."""
    trovata = procedura(contesto, pk)
    if not insegna(contesto) or contesto.ha(Ruolo.DIRIGENTE):
        raise PermissionDenied
    return trovata


def propria(contesto: Contesto, pk: int) -> DomandaFunzione:
    """An own application: 404 for any other."""
    legge(contesto)
    righe = DomandaFunzione.objects.filter(istituto=contesto.istituto, docente=contesto.persona)
    trovata = righe.select_related("docente", *CON_AREA).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def chi_siede(contesto: Contesto, pk: int) -> CommissarioFunzioni:
    """The place of somebody in the Commission: 403 for who reads the procedure and has none."""
    trovata = procedura(contesto, pk)
    suo = membro(contesto, pk)
    if suo is None:
        raise PermissionDenied
    suo.procedura = trovata
    return suo


def domanda(contesto: Contesto, pk: int) -> tuple[DomandaFunzione, Quadro, bool]:
    """An application, its procedure read whole, whether who asks examines it.

    For who wrote it; after the term for who prepares, and for who sits and has declared. Raises
    DichiarazioneMancante for who sits and has not.
    """
    legge(contesto)
    righe = DomandaFunzione.objects.filter(istituto=contesto.istituto)
    trovata = (
        righe.select_related("docente", "protocollo", "accertata_da", "esaminata_da", *CON_AREA)
        .prefetch_related("titoli")
        .filter(pk=pk)
        .first()
    )
    if trovata is None:
        raise Http404
    letto = quadro(trovata.area.procedura, contesto.oggi)
    esamina = _esamina(contesto, letto)
    if not esamina and not domande(contesto).filter(pk=pk).exists():
        raise PermissionDenied if prepara(contesto) else Http404
    return trovata, letto, esamina


def _esamina(contesto: Contesto, letto: Quadro) -> bool:
    scade = letto.procedura.scade
    if scade is None or contesto.adesso.replace(microsecond=0) <= scade:
        return False
    suo = next((u for u in letto.commissari if u.persona_id == contesto.persona.pk), None)
    if suo is None or suo.in_conflitto or not letto.siede(contesto.persona.pk):
        return False
    if suo.dichiarato_il is None:
        raise DichiarazioneMancante(letto.procedura.pk)
    return True


def da_esaminare(contesto: Contesto, pk: int) -> tuple[DomandaFunzione, Quadro]:
    """An application before who examines it; 403 for who only reads it."""
    trovata, letto, esamina = domanda(contesto, pk)
    if not esamina:
        raise PermissionDenied
    return trovata, letto


def da_accertare(contesto: Contesto, pk: int) -> DomandaFunzione:
    """An application whose service the office ascertains."""
    base.prepara(contesto)
    return domanda(contesto, pk)[0]


def attribuzione(contesto: Contesto, pk: int) -> AttribuzioneFunzione:
    """A function that was given: for who prepares and for who has it."""
    legge(contesto)
    con = ("documento", "protocollo", "attribuita_da", "domanda__docente",
           *(f"domanda__{uno}" for uno in CON_AREA))  # fmt: skip
    trovata = attribuzioni(contesto).select_related(*con).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def chi_ce_l_ha(contesto: Contesto, pk: int) -> AttribuzioneFunzione:
    """An own function: 403 for who only reads it."""
    trovata = attribuzione(contesto, pk)
    if trovata.domanda.docente_id != contesto.persona.pk:
        raise PermissionDenied
    return trovata


def da_far_cessare(contesto: Contesto, pk: int) -> AttribuzioneFunzione:
    """A function that who directs ends before its time."""
    trovata = attribuzione(contesto, pk)
    contesto.esige(Ruolo.DIRIGENTE)
    return trovata


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read a letter. One query."""
    return attribuzioni(contesto).filter(documento=documento).exists()
