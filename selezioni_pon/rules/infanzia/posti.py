"""How many places a school has: figure by figure, since the regulation writes three of them.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 2 n. 1 and sez. 3, art. 2 lett. e1 and g;
D.P.R. 81/2009, art. 5 c. 2 and art. 9 cc. 2-3.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from cpia.norme.rules.motivi import Motivo, Valore, Violazione
from cpia.scuola.parole import plurale
from selezioni_pon.rules.infanzia.modello import LimitiDisabilita, RegoleInfanzia
from selezioni_pon.rules.infanzia.parametri import PostiPerSezione

DI_NORMA: Final = Valore(26, "D.P.R. 81/2009, art. 9 c. 2: di norma al massimo 26 per sezione")
AL_MASSIMO: Final = Valore(29, "D.P.R. 81/2009, art. 9 c. 3: mai oltre 29 per sezione")

CON_DISABILITA: Final = Valore(
    20, "D.P.R. 81/2009, art. 5 c. 2: di norma non più di 20 con un alunno con disabilità"
)


@dataclass(frozen=True, slots=True)
class Sezione:
    """A section and how many of its children have a severe or another disability."""

    nome: str
    gravi: int = 0
    non_gravi: int = 0


@dataclass(frozen=True, slots=True)
class Posti:
    """All the places of a school, and why so many."""

    totale: int
    motivi: tuple[Motivo, ...]


def posti(sezioni: Sequence[Sezione], regole: RegoleInfanzia, *, in_deroga: bool = False) -> Posti:
    """The places of the sections: as many as are taken in, or the most where ``in_deroga``.

    A section has fewer beside a disability. The reasons show every figure, and which is applied.
    """
    numeri = regole.posti
    applicata = numeri.estremi if in_deroga else numeri.ammessi
    motivi, totale = [_le_cifre(numeri, applicata), _la_legge(applicata.valore)], 0
    for sezione in sezioni:
        suoi, motivo = _della_sezione(sezione, applicata.valore, regole.disabilita)
        totale += suoi
        motivi += [motivo] if motivo else []
    quante = plurale(len(sezioni), "sezione", "sezioni", "nessuna sezione")
    testo = f"Con {quante} i posti sono in tutto {totale}."
    return Posti(totale, (*motivi, Motivo("posti", applicata.fonte, testo)))


def lista_da_formare(domande: int, sezioni: int, regole: RegoleInfanzia) -> tuple[bool, Motivo]:
    """Whether so many applications make a waiting list: over the threshold of each section."""
    soglia = regole.posti.soglia
    limite = soglia.valore * sezioni
    oltre = domande > limite
    quante = plurale(sezioni, "sezione", "sezioni", "nessuna sezione")
    testo = (
        f"{plurale(domande, 'domanda', 'domande', 'Nessuna domanda')} per {quante}: la lista di "
        f"attesa si forma oltre {limite}, e {'si forma' if oltre else 'non serve'}."
    )
    return oltre, Motivo("soglia", soglia.fonte, testo + soglia.altra_fonte)


def contro_i_posti(sezioni: Sequence[Sezione], regole: RegoleInfanzia) -> list[Violazione]:
    """What the figures have against the law, and the sections against their limits."""
    trovate = []
    numeri = regole.posti
    for nome, cifra in (("ammessi", numeri.ammessi), ("estremi", numeri.estremi)):
        if cifra.valore > AL_MASSIMO.valore:
            testo = f"Una sezione di {cifra.valore}: per legge mai oltre {AL_MASSIMO.valore}."
            trovate.append(Violazione("posti_oltre_la_legge", testo, AL_MASSIMO.fonte, nome))
    for sezione in sezioni:
        trovate += _contro_la_sezione(sezione, regole.disabilita)
    return trovate


def _le_cifre(numeri: PostiPerSezione, applicata: Valore[int]) -> Motivo:
    tutte = (numeri.soglia, numeri.ammessi, numeri.estremi)
    contrasto = any(una.in_contrasto_con for una in tutte)
    regola = "posti_in_contrasto" if contrasto else "posti_per_sezione"
    testo = (
        f"Per sezione: lista di attesa oltre {numeri.soglia.valore} domande, "
        f"{numeri.ammessi.valore} posti in ordine di elenco, {numeri.estremi.valore} in casi "
        f"particolari. Si applicano {applicata.valore} posti.{applicata.altra_fonte}"
    )
    fonti = dict.fromkeys((applicata.fonte, *(una.fonte for una in tutte)))
    return Motivo(regola, "; ".join(fonti), testo)


def _la_legge(applicati: int) -> Motivo:
    come = "più dei" if applicati > DI_NORMA.valore else "entro i"
    testo = (
        f"Si applicano {applicati} posti per sezione, {come} {DI_NORMA.valore} che la legge dà di "
        f"norma, con un limite di {AL_MASSIMO.valore}."
    )
    return Motivo("posti_per_legge", f"{DI_NORMA.fonte}; {AL_MASSIMO.fonte}", testo)


def _della_sezione(
    sezione: Sezione, posti_suoi: int, limiti: LimitiDisabilita
) -> tuple[int, Motivo | None]:
    limite, chi = posti_suoi, ""
    if sezione.gravi:
        limite, chi = limiti.posti_con_grave, "in situazione di gravità"
    elif sezione.non_gravi:
        limite, chi = limiti.posti_con_non_grave, "non grave"
    suoi = min(limite, posti_suoi)
    contrasto = f" Altra fonte: {CON_DISABILITA.fonte}." if suoi > CON_DISABILITA.valore else ""
    if not chi or (suoi == posti_suoi and not contrasto):
        return posti_suoi, None
    testo = f"La sezione {sezione.nome} accoglie una disabilità {chi}: {suoi} posti"
    invece = f" invece di {posti_suoi}" if suoi < posti_suoi else ""
    motivo = Motivo("posti_con_disabilita", limiti.fonte, f"{testo}{invece}.{contrasto}")
    return suoi, motivo


def _contro_la_sezione(sezione: Sezione, limiti: LimitiDisabilita) -> Iterator[Violazione]:
    conti = (
        (sezione.gravi, limiti.gravi_per_sezione, "in situazione di gravità"),
        (sezione.non_gravi, limiti.non_gravi_per_sezione, "non gravi"),
    )
    for quanti, massimo, chi in conti:
        if quanti > massimo:
            detti = plurale(quanti, "alunno con disabilità", "alunni con disabilità")
            testo = f"La sezione {sezione.nome} avrebbe {detti} {chi}: al massimo {massimo}."
            yield Violazione("disabilita_per_sezione", testo, limiti.fonte, sezione.nome)
