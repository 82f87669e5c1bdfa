"""The fee is paid: the enrolment is complete (art. 3), the path begins."""

from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.anno import AnnoScolastico as Anno
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Incarico, Persona
from patto_formativo.enums import GenereOfferta, StatoDomanda
from patto_formativo.models import AperturaIscrizioni, Corsista, DomandaIscrizione
from patto_formativo.queries.iscrizioni.pagina import destinatario_di
from patto_formativo.rules.iscrizione import ART_3
from patto_formativo.services.dossier import apri_dossier
from patto_formativo.services.iscrizioni.esame import blocca

ATTO = "Iscrizione al CPIA"


@transaction.atomic
def perfeziona_domanda(
    *,
    autore: Contesto,
    adesso: datetime,
    domanda_id: int,
    pagata_il: date,
    pagamento: str,
    esonero: bool = False,
) -> Corsista | None:
    """Record the fee, or the reason of its exemption: who applied is enrolled.

    Makes the Corsista, with the dossier if credits were asked for, and the roles with which who
    studies and who answers sign in; None for a course that widens the offer, which has no
    agreement. By the office. Raises AttoRifiutato.
    """
    domanda = blocca(autore, domanda_id, StatoDomanda.ACCOLTA)
    if domanda.persona is None:
        raise rifiuta("senza_persona", "La domanda va prima accolta.")
    oggi = timezone.localdate(adesso)
    esigi(_contro(domanda, pagata_il, pagamento, oggi, esonero=esonero))
    domanda.quota = Decimal(0) if esonero else _quota(domanda)
    domanda.pagata_il, domanda.pagamento = pagata_il, pagamento.strip()
    domanda.stato = StatoDomanda.PERFEZIONATA.value
    domanda.save(update_fields=["quota", "pagata_il", "pagamento", "stato"])
    corsista = _corsista(domanda, domanda.persona, pagata_il)
    if corsista is not None and domanda.chiede_crediti:
        apri_dossier(
            autore=autore,
            adesso=adesso,
            corsista_id=corsista.pk,
            richiesto_il=timezone.localdate(domanda.presentata_il),
        )
    ultimo = domanda.anno_scolastico.inizio + domanda.anni - 1
    dai_incarichi(domanda, domanda.persona, dal=pagata_il, ultimo_anno=ultimo, oggi=oggi)
    dati = {"quota": str(domanda.quota), "corsista": corsista.pk if corsista else None}
    annota(autore=autore, adesso=adesso, azione="perfeziona iscrizione", oggetto=domanda, dati=dati)
    return corsista


def _contro(
    domanda: DomandaIscrizione, pagata_il: date, pagamento: str, oggi: date, *, esonero: bool
) -> list[Violazione]:
    trovate = []
    if pagata_il > oggi:
        testo = "Il giorno del pagamento non è ancora venuto."
        trovate.append(Violazione("pagata_dopo", testo, "", "pagata_il"))
    elif pagata_il < timezone.localdate(domanda.presentata_il):
        testo = "Il pagamento viene prima della domanda: controlla il giorno."
        trovate.append(Violazione("pagata_prima", testo, "", "pagata_il"))
    if not pagamento.strip():
        testo = "Scrivi il motivo dell’esonero." if esonero else "Scrivi la ricevuta del pagamento."
        trovate.append(Violazione("pagamento", testo, ART_3, "pagamento"))
    if not esonero and _quota(domanda) is None:
        testo = "La quota di quest’anno non è scritta: si scrive nelle iscrizioni dell’anno."
        trovate.append(Violazione("senza_quota", testo, ART_3))
    return trovate


def _quota(domanda: DomandaIscrizione) -> Decimal | None:
    apertura = AperturaIscrizioni.objects.get(
        istituto_id=domanda.istituto_id, anno_scolastico_id=domanda.anno_scolastico_id
    )
    return apertura.quota


def _corsista(domanda: DomandaIscrizione, persona: Persona, dal: date) -> Corsista | None:
    if GenereOfferta(domanda.offerta.genere).percorso is None:
        return None
    return Corsista.objects.create(
        istituto_id=domanda.istituto_id,
        domanda=domanda,
        persona=persona,
        anno_scolastico=domanda.anno_scolastico,
        ultimo_anno=_anno_dopo(domanda) if domanda.anni > 1 else None,
        offerta=domanda.offerta,
        lingua=domanda.lingua,
        iscritto_il=dal,
    )


def _anno_dopo(domanda: DomandaIscrizione) -> AnnoScolastico:
    anno, _ = AnnoScolastico.objects.get_or_create(
        istituto_id=domanda.istituto_id, inizio=domanda.anno_scolastico.inizio + 1
    )
    return anno


def dai_incarichi(
    domanda: DomandaIscrizione, persona: Persona, *, dal: date, ultimo_anno: int, oggi: date
) -> None:
    """The roles with which they sign in, until the end of the last year of the path.

    Part of other acts: the enrolment, and the second year of an agreement that goes on.
    """
    al = Anno(ultimo_anno).al
    _incarico(persona, Ruolo.STUDENTE, dal, al)
    adulto = destinatario_di(domanda, oggi)
    if adulto is not None and adulto.pk != persona.pk:
        _incarico(adulto, Ruolo.RESPONSABILE, dal, al)


def _incarico(persona: Persona, ruolo: Ruolo, dal: date, al: date) -> None:
    """Give the role, or let the one that is held last as long; never shorter."""
    tenuto = (
        Incarico.objects.select_for_update()
        .filter(
            istituto_id=persona.istituto_id, persona=persona, ruolo=ruolo,
            revocato_il__isnull=True,
        )
        .order_by("dal")
        .last()
    )  # fmt: skip
    if tenuto is None or (tenuto.al is not None and tenuto.al < dal):
        Incarico.objects.create(
            istituto_id=persona.istituto_id, persona=persona, ruolo=ruolo, dal=dal, al=al, atto=ATTO
        )
    elif tenuto.al is not None and tenuto.al < al:
        tenuto.al = al
        tenuto.save(update_fields=["al"])
