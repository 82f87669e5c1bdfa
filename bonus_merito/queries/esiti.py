"""What the decree rests on, and how the outcome of one person was reached."""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass

from bonus_merito.enums import Area, Avviso, StatoProcedura
from bonus_merito.queries.quadro import QuadroDiProcedura, Riga
from bonus_merito.rules.decreto import Istruttoria
from bonus_merito.rules.misure import in_cifre
from bonus_merito.rules.percentuale import nell_area
from bonus_merito.rules.quota import perche_importo
from bonus_merito.rules.spiegazione import perche_uno
from cpia.norme.rules.motivi import Motivo


@dataclass(frozen=True, slots=True)
class AreaPropria:
    """An area of one person: what the activities sum to, what counts of it, its weight."""

    area: Area
    somma: str
    conta: str
    peso: int
    fonte: str

    @property
    def tagliata(self) -> bool:
        """Whether the weight of the area cuts it."""
        return self.somma != self.conta


def istruttoria_di(quadro: QuadroDiProcedura) -> Istruttoria:
    """What stands on the day of the decree. No query."""
    return Istruttoria(
        stato=StatoProcedura(quadro.procedura.stato),
        quadro=quadro.quadro,
        da_valutare=len(quadro.da_valutare),
        senza_requisiti=len(quadro.senza_requisiti),
        senza_motivazione=len(senza_motivazione(quadro)),
    )


def senza_motivazione(quadro: QuadroDiProcedura) -> list[Riga]:
    """The beneficiaries of whom the dirigente has written nothing."""
    return [riga for riga in quadro.beneficiari if not motivazione_di(riga)]


def motivazione_di(riga: Riga) -> str:
    """The words of the dirigente on somebody."""
    return riga.valutazione.motivazione.strip() if riga.valutazione else ""


def sotto_il_minimo(quadro: QuadroDiProcedura) -> bool:
    """Whether somebody is paid, and fewer than the minimum are."""
    return bool(quadro.beneficiari) and Avviso.SOTTO_IL_MINIMO in quadro.quadro.avvisi


def letto(quadro: QuadroDiProcedura) -> str:
    """What the page of the decree was read at: whatever is signed, said otherwise, gives another.

    Amounts, who is paid, the words on each and the reason of a tie are signed with the rest.
    """
    decisa = quadro.decisa
    firmato = [
        quadro.quadro.fondo,
        sorted(uno.id for uno in quadro.quadro.beneficiari),
        [decisa.scelte, decisa.motivo] if decisa else [],
        [_firmato(riga) for riga in quadro.righe],
    ]
    return hashlib.sha256(json.dumps(firmato).encode()).hexdigest()[:16]


def _firmato(riga: Riga) -> list[object]:
    """What decree and letter say of one person."""
    esito, parole = riga.esito, riga.valutazione
    giudizi = [[una.pk, una.confermata, una.livello, str(una.punti), una.motivo]
               for una in riga.attivita]  # fmt: skip
    return [
        riga.chiave,
        [str(esito.percentuale), esito.fascia, esito.escluso and esito.escluso.value, esito.importo]
        if esito
        else [],
        [motivazione_di(riga), str(parole.aggiuntiva), parole.motivo_aggiuntiva] if parole else [],
        giudizi,
    ]


def aree_di(riga: Riga, quadro: QuadroDiProcedura) -> Iterator[AreaPropria]:
    """The areas of somebody, with their caps."""
    for area, peso in quadro.regole.pesi.items():
        conta = nell_area(riga.docente.punteggio, area, quadro.regole.pesi)
        yield AreaPropria(
            area, in_cifre(riga.punti[area]), in_cifre(conta), peso.valore, peso.fonte
        )


def motivi_di(riga: Riga, quadro: QuadroDiProcedura) -> list[Motivo]:
    """The reasons of one outcome, as that person reads them: no id, nobody else.

    Of who is excluded the activities were not to be judged: no percentage is told.
    """
    if riga.esito is None:
        return []
    trovati = perche_uno(riga.esito, quadro.regole, riga.richiesta.persona.sesso)
    importo = perche_importo(riga.esito, quadro.quadro, quadro.regole, quadro.ragione_della_parita)
    return [
        _senza_chi(riga.chiave, motivo)
        for motivo in (*trovati, importo)
        if motivo and not (riga.escluso and motivo.regola == "percentuale")
    ]


def _senza_chi(chi: str, motivo: Motivo) -> Motivo:
    testo = motivo.testo.removeprefix(f"{chi}: ")
    return Motivo(motivo.regola, motivo.fonte, testo[:1].upper() + testo[1:])
