"""What PostgreSQL itself refuses of the funzioni strumentali, with the application’s rights."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, transaction

from cpia.scuola import tenancy
from selezioni_pon import models
from tests.factories import funzioni as fabbriche
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def di_qui():
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return {"istituto": istituto}


def rifiutata(motivo, fa, errore=IntegrityError):
    """PostgreSQL refuses it, in these words, and nothing is done."""
    with pytest.raises(errore, match=motivo), transaction.atomic():
        fa()


def righe(riga):
    return type(riga).objects.filter(pk=riga.pk)


def test_once_open_a_procedure_keeps_its_areas_its_term_and_its_rules(di_qui):
    bozza = fabbriche.ProceduraFunzioniFactory(**di_qui, aperta_il=None, scade=None)
    area = models.AreaFunzione.objects.create(**di_qui, procedura=bozza, sigla="1", titolo="PTOF")
    assert righe(area).update(posti=2) == 1
    aperta = {"aperta_il": ADESSO, "scade": ADESSO + timedelta(days=1)}
    assert righe(bozza).update(**aperta) == 1
    for cambio in ({"regole": {}}, {"atto": "altra"}, {"scade": ADESSO + timedelta(days=9)}):
        rifiutata("tiene le sue regole", lambda c=cambio: righe(bozza).update(**c))
    rifiutata("restano quelle deliberate", lambda: righe(area).update(posti=3))
    rifiutata("restano quelle deliberate", righe(area).delete)
    altra = {"sigla": "2", "titolo": "Progetti"}
    rifiutata(
        "restano quelle deliberate",
        lambda: models.AreaFunzione.objects.create(**di_qui, procedura=bozza, **altra),
    )
    assert righe(area).update(senza_esito="nessuno") == 1
    assert righe(bozza).update(lavori_chiusi_il=ADESSO, verbale="n. 1") == 1
    tolti = {"lavori_chiusi_il": None, "verbale": ""}
    rifiutata("tiene le sue regole", lambda: righe(bozza).update(**tolti))
    vuota = fabbriche.ProceduraFunzioniFactory(**di_qui)
    rifiutata("permission denied", righe(vuota).delete, ProgrammingError)


def test_a_declaration_is_made_once(di_qui):
    membro = fabbriche.CommissarioFunzioniFactory(**di_qui)
    rifiutata("commissario_funzioni_dichiara", lambda: righe(membro).update(in_conflitto=True))
    assert righe(membro).update(assente_perche="malattia") == 1
    assert righe(membro).update(dichiarato_il=ADESSO) == 1
    rifiutata("resta quella nominata", lambda: righe(membro).update(dichiarato_il=None))
    rifiutata("resta quella nominata", lambda: righe(membro).update(supplente=True))


def test_what_was_declared_and_decided_stays(di_qui):
    titolo = fabbriche.TitoloFunzioneFactory(**di_qui)
    domanda = titolo.domanda
    rifiutata("resta come è stato dichiarato", lambda: righe(titolo).update(testo="Altro"))
    rifiutata("titolo_funzione_motivato", lambda: righe(titolo).update(esito="rifiutato"))
    rifiutata("titolo_funzione_intero", lambda: righe(titolo).update(esito="ridotto"))
    assert righe(titolo).update(esito="accettato") == 1
    rifiutata("già esaminato", righe(titolo).delete)
    altro = PersonaFactory(**di_qui)
    rifiutata("resta di chi l’ha scritta", lambda: righe(domanda).update(docente=altro))
    rifiutata("domanda_funzione_motivata", lambda: righe(domanda).update(idoneo=False))
    assert righe(domanda).update(idoneo=True) == 1
    procedura = domanda.area.procedura
    assert righe(procedura).update(lavori_chiusi_il=ADESSO, verbale="n. 1") == 1
    rifiutata("l’ha esaminata", lambda: righe(domanda).update(idoneo=None))
    rifiutata("dichiarato ed esaminato", lambda: righe(titolo).update(esito=""))
    # Who gives it up may still do it.
    assert righe(domanda).update(ritirata_il=ADESSO) == 1


def test_a_vote_a_function_and_a_report_are_written_once(di_qui):
    voto = fabbriche.ParitaFunzioneFactory(**di_qui)
    relazione = fabbriche.RelazioneFunzioneFactory(**di_qui)
    for riga in (voto, relazione):
        rifiutata("permission denied", righe(riga).delete, ProgrammingError)
    rifiutata("permission denied", lambda: righe(voto).update(votanti=1), ProgrammingError)
    data = relazione.attribuzione
    rifiutata("non si cambia", lambda: righe(data).update(al=date(2025, 8, 31)))
    cessata = {"cessata_il": data.dal}
    rifiutata("funzione_cessata_motivata", lambda: righe(data).update(**cessata))
    assert righe(data).update(**cessata, cessata_perche="assenza") == 1
    rifiutata("non si cambia", lambda: righe(data).update(cessata_il=data.al))
