"""The shipped profiles: what they hold, and that a faulty file is refused."""

from datetime import date
from fractions import Fraction

import holidays
import pytest

from cpia.norme.enums import Origine, Unita
from cpia.norme.profili import (
    CARTELLA,
    PROFILI,
    ProfiloNonValido,
    ProfiloSconosciuto,
    leggi_profilo,
    profilo,
)
from cpia.norme.rules import Durata, GiornoMese, prima_di_secondo
from cpia.scuola.rules import (
    controlla_codice_fiscale,
    controlla_codice_meccanografico,
    controlla_provincia,
)

OGGI = date(2026, 3, 1)
PINOCCHIO = "ic-pinocchio-montesicuro"
PORTO_VENERE = "ic-porto-venere"
NAPOLI = "cpia-napoli-provincia-2"
ISEO = "iis-antonietti"
CALTANISSETTA = "cpia-caltanissetta-enna"
# Of the cities that the library knows, those where a school of ours has its seat.
CAPOLUOGHI = {PINOCCHIO: "AN", CALTANISSETTA: "CL"}


@pytest.mark.parametrize("slug", PROFILI)
def test_every_profile_loads_and_its_codes_are_valid(slug):
    scuola = profilo(slug).istituto
    assert controlla_codice_fiscale(scuola.codice_fiscale) == scuola.codice_fiscale
    assert controlla_provincia(scuola.provincia) == scuola.provincia
    codici = [scuola.codice_meccanografico, *(s.codice_meccanografico for s in profilo(slug).sedi)]
    for codice in filter(None, codici):
        assert controlla_codice_meccanografico(codice) == codice
    assert len(scuola.cap) == 5


@pytest.mark.parametrize("slug", PROFILI)
def test_every_parameter_names_its_article_and_its_source(slug):
    for disposizione in profilo(slug).disposizioni:
        valore = profilo(slug).parametro(disposizione.chiave, OGGI)
        assert valore.origine is Origine.REGOLAMENTO
        assert valore.articolo
        assert valore.articolo in valore.fonte


@pytest.mark.parametrize("slug", PROFILI)
def test_every_known_parameter_has_a_value_and_says_whence(slug):
    for valore in profilo(slug).parametri("", OGGI).values():
        assert valore.fonte
        if valore.origine is not Origine.REGOLAMENTO:
            assert not valore.articolo


def test_the_files_are_just_those_of_the_list():
    file_spediti = {voce.name for voce in CARTELLA.iterdir() if voce.name.endswith(".toml")}
    assert file_spediti == {"leggi.toml", *(f"{slug}.toml" for slug in PROFILI)}


@pytest.mark.parametrize(("slug", "provincia"), CAPOLUOGHI.items())
def test_the_patron_saints_are_those_of_the_cities(slug, provincia):
    nazionali = holidays.country_holidays("IT", years=2023)
    locali = holidays.country_holidays("IT", subdiv=provincia, years=2023)
    (giorno,) = set(locali) - set(nazionali)
    patrono = profilo(slug).calendario(OGGI).patrono
    assert patrono == GiornoMese(giorno.month, giorno.day)


@pytest.mark.parametrize(
    ("slug", "patrono"),
    [
        (ISEO, GiornoMese(9, 26)),
        (PORTO_VENERE, GiornoMese(8, 17)),
        (NAPOLI, GiornoMese(12, 3)),
    ],
)
def test_the_patron_saints_of_the_towns(slug, patrono):
    assert profilo(slug).calendario(OGGI).patrono == patrono


def test_the_three_schools_of_iseo_have_their_codes():
    sedi = {sede.nome: sede.codice_meccanografico for sede in profilo(ISEO).sedi}
    assert sedi == {
        "ITCG": "BSTD00801A",
        "Liceo scientifico": "BSPS00801E",
        "IPIA": "BSRI00801Q",
    }


def test_iseo_asks_for_three_days_by_its_circular():
    valore = profilo(ISEO).parametro("competenze.giorni_prima_scrutinio", date(2024, 6, 5))
    assert valore.valore == 3
    assert valore.fonte.endswith("lettera A (circolare del dirigente scolastico n. 417 del 31 "
                                 "maggio 2024)")  # fmt: skip


ORDINARIA, STRAORDINARIA, URGENTE = "ordinaria", "straordinaria", "urgente"


@pytest.mark.parametrize(
    ("slug", "organo", "tipo", "durata", "articolo"),
    [
        (PINOCCHIO, "consiglio_istituto", ORDINARIA, Durata(5), "art. 2"),
        (PINOCCHIO, "consiglio_istituto", STRAORDINARIA, Durata(3), "art. 2"),
        (PINOCCHIO, "consiglio_istituto", URGENTE, Durata(0), "art. 2"),
        (PINOCCHIO, "collegio_docenti", ORDINARIA, Durata(5), "art. 18"),
        (PINOCCHIO, "collegio_docenti", STRAORDINARIA, Durata(5), "art. 18"),
        (PINOCCHIO, "collegio_docenti", URGENTE, Durata(0), "art. 18"),
        (PINOCCHIO, "consiglio_classe", ORDINARIA, Durata(5), "art. 15 lett. e"),
        (PINOCCHIO, "consiglio_classe", URGENTE, Durata(5), "art. 15 lett. e"),
        (PINOCCHIO, "giunta_esecutiva", ORDINARIA, Durata(5), ""),
        (PORTO_VENERE, "consiglio_istituto", ORDINARIA, Durata(5), "lett. b"),
        (PORTO_VENERE, "consiglio_istituto", URGENTE, Durata(1), "lett. c"),
        (PORTO_VENERE, "consiglio_classe", ORDINARIA, Durata(5), "lett. c"),
        (PORTO_VENERE, "consiglio_classe", URGENTE, Durata(24, Unita.ORE), "lett. c"),
        (NAPOLI, "collegio_docenti", ORDINARIA, Durata(5), "art. 6"),
        (NAPOLI, "collegio_docenti", STRAORDINARIA, Durata(5), "art. 6"),
        (NAPOLI, "collegio_docenti", URGENTE, Durata(5), "art. 6"),
        (NAPOLI, "comitato_valutazione", ORDINARIA, Durata(10), "art. 4 n. 3"),
        (NAPOLI, "comitato_valutazione", URGENTE, Durata(10), "art. 4 n. 3"),
        (NAPOLI, "organo_garanzia", ORDINARIA, Durata(5), "n. 5"),
        (CALTANISSETTA, "comitato_valutazione", ORDINARIA, Durata(5), ""),
        (ISEO, "consiglio_classe", ORDINARIA, Durata(5), ""),
    ],
)
def test_the_notice_of_every_organ(slug, organo, tipo, durata, articolo):
    valore = profilo(slug).parametro(f"organi.{organo}.preavviso.{tipo}", OGGI)
    assert valore.valore == durata
    assert valore.articolo.endswith(articolo)
    assert bool(valore.articolo) == bool(articolo)
    assert articolo or "C.M. 16 aprile 1975, n. 105" in valore.fonte


@pytest.mark.parametrize(
    ("slug", "chiave", "valore"),
    [
        (PINOCCHIO, "organi.collegio_docenti.maggioranza.base", "presenti"),
        (PINOCCHIO, "organi.consiglio_istituto.maggioranza.base", "voti_validi"),
        (PINOCCHIO, "organi.consiglio_istituto.odg.aggiunta", "maggioranza_componenti"),
        (PINOCCHIO, "organi.consiglio_istituto.richiesta.convocazione_entro", Durata(7)),
        (PINOCCHIO, "organi.consiglio_istituto.verbale.pubblicazione_entro", Durata(20)),
        (PINOCCHIO, "organi.consiglio_istituto.verbale.prima_di_convocare", True),
        (PINOCCHIO, "organi.consiglio_istituto.documenti.deposito", Durata(2)),
        (PINOCCHIO, "organi.consiglio_classe.scrutinio.astensione", False),
        (PORTO_VENERE, "organi.giunta_esecutiva.quorum.regola", "meta"),
        (PORTO_VENERE, "organi.consiglio_istituto.odg.aggiunta", "frazione_presenti"),
        (PORTO_VENERE, "organi.consiglio_istituto.odg.aggiunta_quota", Fraction(2, 3)),
        (
            PORTO_VENERE,
            "organi.consiglio_classe.verbale.copia_ufficio",
            Durata(5, Unita.GIORNI_LAVORATIVI),
        ),
        (PORTO_VENERE, "disciplina.irrogazione_giorni", 30),
        (PORTO_VENERE, "disciplina.soli_docenti_fino_a", 5),
        (PINOCCHIO, "disciplina.soli_docenti_fino_a", 0),
        (NAPOLI, "organi.collegio_docenti.maggioranza.base", "voti_validi"),
        (NAPOLI, "organi.collegio_docenti.odg.aggiunta", "unanimita"),
        (NAPOLI, "organi.collegio_docenti.odg.integrazione", Durata(1)),
        (NAPOLI, "organi.collegio_docenti.parita.persone", "anzianita"),
        (NAPOLI, "organi.collegio_docenti.modifica_regolamento.quota", Fraction(2, 3)),
        (NAPOLI, "organi.comitato_valutazione.quorum.minimo", 3),
        (NAPOLI, "organi.organo_garanzia.voto.astensione", False),
        (NAPOLI, "organi.consiglio_istituto.sostituito_da", "commissario_straordinario"),
        (CALTANISSETTA, "organi.comitato_valutazione.mandato.anni", 3),
        (PORTO_VENERE, "selezioni.solo_progetti", True),
        (PINOCCHIO, "selezioni.solo_progetti", False),
        (PORTO_VENERE, "selezioni.pubblicazione", "nomi"),
        (PORTO_VENERE, "selezioni.parita_1", "minor_offerta"),
        (PORTO_VENERE, "selezioni.integrazione_giorni", 30),
        (PORTO_VENERE, "selezioni.infanzia.soglia_lista", 25),
        (PORTO_VENERE, "selezioni.infanzia.posti", 26),
        (PORTO_VENERE, "selezioni.infanzia.posti_estremi", 27),
        (PORTO_VENERE, "selezioni.infanzia.anticipi_ammessi", (3, 2, 0)),
        (NAPOLI, "selezioni.funzioni.anni", 3),
        (NAPOLI, "selezioni.funzioni.relazione_iniziale", GiornoMese(10, 31)),
        (NAPOLI, "selezioni.funzioni.inappellabile", True),
        (ISEO, "selezioni.reclamo_giorni", 15),
        (ISEO, "selezioni.infanzia.posti_estremi", 29),
    ],
)
def test_the_rules_that_differ_by_school(slug, chiave, valore):
    assert profilo(slug).parametro(chiave, OGGI).valore == valore


@pytest.mark.parametrize(
    ("slug", "chiave", "altra_fonte"),
    [
        (NAPOLI, "disciplina.ricorso_giorni", "entro cinque giorni"),
        (NAPOLI, "organi.comitato_valutazione.maggioranza.base", "Art. 6 n. 2"),
        (NAPOLI, "organi.collegio_docenti.dipartimenti.deliberano", "art. 1 n. 3"),
        (NAPOLI, "organi.organo_garanzia.sostituito_da", "commissario straordinario"),
        (NAPOLI, "organi.collegio_docenti.voto.persone", "art. 37 c. 4"),
        (PORTO_VENERE, "disciplina.ricorso_giorni", "trenta giorni"),
        (PORTO_VENERE, "disciplina.soli_docenti_fino_a", "da sei a quindici giorni"),
        (PORTO_VENERE, "organi.giunta_esecutiva.quorum.regola", "art. 37 c. 2"),
        (PINOCCHIO, "organi.collegio_docenti.maggioranza.base", "art. 37 c. 3"),
        (PORTO_VENERE, "selezioni.infanzia.soglia_lista", "oltre il 27°"),
        (PORTO_VENERE, "selezioni.infanzia.posti", "25 domande"),
        (PORTO_VENERE, "selezioni.infanzia.posti_estremi", "26 alunni"),
        (PORTO_VENERE, "selezioni.infanzia.posti_estremi", "sez. 2 n. 1"),
        (PORTO_VENERE, "selezioni.cittadinanza", "posti di lavoro"),
        (NAPOLI, "selezioni.funzioni.inappellabile", "artt. 24 e 113"),
    ],
)
def test_where_sources_disagree_both_are_in_sight(slug, chiave, altra_fonte):
    valore = profilo(slug).parametro(chiave, OGGI)
    assert valore.articolo
    assert altra_fonte in valore.in_contrasto_con


def test_a_regulation_says_nothing_of_the_days_before_it():
    chiave = "organi.collegio_docenti.maggioranza.base"
    prima = profilo(PINOCCHIO).parametro(chiave, date(2018, 4, 25))
    assert (prima.valore, prima.origine) == ("voti_validi", Origine.LEGGE)


def test_the_last_day_to_convene_as_the_simulator_asks_it():
    scuola = profilo(NAPOLI)
    valore = scuola.parametro("organi.collegio_docenti.preavviso.ordinaria", OGGI)
    termine = prima_di_secondo(date(2026, 3, 20), valore, calendario=scuola.calendario(OGGI))
    assert termine.giorno == date(2026, 3, 15)
    assert "art. 6" in termine.perche[0].fonte


def test_a_profile_that_is_not_shipped_is_named():
    with pytest.raises(ProfiloSconosciuto, match="«liceo-x» non esiste"):
        profilo("liceo-x")


ISTITUTO = """
[istituto]
denominazione = "Scuola di prova"
denominazione_breve = "Prova"
tipo = "cpia"
codice_fiscale = "98007620176"
comune = "Iseo"
provincia = "BS"
"""
SEDE = '[[sedi]]\nnome = "Sede"\n'
REGOLAMENTO = '[[regolamenti]]\nchiave = "r"\ntitolo = "R"\natto = ""\ndal = 2020-09-01\n'
PARAMETRO = (
    '[[regolamenti.parametri]]\nchiave = "albo.giorni"\nvalore = "10"\narticolo = "art. 1"\n'
)
BUONO = ISTITUTO + SEDE + REGOLAMENTO + PARAMETRO
ALTRO = REGOLAMENTO.replace('"r"', '"s"')


def test_a_good_file_is_read():
    assert leggi_profilo("prova", BUONO).parametro("albo.giorni", OGGI).valore == 10


@pytest.mark.parametrize(
    ("testo", "messaggio"),
    [
        ("[istituto", "non è leggibile"),
        (ISTITUTO + SEDE, "soltanto le parti"),
        (BUONO.replace("albo.giorni", "albo.giorno"), "«albo.giorno» non esiste"),
        (BUONO.replace('"10"', '"dieci"'), "non è un numero intero"),
        (BUONO.replace('"10"', '"0"'), "inferiore a 1"),
        (BUONO.replace('"art. 1"', '" "'), "manca l’articolo"),
        (BUONO.replace('articolo = "art. 1"', ""), "manca «articolo»"),
        (BUONO.replace("nome = ", "nomi = "), "voce sconosciuta «nomi»"),
        (BUONO.replace('provincia = "BS"', ""), "manca «provincia»"),
        (BUONO.replace("dal = 2020-09-01", "dal = 2020-09-01\nal = 2020-08-31"), "finisce prima"),
        (BUONO + PARAMETRO, "scritto due volte"),
        (BUONO + REGOLAMENTO, "stessa chiave"),
        (BUONO + ALTRO + PARAMETRO, "sia in «r» sia in «s»"),
        (
            BUONO.replace("2020-09-01", "2019-09-01\nal = 2020-09-01") + ALTRO + PARAMETRO,
            "sia in «r» sia in «s»",
        ),
    ],
)
def test_a_faulty_file_is_refused_in_italian(testo, messaggio):
    with pytest.raises(ProfiloNonValido, match=messaggio):
        leggi_profilo("prova", testo)


def test_two_regulations_one_after_the_other_may_speak_of_the_same():
    prima = REGOLAMENTO.replace("2020-09-01", "2019-09-01\nal = 2020-08-31")
    testo = ISTITUTO + SEDE + prima + PARAMETRO.replace("10", "20") + ALTRO + PARAMETRO
    scuola = leggi_profilo("prova", testo)
    assert scuola.parametro("albo.giorni", date(2020, 8, 31)).valore == 20
    assert scuola.parametro("albo.giorni", date(2020, 9, 1)).valore == 10
