"""Who comes to the desk: the office looks at a document, registers and invites."""

from datetime import datetime
from typing import Final

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import esigi, rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.rules import stesso_nome
from cpia.scuola.services.identita import accerta_identita
from cpia.scuola.services.inviti import Spedizione, invita_iscritti
from selezioni_pon.queries.esterni import di_questa_email
from selezioni_pon.rules.esterni import contro_i_dati
from selezioni_pon.services.esterni.persone import DatiCandidato, dai_ruolo, persona_di

SPORTELLO: Final = "registra candidato allo sportello"
LAVORA_QUI: Final = "Lavora nella scuola: legge già gli avvisi, e si candida con il suo accesso."


@transaction.atomic
def registra_allo_sportello(
    *,
    autore: Contesto,
    adesso: datetime,
    dati: DatiCandidato,
    codice_confermato: bool = False,
    email_cambiata: bool = False,
) -> tuple[Persona, Spedizione]:
    """Register somebody of outside who has shown a document, and send the invitation; the office.

    The mailbox that the school has is not changed unless the person says that it is another now
    (``email_cambiata``), and never that of who signs in already. Who had registered alone is from
    now on the person of the document. Raises AttoRifiutato, also when the login under that codice
    fiscale is of another mailbox: it may be of somebody else.
    """
    esigi(
        contro_i_dati(
            dati.codice_fiscale, cognome=dati.cognome, nome=dati.nome, oggi=autore.oggi,
            confermato=codice_confermato,
        )
    )  # fmt: skip
    persona = persona_di(autore.istituto, dati, autore.oggi)
    _stessa_persona(persona, dati)
    _scrivi_email(persona, dati.email, cambiata=email_cambiata)
    if persona.identita_da_accertare:
        _stesso_accesso(persona, dati.email)
        persona = accerta_identita(autore=autore, adesso=adesso, persona=persona)
    incarico = dai_ruolo(persona, autore.oggi)
    if incarico is None:
        raise rifiuta("lavora_qui", LAVORA_QUI, "", "codice_fiscale")
    annota(
        autore=autore, adesso=adesso, azione=SPORTELLO, oggetto=persona,
        dati={"incarico": incarico.pk, "al": str(incarico.al)},
    )  # fmt: skip
    return persona, invita_iscritti(autore=autore, adesso=adesso, persone=[persona])


@transaction.atomic
def invita_candidato(*, autore: Contesto, adesso: datetime, persona: Persona) -> Spedizione:
    """Send again the invitation to who cannot sign in yet; by the office."""
    return invita_iscritti(autore=autore, adesso=adesso, persone=[persona])


def _stessa_persona(persona: Persona, dati: DatiCandidato) -> None:
    if not stesso_nome(persona.cognome, dati.cognome):
        testo = (
            f"La scuola conosce questo codice fiscale come di {persona.nome_e_cognome}: controlla "
            "la tessera, e scrivi il cognome che c’è già."
        )
        raise rifiuta("altra_persona", testo, "", "cognome")


def _stesso_accesso(persona: Persona, email: str) -> None:
    if persona.utente is None or persona.utente.email.lower() == email:
        return
    testo = (
        f"Con questo codice fiscale qualcuno si è già registrato da fuori, ed entra con "
        f"{persona.utente.email}. Se l’indirizzo è di chi hai davanti scrivi quello; se non lo è, "
        "apri la sua pagina da «Persone», «Senza incarico oggi», e togli prima quell’accesso."
    )
    raise rifiuta("altro_accesso", testo, "", "email")


def _scrivi_email(persona: Persona, email: str, *, cambiata: bool) -> None:
    """Write the mailbox where it is missing, or has changed. Raises AttoRifiutato."""
    if persona.utente_id is not None:
        return
    altro = di_questa_email(persona.istituto_id, email).exclude(pk=persona.pk).first()
    if altro is not None:
        testo = f"È già l’indirizzo di {altro.nome_e_cognome}: ne serve uno di chi si candida."
        raise rifiuta("di_altri", testo, "", "email")
    if persona.email.lower() == email:
        return
    if persona.email and not cambiata:
        testo = (
            f"La scuola ha un altro indirizzo di {persona.nome_e_cognome}: {persona.email}. Scrivi "
            "quello, oppure conferma che è cambiato."
        )
        raise rifiuta("altra_email", testo, "", "email_cambiata")
    persona.email = email
    persona.save(update_fields=["email"])
