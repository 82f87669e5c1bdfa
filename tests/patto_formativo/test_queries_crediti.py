"""The credits of a person from the rows: the example of the screen, every row, every cap."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from patto_formativo.documents.parole import percorso_detto
from patto_formativo.enums import EsitoProva, Natura, Percorso, TipoEvidenza
from patto_formativo.models import Evidenza, QuadroOrario
from patto_formativo.queries.crediti import conto_crediti, in_ordine
from patto_formativo.queries.crediti.perche import FIGURE, spiegazione
from patto_formativo.queries.dossier import prova_ordine
from patto_formativo.queries.patti.piano import misure_di
from patto_formativo.queries.precedenti import precedenti, somiglia
from patto_formativo.services.dossier import (
    DatiEvidenza,
    aggiungi_evidenza,
    rilascia_certificato,
)
from patto_formativo.tabelle import tabella
from tests.factories.patto import CorsistaFactory
from tests.patto_formativo.scena_dossier import (
    CELI,
    DELIBERATO,
    DIPLOMA,
    LAVORO,
    NAIMA,
    ORE,
    Scena,
    scena,
)
from tests.patto_formativo.test_rules_crediti import RIGHE

pytestmark = pytest.mark.django_db
T = TipoEvidenza


@pytest.fixture
def casa() -> Scena:
    return scena()


# The example


def test_the_example_of_the_screen(casa):
    casa.mette(*NAIMA)
    conto = conto_crediti(casa.corsista)
    assert [str(r.riconosciute) for r in conto.righe] == ["108", "371/5", "0", "63/5", "26/5", "0"]
    assert [r.in_tutto for r in conto.righe][-1] == 200
    assert (conto.ore_totali, conto.tetto, conto.riconoscimento.ore) == (400, 200, 200)
    assert conto.psp == 400 - conto.accoglienza - 200
    assert conto.oltre_il_tetto == Fraction("12.8")
    assert conto.frequenza_minima == conto.psp * Fraction(7, 10)
    assert conto.a_distanza == conto.psp / 5


def test_every_cut_is_told_with_its_cap(casa):
    casa.mette(*NAIMA)
    _, celi, lavoro, delf, eipass, corso = conto_crediti(casa.corsista).righe
    assert celi.tagli.quanto == "Tagliate 31,8 ore: tetto della riga."
    assert celi.tagli.perche == (
        "La riga dà fino al 70 % di ciascuna competenza: 25,2 su 36, 25,2 su 36, 23,8 su 34."
    )
    assert lavoro.tagli.quanto == "Tagliate 12 ore su 12."
    assert lavoro.tagli.perche == (
        "Tetto della riga: 600 ore danno 12 crediti, ne contano 10. Tetto della competenza: "
        "C13 è già riconosciuta per intero da quello che precede."
    )
    assert delf.tagli.perche == "La riga dà fino al 70 % di C8: 12,6 su 18."
    assert eipass.tagli.quanto == "Tagliate 6,8 ore: tetto del percorso."
    assert eipass.tagli.perche == "Erano libere 5,2 ore su 200."
    assert corso.tagli.quanto == "Tagliate 6 ore su 6: tetto del percorso."
    assert corso.tagli.perche == "Il tetto di 200 ore era già raggiunto."


def test_the_axes_say_what_is_recognised_of_what_is_expected(casa):
    casa.mette(*NAIMA)
    assi = {asse.nome: asse for asse in conto_crediti(casa.corsista).assi}
    linguaggi = assi["linguaggi"]
    assert (linguaggi.riconosciute, linguaggi.previste) == (Fraction("86.8"), 198)
    assert linguaggi.senza == ("C4", "C5", "C6", "C7")
    assert [v.codice for v in assi["matematico"].voci if v.tutta] == ["C13", "C14", "C15", "C16"]


def test_the_sum_asks_the_same_number_of_queries(casa):
    with CaptureQueriesContext(connection) as prima:
        conto_crediti(casa.corsista)
    casa.mette(*NAIMA)
    with CaptureQueriesContext(connection) as dopo:
        conto = conto_crediti(casa.corsista)
        assert conto.righe
        assert conto.assi
    # One more: the evidence of a dossier that is there.
    assert len(dopo) == len(prima) + 1


# What does not count


def test_nothing_counts_without_the_request(casa):
    casa.apre(richiesto=False)
    casa.atto(aggiungi_evidenza, dossier_id=casa.dossier.pk, dati=CELI)
    conto = conto_crediti(casa.corsista)
    assert conto.riconoscimento.ore == 0
    assert conto.righe[0].esclusa.regola == "non_richiesta"
    assert conto.psp == conto.ore_totali - conto.accoglienza


def test_what_is_not_passed_does_not_count_and_leaves_its_hours_to_others(casa):
    diploma, lavoro = casa.mette(DIPLOMA, LAVORO)
    casa.chiude()
    casa.valuta(diploma, EsitoProva.NEGATIVO)
    conto = conto_crediti(casa.corsista)
    assert [r.riconosciute for r in conto.righe] == [0, 10]
    assert conto.righe[0].esclusa.regola == "non_superata"
    assert conto.da_valutare == 1
    assert lavoro.pk == conto.righe[1].evidenza.pk


@pytest.mark.parametrize(
    ("giorno", "conta"),
    [(date(2013, 10, 3), True), (date(2013, 10, 2), False), (None, False)],
    ids=["younger than ten years", "ten years old", "no date"],
)
def test_evidence_with_an_age_is_looked_at_on_the_day_of_the_request(casa, giorno, conta):
    casa.mette(
        DatiEvidenza(T.PERCORSO_INTERROTTO, "Pagella", rilasciata_il=giorno, richieste={"C1": "20"})
    )
    [riga] = conto_crediti(casa.corsista).righe
    assert riga.riconosciute == (18 if conta else 0)
    assert (riga.esclusa is None) == conta


def test_a_competence_that_the_year_lost_does_not_break_the_sum(casa):
    casa.mette(CELI)
    quadro = QuadroOrario.objects.get()
    quadro.ore = {codice: ore for codice, ore in ORE.items() if codice != "C2"}
    quadro.save()
    [contata] = conto_crediti(casa.corsista).righe
    assert contata.esclusa.regola == "fuori_quadro"


# Every row of the table


@pytest.mark.parametrize(("tipo", "percorso", "quote"), RIGHE, ids=lambda v: str(v)[:40])
def test_every_row_reaches_the_page_with_its_cap(client, tipo, percorso, quote):
    ore = dict.fromkeys(tabella().competenze[percorso], "20")
    casa = scena(percorso, ore)
    quota, dove = next(iter(quote.items()))
    casa.mette(
        DatiEvidenza(tipo, "Titolo", rilasciata_il=date(2020, 1, 1), richieste={dove[0]: "20"})
    )
    [riga] = conto_crediti(casa.corsista).righe
    assert riga.riconosciute == Fraction(quota) * 20
    client.force_login(casa.corsista.tutor.utente)
    risposta = client.get(f"/{casa.istituto.slug}/patto/corsisti/{casa.corsista.pk}/crediti/")
    assert riga.regola in risposta.text
    if riga.riconosciute < 20:
        assert f"{Fraction(quota) * 100} % di {dove[0]}" in risposta.text


@pytest.mark.parametrize("percorso", Percorso)
@pytest.mark.parametrize(("tipo", "massimo"), [(T.NON_FORMALE, 20), (T.INFORMALE, 10)])
def test_activities_reach_the_page_with_their_cap(client, percorso, tipo, massimo):
    codice = tabella().competenze[percorso][0]
    casa = scena(percorso, dict.fromkeys(tabella().competenze[percorso], "40"))
    casa.mette(DatiEvidenza(tipo, "Lavoro", ore_attivita=Decimal(5000), competenza=codice))
    [riga] = conto_crediti(casa.corsista).righe
    assert riga.riconosciute == massimo
    client.force_login(casa.corsista.tutor.utente)
    pagina = client.get(f"/{casa.istituto.slug}/patto/corsisti/{casa.corsista.pk}/crediti/").text
    assert f"1 credito ogni 50 ore, al massimo {massimo}" in pagina
    assert f"ne contano {massimo}" in pagina
    assert "da verificare" in pagina


def test_both_sources_on_the_hours_are_on_the_page(client, casa):
    casa.mette(CELI)
    client.force_login(casa.corsista.tutor.utente)
    indirizzo = f"/{casa.istituto.slug}/patto/corsisti/{casa.corsista.pk}/crediti/"
    pagina = client.get(indirizzo).text
    assert "396 ore" in pagina
    assert "la fonte stampa 400" in pagina


def test_both_sources_on_the_hours_of_the_second_period(client):
    codici = tabella().competenze[Percorso.SECONDO_PERIODO]
    casa = scena(Percorso.SECONDO_PERIODO, dict.fromkeys(codici, "40"))
    casa.apre()
    client.force_login(casa.corsista.tutor.utente)
    pagina = client.get(f"/{casa.istituto.slug}/patto/corsisti/{casa.corsista.pk}/crediti/").text
    assert "412,5" in pagina
    assert "410" in pagina


# What holds for every dossier

DECIMI = st.integers(0, 900).map(lambda n: Fraction(n, 10))


@st.composite
def dossier(draw):
    def una(pk):
        tipo = draw(st.sampled_from(T))
        natura = tabella().righe[tipo].natura
        attivita = natura != Natura.FORMALE
        return Evidenza(
            pk=pk,
            tipo=tipo.value,
            natura=natura.value,
            rilasciata_il=draw(st.sampled_from([None, date(2000, 1, 1), date(2022, 1, 1)])),
            richieste={}
            if attivita
            else draw(
                st.dictionaries(
                    st.sampled_from(list(ORE)), DECIMI.map(lambda f: str(float(f))), max_size=4
                )
            ),
            ore_attivita=draw(st.integers(0, 3000).map(Decimal)) if attivita else None,
            competenza=draw(st.sampled_from(list(ORE))) if attivita else "",
            esito=draw(st.sampled_from(["", "positivo", "parziale", "negativo"])),
        )

    return [una(pk) for pk in range(1, draw(st.integers(0, 6)) + 1)]


@settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
@given(evidenze=dossier())
def test_through_the_query_no_cap_is_passed_and_the_end_takes_nothing(casa, evidenze):
    casa.apre()
    vuoto = conto_crediti(casa.corsista)
    conto = vuoto.con(evidenze)
    assert 0 <= conto.riconoscimento.ore <= conto.tetto
    for codice, tante in conto.riconoscimento.per_competenza.items():
        assert tante <= conto.ore[codice]
    for riga in conto.righe:
        assert 0 <= riga.riconosciute <= riga.chieste
        assert (riga.esclusa is None) or riga.riconosciute == 0
        tipo = TipoEvidenza(riga.evidenza.tipo)
        for contributo in riga.contributi:
            tetto = tabella().righe[tipo].tetto(conto.percorso, contributo.competenza)
            if tetto is None:
                assert contributo.riconosciute == 0
            elif tetto.quota is not None:
                assert contributo.riconosciute <= tetto.quota * conto.ore[contributo.competenza]
    assert conto.psp == conto.ore_totali - conto.accoglienza - conto.riconoscimento.ore
    passi = [vuoto.con(evidenze[:quante]) for quante in range(len(evidenze) + 1)]
    for prima, dopo in pairwise(passi):
        assert dopo.riconoscimento.ore >= prima.riconoscimento.ore
        assert [r.riconosciute for r in dopo.righe[: len(prima.righe)]] == [
            r.riconosciute for r in prima.righe
        ]


# Another order, reasons, precedents


def test_another_order_is_a_trial_that_writes_nothing(casa):
    righe = casa.mette(DIPLOMA, CELI, LAVORO)
    conto = conto_crediti(casa.corsista)
    contrario = [riga.pk for riga in reversed(righe)]
    prova = prova_ordine(conto, contrario)
    assert prova.diverso
    assert prova.mosse[0].riga.riconosciute == 10
    assert prova.mosse[0].scarto == 10
    assert prova.mosse[0].su == ""
    assert prova.mosse[0].giu == f"{righe[1].pk},{righe[2].pk},{righe[0].pk}"
    assert [e.pk for e in casa.dossier.evidenze.all()] == [riga.pk for riga in righe]
    assert in_ordine(conto.evidenze, [righe[2].pk])[0].pk == righe[2].pk


@pytest.mark.parametrize("di", [*FIGURE, "asse-0", "asse-3"])
def test_every_figure_has_its_reason_with_a_source(casa, di):
    casa.mette(*NAIMA)
    spiegata = spiegazione(conto_crediti(casa.corsista), di)
    assert spiegata.risposta
    assert all(motivo.fonte for motivo in spiegata.regole)
    assert spiegata.regole


def test_the_reason_of_a_piece_of_evidence_names_it_and_its_rule(casa):
    righe = casa.mette(*NAIMA)
    spiegata = spiegazione(conto_crediti(casa.corsista), f"evidenza-{righe[1].pk}")
    assert spiegata.titolo == "Perché 74,2 ore?"
    assert spiegata.conto[0] == "C1: 36 → 25,2 (tetto della riga)"
    assert any("CELI, CILS" in motivo.fonte for motivo in spiegata.regole)
    assert str(righe[1].pk) not in spiegata.regole[0].testo.split(",")[0]


@pytest.mark.parametrize("di", ["", "altro", "asse-9", "evidenza-999999", "evidenza-x"])
def test_a_figure_that_is_not_there_has_no_reason(casa, di):
    casa.apre()
    assert spiegazione(conto_crediti(casa.corsista), di) is None


def test_the_same_title_says_what_it_was_given_before(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    casa.atto(rilascia_certificato, casa.dirigente, dossier_id=casa.dossier.pk, **DELIBERATO)
    altra = CorsistaFactory(istituto=casa.istituto, tutor=casa.corsista.tutor)
    nuova = Evidenza(tipo=CELI.tipo.value, titolo="CELI 2 livello b1 (2019)")
    [trovato] = precedenti(nuova, altra)
    assert (trovato.ore, trovato.chieste) == (Fraction("74.2"), 106)
    assert precedenti(nuova, casa.corsista) == []
    assert precedenti(Evidenza(tipo=CELI.tipo.value, titolo="CELI 3"), altra) == []


def test_years_and_marks_do_not_tell_titles_apart():
    assert somiglia("x", "CELI 2, livello B1 – 2024") == somiglia("x", "celi 2 LIVELLO b1")
    assert somiglia("x", "CELI 2") != somiglia("x", "CELI 3")


# The two levels of Italian


ABILITA = list(tabella().competenze[Percorso.ALFABETIZZAZIONE])


@pytest.fixture
def in_due_livelli() -> Scena:
    casa = scena(Percorso.ALFABETIZZAZIONE)
    QuadroOrario.objects.all().delete()
    for livello, quante in (("A1", "20"), ("A2", "15")):
        QuadroOrario.objects.create(
            istituto=casa.istituto, anno_scolastico=casa.corsista.anno_scolastico,
            percorso=Percorso.ALFABETIZZAZIONE.value, livello=livello,
            ore=dict.fromkeys(ABILITA, quante),
        )  # fmt: skip
    return casa


def di_italiano(tipo, ore="35"):
    return DatiEvidenza(
        tipo, "Livello A1", rilasciata_il=date(2023, 1, 1), richieste=dict.fromkeys(ABILITA, ore)
    )


@pytest.mark.parametrize("tipo", [T.TEST_A1_CPIA, T.CERTIFICAZIONE_ITALIANO])
def test_what_proves_a1_gives_the_hours_of_a1(in_due_livelli, tipo):
    in_due_livelli.mette(di_italiano(tipo))
    conto = conto_crediti(in_due_livelli.corsista)
    assert conto.somma == 175
    # 20 for each ability until the 90 of the row are over.
    assert list(conto.riconoscimento.per_competenza.values()) == [20, 20, 20, 20, 10]
    assert "le sole del livello A1" in conto.righe[0].tagli.perche


def test_the_hours_of_a1_are_given_once(in_due_livelli):
    ascolto = ABILITA[0]
    in_due_livelli.mette(
        *(
            DatiEvidenza(tipo, "A1", rilasciata_il=date(2023, 1, 1), richieste={ascolto: "15"})
            for tipo in (T.TEST_A1_CPIA, T.CERTIFICAZIONE_ITALIANO)
        )
    )
    righe = conto_crediti(in_due_livelli.corsista).righe
    assert [riga.riconosciute for riga in righe] == [15, 5]


def test_other_rows_reach_both_levels(in_due_livelli):
    in_due_livelli.mette(
        DatiEvidenza(T.NON_FORMALE, "Corso", ore_attivita=Decimal(5000), competenza=ABILITA[0])
    )
    assert conto_crediti(in_due_livelli.corsista).riconoscimento.ore == 20


def test_the_papers_say_the_hours_of_the_level(in_due_livelli):
    in_due_livelli.corsista.offerta.livello = "A1"
    conto = conto_crediti(in_due_livelli.corsista)
    assert percorso_detto(in_due_livelli.corsista, conto).endswith(
        "livello A1 (100 ore, di 175 dei due livelli)"
    )


def test_hours_are_cut_to_the_cent_in_one_way(casa):
    casa.mette(replace(CELI, richieste={"C1": "0.999", "C2": "10.005"}))
    casa.valuta_tutto()
    certificato = casa.atto(
        rilascia_certificato, casa.dirigente, dossier_id=casa.dossier.pk, **DELIBERATO
    )
    assert certificato.crediti == {"C1": "0.99", "C2": "10"}
    assert certificato.ore == Decimal("10.99")
    assert certificato.documento.contesto["ore"] == "10,99"
    assert sum(misure_di(casa.corsista).crediti.values()) == Fraction("10.99")
