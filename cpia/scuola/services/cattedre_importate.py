"""Writes the cattedre of an import, with the subjects born with them and who teaches them."""

from collections.abc import Sequence

from cpia.scuola.enums import Ruolo
from cpia.scuola.importazione.rules.cattedre import PianoCattedra
from cpia.scuola.importazione.rules.testo import chiave
from cpia.scuola.models import Cattedra, Disciplina, Importazione, Incarico
from cpia.scuola.services.diario import Diario

ATTO = "Importazione delle cattedre"


def scrivi_cattedre(
    diario: Diario, importazione: Importazione, piani: Sequence[PianoCattedra]
) -> None:
    """Subjects, cattedre, the teachers' incarichi and those of the coordinators."""
    discipline = _discipline(diario, importazione, piani)
    nuove: dict[tuple[int, int, int | None], Cattedra] = {}
    cattedre: list[tuple[PianoCattedra, Cattedra | None]] = []
    for piano in piani:
        disciplina = piano.disciplina.id or discipline[chiave(piano.disciplina.nome)].pk
        nuova = None
        if piano.id is None:
            nuova = nuove.setdefault(
                (piano.classe_id, disciplina, piano.gruppo_id),
                Cattedra(
                    istituto_id=importazione.istituto_id,
                    classe_id=piano.classe_id,
                    disciplina_id=disciplina,
                    gruppo_id=piano.gruppo_id,
                ),
            )
        cattedre.append((piano, nuova))
    diario.crea(list(nuove.values()))
    _incarichi(diario, importazione, cattedre)


def _discipline(
    diario: Diario, importazione: Importazione, piani: Sequence[PianoCattedra]
) -> dict[str, Disciplina]:
    nuove = {
        chiave(piano.disciplina.nome): Disciplina(
            istituto_id=importazione.istituto_id,
            nome=piano.disciplina.nome,
            lingua=piano.disciplina.lingua,
        )
        for piano in reversed(piani)
        if piano.disciplina.id is None
    }
    diario.crea(list(nuove.values()))
    return nuove


def _incarichi(
    diario: Diario,
    importazione: Importazione,
    cattedre: Sequence[tuple[PianoCattedra, Cattedra | None]],
) -> None:
    docenti = [
        Incarico(
            istituto_id=importazione.istituto_id,
            persona_id=piano.docente_id,
            ruolo=Ruolo.DOCENTE,
            cattedra_id=nuova.pk if nuova else piano.id,
            dal=piano.dal,
            atto=ATTO,
        )
        for piano, nuova in cattedre
        if piano.incarico
    ]
    coordinano = {(p.docente_id, p.classe_id): p for p, _ in reversed(cattedre) if p.coordina}
    coordinatori = [
        Incarico(
            istituto_id=importazione.istituto_id,
            persona_id=docente,
            ruolo=Ruolo.COORDINATORE,
            classe_id=classe,
            dal=piano.dal,
            atto=ATTO,
        )
        for (docente, classe), piano in coordinano.items()
    ]
    diario.crea(docenti + coordinatori)
