"""The acts of the albo: what anybody may see of it, and the drafts for the office."""

from django.db.models import F, QuerySet, Value

from cpia.atti.albo.queries.pubblico import visibili
from cpia.atti.models import Pubblicazione
from cpia.portale.ricerca.confronto import Insieme, numerato, numero_e_anno, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import UFFICIO, indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto


def _da_vedere(contesto: Contesto) -> QuerySet[Pubblicazione]:
    if not contesto.ha(*UFFICIO):
        return visibili(contesto.istituto.pk, contesto.oggi)
    tutte = Pubblicazione.objects.filter(istituto=contesto.istituto)
    return tutte.annotate(oggetto_visibile=F("oggetto"))


def albo(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by subject and number, in the office also by who asked for it.

    Outside the office never by personal data past their days.

    One query.
    """
    testo = Insieme(
        "oggetto_visibile",
        Value("albo repertorio rep n"),
        numero_e_anno("numero", "anno"),
        *(["richiedente"] if contesto.ha(*UFFICIO) else []),
    )
    trovate = trova(
        _da_vedere(contesto),
        domanda.senza_articoli,
        testo,
        "-dal",
        "-pk",
        esatto=numerato(domanda, "numero", "anno"),
    )
    return trovati(trovate[fetta], lambda atto: _atto(contesto, atto))


def _atto(contesto: Contesto, atto: Pubblicazione) -> Risultato:
    parti = [f"Repertorio {atto.numero}/{atto.anno}" if atto.numero else "In bozza"]
    parti.append(atto.get_categoria_display())
    if atto.annullata_il:
        parti.append("annullato")
    elif atto.numero and atto.al < contesto.oggi:
        parti.append("pubblicazione finita")
    if contesto.ha(*UFFICIO):
        dove = indirizzo("pubblicazione", contesto, atto.pk)
    else:
        dove = indirizzo("albo_atto", contesto, atto.anno, atto.numero)
    return Risultato(atto.oggetto_visibile, ", ".join(parti), dove, atto.dal)
