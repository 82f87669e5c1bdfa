"""How far the entries are: for the desk, the lists and the state of the institute."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.db import connection

# The cells expected of a subject are its students (all, or those of its group) who are in the
# class on the day of the scrutinio, times the competences that the subject assesses there.
_AVANZAMENTI = """
WITH attese AS (
    SELECT i.id AS inserimento_id, s.id AS iscrizione_id, a.competenza_id
    FROM competenze_inserimento i
    JOIN competenze_classerilevata r ON r.id = i.classe_rilevata_id
    JOIN competenze_rilevazione c ON c.id = r.rilevazione_id
    JOIN scuola_classe k ON k.id = r.classe_id
    JOIN scuola_cattedra t ON t.id = i.cattedra_id
    JOIN scuola_disciplina d ON d.id = t.disciplina_id
    JOIN competenze_abbinamento a
        ON (a.rilevazione_id, a.corso_id, a.disciplina_id) = (c.id, k.corso_id, d.id)
    JOIN competenze_competenza q
        ON q.id = a.competenza_id AND (NOT q.per_lingua OR d.lingua <> '')
    CROSS JOIN LATERAL (
        SELECT coalesce((r.scrutinio_il AT TIME ZONE %(fuso)s)::date, c.inserimento_dal)
    ) AS g (giorno)
    JOIN scuola_iscrizione s
        ON s.classe_id = k.id AND s.dal <= g.giorno AND (s.al IS NULL OR s.al >= g.giorno)
    WHERE i.id = ANY(%(ids)s) AND (
        t.gruppo_id IS NULL OR EXISTS (
            SELECT FROM scuola_appartenenza p
            WHERE (p.gruppo_id, p.iscrizione_id) = (t.gruppo_id, s.id)
        )
    )
)
SELECT inserimento_id, count(*) FILTER (WHERE v.livello <> ''), count(*)
FROM attese LEFT JOIN competenze_valutazione v USING (inserimento_id, iscrizione_id, competenza_id)
GROUP BY inserimento_id
"""


@dataclass(frozen=True, slots=True)
class Avanzamento:
    """Cells done of the cells expected of one subject in one class."""

    fatte: int = 0
    totale: int = 0

    @property
    def mancanti(self) -> int:
        return self.totale - self.fatte

    @property
    def completo(self) -> bool:
        return self.fatte == self.totale


def avanzamenti(inserimenti: Collection[int]) -> dict[int, Avanzamento]:
    """The progress of each of these entries. One query, whatever their number."""
    if not inserimenti:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(_AVANZAMENTI, {"ids": list(inserimenti), "fuso": settings.TIME_ZONE})
        trovati = {riga[0]: Avanzamento(*riga[1:]) for riga in cursor.fetchall()}
    return {pk: trovati.get(pk, Avanzamento()) for pk in inserimenti}
