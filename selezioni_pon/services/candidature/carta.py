"""The papers of an application: the one to be signed, the receipt; a worker prints them."""

from datetime import datetime
from typing import Any, Final

from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from cpia.atti.models import Documento, Protocollo
from cpia.atti.services import annota, nuovo_codice, prepara_documento, registra_stampa
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto
from selezioni_pon.documents import domanda, ricevuta
from selezioni_pon.models import Candidatura, Invio
from selezioni_pon.queries.candidature.contenuto import allegati_di, contenuto_di
from selezioni_pon.queries.candidature.firma import foglio_di
from selezioni_pon.queries.candidature.mancanze import mancanze
from selezioni_pon.services.candidature.blocco import blocca_da_scrivere

STAMPA: Final = "selezioni_pon.stampa_candidatura"
DA_FIRMARE: Final = "Stampa della domanda da firmare"
RICEVUTA: Final = "Stampa della ricevuta della domanda"


@transaction.atomic
def prepara_foglio(*, autore: Contesto, adesso: datetime, candidatura_id: int) -> Candidatura:
    """Freeze the paper that one signs, and ask for its print; whoever applies may.

    The same one while nothing changed. Raises AttoRifiutato after the term, and with all that the
    application still lacks.
    """
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    esigi([una.violazione for una in mancanze(candidatura)])
    contenuto = contenuto_di(candidatura, allegati_di(candidatura))
    foglio = foglio_di(candidatura, contenuto)
    if foglio is None:
        foglio = candidatura.documento = _foglio(autore, adesso, contenuto)
        candidatura.save(update_fields=["documento"])
        annota(
            autore=autore, adesso=adesso, azione="prepara domanda da firmare", oggetto=candidatura,
            dati={"documento": foglio.pk},
        )  # fmt: skip
    if not foglio.impronta:
        _accoda(autore, adesso, foglio, DA_FIRMARE)
    return candidatura


def congela_ricevuta(
    autore: Contesto,
    adesso: datetime,
    candidatura: Candidatura,
    arrivo: ricevuta.Arrivo,
    protocollo: Protocollo,
) -> Documento:
    """Freeze the receipt of what is being sent: part of the act, which keeps it."""
    codice = nuovo_codice()
    contesto = ricevuta.contesto_ricevuta(
        candidatura, arrivo, protocollo, emesso=timezone.localdate(adesso), codice=codice
    )
    return prepara_documento(
        autore=autore, adesso=adesso, tipo=ricevuta.TIPO, titolo=contesto.titolo[:300],
        modello=ricevuta.MODELLO, contesto=contesto.as_dict(), protocollo=protocollo,
        codice_verifica=codice, riservato=True,
    )  # fmt: skip


@transaction.atomic
def chiedi_ricevuta(*, autore: Contesto, adesso: datetime, invio: Invio) -> Lavoro | None:
    """Ask for the print of a receipt; None where it is printed. One under way is not asked twice.

    Who has just sent it asks, and later whoever reads it and finds none.
    """
    documento = invio.documento
    if documento is None or documento.impronta:
        return None
    annota(
        autore=autore, adesso=adesso, azione="chiede stampa della ricevuta",
        oggetto=invio.candidatura,
        dati={"documento": documento.pk},
    )  # fmt: skip
    return _accoda(autore, adesso, documento, RICEVUTA)


def _foglio(autore: Contesto, adesso: datetime, contenuto: dict[str, Any]) -> Documento:
    codice = nuovo_codice()
    contesto = domanda.contesto_domanda(
        contenuto, autore.istituto, emesso=timezone.localdate(adesso), codice=codice
    )
    return prepara_documento(
        autore=autore, adesso=adesso, tipo=domanda.TIPO, titolo=contesto.titolo[:300],
        modello=domanda.MODELLO, contesto=contesto.as_dict(), firmato_da=contesto.chi,
        codice_verifica=codice, riservato=True,
    )  # fmt: skip


def _accoda(autore: Contesto, adesso: datetime, documento: Documento, titolo: str) -> Lavoro:
    """Where the work is shown the paper itself is offered as soon as it is there."""
    return accoda(
        autore=autore, adesso=adesso, task=STAMPA, riferimento=documento.pk, titolo=titolo,
        totale=1, indirizzo=reverse("documento", args=[autore.istituto.slug, documento.pk]),
    )  # fmt: skip


@transaction.atomic
def stampa_candidatura(istituto_id: int, documento_id: int) -> Documento:
    """Print a paper of an application and keep its bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    istituto, html, foglio = _pagina(documento)
    pdf = stampa(
        html, titolo=documento.titolo, autore=istituto, creato_il=documento.emesso_il,
        foglio=foglio,
    )  # fmt: skip
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )


def _pagina(documento: Documento) -> tuple[str, str, str]:
    """Whose it is, its page, its sheet."""
    if documento.tipo == domanda.TIPO:
        sottoscritta = domanda.ContestoDomanda.from_dict(documento.contesto)
        return sottoscritta.istituto.nome, domanda.html_domanda(sottoscritta), domanda.FOGLIO
    arrivata = ricevuta.ContestoRicevuta.from_dict(documento.contesto)
    return arrivata.istituto.nome, ricevuta.html_ricevuta(arrivata), ricevuta.FOGLIO
