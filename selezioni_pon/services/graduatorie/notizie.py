"""What who applied is told: that there is something to read, never what it says."""

from datetime import datetime
from typing import Final

from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Notizia
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.parole import fra_virgolette
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Avviso, Graduatoria, Reclamo
from selezioni_pon.queries.graduatorie.versioni import IN_VIGORE, righe_di

PREFISSO: Final = "selezioni_graduatoria"
PUBBLICATA, RISPOSTA = f"{PREFISSO}.pubblicata", f"{PREFISSO}.risposta"
OGGETTI: Final = {
    StatoGraduatoria.PROVVISORIA.value: "La graduatoria provvisoria è all’albo",
    StatoGraduatoria.DEFINITIVA.value: "La graduatoria definitiva è all’albo",
}


def avverti_candidati(graduatoria: Graduatoria, adesso: datetime) -> int:
    """Tell everybody who applied that a version is on the albo, and where the own place is."""
    avviso = graduatoria.avviso
    indirizzo = reverse("selezioni:posizione", args=[avviso.istituto.slug, avviso.pk])
    testo = f"{_cosa(avviso)}: nel portale leggi il tuo punteggio, titolo per titolo."
    if not graduatoria.definitiva:
        testo += " Da lì puoi presentare reclamo, entro il termine che vi è scritto."
    return metti_in_uscita(
        istituto_id=avviso.istituto_id,
        adesso=adesso,
        avvisi=[
            Notizia(
                chiave=f"{PUBBLICATA}.{graduatoria.pk}.{riga.invio.candidatura.persona_id}",
                tipo=PUBBLICATA,
                riferimento=str(graduatoria.pk),
                destinatario=riga.invio.candidatura.persona,
                oggetto=OGGETTI[graduatoria.stato],
                testo=testo,
                indirizzo=indirizzo,
            )
            for riga in righe_di(graduatoria)
        ],
    )


def avverti_di_risposta(reclamo: Reclamo, avviso: Avviso, adesso: datetime) -> int:
    """Tell who complained that there is an answer, not which."""
    notizia = Notizia(
        chiave=f"{RISPOSTA}.{reclamo.pk}",
        tipo=RISPOSTA,
        riferimento=str(reclamo.pk),
        destinatario=reclamo.candidatura.persona,
        oggetto="C’è la risposta al tuo reclamo",
        testo=f"{_cosa(avviso)}: la risposta, con le ragioni, è nel portale.",
        indirizzo=reverse("selezioni:posizione", args=[avviso.istituto.slug, avviso.pk]),
    )
    return metti_in_uscita(istituto_id=avviso.istituto_id, adesso=adesso, avvisi=[notizia])


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """A version while it is in force; an answer always."""
    if promemoria.tipo == RISPOSTA:
        return True
    return Graduatoria.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento), stato__in=IN_VIGORE
    ).exists()


def _cosa(avviso: Avviso) -> str:
    selezione = avviso.selezione
    return f"Selezione per «{selezione.ruolo}», {fra_virgolette(selezione.progetto.titolo)}"
