"""The acts of an import: what is written, what is not, and how all of it is taken back."""

import time
from datetime import date, timedelta

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from competenze.models import RigaLibera
from cpia.atti.models import Operazione
from cpia.scuola.enums import Ruolo, TipoGruppo
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    Corso,
    Disciplina,
    Gruppo,
    Importazione,
    Incarico,
    Iscrizione,
    Persona,
    Responsabilita,
    Sede,
)
from cpia.scuola.services import importazioni as servizi
from cpia.scuola.tenancy import istituto_corrente
from tests.factories.competenze import ClasseRilevataFactory
from tests.factories.scuola import (
    ADESSO,
    AppartenenzaFactory,
    CattedraFactory,
    ClasseFactory,
    CorsoFactory,
    DisciplinaFactory,
    GruppoFactory,
    IncaricoFactory,
    InvitoFactory,
    IscrizioneFactory,
    IstitutoFactory,
    PersonaFactory,
    SedeFactory,
    contesto,
)
from tests.scuola.corpus import file_di_prova

pytestmark = pytest.mark.django_db
CF_ANNA = "RSSNNA08E43B157T"
SCRITTI = (
    Appartenenza, Cattedra, Classe, Corso, Disciplina, Gruppo, Incarico, Iscrizione, Persona,
    Responsabilita, Sede,
)  # fmt: skip


@pytest.fixture
def istituto(db):
    riga = IstitutoFactory()
    with istituto_corrente(riga.pk):
        yield riga


@pytest.fixture
def autore(istituto):
    incarico = IncaricoFactory(istituto=istituto, segreteria=True)
    return contesto(incarico.persona)


@pytest.fixture
def classe(istituto):
    """2ªA AFM, with 2ªB AFM beside it."""
    corso = CorsoFactory(istituto=istituto, sigla="AFM")
    sede = SedeFactory(istituto=istituto, nome="ITCG")
    prima, _ = (
        ClasseFactory(istituto=istituto, corso=corso, sede=sede, sezione=sezione)
        for sezione in "AB"
    )
    return prima


def carica(autore, tipo, contenuto, nome="prova.csv"):
    if isinstance(contenuto, str):
        contenuto = contenuto.encode()
    return servizi.carica_importazione(
        autore=autore, adesso=ADESSO, tipo=tipo, anno=2023, nome_file=nome, contenuto=contenuto
    )


def importa(autore, tipo, contenuto, **opzioni):
    caricata = carica(autore, tipo, contenuto)
    quante = servizi.esegui_importazione(
        autore=autore, adesso=ADESSO, importazione=caricata, **{"solo_giuste": False} | opzioni
    )
    caricata.refresh_from_db()
    return caricata, quante


def annulla(autore, importazione):
    servizi.annulla_importazione(autore=autore, adesso=ADESSO, importazione=importazione)


def tutto():
    """All rows of an institute that an import could touch."""
    return {modello: list(modello.objects.order_by("id").values()) for modello in SCRITTI}


def quante_righe(quante):
    return {stato: numero for stato, numero in quante.items() if numero}


# What is written


def test_students_come_with_class_groups_and_adults(autore, classe):
    importazione, quante = importa(autore, Tipo.STUDENTI, file_di_prova("studenti-giuaschool.csv"))
    assert quante_righe(quante) == {"nuovo": 2}
    anna = Persona.objects.get(codice_fiscale=CF_ANNA)
    assert (anna.cognome, anna.nome, anna.sesso, anna.data_nascita) == (
        "Rossi", "Anna", "F", date(2008, 5, 3),
    )  # fmt: skip
    assert (anna.luogo_nascita, anna.provincia_nascita) == ("Brescia", "BS")
    assert anna.iscrizioni.get().classe == classe
    assert anna.iscrizioni.get().dal == date(2023, 9, 1)
    gruppi = Appartenenza.objects.values_list(
        "iscrizione__persona__cognome", "gruppo__tipo", "gruppo__nome"
    )
    assert set(gruppi) == {
        ("Rossi", TipoGruppo.RELIGIONE, "Religione cattolica"),
        ("D’Angelo", TipoGruppo.ALTERNATIVA, "Attività alternativa"),
    }
    assert sorted(r.adulto.nome for r in anna.responsabili.all()) == ["Elena", "Paolo"]
    assert (importazione.righe, importazione.eseguita_il) == ([], ADESSO)


def test_two_children_share_a_parent_known_by_code(autore, classe):
    padre = "RSSPLA75B14B157I"
    importa(
        autore,
        Tipo.STUDENTI,
        "cognome;nome;nascita;classe;resp1cognome;resp1nome;resp1cf;resp1email\n"
        f"Rossi;Anna;03/05/2008;2A AFM;Rossi;Paolo;{padre};\n"
        f"Rossi;Ugo;03/05/2009;2B AFM;ROSSI;PAOLO;{padre};paolo@example.it\n",
    )
    paolo = Persona.objects.get(codice_fiscale=padre)
    assert (paolo.nome, paolo.email, paolo.affidati.count()) == ("Paolo", "paolo@example.it", 2)


def test_the_ways_of_schools_that_begin_from_nothing(autore):
    """Classes, students, teachers and cattedre, one after the other, then all taken back."""
    prima = tutto()
    eseguite = [
        importa(autore, Tipo.CLASSI, file_di_prova("classi.csv"))[0],
        importa(autore, Tipo.STUDENTI, file_di_prova("studenti-excel.xlsx"))[0],
        importa(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))[0],
    ]
    caricata = carica(autore, Tipo.CATTEDRE, file_di_prova("cattedre.csv"))
    servizi.correggi_colonne(
        autore=autore,
        importazione=caricata,
        colonne=caricata.mappa["colonne"],
        aggiungi_discipline=True,
    )
    servizi.esegui_importazione(
        autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=False
    )
    assert (Classe.objects.count(), Corso.objects.count(), Sede.objects.count()) == (3, 2, 2)
    assert Iscrizione.objects.filter(classe__sezione="A").count() == 4
    assert Cattedra.objects.count() == Incarico.objects.filter(ruolo=Ruolo.DOCENTE).count() == 3
    assert Incarico.objects.get(ruolo=Ruolo.COORDINATORE).persona.cognome == "Tomasi"
    assert Disciplina.objects.get(nome="Lingua francese").lingua == "francese"
    for importazione in [caricata, *reversed(eseguite)]:
        annulla(autore, importazione)
    assert tutto() == prima


@pytest.mark.parametrize(
    ("tipo", "nome"),
    [
        (Tipo.CLASSI, "classi.csv"),
        (Tipo.STUDENTI, "studenti-giuaschool.csv"),
        (Tipo.STUDENTI, "studenti-barra.csv"),
        (Tipo.STUDENTI, "studenti-excel.xlsx"),
        (Tipo.DOCENTI, "docenti.csv"),
    ],
)
def test_the_same_file_twice_changes_nothing(autore, classe, tipo, nome):
    importa(autore, tipo, file_di_prova(nome))
    dopo_la_prima = tutto()
    importazione, quante = importa(autore, tipo, file_di_prova(nome))
    assert set(quante_righe(quante)) == {"invariato"}
    assert tutto() == dopo_la_prima
    assert importazione.effetti == []


def test_cattedre_twice_change_nothing(autore, classe):
    DisciplinaFactory(istituto=autore.istituto, nome="Matematica")
    PersonaFactory(istituto=autore.istituto, cognome="Tomasi", nome="Giulia")
    testo = "docente;classe;materia;coordinatore\nTomasi Giulia;2A AFM;Matematica;S\n"
    importa(autore, Tipo.CATTEDRE, testo)
    _, quante = importa(autore, Tipo.CATTEDRE, testo)
    assert quante_righe(quante) == {"invariato": 1}


def test_a_transfer_closes_one_enrolment_and_opens_another(autore, classe):
    testo = "cognome;nome;nascita;classe;religione\nRossi;Anna;03/05/2008;{};S\n"
    importa(autore, Tipo.STUDENTI, testo.format("2A AFM"))
    prima = tutto()
    trasferimento, quante = importa(autore, Tipo.STUDENTI, testo.format("2B AFM"))
    vecchia, nuova = Iscrizione.objects.order_by("id")
    assert quante_righe(quante) == {"modificato": 1}
    assert (vecchia.al, nuova.dal, nuova.al) == (date(2024, 6, 4), date(2024, 6, 5), None)
    assert nuova.appartenenze.get().gruppo.classe == nuova.classe
    _, ancora = importa(autore, Tipo.STUDENTI, testo.format("2B AFM"))
    assert quante_righe(ancora) == {"invariato": 1}
    annulla(autore, trasferimento)
    assert tutto() == prima


def test_an_enrolment_with_levels_is_closed_and_never_moved(autore, classe):
    testo = "cognome;nome;nascita;classe;dal\nRossi;Anna;03/05/2008;{};{}\n"
    importa(autore, Tipo.STUDENTI, testo.format("2A AFM", "12/09/2023"))
    vecchia = Iscrizione.objects.get()
    rilevata = ClasseRilevataFactory(istituto=autore.istituto, classe=classe)
    RigaLibera.objects.create(
        istituto=autore.istituto, classe_rilevata=rilevata, iscrizione=vecchia, testo="coro"
    )
    with pytest.raises(servizi.ImportazioneRifiutata, match="1 riga errata"):
        importa(autore, Tipo.STUDENTI, testo.format("2B AFM", "12/09/2023"))
    assert Iscrizione.objects.get().classe == classe
    importa(autore, Tipo.STUDENTI, testo.format("2B AFM", "05/02/2024"))
    vecchia, nuova = Iscrizione.objects.order_by("id")
    assert (vecchia.classe, vecchia.al, nuova.dal) == (classe, date(2024, 2, 4), date(2024, 2, 5))


def test_who_changes_group_leaves_the_former_one(autore, classe):
    francese = GruppoFactory(
        istituto=autore.istituto, classe=classe, tipo=TipoGruppo.LINGUA, nome="Lingua francese"
    )
    anna = PersonaFactory(
        istituto=autore.istituto, cognome="Rossi", nome="Anna", codice_fiscale=CF_ANNA
    )
    iscrizione = IscrizioneFactory(istituto=autore.istituto, persona=anna, classe=classe)
    AppartenenzaFactory(istituto=autore.istituto, gruppo=francese, iscrizione=iscrizione)
    prima = tutto()
    testo = f"cognome;nome;cf;classe;lingua\nRossi;Anna;{CF_ANNA};2A AFM;tedesco\n"
    importazione, _ = importa(autore, Tipo.STUDENTI, testo)
    assert iscrizione.appartenenze.get().gruppo.nome == "Lingua tedesca"
    annulla(autore, importazione)
    assert tutto() == prima


# What is not written


def test_a_wrong_row_stops_everything_unless_left_out(autore, classe):
    caricata = carica(autore, Tipo.STUDENTI, file_di_prova("studenti-errati.csv"))
    prima = tutto()
    with pytest.raises(servizi.ImportazioneRifiutata, match="24 righe errate"):
        servizi.esegui_importazione(
            autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=False
        )
    assert tutto() == prima
    caricata.refresh_from_db()
    assert (caricata.eseguita_il, len(caricata.righe)) == (None, 28)
    quante = servizi.esegui_importazione(
        autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=True
    )
    assert quante["nuovo"] == Iscrizione.objects.count()


def test_an_import_is_carried_out_once(autore, classe):
    importazione, _ = importa(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    with pytest.raises(servizi.ImportazioneRifiutata, match="caricalo di nuovo"):
        servizi.esegui_importazione(
            autore=autore, adesso=ADESSO, importazione=importazione, solo_giuste=False
        )


def test_columns_without_which_nothing_can_be_done_are_asked_for(autore, classe):
    caricata = carica(autore, Tipo.STUDENTI, file_di_prova("colonne-ignote.csv"))
    assert caricata.mappa["colonne"] == {}
    with pytest.raises(servizi.ImportazioneRifiutata, match="Manca una colonna per: cognome"):
        servizi.correggi_colonne(
            autore=autore, importazione=caricata, colonne={"nome": 1}, aggiungi_discipline=False
        )


def test_the_columns_chosen_are_remembered_for_the_same_header(autore, classe):
    caricata = carica(autore, Tipo.STUDENTI, file_di_prova("colonne-ignote.csv"))
    scelte = {"cognome": 0, "nome": 1, "codice_fiscale": 2, "classe": 3}
    servizi.correggi_colonne(
        autore=autore, importazione=caricata, colonne=scelte, aggiungi_discipline=False
    )
    servizi.esegui_importazione(
        autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=False
    )
    assert Iscrizione.objects.count() == 4
    di_nuovo = carica(autore, Tipo.STUDENTI, file_di_prova("colonne-ignote.csv"))
    assert di_nuovo.mappa["colonne"] == scelte
    assert di_nuovo.mappa["ricordata"] == {"file": "prova.csv", "il": "2024-06-05"}
    altro_tipo = carica(autore, Tipo.DOCENTI, file_di_prova("colonne-ignote.csv"))
    assert altro_tipo.mappa["colonne"] == {}


def test_the_same_header_written_otherwise_is_the_same(autore, classe):
    scelte = {"cognome": 0, "nome": 1, "codice_fiscale": 2, "classe": 3}
    primo = carica(autore, Tipo.STUDENTI, file_di_prova("colonne-ignote.csv"), "prima.csv")
    servizi.correggi_colonne(
        autore=autore, importazione=primo, colonne=scelte, aggiungi_discipline=False
    )
    mai_eseguito = carica(autore, Tipo.STUDENTI, "CAMPO 1;campo_2;Càmpo3;CAMPO4\na;b;c;d")
    assert (mai_eseguito.mappa["colonne"], mai_eseguito.mappa["ricordata"]) == ({}, None)
    primo = carica(autore, Tipo.STUDENTI, file_di_prova("colonne-ignote.csv"), "prima.csv")
    servizi.correggi_colonne(
        autore=autore, importazione=primo, colonne=scelte, aggiungi_discipline=False
    )
    servizi.esegui_importazione(autore=autore, adesso=ADESSO, importazione=primo, solo_giuste=False)
    stesso = carica(autore, Tipo.STUDENTI, "CAMPO 1;campo_2;Càmpo3;CAMPO4\na;b;c;d")
    assert stesso.mappa["colonne"] == scelte
    assert stesso.mappa["ricordata"] == {"file": "prima.csv", "il": "2024-06-05"}
    servizi.correggi_colonne(
        autore=autore, importazione=stesso, colonne=scelte | {"nome": 3}, aggiungi_discipline=False
    )
    stesso.refresh_from_db()
    assert stesso.mappa["colonne"] == scelte | {"nome": 3}
    diverso = carica(autore, Tipo.STUDENTI, "Campo1;Campo2;Campo3;Campo5\na;b;c;d")
    assert (diverso.mappa["colonne"], diverso.mappa["ricordata"]) == ({}, None)


def test_whether_the_first_row_names_the_columns_can_be_said_by_hand(autore, classe):
    caricata = carica(autore, Tipo.DOCENTI, "Rossi;Anna\nVerdi;Ugo\nNeri;Ida;x\n")
    assert caricata.mappa["intestazione"] == ["Rossi", "Anna", ""]

    def cambia(*, presente):
        servizi.cambia_intestazione(
            autore=autore, adesso=ADESSO, importazione=caricata, presente=presente
        )
        caricata.refresh_from_db()
        return caricata.mappa["intestazione"], [numero for numero, *_ in caricata.righe]

    assert cambia(presente=True) == (["Rossi", "Anna", ""], [2, 3])
    assert cambia(presente=False) == (["Colonna A", "Colonna B", "Colonna C"], [1, 2, 3])
    assert caricata.righe[0][:3] == [1, "Rossi", "Anna"]
    assert cambia(presente=True) == (["Rossi", "Anna", ""], [2, 3])
    sola = carica(autore, Tipo.DOCENTI, "Rossi;anna@example.it")
    assert sola.mappa["riga"] is None
    with pytest.raises(servizi.ImportazioneRifiutata, match="solo l’intestazione"):
        servizi.cambia_intestazione(autore=autore, adesso=ADESSO, importazione=sola, presente=True)


def test_every_act_leaves_its_line_in_the_register_without_names(autore, classe):
    testo = file_di_prova("docenti.csv")
    importazione, _ = importa(autore, Tipo.DOCENTI, testo)
    annulla(autore, importazione)
    carica(autore, Tipo.DOCENTI, testo)
    superata = carica(autore, Tipo.DOCENTI, testo)
    servizi.scarta_importazione(autore=autore, adesso=ADESSO, importazione=superata)
    righe = list(Operazione.objects.order_by("id"))
    assert [riga.azione for riga in righe] == [
        "carica file da importare",
        "esegue importazione",
        "annulla importazione",
        "carica file da importare",
        "scarta file da importare",
        "carica file da importare",
        "scarta file da importare",
    ]
    assert {riga.persona_id for riga in righe} == {autore.persona.pk}
    assert {riga.oggetto_tipo for riga in righe} == {"scuola.importazione"}
    assert righe[1].dati == {
        "tipo": "docenti",
        "file": importazione.impronta,
        "righe": {"nuovo": 2, "modificato": 0, "invariato": 0, "errato": 0},
    }
    assert "prova.csv" not in str([riga.dati for riga in righe])


def test_an_undo_refused_leaves_no_line(autore, classe):
    importazione, _ = importa(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    quante = Operazione.objects.count()
    Persona.objects.filter(cognome="Tomasi").update(nome="Altra")
    with pytest.raises(servizi.ImportazioneRifiutata):
        annulla(autore, importazione)
    assert Operazione.objects.count() == quante


def test_a_new_file_makes_the_former_one_forgotten(autore, classe):
    primo = carica(autore, Tipo.STUDENTI, file_di_prova("studenti-sep.csv"))
    altro_tipo = carica(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    carica(autore, Tipo.STUDENTI, file_di_prova("studenti-barra.csv"))
    primo.refresh_from_db()
    altro_tipo.refresh_from_db()
    assert (primo.righe, len(altro_tipo.righe)) == ([], 2)


def test_another_institute_is_not_touched_nor_looked_at(autore, classe):
    altro = IstitutoFactory()
    with istituto_corrente(altro.pk):
        PersonaFactory(istituto=altro, codice_fiscale=CF_ANNA, cognome="Rossi", nome="Anna")
        ClasseFactory(istituto=altro, sezione="C", corso=CorsoFactory(istituto=altro, sigla="AFM"))
        prima = tutto()
    _, quante = importa(
        autore,
        Tipo.STUDENTI,
        f"cognome;nome;cf;classe\nRossi;Anna;{CF_ANNA};2A AFM\nVerdi;Ugo;{CF_ANNA};2C AFM\n",
        solo_giuste=True,
    )
    assert quante_righe(quante) == {"nuovo": 1, "errato": 1}
    with istituto_corrente(altro.pk):
        assert tutto() == prima


def test_an_import_of_another_institute_is_not_carried_out(autore, classe):
    altro = IstitutoFactory()
    with istituto_corrente(altro.pk):
        estraneo = contesto(IncaricoFactory(istituto=altro, segreteria=True).persona)
        estranea = carica(estraneo, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    for atto in (
        lambda: servizi.esegui_importazione(
            autore=autore, adesso=ADESSO, importazione=estranea, solo_giuste=True
        ),
        lambda: annulla(autore, estranea),
        lambda: servizi.scarta_importazione(autore=autore, adesso=ADESSO, importazione=estranea),
    ):
        with pytest.raises(Importazione.DoesNotExist):
            atto()


# Taking it back


def test_only_an_import_carried_out_is_taken_back_and_once(autore, classe):
    caricata = carica(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    with pytest.raises(servizi.ImportazioneRifiutata):
        annulla(autore, caricata)
    servizi.esegui_importazione(
        autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=False
    )
    annulla(autore, caricata)
    with pytest.raises(servizi.ImportazioneRifiutata):
        annulla(autore, caricata)


def test_changes_go_back_to_what_was_there(autore, classe):
    PersonaFactory(
        istituto=autore.istituto,
        cognome="Rossi",
        nome="Anna",
        codice_fiscale=CF_ANNA,
        email="vecchia@example.it",
        data_nascita=date(2008, 5, 3),
    )
    prima = tutto()
    importazione, quante = importa(
        autore, Tipo.DOCENTI, f"cognome;nome;cf;email\nRossi;Anna;{CF_ANNA};nuova@example.it\n"
    )
    assert quante_righe(quante) == {"modificato": 1}
    assert Persona.objects.get(codice_fiscale=CF_ANNA).email == "nuova@example.it"
    annulla(autore, importazione)
    assert tutto() == prima


def ostacolo_modifica(importazione, istituto):
    Persona.objects.filter(cognome="Tomasi").update(email="altra@example.it")
    return "dopo sono cambiati i dati di 1 persona: Tomasi Giulia"


def ostacolo_cancellata(importazione, istituto):
    Persona.objects.filter(cognome="Tomasi").delete()
    return "dopo sono cambiati i dati di 1 persona"


def ostacolo_incarico(importazione, istituto):
    IncaricoFactory(
        istituto=istituto, dirigente=True, persona=Persona.objects.get(cognome="Tomasi")
    )
    return "altri dati che usano persone di questa importazione, cioè 1 incarico: Tomasi Giulia"


def ostacolo_invito(importazione, istituto):
    InvitoFactory(istituto=istituto, persona=Persona.objects.get(cognome="Tomasi"))
    return "altri dati che usano persone di questa importazione, cioè 1 invito: Tomasi Giulia"


@pytest.mark.parametrize(
    "ostacolo", [ostacolo_modifica, ostacolo_cancellata, ostacolo_incarico, ostacolo_invito]
)
def test_what_was_changed_or_built_upon_since_is_not_taken_back(autore, classe, ostacolo):
    importazione, _ = importa(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    motivo = ostacolo(importazione, autore.istituto)
    prima = tutto()
    with pytest.raises(servizi.ImportazioneRifiutata, match=motivo):
        annulla(autore, importazione)
    assert tutto() == prima
    importazione.refresh_from_db()
    assert importazione.annullata_il is None


def test_of_many_obstacles_the_first_are_named_and_the_others_counted(autore, classe):
    importazione, _ = importa(autore, Tipo.STUDENTI, elenco(5))
    for iscrizione in Iscrizione.objects.all():
        GruppoFactory(istituto=autore.istituto, classe=classe)
        AppartenenzaFactory(
            istituto=autore.istituto,
            gruppo=Gruppo.objects.latest("id"),
            iscrizione=iscrizione,
        )
    with pytest.raises(servizi.ImportazioneRifiutata) as rifiuto:
        annulla(autore, importazione)
    assert rifiuto.value.motivi == (
        "Non si può annullare: dopo sono arrivati altri dati che usano iscrizioni di questa "
        "importazione, cioè 5 appartenenze: Cognomea0 Nome, Cognomeb1 Nome, Cognomec2 Nome "
        "e altre 2.",
    )


def test_a_later_import_is_taken_back_before_an_earlier_one(autore, classe):
    testo = "cognome;nome;cf;email\nRossi;Anna;%s;%s\n"
    prima, _ = importa(autore, Tipo.DOCENTI, testo % (CF_ANNA, "a@example.it"))
    dopo, _ = importa(autore, Tipo.DOCENTI, testo % (CF_ANNA, "b@example.it"))
    with pytest.raises(servizi.ImportazioneRifiutata):
        annulla(autore, prima)
    annulla(autore, dopo)
    annulla(autore, prima)
    assert not Persona.objects.filter(codice_fiscale=CF_ANNA).exists()


def test_what_had_been_taken_away_must_still_fit(autore, classe):
    """A membership that was removed cannot come back into a group that is gone."""
    gruppo = GruppoFactory(
        istituto=autore.istituto, classe=classe, tipo=TipoGruppo.LINGUA, nome="Lingua francese"
    )
    anna = PersonaFactory(istituto=autore.istituto, codice_fiscale=CF_ANNA)
    iscrizione = IscrizioneFactory(istituto=autore.istituto, persona=anna, classe=classe)
    AppartenenzaFactory(istituto=autore.istituto, gruppo=gruppo, iscrizione=iscrizione)
    importazione, _ = importa(
        autore,
        Tipo.STUDENTI,
        f"cognome;nome;cf;classe;lingua\n{anna.cognome};Nome;{CF_ANNA};2A AFM;tedesco\n",
    )
    gruppo.delete()
    with pytest.raises(servizi.ImportazioneRifiutata, match="altri dati sono cambiati"):
        annulla(autore, importazione)


def test_no_personal_datum_stays_in_the_record(autore, classe):
    importazione, _ = importa(autore, Tipo.STUDENTI, file_di_prova("studenti-giuaschool.csv"))
    assert "Rossi" not in str([importazione.righe, importazione.effetti, importazione.mappa])
    annulla(autore, importazione)
    importazione.refresh_from_db()
    assert {nome for effetto in importazione.effetti for nome in effetto} == {"modello", "creati"}
    assert all(isinstance(pk, int) for e in importazione.effetti for pk in e["creati"])


def test_every_row_that_can_point_to_an_imported_one_is_looked_at(autore, classe):
    """Whatever model of whatever app refers to a person, it stops the undo."""
    importazione, _ = importa(autore, Tipo.DOCENTI, file_di_prova("docenti.csv"))
    with CaptureQueriesContext(connection) as domande:
        annulla(autore, importazione)
    guardate = " ".join(domanda["sql"] for domanda in domande)
    riferiscono = {
        modello._meta.db_table
        for modello in apps.get_models()
        for campo in modello._meta.local_fields
        if campo.remote_field and campo.remote_field.model is Persona
    }
    assert {tabella for tabella in riferiscono if f'"{tabella}"' not in guardate} == set()


# Size


def elenco(quanti):
    """A list of invented students, each in a group and with an adult."""
    righe = ["cognome;nome;nascita;classe;religione;lingua;resp1cognome;resp1nome;resp1email"]
    primo = date(2007, 1, 1)
    for n in range(quanti):
        nato = primo + timedelta(days=n % 700)
        righe.append(
            f"Cognome{chr(97 + n % 26)}{n};Nome;{nato:%d/%m/%Y};2{'AB'[n % 2]} AFM;"
            f"{'SN'[n % 2]};{['fra', 'ted'][n % 2]};Adulto{n};Nome;a{n}@example.it"
        )
    return "\n".join(righe)


@pytest.mark.parametrize("tipo", Tipo)
def test_the_queries_do_not_grow_with_the_rows(autore, classe, tipo):
    CattedraFactory(istituto=autore.istituto, classe=classe)
    if tipo == Tipo.CATTEDRE:
        importa(autore, Tipo.DOCENTI, elenco(40))
    tracce = []
    for quanti in (2, 40):
        testo = {
            Tipo.STUDENTI: elenco(quanti),
            Tipo.CLASSI: "classe\n" + "\n".join(f"3{chr(65 + n % 26)}{chr(65 + n // 26)} AFM"
                                                for n in range(quanti)),
            Tipo.DOCENTI: elenco(quanti),
            Tipo.CATTEDRE: "docente;classe;materia\n"
            + "\n".join(f"Nome Cognome{chr(97 + n % 26)}{n};2A AFM;M{n}" for n in range(quanti)),
        }[tipo]  # fmt: skip
        caricata = carica(autore, tipo, testo)
        caricata.mappa["aggiungi_discipline"] = True
        caricata.save(update_fields=["mappa"])
        with CaptureQueriesContext(connection) as domande:
            servizi.esegui_importazione(
                autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=True
            )
        tracce.append(len(domande))
    assert tracce[1] <= tracce[0]


def test_the_preview_of_the_longest_file_stays_within_three_seconds(autore, classe):
    caricata = carica(autore, Tipo.STUDENTI, elenco(5000))
    inizio = time.process_time()
    proposte, _ = servizi.esamina(caricata, ADESSO)
    assert len(proposte) == 5000
    assert time.process_time() - inizio < 3


def test_the_school_year_is_made_once(autore, classe):
    carica(autore, Tipo.STUDENTI, elenco(2))
    carica(autore, Tipo.STUDENTI, elenco(2))
    assert AnnoScolastico.objects.filter(inizio=2023).count() == 1
