"""What keeps an agreement from being approved, signed, left or carried on without ground."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.utils import timezone

from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import orologio
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico, Istituto
from cpia.scuola.tenancy import istituto_corrente
from patto_formativo.models import Condivisione, Membro, RichiestaModifica, Versione
from patto_formativo.queries.patti.fatti import fatti_di
from patto_formativo.queries.patti.firme import da_registrare
from patto_formativo.rules.firme import Parte
from patto_formativo.rules.uscita import CausaUscita
from patto_formativo.services import patti
from patto_formativo.services.condivisi import condividi
from patto_formativo.services.patti.stampa import stampa_patti
from tests.conftest import come_proprietario
from tests.factories.organi import DeliberaFactory
from tests.factories.patto import CpiaFactory, GruppoFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    ResponsabilitaFactory,
    contesto,
)
from tests.patto_formativo.scena_patti import MINORENNE, Scena, prepara

OGGI = timezone.localdate(ADESSO)
DOMANI = OGGI + timedelta(days=1)


@pytest.fixture
def qui(db, monkeypatch, settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    monkeypatch.setattr(orologio, "adesso", lambda: ADESSO)
    istituto = CpiaFactory()
    with istituto_corrente(istituto.pk):
        yield prepara(istituto)


def rifiuto(atto, *argomenti, **altro) -> list[str]:
    """The codes with which an act is refused."""
    with pytest.raises(AttoRifiutato) as errore:
        atto(*argomenti, **altro)
    return [violazione.codice for violazione in errore.value.violazioni]


def fresca(versione: Versione) -> Versione:
    return Versione.objects.get(pk=versione.pk)


# Approval


def test_a_deliberation_older_than_the_proposal_approves_nothing(qui):
    versione = qui.proposta()
    qui.delibera = DeliberaFactory(
        istituto=qui.istituto, organo=qui.sezione, seduta=qui.seduta,
        adottata_il=ADESSO - timedelta(minutes=1),
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as errore:
        qui.approva(versione)
    [violazione] = errore.value.violazioni
    assert violazione.codice == "delibera_precedente"
    assert "art. 4" in violazione.fonte
    assert violazione.campo == f"versione_{versione.pk}"
    assert fresca(versione).stato == "in_negoziazione"


def test_words_that_nobody_read_are_not_approved(qui):
    versione = qui.proposta()
    lette = {versione.pk: versione.revisione}
    patti.riporta_in_bozza(**qui.fa(qui.tutor), versione_id=versione.pk, motivo="Una prova")
    qui.salva(versione, versione.revisione, prova="colloquio")
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=versione.pk, sezione_id=qui.sezione.pk)
    assert rifiuto(qui.approva, versione, lette=lette) == ["bozza_cambiata"]
    assert rifiuto(qui.approva, versione, lette={}) == ["bozza_cambiata"]
    qui.approva(versione, lette={versione.pk: fresca(versione).revisione})
    assert fresca(versione).stato == "approvato"


def test_the_reason_of_one_left_out_is_written_once(qui):
    buona, altra = qui.proposta(), qui.proposta(qui.altro_corsista())
    for _ in range(2):
        qui.approva(buona, lasciati={altra.pk: "L’accoglienza non è finita"})
    assert RichiestaModifica.objects.count() == 1


# Signatures on paper


def su_carta(qui, versione, parte=Parte.SCUOLA, **altro):
    dati = {"impronta": versione.impronta, "su_carta": True} | altro
    return patti.firma_patto(**qui.fa(qui.segretaria), versione_id=versione.pk, parte=parte, **dati)


def test_on_paper_for_the_school_also_who_presides_over_the_section(qui):
    versione = qui.approvata()
    assert rifiuto(su_carta, qui, versione) == ["chi_firma"]
    assert rifiuto(su_carta, qui, versione, persona_id=qui.membro.pk) == ["chi_firma"]
    assert su_carta(qui, versione, persona_id=qui.dirigente.pk).persona == qui.dirigente


def test_a_signature_on_paper_has_its_own_day(qui):
    versione = qui.approvata()
    ieri = OGGI - timedelta(days=1)
    for giorno, codice in ((DOMANI, "firmata_dopo"), (ieri, "firmata_prima")):
        assert rifiuto(su_carta, qui, versione, Parte.ADULTO, firmato_il=giorno) == [codice]
    firma = su_carta(qui, versione, Parte.ADULTO, firmato_il=OGGI)
    assert timezone.localdate(firma.firmata_il) == OGGI


def test_who_signed_on_paper_is_judged_on_the_day_of_the_signature(qui):
    """Who answered for a minor signed before the eighteenth birthday; it is recorded after it."""
    corsista = qui.altro_corsista(data_nascita=date(2006, OGGI.month, OGGI.day + 1))
    risponde = ResponsabilitaFactory(
        istituto=qui.istituto, studente=corsista.persona, dal=date(2023, 9, 1), al=OGGI
    )
    versione = qui.approvata(corsista)
    dopo = ADESSO + timedelta(days=3)
    ufficio = contesto(qui.segretaria, dopo)
    assert da_registrare(versione, ufficio.oggi) == [
        Parte.ADULTO, Parte.SCUOLA, Parte.RESPONSABILE,
    ]  # fmt: skip
    firma = patti.firma_patto(
        autore=ufficio, adesso=dopo, versione_id=versione.pk, parte=Parte.RESPONSABILE,
        impronta=versione.impronta, su_carta=True, firmato_il=OGGI,
    )  # fmt: skip
    assert (firma.persona, timezone.localdate(firma.firmata_il)) == (risponde.adulto, OGGI)


# The end


def in_gruppo(qui, corsista) -> Membro:
    gruppo = GruppoFactory(istituto=qui.istituto)
    return Membro.objects.create(
        istituto=qui.istituto, gruppo=gruppo, corsista=corsista, dal=date(2023, 10, 2)
    )


def test_who_leaves_leaves_the_groups(qui):
    membro = in_gruppo(qui, qui.corsista)
    patti.ritira_patto(**qui.fa(qui.segretaria), corsista_id=qui.corsista.pk, motivo="Lavora")
    membro.refresh_from_db()
    assert membro.al == OGGI


def test_who_concludes_leaves_the_groups(qui):
    versione, membro = qui.in_corso(), in_gruppo(qui, qui.corsista)
    patti.concludi_patto(**qui.fa(qui.dirigente), versione_id=versione.pk)
    membro.refresh_from_db()
    assert membro.al == OGGI


def test_a_minor_leaves_when_who_answers_asks_it_and_not_for_absence(qui):
    corsista = qui.altro_corsista(data_nascita=MINORENNE)
    risponde = ResponsabilitaFactory(
        istituto=qui.istituto, studente=corsista.persona, dal=date(2023, 9, 1)
    )
    dati = qui.fa(qui.segretaria) | {"corsista_id": corsista.pk, "motivo": "Va al liceo"}
    with pytest.raises(AttoRifiutato) as errore:
        patti.ritira_patto(**dati)
    assert [v.codice for v in errore.value.violazioni] == ["minore", "chi_chiede"]
    assert all("art. 6" in v.fonte for v in errore.value.violazioni)
    trasferito = dati | {"causa": CausaUscita.TRASFERIMENTO}
    assert rifiuto(patti.ritira_patto, **trasferito) == ["chi_chiede"]
    assert rifiuto(patti.ritira_patto, **trasferito, chiede_id=qui.membro.pk) == ["chi_chiede"]
    uscito = patti.ritira_patto(**trasferito, chiede_id=risponde.adulto_id)
    assert uscito.stato == "ritirato"
    assert uscito.motivo_chiusura == "Si trasferisce in un’altra scuola: Va al liceo"


# Two years


def due_anni(qui, anni=2) -> Versione:
    versione = qui.bozza()
    Versione.objects.filter(pk=versione.pk).update(anni=anni)
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=versione.pk, sezione_id=qui.sezione.pk)
    qui.approva(versione)
    versione = stampa_patti(qui.istituto.pk, versione.pk)
    qui.firma(qui.corsista.persona, versione, Parte.ADULTO)
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    qui.corsista.refresh_from_db()
    return fresca(versione)


def ruolo_fino_al(persona) -> date | None:
    return Incarico.objects.get(persona=persona, ruolo=Ruolo.STUDENTE).al


@pytest.mark.parametrize("anni", [1, 2])
def test_an_agreement_of_one_year_takes_away_the_second_that_was_asked_for(qui, anni):
    prossimo = AnnoScolasticoFactory(istituto=qui.istituto, inizio=2024)
    qui.corsista.ultimo_anno = prossimo
    qui.corsista.save(update_fields=["ultimo_anno"])
    due_anni(qui, anni=anni)
    assert qui.corsista.ultimo_anno == (None if anni == 1 else prossimo)


def test_the_role_lasts_through_the_second_year(qui):
    IncaricoFactory(
        istituto=qui.istituto, persona=qui.corsista.persona, ruolo=Ruolo.STUDENTE, cattedra=None,
        classe=None, dal=date(2023, 9, 15), al=date(2024, 8, 31),
    )  # fmt: skip
    due_anni(qui)
    assert qui.corsista.ultimo_anno is None
    AnnoScolasticoFactory(istituto=qui.istituto, inizio=2024)
    patti.continua_nel_secondo_anno(**qui.fa(qui.segretaria), corsisti=[qui.corsista.pk])
    assert ruolo_fino_al(qui.corsista.persona) == date(2025, 8, 31)


# Shared, asked, told


def condivisa(qui, versione, altra=None) -> Istituto:
    altra = altra or IstitutoFactory()
    with istituto_corrente(qui.istituto.pk):
        condividi(**qui.fa(qui.tutor), versione_id=versione.pk, scuola_id=altra.pk)
    return altra


def ratificata(versione) -> None:
    """As the other school would write, from its own rooms."""
    with come_proprietario():
        Condivisione.objects.filter(versione=versione).update(
            ratificata_il=ADESSO, ratificata_da="La dirigente", estremi="Verbale n. 3"
        )


def test_what_is_renegotiated_before_all_have_signed_is_no_longer_ratified(qui):
    versione = qui.approvata()
    qui.firma(qui.tutor, versione, Parte.SCUOLA)
    condivisa(qui, versione)
    patti.rinegozia(**qui.fa(qui.tutor), versione_id=versione.pk, motivo="Orario")
    assert not Condivisione.objects.filter(versione=versione).exists()


def test_what_is_replaced_is_no_longer_ratified(qui):
    vecchia = qui.in_corso()
    altra = condivisa(qui, vecchia)
    nuova = patti.rinegozia(**qui.fa(qui.tutor), versione_id=vecchia.pk, motivo="Nuovo lavoro")
    assert Condivisione.objects.filter(versione=vecchia).exists()
    patti.proponi_patto(**qui.fa(qui.tutor), versione_id=nuova.pk, sezione_id=qui.sezione.pk)
    qui.approva(nuova)
    nuova = stampa_patti(qui.istituto.pk, nuova.pk)
    # An agreement of two schools stays one: these words are ratified too.
    condivisa(qui, nuova, altra)
    ratificata(nuova)
    qui.firma(qui.corsista.persona, nuova, Parte.ADULTO)
    qui.firma(qui.tutor, nuova, Parte.SCUOLA)
    assert not Condivisione.objects.filter(versione=vecchia).exists()


def test_the_notice_of_a_request_names_nobody(qui):
    versione = qui.proposta()
    chiede = qui.corsista.persona
    patti.chiedi_modifica(**qui.fa(chiede), versione_id=versione.pk, testo="Il giovedì lavoro")
    avviso = Promemoria.objects.get()
    assert chiede.cognome not in avviso.testo
    assert chiede.nome not in avviso.testo


def test_the_answer_leads_where_who_asked_may_read_it(qui):
    versione = qui.proposta()
    richiesta = patti.chiedi_modifica(
        **qui.fa(qui.dirigente), versione_id=versione.pk, testo="Manca la sera"
    )
    patti.rispondi_richiesta(**qui.fa(qui.tutor), richiesta_id=richiesta.pk, risposta="Va bene")
    avviso = Promemoria.objects.get(destinatario=qui.dirigente)
    assert avviso.indirizzo.endswith(f"/versioni/{versione.pk}/richieste/")


# The words


def test_the_hours_from_home_are_those_of_the_plan_and_the_limit_is_the_limit(qui):
    versione = qui.bozza()
    qui.salva(versione, versione.revisione, a_distanza=0)
    fatti = fatti_di(fresca(versione), OGGI)
    assert fatti.a_distanza == sum(Fraction(r.a_distanza) for r in versione.unita.all())
    assert fatti.limite_distanza == fatti.psp / 5
    assert fatti.a_distanza < fatti.limite_distanza
