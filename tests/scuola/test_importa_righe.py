"""From rows to proposals, without a database: columns, cells, states, what is wrong and why."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.scuola import enums
from cpia.scuola.importazione.rules import gruppi, valori
from cpia.scuola.importazione.rules.archivio import (
    AdultoNoto,
    CattedraNota,
    DisciplinaNota,
    GruppoNoto,
    IncaricoNoto,
    IscrizioneNota,
    PersonaNota,
)
from cpia.scuola.importazione.rules.foglio import RigaLetta
from cpia.scuola.importazione.rules.giudizio import proponi
from cpia.scuola.importazione.rules.intestazione import abbina, trova_tabella
from cpia.scuola.importazione.rules.lettura import leggi
from cpia.scuola.importazione.rules.persone import CAMPI
from cpia.scuola.importazione.rules.testo import chiave, chiave_classe
from cpia.scuola.importazione.rules.tracciati import TRACCIATI, Tipo
from cpia.scuola.importazione.rules.valori import ValoreErrato, leggi_valore, lingua_di
from tests.scuola.corpus import AFM, ITCG, SCUOLA, file_di_prova

OGGI = date(2024, 6, 5)
CF_ANNA = "RSSNNA08E43B157T"


def proposte(tipo, testo, archivio=SCUOLA, **opzioni):
    """The proposals for a CSV written in the test."""
    tabella = trova_tabella(leggi(testo.encode()), TRACCIATI[tipo])
    return proponi(tipo, tabella.righe, tabella.colonne, archivio, oggi=OGGI, **opzioni)


def studenti(*righe, intestazione="cognome;nome;data di nascita;classe", archivio=SCUOLA):
    return proposte(Tipo.STUDENTI, "\n".join([intestazione, *righe]), archivio)


def persona(pk=1, **campi):
    vuoti = dict.fromkeys(CAMPI, "") | {"data_nascita": None, "codice_fiscale": None}
    anna = {"cognome": "Rossi", "nome": "Anna", "data_nascita": date(2008, 5, 3)}
    return PersonaNota(pk, vuoti | anna | campi)


def differenze(proposta):
    return [(d.campo, d.prima, d.dopo) for d in proposta.differenze]


def motivi(proposta):
    return [(r.campo, r.testo) for r in proposta.rilievi if r.grave]


# Columns


@pytest.mark.parametrize(
    ("intestazione", "campo"),
    [
        ("Data di nascita", "data_nascita"),
        ("dataNascita", "data_nascita"),
        ("DATA_NASCITA", "data_nascita"),
        ("Nato/a il", "data_nascita"),
        ("Comune di nascita", "luogo_nascita"),
        ("Luogo", "luogo_nascita"),
        ("C.F.", "codice_fiscale"),
        ("Codice Fiscale Studente", "codice_fiscale"),
        ("COGNOME STUDENTE", "cognome"),
        ("Cognome dell’alunno", "cognome"),
        ("alunnoNome", "nome"),
        ("e-mail", "email"),
        ("Plesso", "sede"),
        ("Unità scolastica", "sede"),
        ("Seconda lingua", "lingua"),
        ("2ª lingua", "lingua"),
        ("genitore1Cognome", "responsabile1_cognome"),
        ("RESPONSABILE2_CODICE FISCALE", "responsabile2_codice_fiscale"),
        ("Cognome padre", "responsabile1_cognome"),
        ("E-mail madre", "responsabile2_email"),
        ("Indirizzo", None),
        ("Provincia", None),
    ],
)
def test_headers_are_recognised_by_synonym(intestazione, campo):
    assert list(abbina([intestazione], TRACCIATI[Tipo.STUDENTI])) == ([campo] if campo else [])


@pytest.mark.parametrize("tipo", Tipo)
def test_no_header_means_two_fields(tipo):
    nomi = [nome for campo in TRACCIATI[tipo].campi for nome in campo.sinonimi]
    assert len(nomi) == len(set(nomi))
    assert all(nome == chiave(nome) for nome in nomi)


@pytest.mark.parametrize("tipo", Tipo)
def test_the_label_of_a_field_is_recognised_as_that_field(tipo):
    etichette = [campo.etichetta for campo in TRACCIATI[tipo].campi]
    trovati = abbina(etichette, TRACCIATI[tipo])
    assert {campo: etichette[posto] for campo, posto in trovati.items()} == {
        campo.nome: campo.etichetta for campo in TRACCIATI[tipo].campi
    }


def test_of_two_columns_for_one_field_the_first_counts():
    assert abbina(["E-mail", "Email"], TRACCIATI[Tipo.DOCENTI]) == {"email": 0}


# Cells


@pytest.mark.parametrize(
    ("lettore", "testo", "valore"),
    [
        ("data", "3/5/2008", date(2008, 5, 3)),
        ("data", "03-05-2008", date(2008, 5, 3)),
        ("data", "03.05.2008 00:00", date(2008, 5, 3)),
        ("data", "2008-05-03T00:00:00", date(2008, 5, 3)),
        ("nome", "DE LUCA", "De Luca"),
        ("nome", "d'angelo", "D’Angelo"),
        ("nome", "McDonald", "McDonald"),
        ("sesso", "Femmina", "F"),
        ("sesso", "m", "M"),
        ("codice_fiscale", " rssnna08e43b157t ", CF_ANNA),
        ("provincia", "(bs)", "BS"),
        ("provincia", "EE", "EE"),
        ("email", "Anna.Rossi@Example.IT", "anna.rossi@example.it"),
        ("anno_scolastico", "2023/24", 2023),
        ("anno_scolastico", "2023-2024", 2023),
        ("anno_scolastico", "202324", 2023),
        ("si_no", "Sì", True),
        ("si_no", "N", False),
        ("religione", "S", "religione cattolica"),
        ("religione", "IRC", "religione cattolica"),
        ("religione", "N", "attività alternativa"),
        ("religione", "U", "nessuna"),
        ("lingua", "TED", "tedesco"),
        ("lingua", "Lingua francese", "francese"),
        ("legame", "MADRE", "genitore"),
        ("ordinamento", "Istituto tecnico", "tecnico"),
    ],
)
def test_cells_are_read_as_offices_write_them(lettore, testo, valore):
    assert leggi_valore(lettore, testo, 200, OGGI) == valore


@pytest.mark.parametrize(
    ("lettore", "testo"),
    [
        ("data", "30/02/2008"),
        ("data", "2008-13-01"),
        ("data", "39571"),
        ("nascita", "05/06/2024"),
        ("anno_scolastico", "2023/25"),
        ("si_no", "forse"),
        ("email", "a@b"),
        ("email", "a b@example.it"),
        ("email", "a@example.it, b@example.it"),
    ],
)
def test_cells_that_are_not_what_they_should_are_refused(lettore, testo):
    with pytest.raises(ValoreErrato):
        leggi_valore(lettore, testo, 200, OGGI)


@given(st.sampled_from(sorted(valori.LETTORI)), st.text(max_size=40))
def test_no_text_breaks_a_reader(lettore, testo):
    rifiuti = []
    if pulito := " ".join(testo.split()):
        try:
            leggi_valore(lettore, pulito, 30, OGGI)
        except ValoreErrato as rifiuto:
            rifiuti.append(str(rifiuto))
    assert all(rifiuti)


@pytest.mark.parametrize(
    ("nome", "lingua"),
    [
        ("Lingua tedesca", "tedesco"),
        ("2ª lingua comunitaria: spagnolo", "spagnolo"),
        ("Lingua e letteratura italiana", ""),
        ("Lingua e cultura latina", ""),
        ("Educazione civica", ""),
        ("Disegno e storia dell’arte", ""),
        ("Scienze integrate: fisica", ""),
    ],
)
def test_the_language_of_a_subject(nome, lingua):
    assert lingua_di(nome) == lingua


@pytest.mark.parametrize(
    "scritta", ["2A AFM", "2AAFM", "2ªA AFM", "2^A afm", "2° a - AFM", "II A AFM", "ii/A AFM"]
)
def test_a_class_is_the_same_however_it_is_written(scritta):
    assert chiave_classe(scritta) == "2aafm"


def test_the_words_of_the_rules_are_those_of_the_enums():
    assert set(valori.SESSI) == set(enums.Sesso.values)
    assert set(valori.LEGAMI) == set(enums.Legame.values)
    assert set(valori.ORDINAMENTI) == set(enums.Ordinamento.values)
    tipi = {gruppi.DI_LINGUA, gruppi.DI_RELIGIONE, gruppi.DI_ALTERNATIVA}
    assert tipi < set(enums.TipoGruppo.values)


# Students

ERRATI = {
    3: ("codice_fiscale", "La lettera di controllo del codice fiscale è A e dovrebbe essere T: un "
        "carattere è scritto male"),
    4: ("codice_fiscale", "Il codice fiscale ha 8 caratteri: devono essere 16, oppure 11 cifre per "
        "un ente"),
    5: ("data_nascita", "Il giorno «31/02/2008» non esiste"),
    6: ("data_nascita", "«03/05/08» ha l’anno di due cifre: scrivilo di quattro"),
    7: ("data_nascita", "La data di nascita 03/05/2050 è nel futuro"),
    8: ("data_nascita", "«ieri» non è una data: scrivila come 03/05/2008"),
    9: ("data_nascita", "La data di nascita 03/05/1850 è troppo lontana"),
    10: ("", "Manca: cognome"),
    11: ("", "Manca: codice fiscale oppure data di nascita"),
    12: ("", "Manca: classe oppure anno di corso oppure corso di iscrizione alla prima"),
    13: ("classe", "La classe «2Z AFM» non c’è nel 2023/24: correggila, o importa prima le classi"),
    14: ("classe", "«2B» può essere 2ªB AFM o 2ªB LS: aggiungi il corso"),
    15: ("sesso", "«Q» non è un sesso: scrivi F o M"),
    16: ("email", "«posta(at)example.it» non è un indirizzo e-mail"),
    17: ("provincia_nascita", "«ZZ» non è la sigla di una provincia: servono due lettere, EE per "
         "l’estero"),
    18: ("religione", "«boh» non è una scelta: scrivi S per la religione cattolica, N o A per no"),
    19: ("lingua", "«klingon» non è una lingua che conosco: inglese, francese, tedesco, spagnolo, "
         "russo, cinese, arabo e portoghese"),
    20: ("dal", "Il giorno 01/07/2025 non è nell’anno scolastico 2023/24"),
    21: ("anno_scolastico", "La riga è del 2022/23 e l’importazione è del 2023/24"),
    22: ("", "Lo stesso studente è già alla riga 2"),
    23: ("", "Del responsabile 1 servono cognome e nome"),
    24: ("responsabile1_codice_fiscale", "La lettera di controllo del codice fiscale è A e "
         "dovrebbe essere I: un carattere è scritto male"),
    25: ("cognome", "È più lungo di 80 caratteri: abbrevialo"),
    26: ("cognome", "«123» non ha lettere"),
    28: ("responsabile1_legame", "«vicino» non è un legame: scrivi genitore, tutore o "
         "affidatario"),
}  # fmt: skip


@pytest.fixture(scope="module")
def errati():
    tabella = trova_tabella(leggi(file_di_prova("studenti-errati.csv")), TRACCIATI[Tipo.STUDENTI])
    giudicate = proponi(Tipo.STUDENTI, tabella.righe, tabella.colonne, SCUOLA, oggi=OGGI)
    return {proposta.numero: proposta for proposta in giudicate}


@pytest.mark.parametrize("numero", ERRATI)
def test_each_kind_of_wrong_row_says_what_is_wrong_with_which_cell(errati, numero):
    assert errati[numero].stato == "errato"
    assert motivi(errati[numero]) == [ERRATI[numero]]


def test_the_other_rows_of_that_file_are_right(errati):
    assert {n for n, p in errati.items() if p.stato != "errato"} == errati.keys() - ERRATI.keys()


def test_a_code_that_does_not_go_with_the_name_is_only_a_doubt(errati):
    dubbi = [rilievo.testo for rilievo in errati[27].rilievi]
    assert errati[27].stato == "nuovo"
    assert dubbi[0] == (
        "Nel codice fiscale le lettere del cognome sono DNG, ma per Rossi sarebbero RSS"
    )


def iscritta(**altro):
    """Anna, enrolled in 2ªA AFM, in the group of religion and in that of French."""
    return replace(
        SCUOLA,
        persone=(persona(codice_fiscale=CF_ANNA), *altro.pop("altre", ())),
        gruppi=(
            GruppoNoto(1, 1, "religione", "Religione cattolica"),
            GruppoNoto(2, 1, "alternativa", "Attività alternativa"),
            GruppoNoto(3, 1, "lingua", "Lingua francese"),
        ),
        iscrizioni=(IscrizioneNota(1, 1, 1, date(2023, 9, 12), None, (1, 3)),),
        **altro,
    )


def test_what_is_recorded_already_is_unchanged():
    (proposta,) = studenti(
        "ROSSI;ANNA;03/05/2008;2A AFM;S;fra",
        intestazione="cognome;nome;nascita;classe;religione;lingua",
        archivio=iscritta(),
    )
    assert (proposta.stato, proposta.differenze) == ("invariato", [])


def test_empty_cells_change_nothing():
    intestazione = "cognome;nome;codice fiscale;classe;email;religione;luogo di nascita"
    riga = f"Rossi;Anna;{CF_ANNA};2A AFM;;;"
    archivio = iscritta()
    nota = persona(codice_fiscale=CF_ANNA, email="anna@example.it", luogo_nascita="Iseo")
    (proposta,) = studenti(
        riga, intestazione=intestazione, archivio=replace(archivio, persone=(nota,))
    )
    assert proposta.stato == "invariato"


def test_a_change_says_what_was_and_what_will_be():
    (proposta,) = studenti(
        f"Rossi;Annà;{CF_ANNA};2A AFM;anna@example.it;N;tedesco",
        intestazione="cognome;nome;codice fiscale;classe;email;religione;lingua",
        archivio=iscritta(),
    )
    assert proposta.stato == "modificato"
    assert differenze(proposta) == [
        ("Nome", "Anna", "Annà"),
        ("E-mail", "–", "anna@example.it"),
        ("Religione", "religione cattolica", "attività alternativa"),
        ("Lingua straniera", "francese", "tedesco"),
    ]
    movimenti = proposta.piano.iscrizione.gruppi
    assert movimenti.esce == [1, 3]
    assert [(g.id, g.nome) for g in movimenti.entra] == [
        (2, "Attività alternativa"),
        (None, "Lingua tedesca"),
    ]


def test_who_has_no_code_is_known_by_name_and_birth_and_gets_the_code():
    archivio = replace(iscritta(), persone=(persona(),))
    (proposta,) = studenti(
        f"Rossi;Anna;03/05/2008;2A AFM;{CF_ANNA}",
        intestazione="cognome;nome;nascita;classe;cf",
        archivio=archivio,
    )
    assert differenze(proposta) == [("Codice fiscale", "–", CF_ANNA)]


def test_the_same_person_with_another_code_is_for_the_office_to_decide():
    (proposta,) = studenti(
        "Rossi;Anna;03/05/2008;2A AFM;RSSNNA08E43D918O",
        intestazione="cognome;nome;nascita;classe;cf",
        archivio=iscritta(),
    )
    assert motivi(proposta) == [
        (
            "",
            f"Rossi Anna c’è già con un altro codice fiscale, {CF_ANNA}: correggi il file o la "
            "persona",
        )
    ]


def test_two_persons_of_the_same_name_and_birth_need_the_code():
    archivio = replace(SCUOLA, persone=(persona(1), persona(2)))
    (proposta,) = studenti("Rossi;Anna;03/05/2008;2A AFM", archivio=archivio)
    assert motivi(proposta) == [
        ("", "Ci sono più persone con questi dati: aggiungi il codice fiscale")
    ]


def test_another_class_is_a_transfer_from_today():
    (proposta,) = studenti("Rossi;Anna;03/05/2008;2B AFM", archivio=iscritta())
    piano = proposta.piano.iscrizione
    assert differenze(proposta) == [("Classe", "2ªA AFM", "2ªB AFM")]
    assert proposta.note == ["nella nuova classe dal 05/06/2024"]
    assert (piano.id, piano.chiudi, piano.chiusa_il, piano.dal) == (
        None, 1, date(2024, 6, 4), OGGI,
    )  # fmt: skip


def test_a_transfer_dated_the_first_day_corrects_the_enrolment_itself():
    (proposta,) = studenti(
        "Rossi;Anna;03/05/2008;2B AFM;12/09/2023",
        intestazione="cognome;nome;nascita;classe;dal",
        archivio=iscritta(),
    )
    piano = proposta.piano.iscrizione
    assert (piano.id, piano.sposta, piano.chiudi, piano.gruppi.esce) == (1, True, None, [1, 3])


def test_an_enrolment_on_which_levels_stand_is_not_moved():
    archivio = iscritta()
    con_dati = tuple(replace(i, con_dati=True) for i in archivio.iscrizioni)
    (proposta,) = studenti(
        "Rossi;Anna;03/05/2008;2B AFM;12/09/2023",
        intestazione="cognome;nome;nascita;classe;dal",
        archivio=replace(archivio, iscrizioni=con_dati),
    )
    ((campo, motivo),) = motivi(proposta)
    assert campo == "dal"
    assert "a già dati in 2ªA AFM: indicare il giorno del passaggio" in motivo
    assert proposta.piano is None


def test_back_to_a_class_that_one_left_is_for_the_office():
    chiusa = IscrizioneNota(1, 1, 1, date(2023, 9, 12), date(2024, 1, 12), ())
    archivio = replace(iscritta(), iscrizioni=(chiusa,))
    (proposta,) = studenti("Rossi;Anna;03/05/2008;2A AFM", archivio=archivio)
    assert motivi(proposta) == [
        (
            "",
            "È già stato in 2ªA AFM fino al 12/01/2024: un ritorno nella stessa classe non si "
            "importa",
        )
    ]


def test_a_class_in_three_columns_and_one_told_apart_by_its_site():
    (in_tre,) = studenti(
        "Rossi;Anna;03/05/2008;2;B;LS",
        intestazione="cognome;nome;nascita;anno corso;sezione;corso studi",
    )
    (per_sede,) = studenti(
        "Rossi;Anna;03/05/2008;2B;BSPS00801E", intestazione="cognome;nome;nascita;classe;sede"
    )
    assert in_tre.piano.iscrizione.classe_id == per_sede.piano.iscrizione.classe_id == 3


def test_the_adults_of_a_student():
    madre = persona(2, cognome="Bianchi", nome="Elena", data_nascita=None)
    archivio = iscritta(altre=(madre,), adulti=(AdultoNoto(1, 2, "genitore"),))
    (proposta,) = studenti(
        "Rossi;Anna;03/05/2008;2A AFM;Bianchi;Elena;elena@example.it;tutore;Rossi;Paolo",
        intestazione="cognome;nome;nascita;classe;resp1cognome;resp1nome;resp1email;resp1legame;"
        "resp2cognome;resp2nome",
        archivio=archivio,
    )
    assert differenze(proposta) == [
        ("Bianchi Elena: e-mail", "–", "elena@example.it"),
        ("Bianchi Elena: legame", "genitore", "tutore"),
        ("Responsabile", "–", "Rossi Paolo (genitore)"),
    ]


def test_nobody_answers_for_himself():
    (proposta,) = studenti(
        f"Rossi;Anna;{CF_ANNA};2A AFM;Rossi;Anna;{CF_ANNA}",
        intestazione="cognome;nome;cf;classe;genitore1Cognome;genitore1Nome;genitore1CodiceFiscale",
    )
    assert motivi(proposta) == [("", "Lo studente non può essere responsabile di sé stesso")]


def test_adults_known_by_name_only_are_not_taken_for_one_another():
    prima, seconda = studenti(
        "Rossi;Anna;03/05/2008;2A AFM;Bianchi;Elena",
        "Verdi;Ugo;04/05/2008;2A AFM;Bianchi;Elena",
        intestazione="cognome;nome;nascita;classe;resp1cognome;resp1nome",
    )
    chiavi = {p.piano.responsabili[0].persona.chiave for p in (prima, seconda)}
    assert len(chiavi) == 2


# Teachers, classes, cattedre


def test_a_teacher_without_a_code_is_known_by_e_mail_and_name():
    nota = persona(cognome="Tomasi", nome="Giulia", email="giulia@example.it")
    (proposta, altra) = proposte(
        Tipo.DOCENTI,
        "cognome;nome;email;sesso\nTOMASI;GIULIA;giulia@example.it;F\n"
        "Tomasi;Paola;giulia@example.it;F",
        replace(SCUOLA, persone=(nota,)),
    )
    assert differenze(proposta) == [("Sesso", "–", "F")]
    assert altra.stato == "nuovo"


@pytest.mark.parametrize(
    ("riga", "parti"),
    [
        ("3A AFM;ITCG;", (3, "A", "AFM")),
        ("3AAFM;ITCG;", (3, "A", "AFM")),
        ("III B LS;Liceo;", (3, "B", "LS")),
        ("3ªC MM;ITCG;tecnico", (3, "C", "MM")),
    ],
)
def test_classes_are_born_with_what_they_need(riga, parti):
    (proposta,) = proposte(Tipo.CLASSI, f"classe;sede;ordinamento\n{riga}")
    piano = proposta.piano
    assert proposta.stato == "nuovo"
    assert (piano.anno_di_corso, piano.sezione, piano.corso.sigla) == parti


@pytest.mark.parametrize(
    ("riga", "motivo"),
    [
        ("6A AFM;ITCG;", ("classe", "«6A AFM» non è una classe: scrivila come 2A AFM")),
        ("3A;ITCG;", ("corso", "Di «3A» manca il corso: scrivi la classe come 2A AFM")),
        ("3A AFM;;", ("sede", "Manca la sede: l’istituto ne ha più di una")),
        ("3A AFM;BSRI00801Q;", ("sede", "Nessuna sede ha il codice BSRI00801Q: scrivi il nome")),
        (
            "3A MM;ITCG;",
            (
                "ordinamento",
                "Il corso «MM» è nuovo: aggiungi la colonna «ordinamento» con liceo, tecnico o "
                "professionale, o correggi la sigla",
            ),
        ),
    ],
)
def test_a_class_that_is_not_clear_is_wrong(riga, motivo):
    (proposta,) = proposte(Tipo.CLASSI, f"classe;sede;ordinamento\n{riga}")
    assert motivi(proposta) == [motivo]


def test_the_name_or_the_kind_of_school_may_tell_the_ordinamento():
    righe = "classe;sede;nome corso\n1A IPS;ITCG;Istituto professionale per i servizi"
    (dal_nome,) = proposte(Tipo.CLASSI, righe)
    assert dal_nome.piano.corso.ordinamento == "professionale"
    (dal_tipo,) = proposte(
        Tipo.CLASSI,
        "classe\n1A PRIMO",
        replace(SCUOLA, tipo_istituto="cpia", sedi=(ITCG,), corsi=()),
    )
    assert dal_tipo.piano.corso.ordinamento == "adulti"


def test_a_class_known_already_may_change_site_and_cannot_stand_twice():
    prima, seconda = proposte(Tipo.CLASSI, "classe;sede\n2A AFM;Liceo\n2ªA AFM;ITCG")
    assert (prima.stato, differenze(prima)) == ("modificato", [("Sede", "ITCG", "Liceo")])
    assert motivi(seconda) == [("", "La stessa classe è già alla riga 2")]


def in_cattedra(**altro):
    """Giulia teaches Matematica in 2ªA AFM."""
    giulia = persona(
        1, cognome="Tomasi", nome="Giulia", email="g.tomasi@example.it", codice_fiscale=CF_ANNA
    )
    omar = persona(2, cognome="Brandolini", nome="Omar", email="o.brandolini@example.it")
    return replace(
        SCUOLA,
        persone=(giulia, omar),
        discipline=(DisciplinaNota(1, "Matematica", ""), DisciplinaNota(2, "Religione", "")),
        cattedre=(CattedraNota(1, 1, 1, None),),
        incarichi=(IncaricoNoto(1, 1, None), IncaricoNoto(1, None, 1)),
        **altro,
    )


@pytest.mark.parametrize(
    "docente", ["Tomasi Giulia", "Giulia TOMASI", "g.tomasi@example.it", "g.tomasi", CF_ANNA]
)
def test_a_cattedra_that_is_there_is_unchanged_however_the_teacher_is_named(docente):
    (proposta,) = proposte(
        Tipo.CATTEDRE,
        f"docente;classe;materia;coordinatore\n{docente};2A AFM;matematica;S",
        in_cattedra(),
    )
    assert (motivi(proposta), proposta.stato) == ([], "invariato")


def test_a_second_teacher_and_a_new_cattedra():
    seconda, nuova = proposte(
        Tipo.CATTEDRE,
        "docente;classe;materia\nBrandolini Omar;2A AFM;Matematica\n"
        "Brandolini Omar;2B AFM;Matematica",
        in_cattedra(),
    )
    assert (seconda.stato, seconda.piano.id) == ("modificato", 1)
    assert (nuova.stato, nuova.piano.id, nuova.piano.incarico) == ("nuovo", None, True)


@pytest.mark.parametrize(
    ("riga", "motivo"),
    [
        (
            "Nessuno;2A AFM;Matematica;;",
            ("docente", "«Nessuno» non c’è fra le persone: importa prima i docenti"),
        ),
        (
            "Tomasi Giulia;2A AFM;Matematicca;;",
            ("disciplina", "La disciplina «Matematicca» non c’è: correggila, o aggiungila"),
        ),
        (
            "Tomasi Giulia;2A AFM;Matematica;Avanzati;",
            ("gruppo", "In 2ªA AFM non c’è il gruppo «Avanzati»"),
        ),
        (
            "Brandolini Omar;2A AFM;Matematica;;S",
            (
                "coordinatore",
                "La classe ha già per coordinatore Tomasi Giulia: chiudi prima quell’incarico",
            ),
        ),
    ],
)
def test_a_cattedra_that_is_not_clear_is_wrong(riga, motivo):
    (proposta,) = proposte(
        Tipo.CATTEDRE, f"docente;classe;materia;gruppo;coordinatore\n{riga}", in_cattedra()
    )
    assert motivi(proposta) == [motivo]


def test_a_new_subject_is_added_when_asked_with_its_language():
    (proposta,) = proposte(
        Tipo.CATTEDRE,
        "docente;classe;materia\nTomasi Giulia;2A AFM;Lingua tedesca",
        in_cattedra(),
        aggiungi_discipline=True,
    )
    assert proposta.note == ["con la nuova disciplina «Lingua tedesca»"]
    assert proposta.piano.disciplina.lingua == "tedesco"


def test_a_subject_that_only_some_follow_goes_with_their_group():
    archivio = in_cattedra(gruppi=(GruppoNoto(7, 1, "religione", "Religione cattolica"),))
    (proposta,) = proposte(
        Tipo.CATTEDRE, "docente;classe;materia\nTomasi Giulia;2A AFM;Religione", archivio
    )
    assert proposta.piano.gruppo_id == 7
    assert proposta.note == ["per il gruppo «Religione cattolica»"]


celle = st.text(max_size=12) | st.sampled_from(
    [
        "Rossi",
        "2A AFM",
        "03/05/2008",
        CF_ANNA,
        "S",
        "N",
        "Matematica",
        "2B",
        "tedesco",
        "2024-02-30",
    ]
)


@given(st.data(), st.sampled_from(list(Tipo)))
def test_no_file_breaks_the_judgement(data, tipo):
    """Whatever stands in the cells, every row gets a state and wrong ones say why."""
    campi = [campo.nome for campo in TRACCIATI[tipo].campi]
    righe = data.draw(st.lists(st.lists(celle, max_size=len(campi)), min_size=1, max_size=5))
    lette = [RigaLetta(n, tuple(riga)) for n, riga in enumerate(righe, 2)]
    colonne = {campo: posto for posto, campo in enumerate(data.draw(st.permutations(campi)))}
    archivio = in_cattedra(iscrizioni=iscritta().iscrizioni, gruppi=iscritta().gruppi)
    giudicate = proponi(tipo, lette, colonne, archivio, oggi=OGGI, aggiungi_discipline=True)
    assert [p.numero for p in giudicate] == [riga.numero for riga in lette]
    for proposta in giudicate:
        assert (proposta.stato == "errato") == bool(motivi(proposta))
        assert proposta.stato == "errato" or proposta.piano is not None


def test_afm_is_found_by_its_name_too():
    (proposta,) = studenti(f"Rossi;Anna;03/05/2008;2A {AFM.nome}")
    assert proposta.piano.iscrizione.classe_id == 1
