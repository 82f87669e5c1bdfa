"""The first articles of a call: the work, what it pays, who may apply."""

from typing import Final

from cpia.atti.rules import data_estesa
from cpia.scuola.models import Istituto
from cpia.scuola.parole import intero
from selezioni_pon.documents.articoli import (
    Articolo,
    Punto,
    dai_requisiti,
    dati,
    paragrafi,
)
from selezioni_pon.documents.parole import citata
from selezioni_pon.enums import OrdineAvvisi
from selezioni_pon.rules.avviso import Bando
from selezioni_pon.rules.cifre import in_cifre
from selezioni_pon.rules.fonti import COLLABORAZIONI, regolamento
from selezioni_pon.rules.regole import RegoleSelezioni
from selezioni_pon.rules.requisiti_detti import requisiti_detti

DURATA: Final = f"{COLLABORAZIONI} lett. d"
DICHIARAZIONI: Final = "D.P.R. 445/2000, artt. 46, 47, 75 e 76"


def incarico(bando: Bando, luogo: str) -> Articolo:
    """The project and the work that is looked for."""
    progetto = bando.progetto
    return Articolo(
        "Progetto e incarico",
        dati=dati(
            ("Progetto", progetto.titolo),
            ("Codice del progetto", progetto.codice),
            ("CUP", progetto.cup),
            ("CIG", progetto.cig),
            ("Ruolo", bando.ruolo),
            ("Ordine scolastico", bando.ordine_scolastico),
            ("Posti", intero(bando.posti)),
            ("Ore per ciascun incarico", in_cifre(bando.ore)),
            ("Durata", _durata(bando)),
            ("Luogo", luogo),
        ),
        testi=dati(
            ("Finalità", progetto.finalita),
            ("Attività", progetto.attivita),
            ("Prodotti finali", progetto.prodotti),
        ),
    )


def _durata(bando: Bando) -> str:
    if bando.dal is None or bando.al is None:
        return ""
    return f"{data_estesa(bando.dal)} – {data_estesa(bando.al)}, ultimo giorno compreso"


def compenso(bando: Bando, istituto: Istituto) -> Articolo:
    """What an hour pays, gross, and how."""
    fonte = citata(f"{regolamento('art. 4 c. 4')}; {DURATA}", istituto)
    pagamento = dati(
        ("Ogni quanto si paga", bando.pagamento),
        ("Trattamento fiscale e previdenziale", bando.trattamento),
        ("Sospensioni della prestazione", bando.sospensioni),
    )
    return Articolo("Compenso", dati=pagamento, paragrafi=(Punto(_compenso(bando), fonte),))


def _compenso(bando: Bando) -> str:
    offerto = bando.compenso
    if offerto is None:
        return ""
    if offerto.fisso:
        return f"Il compenso di un’ora è {offerto.detto}, al lordo."
    return (
        f"Chi si candida scrive quanto chiede per un’ora, al lordo: {offerto.detto}. Un’offerta "
        "fuori da questa misura non è ammessa."
    )


def requisiti(bando: Bando, regole: RegoleSelezioni, istituto: Istituto) -> Articolo:
    """What is needed to take part, each with its article."""
    chiesti = requisiti_detti(bando.fase, regole.avviso, bando.titoli_di_studio)
    return Articolo(
        "Requisiti di ammissione",
        paragrafi=(
            *_precedenze(regole, istituto),
            *paragrafi("Per partecipare, alla scadenza del termine occorre:"),
        ),
        elenco=dai_requisiti(chiesti, istituto),
        seguono=(
            Punto(
                "I requisiti si dichiarano nella domanda sotto la propria responsabilità: la "
                "scuola li controlla, e chi dichiara il falso decade e ne risponde.",
                DICHIARAZIONI,
            ),
        ),
    )


def _precedenze(regole: RegoleSelezioni, istituto: Istituto) -> tuple[Punto, ...]:
    """Where one call holds all: in which order they come."""
    ordine = regole.avviso.ordine
    if ordine.valore is not OrdineAvvisi.UNICO:
        return ()
    testo = (
        "L’avviso è uno solo per tutti. Vengono prima, nell’ordine: il personale della scuola, il "
        "personale di altre scuole, i dipendenti di altre amministrazioni, gli esterni."
    )
    return (Punto(testo, citata(ordine.fonte, istituto)),)
