"""Who may read and write the minutes: each function loads them, or answers 404 or 403.

A draft is of who runs the sitting and of the office; in reading it is of the members too. Of what
is reserved only who sat reads anything until the minutes are approved (``queries.riserbo``): the
others have the minutes of a reserved sitting not at all, those of another one with omissis.
"""

from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.access import riserbo, sedute
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import OrganoCollegiale, Punto, Rilievo, Verbale
from organi_collegiali.queries.cariche import organi_propri, prepara, puo_presiedere
from organi_collegiali.queries.riserbo import verbalizzate

APPROVATI = (StatoVerbale.APPROVATO, StatoVerbale.FIRMATO, StatoVerbale.PUBBLICATO)
FIRMATI = (StatoVerbale.FIRMATO, StatoVerbale.PUBBLICATO)


def _verbale(contesto: Contesto, **quale: int) -> Verbale:
    try:
        return Verbale.objects.select_related(
            "seduta__organo__classe__corso", "seduta__presiede", "seduta__verbalizza",
            "integrale", "con_omissis", "pubblicazione", "protocollo", "approvato_nel__seduta",
            "firma_presidente", "firma_segretario",
        ).get(istituto=contesto.istituto, **quale)  # fmt: skip
    except Verbale.DoesNotExist:
        raise Http404 from None


def lettore(contesto: Contesto, organo: OrganoCollegiale) -> Callable[[Verbale], bool]:
    """Who may read which minutes of an organ, for this person. Three queries, then none."""
    dell_ufficio, dirige = prepara(contesto), contesto.ha(Ruolo.DIRIGENTE)
    presiede = puo_presiedere(contesto, organo)
    siede = organo.pk in organi_propri(contesto)
    mie = set(
        verbalizzate(contesto, ufficio=False).filter(organo=organo).values_list("pk", flat=True)
    )

    def puo(verbale: Verbale) -> bool:
        seduta = verbale.seduta
        chiusa = seduta.riservata and verbale.stato not in APPROVATI
        conduce = contesto.persona.pk in (seduta.presiede_id, seduta.verbalizza_id)
        if dirige or conduce or ((dell_ufficio or presiede) and not chiusa):
            return True
        if verbale.stato == StatoVerbale.BOZZA:
            return False
        return seduta.pk in mie or (siede and not chiusa)

    return puo


def puo_leggere(contesto: Contesto, verbale: Verbale) -> bool:
    """Whether the person may read the minutes now, be it with omissis."""
    return lettore(contesto, verbale.seduta.organo)(verbale)


def intero(contesto: Contesto, verbale: Verbale) -> bool:
    """Whether who may read the minutes reads them without omissis."""
    return riserbo.legge_verbale(contesto, verbale.seduta)


def verbale(contesto: Contesto, pk: int) -> Verbale:
    """Minutes that the person may read; whether whole says ``intero``."""
    trovato = _verbale(contesto, pk=pk)
    if not puo_leggere(contesto, trovato):
        raise Http404
    return trovato


def verbale_della_seduta(contesto: Contesto, seduta_id: int) -> Verbale:
    """The same, by the sitting."""
    trovato = _verbale(contesto, seduta_id=seduta_id)
    return verbale(contesto, trovato.pk)


def scrive(contesto: Contesto, verbale: Verbale) -> bool:
    """Whether the person writes the minutes: who runs the sitting and reads all of it."""
    return sedute.conduce(contesto, verbale.seduta) and intero(contesto, verbale)


def pubblica(contesto: Contesto, verbale: Verbale) -> bool:
    """Whether the person publishes the minutes: the office, who runs the sitting."""
    return prepara(contesto) or scrive(contesto, verbale)


def firma(contesto: Contesto, verbale: Verbale) -> bool:
    """Whether one of the two signatures is of this person."""
    seduta = verbale.seduta
    return contesto.persona.pk in (seduta.presiede_id, seduta.verbalizza_id)


def verbale_da_scrivere(contesto: Contesto, pk: int) -> Verbale:
    """Minutes that the person writes; 403 for who may only read them."""
    return _se(scrive, contesto, pk)


def verbale_da_pubblicare(contesto: Contesto, pk: int) -> Verbale:
    """Minutes that the person publishes; 403 for who may only read them."""
    return _se(pubblica, contesto, pk)


def verbale_da_firmare(contesto: Contesto, pk: int) -> Verbale:
    """Minutes that wait for a signature of this person; 403 for anybody else."""
    return _se(firma, contesto, pk)


def commenta(contesto: Contesto, verbale: Verbale) -> bool:
    """Whether the person may remark on the minutes: who was convened to the sitting and sits."""
    convocato = sedute.convocato_di(contesto, verbale.seduta)
    return convocato is not None and convocato.mandato_id is not None


def verbale_da_commentare(contesto: Contesto, pk: int) -> Verbale:
    """Minutes on which the person may remark; 403 for who only reads them."""
    return _se(commenta, contesto, pk)


def rilievo_da_decidere(contesto: Contesto, pk: int) -> Rilievo:
    """A remark that waits for the answer of who writes the minutes."""
    try:
        rilievo = Rilievo.objects.get(istituto=contesto.istituto, pk=pk)
    except Rilievo.DoesNotExist:
        raise Http404 from None
    rilievo.verbale = verbale_da_scrivere(contesto, rilievo.verbale_id)
    return rilievo


def _se(puo: Callable[[Contesto, Verbale], bool], contesto: Contesto, pk: int) -> Verbale:
    trovato = verbale(contesto, pk)
    if not puo(contesto, trovato):
        raise PermissionDenied
    return trovato


def puo_leggere_carta(contesto: Contesto, documento: Documento) -> bool:
    """Whether the person may download a paper of the minutes."""
    trovati = Verbale.objects.select_related("seduta__organo")
    for campo in ("integrale", "con_omissis"):
        trovato = trovati.filter(istituto=contesto.istituto, **{campo: documento}).first()
        if trovato is not None:
            letto = trovato.stato in FIRMATI and puo_leggere(contesto, trovato)
            return letto and (campo == "con_omissis" or intero(contesto, trovato))
    return False


def punto_del_verbale(verbale: Verbale, pk: int) -> Punto:
    """An item of the sitting of these minutes."""
    try:
        return Punto.objects.get(
            istituto_id=verbale.istituto_id, seduta_id=verbale.seduta_id, pk=pk
        )
    except Punto.DoesNotExist:
        raise Http404 from None
