"""The register as people read it: its words, one object's history, the page of the whole."""

import ast
import csv
import fnmatch
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from competenze.models import Inserimento
from cpia.atti.models import Documento, Operazione
from cpia.atti.registro.queries import nome_del_tipo
from cpia.atti.registro.rules import Glossario, Voce, leggi_ruoli, racconta
from cpia.atti.registro.views import PER_PAGINA
from cpia.atti.services import annota, nuovo_codice, sigilla
from cpia.atti.storie import glossario, risolutori, storie
from cpia.norme.models import Regolamento
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Passaggio, Persona
from cpia.scuola.tenancy import imposta, istituto_corrente
from tests.factories.competenze import (
    ClasseRilevataFactory,
    CompetenzaFactory,
    InserimentoFactory,
    QuadroCompetenzeFactory,
    RilevazioneFactory,
)
from tests.factories.scuola import (
    ADESSO,
    ClasseFactory,
    ImportazioneFactory,
    IncaricoFactory,
    IscrizioneFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

RADICE = Path(__file__).resolve().parent.parent.parent


# The words of the acts


def _moduli():
    for app in apps.get_app_configs():
        if Path(app.path).is_relative_to(RADICE) and ".venv" not in Path(app.path).parts:
            yield from sorted(Path(app.path).rglob("*.py"))


@cache
def _indice():
    """Every call in the code, by the last name of what it calls: call, function, module."""
    indice: dict[str, list[tuple]] = {}
    for percorso in _moduli():
        for funzione in ast.walk(_albero(percorso)):
            if isinstance(funzione, ast.FunctionDef):
                for nodo in ast.walk(funzione):
                    if isinstance(nodo, ast.Call):
                        indice.setdefault(_nome(nodo.func), []).append((nodo, funzione, percorso))
    return indice


def _nome(chi):
    match chi:
        case ast.Name(id=nome) | ast.Attribute(attr=nome):
            return nome
    return ""


def _chiamate(nome, percorso=None):
    """The calls of this name; of the function of a module, only where it is that function."""
    for chiamata, funzione, dove in _indice().get(nome, ()):
        if percorso is None or dove == percorso or _importa(dove, chiamata.func, percorso):
            yield chiamata, funzione, dove


def _importa(dove, chi, percorso):
    """Whether a file takes what it calls from the module ``percorso``, or from its package."""
    modulo = ".".join(percorso.relative_to(RADICE).with_suffix("").parts)
    if isinstance(chi, ast.Name):
        return any(
            modulo == da or modulo.startswith(f"{da}.") for da in _importati(dove).get(chi.id, ())
        )
    return isinstance(chi.value, ast.Name) and any(
        f"{da}.{chi.value.id}" == modulo for da in _importati(dove).get(chi.value.id, ())
    )


@cache
def _importati(percorso):
    """Every imported name of a file, with the modules from which it comes."""
    da: dict[str, list[str]] = {}
    for nodo in ast.walk(_albero(percorso)):
        if isinstance(nodo, ast.ImportFrom):
            for nome in nodo.names:
                da.setdefault(nome.asname or nome.name, []).append(nodo.module)
    return da


@cache
def _albero(percorso):
    return ast.parse(percorso.read_text())


def _assegnata(nome, funzione, percorso):
    """What a name that is no parameter is made equal to: here, or where it is imported from."""
    for dentro in (*ast.walk(funzione), *_albero(percorso).body):
        match dentro:
            case (
                ast.Assign(targets=[ast.Name(id=trovato)], value=valore)
                | ast.AnnAssign(target=ast.Name(id=trovato), value=valore)
            ) if trovato == nome:
                return valore
    for modulo in _importati(percorso).get(nome, ()):
        origine = RADICE.joinpath(*modulo.split(".")).with_suffix(".py")
        if origine.exists() and (valore := _assegnata(nome, ast.Pass(), origine)):
            return valore
    return None


def _dato(chiamata, funzione, nome):
    """What a call gives to this parameter of the function, or None."""
    posti = [argomento.arg for argomento in funzione.args.args]
    per_nome = {parola.arg: parola.value for parola in chiamata.keywords}
    per_posto = dict(zip(posti, chiamata.args, strict=False))
    return per_nome.get(nome) or per_posto.get(nome)


def _valori(espressione, funzione, percorso, visti=()):
    """The texts that an expression may be: a parameter is what the callers give to it.

    What is put together with something that is known only then is a pattern: ``* rilevazione``.
    """

    def di(altra, intorno=funzione, dove=percorso):
        gia = (*visti, espressione)
        return set() if altra in gia else _valori(altra, intorno, dove, gia)

    match espressione:
        case ast.Constant(value=str(testo)):
            return {testo}
        case ast.IfExp(body=si, orelse=no):
            return di(si) | di(no)
        case ast.JoinedStr(values=parti):
            return {"".join(p.value if isinstance(p, ast.Constant) else "*" for p in parti)}
        case ast.Name(id=nome) if valore := _assegnata(nome, funzione, percorso):
            return di(valore)
        case ast.Name(id=nome):
            return {
                testo
                for chiamata, intorno, dove in _chiamate(funzione.name, percorso)
                if (dato := _dato(chiamata, funzione, nome))
                for testo in di(dato, intorno, dove)
            }
    return {f"??? {ast.unparse(espressione)}"}


# The functions of the register; what they are given is found where they are called.
SCRIVONO = ("annota", "annota_molte", "annota_da_fuori", "annota_di_chi_non_entra")


@cache
def azioni_del_codice():
    """Every act that the code writes in the register: ``annota(…, azione=…)`` wherever it is."""
    return frozenset(
        testo
        for nome in (*SCRIVONO, "create")
        for chiamata, funzione, percorso in _chiamate(nome)
        if funzione.name not in SCRIVONO
        for parola in chiamata.keywords
        if parola.arg == "azione"
        for testo in _valori(parola.value, funzione, percorso)
    )


def _detta(azione):
    return bool(fnmatch.filter(glossario.azioni, azione))


def test_the_walk_finds_the_acts_however_they_are_written():
    trovate = azioni_del_codice()
    assert len(trovate) > 40
    assert {
        "segna livello",  # a literal
        "attende disciplina", "motiva mancanza",  # one or the other
        "revoca incarico", "invita persona",  # given to a function that writes it
        "* rilevazione",  # put together
    } <= trovate  # fmt: skip
    assert [azione for azione in trovate if azione.startswith("???")] == []


def test_every_act_has_its_words():
    assert [azione for azione in sorted(azioni_del_codice()) if not _detta(azione)] == []


def test_the_words_complete_a_sentence_that_begins_with_who():
    assert [p for p in glossario.azioni.values() if not p.startswith(("ha ", "non ", "è "))] == []


def test_no_word_is_left_of_an_act_that_is_no_more():
    morte = [
        azione
        for azione in glossario.azioni
        if not any(fnmatch.fnmatchcase(azione, scritta) for scritta in azioni_del_codice())
    ]
    assert morte == []


# A line in Italian

PAROLE = Glossario(
    elenchi={"studenti"},
    campi={"studente": "studente", "livello": "livello", "al": "fino al", "nascosto": ""},
    valori={"livello": {"NV": "Non valutato"}},
)
NOMI = {"studente": {7: "Turla Anna"}, "studenti": {7: "Turla Anna", 8: "Vescovi Ivo"}}


@pytest.mark.parametrize(
    ("dati", "voci"),
    [
        ({}, []),
        ({"al": "2024-06-08"}, [Voce("fino al", "8 giugno 2024")]),
        (
            {"prima": {"al": None}, "dopo": {"al": "2024-06-30"}},
            [Voce("fino al", "30 giugno 2024", "vuoto")],
        ),
        ({"prima": {"a": 1, "b": 2}, "dopo": {"a": 1, "b": 3}}, [Voce("b", "3", "2")]),
        ({"prima": "B", "livello": "NV"}, [Voce("livello", "Non valutato", "B")]),
        (
            {"livello": "A", "studente": 7},
            [Voce("studente", "Turla Anna"), Voce("livello", "A")],
        ),
        ({"studente": 99}, [Voce("studente", "99")]),
        ({"studenti": [7, 8]}, [Voce("studenti", "Turla Anna e Vescovi Ivo")]),
        ({"studenti": 7}, [Voce("studenti", "7")]),  # how many, not who
        ({"studenti": list(range(30))}, [Voce("studenti", "30 voci")]),
        ({"livelli": [{"a": 1}, {"a": 2}]}, [Voce("livelli", "2 voci")]),
        ({"senza": {"12": "assente"}}, [Voce("senza", "1 voce")]),
        ({"nascosto": 5, "vuoto": "", "nulla": None}, []),
        ({"solo_giuste": True}, [Voce("solo giuste", "sì")]),
        ({"il": "2024-06-05T08:00:00+00:00"}, [Voce("il", "Mercoledì 5 giugno 2024, ore 10.00")]),
        ({"il": "2024-13-45"}, [Voce("il", "2024-13-45")]),
        ({"voluto": {"livello": "B", "motivo": ""}}, [Voce("voluto", "livello: B")]),
    ],
)
def test_what_a_line_says(dati, voci):
    assert list(racconta(dati, PAROLE, NOMI)) == voci


def test_the_roles_of_a_line_and_in_whose_place():
    assert leggi_ruoli("") == []
    assert leggi_ruoli("coordinatore, docente:45") == [("coordinatore", None), ("docente", 45)]


# One object's history


@pytest.fixture(autouse=True)
def _orario(monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)


class Scuola:
    """A teacher with an entry, who directs, and one object of each kind that has a history."""

    def __init__(self):
        self.istituto = IstitutoFactory()
        imposta(istituto_id=self.istituto.pk)
        comune = {"istituto": self.istituto}
        self.dirigente = IncaricoFactory(**comune, dirigente=True).persona
        self.segreteria = IncaricoFactory(**comune, segreteria=True).persona
        self.dsga = IncaricoFactory(**comune, ruolo=Ruolo.DSGA, cattedra=None).persona
        rilevazione = RilevazioneFactory(**comune)
        classe = ClasseFactory(**comune, anno_scolastico=rilevazione.anno_scolastico)
        rilevata = ClasseRilevataFactory(**comune, rilevazione=rilevazione, classe=classe)
        self.inserimento = InserimentoFactory(**comune, classe_rilevata=rilevata)
        self.docente = IncaricoFactory(**comune, cattedra=self.inserimento.cattedra).persona
        documento = Documento.objects.create(
            **comune, tipo="tabellone_competenze", titolo="Tabellone della 2ªB", modello="x@1",
            contesto={}, codice_verifica=nuovo_codice(), emesso_il=ADESSO,
        )  # fmt: skip
        rilevata.tabelloni.create(istituto=self.istituto, documento=documento)
        self.oggetti = {
            oggetto._meta.label_lower: oggetto
            for oggetto in (
                self.istituto, self.docente, self.docente.incarichi.get(), classe, rilevazione,
                rilevata, self.inserimento, documento, ImportazioneFactory(**comune),
                Passaggio.objects.create(
                    **comune, anno_scolastico=rilevazione.anno_scolastico
                ),
                Regolamento.objects.create(
                    **comune, titolo="Regolamento d’istituto", dal=ADESSO.date()
                ),
            )
        }  # fmt: skip

    def url(self, oggetto, tipo=None):
        dove = [self.istituto.slug, tipo or oggetto._meta.label_lower, oggetto.pk]
        return reverse("storia", args=dove)

    def registro(self, *riga):
        nome = "registro_riga" if riga else "registro"
        return reverse(nome, args=[self.istituto.slug, *riga])

    def entra(self, persona):
        client = Client()
        client.force_login(persona.utente)
        return client

    def annota(self, autore, azione, oggetto, adesso=ADESSO, **dati):
        annota(autore=contesto(autore), adesso=adesso, azione=azione, oggetto=oggetto, dati=dati)
        return Operazione.objects.latest("pk")


@pytest.fixture
def scuola(db):
    return Scuola()


ATTESI = {
    "scuola.persona", "scuola.incarico", "scuola.classe", "scuola.importazione", "scuola.istituto",
    "scuola.passaggio",
    "norme.regolamento", "atti.documento", "competenze.rilevazione", "competenze.classerilevata",
    "competenze.inserimento",
}  # fmt: skip


def test_the_kinds_that_have_a_history():
    assert storie.keys() >= ATTESI


@pytest.mark.parametrize("tipo", sorted(ATTESI))
def test_who_directs_reads_the_history_of_each_kind(scuola, tipo):
    oggetto = scuola.oggetti[tipo]
    chi = scuola.segreteria if tipo == "scuola.importazione" else scuola.dirigente
    scuola.annota(chi, "esporta elenco", oggetto, elenco="prova")
    pagina = scuola.entra(chi).get(scuola.url(oggetto))
    assert pagina.status_code == 200
    assert "ha scaricato l’elenco" in pagina.text
    assert storie[tipo].nome(contesto(chi), oggetto.pk) in pagina.text
    assert nome_del_tipo(tipo)[1:] in pagina.text


@pytest.mark.parametrize("tipo", sorted(ATTESI))
def test_the_history_of_another_institute_is_not_there(scuola, tipo):
    altra = Scuola()
    oggetto, assente = altra.oggetti[tipo], 2**31 - 1
    client = scuola.entra(scuola.dirigente)
    assert client.get(scuola.url(oggetto)).status_code == 404
    with istituto_corrente(scuola.istituto.pk):
        visto = contesto(scuola.dirigente)
        assert not storie[tipo].puo_vedere(visto, oggetto.pk)
        assert not storie[tipo].puo_vedere(visto, assente)


@pytest.mark.parametrize("tipo", sorted(ATTESI - {"competenze.inserimento"}))
def test_a_teacher_reads_the_history_of_the_own_entry_and_no_other(scuola, tipo):
    client = scuola.entra(scuola.docente)
    assert client.get(scuola.url(scuola.oggetti[tipo])).status_code == 404
    assert client.get(scuola.url(scuola.inserimento)).status_code == 200


def test_a_kind_without_a_history_is_not_there(scuola):
    client = scuola.entra(scuola.dirigente)
    for tipo in ("scuola.utente", "sessions.session", "boh", "scuola"):
        assert client.get(scuola.url(scuola.docente, tipo)).status_code == 404


def test_a_change_is_told_with_names_before_and_after(scuola):
    competenza = CompetenzaFactory(quadro=QuadroCompetenzeFactory())
    iscrizione = IscrizioneFactory(
        istituto=scuola.istituto, classe=scuola.inserimento.classe_rilevata.classe
    )
    scuola.annota(
        scuola.docente, "segna livello", scuola.inserimento, iscrizione=iscrizione.pk,
        competenza=competenza.pk, versione=2, prima={"livello": "C", "motivo": ""},
        dopo={"livello": "B", "motivo": ""},
    )  # fmt: skip
    pagina = " ".join(scuola.entra(scuola.docente).get(scuola.url(scuola.inserimento)).text.split())
    assert f"<strong>{scuola.docente.nome_e_cognome}</strong> ha segnato il livello" in pagina
    assert f"<dt>Studente</dt><dd>{iscrizione.persona}</dd>" in pagina
    assert f"<dt>Competenza</dt><dd>{competenza.nome_breve}</dd>" in pagina
    assert '<span class="prima">Base</span>' in pagina
    assert "poi</span> Intermedio</dd>" in pagina
    assert '<p class="ruolo">Docente</p>' in pagina
    assert "ersione</dt>" not in pagina


def test_the_history_says_in_whose_place_it_was_done(scuola):
    supplente = PersonaFactory(istituto=scuola.istituto, con_accesso=True)
    titolare = scuola.docente.incarichi.get()
    IncaricoFactory(
        istituto=scuola.istituto, persona=supplente, cattedra=titolare.cattedra,
        sostituisce=titolare, al=ADESSO.date(),
    )  # fmt: skip
    scuola.annota(supplente, "registra inserimento", scuola.inserimento)
    pagina = scuola.entra(supplente).get(scuola.url(scuola.inserimento)).text
    assert f"Docente in sostituzione di {scuola.docente.nome_e_cognome}" in pagina
    del_titolare = scuola.entra(scuola.docente).get(scuola.url(scuola.inserimento))
    assert "in sostituzione di" in del_titolare.text


def test_readings_are_shown(scuola):
    documento = scuola.oggetti["atti.documento"]
    scuola.annota(scuola.segreteria, "legge documento", documento)
    pagina = scuola.entra(scuola.dirigente).get(scuola.url(documento)).text
    assert "ha letto il documento" in pagina


def test_the_page_costs_the_same_with_many_lines(scuola):
    competenza = CompetenzaFactory(quadro=QuadroCompetenzeFactory())
    iscrizione = IscrizioneFactory(istituto=scuola.istituto)

    def scrivi():
        scuola.annota(
            scuola.docente, "segna livello", scuola.inserimento, iscrizione=iscrizione.pk,
            competenza=competenza.pk, prima={"livello": ""}, dopo={"livello": "B"},
        )  # fmt: skip

    client, dove = scuola.entra(scuola.docente), scuola.url(scuola.inserimento)
    scrivi()
    client.get(dove)
    with CaptureQueriesContext(connection) as poche:
        client.get(dove)
    for _ in range(PER_PAGINA):
        scrivi()
    with CaptureQueriesContext(connection) as tante:
        pagina = client.get(dove)
    assert "pagina 1 di 2" in pagina.text
    assert len(tante) == len(poche)


def test_the_history_leaves_as_a_file(scuola):
    scuola.annota(scuola.dirigente, "revoca incarico", scuola.docente, motivo="=1+1")
    file = scuola.entra(scuola.dirigente).get(scuola.url(scuola.docente), {"formato": "csv"})
    assert file["Content-Type"].startswith("text/csv")
    testo = file.content.decode("utf-8-sig")
    intestazione, riga = csv.reader(testo.splitlines(), delimiter=";")
    assert intestazione == ["Quando", "Chi", "In quale ruolo", "Che cosa", "Dettagli"]
    assert riga[1:] == [
        scuola.dirigente.nome_e_cognome, "dirigente", "ha revocato l’incarico", "motivo: =1+1",
    ]  # fmt: skip


def test_nothing_yet(scuola):
    pagina = scuola.entra(scuola.dirigente).get(scuola.url(scuola.docente)).text
    assert "Ancora nessuna operazione" in pagina


# The whole register


@pytest.mark.parametrize(
    ("chi", "stato"), [("dirigente", 200), ("dsga", 200), ("segreteria", 403), ("docente", 403)]
)
def test_who_opens_the_register(scuola, chi, stato):
    riga = scuola.annota(scuola.docente, "registra inserimento", scuola.inserimento)
    client = scuola.entra(getattr(scuola, chi))
    assert client.get(scuola.registro()).status_code == stato
    assert client.get(scuola.registro(riga.pk)).status_code == stato


def test_the_list_has_no_values(scuola):
    scuola.annota(scuola.docente, "riapre inserimento", scuola.inserimento, motivo="Riservatissimo")
    client = scuola.entra(scuola.dirigente)
    pagina = client.get(scuola.registro()).text
    assert "ha riaperto l’inserimento" in pagina
    assert "Riservatissimo" not in pagina
    file = client.get(scuola.registro(), {"formato": "csv"}).content.decode()
    assert "ha riaperto l’inserimento" in file
    assert "Riservatissimo" not in file


@pytest.mark.parametrize(("chi", "legge"), [("dirigente", True), ("dsga", False)])
def test_the_values_of_a_line_are_for_who_may_see_the_object(scuola, chi, legge):
    riga = scuola.annota(
        scuola.docente, "riapre inserimento", scuola.inserimento, motivo="Riservatissimo"
    )
    pagina = scuola.entra(getattr(scuola, chi)).get(scuola.registro(riga.pk)).text
    assert ("Riservatissimo" in pagina) is legge
    assert ("riservati" in pagina) is not legge
    assert "ha riaperto l’inserimento" in pagina


@pytest.fixture
def tre_righe(scuola):
    """Lines of two persons on three days; the last one at the last minute of an Italian day."""
    altra = PersonaFactory(
        istituto=scuola.istituto, con_accesso=True, cognome="De Santis", nome="Ivo"
    )
    scuola.annota(scuola.docente, "registra inserimento", scuola.inserimento)
    scuola.annota(altra, "legge documento", scuola.oggetti["atti.documento"],
                  adesso=ADESSO - timedelta(days=3))  # fmt: skip
    scuola.annota(altra, "esporta elenco", scuola.istituto,
                  adesso=ADESSO.replace(day=4, hour=21, minute=59))  # fmt: skip


@pytest.mark.parametrize(
    ("filtri", "atti"),
    [
        ({}, ["esporta elenco", "legge documento", "registra inserimento"]),
        ({"dal": "2024-06-05"}, ["registra inserimento"]),
        ({"al": "2024-06-04"}, ["esporta elenco", "legge documento"]),
        ({"dal": "2024-06-04", "al": "2024-06-04"}, ["esporta elenco"]),
        ({"persona": "santis"}, ["esporta elenco", "legge documento"]),
        ({"persona": "ivo de santis"}, ["esporta elenco", "legge documento"]),
        ({"persona": "nessuno"}, []),
        ({"azione": "legge documento"}, ["legge documento"]),
        ({"oggetto": "scuola.istituto"}, ["esporta elenco"]),
    ],
)
def test_the_filters(scuola, tre_righe, filtri, atti):
    pagina = scuola.entra(scuola.dirigente).get(scuola.registro(), filtri)
    assert [riga.operazione.azione for riga in pagina.context["righe"]] == atti


def test_a_wrong_filter_is_said_at_its_field(scuola, tre_righe):
    client = scuola.entra(scuola.dirigente)
    for filtri, errore in (
        ({"dal": "2024-06-05", "al": "2024-06-01"}, "viene prima del giorno"),
        ({"dal": "ieri"}, "Scrivi il giorno come"),
        ({"dal": "0001-01-01"}, "fra il 1990 e il 2100"),
        ({"dal": "9999-12-31", "al": "9999-12-31"}, "fra il 1990 e il 2100"),
    ):
        pagina = client.get(scuola.registro(), filtri)
        assert pagina.status_code == 422
        assert errore in pagina.text
        assert f'value="{filtri["dal"]}"' in pagina.text


def test_the_register_costs_the_same_with_many_lines(scuola, tre_righe):
    client = scuola.entra(scuola.dirigente)
    client.get(scuola.registro())
    with CaptureQueriesContext(connection) as poche:
        client.get(scuola.registro())
    for _ in range(30):
        chi = IncaricoFactory(istituto=scuola.istituto).persona
        scuola.annota(chi, "registra inserimento", scuola.inserimento)
    with CaptureQueriesContext(connection) as tante:
        client.get(scuola.registro())
    assert len(tante) == len(poche)


def test_the_seals_are_checked_when_it_is_asked(scuola, tre_righe):
    client = scuola.entra(scuola.dirigente)
    assert "nessun sigillo" in client.get(scuola.registro()).text
    sigilla(istituto_id=scuola.istituto.pk)
    scuola.annota(scuola.docente, "registra inserimento", scuola.inserimento)
    pagina = client.get(scuola.registro()).text
    assert "fino all’operazione di" in pagina
    assert "1 riga più recente aspetta" in pagina
    assert "Tutti i sigilli tornano" not in pagina
    verificata = client.get(scuola.registro(), {"verifica": "si"}).text
    assert "Tutti i sigilli tornano" in verificata
    assert "3 righe ricontrollate" in verificata


def test_a_line_that_somebody_changed_is_found(scuola, tre_righe, proprietario):
    sigilla(istituto_id=scuola.istituto.pk)
    rotta = Operazione.objects.order_by("pk")[1]
    with proprietario():
        Operazione.objects.filter(pk=rotta.pk).update(azione="esporta elenco")
    pagina = scuola.entra(scuola.dirigente).get(scuola.registro(), {"verifica": "si"}).text
    assert "La catena dei sigilli si rompe" in pagina
    assert f"riga n. {rotta.pk}" in pagina


# Names


def test_every_field_with_names_resolves_them_within_the_institute(scuola):
    """An id of another institute has no name here."""
    altra = Scuola()
    with istituto_corrente(scuola.istituto.pk):
        for campo, risolve in risolutori.items():
            assert isinstance(risolve(scuola.istituto.pk, {1, 2, 3}), dict), campo
        assert risolutori["persona"](scuola.istituto.pk, {altra.docente.pk}) == {}
        assert risolutori["persona"](scuola.istituto.pk, {scuola.docente.pk}) == {
            scuola.docente.pk: scuola.docente.nome_e_cognome
        }


def test_the_people_of_the_test_are_in_two_institutes(scuola):
    altra = Scuola()
    assert altra.istituto != scuola.istituto
    assert Persona.objects.filter(istituto=altra.istituto).exists()
    assert Inserimento.objects.filter(istituto=altra.istituto).count() == 1
