"""Last year's campaign copied into the next school year."""

from datetime import datetime

from django.db import transaction

from competenze.models import Abbinamento, Rilevazione
from competenze.rules.copia import coppie_che_restano, giorno_nuovo, titolo_nuovo
from competenze.services.rilevazioni.allineamento import blocca_rilevazione
from competenze.services.rilevazioni.bozza import crea_rilevazione
from cpia.atti.services import annota
from cpia.scuola.access import Contesto
from cpia.scuola.models import AnnoScolastico, Cattedra


@transaction.atomic
def copia_rilevazione(*, autore: Contesto, adesso: datetime, rilevazione_id: int) -> Rilevazione:
    """Prepare the same campaign for the year after, as a draft: days a year later, its own pairs.

    The pairs of subjects that are no longer taught in the course stay behind; the circular is to
    be written, since each year has its own. Raises ``AttoRifiutato`` when those classes have a
    campaign of that year already.
    """
    vecchia = blocca_rilevazione(autore, rilevazione_id)
    inizio = vecchia.anno_scolastico.inizio
    anno, _ = AnnoScolastico.objects.get_or_create(istituto=autore.istituto, inizio=inizio + 1)
    nuova = crea_rilevazione(
        autore=autore,
        adesso=adesso,
        titolo=titolo_nuovo(vecchia.titolo, inizio)[:160],
        anno_scolastico=anno,
        anno_di_corso=vecchia.anno_di_corso,
        quadro=vecchia.quadro,
        inserimento_dal=giorno_nuovo(vecchia.inserimento_dal),
        consultazione_dal=giorno_nuovo(vecchia.consultazione_dal),
    )
    restano = _sostituisci_abbinamenti(vecchia, nuova)
    annota(
        autore=autore,
        adesso=adesso,
        azione="copia rilevazione",
        oggetto=nuova,
        dati={"da": vecchia.pk, "abbinamenti": restano},
    )
    return nuova


def _sostituisci_abbinamenti(vecchia: Rilevazione, nuova: Rilevazione) -> int:
    """The pairs of this very campaign, not of the last one on the framework; how many stay."""
    sue = Abbinamento.objects.filter(istituto_id=nuova.istituto_id)
    coppie = sue.filter(rilevazione=vecchia).values_list(
        "corso_id", "disciplina_id", "competenza_id"
    )
    insegnate = Cattedra.objects.filter(
        istituto_id=nuova.istituto_id,
        classe__anno_scolastico_id=nuova.anno_scolastico_id,
        classe__anno_di_corso=nuova.anno_di_corso,
    ).values_list("classe__corso_id", "disciplina_id")
    restano = coppie_che_restano(coppie, set(insegnate))
    sue.filter(rilevazione=nuova).delete()
    Abbinamento.objects.bulk_create(
        Abbinamento(
            istituto_id=nuova.istituto_id,
            rilevazione=nuova,
            corso_id=corso,
            disciplina_id=disciplina,
            competenza_id=competenza,
        )
        for corso, disciplina, competenza in restano
    )
    return len(restano)
