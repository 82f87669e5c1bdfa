"""What holds for every grid and every application."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cpia.norme.rules.motivi import Violazione
from selezioni_pon.enums import FasciaContesa
from selezioni_pon.rules.griglia.coerenza import contraddizioni
from selezioni_pon.rules.griglia.controllo import controlla
from selezioni_pon.rules.griglia.estremi import massimo
from selezioni_pon.rules.griglia.punteggio import valuta
from selezioni_pon.rules.griglia.spiegazione import perche
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da
from tests.selezioni_pon.scena_motore import domande, griglie, titoli

CONTESE = st.sampled_from(list(FasciaContesa))
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda dentro: (
        st.lists(dentro, max_size=2)
        | st.dictionaries(
            st.sampled_from(
                [
                    "voto",
                    "su",
                    "lode",
                    "quanti",
                    "pertinente",
                    "pertinenti",
                    "annuali",
                    "grado",
                    "punti",
                ]
            ),
            dentro,
            max_size=3,
        )
    ),
    max_leaves=5,
)


@given(st.data(), griglie(), CONTESE)
def test_niente_supera_il_suo_massimo(data, griglia, contesa):
    punteggio = valuta(griglia, data.draw(domande(griglia)), contesa)
    for punti in punteggio.voci:
        assert Fraction(0) <= punti.punti <= punti.lordi
        assert punti.tagliato == (punti.punti < punti.lordi and not punti.esclusa_da)
        assert punti.tetto is None or punti.punti <= punti.tetto
        assert all(punti.tetto is None or altri <= punti.tetto for altri in punti.altri_punti)
    for sezione in punteggio.sezioni:
        delle_voci = [p.punti for p in punteggio.voci if p.voce in sezione.sezione.voci]
        assert sezione.lordi == sum(delle_voci)
        assert sezione.tetto is None or sezione.punti <= sezione.tetto
        assert sezione.tagliato == (sezione.punti < sezione.lordi)
    assert punteggio.totale == sum(sezione.punti for sezione in punteggio.sezioni)
    fine = massimo(griglia)
    assert fine is None or punteggio.totale <= fine


@given(st.data(), griglie(legate=False), CONTESE)
def test_un_titolo_in_piu_non_toglie_punti(data, griglia, contesa):
    domanda = data.draw(domande(griglia))
    in_piu = data.draw(titoli(data.draw(st.sampled_from(list(griglia.voci)))))
    prima, dopo = valuta(griglia, domanda, contesa), valuta(griglia, [*domanda, in_piu], contesa)
    assert dopo.totale >= prima.totale
    coppie = zip(prima.voci, dopo.voci, strict=True)
    assert all(poi.punti >= una.punti for una, poi in coppie)


@given(st.data(), griglie())
def test_l_ordine_dei_titoli_non_conta(data, griglia):
    domanda = data.draw(domande(griglia))
    mescolata = data.draw(st.permutations(domanda))
    assert valuta(griglia, domanda) == valuta(griglia, mescolata) == valuta(griglia, domanda)


@given(st.data(), griglie(legate=False))
def test_la_lettura_favorevole_non_da_mai_di_meno(data, griglia):
    domanda = data.draw(domande(griglia))
    piu, meno = (valuta(griglia, domanda, contesa) for contesa in FasciaContesa)
    assert piu.totale >= meno.totale


@given(st.data(), griglie())
def test_ogni_titolo_ha_il_suo_perche(data, griglia):
    punteggio = valuta(griglia, data.draw(domande(griglia)))
    motivi = perche(griglia, punteggio)
    assert motivi[-1].regola == "totale"
    assert all(griglia.fonte in motivo.fonte for motivo in motivi)
    assert all(voce.motivi for voce in punteggio.voci if voce.lordi or voce.esclusa_da)


@given(st.data(), griglie())
def test_senza_contraddizioni_si_esclude_solo_per_assorbimento(data, griglia):
    domanda = data.draw(domande(griglia))
    if not contraddizioni(griglia, domanda):
        escluse = [p for p in valuta(griglia, domanda).voci if p.esclusa_da]
        assert all(punti.esclusa_da in punti.voce.assorbita_da for punti in escluse)


@given(griglie())
def test_il_controllo_guarda_qualsiasi_griglia(griglia):
    assert controlla(griglia) == controlla(griglia)
    assert all(rilievo.testo.endswith(".") for rilievo in controlla(griglia))


@given(st.data(), griglie(legate=False), JSON)
def test_qualsiasi_valore_e_un_titolo_o_ha_i_suoi_guasti(data, griglia, valore):
    voce = data.draw(st.sampled_from(list(griglia.voci)))
    letto = titolo_da(voce, valore)
    if isinstance(letto, Titolo):
        assert valuta(griglia, [letto]).totale >= 0
    else:
        assert letto
        assert all(isinstance(v, Violazione) and v.testo.endswith(".") for v in letto)
