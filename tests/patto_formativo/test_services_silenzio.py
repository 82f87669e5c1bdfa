"""Silence: notice, wait, withdrawal; a minor is reported; who makes a sign begins anew."""

from datetime import date, timedelta

import pytest

from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato
from cpia.scuola import tenancy
from patto_formativo.enums import GenereAvviso, MezzoSegno, StatoCorsista, StatoPatto
from patto_formativo.models import AvvisoAssenza, Membro
from patto_formativo.queries.frequenza import frequenza_di, silenzio_di
from patto_formativo.rules.silenzio import Passo
from patto_formativo.services.frequenza import (
    approva_deroga,
    manda_avviso,
    proponi_deroga,
    registra_segno,
    respingi_deroga,
    ritira_d_ufficio,
)
from patto_formativo.services.frequenza.carte import stampa_carta
from tests.factories.organi import DeliberaFactory, OrganoFactory
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, ResponsabilitaFactory, contesto
from tests.patto_formativo.scena_frequenza import il, scena

ULTIMA = date(2024, 3, 20)
AVVISO = date(2024, 5, 22)
DOPO = date(2024, 6, 7)  # fifteen days, the last on a working day


@pytest.fixture
def istituto(db):
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def s(istituto):
    """Last at a lesson on 20 March, then missing."""
    s = scena(istituto)
    s.lezione(3, giorno=ULTIMA)
    for giorno in (date(2024, 3, 21), date(2024, 5, 2)):
        s.lezione(0, giorno=giorno)
    return s


def atto(s, giorno):
    adesso = il(giorno)
    return {"autore": contesto(s.direzione.persona, adesso), "adesso": adesso}


def avvisa(s, giorno=AVVISO):
    return manda_avviso(**atto(s, giorno), corsista_id=s.corsista.pk)


def ritira(s, giorno=DOPO):
    return ritira_d_ufficio(**atto(s, giorno), corsista_id=s.corsista.pk)


def passo(s, giorno):
    return silenzio_di(s.corsista, giorno).passo


def rifiuto(compi):
    with pytest.raises(AttoRifiutato) as errore:
        compi()
    return [v.codice for v in errore.value.violazioni]


def test_the_steps_follow_the_last_sign(s):
    silenzio = silenzio_di(s.corsista, AVVISO)
    assert (silenzio.ultimo.giorno, silenzio.ultimo.come) == (ULTIMA, "a lezione")
    assert silenzio.perse == 2
    assert passo(s, AVVISO - timedelta(days=1)) == Passo.NIENTE
    assert passo(s, AVVISO) == Passo.AVVISARE


def test_the_months_begin_with_the_first_lesson_missed(istituto):
    """At the last lesson before Christmas, and none until 8 January: holidays are no absence."""
    s = scena(istituto)
    s.lezione(3, giorno=date(2023, 12, 20))
    s.lezione(0, giorno=date(2024, 1, 8))
    assert passo(s, date(2024, 3, 8)) == Passo.NIENTE
    assert passo(s, date(2024, 3, 9)) == Passo.AVVISARE
    silenzio = silenzio_di(s.corsista, date(2024, 3, 9))
    assert silenzio.fino_al == date(2024, 3, 8)
    assert "8 gennaio 2024" in silenzio.giudizio.perche[0].testo


def test_on_the_day_of_the_last_sign_the_person_was_there(s):
    testo = str(avvisa(s).documento.contesto["capoversi"])
    assert "dopo il 20 marzo 2024, giorno dell’ultimo segno, non risulta presente" in testo
    decreto = ritira(s).documento_chiusura
    assert "dopo il 20 marzo 2024, giorno dell’ultimo segno," in str(decreto.contesto["visti"])


def test_the_notice_is_numbered_printed_and_told(s, django_capture_on_commit_callbacks):
    avviso = avvisa(s)
    assert (avviso.genere, avviso.giorno) == (GenereAvviso.ASSENZA, AVVISO)
    assert avviso.protocollo == Protocollo.objects.get()
    assert avviso.protocollo.riservato
    assert avviso.documento.riservato
    promemoria = Promemoria.objects.get()
    assert promemoria.destinatario == s.corsista.persona
    for dove in (promemoria.oggetto, promemoria.testo, promemoria.indirizzo):
        assert s.corsista.persona.cognome not in dove
    assert Lavoro.objects.get().riferimento == avviso.documento_id
    riga = Operazione.objects.get(azione="avvisa chi è assente")
    assert riga.dati == {"corsista": s.corsista.pk}
    assert "6 giugno 2024" in str(avviso.documento.contesto["capoversi"])
    assert passo(s, AVVISO) == Passo.ATTENDERE


def test_the_paper_is_printed_once(s):
    documento = avvisa(s).documento
    stampato = stampa_carta(s.istituto.pk, documento.pk)
    assert stampato.pagine == 1
    assert stampa_carta(s.istituto.pk, documento.pk).impronta == stampato.impronta


def test_no_notice_before_two_months(s):
    assert rifiuto(lambda: avvisa(s, AVVISO - timedelta(days=1)))[0] == "silenzio"
    assert not AvvisoAssenza.objects.exists()
    assert not Documento.objects.filter(tipo="avviso_assenza").exists()


def test_no_withdrawal_without_a_notice_or_before_its_days(s):
    assert "avviso_prima_del_ritiro" in rifiuto(lambda: ritira(s))
    avvisa(s)
    assert "attesa_dopo_l_avviso" in rifiuto(lambda: ritira(s, DOPO - timedelta(days=1)))
    s.corsista.refresh_from_db()
    assert s.corsista.stato == StatoCorsista.ATTIVO


def test_a_withdrawal_closes_path_agreement_and_groups(s):
    avvisa(s)
    corsista = ritira(s)
    assert (corsista.stato, corsista.chiuso_il) == (StatoCorsista.RITIRATO, DOPO)
    assert corsista.documento_chiusura.tipo == "decreto_ritiro"
    assert corsista.patto.versioni.get().stato == StatoPatto.RITIRATO
    assert Membro.objects.get().al == DOPO
    assert Promemoria.objects.filter(tipo="assenze.decreto_ritiro").count() == 1
    assert rifiuto(lambda: ritira(s)) == ["non_iscritto"]
    stampa_carta(s.istituto.pk, corsista.documento_chiusura_id)


def test_who_makes_a_sign_begins_anew(s):
    avvisa(s)
    registra_segno(
        **atto(s, AVVISO + timedelta(days=3)), corsista_id=s.corsista.pk,
        giorno=AVVISO + timedelta(days=3), mezzo=MezzoSegno.TELEFONO, testo="torna lunedì",
    )  # fmt: skip
    assert rifiuto(lambda: ritira(s)) == ["nessuna_lezione_persa"]
    s.lezione(0, giorno=date(2024, 5, 27))
    assert passo(s, DOPO) == Passo.NIENTE
    assert silenzio_di(s.corsista, DOPO).ultimo.come == "per telefono"


@pytest.mark.parametrize(
    ("giorno", "codice"),
    [(date(2024, 6, 6), "nel_futuro"), (date(2023, 9, 1), "prima_dell_iscrizione")],
)
def test_the_day_of_a_sign(s, giorno, codice):
    def segna():
        registra_segno(
            autore=s.direzione, adesso=ADESSO, corsista_id=s.corsista.pk, giorno=giorno,
            mezzo=MezzoSegno.POSTA, testo="scrive",
        )  # fmt: skip

    assert rifiuto(segna) == [codice]


def minorenne(s):
    s.corsista.persona.data_nascita = date(2008, 1, 1)
    s.corsista.persona.save(update_fields=["data_nascita"])


def test_the_absence_of_a_minor_is_reported_to_who_answers(s):
    minorenne(s)
    assert rifiuto(lambda: avvisa(s)) == ["senza_responsabile"]
    madre = ResponsabilitaFactory(istituto=s.istituto, studente=s.corsista.persona).adulto
    ResponsabilitaFactory(istituto=s.istituto, studente=s.corsista.persona, limite="decreto n. 3")
    avviso = avvisa(s)
    assert avviso.genere == GenereAvviso.MINORE
    assert [p.destinatario for p in Promemoria.objects.all()] == [madre]
    assert rifiuto(lambda: avvisa(s, DOPO)) == ["gia_segnalato"]
    assert rifiuto(lambda: ritira(s)) == ["gia_segnalato"]
    with pytest.raises(AttoRifiutato) as errore:
        avvisa(s, DOPO)
    assert "art. 9" in errore.value.violazioni[0].fonte
    assert "art. 9" in avviso.perche[0]["fonte"]
    assert avviso.documento.contesto["capoversi"][0].startswith("Gentile ")
    s.corsista.refresh_from_db()
    assert s.corsista.stato == StatoCorsista.ATTIVO


def test_two_who_answer_are_greeted_both(s):
    minorenne(s)
    for _ in range(2):
        ResponsabilitaFactory(istituto=s.istituto, studente=s.corsista.persona)
    saluto = avvisa(s).documento.contesto["capoversi"][0]
    assert saluto.startswith("Gentili ")
    assert " e " in saluto


def test_without_lessons_there_is_no_absence(istituto):
    s = scena(istituto)
    s.lezione(3, giorno=ULTIMA)
    assert passo(s, AVVISO) == Passo.NIENTE
    assert rifiuto(lambda: avvisa(s)) == ["nessuna_lezione_persa"]


# Derogations


def proponi(s, **altro):
    return proponi_deroga(
        autore=s.direzione, adesso=ADESSO, corsista_id=s.corsista.pk,
        **{"motivo": "turni di lavoro", "consiglio": "Consiglio di livello",
           "proposta_il": date(2024, 5, 20), **altro},
    )  # fmt: skip


def approva(s, deroga, **altro):
    return approva_deroga(autore=s.direzione, adesso=ADESSO, deroga_id=deroga.pk, **altro)


def test_a_derogation_is_proposed_and_approved_by_the_collegio(s):
    deroga = proponi(s)
    assert rifiuto(lambda: proponi(s)) == ["gia_proposta"]
    assert rifiuto(lambda: approva(s, deroga)) == ["senza_delibera"]
    collegio = OrganoFactory(istituto=s.istituto, tipo="collegio")
    delibera = DeliberaFactory(istituto=s.istituto, organo=collegio, adottata_il=ADESSO)
    approvata = approva(s, deroga, delibera=delibera)
    assert approvata.approvata_il == ADESSO.date()
    assert f"delibera n. {delibera.numero}" in approvata.estremi
    assert rifiuto(lambda: approva(s, deroga, delibera=delibera)) == ["gia_decisa"]


def test_a_deliberation_of_another_organ_does_not_approve(s):
    deroga = proponi(s)
    consiglio = OrganoFactory(istituto=s.istituto, tipo="consiglio_istituto")
    delibera = DeliberaFactory(istituto=s.istituto, organo=consiglio, adottata_il=ADESSO)
    assert rifiuto(lambda: approva(s, deroga, delibera=delibera)) == ["altro_organo"]


def test_the_collegio_decides_after_the_proposal(s):
    deroga = proponi(s)
    estremi = "delibera n. 12"
    prima, domani = date(2024, 5, 1), date(2024, 6, 6)
    for giorno in (prima, domani):
        assert rifiuto(
            lambda giorno=giorno: approva(s, deroga, estremi=estremi, approvata_il=giorno)
        ) == ["giorno"]
    approva(s, deroga, estremi=estremi, approvata_il=date(2024, 5, 28))


def test_a_refused_one_may_be_proposed_again(s):
    deroga = proponi(s)
    respingi_deroga(autore=s.direzione, adesso=ADESSO, deroga_id=deroga.pk)
    assert proponi(s).pk != deroga.pk
    assert rifiuto(lambda: proponi(s, proposta_il=date(2024, 6, 6))) == ["nel_futuro"]


def test_a_derogation_is_of_its_school_year(s):
    """Art. 7: they are approved year by year."""
    approva(s, proponi(s), estremi="delibera n. 12", approvata_il=date(2024, 5, 28))
    s.corsista.ultimo_anno = AnnoScolasticoFactory(istituto=s.istituto, inizio=2024)
    s.corsista.save(update_fields=["ultimo_anno"])
    assert frequenza_di(s.corsista, date(2024, 6, 5)).giudizio.valida
    dopo = date(2025, 5, 20)
    assert not frequenza_di(s.corsista, dopo).giudizio.valida
    assert proponi_deroga(
        **atto(s, dopo), corsista_id=s.corsista.pk, motivo="turni di lavoro",
        consiglio="Consiglio di livello", proposta_il=dopo,
    )  # fmt: skip


def test_of_a_path_that_is_over_its_last_year_is_judged(s):
    approva(s, proponi(s), estremi="delibera n. 12", approvata_il=date(2024, 5, 28))
    assert frequenza_di(s.corsista, date(2024, 10, 1)).giudizio.valida


def test_alfabetizzazione_has_no_derogation(s):
    s.corsista.offerta.genere = "alfabetizzazione"
    s.corsista.offerta.save(update_fields=["genere"])
    assert rifiuto(lambda: proponi(s)) == ["non_derogabile"]
