"""What one tries on the board: other rules, another fund, other points. Nothing of it is kept."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from functools import lru_cache

from bonus_merito.enums import Area, Metodo
from bonus_merito.models import Procedura
from bonus_merito.rules.misure import in_euro
from bonus_merito.rules.regole import PREFISSO, RegoleBonus, regole_da
from cpia.norme.enums import Origine
from cpia.norme.queries.confronto import scuole_spedite, valori_del_profilo
from cpia.norme.rules.motivi import Valore

SCELTO_QUI = "prova: valore scelto qui"


@dataclass(frozen=True, slots=True)
class Ipotesi:
    """What is tried; what is None or empty stays as it is.

    ``fondo`` in cents; ``assenze`` in per cent of the working days; ``pesi_fascia`` lowest band
    first; ``scuola`` the shipped school (slug) whose rules are taken, its weights apart;
    ``punti`` of an area of a request (its id), instead of those of its activities.
    """

    metodo: Metodo | None = None
    fondo: int | None = None
    assenze: int | None = None
    pesi_fascia: tuple[int, ...] | None = None
    scuola: str = ""
    punti: Mapping[tuple[int, Area], Fraction] = field(default_factory=dict)

    @property
    def delle_regole(self) -> bool:
        """Whether it touches more than the points."""
        return any((self.metodo, self.fondo is not None, self.assenze is not None,
                    self.pesi_fascia, self.scuola))  # fmt: skip

    @property
    def in_parole(self) -> str:
        """What is tried besides the method."""
        parti = []
        if self.scuola:
            parti.append(f"regole di {dict(scuole_spedite())[self.scuola]}")
        if self.pesi_fascia:
            parti.append(f"pesi {', '.join(str(peso) for peso in reversed(self.pesi_fascia))}")
        if self.assenze is not None:
            parti.append(f"assenze fino al {self.assenze} per cento")
        if self.fondo is not None:
            parti.append(f"fondo di {in_euro(self.fondo)}")
        return "; ".join(parti)


def scuole_con_regole(procedura: Procedura) -> list[tuple[str, str]]:
    """Slug and name of the other shipped schools that have rules of their own for the bonus."""
    tutte = _con_regole_proprie(giorno_di(procedura))
    return [(slug, nome) for slug, nome in tutte if slug != procedura.istituto.slug]


@lru_cache(maxsize=32)
def _con_regole_proprie(giorno: date) -> list[tuple[str, str]]:
    return [
        (slug, nome)
        for slug, nome in scuole_spedite()
        if any(
            valore.origine is Origine.REGOLAMENTO
            for valore in valori_del_profilo(slug, PREFISSO, giorno).values()
        )
    ]


def giorno_di(procedura: Procedura) -> date:
    """The day of the rules of a procedure: that of the opening, else the last of its year."""
    if procedura.aperta_il is not None:
        return procedura.aperta_il.date()
    return date(procedura.fondo.anno_scolastico.inizio + 1, 8, 31)


def con_ipotesi(regole: RegoleBonus, ipotesi: Ipotesi, giorno: date) -> RegoleBonus:
    """The rules as one tries them. Raises ProfiloSconosciuto."""
    if ipotesi.scuola:
        altre = regole_da(valori_del_profilo(ipotesi.scuola, PREFISSO, giorno))
        # Points are of the whole percentage, given inside these caps: they mean nothing in others.
        regole = replace(altre, pesi=regole.pesi)
    if ipotesi.assenze is not None:
        assenze = Valore(Fraction(ipotesi.assenze, 100), SCELTO_QUI)
        regole = replace(regole, esclusioni=replace(regole.esclusioni, assenze=assenze))
    riparto = regole.riparto
    if ipotesi.pesi_fascia:
        riparto = replace(riparto, pesi_fascia=Valore(ipotesi.pesi_fascia, SCELTO_QUI))
    if ipotesi.metodo and ipotesi.metodo is not riparto.metodo.valore:
        in_vigore = riparto.metodo
        altra = f"il metodo in vigore è {in_vigore.valore.etichetta} ({in_vigore.fonte})."
        riparto = replace(riparto, metodo=Valore(ipotesi.metodo, SCELTO_QUI, altra))
    return replace(regole, riparto=riparto)
