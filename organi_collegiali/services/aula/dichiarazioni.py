"""What a member dictates to the letter, while in the room."""

from datetime import datetime

from django.db import transaction

from cpia.atti.services import annota
from cpia.norme.errori import rifiuta
from cpia.scuola.access import Contesto
from organi_collegiali.enums import StatoSeduta
from organi_collegiali.models import Convocato, Dichiarazione, Punto
from organi_collegiali.services.aula.presenze_in_atto import esigi_in_aula
from organi_collegiali.services.blocco import blocca_seduta, tocca

SI_DETTA = (StatoSeduta.IN_CORSO, StatoSeduta.SOSPESA)


@transaction.atomic
def detta_dichiarazione(
    *, autore: Contesto, adesso: datetime, punto_id: int, convocato_id: int, testo: str
) -> Dichiarazione:
    """Write a statement to the letter, dictated by a member or written for him or her.

    The same words of the same member on an item, sent again, are written once. Raises
    AttoRifiutato for who is not in the room, and for an item that has not begun.
    """
    punto = Punto.objects.get(pk=punto_id, istituto=autore.istituto)
    seduta = blocca_seduta(autore, punto.seduta_id, *SI_DETTA)
    convocato = Convocato.objects.select_related("persona").get(
        pk=convocato_id, istituto=autore.istituto, seduta_id=punto.seduta_id
    )
    if punto.iniziato_il is None:
        raise rifiuta("non_iniziato", "Si detta a verbale su un punto in discussione o concluso.")
    quale = {
        "istituto": autore.istituto,
        "punto": punto,
        "persona": convocato.persona,
        "testo": testo.strip(),
    }
    gia = Dichiarazione.objects.filter(**quale).first()
    if gia:
        return gia
    esigi_in_aula(seduta, convocato, adesso, "dettare una dichiarazione")
    dichiarazione = Dichiarazione.objects.create(**quale, resa_il=adesso, scritta_da=autore.persona)
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="detta dichiarazione",
        oggetto=seduta,
        dati={"punto": punto.pk, "persona": convocato.persona_id},
    )
    return dichiarazione


@transaction.atomic
def toglie_dichiarazione(*, autore: Contesto, adesso: datetime, dichiarazione_id: int) -> None:
    """Take back a statement while the sitting is open: its author changes it or gives it up."""
    trovata = Dichiarazione.objects.select_related("punto").get(
        pk=dichiarazione_id, istituto=autore.istituto
    )
    seduta = blocca_seduta(autore, trovata.punto.seduta_id, *SI_DETTA)
    tocca(seduta, adesso)
    annota(
        autore=autore,
        adesso=adesso,
        azione="ritira dichiarazione",
        oggetto=seduta,
        dati={"punto": trovata.punto_id, "persona": trovata.persona_id},
    )
    trovata.delete()
