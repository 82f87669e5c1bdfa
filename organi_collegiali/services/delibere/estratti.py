"""The extract of a deliberation: its words are frozen, a worker prints it."""

from datetime import datetime

from django.db import transaction

from cpia.atti.models import Documento
from cpia.atti.services import annota, nuovo_codice, prepara_documento
from cpia.avvisi.circolari.queries.elenco import dirigente
from cpia.avvisi.models import Lavoro
from cpia.avvisi.services import accoda
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.documents.delibere import (
    FOGLIO,
    MODELLO,
    TIPO,
    ContestoEstratto,
    contesto_estratto,
    html_estratto,
)
from organi_collegiali.models import Delibera
from organi_collegiali.queries.delibere.delibere import allegati, nomi_contrari
from organi_collegiali.services.stampe import stampa_carta

STAMPA = "organi_collegiali.stampa_estratto"
# Of a reserved paper the extract says only that it is there: the numbers of the others stay.
OMISSIS = "omissis"


@transaction.atomic
def prepara_estratto(*, autore: Contesto, adesso: datetime, delibera_id: int) -> Delibera:
    """Make the extract of a deliberation, certified by who directs the institute.

    The same one if it was made already: its print is only asked again when it is missing. Raises
    AttoRifiutato when nobody directs the institute today.
    """
    delibera = blocca_delibera(autore, delibera_id)
    if delibera.documento is None:
        delibera.documento = _documento(autore, adesso, delibera)
        delibera.save(update_fields=["documento"])
        annota(
            autore=autore,
            adesso=adesso,
            azione="prepara estratto",
            oggetto=delibera,
            dati={"documento": delibera.documento.pk},
        )
    if not delibera.documento.impronta:
        _chiedi_stampa(autore, adesso, delibera, delibera.documento)
    return delibera


def blocca_delibera(autore: Contesto, delibera_id: int) -> Delibera:
    """The row of a deliberation, locked for what may still be said of it."""
    return (
        Delibera.objects.select_for_update(of=("self",))
        .select_related(
            "istituto", "organo", "seduta__presiede", "seduta__verbalizza", "documento",
            "pubblicazione",
        )
        .get(pk=delibera_id, istituto=autore.istituto)
    )  # fmt: skip


def _documento(autore: Contesto, adesso: datetime, delibera: Delibera) -> Documento:
    firmatario = dirigente(autore.istituto.pk, autore.oggi)
    if firmatario is None:
        raise rifiuta("firma", "Oggi nessuno dirige l’istituto: manca chi certifica l’estratto.")
    contesto = contesto_estratto(
        delibera,
        firmatario,
        contrari=nomi_contrari(delibera),
        allegati=[OMISSIS if a.riservato else a.titolo for a in allegati(delibera)],
        emesso=autore.oggi,
        codice_verifica=nuovo_codice(),
    )
    return prepara_documento(
        autore=autore,
        adesso=adesso,
        tipo=TIPO,
        titolo=contesto.titolo[:300],
        modello=MODELLO,
        contesto=contesto.as_dict(),
        firmato_da=firmatario.nome_e_cognome,
        codice_verifica=contesto.verifica.codice,
        riservato=delibera.riservata,
    )


def _chiedi_stampa(
    autore: Contesto, adesso: datetime, delibera: Delibera, documento: Documento
) -> Lavoro:
    return accoda(
        autore=autore,
        adesso=adesso,
        task=STAMPA,
        riferimento=documento.pk,
        titolo=f"Stampa dell’estratto della delibera n. {delibera.numero}",
        totale=1,
        indirizzo=f"/{autore.istituto.slug}/organi/delibere/{delibera.pk}/",
    )


@transaction.atomic
def stampa_estratto(istituto_id: int, documento_id: int) -> Documento:
    """Print an extract and keep its bytes; one that is printed stays as it is."""
    documento = Documento.objects.get(istituto_id=istituto_id, pk=documento_id)
    if documento.impronta:
        return documento
    contesto = ContestoEstratto.from_dict(documento.contesto)
    return stampa_carta(documento, contesto, html_estratto, FOGLIO)
