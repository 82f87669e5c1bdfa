"""The agenda of a draft: items added, renamed, moved, taken off, taken up from the last sitting."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import NaturaPunto, OriginePunto, StatoSeduta
from organi_collegiali.models import Mozione, Punto, Seduta
from organi_collegiali.queries.convocazione import bozze as queries
from organi_collegiali.queries.riserbo import riservato
from organi_collegiali.rules.convocazione.punti import (
    natura_probabile,
    posto_del_nuovo,
    sposta,
    stessi,
)
from organi_collegiali.services.blocco import blocca_seduta, tocca
from organi_collegiali.services.convocazione.invitati import esigi_senza_soli_invitati

PUNTI_MASSIMI = 60


@dataclass(frozen=True)
class DatiPunto:
    """What is written of an item."""

    titolo: str
    natura: str
    su_persone: bool = False
    titolo_pubblico: str = ""
    riservato: bool = False


def _bozza(autore: Contesto, seduta_id: int) -> tuple[Seduta, list[Punto]]:
    seduta = blocca_seduta(autore, seduta_id, StatoSeduta.BOZZA)
    return seduta, list(seduta.punti.order_by("ordine"))


def _punto(autore: Contesto, punto_id: int) -> tuple[Seduta, list[Punto], Punto]:
    """The draft that has this item, locked, with its items and the item itself."""
    quale = Punto.objects.values_list("seduta_id", flat=True)
    seduta, righe = _bozza(autore, quale.get(istituto=autore.istituto, pk=punto_id))
    trovato = next((punto for punto in righe if punto.pk == punto_id), None)
    if trovato is None:
        raise Punto.DoesNotExist
    return seduta, righe, trovato


def _numera(righe: Sequence[Punto]) -> None:
    """Number the items as they stand; the database looks at the end of the act."""
    for ordine, punto in enumerate(righe, start=1):
        punto.ordine = ordine
    Punto.objects.bulk_update(righe, ["ordine"])


def _compiuto(autore: Contesto, adesso: datetime, seduta: Seduta, azione: str, **dati: Any) -> None:
    tocca(seduta, adesso)
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=seduta, dati=dati)


@transaction.atomic
def aggiungi_punto(
    *, autore: Contesto, adesso: datetime, seduta_id: int, titolo: str, natura: str = ""
) -> Punto:
    """Put an item on a draft: at the end, but before «varie ed eventuali».

    Without ``natura`` its title says it. Raises AttoRifiutato.
    """
    seduta, righe = _bozza(autore, seduta_id)
    if len(righe) >= PUNTI_MASSIMI:
        raise rifiuta(
            "troppi_punti", f"I punti sono già {PUNTI_MASSIMI}: di più non se ne mettono."
        )
    quale = NaturaPunto(natura) if natura else natura_probabile(titolo)
    posto = posto_del_nuovo([p.natura for p in righe], quale)
    punto = Punto.objects.create(
        istituto=autore.istituto,
        seduta=seduta,
        ordine=len(righe) + 1,
        titolo=titolo,
        natura=quale.value,
    )
    _numera([*righe[:posto], punto, *righe[posto:]])
    _compiuto(autore, adesso, seduta, "aggiunge punto", punto=punto.pk)
    return punto


@transaction.atomic
def cambia_punto(
    *, autore: Contesto, adesso: datetime, punto_id: int, versione: int, dati: DatiPunto
) -> Punto:
    """Rename an item or say what it asks; ``versione`` is that of what was read.

    Raises Conflitto, which carries the item, when somebody has changed it meanwhile.
    """
    seduta, _, punto = _punto(autore, punto_id)
    if punto.versione != versione:
        raise Conflitto(punto)
    scritti = asdict(dati)
    if punto.verbale_di_id is not None:
        # What approves the minutes of a sitting goes on doing so: only its words change.
        scritti["natura"] = punto.natura
    cambiati = sorted(nome for nome, valore in scritti.items() if getattr(punto, nome) != valore)
    if not cambiati:
        return punto
    for nome in cambiati:
        setattr(punto, nome, scritti[nome])
    punto.versione += 1
    punto.save(update_fields=[*cambiati, "versione"])
    _compiuto(autore, adesso, seduta, "modifica punto", punto=punto.pk, campi=cambiati)
    return punto


@transaction.atomic
def sposta_punto(*, autore: Contesto, adesso: datetime, punto_id: int, posto: int) -> Punto:
    """Move an item to a place, counted from 1; beyond the ends it stays at the end."""
    seduta, righe, punto = _punto(autore, punto_id)
    nuove = sposta(righe, punto, posto - 1)
    if nuove != righe:
        _numera(nuove)
        _compiuto(
            autore, adesso, seduta, "sposta punto", punto=punto.pk, posto=nuove.index(punto) + 1
        )
    return punto


@transaction.atomic
def ordina_punti(
    *, autore: Contesto, adesso: datetime, seduta_id: int, ordine: Sequence[int]
) -> Seduta:
    """Give the items of a draft the order of these ids.

    Raises Conflitto when they are not the items that the draft has now.
    """
    seduta, righe = _bozza(autore, seduta_id)
    per_id = {punto.pk: punto for punto in righe}
    if not stessi(list(per_id), ordine):
        raise Conflitto(seduta)
    if list(per_id) != list(ordine):
        _numera([per_id[pk] for pk in ordine])
        _compiuto(autore, adesso, seduta, "ordina punti", ordine=list(ordine))
    return seduta


@transaction.atomic
def togli_punto(*, autore: Contesto, adesso: datetime, punto_id: int) -> Seduta:
    """Take an item off a draft, with its files; a motion waits for the next agenda.

    Raises AttoRifiutato for the only item to which somebody is invited.
    """
    seduta, righe, punto = _punto(autore, punto_id)
    esigi_senza_soli_invitati(punto)
    Mozione.objects.filter(istituto=autore.istituto, punto=punto).update(punto=None)
    for allegato in punto.allegati.all():
        if allegato.file:
            transaction.on_commit(partial(allegato.file.storage.delete, str(allegato.file)))
    dati = {"punto": punto.pk} | _titolo_nel_registro(seduta, punto)
    restano = [altro for altro in righe if altro != punto]
    punto.delete()
    _numera(restano)
    _compiuto(autore, adesso, seduta, "toglie punto", **dati)
    return seduta


def _titolo_nel_registro(seduta: Seduta, punto: Punto) -> dict[str, str]:
    """What was taken off, where everybody may read it: the register keeps nothing reserved."""
    if punto.titolo_pubblico:
        return {"titolo": punto.titolo_pubblico}
    return {} if riservato(punto, seduta) else {"titolo": punto.titolo}


@transaction.atomic
def riprendi_rinviati(*, autore: Contesto, adesso: datetime, seduta_id: int) -> int:
    """Take up what the last sitting postponed; returns how many items. Raises AttoRifiutato.

    What is already on the agenda with the same words is not taken twice.
    """
    seduta, righe = _bozza(autore, seduta_id)
    ripresi = queries.da_riprendere(seduta.organo, righe)
    if not ripresi:
        raise rifiuta("niente_da_riprendere", "L’ultima seduta non ha rinviato altri punti.")
    nuovi = Punto.objects.bulk_create(
        Punto(
            istituto=autore.istituto,
            seduta=seduta,
            ordine=len(righe) + quanti,
            origine=OriginePunto.RIPRESO.value,
            **{nome: getattr(punto, nome) for nome in RIPRESI},
        )
        for quanti, punto in enumerate(ripresi, start=1)
    )
    posto = posto_del_nuovo([p.natura for p in righe], NaturaPunto.DELIBERA)
    _numera([*righe[:posto], *nuovi, *righe[posto:]])
    _compiuto(autore, adesso, seduta, "riprende punti rinviati", punti=[p.pk for p in ripresi])
    return len(nuovi)


RIPRESI = (
    "titolo", "natura", "su_persone", "titolo_pubblico", "riservato", "premesse",
    "testo_proposto", "esecutiva", "verbale_di",
)  # fmt: skip
