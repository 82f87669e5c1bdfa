"""One class out of millions of ratings: everything the means need, in one scan."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from competenze.enums import Livello
from competenze.queries.classe import Classe
from competenze.rules.media import Riepilogo

# Student, competence, language ("" where the competence is not assessed language by language).
Chiave = tuple[int, int, str]

# The unique index (inserimento, iscrizione, competenza) INCLUDE (livello, istituto) answers by
# itself, policy of row-level security included, so the table is never touched; the two groupings
# come out of the same scan. What makes it fast, measured:
# - one integer counts the five kinds of level, six bits each (no cell has 64 subjects): a single
#   sum instead of count, sum, min and max;
# - the expected pairs (entry, student) are one array of bigints, looked up by hash. Who left the
#   class, or no longer belongs to the group of the subject, is not among them and does not count;
# - arrays travel as literals: a list of parameters costs more to parse than the query to run.
# A language is assessed by its own entries, so there the entry is what tells the rows apart.
CONTEGGI = """
SELECT iscrizione_id, competenza_id,
    CASE WHEN competenza_id = ANY (%(per_lingua)s::bigint[]) THEN inserimento_id END AS di_lingua,
    inserimento_id,
    sum(CASE livello
        WHEN 'A' THEN 1 WHEN 'B' THEN 64 WHEN 'C' THEN 4096 WHEN 'D' THEN 262144 ELSE 16777216
    END),
    count(*)
FROM competenze_valutazione
WHERE inserimento_id = ANY (%(inserimenti)s::bigint[])
    AND livello <> ''
    AND (inserimento_id << 32 | iscrizione_id) = ANY (%(attese)s::bigint[])
GROUP BY GROUPING SETS ((iscrizione_id, competenza_id, di_lingua), (inserimento_id))
"""
_CIFRE = (Livello.A, Livello.B, Livello.C, Livello.D, Livello.NV)
_BIT = 6
NESSUNA = Riepilogo(numero=0, somma=0)


@dataclass(frozen=True, slots=True)
class Conteggi:
    """What was entered in a class: by cell, and how many cells of each entry are filled."""

    riepiloghi: Mapping[Chiave, Riepilogo]
    fatte: Mapping[int, int]

    def di(self, chiave: Chiave) -> Riepilogo:
        """The assessments of a cell, none included."""
        return self.riepiloghi.get(chiave, NESSUNA)


def conteggi(classe: Classe) -> Conteggi:
    """Count the assessments of a class. One query, whatever is in the other classes."""
    lingue = {i.pk: i.cattedra.disciplina.lingua for i in classe.inserimenti}
    impaccati: dict[Chiave, int] = defaultdict(int)
    fatte = {}
    with connection.cursor() as cursor:
        cursor.execute(CONTEGGI, parametri(classe))
        for iscrizione, competenza, di_lingua, inserimento, impaccato, quante in cursor:
            if iscrizione is None:
                fatte[inserimento] = quante
            else:
                impaccati[iscrizione, competenza, lingue.get(di_lingua, "")] += impaccato
    return Conteggi({chiave: _riepilogo(quanti) for chiave, quanti in impaccati.items()}, fatte)


def parametri(classe: Classe) -> dict[str, str]:
    """The values that CONTEGGI is asked with."""
    attese = (
        inserimento.pk << 32 | iscrizione.pk
        for inserimento in classe.inserimenti
        for iscrizione in classe.studenti_di(inserimento)
    )
    return {
        "attese": _array(attese),
        "inserimenti": _array(inserimento.pk for inserimento in classe.inserimenti),
        "per_lingua": _array(c.pk for c in classe.competenze if c.per_lingua),
    }


def _array(numeri: Iterable[int]) -> str:
    return "{" + ",".join(map(str, numeri)) + "}"


@lru_cache(maxsize=4096)
def _riepilogo(impaccato: int) -> Riepilogo:
    quanti = {
        livello: impaccato >> posto * _BIT & (1 << _BIT) - 1 for posto, livello in enumerate(_CIFRE)
    }
    return Riepilogo.di(livello for livello, volte in quanti.items() for _ in range(volte))
