"""The acts on the grids: what they write, what they refuse, what stays as it was."""

import pytest

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.griglie import dati_interi, griglia, slug_disponibili
from selezioni_pon.models import Griglia
from selezioni_pon.queries.griglie import (
    da_scegliere,
    di_partenza,
    elenco,
    griglia_scritta,
    rilievi,
    sezioni_vuote,
)
from selezioni_pon.queries.visibili import griglie
from selezioni_pon.rules.griglia.controllo import controlla
from selezioni_pon.services.griglie import (
    crea_griglia,
    elimina_griglia,
    ritira_griglia,
    scrivi_griglia,
)
from tests.factories.scuola import ADESSO, IstitutoFactory, contesto
from tests.factories.selezioni import SPEDITA, GrigliaFactory
from tests.selezioni_pon.scena import DELIBERA, Scena, scena

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scena:
    return scena()


def rifiuti(rifiuto) -> list[tuple[str, str]]:
    return [(violazione.codice, violazione.campo) for violazione in rifiuto.value.violazioni]


def scrivi(casa: Scena, riga: Griglia, cambia) -> Griglia:
    riga.refresh_from_db()
    return casa.atto(scrivi_griglia, griglia_id=riga.pk, versione=riga.versione, cambia=cambia)


def con(**altro):
    """The data with some keys of the whole grid changed."""
    return lambda dati: dati | altro


# The data of those shipped


@pytest.mark.parametrize("slug", slug_disponibili())
def test_the_whole_data_of_a_shipped_grid_make_the_same_grid(slug):
    dati = dati_interi(slug)
    riga = Griglia(origine=slug, dati=dati)
    assert griglia_scritta(riga) == griglia(slug)
    assert rilievi(riga) == controlla(griglia(slug))


# Begun


def test_a_copy_of_a_shipped_grid_has_every_item_and_its_own_title(casa):
    riga = casa.griglia()
    scritta = griglia_scritta(riga)
    assert (riga.titolo, riga.fonte, riga.origine) == ("Tutor interno", DELIBERA, SPEDITA)
    assert (scritta.titolo, scritta.fonte) == ("Tutor interno", DELIBERA)
    assert scritta.sezioni == griglia(SPEDITA).sezioni
    assert scritta.profilo == "tutor-interno"
    assert Operazione.objects.filter(azione="prepara griglia di valutazione").count() == 1


def test_a_copy_of_one_of_the_school(casa):
    prima = scrivi(casa, casa.griglia(), con(avvertenze=["nostra"]))
    copia = casa.griglia(f"id:{prima.pk}", "Tutor, bis")
    assert copia.dati == prima.dati | {"titolo": "Tutor, bis"}
    assert copia.origine == SPEDITA
    assert copia.pk != prima.pk


def test_a_grid_from_nothing_is_empty_and_can_be_read(casa):
    riga = casa.griglia("", "Nuova")
    assert list(griglia_scritta(riga).sezioni) == []
    assert rilievi(riga) == ()


def test_a_second_click_makes_no_other_grid(casa):
    assert casa.griglia().pk == casa.griglia().pk
    assert Griglia.objects.count() == 1


def test_a_title_is_of_one_open_grid(casa):
    casa.griglia()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.griglia("", "Tutor interno")
    assert rifiuti(rifiuto) == [("titolo_preso", "titolo")]


@pytest.mark.parametrize("da", ["ic-pinocchio-2018/ignota", "id:99999999", "id:x", "7"])
def test_a_grid_begins_from_one_that_is_there(casa, da):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.griglia(da)
    assert rifiuti(rifiuto) == [("fonte_ignota", "da")]


def test_a_grid_does_not_begin_from_one_of_another_school(casa, proprietario):
    with proprietario():
        sua = GrigliaFactory(istituto=IstitutoFactory())
    with pytest.raises(AttoRifiutato):
        casa.griglia(f"id:{sua.pk}", "Copiata")


def test_what_a_grid_may_start_from(casa):
    riga = casa.griglia()
    partenze = di_partenza(contesto(casa.segretaria))
    assert partenze[0] == (f"id:{riga.pk}", "Tutor interno")
    slug = [valore for valore, _ in partenze[1:]]
    assert slug == [s for s in slug_disponibili() if s.startswith("ic-pinocchio-2018/")]


# Written


def test_a_change_is_kept_with_who_and_when(casa):
    riga = casa.griglia()
    scritta = casa.atto(
        scrivi_griglia, casa.dirigente, griglia_id=riga.pk, versione=1,
        cambia=con(titolo="Tutor", fonte="delibera n. 13"),
    )  # fmt: skip
    riga.refresh_from_db()
    assert (riga.titolo, riga.fonte, riga.versione) == ("Tutor", "delibera n. 13", 2)
    assert (riga.modificata_da, riga.modificata_il) == (casa.dirigente, ADESSO)
    assert scritta.dati == riga.dati


def test_a_grid_that_changed_meanwhile_is_shown(casa):
    riga = casa.griglia()
    scrivi(casa, riga, con(avvertenze=["prima"]))
    with pytest.raises(Conflitto) as conflitto:
        casa.atto(scrivi_griglia, griglia_id=riga.pk, versione=1, cambia=con(avvertenze=["dopo"]))
    assert conflitto.value.attuale.dati["avvertenze"] == ["prima"]
    riga.refresh_from_db()
    assert riga.dati["avvertenze"] == ["prima"]


def test_a_section_may_wait_for_its_items(casa):
    riga = casa.griglia()

    def cambia(dati):
        dati["sezioni"].append({"sigla": "Z", "titolo": "Altro", "tetto": "5", "voci": []})
        return dati

    riga = scrivi(casa, riga, cambia)
    assert sezioni_vuote(riga) == ["Z"]
    assert griglia_scritta(riga).sezioni[-1].voci == ()
    assert rilievi(riga) == controlla(griglia(SPEDITA))


@pytest.mark.parametrize(
    ("voce", "campo"),
    [
        ({"punti": "molti"}, "punti"),
        ({"punti": None}, "punti"),
        ({"tetto": 5}, "tetto"),
        ({"numero": ""}, "numero"),
        ({"tipo": "altro"}, "tipo"),
    ],
    ids=lambda valore: valore if isinstance(valore, str) else next(iter(valore)),
)
def test_data_that_make_no_grid_are_refused_at_their_field(casa, voce, campo):
    riga = casa.griglia("", "Nuova")
    intera = {"numero": "1", "testo": "Laurea", "tipo": "si_no", "punti": "5"} | voce
    sezione = {"sigla": "A", "titolo": "Titoli", "voci": [intera]}
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi(casa, riga, con(sezioni=[sezione]))
    assert rifiuti(rifiuto) == [("griglia_non_valida", campo)]
    [violazione] = rifiuto.value.violazioni
    assert not violazione.testo.startswith("griglia")
    riga.refresh_from_db()
    assert (riga.dati["sezioni"], riga.versione) == ([], 1)


def test_two_grids_do_not_take_the_same_title(casa):
    casa.griglia("", "Esperto")
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi(casa, casa.griglia(), con(titolo="Esperto"))
    assert rifiuti(rifiuto) == [("titolo_preso", "titolo")]


def test_a_closed_grid_is_copied_and_not_written(casa):
    riga = casa.griglia()
    casa.pubblica(casa.pronta())
    riga.refresh_from_db()
    assert riga.chiusa_il == ADESSO
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi(casa, riga, con(avvertenze=["altro"]))
    assert rifiuti(rifiuto) == [("griglia_chiusa", "")]
    assert casa.griglia(f"id:{riga.pk}").pk != riga.pk


# Withdrawn, thrown away


def test_a_withdrawn_grid_cannot_be_chosen_nor_written(casa):
    riga, altra = casa.griglia(), casa.griglia("", "Esperto")
    casa.atto(ritira_griglia, griglia_id=riga.pk, versione=1)
    ufficio = contesto(casa.segretaria)
    assert list(da_scegliere(ufficio)) == [altra]
    assert set(da_scegliere(ufficio, riga.pk)) == {riga, altra}
    assert elenco(griglie(ufficio)) == [altra, riga]
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi(casa, riga, con(avvertenze=[]))
    assert rifiuti(rifiuto) == [("griglia_ritirata", "")]
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(ritira_griglia, griglia_id=riga.pk, versione=2)
    assert rifiuti(rifiuto) == [("gia_ritirata", "")]


def test_the_title_of_a_withdrawn_grid_is_free(casa):
    riga = casa.griglia()
    casa.atto(ritira_griglia, griglia_id=riga.pk, versione=1)
    assert casa.griglia().pk != riga.pk


def test_a_grid_that_nobody_uses_is_thrown_away(casa):
    riga = casa.griglia()
    casa.atto(elimina_griglia, griglia_id=riga.pk)
    assert not Griglia.objects.exists()
    assert Operazione.objects.filter(azione="elimina griglia di valutazione").count() == 1


def test_a_grid_in_a_draft_is_not_thrown_away(casa):
    avviso = casa.pronta()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(elimina_griglia, griglia_id=avviso.griglia_id)
    assert rifiuti(rifiuto) == [("griglia_usata", "")]


def test_the_list_says_how_many_calls_each_has(casa):
    casa.pronta()
    casa.griglia("", "Esperto")
    trovate = elenco(griglie(contesto(casa.segretaria)))
    assert [(riga.titolo, riga.quanti_avvisi) for riga in trovate] == [
        ("Esperto", 0), ("Tutor interno", 1),
    ]  # fmt: skip


def test_a_grid_is_begun_by_its_own_school(casa):
    riga = casa.atto(crea_griglia, casa.dirigente, titolo="Nostra", fonte=DELIBERA)
    assert riga.istituto == casa.istituto
