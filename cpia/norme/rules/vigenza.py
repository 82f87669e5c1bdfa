"""Which value holds on a day: that of the regulation in force, else the catalogue's default."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from cpia.norme.enums import Origine
from cpia.norme.rules.catalogo import CHIAVI, chiave_nota
from cpia.norme.rules.parametri import Valore, ValoreNonValido


@dataclass(frozen=True, slots=True)
class Disposizione:
    """What one regulation says of one parameter, with its text as it is stored."""

    chiave: str
    valore: str
    regolamento: str
    atto: str
    articolo: str
    dal: date
    al: date | None = None
    testo: str = ""
    in_contrasto_con: str = ""

    @property
    def fonte(self) -> str:
        """The whole citation: regulation, article, act of adoption."""
        atto = f" ({self.atto})" if self.atto else ""
        return f"{self.regolamento}, {self.articolo}{atto}"

    def in_vigore(self, giorno: date) -> bool:
        """Whether it holds on ``giorno``, both ends included."""
        return self.dal <= giorno and (self.al is None or giorno <= self.al)


@dataclass(frozen=True, slots=True)
class Guasto:
    """A stored value that its type cannot read, with its place: it must be corrected."""

    chiave: str
    valore: str
    articolo: str
    fonte: str
    errore: str
    testo: str
    in_contrasto_con: str
    origine: Origine = Origine.REGOLAMENTO


def valore_vigente(chiave: str, disposizioni: Iterable[Disposizione], giorno: date) -> Valore:
    """The value of ``chiave`` on ``giorno``.

    The later of two regulations in force prevails (of the same day, the first given); one that
    says otherwise stays visible in ``in_contrasto_con``. Where all are silent the parameter that
    this one follows decides, then the catalogue's default with its source. Raises
    ChiaveSconosciuta and ValoreNonValido.
    """
    return _scegli(chiave, _per_chiave(disposizioni, giorno))


def valori_vigenti(
    prefisso: str, disposizioni: Iterable[Disposizione], giorno: date
) -> dict[str, Valore]:
    """All known parameters whose key begins with ``prefisso``, in the catalogue's order."""
    in_vigore = _per_chiave(disposizioni, giorno)
    return {chiave: _scegli(chiave, in_vigore) for chiave in CHIAVI if chiave.startswith(prefisso)}


def valori_e_guasti(
    disposizioni: Iterable[Disposizione], giorno: date
) -> dict[str, Valore | Guasto]:
    """All known parameters; what cannot be read is shown as it is and stops none of the others."""
    in_vigore = _per_chiave(disposizioni, giorno)
    return {chiave: _scegli_o_guasto(chiave, in_vigore) for chiave in CHIAVI}


def _scegli_o_guasto(
    chiave: str, in_vigore: Mapping[str, Sequence[Disposizione]]
) -> Valore | Guasto:
    try:
        return _scegli(chiave, in_vigore)
    except ValoreNonValido as errore:
        prima = in_vigore.get(chiave, in_vigore.get(CHIAVI[chiave].segue, ()))[0]
        return Guasto(
            chiave=chiave,
            valore=prima.valore,
            articolo=prima.articolo,
            fonte=prima.fonte,
            errore=str(errore),
            testo=prima.testo,
            in_contrasto_con=prima.in_contrasto_con,
        )


def _per_chiave(
    disposizioni: Iterable[Disposizione], giorno: date
) -> dict[str, list[Disposizione]]:
    """The provisions in force by key, the latest regulation first."""
    per_chiave: dict[str, list[Disposizione]] = {}
    valide = (d for d in disposizioni if d.in_vigore(giorno))
    for disposizione in sorted(valide, key=lambda d: d.dal, reverse=True):
        per_chiave.setdefault(disposizione.chiave, []).append(disposizione)
    return per_chiave


def _scegli(chiave: str, in_vigore: Mapping[str, Sequence[Disposizione]]) -> Valore:
    nota = chiave_nota(chiave)
    if chiave in in_vigore:
        return _valore(in_vigore[chiave])
    if nota.segue in in_vigore:
        seguito = _scegli(nota.segue, in_vigore)
        etichetta = CHIAVI[nota.segue].etichetta
        parole = f" ({seguito.testo})" if seguito.testo else ""
        testo = f"Nessun valore proprio: vale quello di «{etichetta}»{parole}."
        return replace(seguito, chiave=chiave, testo=testo)
    return nota.valore_predefinito


def _valore(disposizioni: Sequence[Disposizione]) -> Valore:
    """The first provision, with those that say otherwise kept in sight."""
    prima, *altre = disposizioni
    nota = chiave_nota(prima.chiave)
    valore = nota.leggi(prima.valore)
    contrasti = [prima.in_contrasto_con] if prima.in_contrasto_con else []
    contrasti += [
        f"{altra.fonte}: {altra.valore}." for altra in altre if nota.leggi(altra.valore) != valore
    ]
    return Valore(
        chiave=prima.chiave,
        valore=valore,
        articolo=prima.articolo,
        fonte=prima.fonte,
        testo=prima.testo,
        origine=Origine.REGOLAMENTO,
        in_contrasto_con=" ".join(contrasti),
    )
