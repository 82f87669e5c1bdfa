"""The personal letter: the own result with its reasons, nothing of anybody else.

Source: CPIA Napoli Provincia 2, Regolamento della commissione per la valutazione, arts. 7 c. 5 and
9 c. 4: to the single teachers for their own result.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.template.loader import render_to_string

from bonus_merito.documents.decreto import Ragione
from bonus_merito.documents.parole_atti import (
    Emissione,
    appellativo,
    bonus_di,
    lordo_detto,
    luogo_e_data,
    protocollo_detto,
)
from bonus_merito.enums import StatoRichiesta
from bonus_merito.models import Attivita
from bonus_merito.queries.esiti import aree_di, motivazione_di
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga
from bonus_merito.rules.misure import in_cifre, in_euro
from cpia.atti.carta import Congelato, Firma, Intestazione, Verifica
from cpia.norme.rules.motivi import Motivo

TIPO = "lettera_bonus"
MODELLO = "lettera-bonus/1"


@dataclass(frozen=True)
class AttivitaDetta(Congelato):
    """An activity as it was judged."""

    titolo: str
    criterio: str
    livello: str
    punti: str
    giudizio: str


@dataclass(frozen=True)
class AreaDetta(Congelato):
    """An area: what its activities sum to, and what it counts at most."""

    area: str
    testo: str
    somma: str
    conta: str
    peso: str


@dataclass(frozen=True)
class ContestoLettera(Congelato):
    """The letter as it is printed."""

    istituto: Intestazione
    titolo: str
    persona: str
    alla: str
    anno: str
    d_ufficio: bool
    premiato: bool
    percentuale: str
    fascia: str
    importo: str
    lordo: str
    aree: tuple[AreaDetta, ...]
    attivita: tuple[AttivitaDetta, ...]
    aggiuntiva: str
    motivo_aggiuntiva: str
    motivazione: str
    ragioni: tuple[Ragione, ...]
    reclamo: str
    luogo: str
    emesso: date
    firma: Firma
    verifica: Verifica
    protocollo: str

    @property
    def luogo_e_data(self) -> str:
        return luogo_e_data(self.luogo, self.emesso)


def contesto_lettera(
    riga: Riga,
    quadro: QuadroDiProcedura,
    motivi: Sequence[Motivo],
    emissione: Emissione,
    *,
    reclamo: str,
) -> ContestoLettera:
    """The words of the letter to one person. No query."""
    esito, procedura = riga.esito, quadro.procedura
    if esito is None:
        raise ValueError("chi ha una lettera è stato giudicato")
    fascia = quadro.regole.fasce.intervallo(esito.fascia) if esito.fascia else ""
    valutazione = riga.valutazione
    aggiuntiva = Fraction(valutazione.aggiuntiva) if valutazione else Fraction(0)
    fuori = esito.escluso is not None
    return ContestoLettera(
        istituto=emissione.intestazione,
        titolo=f"Esito. {bonus_di(procedura)}",
        persona=riga.richiesta.persona.nome_e_cognome,
        alla=appellativo(riga.richiesta.persona, procedura),
        anno=str(procedura.fondo.anno_scolastico),
        d_ufficio=riga.richiesta.stato == StatoRichiesta.D_UFFICIO.value,
        premiato=bool(esito.importo),
        percentuale="" if fuori else in_cifre(esito.percentuale),
        fascia=fascia,
        importo=in_euro(esito.importo or 0),
        lordo=lordo_detto(procedura),
        aree=() if fuori else tuple(_aree(riga, quadro)),
        attivita=() if fuori else tuple(_attivita(una) for una in riga.attivita),
        aggiuntiva=in_cifre(aggiuntiva) if aggiuntiva and not fuori else "",
        motivo_aggiuntiva=valutazione.motivo_aggiuntiva if valutazione else "",
        motivazione=motivazione_di(riga),
        ragioni=tuple(Ragione(m.testo, m.fonte) for m in motivi),
        reclamo=reclamo,
        luogo=emissione.istituto.comune,
        emesso=emissione.giorno,
        firma=emissione.firma,
        verifica=emissione.verifica,
        protocollo=protocollo_detto(emissione.protocollo),
    )


def _aree(riga: Riga, quadro: QuadroDiProcedura) -> list[AreaDetta]:
    return [
        AreaDetta(una.area.value, una.area.etichetta, una.somma, una.conta, str(una.peso))
        for una in aree_di(riga, quadro)
    ]


def _attivita(una: Attivita) -> AttivitaDetta:
    confermata = bool(una.confermata)
    return AttivitaDetta(
        titolo=una.titolo,
        criterio=una.criterio.codice,
        livello=str(una.livello) if confermata else "",
        punti=in_cifre(Fraction(una.punti or 0)) if confermata else "",
        giudizio=una.motivo,
    )


def html_lettera(contesto: ContestoLettera) -> str:
    """The page of a letter, to be printed with ``FOGLIO``."""
    return render_to_string("bonus/pdf/lettera.html", {"lettera": contesto})
