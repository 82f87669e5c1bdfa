"""Who has a place, who waits, and who enters when a place is free.

Nobody who has a place loses it because another comes before: a free place goes to the first who
waits. Those who are level across the last place wait for the tie, and the place with them.

Source: IC di Porto Venere, titolo 4, capo 3, sez. 3, art. 2 lett. c, e1, f.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from cpia.norme.rules.motivi import Motivo
from cpia.scuola.parole import plurale
from selezioni_pon.enums import StatoPosto
from selezioni_pon.rules.fila import CON_UN_POSTO, Assegnazione, Fila, Riga


@dataclass(frozen=True, slots=True)
class Subentro:
    """The places after somebody left: who enters, in order, and why."""

    dopo: Assegnazione
    entrano: tuple[str, ...]
    motivi: tuple[Motivo, ...]


def assegna(
    fila: Fila,
    posti: int,
    gia_ammessi: Collection[str] = (),
    rinunce: Collection[str] = (),
) -> Assegnazione:
    """Give the places in order; who has one keeps it, who has renounced is passed over.

    Raises ValueError for a negative number of places.
    """
    if posti < 0:
        raise ValueError("i posti non possono essere meno di zero")
    prima = [chi for chi in fila.con_precedenza if chi not in rinunce]
    in_lista = [chi for gruppo in fila.gruppi for chi in gruppo]
    tengono = frozenset(chi for chi in in_lista if chi in gia_ammessi and chi not in rinunce)
    presi = len(prima) + len(tengono)
    lavoro = _Lavoro(
        fila, max(0, posti - len(prima)), max(0, posti - presi), tengono, frozenset(rinunce)
    )
    for chi in fila.con_precedenza:
        lavoro.con_precedenza(chi)
    for gruppo in fila.gruppi:
        lavoro.gruppo(gruppo)
    oltre = max(0, presi - posti)
    motivi = (_del_tutto(fila, posti, len(prima), oltre),)
    return Assegnazione(tuple(lavoro.righe), posti, lavoro.liberi, oltre, motivi)


def subentra(
    fila: Fila, prima: Assegnazione, lasciano: Collection[str], posti: int | None = None
) -> Subentro:
    """What happens when somebody leaves, or when the places become ``posti``.

    ``fila`` may hold new applications. Who had renounced stays out; who was in stays in.
    """
    fuori = {*lasciano, *prima.con(StatoPosto.RINUNCIA)}
    gia = prima.con(*CON_UN_POSTO)
    dopo = assegna(fila, prima.posti if posti is None else posti, gia, fuori)
    entrano = tuple(chi for chi in dopo.con(*CON_UN_POSTO) if chi not in gia)
    quanti = plurale(len(entrano), "domanda entra", "domande entrano", "nessuna domanda entra")
    partono = plurale(len(set(lasciano)), "rinuncia", "rinunce", "nessuna rinuncia")
    restano = plurale(len(dopo.con(StatoPosto.IN_ATTESA)), "resta", "restano", "nessuna resta")
    testo = f"Con {partono} e {_detti(dopo.posti)}, {quanti}, e {restano} in attesa."
    return Subentro(dopo, entrano, (Motivo("scorrimento", fila.scorrimento, testo),))


@dataclass(slots=True)
class _Lavoro:
    """The list read from the first to the last; ``posti`` are those left by the precedences."""

    fila: Fila
    posti: int
    liberi: int
    tengono: frozenset[str]
    rinunce: frozenset[str]
    posizione: int = 1
    attesa: int = 1
    righe: list[Riga] = field(default_factory=list)

    def con_precedenza(self, chi: str) -> None:
        stato, testo = StatoPosto.CON_PRECEDENZA, "Il posto non dipende dall’elenco."
        if chi in self.rinunce:
            stato, testo = StatoPosto.RINUNCIA, "Ha rinunciato al posto."
        self._riga(chi, stato, testo, in_elenco=False)

    def gruppo(self, gruppo: Sequence[str]) -> None:
        """Those who are level: all in, all waiting, or all undecided on the last places."""
        chiedono = [chi for chi in gruppo if chi not in self.tengono and chi not in self.rinunce]
        stato = _stato(len(chiedono), self.liberi)
        for chi in gruppo:
            if chi in self.rinunce:
                self._riga(chi, StatoPosto.RINUNCIA, "Ha rinunciato: il posto passa a chi segue.")
            elif chi in self.tengono:
                self._riga(chi, StatoPosto.AMMESSO, "Ha già avuto il posto, e lo tiene.")
            else:
                self._riga(chi, stato, self._perche(stato, len(chiedono)))
        presi = min(len(chiedono), self.liberi)
        self.liberi -= presi
        self.attesa += len(chiedono) - presi
        self.posizione += len(gruppo)

    def _perche(self, stato: StatoPosto, chiedono: int) -> str:
        dove = f"È in posizione {self.posizione} nell’elenco e {_ci_sono(self.posti)}"
        oltre = self.posizione > self.posti
        if stato is StatoPosto.AMMESSO:
            return f"{dove}: rientra{', perché chi precede ha rinunciato' if oltre else ''}."
        if stato is StatoPosto.IN_ATTESA:
            dati = "" if oltre else "i posti sono già dati, "
            return f"{dove}: {dati}è in posizione {self.attesa} nella lista di attesa."
        return (
            f"{dove}: {plurale(chiedono, 'domanda è', 'domande sono')} a pari merito per "
            f"{_detti(self.liberi)}, e la parità è da sciogliere."
        )

    def _riga(self, chi: str, stato: StatoPosto, testo: str, *, in_elenco: bool = True) -> None:
        fonte = self.fila.scorrimento if in_elenco else self.fila.prima
        posizione = self.posizione if in_elenco else None
        attesa = self.attesa if stato is StatoPosto.IN_ATTESA else None
        self.righe.append(Riga(chi, stato, posizione, attesa, (Motivo(stato, fonte, testo),)))


def _stato(chiedono: int, liberi: int) -> StatoPosto:
    if chiedono <= liberi:
        return StatoPosto.AMMESSO
    return StatoPosto.DA_DECIDERE if liberi else StatoPosto.IN_ATTESA


def _detti(posti: int) -> str:
    return plurale(posti, "posto", "posti", "nessun posto")


def _ci_sono(posti: int) -> str:
    return f"{'c’è' if posti == 1 else 'ci sono'} {_detti(posti)}" if posti else "non ci sono posti"


def _del_tutto(fila: Fila, posti: int, prima: int, oltre: int) -> Motivo:
    chiedono = sum(len(gruppo) for gruppo in fila.gruppi)
    testo = (
        f"{_detti(posti).capitalize()}: {plurale(prima, 'va', 'vanno', 'nessuno va')} a chi ha la "
        f"precedenza, e in elenco {plurale(chiedono, 'domanda', 'domande', 'non c’è nessuno')}."
    )
    if oltre:
        testo += (
            f" {plurale(oltre, 'domanda ha', 'domande hanno')} un posto oltre quelli che ci sono."
        )
    return Motivo("posti", fila.scorrimento, testo)
