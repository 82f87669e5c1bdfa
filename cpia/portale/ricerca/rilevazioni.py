"""The campaigns of the competences, for who oversees them."""

from django.db.models import Value

from competenze.models import Rilevazione
from cpia.portale.ricerca.confronto import Insieme, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import LEGGONO_TUTTO, indirizzo
from cpia.portale.ricerca.risultati import NIENTE, Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo


def rilevazioni(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by title, by the act that calls it and by the year. One query."""
    if not contesto.ha(*LEGGONO_TUTTO, Ruolo.SEGRETERIA_DIDATTICA):
        return NIENTE
    righe = Rilevazione.objects.filter(istituto=contesto.istituto).select_related("anno_scolastico")
    testo = Insieme("titolo", "circolare", "quadro__titolo", Value("rilevazione competenze"))
    trovate = trova(righe, domanda.senza_articoli, testo, "-inserimento_dal", "-pk")
    return trovati(trovate[fetta], lambda rilevazione: _rilevazione(contesto, rilevazione))


def _rilevazione(contesto: Contesto, rilevazione: Rilevazione) -> Risultato:
    return Risultato(
        rilevazione.titolo,
        f"Rilevazione {rilevazione.get_stato_display()}, {rilevazione.anno_scolastico}",
        indirizzo("competenze:rilevazione", contesto, rilevazione.pk),
        rilevazione.inserimento_dal,
    )
