"""A unit renamed in the programme: what was approved keeps saying what it said."""

from html import unescape

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from cpia.scuola import orologio
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.documents.condivisa import contenuto
from patto_formativo.documents.parole_patto import contesto_patto
from patto_formativo.models import UnitaApprendimento, UnitaDelPatto, Versione
from patto_formativo.queries.frequenza.piani import piani
from patto_formativo.queries.patti.piano import unita_di
from patto_formativo.queries.patti.storia import cambi
from patto_formativo.services import patti
from patto_formativo.services.iscrizioni import DatiUnita, salva_unita
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import ADESSO
from tests.patto_formativo.scena_patti import Scena, prepara

NUOVO = "Tutt’altro titolo"


@pytest.fixture
def qui(db, monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        yield prepara(istituto)


def rinomina(qui: Scena) -> UnitaApprendimento:
    """The office writes the first unit of the programme again, with another title."""
    unita = UnitaApprendimento.objects.order_by("ordine")[0]
    return salva_unita(
        **qui.fa(qui.segretaria), quadro_id=unita.quadro_id, unita_id=unita.pk,
        versione=unita.versione,
        dati=DatiUnita(
            unita.ordine, NUOVO, tuple(unita.competenze), unita.ore, unita.prova,
            unita.a_distanza, unita.fruizione,
        ),
    )  # fmt: skip


def test_page_paper_and_attendance_of_what_was_approved_keep_its_title(qui):
    versione = qui.in_corso()
    codice = versione.documento.codice_verifica
    prima = contesto_patto(versione, codice_verifica=codice)
    mostrato = contenuto(versione, unita_di(versione))
    rinomina(qui)
    versione = Versione.objects.get(pk=versione.pk)
    assert contesto_patto(versione, codice_verifica=codice) == prima
    assert prima.unita[0].titolo == "Linguaggi"
    assert contenuto(versione, unita_di(versione)) == mostrato
    piano = piani(qui.istituto.pk, [qui.corsista.pk])[qui.corsista.pk]
    assert piano.unita[0].titolo == "Linguaggi"
    browser = Client()
    browser.force_login(qui.tutor.utente)
    pagine = ("piano", "patto")
    lette = [
        unescape(browser.get(reverse(f"patto:{p}", args=[qui.istituto.slug, qui.corsista.pk])).text)
        for p in pagine
    ]
    assert "Linguaggi" in lette[0]
    assert not any(NUOVO in letta for letta in lette)


def test_the_title_that_was_approved_does_not_change_even_by_sql(qui):
    versione = qui.approvata()
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitaDelPatto.objects.filter(versione=versione).update(titolo=NUOVO)


def test_a_draft_takes_the_new_title_when_its_plan_is_kept(qui):
    versione = qui.bozza()
    rinomina(qui)
    qui.salva(versione, versione.revisione)
    assert unita_di(versione)[0].titolo == NUOVO


def test_a_new_version_begins_with_the_old_title_and_says_when_it_changes(qui):
    prima = qui.in_corso()
    rinomina(qui)
    dopo = patti.rinegozia(**qui.fa(qui.tutor), versione_id=prima.pk, motivo="Altro turno")
    assert unita_di(dopo)[0].titolo == "Linguaggi"
    dopo = qui.salva(dopo, dopo.revisione)
    assert f"«Linguaggi» si chiama ora «{NUOVO}»" in cambi(prima, dopo)
