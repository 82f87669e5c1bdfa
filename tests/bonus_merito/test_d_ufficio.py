"""Nobody asked: what was begun stays private, the dirigente assesses on rows of office."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.http import Http404

from bonus_merito.access import atti, base, quadro, richieste
from bonus_merito.enums import Gruppo, StatoRichiesta
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries import visibili
from bonus_merito.queries.doppi import altrove
from bonus_merito.queries.doveri import cose_da_fare
from bonus_merito.queries.inizio import inizio
from bonus_merito.queries.procedure import pagina_procedura
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.queries.requisiti import controlli
from bonus_merito.queries.richieste import doppie_di
from bonus_merito.services.procedure import annulla_procedura, procede_d_ufficio
from bonus_merito.services.richieste import (
    DatiProva,
    aggiungi_prova,
    gruppo_d_ufficio,
    ritira_richiesta,
    salva_attivita,
)
from cpia.norme.errori import AttoRifiutato
from tests.bonus_merito.scena_richieste import DOPO, FILE, Scena, scena
from tests.bonus_merito.test_views_richieste import dove, entra
from tests.factories.bonus import AttivitaFactory, ProvaFactory, RichiestaFactory

pytestmark = pytest.mark.django_db
S = StatoRichiesta


@pytest.fixture
def casa(settings, tmp_path, monkeypatch) -> Scena:
    """A draft of ``docente`` with its evidence, one of ``collega`` taken back; then of office."""
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: DOPO)
    casa = scena()
    attivita = casa.dichiara(casa.comincia())
    casa.fa(aggiungi_prova, casa.docente, attivita_id=attivita.pk, dati=DatiProva(file=FILE))
    altra = casa.comincia(casa.collega)
    casa.dichiara(altra)
    casa.fa(ritira_richiesta, casa.collega, richiesta_id=altra.pk)
    casa.procedura = casa.fa(
        procede_d_ufficio, casa.dirigente, DOPO, procedura_id=casa.procedura.pk,
        motivo="Nessuna griglia.",
    )  # fmt: skip
    return casa


def righe(casa, persona) -> tuple[Richiesta, Richiesta]:
    """What somebody wrote, and the row of office."""
    sue = Richiesta.objects.filter(persona=persona).select_related("procedura")
    return sue.exclude(stato=S.D_UFFICIO.value).get(), sue.get(stato=S.D_UFFICIO.value)


def test_who_directs_finds_no_draft_and_the_author_keeps_it(casa):
    bozza, d_ufficio = righe(casa, casa.docente)
    dirigente, docente = casa.chi(casa.dirigente, DOPO), casa.chi(casa.docente, DOPO)
    with pytest.raises(Http404):
        base.richiesta(dirigente, bozza.pk)
    attivita = bozza.attivita.get()
    with pytest.raises(Http404):
        richieste.prova_da_leggere(dirigente, attivita.prove.get().pk)
    assert richieste.prova_da_leggere(docente, attivita.prove.get().pk)
    assert richieste.mia(docente, casa.procedura.pk)[1] == bozza
    ritirata, _ = righe(casa, casa.collega)
    sua = ProvaFactory(istituto=casa.istituto, attivita=ritirata.attivita.get())
    with pytest.raises(PermissionDenied):
        richieste.prova_da_leggere(dirigente, sua.pk)
    with pytest.raises(Http404):
        quadro.richiesta(dirigente, ritirata.pk)
    assert not d_ufficio.attivita.exists()
    with pytest.raises(PermissionDenied):
        richieste.da_scrivere(docente, d_ufficio.pk)


def test_the_draft_is_judged_by_nobody(casa):
    lavagna = quadro_di(casa.procedura)
    assert [riga.richiesta.stato for riga in lavagna.righe] == [S.D_UFFICIO] * 2
    assert len(controlli(casa.procedura)) == 2
    doveri = cose_da_fare(casa.istituto.pk, DOPO).doveri
    assert any(d.titolo.startswith("2 persone da valutare") for d in doveri)


def test_each_place_chooses_its_row(casa):
    bozza, d_ufficio = righe(casa, casa.docente)
    docente = casa.chi(casa.docente, DOPO)
    casa.procedura = atti.propria(docente, casa.procedura.pk)
    assert pagina_procedura(docente, casa.procedura).richiesta == d_ufficio
    [anno] = [a for a in inizio(docente, visibili.vesti(docente)) if a.procedure]
    assert [vista.mia for vista in anno.procedure] == [d_ufficio]
    mia = entra(casa.docente).get(dove(casa, "mia", casa.procedura.pk)).text
    assert "procede d’ufficio" in mia
    assert "Laboratorio di lettura" in mia
    assert bozza.attivita.get().titolo == "Laboratorio di lettura"


def test_the_dirigente_does_not_learn_of_a_draft_by_its_evidence(casa):
    _, d_ufficio = righe(casa, casa.docente)
    attivita = casa.fa(
        salva_attivita, casa.dirigente, DOPO, richiesta_id=d_ufficio.pk,
        campi={"criterio": next(iter(casa.criteri.values())), "titolo": "Coordina"},
    )  # fmt: skip
    casa.fa(
        aggiungi_prova, casa.dirigente, DOPO, attivita_id=attivita.pk, dati=DatiProva(file=FILE)
    )
    assert not doppie_di(d_ufficio, [attivita])
    bozza, _ = righe(casa, casa.docente)
    assert not doppie_di(bozza, list(bozza.attivita.all()))


def test_one_row_of_each_kind(casa):
    bozza, d_ufficio = righe(casa, casa.docente)
    for riga in (bozza, d_ufficio):
        with pytest.raises(IntegrityError), transaction.atomic():
            Richiesta.objects.create(
                istituto=casa.istituto, procedura=casa.procedura, persona=casa.docente,
                stato=riga.stato, cominciata_il=DOPO,
            )  # fmt: skip


def test_the_group_of_a_row_of_office_is_said_by_who_directs(casa):
    bozza, d_ufficio = righe(casa, casa.docente)
    browser = entra(casa.dirigente)
    assert "Il gruppo" in browser.get(dove(casa, "valuta", d_ufficio.pk)).text
    indirizzo = dove(casa, "gruppo_d_ufficio", d_ufficio.pk)
    assert browser.post(indirizzo, {"gruppo": "altro\x00"}).status_code == 422
    assert browser.post(indirizzo, {"gruppo": "secondo_periodo"}).status_code == 302
    d_ufficio.refresh_from_db()
    assert d_ufficio.gruppo == Gruppo.SECONDO_PERIODO
    assert casa.azioni(d_ufficio) == ["scrive gruppo d’ufficio del bonus"]
    assert browser.post(dove(casa, "gruppo_d_ufficio", bozza.pk), {}).status_code == 404
    assert entra(casa.ufficio).post(indirizzo, {"gruppo": "primo_periodo"}).status_code == 403
    casa.fa(
        annulla_procedura, casa.dirigente, DOPO, procedura_id=casa.procedura.pk, motivo="Errore."
    )
    with pytest.raises(AttoRifiutato):
        casa.fa(
            gruppo_d_ufficio, casa.dirigente, DOPO, richiesta_id=d_ufficio.pk,
            gruppo=Gruppo.PRIMO_PERIODO,
        )  # fmt: skip


def test_the_group_of_who_asked_is_of_who_asked(casa):
    Richiesta.objects.filter(stato=S.BOZZA.value).update(stato=S.INVIATA.value, inviata_il=DOPO)
    inviata = Richiesta.objects.get(stato=S.INVIATA.value)
    with pytest.raises(AttoRifiutato):
        casa.fa(
            gruppo_d_ufficio, casa.dirigente, DOPO, richiesta_id=inviata.pk,
            gruppo=Gruppo.SECONDO_PERIODO,
        )  # fmt: skip


def test_what_an_annulled_procedure_had_is_no_double(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    casa = scena()
    prima = casa.dichiara(casa.comincia())
    casa.fa(aggiungi_prova, casa.docente, attivita_id=prima.pk, dati=DatiProva(file=FILE))
    Richiesta.objects.update(stato=S.INVIATA.value, inviata_il=DOPO)
    casa.fa(annulla_procedura, casa.dirigente, procedura_id=casa.procedura.pk, motivo="Errore.")
    nuova = Procedura.objects.create(
        istituto=casa.istituto, fondo=casa.procedura.fondo, criteri=casa.procedura.criteri
    )
    richiesta = RichiestaFactory(istituto=casa.istituto, procedura=nuova, persona=casa.docente)
    attivita = AttivitaFactory(istituto=casa.istituto, richiesta=richiesta)
    ProvaFactory(istituto=casa.istituto, attivita=attivita, impronta=FILE.impronta)
    assert not altrove(casa.istituto.pk, [attivita.pk])
    assert not altrove(casa.istituto.pk, [attivita.pk], solo_di=casa.docente.pk)
