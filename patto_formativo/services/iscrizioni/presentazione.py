"""An application comes: online from who has no login, or at the desk by the office."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date, datetime
from functools import partial
from secrets import token_hex
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from cpia.atti.enums import Verso
from cpia.atti.services import annota, annota_di_chi_non_entra, protocolla
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Istituto
from patto_formativo.enums import Canale, Cittadinanza
from patto_formativo.models import AperturaIscrizioni, DomandaIscrizione, Offerta
from patto_formativo.queries.iscrizioni.codici import codice_di, impronta_del_codice
from patto_formativo.queries.iscrizioni.giudizi import altre_domande, rilievi
from patto_formativo.queries.iscrizioni.offerte import tempo_di
from patto_formativo.rules.eta import minorenne
from patto_formativo.rules.iscrizione import (
    ART_1,
    ART_5,
    Chi,
    GiudizioTempo,
    Studi,
    contro,
    doppioni,
)
from patto_formativo.services.iscrizioni.carte import tieni_carte
from patto_formativo.services.iscrizioni.dati import DatiCarta, DatiDomanda
from patto_formativo.services.iscrizioni.di_nuovo import di_nuovo
from patto_formativo.services.iscrizioni.foglio import congela
from patto_formativo.services.iscrizioni.ricevuta import manda_ricevuta

PRESENTA = "presenta domanda di iscrizione"
REGISTRA = "registra domanda di iscrizione"


@transaction.atomic
def presenta_domanda(
    *,
    istituto: Istituto,
    dati: DatiDomanda,
    carte: Sequence[DatiCarta],
    canale: Canale,
    adesso: datetime,
    autore: Contesto | None = None,
    chiave: str = "",
) -> tuple[DomandaIscrizione, str]:
    """Take an application with its papers; the code of the receipt comes with it.

    ``chiave`` is the secret key of the form: sent twice, it is one application. By anybody online
    (``autore`` None), by the office at the desk. Raises AttoRifiutato.
    """
    codice = codice_di(istituto.pk, chiave or token_hex(16))
    oggi = timezone.localdate(adesso)
    offerta = _offerta(istituto, dati.offerta_id, canale)
    tempo = tempo_dell(offerta, oggi)
    esigi(contro(chi_di(dati), oggi))
    domanda = _domanda(istituto, offerta, dati, tempo, oggi)
    domanda.canale, domanda.presentata_il = canale.value, adesso
    domanda.impronta_codice = impronta_del_codice(codice)
    domanda.registrata_da = autore.persona if autore else None
    if not _nuova(domanda):
        giudica = partial(rilievi, tempo=tempo, studi=Studi(dati.studi), oggi=oggi)
        prima = di_nuovo(
            autore=autore, adesso=adesso, domanda=domanda, dati=dati, carte=carte, giudica=giudica
        )
        return prima, codice
    if autore is not None:
        _allo_sportello(autore, adesso, domanda, offerta)
    righe = tieni_carte(domanda, carte, adesso)
    detti = rilievi(domanda, offerta, righe, tempo=tempo, studi=Studi(dati.studi), oggi=oggi)
    domanda.rilievi = [asdict(motivo) for motivo in detti]
    if autore is not None:
        congela(autore, adesso, domanda)
    domanda.save(update_fields=["rilievi", "protocollo", "documento"])
    _annota(autore, adesso, domanda)
    manda_ricevuta(domanda, codice, adesso)
    return domanda, codice


def _offerta(istituto: Istituto, offerta_id: int, canale: Canale) -> Offerta:
    trovata = (
        Offerta.objects.select_related("sede", "anno_scolastico")
        .filter(istituto=istituto, pk=offerta_id, aperta=True)
        .first()
    )
    # A reserved site must not be told apart from one that does not exist.
    if trovata is None or (canale is Canale.ONLINE and trovata.sede.riservata):
        raise rifiuta("offerta", "Scegli un corso fra quelli proposti.", ART_1, "offerta")
    return trovata


def tempo_dell(offerta: Offerta, oggi: date) -> GiudizioTempo:
    """In time or late for a course on a day. Raises AttoRifiutato when one cannot enrol yet."""
    apertura = AperturaIscrizioni.objects.filter(
        istituto_id=offerta.istituto_id, anno_scolastico_id=offerta.anno_scolastico_id
    ).first()
    if apertura is None:
        testo = "Le iscrizioni di quest’anno non sono ancora aperte."
        raise rifiuta("non_aperte", testo, ART_5)
    tempo = tempo_di(apertura, oggi)
    if not tempo.aperte:
        raise rifiuta("non_aperte", tempo.perche.testo, tempo.perche.fonte)
    return tempo


def chi_di(dati: DatiDomanda) -> Chi:
    """Who applies, as far as the rules look."""
    return Chi(
        nascita=dati.data_nascita,
        adulto=bool(dati.adulto_cognome and dati.adulto_nome),
        comunita=bool(dati.comunita),
        extra=dati.cittadinanza == Cittadinanza.EXTRA,
        stato=dati.stato_cittadinanza,
    )


def _domanda(
    istituto: Istituto, offerta: Offerta, dati: DatiDomanda, tempo: GiudizioTempo, oggi: date
) -> DomandaIscrizione:
    return DomandaIscrizione(
        istituto=istituto,
        anno_scolastico=offerta.anno_scolastico,
        tardiva=tempo.tardiva,
        **campi_scritti(dati, tempo, oggi),
    )


def campi_scritti(dati: DatiDomanda, tempo: GiudizioTempo, giorno: date) -> dict[str, Any]:
    """What was typed, by the name of the column; who answers is kept of a minor alone."""
    campi = asdict(dati)
    campi.pop("studi")
    if not minorenne(dati.data_nascita, giorno):
        campi |= dict.fromkeys(("adulto_cognome", "adulto_nome", "adulto_legame", "comunita"), "")
    campi["anni"] = dati.anni if dati.anni in tempo.anni else 1
    return campi


def _allo_sportello(
    autore: Contesto, adesso: datetime, domanda: DomandaIscrizione, offerta: Offerta
) -> None:
    """At the desk a second application is refused; online the office is told, not the stranger."""
    if doppione := doppioni(domanda.codice_fiscale, altre_domande(domanda, offerta)):
        raise rifiuta("doppione", doppione.testo, doppione.fonte, "codice_fiscale")
    domanda.protocollo = protocolla(
        autore=autore,
        adesso=adesso,
        oggetto=oggetto_protocollo(domanda),
        verso=Verso.ENTRATA,
        riservato=True,
    )


def oggetto_protocollo(domanda: DomandaIscrizione) -> str:
    """What the protocol says of an application: no name."""
    return f"Domanda di iscrizione, anno scolastico {domanda.anno_scolastico}"


def _nuova(domanda: DomandaIscrizione) -> bool:
    """Write the row; False when the same form was sent already."""
    try:
        with transaction.atomic():
            domanda.save()
    except IntegrityError:
        domanda.pk = None
        return False
    return True


def _annota(autore: Contesto | None, adesso: datetime, domanda: DomandaIscrizione) -> None:
    dati = {"offerta": domanda.offerta_id, "canale": domanda.canale}
    if autore is None:
        annota_di_chi_non_entra(
            istituto=domanda.istituto, adesso=adesso, azione=PRESENTA, oggetto=domanda, dati=dati
        )
    else:
        annota(autore=autore, adesso=adesso, azione=REGISTRA, oggetto=domanda, dati=dati)
