"""The board of the picture: the judgement, the trials, what they never write."""

from dataclasses import replace
from fractions import Fraction

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bonus_merito.enums import Area, Avviso, FonteRisorse, Metodo, StatoRichiesta
from bonus_merito.models import Attivita, Parita, Requisiti, Richiesta
from bonus_merito.queries.confronto import confronto
from bonus_merito.queries.ipotesi import Ipotesi, scuole_con_regole
from bonus_merito.queries.lavagna import Cella, lavagna_di
from bonus_merito.queries.parita import alla_pari
from bonus_merito.queries.perche import spiegazione
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.queries.regole import parametri_del_giorno, regole_di
from bonus_merito.rules.regole import regole_da
from bonus_merito.services.parita import decide_parita
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.profili import profilo
from cpia.norme.rules.conservati import conservati, da_conservare
from tests.bonus_merito.scena import GIORNO
from tests.bonus_merito.scena_quadro import figura, punti, vuota
from tests.factories.bonus import ParitaFactory

pytestmark = pytest.mark.django_db
C30 = Fraction(301, 10)


@pytest.fixture
def casa():
    return figura()


def prova_restivo(casa) -> Cella:
    return Cella(casa.richieste["Restivo"].pk, Area.C, C30)


def importi(quadro) -> dict[str, int]:
    return {r.richiesta.persona.cognome: r.esito.importo for r in quadro.righe if r.esito}


def test_what_is_kept_is_judged(casa):
    quadro = quadro_di(casa.rilegge())

    assert len(quadro.righe) == 22
    assert [r.richiesta.persona.cognome for r in quadro.da_valutare] == ["Farruggia", "Tedesco"]
    assert [r.richiesta.persona.cognome for r in quadro.esclusi] == ["Milazzo"]
    assert len(quadro.beneficiari) == 17
    assert (quadro.quadro.limiti.minimo, quadro.quadro.limiti.massimo) == (5, 31)
    assert quadro.quadro.riparto.totale == 1_045_000
    assert importi(quadro)["Restivo"] == 49_762
    assert importi(quadro)["Cusumano"] == 174_166


def test_the_cell_of_the_picture(casa):
    lavagna = lavagna_di(casa.rilegge(), Ipotesi(), prova_restivo(casa))

    pagati = importi(lavagna.mostrato)
    assert (pagati["Restivo"], pagati["Buscemi"], pagati["Cusumano"]) == (38_704, 58_055, 174_167)
    assert lavagna.mostrato.quadro.riparto.resti == 11
    assert lavagna.effetto.testo == (
        "area C da 28 a 30,1, percentuale da 84,20 a 86,30, dalla fascia 71–85 alla fascia 86–100."
    )
    assert (lavagna.effetto.verso, lavagna.effetto.importi) == (
        "scende", "da 497,62 a 387,04 euro",
    )  # fmt: skip
    assert importi(lavagna.registrato)["Restivo"] == 49_762
    assert punti(casa.attivita("Restivo", "C")) == 28


def test_two_methods_side_by_side(casa):
    ipotesi = Ipotesi(metodo=Metodo.PROPORZIONALE)
    lavagna = lavagna_di(casa.rilegge(), ipotesi, prova_restivo(casa))

    accanto = confronto(lavagna.mostrato, lavagna.altro)

    assert accanto.in_vigore.inferiore
    assert not accanto.prova.inferiore
    assert accanto.in_vigore.totale == accanto.prova.totale == "10.450,00"
    assert [(f.quanti, f.media) for f in accanto.in_vigore.fasce] == [
        (9, "387,04"), (6, "580,55"), (2, "1.741,67"),
    ]  # fmt: skip
    assert [(f.media, f.da, f.a) for f in accanto.prova.fasce] == [
        ("675,31", "647,82", "723,64"), ("574,57", "568,25", "587,02"),
        ("462,41", "430,13", "494,69"),
    ]  # fmt: skip


def test_one_activity_is_named_and_more_ask_in_which(casa):
    lavagna = lavagna_di(casa.rilegge(), Ipotesi(), prova_restivo(casa))
    assert lavagna.effetto.sola == casa.attivita("Restivo", "C")

    casa.dichiara(casa.richieste["Restivo"], Area.C, 4, "1")
    lavagna = lavagna_di(casa.rilegge(), Ipotesi(), prova_restivo(casa))

    assert (lavagna.effetto.sola, lavagna.effetto.confermate) == (None, 2)


def test_who_waits_or_is_out_cannot_be_tried(casa):
    for cognome in ("Farruggia", "Milazzo"):
        cella = Cella(casa.richieste[cognome].pk, Area.A, Fraction(1))
        assert lavagna_di(casa.rilegge(), Ipotesi(), cella).effetto is None


def test_the_absence_limit_on_trial_lets_somebody_in(casa):
    casa.dichiara(casa.richieste["Milazzo"], Area.A, 1, "40")
    lavagna = lavagna_di(casa.rilegge(), Ipotesi(assenze=25))

    assert [r.richiesta.persona.cognome for r in lavagna.altro.da_valutare] == [
        "Farruggia", "Milazzo", "Tedesco",
    ]  # fmt: skip
    assert not lavagna.altro.esclusi


def test_fund_weights_and_the_rules_of_another_school(casa):
    procedura = casa.rilegge()
    base = quadro_di(procedura)

    assert quadro_di(procedura, prova=Ipotesi(fondo=1_000)).quadro.riparto.totale == 1_000
    pesi = quadro_di(procedura, prova=Ipotesi(metodo=Metodo.PESO, pesi_fascia=(1, 1, 1)))
    assert {round(q) for quote in pesi.quadro.a_testa.values() for q in quote} == {61471}
    altra = quadro_di(procedura, prova=Ipotesi(scuola="cpia-caltanissetta-enna"))
    assert altra.quadro.limiti.minimo == 10
    assert altra.regole.pesi == base.regole.pesi
    assert {slug for slug, _ in scuole_con_regole(procedura)} == {
        "cpia-caltanissetta-enna", "cpia-napoli-provincia-2",
    }  # fmt: skip


def test_the_same_queries_with_one_and_with_twenty():
    poca, tanta = vuota(), None
    poca.aggiungi("Solo", ("30", "20", "20"))
    with CaptureQueriesContext(
        connection,
    ) as una:
        quadro_di(poca.rilegge())
    tanta = figura()
    with CaptureQueriesContext(connection) as molte:
        quadro_di(tanta.rilegge())

    assert len(una) == len(molte)


def test_requests_not_sent_and_taken_back_are_left_out(casa):
    Richiesta.objects.filter(pk=casa.richieste["Accardi"].pk).update(
        stato=StatoRichiesta.RITIRATA.value
    )

    assert len(quadro_di(casa.rilegge()).righe) == 21


def test_what_is_kept_of_the_rules_reads_back_the_same():
    valori = profilo("cpia-caltanissetta-enna").parametri("bonus.", GIORNO)

    assert conservati(da_conservare(valori)) == valori


def test_a_procedure_keeps_the_rules_of_its_day(casa):
    procedura = casa.rilegge()
    assert regole_di(procedura) == regole_da(
        parametri_del_giorno(casa.istituto.pk, GIORNO), FonteRisorse(procedura.fondo.fonte)
    )

    procedura.regole["bonus.fasce"]["valore"] = "40, 60, 80"

    assert regole_di(procedura).fasce.limiti.valore == (40, 60, 80)


def test_where_the_bargaining_decides_its_article_divides_the_fund(casa):
    procedura = casa.rilegge()
    assert "art. 6" in regole_di(procedura).riparto.metodo.fonte
    procedura.fondo.fonte = FonteRisorse.CONTRATTO.value
    procedura.fondo.contratto, procedura.fondo.articolo = "contratto del 15 marzo 2024", "art. 22"
    giudizio = quadro_di(procedura)

    assert giudizio.regole.riparto.metodo.fonte == "contratto del 15 marzo 2024, art. 22"
    chi = giudizio.beneficiari[0].chiave
    for figura_spiegata in ("centesimi", f"{chi}-importo"):
        trovata = spiegazione(giudizio, figura_spiegata)
        assert trovata is not None
        assert any("contratto del 15 marzo 2024, art. 22" in m.fonte for m in trovata.regole)


def test_without_tenure_one_has_it_only_from_the_bargaining(casa):
    procedura = casa.rilegge()
    chi = quadro_di(procedura).beneficiari[0].richiesta
    Requisiti.objects.filter(procedura=procedura, persona=chi.persona).update(di_ruolo=False)

    def dentro() -> bool:
        return any(riga.richiesta == chi for riga in quadro_di(procedura).beneficiari)

    assert not dentro()
    procedura.fondo.fonte = FonteRisorse.CONTRATTO.value
    assert dentro()


def test_namesakes_are_told_apart():
    casa = vuota()
    uno = casa.aggiungi("Rossi", ("40", "25", "30"))
    altro = casa.aggiungi("Rossi", ("40", "25", "30"))

    assert set(quadro_di(casa.rilegge()).nomi.values()) == {
        f"Rossi Nome (richiesta {uno.pk})", f"Rossi Nome (richiesta {altro.pk})",
    }  # fmt: skip


# A tie across the cut


@pytest.fixture
def pari():
    """Two places: one above, and two who are level for the other."""
    casa = vuota(in_servizio=3)
    casa.aggiungi("Prima", ("40", "25", "35"))
    for cognome in ("Alfa", "Beta"):
        casa.aggiungi(cognome, ("30", "20", "25"))
    return casa


def test_a_tie_waits_and_then_is_settled(pari):
    quadro = quadro_di(pari.rilegge())
    assert quadro.quadro.avvisi == (Avviso.PARITA,)
    ids = [pari.richieste[c].pk for c in ("Alfa", "Beta")]

    pari.atto(
        decide_parita, procedura_id=pari.procedura.pk, pari=ids, scelte=[ids[1]], motivo="Incarichi"
    )

    quadro = quadro_di(pari.rilegge())
    assert [r.richiesta.persona.cognome for r in quadro.beneficiari] == ["Beta", "Prima"]
    assert quadro.quadro.riparto.totale == 1_045_000
    assert alla_pari(pari.rilegge()).decisa == quadro.decisa
    assert "Incarichi" in spiegazione(quadro, "taglio").regole[1].testo


def test_a_tie_is_refused_without_reason_or_with_too_many(pari):
    ids = [pari.richieste[c].pk for c in ("Alfa", "Beta")]

    with pytest.raises(AttoRifiutato) as rifiuto:
        pari.atto(decide_parita, procedura_id=pari.procedura.pk, pari=ids, scelte=ids, motivo="")

    assert [v.codice for v in rifiuto.value.violazioni] == ["parita_posti", "parita_senza_motivo"]
    assert not Parita.objects.exists()


def test_a_tie_of_other_people_is_a_conflict(pari):
    with pytest.raises(Conflitto):
        pari.atto(
            decide_parita, procedura_id=pari.procedura.pk, pari=[1, 2], scelte=[1], motivo="Sì"
        )


def test_a_decision_on_other_people_settles_nothing(pari):
    ParitaFactory(
        istituto=pari.istituto, procedura=pari.procedura, decisa_da=pari.dirigente,
        pari=[pari.richieste["Alfa"].pk], scelte=[pari.richieste["Alfa"].pk],
    )  # fmt: skip

    assert quadro_di(pari.rilegge()).quadro.taglio.pari


# Reasons


@pytest.mark.parametrize(
    ("di", "parole"),
    [
        ("fondo", "10.450,00"), ("beneficiari", "da 5 a 31"), ("inferiore", "è il metodo"),
        ("centesimi", "al centesimo"), ("fasce", "51–70"), ("pubblicazione", "aggregati"),
    ],
)  # fmt: skip
def test_the_figures_of_the_whole_have_a_reason(casa, di, parole):
    spiegata = spiegazione(quadro_di(casa.rilegge()), di)

    assert parole in spiegata.risposta
    assert all(motivo.fonte for motivo in spiegata.regole)


@pytest.mark.parametrize(
    ("chi", "cosa", "parole"),
    [
        ("Restivo", "C", "28"), ("Restivo", "percentuale", "84,2"), ("Restivo", "fascia", "71–85"),
        ("Restivo", "importo", "497,62"), ("Di Liberto", "aggiuntiva", "Compiti"),
        ("Milazzo", "esclusione", "Assenze"), ("Vaccaro", "importo", "Nessuna fascia"),
    ],
)  # fmt: skip
def test_the_figures_of_one_have_a_reason(casa, chi, cosa, parole):
    spiegata = spiegazione(quadro_di(casa.rilegge()), f"{casa.richieste[chi].pk}-{cosa}")

    assert parole in spiegata.risposta
    assert all(not m.testo.startswith(str(casa.richieste[chi].pk)) for m in spiegata.regole)


@pytest.mark.parametrize("di", ["", "altro", "999999-C", "x-C", "1-Z", "\x00", "9" * 60])
def test_what_is_no_figure_has_no_reason(casa, di):
    assert spiegazione(quadro_di(casa.rilegge()), di) is None


def test_points_over_the_cap_are_said(casa):
    casa.dichiara(casa.richieste["Mancuso"], Area.C, 4, "5")

    quadro = quadro_di(casa.rilegge())
    spiegata = spiegazione(quadro, f"{casa.richieste['Mancuso'].pk}-C")

    assert "La somma è 40" in spiegata.risposta
    assert quadro.riga(casa.richieste["Mancuso"].pk).esito.percentuale == Fraction("96.4")


def test_a_decreed_method_holds(casa):
    procedura = casa.rilegge()
    procedura.metodo, procedura.motivo_metodo = Metodo.PROPORZIONALE.value, "Più giusto"

    quadro = quadro_di(procedura)

    assert quadro.regole.riparto.metodo.valore is Metodo.PROPORZIONALE
    assert "Più giusto" in quadro.regole.riparto.metodo.fonte


def test_a_trial_writes_nothing(casa):
    prima = list(Attivita.objects.order_by("pk").values())

    lavagna_di(casa.rilegge(), replace(Ipotesi(), assenze=1, fondo=5), prova_restivo(casa))

    assert list(Attivita.objects.order_by("pk").values()) == prima
