"""The ranking becomes final: the term has passed, and who complained has an answer."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Graduatoria
from selezioni_pon.queries.graduatorie.reclami import reclami_di
from selezioni_pon.queries.graduatorie.termini import esame_definitiva
from selezioni_pon.queries.graduatorie.versioni import bozza_tra, graduatorie_di
from selezioni_pon.rules.fonti import RECLAMO
from selezioni_pon.services.graduatorie.albo import metti_all_albo, supera
from selezioni_pon.services.graduatorie.blocco import blocca_versione
from selezioni_pon.services.graduatorie.formazione import prossimo_numero
from selezioni_pon.services.graduatorie.notizie import avverti_candidati
from selezioni_pon.services.graduatorie.pubblicazione import esigi_come_scritta
from selezioni_pon.services.graduatorie.righe import copia_righe


@transaction.atomic
def approva_definitiva(
    *, autore: Contesto, adesso: datetime, graduatoria_id: int, versione: int
) -> Graduatoria:
    """Approve the provisional ranking as final, with the same rows: who directs may.

    It is another version, with its own number and place on the albo; posts are given by it.
    Raises Conflitto when it is not what was read; AttoRifiutato within the term, while a
    complaint waits within its days, and where one accepted has not changed the ranking yet.
    """
    provvisoria = blocca_versione(autore, graduatoria_id)
    esigi_letta(provvisoria, versione)
    _esigi_matura(provvisoria, autore)
    fatta = esigi_come_scritta(provvisoria)
    definitiva = Graduatoria.objects.create(
        istituto=autore.istituto, avviso=provvisoria.avviso, definitiva=True,
        numero=prossimo_numero(provvisoria.avviso), formata_il=adesso, formata_da=autore.persona,
    )  # fmt: skip
    copia_righe(provvisoria, definitiva)
    metti_all_albo(autore, adesso, definitiva, fatta)
    supera(autore, adesso, provvisoria, definitiva)
    annota(
        autore=autore, adesso=adesso, azione="approva graduatoria definitiva", oggetto=definitiva,
        dati={"pubblicazione": definitiva.pubblicazione_id},
    )  # fmt: skip
    avverti_candidati(definitiva, adesso)
    return definitiva


def _esigi_matura(provvisoria: Graduatoria, autore: Contesto) -> None:
    avviso = provvisoria.avviso
    if provvisoria.stato != StatoGraduatoria.PROVVISORIA:
        raise rifiuta("stato", "Diventa definitiva la graduatoria provvisoria in vigore.", RECLAMO)
    if bozza_tra(list(graduatorie_di(avviso))) is not None:
        testo = "C’è una nuova versione che aspetta di essere pubblicata: prima quella."
        raise rifiuta("nuova_versione", testo, RECLAMO)
    esame = esame_definitiva(avviso, provvisoria, list(reclami_di(avviso)), autore.oggi)
    if esame is None:
        testo = "La graduatoria non è più all’albo: ne serve una nuova, e il termine ricomincia."
        raise rifiuta("non_all_albo", testo, RECLAMO)
    esigi(list(esame.violazioni))
