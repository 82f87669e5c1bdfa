"""The tools of the office on one page: each for the roles that may open it."""

from dataclasses import dataclass

from django.urls import reverse

from cpia.scuola.access import SEGRETERIA, Contesto
from cpia.scuola.enums import Ruolo

UFFICIO = SEGRETERIA | {Ruolo.DIRIGENTE, Ruolo.COLLABORATORE}
IMPORTANO = frozenset({Ruolo.SEGRETERIA_DIDATTICA, Ruolo.DIRIGENTE})
ANNI = IMPORTANO | {Ruolo.COLLABORATORE}
PERSONE = ANNI | {Ruolo.SEGRETERIA_PERSONALE, Ruolo.DSGA}


@dataclass(frozen=True, slots=True)
class Strumento:
    """A page of the office, in one sentence; ``ruoli`` are those that its view lets in."""

    nome: str
    titolo: str
    frase: str
    ruoli: frozenset[str] = UFFICIO


@dataclass(frozen=True, slots=True)
class Gruppo:
    titolo: str
    voci: tuple[tuple[Strumento, str], ...]


STRUMENTI: dict[str, tuple[Strumento, ...]] = {
    "Persone e classi": (
        Strumento(
            "persone", "Persone e incarichi",
            "Chi lavora nella scuola, con quali incarichi; inviti, sostituzioni, revoche.",
            PERSONE,
        ),
        Strumento("classi", "Classi", "Le classi di ogni anno, con studenti e discipline.", ANNI),
        Strumento(
            "importazioni", "Importa",
            "Classi, studenti, docenti e cattedre da un foglio, con anteprima e annullo.",
            IMPORTANO,
        ),
        Strumento(
            "anno", "Anno scolastico",
            "Il passaggio al nuovo anno: classi, esiti, incarichi. Nulla si cancella.",
            ANNI,
        ),
    ),
    "Atti": (
        Strumento(
            "circolari_ufficio", "Circolari",
            "Bozze, pubblicazione, chi ha letto e chi no.",
        ),
        Strumento(
            "pubblicazioni", "Albo online",
            "Che cosa pubblicare, fino a quando; annullamenti e attestazioni.",
        ),
    ),
    "Regole e controllo": (
        Strumento(
            "regolamenti", "Regolamenti",
            "Che cosa dice il regolamento della scuola, articolo per articolo.",
        ),
        Strumento(
            "controllo_regolamenti", "Controllo dei regolamenti",
            "Contraddizioni e valori diversi dalla legge, con le due fonti.",
        ),
        Strumento(
            "registro", "Registro delle operazioni",
            "Chi ha fatto che cosa, quando, in quale ruolo; la catena dei sigilli.",
            frozenset({Ruolo.DIRIGENTE, Ruolo.DSGA}),
        ),
    ),
}  # fmt: skip


def strumenti(contesto: Contesto) -> list[Gruppo]:
    """What this person may open, by group; empty groups are left out."""
    gruppi = [
        Gruppo(
            titolo,
            tuple(
                (voce, reverse(voce.nome, args=[contesto.istituto.slug]))
                for voce in voci
                if contesto.ha(*voce.ruoli)
            ),
        )
        for titolo, voci in STRUMENTI.items()
    ]
    return [gruppo for gruppo in gruppi if gruppo.voci]
