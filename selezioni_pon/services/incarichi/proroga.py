"""A longer end for an assignment, only to complete it."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import data_estesa
from selezioni_pon.documents import proroga as carta
from selezioni_pon.enums import StatoIncarico
from selezioni_pon.models import Contratto, Proroga
from selezioni_pon.queries.incarichi.atti import per_le_regole, vicenda_di
from selezioni_pon.rules import proroga as regole
from selezioni_pon.rules.contratti import RINNOVO
from selezioni_pon.rules.svolgimento import stato_incarico
from selezioni_pon.services.incarichi.avvisi import PROROGA, avverti
from selezioni_pon.services.incarichi.blocco import blocca_contratto
from selezioni_pon.services.incarichi.carta import accoda_stampa, prepara_carta
from selezioni_pon.services.incarichi.dati import DatiProroga

CHIUSI = (StatoIncarico.LIQUIDATO, StatoIncarico.RISOLTO)


@transaction.atomic
def proroga_incarico(
    *, autore: Contesto, adesso: datetime, contratto_id: int, versione: int, dati: DatiProroga
) -> Contratto:
    """Give more days to complete the work, at the same pay: who directs may.

    Its paper is printed under a protocol number. Raises Conflitto, AttoRifiutato for what would be
    a renewal, for an assignment that is not signed or is over, when nobody directs.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    if contratto.firmato_il is None or stato_incarico(vicenda_di(contratto), autore.oggi) in CHIUSI:
        raise rifiuta(
            "non_si_proroga", "Si proroga un incarico firmato e non ancora finito.", RINNOVO
        )
    chiesta = regole.Proroga(
        dati.nuova_fine, dati.per_completare, dati.ritardo_del_prestatore, contratto.compenso,
        dati.motivo,
    )  # fmt: skip
    esigi(regole.verifica_proroga(per_le_regole(contratto), chiesta, autore.oggi))
    motivo = dati.motivo.strip()
    documento, protocollo = prepara_carta(
        autore, adesso, contratto, oggetto=carta.oggetto_proroga(contratto),
        quale=(carta.TIPO, carta.MODELLO),
        parole=lambda emissione: carta.contesto_proroga(
            contratto, dati.nuova_fine, motivo, emissione
        ),
    )  # fmt: skip
    Proroga.objects.create(
        istituto=autore.istituto, contratto=contratto, prima_al=contratto.al, al=dati.nuova_fine,
        motivo=motivo, data=autore.oggi, documento=documento, protocollo=protocollo,
        registrata_il=adesso, registrata_da=autore.persona,
    )  # fmt: skip
    contratto.al = dati.nuova_fine
    contratto.save(update_fields=["al", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="proroga incarico", oggetto=contratto,
        dati={
            "al": dati.nuova_fine.isoformat(), "motivo": motivo, "documento": documento.pk,
        },
    )  # fmt: skip
    accoda_stampa(autore, adesso, contratto, documento)
    testo = f"L’incarico dura fino al {data_estesa(dati.nuova_fine)}, con lo stesso compenso."
    avverti(contratto, PROROGA, testo, adesso)
    return contratto
