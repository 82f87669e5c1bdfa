"""The agreements in force on a day, counted as the Ministry asks for them."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Final

from django.db.models import Q, QuerySet
from django.utils import timezone

from cpia.norme.rules.computo import mesi_dopo
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Sesso
from patto_formativo.enums import Cittadinanza, GenereOfferta
from patto_formativo.models import Versione

# Bands by completed years, from the first to the last included; the last has no end.
FASCE: Final = ((0, 15), (16, 17), (18, 24), (25, 34), (35, 44), (45, 54), (55, 64), (65, None))
COLONNE: Final = (
    "Percorso", "Sede", "Cittadinanza", "Sesso", "Fascia d’età", "Patti in vigore",
)  # fmt: skip
CITTADINANZE: Final = {
    Cittadinanza.ITALIANA.value: "italiana",
    Cittadinanza.UNIONE.value: "Unione europea",
    Cittadinanza.EXTRA.value: "altro Stato",
}
RISERVATE: Final = "sedi riservate"


@dataclass(frozen=True, slots=True, order=True)
class Gruppo:
    """Those who are counted together."""

    percorso: str
    sede: str
    cittadinanza: str
    sesso: str
    fascia: str


@dataclass(frozen=True, slots=True)
class Rapporto:
    """The count of a day: by group, and the sums of each column."""

    al: date
    gruppi: tuple[tuple[Gruppo, int], ...]

    @property
    def totale(self) -> int:
        """All the agreements in force that day."""
        return sum(quanti for _, quanti in self.gruppi)

    @property
    def somme(self) -> list[tuple[str, list[tuple[str, int]]]]:
        """The sums by path, site, citizenship, sex and age."""
        return [
            ("Percorso e periodo", self._per(lambda g: g.percorso)),
            ("Sede", self._per(lambda g: g.sede)),
            ("Cittadinanza", self._per(lambda g: g.cittadinanza)),
            ("Sesso", self._per(lambda g: g.sesso)),
            ("Fascia d’età", self._per(lambda g: g.fascia)),
        ]

    def _per(self, voce: Callable[[Gruppo], str]) -> list[tuple[str, int]]:
        conti: Counter[str] = Counter()
        for gruppo, quanti in self.gruppi:
            conti[voce(gruppo)] += quanti
        return sorted(conti.items())


def rapporto(contesto: Contesto, al: date) -> Rapporto:
    """The agreements in force at the end of a day. One query.

    Reserved sites are one line together: of each nobody but office and tutor knows.
    """
    conti = Counter(_gruppo(versione, al) for versione in _in_vigore(contesto, al))
    return Rapporto(al, tuple(sorted(conti.items())))


def righe(trovato: Rapporto) -> Iterable[Sequence[object]]:
    """The rows of the file: one a group, with its count."""
    for g, quanti in trovato.gruppi:
        yield (g.percorso, g.sede, g.cittadinanza, g.sesso, g.fascia, quanti)


def _in_vigore(contesto: Contesto, al: date) -> QuerySet[Versione]:
    fine = timezone.make_aware(datetime.combine(al, time.max))
    ancora = Q(chiusa_il__isnull=True) | Q(chiusa_il__gt=fine)
    return Versione.objects.filter(
        ancora, istituto=contesto.istituto, sottoscritta_il__lte=fine
    ).select_related(
        "patto__corsista__persona", "patto__corsista__offerta__sede", "patto__corsista__domanda"
    )


def _gruppo(versione: Versione, al: date) -> Gruppo:
    corsista = versione.patto.corsista
    sede = corsista.offerta.sede
    sesso = corsista.persona.sesso
    return Gruppo(
        percorso=GenereOfferta(corsista.offerta.genere).etichetta,
        sede=RISERVATE if sede.riservata else sede.nome,
        cittadinanza=CITTADINANZE[corsista.domanda.cittadinanza],
        sesso=Sesso(sesso).label if sesso else "non indicato",
        fascia=fascia(corsista.persona.data_nascita, al),
    )


def fascia(nascita: date | None, al: date) -> str:
    """The band of somebody by the years completed on a day: ``18-24``, ``65 e oltre``."""
    if nascita is None:
        return "non indicata"
    anni = eta(nascita, al)
    da, a = next((da, a) for da, a in FASCE if a is None or anni <= a)
    if a is None:
        return f"{da} e oltre"
    return f"{da}-{a}"


def eta(nascita: date, al: date) -> int:
    """Years completed on a day; the birthday of a leap day falls as the code counts it."""
    anni = al.year - nascita.year
    return anni if mesi_dopo(nascita, 12 * anni) <= al else anni - 1
