"""Who is offered a post: down the ranking, one after the other, while there are posts.

Source: IC Porto Venere, Regolamento incarichi, art. 4 c. 10 and art. 6. How many may be asked at
a time is practice: as many as the posts that are free.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

from cpia.norme.rules.motivi import Motivo, Violazione
from cpia.scuola.parole import elenco, plurale
from selezioni_pon.enums import StatoProposta
from selezioni_pon.rules.fonti import regolamento
from selezioni_pon.rules.in_gara import InGara
from selezioni_pon.rules.ordine import Ordine

ART_6: Final = regolamento("art. 6 c. 1")
OCCUPANO: Final = (StatoProposta.ACCETTATA, StatoProposta.IN_ATTESA)


@dataclass(frozen=True, slots=True)
class Scorrimento:
    """Who has a post, who is asked, who is to be asked now, and what is left.

    ``pari`` are those still level across the last free post: a draw must come first.
    ``in_piu`` hold a post that a higher place has not been offered; ``passati`` were offered one
    and do not hold it.
    """

    assegnati: tuple[str, ...]
    in_attesa: tuple[str, ...]
    da_proporre: tuple[str, ...]
    pari: tuple[str, ...]
    scoperti: int
    in_piu: tuple[str, ...]
    passati: tuple[str, ...]
    motivi: tuple[Motivo, ...]


def scorri(ordine: Ordine, posti: int, proposte: Mapping[str, StatoProposta]) -> Scorrimento:
    """Who comes next for ``posti`` equal posts, one each.

    Who refuses, lets the days pass or leaves is passed by, and the next one is asked. Raises
    ValueError for a negative number of posts or a proposal to who is not ranked.
    """
    if posti < 0 or proposte.keys() - {posto.candidato.id for posto in ordine.posti}:
        raise ValueError("le proposte vanno a chi è in graduatoria, e i posti non sono negativi")
    occupati = [chi for chi, stato in proposte.items() if stato in OCCUPANO]
    liberi = max(0, posti - len(occupati))
    da_proporre, pari = _prossimi(ordine, liberi, proposte)
    scoperti = liberi - len(da_proporre) if not pari else 0
    in_fila = [posto.candidato for posto in ordine.posti]
    return Scorrimento(
        _con(in_fila, proposte, StatoProposta.ACCETTATA),
        _con(in_fila, proposte, StatoProposta.IN_ATTESA),
        tuple(uno.id for uno in da_proporre),
        tuple(uno.id for uno in pari),
        scoperti,
        _saltati(ordine, proposte),
        tuple(u.id for u in in_fila if u.id in proposte and u.id not in occupati),
        (*_passati(in_fila, posti, proposte), *_adesso(da_proporre, pari, scoperti)),
    )


def _prossimi(
    ordine: Ordine, liberi: int, proposte: Mapping[str, StatoProposta]
) -> tuple[list[InGara], list[InGara]]:
    """Those to be asked for the free posts, and those level where the posts end among them."""
    prossimi: list[InGara] = []
    for _, livello in groupby(ordine.posti, key=lambda posto: posto.posizione):
        nuovi = [posto.candidato for posto in livello if posto.candidato.id not in proposte]
        if len(prossimi) + len(nuovi) > liberi:
            restano = liberi - len(prossimi)
            return prossimi, nuovi if restano else []
        prossimi += nuovi
    return prossimi, []


def _con(
    in_fila: Sequence[InGara], proposte: Mapping[str, StatoProposta], stato: StatoProposta
) -> tuple[str, ...]:
    return tuple(uno.id for uno in in_fila if proposte.get(uno.id) is stato)


def _saltati(ordine: Ordine, proposte: Mapping[str, StatoProposta]) -> tuple[str, ...]:
    """Who holds a post, or is asked, while a better place never was."""
    mai = [posto.posizione for posto in ordine.posti if posto.candidato.id not in proposte]
    if not mai:
        return ()
    return tuple(
        posto.candidato.id
        for posto in ordine.posti
        if proposte.get(posto.candidato.id) in OCCUPANO and posto.posizione > min(mai)
    )


def _passati(
    in_fila: Sequence[InGara], posti: int, proposte: Mapping[str, StatoProposta]
) -> Iterator[Motivo]:
    coperti = sum(stato in OCCUPANO for stato in proposte.values())
    testo = f"{plurale(posti, 'posto', 'posti')}, "
    testo += plurale(
        coperti,
        "già proposto o assegnato.",
        "già proposti o assegnati.",
        "nessuno ancora proposto.",
    )
    yield Motivo("posti", ART_6, testo)
    for uno in in_fila:
        stato = proposte.get(uno.id)
        if stato is not None and stato not in OCCUPANO:
            testo = f"La proposta a {uno.detto} è {stato.etichetta}: si passa a chi segue."
            yield Motivo("scorre", ART_6, testo)


def _adesso(
    da_proporre: Sequence[InGara], pari: Sequence[InGara], scoperti: int
) -> Iterator[Motivo]:
    if da_proporre:
        testo = f"Ora l’incarico si propone a {elenco(uno.detto for uno in da_proporre)}."
        yield Motivo("da_proporre", ART_6, testo)
    if pari:
        testo = f"{elenco(uno.detto for uno in pari)} sono alla pari e i posti non bastano a tutti:"
        yield Motivo("parita", ART_6, f"{testo} prima si decide la parità.")
    if scoperti:
        resta = plurale(scoperti, "posto resta scoperto", "posti restano scoperti")
        yield Motivo("scoperti", ART_6, f"La graduatoria è finita: {resta}.")


def verifica_proposta(scorrimento: Scorrimento, chi: str, nome: str) -> list[Violazione]:
    """What is against offering the post to this one now."""
    if chi in scorrimento.da_proporre:
        return []
    if chi in (*scorrimento.assegnati, *scorrimento.in_attesa):
        testo = f"A {nome} l’incarico è già stato proposto."
        return [Violazione("gia_proposto", testo, ART_6)]
    perche = "prima c’è chi è più avanti in graduatoria"
    if chi in scorrimento.passati:
        perche = "ha già avuto la proposta, e si è passati a chi segue"
    elif chi in scorrimento.pari:
        perche = "prima si decide la parità"
    elif not scorrimento.da_proporre and not scorrimento.pari:
        perche = "non ci sono posti liberi"
    testo = f"A {nome} l’incarico non si può proporre: {perche}."
    return [Violazione("non_tocca", testo, ART_6)]
