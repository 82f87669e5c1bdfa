"""The histories of grids, projects and calls: who prepares them reads who did what and when."""

from collections.abc import Callable
from typing import Any

from django.http import Http404

from cpia.atti.storie import chi_apre, registra_parole, registra_storia
from cpia.scuola.access import Contesto
from cpia.scuola.enums import Ruolo
from selezioni_pon import glossario
from selezioni_pon.access.candidature import mia
from selezioni_pon.access.verifica import Tavolo, sul_tavolo
from selezioni_pon.models import (
    AttribuzioneFunzione,
    Avviso,
    Candidatura,
    Commissione,
    Contratto,
    DecisioneTitolo,
    DomandaFunzione,
    DomandaInfanzia,
    ElencoInfanzia,
    Esame,
    Graduatoria,
    Griglia,
    IscrizioneEsperto,
    ProceduraFunzioni,
    Progetto,
    Proposta,
    PuntiConcordati,
    Reclamo,
    Selezione,
)
from selezioni_pon.queries.funzioni.visibili import domande as domande_di_funzione
from selezioni_pon.queries.infanzia.visibili import ISCRIVONO
from selezioni_pon.queries.visibili import UFFICIO

PREPARANO = frozenset({Ruolo.DIRIGENTE, *UFFICIO})


def registra() -> None:
    """Make them known to the register."""
    for modello, nome in (
        (Griglia, lambda riga: f"griglia «{riga.titolo}»"),
        (Progetto, lambda riga: f"progetto «{riga.titolo}»"),
        (Selezione, lambda riga: f"selezione «{riga.ruolo}»"),
        (Avviso, lambda riga: f"avviso «{riga.selezione.ruolo}»"),
        (Commissione, lambda riga: f"commissione «{riga.avviso.selezione.ruolo}»"),
        (Graduatoria, lambda riga: f"graduatoria «{riga.avviso.selezione.ruolo}»"),
        (Proposta, lambda riga: f"proposta «{riga.candidatura.avviso.selezione.ruolo}»"),
        (Contratto, lambda riga: f"incarico «{riga.proposta.candidatura.avviso.selezione.ruolo}»"),
    ):
        _registra(modello, nome)
    # What somebody writes to apply is read by nobody else, its history too.
    registra_storia(
        Candidatura._meta.label_lower,
        puo_vedere=chi_apre(mia),
        nome=lambda contesto, pk: f"domanda per «{mia(contesto, pk).avviso.selezione.ruolo}»",
    )
    # What was decided of an application is read by who may open it in the commission.
    _registra_del_tavolo(DecisioneTitolo, "decisione su un titolo", "titolo__invio_id")
    _registra_del_tavolo(PuntiConcordati, "punti concordati", "invio_id")
    _registra_del_tavolo(Esame, "verifica di una domanda", "invio_id")
    # Of who complained, and of what, only who answers reads the history.
    _registra(Reclamo, lambda riga: f"reclamo {riga.pk}", frozenset({Ruolo.DIRIGENTE}))
    # Applications may speak of a disability: the office of the staff reads none of it.
    _registra(ElencoInfanzia, lambda riga: f"iscrizioni {riga.sede}", ISCRIVONO)
    _registra(DomandaInfanzia, lambda riga: f"domanda n. {riga.numero}", ISCRIVONO)
    _registra(ProceduraFunzioni, lambda riga: f"funzioni strumentali {riga.anno_scolastico}")
    _registra(AttribuzioneFunzione, lambda riga: f"funzione, area {riga.domanda.area.sigla}")
    _registra(IscrizioneEsperto, lambda riga: f"albo degli esperti, {riga.persona}")
    # Before the term nobody knows who has applied, not even from the register.
    registra_storia(
        DomandaFunzione._meta.label_lower,
        puo_vedere=chi_apre(_domanda_di_funzione),
        nome=lambda contesto, pk: f"domanda di {_domanda_di_funzione(contesto, pk).docente}",
    )
    registra_parole(azioni=glossario.AZIONI, campi=glossario.CAMPI, valori=glossario.VALORI)


def _domanda_di_funzione(contesto: Contesto, pk: int) -> DomandaFunzione:
    contesto.esige(*PREPARANO)
    riga = domande_di_funzione(contesto).select_related("docente").filter(pk=pk).first()
    if riga is None:
        raise Http404
    return riga


def _registra_del_tavolo(modello: type[Any], nome: str, dove: str) -> None:
    def carica(contesto: Contesto, pk: int) -> Tavolo:
        righe = modello.objects.filter(istituto=contesto.istituto, pk=pk)
        return sul_tavolo(contesto, righe.values_list(dove, flat=True).first() or 0)

    def detto(contesto: Contesto, pk: int) -> str:
        return f"{nome}: {carica(contesto, pk).invio.candidatura.persona}"

    registra_storia(modello._meta.label_lower, puo_vedere=chi_apre(carica), nome=detto)


def _registra(
    modello: type[Any], nome: Callable[[Any], str], chi: frozenset[Ruolo] = PREPARANO
) -> None:
    def carica(contesto: Contesto, pk: int) -> Any:
        contesto.esige(*chi)
        riga = modello.objects.filter(istituto=contesto.istituto, pk=pk).first()
        if riga is None:
            raise Http404
        return riga

    registra_storia(
        modello._meta.label_lower,
        puo_vedere=chi_apre(carica),
        nome=lambda contesto, pk: nome(carica(contesto, pk)),
    )
