"""Two ways of dividing side by side, without names: per head, band by band, and one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from bonus_merito.queries.righe import QuadroDiProcedura
from bonus_merito.rules.misure import NULLA
from bonus_merito.rules.quadro import Esito
from bonus_merito.rules.regole import RegoleBonus
from cpia.scuola.parole import decimale


@dataclass(frozen=True, slots=True)
class FasciaPagata:
    """What one band is paid per head; ``parte`` is the share of the highest of both columns.

    ``uguale``: everybody in it is paid the same, but for an odd cent.
    """

    intervallo: str
    quanti: int
    media: str
    da: str
    a: str
    parte: Fraction
    uguale: bool


@dataclass(frozen=True, slots=True)
class Colonna:
    """A method: who says it, what each band is paid, highest first, and the sum, in euro."""

    metodo: str
    fonte: str
    fasce: Sequence[FasciaPagata]
    totale: str
    inferiore: bool


@dataclass(frozen=True, slots=True)
class Confronto:
    """In force, on trial, and how many would come in or go out."""

    in_vigore: Colonna
    prova: Colonna
    entrano: int
    escono: int

    @property
    def coppie(self) -> list[tuple[FasciaPagata | None, FasciaPagata | None]]:
        """The bands of both, one beside the other, highest first."""
        uno, altro = list(self.in_vigore.fasce), list(self.prova.fasce)
        lungo = max(len(uno), len(altro))
        pieni = [(colonna[i] if i < len(colonna) else None) for colonna in (uno, altro)
                 for i in range(lungo)]  # fmt: skip
        return list(zip(pieni[:lungo], pieni[lungo:], strict=True))


def confronto(mostrato: QuadroDiProcedura, altro: QuadroDiProcedura) -> Confronto:
    """The two judgements beside each other. No query."""
    massimo = max(
        (_media(q) for d in (mostrato, altro) for q in d.quadro.pagati.values()), default=NULLA
    )
    dentro = {riga.chiave for riga in mostrato.beneficiari}
    con_prova = {riga.chiave for riga in altro.beneficiari}
    return Confronto(
        _colonna(mostrato, massimo),
        _colonna(altro, massimo),
        len(con_prova - dentro),
        len(dentro - con_prova),
    )


def pagata_di_piu(quadro: QuadroDiProcedura) -> tuple[FasciaPagata, FasciaPagata] | None:
    """The lower band that is paid more, and the higher one that is paid less. No query."""
    coppia = quadro.quadro.fascia_pagata_di_piu
    if coppia is None:
        return None
    (bassa, alta), intervallo = coppia, quadro.regole.fasce.intervallo
    fasce = {fascia.intervallo: fascia for fascia in _colonna(quadro, NULLA).fasce}
    return fasce[intervallo(bassa)], fasce[intervallo(alta)]


def senza_nomi(mostrato: QuadroDiProcedura, altro: QuadroDiProcedura) -> Iterator[list[object]]:
    """Percentage, band, amounts of both, difference of who is judged: nobody by name.

    The highest percentage first, equal ones by what they are paid: an order that was the
    alphabetical one would tell who they are.
    """
    coppie = [
        (riga.esito, di_prova.esito)
        for riga, di_prova in zip(mostrato.righe, altro.righe, strict=True)
        if riga.esito is not None and di_prova.esito is not None
    ]
    for esito, prova in sorted(coppie, key=_per_percentuale):
        prima, dopo = esito.importo, prova.importo
        yield [
            cifra(esito.percentuale),
            fascia_in_parole(esito.fascia, mostrato.regole),
            _cella(prima),
            fascia_in_parole(prova.fascia, altro.regole),
            _cella(dopo),
            None if prima is None or dopo is None else _cella(dopo - prima),
        ]


def _per_percentuale(coppia: tuple[Esito, Esito]) -> tuple[Fraction, int, int]:
    esito, prova = coppia
    return -esito.percentuale, -(esito.importo or 0), -(prova.importo or 0)


def cifra(numero: Fraction) -> Decimal:
    """A number as a sheet keeps it: two decimals, as on the screen."""
    return Decimal(decimale(numero).replace(".", "").replace(",", "."))


def _cella(centesimi: int | None) -> Decimal | None:
    return None if centesimi is None else cifra(Fraction(centesimi, 100))


def fascia_in_parole(fascia: int | None, regole: RegoleBonus) -> str:
    """``71–85``, or up to where there is no band."""
    if fascia is None:
        return f"fino a {regole.fasce.limiti.valore[0]}"
    return regole.fasce.intervallo(fascia)


def _media(importi: Sequence[int]) -> Fraction:
    return Fraction(sum(importi), len(importi))


def _colonna(quadro: QuadroDiProcedura, massimo: Fraction) -> Colonna:
    metodo, quote = quadro.regole.riparto.metodo, quadro.quadro.pagati
    return Colonna(
        metodo=metodo.valore.etichetta,
        fonte=metodo.fonte,
        fasce=[
            FasciaPagata(
                intervallo=quadro.regole.fasce.intervallo(fascia),
                quanti=len(quote[fascia]),
                media=decimale(_media(quote[fascia]) / 100),
                da=_euro(min(quote[fascia])),
                a=_euro(max(quote[fascia])),
                parte=_media(quote[fascia]) / massimo if massimo else NULLA,
                uguale=max(quote[fascia]) - min(quote[fascia]) <= 1,
            )
            for fascia in sorted(quote, reverse=True)
        ],
        totale=_euro(quadro.quadro.riparto.totale),
        inferiore=quadro.quadro.fascia_pagata_di_piu is not None,
    )


def _euro(centesimi: int | None) -> str:
    return "" if centesimi is None else decimale(Fraction(centesimi, 100))
