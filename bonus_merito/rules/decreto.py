"""When the assignment may be decreed.

Source: L. 107/2015, art. 1 cc. 127-128; CPIA Caltanissetta/Enna, Criteri e regolamento, arts. 2, 4
and 6; CPIA Napoli Provincia 2, Regolamento della commissione per la valutazione, art. 9 c. 3.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from bonus_merito.enums import Avviso, Metodo, StatoProcedura
from bonus_merito.rules.fonti import MOTIVATA
from bonus_merito.rules.quadro import Quadro
from bonus_merito.rules.regole import RegoleBonus
from cpia.norme.rules.motivi import Violazione
from cpia.scuola.parole import plurale

MOTIVAZIONE: Final = f"{MOTIVATA}; L. 241/1990, art. 3"
ASSEGNA: Final = "L. 107/2015, art. 1 cc. 127-128"


@dataclass(frozen=True, slots=True)
class Istruttoria:
    """What stands on the day of the decree; people in ids, of those who take part.

    ``senza_motivazione`` are beneficiaries of whom the dirigente has written nothing.
    """

    stato: StatoProcedura
    quadro: Quadro
    da_valutare: int
    senza_requisiti: int
    senza_motivazione: int


@dataclass(frozen=True, slots=True)
class Scelta:
    """The method of the decree, with the reasons that the dirigente gives.

    ``motivo`` is of the method, ``minimo`` of fewer beneficiaries than the school's minimum.
    """

    metodo: Metodo
    motivo: str
    minimo: str = ""


def verifica_decreto(fatti: Istruttoria, scelta: Scelta, regole: RegoleBonus) -> list[Violazione]:
    """Everything that is against decreeing now; nothing when it may be done."""
    if fatti.stato != StatoProcedura.IN_VALUTAZIONE:
        testo = "Si decreta quando le richieste sono chiuse, e una volta sola."
        return [Violazione("stato", testo, ASSEGNA)]
    return [
        *_istruttoria(fatti, regole),
        *_beneficiari(fatti, scelta, regole),
        *_metodo(fatti, scelta, regole),
    ]


def _istruttoria(fatti: Istruttoria, regole: RegoleBonus) -> Iterator[Violazione]:
    if fatti.da_valutare:
        restano = plurale(fatti.da_valutare, "persona resta", "persone restano")
        yield Violazione("da_valutare", f"{restano} da valutare.", MOTIVATA)
    if fatti.senza_requisiti:
        chi = plurale(fatti.senza_requisiti, "persona", "persone")
        testo = f"Di {chi} la segreteria non ha controllato i requisiti."
        yield Violazione("requisiti", testo, regole.esclusioni.fonte)
    if fatti.senza_motivazione:
        chi = plurale(fatti.senza_motivazione, "beneficiario", "beneficiari")
        testo = f"Manca la motivazione di {chi}: è obbligatoria per ognuno."
        yield Violazione("motivazione", testo, MOTIVAZIONE)


def _beneficiari(fatti: Istruttoria, scelta: Scelta, regole: RegoleBonus) -> Iterator[Violazione]:
    """Nobody to pay is refused; fewer than the minimum want their reason, which the decree says."""
    quadro = fatti.quadro
    if quadro.fondo <= 0:
        yield Violazione("fondo", "Il fondo non è scritto: non c’è che cosa assegnare.", ASSEGNA)
    if quadro.taglio.pari:
        testo = (
            f"{plurale(len(quadro.taglio.pari), 'persona è', 'persone sono')} alla pari sul limite "
            "dei beneficiari: prima si decide chi resta, con la ragione."
        )
        yield Violazione("parita", testo, regole.massimo.fonte)
    elif not quadro.beneficiari:
        testo = "Nessuno raggiunge una fascia: non c’è a chi assegnare il bonus."
        yield Violazione("nessuno", testo, ASSEGNA)
    elif Avviso.SOTTO_IL_MINIMO in quadro.avvisi and not scelta.minimo.strip():
        quanti = plurale(len(quadro.beneficiari), "beneficiario", "beneficiari")
        testo = (
            f"Il decreto assegna a {quanti}, meno di {quadro.limiti.minimo} che è il minimo: "
            "scrivi perché si assegna lo stesso."
        )
        yield Violazione("minimo", testo, regole.minimo.fonte, "motivo_minimo")


def _metodo(fatti: Istruttoria, scelta: Scelta, regole: RegoleBonus) -> Iterator[Violazione]:
    if scelta.motivo.strip():
        return
    del_regolamento = regole.riparto.metodo
    if scelta.metodo != del_regolamento.valore:
        testo = (
            f"Il regolamento divide il fondo in altro modo ({del_regolamento.valore.etichetta}): "
            "scrivi perché il decreto ne usa un altro."
        )
        yield Violazione("metodo", testo, del_regolamento.fonte, "motivo_metodo")
    elif fatti.quadro.fascia_pagata_di_piu:
        bassa, alta = fatti.quadro.fascia_pagata_di_piu
        testo = (
            f"Con questo metodo la fascia {regole.fasce.intervallo(bassa)} è pagata a testa più "
            f"della {regole.fasce.intervallo(alta)}: scrivi perché lo si tiene."
        )
        yield Violazione("fascia_inferiore", testo, del_regolamento.fonte, "motivo_metodo")
