"""The office looks at an application: takes it, refuses it, notes that it is given up."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from cpia.atti.enums import Verso
from cpia.atti.services import annota, protocolla
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.services.inviti import invita_iscritti
from patto_formativo.enums import StatoDomanda
from patto_formativo.models import DomandaIscrizione
from patto_formativo.queries.iscrizioni.giudizi import ANCORA
from patto_formativo.queries.iscrizioni.pagina import SENZA_RESPONSABILE, destinatario_di
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.iscrizione import ART_1, ART_4
from patto_formativo.services.iscrizioni.foglio import congela
from patto_formativo.services.iscrizioni.persone import affida, persona_della
from patto_formativo.services.iscrizioni.presentazione import oggetto_protocollo

S = StatoDomanda


def blocca(autore: Contesto, domanda_id: int, *stati: StatoDomanda) -> DomandaIscrizione:
    """The application, locked, if it is in one of these states. Raises AttoRifiutato."""
    domanda = (
        DomandaIscrizione.objects.select_for_update(of=("self",))
        .select_related(
            "offerta__sede", "anno_scolastico", "istituto", "persona", "protocollo", "documento"
        )
        .get(istituto=autore.istituto, pk=domanda_id)
    )
    if domanda.stato not in stati:
        stato = domanda.get_stato_display()
        raise rifiuta("stato", f"La domanda è {stato}: rileggi la pagina.")
    return domanda


@transaction.atomic
def accogli_domanda(
    *,
    autore: Contesto,
    adesso: datetime,
    domanda_id: int,
    invita: bool = True,
    conferma_responsabile: bool = False,
    conferma_email: bool = False,
) -> DomandaIscrizione:
    """Take an application: the person is known to the school, the credentials are sent.

    To the adult; for a minor to who answers (art. 4). It waits for the fee. The office confirms
    somebody new who answers for a minor that it knows, and the e-mail of a person that it knows
    without one: unconfirmed, no credentials leave. By the office. Raises AttoRifiutato.
    """
    domanda = blocca(autore, domanda_id, S.PRESENTATA)
    oggi = timezone.localdate(adesso)
    persona = persona_della(domanda, conferma_email=conferma_email)
    _una_sola(domanda, persona)
    domanda.persona, domanda.stato, domanda.accolta_il = persona, S.ACCOLTA.value, adesso
    protocolla_e_congela(autore, adesso, domanda)
    domanda.save(update_fields=["persona", "stato", "accolta_il", "protocollo", "documento"])
    destinatario: Persona | None = persona
    if domanda.adulto_cognome and minorenne(domanda.data_nascita, oggi):
        destinatario = affida(domanda, persona, oggi, confermato=conferma_responsabile)
    dati = {
        "persona": persona.pk, "credenziali_a": destinatario.pk if destinatario else None,
        "conferme": [conferma_responsabile, conferma_email],
    }  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="accoglie domanda di iscrizione", oggetto=domanda,
        dati=dati,
    )  # fmt: skip
    if invita and destinatario is not None:
        _invita(autore, adesso, destinatario)
    return domanda


def _una_sola(domanda: DomandaIscrizione, persona: Persona) -> None:
    gia = DomandaIscrizione.objects.filter(
        ANCORA,
        istituto_id=domanda.istituto_id,
        persona=persona,
        anno_scolastico_id=domanda.anno_scolastico_id,
        offerta__genere=domanda.offerta.genere,
        stato__in=[S.ACCOLTA.value, S.PERFEZIONATA.value],
    ).exclude(pk=domanda.pk)
    if quale := gia.values_list("pk", flat=True).first():
        testo = f"Questa persona ha già la domanda n. {quale} per lo stesso percorso."
        raise rifiuta("gia_accolta", testo, ART_1)


def protocolla_e_congela(autore: Contesto, adesso: datetime, domanda: DomandaIscrizione) -> None:
    """Give a number to what came online, and its paper; the act that calls saves both."""
    if domanda.protocollo_id is None:
        domanda.protocollo = protocolla(
            autore=autore, adesso=adesso, oggetto=oggetto_protocollo(domanda),
            verso=Verso.ENTRATA, riservato=True,
        )  # fmt: skip
    if domanda.documento_id is None:
        congela(autore, adesso, domanda)


def _invita(autore: Contesto, adesso: datetime, chi: Persona) -> None:
    chi.istituto = autore.istituto
    invita_iscritti(autore=autore, adesso=adesso, persone=[chi])


@transaction.atomic
def invita_di_nuovo(*, autore: Contesto, adesso: datetime, domanda_id: int) -> Persona:
    """Send the credentials again to who has not used them. Raises AttoRifiutato."""
    domanda = blocca(autore, domanda_id, S.ACCOLTA, S.PERFEZIONATA)
    chi = destinatario_di(domanda, timezone.localdate(adesso))
    if chi is None:
        raise rifiuta("senza_responsabile", SENZA_RESPONSABILE, ART_4)
    if chi.utente_id is not None:
        raise rifiuta("ha_accesso", f"{chi.nome_e_cognome} entra già con le sue credenziali.")
    if not chi.email:
        raise rifiuta("senza_email", f"Di {chi.nome_e_cognome} manca l’e-mail.")
    _invita(autore, adesso, chi)
    return chi


@transaction.atomic
def respingi_domanda(
    *, autore: Contesto, adesso: datetime, domanda_id: int, motivo: str
) -> DomandaIscrizione:
    """Refuse an application, with the reason that the applicant reads. Raises AttoRifiutato."""
    domanda = blocca(autore, domanda_id, S.PRESENTATA)
    return _chiudi(autore, adesso, domanda, S.RESPINTA, motivo)


@transaction.atomic
def registra_rinuncia(
    *, autore: Contesto, adesso: datetime, domanda_id: int, motivo: str
) -> DomandaIscrizione:
    """Note that the applicant gives up before paying the fee. Raises AttoRifiutato."""
    domanda = blocca(autore, domanda_id, S.PRESENTATA, S.ACCOLTA)
    return _chiudi(autore, adesso, domanda, S.RINUNCIATA, motivo)


def _chiudi(
    autore: Contesto, adesso: datetime, domanda: DomandaIscrizione, stato: StatoDomanda, motivo: str
) -> DomandaIscrizione:
    if not motivo.strip():
        raise rifiuta("senza_motivo", "Scrivi il motivo: chi ha fatto domanda lo legge.",
                      campo="motivo")  # fmt: skip
    domanda.stato, domanda.chiusa_il, domanda.motivo = stato.value, adesso, motivo.strip()
    protocolla_e_congela(autore, adesso, domanda)
    domanda.save(update_fields=["stato", "chiusa_il", "motivo", "protocollo", "documento"])
    azione = (
        "respinge domanda di iscrizione"
        if stato is S.RESPINTA
        else "registra rinuncia all’iscrizione"
    )
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=domanda)
    return domanda
