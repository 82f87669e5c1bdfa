"""From the identification to the valuation: how each piece of evidence was ascertained."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.db import transaction

from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import EsitoProva, Natura, TipoProva
from patto_formativo.models import Dossier, Evidenza
from patto_formativo.queries.crediti import evidenza_contata, evidenze_di
from patto_formativo.rules.crediti.ammissione import VALUTAZIONE, verifica_valutazione
from patto_formativo.rules.crediti.richiesta import verifica_chiusura
from patto_formativo.services.dossier.blocco import blocca_dossier, blocca_evidenza, compiuto
from patto_formativo.services.dossier.evidenze import GIUDIZIO
from patto_formativo.tabelle import tabella

ATTIVITA = "attivita"


@dataclass(frozen=True)
class DatiValutazione:
    """How a piece of evidence was ascertained and what came out.

    ``accertate`` are the hours that were proved when only a part was passed: by competence, or
    under ``attivita`` for an activity.
    """

    prova: TipoProva
    esito: EsitoProva
    osservazioni: str = ""
    accertate: Mapping[str, Decimal] | None = None


@transaction.atomic
def chiudi_dossier(
    *, autore: Contesto, adesso: datetime, dossier_id: int, versione: int | None = None
) -> Dossier:
    """Close the identification: from here on the evidence is ascertained, not changed.

    Raises AttoRifiutato without the request of the person, or with evidence of which nobody said
    what it is or what it asks; Conflitto.
    """
    dossier = blocca_dossier(autore, dossier_id, versione)
    if dossier.chiuso_il is not None:
        return dossier
    evidenze = evidenze_di(dossier)
    esigi(
        verifica_chiusura(
            [(e.titolo, evidenza_contata(e) if e.tipo else None) for e in evidenze],
            richiesto=dossier.richiesto_il is not None,
            tabella=tabella(),
        )
    )
    dossier.chiuso_il = adesso
    _valutato_se_finito(dossier, adesso)
    return compiuto(
        autore, adesso, dossier, "conclude identificazione", "chiuso_il", "valutato_il",
        evidenze=len(evidenze),
    )  # fmt: skip


@transaction.atomic
def riapri_dossier(
    *, autore: Contesto, adesso: datetime, dossier_id: int, versione: int | None = None
) -> Dossier:
    """Open the identification again; what is not changed keeps its valuation.

    A certificate that was released stays until a new one takes its place. Raises Conflitto.
    """
    dossier = blocca_dossier(autore, dossier_id, versione)
    if dossier.chiuso_il is None:
        return dossier
    dossier.chiuso_il = dossier.valutato_il = None
    return compiuto(autore, adesso, dossier, "riapre dossier", "chiuso_il", "valutato_il")


@transaction.atomic
def valuta_evidenza(
    *,
    autore: Contesto,
    adesso: datetime,
    evidenza_id: int,
    dati: DatiValutazione,
    versione: int | None = None,
) -> Evidenza:
    """Record how a piece of evidence was ascertained and its outcome.

    What is passed in part counts for the hours that were proved; the register keeps those that
    were asked. The last one makes the dossier ready for its certificate. Raises AttoRifiutato,
    Conflitto.
    """
    dossier, evidenza = blocca_evidenza(autore, evidenza_id, versione)
    if dossier.chiuso_il is None:
        testo = "Si valuta quando l’identificazione è conclusa."
        raise rifiuta("identificazione_aperta", testo, VALUTAZIONE)
    chieste = ore_scritte(evidenza)
    esigi(
        verifica_valutazione(
            Natura(evidenza.natura),
            dati.prova,
            dati.esito,
            chieste=chieste,
            accertate={c: Fraction(ore) for c, ore in (dati.accertate or {}).items()},
        )
    )
    prima = _riduci(evidenza, dati) if dati.esito == EsitoProva.PARZIALE else {}
    evidenza.prova, evidenza.esito = dati.prova.value, dati.esito.value
    evidenza.osservazioni = dati.osservazioni
    evidenza.valutata_da, evidenza.valutata_il = autore.persona, adesso
    evidenza.save(update_fields=[*GIUDIZIO, "richieste", "ore_attivita"])
    _valutato_se_finito(dossier, adesso)
    compiuto(
        autore, adesso, dossier, "valuta evidenza", "valutato_il", evidenza=evidenza.pk,
        prova=evidenza.prova, esito=evidenza.esito, chieste=prima,
    )  # fmt: skip
    return evidenza


def ore_scritte(evidenza: Evidenza) -> dict[str, Fraction]:
    """The hours that a piece of evidence says, by competence or of its activity."""
    if evidenza.ore_attivita is not None:
        return {ATTIVITA: Fraction(evidenza.ore_attivita)}
    return {codice: Fraction(ore) for codice, ore in evidenza.richieste.items()}


def _riduci(evidenza: Evidenza, dati: DatiValutazione) -> dict[str, Any]:
    """Leave only the hours that were proved; those asked before go to the register."""
    prima = {codice: str(ore) for codice, ore in _scritte(evidenza).items()}
    accertate = dati.accertate or {}
    if evidenza.ore_attivita is not None:
        evidenza.ore_attivita = accertate[ATTIVITA]
    else:
        evidenza.richieste = {c: format(ore, "f") for c, ore in accertate.items() if ore}
    return prima


def _scritte(evidenza: Evidenza) -> Mapping[str, object]:
    if evidenza.ore_attivita is not None:
        return {ATTIVITA: evidenza.ore_attivita}
    return dict(evidenza.richieste)


def _valutato_se_finito(dossier: Dossier, adesso: datetime) -> None:
    """The valuation is over when every piece of evidence has its outcome."""
    finito = all(evidenza.valutata_il is not None for evidenza in evidenze_di(dossier))
    dossier.valutato_il = (dossier.valutato_il or adesso) if finito else None
