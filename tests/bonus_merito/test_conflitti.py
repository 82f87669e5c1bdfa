"""The office in the procedure of its own staff: nobody certifies, or reads, what competes."""

from dataclasses import replace
from datetime import date

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404

from bonus_merito.access import atti
from bonus_merito.access.carte import puo_leggere
from bonus_merito.enums import Categoria
from bonus_merito.models import Procedura, Requisiti
from bonus_merito.queries.assegnazioni import istanze_di
from bonus_merito.services.requisiti import salva_requisiti
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Ruolo
from tests.accessi.righe_patto import documento
from tests.bonus_merito.scena_richieste import IN_REGOLA, Scena, scena
from tests.bonus_merito.test_views_richieste import GIORNI, dove, entra
from tests.factories.bonus import FondoFactory, IstanzaFactory, ProceduraFactory, RichiestaFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    PersonaFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa(settings, tmp_path, monkeypatch) -> Scena:
    settings.MEDIA_ROOT, settings.MFA_OBBLIGATORIA = tmp_path, False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def ata(casa):
    """The procedure is of the ATA staff; a colleague of the office has asked."""
    Procedura.objects.update(categoria=Categoria.ATA.value)
    casa.procedura.refresh_from_db()
    altra = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(
        istituto=casa.istituto, persona=altra, ruolo=Ruolo.SEGRETERIA_DIDATTICA, cattedra=None
    )
    return RichiestaFactory(istituto=casa.istituto, procedura=casa.procedura, persona=altra)


def test_nobody_certifies_the_own_days(casa, ata):
    propria = RichiestaFactory(
        istituto=casa.istituto, procedura=casa.procedura, persona=casa.ufficio
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.fa(salva_requisiti, casa.ufficio, richiesta_id=propria.pk, dati=IN_REGOLA)
    assert [v.codice for v in rifiuto.value.violazioni] == ["propri"]
    browser = entra(casa.ufficio)
    indirizzo = dove(casa, "requisiti_persona", propria.pk)
    pagina = browser.get(indirizzo)
    assert "Sono i tuoi" in pagina.text
    assert 'id="modulo-requisiti"' not in pagina.text
    assert browser.post(indirizzo, GIORNI).status_code == 422
    assert not Requisiti.objects.exists()
    assert casa.fa(salva_requisiti, casa.dirigente, richiesta_id=propria.pk, dati=IN_REGOLA)
    assert casa.fa(salva_requisiti, casa.ufficio, richiesta_id=ata.pk, dati=IN_REGOLA)


def test_the_next_one_is_never_oneself(casa, ata):
    RichiestaFactory(istituto=casa.istituto, procedura=casa.procedura, persona=casa.ufficio)
    risposta = entra(casa.ufficio).post(
        dove(casa, "requisiti_persona", ata.pk), GIORNI | {"poi": "si"}
    )
    assert risposta.url == dove(casa, "requisiti", casa.procedura.pk)


def test_the_grid_of_a_competitor_is_of_who_directs(casa):
    inviata = casa.invia()
    carta = documento(casa.istituto, "richiesta_bonus")
    carta.protocollo = inviata.protocollo
    carta.save()
    ufficio, dirigente = casa.chi(casa.ufficio), casa.chi(casa.dirigente)
    assert puo_leggere(ufficio, carta)
    assert puo_leggere(dirigente, carta)
    Procedura.objects.update(categoria=Categoria.ATA.value)
    assert not puo_leggere(ufficio, carta)
    assert puo_leggere(dirigente, carta)
    assert puo_leggere(casa.chi(casa.docente), carta)


def test_a_competitor_does_not_learn_who_complained(casa):
    istanze = {}
    for categoria in Categoria:
        procedura = ProceduraFactory(
            istituto=casa.istituto, pubblicata=True, categoria=categoria.value,
            fondo=FondoFactory(
                istituto=casa.istituto,
                anno_scolastico=AnnoScolasticoFactory(istituto=casa.istituto, inizio=2021),
            ),
        )  # fmt: skip
        istanze[categoria] = IstanzaFactory(istituto=casa.istituto, procedura=procedura)
    ufficio, dirigente = casa.chi(casa.ufficio), casa.chi(casa.dirigente)

    def viste(chi, categoria):
        return istanze_di(chi, atti.da_seguire(chi, istanze[categoria].procedura_id))

    docenti, ata = istanze[Categoria.DOCENTI], istanze[Categoria.ATA]
    assert viste(dirigente, Categoria.ATA) == [ata]
    assert viste(ufficio, Categoria.DOCENTI) == [docenti]
    assert viste(ufficio, Categoria.ATA) == []
    pagina = entra(casa.ufficio).get(dove(casa, "istanze", ata.procedura_id)).text
    assert str(ata.persona) not in pagina
    with pytest.raises(Http404):
        atti.istanza_da_rispondere(ufficio, ata.pk)
    with pytest.raises(PermissionDenied):
        atti.istanza_da_rispondere(ufficio, docenti.pk)


# The last sanction


def test_only_a_sanction_up_to_the_end_of_the_year_is_written(casa, monkeypatch):
    """One of September would hide one of the spring, which counts."""
    richiesta = casa.invia()
    dopo = ADESSO.replace(month=11)
    dati = replace(IN_REGOLA, sanzione_il=date(2024, 9, 1), atto_sanzione="prot. 9")
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.fa(salva_requisiti, casa.ufficio, dopo, richiesta_id=richiesta.pk, dati=dati)
    [contro] = rifiuto.value.violazioni
    assert (contro.codice, contro.campo) == ("sanzione", "sanzione_il")
    assert "31 agosto 2024" in contro.testo
    dati = replace(dati, sanzione_il=date(2024, 8, 31))
    assert casa.fa(salva_requisiti, casa.ufficio, dopo, richiesta_id=richiesta.pk, dati=dati)
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: dopo)
    pagina = entra(casa.ufficio).get(dove(casa, "requisiti_persona", richiesta.pk)).text
    assert "Ultima sanzione fino alla fine dell’anno scolastico" in pagina


# The own data


def test_who_asked_reads_what_the_office_ascertained(casa):
    richiesta = casa.invia()
    mia = dove(casa, "mia", casa.procedura.pk)
    browser = entra(casa.docente)
    assert "Non sono ancora controllati" in browser.get(mia).text
    casa.fa(
        salva_requisiti, casa.ufficio, richiesta_id=richiesta.pk,
        dati=replace(IN_REGOLA, assenze=46),
    )  # fmt: skip
    pagina = browser.get(mia).text
    assert "Escluso, assente il 23 per cento" in pagina
    assert casa.docente.nome_e_cognome + ":" not in pagina
    assert "46" in pagina
    assert "l’ufficio" in pagina
    assert "Escluso" not in entra(casa.collega).get(mia).text


def test_who_did_not_send_has_no_preconditions(casa):
    casa.comincia()
    pagina = entra(casa.docente).get(dove(casa, "mia", casa.procedura.pk)).text
    assert "Non sono ancora controllati" not in pagina
