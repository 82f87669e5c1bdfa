"""An application is sent: in time to the second, frozen with its hash, under its number."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from django.db import transaction

from cpia.atti.enums import Verso
from cpia.atti.services import annota, protocolla, sostituisci_documento
from cpia.norme.errori import esigi, esigi_letta
from cpia.scuola.access import Contesto
from selezioni_pon.documents.ricevuta import Arrivo
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.models import (
    AllegatoCandidatura,
    AllegatoInviato,
    Candidatura,
    Invio,
    TitoloDichiarato,
)
from selezioni_pon.queries.candidature.contenuto import (
    DELLA_FIRMA,
    firmato,
    impronta_di,
)
from selezioni_pon.queries.candidature.firma import Firma, firma_di
from selezioni_pon.queries.candidature.in_parole import file_detti
from selezioni_pon.queries.candidature.mancanze import mancanze
from selezioni_pon.queries.valutazione import griglia_di
from selezioni_pon.rules.invio import perche_firmata
from selezioni_pon.rules.termine import al_secondo
from selezioni_pon.services.avvisi.blocco import blocca_avviso
from selezioni_pon.services.candidature.blocco import blocca_da_scrivere
from selezioni_pon.services.candidature.carta import chiedi_ricevuta, congela_ricevuta
from selezioni_pon.services.candidature.posta import INVIATA, avvisa

OGGETTO: Final = "Domanda all’avviso di selezione"


@transaction.atomic
def invia_candidatura(
    *, autore: Contesto, adesso: datetime, candidatura_id: int, versione: int
) -> Invio:
    """Send the own application; of those sent before, this one takes the place.

    It counts when the request came, on the server’s clock: nobody waits beyond the term because
    others are sending too. What is sent is frozen, with its SHA-256 and its protocol number; the
    receipt is printed. Sent twice as it is, it is one. Raises AttoRifiutato after the term, for
    what is missing and for what does not count as signed; Conflitto when the application is not
    as it was read.
    """
    candidatura = _bloccata(autore, candidatura_id)
    esigi([una.violazione for una in mancanze(candidatura)])
    firma = firma_di(candidatura)
    esigi(firma.contro)
    contenuto = _contenuto(firma)
    prima = candidatura.invii.filter(sostituito_il__isnull=True, ritirato_il__isnull=True).first()
    if prima is not None and prima.impronta == impronta_di(contenuto):
        return prima
    esigi_letta(candidatura, versione)
    candidatura.save(update_fields=["versione"])
    if prima is not None:
        prima.sostituito_il = adesso
        prima.save(update_fields=["sostituito_il"])
    invio = _scrivi(autore, adesso, candidatura, firma, contenuto)
    if prima is not None and prima.documento and invio.documento:
        sostituisci_documento(
            autore=autore, adesso=adesso, vecchio=prima.documento, nuovo=invio.documento
        )
    _annota(autore, adesso, invio)
    chiedi_ricevuta(autore=autore, adesso=adesso, invio=invio)
    avvisa(invio, INVIATA, adesso)
    return invio


def _bloccata(autore: Contesto, candidatura_id: int) -> Candidatura:
    """The application, locked after its call: nobody revokes or closes it meanwhile."""
    righe = Candidatura.objects.filter(istituto=autore.istituto, persona=autore.persona)
    avviso = blocca_avviso(autore, righe.values_list("avviso_id", flat=True).get(pk=candidatura_id))
    candidatura = blocca_da_scrivere(autore, candidatura_id)
    candidatura.avviso = avviso
    return candidatura


def _contenuto(firma: Firma) -> dict[str, Any]:
    if firma.carta is None or firma.foglio is None:
        raise ValueError("che la domanda è firmata è stato appena verificato")
    return firmato(
        firma.contenuto,
        firma.carta,
        firma.foglio.impronta,
        _della_firma(firma),
    )


def _della_firma(firma: Firma) -> Sequence[AllegatoCandidatura]:
    """The signed file, and the identity document where there is one."""
    return [uno for uno in (firma.firmata, firma.identita) if uno is not None]


def _scrivi(
    autore: Contesto,
    adesso: datetime,
    candidatura: Candidatura,
    firma: Firma,
    contenuto: dict[str, Any],
) -> Invio:
    if firma.carta is None:
        raise ValueError("che la domanda è firmata è stato appena verificato")
    numero = candidatura.invii.count() + 1
    protocollo = protocolla(
        autore=autore, adesso=adesso, verso=Verso.ENTRATA, riservato=True,
        oggetto=f"{OGGETTO} per «{candidatura.avviso.selezione.ruolo}»",
    )  # fmt: skip
    arrivo = Arrivo(
        numero, al_secondo(adesso), impronta_di(contenuto), perche_firmata(firma.carta),
        len(contenuto["titoli"]), tuple(file_detti({"allegati": _tutti(contenuto)})),
    )  # fmt: skip
    invio = Invio.objects.create(
        istituto=autore.istituto, candidatura=candidatura, numero=numero, inviato_il=adesso,
        contenuto=contenuto, impronta=arrivo.impronta, firma=firma.carta.forma.value,
        offerta=candidatura.offerta, giorni_servizio=candidatura.giorni_servizio,
        documento=congela_ricevuta(autore, adesso, candidatura, arrivo, protocollo),
        protocollo=protocollo,
    )  # fmt: skip
    _scrivi_titoli(invio, contenuto, _partono(firma))
    return invio


def _tutti(contenuto: dict[str, Any]) -> list[dict[str, Any]]:
    return [*contenuto["allegati"], *contenuto["firma"]["file"]]


def _partono(firma: Firma) -> list[AllegatoCandidatura]:
    """The files that go: a signed one that is of an earlier paper stays behind."""
    altri = (uno for uno in firma.allegati if uno.tipo not in DELLA_FIRMA)
    return [*altri, *_della_firma(firma)]


def _scrivi_titoli(
    invio: Invio, contenuto: dict[str, Any], allegati: Sequence[AllegatoCandidatura]
) -> None:
    """The titles as they are declared now, each with its evidence; the other files by themselves.

    Evidence of an item of which nothing is declared goes with the whole.
    """
    di = {"istituto": invio.istituto, "invio": invio}
    posti = {
        voce.numero: posto
        for posto, voce in enumerate(griglia_di(invio.candidatura.avviso).voci, start=1)
    }
    titoli = TitoloDichiarato.objects.bulk_create(
        TitoloDichiarato(
            **di, voce=voce, posto=posti[voce], valore=valore,
            descrizione=contenuto["descrizioni"][voce],
        )
        for voce, valore in contenuto["titoli"].items()
    )  # fmt: skip
    per_voce = {titolo.voce: titolo for titolo in titoli}
    AllegatoInviato.objects.bulk_create(
        AllegatoInviato(**di, allegato=uno, titolo=_titolo_di(uno, per_voce)) for uno in allegati
    )


def _titolo_di(
    allegato: AllegatoCandidatura, per_voce: dict[str, TitoloDichiarato]
) -> TitoloDichiarato | None:
    prova = allegato.tipo == TipoAllegato.PROVA.value
    return per_voce.get(allegato.voce) if prova else None


def _annota(autore: Contesto, adesso: datetime, invio: Invio) -> None:
    annota(
        autore=autore, adesso=adesso, azione="invia candidatura", oggetto=invio.candidatura,
        dati={
            "invio": invio.pk,
            "numero_invio": invio.numero,
            "protocollo": invio.protocollo_id,
            "firma": invio.firma,
            "impronta": invio.impronta,
        },
    )  # fmt: skip
