"""Who reads a dossier, who writes in it, who attests it: loads the row, or answers 404 or 403."""

from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from patto_formativo.access.corsisti import corsista
from patto_formativo.models import Certificato, Corsista, Evidenza
from patto_formativo.queries.visibili import SCUOLA, Veste, vesti

PROPRI = (Veste.CORSISTA, Veste.RESPONSABILE)
LEGGONO = (*SCUOLA, Veste.SEZIONE, *PROPRI)


def con_dossier(contesto: Contesto, pk: int, *ammesse: Veste) -> Corsista:
    """An enrolled person on a path that has credits; 404 for what only widens the offer."""
    trovato = corsista(contesto, pk, *ammesse)
    if trovato.percorso is None:
        raise Http404
    return trovato


def da_leggere(contesto: Contesto, pk: int) -> Corsista:
    """A person whose dossier one reads: the school, the section, whose it is."""
    return con_dossier(contesto, pk, *LEGGONO)


def da_scrivere(contesto: Contesto, pk: int) -> Corsista:
    """A person whose dossier one writes: the tutor."""
    return con_dossier(contesto, pk, Veste.TUTOR)


def proprio(contesto: Contesto, pk: int) -> Corsista:
    """The person that one is, or for whom one answers."""
    return con_dossier(contesto, pk, *PROPRI)


def da_certificare(contesto: Contesto, pk: int) -> Corsista:
    """A person whose credits are attested: by who presides over the Commission, the dirigente."""
    trovato = con_dossier(contesto, pk, *LEGGONO)
    contesto.esige(Ruolo.DIRIGENTE)
    return trovato


def scrive(trovato: Corsista) -> bool:
    """Whether who looks writes in the dossier."""
    return Veste.TUTOR in trovato.vesti


def certifica(contesto: Contesto) -> bool:
    """Whether who looks attests the credits."""
    return contesto.ha(Ruolo.DIRIGENTE)


def _evidenza(contesto: Contesto, pk: int) -> Evidenza:
    try:
        return Evidenza.objects.select_related("dossier", "valutata_da").get(
            istituto=contesto.istituto, pk=pk, tolta_il__isnull=True
        )
    except Evidenza.DoesNotExist:
        raise Http404 from None


def _con_il_corsista(contesto: Contesto, pk: int, *ammesse: Veste) -> Evidenza:
    trovata = _evidenza(contesto, pk)
    trovata.dossier.corsista = con_dossier(contesto, trovata.dossier.corsista_id, *ammesse)
    return trovata


def evidenza_da_scrivere(contesto: Contesto, pk: int) -> Evidenza:
    """A piece of evidence of a person whom one follows as tutor."""
    return _con_il_corsista(contesto, pk, Veste.TUTOR)


def evidenza_da_leggere(contesto: Contesto, pk: int) -> Evidenza:
    """A piece of evidence, for who reads the dossier."""
    return _con_il_corsista(contesto, pk, *LEGGONO)


def evidenza_propria(contesto: Contesto, pk: int) -> Evidenza:
    """A piece of evidence of the person that one is, or for whom one answers."""
    return _con_il_corsista(contesto, pk, *PROPRI)


def puo_leggere_carta(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read a certificate of credits, or the dossier that goes with it."""
    righe = Certificato.objects.filter(
        istituto=contesto.istituto, protocollo=documento.protocollo_id, protocollo__isnull=False
    )
    di_chi = righe.values_list("dossier__corsista_id", flat=True).first()
    if di_chi is None:
        return False
    trovato = Corsista.objects.get(istituto=contesto.istituto, pk=di_chi)
    return not vesti(contesto, trovato).isdisjoint(LEGGONO)
