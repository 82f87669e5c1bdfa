"""How many early children a section may hold, and which of those who ask.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 3 lett. a, b, c, e, g; D.P.R. 89/2009,
art. 2 c. 2. The regulation counts the enrolled «comprensivi degli anticipi» without saying which
early children: those that are taken in (default) or all those who ask. Both are in the reasons.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from selezioni_pon.enums import ConteggioAnticipi, TipoCriterio
from selezioni_pon.rules.criteri_parita import SORTE
from selezioni_pon.rules.fila import Assegnazione, Fila, gruppi_di
from selezioni_pon.rules.in_gara import Criterio, InGara, Precedenza
from selezioni_pon.rules.infanzia.modello import Bambino, RegoleAnticipi
from selezioni_pon.rules.infanzia.parametri import NumeriAnticipi
from selezioni_pon.rules.lista_attesa import assegna
from selezioni_pon.rules.spareggio import Estratti, ordina

LISTE_ESAURITE: Final = "D.P.R. 89/2009, art. 2 c. 2: posti disponibili e liste di attesa esaurite"
CONDIZIONI: Final = "D.P.R. 89/2009, art. 2 c. 2: locali idonei e valutazione del Collegio"


@dataclass(frozen=True, slots=True)
class Quanti:
    """How many early children a section takes, and why."""

    ammessi: int
    motivi: tuple[Motivo, ...]


def per_iscritti(iscritti: int, numeri: NumeriAnticipi) -> int:
    """The row of the table: 3 for 15-19 enrolled, 2 for 20-25, none over; below, the nearest.

    Raises ValueError for a negative number.
    """
    if iscritti < 0:
        raise ValueError("gli iscritti non possono essere meno di zero")
    riga = bisect_right(numeri.iscritti.valore, iscritti) - 1
    return numeri.ammessi.valore[max(riga, 0)]


def quanti(iscritti: int, chiedono: int, in_attesa: int, regole: RegoleAnticipi) -> Quanti:
    """How many of the ``chiedono`` early children a section may take.

    ``iscritti`` are those enrolled that are not early, on the day of the regulation; ``in_attesa``
    how many of them have no place: while there is one, no early child comes in.
    """
    numeri = regole.numeri
    if in_attesa and not numeri.con_attesa.valore:
        return Quanti(0, (_chi_aspetta(in_attesa, numeri, "nessun anticipo"),))
    letture = {come: _conta(iscritti, chiedono, come, numeri) for come in ConteggioAnticipi}
    ammessi = letture[regole.conteggio.valore]
    motivi = [_della_tabella(iscritti, ammessi, chiedono, numeri)]
    if in_attesa:
        motivi.append(_chi_aspetta(in_attesa, numeri, "il regolamento ammette gli anticipi"))
    if ammessi:
        motivi.append(_delle_condizioni(regole))
    motivi += _dei_silenzi(iscritti + ammessi, letture, regole)
    return Quanti(ammessi, tuple(motivi))


def ammetti_anticipi(
    chiedono: Sequence[Bambino],
    ammessi: int,
    regole: RegoleAnticipi,
    estratti: Estratti | None = None,
) -> Assegnazione:
    """Who comes in early: the residents first, then the older; the others wait (lett. g)."""
    in_gara = [
        InGara(
            uno.id,
            Fraction(0),
            uno.nome,
            data_nascita=uno.nascita,
            precedenza=Precedenza(0 if uno.residente else 1),
        )
        for uno in chiedono
    ]
    criteri = (
        Criterio(TipoCriterio.PIU_ANZIANO, regole.ordine),
        Criterio(TipoCriterio.SORTEGGIO, SORTE),
    )
    gruppi = gruppi_di(ordina(in_gara, criteri, estratti))
    return assegna(Fila(gruppi, regole.ordine, regole.ordine), ammessi)


def _conta(iscritti: int, chiedono: int, come: ConteggioAnticipi, numeri: NumeriAnticipi) -> int:
    """The most that the row of those enrolled allows, within the most of the section."""
    spazio = max(0, min(chiedono, numeri.massimo.valore - iscritti))
    if come is ConteggioAnticipi.CON_LE_DOMANDE:
        return min(spazio, per_iscritti(iscritti + chiedono, numeri))
    return next(
        presi
        for presi in range(spazio, -1, -1)
        if presi == 0 or presi <= per_iscritti(iscritti + presi, numeri)
    )


def _chi_aspetta(in_attesa: int, numeri: NumeriAnticipi, esito: str) -> Motivo:
    aspettano = plurale(in_attesa, "domanda ordinaria aspetta", "domande ordinarie aspettano")
    fonte = f"{numeri.con_attesa.fonte}; {LISTE_ESAURITE}"
    testo = f"Al {numeri.al.valore} {aspettano} un posto: {esito}."
    return Motivo("anticipi_lista_di_attesa", fonte, testo)


def _della_tabella(iscritti: int, ammessi: int, chiedono: int, numeri: NumeriAnticipi) -> Motivo:
    testo = (
        f"Al {numeri.al.valore} la sezione ha {plurale(iscritti, 'iscritto', 'iscritti')} e "
        f"{plurale(chiedono, 'anticipo chiesto', 'anticipi chiesti')}: "
        f"{plurale(ammessi, 'ammesso', 'ammessi', 'nessuno è ammesso')}, e in tutto non più di "
        f"{numeri.massimo.valore}."
    )
    return Motivo("anticipi", f"{numeri.ammessi.fonte}; {numeri.massimo.fonte}", testo)


def _delle_condizioni(regole: RegoleAnticipi) -> Motivo:
    testo = (
        "Prima di ammetterli, la scuola accerta di avere ambienti e organizzazione adatti a chi ha "
        "meno di tre anni, la sicurezza di tutti e un percorso educativo adeguato all’età."
    )
    return Motivo("anticipi_condizioni", f"{regole.condizioni}; {CONDIZIONI}", testo)


def _dei_silenzi(
    in_tutto: int, letture: Mapping[ConteggioAnticipi, int], regole: RegoleAnticipi
) -> Iterator[Motivo]:
    if len(set(letture.values())) > 1:
        dette = "; ".join(f"contando {come.etichetta}, {n}" for come, n in letture.items())
        testo = f"Le due letture danno numeri diversi di anticipi: {dette}."
        yield Motivo("anticipi_conteggio", regole.conteggio.fonte, testo)
    prima = regole.numeri.iscritti.valore[0]
    if in_tutto < prima:
        detti = plurale(in_tutto, "iscritto", "iscritti")
        testo = f"La tabella comincia da {prima} iscritti e non dice nulla con {detti}."
        yield Motivo("anticipi_sotto_la_tabella", regole.sotto, testo)
