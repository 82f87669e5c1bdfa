"""What a deliberation asks to be done: given to somebody, then done."""

from datetime import date, datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from organi_collegiali.models import Seguito
from organi_collegiali.services.delibere.estratti import blocca_delibera


@transaction.atomic
def affida_seguito(
    *,
    autore: Contesto,
    adesso: datetime,
    delibera_id: int,
    testo: str,
    persona: Persona,
    entro_il: date,
) -> Seguito:
    """Give somebody what a deliberation asks to be done. Raises AttoRifiutato for a day past."""
    delibera = blocca_delibera(autore, delibera_id)
    if entro_il < autore.oggi:
        raise rifiuta("passato", "Il giorno è già passato: scrivine uno da oggi in poi.")
    seguito = Seguito.objects.create(
        istituto=autore.istituto, delibera=delibera, testo=testo, persona=persona, entro_il=entro_il
    )
    annota(
        autore=autore,
        adesso=adesso,
        azione="affida seguito",
        oggetto=delibera,
        dati={"seguito": seguito.pk, "persona": persona.pk, "entro_il": entro_il.isoformat()},
    )
    return seguito


@transaction.atomic
def compi_seguito(*, autore: Contesto, adesso: datetime, seguito_id: int, esito: str) -> Seguito:
    """Say that it was done, and how it ended. Raises AttoRifiutato the second time."""
    seguito = (
        Seguito.objects.select_for_update(of=("self",))
        .select_related("delibera")
        .get(pk=seguito_id, istituto=autore.istituto)
    )
    if seguito.fatto_il:
        raise rifiuta("gia_fatto", "Risulta già fatto.")
    seguito.fatto_il, seguito.esito = adesso, esito
    seguito.save(update_fields=["fatto_il", "esito"])
    annota(
        autore=autore,
        adesso=adesso,
        azione="compie seguito",
        oggetto=seguito.delibera,
        dati={"seguito": seguito.pk},
    )
    return seguito
