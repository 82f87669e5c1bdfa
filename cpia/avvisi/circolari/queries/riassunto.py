"""The circulars in one line, for who looks at the whole institute."""

from django.urls import reverse

from cpia.avvisi.circolari.queries.attese import attese
from cpia.avvisi.circolari.queries.elenco import STATI, Filtri, dell_ufficio, tutte
from cpia.avvisi.circolari.rules import CHIEDONO
from cpia.avvisi.registri import Riassunto
from cpia.norme.rules import anno_scolastico
from cpia.scuola.access import Contesto
from cpia.scuola.parole import con_maiuscola, plurale


def riassunto(contesto: Contesto) -> Riassunto | None:
    """What of this school year waits for an answer or to be published. Nine queries at most."""
    anno = anno_scolastico(contesto.oggi).inizio
    uscite = dell_ufficio(contesto.istituto.pk, Filtri(anno=anno, stato="pubblicate"))
    aperte = attese(
        contesto.istituto.pk, uscite.filter(riscontro__in=CHIEDONO), contesto.oggi
    ).values()
    mancano = [circolare.mancano for circolare in aperte if circolare.mancano]
    bozze = tutte(contesto.istituto.pk).filter(STATI["bozze"]).count()
    frasi = []
    if mancano:
        quante = plurale(len(mancano), "circolare aspetta", "circolari aspettano")
        frasi.append(f"{quante} {plurale(sum(mancano), 'risposta', 'risposte')}")
    if bozze:
        frasi.append(plurale(bozze, "bozza da pubblicare", "bozze da pubblicare"))
    if not frasi:
        return None
    return Riassunto(
        in_corso=len(mancano),
        frase=con_maiuscola("; ".join(frasi)) + ".",
        indirizzo=reverse("circolari_ufficio", args=[contesto.istituto.slug]),
        nome="Circolari",
    )
