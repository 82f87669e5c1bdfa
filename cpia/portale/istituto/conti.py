"""How much is due in the whole institute: by who owes it, by app, by day. One query for all."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count

from cpia.avvisi import registri
from cpia.avvisi.models import Scadenza
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.parole import con_maiuscola

SETTE_GIORNI = timedelta(days=7)
RITARDO, OGGI, SETTIMANA = "in_ritardo", "oggi", "settimana"
QUANDO = {RITARDO: "in ritardo", OGGI: "oggi", SETTIMANA: "nei prossimi 7 giorni"}
AL_PLURALE = {
    Ruolo.DOCENTE: "docenti",
    Ruolo.COORDINATORE: "coordinatori di classe",
    Ruolo.COORDINATORE_SEDE: "coordinatori di sede",
    Ruolo.COLLABORATORE: "collaboratori del dirigente",
    Ruolo.DSGA: "DSGA",
    Ruolo.VERBALIZZANTE: "segretari verbalizzanti",
    Ruolo.COMPONENTE: "componenti di organi",
    Ruolo.PRESIDENTE: "presidenti di organi",
    Ruolo.COMMISSIONE: "componenti di commissioni",
    Ruolo.STUDENTE: "studenti",
    Ruolo.RESPONSABILE: "genitori e responsabili",
    Ruolo.CANDIDATO: "candidati esterni",
}
PERSONALI = "personali"
SINGOLI = "Singole persone"


@dataclass(frozen=True)
class Gruppo:
    """So many deadlines of one app, of one role, on one day."""

    app: str
    ruolo: str
    giorno: date
    quante: int


@dataclass(frozen=True)
class Riga:
    """One line of a table: late, today, in the next seven days; ``domanda`` opens its list."""

    chiave: str
    nome: str
    conti: Counter[str]
    domanda: str

    @property
    def celle(self) -> Iterator[tuple[str, int, str]]:
        """When, how many, the list that the figure opens."""
        for quando in QUANDO:
            yield quando, self.conti[quando], f"{self.domanda}&quando={quando}"


def leggi(contesto: Contesto) -> list[Gruppo]:
    """What is open in the institute; of reserved apps the dirigente alone has the numbers."""
    aperte = Scadenza.objects.filter(istituto=contesto.istituto, chiusa_il__isnull=True)
    if not contesto.ha(Ruolo.DIRIGENTE):
        aperte = aperte.exclude(app__in=registri.riservate)
    contate = aperte.values_list("app", "ruolo", "entro_il").annotate(quante=Count("pk"))
    return [Gruppo(*gruppo) for gruppo in contate.order_by("entro_il", "app", "ruolo")]


def quando(giorno: date, oggi: date) -> str:
    """Late, today, within seven days; empty for later."""
    if giorno < oggi:
        return RITARDO
    if giorno == oggi:
        return OGGI
    return SETTIMANA if giorno <= oggi + SETTE_GIORNI else ""


def nome_di(ruolo: str) -> str:
    """Who owes it, in the plural and with a capital."""
    if not ruolo:
        return SINGOLI
    return con_maiuscola(AL_PLURALE.get(Ruolo(ruolo), Ruolo(ruolo).label))


def per_chi(gruppi: Iterable[Gruppo], oggi: date) -> list[Riga]:
    """A line for each role that owes something: the latest first, then by name."""
    aperti = [gruppo for gruppo in gruppi if gruppo.app not in registri.riservate]
    contati = _conta(aperti, oggi, lambda gruppo: gruppo.ruolo)
    righe = [
        Riga(ruolo, nome_di(ruolo), conti, f"?chi={ruolo or PERSONALI}")
        for ruolo, conti in contati.items()
        if any(conti[uno] for uno in QUANDO)
    ]
    return sorted(righe, key=lambda riga: (-riga.conti[RITARDO], riga.nome))


def per_app(gruppi: Iterable[Gruppo], oggi: date) -> dict[str, Counter[str]]:
    """The same figures for each app."""
    return _conta(gruppi, oggi, lambda gruppo: gruppo.app)


def totali(gruppi: Iterable[Gruppo], oggi: date) -> Riga:
    """The three big figures."""
    aperti = [gruppo for gruppo in gruppi if gruppo.app not in registri.riservate]
    conti = _conta(aperti, oggi, lambda _: "").get("", Counter())
    return Riga("", "", conti, "?")


def _conta(
    gruppi: Iterable[Gruppo], oggi: date, chiave: Callable[[Gruppo], str]
) -> dict[str, Counter[str]]:
    contati: dict[str, Counter[str]] = defaultdict(Counter)
    for gruppo in gruppi:
        contati[chiave(gruppo)][quando(gruppo.giorno, oggi)] += gruppo.quante
    return contati
