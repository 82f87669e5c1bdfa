"""Who may read a deliberation and who keeps it: each function loads it, or answers 404 or 403."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from organi_collegiali.access import organi, riserbo, sedute
from organi_collegiali.enums import TipoOrgano
from organi_collegiali.models import (
    Allegato,
    Convocato,
    Delibera,
    Effetto,
    OrganoCollegiale,
    Punto,
    Seguito,
)
from organi_collegiali.queries.cariche import organi_propri, prepara, puo_presiedere
from organi_collegiali.queries.delibere import delibere as lettura
from organi_collegiali.queries.delibere.delibere import visibili


def registro(contesto: Contesto) -> bool:
    """Whether the person works for the organs; 404 for who neither does nor sits or sat in any."""
    ufficio = prepara(contesto)
    if ufficio or organi_propri(contesto) or visibili(contesto, ufficio=False).exists():
        return ufficio
    raise Http404


def allegati(contesto: Contesto, trovata: Delibera) -> list[Allegato]:
    """Its papers, those that the person may not read without their title."""
    carte = lettura.allegati(trovata)
    if trovata.punto is not None and trovata.seduta is not None:
        trovata.punto.seduta = trovata.seduta
        riserbo.copri_carte(contesto, trovata.punto, carte)
    return carte


def delibera(contesto: Contesto, pk: int) -> Delibera:
    """A deliberation that the person may read whole."""
    try:
        trovata = (
            visibili(contesto, ufficio=prepara(contesto))
            .select_related(
                "seduta__presiede", "seduta__verbalizza", "punto", "votazione", "documento",
                "pubblicazione", "regolamento", "istituto",
            )
            .get(pk=pk, aperta=True)
        )  # fmt: skip
    except Delibera.DoesNotExist:
        raise Http404 from None
    return trovata


def cura(contesto: Contesto, trovata: Delibera) -> bool:
    """Whether the person prints, publishes and follows up a deliberation that he or she reads."""
    if prepara(contesto):
        return True
    seduta = trovata.seduta
    if seduta and contesto.persona.pk in (seduta.presiede_id, seduta.verbalizza_id):
        return True
    return puo_presiedere(contesto, trovata.organo)


def delibera_da_curare(contesto: Contesto, pk: int) -> Delibera:
    """A deliberation to print, publish and follow up; 403 for who only reads it."""
    trovata = delibera(contesto, pk)
    if not cura(contesto, trovata):
        raise PermissionDenied
    return trovata


def delibera_da_pubblicare(contesto: Contesto, pk: int) -> Delibera:
    """A deliberation that the office or the direction puts on the albo; 403 for the others."""
    trovata = delibera(contesto, pk)
    if not prepara(contesto):
        raise PermissionDenied
    return trovata


def effetto_da_togliere(contesto: Contesto, pk: int) -> Effetto:
    """What was written that a deliberation does to another, by who keeps the deliberation."""
    try:
        trovato = Effetto.objects.get(istituto=contesto.istituto, pk=pk)
    except Effetto.DoesNotExist:
        raise Http404 from None
    trovato.delibera = delibera_da_curare(contesto, trovato.delibera_id)
    return trovato


def seguito_da_compiere(contesto: Contesto, pk: int) -> Seguito:
    """What a deliberation asks to be done, for who is to do it and for who keeps it.

    Who is to do it may not read the deliberation itself, if it is not his or her business.
    """
    try:
        trovato = Seguito.objects.select_related("delibera__organo").get(
            istituto=contesto.istituto, pk=pk
        )
    except Seguito.DoesNotExist:
        raise Http404 from None
    if trovato.persona_id != contesto.persona.pk:
        trovato.delibera = delibera_da_curare(contesto, trovato.delibera_id)
    return trovato


def punto_da_scrivere(contesto: Contesto, pk: int) -> Punto:
    """An item whose premises and text the person writes: who prepares or runs the sitting.

    Of a reserved one only who reads it.
    """
    try:
        trovato = Punto.objects.get(istituto=contesto.istituto, pk=pk)
    except Punto.DoesNotExist:
        raise Http404 from None
    trovato.seduta = sedute.seduta_da_condurre_o_preparare(contesto, trovato.seduta_id)
    riserbo.esige_punto(contesto, trovato)
    return trovato


def organo_senza_sedute(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """The commissario for whom an act is registered: he or she, or the office."""
    trovato = organi.organo(contesto, pk)
    if trovato.tipo != TipoOrgano.COMMISSARIO:
        raise Http404
    if not (prepara(contesto) or puo_presiedere(contesto, trovato)):
        raise PermissionDenied
    return trovato


def puo_leggere_estratto(contesto: Contesto, documento: Documento) -> bool:
    """Whether the person may open the printed extract of a deliberation."""
    return (
        visibili(contesto, ufficio=prepara(contesto))
        .filter(aperta=True, documento=documento)
        .exists()
    )


def commissari(contesto: Contesto) -> list[OrganoCollegiale]:
    """The commissari in office for whom the person may register an act. Two queries at most."""
    righe = OrganoCollegiale.objects.filter(
        istituto=contesto.istituto, tipo=TipoOrgano.COMMISSARIO, al__isnull=True
    )
    ufficio = prepara(contesto)
    return [organo for organo in righe if ufficio or puo_presiedere(contesto, organo)]


def legge(contesto: Contesto, pk: int) -> bool:
    """Whether the person may open a deliberation."""
    return visibili(contesto, ufficio=prepara(contesto)).filter(pk=pk, aperta=True).exists()


def dissenso_da_scrivere(
    contesto: Contesto, pk: int, convocato: str | None
) -> tuple[Delibera, Convocato]:
    """The name to write among those against: one's own place, or any for who runs the sitting.

    Of a member who asks for another's name it is 403; of who was not convened, 404.
    """
    trovata = delibera(contesto, pk)
    seduta = trovata.seduta
    if seduta is None:
        raise Http404
    mio = sedute.convocato_di(contesto, seduta)
    if mio and convocato in (None, "", str(mio.pk)):
        return trovata, mio
    if not sedute.conduce(contesto, seduta):
        raise PermissionDenied
    di_altri = Convocato.objects.select_related("persona").filter(
        istituto=contesto.istituto, seduta=seduta
    )
    numero = convocato if convocato and convocato.isdecimal() else ""
    scelto = di_altri.filter(pk=int(numero)).first() if numero else None
    if scelto is None:
        raise Http404
    return trovata, scelto
