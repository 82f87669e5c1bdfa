"""The campaign held still, and its classes, entries and desks brought in step with it."""

from datetime import datetime

from competenze.enums import StatoClasse
from competenze.models import Abbinamento, ClasseRilevata, Inserimento, Rilevazione
from competenze.services.rilevazioni.scadenze import allinea_scadenze
from cpia.scuola.access import Contesto
from cpia.scuola.models import Cattedra, Classe


def blocca_rilevazione(autore: Contesto, rilevazione_id: int) -> Rilevazione:
    """The campaign with the state of this moment; who saves a level waits until the end."""
    return (
        Rilevazione.objects.select_for_update(of=("self",))
        .select_related("istituto")
        .get(istituto=autore.istituto, pk=rilevazione_id)
    )


def allinea_tutto(rilevazione: Rilevazione, adesso: datetime) -> None:
    """Classes, then their entries, then the desks of an open campaign."""
    allinea_classi(rilevazione)
    allinea_inserimenti(rilevazione)
    allinea_scadenze(rilevazione, adesso)


def allinea_classi(rilevazione: Rilevazione) -> None:
    """Every class of that year of course is in the campaign; none is ever taken out."""
    classi = Classe.objects.filter(
        istituto_id=rilevazione.istituto_id,
        anno_scolastico_id=rilevazione.anno_scolastico_id,
        anno_di_corso=rilevazione.anno_di_corso,
    )
    ClasseRilevata.objects.bulk_create(
        [
            ClasseRilevata(
                istituto_id=rilevazione.istituto_id, rilevazione=rilevazione, classe=classe
            )
            for classe in classi
        ],
        ignore_conflicts=True,
    )


def allinea_inserimenti(rilevazione: Rilevazione) -> None:
    """One entry for each cattedra whose subject assesses something in that course."""
    abbinate = set(
        Abbinamento.objects.filter(
            istituto_id=rilevazione.istituto_id, rilevazione=rilevazione
        ).values_list("corso_id", "disciplina_id")
    )
    rilevate = {
        rilevata.classe_id: rilevata
        for rilevata in ClasseRilevata.objects.filter(
            istituto_id=rilevazione.istituto_id,
            rilevazione=rilevazione,
            stato=StatoClasse.APERTA,
        )
    }
    cattedre = Cattedra.objects.filter(
        istituto_id=rilevazione.istituto_id, classe_id__in=rilevate
    ).select_related("classe")
    Inserimento.objects.bulk_create(
        [
            Inserimento(
                istituto_id=rilevazione.istituto_id,
                classe_rilevata=rilevate[cattedra.classe_id],
                cattedra=cattedra,
            )
            for cattedra in cattedre
            if (cattedra.classe.corso_id, cattedra.disciplina_id) in abbinate
        ],
        ignore_conflicts=True,
    )
