"""The list of the scuola dell’infanzia: who comes before, and by which reason.

In time: by points, then the older child. After the term: after all the others, by the day of the
application; on the same day as the others. Who has a precedence is outside the list.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 2 lett. e2, f, g, h.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import data_estesa
from selezioni_pon.enums import TipoCriterio
from selezioni_pon.rules.cifre import in_punti
from selezioni_pon.rules.criteri_parita import SORTE
from selezioni_pon.rules.fila import Assegnazione, Fila, Riga, gruppi_di
from selezioni_pon.rules.in_gara import Criterio, InGara, Precedenza
from selezioni_pon.rules.infanzia.modello import Bambino, RegoleInfanzia
from selezioni_pon.rules.ordine import Ordine
from selezioni_pon.rules.spareggio import Estratti, ordina

NEI_TERMINI: Final = Precedenza()


@dataclass(frozen=True, slots=True)
class Elenco:
    """The list and who is outside it; ``entro`` is the last day of the applications."""

    prioritari: tuple[Bambino, ...]
    in_lista: tuple[Bambino, ...]
    ordine: Ordine
    entro: date
    regole: RegoleInfanzia

    @property
    def fila(self) -> Fila:
        """The list in front of the places."""
        fonti = self.regole.ordine
        prima = tuple(uno.id for uno in self.prioritari)
        prime = "; ".join(dict.fromkeys(uno.fonte for uno in self.regole.precedenze))
        return Fila(gruppi_di(self.ordine), fonti.elenco, fonti.scorrimento, prima, prime)


@dataclass(frozen=True, slots=True)
class PerLaFamiglia:
    """What the family of a child reads: nothing here is of another child."""

    riga: Riga
    motivi: tuple[Motivo, ...]


def forma_elenco(
    bambini: Sequence[Bambino],
    entro: date,
    regole: RegoleInfanzia,
    estratti: Estratti | None = None,
) -> Elenco:
    """Put in order the applications that are not in advance (``eta.per_eta`` parts them).

    ``estratti`` are the draws on record between those born on the same day. Raises ValueError for
    one who is there twice.
    """
    gruppi = [uno.gruppo for uno in regole.precedenze]
    prioritari = sorted(
        (uno for uno in bambini if uno.precedenza in gruppi),
        key=lambda uno: (_rango(uno, gruppi), uno.nascita, uno.id),
    )
    in_lista = tuple(uno for uno in bambini if uno.precedenza not in gruppi)
    criteri = (
        Criterio(TipoCriterio.PIU_ANZIANO, regole.ordine.parita),
        Criterio(TipoCriterio.SORTEGGIO, SORTE),
    )
    in_gara = [_in_gara(uno, entro, regole) for uno in in_lista]
    return Elenco(tuple(prioritari), in_lista, ordina(in_gara, criteri, estratti), entro, regole)


def fuori_termine(bambino: Bambino, entro: date) -> bool:
    """Whether the application came after the last day."""
    return bambino.presentata > entro


def per_la_famiglia(elenco: Elenco, assegnazione: Assegnazione, chi: str) -> PerLaFamiglia:
    """The own place and why, without a word of the others (KeyError for who is not there)."""
    riga = assegnazione.riga(chi)
    for uno in elenco.prioritari:
        if uno.id == chi and uno.precedenza:
            gruppo = elenco.regole.di(uno.precedenza)
            motivo = Motivo("precedenza", gruppo.fonte, f"La precedenza: {gruppo.testo}.")
            return PerLaFamiglia(riga, (motivo, *riga.motivi))
    suo = next(uno for uno in elenco.in_lista if uno.id == chi)
    return PerLaFamiglia(riga, (_del_posto(suo, elenco), *_della_parita(suo, elenco), *riga.motivi))


def _rango(bambino: Bambino, gruppi: Sequence[object]) -> int:
    return gruppi.index(bambino.precedenza)


def _in_gara(bambino: Bambino, entro: date, regole: RegoleInfanzia) -> InGara:
    fonte = regole.ordine.fuori_termine
    dopo = Precedenza(bambino.presentata.toordinal(), "fuori termine", fonte)
    return InGara(
        bambino.id,
        bambino.punti,
        bambino.nome,
        data_nascita=bambino.nascita,
        data_domanda=bambino.presentata,
        precedenza=dopo if fuori_termine(bambino, entro) else NEI_TERMINI,
    )


def _del_posto(bambino: Bambino, elenco: Elenco) -> Motivo:
    posizione = elenco.ordine.posto(bambino.id).posizione
    quante = len(elenco.in_lista)
    fonti, punti = elenco.regole.ordine, in_punti(bambino.punti)
    if not fuori_termine(bambino, elenco.entro):
        testo = f"Con {punti} è in posizione {posizione} su {quante}."
        return Motivo("posizione", f"{fonti.elenco}; {fonti.nei_termini}", testo)
    testo = (
        f"La domanda è del {data_estesa(bambino.presentata)}, dopo il {data_estesa(elenco.entro)}: "
        f"viene dopo le altre, in ordine di data, in posizione {posizione} su {quante}."
    )
    return Motivo("fuori_termine", fonti.fuori_termine, testo)


def _della_parita(bambino: Bambino, elenco: Elenco) -> tuple[Motivo, ...]:
    """That a tie was decided, or waits, with the own day of birth only."""
    punti, nato = in_punti(bambino.punti), data_estesa(bambino.nascita)
    motivi = [
        Motivo(
            aperto.motivo.regola,
            aperto.criterio.fonte,
            f"A parità di {punti} e di giorno di nascita ({nato}) serve un sorteggio.",
        )
        for aperto in elenco.ordine.aperti
        if bambino.id in aperto.candidati
    ]
    for decisa in elenco.ordine.decisioni:
        if any(bambino.id in gruppo for gruppo in decisa.gruppi):
            detto = "decide il sorteggio messo a verbale"
            if decisa.criterio.tipo is TipoCriterio.PIU_ANZIANO:
                detto = f"precede chi ha più età: il giorno di nascita è il {nato}"
            testo = f"A parità di {punti} {detto}."
            motivi.append(Motivo(decisa.criterio.tipo, decisa.criterio.fonte, testo))
    return tuple(motivi)
