"""Whom the comprensivo of the demo looks for, with which grids, on which days."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cpia.portale.dimostrazione.scuola import istante

ESPERTO, TUTOR, LINGUA = (
    "ic-pinocchio-2018/esperto",
    "ic-pinocchio-2018/tutor",
    "ic-pinocchio-2018/esperto-lingua-inglese",
)
DELIBERA = "Consiglio d’istituto, delibera n. 81 del 26 aprile 2018, allegato 1"


@dataclass(frozen=True, slots=True)
class GrigliaDemo:
    """A grid of the school, copied from one that the programme ships."""

    da: str
    titolo: str
    il: date


GRIGLIE = (
    GrigliaDemo(ESPERTO, "Esperti dei moduli", date(2024, 5, 6)),
    GrigliaDemo(TUTOR, "Tutor dei moduli", date(2024, 5, 6)),
)
# Nobody has used it yet: what the check finds in its source is still to be looked at.
IN_LAVORAZIONE = GrigliaDemo(LINGUA, "Esperti di lingua inglese, da rivedere", date(2024, 6, 3))


@dataclass(frozen=True, slots=True)
class AvvisoDemo:
    """A call to the own staff: ``scade`` is at noon, ``griglia`` the place among the grids."""

    ruolo: str
    griglia: int
    posti: int
    compenso: Decimal
    pubblicato: datetime
    scade: date


PROGETTO_IL = date(2024, 5, 6)
PROGETTO = {
    "titolo": "Coding e robotica alla primaria «Collodi»",
    "codice": "10.2.2A-FSEPON-MA-2024-87",
    "cup": "J34D24000310007",
    "finanziato": True,
    "finalita": "Avvicinare gli alunni delle classi quarte e quinte al pensiero computazionale e "
    "al lavoro in gruppo, con attenzione a chi parte più indietro.",
    "attivita": "Due moduli di 30 ore: programmazione a blocchi, costruzione e programmazione di "
    "piccoli robot, giornata finale aperta alle famiglie.",
    "prodotti": "I progetti dei gruppi, un quaderno di lavoro per i docenti, la relazione finale.",
    "disponibilita": Decimal("6200.00"),
}
ORE = Decimal(30)
COMUNE = {
    "ore": ORE,
    "dal": date(2024, 9, 16),
    "al": date(2024, 12, 20),
    "luogo": "scuola primaria «Collodi», laboratorio di informatica",
    "ordine_scolastico": "scuola primaria",
    "titoli_di_studio": "Diploma di scuola secondaria di II grado; per gli esperti laurea coerente "
    "con il modulo o esperienza documentata.",
    "come_si_presenta": "Con il modulo allegato, il curriculum e un documento, a mano in "
    "segreteria o per posta elettronica certificata, entro il termine.",
}
PER_CHI_NON_LAVORA_QUI = {
    "pagamento": "In un’unica soluzione, dopo la relazione finale e il controllo delle ore svolte.",
    "trattamento": "Compenso lordo, con le ritenute fiscali e previdenziali di legge.",
}
ESPERTI = AvvisoDemo(
    "Esperto di robotica educativa", 0, 1, Decimal("70.00"),
    istante(date(2024, 5, 7), 10), date(2024, 5, 15),
)  # fmt: skip
SBAGLIATO = AvvisoDemo(
    "Tutor della giornata finale", 1, 1, Decimal("30.00"),
    istante(date(2024, 5, 8), 11), date(2024, 5, 17),
)  # fmt: skip
REVOCATO_IL = istante(date(2024, 5, 9), 9)
PERCHE_REVOCATO = "Le ore scritte sono quelle di tutto il modulo, non della giornata finale."
ACCERTATA_IL = date(2024, 5, 16)
ATTO = "Determina del dirigente n. 31 del 16 maggio 2024"
# The staff of other schools was asked next, and of who answered nobody had the titles.
ALTRE_IL, ALTRE_SCADE = istante(date(2024, 5, 16), 12), date(2024, 5, 24)
ALTRE_ACCERTATA_IL = date(2024, 5, 27)
ALTRE_ATTO = "Determina del dirigente n. 34 del 27 maggio 2024"
ESTERNI_IL = istante(date(2024, 5, 28), 9)
TUTOR_APERTO = AvvisoDemo(
    "Tutor d’aula", 1, 2, Decimal("30.00"), istante(date(2024, 5, 31), 10), date(2024, 6, 14)
)
