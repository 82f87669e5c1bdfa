"""The acts of the outcome: what they write, what they refuse, what nobody else reads."""

from datetime import timedelta
from decimal import Decimal

import pytest

from bonus_merito.enums import EsitoIstanza, Metodo, StatoProcedura, TipoIstanza
from bonus_merito.models import Assegnazione, Istanza, Procedura
from bonus_merito.queries.esiti import letto
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.services.atti import (
    annulla_decreto,
    archivia,
    decreta,
    presenta_istanza,
    pubblica_esito,
    rispondi_istanza,
)
from bonus_merito.services.atti.stampe import STAMPA, passi
from bonus_merito.services.parita import decide_parita
from cpia.atti.albo.services import annulla_pubblicazione
from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato
from tests.bonus_merito.scena_atti import Scena, scena
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO, IncaricoFactory, PersonaFactory, contesto

pytestmark = pytest.mark.django_db
M, S, T = Metodo, StatoProcedura, TipoIstanza
COGNOMI = {"Accardi", "Buscemi", "Cusumano", "Iacona", "Milazzo"}


@pytest.fixture
def casa() -> Scena:
    return scena()


def firma(casa: Scena, metodo: Metodo = M.QUOTE_UGUALI, **altro) -> Procedura:
    return decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk, metodo=metodo, **altro
    )


def con_elenco(casa: Scena) -> None:
    """The school publishes the list: written by the owner, as a parameter of the opening day."""
    regole = {**casa.procedura.regole}
    regole["bonus.pubblicazione"] = {**regole["bonus.pubblicazione"], "valore": "elenco"}
    Procedura.objects.filter(pk=casa.procedura.pk).update(regole=regole)


def pubblica(casa: Scena, quando=ADESSO) -> Procedura:
    return pubblica_esito(autore=casa.autore, adesso=quando, procedura_id=casa.procedura.pk)


def esiti(casa: Scena) -> dict[str, Assegnazione]:
    righe = Assegnazione.objects.filter(procedura=casa.procedura)
    return {r.richiesta.persona.cognome: r for r in righe.select_related("richiesta__persona")}


def rifiuto(atto) -> set[str]:
    with pytest.raises(AttoRifiutato) as trovato:
        atto()
    return {violazione.codice for violazione in trovato.value.violazioni}


# The decree


def test_one_act_writes_the_outcome_of_everybody(casa):
    procedura = firma(casa)
    trovati = esiti(casa)
    assert set(trovati) == COGNOMI
    assert {chi: esito.fascia for chi, esito in trovati.items()} == {
        "Accardi": 3, "Buscemi": 2, "Cusumano": 1, "Iacona": None, "Milazzo": None,
    }  # fmt: skip
    assert sum(esito.importo for esito in trovati.values()) == Decimal("10450.00")
    assert trovati["Accardi"].importo == Decimal("3483.34")
    assert trovati["Milazzo"].escluso == "assenza"
    assert [e.ordine for e in Assegnazione.objects.order_by("ordine")] == [1, 2, 3, 4, 5]
    assert (procedura.stato, procedura.metodo) == (S.DECRETATA, M.QUOTE_UGUALI)
    numeri = Protocollo.objects.filter(istituto=casa.istituto)
    assert [numero.riservato for numero in numeri] == [True]
    assert procedura.decreto.riservato
    assert procedura.decreto.protocollo == procedura.protocollo == numeri.get()
    assert all(esito.lettera.riservato for esito in trovati.values())


def test_the_register_keeps_ids_and_counts_only(casa):
    firma(casa)
    [riga] = Operazione.objects.filter(istituto=casa.istituto, azione="decreta bonus")
    assert riga.dati["beneficiari"] == 3
    assert not any(cognome in str(riga.dati) for cognome in COGNOMI)
    assert "3483" not in str(riga.dati)


def test_everybody_is_told_without_names_or_amounts(casa):
    firma(casa)
    usciti = Promemoria.objects.filter(tipo="bonus_merito.esito")
    assert {p.destinatario.cognome for p in usciti} == COGNOMI
    for promemoria in usciti:
        testo = f"{promemoria.oggetto} {promemoria.testo} {promemoria.indirizzo}"
        assert not any(cognome in testo for cognome in COGNOMI)
        assert "€" not in testo


def test_a_letter_says_nothing_of_anybody_else(casa):
    firma(casa)
    for cognome, esito in esiti(casa).items():
        detto = str(esito.lettera.contesto)
        altri = COGNOMI - {cognome}
        assert not any(altro in detto for altro in altri), cognome
        assert f"{esito.richiesta_id}: " not in detto
    assert "3.483,34 €" in str(esiti(casa)["Accardi"].lettera.contesto)
    assert "Motivazione di Accardi." in str(esiti(casa)["Accardi"].lettera.contesto)


def test_who_is_excluded_reads_why_and_no_percentage(casa):
    firma(casa)
    contesto = esiti(casa)["Milazzo"].lettera.contesto
    assert contesto["percentuale"] == ""
    assert contesto["attivita"] == []
    assert "assente il 23 per cento" in str(contesto["ragioni"])


def test_the_decree_names_only_who_has_the_bonus_with_the_motivation_of_each(casa):
    decreto = firma(casa).decreto.contesto
    assert [uno["nome"].split()[0] for uno in decreto["beneficiari"]] == [
        "Accardi", "Buscemi", "Cusumano",
    ]  # fmt: skip
    assert all(uno["motivazione"] for uno in decreto["beneficiari"])
    assert "Iacona" not in str(decreto)
    assert "Milazzo" not in str(decreto)
    assert decreto["fondo"] == decreto["totale"] == "10.450,00 €"


def test_the_reasons_are_kept_as_they_were_told(casa):
    firma(casa)
    regole = {motivo["regola"] for motivo in esiti(casa)["Accardi"].motivi}
    assert regole == {"percentuale", "assenza", "fascia", "importo"}
    assert {m["regola"] for m in esiti(casa)["Iacona"].motivi} == {
        "percentuale", "assenza", "fascia",
    }  # fmt: skip


@pytest.mark.parametrize("manca", ["valutazione", "motivazione", "requisiti"])
def test_what_is_missing_refuses_and_nothing_is_written(casa, manca):
    richiesta = casa.richieste["Accardi"]
    if manca == "requisiti":
        casa.procedura.requisiti.filter(persona=richiesta.persona).delete()
    elif manca == "motivazione":
        richiesta.valutazione.motivazione = ""
        richiesta.valutazione.save()
    else:
        richiesta.valutazione.completa_il = None
        richiesta.valutazione.save()
    codice = {"valutazione": "da_valutare"}.get(manca, manca)
    assert codice in rifiuto(lambda: firma(casa))
    assert not Assegnazione.objects.exists()
    assert not Protocollo.objects.exists()
    assert Procedura.objects.get(pk=casa.procedura.pk).stato == S.IN_VALUTAZIONE


def test_who_is_excluded_need_not_be_assessed(casa):
    valutazione = casa.richieste["Milazzo"].valutazione
    valutazione.completa_il = None
    valutazione.save()
    assert firma(casa).stato == S.DECRETATA


def test_another_method_wants_its_reason(casa):
    assert rifiuto(lambda: firma(casa, M.PROPORZIONALE)) == {"metodo"}
    procedura = firma(casa, M.PROPORZIONALE, motivo_metodo="Chi fa di più prende di più.")
    assert procedura.decreto.contesto["motivo_metodo"] == "Chi fa di più prende di più."
    importi = [esito.importo for esito in esiti(casa).values() if esito.importo]
    assert sum(importi) == Decimal("10450.00")
    assert importi == sorted(importi, reverse=True)


def test_fewer_than_the_minimum_want_their_reason(casa):
    Procedura.objects.filter(pk=casa.procedura.pk).update(in_servizio=40)
    assert rifiuto(lambda: firma(casa)) == {"minimo"}
    procedura = firma(casa, motivo_minimo=" Solo tre raggiungono una fascia. ")
    assert procedura.motivo_minimo == "Solo tre raggiungono una fascia."
    assert procedura.decreto.contesto["motivo_minimo"] == procedura.motivo_minimo
    assert procedura.decreto.contesto["fonte_minimo"]


def test_a_reason_that_is_not_due_is_not_kept(casa):
    assert firma(casa, motivo_minimo="Non serve.").motivo_minimo == ""


def test_nobody_to_pay_is_refused(casa):
    casa.procedura.requisiti.update(assenze=100)
    assert rifiuto(lambda: firma(casa, motivo_minimo="Nessuno.")) == {"nessuno"}


def alla_pari_sul_limite() -> Scena:
    """Of three tenured the most are two: one is above, two are level."""
    casa = scena()
    Procedura.objects.filter(pk=casa.procedura.pk).update(in_servizio=3)
    casa.procedura.refresh_from_db()
    for una, altra in zip(
        casa.richieste["Buscemi"].attivita.all(), casa.richieste["Cusumano"].attivita.all(),
        strict=True,
    ):  # fmt: skip
        altra.punti = una.punti
        altra.save(update_fields=["punti"])
    return casa


def decidi(casa: Scena, chi: str, motivo: str) -> None:
    decide_parita(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk,
        pari=[casa.richieste[uno].pk for uno in ("Buscemi", "Cusumano")],
        scelte=[casa.richieste[chi].pk], motivo=motivo,
    )  # fmt: skip


def test_a_tie_across_the_cut_is_decided_before():
    casa = alla_pari_sul_limite()
    assert rifiuto(lambda: firma(casa)) == {"parita"}


def test_what_changed_since_it_was_read_is_not_signed(casa):
    visto = letto(quadro_di(casa.procedura))
    attivita = casa.richieste["Iacona"].attivita.first()
    attivita.punti = Decimal(30)
    attivita.save(update_fields=["punti"])
    assert rifiuto(lambda: firma(casa, visto=visto)) == {"cambiato"}
    assert firma(casa, visto=letto(quadro_di(casa.procedura))).stato == S.DECRETATA


@pytest.mark.parametrize("cosa", ["motivazione", "giudizio", "aggiuntiva"])
def test_words_changed_in_another_tab_are_not_signed_unread(casa, cosa):
    visto = letto(quadro_di(casa.procedura))
    richiesta = casa.richieste["Accardi"]
    if cosa == "giudizio":
        richiesta.attivita.update(motivo="Un altro giudizio")
    else:
        parole = {"motivazione": {"motivazione": "Altre parole."},
                  "aggiuntiva": {"motivo_aggiuntiva": "Un’altra ragione"}}  # fmt: skip
        type(richiesta.valutazione).objects.filter(richiesta=richiesta).update(**parole[cosa])
    assert rifiuto(lambda: firma(casa, visto=visto)) == {"cambiato"}


def test_a_tie_decided_again_is_not_signed_unread():
    casa = alla_pari_sul_limite()
    decidi(casa, "Buscemi", "Ha più incarichi.")
    visto = letto(quadro_di(casa.procedura))
    decidi(casa, "Buscemi", "Un’altra ragione.")
    assert rifiuto(lambda: firma(casa, visto=visto)) == {"cambiato"}
    visto = letto(quadro_di(casa.procedura))
    decidi(casa, "Cusumano", "Un’altra ragione.")
    assert rifiuto(lambda: firma(casa, visto=visto)) == {"cambiato"}


def test_it_is_decreed_once(casa):
    firma(casa)
    assert rifiuto(lambda: firma(casa)) == {"stato"}
    assert Assegnazione.objects.count() == 5


def test_decree_and_letters_are_printed(casa):
    firma(casa)
    [lavoro] = Lavoro.objects.filter(tipo=STAMPA)
    assert lavoro.totale == 6
    da_fare = passi(casa.istituto.pk, casa.procedura.pk)
    assert [passo.chi for passo in da_fare][:2] == ["Decreto", "Lettera n. 1"]
    for passo in da_fare:
        passo.stampa()
    assert not Documento.objects.filter(istituto=casa.istituto, impronta="").exists()
    assert passi(casa.istituto.pk, casa.procedura.pk) == []


# Publication


def test_the_aggregate_hides_small_groups(casa):
    firma(casa)
    procedura = pubblica(casa)
    contesto = procedura.prospetto.contesto
    assert contesto["gruppi"] == []
    dati = {riga["voce"]: riga["valore"] for riga in contesto["dati"]}
    assert dati["Somma stanziata"] == "10.450,00 €, lordo dipendente"
    assert dati["Somma distribuita"] == "10.450,00 €"
    assert dati["Beneficiari"] == "3"
    assert all(riga["valore"].startswith("non si dice") for riga in contesto["fasce"])
    assert not any(cognome in str(contesto) for cognome in COGNOMI)
    assert not procedura.pubblicazione.con_dati_personali


def test_the_list_is_alphabetical_by_group_and_has_no_amount(casa):
    con_elenco(casa)
    firma(casa)
    procedura = pubblica(casa)
    contesto = procedura.prospetto.contesto
    assert [(g["titolo"], [n.split()[0] for n in g["nomi"]]) for g in contesto["gruppi"]] == [
        ("alfabetizzazione", ["Accardi"]),
        ("primo livello, primo periodo", ["Buscemi", "Cusumano"]),
    ]
    assert contesto["dati"] == contesto["fasce"] == []
    assert "3.483" not in str(contesto)
    assert "Iacona" not in str(contesto)
    assert procedura.pubblicazione.con_dati_personali
    assert procedura.pubblicazione.oggetto_dopo
    assert not procedura.prospetto.riservato


def test_it_is_published_once_and_after_the_decree(casa):
    assert rifiuto(lambda: pubblica(casa)) == {"stato"}
    firma(casa)
    assert pubblica(casa).stato == S.PUBBLICATA
    assert rifiuto(lambda: pubblica(casa)) == {"stato"}


def test_every_teacher_is_told_that_it_is_on_the_albo(casa):
    altra = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(istituto=casa.istituto, persona=altra)
    firma(casa)
    procedura = pubblica(casa)
    usciti = {
        p.destinatario_id: p.indirizzo
        for p in Promemoria.objects.filter(tipo="bonus_merito.pubblicato")
    }
    assert len(usciti) == 6
    assert usciti[altra.pk].endswith(f"/albo/{ADESSO.year}/{procedura.pubblicazione.numero}/")
    assert usciti[casa.richieste["Iacona"].persona_id].endswith("/esito/")


def test_one_that_the_albo_annulled_is_published_again(casa):
    firma(casa)
    prima = pubblica(casa)
    annulla_pubblicazione(
        autore=casa.autore, adesso=ADESSO, pubblicazione_id=prima.pubblicazione.pk,
        motivo="Nome scritto male",
    )  # fmt: skip
    dopo = pubblica(casa)
    assert dopo.pubblicazione != prima.pubblicazione
    assert dopo.stato == S.PUBBLICATA


# Complaints and access


def presenta(casa: Scena, tipo: TipoIstanza, *, dopo: int = 0, chiave="uno", chi="Iacona"):
    autore = casa.di(chi)
    adesso = ADESSO + timedelta(days=dopo)
    object.__setattr__(autore, "adesso", adesso)
    return presenta_istanza(
        autore=autore, adesso=adesso, procedura_id=casa.procedura.pk, tipo=tipo,
        testo="Chiedo di rivedere.", chiave=chiave,
    )  # fmt: skip


def test_one_complains_once_it_is_published_and_within_the_term(casa):
    firma(casa)
    assert rifiuto(lambda: presenta(casa, T.RECLAMO)) == {"non_pubblicato"}
    pubblica(casa)
    assert rifiuto(lambda: presenta(casa, T.RECLAMO, dopo=30)) == {"termine"}
    istanza = presenta(casa, T.RECLAMO)
    assert istanza.protocollo.riservato
    assert istanza.protocollo.verso == "entrata"
    assert presenta(casa, T.RECLAMO) == istanza
    assert rifiuto(lambda: presenta(casa, T.RECLAMO, chiave="due")) == {"gia_presentata"}


def test_the_own_file_is_asked_for_from_the_opening_on(casa):
    istanza = presenta(casa, T.ACCESSO)
    assert istanza.rispondere_entro >= ADESSO.date() + timedelta(days=30)


def test_the_own_file_is_asked_for_also_once_it_is_annulled(casa):
    firma(casa)
    annulla(casa, "Conto sbagliato")
    assert presenta(casa, T.ACCESSO).pk
    assert rifiuto(lambda: presenta(casa, T.RECLAMO, chiave="due")) == {"annullata"}


def test_who_did_not_take_part_complains_of_what_was_published(casa):
    altra = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(istituto=casa.istituto, persona=altra)

    def reclama() -> Istanza:
        return presenta_istanza(
            autore=contesto(altra), adesso=ADESSO, procedura_id=casa.procedura.pk,
            tipo=T.RECLAMO, testo="I criteri non sono stati applicati.", chiave="mia",
        )  # fmt: skip

    firma(casa)
    assert rifiuto(reclama) == {"non_pubblicato"}
    pubblica(casa)
    assert reclama().persona == altra


def test_who_is_not_of_the_category_has_no_interest(casa):
    firma(casa)
    pubblica(casa)
    estranea = PersonaFactory(istituto=casa.istituto, con_accesso=True)
    IncaricoFactory(istituto=casa.istituto, persona=estranea, segreteria=True)
    trovati = rifiuto(
        lambda: presenta_istanza(
            autore=contesto(estranea),
            adesso=ADESSO,
            procedura_id=casa.procedura.pk,
            tipo=T.RECLAMO,
            testo="Leggo.",
            chiave="sua",
        )
    )
    assert trovati == {"interesse"}


def test_an_answer_is_given_once_with_its_reasons(casa):
    firma(casa)
    istanza = presenta(casa, T.ACCESSO)

    def rispondi(testo: str) -> Istanza:
        return rispondi_istanza(
            autore=casa.autore, adesso=ADESSO, istanza_id=istanza.pk,
            esito=EsitoIstanza.ACCOLTA, risposta=testo,
        )  # fmt: skip

    assert rifiuto(lambda: rispondi("  ")) == {"risposta"}
    risposta = rispondi("Si consegna copia degli atti che La riguardano.")
    assert risposta.documento.riservato
    assert "Si consegna copia" in str(risposta.documento.contesto)
    [avviso] = Promemoria.objects.filter(tipo="bonus_merito.risposta")
    assert avviso.destinatario == istanza.persona
    assert rifiuto(lambda: rispondi("Un’altra.")) == {"gia_risposta"}


# The end


def test_it_is_put_away_when_nobody_may_complain_and_nobody_waits(casa):
    firma(casa)
    pubblica(casa)
    presenta(casa, T.RECLAMO)
    tardi = casa.autore

    def metti_via(giorni: int) -> Procedura:
        adesso = ADESSO + timedelta(days=giorni)
        object.__setattr__(tardi, "adesso", adesso)
        return archivia(autore=tardi, adesso=adesso, procedura_id=casa.procedura.pk)

    assert rifiuto(lambda: metti_via(3)) == {"termine", "istanze"}
    assert rifiuto(lambda: metti_via(30)) == {"istanze"}
    with come_proprietario():
        Istanza.objects.update(
            esito="respinta", risposta="No.", risposta_il=ADESSO, risposta_da=casa.dirigente
        )
    assert metti_via(30).stato == S.ARCHIVIATA


def test_an_annulled_decree_takes_everything_with_it(casa):
    assert rifiuto(lambda: annulla(casa, "Conto sbagliato")) == {"stato"}
    firma(casa)
    pubblica(casa)
    assert rifiuto(lambda: annulla(casa, " ")) == {"motivo"}
    procedura = annulla(casa, "Conto sbagliato")
    assert procedura.stato == S.ANNULLATA
    assert not Documento.objects.filter(annullato_il__isnull=True).exists()
    procedura.pubblicazione.refresh_from_db()
    assert procedura.pubblicazione.annullata_il
    assert Promemoria.objects.filter(tipo="bonus_merito.annullato").count() == 5
    assert Assegnazione.objects.count() == 5


def annulla(casa: Scena, motivo: str) -> Procedura:
    return annulla_decreto(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk, motivo=motivo
    )
