"""The funzioni strumentali: resolved, asked for, examined, given, reported on."""

from datetime import date, timedelta

import pytest

from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.enums import Ruolo
from selezioni_pon.enums import PassoFunzioni, TipoRelazione
from selezioni_pon.models import (
    AreaFunzione,
    AttribuzioneFunzione,
    CommissarioFunzioni,
    DomandaFunzione,
    ProceduraFunzioni,
)
from selezioni_pon.queries.funzioni.quadro import quadro
from selezioni_pon.services.funzioni import (
    DatiArea,
    DatiProcedura,
    accerta_servizio,
    apri_procedura,
    attribuisci_area,
    cessa_funzione,
    chiudi_area,
    chiudi_esame,
    prepara_procedura,
    presenta_relazione,
    registra_sorteggio,
    registra_voto,
    ritira_domanda,
    scrivi_area,
    segna_assenza,
    togli_area,
)
from selezioni_pon.services.funzioni.carta import stampa_lettera
from selezioni_pon.services.funzioni.notizie import APERTE, ancora_dovuto
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, IncaricoFactory
from tests.selezioni_pon.scena_funzioni import DA_SEMPRE, DOPO, SCADE, Scuola, scuola

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scuola:
    return scuola()


def rifiutato(codice: str, fa) -> None:
    """It is refused for this reason."""
    with pytest.raises(AttoRifiutato) as rifiuto:
        fa()
    assert codice in {una.codice for una in rifiuto.value.violazioni}


# What the Collegio resolved


def test_a_draft_begins_from_the_model_and_names_the_deliberation(casa):
    procedura = casa.bozza()
    assert [una.sigla for una in procedura.aree.all()] == ["1", "2", "3", "4"]
    assert casa.bozza() == procedura  # a second click
    rifiutato("senza_delibera", lambda: casa.bozza("  "))
    anno = AnnoScolasticoFactory(istituto=casa.istituto)
    vuota = casa.atto(
        prepara_procedura, dati=DatiProcedura(anno.pk, "delibera n. 13", dal_modello=False)
    )
    assert not vuota.aree.exists()
    rifiutato("senza_aree", lambda: casa.atto(apri_procedura, procedura_id=vuota.pk, scade=SCADE))
    assert Operazione.objects.filter(azione="prepara funzioni strumentali").count() == 2


def test_areas_are_written_until_the_applications_are_open(casa):
    procedura = casa.bozza()
    dati = DatiArea("5", "Orientamento", "Sportello", 2)
    area = casa.atto(scrivi_area, procedura_id=procedura.pk, dati=dati)
    rifiutato("sigla_presa", lambda: casa.atto(scrivi_area, procedura_id=procedura.pk, dati=dati))
    with pytest.raises(Conflitto):
        casa.atto(scrivi_area, procedura_id=procedura.pk, dati=dati, area_id=area.pk, versione=9)
    casa.atto(togli_area, procedura_id=procedura.pk, area_id=procedura.aree.get(sigla="4").pk)
    rifiutato(
        "termine_passato",
        lambda: casa.atto(apri_procedura, procedura_id=procedura.pk, scade=ADESSO),
    )
    casa.atto(apri_procedura, procedura_id=procedura.pk, scade=SCADE)
    rifiutato(
        "gia_aperta", lambda: casa.atto(togli_area, procedura_id=procedura.pk, area_id=area.pk)
    )
    assert [una.sigla for una in procedura.aree.all()] == ["1", "2", "3", "5"]


def test_the_teachers_are_told_and_the_rules_of_the_day_stay(casa):
    procedura = casa.apri()
    assert procedura.regole["selezioni.funzioni.anni"]["valore"] == "3"
    detti = Promemoria.objects.filter(tipo=APERTE)
    assert detti.count() == len(casa.docenti) + len(casa.commissari)
    assert ancora_dovuto(detti.first(), ADESSO)
    assert not ancora_dovuto(detti.first(), DOPO)


# The applications


def test_the_second_of_the_term_counts_and_the_next_does_not(casa):
    casa.apri()
    anna, bruno, _ = casa.docenti
    domanda = casa.chiede(anna, adesso=SCADE)
    assert domanda.protocollo.riservato
    assert casa.chiede(anna, adesso=SCADE) == domanda
    assert Protocollo.objects.count() == 1  # sent twice as it is, it is one
    rifiutato("fuori_termine", lambda: casa.chiede(bruno, adesso=SCADE + timedelta(seconds=1)))
    rifiutato(
        "fuori_termine", lambda: casa.chiede(anna, "Altro", adesso=SCADE + timedelta(seconds=1))
    )
    assert DomandaFunzione.objects.count() == 1


def test_one_area_only_with_tenure_and_titles(casa):
    casa.apri()
    anna, bruno, _ = casa.docenti
    prima = casa.chiede(anna, "Corso", "Progetto")
    rifiutato("piu_aree", lambda: casa.chiede(anna, sigla="2"))
    rifiutato("non_di_ruolo", lambda: casa.chiede(bruno, di_ruolo=False))
    rifiutato("titolo_ripetuto", lambda: casa.chiede(bruno, "Corso", "corso "))
    rifiutato("senza_titoli", lambda: _senza(casa, bruno))
    rifiutato("servizio_dal", lambda: casa.chiede(bruno, dal=date(2030, 1, 1)))
    casa.atto(ritira_domanda, anna, domanda_id=prima.pk)
    casa.chiede(anna, sigla="2")
    assert DomandaFunzione.objects.filter(ritirata_il__isnull=True).get().area.sigla == "2"


def _senza(casa, chi):
    from selezioni_pon.services.funzioni import DatiDomanda, presenta_domanda

    dati = DatiDomanda(casa.area().pk, DA_SEMPRE, True)
    return casa.atto(presenta_domanda, chi, procedura_id=casa.aperta.pk, dati=dati)


def test_who_examines_cannot_ask_and_who_asks_cannot_examine(casa):
    casa.apri()
    membro = casa.commissari[1]
    casa.chiede(membro)
    rifiutato("componente_richiedente", casa.nomina)
    casa.atto(ritira_domanda, membro, domanda_id=DomandaFunzione.objects.get().pk)
    casa.nomina()
    assert CommissarioFunzioni.objects.filter(supplente=True).count() == 3
    assert casa.nomina() == casa.aperta  # a second click
    rifiutato("in_commissione", lambda: casa.chiede(membro))


def test_who_has_fewer_years_comes_in_only_where_nobody_has_them(casa):
    procedura = casa.apri()
    anna, bruno, carla = casa.docenti
    giovane = date(2023, 9, 1)
    casa.chiede(anna)
    sola, altra = casa.chiede(bruno, dal=giovane), casa.chiede(carla, dal=giovane, sigla="2")
    letto = quadro(procedura, DOPO.date())
    assert not letto.ammissioni[sola.pk].ammessa
    assert letto.ammissioni[altra.pk].di_ripiego
    # What the office finds counts; what was declared stays beside it.
    rifiutato(
        "troppo_presto",
        lambda: casa.atto(
            accerta_servizio, casa.segretaria, domanda_id=sola.pk, versione=1, dal=DA_SEMPRE,
            di_ruolo=True,
        ),
    )  # fmt: skip
    casa.atto(
        accerta_servizio, casa.segretaria, DOPO, domanda_id=sola.pk, versione=1, dal=DA_SEMPRE,
        di_ruolo=True,
    )  # fmt: skip
    assert quadro(procedura, DOPO.date()).ammissioni[sola.pk].ammessa
    sola.refresh_from_db()
    assert sola.nell_istituto_dal == giovane


# The Commission


def test_nothing_is_examined_before_the_term_and_the_declaration(casa):
    casa.apri()
    domanda = casa.chiede(casa.docenti[0])
    casa.nomina()
    rifiutato("senza_dichiarazione", lambda: casa.esamina(domanda))
    casa.dichiara()
    casa.dichiara(casa.commissari[3])
    rifiutato("non_siede", lambda: casa.esamina(domanda, chi=casa.commissari[3]))
    with pytest.raises(AttoRifiutato):
        casa.esamina(domanda, contano=0)  # fit without a title that counts
    assert casa.esamina(domanda, contano=0, idoneo=False, motivo="nessun titolo").idoneo is False
    assert domanda.titoli.get().testo == "Corso"


def test_a_substitute_sits_only_for_who_is_absent(casa):
    procedura = casa.apri()
    casa.chiede(casa.docenti[0])
    casa.nomina()
    casa.dichiara(casa.commissari[0], in_conflitto=True)
    assert quadro(procedura, DOPO.date()).siede(casa.commissari[3].pk)
    secondo = procedura.commissari.get(persona=casa.commissari[1])
    assenza = {"procedura_id": procedura.pk, "commissario_id": secondo.pk}
    casa.atto(segna_assenza, None, DOPO, motivo="malattia", **assenza)
    letto = quadro(procedura, DOPO.date())
    assert letto.siede(casa.commissari[4].pk)
    assert not letto.seduta.violazioni
    casa.atto(segna_assenza, None, DOPO, motivo="", **assenza)
    assert not quadro(procedura, DOPO.date()).siede(casa.commissari[4].pk)


def test_two_members_at_once_and_the_end_of_the_work(casa):
    procedura = casa.apri()
    domanda = casa.chiede(casa.docenti[0], "Corso", "Progetto")
    casa.nomina()
    casa.dichiara()
    chiude = {"procedura_id": procedura.pk, "verbale": "verbale n. 1"}
    rifiutato("da_esaminare", lambda: casa.atto(chiudi_esame, casa.commissari[0], DOPO, **chiude))
    vecchia = DomandaFunzione.objects.get()
    casa.esamina(domanda, contano=1)
    assert [uno.motivo for uno in domanda.titoli.all()] == ["", "non è attinente"]
    with pytest.raises(Conflitto):
        _di_nuovo(casa, vecchia)
    casa.atto(chiudi_esame, casa.commissari[0], DOPO, **chiude)
    rifiutato("lavori_chiusi", lambda: casa.esamina(domanda))


def _di_nuovo(casa, domanda):
    from selezioni_pon.services.funzioni import esamina_domanda

    return casa.atto(
        esamina_domanda, casa.commissari[0], DOPO, domanda_id=domanda.pk,
        versione=domanda.versione, decisioni=[], idoneo=True,
    )  # fmt: skip


# To whom an area goes


def test_more_titles_have_the_area_with_a_letter_until_the_end_of_the_year(casa):
    procedura = casa.apri()
    anna, bruno, _ = casa.docenti
    prima, seconda = casa.chiede(anna, "Corso", "Progetto"), casa.chiede(bruno)
    area = casa.area()
    rifiutato("esame_aperto", lambda: casa.atto(attribuisci_area, None, DOPO, area_id=area.pk))
    casa.chiusa(prima, seconda)
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)
    assert (data.domanda, data.al) == (prima, date(2024, 8, 31))
    assert data.documento.titolo.startswith("Funzione strumentale 2023/24, area 1")
    assert data.protocollo.corrispondente == anna.nome_e_cognome
    assert casa.atto(attribuisci_area, None, DOPO, area_id=area.pk) == [data]  # a second click
    assert Promemoria.objects.filter(tipo="selezioni_funzioni.data").count() == 1
    assert quadro(procedura, DOPO.date()).ha_esito(area)
    rifiutato("gia_attribuita", lambda: casa.atto(ritira_domanda, anna, DOPO, domanda_id=prima.pk))


def test_level_titles_wait_for_the_vote_of_the_collegio(casa):
    casa.apri()
    anna, bruno, _ = casa.docenti
    casa.chiusa(casa.chiede(anna), casa.chiede(bruno, dal=date(2012, 9, 1)))
    area = casa.area()
    rifiutato(
        "niente_da_attribuire", lambda: casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)
    )
    voto = {"area_id": area.pk, "votanti": 20, "verbale": "verbale n. 5"}
    rifiutato(
        "voto_su_altri", lambda: casa.atto(registra_voto, None, DOPO, voti={anna.pk: 3}, **voto)
    )
    rifiutato(
        "voti_oltre_i_votanti",
        lambda: casa.atto(registra_voto, None, DOPO, voti={anna.pk: 15, bruno.pk: 6}, **voto),
    )
    # Level in votes too: the longer service decides.
    casa.atto(registra_voto, None, DOPO, voti={anna.pk: 9, bruno.pk: 9}, **voto)
    casa.atto(registra_voto, None, DOPO, voti={anna.pk: 9, bruno.pk: 9}, **voto)
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)
    assert data.domanda.docente == anna
    detti = " ".join(uno["testo"] for uno in data.motivi)
    assert "A parità di titoli decide" in detti
    assert bruno.cognome not in detti


def test_level_in_everything_are_drawn(casa):
    casa.apri()
    anna, bruno, _ = casa.docenti
    bruno.data_nascita = anna.data_nascita
    bruno.save(update_fields=["data_nascita"])
    casa.chiusa(casa.chiede(anna), casa.chiede(bruno))
    area = casa.area()
    casa.atto(
        registra_voto, None, DOPO, area_id=area.pk, voti={anna.pk: 1, bruno.pk: 1}, votanti=9,
        verbale="verbale n. 5",
    )  # fmt: skip
    tratti = {"area_id": area.pk, "verbale": "verbale n. 6"}
    rifiutato(
        "sorteggio_su_altri",
        lambda: casa.atto(registra_sorteggio, None, DOPO, estratti=[anna.pk], **tratti),
    )
    casa.atto(registra_sorteggio, None, DOPO, estratti=[bruno.pk, anna.pk], **tratti)
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)
    assert data.domanda.docente == bruno


def test_a_collaborator_of_the_dirigente_leaves_one_of_the_two(casa):
    casa.apri()
    anna = casa.docenti[0]
    incarico = IncaricoFactory(
        istituto=casa.istituto, persona=anna, ruolo=Ruolo.COLLABORATORE, cattedra=None, classe=None
    )
    casa.chiusa(casa.chiede(anna))
    area = casa.area()
    rifiutato("collaboratore", lambda: casa.atto(attribuisci_area, None, DOPO, area_id=area.pk))
    assert not AttribuzioneFunzione.objects.exists()
    incarico.al = ADESSO.date()
    incarico.save(update_fields=["al"])
    assert casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)


def test_an_area_may_stay_without_and_the_year_is_concluded(casa):
    procedura = casa.apri()
    casa.chiusa(casa.chiede(casa.docenti[0]))
    casa.atto(attribuisci_area, None, DOPO, area_id=casa.area().pk)
    procedura.refresh_from_db()
    assert quadro(procedura, DOPO.date()).passo(DOPO) is PassoFunzioni.ATTRIBUZIONE
    for area in AreaFunzione.objects.exclude(sigla="1"):
        rifiutato(
            "senza_motivo",
            lambda a=area: casa.atto(chiudi_area, None, DOPO, area_id=a.pk, motivo=" "),
        )
        casa.atto(chiudi_area, None, DOPO, area_id=area.pk, motivo="nessuno l’ha chiesta")
    procedura = ProceduraFunzioni.objects.get()
    assert quadro(procedura, DOPO.date()).passo(DOPO) is PassoFunzioni.CONCLUSA


# Who has it


def data_a(casa) -> AttribuzioneFunzione:
    casa.apri()
    casa.chiusa(casa.chiede(casa.docenti[0]), casa.chiede(casa.docenti[1], sigla="2"))
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=casa.area().pk)
    return data


def test_reports_are_given_once_and_updates_every_time(casa):
    data = data_a(casa)
    anna = casa.docenti[0]

    def presenta(tipo, testo, chi=anna):
        return casa.atto(
            presenta_relazione, chi, DOPO, attribuzione_id=data.pk, tipo=tipo, testo=testo
        )

    finale = presenta(TipoRelazione.FINALE, "Fatto tutto.")
    assert presenta(TipoRelazione.FINALE, "Fatto tutto. ") == finale
    rifiutato("gia_presentata", lambda: presenta(TipoRelazione.FINALE, "Altro"))
    rifiutato("relazione_vuota", lambda: presenta(TipoRelazione.AGGIORNAMENTO, " "))
    presenta(TipoRelazione.AGGIORNAMENTO, "A giugno")
    presenta(TipoRelazione.AGGIORNAMENTO, "Ancora a giugno")
    with pytest.raises(AttribuzioneFunzione.DoesNotExist):
        presenta(TipoRelazione.INIZIALE, "Di un altro", casa.docenti[1])
    assert data.relazioni.count() == 3


def test_a_function_that_ends_before_may_go_to_who_follows(casa):
    casa.apri()
    anna, bruno, _ = casa.docenti
    casa.chiusa(casa.chiede(anna, "Corso", "Progetto"), casa.chiede(bruno))
    area = casa.area()
    [data] = casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)
    cessa = {"attribuzione_id": data.pk, "versione": data.versione}
    rifiutato(
        "giorno",
        lambda: casa.atto(
            cessa_funzione, None, DOPO, ultimo_giorno=date(2025, 1, 1), motivo="x", **cessa
        ),
    )
    casa.atto(
        cessa_funzione, None, DOPO, ultimo_giorno=DOPO.date(), motivo="lunga assenza", **cessa
    )
    [dopo] = casa.atto(attribuisci_area, None, DOPO, area_id=area.pk)
    assert dopo.domanda.docente == bruno


def test_the_letter_is_printed_once(casa):
    data = data_a(casa)
    documento = stampa_lettera(casa.istituto.pk, data.documento_id)
    assert documento.impronta
    assert stampa_lettera(casa.istituto.pk, data.documento_id).impronta == documento.impronta
    assert Documento.objects.get(pk=data.documento_id).pagine == 1


def test_the_letter_cites_the_regulation_only_in_the_school_that_has_it(casa):
    scritto = str(data_a(casa).documento.contesto)
    assert "art. 33 c. 2" in scritto
    assert "30 giugno 2024" in scritto
    assert "CPIA Napoli" not in scritto
