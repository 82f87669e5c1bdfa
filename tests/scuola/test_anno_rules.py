"""The rules of the change of year, without a database: tables of cases and properties."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.scuola import enums
from cpia.scuola.anno.rules import copie
from cpia.scuola.anno.rules.classi import (
    ClasseLetta,
    CorsoLetto,
    Sorte,
    classi_del_nuovo_anno,
    concludono,
    successiva,
)
from cpia.scuola.anno.rules.copie import Anno, CattedraLetta, GruppoLetto, IncaricoLetto
from cpia.scuola.anno.rules.decisioni import obiezione
from cpia.scuola.anno.rules.durata import detto, durata, inizio_anno, primo_giorno, ultimo_giorno
from cpia.scuola.anno.rules.esiti import (
    Esito,
    IscrizioneNuova,
    NuovoAnno,
    Stato,
    StudenteLetto,
    esito_proposto,
    giudica,
    giudica_tutti,
    nuovo_anno,
)

TECNICO = CorsoLetto(1, "AFM", durata("tecnico"))
LICEO = CorsoLetto(2, "LS", durata("liceo"))
ADULTI = CorsoLetto(3, "PSP", durata("adulti"))
INIZIO, FINE = date(2023, 9, 1), date(2024, 8, 31)


def classe(pk, anno, sezione="A", corso=TECNICO):
    return ClasseLetta(pk, corso, anno, sezione, 1)


SECONDA, TERZA, QUINTA = classe(1, 2), classe(11, 3), classe(2, 5)
SECONDA_NUOVA = classe(12, 2)


def studente(dove=SECONDA, esito="", persona=1, **altro):
    return StudenteLetto(persona, persona, f"Rossi {persona}", dove, INIZIO, esito=esito, **altro)


def anno(*classi, iscritti=(), studenti=()):
    return nuovo_anno(2024, classi, iscritti, studenti)


# The school year and the length of the courses


@pytest.mark.parametrize(
    ("giorno", "inizio"),
    [
        (date(2024, 6, 5), 2023), (date(2024, 8, 31), 2023),
        (date(2024, 9, 1), 2024), (date(2024, 9, 10), 2024), (date(2025, 1, 1), 2024),
    ],
)  # fmt: skip
def test_the_school_year_of_a_day(giorno, inizio):
    assert inizio_anno(giorno) == inizio
    assert primo_giorno(inizio) <= giorno <= ultimo_giorno(inizio)


def test_the_school_year_is_written_across_the_century():
    assert [detto(2023), detto(2099)] == ["2023/24", "2099/00"]


@pytest.mark.parametrize(
    ("ordinamento", "anni_presenti", "anni"),
    [
        ("liceo", (), 5), ("tecnico", (), 5), ("professionale", (), 5), ("primo_ciclo", {1, 3}, 3),
        ("primo_ciclo", {1, 5}, 5), ("adulti", {1, 2}, None),
    ],
)  # fmt: skip
def test_how_long_a_course_lasts(ordinamento, anni_presenti, anni):
    trovata = durata(ordinamento, anni_presenti)
    assert (trovata and trovata.anni) == anni
    assert trovata is None or "art." in trovata.fonte


def test_every_ordinamento_has_an_answer():
    senza = {o.value for o in enums.Ordinamento if durata(o.value) is None}
    assert senza == {"adulti"}


def test_the_outcomes_are_those_of_the_database():
    assert [esito.value for esito in Esito] == enums.Esito.values
    assert set(enums.Ruolo.values) >= copie.UFFICI


# The classes


@pytest.mark.parametrize(
    ("dove", "posto"),
    [
        (SECONDA, (1, 3, "A")), (QUINTA, None), (classe(3, 1, corso=ADULTI), None),
        (classe(4, 2, corso=CorsoLetto(5, "SEC", durata("primo_ciclo"))), (5, 3, "A")),
        (classe(4, 3, corso=CorsoLetto(5, "SEC", durata("primo_ciclo"))), None),
    ],
)  # fmt: skip
def test_where_a_class_goes(dove, posto):
    assert successiva(dove) == posto


def test_the_classes_of_the_new_year_are_each_once_with_their_reason():
    voci = classi_del_nuovo_anno([classe(1, 1), SECONDA, QUINTA], [TERZA])
    assert [(v.detta, v.sorte, v.da and v.da.id) for v in voci] == [
        ("1ªA AFM", Sorte.NUOVA, None),
        ("2ªA AFM", Sorte.NUOVA, 1),
        ("3ªA AFM", Sorte.ESISTE, 1),
        ("5ªA AFM", Sorte.NUOVA, None),
    ]
    assert "nuovi iscritti" in voci[0].motivo
    assert voci[1].motivo.startswith("vi sale la 1ªA AFM")
    assert "ripete della 5ªA AFM" in voci[3].motivo


def test_when_all_are_there_nothing_is_new():
    vecchie = [classe(1, 1), SECONDA, QUINTA]
    prima = classi_del_nuovo_anno(vecchie, [])
    nuove = [
        ClasseLetta(100 + n, v.corso, v.posto[1], v.posto[2], v.sede_id)
        for n, v in enumerate(prima)
    ]
    dopo = classi_del_nuovo_anno(vecchie, nuove)
    assert {v.sorte for v in dopo} == {Sorte.ESISTE}
    assert [v.posto for v in dopo] == [v.posto for v in prima]


def test_who_is_in_the_last_year_concludes_and_adults_are_not_promoted():
    di_adulti = classe(3, 1, corso=ADULTI)
    assert concludono([SECONDA, QUINTA, di_adulti]) == [QUINTA]
    [voce] = classi_del_nuovo_anno([di_adulti], [])
    assert voce.posto == di_adulti.posto
    assert "adulti" in voce.motivo


# The students


@pytest.mark.parametrize(
    ("chi", "stato", "testo", "fonte"),
    [
        (studente(), Stato.DA_DECIDERE, "da decidere", "D.P.R. 122/2009"),
        (studente(esito="ammesso"), Stato.NUOVO, "in 3ªA AFM dal 01/09/2024", "122/2009, art. 4"),
        (studente(esito="non_ammesso"), Stato.NUOVO, "ripete in 2ªA AFM", "122/2009, art. 4"),
        (studente(QUINTA, "conclude"), Stato.NUOVO, "conclude il corso, ultimo giorno 31/08/2024",
         "D.P.R. 88/2010"),
        (studente(esito="lascia", ultimo_giorno=date(2024, 2, 3)), Stato.NUOVO,
         "lascia la scuola, ultimo giorno 03/02/2024", "297/1994"),
        (studente(QUINTA, "ammesso"), Stato.PROBLEMA, "è l’ultimo anno del corso", ""),
        (studente(QUINTA, "non_ammesso"), Stato.PROBLEMA, "la 5ªA AFM non c’è: creala", ""),
        (studente(esito="ammesso", arrivo_id=12), Stato.PROBLEMA, "in una classe di anno 3", ""),
        (studente(esito="ammesso", arrivo_id=99), Stato.PROBLEMA, "non è del 2024/25", ""),
        (studente(esito="ammesso", passato=True), Stato.INVARIATO, "già passato", ""),
        (studente(classe(9, 1, corso=ADULTI), "ammesso"), Stato.PROBLEMA, "si sceglie a mano", ""),
        (studente(esito="lascia", ultimo_giorno=date(2024, 9, 1)), Stato.PROBLEMA,
         "dopo la fine dell’anno", ""),
    ],
)  # fmt: skip
def test_what_becomes_of_a_student(chi, stato, testo, fonte):
    riga = giudica(chi, anno(TERZA, SECONDA_NUOVA, studenti=[chi]))
    assert riga.stato == stato
    assert testo in riga.testo
    assert fonte in riga.fonte


def test_another_course_or_section_may_be_chosen_by_hand():
    altra = classe(21, 3, "B", LICEO)
    riga = giudica(studente(esito="ammesso", arrivo_id=21), anno(TERZA, altra))
    assert (riga.stato, riga.classe) == (Stato.NUOVO, altra)


def test_who_is_enrolled_already_is_not_enrolled_twice():
    riga = giudica(studente(esito="ammesso"), anno(TERZA, iscritti=[IscrizioneNuova(1, 11)]))
    assert (riga.stato, riga.iscrive, riga.chiude_al) == (Stato.NUOVO, False, FINE)


@pytest.mark.parametrize("esito", ["ammesso", "conclude", "lascia"])
def test_who_is_enrolled_elsewhere_in_the_new_year_is_a_problem(esito):
    altrove = anno(TERZA, SECONDA_NUOVA, iscritti=[IscrizioneNuova(1, 12)])
    riga = giudica(studente(esito=esito), altrove)
    assert riga.stato == Stato.PROBLEMA
    assert "2ªA AFM" in riga.testo


def test_who_is_in_two_classes_is_a_problem_in_both():
    due = [
        studente(esito="ammesso"),
        replace(studente(QUINTA, "conclude"), iscrizione_id=7),
    ]
    righe = giudica_tutti(due, anno(TERZA, studenti=due))
    assert {r.stato for r in righe} == {Stato.PROBLEMA}


@pytest.mark.parametrize(
    ("dove", "proposto"),
    [(SECONDA, Esito.AMMESSO), (QUINTA, Esito.CONCLUDE), (classe(3, 1, corso=ADULTI), None)],
)
def test_what_is_proposed_for_who_has_no_outcome(dove, proposto):
    assert esito_proposto(dove) == proposto


@pytest.mark.parametrize(
    ("chi", "esito", "arrivo", "giorno", "testo"),
    [
        (studente(), "ammesso", None, None, ""),
        (studente(), "ammesso", 11, None, ""),
        (studente(), "lascia", None, INIZIO, ""),
        (studente(), "lascia", None, date(2023, 8, 31), "dal 01/09/2023 al 31/08/2024"),
        (studente(), "lascia", None, date(2024, 9, 1), "dal 01/09/2023 al 31/08/2024"),
        (studente(), "ammesso", None, INIZIO, "solo per chi lascia"),
        (studente(), "conclude", 11, None, "solo per chi è ammesso o ripete"),
        (studente(), "ammesso", 99, None, "non è fra quelle del 2024/25"),
        (studente(), "ammesso", 12, None, "classe di anno 3"),
        (studente(QUINTA), "ammesso", 11, None, "ultimo anno"),
        (studente(passato=True), "lascia", None, None, "è già passato"),
    ],
)  # fmt: skip
def test_which_outcomes_may_be_recorded(chi, esito, arrivo, giorno, testo):
    motivo = obiezione(
        chi, anno(TERZA, SECONDA_NUOVA), esito=esito, arrivo_id=arrivo, ultimo_giorno=giorno
    )
    assert testo in motivo
    assert bool(testo) == bool(motivo)


# Every student in one place, whatever was decided; and run again, nothing changes

VECCHIE = [classe(n + 1, n % 5 + 1, "AB"[n // 5]) for n in range(10)] + [
    classe(40, 1, corso=ADULTI)
]
NUOVE = [replace(c, id=c.id + 100) for c in VECCHIE]


@st.composite
def scuole(draw):
    """A school at the end of the year: some classes of the next one, some already enrolled."""
    nuove = draw(st.lists(st.sampled_from(NUOVE), unique_by=lambda c: c.id))
    studenti = [
        StudenteLetto(
            n,
            draw(st.integers(0, 7)),
            f"Studente {n}",
            draw(st.sampled_from(VECCHIE)),
            INIZIO,
            al=draw(st.sampled_from([None, FINE])),
            esito=draw(st.sampled_from(["", *Esito])),
            arrivo_id=draw(st.sampled_from([None, None, *(c.id for c in NUOVE)])),
            ultimo_giorno=draw(st.sampled_from([None, date(2024, 3, 1), FINE])),
            passato=False,
        )
        for n in range(draw(st.integers(0, 8)))
    ]
    iscritti = (
        [IscrizioneNuova(draw(st.integers(0, 7)), draw(st.sampled_from(nuove)).id)]
        if nuove and draw(st.booleans())
        else []
    )
    return nuove, studenti, iscritti


def compi(nuove, studenti, iscritti):
    """What the service writes, on plain values."""
    righe = giudica_tutti(studenti, nuovo_anno(2024, nuove, iscritti, studenti))
    dopo, iscrizioni = [], list(iscritti)
    for riga in righe:
        chi = riga.studente
        if riga.stato == Stato.NUOVO:
            arrivo = riga.classe.id if riga.classe else None
            chi = replace(chi, al=riga.chiude_al, arrivo_id=arrivo, passato=True)
            if riga.iscrive:
                iscrizioni.append(IscrizioneNuova(chi.persona_id, riga.classe.id))
        dopo.append(chi)
    return righe, dopo, iscrizioni


@given(scuole())
def test_every_student_ends_in_exactly_one_place(scuola):
    nuove, studenti, iscritti = scuola
    righe, _, iscrizioni = compi(nuove, studenti, iscritti)
    assert [riga.studente for riga in righe] == studenti
    for riga in righe:
        entra, esce = riga.classe is not None, riga.chiude_al is not None
        prosegue = riga.studente.esito in {Esito.AMMESSO, Esito.NON_AMMESSO}
        assert (riga.stato == Stato.NUOVO) == esce
        assert entra == (esce and prosegue)
        assert riga.testo
    assert len(set(iscrizioni)) == len(iscrizioni)


@given(scuole())
def test_nobody_is_in_two_classes_on_the_same_day(scuola):
    nuove, studenti, iscritti = scuola
    _righe, dopo, iscrizioni = compi(nuove, studenti, iscritti)
    nate = iscrizioni[len(iscritti) :]
    for iscrizione in nate:
        sue = [chi for chi in dopo if chi.persona_id == iscrizione.persona_id]
        assert all(chi.al and chi.al < primo_giorno(2024) for chi in sue)
        altrove = {i.classe_id for i in iscrizioni if i.persona_id == iscrizione.persona_id}
        assert altrove == {iscrizione.classe_id}


@given(scuole())
def test_the_second_run_changes_nothing(scuola):
    nuove, studenti, iscritti = scuola
    prima, dopo, iscrizioni = compi(nuove, studenti, iscritti)
    righe, ancora, di_nuovo = compi(nuove, dopo, iscrizioni)
    assert Stato.NUOVO not in {riga.stato for riga in righe}
    assert (ancora, di_nuovo) == (dopo, iscrizioni)
    fatti = [r.studente.iscrizione_id for r in prima if r.stato == Stato.NUOVO]
    invariati = [r.studente.iscrizione_id for r in righe if r.stato == Stato.INVARIATO]
    assert invariati == fatti


# What is copied

GRUPPO = GruppoLetto(5, 1, "religione", "Religione cattolica", frozenset({1, 2}))
MATEMATICA, RELIGIONE = CattedraLetta(1, 1, 7, "Matematica"), CattedraLetta(2, 1, 8, "IRC", GRUPPO)


def incarico(pk, ruolo, **altro):
    dati = {"persona_id": pk, "persona": f"Persona {pk}", "ruolo_detto": ruolo, "dal": INIZIO}
    return IncaricoLetto(id=pk, ruolo=ruolo, **dati, **altro)


DOCENTE = incarico(31, "docente", cattedra_id=1)
COORDINATRICE = incarico(32, "coordinatore", classe_id=1)
UFFICIO = incarico(33, "segreteria_protocollo", al=FINE)
CHI_PASSA = 99
VECCHIO = Anno(
    {1: SECONDA, 2: QUINTA},
    {1: MATEMATICA, 2: RELIGIONE},
    {5: GRUPPO},
    {i.id: i for i in (DOCENTE, COORDINATRICE, UFFICIO)},
)


def proposte(nuovo, modo="segue", vecchio=VECCHIO):
    trovate = copie.proposte(vecchio, nuovo, modo, FINE, CHI_PASSA)
    assert all(copia.motivo for copia in trovate)
    return {copia.chiave: copia for copia in trovate}


@pytest.mark.parametrize(("modo", "verso"), [("segue", TERZA), ("resta", SECONDA_NUOVA)])
def test_teachers_follow_the_class_or_stay_with_the_year(modo, verso):
    trovate = proposte(Anno({11: TERZA, 12: SECONDA_NUOVA}), modo)
    assert {trovate[c].verso for c in ("cattedra-1", "docente-31", "coordinatore-32")} == {verso}
    assert trovate["gruppo-5"].verso == TERZA
    assert trovate["ufficio-33"].verso is None
    assert {copia.stato for copia in trovate.values()} == {"possibile"}
    assert "art. 396" in trovate["docente-31"].fonte


def test_what_is_there_already_is_recognised():
    nuovo = Anno(
        {11: TERZA},
        {71: CattedraLetta(71, 11, 7, "Matematica")},
        {},
        {
            41: replace(DOCENTE, id=41, cattedra_id=71),
            42: replace(COORDINATRICE, id=42, classe_id=11),
            43: replace(UFFICIO, id=43, al=date(2025, 8, 31)),
        },
    )
    trovate = proposte(nuovo)
    gia = {chiave for chiave, copia in trovate.items() if copia.stato == "esiste"}
    assert gia == {"cattedra-1", "docente-31", "coordinatore-32", "ufficio-33"}


def test_what_was_copied_and_then_withdrawn_is_not_given_again():
    trovate = proposte(Anno({11: TERZA}, copiati=frozenset({31, 32, 33})))
    assert {trovate[c].stato for c in ("docente-31", "coordinatore-32", "ufficio-33")} == {"esiste"}


@pytest.mark.parametrize(
    ("dati", "motivo"),
    [
        ({"cattedre": {3: CattedraLetta(3, 2, 7, "Matematica")}}, "la classe conclude"),
        ({"cattedre": {1: MATEMATICA}}, "la 3ªA AFM del nuovo anno non c’è"),
    ],
)
def test_what_has_nowhere_to_go_says_why(dati, motivo):
    [copia] = proposte(Anno({}), vecchio=Anno({1: SECONDA, 2: QUINTA}, **dati)).values()
    assert (copia.stato, copia.motivo) == ("impossibile", motivo)


def test_a_substitute_is_not_proposed():
    supplente = replace(DOCENTE, sostituisce=True)
    vecchio = replace(VECCHIO, incarichi={31: supplente})
    copia = proposte(Anno({11: TERZA}), vecchio=vecchio)["docente-31"]
    assert copia.stato == "impossibile"
    assert "sostituzione" in copia.motivo


@pytest.mark.parametrize(
    ("prima", "motivo"),
    [
        (replace(UFFICIO, sostituisce=True), "sostituzione"),
        (replace(UFFICIO, ruolo="collaboratore"), "dirigente o il DSGA"),
        (replace(UFFICIO, ruolo="dsga"), "dirigente o il DSGA"),
        (replace(UFFICIO, persona_id=CHI_PASSA), "a sé stesso"),
    ],
)
def test_an_office_that_the_passage_may_not_give_says_why(prima, motivo):
    copia = proposte(Anno({}), vecchio=Anno({}, incarichi={33: prima}))["ufficio-33"]
    assert copia.stato == "impossibile"
    assert motivo in copia.motivo


def test_nobody_passes_a_class_to_oneself():
    vecchio = replace(
        VECCHIO,
        incarichi={
            31: replace(DOCENTE, persona_id=CHI_PASSA),
            32: replace(COORDINATRICE, persona_id=CHI_PASSA),
        },
    )
    trovate = proposte(Anno({11: TERZA}), vecchio=vecchio)
    assert {trovate[c].stato for c in ("docente-31", "coordinatore-32")} == {"impossibile"}


@pytest.mark.parametrize(("sostituisce", "stato"), [(False, "impossibile"), (True, "possibile")])
def test_a_class_has_one_coordinator(sostituisce, stato):
    altra = incarico(42, "coordinatore", classe_id=11, sostituisce=sostituisce)
    copia = proposte(Anno({11: TERZA}, incarichi={42: altra}))["coordinatore-32"]
    assert copia.stato == stato
    assert ("Persona 42" in copia.motivo) is (stato == "impossibile")


def test_two_seats_are_two_offices():
    sedi = [incarico(k, "coordinatore_sede", al=FINE, sede_id=k) for k in (51, 52)]
    sedi = [replace(i, persona_id=7) for i in sedi]
    nuovo = Anno({}, incarichi={61: replace(sedi[0], id=61, al=date(2025, 8, 31))})
    trovate = proposte(nuovo, vecchio=Anno({}, incarichi={i.id: i for i in sedi}))
    stati = {chiave: copia.stato for chiave, copia in trovate.items()}
    assert stati == {"ufficio-51": "esiste", "ufficio-52": "possibile"}


@pytest.mark.parametrize(
    ("ruolo", "al"),
    [("dirigente", FINE), ("amministratore", FINE), ("segreteria_didattica", None),
     ("segreteria_didattica", date(2024, 6, 30)), ("componente", FINE)],
)  # fmt: skip
def test_only_offices_of_the_school_that_end_with_the_year_are_proposed(ruolo, al):
    vecchio = Anno({}, incarichi={1: incarico(1, ruolo, al=al)})
    assert proposte(Anno({}), vecchio=vecchio) == {}


def test_the_new_year_knows_its_days():
    vuoto = NuovoAnno(2024, {}, {}, {}, frozenset())
    assert (vuoto.primo_giorno, vuoto.fine_del_vecchio) == (date(2024, 9, 1), FINE)
