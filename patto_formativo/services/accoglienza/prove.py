"""The proofs of the welcome: literacy, numeracy, entry tests of a subject, with their outcome."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from patto_formativo.enums import EsitoProva, TipoProva
from patto_formativo.models import Corsista, Prova
from patto_formativo.services.accoglienza.blocco import blocca_attivo


@dataclass(frozen=True, slots=True)
class DatiProva:
    """A proof: which kind, on what, on which day, what came out of it."""

    tipo: TipoProva
    giorno: date
    esito: EsitoProva
    materia: str = ""
    punteggio: str = ""
    osservazioni: str = ""


CAMPI = ["tipo", "giorno", "esito", "materia", "punteggio", "osservazioni"]


@transaction.atomic
def registra_prova(
    *, autore: Contesto, adesso: datetime, corsista_id: int, dati: DatiProva
) -> Prova:
    """Write a proof with its outcome. Of the tutor and, in phase 3, of the teachers of the group.

    Raises AttoRifiutato for a day to come or before the enrolment.
    """
    corsista = blocca_attivo(autore, corsista_id)
    _verifica(autore, corsista, dati)
    prova = Prova.objects.create(
        istituto=autore.istituto, corsista=corsista, valutata_da=autore.persona,
        registrata_il=adesso, **_valori(dati),
    )  # fmt: skip
    annota(
        autore=autore, adesso=adesso, azione="registra prova", oggetto=corsista,
        dati=_foto(prova),
    )  # fmt: skip
    return prova


@transaction.atomic
def correggi_prova(*, autore: Contesto, adesso: datetime, prova_id: int, dati: DatiProva) -> Prova:
    """Correct a proof that one has assessed oneself; the register keeps what it said before."""
    prova, corsista = _blocca(autore, prova_id)
    _verifica(autore, corsista, dati)
    prima = _foto(prova)
    for campo, valore in _valori(dati).items():
        setattr(prova, campo, valore)
    prova.save(update_fields=CAMPI)
    annota(
        autore=autore, adesso=adesso, azione="corregge prova", oggetto=corsista,
        dati={**_foto(prova), "prima": prima},
    )  # fmt: skip
    return prova


@transaction.atomic
def elimina_prova(*, autore: Contesto, adesso: datetime, prova_id: int) -> None:
    """Take away a proof that one has assessed oneself; the register keeps what it said."""
    prova, corsista = _blocca(autore, prova_id)
    annota(
        autore=autore, adesso=adesso, azione="elimina prova", oggetto=corsista, dati=_foto(prova)
    )
    prova.delete()


def _verifica(autore: Contesto, corsista: Corsista, dati: DatiProva) -> None:
    if dati.giorno > autore.oggi:
        testo = "Una prova si registra dopo che si è fatta."
        raise rifiuta("futura", testo, "", "giorno")
    if dati.giorno < corsista.iscritto_il:
        raise rifiuta("prima_dell_iscrizione", "Quel giorno non era iscritto.", "", "giorno")
    if dati.tipo is TipoProva.DISCIPLINARE and not dati.materia:
        raise rifiuta("senza_materia", "Scrivi di quale disciplina.", "", "materia")


def _blocca(autore: Contesto, prova_id: int) -> tuple[Prova, Corsista]:
    prova = Prova.objects.get(pk=prova_id, istituto=autore.istituto)
    corsista = blocca_attivo(autore, prova.corsista_id)
    return Prova.objects.select_for_update().get(pk=prova.pk, istituto=autore.istituto), corsista


def _valori(dati: DatiProva) -> dict[str, Any]:
    return {
        "tipo": dati.tipo.value, "giorno": dati.giorno, "esito": dati.esito.value,
        "materia": dati.materia, "punteggio": dati.punteggio, "osservazioni": dati.osservazioni,
    }  # fmt: skip


def _foto(prova: Prova) -> dict[str, Any]:
    """What the register keeps: no free text, which may name somebody."""
    return {
        "prova": prova.pk,
        "tipo": str(prova.tipo),
        "giorno": prova.giorno.isoformat(),
        "esito": str(prova.esito),
        "punteggio": prova.punteggio,
    }
