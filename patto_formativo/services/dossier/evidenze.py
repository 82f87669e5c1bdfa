"""The evidence of a dossier: added, changed, moved, taken off; each change counts a version."""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from cpia.atti.caricamenti import FileAccettato
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import TipoEvidenza
from patto_formativo.models import Dossier, Evidenza
from patto_formativo.queries.crediti import (
    evidenza_contata,
    evidenze_di,
    ore_per_competenza,
    percorso_di,
)
from patto_formativo.rules.crediti.richiesta import a_ore_di_attivita, verifica_richiesta
from patto_formativo.services.dossier.blocco import (
    blocca_dossier,
    blocca_evidenza,
    compiuto,
    esigi_aperto,
)
from patto_formativo.tabelle import tabella

EVIDENZE_MASSIME = 60
# What was ascertained is no longer, once what it is about has changed.
GIUDIZIO = ("prova", "esito", "osservazioni", "valutata_da", "valutata_il")
SCRITTI = ("tipo", "natura", "titolo", "ente", "rilasciata_il", "richieste", "ore_attivita",
           "competenza")  # fmt: skip


@dataclass(frozen=True)
class DatiEvidenza:
    """What is written of a piece of evidence.

    ``richieste`` maps a competence to hours written as a decimal; an activity has its hours and
    one competence instead. Without a file the one that is there stays.
    """

    tipo: TipoEvidenza
    titolo: str
    ente: str = ""
    rilasciata_il: date | None = None
    richieste: Mapping[str, str] = field(default_factory=dict)
    ore_attivita: Decimal | None = None
    competenza: str = ""
    file: FileAccettato | None = None


@transaction.atomic
def aggiungi_evidenza(
    *,
    autore: Contesto,
    adesso: datetime,
    dossier_id: int,
    dati: DatiEvidenza,
    versione: int | None = None,
) -> Evidenza:
    """Put a piece of evidence at the end of a dossier, where it takes nothing from the others.

    Raises AttoRifiutato for hours that its row or the path do not have, Conflitto.
    """
    dossier = esigi_aperto(blocca_dossier(autore, dossier_id, versione))
    _esigi_giorno(autore, dati)
    evidenza = nuova_in(dossier, autore, adesso)
    scrivi(evidenza, dati)
    verifica(evidenza, dossier)
    if dati.file is not None:
        metti_file(evidenza, dati.file)
    evidenza.save()
    compiuto(autore, adesso, dossier, "aggiunge evidenza", evidenza=evidenza.pk)
    return evidenza


@transaction.atomic
def cambia_evidenza(
    *, autore: Contesto, adesso: datetime, evidenza_id: int, versione: int, dati: DatiEvidenza
) -> Evidenza:
    """Change what a piece of evidence says or asks; it must then be ascertained again.

    Raises Conflitto, AttoRifiutato.
    """
    dossier, evidenza = blocca_evidenza(autore, evidenza_id, versione)
    esigi_aperto(dossier)
    _esigi_giorno(autore, dati)
    prima = {nome: getattr(evidenza, nome) for nome in SCRITTI}
    scrivi(evidenza, dati)
    verifica(evidenza, dossier)
    cambiati = sorted(nome for nome in SCRITTI if getattr(evidenza, nome) != prima[nome])
    campi = [*cambiati]
    if dati.file is not None:
        metti_file(evidenza, dati.file)
        campi += ["file", "nome_file", "tipo_contenuto", "impronta", "byte"]
    if not campi:
        return evidenza
    dimentica_il_giudizio(evidenza)
    evidenza.save(update_fields=[*campi, *GIUDIZIO])
    compiuto(
        autore, adesso, dossier, "cambia evidenza", evidenza=evidenza.pk, campi=cambiati,
        file=evidenza.impronta if dati.file else "",
    )  # fmt: skip
    return evidenza


@transaction.atomic
def sposta_evidenza(
    *,
    autore: Contesto,
    adesso: datetime,
    evidenza_id: int,
    posto: int,
    versione: int | None = None,
) -> Evidenza:
    """Move a piece of evidence to a place, counted from 1; beyond the ends it stays at the end.

    Raises Conflitto, AttoRifiutato.
    """
    dossier, evidenza = blocca_evidenza(autore, evidenza_id, versione)
    esigi_aperto(dossier)
    righe = list(evidenze_di(dossier))
    altre = [riga for riga in righe if riga.pk != evidenza.pk]
    dove = max(0, min(posto - 1, len(altre)))
    nuove = [*altre[:dove], evidenza, *altre[dove:]]
    if [riga.pk for riga in nuove] != [riga.pk for riga in righe]:
        numera(nuove)
        compiuto(autore, adesso, dossier, "sposta evidenza", evidenza=evidenza.pk, posto=dove + 1)
    evidenza.ordine = dove + 1
    return evidenza


@transaction.atomic
def togli_evidenza(
    *, autore: Contesto, adesso: datetime, evidenza_id: int, versione: int | None = None
) -> Dossier:
    """Take a piece of evidence off a dossier; its row and its file stay, out of the sums.

    Raises Conflitto, AttoRifiutato.
    """
    dossier, evidenza = blocca_evidenza(autore, evidenza_id, versione)
    esigi_aperto(dossier)
    evidenza.tolta_il = adesso
    evidenza.save(update_fields=["tolta_il"])
    numera(evidenze_di(dossier))
    return compiuto(autore, adesso, dossier, "toglie evidenza", evidenza=evidenza.pk)


def nuova_in(dossier: Dossier, autore: Contesto, adesso: datetime) -> Evidenza:
    """A row for the end of a dossier, not kept yet. Raises AttoRifiutato when it is full."""
    quante = len(evidenze_di(dossier))
    if quante >= EVIDENZE_MASSIME:
        testo = f"Le evidenze sono già {EVIDENZE_MASSIME}: di più non se ne mettono."
        raise rifiuta("troppe_evidenze", testo)
    return Evidenza(
        istituto=autore.istituto,
        dossier=dossier,
        ordine=quante + 1,
        inserita_da=autore.persona,
        inserita_il=adesso,
    )


def scrivi(evidenza: Evidenza, dati: DatiEvidenza) -> None:
    """Write what is said of a piece of evidence; its nature is that of its row."""
    riga = tabella().righe[dati.tipo]
    evidenza.tipo, evidenza.natura = dati.tipo.value, riga.natura.value
    evidenza.titolo, evidenza.ente = dati.titolo, dati.ente
    evidenza.rilasciata_il = dati.rilasciata_il
    attivita = a_ore_di_attivita(riga)
    evidenza.richieste = {} if attivita else dict(dati.richieste)
    evidenza.ore_attivita = (dati.ore_attivita or Decimal(0)) if attivita else None
    evidenza.competenza = dati.competenza if attivita else ""


def verifica(evidenza: Evidenza, dossier: Dossier) -> None:
    """Raise AttoRifiutato for hours that the row, the competence or the path do not have."""
    percorso = percorso_di(dossier.corsista)
    esigi(
        verifica_richiesta(
            evidenza_contata(evidenza),
            percorso=percorso,
            ore=ore_per_competenza(dossier.corsista, percorso),
            tabella=tabella(),
        )
    )


def _esigi_giorno(autore: Contesto, dati: DatiEvidenza) -> None:
    if dati.rilasciata_il is not None and dati.rilasciata_il > autore.oggi:
        raise rifiuta("giorno", "Quel giorno deve ancora venire.", campo="rilasciata_il")


def numera(righe: Sequence[Evidenza]) -> None:
    """Number the evidence as it stands."""
    for ordine, evidenza in enumerate(righe, start=1):
        evidenza.ordine = ordine
    Evidenza.objects.bulk_update(righe, ["ordine"])


def dimentica_il_giudizio(evidenza: Evidenza) -> None:
    """What changed has to be ascertained again."""
    evidenza.prova = evidenza.esito = evidenza.osservazioni = ""
    evidenza.valutata_da = evidenza.valutata_il = None


def metti_file(evidenza: Evidenza, file: FileAccettato) -> None:
    """Give a row its file, under a name that says nothing of whom it is about."""
    evidenza.nome_file = file.nome[:160]
    evidenza.tipo_contenuto, evidenza.impronta, evidenza.byte = (
        file.tipo_contenuto, file.impronta, file.byte,
    )  # fmt: skip
    suffisso = PurePath(file.nome).suffix.lower()
    nome = f"{evidenza.istituto_id}/{secrets.token_hex(16)}{suffisso}"
    evidenza.file.save(nome, ContentFile(file.contenuto), save=False)
