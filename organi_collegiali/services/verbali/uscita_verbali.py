"""The members are told that the minutes can be read; of a reserved sitting only that."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso, metti_in_uscita
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Persona
from cpia.scuola.parole import giorno_e_ora
from cpia.scuola.queries import persone_con_ruolo
from organi_collegiali.documents.parole_verbale import titolo
from organi_collegiali.enums import StatoVerbale
from organi_collegiali.models import Convocato, Verbale

PREFISSO = "verbali"
IN_LETTURA = f"{PREFISSO}.in_lettura"
IN_DIREZIONE = f"{PREFISSO}.in_direzione"


def manda_in_direzione(verbale: Verbale, adesso: datetime) -> int:
    """Tell who directs the institute that the copy is there; how many are new."""
    giorno = timezone.localdate(adesso)
    return _manda(
        verbale,
        adesso,
        tipo=IN_DIREZIONE,
        persone=persone_con_ruolo(verbale.istituto_id, Ruolo.DIRIGENTE, giorno),
        testo="È la copia che chi verbalizza manda in direzione: si legge nel portale.",
    )


def manda_in_lettura(verbale: Verbale, adesso: datetime) -> int:
    """Write to each of the convened; how many are new."""
    convocati = Convocato.objects.filter(istituto_id=verbale.istituto_id, seduta=verbale.seduta)
    entro = (
        f" I rilievi si presentano entro {giorno_e_ora(verbale.rilievi_entro)}."
        if verbale.rilievi_entro
        else " I rilievi si presentano prima della seduta che lo approva."
    )
    return _manda(
        verbale,
        adesso,
        tipo=IN_LETTURA,
        persone=[convocato.persona for convocato in convocati.select_related("persona")],
        testo=f"Il verbale si può leggere nel portale.{entro}",
    )


def _manda(
    verbale: Verbale, adesso: datetime, *, tipo: str, persone: Iterable[Persona], testo: str
) -> int:
    seduta = verbale.seduta
    oggetto = "Verbale di una seduta riservata" if seduta.riservata else titolo(seduta)
    return metti_in_uscita(
        istituto_id=verbale.istituto_id,
        avvisi=[
            Avviso(
                chiave=f"{tipo}.{verbale.pk}.{persona.pk}",
                tipo=tipo,
                riferimento=str(verbale.pk),
                destinatario=persona,
                oggetto=oggetto[:200],
                testo=testo,
                indirizzo=reverse("organi:verbale", args=[verbale.istituto.slug, verbale.pk]),
            )
            for persona in persone
        ],
        adesso=adesso,
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether the minutes are still in reading; a copy that was sent is told in any case."""
    trovato = Verbale.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    )
    if promemoria.tipo == IN_DIREZIONE:
        return trovato.exists()
    return trovato.filter(stato=StatoVerbale.IN_LETTURA).exists()
