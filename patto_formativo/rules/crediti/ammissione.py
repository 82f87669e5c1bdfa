"""Whether a piece of evidence counts at all: the request, its age, how it was ascertained.

Source: CPIA Napoli Provincia 2, Linee guida per il riconoscimento dei crediti (key concepts and
parte seconda: «conseguiti da meno di 10 anni») and Regolamento della Commissione, artt. 8 and 10;
D.Lgs. 13/2013; L. 92/2012, art. 4 cc. 51-54.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final

from cpia.norme.rules.computo import mesi_dopo
from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa, elenco
from patto_formativo.enums import EsitoProva, Natura, TipoProva
from patto_formativo.rules.crediti.tabella import Riga
from patto_formativo.rules.fonti import COMMISSIONE
from patto_formativo.rules.misure import NULLA, in_cifre

SU_RICHIESTA: Final = f"{COMMISSIONE}, art. 8; D.Lgs. 13/2013"
VALUTAZIONE: Final = f"{COMMISSIONE}, art. 10"
MESI_DELL_ANNO: Final = 12
# What is learnt outside the systems of education is proved, not only shown.
CON_PROVA: Final = tuple(prova for prova in TipoProva if prova != TipoProva.DOCUMENTI)


def prove_ammesse(natura: Natura) -> tuple[TipoProva, ...]:
    """How evidence of a kind is ascertained: formal by its papers, the rest by a proof."""
    return (TipoProva.DOCUMENTI,) if natura == Natura.FORMALE else CON_PROVA


def troppo_vecchia(riga: Riga, rilasciata_il: date | None, al: date) -> Motivo | None:
    """Why evidence of a row that has an age does not count on a day; None when it does.

    Less than ten years: what turns ten on that day is too old.
    """
    if riga.entro_anni is None:
        return None
    fonte = f"{riga.fonte}: {riga.detto}"
    if rilasciata_il is None:
        testo = f"Manca la data: vale se è di meno di {riga.entro_anni} anni fa."
        return Motivo("senza_data", fonte, testo)
    fine = mesi_dopo(rilasciata_il, riga.entro_anni * MESI_DELL_ANNO)
    if al < fine:
        return None
    testo = (
        f"È del {data_estesa(rilasciata_il)}: ha compiuto {riga.entro_anni} anni il "
        f"{data_estesa(fine)}, e vale se ne ha di meno."
    )
    return Motivo("troppo_vecchia", fonte, testo)


def non_superata(esito: EsitoProva | None) -> Motivo | None:
    """Why evidence that was judged does not count: what is not passed gives nothing."""
    if esito != EsitoProva.NEGATIVO:
        return None
    return Motivo("non_superata", VALUTAZIONE, "La prova non è stata superata: non dà crediti.")


def non_richiesta() -> Motivo:
    """Why nothing counts while the person has not asked for it."""
    testo = "Il riconoscimento non è stato chiesto: si fa solo su richiesta della persona."
    return Motivo("non_richiesta", SU_RICHIESTA, testo)


def verifica_valutazione(
    natura: Natura,
    prova: TipoProva,
    esito: EsitoProva,
    *,
    chieste: Mapping[str, Fraction],
    accertate: Mapping[str, Fraction] | None,
) -> tuple[Violazione, ...]:
    """What speaks against a valuation: a proof that is not for that kind, hours that do not fit.

    ``accertate`` are the hours that were proved when only a part was: fewer than those asked.
    """
    violazioni = []
    if prova not in prove_ammesse(natura):
        ammesse = elenco(p.etichetta for p in prove_ammesse(natura))
        testo = f"Un’evidenza {natura.etichetta} si accerta così: {ammesse}."
        violazioni.append(Violazione("prova_non_adatta", testo, VALUTAZIONE, "prova"))
    if esito == EsitoProva.PARZIALE:
        violazioni += _in_parte(chieste, accertate or {})
    return tuple(violazioni)


def _in_parte(
    chieste: Mapping[str, Fraction], accertate: Mapping[str, Fraction]
) -> list[Violazione]:
    troppe = [c for c, ore in accertate.items() if ore > chieste.get(c, NULLA)]
    if troppe:
        testo = f"Di {elenco(troppe)} sono più ore di quelle chieste."
        return [Violazione("piu_di_chieste", testo, VALUTAZIONE, f"ore-{troppe[0]}")]
    quante = sum(accertate.values(), NULLA)
    if not NULLA < quante < sum(chieste.values(), NULLA):
        testo = (
            "Se è superata in parte, scrivi le ore della parte superata: più di 0, "
            f"meno delle {in_cifre(sum(chieste.values(), NULLA))} chieste."
        )
        return [Violazione("ore_della_parte", testo, VALUTAZIONE, "esito")]
    return []
