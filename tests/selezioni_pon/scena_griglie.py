"""The grids of 2018, counted from what a request writes."""

from fractions import Fraction

from hypothesis import strategies as st

from selezioni_pon.enums import TipoVoce
from selezioni_pon.griglie import griglia
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da

DEL_2018 = (
    "assistente-amministrativo",
    "collaboratore-scolastico",
    "ente-formatore",
    "esperto",
    "esperto-lingua-inglese",
    "formatore-esterno",
    "formatore-interno",
    "madrelingua-inglese",
    "progettista",
    "referente-valutazione",
    "supporto-coordinamento",
    "tutor",
    "tutor-esterno",
    "tutor-interno",
)
# Their years of service have no maximum.
SENZA_FINE = ("assistente-amministrativo", "collaboratore-scolastico")
CHIUSE = tuple(nome for nome in DEL_2018 if nome not in SENZA_FINE)
# Whoever has «a» declares neither «b» nor «b.1».
FUORI_SCELTA = {"madrelingua-inglese": {"2", "b.1"}}


def del_2018(nome):
    return griglia(f"ic-pinocchio-2018/{nome}")


def letti(nome, valori):
    """The titles that a request declares; a fault among them fails the test."""
    letta = del_2018(nome)
    titoli = [titolo_da(letta.voce(voce), valore) for voce, valore in valori.items()]
    assert all(isinstance(titolo, Titolo) for titolo in titoli), titoli
    return titoli


def conta(nome, valori, contesa=None):
    return valuta(del_2018(nome), letti(nome, valori), contesa)


def di(punteggio, numero):
    """The points of one item."""
    return next(punti for punti in punteggio.voci if punti.voce.numero == numero)


def voci_per_tutto(nome):
    """The items that one and the same person may declare together."""
    letta = del_2018(nome)
    fuori = FUORI_SCELTA.get(nome, set())
    return [voce for voce in letta.voci if voce.per(letta.profilo) and voce.numero not in fuori]


def pieno(voce, quanti=50):
    """The best that may be said of an item."""
    match voce.tipo:
        case TipoVoce.SI_NO:
            return True
        case TipoVoce.UNITA:
            return quanti
        case TipoVoce.DISCREZIONALE:
            return int(voce.punti)
        case TipoVoce.DURATE:
            return {grado.parola: quanti for grado in voce.gradi}
        case TipoVoce.VOTO:
            su, lode = voce.scale[0].su, any(fascia.lode for fascia in voce.scale[0].fasce)
            return {"voto": su, "su": su} | ({"lode": True} if lode else {})
        case _:
            return max(voce.gradi, key=lambda grado: grado.punti).parola


def qualunque(voce):
    """Anything that may be said of an item."""
    match voce.tipo:
        case TipoVoce.SI_NO:
            return st.booleans()
        case TipoVoce.UNITA:
            return st.integers(0, 40)
        case TipoVoce.DISCREZIONALE:
            return st.integers(0, int(voce.punti))
        case TipoVoce.DURATE:
            return st.fixed_dictionaries({grado.parola: st.integers(0, 9) for grado in voce.gradi})
        case TipoVoce.VOTO:
            su, minimo = voce.scale[0].su, voce.scale[0].minimo
            return st.integers(minimo, su).map(lambda voto: {"voto": voto, "su": su})
        case _:
            return st.sampled_from([grado.parola for grado in voce.gradi])


def in_righe(tabella):
    """A row for each case of a table: grid, item, what is said of it, its points."""
    return [
        (nome, voce, detto, Fraction(punti))
        for nomi, voce, casi in tabella
        for nome in nomi.split()
        for detto, punti in casi.items()
    ]
