"""Roles of the demo in every state: of today, to come, over, withdrawn, held for somebody else."""

from datetime import UTC, date, datetime, time

from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from cpia.scuola.incarichi.services import (
    conferisci_incarico,
    revoca_incarico,
    sostituisci_titolare,
)
from cpia.scuola.models import Incarico, Istituto, Persona
from cpia.scuola.queries import incarichi_in_vigore, persone_con_ruolo

INIZIO = date(2023, 9, 1)
FINE = date(2024, 8, 31)


def popola(istituto: Istituto) -> None:
    """The staff of the dirigente, and who stood, stands and will stand in for whom.

    Nobody of those whose desks are shown: what they have to do stays as it was.
    """
    titolare, vicario, docente, supplente, verbalizza = _docenti_senza_accesso(istituto)[:5]
    _conferisci(istituto, titolare, Ruolo.COLLABORATORE, INIZIO, "Decreto n. 8 del 1º settembre")
    collabora = titolare.incarichi.get(ruolo=Ruolo.COLLABORATORE)
    insegna = docente.incarichi.filter(ruolo=Ruolo.DOCENTE).order_by("pk")[0]
    _sostituisci(insegna, supplente, date(2024, 3, 4), date(2024, 3, 15), "Contratto n. 71")
    _sostituisci(collabora, vicario, date(2024, 6, 3), date(2024, 6, 14), "Decreto n. 44")
    _sostituisci(insegna, supplente, date(2024, 6, 24), date(2024, 6, 28), "Contratto n. 118")
    _conferisci(istituto, vicario, Ruolo.VERBALIZZANTE, date(2024, 7, 1), "Nomina n. 31", al=FINE)
    _conferisci(istituto, verbalizza, Ruolo.VERBALIZZANTE, date(2023, 10, 2), "Nomina n. 15")
    adesso = _mattina(date(2024, 2, 5))
    revoca_incarico(
        autore=_dirigente(istituto, adesso),
        adesso=adesso,
        incarico=verbalizza.incarichi.get(ruolo=Ruolo.VERBALIZZANTE),
        giorno=adesso.date(),
        motivo="Ha chiesto di lasciare: troppe ore fra la sede di Iseo e quella di Lovere.",
    )


def popola_altra(istituto: Istituto) -> None:
    """In another school the office takes over the protocol from the first of July."""
    segreteria = persone_con_ruolo(istituto.pk, Ruolo.SEGRETERIA_DIDATTICA, INIZIO)[0]
    dal, ruolo = date(2024, 7, 1), Ruolo.SEGRETERIA_PROTOCOLLO
    _conferisci(istituto, segreteria, ruolo, dal, "Piano delle attività n. 2")


def _docenti_senza_accesso(istituto: Istituto) -> list[Persona]:
    docenti = persone_con_ruolo(istituto.pk, Ruolo.DOCENTE, INIZIO).filter(utente__isnull=True)
    coordinano = persone_con_ruolo(istituto.pk, Ruolo.COORDINATORE, INIZIO)
    return list(docenti.exclude(pk__in=coordinano.values("pk")))


def _mattina(giorno: date) -> datetime:
    return datetime.combine(giorno, time(8), tzinfo=UTC)


def _dirigente(istituto: Istituto, adesso: datetime) -> Contesto:
    chi = persone_con_ruolo(istituto.pk, Ruolo.DIRIGENTE, adesso.date())[0]
    return Contesto(istituto, chi, tuple(incarichi_in_vigore(chi, adesso.date())), adesso)


def _conferisci(
    istituto: Istituto,
    persona: Persona,
    ruolo: Ruolo,
    dal: date,
    atto: str,
    *,
    al: date | None = None,
) -> None:
    adesso = _mattina(min(dal, date(2024, 6, 3)))
    conferisci_incarico(
        autore=_dirigente(istituto, adesso),
        adesso=adesso,
        persona=persona,
        ruolo=ruolo,
        dal=dal,
        al=al,
        atto=atto,
    )


def _sostituisci(titolare: Incarico, sostituto: Persona, dal: date, al: date, atto: str) -> None:
    adesso = _mattina(min(dal, date(2024, 6, 4)))
    sostituisci_titolare(
        autore=_dirigente(titolare.istituto, adesso),
        adesso=adesso,
        incarichi=[titolare],
        sostituto=sostituto,
        dal=dal,
        al=al,
        atto=atto,
    )
