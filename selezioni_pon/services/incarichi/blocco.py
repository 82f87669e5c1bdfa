"""The rows of a post, held still while an act on them is judged: the call first, then what hangs.

The call is locked before its proposals and contracts, so that two acts never give the same post.
"""

from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Contratto, Proposta
from selezioni_pon.queries.incarichi.atti import con_verifiche
from selezioni_pon.queries.incarichi.finale import si_propone
from selezioni_pon.rules.fonti import REVOCA
from selezioni_pon.rules.incarichi import ART_6
from selezioni_pon.services.avvisi.blocco import blocca_avviso


def blocca_assegnabile(autore: Contesto, avviso_id: int) -> Avviso:
    """A call whose posts are still given, locked. Raises AttoRifiutato for another."""
    avviso = blocca_avviso(autore, avviso_id)
    if not si_propone(avviso):
        testo = f"L’avviso è {avviso.get_stato_display()}: i suoi posti non si assegnano più."
        raise rifiuta("non_si_assegna", testo, ART_6)
    return avviso


def esigi_non_revocato(avviso: Avviso) -> None:
    """Of a call that was revoked nothing more begins; what was signed before goes on.

    Raises AttoRifiutato.
    """
    if avviso.stato == StatoAvviso.REVOCATO:
        testo = f"L’avviso è stato revocato: {avviso.motivo_revoca}"
        raise rifiuta("avviso_revocato", testo, REVOCA)


def blocca_proposta(autore: Contesto, proposta_id: int) -> Proposta:
    """A proposal with its call, both locked."""
    trovata = Proposta.objects.select_related("candidatura").get(
        pk=proposta_id, istituto=autore.istituto
    )
    avviso = blocca_avviso(autore, trovata.candidatura.avviso_id)
    proposta = (
        Proposta.objects.select_for_update(of=("self",))
        .select_related("candidatura__persona", "contratto__documento", "istituto")
        .get(pk=proposta_id, istituto=autore.istituto)
    )
    proposta.candidatura.avviso = avviso
    return proposta


def blocca_contratto(autore: Contesto, contratto_id: int) -> Contratto:
    """A contract with its proposal and its call, locked."""
    suo = Contratto.objects.get(pk=contratto_id, istituto=autore.istituto)
    proposta = blocca_proposta(autore, suo.proposta_id)
    righe = Contratto.objects.select_for_update(of=("self",)).filter(istituto=autore.istituto)
    contratto = con_verifiche(righe).get(pk=contratto_id)
    contratto.proposta.candidatura.avviso = proposta.candidatura.avviso
    return contratto
