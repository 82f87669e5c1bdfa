"""The commission’s proposal: the ranking is formed, and waits for who approves it."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, RigaGraduatoria
from selezioni_pon.queries.graduatorie.versioni import bozza_tra, graduatorie_di, vigente_tra
from selezioni_pon.rules.graduatoria import contro_la_pubblicazione
from selezioni_pon.rules.proposta import APPROVA, contro_la_nuova_versione
from selezioni_pon.services.graduatorie.blocco import (
    blocca_in_graduatoria,
    formata_a_lavori_chiusi,
)
from selezioni_pon.services.graduatorie.righe import scrivi_righe


@transaction.atomic
def forma_graduatoria(
    *, autore: Contesto, adesso: datetime, avviso_id: int, motivo: str = ""
) -> Graduatoria:
    """Write the ranking with its reasons: who presides the commission or directs may.

    It takes the place of a proposal that nobody approved. After a published version it is a new
    one, and says why. Raises AttoRifiutato while the commission works, while somebody is level or
    a datum is missing, and once posts were proposed from a final one.
    """
    avviso = blocca_in_graduatoria(autore, avviso_id)
    fatta = formata_a_lavori_chiusi(avviso)
    esigi(contro_la_pubblicazione(fatta.graduatoria, fatta.regole, aperte=fatta.aperte))
    versioni = list(graduatorie_di(avviso))
    vigente = vigente_tra(versioni)
    if vigente is not None:
        _esigi_sostituibile(vigente, motivo)
    _togli(autore, adesso, bozza_tra(versioni))
    graduatoria = _nuova(autore, adesso, avviso, motivo if vigente else "")
    scrivi_righe(graduatoria, fatta)
    annota(
        autore=autore, adesso=adesso, azione="forma graduatoria", oggetto=graduatoria,
        dati={"avviso": avviso.pk, "in_graduatoria": len(fatta.graduatoria.ordine.posti),
              "esclusi": len(fatta.graduatoria.esclusi)},
    )  # fmt: skip
    return graduatoria


def prossimo_numero(avviso: Avviso) -> int:
    """The number of the next version of a call, which is locked."""
    ultimo = Graduatoria.objects.filter(avviso=avviso).order_by("-numero").first()
    return ultimo.numero + 1 if ultimo else 1


def _esigi_sostituibile(vigente: Graduatoria, motivo: str) -> None:
    if vigente.stato == StatoGraduatoria.DEFINITIVA and vigente.proposte.exists():
        testo = "Dalla graduatoria definitiva sono già partite proposte: non cambia più."
        raise rifiuta("con_proposte", testo, APPROVA)
    esigi(list(contro_la_nuova_versione(motivo)))


def _togli(autore: Contesto, adesso: datetime, bozza: Graduatoria | None) -> None:
    if bozza is not None:
        annota(autore=autore, adesso=adesso, azione="toglie proposta di graduatoria", oggetto=bozza)
        RigaGraduatoria.objects.filter(graduatoria=bozza).delete()
        bozza.delete()


def _nuova(autore: Contesto, adesso: datetime, avviso: Avviso, motivo: str) -> Graduatoria:
    return Graduatoria.objects.create(
        istituto=autore.istituto, avviso=avviso, numero=prossimo_numero(avviso),
        motivo=motivo.strip(), formata_il=adesso, formata_da=autore.persona,
    )  # fmt: skip
