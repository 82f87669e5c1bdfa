"""The papers of an absence: numbered, frozen, printed by a worker, told by mail."""

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from cpia.atti.models import Documento
from cpia.atti.services import nuovo_codice, prepara_documento, protocolla, registra_stampa
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, accoda, metti_in_uscita
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from patto_formativo.documents import frequenza as carte
from patto_formativo.models import Corsista

STAMPA = "patto_formativo.stampa_carta_di_assenza"
PREFISSO = "assenze"
Scrive = Callable[[carte.Emissione], carte.Carta]
MODELLI = {
    carte.TIPO_AVVISO: (carte.MODELLO_LETTERA, carte.FOGLIO_LETTERA, carte.html_lettera),
    carte.TIPO_DECRETO: (carte.MODELLO_DECRETO, carte.FOGLIO_DECRETO, carte.html_decreto),
}


@transaction.atomic
def emetti(
    *,
    autore: Contesto,
    adesso: datetime,
    tipo: str,
    oggetto: str,
    corrispondente: str,
    corsista: Corsista,
    scrive: Scrive,
) -> Documento:
    """Number a paper, freeze its words, ask for its print: part of the act that issues it.

    Raises AttoRifiutato when nobody directs the institute today.
    """
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", "Oggi nessuno dirige l’istituto: manca chi firma.")
    protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=oggetto, corrispondente=corrispondente, riservato=True
    )
    emissione = carte.Emissione(
        autore.istituto, firmatario, autore.oggi, protocollo, nuovo_codice()
    )
    carta = scrive(emissione)
    documento = prepara_documento(
        autore=autore, adesso=adesso, tipo=tipo, titolo=oggetto, modello=MODELLI[tipo][0],
        contesto=carta.as_dict(), protocollo=protocollo, firmato_da=firmatario.nome_e_cognome,
        codice_verifica=emissione.codice, riservato=True,
    )  # fmt: skip
    accoda(
        autore=autore, adesso=adesso, task=STAMPA, riferimento=documento.pk,
        titolo=oggetto, totale=1, indirizzo=indirizzo(corsista),
    )  # fmt: skip
    return documento


@transaction.atomic
def avverti(
    *,
    autore: Contesto,
    adesso: datetime,
    documento: Documento,
    corsista: Corsista,
    a: Iterable[Persona],
    testo: str,
) -> int:
    """Tell these persons that there is a paper for them; no name in the mail. How many."""
    return metti_in_uscita(
        istituto_id=autore.istituto.pk,
        adesso=adesso,
        avvisi=[
            Avviso(
                chiave=f"{PREFISSO}.{documento.pk}.{chi.pk}",
                tipo=f"{PREFISSO}.{documento.tipo}",
                riferimento=f"documento/{documento.pk}",
                destinatario=chi,
                oggetto=documento.titolo,
                testo=testo,
                indirizzo=indirizzo(corsista),
            )
            for chi in a
        ],
    )


def indirizzo(corsista: Corsista) -> str:
    """Where the paper is read: the attendance of the person."""
    return reverse("patto:frequenza", args=[corsista.istituto.slug, corsista.pk])


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """A paper that was numbered is told of, whatever came after."""
    return True


@transaction.atomic
def stampa_carta(istituto_id: int, documento_id: int) -> Documento:
    """Print a paper of an absence and keep its bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    carta = carte.Carta.from_dict(documento.contesto)
    _, foglio, html = MODELLI[documento.tipo]
    pdf = stampa(
        html(carta), titolo=carta.titolo, autore=carta.istituto.nome,
        creato_il=documento.emesso_il, foglio=foglio,
    )  # fmt: skip
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
