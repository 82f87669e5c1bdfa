"""The enrolment of a student in a class of the year: new, the same, or moved."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from cpia.scuola.importazione.rules.archivio import (
    Archivio,
    ClasseNota,
    IscrizioneNota,
    PersonaNota,
)
from cpia.scuola.importazione.rules.gruppi import Movimento, movimento
from cpia.scuola.importazione.rules.persone import Ambigua
from cpia.scuola.importazione.rules.proposte import Proposta
from cpia.scuola.importazione.rules.righe import Riga


@dataclass(slots=True)
class PianoIscrizione:
    """The enrolment: ``id`` None for a new one; ``sposta`` changes the class of the same row.

    ``chiudi`` is the enrolment in another class that ends on ``chiusa_il``.
    """

    id: int | None
    classe_id: int
    dal: date
    sposta: bool = False
    chiudi: int | None = None
    chiusa_il: date | None = None
    gruppi: Movimento = field(default_factory=partial(Movimento, 0))


def piano_iscrizione(
    proposta: Proposta,
    nota: PersonaNota | None,
    classe: ClasseNota,
    archivio: Archivio,
    oggi: date,
) -> PianoIscrizione:
    """The enrolment that the row asks for. Raises Ambigua where only the office can decide."""
    dal = _dal(proposta.riga, archivio)
    sue = archivio.iscrizioni_di.get(nota.id, []) if nota else []
    qui = next((i for i in sue if i.classe_id == classe.id), None)
    aperte = [i for i in sue if i.al is None or i.al >= oggi]
    aperta = qui if qui in aperte else next(iter(aperte), None)
    if qui and qui is aperta:
        piano = PianoIscrizione(qui.id, classe.id, qui.dal if dal is None else dal)
        if piano.dal != qui.dal:
            proposta.differisce("Iscritto dal", qui.dal, piano.dal)
    elif qui:
        raise Ambigua(
            f"è già stato in {classe.detta} fino al {qui.al:%d/%m/%Y}: un ritorno nella stessa "
            "classe non si importa"
        )
    elif aperta:
        giorno = dal or min(max(oggi, archivio.inizio), archivio.fine)
        piano = _cambia_classe(proposta, aperta, classe, archivio, giorno)
    else:
        piano = PianoIscrizione(None, classe.id, dal or archivio.inizio)
        proposta.differisce("Classe", "", classe.detta)
    piano.gruppi = _gruppi(proposta, piano, aperta, archivio)
    return piano


def _dal(riga: Riga, archivio: Archivio) -> date | None:
    dal: date | None = riga.valori.get("dal")
    if dal and not archivio.inizio <= dal <= archivio.fine:
        raise Ambigua(
            f"il giorno {dal:%d/%m/%Y} non è nell’anno scolastico {archivio.detto}", "dal"
        )
    return dal


def _cambia_classe(
    proposta: Proposta,
    aperta: IscrizioneNota,
    classe: ClasseNota,
    archivio: Archivio,
    giorno: date,
) -> PianoIscrizione:
    """From one class to another: from a day on, or from the beginning if it is that day.

    What was written in the former class stays with it: such an enrolment is closed, never moved.
    """
    vecchia = archivio.classe[aperta.classe_id].detta
    proposta.differisce("Classe", vecchia, classe.detta)
    if giorno <= aperta.dal and aperta.con_dati:
        raise Ambigua(
            f"ha già dati in {vecchia}: indicare il giorno del passaggio, dopo il "
            f"{aperta.dal:%d/%m/%Y}",
            "dal",
        )
    if giorno <= aperta.dal:
        return PianoIscrizione(aperta.id, classe.id, giorno, sposta=True)
    proposta.annota(f"nella nuova classe dal {giorno:%d/%m/%Y}")
    ieri = giorno - timedelta(days=1)
    return PianoIscrizione(None, classe.id, giorno, chiudi=aperta.id, chiusa_il=ieri)


def _gruppi(
    proposta: Proposta, piano: PianoIscrizione, aperta: IscrizioneNota | None, archivio: Archivio
) -> Movimento:
    """Moved to another class within the same enrolment, one leaves the groups of the former."""
    suoi = [archivio.gruppo[pk] for pk in aperta.gruppi] if aperta else []
    if piano.id is None or piano.sposta:
        gruppi = movimento(proposta, piano.classe_id, [], archivio)
        gruppi.esce += [gruppo.id for gruppo in suoi if piano.sposta]
        return gruppi
    return movimento(proposta, piano.classe_id, suoi, archivio)
