"""Registering from outside: what a letter holds, whom the link makes, how the role ends."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.avvisi.services.consegna import Giro, consegna_prossimo
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Invito, Persona
from selezioni_pon.models import RegistrazioneCandidato
from selezioni_pon.rules.esterni import LETTERE_AL_GIORNO
from selezioni_pon.services import esterni as servizi
from selezioni_pon.services.esterni.lettere import ancora_dovuta
from tests.factories.candidature import inviata
from tests.factories.scuola import ADESSO, IstitutoFactory, PersonaFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_esterni import MARIO, POI, candidato, chiede, esterno

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scena:
    casa = scena()
    esterno(casa)
    return casa


def conferma(casa, codice, adesso=POI):
    return servizi.conferma_registrazione(istituto=casa.istituto, adesso=adesso, codice=codice)


def sportello(casa, **altro):
    conferme = {n: altro.pop(n) for n in ("codice_confermato", "email_cambiata") if n in altro}
    return casa.atto(servizi.registra_allo_sportello, dati=replace(MARIO, **altro), **conferme)


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


# Asked for


def test_who_asks_gets_a_link_and_only_its_hash_is_kept(casa):
    codice = chiede(casa)
    riga = RegistrazioneCandidato.objects.get()
    assert codice
    assert codice not in str(riga.__dict__)
    assert riga.scade_il - riga.chiesta_il == timedelta(hours=48)
    assert not Persona.objects.filter(codice_fiscale=MARIO.codice_fiscale).exists()
    lettera = Promemoria.objects.get()
    assert (lettera.email, lettera.destinatario) == (MARIO.email, None)
    assert codice not in lettera.indirizzo


def test_once_it_has_left_the_letter_keeps_no_code(casa, posta):
    codice = chiede(casa)
    consegna_prossimo(istituto_id=casa.istituto.pk, adesso=POI, giro=Giro())
    [messaggio] = posta.messaggi
    assert f"/selezioni/esterni/conferma/{codice}/" in messaggio.get_content()
    assert Promemoria.objects.get().testo == ""


@pytest.mark.parametrize(
    "noto",
    [
        {"codice_fiscale": MARIO.codice_fiscale, "email": "altra@example.it"},
        {"codice_fiscale": MARIO.codice_fiscale},
        {"email": "Mario@Example.it"},
    ],
)
def test_who_is_known_with_another_mailbox_is_led_to_the_office(casa, noto):
    """The act does the same things: only the letter differs, and it names nothing that is known."""
    PersonaFactory(istituto=casa.istituto, cognome="Nascosto", **noto)
    assert chiede(casa) == ""
    lettera = Promemoria.objects.get()
    assert "segreteria" in lettera.testo
    assert "Nascosto" not in lettera.testo
    assert "altra@" not in lettera.testo
    assert RegistrazioneCandidato.objects.count() == 1


def test_a_mailbox_gets_a_few_letters_a_day(casa):
    for _ in range(LETTERE_AL_GIORNO + 2):
        chiede(casa)
    assert Promemoria.objects.count() == LETTERE_AL_GIORNO
    assert chiede(casa, ADESSO + timedelta(hours=25))


def test_without_an_open_call_nobody_registers(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        chiede(casa, ADESSO + timedelta(days=60))
    assert codici(rifiuto) == ["nessun_avviso"]
    assert not RegistrazioneCandidato.objects.exists()


def test_the_letter_is_due_while_the_link_opens(casa):
    codice = chiede(casa)
    lettera = Promemoria.objects.get()
    assert ancora_dovuta(lettera, POI)
    assert not ancora_dovuta(lettera, ADESSO + timedelta(hours=48))
    conferma(casa, codice)
    assert not ancora_dovuta(lettera, POI)


# Confirmed


def test_the_link_makes_a_candidate_who_is_invited_at_once(casa):
    fatta = conferma(casa, chiede(casa))
    mario = Persona.objects.get(codice_fiscale=MARIO.codice_fiscale)
    assert (mario.nome_e_cognome, mario.email, mario.sesso) == ("Mario Rossi", MARIO.email, "M")
    assert mario.utente is None
    [incarico] = mario.incarichi.all()
    assert (incarico.ruolo, str(incarico.dal), str(incarico.al)) == (
        Ruolo.CANDIDATO, "2024-06-05", "2025-06-05",
    )  # fmt: skip
    assert fatta.invito.startswith(f"/{casa.istituto.slug}/")
    assert Invito.objects.get().persona == mario
    [riga] = Operazione.objects.filter(azione="conferma registrazione di candidato")
    assert (riga.oggetto_id, riga.persona, riga.dati) == (mario.pk, None, {"incarico": incarico.pk})


def test_the_day_of_birth_is_that_of_the_code_and_not_written_over(casa):
    conferma(casa, chiede(casa))
    mario = Persona.objects.get(codice_fiscale=MARIO.codice_fiscale)
    assert mario.data_nascita == date(1980, 1, 1)
    Persona.objects.filter(pk=mario.pk).update(data_nascita=date(1980, 1, 2))
    conferma(casa, chiede(casa))
    mario.refresh_from_db()
    assert mario.data_nascita == date(1980, 1, 2)


def test_a_link_opens_once_and_for_two_days(casa):
    primo, secondo = chiede(casa), chiede(casa)
    with pytest.raises(servizi.RegistrazioneNonValida) as scaduta:
        conferma(casa, primo, ADESSO + timedelta(hours=48))
    assert not scaduta.value.sconosciuta
    conferma(casa, primo)
    for codice, sconosciuta in ((primo, False), (secondo, True), ("inventato", True)):
        with pytest.raises(servizi.RegistrazioneNonValida) as rifiuto:
            conferma(casa, codice)
        assert rifiuto.value.sconosciuta is sconosciuta
    assert Incarico.objects.filter(ruolo=Ruolo.CANDIDATO).count() == 1


def test_a_link_of_another_school_opens_nothing(casa, proprietario):
    codice = chiede(casa)
    altra = IstitutoFactory()
    tenancy.imposta(istituto_id=altra.pk)
    with pytest.raises(servizi.RegistrazioneNonValida):
        servizi.conferma_registrazione(istituto=altra, adesso=POI, codice=codice)


def test_who_is_known_with_this_mailbox_stays_the_same_person(casa):
    madre = PersonaFactory(
        istituto=casa.istituto, cognome="Rossi Verdi", codice_fiscale=MARIO.codice_fiscale,
        email="MARIO@example.it", con_accesso=True,
    )  # fmt: skip
    fatta = conferma(casa, chiede(casa))
    assert (fatta.persona, fatta.invito) == (madre, "")
    assert fatta.persona.cognome == "Rossi Verdi"
    assert madre.incarichi.get().ruolo == Ruolo.CANDIDATO


def test_who_registers_again_keeps_one_role_that_lasts_longer(casa):
    conferma(casa, chiede(casa))
    dopo = ADESSO + timedelta(days=10)
    conferma(casa, chiede(casa, dopo), dopo)
    [incarico] = Incarico.objects.filter(ruolo=Ruolo.CANDIDATO)
    assert str(incarico.al) == "2025-06-15"


def test_who_works_in_the_school_needs_no_other_role(casa):
    Persona.objects.filter(pk=casa.docente.pk).update(
        codice_fiscale=MARIO.codice_fiscale, email=MARIO.email
    )
    fatta = conferma(casa, chiede(casa))
    assert fatta.persona == casa.docente
    assert not casa.docente.incarichi.filter(ruolo=Ruolo.CANDIDATO).exists()
    with pytest.raises(AttoRifiutato) as rifiuto:
        sportello(casa, cognome=casa.docente.cognome, codice_confermato=True)
    assert codici(rifiuto) == ["lavora_qui"]


def test_who_is_known_meanwhile_goes_to_the_office(casa):
    codice = chiede(casa)
    PersonaFactory(istituto=casa.istituto, codice_fiscale=MARIO.codice_fiscale, email="a@b.it")
    with pytest.raises(AttoRifiutato) as rifiuto:
        conferma(casa, codice)
    assert codici(rifiuto) == ["in_segreteria"]
    assert not Incarico.objects.filter(ruolo=Ruolo.CANDIDATO).exists()
    assert RegistrazioneCandidato.objects.get().confermata_il is None


# At the desk


def test_the_office_registers_and_invites(casa, posta, django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        persona, spedizione = sportello(casa)
    assert spedizione.inviati == [persona]
    assert MARIO.email in posta.messaggi[0]["To"]
    riga = Operazione.objects.get(azione="registra candidato allo sportello")
    assert (riga.persona, riga.oggetto_id) == (casa.segretaria, persona.pk)


def test_at_the_desk_a_doubt_is_confirmed(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        sportello(casa, cognome="Bianchi")
    assert codici(rifiuto) == ["codice_in_dubbio", "codice_da_confermare"]
    assert not Persona.objects.filter(codice_fiscale=MARIO.codice_fiscale).exists()
    persona, _ = sportello(casa, cognome="Bianchi", codice_confermato=True)
    assert persona.cognome == "Bianchi"


def test_the_mailbox_of_who_is_known_changes_only_when_it_is_said(casa):
    nota = PersonaFactory(
        istituto=casa.istituto, cognome="ROSSI", codice_fiscale=MARIO.codice_fiscale, email="a@b.it"
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        sportello(casa)
    assert codici(rifiuto) == ["altra_email"]
    sportello(casa, email_cambiata=True)
    nota.refresh_from_db()
    assert nota.email == MARIO.email


@pytest.mark.parametrize(
    ("nota", "codice"),
    [
        ({"email": MARIO.email}, "di_altri"),
        ({"codice_fiscale": MARIO.codice_fiscale, "cognome": "Verdi"}, "altra_persona"),
    ],
)
def test_what_is_of_somebody_else_is_refused_at_the_desk(casa, nota, codice):
    PersonaFactory(istituto=casa.istituto, **nota)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sportello(casa)
    assert codici(rifiuto) == [codice]
    assert not Incarico.objects.filter(ruolo=Ruolo.CANDIDATO).exists()


def test_who_signs_in_already_keeps_the_own_mailbox(casa):
    nota = PersonaFactory(
        istituto=casa.istituto, cognome="Rossi", codice_fiscale=MARIO.codice_fiscale,
        email="a@b.it", con_accesso=True,
    )  # fmt: skip
    persona, spedizione = sportello(casa)
    assert (persona, persona.email) == (nota, "a@b.it")
    assert not spedizione.inviati
    assert not Invito.objects.exists()


# The end of the role


def termina(casa, persona, motivo="L’ha chiesto lei."):
    casa.atto(servizi.termina_ruolo, persona_id=persona.pk, motivo=motivo)


def test_the_office_ends_a_role_and_the_sessions_with_it(casa):
    persona = candidato(casa)
    Client().force_login(persona.utente)
    assert Session.objects.count() == 1
    termina(casa, persona)
    assert persona.incarichi.get().revocato_il == ADESSO
    assert not Session.objects.exists()
    assert Operazione.objects.filter(azione="revoca incarico").exists()
    with pytest.raises(AttoRifiutato) as rifiuto:
        termina(casa, persona)
    assert codici(rifiuto) == ["non_candidato"]


def test_a_role_is_not_ended_without_a_reason_or_in_a_procedure(casa):
    persona = candidato(casa)
    with pytest.raises(AttoRifiutato) as rifiuto:
        termina(casa, persona, " ")
    assert codici(rifiuto) == ["motivo"]
    inviata(esterno(casa, scaduto=True), persona, {})
    with pytest.raises(AttoRifiutato) as rifiuto:
        termina(casa, persona)
    assert codici(rifiuto) == ["in_procedura"]
    assert persona.incarichi.get().revocato_il is None


def test_the_role_lasts_as_long_as_the_procedure(casa):
    """Until the call is over: who only registered, or whose call is concluded, is let go."""
    in_attesa, senza, conclusa = (candidato(casa) for _ in range(3))
    inviata(esterno(casa, scaduto=True), in_attesa, {})
    inviata(esterno(casa, concluso=True), conclusa, {})

    def prolunga(adesso):
        return servizi.prolunga_ruoli(istituto_id=casa.istituto.pk, adesso=adesso)

    assert prolunga(ADESSO) == 0
    quasi = ADESSO + timedelta(days=310)
    assert prolunga(quasi) == 1
    assert prolunga(quasi) == 0
    fine = {p.pk: p.incarichi.get().al for p in (in_attesa, senza, conclusa)}
    assert str(fine[in_attesa.pk]) == "2026-04-11"
    assert fine[senza.pk] == fine[conclusa.pk] == ADESSO.date() + timedelta(days=365)
    assert Operazione.objects.filter(azione="prolunga ruolo di candidato").count() == 1


def test_what_was_never_confirmed_goes(casa):
    chiede(casa)
    confermata = chiede(casa, email="altra@example.it")

    def spazza(giorni):
        return servizi.spazza_registrazioni(
            istituto_id=casa.istituto.pk, adesso=ADESSO + timedelta(days=giorni)
        )

    conferma(casa, confermata)
    assert [spazza(1), spazza(2), spazza(2)] == [0, 1, 0]
    assert [spazza(30), spazza(31), spazza(31)] == [0, 1, 0]
