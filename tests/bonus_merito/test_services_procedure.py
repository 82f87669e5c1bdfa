"""A procedure: prepared, opened with the rules of the day, prolonged, closed, annulled."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bonus_merito.enums import Categoria, StatoProcedura, StatoRichiesta
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.regole import parametri_del_giorno, regole_di
from bonus_merito.services.procedure import (
    annulla_procedura,
    apri_procedura,
    chiudi_richieste,
    prepara_procedura,
    procede_d_ufficio,
    proroga_termine,
)
from bonus_merito.services.procedure.avvisi import ancora_dovuto
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from tests.bonus_merito.scena_richieste import DOPO, SCADE, Scena, scena
from tests.factories.bonus import CriteriFactory
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory

pytestmark = pytest.mark.django_db
S = StatoProcedura


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


@pytest.fixture
def chiusa() -> Scena:
    return scena(aperta=False)


def rifiutato(servizio, casa, chi, adesso=ADESSO, **altro) -> list[str]:
    """The codes of the refusal, which changed nothing."""
    prima = list(Procedura.objects.order_by("pk").values())
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.fa(servizio, chi, adesso, **altro)
    assert list(Procedura.objects.order_by("pk").values()) == prima
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def test_one_procedure_a_year_and_category(chiusa):
    comune = {"fondo_id": chiusa.procedura.fondo_id, "criteri_id": chiusa.procedura.criteri_id}
    assert rifiutato(prepara_procedura, chiusa, chiusa.dirigente, **comune) == ["gia_preparata"]
    assert rifiutato(
        prepara_procedura, chiusa, chiusa.dirigente, **comune, categoria=Categoria.ATA
    ) == ["criteri"]


def test_criteria_of_another_year_are_refused(chiusa):
    prossimo = AnnoScolasticoFactory(istituto=chiusa.istituto, inizio=2024)
    criteri = CriteriFactory(istituto=chiusa.istituto, anno_scolastico=prossimo)
    assert rifiutato(
        prepara_procedura, chiusa, chiusa.dirigente, fondo_id=chiusa.procedura.fondo_id,
        criteri_id=criteri.pk,
    ) == ["criteri"]  # fmt: skip


def test_opened_it_keeps_the_rules_of_the_day_and_tells_who_may_ask(chiusa):
    procedura = chiusa.apre()
    procedura.refresh_from_db()
    assert procedura.stato == S.APERTA
    assert procedura.regole["bonus.assenze"]["valore"] == "1/5"
    assert procedura.regole["bonus.assenze"]["fonte"]
    assert regole_di(procedura).massimo.valore.numerator == 13
    avvisi = Promemoria.objects.filter(tipo="bonus_richieste.apertura")
    assert {a.destinatario_id for a in avvisi} == {chiusa.docente.pk, chiusa.collega.pk}
    for avviso in avvisi:
        assert "10.450" not in avviso.oggetto + avviso.testo
        assert avviso.indirizzo.endswith(f"/bonus/procedure/{procedura.pk}/mia/")
        assert ancora_dovuto(avviso, ADESSO)
        assert not ancora_dovuto(avviso, DOPO)
    assert chiusa.azioni(procedura)[-1] == "apre procedura del bonus"


def test_the_term_of_the_opening_is_to_come(chiusa):
    comune = {"procedura_id": chiusa.procedura.pk, "in_servizio": 47}
    assert rifiutato(apri_procedura, chiusa, chiusa.dirigente, scade=ADESSO, **comune) == [
        "passata"
    ]
    assert rifiutato(
        apri_procedura, chiusa, chiusa.dirigente, scade=SCADE,
        procedura_id=chiusa.procedura.pk, in_servizio=0,
    ) == ["in_servizio"]  # fmt: skip
    assert not Promemoria.objects.filter(tipo__startswith="bonus").exists()


def test_rules_that_do_not_hold_together_are_not_opened(chiusa, monkeypatch):
    """The page of a draft still opens: the weight that is missing is told, never an error."""
    valori = parametri_del_giorno(chiusa.istituto.pk, ADESSO.date())
    valori["bonus.pesi_fascia"] = replace(valori["bonus.pesi_fascia"], valore=(1, 2))
    valori["bonus.peso_a"] = replace(valori["bonus.peso_a"], valore=50)
    monkeypatch.setattr("bonus_merito.queries.regole.parametri_del_giorno", lambda *_: dict(valori))
    assert rifiutato(
        apri_procedura, chiusa, chiusa.dirigente, scade=SCADE,
        procedura_id=chiusa.procedura.pk, in_servizio=47,
    ) == ["pesi", "pesi_fascia"]  # fmt: skip
    assert regole_di(chiusa.procedura).riparto.peso(3) == 2


def test_more_time_is_told_again_also_after_the_term(casa):
    pk = casa.procedura.pk
    assert rifiutato(proroga_termine, casa, casa.dirigente, procedura_id=pk, scade=SCADE) == [
        "indietro"
    ]
    dopo = SCADE + timedelta(days=3)
    procedura = casa.fa(proroga_termine, casa.dirigente, DOPO, procedura_id=pk, scade=dopo)
    assert procedura.scade == dopo
    assert Promemoria.objects.filter(tipo="bonus_richieste.proroga").count() == 2


def test_closed_only_after_the_term_and_with_requests(casa):
    pk = casa.procedura.pk
    assert rifiutato(chiudi_richieste, casa, casa.dirigente, procedura_id=pk) == ["non_scaduta"]
    assert rifiutato(chiudi_richieste, casa, casa.dirigente, DOPO, procedura_id=pk) == [
        "nessuna_richiesta"
    ]
    casa.invia()
    procedura = casa.fa(chiudi_richieste, casa.dirigente, DOPO, procedura_id=pk)
    assert procedura.stato == S.IN_VALUTAZIONE
    assert procedura.chiusa_il == DOPO


def test_nobody_asked_and_one_goes_on_of_office(casa):
    pk = casa.procedura.pk
    bozza = casa.comincia()  # a draft, never sent
    assert rifiutato(
        procede_d_ufficio, casa, casa.dirigente, DOPO, procedura_id=pk, motivo=" "
    ) == ["motivo"]
    procedura = casa.fa(
        procede_d_ufficio, casa.dirigente, DOPO, procedura_id=pk, motivo="Nessuna griglia."
    )
    assert procedura.stato == S.IN_VALUTAZIONE
    righe = Richiesta.objects.filter(procedura=procedura)
    d_ufficio = righe.filter(stato=StatoRichiesta.D_UFFICIO.value)
    assert set(d_ufficio.values_list("persona", flat=True)) == {casa.docente.pk, casa.collega.pk}
    # What somebody began stays as it is, beside the row of office, which is empty.
    assert righe.exclude(pk__in=d_ufficio).get() == bozza
    bozza.refresh_from_db()
    assert bozza.stato == StatoRichiesta.BOZZA
    assert not any(riga.gruppo for riga in d_ufficio)


def test_not_of_office_when_somebody_asked(casa):
    casa.invia()
    assert rifiutato(
        procede_d_ufficio, casa, casa.dirigente, DOPO, procedura_id=casa.procedura.pk, motivo="No."
    ) == ["qualcuno_ha_chiesto"]


def test_an_annulled_one_gives_its_place_to_another(casa):
    pk = casa.procedura.pk
    assert rifiutato(annulla_procedura, casa, casa.dirigente, procedura_id=pk, motivo="") == [
        "motivo"
    ]
    casa.fa(annulla_procedura, casa.dirigente, procedura_id=pk, motivo="Criteri sbagliati.")
    nuova = casa.fa(
        prepara_procedura, casa.dirigente, fondo_id=casa.procedura.fondo_id,
        criteri_id=casa.procedura.criteri_id,
    )  # fmt: skip
    assert nuova.stato == S.BOZZA
    assert rifiutato(annulla_procedura, casa, casa.dirigente, procedura_id=pk, motivo="Sì.") == [
        "stato"
    ]
