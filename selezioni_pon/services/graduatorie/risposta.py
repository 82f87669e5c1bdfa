"""A complaint has its answer; where it is right, the commission judges again."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import EsitoReclamo, StatoAvviso, StatoGraduatoria
from selezioni_pon.models import Avviso, Commissione, Esame, Reclamo
from selezioni_pon.queries.graduatorie.termini import scritto
from selezioni_pon.queries.graduatorie.versioni import in_vigore
from selezioni_pon.rules.definitiva import ACCOLTI
from selezioni_pon.rules.fonti import RECLAMO
from selezioni_pon.rules.proposta import APPROVA
from selezioni_pon.rules.reclami import verifica_risposta
from selezioni_pon.services.avvisi.blocco import blocca_avviso
from selezioni_pon.services.graduatorie.carta_risposta import prepara_risposta
from selezioni_pon.services.graduatorie.notizie import avverti_di_risposta


@transaction.atomic
def rispondi_reclamo(
    *,
    autore: Contesto,
    adesso: datetime,
    reclamo_id: int,
    esito: EsitoReclamo,
    motivo: str,
    da_riaprire: Sequence[int] = (),
) -> Reclamo:
    """Answer once, with the reasons: who directs, having heard the commission.

    ``da_riaprire`` are the applications, of whoever, that an accepted complaint has judged again:
    the commission takes up its work on those alone. The answer is due also when the call is over.
    Raises AttoRifiutato.
    """
    di = Reclamo.objects.values_list("graduatoria__avviso_id", flat=True).get(
        pk=reclamo_id, istituto=autore.istituto
    )
    avviso = blocca_avviso(autore, di)
    reclamo = (
        Reclamo.objects.select_for_update(of=("self",))
        .select_related("candidatura__persona", "graduatoria")
        .get(pk=reclamo_id)
    )
    esigi(verifica_risposta(scritto(reclamo), esito, motivo))
    reclamo.esito, reclamo.risposta = esito.value, motivo.strip()
    reclamo.deciso_il, reclamo.deciso_da = adesso, autore.persona
    reclamo.documento = prepara_risposta(autore, adesso, avviso, reclamo)
    reclamo.versione += 1
    reclamo.save(
        update_fields=["esito", "risposta", "deciso_il", "deciso_da", "documento", "versione"]
    )
    annota(
        autore=autore, adesso=adesso, azione="risponde a reclamo", oggetto=reclamo,
        dati={"documento": reclamo.documento.pk},
    )  # fmt: skip
    _riapri(autore, adesso, avviso, esito, da_riaprire)
    avverti_di_risposta(reclamo, avviso, adesso)
    return reclamo


def _riapri(
    autore: Contesto,
    adesso: datetime,
    avviso: Avviso,
    esito: EsitoReclamo,
    candidature: Sequence[int],
) -> None:
    """Open the check of these applications again, and the work of the commission with it."""
    if not candidature:
        return
    if esito not in ACCOLTI:
        testo = "Si riaprono domande solo se il reclamo è accolto, anche in parte."
        raise rifiuta("non_accolto", testo, RECLAMO, "da_riaprire")
    if avviso.stato != StatoAvviso.PUBBLICATO:
        testo = f"L’avviso è {avviso.get_stato_display()}: le sue domande non si riaprono."
        raise rifiuta("stato", testo, RECLAMO, "da_riaprire")
    _esigi_senza_proposte(avviso)
    # The commission first, as its own acts do: two that lock crosswise would stop each other.
    commissione = Commissione.objects.select_for_update().get(avviso=avviso)
    esami = list(
        Esame.objects.select_for_update(of=("self",)).filter(
            invio__candidatura__avviso=avviso, invio__candidatura__in=candidature,
            invio__sostituito_il__isnull=True, invio__ritirato_il__isnull=True,
        )
    )  # fmt: skip
    if len(esami) != len(set(candidature)):
        testo = "Scegli fra le domande di questo avviso."
        raise rifiuta("domanda_ignota", testo, RECLAMO, "da_riaprire")
    for esame in esami:
        esame.chiuso_il, esame.chiuso_da = None, None
        esame.versione += 1
        esame.save(update_fields=["chiuso_il", "chiuso_da", "versione"])
        annota(autore=autore, adesso=adesso, azione="riapre domanda per un reclamo", oggetto=esame)
    _riapri_i_lavori(autore, adesso, commissione)


def _esigi_senza_proposte(avviso: Avviso) -> None:
    """The final ranking from which posts were proposed changes no more: nobody judges again."""
    vigente = in_vigore(avviso)
    if vigente is None or vigente.stato != StatoGraduatoria.DEFINITIVA:
        return
    if vigente.proposte.exists():
        testo = "Dalla graduatoria definitiva sono già partite proposte: non si riaprono domande."
        raise rifiuta("con_proposte", testo, APPROVA, "da_riaprire")


def _riapri_i_lavori(autore: Contesto, adesso: datetime, commissione: Commissione) -> None:
    if commissione.chiusa_il is None:
        return
    commissione.chiusa_il = None
    commissione.versione += 1
    commissione.save(update_fields=["chiusa_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="riapre lavori della commissione",
        oggetto=commissione, dati={"motivo": "un reclamo accolto"},
    )  # fmt: skip
