"""Posts are offered down the final ranking; who lets the days pass gives way to who follows."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, esigi_letta, rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Proposta
from selezioni_pon.queries.incarichi.finale import Quadro, quadro_di
from selezioni_pon.rules.incarichi import ART_6
from selezioni_pon.rules.risposte import verifica_giorno, verifica_scaduta
from selezioni_pon.services.incarichi.avvisi import avverti_proposta
from selezioni_pon.services.incarichi.blocco import blocca_assegnabile, blocca_proposta

CAMBIATO: Final = "Nel frattempo è cambiato a chi tocca: rileggi i nomi e conferma di nuovo."


@transaction.atomic
def proponi_incarichi(
    *, autore: Contesto, adesso: datetime, avviso_id: int, lette: Collection[int], entro: date
) -> list[Proposta]:
    """Offer the free posts to who comes next in the final ranking: who directs may.

    ``lette`` are the applications that were read on the page; ``entro`` the last day to answer.
    Raises AttoRifiutato without a final ranking, when nobody is to be asked, or when it is no
    longer the turn of those that were read.
    """
    avviso = blocca_assegnabile(autore, avviso_id)
    quadro = quadro_di(avviso)
    if quadro is None:
        testo = "Gli incarichi si propongono secondo la graduatoria definitiva, che non c’è ancora."
        raise rifiuta("senza_graduatoria", testo, ART_6)
    esigi(verifica_giorno(entro, autore.oggi))
    tocca = quadro.da_proporre
    if not tocca:
        raise rifiuta("nessuno", quadro.scorrimento.motivi[-1].testo, ART_6)
    if {uno.candidatura_id for uno in tocca} != set(lette):
        raise rifiuta("cambiato", CAMBIATO, ART_6)
    return [_proponi(autore, adesso, quadro, uno.riga.invio.candidatura_id, entro) for uno in tocca]


def _proponi(
    autore: Contesto, adesso: datetime, quadro: Quadro, candidatura_id: int, entro: date
) -> Proposta:
    creata = Proposta.objects.create(
        istituto=autore.istituto, graduatoria=quadro.graduatoria, candidatura_id=candidatura_id,
        proposta_il=adesso, proposta_da=autore.persona, rispondere_entro=entro,
    )  # fmt: skip
    proposta = Proposta.objects.select_related(
        "istituto", "candidatura__persona", "candidatura__avviso__selezione__progetto"
    ).get(pk=creata.pk)
    annota(
        autore=autore, adesso=adesso, azione="propone incarico", oggetto=proposta,
        dati={"rispondere_entro": entro.isoformat()},
    )  # fmt: skip
    avverti_proposta(proposta, adesso)
    return proposta


@transaction.atomic
def dichiara_scaduta(
    *, autore: Contesto, adesso: datetime, proposta_id: int, versione: int
) -> Proposta:
    """Say that nobody answered in time: the post goes to who follows. Who directs may.

    Raises Conflitto, AttoRifiutato while one may still answer.
    """
    proposta = blocca_proposta(autore, proposta_id)
    esigi_letta(proposta, versione)
    stato = StatoProposta(proposta.stato)
    esigi(verifica_scaduta(stato, proposta.rispondere_entro, autore.oggi))
    proposta.stato = StatoProposta.SCADUTA.value
    proposta.save(update_fields=["stato", "versione"])
    annota(autore=autore, adesso=adesso, azione="dichiara scaduta la proposta", oggetto=proposta)
    return proposta
