"""What the members answer to a notice, and how the office told who has no mailbox."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import QuerySet

from cpia.atti.services import annota
from cpia.avvisi.models import Notifica
from cpia.avvisi.services import chiudi_scadenze
from cpia.norme.errori import esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from organi_collegiali.enums import MezzoAvviso, Risposta, StatoSeduta
from organi_collegiali.models import Convocato, Seduta
from organi_collegiali.queries.doveri.sedute import RISPOSTA
from organi_collegiali.rules.invio.risposte import verifica_risposta
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.invio.supplenti import segue_la_risposta
from organi_collegiali.services.invio.uscita_avvisi import PREFISSO


@dataclass(frozen=True)
class Consegna:
    """How and when somebody was told by the office, and what was answered then, if anything.

    ``incompatibile``: he or she may not sit, or must abstain, and the substitute does.
    """

    mezzo: str
    quando: datetime
    risposta: str = ""
    motivo: str = ""
    incompatibile: bool = False


@transaction.atomic
def rispondi(
    *,
    autore: Contesto,
    adesso: datetime,
    seduta_id: int,
    risposta: str,
    motivo: str = "",
    incompatibile: bool = False,
) -> Convocato:
    """The person says whether he or she will come; it may be changed until the sitting opens.

    Of who is convened. In the place of who will not the substitute is convened, as far as the
    rules of the organ have it so. Raises AttoRifiutato.
    """
    seduta = blocca_seduta(autore, seduta_id)
    convocato = _bloccato(autore, seduta).get(persona=autore.persona)
    convocato.seduta = seduta
    _scrivi(convocato, risposta, motivo, adesso)
    segue_la_risposta(autore=autore, adesso=adesso, titolare=convocato, incompatibile=incompatibile)
    tocca(seduta, adesso)
    Notifica.objects.filter(
        istituto=autore.istituto, destinatario=autore.persona, letta_il__isnull=True,
        promemoria__tipo__startswith=f"{PREFISSO}.",
        promemoria__riferimento__in=[
            str(pk) for pk in seduta.avvisi.values_list("pk", flat=True)
        ],
    ).update(letta_il=adesso)  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="risponde alla convocazione", oggetto=seduta,
        dati={"convocato": convocato.pk, "risposta": risposta},
    )  # fmt: skip
    return convocato


@transaction.atomic
def annota_consegna(
    *, autore: Contesto, adesso: datetime, convocato_id: int, consegna: Consegna
) -> Convocato:
    """Write down that somebody was told by hand or by phone, and what was answered then.

    Of who prepares the sittings. Raises AttoRifiutato.
    """
    seduta_id = Convocato.objects.values_list("seduta_id", flat=True).get(
        istituto=autore.istituto, pk=convocato_id
    )
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.CONVOCATA, StatoSeduta.REVOCATA)
    convocato = _bloccato(autore, seduta).get(pk=convocato_id)
    convocato.seduta = seduta
    esigi(_verifica_consegna(consegna, seduta, adesso))
    convocato.mezzo, convocato.avvisato_il = consegna.mezzo, consegna.quando
    convocato.save(update_fields=["mezzo", "avvisato_il"])
    if consegna.risposta:
        _scrivi(convocato, consegna.risposta, consegna.motivo, adesso)
        segue_la_risposta(
            autore=autore, adesso=adesso, titolare=convocato, incompatibile=consegna.incompatibile
        )
    tocca(seduta, adesso)
    annota(
        autore=autore, adesso=adesso, azione="consegna avviso di seduta", oggetto=seduta,
        dati={
            "convocato": convocato.pk, "mezzo": consegna.mezzo,
            "quando": consegna.quando.isoformat(), "risposta": consegna.risposta,
        },
    )  # fmt: skip
    return convocato


def _verifica_consegna(
    consegna: Consegna, seduta: Seduta, adesso: datetime
) -> tuple[Violazione, ...]:
    if consegna.mezzo not in (MezzoAvviso.A_MANO, MezzoAvviso.TELEFONO):
        return (Violazione("mezzo", "Scegli se a mano o a mezzo telefono.", "", "mezzo"),)
    if consegna.quando > adesso:
        testo = "L’avviso non può essere consegnato nel futuro."
        return (Violazione("quando", testo, "", "quando"),)
    prima = min((a.inviato_il for a in seduta.avvisi.all() if a.inviato_il), default=None)
    if prima is None or consegna.quando < prima:
        testo = "L’avviso non era ancora partito: controlla giorno e ora."
        return (Violazione("quando", testo, "", "quando"),)
    return ()


def _bloccato(autore: Contesto, seduta: Seduta) -> QuerySet[Convocato]:
    righe = Convocato.objects.select_for_update(of=("self",)).select_related("persona", "mandato")
    return righe.filter(istituto=autore.istituto, seduta=seduta)


def _scrivi(convocato: Convocato, risposta: str, motivo: str, adesso: datetime) -> None:
    seduta = convocato.seduta
    esigi(verifica_risposta(StatoSeduta(seduta.stato), risposta, motivo))
    convocato.risposta, convocato.risposta_il = risposta, adesso
    convocato.motivo_risposta = motivo.strip() if risposta == Risposta.ASSENTE else ""
    convocato.save(update_fields=["risposta", "motivo_risposta", "risposta_il"])
    chiudi_scadenze(
        istituto_id=seduta.istituto_id, chiavi=[f"{RISPOSTA}{convocato.pk}"], adesso=adesso
    )
