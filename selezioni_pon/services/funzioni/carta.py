"""The letter of attribution: frozen with the act, under its number, printed by a worker."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from cpia.atti.models import Documento
from cpia.atti.services import annota, nuovo_codice, prepara_documento, protocolla, registra_stampa
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.scuola.access import Contesto
from selezioni_pon.documents import funzione as carta
from selezioni_pon.documents.emissione import Emissione
from selezioni_pon.models import AttribuzioneFunzione
from selezioni_pon.services.incarichi.firmatario import chi_firma

STAMPA: Final = "selezioni_pon.stampa_funzione"


@transaction.atomic
def chiedi_lettera(
    *, autore: Contesto, adesso: datetime, attribuzione_id: int
) -> AttribuzioneFunzione:
    """Freeze the letter of a function and ask for its print: part of the act that gives it.

    Of one that is not printed only the print is asked again. Raises AttoRifiutato when nobody
    directs the institute today.
    """
    attribuzione = (
        AttribuzioneFunzione.objects.select_for_update(of=("self",))
        .select_related(
            "istituto", "documento", "domanda__docente",
            "domanda__area__procedura__anno_scolastico",
        )
        .get(pk=attribuzione_id, istituto=autore.istituto)
    )  # fmt: skip
    if attribuzione.documento is None:
        attribuzione.documento = _documento(autore, adesso, attribuzione)
        attribuzione.save(update_fields=["documento", "protocollo"])
    elif not attribuzione.documento.impronta:
        annota(
            autore=autore, adesso=adesso, azione="chiede la stampa della lettera di funzione",
            oggetto=attribuzione, dati={"documento": attribuzione.documento.pk},
        )  # fmt: skip
    if not attribuzione.documento.impronta:
        _accoda(autore, adesso, attribuzione, attribuzione.documento)
    return attribuzione


def _documento(autore: Contesto, adesso: datetime, attribuzione: AttribuzioneFunzione) -> Documento:
    firmatario = chi_firma(autore)
    attribuzione.protocollo = protocolla(
        autore=autore, adesso=adesso, oggetto=carta.oggetto_di(attribuzione),
        corrispondente=attribuzione.domanda.docente.nome_e_cognome,
    )  # fmt: skip
    emissione = Emissione(
        autore.istituto, firmatario, autore.oggi, attribuzione.protocollo, nuovo_codice()
    )
    contesto = carta.contesto_funzione(attribuzione, emissione)
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=carta.TIPO,
        titolo=contesto.titolo,
        modello=carta.MODELLO,
        contesto=contesto.as_dict(),
        protocollo=attribuzione.protocollo,
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=emissione.codice,
    )


def _accoda(
    autore: Contesto, adesso: datetime, attribuzione: AttribuzioneFunzione, documento: Documento
) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo="Stampa della lettera di una funzione strumentale",
        totale=1,
        indirizzo=reverse("selezioni:funzione_data", args=[autore.istituto.slug, attribuzione.pk]),
    )


@transaction.atomic
def stampa_lettera(istituto_id: int, documento_id: int) -> Documento:
    """Print a letter and keep the bytes; one that is printed stays as it is."""
    from cpia.atti.pdf import quante_pagine, stampa

    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = carta.ContestoFunzione.from_dict(documento.contesto)
    pdf = stampa(
        carta.html_funzione(contesto),
        titolo=documento.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=carta.FOGLIO,
    )
    return registra_stampa(
        documento_id=documento.pk, istituto_id=istituto_id, pdf=pdf, pagine=quante_pagine(pdf)
    )
