"""A campaign of last year as the draft of the next one: its words, its days, its pairs."""

from collections.abc import Collection, Iterable
from datetime import date

Coppia = tuple[int, int, int]


def titolo_nuovo(titolo: str, inizio: int) -> str:
    """The title with the next school year in the place of the one that began in ``inizio``.

    «2023/24», «2023/2024» and «2023-24» are recognised; a title without a year takes the new one
    at its end.
    """
    for vecchio, nuovo in zip(_scritture(inizio), _scritture(inizio + 1), strict=True):
        if vecchio in titolo:
            return titolo.replace(vecchio, nuovo)
    return f"{titolo} {_scritture(inizio + 1)[-1]}"


def _scritture(inizio: int) -> tuple[str, ...]:
    fine = inizio + 1
    breve = f"{fine % 100:02d}"
    return f"{inizio}/{fine}", f"{inizio}-{fine}", f"{inizio}-{breve}", f"{inizio}/{breve}"


def giorno_nuovo(giorno: date) -> date:
    """The same day a year later; 29 February becomes the 28th."""
    try:
        return giorno.replace(year=giorno.year + 1)
    except ValueError:
        return giorno.replace(year=giorno.year + 1, day=28)


def coppie_che_restano(
    coppie: Iterable[Coppia], insegnate: Collection[tuple[int, int]]
) -> list[Coppia]:
    """The pairs (course, subject, competence) whose subject is still taught in the course.

    ``insegnate`` are the pairs (course, subject) of the new classes. A course of which nothing is
    known yet keeps them all: its subjects will come, and the office can still correct.
    """
    corsi = {corso for corso, _ in insegnate}
    return [
        (corso, disciplina, competenza)
        for corso, disciplina, competenza in coppie
        if corso not in corsi or (corso, disciplina) in insegnate
    ]
