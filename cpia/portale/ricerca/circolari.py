"""The circulars that one may read: addressed to one, for everybody, all of them in the office."""

from django.db.models import Q, QuerySet, Value
from django.utils import timezone

from cpia.avvisi.circolari.queries import elenco
from cpia.avvisi.models import Circolare
from cpia.portale.ricerca.confronto import Insieme, numerato, numero, trova
from cpia.portale.ricerca.domanda import Domanda
from cpia.portale.ricerca.indirizzi import UFFICIO, indirizzo
from cpia.portale.ricerca.risultati import Fetta, Risultato, Trovati, trovati
from cpia.scuola.access import Contesto


def leggibili(contesto: Contesto) -> QuerySet[Circolare]:
    """Those that this person may open now; drafts only in the office."""
    tutte = elenco.tutte(contesto.istituto.pk)
    if contesto.ha(*UFFICIO):
        return tutte
    rivolte = elenco.rivolte(contesto).order_by().values("pk")
    return tutte.filter(Q(pubblica=True) | Q(pk__in=rivolte), pubblicata_il__isnull=False)


def circolari(contesto: Contesto, domanda: Domanda, fetta: Fetta) -> Trovati:
    """Found by number, subject and text. Three queries."""
    testo = Insieme("oggetto", Value("circolare n"), numero("numero"), "testo")
    trovate = trova(
        leggibili(contesto),
        domanda.senza_articoli,
        testo,
        "-pubblicata_il",
        "-pk",
        esatto=numerato(domanda, "numero"),
    )
    return trovati(trovate[fetta], lambda circolare: _circolare(contesto, circolare))


def _circolare(contesto: Contesto, circolare: Circolare) -> Risultato:
    numerata = f"Circolare n. {circolare.numero}, {circolare.anno_scolastico}"
    pubblicata = circolare.pubblicata_il
    riga = numerata if circolare.numero else "Circolare in bozza"
    return Risultato(
        circolare.oggetto,
        f"{riga}, annullata" if circolare.annullata_il else riga,
        indirizzo("circolare", contesto, circolare.pk),
        timezone.localdate(pubblicata) if pubblicata else None,
    )
