"""A school as the programme ships it: who it is and what its regulations say."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from cpia.norme.rules.calendario import Calendario, Chiusura
from cpia.norme.rules.misure import GiornoMese
from cpia.norme.rules.parametri import Valore
from cpia.norme.rules.vigenza import Disposizione, valore_vigente, valori_vigenti


@dataclass(frozen=True, slots=True)
class IstitutoProfilo:
    denominazione: str
    denominazione_breve: str
    tipo: str
    codice_fiscale: str
    comune: str
    provincia: str
    codice_meccanografico: str | None = None
    indirizzo: str = ""
    cap: str = ""
    telefono: str = ""
    email: str = ""
    pec: str = ""
    sito: str = ""


@dataclass(frozen=True, slots=True)
class SedeProfilo:
    nome: str
    codice_meccanografico: str = ""
    indirizzo: str = ""
    comune: str = ""


@dataclass(frozen=True, slots=True)
class ParametroProfilo:
    chiave: str
    valore: str
    articolo: str
    testo: str = ""
    in_contrasto_con: str = ""


@dataclass(frozen=True, slots=True)
class RegolamentoProfilo:
    chiave: str
    titolo: str
    atto: str
    dal: date
    parametri: tuple[ParametroProfilo, ...]
    al: date | None = None


@dataclass(frozen=True, slots=True)
class Profilo:
    """A school as shipped: who it is, where it is, what its regulations say."""

    slug: str
    istituto: IstitutoProfilo
    sedi: tuple[SedeProfilo, ...]
    regolamenti: tuple[RegolamentoProfilo, ...]

    @property
    def disposizioni(self) -> tuple[Disposizione, ...]:
        """Every parameter of every regulation, as the rules of validity want it."""
        return tuple(
            disposizione(regolamento, parametro)
            for regolamento in self.regolamenti
            for parametro in regolamento.parametri
        )

    def parametro(self, chiave: str, giorno: date) -> Valore:
        """The value in force on ``giorno``. Raises ChiaveSconosciuta."""
        return valore_vigente(chiave, self.disposizioni, giorno)

    def parametri(self, prefisso: str, giorno: date) -> dict[str, Valore]:
        """All parameters under ``prefisso`` as they are on ``giorno``."""
        return valori_vigenti(prefisso, self.disposizioni, giorno)

    def calendario(self, giorno: date, chiusure: tuple[Chiusura, ...] = ()) -> Calendario:
        """The calendar of the seat: patron saint, Saturdays and the closures given."""
        return calendario_da(self.parametri("calendario.", giorno), chiusure)


def disposizione(regolamento: RegolamentoProfilo, parametro: ParametroProfilo) -> Disposizione:
    """A parameter with the regulation that holds it."""
    return Disposizione(
        chiave=parametro.chiave,
        valore=parametro.valore,
        regolamento=regolamento.titolo,
        atto=regolamento.atto,
        articolo=parametro.articolo,
        dal=regolamento.dal,
        al=regolamento.al,
        testo=parametro.testo,
        in_contrasto_con=parametro.in_contrasto_con,
    )


def calendario_da(
    parametri: Mapping[str, Valore], chiusure: tuple[Chiusura, ...] = ()
) -> Calendario:
    """The calendar that the parameters under ``calendario.`` describe, with the closures given."""
    patrono = parametri["calendario.patrono"].valore
    return Calendario(
        patrono=patrono if isinstance(patrono, GiornoMese) else None,
        chiusure=chiusure,
        sabato_lavorativo=parametri["calendario.sabato_lavorativo"].come(bool),
    )
