"""A draft of publication: free until it has a number."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils import timezone

from cpia.atti.albo import rules
from cpia.atti.albo.errori import esigi
from cpia.atti.albo.queries.ufficio import ultimo_giorno
from cpia.atti.albo.services.blocco import blocca_bozza
from cpia.atti.caricamenti import FileAccettato
from cpia.atti.enums import CategoriaAlbo, VersioneFile
from cpia.atti.models import Documento, FilePubblicazione, Pubblicazione
from cpia.atti.services import annota
from cpia.scuola.access import Contesto


@dataclass(frozen=True)
class DatiBozza:
    """What the office writes of an act to publish; without ``al`` the days of the parameter."""

    oggetto: str
    categoria: CategoriaAlbo
    richiedente: str
    dal: date
    al: date | None = None
    con_dati_personali: bool = True
    oggetto_dopo: str = ""
    documento: Documento | None = None


@transaction.atomic
def prepara_pubblicazione(*, autore: Contesto, adesso: datetime, dati: DatiBozza) -> Pubblicazione:
    """Write a draft. Raises ``PubblicazioneRifiutata`` for days that are past or upside down."""
    pubblicazione = Pubblicazione(istituto=autore.istituto)
    _scrivi(pubblicazione, autore, adesso, dati)
    annota(autore=autore, adesso=adesso, azione="prepara pubblicazione", oggetto=pubblicazione)
    return pubblicazione


@transaction.atomic
def correggi_pubblicazione(
    *, autore: Contesto, adesso: datetime, pubblicazione_id: int, dati: DatiBozza
) -> Pubblicazione:
    """Change a draft. Raises ``PubblicazioneRifiutata`` also when it has a number already."""
    pubblicazione = blocca_bozza(autore, pubblicazione_id)
    _scrivi(pubblicazione, autore, adesso, dati)
    annota(autore=autore, adesso=adesso, azione="corregge pubblicazione", oggetto=pubblicazione)
    return pubblicazione


def _scrivi(
    pubblicazione: Pubblicazione, autore: Contesto, adesso: datetime, dati: DatiBozza
) -> None:
    esigi(rules.giudica_periodo(dati.dal, dati.al or dati.dal, timezone.localdate(adesso)))
    al = dati.al or ultimo_giorno(autore.istituto.pk, dati.dal).giorno
    for nome, valore in {**vars(dati), "al": al}.items():
        setattr(pubblicazione, nome, valore)
    pubblicazione.responsabile = autore.persona
    pubblicazione.save()


@transaction.atomic
def elimina_bozza(*, autore: Contesto, adesso: datetime, pubblicazione_id: int) -> None:
    """Throw a draft away with its files; what has a number is annulled instead."""
    pubblicazione = blocca_bozza(autore, pubblicazione_id)
    annota(autore=autore, adesso=adesso, azione="elimina bozza", oggetto=pubblicazione)
    _via(list(pubblicazione.file.all()))
    pubblicazione.delete()


@transaction.atomic
def aggiungi_file(
    *,
    autore: Contesto,
    adesso: datetime,
    pubblicazione_id: int,
    accettato: FileAccettato,
    titolo: str,
    versione: VersioneFile,
    pubblico: bool,
) -> FilePubblicazione:
    """Put a checked file in a draft, saying whether the public sees it."""
    pubblicazione = blocca_bozza(autore, pubblicazione_id)
    file = FilePubblicazione(
        istituto=autore.istituto,
        pubblicazione=pubblicazione,
        versione=versione,
        pubblico=pubblico,
        titolo=titolo,
        tipo_contenuto=accettato.tipo_contenuto,
        impronta=accettato.impronta,
        byte=accettato.byte,
    )
    deposita(file, accettato.contenuto)
    annota(
        autore=autore,
        adesso=adesso,
        azione="aggiunge file",
        oggetto=pubblicazione,
        dati={"file": file.pk, "impronta": file.impronta, "pubblico": pubblico},
    )
    return file


def deposita(file: FilePubblicazione, contenuto: bytes) -> None:
    """Keep the bytes under a name that says nothing, and the row with them."""
    nome = f"{file.istituto_id}/{secrets.token_hex(16)}"
    file.file.save(nome, ContentFile(contenuto), save=False)
    file.save()


@transaction.atomic
def togli_file(*, autore: Contesto, adesso: datetime, pubblicazione_id: int, file_id: int) -> None:
    """Take a file out of a draft; nothing happens when it is not there any more."""
    pubblicazione = blocca_bozza(autore, pubblicazione_id)
    tolti = list(pubblicazione.file.filter(pk=file_id))
    for file in tolti:
        annota(
            autore=autore,
            adesso=adesso,
            azione="toglie file",
            oggetto=pubblicazione,
            dati={"file": file.pk, "impronta": file.impronta},
        )
    _via(tolti)


def _via(files: list[FilePubblicazione]) -> None:
    """Rows now, bytes once nothing can bring the rows back."""
    for file in files:
        nome, deposito = file.file.name, file.file.storage
        file.delete()
        if nome:
            transaction.on_commit(partial(deposito.delete, nome))
