"""The acts on a call: published, revoked, ascertained not to be enough, followed by the next."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.html import escape

from selezioni_pon.enums import Fase, MotivoImpossibilita, StatoAvviso
from selezioni_pon.models import Avviso, Impossibilita
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import SCADE, AvvisoFactory, ImpossibilitaFactory
from tests.selezioni_pon.scena import Scena, scena

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}
S = StatoAvviso


@pytest.fixture
def casa(monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


def entra(persona) -> Client:
    browser = Client()
    browser.force_login(persona.utente)
    return browser


@pytest.fixture
def ufficio(casa) -> Client:
    return entra(casa.segretaria)


@pytest.fixture
def dirige(casa) -> Client:
    return entra(casa.dirigente)


def dove(casa: Scena, nome: str, *args) -> str:
    return reverse(f"selezioni:{nome}", args=[casa.istituto.slug, *args])


def riletto(avviso: Avviso, **altro) -> dict[str, object]:
    return {"versione": avviso.versione, "riletto": "on", "rilievi_letti": "on", **altro}


def accertato(avviso: Avviso, **altro) -> dict[str, object]:
    return riletto(
        avviso, domande="0", idonei="0", coperti="0", atto="decreto n. 41",
        motivo=MotivoImpossibilita.NESSUNA_DOMANDA.value, accertata_il="2024-06-05", **altro,
    )  # fmt: skip


# The sheet


def test_the_sheet_of_a_draft_says_what_comes_next_to_each(casa, ufficio, dirige):
    avviso = casa.pronta()
    pagina = dove(casa, "avviso", avviso.pk)
    assert "la pubblica il dirigente" in ufficio.get(pagina).text
    assert dove(casa, "avviso_pubblica", avviso.pk) not in ufficio.get(pagina).text
    di_chi_dirige = dirige.get(pagina).text
    assert dove(casa, "avviso_pubblica", avviso.pk) in di_chi_dirige
    assert "30,00 € l’ora" in di_chi_dirige
    assert "Punti, al più" in di_chi_dirige


def test_the_staff_reads_a_published_call_and_nothing_to_do(casa):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    pagina = entra(casa.docente).get(dove(casa, "avviso", avviso.pk)).text
    assert "aperto alle domande" in pagina
    assert "Che cosa viene dopo" not in pagina
    assert dove(casa, "progetto", avviso.selezione.progetto_id) not in pagina
    assert dove(casa, "griglia", avviso.griglia_id) not in pagina


def test_near_the_term_the_hour_of_the_server_is_shown(casa, monkeypatch):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    pagina = dove(casa, "avviso", avviso.pk)
    docente = entra(casa.docente)
    assert "il server segnava" not in docente.get(pagina).text
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: SCADE - timedelta(minutes=10))
    assert "ore 23.49.59" in docente.get(pagina).text
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: SCADE + timedelta(seconds=1))
    assert "termine passato" in docente.get(pagina).text


# Published


def test_who_directs_publishes_what_was_read_again(casa, dirige):
    avviso = casa.pronta()
    pagina = dove(casa, "avviso_pubblica", avviso.pk)
    assert "Ho riletto l’avviso" in dirige.get(pagina).text
    non_spuntato = dirige.post(pagina, {"versione": avviso.versione})
    assert non_spuntato.status_code == 422
    assert dirige.post(pagina, riletto(avviso)).url == dove(casa, "avviso", avviso.pk)
    avviso.refresh_from_db()
    assert avviso.stato == S.PUBBLICATO
    scheda = dirige.get(dove(casa, "avviso", avviso.pk)).text
    assert f"n. {avviso.pubblicazione.numero}/{avviso.pubblicazione.anno}" in scheda
    assert "il PDF è in stampa" in scheda
    assert dirige.get(pagina).url == dove(casa, "avviso", avviso.pk)


def test_the_findings_of_the_grid_are_read_first(casa, dirige):
    griglia = casa.griglia("ic-pinocchio-2018/madrelingua-inglese", "Madrelingua inglese")
    avviso = casa.pronta(griglia_id=griglia.pk)
    pagina = dove(casa, "avviso_pubblica", avviso.pk)
    letta = dirige.get(pagina)
    assert "I rilievi sulla griglia" in letta.text
    assert all(escape(uno.testo) in letta.text for uno in letta.context["prima"].rilievi)
    senza = dirige.post(pagina, {"versione": avviso.versione, "riletto": "on"})
    assert senza.status_code == 422
    assert "rilievi_letti" in senza.context["form"].errors
    assert dirige.post(pagina, riletto(avviso)).status_code == 302
    avviso.refresh_from_db()
    assert avviso.rilievi_letti_il == ADESSO


def test_an_incomplete_draft_is_not_published(casa, dirige):
    avviso = casa.bozza()
    pagina = dove(casa, "avviso_pubblica", avviso.pk)
    assert "Non si può ancora pubblicare." in dirige.get(pagina).text
    risposta = dirige.post(pagina, riletto(avviso))
    assert risposta.status_code == 422
    assert "Mancano i criteri" in risposta.text
    avviso.refresh_from_db()
    assert avviso.stato == S.BOZZA


def test_a_draft_changed_meanwhile_is_read_again(casa, dirige):
    avviso = casa.pronta()
    letta = riletto(avviso)
    casa.scrive(avviso, luogo="palestra")
    risposta = dirige.post(dove(casa, "avviso_pubblica", avviso.pk), letta)
    assert risposta.status_code == 422
    assert "Nel frattempo la bozza è cambiata" in risposta.text
    assert not risposta.context["form"]["riletto"].value()
    avviso.refresh_from_db()
    assert risposta.context["form"]["versione"].value() == str(avviso.versione)
    assert dirige.post(
        dove(casa, "avviso_pubblica", avviso.pk), riletto(avviso)
    ).status_code == 302  # fmt: skip


@pytest.mark.parametrize("atto", ["avviso_pubblica", "avviso_revoca", "avviso_impossibilita"])
def test_only_who_directs_acts(casa, ufficio, atto):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    pagina = dove(casa, atto, avviso.pk)
    assert ufficio.get(pagina).status_code == 403
    assert ufficio.post(pagina, riletto(avviso)).status_code == 403
    assert entra(casa.docente).get(pagina).status_code == 403
    assert entra(casa.estranea).get(pagina).status_code == 404


# Taken back


def test_a_call_is_revoked_with_a_reason_that_can_be_read(casa, dirige):
    avviso = casa.pubblicato()
    pagina = dove(casa, "avviso_revoca", avviso.pk)
    assert "con il motivo" in dirige.get(pagina).text
    corto = dirige.post(pagina, riletto(avviso, motivo="no"))
    assert corto.status_code == 422
    assert "motivo" in corto.context["form"].errors
    motivo = "Il progetto non è più finanziato."
    assert dirige.post(pagina, riletto(avviso, motivo=motivo)).status_code == 302
    scheda = dirige.get(dove(casa, "avviso", avviso.pk)).text
    assert motivo in scheda
    assert "La selezione si può rifare" in scheda
    assert dirige.get(pagina).url == dove(casa, "avviso", avviso.pk)


def test_after_a_revocation_the_same_call_is_prepared_again(casa, ufficio):
    avviso = AvvisoFactory(istituto=casa.istituto, revocato=True)
    pagina = dove(casa, "avviso_successivo", avviso.pk)
    assert ufficio.post(pagina, {"riletto": "si"}).status_code == 302
    nuovo = Avviso.objects.get(stato=S.BOZZA)
    assert (nuovo.fase, nuovo.selezione) == (Fase.INTERNI, avviso.selezione)


# Not enough


def test_the_impossibility_is_ascertained_after_the_term(casa, dirige):
    avviso = AvvisoFactory(istituto=casa.istituto, scaduto=True)
    pagina = dove(casa, "avviso_impossibilita", avviso.pk)
    assert "D.Lgs. 165/2001" in dirige.get(pagina).text
    assert dirige.post(pagina, accertato(avviso)).status_code == 302
    accertata = Impossibilita.objects.get()
    assert (accertata.atto, accertata.domande) == ("decreto n. 41", 0)
    scheda = dirige.get(dove(casa, "avviso", avviso.pk)).text
    assert "Che cosa si è accertato" in scheda
    assert "la scuola si può rivolgere a" in scheda
    assert dirige.get(pagina).url == dove(casa, "avviso", avviso.pk)


def test_before_the_term_it_is_refused(casa, dirige):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    pagina = dove(casa, "avviso_impossibilita", avviso.pk)
    assert "Il termine non è ancora passato." in dirige.get(pagina).text
    risposta = dirige.post(pagina, accertato(avviso))
    assert risposta.status_code == 422
    assert not Impossibilita.objects.exists()


@pytest.mark.parametrize(
    ("altro", "campo"),
    [
        ({"domande": "1"}, "motivo"),
        ({"idonei": "1"}, "idonei"),
        ({"accertata_il": "2030-01-01"}, "accertata_il"),
        ({"domande": "-1"}, "domande"),
        ({"domande": "x"}, "domande"),
        ({"motivo": ""}, "motivo"),
        ({"motivo": "altro"}, "motivo"),
        ({"atto": " "}, "atto"),
        ({"accertata_il": ""}, "accertata_il"),
        ({"riletto": ""}, "riletto"),
    ],
)
def test_numbers_that_do_not_agree_are_refused_at_their_place(casa, dirige, altro, campo):
    avviso = AvvisoFactory(istituto=casa.istituto, scaduto=True)
    dati = accertato(avviso) | {"testo": "parole mie"} | altro
    risposta = dirige.post(dove(casa, "avviso_impossibilita", avviso.pk), dati)
    assert risposta.status_code == 422
    assert campo in risposta.context["form"].errors
    assert "parole mie" in risposta.text
    assert not Impossibilita.objects.exists()


# On to the next


def test_the_next_call_takes_over_words_and_posts_left(casa, ufficio):
    avviso = ImpossibilitaFactory(istituto=casa.istituto).avviso
    scheda = ufficio.get(dove(casa, "avviso", avviso.pk)).text
    pagina = dove(casa, "avviso_successivo", avviso.pk)
    assert pagina in scheda
    assert "i posti sono quelli rimasti: 2" in ufficio.get(pagina, **HTMX).text
    assert ufficio.post(pagina, {}).status_code == 422
    risposta = ufficio.post(pagina, {"riletto": "si"})
    nuovo = Avviso.objects.get(stato=S.BOZZA)
    assert risposta.url == dove(casa, "avviso_scrivi", nuovo.pk)
    assert (nuovo.luogo, nuovo.scade, nuovo.posti) == (avviso.luogo, None, 2)
    scrivi = ufficio.get(risposta.url)
    assert "decreto n. 41" in scrivi.text
    assert scrivi.context["form"].fields["ruolo"].disabled
    della_stessa = ufficio.get(dove(casa, "avviso", avviso.pk)).text
    assert dove(casa, "avviso", nuovo.pk) in della_stessa
    assert pagina not in della_stessa


def test_while_a_call_runs_the_next_one_is_refused_with_its_article(casa, ufficio):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    risposta = ufficio.post(dove(casa, "avviso_successivo", avviso.pk), {"riletto": "si"})
    assert risposta.status_code == 422
    assert "non è concluso" in risposta.text
    assert "art. 7 c. 6" in risposta.text
    assert not Avviso.objects.filter(stato=S.BOZZA).exists()


def test_a_print_is_asked_again(casa, ufficio):
    avviso = casa.pubblicato()
    pagina = dove(casa, "avviso_pdf", avviso.pk)
    assert ufficio.post(pagina).url == dove(casa, "avviso", avviso.pk)
    assert ufficio.get(pagina).status_code == 405
    assert entra(casa.docente).post(pagina).status_code == 403
    bozza = AvvisoFactory(istituto=casa.istituto)
    assert ufficio.post(dove(casa, "avviso_pdf", bozza.pk)).status_code == 302
    assert bozza.documento_id is None
