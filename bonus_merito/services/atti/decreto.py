"""The decree: the outcome of everybody, in one act."""

from dataclasses import asdict
from datetime import datetime
from decimal import Decimal
from fractions import Fraction

from django.db import transaction
from django.urls import reverse

from bonus_merito.documents.parole_atti import Emissione, bonus_di
from bonus_merito.enums import Metodo, StatoProcedura, StatoRichiesta
from bonus_merito.models import Assegnazione, Procedura
from bonus_merito.queries.esiti import (
    istruttoria_di,
    letto,
    motivazione_di,
    motivi_di,
    sotto_il_minimo,
)
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga, fondo_di, quadro_di
from bonus_merito.queries.regole import regole_di
from bonus_merito.queries.termini import rimedi_detti
from bonus_merito.rules.decreto import ASSEGNA, Scelta, verifica_decreto
from bonus_merito.services.atti.blocco import blocca_procedura, chi_firma
from bonus_merito.services.atti.carte import prepara_decreto, prepara_lettera
from bonus_merito.services.atti.stampe import chiedi_stampa
from bonus_merito.services.conflitto import esigi_estraneo
from cpia.atti.models import Protocollo
from cpia.atti.services import annota, nuovo_codice, protocolla
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto

ESITO = "bonus_merito.esito"
OGGETTO = {
    StatoRichiesta.INVIATA: "L’esito della tua richiesta per il bonus",
    StatoRichiesta.D_UFFICIO: "Il tuo esito per il bonus",
}
CIFRE = Decimal("1.00000000")
CAMBIATO = (
    "Il quadro è cambiato da quando l’hai aperto: rileggi i numeri qui sotto e firma di nuovo."
)


@transaction.atomic
def decreta(
    *,
    autore: Contesto,
    adesso: datetime,
    procedura_id: int,
    metodo: Metodo,
    motivo_metodo: str = "",
    motivo_minimo: str = "",
    visto: str | None = None,
) -> Procedura:
    """Assign the bonus: one protocol number, the decree, the outcome and the letter of everybody.

    ``visto`` is what the page was read at. The papers are reserved and a worker prints them.
    Raises AttoRifiutato with everything that is against it, also when the judgement has changed
    since it was read.
    """
    procedura = blocca_procedura(autore, procedura_id)
    esigi_estraneo(autore, procedura)
    di_norma = regole_di(procedura, autore.oggi)
    scelta = Scelta(metodo, motivo_metodo.strip(), motivo_minimo.strip())
    procedura.metodo, procedura.motivo_metodo = metodo.value, scelta.motivo
    quadro = quadro_di(procedura)
    esigi(verifica_decreto(istruttoria_di(quadro), scelta, di_norma))
    # A reason for what did not happen is not printed.
    procedura.motivo_minimo = scelta.minimo if sotto_il_minimo(quadro) else ""
    if visto is not None and visto != letto(quadro):
        raise rifiuta("cambiato", CAMBIATO, ASSEGNA)
    protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=f"Decreto di assegnazione. {bonus_di(procedura)}",
        corrispondente="persone interessate",
        riservato=True,
    )
    _registra(autore, adesso, quadro, protocollo)
    annota(
        autore=autore, adesso=adesso, azione="decreta bonus", oggetto=procedura,
        dati={
            "protocollo": protocollo.pk, "metodo": metodo.value,
            "beneficiari": len(quadro.beneficiari), "persone": len(quadro.righe),
        },
    )  # fmt: skip
    _avverti(autore, adesso, quadro)
    chiedi_stampa(autore=autore, adesso=adesso, procedura=procedura)
    return procedura


def _registra(
    autore: Contesto, adesso: datetime, quadro: QuadroDiProcedura, protocollo: Protocollo
) -> None:
    """The decree, the letters, the outcomes, the new state."""
    procedura, firmatario = quadro.procedura, chi_firma(autore)
    reclamo = rimedi_detti(procedura)

    def emissione() -> Emissione:
        return Emissione(autore.istituto, firmatario, autore.oggi, protocollo, nuovo_codice())

    decreto = prepara_decreto(autore, adesso, quadro, emissione(), reclamo=reclamo)
    esiti = []
    for ordine, riga in enumerate(quadro.righe, start=1):
        esito = _esito(quadro, riga, ordine)
        esito.lettera = prepara_lettera(autore, adesso, riga, quadro, emissione(), reclamo=reclamo)
        esiti.append(esito)
    if sum(esito.importo for esito in esiti) * 100 != fondo_di(procedura):
        raise ValueError("la somma pagata è il fondo")
    Assegnazione.objects.bulk_create(esiti)
    procedura.stato = StatoProcedura.DECRETATA.value
    procedura.decretata_il, procedura.decretata_da = adesso, autore.persona
    procedura.decreto, procedura.protocollo = decreto, protocollo
    procedura.versione += 1
    procedura.save(
        update_fields=[
            "stato", "metodo", "motivo_metodo", "motivo_minimo", "decretata_il", "decretata_da",
            "decreto", "protocollo", "versione",
        ]
    )  # fmt: skip


def _esito(quadro: QuadroDiProcedura, riga: Riga, ordine: int) -> Assegnazione:
    esito = riga.esito
    if esito is None:
        raise ValueError("chi partecipa è stato giudicato")
    return Assegnazione(
        istituto_id=quadro.procedura.istituto_id,
        procedura=quadro.procedura,
        richiesta=riga.richiesta,
        ordine=ordine,
        percentuale=_decimale(esito.percentuale),
        fascia=esito.fascia,
        escluso=esito.escluso.value if esito.escluso else "",
        importo=Decimal(esito.importo or 0) / 100,
        motivazione=motivazione_di(riga),
        motivi=[asdict(motivo) for motivo in motivi_di(riga, quadro)],
    )


def _decimale(percentuale: Fraction) -> Decimal:
    return (Decimal(percentuale.numerator) / percentuale.denominator).quantize(CIFRE)


def _avverti(autore: Contesto, adesso: datetime, quadro: QuadroDiProcedura) -> None:
    """Tell everybody that the outcome may be read: neither amounts nor names leave by mail."""
    procedura = quadro.procedura
    indirizzo = reverse("bonus:esito", args=[autore.istituto.slug, procedura.pk])
    metti_in_uscita(
        istituto_id=autore.istituto.pk,
        adesso=adesso,
        avvisi=[
            Avviso(
                chiave=f"{ESITO}.{procedura.pk}.{riga.richiesta.persona_id}",
                tipo=ESITO,
                riferimento=f"procedura/{procedura.pk}",
                destinatario=riga.richiesta.persona,
                oggetto=OGGETTO[StatoRichiesta(riga.richiesta.stato)],
                testo="Il decreto è firmato. Nel portale trovi il tuo esito, con le ragioni, e la "
                "lettera che lo dice.",
                indirizzo=indirizzo,
            )
            for riga in quadro.righe
        ],
    )
