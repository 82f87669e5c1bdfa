"""The check of the work, what follows from it, and how much is paid."""

from datetime import date, datetime
from fractions import Fraction

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import Rimedio, StatoProposta
from selezioni_pon.models import Contratto, VerificaIncarico
from selezioni_pon.queries.incarichi.controllo import giudica_verifica
from selezioni_pon.rules.buon_esito import Verifica
from selezioni_pon.services.incarichi.avvisi import VERIFICA, avverti
from selezioni_pon.services.incarichi.blocco import blocca_contratto
from selezioni_pon.services.incarichi.cessazione import cessa
from selezioni_pon.services.incarichi.dati import DatiVerifica

ESITO = "Nel portale leggi com’è andata la verifica del tuo incarico."


@transaction.atomic
def verifica_incarico(
    *, autore: Contesto, adesso: datetime, contratto_id: int, versione: int, dati: DatiVerifica
) -> VerificaIncarico:
    """Write what was found of the work, today: who directs may.

    What is paid comes from the hours done, less what was paid already. A contract that is resolved
    ends today, and its post is offered to who follows. Raises Conflitto, AttoRifiutato.
    """
    contratto = blocca_contratto(autore, contratto_id)
    esigi_letta(contratto, versione)
    trovata = Verifica(autore.oggi, dati.giudizio, dati.rimedio, dati.motivo, dati.entro)
    giudizio = giudica_verifica(
        contratto, trovata, Fraction(dati.svolte), senza_oneri=dati.senza_oneri
    )
    esigi(giudizio.contro)
    scritta = VerificaIncarico.objects.create(
        istituto=autore.istituto, contratto=contratto, data=autore.oggi,
        giudizio=dati.giudizio.value, rimedio=dati.rimedio.value, motivo=dati.motivo.strip(),
        entro=_entro(dati), svolte=dati.svolte, importo=giudizio.importo,
        motivi=[{"testo": m.testo, "fonte": m.fonte} for m in giudizio.motivi],
        registrata_il=adesso, registrata_da=autore.persona,
    )  # fmt: skip
    contratto.save(update_fields=["versione"])
    annota(
        autore=autore, adesso=adesso, azione="verifica incarico", oggetto=contratto,
        dati={
            "giudizio": dati.giudizio.value, "rimedio": dati.rimedio.value,
            "importo": giudizio.importo,
        },
    )  # fmt: skip
    if dati.rimedio is Rimedio.RISOLUZIONE:
        _risolvi(autore, adesso, contratto, dati.motivo.strip())
    avverti(contratto, VERIFICA, ESITO, adesso)
    return scritta


def _entro(dati: DatiVerifica) -> date | None:
    return dati.entro if dati.rimedio is Rimedio.INTEGRAZIONE else None


def _risolvi(autore: Contesto, adesso: datetime, contratto: Contratto, motivo: str) -> None:
    proposta = contratto.proposta
    if proposta.stato != StatoProposta.ACCETTATA:
        return
    proposta.versione += 1
    if contratto.chiuso_il is None:
        cessa(autore, adesso, proposta, autore.oggi, motivo[:600])
