"""The provisional ranking is approved and published: from there one may complain."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Graduatoria
from selezioni_pon.queries.graduatorie.formata import Formata
from selezioni_pon.queries.graduatorie.reclami import da_recepire, reclami_di
from selezioni_pon.queries.graduatorie.versioni import (
    graduatorie_di,
    letta,
    righe_di,
    vigente_tra,
)
from selezioni_pon.rules.graduatoria import contro_la_pubblicazione
from selezioni_pon.rules.proposta import APPROVA, contro_la_proposta
from selezioni_pon.services.graduatorie.albo import metti_all_albo, recepisci, supera
from selezioni_pon.services.graduatorie.blocco import blocca_versione, formata_a_lavori_chiusi
from selezioni_pon.services.graduatorie.notizie import avverti_candidati


@transaction.atomic
def pubblica_graduatoria(
    *, autore: Contesto, adesso: datetime, graduatoria_id: int, versione: int
) -> Graduatoria:
    """Approve the proposal and put it on the albo as the provisional ranking: who directs may.

    It takes its protocol number; a version before it gives way, the complaints accepted are those
    that it applies, and who applied is told. Raises Conflitto when it is not the proposal that was
    read, AttoRifiutato when it is not one any more, PubblicazioneRifiutata.
    """
    graduatoria = blocca_versione(autore, graduatoria_id)
    esigi_letta(graduatoria, versione)
    if graduatoria.stato != StatoGraduatoria.BOZZA:
        raise rifiuta("stato", "Questa graduatoria è già pubblicata.", APPROVA)
    avviso = graduatoria.avviso
    fatta = esigi_come_scritta(graduatoria)
    vecchia = vigente_tra(list(graduatorie_di(avviso)))
    metti_all_albo(autore, adesso, graduatoria, fatta)
    supera(autore, adesso, vecchia, graduatoria)
    recepisci(graduatoria, da_recepire(list(reclami_di(avviso))))
    annota(
        autore=autore, adesso=adesso, azione="pubblica graduatoria", oggetto=graduatoria,
        dati={"pubblicazione": graduatoria.pubblicazione_id},
    )  # fmt: skip
    avverti_candidati(graduatoria, adesso)
    return graduatoria


def esigi_come_scritta(graduatoria: Graduatoria) -> Formata:
    """What the decisions of the commission give today, which is what is written. AttoRifiutato."""
    fatta = formata_a_lavori_chiusi(graduatoria.avviso)
    scritta = letta(righe_di(graduatoria))
    esigi(
        [
            *contro_la_pubblicazione(fatta.graduatoria, fatta.regole, aperte=fatta.aperte),
            *contro_la_proposta(scritta, fatta.graduatoria),
        ]
    )
    return fatta
