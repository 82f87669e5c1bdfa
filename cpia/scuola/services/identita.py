"""Who registered from outside with a mailbox alone: the office has looked at a document.

Whoever knows a codice fiscale may register under it. Until somebody has seen the person the login
is good for applying and for nothing else, and nothing else is given to it.
"""

from datetime import datetime
from typing import Final

from django.db import transaction
from django.db.models import Q

from cpia.scuola.access import Contesto
from cpia.scuola.incarichi.services.effetti import chiudi_sessioni, revoca_subito
from cpia.scuola.models import Incarico, Invito, Persona
from cpia.scuola.registri import annota

ACCERTA: Final = "accerta identità"
TOGLIE: Final = "toglie accesso a un’altra persona"
MOTIVO: Final = "L’accesso era di un’altra persona"


class IdentitaGiaAccertata(Exception):
    """Somebody of the office has said already who it is."""


@transaction.atomic
def accerta_identita(*, autore: Contesto, adesso: datetime, persona: Persona) -> Persona:
    """Who registered is the person of the document, and the mailbox is his or hers.

    By the offices and the dirigente. From now on any role may be given. Raises
    IdentitaGiaAccertata.
    """
    bloccata = _bloccata(autore, persona)
    bloccata.identita_da_accertare = False
    bloccata.save(update_fields=["identita_da_accertare"])
    annota(
        autore=autore, adesso=adesso, azione=ACCERTA, oggetto=bloccata,
        dati={"email": bloccata.email},
    )  # fmt: skip
    return bloccata


@transaction.atomic
def disconosci_accesso(*, autore: Contesto, adesso: datetime, persona: Persona) -> Persona:
    """Somebody else registered under this name: login, mailbox and role are taken away at once.

    The row stays of the person whom the codice fiscale names, without an access: who comes next
    under it goes to the desk. So do its applications, for they bear that name: a draft can no
    longer be sent by anybody else, and one that was sent is an act with its protocol number, which
    the commission excludes and no office deletes; the access is taken away all the same. Sessions,
    open invitations and the private calendar are worth nothing from now on. By the offices and the
    dirigente. Raises IdentitaGiaAccertata.
    """
    bloccata = _bloccata(autore, persona)
    tenuti = Incarico.objects.filter(
        Q(al__isnull=True) | Q(al__gte=autore.oggi), istituto=autore.istituto, persona=bloccata,
        revocato_il__isnull=True,
    )  # fmt: skip
    for incarico in tenuti.select_related("persona").order_by("pk"):
        revoca_subito(autore, adesso, incarico, {"motivo": MOTIVO})
    chiudi_sessioni(autore, adesso, bloccata)
    Invito.objects.filter(
        istituto=autore.istituto, persona=bloccata, accettato_il__isnull=True, scade_il__gt=adesso
    ).update(scade_il=adesso)
    # Its address would open again with the next login.
    bloccata.calendari.filter(revocato_il__isnull=True).update(revocato_il=adesso)
    di_chi = bloccata.email
    bloccata.utente, bloccata.email, bloccata.identita_da_accertare = None, "", False
    bloccata.save(update_fields=["utente", "email", "identita_da_accertare"])
    annota(autore=autore, adesso=adesso, azione=TOGLIE, oggetto=bloccata, dati={"email": di_chi})
    return bloccata


def _bloccata(autore: Contesto, persona: Persona) -> Persona:
    """The person as it is now, once who came before has done. Raises IdentitaGiaAccertata."""
    bloccata = Persona.objects.select_for_update().get(istituto=autore.istituto, pk=persona.pk)
    if not bloccata.identita_da_accertare:
        raise IdentitaGiaAccertata
    return bloccata
