"""How long a file is kept, and what follows a student who changes school.

Source: Regolamento (UE) 2016/679, art. 5 par. 1 lett. c and e; the parameter
``disciplina.conservazione_anni``; nota 31 luglio 2008, n. 3602 (sanctions follow the student in the
personal file, without data of other persons; an open procedure goes on to its end).
"""

from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.anno import AnnoScolastico, anno_scolastico
from cpia.norme.rules.computo import Termine
from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import data_estesa, plurale
from disciplina.rules.fonti import LIMITAZIONE, NOTA, statuto


@dataclass(frozen=True, slots=True)
class Fascicolo:
    """Where a file stands when a student leaves: closed or not, with what."""

    chiuso: bool
    sanzione_in_vigore: bool
    ricorso_aperto: bool = False


def distruzione(chiuso_il: date, anni: Valore[int]) -> Termine:
    """The 31 August on which a closed file is destroyed."""
    anno = anno_scolastico(chiuso_il)
    fine = AnnoScolastico(anno.inizio + anni.valore).al
    testo = (
        f"Chiuso il {data_estesa(chiuso_il)}, anno scolastico {anno}: si conserva ancora per "
        f"{plurale(anni.valore, 'anno scolastico', 'anni scolastici')} e si distrugge il "
        f"{data_estesa(fine)}."
    )
    return Termine(fine, (Motivo("conservazione", f"{anni.fonte}; {LIMITAZIONE}", testo),))


def contro_distruzione(oggi: date, termine: Termine, fascicolo: Fascicolo) -> list[Violazione]:
    """What is against destroying a file today."""
    if not fascicolo.chiuso or fascicolo.ricorso_aperto:
        testo = "Il fascicolo non è chiuso: si distrugge quando è chiuso e il termine è passato."
        return [Violazione("fascicolo_aperto", testo, LIMITAZIONE)]
    if oggi <= termine.giorno:
        testo = f"Si conserva fino al {data_estesa(termine.giorno)}."
        return [Violazione("termine", testo, termine.perche[0].fonte)]
    return []


def contro_chiusura(oggi: date, fine_ricorso: date | None) -> list[Violazione]:
    """What is against closing a file today: one may still appeal."""
    if fine_ricorso is None or oggi > fine_ricorso:
        return []
    testo = f"Si può ricorrere fino al {data_estesa(fine_ricorso)}: si chiude dopo."
    return [Violazione("ricorso_possibile", testo, statuto("1", 5))]


def con_il_trasferimento(fascicolo: Fascicolo) -> tuple[Motivo, ...]:
    """What goes to the new school, and what does not."""
    motivi = []
    if fascicolo.sanzione_in_vigore:
        testo = "Passa il provvedimento, nel fascicolo personale, senza i dati di altre persone."
        motivi.append(Motivo("passa_il_provvedimento", NOTA, testo))
    if not fascicolo.chiuso:
        testo = "Il procedimento aperto continua qui fino alla sua fine."
        motivi.append(Motivo("continua", NOTA, testo))
    testo = "Segnalazione, memorie, verbali e votazioni restano nella scuola che li ha raccolti."
    motivi.append(Motivo("resta_il_fascicolo", LIMITAZIONE, testo))
    return tuple(motivi)
