"""The words of today beside the things to do of this app, and what it says of the institute."""

from collections.abc import Mapping, Sequence
from typing import Final

from django.urls import reverse

from cpia.avvisi.models import Scadenza
from cpia.avvisi.registri import Riassunto
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import plurale
from selezioni_pon.queries.elenco import Elenco, elenco

# Who waits for what is late, by what the key says.
NE_RISENTE: Final = {
    "pubblica": "chi vuole candidarsi",
    "esito": "chi si è candidato, e il progetto",
    "nomina": "chi si è candidato",
    "sostituisci": "chi si è candidato, e gli altri componenti",
    "dichiara": "chi si è candidato, e gli altri componenti",
    "valuta": "chi si è candidato",
    "chiudi_lavori": "chi si è candidato",
    "forma": "chi si è candidato",
    "approva": "chi si è candidato",
    "reclamo": "chi ha reclamato",
    "definitiva": "chi aspetta l’incarico, e il progetto",
    "proponi": "chi aspetta l’incarico, e il progetto",
    "rispondi": "chi segue in graduatoria, e il progetto",
    "scaduta": "chi segue in graduatoria, e il progetto",
    "scrivi_incarico": "chi ha accettato, e il progetto",
    "emetti_incarico": "chi ha accettato, e il progetto",
    "firma_incarico": "chi ha accettato, e il progetto",
    "pubblica_incarico": "chi ha l’incarico: non si può pagare",
    "comunica_incarico": "chi ha l’incarico, e la scuola",
    "comunica_compensi": "l’amministrazione da cui dipende chi è stato pagato",
    "verifica_incarico": "chi ha l’incarico, e aspetta il compenso",
    "funzioni_apri": "i docenti che vogliono una funzione",
    "funzioni_nomina": "chi ha chiesto una funzione",
    "funzioni_dichiara": "chi ha chiesto una funzione, e gli altri componenti",
    "funzioni_esamina": "chi ha chiesto una funzione",
    "funzioni_accerta": "chi ha chiesto una funzione",
    "funzioni_attribuisci": "chi ha chiesto una funzione, e la scuola",
    "funzioni_relazione": "il dirigente e il Collegio",
    "albo_decidi": "chi chiede di entrare nell’albo degli esperti",
    "albo_rinnova": "chi è nell’albo: dal giorno dopo non lo si chiama più",
    "infanzia_forma": "le famiglie che aspettano il posto",
    "infanzia_definitiva": "le famiglie che aspettano il posto",
    "infanzia_scorri": "la famiglia che è prima nella lista di attesa",
    "infanzia_conta": "le famiglie che chiedono l’anticipo",
    "infanzia_ammetti": "le famiglie che chiedono l’anticipo",
}


def chi_ne_risente(contesto: Contesto, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Who suffers from each of these that are late. No query."""
    return {
        scadenza.pk: NE_RISENTE[chiave]
        for scadenza in scadenze
        if (chiave := scadenza.chiave.split(".")[1]) in NE_RISENTE
    }


def descrive(istituto_id: int, scadenze: Sequence[Scadenza]) -> Mapping[int, str]:
    """Their own words are enough."""
    return {}


def riassunto(contesto: Contesto) -> Riassunto | None:
    """The calls that are not over in a line, for who directs. One query."""
    if not contesto.ha(Ruolo.DIRIGENTE):
        return None
    avvisi = elenco(contesto)
    in_corso = len(avvisi.bozze) + len(avvisi.aperti) + len(avvisi.in_attesa)
    if not in_corso:
        return None
    return Riassunto(
        in_corso=in_corso,
        frase=f"{_detti(avvisi)}.",
        indirizzo=reverse("selezioni:elenco", args=[contesto.istituto.slug]),
    )


def _detti(avvisi: Elenco) -> str:
    """``Avvisi di selezione: 2 aperti, 1 scaduto, 3 in bozza``."""
    parti = [
        plurale(len(avvisi.aperti), "aperto", "aperti", ""),
        plurale(len(avvisi.in_attesa), "scaduto", "scaduti", ""),
        plurale(len(avvisi.bozze), "in bozza", "in bozza", ""),
    ]
    return f"Avvisi di selezione: {', '.join(filter(None, parti))}"
