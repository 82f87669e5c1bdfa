"""The outcome goes on the albo, in the form of the regulation of the school."""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from bonus_merito.documents.parole_atti import Emissione, bonus_di
from bonus_merito.documents.prospetto import contesto_prospetto
from bonus_merito.enums import Categoria, StatoProcedura
from bonus_merito.enums import Pubblicazione as Forma
from bonus_merito.models import Procedura
from bonus_merito.queries.assegnazioni import esiti_di
from bonus_merito.queries.partecipanti import partecipanti
from bonus_merito.queries.termini import (
    da_pubblicare,
    pubblicazione_scelta,
    reclamo_detto,
    rimedi_detti,
)
from bonus_merito.services.atti.blocco import blocca_procedura, chi_firma
from bonus_merito.services.atti.carte import prepara_prospetto
from bonus_merito.services.atti.stampe import chiedi_stampa_carta
from cpia.atti.albo.services import pubblica_documento
from cpia.atti.enums import CategoriaAlbo, Verso
from cpia.atti.models import Documento, Pubblicazione
from cpia.atti.services import annota, nuovo_codice, protocolla, sostituisci_documento
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona

PUBBLICATO: Final = "bonus_merito.pubblicato"
ALBO: Final = {
    Categoria.DOCENTI: CategoriaAlbo.CONTRATTI_DOCENTI,
    Categoria.ATA: CategoriaAlbo.CONTRATTI_ATA,
}
FONTE: Final = "D.Lgs. 33/2013, art. 20"


@transaction.atomic
def pubblica_esito(*, autore: Contesto, adesso: datetime, procedura_id: int) -> Procedura:
    """Put on the albo the alphabetical list, or the aggregate data: never an amount by name.

    From today, for the days of the albo; complaints run from there. One that the albo annulled
    is published again. Raises AttoRifiutato before the decree or the second time,
    PubblicazioneRifiutata.
    """
    procedura = blocca_procedura(autore, procedura_id)
    if not da_pubblicare(procedura):
        raise rifiuta("stato", "Si pubblica una volta, dopo il decreto.", FONTE)
    documento = _prospetto(autore, adesso, procedura)
    forma = Forma(str(pubblicazione_scelta(procedura).valore))
    con_nomi = forma is Forma.ELENCO
    oggetto = f"Esito. {bonus_di(procedura)}"
    if procedura.prospetto is not None:
        sostituisci_documento(
            autore=autore, adesso=adesso, vecchio=procedura.prospetto, nuovo=documento
        )
    procedura.prospetto = documento
    procedura.pubblicazione = pubblica_documento(
        autore=autore,
        adesso=adesso,
        documento=documento,
        categoria=ALBO[Categoria(procedura.categoria)],
        oggetto=oggetto,
        con_dati_personali=con_nomi,
        oggetto_dopo=oggetto if con_nomi else "",
    )
    procedura.stato = StatoProcedura.PUBBLICATA.value
    procedura.versione += 1
    procedura.save(update_fields=["prospetto", "pubblicazione", "stato", "versione"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="pubblica esito del bonus",
        oggetto=procedura,
        dati={"pubblicazione": procedura.pubblicazione.pk, "forma": forma.value},
    )
    _avverti(autore, adesso, procedura, procedura.pubblicazione)
    return procedura


def _prospetto(autore: Contesto, adesso: datetime, procedura: Procedura) -> Documento:
    """The paper for everybody, under a number of its own: that of the decree is reserved."""
    protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=f"Esito. {bonus_di(procedura)}",
        verso=Verso.INTERNO,
        corrispondente="albo online",
    )
    emissione = Emissione(
        autore.istituto, chi_firma(autore), autore.oggi, protocollo, nuovo_codice()
    )
    contesto = contesto_prospetto(
        procedura, esiti_di(procedura), emissione, reclamo=rimedi_detti(procedura)
    )
    documento = prepara_prospetto(autore, adesso, contesto, emissione)
    chiedi_stampa_carta(
        autore=autore,
        adesso=adesso,
        documento=documento,
        indirizzo=reverse("bonus:pubblicazione", args=[autore.istituto.slug, procedura.pk]),
    )
    return documento


def _avverti(
    autore: Contesto, adesso: datetime, procedura: Procedura, pubblicazione: Pubblicazione
) -> None:
    """Tell everybody of the category (art. 9), and who took part that the term has begun."""
    slug = autore.istituto.slug
    albo = reverse("albo_atto", args=[slug, pubblicazione.anno, pubblicazione.numero])
    esito = reverse("bonus:esito", args=[slug, procedura.pk])
    con_esito = {esito.richiesta.persona for esito in esiti_di(procedura)}
    altri = set(partecipanti(procedura, autore.oggi)) - con_esito

    def avviso(chi: Persona, testo: str, indirizzo: str) -> Avviso:
        return Avviso(
            chiave=f"{PUBBLICATO}.{pubblicazione.pk}.{chi.pk}",
            tipo=PUBBLICATO,
            riferimento=f"procedura/{procedura.pk}",
            destinatario=chi,
            oggetto="L’esito del bonus è all’albo",
            testo=testo,
            indirizzo=indirizzo,
        )

    metti_in_uscita(
        istituto_id=autore.istituto.pk,
        adesso=adesso,
        avvisi=[
            *(avviso(chi, reclamo_detto(procedura), esito) for chi in con_esito),
            *(avviso(chi, f"{bonus_di(procedura)}.", albo) for chi in altri),
        ],
    )
