"""The key of a competence assessed language by language: ``multilinguistica:inglese``.

DM 14/2024: the level of the multilingual competence is stated for every language studied.
"""

SEPARATORE = ":"


def chiave(competenza: str, lingua: str = "") -> str:
    """The key of a column: the code alone, or the code and the language.

    Raises ValueError when a part is missing or holds the separator itself.
    """
    parti = [competenza, lingua] if lingua else [competenza]
    if not competenza or any(SEPARATORE in parte for parte in parti):
        raise ValueError(f"chiave di competenza non valida: {competenza!r}, {lingua!r}")
    return SEPARATORE.join(parti)


def scomponi(chiave_competenza: str) -> tuple[str, str]:
    """Code and language (empty where there is none) of a key."""
    competenza, _, lingua = chiave_competenza.partition(SEPARATORE)
    return competenza, lingua
