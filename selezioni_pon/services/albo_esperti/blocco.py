"""The rows of the register of experts, locked."""

from cpia.scuola.access import Contesto
from cpia.scuola.models import Persona
from selezioni_pon.models import IscrizioneEsperto


def blocca_persona(autore: Contesto, persona_id: int) -> Persona:
    """A person, locked: the requests of one person wait for one another."""
    return Persona.objects.select_for_update(of=("self",)).get(
        pk=persona_id, istituto=autore.istituto
    )


def blocca_iscrizione(autore: Contesto, iscrizione_id: int) -> IscrizioneEsperto:
    """An entry with its person, both locked, the person first as every act does."""
    persona_id = IscrizioneEsperto.objects.values_list("persona_id", flat=True).get(
        pk=iscrizione_id, istituto=autore.istituto
    )
    persona = blocca_persona(autore, persona_id)
    riga = IscrizioneEsperto.objects.select_for_update(of=("self",)).get(
        pk=iscrizione_id, istituto=autore.istituto
    )
    riga.istituto, riga.persona = autore.istituto, persona
    return riga
