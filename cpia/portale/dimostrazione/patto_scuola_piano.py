"""What the CPIA of the demo offers on paper: courses, hours by competence, learning units."""

from dataclasses import dataclass
from datetime import time

from cpia.portale.dimostrazione.patto_piano import (
    P1,
    P2,
    POMIGLIANO,
    RISERVATA,
    SANT_ANASTASIA,
    A,
)
from patto_formativo.enums import Fascia, GenereOfferta, Percorso

ESTREMI = "delibera n. 12 del Collegio dei docenti, 11 settembre 2023"
AULA_VIRTUALE = "aula virtuale del CPIA"
G, M, S = "lunedì, mercoledì e giovedì", "martedì e venerdì", "martedì, giovedì e venerdì"


@dataclass(frozen=True)
class Corso:
    """A course at a site: what, where, when."""

    genere: str
    sede: str
    fascia: Fascia
    giorni: str
    orario: tuple[int, int]
    aula: str
    livello: str = ""
    titolo: str = ""


OFFERTE = (
    Corso(A, SANT_ANASTASIA, Fascia.MATTINA, M, (9, 12), "aula 2", "A1"),
    Corso(A, SANT_ANASTASIA, Fascia.SERA, M, (18, 21), "aula 2", "A2"),
    Corso(A, POMIGLIANO, Fascia.POMERIGGIO, S, (15, 17), "aula 1", "A1"),
    Corso(A, RISERVATA, Fascia.MATTINA, M, (10, 12), "sala comune", "A1"),
    Corso(P1, SANT_ANASTASIA, Fascia.SERA, G, (17, 20), "aula 4"),
    Corso(P1, POMIGLIANO, Fascia.POMERIGGIO, S, (15, 19), "aula 3"),
    Corso(P2, SANT_ANASTASIA, Fascia.SERA, "dal lunedì al venerdì", (17, 21), "aula 5"),
    Corso(P2, POMIGLIANO, Fascia.SERA, "dal lunedì al venerdì", (17, 21), "aula 2"),
    Corso(GenereOfferta.AMPLIAMENTO, SANT_ANASTASIA, Fascia.POMERIGGIO, "sabato", (15, 17),
          "laboratorio", titolo="Il computer per i servizi di ogni giorno"),
)  # fmt: skip

QUADRI: dict[tuple[Percorso, str], dict[str, int]] = {
    (A, "A1"): {"ascolto": 20, "lettura": 20, "interazione": 20, "produzione_orale": 20,
                "produzione_scritta": 20},
    (A, "A2"): {"ascolto": 15, "lettura": 15, "interazione": 20, "produzione_orale": 15,
                "produzione_scritta": 15},
    (P1, ""): {"C1": 36, "C2": 36, "C3": 34, "C4": 16, "C5": 16, "C6": 18, "C7": 24, "C8": 18,
               "C9": 18, "C10": 18, "C11": 12, "C12": 18, "C13": 18, "C14": 16, "C15": 16,
               "C16": 16, "C17": 12, "C18": 10, "C19": 10, "C20": 12, "C21": 10, "C22": 12},
    (P2, ""): {"C1": 70, "C2": 66, "C3": 64, "C4": 34, "C5": 54, "C6": 42, "C7": 66, "C8": 55,
               "C9": 44, "C10": 60, "C11": 46, "C12": 46, "C13": 46, "C14": 40, "C15": 29,
               "C16": 30},
}  # fmt: skip


@dataclass(frozen=True)
class Unita:
    """A learning unit: its hours, those at a distance among them, the proof that certifies it."""

    titolo: str
    competenze: tuple[str, ...]
    ore: int
    a_distanza: int
    prova: str


U = Unita
DI_ITALIANO = (
    (("ascolto", "interazione"), "Ascoltare e rispondere", "colloquio"),
    (("lettura", "produzione_scritta"), "Leggere e scrivere moduli e messaggi", "prova scritta"),
    (("produzione_orale",), "Raccontare la propria giornata", "colloquio"),
)
UNITA: dict[tuple[Percorso, str], tuple[Unita, ...]] = {
    (A, "A1"): tuple(
        U(titolo, quali, ore, a_distanza, prova)
        for (quali, titolo, prova), ore, a_distanza in zip(
            DI_ITALIANO, (40, 40, 20), (4, 8, 4), strict=True
        )
    ),
    (A, "A2"): tuple(
        U(f"{titolo}, livello A2", quali, ore, a_distanza, prova)
        for (quali, titolo, prova), ore, a_distanza in zip(
            DI_ITALIANO, (35, 30, 15), (5, 6, 3), strict=True
        )
    ),
    (P1, ""): (
        U("Parlare e ascoltare nella vita di ogni giorno", ("C1",), 36, 0, "colloquio"),
        U("Leggere avvisi, moduli, giornali", ("C2",), 36, 6, "prova scritta"),
        U("Scrivere lettere, moduli, il proprio curriculum", ("C3",), 34, 6, "prova scritta"),
        U("Il patrimonio intorno a noi e le immagini", ("C4", "C6"), 34, 4, "relazione"),
        U("Cercare informazioni in rete", ("C5",), 16, 6, "prova al computer"),
        U("L’inglese per presentarsi e per viaggiare", ("C7",), 24, 4, "prova scritta e orale"),
        U("Il francese di tutti i giorni", ("C8",), 18, 4, "prova scritta e orale"),
        U("Orientarsi nel tempo e nello spazio", ("C9", "C10"), 36, 6, "prova scritta"),
        U("Lavoro, diritti, cittadinanza", ("C11", "C12"), 30, 6, "colloquio"),
        U("Numeri e conti di casa", ("C13",), 18, 4, "prova scritta"),
        U("Figure, misure, mappe", ("C14",), 16, 3, "prova scritta"),
        U("Dati, probabilità, problemi", ("C15", "C16"), 32, 6, "prova scritta"),
        U("Osservare la natura", ("C17", "C18", "C19"), 32, 6, "relazione"),
        U("Tecnologia, energia, ambiente", ("C20", "C21"), 22, 4, "prova pratica"),
        U("I mezzi di comunicazione", ("C22",), 12, 4, "prova al computer"),
    ),
    (P2, ""): (
        U("Ascoltare, discutere, argomentare", ("C1",), 70, 10, "colloquio"),
        U("Leggere e interpretare testi", ("C2",), 66, 12, "prova scritta"),
        U("Scrivere per scopi diversi", ("C3",), 64, 12, "prova scritta"),
        U("Letteratura, arte, cinema", ("C4",), 34, 8, "relazione"),
        U("L’inglese per comunicare", ("C5",), 54, 10, "prova orale"),
        U("Scrivere in inglese", ("C6",), 42, 10, "prova scritta"),
        U("Dal Novecento a oggi", ("C7",), 66, 14, "prova scritta"),
        U("La Costituzione e le regole", ("C8",), 55, 11, "colloquio"),
        U("Economia e territorio", ("C9",), 44, 10, "prova scritta"),
        U("Calcolo aritmetico e algebrico", ("C10",), 60, 10, "prova scritta"),
        U("Geometria del piano", ("C11",), 46, 8, "prova scritta"),
        U("Problemi e modelli", ("C12",), 46, 8, "prova scritta"),
        U("Dati e funzioni", ("C13",), 46, 10, "prova al computer"),
        U("La materia e i viventi", ("C14",), 40, 8, "relazione"),
        U("Energia e trasformazioni", ("C15",), 29, 6, "prova scritta"),
        U("Tecnologia e società", ("C16",), 30, 6, "prova pratica"),
    ),
}  # fmt: skip


def orario(corso: Corso) -> tuple[time, time]:
    """From when to when."""
    return time(corso.orario[0]), time(corso.orario[1])
