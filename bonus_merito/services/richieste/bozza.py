"""The draft of a request: begun, written one activity at a time."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from bonus_merito.enums import Gruppo, StatoProcedura, StatoRichiesta
from bonus_merito.models import Attivita, Criterio, Richiesta
from bonus_merito.queries.partecipanti import partecipanti
from bonus_merito.rules.richiesta import (
    ATTIVITA_MASSIME,
    GRIGLIA,
    RICHIESTA,
    contro_i_giorni,
    contro_il_termine,
)
from bonus_merito.services.procedure.blocco import blocca_procedura
from bonus_merito.services.richieste.blocco import (
    blocca_attivita,
    blocca_richiesta,
    esigi_aperta,
    esigi_scrivibile,
)
from bonus_merito.services.richieste.prove import togli_file
from cpia.atti.services import annota
from cpia.norme.errori import Conflitto, esigi, rifiuta
from cpia.scuola.access import Contesto

SCRITTI = ("criterio", "titolo", "testo", "dal", "al", "altro_fondo")


@transaction.atomic
def comincia_richiesta(*, autore: Contesto, adesso: datetime, procedura_id: int) -> Richiesta:
    """Begin the own request, or find the one that was begun.

    Raises AttoRifiutato when nobody may ask any more, or the person is not one who may.
    """
    procedura = blocca_procedura(autore, procedura_id, StatoProcedura.APERTA)
    esigi(contro_il_termine(procedura.scade, adesso))
    giorno = timezone.localdate(adesso)
    if not partecipanti(procedura, giorno).filter(pk=autore.persona.pk).exists():
        raise rifiuta("non_concorre", "Questa procedura è di altro personale.", RICHIESTA)
    # A row of office is of who directs: nobody begins it.
    proprie = Richiesta.objects.exclude(stato=StatoRichiesta.D_UFFICIO.value)
    richiesta, nuova = proprie.get_or_create(
        istituto=autore.istituto, procedura=procedura, persona=autore.persona,
        defaults={"cominciata_il": adesso},
    )  # fmt: skip
    if nuova:
        annota(
            autore=autore, adesso=adesso, azione="comincia richiesta del bonus", oggetto=richiesta
        )
    return richiesta


@transaction.atomic
def scegli_gruppo(
    *, autore: Contesto, adesso: datetime, richiesta_id: int, gruppo: Gruppo
) -> Richiesta:
    """Say in which part of the list one teaches (art. 9). Raises AttoRifiutato."""
    richiesta = blocca_richiesta(autore, richiesta_id)
    esigi_aperta(richiesta, adesso)
    if richiesta.stato != StatoRichiesta.BOZZA.value:
        raise rifiuta("stato", "La richiesta è stata inviata: per cambiarla si riapre.", RICHIESTA)
    richiesta.gruppo = gruppo.value
    _compiuto(autore, adesso, richiesta, "sceglie gruppo del bonus", gruppo=gruppo.value)
    return richiesta


@transaction.atomic
def salva_attivita(
    *,
    autore: Contesto,
    adesso: datetime,
    richiesta_id: int,
    campi: Mapping[str, Any],
    attivita_id: int | None = None,
    versione: int | None = None,
) -> Attivita:
    """Write these fields (of ``SCRITTI``) of an activity, a new one at the end without id.

    A draft may be incomplete: what is missing is asked when it is sent. Raises AttoRifiutato for
    days outside the school year (art. 3) and for criteria that are not of the procedure,
    Conflitto with the row as it is now.
    """
    if attivita_id is None:
        richiesta = blocca_richiesta(autore, richiesta_id)
        esigi_scrivibile(richiesta, adesso)
        attivita = _nuova(richiesta)
    else:
        richiesta, attivita = blocca_attivita(autore, attivita_id)
        esigi_scrivibile(richiesta, adesso, attivita)
    prima = _valori(attivita)
    _scrivi(attivita, campi)
    _esigi_in_regola(attivita, adesso)
    if attivita_id is None:
        attivita.save()
        _annota(autore, adesso, attivita)
        return attivita
    cambiati = [nome for nome, valore in _valori(attivita).items() if valore != prima[nome]]
    # Sent again after an answer that was lost, it is the same: no conflict with itself.
    if not cambiati:
        return attivita
    if versione is not None and versione != attivita.versione:
        raise Conflitto(blocca_attivita(autore, attivita.pk)[1])
    attivita.versione += 1
    attivita.save(update_fields=[*cambiati, "versione"])
    _annota(autore, adesso, attivita)
    return attivita


def _nuova(richiesta: Richiesta) -> Attivita:
    ultime = Attivita.objects.filter(istituto_id=richiesta.istituto_id, richiesta=richiesta)
    if ultime.count() >= ATTIVITA_MASSIME:
        testo = f"Le attività sono già {ATTIVITA_MASSIME}: di più non se ne dichiarano."
        raise rifiuta("troppe", testo, GRIGLIA)
    ultima = ultime.order_by("-ordine").values_list("ordine", flat=True).first() or 0
    return Attivita(istituto_id=richiesta.istituto_id, richiesta=richiesta, ordine=ultima + 1)


def _valori(attivita: Attivita) -> dict[str, Any]:
    righe = {nome: nome for nome in SCRITTI} | {"criterio": "criterio_id"}
    return {nome: getattr(attivita, colonna) for nome, colonna in righe.items()}


def _scrivi(attivita: Attivita, campi: Mapping[str, Any]) -> None:
    for nome in SCRITTI:
        if nome in campi:
            setattr(attivita, nome, campi[nome])


def _esigi_in_regola(attivita: Attivita, adesso: datetime) -> None:
    procedura = attivita.richiesta.procedura
    suoi = Criterio.objects.filter(area__criteri=procedura.criteri_id)
    if not suoi.filter(pk=attivita.criterio_id).exists():
        raise rifiuta("criterio", "Scegli un criterio di quest’anno.", GRIGLIA, "criterio")
    inizio = procedura.fondo.anno_scolastico.inizio
    oggi = timezone.localdate(adesso)
    esigi(contro_i_giorni(attivita.dal, attivita.al, inizio=inizio, oggi=oggi))


def _annota(autore: Contesto, adesso: datetime, attivita: Attivita) -> None:
    """On the activity itself: of two who write it the second is told who was first."""
    _conta(attivita.richiesta)
    annota(
        autore=autore, adesso=adesso, azione="scrive attività del bonus", oggetto=attivita,
        dati={"richiesta": attivita.richiesta_id, "criterio": attivita.criterio_id},
    )  # fmt: skip


def _compiuto(
    autore: Contesto, adesso: datetime, richiesta: Richiesta, azione: str, **dati: Any
) -> None:
    _conta(richiesta)
    annota(autore=autore, adesso=adesso, azione=azione, oggetto=richiesta, dati=dati)


def _conta(richiesta: Richiesta) -> None:
    richiesta.versione += 1
    richiesta.save(update_fields=["gruppo", "versione"])


@transaction.atomic
def togli_attivita(*, autore: Contesto, adesso: datetime, attivita_id: int) -> Richiesta:
    """Take an activity off a draft, with its evidence. Raises AttoRifiutato."""
    richiesta, attivita = blocca_attivita(autore, attivita_id)
    esigi_scrivibile(richiesta, adesso, attivita)
    for prova in attivita.prove.all():
        togli_file(prova)
    attivita.prove.all().delete()
    attivita.delete()
    _compiuto(autore, adesso, richiesta, "toglie attività del bonus", attivita=attivita_id)
    return richiesta
