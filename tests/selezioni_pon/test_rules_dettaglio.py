"""The score opened, the draw, the notes for the public, and when a proposal is out of date."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cpia.norme.rules.motivi import Valore
from selezioni_pon.enums import EsitoTitolo, Pubblicazione, TipoCriterio
from selezioni_pon.griglie import griglia
from selezioni_pon.rules.confronto import confronta
from selezioni_pon.rules.dettaglio import dettaglio, totale_di, voce_di
from selezioni_pon.rules.esperienza import esperienza
from selezioni_pon.rules.graduatoria import Escluso, RegoleGraduatoria, forma
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.in_gara import Criterio, InGara
from selezioni_pon.rules.note_albo import note_per_albo
from selezioni_pon.rules.proposta import contro_la_nuova_versione, contro_la_proposta, uguali
from selezioni_pon.rules.sorteggio import da_sorteggiare, verifica_sorteggio
from selezioni_pon.rules.verifica import Decisione, accetta

F = Fraction
TUTOR = griglia("ic-pinocchio-2018/tutor-interno")
REGOLE = RegoleGraduatoria((Criterio(TipoCriterio.MINOR_OFFERTA, "art. 4 c. 7"),))
COI_PUNTI = replace(REGOLE, pubblicazione=Valore(Pubblicazione.NOMI_E_PUNTI, "art. 3"))


def uno(chi, punti, offerta=None):
    return InGara(chi, F(punti), chi.capitalize(), offerta=offerta)


def test_the_score_opens_item_by_item_and_gives_its_exact_total_back():
    dichiarati = {"x": Titolo("B.2", F(9)), "y": Titolo("D.1", F(3))}
    decisioni = {
        "x": accetta(dichiarati["x"]),
        "y": Decisione(EsitoTitolo.RIFIUTATO, None, "Attestato senza ore"),
    }
    confronto = confronta(TUTOR, dichiarati, decisioni)
    dati = dettaglio(confronto, {"B.2": "9 titoli"})
    assert totale_di(dati) == confronto.ammesso.totale == F(20)
    b2, d1 = voce_di(dati, "B.2"), voce_di(dati, "D.1")
    assert (b2["detto"], b2["dichiarati"], b2["ammessi"]) == ("9 titoli", b2["somma"], "22,5")
    assert d1["decisioni"] == ["Non accettato: Attestato senza ore"]
    sezione = next(s for s in dati["sezioni"] if s["sigla"] == "B")
    assert (sezione["punti"], sezione["somma"], sezione["tagliata"]) == ("20", "22,5", True)
    assert voce_di(dati, "Z.9") is None


def test_a_total_that_no_decimal_holds_comes_back_whole():
    assert totale_di({"totale": "1/3"}) == F(1, 3)
    assert totale_di({}) == 0


def test_the_specific_experience_is_what_the_sections_called_so_give():
    titoli = [Titolo("B.1", F(3)), Titolo("A.6", F(1))]
    assert esperienza(valuta(TUTOR, titoli)) == 3


def test_a_draw_parts_one_group_that_waits_for_it_and_all_of_it():
    ordine = forma([uno("a", 5), uno("b", 5), uno("c", 3)], REGOLE).ordine
    assert [gruppo.candidati for gruppo in da_sorteggiare(ordine)] == [("a", "b")]
    assert verifica_sorteggio(ordine, ["b", "a"], "verbale n. 3") == []
    for usciti, atteso in ((["a"], "gruppo"), (["a", "b", "c"], "gruppo"), ([], "gruppo")):
        assert [v.codice for v in verifica_sorteggio(ordine, usciti, "n. 3")] == [atteso]


def test_the_public_reads_the_rule_of_a_tie_only_beside_the_points():
    fatta = forma([uno("a", 5, 3000), uno("b", 5, 2900)], REGOLE, [Escluso("x", "Neri", "No.", "")])
    assert [nota.regola for nota in note_per_albo(fatta, REGOLE)] == ["ammessi"]
    parita, ammessi = note_per_albo(fatta, COI_PUNTI)
    assert parita.testo.startswith("Posizioni 1 e 2: a parità di punti precede chi ha fatto")
    assert "29" not in parita.testo
    assert "Neri" not in ammessi.testo
    estratta = forma([uno("a", 5), uno("b", 5)], COI_PUNTI, estratti={"n. 3": ["b", "a"]})
    assert "decide il sorteggio" in note_per_albo(estratta, COI_PUNTI)[0].testo


def test_a_proposal_is_out_of_date_when_a_place_a_point_or_an_exclusion_changes():
    era = forma([uno("a", 5), uno("b", 3)], REGOLE)
    assert uguali(era, forma([uno("b", 3), uno("a", 5)], REGOLE))
    for ora in (
        forma([uno("a", 4), uno("b", 3)], REGOLE),
        forma([uno("a", 5)], REGOLE, [Escluso("b", "B", "Manca.", "art. 3")]),
        forma([uno("a", 5)], REGOLE),
    ):
        assert [v.codice for v in contro_la_proposta(era, ora)] == ["proposta_vecchia"]


@pytest.mark.parametrize(("motivo", "contro"), [(" no ", 1), ("Un reclamo accolto", 0)])
def test_a_new_version_says_why(motivo, contro):
    assert len(list(contro_la_nuova_versione(motivo))) == contro
