"""The agreement in plain words, in the language of who learns: for the page and for the PDF."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final

from patto_formativo.cortesia import Testi, testi
from patto_formativo.enums import Lingua
from patto_formativo.rules.fatti import Fatti

MENO: Final = "−"


@dataclass(frozen=True, slots=True)
class Riga:
    """A number and what it means; ``ragione`` is the name of the reason that can be asked.

    Without ``numero`` it is a sentence alone. ``principale`` is the result of the sum.
    """

    chiave: str
    frase: str
    numero: str = ""
    unita: str = ""
    segno: str = ""
    ragione: str = ""
    seguito: str = ""
    principale: bool = False

    @property
    def detta(self) -> str:
        """As it is read aloud or printed: the number once and without its sign, then the words."""
        intera = f"{self.frase} {self.seguito}".strip()
        if not self.numero or self.numero in self.frase:
            return intera
        return f"{self.numero} {self.unita}. {intera}"


@dataclass(frozen=True, slots=True)
class Riassunto:
    """The sentences of a language, the way it is written, what they are worth.

    ``nota`` says that only the Italian text is valid; empty in Italian. ``riletto`` is whether a
    named mediator approved the texts as they are.
    """

    lingua: Lingua
    titolo: str
    righe: tuple[Riga, ...]
    nota: str
    riletto: bool

    @property
    def direzione(self) -> str:
        """For the attribute ``dir``."""
        return "rtl" if self.lingua.da_destra else "ltr"

    @property
    def frasi(self) -> tuple[str, ...]:
        """One sentence for each line, as in the PDF."""
        return tuple(riga.detta for riga in self.righe)


def riassunto(lingua: Lingua, fatti: Fatti, riletto_da: str = "") -> Riassunto:
    """The agreement in plain words.

    ``riletto_da`` is the mediator who approved the texts as they are (``queries.testi``).
    """
    parole = testi(lingua)
    return Riassunto(
        lingua=lingua,
        titolo=parole.dice("conto.titolo"),
        righe=tuple(_righe(parole, fatti)),
        nota=nota_di_cortesia(lingua, riletto_da),
        riletto=lingua == Lingua.ITALIANO or bool(riletto_da),
    )


def nota_di_cortesia(lingua: Lingua, riletto_da: str) -> str:
    """What a text of that language is worth; nothing in Italian, which is what is signed."""
    if lingua == Lingua.ITALIANO:
        return ""
    parole = testi(lingua)
    if riletto_da:
        return parole.dice("pagina.riletta", mediatore=riletto_da)
    return parole.dice("pagina.non_riletta")


def _righe(parole: Testi, fatti: Fatti) -> Iterator[Riga]:
    yield _riga(parole, "corso", fatti.ore_totali)
    if fatti.accoglienza:
        yield _riga(parole, "accoglienza", fatti.accoglienza, segno=MENO)
    if fatti.crediti:
        yield _riga(parole, "crediti", fatti.crediti, segno=MENO, ragione="crediti")
    fine = parole.dice("conto.fine", anno=fatti.anno)
    yield replace(_riga(parole, "piano", fatti.psp), seguito=fine, principale=True)
    yield _presenza(parole, fatti)
    yield _distanza(parole, fatti)
    yield _silenzio(parole, fatti)


def _riga(parole: Testi, chiave: str, ore: Fraction, *, segno: str = "", ragione: str = "") -> Riga:
    return Riga(
        chiave=chiave,
        frase=parole.dice(f"conto.{chiave}", ore=parole.conta("ore", ore)),
        numero=parole.cifre(ore),
        unita=parole.conta("unita", ore),
        segno=segno,
        ragione=ragione,
    )


def _presenza(parole: Testi, fatti: Fatti) -> Riga:
    frase = parole.dice(
        "conto.presenza_esame" if fatti.con_esame else "conto.presenza",
        ore=parole.conta("ore", fatti.minimo),
        mancare=parole.conta("ore", fatti.assenze),
    )
    cifre, unita = parole.cifre(fatti.minimo), parole.conta("unita", fatti.minimo)
    return Riga("presenza", frase, cifre, unita, ragione="presenza")


def _distanza(parole: Testi, fatti: Fatti) -> Riga:
    if not fatti.a_distanza:
        return Riga("distanza", parole.dice("conto.senza_distanza"))
    return _riga(parole, "distanza", fatti.a_distanza, ragione="distanza")


def _silenzio(parole: Testi, fatti: Fatti) -> Riga:
    chiave = "silenzio_minore" if fatti.minorenne else "silenzio"
    frase = parole.dice(f"conto.{chiave}", mesi=parole.conta("mesi", fatti.mesi))
    return Riga("silenzio", frase, ragione="silenzio")
