"""To whom a school turns, and what must be on record before it turns to others.

Source: D.Lgs. 165/2001, art. 7 c. 6 lett. b (the administration has first ascertained that it
cannot use its own people); IC Porto Venere, Regolamento incarichi, art. 2 c. 1 and art. 3 c. 3;
CCNL Scuola 29 November 2007, arts. 35 and 57 (people of other schools).
"""

from collections.abc import Mapping, Sequence
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import data_estesa, plurale
from selezioni_pon.enums import Fase, OrdineAvvisi, Provenienza
from selezioni_pon.rules.fonti import COLLABORAZIONI
from selezioni_pon.rules.impossibilita import (
    INTERPELLO,
    FaseSvolta,
    Impossibilita,
    verifica_impossibilita,
)
from selezioni_pon.rules.in_gara import Precedenza
from selezioni_pon.rules.regole import RegoleAvviso

ORDINE: Final[Mapping[Provenienza, tuple[int, str]]] = {
    Provenienza.INTERNO: (0, "personale della scuola"),
    Provenienza.ALTRA_SCUOLA: (1, "personale di altre scuole"),
    Provenienza.ALTRA_AMMINISTRAZIONE: (2, "dipendenti di altre amministrazioni"),
    Provenienza.PRIVATO: (3, "esterni"),
    Provenienza.COOPERATIVA: (3, "esterni"),
}


def fasi_prima(fase: Fase, regole: RegoleAvviso) -> tuple[Fase, ...]:
    """The calls that must have failed before this one; none where one call holds all."""
    if regole.ordine.valore is OrdineAvvisi.UNICO or fase is Fase.INTERNI:
        return ()
    if fase is Fase.ESTERNI and regole.altre_scuole_prima.valore:
        return (Fase.INTERNI, Fase.ALTRE_SCUOLE)
    return (Fase.INTERNI,)


def verifica_apertura(
    fase: Fase, svolte: Sequence[FaseSvolta], regole: RegoleAvviso
) -> list[Violazione]:
    """What is against opening a call to ``fase`` after those already made."""
    violazioni = []
    for prima in fasi_prima(fase, regole):
        fonte = INTERPELLO if prima is Fase.INTERNI else regole.altre_scuole_prima.fonte
        svolta = next((una for una in reversed(svolte) if una.fase is prima), None)
        if svolta is None:
            testo = f"Prima occorre un avviso per «{prima.etichetta}», che non c’è."
            violazioni.append(Violazione(f"{prima}_non_sentiti", testo, fonte, "fase"))
        else:
            violazioni += _contro(svolta, fonte)
    return violazioni


def perche_si_apre(
    fase: Fase, svolte: Sequence[FaseSvolta], regole: RegoleAvviso
) -> tuple[Motivo, ...]:
    """Why this call may be opened: one sentence for each call before it, with its act."""
    if regole.ordine.valore is OrdineAvvisi.UNICO:
        testo = (
            f"Un solo avviso anche per «{fase.etichetta}», con le precedenze: prima di affidare a "
            "un esterno resta da accertare che il personale della scuola non basta."
            f"{regole.ordine.altra_fonte}"
        )
        fonte = f"{regole.ordine.fonte}; {COLLABORAZIONI} lett. b"
        return (Motivo("avviso_unico", fonte, testo),)
    prime = fasi_prima(fase, regole)
    return tuple(
        Motivo("impossibilita_accertata", INTERPELLO, _detta(una, una.impossibilita))
        for una in svolte
        if una.fase in prime and una.impossibilita
    )


def precedenza(provenienza: Provenienza, regole: RegoleAvviso) -> Precedenza:
    """The group in which an applicant is ranked: groups matter only where one call holds all."""
    if regole.ordine.valore is not OrdineAvvisi.UNICO:
        return Precedenza()
    ordine, nome = ORDINE[provenienza]
    return Precedenza(ordine, nome, regole.ordine.fonte)


def _contro(svolta: FaseSvolta, fonte: str) -> list[Violazione]:
    if svolta.conclusa_il is None:
        testo = f"L’avviso per «{svolta.fase.etichetta}» non è concluso: si aspetta l’esito."
        return [Violazione(f"{svolta.fase}_in_corso", testo, fonte, "fase")]
    if not svolta.rimasti:
        quanti = plurale(svolta.posti, "posto è coperto", "posti sono coperti")
        testo = f"L’avviso per «{svolta.fase.etichetta}» basta: {quanti}."
        return [Violazione("posti_coperti", testo, fonte, "fase")]
    return verifica_impossibilita(svolta)


def _detta(svolta: FaseSvolta, accertata: Impossibilita) -> str:
    return (
        f"L’avviso per «{svolta.fase.etichetta}» lascia "
        f"{plurale(svolta.rimasti, 'posto', 'posti')} su {svolta.posti}: "
        f"{accertata.motivo.etichetta} ({accertata.atto}, {data_estesa(accertata.accertata_il)})."
    )
