"""Who asks for the bonus in the CPIA of the demo, and what the Comitato deliberated."""

from datetime import date
from decimal import Decimal

from cpia.portale.dimostrazione.organi_delibere_piano import DeliberaDemo, SedutaDemo
from cpia.portale.dimostrazione.piano import Conto

# Those who ask, in the alphabetical order of the board.
CHIEDONO = (
    ("Accardi", "Rosanna", "F"), ("Bellavia", "Enzo", "M"), ("Buscemi", "Loredana", "F"),
    ("Cusumano", "Dario", "M"), ("Di Liberto", "Sonia", "F"), ("Farruggia", "Nunzia", "F"),
    ("Gangitano", "Piero", "M"), ("Giarratana", "Lidia", "F"), ("Iacona", "Salvo", "M"),
    ("La Ferrera", "Ines", "F"), ("Lo Nigro", "Agata", "F"), ("Mancuso", "Tullio", "M"),
    ("Milazzo", "Ornella", "F"), ("Pirrello", "Carla", "F"), ("Puleo", "Gaspare", "M"),
    ("Raitano", "Vita", "F"), ("Restivo", "Anna", "F"), ("Sciortino", "Ugo", "M"),
    ("Spitale", "Mirella", "F"), ("Tedesco", "Alfio", "M"), ("Vaccaro", "Bruna", "F"),
    ("Zagarella", "Livio", "M"),
)  # fmt: skip
# With those that the organs have already they are the 47 tenured teachers in service.
NON_CHIEDONO = (("Cordaro", "Ester", "F"), ("Geraci", "Filippo", "M"), ("Nicoletti", "Rosa", "F"))
DI_RUOLO = 47

DOCENTE = Conto(
    "accardi@cpiaclen.example", "Accardi", "Rosanna", "F", "docente, ha chiesto il bonus"
)
COMPONENTE = Conto(
    "comitato@cpiaclen.example", "Cordaro", "Ester", "F",
    "docente, siede nel Comitato di valutazione",
)  # fmt: skip
CONTI = (DOCENTE, COMPONENTE)

BOZZA_IL = date(2024, 3, 4)
DELIBERATI_IL = date(2024, 3, 14)
ADOTTATI_IL = date(2024, 3, 15)
FONDO_IL = date(2024, 4, 22)
FONDO = Decimal("10450.00")
COMUNICATO_CON = "nota della Direzione generale per le risorse, 18 aprile 2024"
SEDUTA = SedutaDemo(
    1,
    DELIBERATI_IL,
    (
        DeliberaDemo(
            "Criteri per la valorizzazione del merito dei docenti, anno scolastico 2023/24",
            "di adottare i criteri per la valorizzazione del merito dei docenti per l’anno "
            "scolastico 2023/24, nelle aree A, B e C e con la Tabella A dei livelli",
            (
                ("visto", "l’art. 1, commi da 126 a 130, della legge 13 luglio 2015, n. 107"),
                ("visti", "i criteri approvati il 20 maggio 2019"),
            ),
            come="all’unanimità dei 7 presenti",
        ),
    ),
    in_carica=7,
)
