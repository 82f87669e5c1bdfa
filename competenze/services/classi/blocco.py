"""The class held still while an act on it is judged."""

from datetime import date

from django.db import connection

from competenze.enums import StatoClasse, StatoRilevazione
from competenze.models import ClasseRilevata
from competenze.queries.quadro import Situazione, situazione
from competenze.queries.quadro.conteggi import Chiave
from competenze.queries.quadro.risultati import Risultato
from competenze.queries.regole import Regole, calendario
from competenze.rules.coordinamento import verifica_coordinamento
from competenze.rules.motivi import CIRCOLARE_B
from cpia.norme.errori import AttoRifiutato, esigi
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.access import Contesto

_RILEVAZIONE = """
SELECT FROM competenze_rilevazione r
JOIN competenze_classerilevata c ON c.rilevazione_id = r.id
WHERE c.id = %s
FOR SHARE OF r
"""


def blocca_classe(autore: Contesto, rilevata_id: int) -> ClasseRilevata:
    """The class with the state of this moment, which nobody may change until the end.

    Whoever saves a level holds the same row shared: this waits for the levels on their way, and
    those that come after find the new state. A level cannot slip in while the class freezes.
    The campaign first, held shared, as for the acts on one entry: it cannot close meanwhile.
    """
    with connection.cursor() as cursor:
        cursor.execute(_RILEVAZIONE, [rilevata_id])
    return (
        ClasseRilevata.objects.select_for_update(of=("self",))
        .select_related(
            "rilevazione__istituto", "rilevazione__anno_scolastico", "classe__corso", "classe__sede"
        )
        .get(istituto=autore.istituto, pk=rilevata_id)
    )


def esigi_aperta(rilevata: ClasseRilevata, regole: Regole, oggi: date) -> None:
    """Raise ``AttoRifiutato`` unless the coordinator may act on the class today."""
    esigi(
        verifica_coordinamento(
            calendario(rilevata, regole),
            oggi,
            rilevazione=StatoRilevazione(rilevata.rilevazione.stato),
            classe=StatoClasse(rilevata.stato),
        )
    )


def leggi_aperta(rilevata: ClasseRilevata, autore: Contesto) -> Situazione:
    """The class as it stands under the lock, if the coordinator may act on it today."""
    letta = situazione(rilevata, autore.oggi)
    esigi_aperta(rilevata, letta.regole, autore.oggi)
    return letta


def trova(letta: Situazione, chiave: Chiave) -> Risultato:
    """A cell of the class; ``AttoRifiutato`` for a student or a competence that are not in it."""
    risultato = letta.risultati.get(chiave)
    if risultato is None:
        testo = "Questo studente non ha questa competenza nella classe: ricarica il quadro."
        raise AttoRifiutato([Violazione("casella_estranea", testo, CIRCOLARE_B)])
    return risultato


def dati_casella(chiave: Chiave) -> dict[str, int | str]:
    """A cell as the register names it."""
    iscrizione, competenza, lingua = chiave
    return {"iscrizione": iscrizione, "competenza": competenza, "lingua": lingua}
