"""Invented persons, always the same ones for the same seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from cpia.scuola.rules import calcola_codice_fiscale

COGNOMI = [
    "Agazzi", "Belotti", "Bonardi", "Cadei", "Cominelli", "Danesi", "Dhillon", "El-Amrani",
    "Faccoli", "Ferrante", "Gatti", "Ghitti", "Hoxha", "Inselvini", "Lancini", "Manenti",
    "Marchina", "Ndiaye", "Orizio", "Pezzotti", "Quarantini", "Romele", "Sbardellati", "Turla",
    "Vescovi", "Zanardini", "Archetti", "Barbieri", "Bettoni", "Bracchi", "Buizza", "Consoli",
    "Delbarba", "Ferrari", "Fenaroli", "Gheza", "Gozzini", "Ioriatti", "Kaur", "Lazzaroni",
    "Loda", "Martinelli", "Mazzucchelli", "Mensi", "Metelli", "Mingotti", "Nodari", "Omodei",
    "Paderni", "Pasinelli", "Pedretti", "Pelizzari", "Piantoni", "Plebani", "Ragnoli", "Recenti",
    "Rinaldi", "Rizzini", "Salvalai", "Serina", "Sguaizer", "Singh", "Soardi", "Stefini",
    "Tengattini", "Tomasoni", "Uberti", "Valotti", "Venturelli", "Vezzoli", "Volpi", "Zani",
    "Zatti", "Zerbini", "Zubani", "Abeni", "Bianchetti", "Camossi", "D’Angelo", "De-Rosa",
    "Di-Gregorio", "Osei-Bonsu", "Hernández", "Popescu", "Shehu", "Cissé", "Moranduzzo",
    "Castellazzi-Brambilla",
]  # fmt: skip
NOMI_F = [
    "Giada", "Martina", "Sofia", "Yasmine", "Ludovica", "Beatrice", "Klea", "Aurora", "Chiara",
    "Camilla", "Elisa", "Greta", "Emma", "Gaia", "Alice", "Anna", "Benedetta", "Caterina",
    "Diletta", "Eleonora", "Francesca", "Ginevra", "Harpreet", "Ilaria", "Khadija", "Letizia",
    "Maria-Vittoria", "Noemi", "Ottavia", "Rebecca", "Sara", "Valentina", "Zoe", "Marta", "Irene",
]  # fmt: skip
NOMI_M = [
    "Tommaso", "Ettore", "Luca", "Nicolò", "Davide", "Marco", "Pietro", "Moussa", "Andrea",
    "Jacopo", "Matteo", "Alessandro", "Brando", "Christian", "Diego", "Edoardo", "Federico",
    "Gabriele", "Ibra", "Leonardo", "Lorenzo", "Mattia", "Nicola", "Omar", "Paolo", "Riccardo",
    "Samuele", "Simone", "Thomas", "Umberto", "Vittorio", "Giovanni-Maria", "Ali", "Enea",
    "Dario",
]  # fmt: skip
# Town, province, land-registry code: facts of the official list. Provincia EE: born abroad.
LUOGHI = (
    ("Iseo", "BS", "E333"),
    ("Brescia", "BS", "B157"),
    ("Chiari", "BS", "C618"),
    ("Lovere", "BG", "E704"),
    ("Bergamo", "BG", "A794"),
    ("Milano", "MI", "F205"),
    ("Napoli", "NA", "F839"),
    ("Dakar (Senegal)", "EE", "Z343"),
    ("Tirana (Albania)", "EE", "Z100"),
    ("Ludhiana (India)", "EE", "Z222"),
    ("Casablanca (Marocco)", "EE", "Z330"),
)


@dataclass(frozen=True, slots=True)
class Anagrafe:
    """An invented person with a codice fiscale that checks."""

    cognome: str
    nome: str
    sesso: str
    nascita: date
    luogo: str
    provincia: str
    codice_fiscale: str


def persone(caso: random.Random, dal: date, al: date) -> Iterator[Anagrafe]:
    """Invented persons born between two days, without end and without a namesake."""
    usati: set[tuple[str, str]] = set()
    giorni = (al - dal).days
    while True:
        sesso = caso.choice("FM")
        cognome = caso.choice(COGNOMI).replace("-", " ")
        nome = caso.choice(NOMI_F if sesso == "F" else NOMI_M).replace("-", " ")
        if (cognome, nome) in usati:
            continue
        usati.add((cognome, nome))
        yield anagrafe(caso, cognome, nome, sesso, dal + timedelta(days=caso.randrange(giorni)))


def anagrafe(caso: random.Random, cognome: str, nome: str, sesso: str, nascita: date) -> Anagrafe:
    """A person of this name, born somewhere."""
    luogo, provincia, catasto = caso.choice(LUOGHI)
    return Anagrafe(
        cognome,
        nome,
        sesso,
        nascita,
        luogo,
        provincia,
        calcola_codice_fiscale(cognome, nome, nascita, sesso, catasto),
    )
