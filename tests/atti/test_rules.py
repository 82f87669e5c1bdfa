import json
import random
import secrets
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cpia.atti import rules

RE_CODICE = rf"([{rules.ALFABETO}]{{4}}-){{2}}[{rules.ALFABETO}]{{4}}"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda foglie: (
        st.lists(foglie, max_size=3) | st.dictionaries(st.text(max_size=4), foglie, max_size=3)
    ),
    max_leaves=8,
)
CAMPI = st.dictionaries(st.sampled_from(["azione", "oggetto", "impronta"]), st.integers())


def test_alfabeto_senza_segni_che_si_confondono():
    assert not set("OI01") & set(rules.ALFABETO)
    assert len(rules.ALFABETO) ** rules.LUNGHEZZA_CODICE >= 2**58


@given(st.randoms(use_true_random=False))
def test_codice_generato_ha_la_forma_stampata(casuale):
    codice = rules.genera_codice(casuale)
    assert len(codice) == 14
    assert [len(gruppo) for gruppo in codice.split("-")] == [4, 4, 4]
    assert rules.normalizza_codice(codice) == codice


def test_codici_dal_generatore_del_sistema_tutti_diversi():
    sistema = secrets.SystemRandom()
    codici = {rules.genera_codice(sistema) for _ in range(2000)}
    assert len(codici) == 2000
    usati = set("".join(codici)) - {"-"}
    assert usati == set(rules.ALFABETO)


def test_stessa_sorte_stesso_codice():
    assert rules.genera_codice(random.Random(7)) == rules.genera_codice(random.Random(7))


@given(
    st.from_regex(RE_CODICE, fullmatch=True), st.sampled_from(["", " ", "-", "–", "\u00a0", "."])
)
def test_come_lo_digita_una_persona(codice, separatore):
    digitato = f"  {codice.lower().replace('-', separatore)}\n"
    assert rules.normalizza_codice(digitato) == codice


@pytest.mark.parametrize(
    "digitato",
    ["", "7KQF", "7KQF-M3TX-9RL", "7KQF-M3TX-9RLWA", "7KQF-M3TX-9RL0", "7KQO-M3TX-9RLW",
     "7KQF-M3TX-9RL;", "<KQF-M3TX-9RLW", "ßKQF-M3TX-9RL", "7KQF-M3TX-9RLÙ"],
)  # fmt: skip
def test_cio_che_non_puo_essere_un_codice(digitato):
    assert rules.normalizza_codice(digitato) is None


def test_lettere_larghe_di_una_tastiera_asiatica():
    assert rules.normalizza_codice("７ＫＱＦ－Ｍ３ＴＸ－９ＲＬＷ") == "7KQF-M3TX-9RLW"


@given(st.text(max_size=30))
def test_normalizzare_non_inventa_mai(digitato):
    codice = rules.normalizza_codice(digitato)
    assert codice is None or rules.normalizza_codice(codice) == codice


@pytest.mark.parametrize(
    ("giorno", "estesa", "articolo", "preposizione"),
    [
        (date(2026, 6, 12), "12 giugno 2026", "il 12 giugno 2026", "del 12 giugno 2026"),
        (date(2024, 3, 1), "1º marzo 2024", "il 1º marzo 2024", "del 1º marzo 2024"),
        (date(2024, 6, 8), "8 giugno 2024", "l'8 giugno 2024", "dell'8 giugno 2024"),
        (date(2023, 11, 11), "11 novembre 2023", "l'11 novembre 2023", "dell'11 novembre 2023"),
        (date(2024, 8, 18), "18 agosto 2024", "il 18 agosto 2024", "del 18 agosto 2024"),
    ],
)
def test_date_italiane(giorno, estesa, articolo, preposizione):
    assert rules.data_estesa(giorno) == estesa
    assert rules.il_giorno(giorno) == articolo
    assert rules.del_giorno(giorno) == preposizione


def test_etichette_dei_numeri():
    giorno = date(2026, 6, 12)
    assert rules.etichetta_protocollo(4688, giorno) == "prot. n. 4688 del 12 giugno 2026"
    assert rules.etichetta_numero(214, date(2026, 4, 11)) == "n. 214 dell'11 aprile 2026"


@pytest.mark.parametrize("numero", [0, -1])
def test_nessun_registro_da_un_numero_cosi(numero):
    with pytest.raises(ValueError, match="numero non valido"):
        rules.etichetta_protocollo(numero, date(2026, 6, 12))


@given(st.dictionaries(st.text(max_size=4), JSON, max_size=4))
def test_impronta_non_dipende_dall_ordine_ne_dal_viaggio_in_json(payload):
    rovesciato = dict(reversed(payload.items()))
    riletto = json.loads(json.dumps(payload))
    assert rules.impronta_dati(payload) == rules.impronta_dati(rovesciato)
    assert rules.impronta_dati(payload) == rules.impronta_dati(riletto)


@given(JSON, JSON)
def test_payload_diversi_impronte_diverse(primo, secondo):
    uguali = rules.json_canonico(primo) == rules.json_canonico(secondo)
    assert (rules.impronta_dati(primo) == rules.impronta_dati(secondo)) == uguali


def test_impronta_nota():
    assert rules.json_canonico({"b": [1, None], "a": "è"}) == '{"a":"è","b":[1,null]}'
    assert rules.impronta_dati({}) == (
        "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    )


@pytest.mark.parametrize("valore", [1.5, date(2026, 1, 1), {1, 2}, {1: "a"}, [b"x"]])
def test_cio_che_non_ha_una_sola_scrittura(valore):
    with pytest.raises(TypeError):
        rules.impronta_dati(valore)


def catena(campi_delle_righe):
    precedente, righe = rules.INIZIO_CATENA, []
    for numero, campi in enumerate(campi_delle_righe):
        dati = {"nota": numero}
        impronta = rules.impronta_dati(dati)
        tutti = {**campi, "impronta_dati": impronta}
        precedente = rules.anello(precedente, tutti)
        righe.append(rules.RigaCatena(tutti, precedente, dati, impronta))
    return righe


def test_catena_vuota_e_catena_integra():
    assert rules.verifica_catena([]) is None
    assert rules.verifica_catena(catena([{"n": n} for n in range(50)])) is None


@given(st.lists(CAMPI, min_size=1, max_size=8), st.data())
def test_un_campo_cambiato_si_vede_nella_sua_riga(campi, data):
    righe = catena(campi)
    quale = data.draw(st.integers(0, len(righe) - 1))
    vecchia = righe[quale]
    righe[quale] = rules.RigaCatena(
        {**vecchia.campi, "falso": 1}, vecchia.anello, vecchia.dati, vecchia.impronta
    )
    assert rules.verifica_catena(righe).posizione == quale


@given(st.lists(CAMPI, min_size=2, max_size=8), st.data())
def test_una_riga_tolta_dal_mezzo_si_vede(campi, data):
    righe = catena(campi)
    quale = data.draw(st.integers(0, len(righe) - 2))
    del righe[quale]
    assert rules.verifica_catena(righe).posizione == quale


def test_due_righe_scambiate_si_vedono():
    righe = catena([{"n": 1}, {"n": 2}, {"n": 3}])
    righe[0], righe[1] = righe[1], righe[0]
    assert rules.verifica_catena(righe).posizione == 0


def test_un_payload_svuotato_non_rompe_uno_cambiato_si():
    righe = catena([{"n": 1}, {"n": 2}])
    campi, anello, impronta = righe[1].campi, righe[1].anello, righe[1].impronta
    righe[1] = rules.RigaCatena(campi, anello, None, impronta)
    assert rules.verifica_catena(righe) is None
    righe[1] = rules.RigaCatena(campi, anello, {"nota": "altra"}, impronta)
    assert rules.verifica_catena(righe) == rules.Rottura(1, "dati diversi dall'impronta registrata")


def test_la_coda_tagliata_si_vede_solo_con_l_ultimo_anello_noto():
    righe = catena([{"n": 1}, {"n": 2}, {"n": 3}])
    ultimo = righe[-1].anello
    assert rules.verifica_catena(righe, ultimo=ultimo) is None
    assert rules.verifica_catena(righe[:2]) is None
    assert rules.verifica_catena(righe[:2], ultimo=ultimo).posizione == 2


def test_ogni_anello_dipende_da_quello_prima():
    anelli = [riga.anello for riga in catena([{"n": 1}] * 5)]
    assert all(prima != dopo for prima, dopo in pairwise(anelli))
    assert len(set(anelli)) == 5
