"""What the public pages of an institute tell, read with a fixed number of queries."""

import re
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cpia.atti.albo.queries.pubblico import Filtro, elenco, in_corso
from cpia.atti.models import Pubblicazione
from cpia.avvisi.models import Circolare
from cpia.norme.queries import parametri
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Istituto, Persona, Sede
from cpia.scuola.queries import persone_con_ruolo

NON_INDICATO = "non indicato"
DICHIARAZIONI = "https://form.agid.gov.it/view/"
CODICE = re.compile(r"[A-Za-z0-9-]{1,80}")
ULTIMI = 5


@dataclass(frozen=True)
class Recapiti:
    """Who watches over the personal data, and the declaration of accessibility: "" when unknown."""

    rpd: str
    rpd_recapiti: str
    dichiarazione: str


def recapiti(istituto_id: int, oggi: date) -> Recapiti:
    """What the regulations of the institute say today. One query."""
    valori = {k: v.come(str) for k, v in parametri(istituto_id, "sito.", oggi).items()}
    noti = {k: "" if v == NON_INDICATO else v for k, v in valori.items()}
    codice = noti["sito.dichiarazione_accessibilita"].removeprefix(DICHIARAZIONI).strip("/")
    return Recapiti(
        rpd=noti["sito.rpd"],
        rpd_recapiti=noti["sito.rpd_recapiti"],
        dichiarazione=f"{DICHIARAZIONI}{codice}" if CODICE.fullmatch(codice) else "",
    )


def sedi(istituto: Istituto) -> QuerySet[Sede]:
    """The sites of an institute, but those that only the office and the tutor know."""
    return Sede.objects.filter(istituto=istituto, riservata=False)


def ultimi_atti(istituto: Istituto, oggi: date) -> list[Pubblicazione]:
    """The latest acts in publication. Three queries."""
    return list(in_corso(elenco(istituto.pk, oggi, Filtro()), oggi)[:ULTIMI])


def ultime_circolari(istituto: Istituto, oggi: date) -> QuerySet[Circolare]:
    """The latest circulars that are also for the site."""
    return Circolare.objects.filter(
        istituto=istituto, pubblica=True, pubblicata_il__date__lte=oggi, annullata_il__isnull=True
    ).order_by("-pubblicata_il")[:ULTIMI]


def chi_riceve(istituto: Istituto, oggi: date) -> list[Persona]:
    """Who in the office reads what the public reports: the front desk, else the didattica."""
    for ruolo in (Ruolo.SEGRETERIA_PROTOCOLLO, Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DSGA):
        trovati = list(persone_con_ruolo(istituto.pk, ruolo, oggi).distinct())
        if trovati:
            return trovati
    return []
