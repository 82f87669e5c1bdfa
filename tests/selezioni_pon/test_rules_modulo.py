"""The form of a grid: what each item asks, and what was typed read back as its title."""

from fractions import Fraction

import pytest

from selezioni_pon.enums import ChiPropone, TipoVoce
from selezioni_pon.griglie import griglia, slug_disponibili
from selezioni_pon.rules.griglia.modello import Fascia, Grado, Griglia, Scala, Sezione, Voce
from selezioni_pon.rules.griglia.modulo import Genere, campo_di, domanda, modulo, valore
from selezioni_pon.rules.griglia.titoli import Titolo
from selezioni_pon.rules.griglia.valori import titolo_da

SU_110 = Scala(110, 66, (Fascia(None, None, False, Fraction(5)),))
SU_60 = Scala(60, 36, (Fascia(None, None, False, Fraction(3)),))
CON_LODE = Scala(110, 66, (Fascia(Fraction(110), None, True, Fraction(9)),))
GRADI = (Grado("semestrali", Fraction(1)), Grado("annuali", Fraction(2), "corso di un anno"))


def chiesta(tipo, **altro):
    return domanda(Voce("3", "Titolo", tipo, **altro), "v3")


def letto(di, **scritti):
    """The title of what was typed, by the end of the name of its field."""
    detto = valore(di, {f"v3-{nome}": testo for nome, testo in scritti.items()})
    return titolo_da(di.voce, detto)


@pytest.mark.parametrize(
    ("di", "chiavi"),
    [
        (chiesta(TipoVoce.SI_NO, punti=Fraction(2)), ["posseduto"]),
        (
            chiesta(TipoVoce.SI_NO, punti=Fraction(2), pertinente=Fraction(1)),
            ["posseduto", "pertinente"],
        ),
        (chiesta(TipoVoce.VOTO, scale=(SU_110,)), ["voto"]),
        (chiesta(TipoVoce.VOTO, scale=(SU_60, CON_LODE)), ["voto", "su", "lode"]),
        (chiesta(TipoVoce.UNITA, punti=Fraction(2)), ["quanti"]),
        (
            chiesta(TipoVoce.UNITA, punti=Fraction(2), pertinente=Fraction(1)),
            ["quanti", "pertinenti"],
        ),
        (chiesta(TipoVoce.DURATE, gradi=GRADI), ["semestrali", "annuali"]),
        (chiesta(TipoVoce.DURATE, gradi=GRADI, massimo_unita=1), ["durata"]),
        (chiesta(TipoVoce.SCELTA, gradi=GRADI), ["grado"]),
        (chiesta(TipoVoce.RUBRICA, gradi=GRADI), ["grado"]),
        (chiesta(TipoVoce.DISCREZIONALE, punti=Fraction(10)), ["punti"]),
    ],
)
def test_each_kind_asks_its_own_fields(di, chiavi):
    assert [campo.chiave for campo in di.campi] == chiavi
    assert len({campo.nome for campo in di.campi}) == len(chiavi)


@pytest.mark.parametrize(
    ("di", "scritti", "titolo"),
    [
        (chiesta(TipoVoce.SI_NO, punti=Fraction(2)), {"posseduto": "si"}, Titolo("3")),
        (
            chiesta(TipoVoce.VOTO, scale=(SU_60, CON_LODE)),
            {"voto": "110", "su": "110", "lode": "si"},
            Titolo("3", voto=Fraction(110), su=110, lode=True),
        ),
        (
            chiesta(TipoVoce.VOTO, scale=(SU_60, CON_LODE)),
            {"voto": "50", "su": "60"},
            Titolo("3", voto=Fraction(50), su=60),
        ),
        (
            chiesta(TipoVoce.UNITA, punti=Fraction(2), pertinente=Fraction(1)),
            {"quanti": " 3 ", "pertinenti": "2"},
            Titolo("3", Fraction(3), pertinenti=2),
        ),
        (
            chiesta(TipoVoce.DURATE, gradi=GRADI),
            {"1": "2", "2": "1"},
            Titolo("3", Fraction(3), per_grado={"semestrali": 2, "annuali": 1}),
        ),
        (
            chiesta(TipoVoce.DURATE, gradi=GRADI, massimo_unita=1),
            {"durata": "annuali"},
            Titolo("3", Fraction(1), per_grado={"annuali": 1}),
        ),
        (chiesta(TipoVoce.SCELTA, gradi=GRADI), {"grado": "annuali"}, Titolo("3", grado="annuali")),
        (
            chiesta(TipoVoce.DISCREZIONALE, punti=Fraction(10)),
            {"punti": "4,5"},
            Titolo("3", Fraction("4.5")),
        ),
    ],
)
def test_what_was_typed_is_the_title(di, scritti, titolo):
    assert letto(di, **scritti) == titolo


@pytest.mark.parametrize(
    ("di", "scritti", "campo", "parole"),
    [
        (chiesta(TipoVoce.UNITA, punti=Fraction(2)), {"quanti": "due"}, "v3-quanti", "«due»"),
        (chiesta(TipoVoce.UNITA, punti=Fraction(2)), {"quanti": "1234567"}, "v3-quanti", "intero"),
        (chiesta(TipoVoce.VOTO, scale=(SU_110,)), {"voto": "60"}, "v3-voto", "da 66 a 110"),
        (chiesta(TipoVoce.VOTO, scale=(CON_LODE,)), {"lode": "si"}, "v3-voto", "manca"),
        (chiesta(TipoVoce.SCELTA, gradi=GRADI), {"grado": "altro"}, "v3-grado", "non c’è"),
        (
            chiesta(TipoVoce.DURATE, gradi=GRADI, massimo_unita=1),
            {"durata": "altra"},
            "v3-durata",
            "altra",
        ),
        (chiesta(TipoVoce.DISCREZIONALE, punti=Fraction(10)), {"punti": "11"}, "v3-punti", "10"),
    ],
)
def test_a_fault_is_said_at_its_field(di, scritti, campo, parole):
    guasti = letto(di, **scritti)
    assert campo in {campo_di(di, guasto.campo) for guasto in guasti}
    assert parole in " ".join(guasto.testo for guasto in guasti)


def test_nothing_typed_is_no_title():
    di = chiesta(TipoVoce.UNITA, punti=Fraction(2))
    assert valore(di, {}) is None
    assert valore(di, {"v3-quanti": "  ", "v4-quanti": "3"}) is None


def test_the_usual_scale_is_said():
    voto = chiesta(TipoVoce.VOTO, scale=(SU_60, SU_110))
    assert voto.campi[1].scelte == (("110", "110"), ("60", "60"))
    assert voto.campi[1].aiuto == "Se non si sceglie, 110."


def test_what_an_item_gives_is_one_sentence():
    unita = chiesta(
        TipoVoce.UNITA, punti=Fraction(5, 2), tetto=Fraction(10), minimo_per_contare="20 ore"
    )
    assert unita.quanto_da == "2,5 punti per ciascuno. Al più 10 punti. Almeno 20 ore."
    si_no = chiesta(TipoVoce.SI_NO, punti=Fraction(5), tetto=Fraction(5))
    assert si_no.quanto_da == "5 punti."
    della_commissione = chiesta(
        TipoVoce.DISCREZIONALE, punti=Fraction(10), chi=ChiPropone.COMMISSIONE
    )
    assert della_commissione.quanto_da == "Da 0 a 10 punti. Punti dati dalla commissione."


@pytest.mark.parametrize("slug", slug_disponibili())
def test_every_item_shipped_has_fields_of_its_own(slug):
    letta = griglia(slug)
    domande = [una for parte in modulo(letta) for una in parte.domande]
    assert [una.voce for una in domande] == list(letta.voci)
    nomi = [campo.nome for una in domande for campo in una.campi]
    assert len(set(nomi)) == len(nomi)


@pytest.mark.parametrize("slug", slug_disponibili())
def test_something_typed_in_every_field_of_a_shipped_grid_can_be_read(slug):
    for parte in modulo(griglia(slug)):
        for una in parte.domande:
            scritti = {campo.nome: esempio(una, campo) for campo in una.campi}
            letta = titolo_da(una.voce, valore(una, scritti))
            assert isinstance(letta, Titolo), letta


def esempio(una, campo):
    """The full mark, one title, the last choice."""
    if campo.genere is Genere.SI_NO:
        return "si"
    if campo.chiave == "voto":
        return str(una.voce.scala(None).su)
    if campo.genere is Genere.SCELTA_DI_NUMERO:
        return campo.scelte[0][0]
    return campo.scelte[-1][0] if campo.scelte else "1"


def test_names_stand_whatever_the_number_of_an_item_holds():
    voci = (
        Voce("b.1 (bis)", "Certificato", TipoVoce.SI_NO, punti=Fraction(1)),
        Voce("«2»", "Altro", TipoVoce.SI_NO, punti=Fraction(1)),
    )
    quale = Griglia("prova", "Prova", "atto", "", (Sezione("A", "Titoli", "", None, voci),))
    nomi = [campo.nome for una in modulo(quale)[0].domande for campo in una.campi]
    assert nomi == ["v1-posseduto", "v2-posseduto"]
