"""The acts of an import: load a file, say which column is what, carry it out, take it back.

The row of ``Importazione`` is the lasting record: who, when, which file, what it did. It is never
deleted; the content of the file goes as soon as it has served.
"""

import hashlib
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from cpia.scuola.access import Contesto
from cpia.scuola.importazione import queries
from cpia.scuola.importazione.rules.archivio import Archivio
from cpia.scuola.importazione.rules.cattedre import discipline_nuove
from cpia.scuola.importazione.rules.foglio import RigaLetta
from cpia.scuola.importazione.rules.giudizio import proponi
from cpia.scuola.importazione.rules.intestazione import trova_tabella
from cpia.scuola.importazione.rules.lettura import leggi
from cpia.scuola.importazione.rules.proposte import Proposta, Stato, conteggi, da_eseguire
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.models import AnnoScolastico, Importazione
from cpia.scuola.parole import plurale
from cpia.scuola.services import annullo
from cpia.scuola.services.cattedre_importate import scrivi_cattedre
from cpia.scuola.services.classi_importate import scrivi_classi
from cpia.scuola.services.diario import Diario
from cpia.scuola.services.persone_importate import scrivi_docenti, scrivi_studenti

SCRITTURE: dict[Tipo, Callable[..., None]] = {
    Tipo.CLASSI: scrivi_classi,
    Tipo.STUDENTI: scrivi_studenti,
    Tipo.DOCENTI: scrivi_docenti,
    Tipo.CATTEDRE: scrivi_cattedre,
}


class ImportazioneRifiutata(Exception):
    """An act that cannot be done now; ``motivi`` say why, in Italian."""

    def __init__(self, motivi: Iterable[str]) -> None:
        self.motivi = tuple(motivi)
        super().__init__("; ".join(self.motivi))


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
    The author's former files of this kind that were never carried out are forgotten. Raises
    FileNonLeggibile.
    """
    foglio = leggi(contenuto)
    tabella = trova_tabella(foglio, TRACCIATI[tipo])
    anno_scolastico, _ = AnnoScolastico.objects.get_or_create(istituto=autore.istituto, inizio=anno)
    intestazione = list(tabella.intestazione)
    colonne = queries.mappa_ricordata(autore.istituto, tipo, intestazione)
    _dimentica_superate(autore, tipo)
    return Importazione.objects.create(
        istituto=autore.istituto,
        tipo=tipo,
        nome_file=nome_file[-200:],
        impronta=hashlib.sha256(contenuto).hexdigest(),
        righe=[[riga.numero, *_per_postgresql(riga.celle)] for riga in tabella.righe],
        mappa={
            "intestazione": _per_postgresql(intestazione),
            "colonne": dict(tabella.colonne) if colonne is None else colonne,
            "ricordata": colonne is not None,
            "avvisi": list(foglio.avvisi),
        },
        anno_scolastico=anno_scolastico,
        autore=autore.persona,
        caricata_il=adesso,
    )


def _per_postgresql(testi: Iterable[str]) -> list[str]:
    """JSON in PostgreSQL holds no NUL and no half of a pair."""
    return [testo.replace("\0", "").encode(errors="ignore").decode() for testo in testi]


def _dimentica_superate(autore: Contesto, tipo: Tipo) -> None:
    superate = Importazione.objects.filter(
        istituto=autore.istituto, autore=autore.persona, tipo=tipo, eseguita_il__isnull=True
    ).exclude(righe=[])
    for importazione in superate.select_for_update():
        dimentica_righe(importazione=importazione)


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
    aperta = _aperta(autore, importazione)
    mancanti = TRACCIATI[Tipo(aperta.tipo)].mancanti(set(colonne))
    if mancanti:
        raise ImportazioneRifiutata(f"Manca una colonna per: {manca}." for manca in mancanti)
    aperta.mappa = aperta.mappa | {
        "colonne": dict(colonne),
        "aggiungi_discipline": aggiungi_discipline,
    }
    aperta.save(update_fields=["mappa"])


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
    *, autore: Contesto, adesso: datetime, importazione: Importazione, solo_giuste: bool
) -> dict[str, int]:
    """Write what the file brings, all or nothing; how many rows of each state.

    With a wrong row nothing is written, unless ``solo_giuste`` leaves the wrong ones out. The
    same file twice changes nothing the second time. Raises ImportazioneRifiutata.
    """
    aperta = _aperta(autore, importazione)
    _una_alla_volta(autore)
    proposte, _ = esamina(aperta, adesso)
    quante = conteggi(proposte)
    if quante[Stato.ERRATO] and not solo_giuste:
        errate = plurale(quante[Stato.ERRATO], "riga errata", "righe errate")
        raise ImportazioneRifiutata(
            [f"{errate}: correggi il file, oppure scegli di importare solo le righe giuste."]
        )
    diario = Diario()
    SCRITTURE[Tipo(aperta.tipo)](diario, aperta, [p.piano for p in da_eseguire(proposte)])
    aperta.effetti, aperta.eseguita_il = diario.effetti, adesso
    aperta.mappa = aperta.mappa | {"conteggi": quante}
    aperta.save(update_fields=["effetti", "eseguita_il", "mappa"])
    dimentica_righe(importazione=aperta)
    return quante


def _una_alla_volta(autore: Contesto) -> None:
    """Two imports at once would both find missing what each of them creates."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('importazione'), %s)", [autore.istituto.pk]
        )


@transaction.atomic
def annulla_importazione(*, autore: Contesto, adesso: datetime, importazione: Importazione) -> None:
    """Take back all that an import wrote, or nothing.

    Raises ImportazioneRifiutata when something was changed since or built upon.
    """
    _una_alla_volta(autore)
    sua = Importazione.objects.select_for_update(of=("self",)).get(
        istituto=autore.istituto, pk=importazione.pk
    )
    if sua.eseguita_il is None or sua.annullata_il is not None:
        raise ImportazioneRifiutata(["L’importazione non è fra quelle che si possono annullare."])
    if motivi := list(annullo.ostacoli(sua.effetti)):
        raise ImportazioneRifiutata(f"Non si può annullare: {motivo}." for motivo in motivi)
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            annullo.disfa(sua.effetti)
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
            cursor.execute("SET CONSTRAINTS ALL DEFERRED")
    except IntegrityError as errore:
        raise ImportazioneRifiutata(
            ["Non si può annullare: nel frattempo altri dati sono cambiati."]
        ) from errore
    sua.effetti, sua.annullata_il = annullo.senza_dati(sua.effetti), adesso
    sua.save(update_fields=["effetti", "annullata_il"])


@transaction.atomic
def scarta_importazione(*, autore: Contesto, importazione: Importazione) -> None:
    """Give up a file that was loaded and not carried out. Raises ImportazioneRifiutata."""
    dimentica_righe(importazione=_aperta(autore, importazione))


def dimentica_righe(*, importazione: Importazione) -> None:
    """Delete the content of the file, which has served or has been superseded."""
    importazione.righe = []
    importazione.save(update_fields=["righe"])


def _aperta(autore: Contesto, importazione: Importazione) -> Importazione:
    """The row, locked, if its content is still there and was not carried out."""
    sua = (
        Importazione.objects.select_for_update(of=("self",))
        .select_related("anno_scolastico", "istituto")
        .get(istituto=autore.istituto, pk=importazione.pk)
    )
    if sua.eseguita_il is not None or not sua.righe:
        raise ImportazioneRifiutata(
            ["Il file non è più fra quelli da importare: caricalo di nuovo."]
        )
    return sua
