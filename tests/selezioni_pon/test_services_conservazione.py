"""What is deleted at its term, what stays, and the files that no row names."""

import os
from datetime import datetime, timedelta

import pytest
from django.core.files.base import ContentFile
from django.db import IntegrityError, transaction
from django.utils import timezone

from cpia.atti.models import Operazione
from cpia.atti.services import spazza_orfani
from cpia.scuola import orologio, tenancy
from selezioni_pon.enums import TipoAllegato
from selezioni_pon.models import (
    AllegatoCandidatura,
    AllegatoInviato,
    Candidatura,
    DomandaInfanzia,
    ElencoInfanzia,
    Risposta,
    TitoloInfanzia,
    VersioneInfanzia,
)
from selezioni_pon.services.conservazione import (
    elimina_bozze_scadute,
    elimina_iscrizioni_scadute,
)
from selezioni_pon.tasks.conservazione import elimina_scaduti
from tests.factories.candidature import AllegatoFactory, inviata
from tests.factories.infanzia import (
    DomandaInfanziaFactory,
    ElencoInfanziaFactory,
    RigaInfanziaFactory,
    TitoloInfanziaFactory,
)
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, IstitutoFactory
from tests.factories.selezioni import SCADE
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_candidature import aperto, comincia, dichiara, mette

pytestmark = pytest.mark.django_db
# Twelve months after the deadline, and the day after: then it is over.
ULTIMO = datetime(SCADE.year + 1, SCADE.month, SCADE.day, 9, tzinfo=ADESSO.tzinfo)
SCADUTO = ULTIMO + timedelta(days=1)


@pytest.fixture
def casa(settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    return scena()


def azioni() -> list[tuple[str, dict]]:
    righe = Operazione.objects.filter(persona__isnull=True).order_by("pk")
    return list(righe.values_list("azione", "dati"))


# Drafts


def test_a_draft_never_sent_goes_at_its_term_with_all_that_is_of_it(
    casa, tmp_path, django_capture_on_commit_callbacks
):
    bozza = comincia(casa, aperto(casa))
    dichiara(casa, bozza, "4", {"quanti": 2}, "Scuola primaria")
    mette(casa, bozza)
    assert elimina_bozze_scadute(istituto_id=casa.istituto.pk, adesso=ULTIMO) == 0
    assert Candidatura.objects.exists()
    with django_capture_on_commit_callbacks(execute=True):
        assert elimina_bozze_scadute(istituto_id=casa.istituto.pk, adesso=SCADUTO) == 1
    for modello in (Candidatura, Risposta, AllegatoCandidatura):
        assert not modello.objects.exists()
    assert not [uno for uno in tmp_path.rglob("*") if uno.is_file()]
    assert azioni() == [("elimina bozza scaduta", {"avviso": bozza.avviso_id, "file": 1})]
    assert elimina_bozze_scadute(istituto_id=casa.istituto.pk, adesso=SCADUTO) == 0


def test_of_what_was_sent_only_the_files_go_that_went_with_no_sending(casa):
    invio = inviata(aperto(casa), casa.docente, {})
    di_qui = {"istituto": casa.istituto, "candidatura": invio.candidatura}
    sua, mai = (
        AllegatoFactory(**di_qui, tipo=TipoAllegato.PROVA.value, voce="3") for _ in range(2)
    )
    AllegatoInviato.objects.create(istituto=casa.istituto, invio=invio, allegato=sua)
    for _ in range(2):  # the second turn has nothing to do
        elimina_bozze_scadute(istituto_id=casa.istituto.pk, adesso=SCADUTO)
    assert AllegatoCandidatura.objects.get() == sua
    assert Candidatura.objects.get() == invio.candidatura
    assert azioni() == [("elimina file mai inviati", {"file": 1})]
    assert not AllegatoCandidatura.objects.filter(pk=mai.pk).exists()


# Enrolments


def iscritti(istituto, inizio: int) -> ElencoInfanzia:
    """A list with a version, of a year."""
    anno = AnnoScolasticoFactory(istituto=istituto, inizio=inizio)
    elenco = ElencoInfanziaFactory(istituto=istituto, anno_scolastico=anno)
    domanda = DomandaInfanziaFactory(istituto=istituto, elenco=elenco)
    TitoloInfanziaFactory(istituto=istituto, domanda=domanda)
    RigaInfanziaFactory(istituto=istituto, domanda=domanda, versione__elenco=elenco)
    return elenco


def test_enrolments_go_a_year_after_their_year_and_the_list_stays(casa):
    vecchio, dopo = (iscritti(casa.istituto, inizio) for inizio in (2014, 2015))
    di_qui = {"istituto_id": casa.istituto.pk}
    # The year from 2014 ends on 31 August 2015.
    ultimo = datetime(2016, 8, 31, 12, tzinfo=ADESSO.tzinfo)
    assert elimina_iscrizioni_scadute(**di_qui, adesso=ultimo) == 0
    assert elimina_iscrizioni_scadute(**di_qui, adesso=ultimo + timedelta(days=1)) == 1
    assert DomandaInfanzia.objects.get().elenco == dopo
    assert TitoloInfanzia.objects.get().domanda.elenco == dopo
    assert set(ElencoInfanzia.objects.all()) == {vecchio, dopo}
    assert VersioneInfanzia.objects.count() == 2
    assert azioni() == [("elimina iscrizioni scadute", {"domande": 1})]


def test_before_the_term_postgresql_deletes_no_application(casa):
    inizio = timezone.now().year - 1  # ended this August at the earliest
    iscritti(casa.istituto, inizio)
    for righe in (DomandaInfanzia.objects.all(), VersioneInfanzia.objects.get().righe.all()):
        with pytest.raises(IntegrityError, match="a termine scaduto"), transaction.atomic():
            righe._raw_delete(righe.db)


def test_the_scheduler_goes_by_institute(casa, monkeypatch):
    mia = comincia(casa, aperto(casa))
    altra = IstitutoFactory()
    with tenancy.istituto_corrente(altra.pk):
        iscritti(altra, 2014)
    monkeypatch.setattr(orologio, "adesso", lambda: SCADUTO)
    elimina_scaduti()
    assert not Candidatura.objects.filter(pk=mia.pk).exists()
    with tenancy.istituto_corrente(altra.pk):
        assert not DomandaInfanzia.objects.exists()


# On disk


def test_uploads_without_a_row_are_swept_after_a_day(casa):
    bozza = comincia(casa, aperto(casa))
    with transaction.atomic():
        perso = mette(casa, bozza)
        transaction.set_rollback(True)
    resta = mette(casa, bozza)
    deposito = resta.file.storage
    altrui = deposito.save("selezioni/999999/altrui.pdf", ContentFile(b"x"))
    spazza = {
        "istituto_id": casa.istituto.pk, "adesso": ADESSO, "modelli": [AllegatoCandidatura],
    }  # fmt: skip
    assert spazza_orfani(**spazza) == 0  # it may be under way
    ieri = (ADESSO - timedelta(days=2)).timestamp()
    for nome in (perso.file.name, resta.file.name, altrui):
        os.utime(deposito.path(nome), (ieri, ieri))
    assert spazza_orfani(**spazza) == 1
    assert [deposito.exists(uno.file.name) for uno in (perso, resta)] == [False, True]
    assert deposito.exists(altrui)
    assert spazza_orfani(**spazza) == 0


def test_a_school_without_uploads_has_nothing_to_sweep(casa):
    altro = {"istituto_id": casa.istituto.pk, "adesso": ADESSO}
    assert spazza_orfani(**altro, modelli=[AllegatoCandidatura]) == 0
