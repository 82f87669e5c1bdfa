"""A small grid with every kind of item that a commission meets."""

from fractions import Fraction

from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.rules.griglia.modello import Fascia, Grado, Griglia, Scala, Sezione, Voce

F = Fraction
LAUREA = Voce(
    "1", "Laurea", TipoVoce.VOTO, tetto=F(10),
    scale=(
        Scala(110, 66, (
            Fascia(None, F(100), lode=False, punti=F(6)),
            Fascia(F(101), F(110), lode=False, punti=F(8)),
            Fascia(F(110), None, lode=True, punti=F(10)),
        )),
    ),
)  # fmt: skip
ESPERIENZE = Voce("2", "Esperienze", TipoVoce.UNITA, punti=F("2.5"), tetto=F(10))
PATENTE = Voce("3", "Certificazione", TipoVoce.SI_NO, punti=F(3), tetto=F(3))
PROGETTO = Voce(
    "4", "Progetto", TipoVoce.DISCREZIONALE, ChiPropone.COMMISSIONE, punti=F(20), tetto=F(20)
)
COERENZA = Voce(
    "5", "Coerenza", TipoVoce.RUBRICA, ChiPropone.COMMISSIONE, tetto=F(18),
    gradi=(Grado("non coerente", F(0)), Grado("buona", F(12)), Grado("ottima", F(18))),
)  # fmt: skip
GRIGLIA = Griglia(
    "prova/esperto", "Esperto", "Avviso di prova, griglia", "esperto",
    (
        Sezione("A", "Titoli", "", F(20), (LAUREA, ESPERIENZE, PATENTE)),
        Sezione("B", "Progetto", "", None, (PROGETTO, COERENZA)),
    ),
)  # fmt: skip
