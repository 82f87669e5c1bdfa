"""What the demo school is: courses, subjects, classes, the state each class is in.

The campaign is that of circular n. 417 of 31 May 2024; the demo opens on 5 June 2024, so that
some classes are late, one is frozen, one is certified and the others are under way.
"""

from dataclasses import dataclass, field
from datetime import date

from cpia.scuola.enums import Ordinamento

ITALIANO = "Lingua e letteratura italiana"
STORIA = "Storia"
INGLESE = "Lingua inglese"
FRANCESE = "Lingua francese"
TEDESCO = "Lingua tedesca"
MATEMATICA = "Matematica"
INFORMATICA = "Informatica"
DIRITTO = "Diritto ed economia"
AZIENDALE = "Economia aziendale"
GEOGRAFIA = "Geografia"
FISICA = "Scienze integrate: fisica"
CHIMICA = "Scienze integrate: chimica"
MOTORIE = "Scienze motorie e sportive"
RELIGIONE = "Religione cattolica"
ALTERNATIVA = "Attività alternativa"
LATINO = "Lingua e cultura latina"
GEOSTORIA = "Storia e geografia"
NATURALI = "Scienze naturali"
DISEGNO = "Disegno e storia dell’arte"
GRAFICA = "Tecnologie e tecniche di rappresentazione grafica"
MECCANICHE = "Tecnologie meccaniche e applicazioni"
LABORATORI = "Laboratori tecnologici ed esercitazioni"
UMANE = "Scienze umane e sociali"
OPERATIVE = "Metodologie operative"

LINGUE = {INGLESE: "inglese", FRANCESE: "francese", TEDESCO: "tedesco"}
# Which subject assesses which competence, as a Collegio could have decided.
COMPETENZE = {
    ITALIANO: ("alfabetica", "personale", "cittadinanza", "culturale"),
    STORIA: ("alfabetica", "cittadinanza", "culturale"),
    INGLESE: ("multilinguistica", "personale"),
    FRANCESE: ("multilinguistica", "personale"),
    TEDESCO: ("multilinguistica", "personale"),
    MATEMATICA: ("matematica", "digitale", "personale", "imprenditoriale"),
    INFORMATICA: ("digitale", "personale", "imprenditoriale"),
    DIRITTO: ("alfabetica", "cittadinanza", "imprenditoriale"),
    AZIENDALE: ("matematica", "digitale", "imprenditoriale"),
    GEOGRAFIA: ("cittadinanza", "culturale"),
    FISICA: ("matematica", "personale"),
    CHIMICA: ("matematica", "personale"),
    MOTORIE: ("personale", "cittadinanza"),
    RELIGIONE: ("cittadinanza", "culturale"),
    ALTERNATIVA: ("cittadinanza", "culturale"),
    LATINO: ("alfabetica", "culturale"),
    GEOSTORIA: ("cittadinanza", "culturale", "alfabetica"),
    NATURALI: ("matematica", "personale"),
    DISEGNO: ("culturale", "digitale"),
    GRAFICA: ("digitale", "matematica"),
    MECCANICHE: ("matematica", "imprenditoriale"),
    LABORATORI: ("imprenditoriale", "digitale", "personale"),
    UMANE: ("personale", "cittadinanza", "culturale"),
    OPERATIVE: ("personale", "imprenditoriale"),
}


@dataclass(frozen=True, slots=True)
class CorsoDemo:
    nome: str
    sigla: str
    ordinamento: Ordinamento
    sede: str
    discipline: tuple[str, ...]


CORSI = (
    CorsoDemo(
        "Amministrazione, finanza e marketing", "AFM", Ordinamento.TECNICO, "ITCG",
        (ITALIANO, STORIA, INGLESE, FRANCESE, TEDESCO, MATEMATICA, INFORMATICA, DIRITTO,
         AZIENDALE, MOTORIE, RELIGIONE, ALTERNATIVA),
    ),
    CorsoDemo(
        "Turismo", "TUR", Ordinamento.TECNICO, "ITCG",
        (ITALIANO, STORIA, INGLESE, FRANCESE, TEDESCO, MATEMATICA, INFORMATICA, DIRITTO,
         GEOGRAFIA, MOTORIE, RELIGIONE, ALTERNATIVA),
    ),
    CorsoDemo(
        "Costruzioni, ambiente e territorio", "CAT", Ordinamento.TECNICO, "ITCG",
        (ITALIANO, STORIA, INGLESE, MATEMATICA, FISICA, CHIMICA, GRAFICA, DIRITTO, MOTORIE,
         RELIGIONE),
    ),
    CorsoDemo(
        "Liceo scientifico", "LS", Ordinamento.LICEO, "Liceo scientifico",
        (ITALIANO, LATINO, INGLESE, GEOSTORIA, MATEMATICA, FISICA, NATURALI, DISEGNO, MOTORIE,
         RELIGIONE, ALTERNATIVA),
    ),
    CorsoDemo(
        "Liceo scientifico, opzione scienze applicate", "LSA", Ordinamento.LICEO,
        "Liceo scientifico",
        (ITALIANO, INGLESE, GEOSTORIA, MATEMATICA, INFORMATICA, FISICA, NATURALI, DISEGNO,
         MOTORIE, RELIGIONE),
    ),
    CorsoDemo(
        "Manutenzione e assistenza tecnica", "MAT", Ordinamento.PROFESSIONALE, "IPIA",
        (ITALIANO, STORIA, INGLESE, MATEMATICA, FISICA, MECCANICHE, LABORATORI, MOTORIE,
         RELIGIONE),
    ),
    CorsoDemo(
        "Manutenzione dei mezzi di trasporto", "MM", Ordinamento.PROFESSIONALE, "IPIA",
        (ITALIANO, STORIA, INGLESE, MATEMATICA, FISICA, MECCANICHE, LABORATORI, MOTORIE,
         RELIGIONE),
    ),
    CorsoDemo(
        "Servizi per la sanità e l’assistenza sociale", "SSS", Ordinamento.PROFESSIONALE, "IPIA",
        (ITALIANO, STORIA, INGLESE, FRANCESE, MATEMATICA, UMANE, OPERATIVE, MOTORIE),
    ),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ClasseDemo:
    """A class: how many students, when its scrutinio is, what is missing.

    ``mancano`` gives subjects with nothing entered, ``a_meta`` the subjects under way with how
    many students still lack their levels; the others have registered.
    """

    sigla: str
    sezione: str
    studenti: int
    giorno: date
    ora: tuple[int, int]
    mancano: tuple[str, ...] = ()
    a_meta: dict[str, int] = field(default_factory=dict)
    congelata: bool = False
    certificata: bool = False


CLASSI = (
    ClasseDemo("TUR", "A", 22, date(2024, 6, 7), (14, 30), a_meta={MATEMATICA: 3}),
    ClasseDemo("AFM", "A", 24, date(2024, 6, 10), (14, 30), (AZIENDALE,), {DIRITTO: 6}),
    ClasseDemo(
        "AFM", "B", 26, date(2024, 6, 11), (15, 0),
        (AZIENDALE, INFORMATICA, RELIGIONE), {FRANCESE: 3, MATEMATICA: 3},
    ),
    ClasseDemo("CAT", "A", 20, date(2024, 6, 12), (14, 0), (GRAFICA, CHIMICA), {ITALIANO: 11}),
    ClasseDemo("LS", "A", 25, date(2024, 6, 6), (14, 30), congelata=True),
    ClasseDemo("LS", "B", 27, date(2024, 6, 10), (16, 0)),
    ClasseDemo(
        "LS", "C", 23, date(2024, 6, 11), (17, 0), (LATINO, DISEGNO, FISICA), {NATURALI: 10}
    ),
    ClasseDemo("LSA", "A", 24, date(2024, 6, 12), (16, 0), (INGLESE, FISICA, ITALIANO)),
    ClasseDemo("MAT", "A", 21, date(2024, 6, 7), (16, 30), (MECCANICHE,), {INGLESE: 5}),
    ClasseDemo("MAT", "B", 20, date(2024, 6, 10), (17, 30), (STORIA, LABORATORI)),
    ClasseDemo("MM", "A", 20, date(2024, 6, 4), (15, 0), certificata=True),
    ClasseDemo("SSS", "A", 22, date(2024, 6, 12), (17, 30), (UMANE, OPERATIVE), {FRANCESE: 8}),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Conto:
    """A login of the demo and what it is there to show."""

    email: str
    cognome: str
    nome: str
    sesso: str
    chi_e: str


DIRIGENTE = Conto("dirigente@antonietti.example", "Tolomei", "Marzia", "F", "dirigente scolastica")
SEGRETERIA = Conto(
    "segreteria@antonietti.example", "Cesaroni", "Nadia", "F", "segreteria didattica"
)
BRANDOLINI = Conto(
    "brandolini@antonietti.example", "Brandolini", "Ottavia", "F",
    "docente di matematica, coordina la 2ªB AFM",
)  # fmt: skip
OTTOLENGHI = Conto(
    "ottolenghi@antonietti.example", "Ottolenghi", "Dario", "M",
    "docente di sostegno, con Brandolini in 2ªB AFM",
)  # fmt: skip
CATTAFESTA = Conto(
    "cattafesta@antonietti.example", "Cattafesta", "Elvira", "F",
    "docente di scienze naturali, coordina la 2ªA LS congelata",
)  # fmt: skip
DALMONTE = Conto(
    "dalmonte@antonietti.example", "Dalmonte", "Ruggero", "M",
    "docente di scienze motorie, coordina la 2ªA MM certificata",
)  # fmt: skip
CONTI = (DIRIGENTE, SEGRETERIA, BRANDOLINI, OTTOLENGHI, CATTAFESTA, DALMONTE)

# Who teaches or coordinates where, when the demo must show that very person.
CATTEDRE_FISSE = {
    ("TUR", "A", MATEMATICA): BRANDOLINI,
    ("AFM", "B", MATEMATICA): BRANDOLINI,
    ("LS", "A", NATURALI): CATTAFESTA,
    ("MM", "A", MOTORIE): DALMONTE,
    ("MAT", "A", MOTORIE): DALMONTE,
}
COORDINATORI_FISSI = {
    ("AFM", "B"): BRANDOLINI,
    ("LS", "A"): CATTAFESTA,
    ("MM", "A"): DALMONTE,
}
COMPRESENZE = {("AFM", "B", MATEMATICA): OTTOLENGHI}
