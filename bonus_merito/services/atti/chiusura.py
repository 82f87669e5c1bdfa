"""The end of a procedure: put away, or annulled with its reason."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Final

from django.db import transaction
from django.urls import reverse

from bonus_merito.enums import StatoProcedura
from bonus_merito.models import Assegnazione, Procedura
from bonus_merito.queries.assegnazioni import da_rispondere, esiti_di
from bonus_merito.queries.termini import termine_reclamo
from bonus_merito.rules.istanze import verifica_annullamento, verifica_archivio
from bonus_merito.services.atti.blocco import blocca_procedura
from bonus_merito.services.conflitto import esigi_estraneo
from cpia.atti.albo.services import annulla_pubblicazione
from cpia.atti.models import Documento
from cpia.atti.services import annota, annulla_documento
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.norme.errori import esigi
from cpia.scuola.access import Contesto

ANNULLATO: Final = "bonus_merito.annullato"
NON_VALE: Final = "L’esito che hai letto non vale più. Nel portale trovi il motivo."


@transaction.atomic
def archivia(*, autore: Contesto, adesso: datetime, procedura_id: int) -> Procedura:
    """Put a procedure away: nobody complains any more, nobody waits. Raises AttoRifiutato."""
    procedura = blocca_procedura(autore, procedura_id)
    termine = termine_reclamo(procedura)
    esigi(
        verifica_archivio(
            StatoProcedura(procedura.stato),
            da_rispondere=da_rispondere(procedura),
            entro=termine.giorno if termine else None,
            oggi=autore.oggi,
        )
    )
    procedura.stato = StatoProcedura.ARCHIVIATA.value
    procedura.versione += 1
    procedura.save(update_fields=["stato", "versione"])
    annota(autore=autore, adesso=adesso, azione="archivia bonus", oggetto=procedura)
    return procedura


@transaction.atomic
def annulla_decreto(
    *, autore: Contesto, adesso: datetime, procedura_id: int, motivo: str
) -> Procedura:
    """Annul a decree with everything that came of it: papers, letters, publication.

    What was written stays, without value; another procedure takes its place. Raises AttoRifiutato,
    PubblicazioneRifiutata.
    """
    procedura = blocca_procedura(autore, procedura_id)
    esigi_estraneo(autore, procedura)
    motivo = motivo.strip()
    esigi(verifica_annullamento(StatoProcedura(procedura.stato), motivo))
    return toglie_valore(autore, adesso, procedura, motivo, NON_VALE)


def toglie_valore(
    autore: Contesto, adesso: datetime, procedura: Procedura, motivo: str, detto: str
) -> Procedura:
    """Annul a locked procedure with its papers and publication, and tell ``detto`` to everybody.

    Raises PubblicazioneRifiutata.
    """
    esiti = esiti_di(procedura)
    for documento in _carte(procedura):
        if documento.annullato_il is None:
            # The reason may tell of persons: a paper that is verified by everybody says only this.
            annulla_documento(
                autore=autore, adesso=adesso, documento=documento, motivo="Decreto annullato"
            )
    pubblicazione = procedura.pubblicazione
    if pubblicazione is not None and pubblicazione.annullata_il is None:
        annulla_pubblicazione(
            autore=autore, adesso=adesso, pubblicazione_id=pubblicazione.pk,
            motivo="Il decreto di assegnazione è annullato",
        )  # fmt: skip
    procedura.stato, procedura.annullata_il = StatoProcedura.ANNULLATA.value, adesso
    procedura.motivo_annullamento = motivo
    procedura.versione += 1
    procedura.save(update_fields=["stato", "annullata_il", "motivo_annullamento", "versione"])
    annota(
        autore=autore, adesso=adesso, azione="annulla procedura del bonus", oggetto=procedura,
        dati={"persone": len(esiti)},
    )  # fmt: skip
    _avverti(autore, adesso, procedura, esiti, detto)
    return procedura


def _avverti(
    autore: Contesto,
    adesso: datetime,
    procedura: Procedura,
    esiti: Sequence[Assegnazione],
    detto: str,
) -> None:
    avvisi = [
        Avviso(
            chiave=f"{ANNULLATO}.{procedura.pk}.{esito.richiesta.persona_id}",
            tipo=ANNULLATO,
            riferimento=f"procedura/{procedura.pk}",
            destinatario=esito.richiesta.persona,
            oggetto="Il decreto del bonus è annullato",
            testo=detto,
            indirizzo=reverse("bonus:esito", args=[autore.istituto.slug, procedura.pk]),
        )
        for esito in esiti
    ]
    metti_in_uscita(istituto_id=autore.istituto.pk, avvisi=avvisi, adesso=adesso)


def _carte(procedura: Procedura) -> Iterator[Documento]:
    """Decree, letters, publication."""
    yield from filter(None, (procedura.decreto, procedura.prospetto))
    yield from (esito.lettera for esito in esiti_di(procedura) if esito.lettera is not None)
