"""Carrying an import out and taking it back, all or nothing.

The row of ``Importazione`` is the lasting record: who, when, which file, what it did. It is never
deleted; the content of the file goes as soon as it has served.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cpia.scuola.access import Contesto
from cpia.scuola.importazione import queries
from cpia.scuola.importazione.rules.archivio import Archivio
from cpia.scuola.importazione.rules.cattedre import discipline_nuove
from cpia.scuola.importazione.rules.foglio import RigaLetta
from cpia.scuola.importazione.rules.giudizio import proponi
from cpia.scuola.importazione.rules.proposte import Proposta, Stato, conteggi, da_eseguire
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.models import Importazione
from cpia.scuola.parole import plurale
from cpia.scuola.services import annullo
from cpia.scuola.services.cattedre_importate import scrivi_cattedre
from cpia.scuola.services.classi_importate import scrivi_classi
from cpia.scuola.services.diario import Diario, Segna, in_silenzio
from cpia.scuola.services.importazioni.riga import (
    ImportazioneRifiutata,
    aperta_da_importare,
    dimentica_righe,
    eseguita_da_annullare,
    scrivi_nel_registro,
)
from cpia.scuola.services.persone_importate import (
    scrivi_docenti,
    scrivi_studenti,
    studenti_attesi,
)

SCRITTURE: dict[Tipo, Callable[..., None]] = {
    Tipo.CLASSI: scrivi_classi,
    Tipo.STUDENTI: scrivi_studenti,
    Tipo.DOCENTI: scrivi_docenti,
    Tipo.CATTEDRE: scrivi_cattedre,
}


# How many rows each kind of file is going to write, more or less: the length of the bar.
ATTESE: dict[Tipo, Callable[[Sequence[Any]], int]] = {
    Tipo.CLASSI: len,
    Tipo.STUDENTI: studenti_attesi,
    Tipo.DOCENTI: len,
    Tipo.CATTEDRE: lambda piani: 2 * len(piani),
}


def esamina(importazione: Importazione, adesso: datetime) -> tuple[list[Proposta], Archivio]:
    """What every row of a loaded file would do now, and what it was compared with."""
    tipo = Tipo(importazione.tipo)
    archivio = queries.archivio(importazione.istituto, importazione.anno_scolastico, tipo)
    proposte = proponi(
        tipo,
        [RigaLetta(numero, tuple(celle)) for numero, *celle in importazione.righe],
        importazione.mappa["colonne"],
        archivio,
        oggi=timezone.localdate(adesso),
        aggiungi_discipline=importazione.mappa.get("aggiungi_discipline", False),
    )
    return proposte, archivio


def discipline_da_aggiungere(importazione: Importazione, archivio: Archivio) -> list[str]:
    """The subjects of a loaded file that the institute does not have."""
    if importazione.tipo != Tipo.CATTEDRE or "disciplina" not in importazione.mappa["colonne"]:
        return []
    posto = importazione.mappa["colonne"]["disciplina"] + 1
    nomi = {riga[posto] for riga in importazione.righe if posto < len(riga)}
    return discipline_nuove(nomi, archivio)


@transaction.atomic
def esegui_importazione(
    *,
    autore: Contesto,
    adesso: datetime,
    importazione: Importazione,
    solo_giuste: bool,
    segna: Segna = in_silenzio,
) -> dict[str, int]:
    """Write what the file brings, all or nothing; how many rows of each state.

    With a wrong row nothing is written, unless ``solo_giuste`` leaves the wrong ones out. The
    same file twice changes nothing the second time. ``segna`` is told how far it is. Raises
    ImportazioneRifiutata.
    """
    aperta = aperta_da_importare(autore, importazione)
    _una_alla_volta(autore)
    proposte, _ = esamina(aperta, adesso)
    quante = conteggi(proposte)
    rifiuta_errate(quante, solo_giuste=solo_giuste)
    piani = [proposta.piano for proposta in da_eseguire(proposte)]
    tipo = Tipo(aperta.tipo)
    diario = Diario(segna, ATTESE[tipo](piani))
    SCRITTURE[tipo](diario, aperta, piani)
    aperta.effetti, aperta.eseguita_il = diario.effetti, adesso
    aperta.mappa = aperta.mappa | {"conteggi": quante}
    aperta.save(update_fields=["effetti", "eseguita_il", "mappa"])
    dimentica_righe(importazione=aperta)
    scrivi_nel_registro(autore, adesso, "esegue importazione", aperta, righe=quante)
    return quante


def rifiuta_errate(quante: Mapping[str, int], *, solo_giuste: bool) -> None:
    """Raise ImportazioneRifiutata if a row is wrong and nobody said to leave such rows out."""
    if quante[Stato.ERRATO] and not solo_giuste:
        errate = plurale(quante[Stato.ERRATO], "riga errata", "righe errate")
        raise ImportazioneRifiutata(
            [f"{errate}: correggi il file, oppure scegli di importare solo le righe giuste."]
        )


def _una_alla_volta(autore: Contesto) -> None:
    """Two imports at once would both find missing what each of them creates."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('importazione'), %s)", [autore.istituto.pk]
        )


@transaction.atomic
def annulla_importazione(
    *,
    autore: Contesto,
    adesso: datetime,
    importazione: Importazione,
    segna: Segna = in_silenzio,
) -> None:
    """Take back all that an import wrote, or nothing. ``segna`` is told how far it is.

    Raises ImportazioneRifiutata when something was changed since or built upon.
    """
    sua = eseguita_da_annullare(autore, importazione)
    _una_alla_volta(autore)
    if motivi := list(annullo.ostacoli(sua.effetti, segna)):
        raise ImportazioneRifiutata(f"Non si può annullare: {motivo}." for motivo in motivi)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            # At every step and not at the end, or the bar would wait there: backwards, each step
            # leaves the rows as they were together once.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            annullo.disfa(sua.effetti, segna)
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as errore:
        raise ImportazioneRifiutata(
            ["Non si può annullare: nel frattempo altri dati sono cambiati."]
        ) from errore
    sua.effetti, sua.annullata_il = annullo.senza_dati(sua.effetti), adesso
    sua.save(update_fields=["effetti", "annullata_il"])
    scrivi_nel_registro(autore, adesso, "annulla importazione", sua)
