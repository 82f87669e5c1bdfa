"""Who works on the albo, who reads its whole files, who attests."""

from django.http import Http404

from cpia.atti.albo.queries import ufficio
from cpia.atti.models import Documento, FilePubblicazione, Pubblicazione
from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo

PUBBLICANO = SEGRETERIA | {Ruolo.DIRIGENTE}
LEGGONO = PUBBLICANO | {Ruolo.COLLABORATORE}
ATTESTANO = frozenset(
    {
        Ruolo.SEGRETERIA_PROTOCOLLO,
        Ruolo.SEGRETERIA_DIDATTICA,
        Ruolo.DSGA,
        Ruolo.DIRIGENTE,
    }
)


def esige_lettura(contesto: Contesto) -> None:
    """403 for who has no part in the office."""
    contesto.esige(*LEGGONO)


def esige_pubblicazione(contesto: Contesto) -> None:
    """403 for who does not work on the albo."""
    contesto.esige(*PUBBLICANO)


def da_leggere(contesto: Contesto, pubblicazione_id: int) -> Pubblicazione:
    """A publication of the institute, draft or not, for who reads them; else 403 or 404."""
    esige_lettura(contesto)
    return _trovata(contesto, pubblicazione_id)


def da_lavorare(contesto: Contesto, pubblicazione_id: int) -> Pubblicazione:
    """A publication of the institute for who works on it; else 403 or 404."""
    esige_pubblicazione(contesto)
    return _trovata(contesto, pubblicazione_id)


def da_attestare(contesto: Contesto, pubblicazione_id: int) -> Pubblicazione:
    """A publication of the institute for who attests; else 403 or 404."""
    contesto.esige(*ATTESTANO)
    return _trovata(contesto, pubblicazione_id)


def file_da_leggere(contesto: Contesto, pubblicazione_id: int, file_id: int) -> FilePubblicazione:
    """A file as the office keeps it, the integral one too; gone ones answer 404."""
    esige_lettura(contesto)
    trovato = ufficio.file(contesto.istituto.pk, pubblicazione_id, file_id)
    if trovato is None or not trovato.file:
        raise Http404
    return trovato


def file_da_togliere(contesto: Contesto, pubblicazione_id: int, file_id: int) -> FilePubblicazione:
    """A file of a publication, for who works on it; else 403 or 404."""
    esige_pubblicazione(contesto)
    trovato = ufficio.file(contesto.istituto.pk, pubblicazione_id, file_id)
    if trovato is None:
        raise Http404
    return trovato


def _trovata(contesto: Contesto, pubblicazione_id: int) -> Pubblicazione:
    trovata = ufficio.pubblicazione(contesto.istituto.pk, pubblicazione_id)
    if trovata is None:
        raise Http404
    return trovata


def puo_leggere_attestazione(contesto: Contesto, documento: Documento) -> bool:
    """Who reads the publications reads their attestations."""
    return contesto.ha(*LEGGONO)


def puo_vedere_storia(contesto: Contesto, pubblicazione_id: int) -> bool:
    """Who reads the publications reads what was done to them."""
    return contesto.ha(*LEGGONO) and (
        ufficio.pubblicazione(contesto.istituto.pk, pubblicazione_id) is not None
    )


def nome_nella_storia(contesto: Contesto, pubblicazione_id: int) -> str:
    """``Repertorio 214 del 2026``, or the subject of a draft."""
    trovata = _trovata(contesto, pubblicazione_id)
    if trovata.numero:
        return f"Repertorio {trovata.numero} del {trovata.anno}"
    return f"Bozza: {trovata.oggetto}"
