"""The letter to who asks to register: the link, or the way to the office.

The same letter goes to the outbox in either case, so that the page that asked tells nothing. Once
it has left its words, with the code, are not kept.
"""

from datetime import datetime
from typing import Final

from django.conf import settings
from django.urls import reverse

from cpia.avvisi.models import Promemoria
from cpia.avvisi.services import Lettera, metti_in_uscita
from cpia.scuola.parole import giorno_e_ora
from selezioni_pon.models import RegistrazioneCandidato

PREFISSO: Final = "selezioni_candidato"
COLLEGAMENTO, IN_SEGRETERIA = f"{PREFISSO}.collegamento", f"{PREFISSO}.segreteria"
OGGETTO: Final = "La tua registrazione per gli avvisi della scuola"
NON_TU: Final = (
    "Se non hai chiesto tu di registrarti, cancella questo messaggio: non succede nulla."
)


def manda(registrazione: RegistrazioneCandidato, codice: str, adesso: datetime) -> None:
    """Send the link to who goes on alone, by an empty ``codice`` to the office; part of the act."""
    slug = registrazione.istituto.slug
    tipo = COLLEGAMENTO if codice else IN_SEGRETERIA
    lettera = Lettera(
        chiave=f"{PREFISSO}.{registrazione.pk}",
        tipo=tipo,
        riferimento=str(registrazione.pk),
        email=registrazione.email,
        oggetto=OGGETTO,
        testo=_con_il_codice(registrazione, codice) if codice else _dalla_segreteria(registrazione),
        indirizzo=reverse("selezioni:esterni", args=[slug]),
    )
    metti_in_uscita(istituto_id=registrazione.istituto_id, avvisi=[lettera], adesso=adesso)


def _con_il_codice(registrazione: RegistrazioneCandidato, codice: str) -> str:
    percorso = reverse("selezioni:esterni_conferma", args=[registrazione.istituto.slug, codice])
    return (
        f"Gentile {registrazione.nome} {registrazione.cognome},\n\n"
        f"per candidarti agli avvisi di {registrazione.istituto.denominazione} conferma che questo "
        "indirizzo è tuo. Apri questo collegamento e premi «Conferma»:\n"
        f"{settings.PORTALE_URL}{percorso}\n\n"
        f"Vale una volta sola, fino a {giorno_e_ora(registrazione.scade_il)}. Non inoltrarlo: chi "
        f"lo apre entra al tuo posto. {NON_TU}\n\n"
        "Gli avvisi aperti sono in questa pagina."
    )


def _dalla_segreteria(registrazione: RegistrazioneCandidato) -> str:
    """It does not say what the school knows."""
    return (
        f"Gentile {registrazione.nome} {registrazione.cognome},\n\n"
        f"con i dati che hai scritto la registrazione per gli avvisi di "
        f"{registrazione.istituto.denominazione} non si può completare da questa pagina. Rivolgiti "
        "alla segreteria con un documento d’identità e il codice fiscale: ti registra lei.\n\n"
        "Se lavori, studi o hai un figlio in questa scuola, prova prima a registrarti con "
        f"l’indirizzo e-mail che la scuola ha già. {NON_TU}\n\n"
        "Gli avvisi aperti sono in questa pagina."
    )


def ancora_dovuta(promemoria: Promemoria, adesso: datetime) -> bool:
    """While the registration waits for it, and its link would still open."""
    return RegistrazioneCandidato.objects.filter(
        istituto_id=promemoria.istituto_id, pk=int(promemoria.riferimento),
        email=promemoria.email, confermata_il__isnull=True, scade_il__gt=adesso,
    ).exists()  # fmt: skip
