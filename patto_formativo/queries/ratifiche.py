"""What another school has still to answer of the words to be signed: each ratifies in its section.

Source: CPIA Napoli Provincia 2, Regolamento della Commissione, art. 4.
"""

from django.utils import timezone

from cpia.norme.rules.motivi import Motivo
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Condivisione, Versione
from patto_formativo.rules.condivisione import ConLAltra, esito, ratifica_mancante


def di_queste_parole(versione: Versione) -> Condivisione | None:
    """The row of the words to be signed, if the other school of the agreement has them.

    One query, none if the ``condivisioni`` of the version are prefetched.
    """
    altra = versione.patto.altro_istituto_id
    for riga in versione.condivisioni.all():
        if riga.altro_istituto_id == altra and riga.impronta == versione.impronta:
            return riga
    return None


def aspetta_ratifica(versione: Versione) -> Motivo | None:
    """What the other school has still to answer before a version is signed; None when nothing.

    One query for an agreement of two schools, none if its ``condivisioni`` are prefetched.
    """
    altra = versione.patto.altro_istituto
    if altra is None or versione.stato != StatoPatto.APPROVATO or not versione.impronta:
        return None
    riga = di_queste_parole(versione)
    if riga is None:
        return ratifica_mancante(ConLAltra(str(altra)))
    quando = timezone.localdate(riga.condivisa_il)
    risposta = esito(riga.ratificata_il, riga.rilievo)
    return ratifica_mancante(ConLAltra(str(altra), quando, risposta, riga.rilievo))
