"""How a call went is counted from its applications, and is over when its posts are signed for."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from cpia.norme.errori import AttoRifiutato
from selezioni_pon.enums import Fase, MotivoImpossibilita, StatoAvviso, StatoProposta
from selezioni_pon.models import Graduatoria, Impossibilita
from selezioni_pon.queries.incarichi.numeri import Numeri, numeri_di
from selezioni_pon.queries.svolte import svolte
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.avvisi import DatiImpossibilita, accerta_impossibilita
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import Fila, fila

pytestmark = pytest.mark.django_db
M = MotivoImpossibilita
# What is typed does not count where somebody applied.
DATI = DatiImpossibilita(M.RINUNCE, "decreto n. 41", ADESSO.date(), domande=40, idonei=9, coperti=7)


@pytest.fixture(autouse=True)
def _file(settings, tmp_path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def casa() -> Scena:
    return scena()


def accerta(una: Fila, motivo: MotivoImpossibilita = M.RINUNCE):
    return una.casa.atto(
        accerta_impossibilita, una.casa.dirigente, avviso_id=una.avviso.pk,
        dati=replace(DATI, motivo=motivo),
    )  # fmt: skip


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def test_a_call_to_which_nobody_applied_here_is_not_counted(casa):
    assert numeri_di(AvvisoFactory(istituto=casa.istituto, scaduto=True)) is None


def test_while_somebody_may_have_the_post_it_is_not_ascertained(casa):
    una = fila(casa, 2)
    for passo in (lambda: None, lambda: una.propone(1), lambda: una.risponde(1, accetta=False)):
        passo()
        with pytest.raises(AttoRifiutato) as rifiuto:
            accerta(una)
        assert "ancora_in_fila" in codici(rifiuto)
    assert not Impossibilita.objects.exists()


def test_before_the_final_ranking_it_is_not_ascertained(casa):
    una = fila(casa, 2)
    with come_proprietario():
        Graduatoria.objects.filter(pk=una.graduatoria.pk).update(stato="provvisoria")
    assert numeri_di(una.avviso) == Numeri(2, 2, 0)
    with pytest.raises(AttoRifiutato) as rifiuto:
        accerta(una)
    assert codici(rifiuto) == ["senza_graduatoria"]


def test_when_everybody_refused_the_numbers_are_those_of_the_tables(casa):
    una = fila(casa, 2, posti=2)
    una.propone(1, 2)
    una.risponde(1)
    una.risponde(2, accetta=False)
    accerta(una)
    [accertata] = Impossibilita.objects.all()
    assert (accertata.domande, accertata.idonei, accertata.coperti) == (2, 2, 1)
    una.avviso.refresh_from_db()
    assert una.avviso.stato == StatoAvviso.CONCLUSO
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.propone(2)
    assert codici(rifiuto) == ["non_si_assegna"]


def test_a_call_concluded_with_its_posts_goes_no_further_until_one_comes_free(casa):
    una = fila(casa, 1)
    una.propone(1)
    una.firmato(1)
    una.avviso.refresh_from_db()
    [svolta] = svolte(una.avviso.selezione)
    assert (svolta.coperti, svolta.rimasti) == (1, 0)
    assert svolta.conclusa_il is not None
    with pytest.raises(AttoRifiutato) as rifiuto:
        accerta(una, M.POSTI_RIMASTI)
    assert "posti_coperti" in codici(rifiuto)
    proposta = una.proposta(1)
    casa.atto(
        servizi.cessa_incarico, casa.dirigente, proposta_id=proposta.pk,
        versione=proposta.versione, giorno=ADESSO.date(), motivo="Ha cambiato scuola",
    )  # fmt: skip
    assert una.proposta(1).stato == StatoProposta.CESSATA
    accerta(una)
    [svolta] = svolte(una.avviso.selezione)
    assert (svolta.coperti, svolta.domande, svolta.rimasti) == (0, 1, 1)
    assert svolta.fase is Fase.INTERNI


def test_the_page_shows_the_numbers_and_does_not_ask_them(casa, settings, monkeypatch):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    una = fila(casa, 1)
    una.propone(1)
    una.risponde(1, accetta=False)
    browser = Client()
    browser.force_login(casa.dirigente.utente)
    pagina = reverse("selezioni:avviso_impossibilita", args=[casa.istituto.slug, una.avviso.pk])
    letta = browser.get(pagina).text
    assert "1 domanda, 1 idoneo, 0 posti coperti su 1" in letta
    assert 'name="domande"' not in letta
    dati = {
        "motivo": M.RINUNCE.value, "atto": "decreto n. 41", "accertata_il": "2024-06-05",
        "riletto": "on",
    }  # fmt: skip
    assert browser.post(pagina, dati).status_code == 302
    assert Impossibilita.objects.get().domande == 1
