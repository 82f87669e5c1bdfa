"""The members are told that one of them asks for a sitting, and where to sign."""

from datetime import datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Avviso as Messaggio
from cpia.avvisi.services import metti_in_uscita
from cpia.scuola.access import Contesto
from organi_collegiali.models import RaccoltaFirme
from organi_collegiali.queries.cariche import mandati
from organi_collegiali.queries.convocazione.richieste import possono_firmare
from organi_collegiali.rules import nomi

PREFISSO = "raccolte"


@transaction.atomic
def invita_a_firmare(*, autore: Contesto, adesso: datetime, raccolta: RaccoltaFirme) -> int:
    """Write to the members who may sign and have a login; how many. Three queries."""
    organo = raccolta.organo
    firmano = possono_firmare(organo, autore.oggi).exclude(persona=autore.persona)
    righe = firmano.filter(persona__utente__isnull=False).select_related("persona")
    titolo = f"Si chiede una seduta {nomi.di(organo.nome)}: puoi firmare"
    # Outside the portal nobody is named, and an argument may name somebody.
    testo = (
        f"Un componente chiede che si convochi una seduta {nomi.di(organo.nome)}. Argomenti e "
        "firme si leggono nel portale: chi è d’accordo firma lì.\n\n"
        "Quando le firme bastano, la richiesta è presentata da sola."
    )
    indirizzo = reverse("organi:raccolta", args=[organo.istituto.slug, raccolta.pk])
    return metti_in_uscita(
        istituto_id=autore.istituto.pk,
        avvisi=[
            Messaggio(
                chiave=f"{PREFISSO}.{raccolta.pk}.{mandato.persona_id}",
                tipo=f"{PREFISSO}.aperta",
                riferimento=str(raccolta.pk),
                destinatario=mandato.persona,
                oggetto=titolo[:200],
                testo=testo,
                indirizzo=indirizzo,
            )
            for mandato in righe
        ],
        adesso=adesso,
    )


def ancora_dovuto(promemoria: Promemoria, adesso: datetime) -> bool:
    """Whether one may still sign, and this person has not and sits there still."""
    righe = RaccoltaFirme.objects.select_related("organo")
    raccolta = righe.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento)
    ).first()
    if raccolta is None or not raccolta.aperta:
        return False
    chi = promemoria.id_persona
    if raccolta.firme.filter(mandato__persona_id=chi).exists():
        return False
    return mandati(raccolta.organo, localdate(adesso)).filter(persona_id=chi).exists()
