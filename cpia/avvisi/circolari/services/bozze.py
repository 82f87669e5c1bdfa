"""The draft of a circular: free until it is published, then no more."""

import secrets
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import PurePath

from django.core.files.base import ContentFile
from django.db import transaction

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.services import annota
from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.errori import BozzaCambiata, CircolareRifiutata, esigi
from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.circolari.queries.ricevute import situazione
from cpia.avvisi.models import Circolare, DestinatariCircolare, FileCircolare
from cpia.scuola.access import Contesto
from cpia.scuola.models import Classe, Sede

CAMPI = ("tipo", "oggetto", "testo", "pubblica", "riscontro", "riscontro_entro")


@dataclass(frozen=True)
class DatiCircolare:
    """What is written in the form; each role receives in all the places, or everywhere."""

    tipo: str
    oggetto: str
    testo: str
    ruoli: Sequence[str]
    sedi: Sequence[Sede] = ()
    classi: Sequence[Classe] = ()
    pubblica: bool = False
    riscontro: str = "nessuno"
    riscontro_entro: date | None = None

    @property
    def campi(self) -> dict[str, object]:
        return {nome: getattr(self, nome) for nome in CAMPI}


def blocca(autore: Contesto, circolare_id: int) -> Circolare:
    """The row of a circular of this institute, held until the act is over."""
    return (
        Circolare.objects.select_for_update(of=("self",))
        .select_related("istituto", "anno_scolastico", "documento", "protocollo")
        .get(istituto=autore.istituto, pk=circolare_id)
    )


@transaction.atomic
def prepara_circolare(*, autore: Contesto, adesso: datetime, dati: DatiCircolare) -> Circolare:
    """Begin a draft, in the school year of the day. Raises ``CircolareRifiutata``."""
    esigi(rules.verifica_riscontro(dati.riscontro, dati.riscontro_entro, autore.oggi))
    anno = elenco.anno_di(autore.istituto.pk, autore.oggi)
    if anno is None:
        raise CircolareRifiutata([_senza_anno()])
    circolare = Circolare.objects.create(
        istituto=autore.istituto, anno_scolastico=anno, autore=autore.persona, **dati.campi
    )
    _scrivi_destinatari(circolare, dati)
    annota(autore=autore, adesso=adesso, azione="prepara circolare", oggetto=circolare)
    return circolare


def _senza_anno() -> rules.Violazione:
    testo = "Manca l’anno scolastico di oggi: prima si apre l’anno, poi si scrivono le circolari."
    return rules.Violazione("senza_anno", testo, rules.PRASSI)


@transaction.atomic
def modifica_circolare(
    *, autore: Contesto, adesso: datetime, circolare_id: int, dati: DatiCircolare, versione: str
) -> Circolare:
    """Change a draft as it was read (``versione``).

    Raises ``BozzaCambiata`` when somebody has changed it meanwhile, ``CircolareRifiutata`` when
    it is published.
    """
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_bozza(situazione(circolare)))
    esigi(rules.verifica_riscontro(dati.riscontro, dati.riscontro_entro, autore.oggi))
    if elenco.versione(circolare) != versione:
        raise BozzaCambiata
    for nome, valore in dati.campi.items():
        setattr(circolare, nome, valore)
    circolare.save(update_fields=CAMPI)
    DestinatariCircolare.objects.filter(istituto=autore.istituto, circolare=circolare).delete()
    _scrivi_destinatari(circolare, dati)
    annota(autore=autore, adesso=adesso, azione="modifica circolare", oggetto=circolare)
    return circolare


def _scrivi_destinatari(circolare: Circolare, dati: DatiCircolare) -> None:
    DestinatariCircolare.objects.bulk_create(
        DestinatariCircolare(
            istituto_id=circolare.istituto_id, circolare=circolare, ruolo=ruolo, **dove
        )
        for ruolo in dict.fromkeys(dati.ruoli)
        for dove in _luoghi(dati)
    )


def _luoghi(dati: DatiCircolare) -> Iterable[dict[str, Sede | Classe]]:
    scelti: list[dict[str, Sede | Classe]] = [{"sede": sede} for sede in dati.sedi]
    scelti += [{"classe": classe} for classe in dati.classi]
    return scelti or [{}]


@transaction.atomic
def elimina_bozza(*, autore: Contesto, adesso: datetime, circolare_id: int) -> None:
    """Throw a draft away with its files; a published circular stays."""
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_bozza(situazione(circolare)))
    annota(
        autore=autore,
        adesso=adesso,
        azione="elimina bozza di circolare",
        oggetto=circolare,
        dati={"oggetto": circolare.oggetto},
    )
    for riga in elenco.file(circolare):
        _cancella_dopo(riga)
    circolare.delete()


@transaction.atomic
def allega_file(
    *, autore: Contesto, adesso: datetime, circolare_id: int, titolo: str, file: FileAccettato
) -> FileCircolare:
    """Put a file that was looked through on a draft, under the title that recipients read."""
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_bozza(situazione(circolare)))
    if len(elenco.file(circolare)) >= rules.ALLEGATI_MASSIMI:
        testo = f"Gli allegati sono già {rules.ALLEGATI_MASSIMI}: di più non se ne mettono."
        raise CircolareRifiutata([rules.Violazione("troppi_allegati", testo, rules.PRASSI)])
    riga = FileCircolare(
        istituto=autore.istituto,
        circolare=circolare,
        titolo=(titolo or PurePath(file.nome).stem)[:160],
        tipo_contenuto=file.tipo_contenuto,
        impronta=file.impronta,
        byte=file.byte,
    )
    nome = f"{autore.istituto.pk}/{secrets.token_hex(16)}{PurePath(file.nome).suffix.lower()}"
    riga.file.save(nome, ContentFile(file.contenuto), save=False)
    riga.save()
    annota(
        autore=autore,
        adesso=adesso,
        azione="allega file a circolare",
        oggetto=circolare,
        dati={"file": riga.pk, "impronta": riga.impronta},
    )
    return riga


@transaction.atomic
def togli_file(*, autore: Contesto, adesso: datetime, circolare_id: int, file_id: int) -> None:
    """Take a file off a draft."""
    circolare = blocca(autore, circolare_id)
    esigi(rules.verifica_bozza(situazione(circolare)))
    riga = FileCircolare.objects.get(istituto=autore.istituto, circolare=circolare, pk=file_id)
    dati = {"file": riga.pk, "impronta": riga.impronta}
    annota(
        autore=autore,
        adesso=adesso,
        azione="toglie file da circolare",
        oggetto=circolare,
        dati=dati,
    )
    _cancella_dopo(riga)
    riga.delete()


def _cancella_dopo(riga: FileCircolare) -> None:
    """The bytes go when the act is certain: an act that fails has lost nothing."""
    transaction.on_commit(partial(riga.file.storage.delete, str(riga.file)))
