"""What is searched, read as PostgreSQL reads the texts it is compared with."""

from dataclasses import dataclass

from django.db import connection

LETTERE_MINIME = 2
LUNGHEZZA_MASSIMA = 100
PAROLE_MASSIME = 8
# The stemmer takes «circolare» for a verb and «circolari» not: a word has the stems of all the
# endings that its gender and number may give it.
PAROLE_E_RADICI = """
SELECT parola, CASE WHEN to_tsvector('italiano', parola) = '' THEN '' ELSE array_to_string(
    tsvector_to_array(to_tsvector('italiano', parola || regexp_replace(
        parola, '^(.{3,})[aeio]$', ' \\1a \\1e \\1i \\1o'
    ))), ' ') END
FROM unnest(string_to_array(testo_piano(%s), ' ')) WITH ORDINALITY AS t(parola, posto)
WHERE parola <> '' ORDER BY posto LIMIT %s
"""


@dataclass(frozen=True, slots=True)
class Domanda:
    """The words of a question, flat, each with its Italian stems (none for «di», «della»…)."""

    scritta: str
    parole: tuple[str, ...]
    radici: tuple[str, ...]

    @property
    def piana(self) -> str:
        return " ".join(self.parole)

    @property
    def senza_articoli(self) -> "Domanda":
        """Only the words that mean something, unless none does: «verbale del collegio»."""
        coppie = [(p, r) for p, r in zip(self.parole, self.radici, strict=True) if r]
        if not coppie:
            return self
        parole, radici = zip(*coppie, strict=True)
        return Domanda(self.scritta, parole, radici)

    @property
    def alla_lettera(self) -> "Domanda":
        """The same words without stems: names have none."""
        return Domanda(self.scritta, self.parole, ("",) * len(self.parole))


def pulita(testo: str) -> str:
    """What was typed, on one line and no longer than a question is."""
    stampabile = "".join(c if c.isprintable() else " " for c in testo)
    return " ".join(stampabile.split())[:LUNGHEZZA_MASSIMA]


def leggi(testo: str) -> Domanda | None:
    """The question, or None when there are not two letters or digits to look for. One query."""
    scritta = pulita(testo)
    if len(scritta) < LETTERE_MINIME:
        return None
    with connection.cursor() as cursor:
        cursor.execute(PAROLE_E_RADICI, [scritta, PAROLE_MASSIME])
        righe = cursor.fetchall()
    if sum(len(parola) for parola, _ in righe) < LETTERE_MINIME:
        return None
    parole, radici = zip(*righe, strict=True)
    return Domanda(scritta, parole, radici)
