"""The CPIA of the demo on paper: sites, offers, who teaches, who learns and how far each is."""

from dataclasses import dataclass
from datetime import date

from cpia.portale.dimostrazione.piano import Conto
from patto_formativo.enums import Lingua, Percorso

SLUG = "cpia-napoli-provincia-2"
A, P1, P2 = Percorso.ALFABETIZZAZIONE, Percorso.PRIMO_PERIODO, Percorso.SECONDO_PERIODO
SANT_ANASTASIA, POMIGLIANO, RISERVATA = "Sant’Anastasia", "Pomigliano d’Arco", "Casa Arcobaleno"

# Who works there, beside the dirigente and the office.
COORDINATRICE = Conto(
    "coordinatrice@cpiana2.example", "Di Costanzo", "Immacolata", "F",
    "coordinatrice della sede di Sant’Anastasia",
)  # fmt: skip
TUTOR = Conto("tutor@cpiana2.example", "Sorvillo", "Gennaro", "M", "docente e tutor")
DOCENTE = Conto(
    "docente@cpiana2.example", "Scognamiglio", "Teresa", "F", "docente, asse matematico"
)
ADULTA = Conto("naima@cpiana2.example", "Oulhaj", "Naima", "F", "adulta iscritta al primo periodo")
GENITORE = Conto("genitore@cpiana2.example", "Hrytsenko", "Oksana", "F", "madre di un minorenne")
CONTI = (COORDINATRICE, TUTOR, DOCENTE, ADULTA, GENITORE)


@dataclass(frozen=True)
class Adulto:
    """A person of the demo: from whom an application comes and how far the path goes.

    ``fino_a`` is one of ``domanda``, ``accolta``, ``iscritto``, ``accoglienza``, ``dossier``,
    ``bozza``, ``proposto``, ``approvato``, ``in_corso``, ``rischio``, ``silenzio``.
    """

    cognome: str
    nome: str
    sesso: str
    nascita: date
    paese: str
    percorso: Percorso
    sede: str
    lingua: Lingua
    fino_a: str
    email: str = ""


IT, EN, FR, AR, UK = Lingua.ITALIANO, Lingua.INGLESE, Lingua.FRANCESE, Lingua.ARABO, Lingua.UCRAINO
ADULTI = (
    Adulto("Oulhaj", "Naima", "F", date(1989, 3, 14), "Marocco", P1, SANT_ANASTASIA, AR,
           "approvato", ADULTA.email),
    Adulto("Traoré", "Mamadou Lamine", "M", date(1998, 1, 9), "Mali", A, SANT_ANASTASIA, FR,
           "in_corso"),
    Adulto("Ponticelli", "Salvatore", "M", date(1971, 11, 2), "", P1, SANT_ANASTASIA, IT,
           "rischio"),
    Adulto("Kovalenko", "Iryna", "F", date(1984, 6, 30), "Ucraina", P1, SANT_ANASTASIA, UK,
           "proposto"),
    Adulto("Perera", "Dilshan", "M", date(1993, 8, 21), "Sri Lanka", P2, SANT_ANASTASIA, EN,
           "dossier"),
    Adulto("Hrytsenko", "Danylo", "M", date(2007, 9, 12), "Ucraina", P1, SANT_ANASTASIA, UK,
           "approvato"),
    Adulto("Buonocore", "Maria Addolorata", "F", date(1965, 2, 5), "", P2, POMIGLIANO, IT,
           "silenzio"),
    Adulto("El Idrissi", "Youssef", "M", date(2001, 12, 1), "Marocco", A, POMIGLIANO, AR,
           "accoglienza"),
    Adulto("Okafor", "Blessing", "F", date(1996, 4, 18), "Nigeria", A, RISERVATA, EN,
           "accoglienza"),
    Adulto("D’Ambrosio", "Pasquale", "M", date(1958, 7, 25), "", P2, SANT_ANASTASIA, IT, "bozza"),
    Adulto("Fernando", "Nimali", "F", date(1990, 10, 10), "Sri Lanka", P1, POMIGLIANO, EN,
           "iscritto"),
    Adulto("Diallo", "Aissatou", "F", date(1999, 5, 3), "Guinea", A, SANT_ANASTASIA, FR, "accolta"),
    Adulto("Petrenko", "Oleh", "M", date(1979, 3, 3), "Ucraina", P1, SANT_ANASTASIA, UK, "domanda"),
)  # fmt: skip
