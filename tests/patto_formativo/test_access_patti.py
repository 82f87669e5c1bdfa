"""Who reaches which version of an agreement, and who signs it for the school."""

import pytest
from django.http import Http404
from django.test import Client
from django.urls import reverse

from cpia.scuola.models import Incarico
from cpia.scuola.tenancy import istituto_corrente
from organi_collegiali.enums import Carica, RegolaPresidente, TipoOrgano
from patto_formativo.access import patti as access
from patto_formativo.enums import StatoPatto
from patto_formativo.models import Versione
from patto_formativo.queries.patti.firme import parti_di
from patto_formativo.rules.firme import Parte
from patto_formativo.services import patti
from patto_formativo.services.condivisi import condividi
from tests.conftest import come_proprietario
from tests.factories.organi import MandatoFactory, OrganoFactory
from tests.factories.patto import CpiaFactory, VersioneFactory
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory
from tests.patto_formativo.scena_patti import Scena, prepara


@pytest.fixture
def qui(db, monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        yield prepara(istituto)


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


def url(qui, nome, *argomenti) -> str:
    return reverse(f"patto:{nome}", args=[qui.istituto.slug, *argomenti])


def altra_sezione(qui):
    """A member of another section, before which the same person has a part."""
    altra = OrganoFactory(
        istituto=qui.istituto, tipo=TipoOrgano.SEZIONE_PFI, nome="Altra sezione",
        regola_presidente=RegolaPresidente.DIRIGENTE,
    )  # fmt: skip
    chi = PersonaFactory(istituto=qui.istituto, con_accesso=True)
    MandatoFactory(istituto=qui.istituto, organo=altra, persona=chi, carica=Carica.SEGRETARIO)
    return altra, chi


def test_a_section_reads_only_what_was_sent_to_itself(qui):
    versione = qui.in_corso()
    altra, chi = altra_sezione(qui)
    assert access.versione(qui.come(qui.membro), versione.pk, *access.LEGGONO) == versione
    assert access.puo_leggere(qui.come(qui.membro), versione.documento)
    VersioneFactory(
        istituto=qui.istituto, patto=versione.patto, numero=2, sezione=altra,
        stato=StatoPatto.IN_NEGOZIAZIONE.value, proposta_il=ADESSO, motivo="Cambia il lavoro.",
    )  # fmt: skip
    with pytest.raises(Http404):
        access.versione(qui.come(chi), versione.pk, *access.LEGGONO)
    assert not access.puo_leggere(qui.come(chi), versione.documento)


def test_the_page_lists_to_a_section_what_was_sent_to_itself_and_nothing_else(qui):
    qui.in_corso()
    vecchia = Versione.objects.get()
    altra, chi = altra_sezione(qui)
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Cambia lavoro")
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=nuova.pk, sezione_id=altra.pk)

    def elencate(persona) -> list[int]:
        pagina = entra(persona).get(url(qui, "patto", qui.corsista.pk))
        return [letta.versione.numero for letta in pagina.context["storia"]]

    def del_piano(persona) -> int:
        return entra(persona).get(url(qui, "piano", qui.corsista.pk)).context["versione"].numero

    assert [elencate(chi), elencate(qui.membro), elencate(qui.tutor)] == [[2], [1], [2, 1]]
    assert [del_piano(chi), del_piano(qui.membro), del_piano(qui.tutor)] == [2, 1, 2]


def test_every_page_says_that_the_other_school_has_to_ratify_first(qui):
    versione = qui.approvata()
    firma = url(qui, "patto_firma", versione.pk)
    tutor, studia = entra(qui.tutor), entra(qui.corsista.persona)
    assert firma in tutor.get(url(qui, "patto", qui.corsista.pk)).text
    altra = IstitutoFactory()
    with istituto_corrente(qui.istituto.pk):
        condividi(**qui.fa(qui.tutor), versione_id=versione.pk, scuola_id=altra.pk)
    pagina = tutor.get(url(qui, "patto", qui.corsista.pk)).text
    assert f"Manca la ratifica di {altra}" in pagina
    assert firma not in pagina
    assert f"prima la ratifica di {altra}" in tutor.get(url(qui, "da_firmare")).text
    perche = tutor.get(url(qui, "patto_perche", qui.corsista.pk), {"di": "firme"}).text
    assert f"Manca la ratifica di {altra}" in perche
    mia = studia.get(url(qui, "mio_di", qui.corsista.pk)).text
    assert "Il patto è all’altra scuola" in mia
    assert url(qui, "mio_firma", qui.corsista.pk) not in mia


@pytest.mark.parametrize("stato", [StatoPatto.CONCLUSO, StatoPatto.RITIRATO])
def test_what_is_over_is_in_the_hands_of_no_section(qui, stato):
    versione = qui.in_corso()
    membro = entra(qui.membro)
    assert membro.get(url(qui, "patto", qui.corsista.pk)).status_code == 200
    with come_proprietario():
        Versione.objects.filter(pk=versione.pk).update(stato=stato.value)
    assert membro.get(url(qui, "patto", qui.corsista.pk)).status_code == 404


def test_the_tutor_signs_for_the_school_as_long_as_one_is(qui):
    versione = qui.approvata()
    assert Parte.SCUOLA in parti_di(qui.come(qui.tutor), versione)
    Incarico.objects.filter(persona=qui.tutor).update(revocato_il=ADESSO)
    assert Parte.SCUOLA not in parti_di(qui.come(qui.tutor), versione)
