"""The rows held still while a ranking is judged: first the call, then the version."""

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Commissione, Graduatoria
from selezioni_pon.queries.graduatorie.formata import Formata, formata
from selezioni_pon.rules.fonti import regolamento
from selezioni_pon.services.avvisi.blocco import blocca_avviso

PROPONE = regolamento("art. 4 c. 8")


def blocca_in_graduatoria(autore: Contesto, avviso_id: int) -> Avviso:
    """A published call, locked. Raises AttoRifiutato when it is over or was taken back."""
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.stato != StatoAvviso.PUBBLICATO:
        testo = f"L’avviso è {avviso.get_stato_display()}: la sua graduatoria non cambia più."
        raise rifiuta("stato", testo, PROPONE)
    return avviso


def blocca_versione(autore: Contesto, graduatoria_id: int) -> Graduatoria:
    """A version of a ranking with its call, both locked. Raises DoesNotExist, AttoRifiutato."""
    di = Graduatoria.objects.values_list("avviso_id", flat=True).get(
        pk=graduatoria_id, istituto=autore.istituto
    )
    avviso = blocca_in_graduatoria(autore, di)
    graduatoria = (
        Graduatoria.objects.select_for_update(of=("self",))
        .select_related("documento", "protocollo", "pubblicazione")
        .get(pk=graduatoria_id)
    )
    graduatoria.avviso = avviso
    return graduatoria


def formata_a_lavori_chiusi(avviso: Avviso) -> Formata:
    """The ranking as it is now. Raises AttoRifiutato while the commission works, or with nobody.

    The row of the commission is locked: nothing is reopened meanwhile.
    """
    commissione = Commissione.objects.select_for_update().filter(avviso=avviso).first()
    if commissione is None or commissione.chiusa_il is None:
        testo = "La graduatoria si forma quando la commissione ha chiuso i lavori."
        raise rifiuta("lavori_aperti", testo, PROPONE)
    fatta = formata(avviso)
    if not fatta.punteggi.tutte:
        testo = "Nessuno ha presentato domanda: non si forma una graduatoria."
        raise rifiuta("nessuna_domanda", testo, PROPONE)
    return fatta
