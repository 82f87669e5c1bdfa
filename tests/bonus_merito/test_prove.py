"""Evidence: how much of it, which acts, what stays on disk, what is judged already."""

import os
from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import transaction

from bonus_merito.models import Prova, Valutazione
from bonus_merito.queries.atti_citabili import cerca_atti, citabile
from bonus_merito.rules.richiesta import BYTE_MASSIMI, MEGABYTE
from bonus_merito.rules.valutazione import Giudizio
from bonus_merito.services.procedure import procede_d_ufficio
from bonus_merito.services.richieste import (
    DatiProva,
    aggiungi_prova,
    salva_attivita,
    togli_attivita,
    togli_prova,
)
from bonus_merito.services.valutazioni import giudica_attivita
from cpia.atti.tasks import spazza_orfani
from cpia.norme.errori import AttoRifiutato
from tests.accessi.righe_patto import documento
from tests.bonus_merito.scena_richieste import (
    CAMPI,
    DOPO,
    FILE,
    Scena,
    altro_file,
    pubblica,
    scena,
)
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def codici(servizio, casa, chi, adesso=ADESSO, **altro) -> list[str]:
    with pytest.raises(AttoRifiutato) as rifiuto, transaction.atomic():
        casa.fa(servizio, chi, adesso, **altro)
    return [violazione.codice for violazione in rifiuto.value.violazioni]


# How much


def test_the_files_of_a_request_have_a_limit(casa):
    richiesta = casa.comincia()
    prima, seconda = casa.dichiara(richiesta), casa.dichiara(richiesta)
    casa.fa(aggiungi_prova, casa.docente, attivita_id=prima.pk, dati=DatiProva(file=FILE))
    Prova.objects.update(byte=BYTE_MASSIMI - MEGABYTE)
    pesante = DatiProva(file=replace(altro_file(1), byte=MEGABYTE + 1))
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.fa(aggiungi_prova, casa.docente, attivita_id=seconda.pk, dati=pesante)
    [violazione] = rifiuto.value.violazioni
    assert (violazione.codice, violazione.campo) == ("troppi_byte", "file")
    assert "arrivano in tutto a 100 MB, e qui ne occupano già 99" in violazione.testo
    giusta = DatiProva(file=replace(altro_file(1), byte=MEGABYTE))
    assert casa.fa(aggiungi_prova, casa.docente, attivita_id=seconda.pk, dati=giusta).pk


# Which acts


def test_only_what_is_on_the_albo_or_one_reads_is_cited(casa):
    di_altri = documento(casa.istituto, "circolare")
    di_altri.riservato, di_altri.titolo = False, "Richiamo al personale ATA"
    di_altri.save(update_fields=["riservato", "titolo"])
    chi = casa.chi(casa.docente)
    assert citabile(chi, di_altri.pk) is None
    assert cerca_atti(chi, "richiamo") == []
    assert cerca_atti(chi, di_altri.codice_verifica) == []
    atto = pubblica(di_altri, casa.dirigente)
    assert cerca_atti(chi, "richiamo") == [di_altri] == cerca_atti(chi, di_altri.codice_verifica)
    assert citabile(chi, di_altri.pk) == di_altri
    poi = casa.chi(casa.docente, ADESSO + timedelta(days=90))
    assert cerca_atti(poi, "richiamo") == [di_altri]
    type(atto).objects.filter(pk=atto.pk).update(annullata_il=ADESSO, motivo_annullamento="x")
    assert cerca_atti(chi, "richiamo") == []


# On disk


def test_what_no_row_names_is_swept_after_a_day(casa, settings, monkeypatch):
    attivita = casa.dichiara(casa.comincia())
    dati = DatiProva(file=FILE)
    with transaction.atomic():
        casa.fa(aggiungi_prova, casa.docente, attivita_id=attivita.pk, dati=dati)
        transaction.set_rollback(True)
    resta = casa.fa(aggiungi_prova, casa.docente, attivita_id=attivita.pk, dati=dati)
    deposito, cartella = resta.file.storage, f"bonus/{casa.istituto.pk}"
    assert len(deposito.listdir(cartella)[1]) == 2
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    spazza_orfani()
    assert len(deposito.listdir(cartella)[1]) == 2
    for nome in deposito.listdir(cartella)[1]:
        ieri = (ADESSO - timedelta(days=2)).timestamp()
        os.utime(deposito.path(f"{cartella}/{nome}"), (ieri, ieri))
    altrui = deposito.save("bonus/999999/altrui.pdf", ContentFile(b"x"))
    spazza_orfani()
    assert deposito.listdir(cartella)[1] == [resta.file.name.rpartition("/")[2]]
    assert deposito.exists(altrui)


# Of office


@pytest.fixture
def d_ufficio(casa):
    """An activity that the dirigente declares of office."""
    casa.fa(
        procede_d_ufficio, casa.dirigente, DOPO, procedura_id=casa.procedura.pk, motivo="Nessuno."
    )
    richiesta = casa.procedura.richieste.get(persona=casa.docente, stato="d_ufficio")
    campi = {"criterio": next(iter(casa.criteri.values())), **CAMPI}
    return casa.fa(salva_attivita, casa.dirigente, DOPO, richiesta_id=richiesta.pk, campi=campi)


def atti(casa, attivita) -> list[tuple]:
    """Everything that would rewrite it."""
    prova = casa.fa(
        aggiungi_prova, casa.dirigente, DOPO, attivita_id=attivita.pk, dati=DatiProva(file=FILE)
    )
    qui = {"attivita_id": attivita.pk}
    return [
        (salva_attivita, {**qui, "richiesta_id": attivita.richiesta_id, "campi": {"testo": "x"}}),
        (togli_attivita, qui),
        (aggiungi_prova, {**qui, "dati": DatiProva(file=altro_file(1))}),
        (togli_prova, {"prova_id": prova.pk}),
    ]


def test_what_is_judged_is_not_rewritten(casa, d_ufficio):
    tutti = atti(casa, d_ufficio)
    casa.fa(
        giudica_attivita, casa.dirigente, DOPO, attivita_id=d_ufficio.pk,
        giudizio=Giudizio(confermata=False, motivo="Non risulta."),
    )  # fmt: skip
    for servizio, dati in tutti:
        assert codici(servizio, casa, casa.dirigente, DOPO, **dati) == ["giudicata"]


def test_who_is_assessed_gets_no_other_activity(casa, d_ufficio):
    richiesta = d_ufficio.richiesta
    Valutazione.objects.create(
        istituto=casa.istituto, richiesta=richiesta, completa_il=DOPO, valutata_da=casa.dirigente
    )
    campi = {"criterio": d_ufficio.criterio, **CAMPI}
    dati = {"richiesta_id": richiesta.pk, "campi": campi}
    assert codici(salva_attivita, casa, casa.dirigente, DOPO, **dati) == ["completa"]
