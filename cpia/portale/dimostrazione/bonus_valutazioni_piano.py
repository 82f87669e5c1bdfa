"""What the dirigente of the demo gave to each who asked: points by area, additional, words."""

from dataclasses import dataclass
from decimal import Decimal

D = Decimal
NIENTE = Decimal(0)


@dataclass(frozen=True)
class Giudicato:
    """Points of the areas A, B and C; the additional percentage with its reason."""

    punti: tuple[Decimal, Decimal, Decimal]
    aggiuntiva: Decimal = NIENTE
    perche: str = ""


def _g(a: str, b: str, c: str) -> Giudicato:
    return Giudicato((D(a), D(b), D(c)))


GIUDICATI = {
    "Accardi": _g("38", "21", "31.5"),
    "Bellavia": _g("36", "22", "32.2"),
    "Buscemi": _g("32", "17.5", "26.6"),
    "Cusumano": _g("24", "13", "20.3"),
    "Di Liberto": Giudicato(
        (D("37.6"), D("22.5"), D("30.8")), D(1),
        "Ha tenuto per tutto l’anno i rapporti con la casa circondariale, senza un incarico.",
    ),
    "Gangitano": _g("36.8", "20", "32.9"),
    "Giarratana": _g("28.8", "20", "27.65"),
    "Iacona": _g("19.2", "10", "18.2"),
    "La Ferrera": _g("35.2", "23", "31.5"),
    "Lo Nigro": _g("32.8", "17", "25.9"),
    "Mancuso": _g("38.4", "23", "35"),
    "Pirrello": _g("34.4", "22.5", "31.15"),
    "Puleo": _g("31.2", "19", "28"),
    "Raitano": _g("36", "21.5", "29.4"),
    "Restivo": _g("35.2", "21", "28"),
    "Sciortino": _g("26.4", "15", "24.5"),
    "Spitale": _g("30.4", "18", "27.3"),
    "Vaccaro": _g("17.6", "12.5", "16.1"),
    "Zagarella": _g("29.6", "19.5", "28"),
}  # fmt: skip
# Of whom the last activity of area A is not confirmed.
NON_CONFERMA = "Bellavia"

# By level of Tabella A; a judgement of the same level repeats them from the first.
GIUDIZI = {
    1: (
        "Iniziativa propria, ben documentata e ripresa dai colleghi.",
        "Contributo originale: i materiali sono usati in tutte le sedi.",
    ),
    2: (
        "Compito svolto con regolarità, documentato.",
        "Attività efficiente e puntuale, con i risultati attesi.",
    ),
    3: (
        "Compito svolto con diligenza, secondo gli indirizzi collegiali.",
        "Attività curata nei documenti, senza sviluppi ulteriori.",
    ),
}
NON_CONFERMATA = "Rientra negli obblighi di servizio: non aggiunge nulla alla normale attività."
MOTIVAZIONI = {
    3: "Iniziative proprie, documentate e condivise, in tutte le aree: è un punto di riferimento "
    "per la scuola.",
    2: "Compiti svolti con regolarità ed efficienza, e responsabilità assunte quando è servito.",
    1: "Attività svolte con cura oltre i compiti ordinari, soprattutto nell’accoglienza e nel "
    "coordinamento.",
    0: "Le attività dichiarate rientrano nella normale attività.",
}
