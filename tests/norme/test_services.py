"""Loading the shipped profiles: once, twice, after changes; with the application's rights."""

from dataclasses import replace
from datetime import date
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError

from cpia.norme.models import Parametro, Regolamento
from cpia.norme.profili import PROFILI, profilo
from cpia.norme.services import carica_profilo
from cpia.scuola.models import Istituto, Sede
from cpia.scuola.tenancy import istituto_corrente

pytestmark = pytest.mark.django_db

ISEO = profilo("iis-antonietti")


def righe():
    """Everything that the loading writes, institute by institute."""
    trovate = {}
    for istituto in Istituto.objects.all():
        with istituto_corrente(istituto.pk):
            trovate[istituto.slug] = [
                list(modello.objects.order_by("id").values())
                for modello in (Sede, Regolamento, Parametro)
            ]
    return trovate, list(Istituto.objects.order_by("id").values())


def con_parametro(scuola, **campi):
    """The profile with its first parameter changed, as a new release might ship it."""
    primo, *altri = scuola.regolamenti
    parametro = replace(primo.parametri[0], **campi)
    nuovo = replace(primo, parametri=(parametro, *primo.parametri[1:]))
    return replace(scuola, regolamenti=(nuovo, *altri))


@pytest.fixture
def istituto():
    carica_profilo(profilo=ISEO)
    riga = Istituto.objects.get(slug="iis-antonietti")
    with istituto_corrente(riga.pk):
        yield riga


def test_the_command_loads_the_five_schools_and_a_second_run_changes_nothing():
    uscita = StringIO()
    call_command("carica_profili", stdout=uscita)
    prima = righe()
    assert list(prima[0]) == [slug for slug in prima[0] if slug in PROFILI]
    assert len(prima[0]) == len(PROFILI)
    assert "iis-antonietti: caricato" in uscita.getvalue()

    uscita = StringIO()
    call_command("carica_profili", stdout=uscita)
    assert righe() == prima
    assert uscita.getvalue().splitlines() == [f"{slug}: nulla da cambiare" for slug in PROFILI]


def test_the_command_takes_names_and_refuses_unknown_ones():
    call_command("carica_profili", "ic-porto-venere", verbosity=0)
    assert [i.slug for i in Istituto.objects.all()] == ["ic-porto-venere"]
    with pytest.raises(CommandError, match="«liceo-x» non esiste"):
        call_command("carica_profili", "cpia-napoli-provincia-2", "liceo-x")
    assert Istituto.objects.count() == 1


@pytest.mark.parametrize("slug", PROFILI)
def test_the_rows_are_those_of_the_file_and_pass_their_own_validation(slug):
    scuola = profilo(slug)
    carica_profilo(profilo=scuola)
    istituto = Istituto.objects.get(slug=slug)
    istituto.full_clean()
    assert istituto.codice_meccanografico == scuola.istituto.codice_meccanografico
    with istituto_corrente(istituto.pk):
        assert Sede.objects.count() == len(scuola.sedi)
        for riga in (*Sede.objects.all(), *Regolamento.objects.all(), *Parametro.objects.all()):
            riga.full_clean()
        caricate = Parametro.objects.values_list("regolamento__chiave_profilo", "chiave", "valore")
        attese = {(r.chiave, p.chiave, p.valore) for r in scuola.regolamenti for p in r.parametri}
        assert set(caricate) == attese


def test_one_school_does_not_see_the_regulations_of_another(istituto):
    carica_profilo(profilo=profilo("ic-porto-venere"))
    assert set(Regolamento.objects.values_list("istituto_id", flat=True)) == {istituto.pk}


def test_the_current_institute_is_restored(istituto):
    prima = Sede.objects.count()
    carica_profilo(profilo=profilo("ic-porto-venere"))
    assert Sede.objects.count() == prima == 3


def test_a_new_value_of_a_shipped_regulation_is_written_and_told(istituto):
    esito = carica_profilo(profilo=con_parametro(ISEO, valore="4"))
    assert esito.aggiornati == [
        "Circolare n. 417: inserimento delle competenze da certificare: "
        "competenze.giorni_prima_scrutinio: valore era «3»"
    ]
    assert Parametro.objects.get(chiave="competenze.giorni_prima_scrutinio").valore == "4"
    assert carica_profilo(profilo=con_parametro(ISEO, valore="4")).invariato


def test_a_parameter_that_left_the_file_leaves_its_regulation(istituto):
    primo, *altri = ISEO.regolamenti
    senza = replace(ISEO, regolamenti=(replace(primo, parametri=()), *altri))
    esito = carica_profilo(profilo=senza)
    assert any("tolto competenze.giorni_prima_scrutinio" in riga for riga in esito.aggiornati)
    assert not Parametro.objects.filter(chiave="competenze.giorni_prima_scrutinio").exists()
    ripreso = carica_profilo(profilo=ISEO)
    assert len(ripreso.creati) == 1
    assert Parametro.objects.filter(chiave="competenze.giorni_prima_scrutinio").exists()


def test_a_regulation_that_left_the_file_stays(istituto):
    senza = replace(ISEO, regolamenti=ISEO.regolamenti[1:])
    assert carica_profilo(profilo=senza).invariato
    assert Regolamento.objects.filter(chiave_profilo="circolare-417-2024").exists()


def test_the_end_of_a_regulation_reaches_its_row(istituto):
    primo, *altri = ISEO.regolamenti
    finito = replace(ISEO, regolamenti=(replace(primo, al=date(2024, 8, 31)), *altri))
    esito = carica_profilo(profilo=finito)
    assert len(esito.aggiornati) == 1
    riga = Regolamento.objects.get(chiave_profilo="circolare-417-2024")
    assert riga.al == date(2024, 8, 31)


def test_a_regulation_that_the_school_made_its_own_is_left_alone(istituto):
    Regolamento.objects.filter(chiave_profilo="circolare-417-2024").update(chiave_profilo="")
    Parametro.objects.filter(chiave="competenze.giorni_prima_scrutinio").update(valore="5")
    esito = carica_profilo(profilo=con_parametro(ISEO, valore="4"))
    assert esito.invariato
    assert len(esito.lasciati) == 1
    assert Parametro.objects.get(chiave="competenze.giorni_prima_scrutinio").valore == "5"


def test_what_the_school_wrote_of_itself_stays_and_what_is_empty_is_filled(istituto):
    Istituto.objects.filter(pk=istituto.pk).update(telefono="030 1", cap="", pec="")
    Sede.objects.filter(nome="IPIA").update(comune="Brescia", codice_meccanografico="")
    esito = carica_profilo(profilo=ISEO)
    assert esito.aggiornati == [
        "istituto IIS Antonietti: cap, pec",
        "sede IPIA: codice_meccanografico",
    ]
    assert esito.lasciati == ["istituto IIS Antonietti: telefono", "sede IPIA: comune"]
    istituto.refresh_from_db()
    assert (istituto.telefono, istituto.cap) == ("030 1", "25049")


def test_a_loading_that_fails_leaves_nothing():
    doppio = replace(ISEO, slug="altro")
    carica_profilo(profilo=ISEO)
    with pytest.raises(IntegrityError, match=r"codice_(fiscale|meccanografico)"):
        carica_profilo(profilo=doppio)
    assert Istituto.objects.count() == 1
