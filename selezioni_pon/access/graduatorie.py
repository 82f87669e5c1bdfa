"""Who reads the ranking of a call, who forms it, who approves it; who reads only the own place."""

from dataclasses import dataclass

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.scuola.access import Contesto
from selezioni_pon.access import avvisi, base
from selezioni_pon.access.commissione import commissario
from selezioni_pon.enums import Lettore, StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, Reclamo, RigaGraduatoria
from selezioni_pon.queries.commissione.membri import candidature_inviate, membro_di
from selezioni_pon.queries.graduatorie.versioni import CON
from selezioni_pon.queries.visibili import PREPARANO, Veste, prepara, vesti
from selezioni_pon.rules.lettura import Domanda, contro_la_lettura


@dataclass(frozen=True)
class Sguardo:
    """As what somebody stands before a ranking: who directs, who sits, else the office.

    ``presiede``: the commission; only who directs or sits sees the points of anybody.
    """

    avviso: Avviso
    dirige: bool = False
    siede: bool = False
    presiede: bool = False

    @property
    def forma(self) -> bool:
        """Whether this is who writes the proposal."""
        return self.dirige or self.presiede

    @property
    def punti(self) -> bool:
        """Whether points and reasons may be read; the office reads what is published."""
        return self.dirige or self.siede


def graduatoria(contesto: Contesto, avviso_id: int) -> Sguardo:
    """The ranking of a call, for who directs, the commission, the office.

    404 for who does not read the call; 403 for the staff, for who applied to it, and for a member
    who may not judge. Raises DichiarazioneMancante.
    """
    membro = membro_di(avviso_id, contesto.persona.pk)
    di_qui = membro is not None and membro.istituto_id == contesto.istituto.pk
    # Who may only substitute has no place there yet: who directs directs all the same.
    if membro is not None and di_qui and not (membro.supplente and prepara(contesto)):
        seduto = commissario(contesto, avviso_id)
        avviso = seduto.commissione.avviso
        dirige = Veste.DIRIGENTE in vesti(contesto)
        return Sguardo(avviso, dirige=dirige, siede=True, presiede=seduto.presidente)
    avviso = avvisi.avviso(contesto, avviso_id, *PREPARANO)
    dirige = avvisi.dirige(avviso)
    _esigi_estraneo(contesto, avviso, Lettore.DIRIGENTE if dirige else Lettore.SEGRETERIA)
    return Sguardo(avviso, dirige=dirige)


def da_formare(contesto: Contesto, avviso_id: int) -> Sguardo:
    """The ranking of a call, for who writes the proposal."""
    sguardo = graduatoria(contesto, avviso_id)
    if not sguardo.forma:
        raise PermissionDenied
    return sguardo


def versione(contesto: Contesto, pk: int) -> tuple[Sguardo, Graduatoria]:
    """One version; of a proposal nobody knows but who reads the points."""
    trovata = (
        Graduatoria.objects.filter(istituto=contesto.istituto, pk=pk).select_related(*CON).first()
    )
    if trovata is None:
        raise Http404
    proposta = trovata.stato == StatoGraduatoria.BOZZA
    try:
        sguardo = graduatoria(contesto, trovata.avviso_id)
    except PermissionDenied:
        if proposta:
            raise Http404 from None
        raise
    if proposta and not sguardo.punti:
        raise Http404
    trovata.avviso = sguardo.avviso
    return sguardo, trovata


def da_approvare(contesto: Contesto, pk: int) -> Graduatoria:
    """A version, for who directs."""
    sguardo, trovata = versione(contesto, pk)
    if not sguardo.dirige:
        raise PermissionDenied
    return trovata


def riga(contesto: Contesto, pk: int) -> RigaGraduatoria:
    """The place of one in a version, with its score, for who directs and the commission."""
    trovata = (
        RigaGraduatoria.objects.filter(istituto=contesto.istituto, pk=pk)
        .select_related("invio__candidatura__persona")
        .first()
    )
    if trovata is None:
        raise Http404
    sguardo, trovata.graduatoria = versione(contesto, trovata.graduatoria_id)
    if not sguardo.punti:
        raise PermissionDenied
    return trovata


def propria(contesto: Contesto, avviso_id: int) -> Avviso:
    """A call to which the person has sent an application that stands; else 404."""
    base.parte(contesto)
    trovato = (
        Avviso.objects.filter(
            istituto=contesto.istituto,
            pk__in=candidature_inviate(avviso_id)
            .filter(persona=contesto.persona)
            .order_by()
            .values("avviso"),
        )
        .select_related("istituto", "griglia", "selezione__progetto", "protocollo")
        .first()
    )
    if trovato is None:
        raise Http404
    return trovato


def reclamo(contesto: Contesto, pk: int) -> tuple[Sguardo, Reclamo]:
    """A complaint with its ranking, for who directs and the commission.

    403 for the office, which keeps the terms. Nobody else learns that somebody complained.
    """
    trovato = (
        Reclamo.objects.filter(istituto=contesto.istituto, pk=pk)
        .select_related(
            "candidatura__persona", "graduatoria", "protocollo", "documento", "deciso_da",
            "recepito_in",
        )
        .first()
    )  # fmt: skip
    if trovato is None:
        raise Http404
    try:
        sguardo = graduatoria(contesto, trovato.graduatoria.avviso_id)
    except PermissionDenied:
        raise Http404 from None
    if not sguardo.punti:
        raise PermissionDenied
    return sguardo, trovato


def reclamo_da_decidere(contesto: Contesto, pk: int) -> tuple[Sguardo, Reclamo]:
    """A complaint that who directs answers; 403 for the commission, which is heard."""
    sguardo, trovato = reclamo(contesto, pk)
    if not sguardo.dirige:
        raise PermissionDenied
    return sguardo, trovato


def _esigi_estraneo(contesto: Contesto, avviso: Avviso, lettore: Lettore) -> None:
    """403 for who applied to the call: in the office somebody else opens it."""
    chi = contesto.persona.pk
    domanda = Domanda(str(avviso.pk), "", avviso.scade or contesto.adesso)
    candidati = {str(chi)} if candidature_inviate(avviso.pk).filter(persona=chi).exists() else set()
    contro = contro_la_lettura(lettore, str(chi), domanda, contesto.adesso, candidati=candidati)
    if any(uno.codice == "candidato" for uno in contro):
        raise PermissionDenied
