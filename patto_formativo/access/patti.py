"""Who reads an agreement, who writes it, who registers what a section decided."""

from django.core.exceptions import PermissionDenied
from django.http import Http404

from cpia.atti.models import Documento
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from organi_collegiali.models import OrganoCollegiale
from organi_collegiali.queries.cariche import organi_propri
from patto_formativo.access.corsisti import corsista
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Corsista, RichiestaModifica, Versione
from patto_formativo.queries.patti.firme import parti_di
from patto_formativo.queries.patti.sezioni import approva, sezioni_visibili
from patto_formativo.queries.patti.versioni import CON
from patto_formativo.queries.visibili import DIREZIONE, UFFICIO, Veste, vesti
from patto_formativo.rules.firme import Parte

V = Veste
LEGGONO_IL_PIANO = (V.TUTOR, V.DIREZIONE, V.SEDE, V.SEZIONE)
LEGGONO = (*LEGGONO_IL_PIANO, V.UFFICIO)
# Who may ask for a new version: any party of the agreement (Linee guida, fase 5).
RINEGOZIANO = (V.TUTOR, V.SEDE, V.DIREZIONE)
# The teachers of the group ask, and read only what they asked (fase 5, «dei docenti»).
CHIEDONO = (*LEGGONO, V.DOCENTE)
LEGGONO_LA_CARTA = (*LEGGONO, V.CORSISTA, V.RESPONSABILE)
# Who sits in a section sees what was sent to it, never a draft, which is the tutor's.
VEDONO_LE_BOZZE = (V.TUTOR, V.DIREZIONE, V.SEDE, V.UFFICIO)
SANNO_LA_SEDE = (V.TUTOR, V.DIREZIONE, V.SEDE, V.UFFICIO)


def piano(contesto: Contesto, pk: int) -> Corsista:
    """A person whose plan is looked at; only the tutor writes it."""
    return corsista(contesto, pk, *LEGGONO_IL_PIANO)


def piano_da_scrivere(contesto: Contesto, pk: int) -> Corsista:
    """A person whose plan is written: 403 for who only reads it."""
    return corsista(contesto, pk, V.TUTOR)


def patto(contesto: Contesto, pk: int) -> Corsista:
    """A person whose agreement is looked at."""
    return corsista(contesto, pk, *LEGGONO)


def sezioni_lette(contesto: Contesto, trovato: Corsista) -> frozenset[int] | None:
    """The ids of the sections whose versions somebody reads of a loaded person, and no others.

    None for who reads all the versions, drafts too.
    """
    if not trovato.vesti.isdisjoint(VEDONO_LE_BOZZE):
        return None
    return organi_propri(contesto)


def sa_la_sede(trovato: Corsista) -> bool:
    """Whether who has loaded a person may know the site, when it is a reserved one."""
    riservata = trovato.offerta.sede.riservata
    return not riservata or not trovato.vesti.isdisjoint(SANNO_LA_SEDE)


def _carica(contesto: Contesto, pk: int, *ammesse: Veste) -> Versione:
    try:
        trovata = Versione.objects.select_related(*CON).get(istituto=contesto.istituto, pk=pk)
    except Versione.DoesNotExist:
        raise Http404 from None
    trovata.patto.corsista = corsista(contesto, trovata.patto.corsista_id, *ammesse)
    return trovata


def versione(contesto: Contesto, pk: int, *ammesse: Veste) -> Versione:
    """A version of the agreement of a person, looked at as one of these parts."""
    trovata = _carica(contesto, pk, *ammesse)
    if not _legge(contesto, trovata, trovata.patto.corsista.vesti):
        raise Http404
    return trovata


def _legge(contesto: Contesto, trovata: Versione, tenute: frozenset[str]) -> bool:
    """Whether these parts reach this version: a section reads what was sent to itself."""
    if not tenute.isdisjoint(VEDONO_LE_BOZZE):
        return True
    if trovata.stato == StatoPatto.BOZZA:
        return False
    if not tenute.isdisjoint((V.CORSISTA, V.RESPONSABILE)):
        return True
    fuori_mano = trovata.stato == StatoPatto.RITIRATO
    return V.SEZIONE in tenute and not fuori_mano and trovata.sezione_id in organi_propri(contesto)


def versione_da_chiedere(contesto: Contesto, pk: int) -> Versione:
    """A version of which somebody asks a change.

    What became a draft again stays open to who has asked something of it.
    """
    trovata = _carica(contesto, pk, *CHIEDONO)
    tenute = trovata.patto.corsista.vesti
    if _legge(contesto, trovata, tenute):
        return trovata
    del_gruppo = V.DOCENTE in tenute and trovata.stato != StatoPatto.BOZZA
    if del_gruppo or trovata.richieste.filter(chiede=contesto.persona).exists():
        return trovata
    raise Http404


def versione_da_riprendere(contesto: Contesto, pk: int) -> Versione:
    """A version to be given back to its tutor: the tutor, or who presides over the section."""
    trovata = versione(contesto, pk, *LEGGONO)
    if V.TUTOR in trovata.patto.corsista.vesti:
        return trovata
    if trovata.sezione is not None and approva(contesto, trovata.sezione):
        return trovata
    raise PermissionDenied


def versione_da_firmare(contesto: Contesto, pk: int) -> Versione:
    """A version that somebody signs for the school: the tutor, or who presides over the section."""
    trovata = versione(contesto, pk, *LEGGONO)
    if Parte.SCUOLA not in parti_di(contesto, trovata):
        raise PermissionDenied
    return trovata


def versione_da_concludere(contesto: Contesto, pk: int) -> Versione:
    """A version whose path is over: the dirigente says it."""
    return versione(contesto, pk, V.DIREZIONE)


def versione_di_carta(contesto: Contesto, pk: int) -> Versione:
    """A version of which the office records a signature put by hand."""
    trovata = versione(contesto, pk, *LEGGONO)
    contesto.esige(*UFFICIO)
    return trovata


def corsista_da_ritirare(contesto: Contesto, pk: int) -> Corsista:
    """A person who asks to leave: the office records it, or the dirigente."""
    return corsista(contesto, pk, V.UFFICIO, V.DIREZIONE)


def richiesta(contesto: Contesto, pk: int) -> RichiestaModifica:
    """A request that the person may answer: the tutor, or who presides over the section."""
    try:
        trovata = RichiestaModifica.objects.get(istituto=contesto.istituto, pk=pk)
    except RichiestaModifica.DoesNotExist:
        raise Http404 from None
    trovata.versione = versione_da_riprendere(contesto, trovata.versione_id)
    return trovata


def sezione(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """A section whose drafts somebody looks at: 404 for who has no part in it."""
    trovata = sezioni_visibili(contesto).filter(pk=pk).first()
    if trovata is None:
        raise Http404
    return trovata


def sezione_da_presiedere(contesto: Contesto, pk: int) -> OrganoCollegiale:
    """A section of which somebody registers the decisions: 403 for who only sits in it."""
    trovata = sezione(contesto, pk)
    if not approva(contesto, trovata):
        raise PermissionDenied
    return trovata


def esige_sezioni(contesto: Contesto) -> None:
    """403 for who has no section to look at."""
    if not contesto.ha(*DIREZIONE) and not sezioni_visibili(contesto).exists():
        raise PermissionDenied


def esige_seguito(contesto: Contesto) -> None:
    """403 for who follows no agreement: not office, direction, coordinator of a site or tutor."""
    contesto.esige(*UFFICIO, *DIREZIONE, Ruolo.COORDINATORE_SEDE, Ruolo.TUTOR)


def esige_ufficio(contesto: Contesto) -> None:
    """403 for who neither keeps the office nor directs."""
    contesto.esige(*UFFICIO, *DIREZIONE)


def puo_leggere(contesto: Contesto, documento: Documento) -> bool:
    """Whether somebody may read the paper of an agreement: who has a part in it today."""
    trovata = (
        Versione.objects.filter(istituto=contesto.istituto, documento=documento)
        .select_related("patto__corsista")
        .first()
    )
    if trovata is None:
        return False
    tenute = vesti(contesto, trovata.patto.corsista)
    return not tenute.isdisjoint(LEGGONO_LA_CARTA) and _legge(contesto, trovata, tenute)
