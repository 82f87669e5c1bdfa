"""What each family is told: the list is ready, the own row is in the portal. Nothing else."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.models import Persona, Responsabilita
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import TipoVersione
from selezioni_pon.models import VersioneInfanzia
from selezioni_pon.rules.fila import Assegnazione, Riga

PREFISSO: Final = "selezioni_infanzia"
TIPO: Final = f"{PREFISSO}.elenco"
OGGETTI: Final[Mapping[str, str]] = {
    TipoVersione.PROVVISORIA: "L’elenco provvisorio delle iscrizioni si può leggere",
    TipoVersione.DEFINITIVA: "L’elenco definitivo delle iscrizioni si può leggere",
    TipoVersione.SCORRIMENTO: "La tua domanda di iscrizione è cambiata di posto",
    TipoVersione.ANTICIPI: "Le domande di frequenza anticipata hanno una risposta",
}


def avverti(versione: VersioneInfanzia, prima: Assegnazione | None, adesso: datetime) -> int:
    """Tell who answers for a child that is in the list, in the transaction of the act; how many.

    When it moved on only of those whose place is another. The words name no child and no place.
    """
    mossi = _mossi(versione, prima)
    testo, oggetto = _detto(versione), OGGETTI[versione.tipo]
    indirizzo = reverse("selezioni:infanzia_figli", args=[versione.elenco.istituto.slug])
    legami = _legami(versione.istituto_id, adesso).filter(studente__in=mossi)
    chi = {legame.adulto_id: legame.adulto for legame in legami.select_related("adulto")}
    return metti_in_uscita(
        istituto_id=versione.istituto_id,
        adesso=adesso,
        avvisi=[_notizia(versione, uno, oggetto, testo, indirizzo) for uno in chi.values()],
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """While no later version of that kind was made, and the person still answers for a child."""
    versione = VersioneInfanzia.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    ).first()
    if versione is None:
        return False
    if versione.elenco.versioni.filter(numero__gt=versione.numero, tipo=versione.tipo).exists():
        return False
    figli = versione.righe.values("domanda__bambino")
    suoi = _legami(promemoria.istituto_id, adesso).filter(studente__in=figli)
    return suoi.filter(adulto=promemoria.id_persona).exists()


def _legami(istituto_id: int, adesso: datetime) -> QuerySet[Responsabilita]:
    """Who answers for whom today, but for whom a court has limited."""
    oggi = timezone.localdate(adesso)
    return Responsabilita.objects.filter(
        Q(al__isnull=True) | Q(al__gte=oggi), istituto_id=istituto_id, dal__lte=oggi, limite=""
    )


def _mossi(versione: VersioneInfanzia, prima: Assegnazione | None) -> set[int]:
    righe = versione.righe.select_related("domanda")
    if prima is None or versione.tipo != TipoVersione.SCORRIMENTO:
        return {riga.domanda.bambino_id for riga in righe}
    erano = {riga.chi: _come(riga) for riga in prima.righe}
    return {
        riga.domanda.bambino_id
        for riga in righe
        if erano.get(str(riga.domanda_id)) != (riga.stato, riga.in_attesa)
    }


def _come(riga: Riga) -> tuple[str, int | None]:
    return riga.stato.value, riga.in_attesa


def _detto(versione: VersioneInfanzia) -> str:
    elenco = versione.elenco
    testo = (
        f"Iscrizioni alla scuola dell’infanzia {elenco.sede}, {elenco.anno_scolastico}: nel "
        "portale leggi il posto della tua domanda e perché."
    )
    if versione.osservazioni_entro is None:
        return testo
    entro = data_estesa(versione.osservazioni_entro)
    return f"{testo} Puoi scrivere alla scuola le tue osservazioni fino al {entro}."


def _notizia(
    versione: VersioneInfanzia, chi: Persona, oggetto: str, testo: str, indirizzo: str
) -> Notizia:
    return Notizia(
        chiave=f"{TIPO}.{versione.pk}.{chi.pk}",
        tipo=TIPO,
        riferimento=str(versione.pk),
        destinatario=chi,
        oggetto=oggetto,
        testo=testo,
        indirizzo=indirizzo,
    )
