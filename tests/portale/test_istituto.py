"""The page of who directs: figures that add up, lists behind them, reminders, graphs, queries."""

import re
from datetime import date, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from competenze.models import ClasseRilevata
from cpia.atti.models import Operazione
from cpia.avvisi import registri
from cpia.avvisi.models import Promemoria
from cpia.avvisi.registri import Riassunto
from cpia.avvisi.services import RIPENSAMENTO, Giro, consegna_prossimo
from cpia.portale.istituto import conti, giorni
from cpia.portale.istituto.conti import Gruppo
from cpia.scuola import orologio, tenancy
from cpia.scuola.enums import Ruolo
from tests.avvisi import scena
from tests.avvisi.scena import MERCOLEDI, OGGI, incarico, persona, scadenza
from tests.competenze.classe_di_prova import classe_di_prova

GIORNO = timedelta(days=1)
IERI, DOMANI = OGGI - GIORNO, OGGI + GIORNO
HTMX = {"HX-Request": "true"}


@pytest.fixture
def scuola(db, settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: MERCOLEDI)
    di_prova = scena.scuola()
    with tenancy.istituto_corrente(di_prova.istituto.pk):
        yield di_prova


@pytest.fixture
def dirigente(scuola):
    chi = persona(scuola.istituto, "Marzia", "Tolomei")
    incarico(chi, Ruolo.DIRIGENTE)
    return chi


@pytest.fixture
def vai(scuola, dirigente):
    """``vai("?x", "post", dati)``: what the page answers to who directs."""
    client = Client()

    def apri(percorso="", metodo="get", dati=None, chi=dirigente, **altro):
        client.force_login(chi.utente)
        indirizzo = f"/{scuola.istituto.slug}/scrivania/istituto/{percorso}"
        risposta = getattr(client, metodo)(indirizzo, dati, **altro)
        tenancy.imposta(istituto_id=scuola.istituto.pk)
        return risposta

    return apri


def parole_di(risposta):
    """The words of a page, in one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", risposta.text).split())


# The figures


GRUPPI = st.lists(
    st.builds(
        Gruppo,
        app=st.sampled_from(["avvisi", "competenze"]),
        ruolo=st.sampled_from(["", *Ruolo.values]),
        giorno=st.dates(date(2024, 5, 1), date(2024, 7, 31)),
        quante=st.integers(1, 50),
    )
)


@given(GRUPPI)
def test_whichever_way_they_are_told_apart_the_figures_add_up(gruppi):
    tutte = conti.totali(gruppi, OGGI).conti
    for quando in conti.QUANDO:
        per_chi = sum(riga.conti[quando] for riga in conti.per_chi(gruppi, OGGI))
        per_app = sum(contati[quando] for contati in conti.per_app(gruppi, OGGI).values())
        assert per_chi == per_app == tutte[quando]
    assert sum(tutte.values()) == sum(gruppo.quante for gruppo in gruppi)


@given(GRUPPI)
def test_the_columns_show_all_that_is_late_and_in_sight(gruppi):
    grafico = giorni.grafico(gruppi, OGGI)
    fine = OGGI + giorni.GIORNI_IN_VISTA * GIORNO
    attese = sum(g.quante for g in gruppi if g.giorno < fine)
    assert sum(colonna.numero for colonna in grafico.colonne) == attese
    piu_alta = max(grafico.colonne, key=lambda colonna: colonna.numero)
    assert all(0 <= c.alta <= piu_alta.alta <= giorni.ALTEZZA for c in grafico.colonne)
    assert all((c.numero == 0) == (c.alta == 0) for c in grafico.colonne)


@pytest.mark.parametrize(
    ("gruppi", "lettura"),
    [
        ([], "Nei prossimi 13 giorni non scade nulla."),
        ([("avvisi", IERI, 4)], "Nei prossimi 13 giorni non scade nulla."),
        ([("avvisi", DOMANI, 1)], "Il colmo è giovedì 6 giugno: una sola, di Avvisi."),
        ([("competenze", DOMANI, 3)], "Il colmo è giovedì 6 giugno: tutte di Competenze."),
        (
            [("competenze", DOMANI, 3), ("avvisi", DOMANI, 1), ("avvisi", OGGI, 3)],
            "Il colmo è giovedì 6 giugno: 3 su 4 sono di Competenze.",
        ),
    ],
)
def test_the_reading_of_the_load(gruppi, lettura):
    righe = [Gruppo(app, "docente", quando, quante) for app, quando, quante in gruppi]
    grafico = giorni.grafico(righe, OGGI)
    assert grafico.lettura == f"A strisce le passate, in scuro oggi. {lettura}"


@pytest.mark.parametrize(
    ("giorno", "quando"),
    [
        (IERI, "in_ritardo"),
        (OGGI, "oggi"),
        (DOMANI, "settimana"),
        (OGGI + 7 * GIORNO, "settimana"),
        (OGGI + 8 * GIORNO, ""),
    ],
)
def test_when(giorno, quando):
    assert conti.quando(giorno, OGGI) == quando


# The page


def test_the_page_says_where_the_institute_is_late(scuola, vai):
    scadenza(scuola, "tardi", IERI)
    scadenza(scuola, "classe", OGGI, ruolo=Ruolo.COORDINATORE, classe=scuola.classe)
    scadenza(scuola, "poi", OGGI + 7 * GIORNO)
    scadenza(scuola, "lontana", OGGI + 30 * GIORNO)
    scadenza(scuola, "mia", DOMANI, ruolo=Ruolo.DIRIGENTE)
    scadenza(scuola, "fatta", IERI, chiusa_il=MERCOLEDI)
    pagina = parole_di(vai())
    for frase in (
        "1 scadenza in ritardo, 1 si chiude oggi.",
        "La mia scrivania, 1",
        "Aspettano una tua decisione 1",
        "Docenti 1 : Docenti nessuna 1 : Docenti",
        "Coordinatori di classe nessuna 1 : Coordinatori di classe nessuna",
        "In ritardo, una per una 1",
        "da 1 giorno Da fare: tardi U. Bianchi",
        "Sollecita U. Bianchi",
    ):
        assert frase in pagina
    assert "Da fare: fatta" not in pagina


def test_nothing_anywhere_is_said(vai):
    pagina = parole_di(vai())
    assert "Niente aspetta una tua decisione." in pagina
    assert "Nulla è in ritardo." in pagina
    assert "Nessuna applicazione ha qualcosa in corso." in pagina


def test_a_figure_opens_its_list(scuola, vai):
    scadenza(scuola, "tardi", IERI)
    scadenza(scuola, "oggi", OGGI)
    scadenza(scuola, "personale", OGGI, persona=scuola.coordinatrice)
    casi = {
        "?quando=in_ritardo": {"tardi"},
        "?quando=oggi": {"oggi", "personale"},
        "?chi=docente&quando=oggi": {"oggi"},
        "?chi=personali&quando=oggi": {"personale"},
        "?app=avvisi&quando=settimana": set(),
        f"?giorno={OGGI}": {"oggi", "personale"},
        "?giorno=2024-13-45&quando=boh&chi=x&app=y": {"tardi", "oggi", "personale"},
    }
    for domanda, attese in casi.items():
        risposta = vai(f"scadenze/{domanda}")
        assert risposta.status_code == 200
        assert set(re.findall(r"Da fare: (\w+)", risposta.text)) == attese, domanda
    risposta = vai("scadenze/?quando=oggi&formato=csv")
    assert risposta["Content-Type"].startswith("text/csv")
    righe = risposta.content.decode("utf-8-sig").splitlines()
    assert len(righe) == 3
    assert "Da fare: oggi" in righe[1] + righe[2]


def test_who_does_not_direct_is_refused(scuola, vai):
    for percorso in ("", "scadenze/", "perche/?di=scadenze"):
        assert vai(percorso, chi=scuola.coordinatrice).status_code == 403
    una = scadenza(scuola, "una", IERI)
    for atto in ("sollecita/", "ritira/"):
        dati = {"scadenza": una.pk}
        assert vai(atto, "post", dati, chi=scuola.coordinatrice).status_code == 403
    assert not Promemoria.objects.exists()


def test_why(scuola, vai):
    scadenza(scuola, "una", IERI)
    for di, frase in (("scadenze", "Si contano le scadenze"), ("giorni", "ultimo giorno utile")):
        for intestazioni in ({}, HTMX):
            risposta = vai(f"perche/?di={di}", headers=intestazioni)
            assert frase in parole_di(risposta)
            assert ("<html" in risposta.text) == (not intestazioni)
    assert vai("perche/?di=altro").status_code == 404


# The reminders


def test_one_is_reminded_and_taken_back(scuola, vai):
    una, _ = scadenza(scuola, "una", IERI), scadenza(scuola, "altra", IERI)
    risposta = vai("sollecita/", "post", {"scadenza": una.pk}, headers=HTMX)
    assert "<html" not in risposta.text
    pagina = parole_di(risposta)
    assert "Promemoria a 1 persona: parte alle 10.10." in pagina
    assert pagina.count("parte alle 10.10 Annulla") == 1
    assert "Sollecita : Da fare: altra" in pagina
    assert Promemoria.objects.get().riferimento == f"scadenza/{una.pk}"

    pagina = parole_di(vai("ritira/", "post", {"scadenza": una.pk}, headers=HTMX))
    assert "1 promemoria annullato." in pagina
    assert "Sollecita : Da fare: una" in pagina
    assert not Promemoria.objects.exists()


def test_all_at_once_without_scripts(scuola, vai):
    for n in range(3):
        scadenza(scuola, f"s{n}", IERI)
    scadenza(scuola, "classe", IERI, ruolo=Ruolo.COORDINATORE, classe=scuola.classe)
    assert "Sollecita le 2 persone" in parole_di(vai())
    risposta = vai("sollecita/", "post", {"tutte": "si"})
    assert (risposta.status_code, Promemoria.objects.count()) == (302, 4)
    pagina = parole_di(vai())
    assert "Promemoria a 2 persone: parte alle 10.10." in pagina
    assert "Annulla tutti i promemoria" in pagina
    vai("ritira/", "post", {"tutte": "si"})
    assert not Promemoria.objects.exists()


def test_what_has_left_says_so_and_is_not_asked_for_again(scuola, vai, mailoutbox):
    una = scadenza(scuola, "una", IERI)
    vai("sollecita/", "post", {"scadenza": una.pk})
    consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=MERCOLEDI + RIPENSAMENTO)
    assert len(mailoutbox) == 1
    pagina = parole_di(vai())
    assert "sollecitato oggi" in pagina
    assert "oggi, 10.10" in pagina
    risposta = vai("ritira/", "post", {"scadenza": una.pk}, headers=HTMX)
    assert "È già partito: non si può più annullare." in parole_di(risposta)
    risposta = vai("sollecita/", "post", {"scadenza": ["0", "x", "9" * 30]}, headers=HTMX)
    assert "Nessun nuovo promemoria" in parole_di(risposta)


def test_told_in_the_portal_it_has_left_also_while_its_mail_waits(scuola, vai):
    una = scadenza(scuola, "una", IERI)
    vai("sollecita/", "post", {"scadenza": una.pk}, headers=HTMX)
    dopo = MERCOLEDI + RIPENSAMENTO
    consegna_prossimo(istituto_id=scuola.istituto.pk, adesso=dopo, giro=Giro(posta_ferma=True))
    pagina = parole_di(vai())
    assert "sollecitato oggi" in pagina
    assert "parte alle" not in pagina


def test_nobody_holds_the_role_or_it_is_the_dirigente_s_own(scuola, vai):
    scadenza(scuola, "mia", IERI, ruolo=Ruolo.DIRIGENTE, verbo="Pubblica…")
    scadenza(scuola, "orfana", IERI, ruolo=Ruolo.DSGA)
    pagina = parole_di(vai())
    assert "nessun incaricato" in pagina
    assert "Pubblica…" in pagina
    assert "Sollecita" not in pagina


def test_a_circular_that_sixty_have_not_read_is_one_row(scuola, vai, dirigente, mailoutbox):
    lettori = [persona(scuola.istituto, "Ida", f"Letta{n}") for n in range(60)]
    for n, lettore in enumerate([*lettori, dirigente]):
        scadenza(scuola, f"circolare.1.{n}", IERI, persona=lettore, titolo="Circolare n. 1: Orari")
    altra = scadenza(
        scuola, "circolare.2.0", IERI, persona=lettori[0], titolo="Circolare n. 2: Gite"
    )
    risposta = vai()
    assert risposta.text.count('id="ritardo-') == 2
    pagina = parole_di(risposta)
    assert "In ritardo, una per una 62" in pagina
    assert "61 persone I. Letta0, I. Letta1," in pagina
    assert "Sollecita le 60 persone" in pagina

    [riga] = set(re.findall(r'id="ritardo-(\d+)"', risposta.text)) - {str(altra.pk)}
    pagina = parole_di(vai("sollecita/", "post", {"scadenza": riga}, headers=HTMX))
    assert "Promemoria a 60 persone: parte alle 10.10." in pagina
    assert pagina.count("parte alle 10.10 Annulla") == 1
    assert set(Promemoria.objects.values_list("destinatario", flat=True)) == {
        lettore.pk for lettore in lettori
    }
    assert "60 promemoria annullati." in parole_di(
        vai("ritira/", "post", {"scadenza": riga}, headers=HTMX)
    )
    assert not Promemoria.objects.exists()


def test_many_names_are_not_all_written_on_the_page(scuola, vai):
    for n in range(130):
        chi = persona(scuola.istituto, "Ida", f"Letta{n:03}")
        scadenza(scuola, f"circolare.1.{n}", IERI, persona=chi, titolo="Circolare n. 1: Orari")
    pagina = parole_di(vai())
    assert "130 persone" in pagina
    assert "I. Letta099 e 30 altri" in pagina


def test_the_list_with_names_asks_for_the_password_again(scuola, vai, settings):
    scadenza(scuola, "una", IERI)
    vai()
    settings.ESPORTAZIONE_RICONFERMA = -1
    risposta = vai("scadenze/?quando=in_ritardo&formato=csv")
    assert risposta.status_code == 302
    assert "reauthenticate" in risposta["Location"]
    settings.ESPORTAZIONE_RICONFERMA = 900
    assert vai("scadenze/?formato=csv").status_code == 200
    assert Operazione.objects.get().azione == "esporta elenco"


# What the apps tell


def test_an_app_says_its_line_and_who_suffers(scuola, vai, monkeypatch):
    scadenza(scuola, "una", IERI)
    riassunto = Riassunto(3, "Due da leggere, una da firmare.", "/qui/", "Circolari")
    monkeypatch.setitem(registri.riassunti, "avvisi", lambda _: riassunto)
    monkeypatch.setitem(
        registri.conseguenze,
        "avvisi",
        lambda _contesto, righe: {r.pk: "il pubblico" for r in righe},
    )
    pagina = parole_di(vai())
    assert "Circolari 3 : Circolari, in corso 1 : Circolari 0 0" in pagina
    assert "Due da leggere, una da firmare." in pagina
    assert "il pubblico" in pagina


def test_a_reserved_app_has_numbers_only_and_for_the_dirigente_only(scuola, vai, monkeypatch):
    collaboratrice = persona(scuola.istituto, "Ida", "Rossi")
    incarico(collaboratrice, Ruolo.COLLABORATORE)
    scadenza(scuola, "segreta", IERI)
    monkeypatch.setattr(registri, "riservate", {"avvisi"})
    for percorso in ("", "scadenze/", "scadenze/?app=avvisi"):
        assert "segreta" not in vai(percorso).text
    assert "Solo il numero" in parole_di(vai())
    pagina = parole_di(vai(chi=collaboratrice))
    assert "Solo il numero" not in pagina
    assert "Nessuna applicazione" in pagina


def test_the_campaign_draws_its_classes_and_says_its_line(scuola, vai):
    prova = classe_di_prova(scuola.istituto, sezione="D")
    prova.registra("Italiano", "Inglese")
    ClasseRilevata.objects.update(scrutinio_il=MERCOLEDI + GIORNO)
    pagina = parole_di(vai())
    assert "1 classe seconda: nessuna pronta, 1 in ritardo. 2 discipline su 5 registrate." in pagina
    assert "2ªD AFM gio 6" in pagina
    assert "2 su 5, tardi" in pagina
    assert "la più indietro è la 2ªD AFM, 2 discipline su 5." in pagina
    html = vai().text
    assert 'fill="url(#tratti)" width="40"' in html
    prova.registra("Francese", "Tedesco", "Matematica")
    pagina = parole_di(vai())
    assert "5 su 5, pronta" in pagina
    assert "Tutte le discipline hanno registrato." in pagina


def test_the_queries_do_not_grow_with_the_classes_nor_with_what_is_late(scuola, vai):
    vai()
    conte = []
    for nuove in (range(1), range(1, 40)):
        for n in nuove:
            prova = classe_di_prova(scuola.istituto, sezione=f"X{n}", studenti=1)
            scadenza(
                scuola, f"competenze.inserimento.{n}", IERI, app="competenze",
                ruolo=Ruolo.DOCENTE, cattedra=prova.inserimenti["Italiano"].cattedra,
            )  # fmt: skip
        with CaptureQueriesContext(connection) as contate:
            risposta = vai()
        conte.append(len(contate))
    assert "Tutte, 40" in risposta.text
    assert risposta.text.count('id="ritardo-') == 30
    assert risposta.text.count('class="barra-disegno"') == 24
    assert conte[0] == conte[1] <= 50
