"""The e-mail that was missing: who has a right to the credentials is invited with it."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from cpia.scuola.services.inviti import invita_iscritti
from patto_formativo.models import Corsista
from patto_formativo.queries.iscrizioni.pagina import SENZA_RESPONSABILE, destinatario_di
from patto_formativo.rules.iscrizione import ART_4


@transaction.atomic
def aggiungi_email(*, autore: Contesto, adesso: datetime, corsista_id: int, email: str) -> Persona:
    """Write the e-mail of who has the credentials today, and invite them; by the office.

    Who studies, or who answers for a minor, the head of a community too (art. 4). An address that
    is there is not changed this way. Raises AttoRifiutato.
    """
    corsista = Corsista.objects.select_related("domanda__persona").get(
        istituto=autore.istituto, pk=corsista_id
    )
    chi = _da_scrivere(autore, corsista)
    indirizzo = email.strip().lower()
    _di_nessun_altro(chi, indirizzo)
    chi.email = indirizzo
    chi.save(update_fields=["email"])
    annota(
        autore=autore, adesso=adesso, azione="aggiunge e-mail di un iscritto", oggetto=corsista,
        dati={"persona": chi.pk},
    )  # fmt: skip
    invita_iscritti(autore=autore, adesso=adesso, persone=[chi])
    return chi


def _da_scrivere(autore: Contesto, corsista: Corsista) -> Persona:
    """Whose e-mail is missing, locked. Raises AttoRifiutato when none is."""
    destinatario = destinatario_di(corsista.domanda, autore.oggi)
    if destinatario is None:
        raise rifiuta("senza_responsabile", SENZA_RESPONSABILE, ART_4)
    chi = Persona.objects.select_for_update(of=("self",)).get(
        istituto=autore.istituto, pk=destinatario.pk
    )
    if chi.utente_id is not None:
        raise rifiuta("ha_accesso", f"{chi.nome_e_cognome} entra già con le sue credenziali.")
    if chi.email:
        raise rifiuta("ha_email", f"L’indirizzo di {chi.nome_e_cognome} è già scritto.")
    chi.istituto = autore.istituto
    return chi


def _di_nessun_altro(chi: Persona, email: str) -> None:
    """With one address one person of a school signs in. Raises AttoRifiutato."""
    sua = Q(email__iexact=email) | Q(utente__email__iexact=email)
    altri = Persona.objects.filter(sua, istituto_id=chi.istituto_id).exclude(pk=chi.pk)
    if altro := altri.order_by("pk").first():
        testo = f"È già l’indirizzo di {altro.nome_e_cognome}: ne serve uno di chi riceve l’invito."
        raise rifiuta("di_altri", testo, campo="email")
