"""Loading a file and saying which column is what: nothing is written yet of what it holds."""

import hashlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from cpia.scuola.access import Contesto
from cpia.scuola.importazione import queries
from cpia.scuola.importazione.rules.foglio import FileNonLeggibile, RigaLetta
from cpia.scuola.importazione.rules.intestazione import Tabella, componi, trova_tabella
from cpia.scuola.importazione.rules.lettura import leggi
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.models import AnnoScolastico, Importazione, Istituto
from cpia.scuola.services.importazioni.riga import (
    ImportazioneRifiutata,
    dimentica_righe,
    ferma,
    scrivi_nel_registro,
)


@transaction.atomic
def carica_importazione(
    *,
    autore: Contesto,
    adesso: datetime,
    tipo: Tipo,
    anno: int,
    nome_file: str,
    contenuto: bytes,
) -> Importazione:
    """Read a file and keep its rows, to be looked at before anything is written.

    The columns are those chosen the last time for the same header, else those recognised by name.
    The author's former files of this kind that were never carried out are forgotten, unless a
    worker has been asked to do it. Raises FileNonLeggibile.
    """
    foglio = leggi(contenuto)
    tabella = trova_tabella(foglio, TRACCIATI[tipo])
    anno_scolastico, _ = AnnoScolastico.objects.get_or_create(istituto=autore.istituto, inizio=anno)
    _dimentica_superate(autore, adesso, tipo)
    caricata = Importazione.objects.create(
        istituto=autore.istituto,
        tipo=tipo,
        nome_file=nome_file[-200:],
        impronta=hashlib.sha256(contenuto).hexdigest(),
        righe=_righe(tabella),
        mappa=_mappa(autore.istituto, tipo, tabella) | {"avvisi": list(foglio.avvisi)},
        anno_scolastico=anno_scolastico,
        autore=autore.persona,
        caricata_il=adesso,
    )
    scrivi_nel_registro(
        autore, adesso, "carica file da importare", caricata, righe=len(tabella.righe)
    )
    return caricata


def _righe(tabella: Tabella) -> list[list[int | str]]:
    return [[riga.numero, *_per_postgresql(riga.celle)] for riga in tabella.righe]


def _mappa(istituto: Istituto, tipo: str, tabella: Tabella) -> dict[str, Any]:
    """Which column is what: as the last time for the same header, else as the names say."""
    prima = queries.ricordata(istituto, tipo, tabella.chiavi)
    return {
        "intestazione": _per_postgresql(tabella.intestazione),
        "riga": tabella.riga,
        "chiavi": tabella.chiavi,
        "colonne": prima.mappa["colonne"] if prima else dict(tabella.colonne),
        "ricordata": _ricordo(prima) if prima else None,
    }


def _ricordo(prima: Importazione) -> dict[str, str]:
    """Whence the columns are known, for the page to say so."""
    return {"file": prima.nome_file, "il": f"{timezone.localdate(prima.eseguita_il)}"}


def _per_postgresql(testi: Iterable[str]) -> list[str]:
    """JSON in PostgreSQL holds no NUL and no half of a pair."""
    return [testo.replace("\0", "").encode(errors="ignore").decode() for testo in testi]


def _dimentica_superate(autore: Contesto, adesso: datetime, tipo: Tipo) -> None:
    superate = Importazione.objects.filter(
        istituto=autore.istituto, autore=autore.persona, tipo=tipo, eseguita_il__isnull=True
    ).exclude(righe=[])
    # The row that a worker holds is skipped: who loads another file does not wait for its end.
    for importazione in superate.select_for_update(skip_locked=True):
        if queries.lavoro_in_corso(importazione):
            continue
        dimentica_righe(importazione=importazione)
        scrivi_nel_registro(autore, adesso, "scarta file da importare", importazione)


@transaction.atomic
def correggi_colonne(
    *,
    autore: Contesto,
    importazione: Importazione,
    colonne: Mapping[str, int],
    aggiungi_discipline: bool,
) -> None:
    """Say by hand which column is which field; nothing is written of what the file holds.

    Raises ImportazioneRifiutata when a field that cannot be done without has no column.
    """
    aperta = ferma(autore, importazione)
    mancanti = TRACCIATI[Tipo(aperta.tipo)].mancanti(set(colonne))
    if mancanti:
        raise ImportazioneRifiutata(f"Manca una colonna per: {manca}." for manca in mancanti)
    aperta.mappa = aperta.mappa | {
        "colonne": dict(colonne),
        "aggiungi_discipline": aggiungi_discipline,
    }
    aperta.save(update_fields=["mappa"])


@transaction.atomic
def cambia_intestazione(
    *, autore: Contesto, adesso: datetime, importazione: Importazione, presente: bool
) -> None:
    """Say by hand whether the first row of a loaded file names the columns or is data already.

    Raises ImportazioneRifiutata when nothing would be left below the header.
    """
    aperta = ferma(autore, importazione)
    if presente == (aperta.mappa.get("riga") is not None):
        return
    lette = [RigaLetta(numero, tuple(celle)) for numero, *celle in aperta.righe]
    testa = lette.pop(0) if presente else None
    if not presente:
        lette.insert(0, RigaLetta(aperta.mappa["riga"], tuple(aperta.mappa["intestazione"])))
    try:
        tabella = componi(testa, lette, TRACCIATI[Tipo(aperta.tipo)])
    except FileNonLeggibile as rifiuto:
        raise ImportazioneRifiutata([str(rifiuto)]) from rifiuto
    aperta.righe = _righe(tabella)
    aperta.mappa = aperta.mappa | _mappa(autore.istituto, aperta.tipo, tabella)
    aperta.save(update_fields=["righe", "mappa"])


@transaction.atomic
def scarta_importazione(*, autore: Contesto, adesso: datetime, importazione: Importazione) -> None:
    """Give up a file that was loaded and not carried out. Raises ImportazioneRifiutata."""
    aperta = ferma(autore, importazione)
    dimentica_righe(importazione=aperta)
    scrivi_nel_registro(autore, adesso, "scarta file da importare", aperta)
