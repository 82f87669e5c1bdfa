"""The calls of spring in the comprensivo of the demo: for whom, who judges, who applies."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from cpia.portale.dimostrazione.piano import Conto
from cpia.portale.dimostrazione.scuola import istante

PRESIEDE = Conto(
    "commissaria@pinocchio.example", "Bellucci", "Teresa", "F",
    "docente, presiede le commissioni delle selezioni",
)  # fmt: skip
GIUDICA = Conto(
    "commissario@pinocchio.example", "Santarelli", "Paolo", "M",
    "docente, siede nelle commissioni delle selezioni",
)  # fmt: skip
CANDIDATA = Conto(
    "candidata@pinocchio.example", "Fabbretti", "Chiara", "F",
    "docente, si candida agli avvisi di selezione",
)  # fmt: skip
ESTERNA = Conto(
    "esterna@pinocchio.example", "Whitfield", "Olivia", "F",
    "non lavora nella scuola, si candida come madrelingua inglese",
)  # fmt: skip
DOCENTI = (PRESIEDE, GIUDICA, CANDIDATA)
CONTI = (*DOCENTI, ESTERNA)

DELIBERA = "Consiglio d’istituto, delibera n. 82 del 26 aprile 2018, allegato 2"
ALLEGATO_1 = "Consiglio d’istituto, delibera n. 81 del 26 aprile 2018, allegato 1"
# By the grid that the programme ships: how the school calls it, and from which act it comes.
GRIGLIE = {
    "ic-pinocchio-2018/formatore-interno": ("Formatori interni", DELIBERA),
    "ic-pinocchio-2018/tutor-interno": ("Tutor interni", DELIBERA),
    "ic-pinocchio-2018/referente-valutazione": ("Referenti alla valutazione", ALLEGATO_1),
    "ic-pinocchio-2018/madrelingua-inglese": ("Esperti madrelingua inglese", ALLEGATO_1),
}
PREPARATI_IL = istante(date(2024, 4, 26), 10, 30)
PROGETTO = {
    "titolo": "Voci in scena: teatro e lingue",
    "codice": "10.2.2A-FSEPON-MA-2024-92",
    "cup": "J34D24000320007",
    "finanziato": True,
    "finalita": "Far parlare, in italiano e in inglese, anche chi in classe sta zitto.",
    "attivita": "Un laboratorio teatrale di 30 ore, uno di conversazione in inglese di 30 ore, la "
    "valutazione degli apprendimenti in tre plessi.",
    "prodotti": "Lo spettacolo di fine percorso, il copione scritto dagli alunni, le prove di "
    "ingresso e di uscita.",
    "disponibilita": Decimal("9800.00"),
}


@dataclass(frozen=True, slots=True)
class Procedura:
    """A call to the own staff: ``griglia`` by its slug, ``reclamo`` the days to complain."""

    ruolo: str
    griglia: str
    posti: int
    compenso: tuple[Decimal, Decimal]
    pubblicato: datetime
    scade: datetime
    ore: Decimal
    periodo: tuple[date, date]
    reclamo: int | None = None


def _euro(da: str, a: str = "") -> tuple[Decimal, Decimal]:
    return Decimal(da), Decimal(a or da)


SCADE = istante(date(2024, 5, 6), 9)
ESTATE = (date(2024, 5, 29), date(2024, 6, 28))
AUTUNNO = (date(2024, 9, 16), date(2024, 12, 20))
TEATRO = Procedura(
    "Formatore di teatro", "ic-pinocchio-2018/formatore-interno", 1, _euro("70.00"),
    istante(date(2024, 4, 26), 11), SCADE, Decimal(30), AUTUNNO,
)  # fmt: skip
TUTOR = Procedura(
    "Tutor del laboratorio teatrale", "ic-pinocchio-2018/tutor-interno", 1, _euro("30.00"),
    istante(date(2024, 4, 26), 11, 20), SCADE, Decimal(30), AUTUNNO,
)  # fmt: skip
REFERENTI = Procedura(
    "Referente alla valutazione", "ic-pinocchio-2018/referente-valutazione", 3, _euro("30.00"),
    istante(date(2024, 4, 26), 11, 40), SCADE, Decimal(20), ESTATE, 5,
)  # fmt: skip
INGLESE = Procedura(
    "Esperto madrelingua inglese", "ic-pinocchio-2018/madrelingua-inglese", 1,
    _euro("45.00", "70.00"), istante(date(2024, 4, 26), 12), SCADE, Decimal(30), AUTUNNO,
)  # fmt: skip
PROCEDURE = (TEATRO, TUTOR, REFERENTI, INGLESE)
COMUNE = {
    "luogo": "scuola primaria «Collodi»",
    "ordine_scolastico": "scuola primaria",
    "titoli_di_studio": "Diploma di II grado o laurea coerente con l’incarico.",
    "come_si_presenta": "Nel portale, con il proprio accesso, entro il termine.",
}
FUORI = {
    "pagamento": "In un’unica soluzione, dopo la relazione finale e il controllo delle ore svolte.",
    "trattamento": "Compenso lordo, con le ritenute fiscali e previdenziali di legge.",
}
# Nobody of the school, then nobody of other schools: in June anybody may apply.
INGLESE_NESSUNO_IL, INGLESE_ATTO = date(2024, 5, 16), "Determina n. 32 del 16 maggio 2024"
INGLESE_ALTRE_IL = istante(date(2024, 5, 17), 11)
INGLESE_ALTRE_SCADE = istante(date(2024, 5, 27), 12)
INGLESE_ALTRE_NESSUNO_IL = date(2024, 5, 28)
INGLESE_ALTRE_ATTO = "Determina n. 36 del 28 maggio 2024"
INGLESE_ESTERNI_IL = istante(date(2024, 5, 28), 15)
INGLESE_ESTERNI_SCADE = istante(date(2024, 6, 17), 12)
REGISTRATA_IL = istante(date(2024, 5, 29), 12)
