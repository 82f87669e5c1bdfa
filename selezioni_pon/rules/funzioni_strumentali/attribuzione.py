"""To whom an area goes: titles, secret vote of the Collegio, service in the institute, age.

Only who the Commission has found fit is in the list. Who is level within the places needs no
vote; who is level across the last place does.

Source: CPIA Napoli Provincia 2, Regolamento funzioni strumentali, art. 5.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import Serve, StatoPosto, TipoCriterio
from selezioni_pon.rules.criteri_parita import SORTE
from selezioni_pon.rules.fila import Assegnazione, Fila, gruppi_di
from selezioni_pon.rules.funzioni_strumentali.domande import contro_l_incarico
from selezioni_pon.rules.funzioni_strumentali.modello import Area, DomandaFunzione, RegoleFunzioni
from selezioni_pon.rules.in_gara import Criterio, InGara
from selezioni_pon.rules.lista_attesa import assegna
from selezioni_pon.rules.ordine import Ordine
from selezioni_pon.rules.spareggio import Estratti, ordina


@dataclass(frozen=True, slots=True)
class Esaminata:
    """An application that the Commission has examined; ``voti`` are those of the Collegio."""

    domanda: DomandaFunzione
    idoneo: bool
    punti: Fraction
    voti: int | None = None


@dataclass(frozen=True, slots=True)
class Attribuzione:
    """To whom an area goes, or what is still needed.

    ``contro`` is why one who has won cannot have it yet; ``da_votare`` are those on whom the
    Collegio votes.
    """

    area: Area
    a: tuple[str, ...]
    da_votare: tuple[str, ...]
    da_sorteggiare: tuple[str, ...]
    contro: tuple[Violazione, ...]
    ordine: Ordine
    motivi: tuple[Motivo, ...]


def attribuisci(
    area: Area,
    esaminate: Sequence[Esaminata],
    al: date,
    regole: RegoleFunzioni,
    estratti: Estratti | None = None,
) -> Attribuzione:
    """Give an area; ``al`` is the day on which the service is counted."""
    idonee = {una.domanda.docente: una for una in esaminate if una.idoneo}
    fonti = regole.fonti
    criteri = (
        Criterio(TipoCriterio.VOTO, fonti.parita),
        Criterio(TipoCriterio.ANZIANITA, fonti.parita),
        Criterio(TipoCriterio.PIU_ANZIANO, fonti.parita),
        Criterio(TipoCriterio.SORTEGGIO, SORTE),
    )
    ordine = ordina([_in_gara(una, al) for una in idonee.values()], criteri, estratti)
    posti = assegna(Fila(gruppi_di(ordine), fonti.parita, fonti.parita), regole.posti.valore)
    vinta = posti.con(StatoPosto.AMMESSO)
    contesa = set(posti.con(StatoPosto.DA_DECIDERE))
    contro = [una for chi in vinta for una in contro_l_incarico(idonee[chi].domanda, regole)]
    return Attribuzione(
        area,
        vinta,
        _aperti(ordine, contesa, Serve.VOTO),
        _aperti(ordine, contesa, Serve.SORTEGGIO),
        tuple(contro),
        ordine,
        (_del_tutto(area, idonee, posti, regole), *_delle_parita(ordine, contesa, vinta)),
    )


def contro_il_voto(
    voti: Mapping[str, int], concorrenti: Sequence[str], votanti: int, regole: RegoleFunzioni
) -> list[Violazione]:
    """What is wrong in a count: votes for others, missing, below zero, more than the voters."""
    fonte, trovate = regole.fonti.parita, []
    if set(voti) != set(concorrenti):
        testo = f"Il Collegio vota su {elenco(concorrenti)}, e i voti sono di {elenco(voti)}."
        trovate.append(Violazione("voto_su_altri", testo, fonte, "voti"))
    if any(numero < 0 for numero in voti.values()):
        trovate.append(Violazione("voti_negativi", "I voti partono da 0.", fonte, "voti"))
    if sum(voti.values()) > votanti:
        testo = f"I voti sono {sum(voti.values())} e i votanti {votanti}."
        trovate.append(Violazione("voti_oltre_i_votanti", testo, fonte, "voti"))
    return trovate


def _in_gara(una: Esaminata, al: date) -> InGara:
    domanda = una.domanda
    return InGara(
        domanda.docente,
        una.punti,
        domanda.nome,
        anzianita=(al - domanda.nell_istituto_dal).days,
        data_nascita=domanda.nascita,
        voti=una.voti,
    )


def _aperti(ordine: Ordine, contesa: set[str], serve: Serve) -> tuple[str, ...]:
    return tuple(
        chi
        for aperto in ordine.aperti
        if aperto.serve is serve and contesa & set(aperto.candidati)
        for chi in aperto.candidati
    )


def _delle_parita(ordine: Ordine, contesa: set[str], vinta: Sequence[str]) -> list[Motivo]:
    decise = [una.motivo for una in ordine.decisioni]
    aperte = [una.motivo for una in ordine.aperti if contesa & set(una.candidati)]
    return [*decise, *aperte] if vinta or contesa else []


def _del_tutto(
    area: Area,
    idonee: Mapping[str, Esaminata],
    posti: Assegnazione,
    regole: RegoleFunzioni,
) -> Motivo:
    vinta = posti.con(StatoPosto.AMMESSO)
    nomi = elenco(idonee[chi].domanda.detto for chi in vinta)
    a_chi = f"va a {nomi}" if vinta else "non va ancora a nessuno"
    testo = (
        f"L’area {area.sigla} ha {plurale(posti.posti, 'posto', 'posti')} e "
        f"{plurale(len(idonee), 'docente idoneo', 'docenti idonei', 'nessun docente idoneo')}: "
        f"{a_chi}."
    )
    return Motivo("attribuzione", f"{area.fonte}; {regole.posti.fonte}", testo)
