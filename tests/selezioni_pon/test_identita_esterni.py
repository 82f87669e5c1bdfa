"""Whoever knows a codice fiscale can register under it: nobody becomes a teacher or a parent so."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.importazione.rules.tracciati import Tipo
from cpia.scuola.incarichi import services as incarichi
from cpia.scuola.incarichi.services import IncaricoRifiutato
from cpia.scuola.models import Invito, Persona, Responsabilita
from cpia.scuola.services import importazioni
from cpia.scuola.services.identita import disconosci_accesso
from selezioni_pon.services import esterni as servizi
from selezioni_pon.services.infanzia.persone import Adulto, affida
from tests.factories.scuola import ADESSO, PersonaFactory, UtenteFactory, contesto
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_esterni import MARIO, POI, chiede, esterno

pytestmark = pytest.mark.django_db
SUA = "mario.rossi@posta.it"
DOCENTI = f"cognome;nome;codice fiscale;e-mail\nRossi;Mario;{MARIO.codice_fiscale};{SUA}"


@pytest.fixture
def casa() -> Scena:
    casa = scena()
    esterno(casa)
    return casa


@pytest.fixture
def impostore(casa) -> Persona:
    """Somebody who has proved a mailbox, and signs in."""
    codice = chiede(casa)
    fatta = servizi.conferma_registrazione(istituto=casa.istituto, adesso=POI, codice=codice)
    fatta.persona.utente = UtenteFactory(email=MARIO.email)
    fatta.persona.save(update_fields=["utente"])
    return Persona.objects.get(pk=fatta.persona.pk)


def sportello(casa, **altro):
    conferme = {n: altro.pop(n) for n in ("email_cambiata",) if n in altro}
    return casa.atto(servizi.registra_allo_sportello, dati=replace(MARIO, **altro), **conferme)


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


# The takeover


def test_a_teacher_who_is_imported_later_does_not_get_the_login_of_who_registered(casa, impostore):
    autore = contesto(casa.segretaria)
    caricata = importazioni.carica_importazione(
        autore=autore, adesso=ADESSO, tipo=Tipo.DOCENTI, anno=2023, nome_file="docenti.csv",
        contenuto=DOCENTI.encode(),
    )  # fmt: skip
    with pytest.raises(importazioni.ImportazioneRifiutata):
        importazioni.esegui_importazione(
            autore=autore, adesso=ADESSO, importazione=caricata, solo_giuste=False
        )
    [proposta], _ = importazioni.esamina(caricata, ADESSO)
    [rilievo] = proposta.rilievi
    assert "Rossi Mario è da accertare" in rilievo.testo
    impostore.refresh_from_db()
    assert impostore.email == MARIO.email


def test_nothing_is_conferred_on_who_registered(casa, impostore):
    with pytest.raises(IncaricoRifiutato, match="da accertare"):
        incarichi.conferisci_incarico(
            autore=contesto(casa.segretaria), adesso=ADESSO, persona=impostore, ruolo=Ruolo.TUTOR,
            dal=ADESSO.date(), atto="Decreto n. 1",
        )  # fmt: skip
    assert contesto(impostore).ruoli == {Ruolo.CANDIDATO}


def test_the_list_of_the_candidates_says_who_is_still_to_be_seen(
    casa, impostore, monkeypatch, settings
):
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr(orologio, "adesso", lambda: POI)
    browser = Client()
    browser.force_login(casa.segretaria.utente)
    pagina = browser.get(reverse("selezioni:candidati", args=[casa.istituto.slug]))
    assert "identità da accertare" in pagina.content.decode()


def test_no_child_is_entrusted_to_who_registered(casa, impostore):
    bambino = PersonaFactory(istituto=casa.istituto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        affida(contesto(casa.segretaria), ADESSO, bambino, (Adulto("Rossi", "Mario", MARIO.email),))
    assert codici(rifiuto) == ["identita_da_accertare"]
    assert not Responsabilita.objects.exists()


# At the desk


def test_at_the_desk_a_document_settles_it(casa, impostore):
    persona, _ = sportello(casa)
    impostore.refresh_from_db()
    assert (persona, impostore.identita_da_accertare) == (impostore, False)
    riga = Operazione.objects.get(azione="accerta identità")
    assert (riga.oggetto_id, riga.persona) == (impostore.pk, casa.segretaria)


def test_at_the_desk_the_login_of_another_mailbox_is_not_taken_for_who_is_there(casa, impostore):
    with pytest.raises(AttoRifiutato) as rifiuto:
        sportello(casa, email=SUA)
    assert codici(rifiuto) == ["altro_accesso"]
    impostore.refresh_from_db()
    assert impostore.identita_da_accertare
    casa.atto(disconosci_accesso, persona=impostore)
    persona, _ = sportello(casa, email=SUA)
    assert (persona, persona.email, persona.utente) == (impostore, SUA, None)
    assert contesto(persona).ruoli == {Ruolo.CANDIDATO}
    assert Invito.objects.filter(persona=persona).exists()


def test_who_has_no_login_yet_gets_it_by_the_mailbox_of_the_desk(casa):
    servizi.conferma_registrazione(istituto=casa.istituto, adesso=POI, codice=chiede(casa))
    persona, _ = sportello(casa, email=SUA, email_cambiata=True)
    assert (persona.email, persona.identita_da_accertare) == (SUA, False)


def test_who_is_new_at_the_desk_or_known_already_is_not_in_doubt(casa):
    nota = PersonaFactory(
        istituto=casa.istituto, codice_fiscale=MARIO.codice_fiscale, email=MARIO.email
    )
    servizi.conferma_registrazione(istituto=casa.istituto, adesso=POI, codice=chiede(casa))
    nota.refresh_from_db()
    assert not nota.identita_da_accertare
    nuova, _ = sportello(
        casa, cognome="Verdi", nome="Luca", codice_fiscale="VRDLCU80A01H501G",
        email="luca@example.it",
    )  # fmt: skip
    assert not nuova.identita_da_accertare


def test_who_lost_the_login_does_not_come_back_by_the_public_page(casa, impostore):
    prima = chiede(casa)
    casa.atto(disconosci_accesso, persona=impostore)
    with pytest.raises(AttoRifiutato) as rifiuto:
        servizi.conferma_registrazione(istituto=casa.istituto, adesso=POI, codice=prima)
    assert codici(rifiuto) == ["in_segreteria"]
    assert chiede(casa) == ""
