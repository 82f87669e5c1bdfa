"""What the pages of the passage show: where each step is, the rows of the preview."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cpia.scuola.anno.queries.lettura import Lettura
from cpia.scuola.anno.rules.classi import ClasseLetta, Sorte, VoceClasse, classi_del_nuovo_anno
from cpia.scuola.anno.rules.copie import Copia, Genere, StatoCopia
from cpia.scuola.anno.rules.esiti import Riga, Stato, StudenteLetto

GLIFI = {
    Stato.NUOVO: "in-corso",
    Stato.INVARIATO: "fatto",
    Stato.PROBLEMA: "manca",
    Stato.DA_DECIDERE: "da-fare",
}
PAROLE = {
    Stato.NUOVO: "nuovo",
    Stato.INVARIATO: "invariato",
    Stato.PROBLEMA: "problema",
    Stato.DA_DECIDERE: "da decidere",
}


@dataclass(frozen=True, slots=True)
class RigaAnteprima:
    """One row of the preview, of a student or of something copied."""

    chi: str
    da: str
    stato: Stato
    testo: str
    fonte: str

    @property
    def glifo(self) -> str:
        return GLIFI[self.stato]

    @property
    def parola(self) -> str:
        return PAROLE[self.stato]


def anteprima(
    lettura: Lettura, copie: Iterable[Copia]
) -> tuple[list[RigaAnteprima], list[RigaAnteprima]]:
    """The rows of the students and those of what is copied, in the order of the classes."""
    studenti = [_studente(riga) for riga in sorted(lettura.righe(), key=_ordine)]
    scelte = frozenset(lettura.passaggio.scelte)
    return studenti, [_copia(copia) for copia in copie if copia.chiave in scelte]


def _ordine(riga: Riga) -> tuple[int, str, str]:
    classe = riga.studente.classe
    return classe.anno_di_corso, classe.corso.sigla, classe.sezione


def _studente(riga: Riga) -> RigaAnteprima:
    testo = riga.testo
    if riga.stato == Stato.INVARIATO and riga.classe:
        testo = f"già passato in {riga.classe.detta}"
    return RigaAnteprima(
        riga.studente.nome, riga.studente.classe.detta, riga.stato, testo, riga.fonte
    )


STATI_COPIA = {
    StatoCopia.POSSIBILE: Stato.NUOVO,
    StatoCopia.ESISTE: Stato.INVARIATO,
    StatoCopia.IMPOSSIBILE: Stato.PROBLEMA,
}
NOMI = {
    Genere.CATTEDRA: "disciplina",
    Genere.DOCENTE: "docente",
    Genere.COORDINATORE: "coordinatore",
    Genere.GRUPPO: "gruppo",
    Genere.UFFICIO: "ufficio",
}


def _copia(copia: Copia) -> RigaAnteprima:
    verso = f"in {copia.verso.detta}: " if copia.verso else ""
    return RigaAnteprima(
        f"{copia.titolo} ({NOMI[copia.genere]})" if copia.genere in _MUTI else copia.titolo,
        copia.da.detta if copia.da else "uffici",
        STATI_COPIA[copia.stato],
        f"{verso}{copia.motivo}",
        copia.fonte,
    )


_MUTI = {Genere.CATTEDRA, Genere.DOCENTE, Genere.GRUPPO}


def conta(righe: Iterable[RigaAnteprima]) -> dict[Stato, int]:
    """How many rows of each state, every state named."""
    quante = Counter(riga.stato for riga in righe)
    return {stato: quante[stato] for stato in Stato}


@dataclass(frozen=True, slots=True)
class ClasseDaDecidere:
    """A class of the old year with how far its outcomes are."""

    classe: ClasseLetta
    studenti: int
    decisi: int
    passati: int
    problemi: int

    @property
    def da_decidere(self) -> int:
        return self.studenti - self.decisi

    @property
    def glifo(self) -> str:
        if self.problemi:
            return "manca"
        if self.passati == self.studenti:
            return "fatto"
        return "da-fare" if not self.decisi else "in-corso"


def classi_da_decidere(lettura: Lettura) -> list[ClasseDaDecidere]:
    """The classes of the old year that have students."""
    righe: dict[int, list[Riga]] = {}
    for riga in lettura.righe():
        righe.setdefault(riga.studente.classe.id, []).append(riga)
    return [
        ClasseDaDecidere(
            classe,
            len(sue),
            sum(riga.stato != Stato.DA_DECIDERE for riga in sue),
            sum(riga.stato == Stato.INVARIATO for riga in sue),
            sum(riga.stato == Stato.PROBLEMA for riga in sue),
        )
        for classe in lettura.vecchie
        if (sue := righe.get(classe.id))
    ]


def cerca(lettura: Lettura, testo: str, al_massimo: int) -> tuple[list[StudenteLetto], int]:
    """The students whose name holds every word, the first ones; and how many they are."""
    parole = testo.casefold().split()
    trovati = [s for s in lettura.studenti if all(p in s.nome.casefold() for p in parole)]
    return trovati[:al_massimo], len(trovati)


@dataclass(frozen=True, slots=True)
class ClasseDaCopiare:
    """A class with what may be copied of it; without a class, the offices."""

    classe: ClasseLetta | None
    copie: tuple[Copia, ...]
    scelte: int

    @property
    def possibili(self) -> int:
        return sum(copia.stato == StatoCopia.POSSIBILE for copia in self.copie)

    @property
    def esistenti(self) -> int:
        return sum(copia.stato == StatoCopia.ESISTE for copia in self.copie)

    @property
    def chiave(self) -> str:
        return str(self.classe.id) if self.classe else "uffici"

    @property
    def nome(self) -> str:
        return self.classe.detta if self.classe else "Uffici"

    @property
    def verso(self) -> str:
        return ", ".join(dict.fromkeys(c.verso.detta for c in self.copie if c.verso))


def per_classe(lettura: Lettura, copie: Sequence[Copia]) -> list[ClasseDaCopiare]:
    """The proposals gathered by class of the old year, the offices last."""
    insiemi: dict[int | None, list[Copia]] = {classe.id: [] for classe in lettura.vecchie}
    insiemi[None] = []
    for copia in copie:
        insiemi[copia.da.id if copia.da else None].append(copia)
    scelte = frozenset(lettura.passaggio.scelte)
    classi = {classe.id: classe for classe in lettura.vecchie}
    return [
        ClasseDaCopiare(
            classi[chiave] if chiave else None,
            tuple(sue),
            sum(c.chiave in scelte for c in sue if c.stato == StatoCopia.POSSIBILE),
        )
        for chiave, sue in insiemi.items()
        if sue
    ]


@dataclass(frozen=True, slots=True)
class Passi:
    """Where each step is, as glyphs of the tabs."""

    classi: str
    studenti: str
    incarichi: str
    anteprima: str


def passi(lettura: Lettura) -> Passi:
    """Where each step is; needs no further query."""
    decisi = sum(bool(studente.esito) for studente in lettura.studenti)
    fatto = lettura.passaggio.compiuto_il is not None
    return Passi(
        classi="fatto" if lettura.nuove else "da-fare",
        studenti=_quanto(decisi, len(lettura.studenti)),
        incarichi="in-corso" if lettura.passaggio.scelte else "da-fare",
        anteprima="fatto" if fatto else "da-fare",
    )


def _quanto(fatti: int, tutti: int) -> str:
    if not fatti:
        return "da-fare"
    return "fatto" if fatti == tutti else "in-corso"


def voci(lettura: Lettura) -> list[VoceClasse]:
    """The classes of the new year, there or proposed."""
    return classi_del_nuovo_anno(lettura.vecchie, lettura.nuove)


def da_creare(voci: Iterable[VoceClasse]) -> int:
    """How many of them are not there yet."""
    return sum(voce.sorte == Sorte.NUOVA for voce in voci)
