"""The table student × competence, ready to be written out: only texts and no sums."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.utils.text import slugify

from competenze.enums import Livello, OrigineLivello
from competenze.models import LIVELLI_CERTIFICABILI
from competenze.queries.classe import Classe, Colonna
from competenze.queries.quadro.conteggi import Chiave
from competenze.queries.quadro.figure import Profilo, profilo, striscia
from competenze.queries.quadro.risultati import (
    Risultato,
    colonne_della_classe,
    studenti_per_lingua,
)
from competenze.rules.italiano import decimale
from competenze.rules.media import Riepilogo

DA_DEFINIRE = "da definire"
SCRITTE = {"": DA_DEFINIRE, "NV": "nv"}
SEGNI = {
    OrigineLivello.MEDIA: "",
    OrigineLivello.DECISIONE: "deciso",
    OrigineLivello.CONSIGLIO: "deliberato",
}
# A single consonant between two vowels begins a syllable: the one sure place for a hyphen.
SILLABA = re.compile(r"(?<=\w[aeiou])(?=[bcdfglmnprstvz][aeiou]\w)")


@dataclass(frozen=True, slots=True)
class Casella:
    """A cell as it is written: ``di`` names it in addresses, ``livello`` is what one reads.

    ``segno`` says that a person set the level: deciso (coordinator), deliberato (consiglio).
    """

    di: str
    colonna: str
    livello: str
    classi: str
    segno: str
    media: str
    numero: int
    simbolo: str
    x: str


@dataclass(frozen=True, slots=True)
class Riga:
    """A student; None stands where the student does not study that language."""

    numero: int
    studente: str
    caselle: tuple[Casella | None, ...]
    profilo: Profilo
    in_parole: str


@dataclass(frozen=True, slots=True)
class ColonnaTabella:
    """A column: one competence, or languages that no student studies together.

    ``breve`` carries soft hyphens; ``distribuzione`` counts the levels of the class.
    """

    chiavi: tuple[tuple[int, str], ...]
    nome: str
    breve: str
    sigla: str
    distribuzione: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Tabella:
    colonne: tuple[ColonnaTabella, ...]
    righe: tuple[Riga, ...]

    def casella(self, di: str) -> Casella | None:
        """The cell with this address."""
        tutte = (casella for riga in self.righe for casella in riga.caselle)
        return next((casella for casella in tutte if casella and casella.di == di), None)


def tabella(classe: Classe, risultati: Mapping[Chiave, Risultato]) -> Tabella:
    """Lay the results of a class on the table."""
    gruppi = _gruppi_di_colonne(classe)
    return Tabella(
        colonne=tuple(_colonna(gruppo, classe, risultati) for gruppo in gruppi),
        righe=tuple(
            _riga(numero, iscrizione.pk, str(iscrizione.persona), gruppi, risultati)
            for numero, iscrizione in enumerate(classe.iscrizioni, start=1)
        ),
    )


def casella(risultato: Risultato) -> Casella:
    """One cell, ready to be written."""
    livello, segno = risultato.codice, SEGNI[risultato.valido.origine]
    media, simbolo, x = _misure(risultato.riepilogo)
    return Casella(
        di=indirizzo(risultato),
        colonna=risultato.colonna.nome_breve,
        livello=SCRITTE.get(livello, livello),
        classi=f"liv-{livello or 'nessuno'} {segno}",
        segno=segno,
        media=media,
        numero=risultato.riepilogo.numero,
        simbolo=simbolo,
        x=x,
    )


def indirizzo(risultato: Risultato) -> str:
    """How addresses and the page name a cell: ``iscrizione-competenza-lingua``."""
    competenza, lingua = risultato.colonna.chiave
    return f"{risultato.iscrizione.pk}-{competenza}-{lettere(lingua)}"


@lru_cache
def lettere(lingua: str) -> str:
    """A language as it stands in an address."""
    return slugify(lingua)


# The same few sums come back in every class: they are written once.
@lru_cache(maxsize=4096)
def _misure(riepilogo: Riepilogo) -> tuple[str, str, str]:
    """The mean in words, the range of the strip, where the mean stands on it."""
    segno = striscia(riepilogo)
    if segno is None or riepilogo.media is None:
        return "", "", ""
    return decimale(riepilogo.media), segno.simbolo, segno.x


def _riga(
    numero: int,
    iscrizione_id: int,
    studente: str,
    gruppi: Sequence[Sequence[Colonna]],
    risultati: Mapping[Chiave, Risultato],
) -> Riga:
    trovati = [_del_gruppo(iscrizione_id, gruppo, risultati) for gruppo in gruppi]
    return Riga(
        numero=numero,
        studente=studente,
        caselle=tuple(casella(risultato) if risultato else None for risultato in trovati),
        profilo=profilo([risultato.valido.livello if risultato else None for risultato in trovati]),
        in_parole="; ".join(_in_parole(risultato) for risultato in trovati if risultato),
    )


def _del_gruppo(
    iscrizione_id: int, gruppo: Sequence[Colonna], risultati: Mapping[Chiave, Risultato]
) -> Risultato | None:
    for colonna in gruppo:
        if risultato := risultati.get((iscrizione_id, *colonna.chiave)):
            return risultato
    return None


def _in_parole(risultato: Risultato) -> str:
    livello = risultato.valido.livello
    return f"{risultato.colonna.nome_breve} {livello.etichetta if livello else DA_DEFINIRE}"


def _gruppi_di_colonne(classe: Classe) -> list[list[Colonna]]:
    """One group a column; languages studied by different students share one."""
    lingue = studenti_per_lingua(classe)
    gruppi: list[list[Colonna]] = []
    for colonna in colonne_della_classe(classe):
        for gruppo in gruppi:
            if _insieme(colonna, gruppo, lingue):
                gruppo.append(colonna)
                break
        else:
            gruppi.append([colonna])
    return gruppi


def _insieme(
    colonna: Colonna, gruppo: Sequence[Colonna], lingue: Mapping[str, frozenset[int]]
) -> bool:
    return all(
        colonna.competenza == altra.competenza
        and lingue[colonna.lingua].isdisjoint(lingue[altra.lingua])
        for altra in gruppo
    )


def _colonna(
    gruppo: Sequence[Colonna], classe: Classe, risultati: Mapping[Chiave, Risultato]
) -> ColonnaTabella:
    nomi = [colonna.nome_breve for colonna in gruppo]
    del_gruppo = (_del_gruppo(iscrizione.pk, gruppo, risultati) for iscrizione in classe.iscrizioni)
    breve = " / ".join(nomi)
    return ColonnaTabella(
        chiavi=tuple(colonna.chiave for colonna in gruppo),
        nome="; ".join(colonna.nome for colonna in gruppo),
        breve=SILLABA.sub("\u00ad", breve),
        sigla="/".join(nome[:3] for nome in nomi),
        distribuzione=_distribuzione(risultato for risultato in del_gruppo if risultato),
    )


def _distribuzione(risultati: Iterable[Risultato]) -> tuple[str, ...]:
    conta = Counter(risultato.codice for risultato in risultati)
    livelli = [f"{livello} {conta[livello.value]}" for livello in LIVELLI_CERTIFICABILI]
    altri = {"nv": conta[Livello.NV.value], "da def.": conta[""]}
    return (*livelli, *(f"{nome} {quanti}" for nome, quanti in altri.items() if quanti))
