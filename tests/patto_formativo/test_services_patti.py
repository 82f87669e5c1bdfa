"""The life of an agreement: each act, what it refuses, what it leaves written."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from django.db import IntegrityError, connection, transaction

from cpia.atti.models import Operazione
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Responsabilita
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.enums import StatoPatto
from patto_formativo.models import FirmaPatto, RichiestaModifica, UnitaDelPatto, Versione
from patto_formativo.queries.patti import in_vigore, versione_corrente
from patto_formativo.queries.patti.piano import giudizio, misure_della
from patto_formativo.rules.firme import Parte
from patto_formativo.services import patti
from patto_formativo.services.patti.stampa import passi, stampa_patti
from tests.factories.organi import DeliberaFactory, OrganoFactory
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    PersonaFactory,
    ResponsabilitaFactory,
)
from tests.patto_formativo.scena_patti import MINORENNE, Scena, prepara


@pytest.fixture
def qui(db, monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        yield prepara(istituto)


def codici(errore) -> set[str]:
    return {violazione.codice for violazione in errore.value.violazioni}


def fresca(versione: Versione) -> Versione:
    return Versione.objects.get(pk=versione.pk)


def azioni(versione: Versione) -> list[str]:
    righe = Operazione.objects.filter(
        oggetto_tipo="patto_formativo.versione", oggetto_id=versione.pk
    )
    return list(righe.order_by("id").values_list("azione", flat=True))


# A draft


def test_a_draft_takes_the_hours_of_the_day_and_the_timetable_of_the_offer(qui):
    qui.accoglie(qui.corsista, "10.5")
    versione = patti.apri_patto(**qui.fa(qui.tutor), corsista_id=qui.corsista.pk)
    assert (versione.numero, versione.stato) == (1, "bozza")
    assert (versione.ore_totali, versione.ore_accoglienza) == (400, Decimal("11.5"))
    assert "dalle 17.00 alle 20.00" in versione.quando
    assert "aula 4" in versione.quando
    assert azioni(versione) == ["apre patto"]


def test_a_second_click_opens_no_second_agreement(qui):
    prima = patti.apri_patto(**qui.fa(qui.tutor), corsista_id=qui.corsista.pk)
    assert patti.apri_patto(**qui.fa(qui.tutor), corsista_id=qui.corsista.pk) == prima
    assert Versione.objects.count() == 1


def test_a_reserved_site_is_not_written_in_the_agreement(qui):
    sede = qui.corsista.offerta.sede
    sede.riservata = True
    sede.save(update_fields=["riservata"])
    versione = patti.apri_patto(**qui.fa(qui.tutor), corsista_id=qui.corsista.pk)
    assert sede.nome not in versione.quando


def test_what_widens_the_offer_has_no_agreement(qui):
    offerta = qui.corsista.offerta
    offerta.genere, offerta.titolo = "ampliamento", "Ceramica"
    offerta.save(update_fields=["genere", "titolo"])
    with pytest.raises(AttoRifiutato) as errore:
        patti.apri_patto(**qui.fa(qui.tutor), corsista_id=qui.corsista.pk)
    assert codici(errore) == {"senza_patto"}


def test_the_units_are_filled_to_the_cent_of_the_plan(qui):
    qui.accoglie(qui.corsista, "9.37")
    versione = qui.bozza()
    ore = sum((riga.ore for riga in versione.unita.all()), Decimal(0))
    assert Fraction(ore) == misure_della(versione).psp == Fraction("389.63")
    assert not giudizio(versione, ADESSO.date())


def test_a_wrong_sum_is_kept_and_said(qui):
    versione = qui.bozza()
    salvata = qui.salva(versione, versione.revisione, ore=Decimal(1), prova="")
    trovati = {v.codice for v in giudizio(salvata, ADESSO.date())}
    assert {"ore_del_piano", "senza_prova"} <= trovati
    assert fresca(versione).unita.order_by("ordine")[0].ore == 1


def test_who_wrote_on_an_older_screen_is_told_and_nothing_is_lost(qui):
    versione = qui.bozza()
    letta = versione.revisione
    qui.salva(versione, letta, prova="colloquio")
    with pytest.raises(Conflitto) as errore:
        qui.salva(versione, letta, prova="prova scritta e orale")
    assert errore.value.attuale.unita.order_by("ordine")[0].prova == "colloquio"


def test_the_same_change_sent_twice_is_one(qui):
    versione = qui.bozza()
    letta = versione.revisione
    righe = qui.righe(versione, prova="colloquio")
    dati = {"righe": righe, "anni": 1, "quando": versione.quando, "note": ""}
    for _ in range(2):
        salvata = patti.salva_piano(
            **qui.fa(qui.tutor), versione_id=versione.pk, revisione=letta, **dati
        )
    assert salvata.revisione == letta + 1


def test_welcome_that_goes_on_is_said_and_brought_in(qui):
    versione = qui.bozza()
    qui.accoglie(qui.corsista, "4")
    assert "ore_cambiate" in {v.codice for v in giudizio(fresca(versione), ADESSO.date())}
    patti.aggiorna_ore(**qui.fa(qui.tutor), versione_id=versione.pk)
    assert fresca(versione).ore_accoglienza == 5
    assert "ore_cambiate" not in {v.codice for v in giudizio(fresca(versione), ADESSO.date())}


# To the section and back


def test_a_plan_that_does_not_hold_is_not_proposed(qui):
    versione = qui.bozza()
    qui.salva(versione, versione.revisione, ore=Decimal(1))
    with pytest.raises(AttoRifiutato) as errore:
        patti.proponi_patto(**qui.fa(qui.tutor), versione_id=versione.pk, sezione_id=qui.sezione.pk)
    assert codici(errore) == {"ore_del_piano", "distanza_di_troppo"}
    assert fresca(versione).stato == "bozza"


def test_only_to_a_section_in_office(qui):
    versione = qui.bozza()
    altro = OrganoFactory(istituto=qui.istituto)
    with pytest.raises(AttoRifiutato) as errore:
        patti.proponi_patto(**qui.fa(qui.tutor), versione_id=versione.pk, sezione_id=altro.pk)
    assert codici(errore) == {"sezione"}


def test_what_is_in_negotiation_is_not_written(qui):
    versione = qui.proposta()
    with pytest.raises(AttoRifiutato) as errore:
        qui.salva(versione, versione.revisione, prova="altro")
    assert codici(errore) == {"non_in_bozza"}


def test_back_to_a_draft_the_reason_stays(qui):
    versione = qui.proposta()
    patti.riporta_in_bozza(
        **qui.fa(qui.dirigente), versione_id=versione.pk, motivo="Mancano le ore di storia"
    )
    assert fresca(versione).stato == "bozza"
    assert RichiestaModifica.objects.get().testo == "Mancano le ore di storia"


def test_what_was_approved_and_goes_back_loses_its_paper(qui):
    versione = qui.approvata()
    documento = versione.documento
    patti.riporta_in_bozza(**qui.fa(qui.tutor), versione_id=versione.pk, motivo="Orario nuovo")
    versione = fresca(versione)
    documento.refresh_from_db()
    assert (versione.stato, versione.impronta, versione.documento) == ("bozza", "", None)
    assert documento.annullato_il


# Approval


def test_many_drafts_on_one_deliberation(qui):
    versioni = [qui.proposta(), qui.proposta(qui.altro_corsista())]
    qui.approva(*versioni)
    for versione in map(fresca, versioni):
        assert versione.stato == "approvato"
        assert versione.delibera == qui.delibera
        assert versione.protocollo
        assert versione.documento.contesto["equazione"]["psp"] == "399"
    assert len({fresca(v).protocollo_id for v in versioni}) == 2
    assert Lavoro.objects.get().totale == 2


def test_all_or_none_and_each_that_cannot_is_named(qui):
    buona, cambiata = qui.proposta(), qui.proposta(qui.altro_corsista())
    qui.accoglie(cambiata.patto.corsista, "3")
    with pytest.raises(AttoRifiutato) as errore:
        qui.approva(buona, cambiata)
    assert {v.campo for v in errore.value.violazioni} == {f"versione_{cambiata.pk}"}
    assert {fresca(v).stato for v in (buona, cambiata)} == {"in_negoziazione"}
    qui.approva(buona, lasciati={cambiata.pk: "L’accoglienza non è finita"})
    assert fresca(buona).stato == "approvato"
    assert fresca(cambiata).stato == "in_negoziazione"
    assert RichiestaModifica.objects.get(versione=cambiata).testo == "L’accoglienza non è finita"


def test_a_second_click_takes_no_second_number(qui):
    versione = qui.proposta()
    qui.approva(versione)
    numero = fresca(versione).protocollo_id
    qui.approva(versione)
    assert fresca(versione).protocollo_id == numero
    assert Lavoro.objects.count() == 1


def test_only_on_a_deliberation_of_the_section_that_has_them(qui):
    versione = qui.proposta()
    altra = OrganoFactory(istituto=qui.istituto, tipo="sezione_pfi", nome="Altra sezione")
    delibera = DeliberaFactory(istituto=qui.istituto, organo=altra, seduta=qui.seduta)
    with pytest.raises(AttoRifiutato) as errore:
        patti.approva_patti(
            **qui.fa(qui.dirigente), versioni=[versione.pk], seduta_id=qui.seduta.pk,
            delibera_id=delibera.pk,
        )  # fmt: skip
    assert codici(errore) == {"altra_sezione"}
    with pytest.raises(AttoRifiutato) as errore:
        patti.approva_patti(
            **qui.fa(qui.dirigente), versioni=[versione.pk], seduta_id=0, delibera_id=delibera.pk
        )
    assert codici(errore) == {"delibera"}


def test_credits_that_nobody_has_certified_are_not_approved(qui):
    versione = qui.bozza()
    Versione.objects.filter(pk=versione.pk).update(crediti={"C1": "10"})
    Versione.objects.filter(pk=versione.pk).update(stato="in_negoziazione", sezione=qui.sezione)
    with pytest.raises(AttoRifiutato) as errore:
        qui.approva(versione)
    assert {"senza_certificato", "ore_cambiate"} <= codici(errore)


def test_the_paper_holds_the_least_elements_and_its_hash_is_that_of_the_bytes(qui):
    versione = qui.approvata()
    documento = versione.documento
    contesto = documento.contesto
    assert versione.impronta == documento.impronta
    with documento.file.open("rb") as carta:
        assert carta.read(5) == b"%PDF-"
    assert contesto["persona"]["cognome"] == qui.corsista.persona.cognome
    assert contesto["percorso"] == "Primo livello, primo periodo didattico"
    assert contesto["assi"][0]["nome"] == "Linguaggi"
    assert len(contesto["unita"]) == 4
    assert contesto["anni"] == ["2023/24"]
    assert contesto["commissione"]["delibera"].startswith(f"n. {qui.delibera.numero} ")
    assert [firma["parte"] for firma in contesto["firme"]] == [
        "chi studia", "il tutor o il presidente della Commissione",
    ]  # fmt: skip
    assert documento.riservato


def test_printing_twice_gives_the_same_bytes(qui):
    versione = qui.approvata()
    impronta = versione.impronta
    assert [passo.chi for passo in passi(qui.istituto.pk, qui.delibera.pk)] == [
        f"Patto n. {versione.protocollo.numero}"
    ]
    assert stampa_patti(qui.istituto.pk, versione.pk).impronta == impronta


# Frozen


@pytest.mark.parametrize(
    ("campo", "valore"),
    [("ore", {"C1": "1"}), ("crediti", {"C1": "1"}), ("quando", "mai"), ("anni", 2)],
)
def test_what_was_approved_does_not_change_even_by_sql(qui, campo, valore):
    versione = qui.approvata()
    with pytest.raises(IntegrityError), transaction.atomic():
        Versione.objects.filter(pk=versione.pk).update(**{campo: valore})
    assert getattr(fresca(versione), campo) == getattr(versione, campo)


def test_nor_do_its_units_nor_its_hash(qui):
    versione = qui.approvata()
    with pytest.raises(IntegrityError), transaction.atomic():
        UnitaDelPatto.objects.filter(versione=versione).update(ore=1)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM patto_formativo_unitadelpatto WHERE versione_id = %s", [versione.pk]
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        Versione.objects.filter(pk=versione.pk).update(impronta="0" * 64)


# Signatures


def test_all_sign_and_the_agreement_is_under_way(qui):
    versione = qui.in_corso()
    assert versione.stato == "in_corso"
    assert versione.sottoscritta_il == ADESSO
    assert azioni(versione)[-4:] == [
        "firma patto", "firma patto", "sottoscrive patto", "avvia patto",
    ]  # fmt: skip
    assert set(FirmaPatto.objects.values_list("impronta", flat=True)) == {versione.impronta}
    assert in_vigore(qui.corsista) == versione


def test_the_same_signature_twice_is_one(qui):
    versione = qui.approvata()
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    assert FirmaPatto.objects.count() == 1


def test_tutor_or_who_presides_and_not_both(qui):
    versione = qui.approvata()
    qui.firma(qui.dirigente, versione, Parte.SCUOLA)
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(qui.tutor, versione, Parte.SCUOLA)
    assert codici(errore) == {"gia_firmato"}


def test_nobody_signs_for_somebody_else(qui):
    versione = qui.approvata()
    for persona, parte in ((qui.membro, Parte.ADULTO), (qui.membro, Parte.SCUOLA)):
        with pytest.raises(AttoRifiutato) as errore:
            qui.firma(persona, versione, parte)
        assert codici(errore) == {"non_e_sua"}


def test_other_words_than_those_approved_are_refused(qui):
    versione = qui.approvata()
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(qui.tutor, versione, Parte.SCUOLA, "0" * 64)
    assert codici(errore) == {"versione_vecchia"}


def test_an_old_version_is_refused_with_the_number_of_the_new_one(qui):
    vecchia = qui.in_corso()
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Nuovo lavoro")
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=nuova.pk, sezione_id=qui.sezione.pk)
    qui.approva(nuova)
    nuova = stampa_patti(qui.istituto.pk, nuova.pk)
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(qui.dirigente, vecchia, Parte.SCUOLA)
    assert codici(errore) == {"versione_vecchia"}
    assert "versione 2" in errore.value.violazioni[0].testo


def test_a_draft_and_an_unprinted_paper_are_not_signed(qui):
    versione = qui.proposta()
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(qui.tutor, versione, Parte.SCUOLA, "0" * 64)
    assert codici(errore) == {"non_approvata"}
    qui.approva(versione)
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(qui.tutor, versione, Parte.SCUOLA, "0" * 64)
    assert codici(errore) == {"senza_carta"}


def test_what_was_withdrawn_is_not_signed_any_more(qui):
    versione = qui.approvata()
    patti.ritira_patto(
        **qui.fa(qui.segretaria), corsista_id=qui.corsista.pk, motivo="Si trasferisce"
    )
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(qui.tutor, versione, Parte.SCUOLA)
    assert codici(errore) == {"finito"}


def minorenne(qui) -> tuple[Versione, Responsabilita]:
    corsista = qui.altro_corsista(data_nascita=MINORENNE)
    risponde = ResponsabilitaFactory(
        istituto=qui.istituto, studente=corsista.persona, dal=date(2023, 9, 1),
        adulto=PersonaFactory(istituto=qui.istituto, con_accesso=True),
    )  # fmt: skip
    return qui.approvata(corsista), risponde


def test_of_a_minor_signs_who_answers_and_both_sources_are_shown(qui):
    versione, risponde = minorenne(qui)
    scritte = versione.documento.contesto["firme"][0]["perche"]
    assert "art. 11" in scritte
    assert "fase 4" in scritte
    # The minor signs too: it does not take the place of who answers.
    qui.firma(versione.patto.corsista.persona, versione, Parte.ADULTO)
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    assert fresca(versione).stato == "approvato"
    qui.firma(risponde.adulto, versione, Parte.RESPONSABILE)
    assert fresca(versione).stato == "in_corso"


def test_whom_a_court_has_limited_does_not_sign(qui):
    versione, risponde = minorenne(qui)
    risponde.limite = "Decreto del 3 maggio 2024"
    risponde.save(update_fields=["limite"])
    with pytest.raises(AttoRifiutato) as errore:
        qui.firma(risponde.adulto, versione, Parte.RESPONSABILE)
    assert codici(errore) == {"non_e_sua"}


def test_the_office_records_a_signature_on_paper(qui):
    versione = qui.approvata()
    dati = {"versione_id": versione.pk, "parte": Parte.ADULTO, "impronta": versione.impronta}
    with pytest.raises(AttoRifiutato) as errore:
        patti.firma_patto(**qui.fa(qui.tutor), **dati, su_carta=True)
    assert codici(errore) == {"non_ufficio"}
    firma = patti.firma_patto(**qui.fa(qui.segretaria), **dati, su_carta=True)
    assert (firma.persona, firma.utente, firma.registrata_da) == (
        qui.corsista.persona, None, qui.segretaria,
    )  # fmt: skip


def test_on_paper_of_two_who_answer_one_is_named(qui):
    versione, risponde = minorenne(qui)
    altro = ResponsabilitaFactory(
        istituto=qui.istituto, studente=risponde.studente, dal=date(2023, 9, 1)
    )
    dati = {"versione_id": versione.pk, "parte": Parte.RESPONSABILE, "impronta": versione.impronta}
    with pytest.raises(AttoRifiutato) as errore:
        patti.firma_patto(**qui.fa(qui.segretaria), **dati, su_carta=True)
    assert codici(errore) == {"chi_firma"}
    firma = patti.firma_patto(
        **qui.fa(qui.segretaria), **dati, su_carta=True, persona_id=altro.adulto_id
    )
    assert firma.persona == altro.adulto


# Requests, new versions, the end


def test_a_request_and_its_answer_tell_the_other_side_without_a_name(qui):
    versione = qui.proposta()
    richiesta = patti.chiedi_modifica(
        **qui.fa(qui.corsista.persona), versione_id=versione.pk, testo="Il giovedì lavoro"
    )
    patti.rispondi_richiesta(
        **qui.fa(qui.tutor), richiesta_id=richiesta.pk, risposta="Passi al mercoledì"
    )
    assert [p.destinatario for p in Promemoria.objects.order_by("pk")] == [
        qui.tutor, qui.corsista.persona,
    ]  # fmt: skip
    assert not any(qui.corsista.persona.cognome in p.oggetto for p in Promemoria.objects.all())
    with pytest.raises(AttoRifiutato) as errore:
        patti.rispondi_richiesta(**qui.fa(qui.tutor), richiesta_id=richiesta.pk, risposta="No")
    assert codici(errore) == {"gia_risposto"}


def test_the_same_request_twice_is_one(qui):
    versione = qui.proposta()
    for _ in range(2):
        patti.chiedi_modifica(
            **qui.fa(qui.corsista.persona), versione_id=versione.pk, testo="Il giovedì lavoro"
        )
    assert RichiestaModifica.objects.count() == 1


def test_a_new_version_copies_the_one_in_force_which_holds_until_all_have_signed(qui):
    vecchia = qui.in_corso()
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Nuovo lavoro")
    assert (nuova.numero, nuova.stato, nuova.motivo) == (2, "bozza", "Nuovo lavoro")
    assert nuova.unita.count() == vecchia.unita.count()
    assert versione_corrente(qui.corsista) == vecchia
    with pytest.raises(AttoRifiutato) as errore:
        patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Ancora")
    assert codici(errore) == {"gia_aperta"}
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=nuova.pk, sezione_id=qui.sezione.pk)
    qui.approva(nuova)
    nuova = stampa_patti(qui.istituto.pk, nuova.pk)
    qui.firma(qui.corsista.persona, nuova, Parte.ADULTO)
    qui.firma(qui.tutor, nuova, Parte.SCUOLA)
    assert fresca(vecchia).stato == StatoPatto.RINEGOZIATO
    assert fresca(vecchia).chiusa_il == ADESSO
    assert versione_corrente(qui.corsista) == fresca(nuova)


def test_what_somebody_has_signed_is_renegotiated_and_not_taken_back(qui):
    versione = qui.approvata()
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    with pytest.raises(AttoRifiutato) as errore:
        patti.riporta_in_bozza(**qui.fa(qui.tutor), versione_id=versione.pk, motivo="Orario")
    assert codici(errore) == {"gia_firmato"}
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=versione.pk, motivo="Orario")
    assert (fresca(versione).stato, nuova.numero) == ("ritirato", 2)


def test_the_path_is_concluded_and_who_studies_is_no_longer_active(qui):
    versione = qui.in_corso()
    patti.concludi_patto(**qui.fa(qui.dirigente), versione_id=versione.pk)
    qui.corsista.refresh_from_db()
    assert (fresca(versione).stato, qui.corsista.stato) == ("concluso", "concluso")


def test_who_leaves_takes_the_agreement_and_its_draft_along(qui):
    vecchia = qui.in_corso()
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Nuovo lavoro")
    patti.ritira_patto(
        **qui.fa(qui.segretaria), corsista_id=qui.corsista.pk, motivo="Si trasferisce"
    )
    assert {fresca(v).stato for v in (vecchia, nuova)} == {"ritirato"}
    with pytest.raises(AttoRifiutato) as errore:
        patti.ritira_patto(**qui.fa(qui.segretaria), corsista_id=qui.corsista.pk, motivo="Di nuovo")
    assert codici(errore) == {"non_iscritto"}


def test_a_minor_does_not_leave_this_way(qui):
    corsista = qui.altro_corsista(data_nascita=MINORENNE)
    with pytest.raises(AttoRifiutato) as errore:
        patti.ritira_patto(**qui.fa(qui.segretaria), corsista_id=corsista.pk, motivo="Basta")
    assert codici(errore) == {"minore", "chi_chiede"}


def test_an_agreement_of_two_years_goes_on_once_the_next_year_is_there(qui):
    versione = qui.bozza()
    Versione.objects.filter(pk=versione.pk).update(anni=2)
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=versione.pk, sezione_id=qui.sezione.pk)
    qui.approva(versione)
    versione = stampa_patti(qui.istituto.pk, versione.pk)
    qui.firma(qui.corsista.persona, versione, Parte.ADULTO)
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    dati = qui.fa(qui.segretaria) | {"corsisti": [qui.corsista.pk]}
    with pytest.raises(AttoRifiutato) as errore:
        patti.continua_nel_secondo_anno(**dati)
    assert codici(errore) == {"senza_anno"}
    prossimo = AnnoScolasticoFactory(istituto=qui.istituto, inizio=2024)
    for _ in range(2):
        patti.continua_nel_secondo_anno(**dati)
    qui.corsista.refresh_from_db()
    assert qui.corsista.ultimo_anno == prossimo
    ruolo = Incarico.objects.get(persona=qui.corsista.persona, ruolo=Ruolo.STUDENTE)
    assert ruolo.al == date(2025, 8, 31)
    righe = Operazione.objects.filter(azione="continua nel secondo anno")
    assert righe.count() == 1


def test_an_agreement_of_one_year_does_not_go_on(qui):
    qui.in_corso()
    with pytest.raises(AttoRifiutato) as errore:
        patti.continua_nel_secondo_anno(**qui.fa(qui.segretaria), corsisti=[qui.corsista.pk])
    assert codici(errore) == {"non_biennale"}


def test_who_is_missing_is_reminded_once_a_day(qui):
    versione = qui.approvata()
    dati = qui.fa(qui.segretaria) | {"versioni": [versione.pk]}
    assert patti.sollecita_firma(**dati) == 2
    assert patti.sollecita_firma(**dati) == 0
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    qui.firma(qui.corsista.persona, versione, Parte.ADULTO)
    with pytest.raises(AttoRifiutato):
        patti.sollecita_firma(**dati)
