"""The exports of the registers in use, each with the preview that it must give, row by row."""

from dataclasses import replace
from datetime import date

import pytest

from cpia.scuola.importazione.anteprima import in_parole
from cpia.scuola.importazione.rules.archivio import ClasseNota, DisciplinaNota, PersonaNota
from cpia.scuola.importazione.rules.giudizio import proponi
from cpia.scuola.importazione.rules.intestazione import trova_tabella
from cpia.scuola.importazione.rules.lettura import leggi
from cpia.scuola.importazione.rules.persone import CAMPI
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from tests.scuola.corpus import CARTELLA, LICEO, LS, SCUOLA, file_di_prova

OGGI = date(2024, 6, 5)


def persona(pk, cognome, nome, **campi):
    vuoti = dict.fromkeys(CAMPI, "") | {"data_nascita": None, "codice_fiscale": None}
    return PersonaNota(pk, vuoti | {"cognome": cognome, "nome": nome} | campi)


# The school of the corpus with a first class, Anna and Giulia Tomasi recorded already.
ARCHIVIO = replace(
    SCUOLA,
    classi=(*SCUOLA.classi, ClasseNota(4, 1, "A", LS, LICEO)),
    persone=(
        persona(1, "Rossi", "Anna", codice_fiscale="RSSNNA08E43B157T", sesso="M"),
        persona(2, "Tomasi", "Giulia", email="giulia.tomasi@example.it"),
    ),
    discipline=(DisciplinaNota(1, "Matematica", ""),),
)


def anteprima(nome, tipo):
    """The preview as the page shows it: number, title, state, what changes or is wrong."""
    tabella = trova_tabella(leggi(file_di_prova(nome)), TRACCIATI[tipo])
    assert TRACCIATI[tipo].mancanti(set(tabella.colonne)) == []
    return [
        (p.numero, p.titolo, p.stato.value, [*_errori(p, tipo), *_cambia(p)])
        for p in proponi(tipo, tabella.righe, tabella.colonne, ARCHIVIO, oggi=OGGI)
    ]


def _errori(proposta, tipo):
    return [in_parole(r, TRACCIATI[tipo]) for r in proposta.rilievi if r.grave]


def _cambia(proposta):
    if proposta.riga.errata:
        return []
    return [f"{d.campo}: {d.prima} → {d.dopo}" for d in proposta.differenze] + proposta.note


IN_SECONDA = "Classe: – → 2ªA AFM"
NATA = "Data di nascita: – → 03/05/2008"
COMPAGNI = ["D’Angelo Nicolò", "De Luca Zoë", "Ferrari Matteo"]
MANCA_LA_PRIMA = (
    "Corso di iscrizione alla prima: di «{}» non c’è una classe prima nel 2023/24: importa prima "
    "le classi."
)
ATTESE = {
    # giuaschool: comma, UTF-8, camel case
    "studenti-giuaschool.csv": [
        (2, "Rossi Anna", "modificato", [
            "Sesso: M → F", NATA, "Luogo di nascita: – → Brescia", "Provincia di nascita: – → BS",
            "E-mail: – → anna@example.it", "Responsabile: – → Rossi Paolo (genitore)",
            "Responsabile: – → Bianchi Elena (genitore)", IN_SECONDA,
            "Religione: – → religione cattolica",
        ]),
        (3, "D’Angelo Nicolò", "nuovo", [IN_SECONDA, "Religione: – → attività alternativa"]),
    ],
    "docenti.csv": [
        (2, "Tomasi Giulia", "modificato", [
            "Sesso: – → F", "Codice fiscale: – → TMSGLI80C42B157I",
        ]),
        (3, "Brandolini Omar", "nuovo", []),
    ],
    "cattedre.csv": [
        (2, "Matematica in 2ªA AFM", "nuovo", [
            "Docente: – → Tomasi Giulia", "Coordinatore della classe: – → Tomasi Giulia",
        ]),
        (3, "Matematica in 2ªB AFM", "nuovo", ["Docente: – → Tomasi Giulia"]),
        (4, "Lingua francese", "errato", [
            "Docente: «omar.brandolini» non c’è fra le persone: importa prima i docenti.",
            "Disciplina: la disciplina «Lingua francese» non c’è: correggila, o aggiungila.",
        ]),
    ],
    # LAMPSchool: semicolon and quotes, Windows-1252; then slashes, with four ways to write a day
    "studenti-lampschool.csv": [
        (3, "Rossi Anna", "modificato", ["Sesso: M → F", NATA, IN_SECONDA]),
        *((n, nome, "nuovo", [IN_SECONDA]) for n, nome in enumerate(COMPAGNI, 4)),
    ],
    "studenti-lampschool-barra.txt": [
        (2, "Rossi Anna", "modificato", [NATA, IN_SECONDA]),
        *((n, nome, "nuovo", [IN_SECONDA]) for n, nome in enumerate(COMPAGNI, 3)),
    ],
    # GIADA: below a title, class in three columns, adults
    "studenti-giada.csv": [
        (5, "Rossi Anna", "modificato", [
            "Sesso: M → F", NATA, "Responsabile: – → Bianchi Elena (genitore)", IN_SECONDA,
            "Religione: – → religione cattolica",
        ]),
        *(
            (n, nome, "nuovo", [IN_SECONDA, "Religione: – → religione cattolica"])
            for n, nome in enumerate(COMPAGNI[:2], 6)
        ),
    ],
    # applications for the first classes: no section yet
    "studenti-iscrizioni-prime.csv": [
        (2, "Rossi Anna", "modificato", ["Classe: – → 1ªA LS"]),
        (3, "D’Angelo Nicolò", "nuovo", ["Classe: – → 1ªA LS"]),
        (4, "De Luca Zoë", "errato", [MANCA_LA_PRIMA.format("AFM")]),
        (5, "Ferrari Matteo", "errato", [MANCA_LA_PRIMA.format("TURISMO")]),
    ],
    # marconicc: tab, UTF-16, last year’s class beside that of this year
    "studenti-marconicc.txt": [
        (2, "Rossi Anna", "modificato", ["Sesso: M → F", NATA, IN_SECONDA]),
        *((n, nome, "nuovo", [IN_SECONDA]) for n, nome in enumerate(COMPAGNI, 3)),
    ],
}  # fmt: skip


@pytest.mark.parametrize("nome", ATTESE)
def test_the_preview_of_each_export_in_use(nome):
    tipo = next((t for t in Tipo if nome.startswith(t)), Tipo.STUDENTI)
    assert anteprima(nome, tipo) == ATTESE[nome]


def test_every_export_of_the_corpus_has_its_preview():
    """The others are there for how they are written: separators, titles, formulas, headers."""
    soli = {"classi.csv", "colonne-ignote.csv", "senza-intestazione.csv", "studenti-barra.csv",
            "studenti-errati.csv", "studenti-excel.xlsx", "studenti-formule-vuote.xlsx",
            "studenti-sep.csv", "__init__.py"}  # fmt: skip
    assert {p.name for p in CARTELLA.iterdir() if p.is_file()} == ATTESE.keys() | soli


def prime(corso, *classi):
    testo = f"cognome;nome;cf;corso di studi di iscrizione\nRossi;Anna;RSSNNA08E43B157T;{corso}"
    tabella = trova_tabella(leggi(testo.encode()), TRACCIATI[Tipo.STUDENTI])
    archivio = replace(SCUOLA, classi=classi)
    (sola,) = proponi(Tipo.STUDENTI, tabella.righe, tabella.colonne, archivio, oggi=OGGI)
    return sola


@pytest.mark.parametrize(
    ("corso", "classe"),
    [
        ("Liceo scientifico", 1),
        ("LICEO SCIENTIFICO - BIENNIO COMUNE", 1),
        ("LICEO SCIENTIFICO - OPZIONE SCIENZE APPLICATE", 2),
        ("lsa", 2),
    ],
)
def test_the_first_class_is_that_of_the_course_written_in_full(corso, classe):
    applicate = replace(LS, id=3, sigla="LSA", nome="Liceo scientifico opzione scienze applicate")
    classi = ClasseNota(1, 1, "A", LS, LICEO), ClasseNota(2, 1, "A", applicate, LICEO)
    assert prime(corso, *classi).piano.iscrizione.classe_id == classe


def test_of_two_first_classes_the_file_must_say_which():
    sola = prime("LS", *(ClasseNota(n, 1, sezione, LS, LICEO) for n, sezione in enumerate("AB", 1)))
    assert _errori(sola, Tipo.STUDENTI) == [
        "Corso di iscrizione alla prima: di «LS» ci sono 1ªA LS e 1ªB LS: aggiungi una colonna "
        "con la classe."
    ]
