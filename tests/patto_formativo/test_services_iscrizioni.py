"""Applications in PostgreSQL: what is written, what a refusal leaves as it was."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from cpia.atti.models import Operazione, Protocollo
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import AnnoScolastico, Incarico, Invito, Persona, Responsabilita
from patto_formativo.enums import Canale, GenereOfferta, StatoDomanda, TipoCarta
from patto_formativo.models import (
    AperturaIscrizioni,
    Carta,
    Corsista,
    DomandaIscrizione,
    Dossier,
    Offerta,
    QuadroOrario,
)
from patto_formativo.queries.iscrizioni.elenco import domanda_seguita, in_scadenza
from patto_formativo.services import iscrizioni as servizi
from patto_formativo.services.iscrizioni import DatiCarta
from tests.factories.patto import QuadroOrarioFactory, UnitaApprendimentoFactory
from tests.factories.scuola import PersonaFactory
from tests.patto_formativo.scena_iscrizioni import ADESSO, CODICE, DANYLO, OGGI, Scena

S = StatoDomanda


@pytest.fixture
def scena(db):
    return Scena()


def azioni():
    return list(Operazione.objects.order_by("pk").values_list("azione", flat=True))


def regole(domanda):
    return [voce["regola"] for voce in domanda.rilievi]


def accogli(scena, domanda, **conferme):
    return servizi.accogli_domanda(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, **conferme
    )


def perfeziona(scena, domanda, **altro):
    dati = {"pagata_il": OGGI, "pagamento": "pagoPA 1234"} | altro
    return servizi.perfeziona_domanda(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, **dati
    )


# presenting


def test_an_application_online_is_kept_as_it_was_written(scena):
    domanda, codice = scena.presenta(chiede_crediti=True)
    assert (domanda.stato, domanda.canale, domanda.tardiva) == (S.PRESENTATA, "online", False)
    assert domanda.protocollo is None
    assert regole(domanda) == ["in_tempo", "titolo", "valido"]
    assert domanda.carte.get().tipo == TipoCarta.PERMESSO
    riga = Operazione.objects.get(azione="presenta domanda di iscrizione")
    assert (riga.persona_id, riga.oggetto_id) == (None, domanda.pk)
    assert "Oulhaj" not in str(riga.dati)
    assert domanda_seguita(scena.istituto, codice.lower(), domanda.data_nascita) == domanda
    assert domanda_seguita(scena.istituto, codice, date(1989, 3, 15)) is None


def test_the_code_is_not_kept(scena):
    domanda, codice = scena.presenta()
    assert codice.replace("-", "") not in str(vars(domanda))


def test_the_same_form_sent_twice_is_one_application(scena):
    prima, codice = scena.presenta(chiave="una")
    seconda, ancora = scena.presenta(chiave="una")
    assert (seconda.pk, ancora) == (prima.pk, codice)
    assert DomandaIscrizione.objects.count() == 1
    assert Carta.objects.count() == 1
    assert azioni().count("presenta domanda di iscrizione") == 1


def test_the_same_form_with_other_words_is_refused(scena):
    scena.presenta(chiave="una")
    with pytest.raises(AttoRifiutato) as rifiuto:
        scena.presenta(chiave="una", nome="Nadia")
    assert rifiuto.value.violazioni[0].codice == "gia_presentata"
    assert DomandaIscrizione.objects.get().nome == "Naima"


def test_late_two_years_may_be_chosen(scena):
    tardi = ADESSO + timedelta(days=60)
    domanda, _ = scena.presenta(adesso=tardi, anni=2)
    assert (domanda.tardiva, domanda.anni) == (True, 2)
    puntuale, _ = scena.presenta(anni=2, codice_fiscale="")
    assert (puntuale.tardiva, puntuale.anni) == (False, 1)


def test_an_adult_without_a_valid_permit_is_warned_with_a_term(scena):
    senza, _ = scena.presenta(carte=[])
    assert "senza_permesso" in regole(senza)
    scaduto, _ = scena.presenta(
        codice_fiscale="", carte=[DatiCarta(TipoCarta.PERMESSO, scade=date(2023, 9, 1))]
    )
    assert "scaduto il 1º settembre 2023" in str(scaduto.rilievi)


def test_a_minor_is_never_refused_for_the_papers(scena):
    domanda, _ = scena.presenta(carte=[], **DANYLO)
    assert "minore" in regole(domanda)
    assert domanda.stato == S.PRESENTATA


@pytest.mark.parametrize(
    ("campi", "codice"),
    [
        (DANYLO | {"adulto_cognome": ""}, "minore_senza_adulto"),
        ({"data_nascita": date(2025, 1, 1)}, "nascita"),
        ({"stato_cittadinanza": ""}, "cittadinanza"),
    ],
)
def test_what_is_refused_leaves_nothing(scena, campi, codice):
    with pytest.raises(AttoRifiutato) as rifiuto:
        scena.presenta(**campi)
    assert rifiuto.value.violazioni[0].codice == codice
    assert not DomandaIscrizione.objects.exists()
    assert azioni() == []


def test_a_reserved_site_is_for_the_desk_only(scena):
    with pytest.raises(AttoRifiutato):
        scena.presenta(offerta_id=scena.corso_riservato.pk)
    domanda, _ = scena.presenta(
        offerta_id=scena.corso_riservato.pk, canale=Canale.SPORTELLO, nota_riservata="accolta"
    )
    assert domanda.offerta == scena.corso_riservato
    assert domanda.registrata_da == scena.segretaria


def test_a_closed_course_and_closed_enrolments(scena):
    chiuso = scena.offerta(scena.sede, aperta=False)
    for campi in ({"offerta_id": chiuso.pk}, {"offerta_id": 0},
                  {"adesso": ADESSO - timedelta(days=60)}):  # fmt: skip
        with pytest.raises(AttoRifiutato):
            scena.presenta(**campi)


def test_at_the_desk_it_is_protocolled_without_the_name(scena):
    domanda, _ = scena.presenta(canale=Canale.SPORTELLO)
    assert domanda.protocollo == Protocollo.objects.get()
    assert "Oulhaj" not in domanda.protocollo.oggetto
    assert domanda.protocollo.riservato


def test_a_second_application_online_tells_the_office_and_not_the_stranger(scena):
    prima, _ = scena.presenta()
    seconda, _ = scena.presenta()
    assert seconda.pk != prima.pk
    assert f"la domanda n. {prima.pk}" in str(seconda.rilievi)
    with pytest.raises(AttoRifiutato) as rifiuto:
        scena.presenta(canale=Canale.SPORTELLO)
    assert rifiuto.value.violazioni[0].campo == "codice_fiscale"
    assert not Protocollo.objects.exists()


# taking and refusing


def test_taking_an_application_makes_the_person_and_invites(
    scena, django_capture_on_commit_callbacks
):
    domanda = scena.accolta()
    persona = Persona.objects.get(codice_fiscale=CODICE)
    assert (domanda.stato, domanda.persona, domanda.accolta_il) == (S.ACCOLTA, persona, ADESSO)
    assert persona.email == "naima@posta.example"
    assert domanda.protocollo is not None
    assert Invito.objects.get().persona == persona
    assert not Incarico.objects.filter(persona=persona).exists()
    assert "accoglie domanda di iscrizione" in azioni()


def test_the_person_with_the_same_code_is_the_same_person(scena):
    nota = PersonaFactory(
        istituto=scena.istituto, cognome="OULHAJ", nome="Naima", codice_fiscale=CODICE,
        email="vecchia@posta.example",
    )  # fmt: skip
    domanda = scena.accolta()
    nota.refresh_from_db()
    assert domanda.persona == nota
    # What a stranger writes online does not take the mailbox of somebody who is known.
    assert nota.email == "vecchia@posta.example"
    assert nota.data_nascita == date(1989, 3, 14)


def test_the_same_code_with_another_surname_is_refused(scena):
    PersonaFactory(istituto=scena.istituto, cognome="Altra", codice_fiscale=CODICE)
    domanda, _ = scena.presenta()
    with pytest.raises(AttoRifiutato):
        servizi.accogli_domanda(autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)
    domanda.refresh_from_db()
    assert (domanda.stato, domanda.persona) == (S.PRESENTATA, None)
    assert not Invito.objects.exists()


def test_the_same_code_with_another_day_of_birth_is_refused(scena):
    PersonaFactory(
        istituto=scena.istituto, cognome="Oulhaj", codice_fiscale=CODICE,
        data_nascita=date(1990, 3, 14),
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        scena.accolta()
    assert rifiuto.value.violazioni[0].codice == "altra_persona"


def test_nobody_is_enrolled_whose_identity_is_to_be_checked(scena):
    PersonaFactory(
        istituto=scena.istituto, cognome="Oulhaj", codice_fiscale=CODICE,
        identita_da_accertare=True, con_accesso=True,
    )  # fmt: skip
    domanda, _ = scena.presenta()
    with pytest.raises(AttoRifiutato) as rifiuto:
        accogli(scena, domanda)
    assert rifiuto.value.violazioni[0].codice == "identita_da_accertare"
    assert not Incarico.objects.filter(ruolo=Ruolo.STUDENTE).exists()


def test_the_mailbox_of_who_is_known_is_confirmed_by_the_office(scena):
    nota = PersonaFactory(
        istituto=scena.istituto, cognome="Oulhaj", codice_fiscale=CODICE, email=""
    )
    scena.accolta()
    nota.refresh_from_db()
    assert nota.email == ""
    assert not Invito.objects.exists()


def test_the_mailbox_that_the_office_confirms_gets_the_credentials(scena):
    nota = PersonaFactory(
        istituto=scena.istituto, cognome="Oulhaj", codice_fiscale=CODICE, email=""
    )
    accogli(scena, scena.presenta()[0], conferma_email=True)
    nota.refresh_from_db()
    assert nota.email == "naima@posta.example"
    assert Invito.objects.get().persona == nota


def test_a_second_one_for_the_same_path_is_not_taken(scena):
    scena.accolta()
    domanda, _ = scena.presenta()
    with pytest.raises(AttoRifiutato) as rifiuto:
        servizi.accogli_domanda(autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)
    assert rifiuto.value.violazioni[0].codice == "gia_accolta"
    assert Persona.objects.filter(codice_fiscale=CODICE).count() == 1


def test_the_credentials_of_a_minor_go_to_who_answers(scena):
    domanda = scena.accolta(**DANYLO)
    madre = Persona.objects.get(nome="Oksana")
    riga = Responsabilita.objects.get()
    assert (riga.studente, riga.adulto, riga.legame) == (domanda.persona, madre, "genitore")
    assert domanda.persona.email == ""
    assert Invito.objects.get().persona == madre


def danylo_noto(scena, **limite):
    """Danylo with the father who answers for him."""
    persona = PersonaFactory(
        istituto=scena.istituto, cognome="Hrytsenko", nome="Danylo",
        codice_fiscale=DANYLO["codice_fiscale"], data_nascita=DANYLO["data_nascita"],
    )  # fmt: skip
    padre = PersonaFactory(
        istituto=scena.istituto, cognome="Hrytsenko", nome="Petro", email="petro@posta.example"
    )
    Responsabilita.objects.create(
        istituto=scena.istituto, studente=persona, adulto=padre, legame="genitore",
        dal=OGGI - timedelta(days=90), **limite,
    )  # fmt: skip
    return padre


def test_nobody_new_answers_for_a_known_minor_without_a_confirmation(scena):
    danylo_noto(scena, limite="decreto n. 4")
    domanda, _ = scena.presenta(**DANYLO | {"adulto_nome": "Pietro", "email": "p@posta.example"})
    with pytest.raises(AttoRifiutato) as rifiuto:
        accogli(scena, domanda)
    violazione = rifiuto.value.violazioni[0]
    assert violazione.campo == "conferma_responsabile"
    assert "Petro Hrytsenko (genitore, limitato: decreto n. 4)" in violazione.testo
    assert Responsabilita.objects.count() == 1
    assert not Invito.objects.exists()
    accogli(scena, domanda, conferma_responsabile=True)
    assert Responsabilita.objects.count() == 2


def test_who_answers_already_needs_no_confirmation(scena):
    padre = danylo_noto(scena)
    scena.accolta(**DANYLO | {"adulto_nome": "Petro", "email": padre.email})
    assert Invito.objects.get().persona == padre


def test_who_is_limited_gets_no_credentials(scena):
    padre = danylo_noto(scena, limite="decreto n. 4")
    scena.accolta(**DANYLO | {"adulto_nome": "Petro", "email": padre.email})
    assert not Invito.objects.exists()


def test_who_has_left_may_apply_again_in_the_same_year(scena):
    corsista = perfeziona(scena, scena.accolta())
    Corsista.objects.filter(pk=corsista.pk).update(
        stato="ritirato", chiuso_il=OGGI, motivo_chiusura="Trova lavoro."
    )
    domanda, _ = scena.presenta(canale=Canale.SPORTELLO)
    assert accogli(scena, domanda).stato == S.ACCOLTA


def test_one_head_answers_for_all_the_minors_of_a_community(scena):
    ospite = {"adulto_legame": "comunita", "comunita": "Casa Aperta"}
    minori = (
        ("Danylo", date(2008, 9, 12), "Oksana"),
        ("Taras", date(2009, 1, 3), "Oksana"),
        # The same mailbox, the name typed otherwise: the same head.
        ("Yuri", date(2008, 2, 1), "Ossana"),
    )
    for nome, nascita, adulto in minori:
        campi = {"nome": nome, "data_nascita": nascita, "codice_fiscale": ""}
        perfeziona(scena, scena.accolta(**DANYLO | ospite | campi | {"adulto_nome": adulto}))
    responsabile = Persona.objects.get(nome="Oksana")
    assert responsabile.affidati.count() == 3
    assert Incarico.objects.filter(persona=responsabile, ruolo=Ruolo.RESPONSABILE).count() == 1


def test_a_refusal_has_its_reason_and_is_read_with_the_code(scena):
    domanda, codice = scena.presenta()
    with pytest.raises(AttoRifiutato):
        servizi.respingi_domanda(
            autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, motivo="  "
        )
    servizi.respingi_domanda(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, motivo="Corso completo."
    )
    seguita = domanda_seguita(scena.istituto, codice, domanda.data_nascita)
    assert (seguita.stato, seguita.motivo) == (S.RESPINTA, "Corso completo.")
    with pytest.raises(AttoRifiutato):
        servizi.accogli_domanda(autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk)


def test_giving_up_before_the_fee(scena):
    domanda = scena.accolta()
    servizi.registra_rinuncia(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk, motivo="Trova lavoro."
    )
    domanda.refresh_from_db()
    assert domanda.stato == S.RINUNCIATA
    with pytest.raises(AttoRifiutato):
        perfeziona(scena, domanda)


# the fee


def test_the_fee_completes_the_enrolment(scena):
    corsista = perfeziona(scena, scena.accolta(chiede_crediti=True))
    domanda = corsista.domanda
    assert (domanda.stato, domanda.quota) == (S.PERFEZIONATA, Decimal("10.00"))
    assert (corsista.iscritto_il, corsista.ultimo_anno) == (OGGI, None)
    assert Dossier.objects.get().corsista == corsista
    ruolo = Incarico.objects.get(persona=corsista.persona)
    assert (ruolo.ruolo, ruolo.dal, ruolo.al) == (Ruolo.STUDENTE, OGGI, date(2024, 8, 31))


def test_who_asks_for_no_credit_has_no_dossier_yet(scena):
    perfeziona(scena, scena.accolta())
    assert not Dossier.objects.exists()


def test_two_years_end_in_the_year_after(scena):
    tardi = ADESSO + timedelta(days=60)
    domanda, _ = scena.presenta(adesso=tardi, anni=2)
    servizi.accogli_domanda(autore=scena.ufficio(tardi), adesso=tardi, domanda_id=domanda.pk)
    corsista = servizi.perfeziona_domanda(
        autore=scena.ufficio(tardi), adesso=tardi, domanda_id=domanda.pk,
        pagata_il=tardi.date(), pagamento="pagoPA 1",
    )  # fmt: skip
    assert corsista.ultimo_anno.inizio == 2024
    assert Incarico.objects.get(persona=corsista.persona).al == date(2025, 8, 31)


def test_an_exemption_has_its_reason_and_no_fee(scena):
    domanda = scena.accolta()
    with pytest.raises(AttoRifiutato):
        perfeziona(scena, domanda, pagamento=" ", esonero=True)
    perfeziona(scena, domanda, pagamento="ospite di una comunità", esonero=True)
    domanda.refresh_from_db()
    assert (domanda.quota, domanda.pagamento) == (Decimal(0), "ospite di una comunità")


def test_a_course_that_widens_the_offer_has_no_path(scena):
    corso = scena.offerta(scena.sede, GenereOfferta.AMPLIAMENTO, titolo="Informatica")
    domanda = scena.accolta(offerta_id=corso.pk)
    assert perfeziona(scena, domanda) is None
    assert not Corsista.objects.exists()
    assert Incarico.objects.filter(persona=domanda.persona, ruolo=Ruolo.STUDENTE).exists()


@pytest.mark.parametrize(
    ("campi", "dove"),
    [
        ({"pagata_il": OGGI + timedelta(days=1)}, "pagata_il"),
        ({"pagata_il": OGGI - timedelta(days=1)}, "pagata_il"),
        ({"pagamento": ""}, "pagamento"),
    ],
)
def test_a_fee_that_cannot_be(scena, campi, dove):
    domanda = scena.accolta()
    prima = azioni()
    with pytest.raises(AttoRifiutato) as rifiuto:
        perfeziona(scena, domanda, **campi)
    assert [violazione.campo for violazione in rifiuto.value.violazioni] == [dove]
    domanda.refresh_from_db()
    assert domanda.stato == S.ACCOLTA
    assert azioni() == prima
    assert not Corsista.objects.exists()


def test_without_a_fee_of_the_consiglio_only_an_exemption(scena):
    scena.apertura.quota = None
    scena.apertura.save(update_fields=["quota"])
    domanda = scena.accolta()
    with pytest.raises(AttoRifiutato):
        perfeziona(scena, domanda)
    assert perfeziona(scena, domanda, esonero=True) is not None


# papers


def test_a_paper_is_verified_or_is_wrong(scena):
    domanda, _ = scena.presenta()
    carta = domanda.carte.get()
    servizi.verifica_carta(
        autore=scena.ufficio(), adesso=ADESSO, carta_id=carta.pk, non_va="illeggibile"
    )
    assert in_scadenza(scena.ufficio())[0].giudizio.esito == "manca"
    servizi.verifica_carta(autore=scena.ufficio(), adesso=ADESSO, carta_id=carta.pk)
    carta.refresh_from_db()
    assert (carta.non_va, carta.verificata_da) == ("", scena.segretaria)
    assert in_scadenza(scena.ufficio()) == []


def test_what_expires_has_its_day(scena):
    scena.presenta(
        codice_fiscale="", carte=[DatiCarta(TipoCarta.PERMESSO, scade=OGGI + timedelta(days=20))]
    )
    scena.presenta(codice_fiscale="", carte=[])
    scena.presenta(codice_fiscale="", carte=[DatiCarta(TipoCarta.RINNOVO)])
    fra_dieci = ADESSO + timedelta(days=10)
    righe = in_scadenza(scena.ufficio(fra_dieci))
    # The term of who has none runs from the application, and does not move with today.
    assert [riga.entro for riga in righe] == [
        OGGI + timedelta(days=20), date(2023, 11, 2),
    ]  # fmt: skip


def test_a_paper_brought_later_puts_it_in_order(scena):
    domanda, _ = scena.presenta(carte=[])
    servizi.aggiungi_carta(
        autore=scena.ufficio(), adesso=ADESSO, domanda_id=domanda.pk,
        dati=DatiCarta(TipoCarta.PROTEZIONE),
    )  # fmt: skip
    assert in_scadenza(scena.ufficio()) == []


# the year


def test_a_new_year_begins_with_what_was_offered_before(scena):
    quadro = QuadroOrarioFactory(istituto=scena.istituto, anno_scolastico=scena.anno)
    UnitaApprendimentoFactory(istituto=scena.istituto, quadro=quadro)
    anno = servizi.copia_anno(autore=scena.ufficio(), adesso=ADESSO, inizio=2024)
    assert Offerta.objects.filter(anno_scolastico=anno).count() == 2
    copiato = QuadroOrario.objects.get(anno_scolastico=anno)
    assert (copiato.ore, copiato.unita.count()) == (quadro.ore, 1)
    assert QuadroOrario.objects.get(pk=quadro.pk).unita.count() == 1
    assert not AperturaIscrizioni.objects.filter(anno_scolastico=anno).exists()
    with pytest.raises(AttoRifiutato):
        servizi.copia_anno(autore=scena.ufficio(), adesso=ADESSO, inizio=2024)
    assert Offerta.objects.filter(anno_scolastico=anno).count() == 2


def test_a_year_before_which_there_was_nothing(scena):
    with pytest.raises(AttoRifiutato):
        servizi.copia_anno(autore=scena.ufficio(), adesso=ADESSO, inizio=2030)
    assert not AnnoScolastico.objects.filter(inizio=2030).exists()
