"""Writes the persons of an import: teachers, students with enrolment and groups, adults."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from cpia.scuola.importazione.rules.gruppi import PianoGruppo
from cpia.scuola.importazione.rules.iscrizioni import PianoIscrizione
from cpia.scuola.importazione.rules.persone import PianoPersona
from cpia.scuola.importazione.rules.responsabili import PianoResponsabile
from cpia.scuola.importazione.rules.studenti import PianoStudente
from cpia.scuola.models import (
    Appartenenza,
    Gruppo,
    Importazione,
    Iscrizione,
    Persona,
    Responsabilita,
)
from cpia.scuola.services.diario import Diario


class Persone:
    """The ids of the persons of the plans, after writing them."""

    def __init__(
        self, diario: Diario, importazione: Importazione, piani: Iterable[PianoPersona]
    ) -> None:
        nuovi: dict[tuple[Any, ...], dict[str, Any]] = {}
        cambiati: dict[int, dict[str, Any]] = {}
        for piano in piani:
            if piano.id is None:
                # Rows that speak of one new person complete each other; the first one prevails.
                nuovi[piano.chiave] = dict(piano.campi) | nuovi.get(piano.chiave, {})
            elif piano.campi:
                cambiati[piano.id] = dict(piano.campi) | cambiati.get(piano.id, {})
        self._nate = {
            chiave: Persona(istituto_id=importazione.istituto_id, **campi)
            for chiave, campi in nuovi.items()
        }
        diario.crea(list(self._nate.values()))
        diario.cambia(Persona, cambiati)

    def id_di(self, piano: PianoPersona) -> int:
        return piano.id or self._nate[piano.chiave].pk


def scrivi_docenti(
    diario: Diario, importazione: Importazione, piani: Sequence[PianoPersona]
) -> None:
    """Insert and change the persons."""
    Persone(diario, importazione, piani)


def scrivi_studenti(
    diario: Diario, importazione: Importazione, piani: Sequence[PianoStudente]
) -> None:
    """Persons, enrolments, groups and the adults who answer for the students."""
    adulti = [adulto.persona for piano in piani for adulto in piano.responsabili]
    persone = Persone(diario, importazione, [piano.persona for piano in piani] + adulti)
    _scrivi_responsabili(diario, importazione, piani, persone)
    iscrizioni = _scrivi_iscrizioni(diario, importazione, piani, persone)
    gruppi = _scrivi_gruppi(diario, importazione, [p.iscrizione for p in piani])
    _scrivi_appartenenze(diario, importazione, iscrizioni, gruppi)


def studenti_attesi(piani: Sequence[PianoStudente]) -> int:
    """How many rows these plans are going to write, more or less."""
    return sum(
        2 + 2 * len(piano.responsabili) + len(piano.iscrizione.gruppi.entra) for piano in piani
    )


def _scrivi_responsabili(
    diario: Diario,
    importazione: Importazione,
    piani: Sequence[PianoStudente],
    persone: Persone,
) -> None:
    legami: dict[tuple[int, int], PianoResponsabile] = {
        (persone.id_di(piano.persona), persone.id_di(adulto.persona)): adulto
        for piano in piani
        for adulto in piano.responsabili
    }
    diario.crea(
        [
            Responsabilita(
                istituto_id=importazione.istituto_id,
                studente_id=studente,
                adulto_id=adulto,
                legame=piano.legame,
                dal=date(importazione.anno_scolastico.inizio, 9, 1),
            )
            for (studente, adulto), piano in legami.items()
            if piano.nuovo
        ]
    )
    cambiati = {chi: p for chi, p in legami.items() if not p.nuovo and p.legame != p.legame_prima}
    righe = Responsabilita.objects.filter(
        istituto_id=importazione.istituto_id, studente_id__in=[s for s, _ in cambiati]
    )
    diario.cambia(
        Responsabilita,
        {
            riga.pk: {"legame": cambiati[riga.studente_id, riga.adulto_id].legame}
            for riga in righe
            if (riga.studente_id, riga.adulto_id) in cambiati
        },
    )


def _scrivi_iscrizioni(
    diario: Diario,
    importazione: Importazione,
    piani: Sequence[PianoStudente],
    persone: Persone,
) -> list[tuple[int, PianoIscrizione]]:
    """Close, move and open enrolments; the id of each with its plan."""
    cambiate: dict[int, dict[str, Any]] = {}
    nuove: dict[int, Iscrizione] = {}
    for posto, piano in enumerate(piani):
        iscrizione = piano.iscrizione
        if iscrizione.chiudi is not None:
            cambiate[iscrizione.chiudi] = {"al": iscrizione.chiusa_il}
        if iscrizione.id is None:
            nuove[posto] = Iscrizione(
                istituto_id=importazione.istituto_id,
                persona_id=persone.id_di(piano.persona),
                classe_id=iscrizione.classe_id,
                dal=iscrizione.dal,
            )
        elif iscrizione.sposta:
            cambiate[iscrizione.id] = {"classe_id": iscrizione.classe_id, "dal": iscrizione.dal}
        else:
            cambiate[iscrizione.id] = {"dal": iscrizione.dal}
    diario.cambia(Iscrizione, cambiate)
    diario.crea(list(nuove.values()))
    return [
        (piano.iscrizione.id or nuove[posto].pk, piano.iscrizione)
        for posto, piano in enumerate(piani)
    ]


def _scrivi_gruppi(
    diario: Diario, importazione: Importazione, iscrizioni: Iterable[PianoIscrizione]
) -> dict[tuple[int, str], Gruppo]:
    """The groups that the classes did not have, by class and name."""
    nuovi = {
        (iscrizione.classe_id, gruppo.nome): Gruppo(
            istituto_id=importazione.istituto_id,
            classe_id=iscrizione.classe_id,
            tipo=gruppo.tipo,
            nome=gruppo.nome,
        )
        for iscrizione in iscrizioni
        for gruppo in iscrizione.gruppi.entra
        if gruppo.id is None
    }
    diario.crea(list(nuovi.values()))
    return nuovi


def _scrivi_appartenenze(
    diario: Diario,
    importazione: Importazione,
    iscrizioni: Iterable[tuple[int, PianoIscrizione]],
    nati: dict[tuple[int, str], Gruppo],
) -> None:
    uscite: set[tuple[int, int]] = set()
    entrate: list[Appartenenza] = []

    def id_di(piano: PianoIscrizione, gruppo: PianoGruppo) -> int:
        return gruppo.id or nati[piano.classe_id, gruppo.nome].pk

    for pk, piano in iscrizioni:
        uscite |= {(pk, gruppo) for gruppo in piano.gruppi.esce}
        entrate += [
            Appartenenza(
                istituto_id=importazione.istituto_id, iscrizione_id=pk, gruppo_id=id_di(piano, g)
            )
            for g in piano.gruppi.entra
        ]
    righe = Appartenenza.objects.filter(iscrizione_id__in=[pk for pk, _ in uscite])
    tolte = [r.pk for r in righe if (r.iscrizione_id, r.gruppo_id) in uscite]
    diario.togli(Appartenenza, tolte)
    diario.crea(entrate)
