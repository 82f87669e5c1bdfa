"""A draft takes titles and files from what one sent to another call."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.models import AllegatoCandidatura, Candidatura, Invio, Risposta
from selezioni_pon.queries.candidature.inviate import file_di
from selezioni_pon.queries.candidature.portafoglio import DaCopiare, da_copiare, prove_di
from selezioni_pon.services.candidature.blocco import DI_SOLITO, blocca_da_scrivere

CURRICULI: Final = (TipoAllegato.CURRICULUM.value, TipoAllegato.CURRICULUM_OSCURATO.value)


@transaction.atomic
def copia_candidatura(
    *, autore: Contesto, adesso: datetime, candidatura_id: int, invio_id: int, voci: Collection[str]
) -> Candidatura:
    """Fill the own draft with these titles (numbers there) of what one sent, with their evidence.

    Only items in which nothing is written, and the curriculum where there is none: nothing is
    written over. Declarations are made anew. Raises AttoRifiutato after the term, for what is
    not one’s own and where nothing is left to copy.
    """
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    invio = _da(autore, candidatura, invio_id)
    presi = [uno for uno in da_copiare(candidatura, invio) if uno.titolo.voce in voci]
    presi = [uno for uno in presi if uno.si_copia]
    curriculi = _curriculi(candidatura, invio)
    if not presi and not curriculi:
        raise rifiuta("niente_da_copiare", "Scegli almeno un titolo che qui manca.", campo="voci")
    _copia_titoli(candidatura, presi, adesso)
    for allegato in curriculi:
        _copia_file(candidatura, allegato, "", adesso)
    candidatura.modificata_il = adesso
    candidatura.versione += 1
    candidatura.save(update_fields=DI_SOLITO)
    annota(
        autore=autore, adesso=adesso, azione="copia nella candidatura", oggetto=candidatura,
        dati={"invio": invio.pk, "voci": [uno.qui for uno in presi]},
    )  # fmt: skip
    return candidatura


def _da(autore: Contesto, candidatura: Candidatura, invio_id: int) -> Invio:
    trovato = (
        Invio.objects.filter(istituto=autore.istituto, candidatura__persona=autore.persona)
        .exclude(candidatura=candidatura)
        .filter(pk=invio_id)
        .first()
    )
    if trovato is None:
        raise rifiuta("invio_ignoto", "Scegli una domanda che hai inviato.", campo="da")
    return trovato


def _copia_titoli(candidatura: Candidatura, presi: Sequence[DaCopiare], adesso: datetime) -> None:
    Risposta.objects.bulk_create(
        Risposta(
            istituto=candidatura.istituto, candidatura=candidatura, voce=uno.qui,
            valore=uno.titolo.valore, descrizione=uno.titolo.descrizione,
        )
        for uno in presi
    )  # fmt: skip
    prove = prove_di([uno.titolo for uno in presi])
    for uno in presi:
        for allegato in prove[uno.titolo.pk]:
            _copia_file(candidatura, allegato, uno.qui, adesso)


def _curriculi(candidatura: Candidatura, invio: Invio) -> list[AllegatoCandidatura]:
    presenti = set(
        candidatura.allegati.filter(tolto_il__isnull=True).values_list("tipo", flat=True)
    )
    inviati = [uno.allegato for uno in file_di(invio)]
    return [uno for uno in inviati if uno.tipo in CURRICULI and uno.tipo not in presenti]


def _copia_file(
    candidatura: Candidatura, da: AllegatoCandidatura, voce: str, adesso: datetime
) -> None:
    """The same bytes, kept once: they go when no row names them any more (``togli_file``)."""
    AllegatoCandidatura.objects.create(
        istituto=candidatura.istituto, candidatura=candidatura, tipo=da.tipo, voce=voce,
        titolo=da.titolo, file=da.file.name, nome_file=da.nome_file,
        tipo_contenuto=da.tipo_contenuto, impronta=da.impronta, byte=da.byte, caricato_il=adesso,
    )  # fmt: skip
