"""The ranking, why one is there, what the public reads, and what changes between two versions."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Motivo, Valore
from selezioni_pon.enums import Movimento, Pubblicazione, TipoCriterio
from selezioni_pon.rules.differenze import cambiati, differenze
from selezioni_pon.rules.graduatoria import (
    Escluso,
    RegoleGraduatoria,
    contro_la_pubblicazione,
    forma,
    per_albo,
)
from selezioni_pon.rules.perche_qui import perche_qui
from selezioni_pon.rules.spareggio import Criterio, InGara, Precedenza

F = Fraction
M = Movimento
REGOLE = RegoleGraduatoria(
    (
        Criterio(TipoCriterio.MINOR_OFFERTA, "art. 4 c. 7"),
        Criterio(TipoCriterio.PIU_GIOVANE, "L. 191/1998, art. 2 c. 9"),
    )
)
COI_PUNTI = replace(REGOLE, pubblicazione=Valore(Pubblicazione.NOMI_E_PUNTI, "art. 3"))
FUORI = Escluso("x", "Ivo Neri", "Manca la cittadinanza.", "art. 3 c. 2 lett. a")


def uno(chi, punti, offerta=3000, anno=1980, **altro):
    return InGara(
        chi, F(punti), chi.capitalize(), offerta=offerta, data_nascita=date(anno, 1, 1), **altro
    )


def codici(violazioni):
    return [una.codice for una in violazioni]


def test_the_ranking_says_how_many_and_why():
    graduatoria = forma([uno("a", 40), uno("b", 40, 2900), uno("c", 12)], REGOLE, [FUORI])
    assert [p.candidato.id for p in graduatoria.ordine.posti] == ["b", "a", "c"]
    primo, parita = graduatoria.perche
    assert primo.testo == "3 candidati sono in graduatoria, 1 escluso."
    assert "29,00 €" in parita.testo
    assert parita.fonte == "art. 4 c. 7"
    assert not contro_la_pubblicazione(graduatoria, REGOLE, aperte=0)


def test_one_alone_is_judged_all_the_same():
    graduatoria = forma([uno("a", 3)], REGOLE)
    assert graduatoria.ordine.posti[0].posizione == 1
    assert graduatoria.perche[-1].regola == "unico_candidato"
    assert "art. 4 c. 9" in graduatoria.perche[-1].fonte
    assert not contro_la_pubblicazione(graduatoria, REGOLE, aperte=0)


def test_one_alone_must_be_fit_where_a_call_asks_points():
    regole = replace(REGOLE, soglia=Valore(F(30), "avviso, art. 6"))
    graduatoria = forma([uno("a", "29.5")], regole)
    assert graduatoria.deserta
    (escluso,) = graduatoria.esclusi
    assert escluso.motivo == "I punti sono 29,5, e per essere idonei ne servono 30."
    assert escluso.fonte == "avviso, art. 6"
    assert not forma([uno("a", 30)], regole).deserta


def test_a_school_that_does_not_rank_one_alone():
    regole = replace(REGOLE, unico_valutato=Valore(False, "art. 8"))
    graduatoria = forma([uno("a", 3)], regole)
    (una,) = contro_la_pubblicazione(graduatoria, regole, aperte=0)
    assert una.codice == "unico_candidato"
    assert una.testo == (
        "Per la regola della scuola una sola domanda non basta a fare una graduatoria."
    )
    # Who is left alone by the exclusion of another did not apply alone.
    rimasto = forma([uno("a", 3)], regole, [FUORI])
    assert not contro_la_pubblicazione(rimasto, regole, aperte=0)


def test_nobody_applied():
    graduatoria = forma([], REGOLE)
    assert graduatoria.deserta
    assert graduatoria.perche[0].testo == "Nessun candidato è in graduatoria."


def test_what_keeps_it_from_the_albo():
    graduatoria = forma([uno("a", 40), uno("b", 40)], REGOLE, [replace(FUORI, motivo=" ")])
    contro = contro_la_pubblicazione(graduatoria, REGOLE, aperte=2)
    assert codici(contro) == ["lavori_aperti", "parita", "esclusione"]
    assert contro[0].testo == "La commissione deve ancora chiudere 2 domande."


def test_the_albo_has_the_names_and_the_points_only_if_the_school_says_so():
    graduatoria = forma([uno("a", 40), uno("b", 41)], REGOLE, [FUORI])
    assert [(r.posizione, r.nome, r.punti) for r in per_albo(graduatoria, REGOLE)] == [
        (1, "B", None),
        (2, "A", None),
    ]
    assert [riga.punti for riga in per_albo(graduatoria, COI_PUNTI)] == [41, 40]


@pytest.mark.parametrize("doppio", [[uno("a", 1), uno("a", 2)], [uno("x", 1)]])
def test_nobody_is_there_twice(doppio):
    with pytest.raises(ValueError, match="due volte"):
        forma(doppio, REGOLE, [FUORI])


def test_why_am_i_here():
    graduatoria = forma(
        [uno("a", 40), uno("b", 40, 2900), uno("c", 41), uno("d", 40, anno=1970)], REGOLE
    )
    posto, punti, prezzo, eta = perche_qui(graduatoria, "a", REGOLE)
    assert posto.testo == "Hai 40 punti: il tuo posto è il 3º su 4."
    assert punti.testo == "1 persona viene prima, con più punti dei tuoi."
    assert prezzo.testo == (
        "A parità di 40 punti con 2 altre persone precede chi ha fatto l’offerta più bassa (per "
        "te: 30,00 €): 1 persona prima di te, nessuno dopo."
    )
    assert eta.testo.endswith("nessuno prima di te, 1 persona dopo.")
    tutto = " ".join(motivo.testo for motivo in (posto, punti, prezzo, eta))
    assert "29,00" not in tutto
    assert "1970" not in tutto
    assert "41" not in tutto
    assert "41 punti" in perche_qui(graduatoria, "a", COI_PUNTI)[1].testo


def test_why_am_i_here_when_the_tie_is_open_or_drawn():
    pari = [uno("a", 40), uno("b", 40), uno("c", 3)]
    (_, aperta) = perche_qui(forma(pari, REGOLE), "b", REGOLE)
    assert aperta.testo == (
        "Il tuo posto è ancora pari a quello di 1 altra persona: serve un sorteggio."
    )
    estratta = forma(pari, REGOLE, estratti={"verbale n. 2": ["b", "a"]})
    assert "la tua estrazione è la 2ª" in perche_qui(estratta, "a", REGOLE)[-1].testo


def test_why_am_i_not_here():
    (motivo,) = perche_qui(forma([uno("a", 40)], REGOLE, [FUORI]), "x", REGOLE)
    assert motivo == Motivo(
        "escluso",
        "art. 3 c. 2 lett. a",
        "La tua domanda non è in graduatoria. Manca la cittadinanza.",
    )
    with pytest.raises(KeyError):
        perche_qui(forma([uno("a", 40)], REGOLE), "q", REGOLE)


def test_a_group_that_comes_before_is_said():
    esterni = Precedenza(1, "esterni", "avviso, art. 2")
    graduatoria = forma([uno("a", 90, precedenza=esterni), uno("b", 10)], REGOLE)
    posto, gruppo = perche_qui(graduatoria, "a", REGOLE)
    assert "«esterni»" in posto.testo
    assert gruppo.regola == "precedenza"
    assert gruppo.fonte == "avviso, art. 2"


def mosse(prima, dopo, cause=None):
    return {uno.id: (uno.movimento, uno.da, uno.a) for uno in differenze(prima, dopo, cause)}


TRE = [uno("a", 40), uno("b", 39), uno("c", 38)]


def test_an_accepted_complaint_moves_its_author_and_the_others():
    prima = forma(TRE, REGOLE)
    dopo = forma([*TRE[:2], uno("c", 41)], REGOLE)
    causa = Motivo("reclamo", "D.P.R. 275/1999, art. 14 c. 7", "Reclamo n. 4 accolto.")
    assert mosse(prima, dopo) == {
        "c": (M.SALE, 3, 1),
        "a": (M.SCENDE, 1, 2),
        "b": (M.SCENDE, 2, 3),
    }
    c, a, b = differenze(prima, dopo, {"c": causa})
    assert c.motivo.testo == (
        "C sale dal 3º al 1º posto: passa da 38 punti a 41 punti, ora precede A e B. "
        "Reclamo n. 4 accolto."
    )
    assert c.motivo.fonte == "D.P.R. 275/1999, art. 14 c. 7"
    assert a.motivo.testo == "A scende dal 1º al 2º posto: ora segue C."
    assert b.motivo.testo == "B scende dal 2º al 3º posto: ora segue C."
    assert cambiati((c, a, b)) == (c, a, b)


def test_who_enters_and_who_leaves():
    prima = forma(TRE[1:], REGOLE, [FUORI])
    dopo = forma([uno("x", 45), TRE[1]], REGOLE, [Escluso("c", "C", "Titolo falso.", "art. 75")])
    x, b, c = differenze(prima, dopo)
    assert x.movimento is M.ENTRA
    assert x.motivo.testo == "X entra al 1º posto: non è più fra gli esclusi, con 45 punti."
    assert b.motivo.testo == "B scende dal 1º al 2º posto: entra prima X."
    assert (c.movimento, c.a) == (M.ESCE, None)
    assert c.motivo.testo == "C esce (era al 2º): Titolo falso."


def test_points_may_change_and_the_place_stay():
    (riga, altra, _) = differenze(forma(TRE, REGOLE), forma([uno("a", 44), *TRE[1:]], REGOLE))
    assert riga.movimento is M.RESTA
    assert riga.motivo.testo == "A resta al suo posto (1º): passa da 40 punti a 44 punti."
    assert cambiati((riga, altra)) == (riga,)


def test_a_draw_moves_who_was_level():
    pari = [uno("a", 40), uno("b", 40)]
    prima, dopo = forma(pari, REGOLE), forma(pari, REGOLE, estratti={"n. 1": ["b", "a"]})
    b, a = differenze(prima, dopo)
    assert (b.movimento, a.movimento) == (M.RESTA, M.SCENDE)
    assert a.motivo.testo == "A scende dal 1º al 2º posto: ora segue B."


def gruppo():
    figura = st.builds(
        uno,
        st.sampled_from("abcdefgh"),
        st.integers(0, 5),
        st.sampled_from([2900, 3000]),
        st.integers(1980, 1983),
    )
    return st.lists(figura, max_size=8, unique_by=lambda una: una.id)


@given(gruppo(), gruppo())
def test_the_difference_holds_everybody_once(prima, dopo):
    vecchia, nuova = forma(prima, REGOLE), forma(dopo, REGOLE)
    righe = differenze(vecchia, nuova)
    assert sorted(r.id for r in righe) == sorted({u.id for u in (*prima, *dopo)})
    for riga in righe:
        assert (riga.movimento is M.ENTRA) is (riga.da is None)
        assert (riga.movimento is M.ESCE) is (riga.a is None)
        if riga.movimento is not M.RESTA:
            assert "non cambia niente" not in riga.motivo.testo
    assert cambiati(differenze(vecchia, vecchia)) == ()


@given(gruppo())
def test_nobody_s_figures_are_told_to_another(candidati):
    graduatoria = forma(candidati, REGOLE)
    for io in candidati:
        testo = " ".join(m.testo for m in perche_qui(graduatoria, io.id, REGOLE))
        for altro in candidati:
            if altro.offerta != io.offerta:
                assert f"{altro.offerta // 100},00 €" not in testo
            if altro.data_nascita != io.data_nascita:
                assert str(altro.data_nascita.year) not in testo
