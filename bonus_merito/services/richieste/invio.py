"""A request is sent with its protocol and its paper, taken up again, taken back."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Attivita, Richiesta
from bonus_merito.queries.richieste import serve_gruppo
from bonus_merito.rules.richiesta import RICHIESTA, Dichiarata, contro_l_invio
from bonus_merito.services.procedure.avvisi import RICEVUTA
from bonus_merito.services.richieste.blocco import blocca_richiesta, esigi_aperta
from bonus_merito.services.richieste.foglio import congela
from cpia.atti.enums import Verso
from cpia.atti.services import annota, annulla_documento, protocolla
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.parole import giorno_e_ora

S = StatoRichiesta
RITIRATA = "La richiesta è stata ritirata da chi l’aveva fatta."


@transaction.atomic
def invia_richiesta(*, autore: Contesto, adesso: datetime, richiesta_id: int) -> Richiesta:
    """Send the own request: protocol, frozen paper, receipt. Sent twice it is one.

    Raises AttoRifiutato after the term, and for what a grid still lacks.
    """
    richiesta = blocca_richiesta(autore, richiesta_id)
    if richiesta.stato == S.INVIATA.value:
        return richiesta
    if richiesta.stato != S.BOZZA.value:
        raise rifiuta("stato", "La richiesta è ritirata: prima si riprende.", RICHIESTA)
    esigi_aperta(richiesta, adesso)
    attivita = list(
        Attivita.objects.filter(istituto=autore.istituto, richiesta=richiesta)
        .select_related("criterio__area")
        .prefetch_related("prove__atto__protocollo")
    )
    _esigi_intera(richiesta, attivita, adesso)
    anno = richiesta.procedura.fondo.anno_scolastico
    richiesta.protocollo = protocolla(
        autore=autore, adesso=adesso, verso=Verso.ENTRATA, riservato=True,
        oggetto=f"Bonus, richiesta di partecipazione, anno scolastico {anno}",
    )  # fmt: skip
    richiesta.inviata_il, richiesta.ritirata_il = adesso, None
    congela(autore, adesso, richiesta, attivita)
    _compiuto(
        autore, adesso, richiesta, S.INVIATA, "invia richiesta del bonus",
        "protocollo", "documento", "inviata_il", "ritirata_il",
    )  # fmt: skip
    _ricevuta(autore, adesso, richiesta)
    return richiesta


def _esigi_intera(richiesta: Richiesta, attivita: list[Attivita], adesso: datetime) -> None:
    esigi(
        contro_l_invio(
            [
                Dichiarata(numero, una.titolo, una.testo, una.dal, una.al)
                for numero, una in enumerate(attivita, start=1)
            ],
            gruppo=richiesta.gruppo,
            serve_gruppo=serve_gruppo(richiesta.procedura),
            inizio=richiesta.procedura.fondo.anno_scolastico.inizio,
            oggi=timezone.localdate(adesso),
        )
    )


def _ricevuta(autore: Contesto, adesso: datetime, richiesta: Richiesta) -> None:
    """Tell who sent it that it came; the mail names nobody."""
    procedura = richiesta.procedura
    scade = giorno_e_ora(procedura.scade) if procedura.scade else ""
    avviso = Avviso(
        chiave=f"{RICEVUTA}.{richiesta.pk}.{richiesta.versione}",
        tipo=RICEVUTA,
        riferimento=str(richiesta.pk),
        destinatario=richiesta.persona,
        oggetto="Bonus: la richiesta è arrivata",
        testo=(
            f"Protocollo n. {richiesta.protocollo}, {giorno_e_ora(adesso)}. "
            f"Fino a {scade} si può riprendere, cambiare o ritirare."
        ),
        indirizzo=reverse("bonus:mia", args=[autore.istituto.slug, procedura.pk]),
    )
    metti_in_uscita(istituto_id=autore.istituto.pk, avvisi=[avviso], adesso=adesso)


@transaction.atomic
def riapri_richiesta(*, autore: Contesto, adesso: datetime, richiesta_id: int) -> Richiesta:
    """Take up again a request that was sent or taken back; until it is sent again it is a draft.

    Raises AttoRifiutato after the term.
    """
    richiesta = blocca_richiesta(autore, richiesta_id)
    if richiesta.stato == S.BOZZA.value:
        return richiesta
    _esigi_propria(richiesta, adesso)
    richiesta.ritirata_il = None
    return _compiuto(
        autore, adesso, richiesta, S.BOZZA, "riapre richiesta del bonus", "ritirata_il"
    )


@transaction.atomic
def ritira_richiesta(*, autore: Contesto, adesso: datetime, richiesta_id: int) -> Richiesta:
    """Take the own request back: its paper has no value any more. Raises AttoRifiutato."""
    richiesta = blocca_richiesta(autore, richiesta_id)
    if richiesta.stato == S.RITIRATA.value:
        return richiesta
    _esigi_propria(richiesta, adesso)
    documento = richiesta.documento
    if documento is not None and documento.annullato_il is None:
        annulla_documento(autore=autore, adesso=adesso, documento=documento, motivo=RITIRATA)
    richiesta.ritirata_il = adesso
    return _compiuto(
        autore, adesso, richiesta, S.RITIRATA, "ritira richiesta del bonus", "ritirata_il"
    )


def _esigi_propria(richiesta: Richiesta, adesso: datetime) -> None:
    esigi_aperta(richiesta, adesso)
    if richiesta.stato == S.D_UFFICIO.value:
        raise rifiuta("d_ufficio", "Questa valutazione è d’ufficio.", RICHIESTA)


def _compiuto(
    autore: Contesto, adesso: datetime, richiesta: Richiesta, stato: S, azione: str, *campi: str
) -> Richiesta:
    richiesta.stato = stato.value
    richiesta.versione += 1
    richiesta.save(update_fields=[*campi, "stato", "versione"])
    dati = {"protocollo": richiesta.protocollo_id} if stato is S.INVIATA else {}
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=richiesta, dati=dati)
    return richiesta
