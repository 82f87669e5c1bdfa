"""The papers of signed minutes: integral and with omissis, from the same words."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.urls import reverse

from cpia.atti.enums import Verso
from cpia.atti.models import Documento
from cpia.atti.services import nuovo_codice, prepara_documento, protocolla
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto
from organi_collegiali.documents import verbali as documents
from organi_collegiali.documents.testo_verbale import TestoVerbale, ometti
from organi_collegiali.models import Verbale

STAMPA = "organi_collegiali.stampa_verbale"


@transaction.atomic
def emetti_carte(
    *, autore: Contesto, adesso: datetime, verbale: Verbale, testo: TestoVerbale
) -> Lavoro:
    """Freeze the two papers under one protocol number and ask for their print.

    The subject of the protocol and the titles name nobody.
    """
    verbale.protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=testo.titolo,
        verso=Verso.INTERNO,
        riservato=testo.riservata,
    )
    impronta = testo.impronta
    verbale.integrale = _carta(
        autore, adesso, verbale=verbale, testo=testo, tipo=documents.TIPO_INTEGRALE,
        impronta=impronta,
    )  # fmt: skip
    verbale.con_omissis = carta_con_omissis(
        autore=autore, adesso=adesso, verbale=verbale, testo=testo
    )
    verbale.save(update_fields=["protocollo", "integrale", "con_omissis"])
    return chiedi_stampa(autore=autore, adesso=adesso, verbale=verbale)


@transaction.atomic
def carta_con_omissis(
    *,
    autore: Contesto,
    adesso: datetime,
    verbale: Verbale,
    testo: TestoVerbale,
    per_esteso: Collection[int] = (),
) -> Documento:
    """The public paper, whole in the items whose persons asked for it."""
    pubblico = ometti(testo, per_esteso=per_esteso)
    return _carta(
        autore, adesso, verbale=verbale, testo=pubblico, tipo=documents.TIPO_OMISSIS,
        impronta=testo.impronta,
    )  # fmt: skip


def _carta(
    autore: Contesto,
    adesso: datetime,
    *,
    verbale: Verbale,
    testo: TestoVerbale,
    tipo: str,
    impronta: str,
) -> Documento:
    contesto = documents.contesto_verbale(
        verbale, testo, impronta=impronta, codice_verifica=nuovo_codice()
    )
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=tipo,
        titolo=testo.titolo[:300],
        modello=documents.MODELLO,
        contesto=contesto.as_dict(),
        protocollo=verbale.protocollo,
        codice_verifica=contesto.verifica.codice,
        riservato=testo.riservata,
    )


@transaction.atomic
def chiedi_stampa(*, autore: Contesto, adesso: datetime, verbale: Verbale) -> Lavoro:
    """Ask for the print of the papers; what is printed already is recognised."""
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=verbale.pk,
        titolo=f"Stampa del verbale n. {verbale.seduta.numero}",
        totale=2,
        indirizzo=reverse("organi:verbale", args=[autore.istituto.slug, verbale.pk]),
    )
