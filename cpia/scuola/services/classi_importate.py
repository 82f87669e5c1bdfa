"""Writes the classes of an import, with the courses and sites born with them."""

from collections.abc import Sequence

from cpia.scuola.importazione.rules.classi import PianoClasse
from cpia.scuola.importazione.rules.testo import chiave
from cpia.scuola.models import Classe, Corso, Importazione, Sede
from cpia.scuola.services.diario import Diario


def scrivi_classi(diario: Diario, importazione: Importazione, piani: Sequence[PianoClasse]) -> None:
    """Insert the new classes; move to another site those that the file says are there."""
    corsi, sedi = _corsi(diario, importazione, piani), _sedi(diario, importazione, piani)

    def sede(piano: PianoClasse) -> int:
        return piano.sede.id or sedi[chiave(piano.sede.nome)].pk

    diario.crea(
        [
            Classe(
                istituto_id=importazione.istituto_id,
                anno_scolastico_id=importazione.anno_scolastico_id,
                sede_id=sede(piano),
                corso_id=piano.corso.id or corsi[chiave(piano.corso.sigla)].pk,
                anno_di_corso=piano.anno_di_corso,
                sezione=piano.sezione,
            )
            for piano in piani
            if piano.id is None
        ]
    )
    diario.cambia(Classe, {p.id: {"sede_id": sede(p)} for p in piani if p.id is not None})


def _corsi(
    diario: Diario, importazione: Importazione, piani: Sequence[PianoClasse]
) -> dict[str, Corso]:
    nuovi = {
        chiave(piano.corso.sigla): Corso(
            istituto_id=importazione.istituto_id,
            sigla=piano.corso.sigla,
            nome=piano.corso.nome,
            ordinamento=piano.corso.ordinamento,
        )
        for piano in reversed(piani)
        if piano.corso.id is None
    }
    diario.crea(list(nuovi.values()))
    return nuovi


def _sedi(
    diario: Diario, importazione: Importazione, piani: Sequence[PianoClasse]
) -> dict[str, Sede]:
    nuove = {
        chiave(piano.sede.nome): Sede(istituto_id=importazione.istituto_id, nome=piano.sede.nome)
        for piano in reversed(piani)
        if piano.sede.id is None
    }
    diario.crea(list(nuove.values()))
    return nuove
