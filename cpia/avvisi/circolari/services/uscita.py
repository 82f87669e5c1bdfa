"""What a circular leaves with who receives it: receipt, thing to do on the desk, notice."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from django.urls import reverse
from django.utils import timezone

from cpia.avvisi.circolari import rules
from cpia.avvisi.circolari.documents import richiesta
from cpia.avvisi.models import Circolare, RicevutaCircolare, Scadenza
from cpia.avvisi.services import Avviso, apri_scadenze, metti_in_uscita
from cpia.scuola.models import Persona
from cpia.scuola.parole import data_estesa, giorno

PUBBLICATA = "circolari.pubblicata"
ANNULLATA = "circolari.annullata"


def chiave_scadenza(circolare_id: int, persona_id: int) -> str:
    """The key of what one person has to do about a circular."""
    return f"circolare.{circolare_id}.{persona_id}"


def consegna(circolare: Circolare, persone: Sequence[Persona], adesso: datetime) -> None:
    """Give the circular to these persons: four statements, however many they are."""
    RicevutaCircolare.objects.bulk_create(
        [
            RicevutaCircolare(
                istituto_id=circolare.istituto_id, circolare=circolare, persona=persona
            )
            for persona in persone
        ],
        ignore_conflicts=True,
    )
    if circolare.riscontro in rules.CHIEDONO:
        apri_scadenze([_scadenza(circolare, persona) for persona in persone])
    manda(circolare, persone, PUBBLICATA, _testo(circolare), adesso)


def manda(
    circolare: Circolare,
    persone: Iterable[Persona],
    tipo: str,
    testo: str,
    adesso: datetime,
    *,
    giorno_della_chiave: str = "",
) -> int:
    """Write a notice about the circular to each of these persons; how many are new."""
    oggetto = titolo(circolare) if tipo != ANNULLATA else f"Annullata: {titolo(circolare)}"
    chiave = ".".join(filter(None, [tipo, str(circolare.pk), giorno_della_chiave]))
    return metti_in_uscita(
        istituto_id=circolare.istituto_id,
        avvisi=[
            Avviso(
                chiave=f"{chiave}.{persona.pk}",
                tipo=tipo,
                riferimento=str(circolare.pk),
                destinatario=persona,
                oggetto=oggetto,
                testo=testo,
                indirizzo=indirizzo(circolare),
            )
            for persona in persone
        ],
        adesso=adesso,
    )


def titolo(circolare: Circolare) -> str:
    """``Circolare n. 402: Calendario degli scrutini finali``."""
    return f"Circolare n. {circolare.numero}: {circolare.oggetto}"


def indirizzo(circolare: Circolare) -> str:
    """Where it is read."""
    return reverse("circolare", args=[circolare.istituto.slug, circolare.pk])


def _testo(circolare: Circolare) -> str:
    parti = [f"È stata pubblicata la circolare n. {circolare.numero}, «{circolare.oggetto}»."]
    if circolare.pubblicata_il:
        parti.append(richiesta(circolare, timezone.localdate(circolare.pubblicata_il)))
    return " ".join(filter(None, parti))


def _scadenza(circolare: Circolare, persona: Persona) -> Scadenza:
    if circolare.riscontro_entro is None or circolare.pubblicata_il is None:
        raise ValueError("chi chiede un riscontro dice entro quando")
    return Scadenza(
        istituto_id=circolare.istituto_id,
        chiave=chiave_scadenza(circolare.pk, persona.pk),
        app="avvisi",
        titolo=titolo(circolare),
        dettaglio=rules.RICHIESTE[circolare.riscontro],
        verbo="Leggi",
        indirizzo=indirizzo(circolare),
        visibile_dal=timezone.localdate(circolare.pubblicata_il),
        entro_il=circolare.riscontro_entro,
        persona=persona,
        perche=[_perche(circolare)],
    )


def _perche(circolare: Circolare) -> dict[str, str]:
    if circolare.riscontro_entro is None or circolare.pubblicata_il is None:
        raise ValueError("chi chiede un riscontro dice entro quando")
    del_giorno = data_estesa(circolare.pubblicata_il)
    return {
        "regola": "circolare.riscontro",
        "fonte": f"Circolare n. {circolare.numero} pubblicata il giorno {del_giorno}",
        "testo": f"È la circolare stessa che chiede di rispondere entro "
        f"{giorno(circolare.riscontro_entro)}.",
    }
