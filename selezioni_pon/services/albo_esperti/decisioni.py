"""What the school decides of an entry: in the register, refused, cancelled."""

from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoIscrizione
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.albo_esperti.elenchi import ultima_di
from selezioni_pon.queries.albo_esperti.regole import per_le_regole, regole_del_giorno
from selezioni_pon.rules.albo_esperti import scadenza, valide_per
from selezioni_pon.rules.albo_passi import MOTIVAZIONE, contro_il_rifiuto, decorrenza
from selezioni_pon.services.albo_esperti import notizie
from selezioni_pon.services.albo_esperti.blocco import blocca_iscrizione


@transaction.atomic
def iscrivi_esperto(
    *,
    autore: Contesto,
    adesso: datetime,
    iscrizione_id: int,
    versione: int,
    requisiti: bool,
    documenti: bool = False,
) -> IscrizioneEsperto:
    """Put an expert in the register, having checked what was declared; who prepares may.

    From today, or from the end of the entry that it renews, for as many school years as the rule
    of today says. Raises Conflitto, AttoRifiutato for what the rules have against it.
    """
    riga = _da_decidere(autore, iscrizione_id, versione)
    regole = regole_del_giorno(autore.istituto.pk, autore.oggi)
    ultima = ultima_di(autore.istituto.pk, riga.persona_id, autore.oggi)
    dal = decorrenza(autore.oggi, ultima.scade if ultima else None)
    letta = per_le_regole(riga, dal=dal, requisiti=requisiti, documenti=documenti)
    (giudicata,) = valide_per([letta], riga.settori[0], dal, regole)
    esigi(giudicata.violazioni)
    riga.stato = StatoIscrizione.ISCRITTA.value
    riga.iscritta_dal, riga.scade = dal, scadenza(dal, regole.durata)
    riga.anni, riga.anni_fonte = regole.durata.valore, regole.durata.fonte
    riga.requisiti_verificati, riga.documenti_cooperativa = requisiti, documenti
    riga.decisa_il, riga.decisa_da = adesso, autore.persona
    riga.save(
        update_fields=[
            "stato", "iscritta_dal", "scade", "anni", "anni_fonte", "requisiti_verificati",
            "documenti_cooperativa", "decisa_il", "decisa_da", "versione",
        ]
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="iscrive all’albo degli esperti", oggetto=riga,
        dati={"dal": dal.isoformat(), "al": riga.scade.isoformat()},
    )  # fmt: skip
    notizie.avverti_dell_esito(riga, adesso)
    return riga


@transaction.atomic
def rifiuta_richiesta(
    *,
    autore: Contesto,
    adesso: datetime,
    iscrizione_id: int,
    versione: int,
    motivo: str,
    preavviso_il: date | None,
) -> IscrizioneEsperto:
    """Refuse a request, for a reason that was told ten days before; who directs may.

    Raises Conflitto, AttoRifiutato.
    """
    riga = _da_decidere(autore, iscrizione_id, versione)
    chiesta = timezone.localdate(riga.chiesta_il)
    esigi(contro_il_rifiuto(motivo, preavviso_il, chiesta, autore.oggi))
    riga.stato, riga.motivo = StatoIscrizione.RIFIUTATA.value, motivo.strip()
    riga.preavviso_il = preavviso_il
    riga.decisa_il, riga.decisa_da = adesso, autore.persona
    riga.save(
        update_fields=["stato", "motivo", "preavviso_il", "decisa_il", "decisa_da", "versione"]
    )
    annota(
        autore=autore, adesso=adesso, azione="rifiuta iscrizione all’albo degli esperti",
        oggetto=riga, dati={"motivo": riga.motivo},
    )  # fmt: skip
    notizie.avverti_dell_esito(riga, adesso)
    return riga


@transaction.atomic
def cancella_iscrizione(
    *, autore: Contesto, adesso: datetime, iscrizione_id: int, versione: int, motivo: str
) -> IscrizioneEsperto:
    """Take an expert out of the register before the end, for a reason; who directs may.

    Raises Conflitto, AttoRifiutato without a reason or for who is not in it.
    """
    riga = blocca_iscrizione(autore, iscrizione_id)
    esigi_letta(riga, versione)
    if riga.stato != StatoIscrizione.ISCRITTA or (riga.scade and riga.scade < autore.oggi):
        raise rifiuta("non_iscritto", "Non è nell’albo: non c’è niente da cancellare.")
    if not motivo.strip():
        raise rifiuta("motivo", "Scrivi il motivo.", MOTIVAZIONE, "motivo")
    riga.stato, riga.motivo = StatoIscrizione.CANCELLATA.value, motivo.strip()
    riga.cancellata_il = autore.oggi
    riga.save(update_fields=["stato", "motivo", "cancellata_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="cancella dall’albo degli esperti", oggetto=riga,
        dati={"motivo": riga.motivo},
    )  # fmt: skip
    notizie.avverti_dell_esito(riga, adesso)
    return riga


def _da_decidere(autore: Contesto, iscrizione_id: int, versione: int) -> IscrizioneEsperto:
    riga = blocca_iscrizione(autore, iscrizione_id)
    esigi_letta(riga, versione)
    if riga.stato != StatoIscrizione.CHIESTA:
        raise rifiuta("gia_decisa", "La richiesta non è più da decidere: rileggi la pagina.")
    return riga
