"""What becomes of a published call: it is revoked, or it is ascertained that it was not enough."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from typing import Final

from django.db import transaction
from django.utils import timezone

from cpia.atti.albo.services import annulla_pubblicazione
from cpia.atti.services import annota, annulla_documento
from cpia.norme.errori import esigi, rifiuta
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto
from cpia.scuola.parole import plurale
from selezioni_pon.enums import StatoAvviso
from selezioni_pon.models import Avviso, Impossibilita
from selezioni_pon.queries.elenco import aperto
from selezioni_pon.queries.incarichi.finale import si_propone
from selezioni_pon.queries.incarichi.numeri import ancora_in_fila, numeri_di
from selezioni_pon.queries.svolte import svolta
from selezioni_pon.rules.fonti import REVOCA
from selezioni_pon.rules.impossibilita import INTERPELLO, verifica_impossibilita
from selezioni_pon.rules.termine import al_secondo
from selezioni_pon.services.avvisi.blocco import blocca_avviso
from selezioni_pon.services.avvisi.dati import DatiImpossibilita
from selezioni_pon.services.avvisi.inviti import REVOCATO, avverti

MOTIVO_MINIMO: Final = 10


@transaction.atomic
def revoca_avviso(*, autore: Contesto, adesso: datetime, avviso_id: int, motivo: str) -> Avviso:
    """Revoke a published call, with its reason: who directs may.

    Its paper loses its value and its place on the albo, which stays to say why. The staff is told
    of a call for them. Raises AttoRifiutato for one that is not published or without a reason
    that can be read.
    """
    avviso = _pubblicato(autore, avviso_id, "Si revoca solo un avviso pubblicato.", REVOCA)
    motivo = motivo.strip()
    if len(motivo) < MOTIVO_MINIMO:
        testo = "Scrivi il motivo con parole che si capiscano da sole: resta sull’albo."
        raise rifiuta("motivo", testo, REVOCA, "motivo")
    avviso.stato = StatoAvviso.REVOCATO.value
    avviso.revocato_il, avviso.motivo_revoca, avviso.modificato_il = adesso, motivo, adesso
    avviso.versione += 1
    avviso.save(
        update_fields=["stato", "revocato_il", "motivo_revoca", "modificato_il", "versione"]
    )
    _toglie_valore(autore, adesso, avviso, motivo)
    annota(
        autore=autore, adesso=adesso, azione="revoca avviso di selezione", oggetto=avviso,
        dati={"motivo": motivo},
    )  # fmt: skip
    avverti(avviso, REVOCATO, adesso)
    return avviso


@transaction.atomic
def accerta_impossibilita(
    *, autore: Contesto, adesso: datetime, avviso_id: int, dati: DatiImpossibilita
) -> Avviso:
    """Record, after the term, that the call did not meet the need: who directs may.

    From then on the next call may be prepared. Where somebody applied on the portal the numbers
    are those of the tables, whatever is typed. Raises AttoRifiutato before the end of the term,
    while somebody ranked may still have a post, and for an act or numbers that the call itself
    contradicts.
    """
    avviso = _da_accertare(autore, avviso_id)
    numeri = numeri_di(avviso)
    if numeri is not None:
        dati = replace(dati, domande=numeri.domande, idonei=numeri.idonei, coperti=numeri.coperti)
    if avviso.scade is not None and aperto(avviso, adesso):
        testo = f"Le domande si inviano fino a {al_secondo(avviso.scade)}: si accerta dopo."
        raise rifiuta("termine_aperto", testo, INTERPELLO)
    accertata = Impossibilita(
        istituto=autore.istituto, avviso=avviso, motivo=dati.motivo.value, domande=dati.domande,
        idonei=dati.idonei, coperti=dati.coperti, atto=dati.atto.strip(),
        testo=dati.testo.strip(), accertata_il=dati.accertata_il, registrata_il=adesso,
        registrata_da=autore.persona,
    )  # fmt: skip
    contro = [
        *_numeri(avviso, dati, timezone.localdate(adesso)), *ancora_in_fila(avviso, numeri),
    ]  # fmt: skip
    esigi([*contro, *verifica_impossibilita(svolta(avviso, accertata))])
    accertata.save()
    avviso.stato, avviso.modificato_il = StatoAvviso.CONCLUSO.value, adesso
    avviso.versione += 1
    avviso.save(update_fields=["stato", "modificato_il", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="accerta impossibilità", oggetto=avviso,
        dati={"motivo_impossibilita": dati.motivo.value, "coperti": dati.coperti},
    )  # fmt: skip
    return avviso


def _da_accertare(autore: Contesto, avviso_id: int) -> Avviso:
    """One that was published and that nobody went beyond: also concluded, if a post came free."""
    avviso = blocca_avviso(autore, avviso_id)
    if not si_propone(avviso):
        testo = "L’impossibilità si accerta una volta, di un avviso pubblicato."
        raise rifiuta("stato", f"{testo} Questo è {avviso.get_stato_display()}.", INTERPELLO)
    return avviso


def _pubblicato(autore: Contesto, avviso_id: int, testo: str, fonte: str) -> Avviso:
    avviso = blocca_avviso(autore, avviso_id)
    if avviso.stato != StatoAvviso.PUBBLICATO:
        raise rifiuta("stato", f"{testo} Questo è {avviso.get_stato_display()}.", fonte)
    return avviso


def _toglie_valore(autore: Contesto, adesso: datetime, avviso: Avviso, motivo: str) -> None:
    documento, pubblicazione = avviso.documento, avviso.pubblicazione
    if documento is not None and documento.annullato_il is None:
        annulla_documento(autore=autore, adesso=adesso, documento=documento, motivo=motivo)
    if pubblicazione is not None and pubblicazione.annullata_il is None:
        annulla_pubblicazione(
            autore=autore, adesso=adesso, pubblicazione_id=pubblicazione.pk, motivo=motivo
        )


def _numeri(avviso: Avviso, dati: DatiImpossibilita, oggi: date) -> Iterator[Violazione]:
    """Numbers that cannot be, each at its field."""
    if dati.accertata_il > oggi:
        testo = "Il giorno dell’atto non è ancora venuto."
        yield Violazione("accertata_poi", testo, INTERPELLO, "accertata_il")
    if dati.idonei > dati.domande:
        testo = f"Gli idonei sono al più quante le domande, {dati.domande}."
        yield Violazione("idonei", testo, INTERPELLO, "idonei")
    if dati.coperti > dati.idonei:
        testo = f"I posti coperti sono al più quanti gli idonei, {dati.idonei}."
        yield Violazione("coperti", testo, INTERPELLO, "coperti")
    if dati.coperti >= avviso.posti:
        quanti = plurale(avviso.posti, "posto è coperto", "posti sono coperti")
        testo = f"L’avviso basta, {quanti}: non c’è un’impossibilità da accertare."
        yield Violazione("posti_coperti", testo, INTERPELLO, "coperti")
