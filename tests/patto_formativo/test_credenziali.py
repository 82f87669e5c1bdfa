"""To whom credentials go on a day, and how the office adds the e-mail that is missing."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.core import mail

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Legame
from cpia.scuola.models import Invito, Responsabilita
from patto_formativo.enums import Canale
from patto_formativo.models import Corsista
from patto_formativo.queries.iscrizioni.pagina import destinatario_di
from patto_formativo.services.iscrizioni import invita_di_nuovo, perfeziona_domanda
from patto_formativo.services.iscrizioni.recapito import aggiungi_email
from tests.factories.scuola import PersonaFactory
from tests.patto_formativo.scena_iscrizioni import ADESSO, DANYLO, OGGI, Scena, dove, entra, parole

MAGGIORENNE = date(2026, 9, 12)
DOMANI = OGGI + timedelta(days=1)


@pytest.fixture
def qui(db, monkeypatch, settings) -> Scena:
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return Scena()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def di_danylo(qui):
    domanda = qui.accolta(**DANYLO)
    return domanda, Responsabilita.objects.get(studente=domanda.persona)


# To whom


def test_of_a_minor_to_who_answers_on_that_day(qui):
    domanda, legame = di_danylo(qui)
    assert destinatario_di(domanda, OGGI) == legame.adulto
    legame.al = OGGI
    legame.save(update_fields=["al"])
    assert destinatario_di(domanda, OGGI) == legame.adulto
    assert destinatario_di(domanda, DOMANI) is None


def test_not_to_who_will_answer_later(qui):
    domanda, legame = di_danylo(qui)
    altro = PersonaFactory(istituto=qui.istituto, email="padre@posta.example")
    Responsabilita.objects.create(
        istituto=qui.istituto, studente=domanda.persona, adulto=altro, dal=DOMANI,
        legame=Legame.GENITORE,
    )  # fmt: skip
    assert destinatario_di(domanda, OGGI) == legame.adulto
    assert destinatario_di(domanda, DOMANI) == altro


def test_from_the_eighteenth_birthday_to_who_studies(qui):
    domanda, legame = di_danylo(qui)
    assert destinatario_di(domanda, MAGGIORENNE - timedelta(days=1)) == legame.adulto
    assert destinatario_di(domanda, MAGGIORENNE) == domanda.persona


def test_of_a_minor_for_whom_nobody_answers_to_nobody(qui):
    domanda, legame = di_danylo(qui)
    legame.limite = "decreto n. 4"
    legame.save(update_fields=["limite"])
    assert destinatario_di(domanda, OGGI) is None
    with pytest.raises(AttoRifiutato) as rifiuto:
        invita_di_nuovo(autore=qui.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)
    assert codici(rifiuto) == ["senza_responsabile"]


# The e-mail that is missing


def iscritto(qui, *, senza_email=True, **altro) -> Corsista:
    domanda = qui.accolta(canale=Canale.SPORTELLO, **altro)
    chi = destinatario_di(domanda, OGGI)
    if senza_email:
        chi.email = ""
        chi.save(update_fields=["email"])
        Invito.objects.filter(persona=chi).delete()
    mail.outbox.clear()
    return perfeziona_domanda(
        autore=qui.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, pagata_il=OGGI,
        pagamento="PagoPA",
    )  # fmt: skip


def aggiungi(qui, corsista, email="naima.nuova@posta.example", adesso=ADESSO):
    return aggiungi_email(
        autore=qui.ufficio(adesso), adesso=adesso, corsista_id=corsista.pk, email=email
    )


def test_the_address_is_written_and_the_invitation_leaves(qui, django_capture_on_commit_callbacks):
    corsista = iscritto(qui)
    with django_capture_on_commit_callbacks(execute=True):
        chi = aggiungi(qui, corsista, " Naima.Nuova@posta.example ")
    assert chi == corsista.persona
    chi.refresh_from_db()
    assert chi.email == "naima.nuova@posta.example"
    assert [posta.to for posta in mail.outbox] == [["Naima Oulhaj <naima.nuova@posta.example>"]]
    riga = Operazione.objects.get(azione="aggiunge e-mail di un iscritto")
    assert riga.dati == {"persona": chi.pk}


def test_of_a_minor_the_address_is_of_who_answers_and_after_the_birthday_of_who_studies(qui):
    corsista = iscritto(qui, **DANYLO)
    legame = Responsabilita.objects.get(studente=corsista.persona)
    assert aggiungi(qui, corsista, "oksana.nuova@posta.example") == legame.adulto
    corsista.persona.refresh_from_db()
    assert corsista.persona.email == ""
    compleanno = datetime(2026, 9, 12, 9, tzinfo=ZoneInfo("Europe/Rome"))
    qui.segretaria.incarichi.update(al=None)
    assert aggiungi(qui, corsista, "danylo@posta.example", compleanno) == corsista.persona


def test_the_head_of_a_community_has_one_address_for_all_the_minors(qui):
    corsista = iscritto(qui, **(DANYLO | {"adulto_legame": "", "comunita": "Casa Aperta"}))
    responsabile = aggiungi(qui, corsista, "casa@posta.example")
    assert responsabile.affidati.get().legame == Legame.COMUNITA


@pytest.mark.parametrize("scritta", ["naima@posta.example", "altra@posta.example"])
def test_an_address_that_is_there_is_not_written_over(qui, scritta):
    corsista = iscritto(qui, senza_email=False)
    with pytest.raises(AttoRifiutato) as rifiuto:
        aggiungi(qui, corsista, scritta)
    assert codici(rifiuto) == ["ha_email"]


def test_the_address_of_somebody_else_is_refused_at_the_field(qui):
    corsista = iscritto(qui)
    PersonaFactory(istituto=qui.istituto, email="Sua@posta.example")
    with pytest.raises(AttoRifiutato) as rifiuto:
        aggiungi(qui, corsista, "sua@posta.example")
    assert [(v.codice, v.campo) for v in rifiuto.value.violazioni] == [("di_altri", "email")]
    assert not Invito.objects.filter(persona=corsista.persona).exists()


def test_where_nobody_answers_for_a_minor_nothing_is_written(qui):
    corsista = iscritto(qui, **DANYLO)
    Responsabilita.objects.update(al=OGGI - timedelta(days=1), dal=OGGI - timedelta(days=9))
    with pytest.raises(AttoRifiutato) as rifiuto:
        aggiungi(qui, corsista)
    assert codici(rifiuto) == ["senza_responsabile"]


def test_the_office_adds_it_from_the_page_of_the_person(qui):
    corsista = iscritto(qui)
    browser = entra(qui.segretaria)
    assert "Aggiungi un indirizzo e-mail" in parole(browser.get(dove("corsista", corsista.pk)))
    pagina = dove("corsista_email", corsista.pk)
    sbagliata = browser.post(pagina, {"email": "naima chiocciola posta"})
    assert sbagliata.status_code == 422
    assert "naima chiocciola posta" in parole(sbagliata)
    assert browser.post(pagina, {"email": "naima.nuova@posta.example"}).status_code == 302
    assert "Aggiungi un indirizzo e-mail" not in parole(browser.get(dove("corsista", corsista.pk)))
    assert "è già scritto" in parole(browser.get(pagina))
