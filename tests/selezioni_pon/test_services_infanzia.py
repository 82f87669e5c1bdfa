"""The enrolments: registered, put in order, told to each family, moved on when one gives up."""

from datetime import date, timedelta

import pytest
from django.core import mail

from cpia.atti.models import Documento, Operazione, Protocollo, Pubblicazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.enums import TipoIstituto
from cpia.scuola.models import Istituto, Persona
from selezioni_pon.enums import GruppoPrecedenza, StatoPosto, TipoVersione
from selezioni_pon.models import DomandaInfanzia, ElencoInfanzia, VersioneInfanzia
from selezioni_pon.queries.infanzia.quadro import quadro
from selezioni_pon.services.infanzia import (
    Adulto,
    DatiBambino,
    DatiDomanda,
    DatiElenco,
    ammetti_gli_anticipi,
    apri_elenco,
    registra_domanda,
    registra_rinuncia,
    registra_sorteggio,
    scrivi_domanda,
    scrivi_elenco,
    togli_sezione,
)
from selezioni_pon.services.infanzia.carta import stampa_elenco
from selezioni_pon.services.infanzia.inviti import TIPO, ancora_dovuto
from tests.conftest import come_proprietario
from tests.factories.infanzia import ENTRO, IN_ANTICIPO
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory
from tests.selezioni_pon.scena_infanzia import AL_CONTEGGIO, DOPO, OGGI, Scuola, scuola

pytestmark = pytest.mark.django_db
T, S = TipoVersione, StatoPosto


@pytest.fixture
def casa() -> Scuola:
    return scuola()


def campi(rifiuto) -> list[str]:
    return [una.campo for una in rifiuto.value.violazioni]


def codici(rifiuto) -> list[str]:
    return [una.codice for una in rifiuto.value.violazioni]


def stati(versione: VersioneInfanzia) -> list[tuple[str, str]]:
    righe = versione.righe.select_related("domanda__bambino").order_by("ordine")
    return [(riga.domanda.bambino.nome, riga.stato) for riga in righe]


def stretta(casa: Scuola) -> ElencoInfanzia:
    """A list of one section with two places."""
    elenco = casa.elenco()
    regole = elenco.regole | {
        f"selezioni.infanzia.{nome}": elenco.regole[f"selezioni.infanzia.{nome}"] | {"valore": "2"}
        for nome in ("soglia_lista", "posti", "posti_estremi")
    }
    with come_proprietario():
        ElencoInfanzia.objects.filter(pk=elenco.pk).update(regole=regole)
    elenco.refresh_from_db()
    return elenco


# The list


def test_a_list_keeps_the_rules_and_the_criteria_of_its_day(casa):
    elenco = casa.elenco(sezioni=0)
    assert elenco.regole["selezioni.infanzia.posti"]["valore"] == "26"
    assert elenco.criteri["sezioni"][0]["voci"][0]["punti"] == "40"
    assert casa.elenco(sezioni=0) == elenco  # a second click
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.elenco(entro=ENTRO + timedelta(days=1))
    assert campi(rifiuto) == ["sede"]


def test_a_school_without_infanzia_opens_no_list(casa):
    Istituto.objects.filter(pk=casa.istituto.pk).update(tipo=TipoIstituto.SUPERIORE)
    casa.segretaria.istituto.refresh_from_db()
    anno = AnnoScolasticoFactory(istituto=casa.istituto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(apri_elenco, dati=DatiElenco(anno.pk, casa.sede.pk, ENTRO))
    assert codici(rifiuto) == ["senza_infanzia"]


def test_the_special_cases_want_a_reason_and_the_term_stays(casa):
    elenco = casa.elenco()
    casa.domanda(elenco)
    dati = {"elenco_id": elenco.pk, "entro": ENTRO, "in_deroga": True}
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(scrivi_elenco, versione=1, motivo_deroga=" ", **dati)
    assert campi(rifiuto) == ["motivo_deroga"]
    casa.atto(scrivi_elenco, versione=1, motivo_deroga="Trasferimenti", **dati)
    with pytest.raises(Conflitto):
        casa.atto(scrivi_elenco, versione=1, motivo_deroga="Altro", **dati)
    casa.forma(elenco, T.PROVVISORIA)
    assert quadro(ElencoInfanzia.objects.get()).posti.totale == 29
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(
            scrivi_elenco, versione=2, motivo_deroga="x", **dati | {"entro": date(2024, 3, 1)}
        )
    assert campi(rifiuto) == ["entro"]


def test_sections_have_different_names_and_may_be_taken_out(casa):
    elenco = casa.elenco()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.sezione(elenco, "a")
    assert campi(rifiuto) == ["nome"]
    sezione = elenco.sezioni.get()
    casa.atto(togli_sezione, elenco_id=elenco.pk, sezione_id=sezione.pk)
    casa.atto(togli_sezione, elenco_id=elenco.pk, sezione_id=sezione.pk)  # a second click
    assert not elenco.sezioni.exists()


# The applications


def test_an_application_makes_the_child_known_and_invites_who_answers(
    casa, django_capture_on_commit_callbacks
):
    elenco = casa.elenco()
    with django_capture_on_commit_callbacks(execute=True):
        domanda = casa.domanda(elenco, "Ada", "A.1", "A.3", email="madre@example.it")
    [legame] = domanda.bambino.responsabili.all()
    assert (legame.adulto.nome, legame.dal) == ("Madre di Ada", OGGI)
    assert [uno.to for uno in mail.outbox] == [["Madre di Ada Bianchi <madre@example.it>"]]
    assert (domanda.numero, domanda.protocollo.riservato) == (1, True)
    assert "Bianchi" not in domanda.protocollo.oggetto
    assert {uno.voce for uno in domanda.titoli.all()} == {"A.1", "A.3"}
    riga = Operazione.objects.get(azione="registra domanda per l’infanzia")
    assert riga.dati == {"numero": 1}


def test_a_second_click_registers_nothing_more(casa):
    elenco = casa.elenco()
    assert casa.domanda(elenco) == casa.domanda(elenco)
    assert Persona.objects.filter(cognome="Bianchi").count() == 2
    assert Protocollo.objects.count() == 1
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.domanda(elenco, presentata_il=OGGI)
    assert codici(rifiuto) == ["domanda_presa"]


@pytest.mark.parametrize(
    ("altro", "campo"),
    [
        ({"nato": date(2018, 1, 1)}, "data_nascita"),
        ({"nato": date(2022, 6, 1)}, "data_nascita"),
        ({"presentata_il": OGGI + timedelta(days=1)}, "presentata_il"),
        (
            {"precedenza": GruppoPrecedenza.DISABILITA.value, "precedenza_da": "nota ASL"},
            "residente",
        ),
        ({"precedenza": GruppoPrecedenza.SERVIZI_SOCIALI.value}, "precedenza_da"),
        ({"titoli": {"Z.9": ""}}, ""),
    ],
)
def test_what_may_not_be_registered_changes_nothing(casa, altro, campo):
    elenco = casa.elenco()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.domanda(elenco, **altro)
    assert campi(rifiuto) == [campo]
    assert not DomandaInfanzia.objects.exists()
    assert not Protocollo.objects.exists()


def test_a_known_code_of_somebody_else_is_refused(casa):
    Persona.objects.create(
        istituto=casa.istituto, cognome="Verdi", nome="Ugo", codice_fiscale="VRDGUO21H01E463X",
        data_nascita=date(2021, 6, 1),
    )  # fmt: skip
    elenco = casa.elenco()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(
            registra_domanda, elenco_id=elenco.pk, dati=DatiDomanda(ENTRO),
            bambino=DatiBambino("Neri", "Ugo", date(2021, 6, 1), "M", "VRDGUO21H01E463X"),
            adulti=(Adulto("Neri", "Ivo"),),
        )  # fmt: skip
    assert campi(rifiuto) == ["codice_fiscale"]


def test_a_title_that_the_check_refuses_does_not_count(casa):
    elenco = casa.elenco()
    domanda = casa.domanda(elenco, "Ada", "A.1", "A.3")
    chi = str(domanda.pk)
    assert quadro(elenco).punteggi[chi].totale == 49
    dati = DatiDomanda(ENTRO, titoli={"A.1": "vive a La Spezia", "A.3": ""})
    casa.atto(scrivi_domanda, domanda_id=domanda.pk, versione=1, dati=dati)
    assert quadro(elenco).punteggi[chi].totale == 9
    with pytest.raises(Conflitto):
        casa.atto(scrivi_domanda, domanda_id=domanda.pk, versione=1, dati=dati)
    assert "La Spezia" not in str(Operazione.objects.latest("pk").dati)


# The versions


def test_nothing_is_made_before_the_term_and_nothing_is_kept(casa):
    elenco = casa.elenco(entro=OGGI)
    casa.domanda(elenco, presentata_il=OGGI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.forma(elenco, T.PROVVISORIA)
    assert codici(rifiuto) == ["termine_aperto"]
    assert not VersioneInfanzia.objects.exists()
    assert not Promemoria.objects.filter(tipo=TIPO).exists()


def test_the_provisional_list_is_kept_whole_and_never_on_the_albo(casa):
    elenco = stretta(casa)
    casa.domanda(elenco, "Ada", "A.3")
    casa.domanda(elenco, "Bice", "A.1")
    casa.domanda(
        elenco, "Carla", precedenza=GruppoPrecedenza.SERVIZI_SOCIALI.value, precedenza_da="n. 3"
    )
    versione = casa.forma(elenco, T.PROVVISORIA)
    assert stati(versione) == [
        ("Carla", S.CON_PRECEDENZA), ("Bice", S.AMMESSO), ("Ada", S.IN_ATTESA),
    ]  # fmt: skip
    ada = versione.righe.get(domanda__bambino__nome="Ada")
    assert (ada.posizione, ada.in_attesa, ada.punti) == (2, 1, 9)
    regole = [uno["regola"] for uno in ada.motivi]
    assert regole[0] == "posizione"
    assert "totale" in regole
    assert not Pubblicazione.objects.exists()
    assert versione.documento.tipo == "elenco_infanzia"
    assert "servizi sociali" not in str(versione.documento.contesto)
    assert Operazione.objects.filter(azione="forma elenco provvisorio dell’infanzia").count() == 1


def test_each_family_is_told_without_names(casa):
    elenco = casa.elenco()
    domanda = casa.domanda(elenco, "Ada", email="ada@example.it")
    versione = casa.forma(elenco, T.PROVVISORIA)
    [promemoria] = Promemoria.objects.filter(tipo=TIPO)
    assert promemoria.destinatario == domanda.bambino.responsabili.get().adulto
    assert "Ada" not in f"{promemoria.oggetto} {promemoria.testo}"
    assert ancora_dovuto(promemoria, ADESSO)
    domanda.bambino.responsabili.update(limite="decreto n. 4")
    assert not ancora_dovuto(promemoria, ADESSO)
    assert versione.numero == 1


def test_it_is_printed_by_a_worker(casa, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    elenco = casa.elenco()
    casa.domanda(elenco)
    versione = casa.forma(elenco, T.PROVVISORIA)
    stampato = stampa_elenco(casa.istituto.pk, versione.documento_id)
    assert stampato.impronta
    assert stampa_elenco(casa.istituto.pk, versione.documento_id).impronta == stampato.impronta
    assert Documento.objects.count() == 1


def test_without_who_directs_no_version_is_made(casa):
    elenco = casa.elenco()
    casa.domanda(elenco)
    casa.dirigente.incarichi.update(al=OGGI - timedelta(days=1))
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.forma(elenco, T.PROVVISORIA)
    assert codici(rifiuto) == ["firma"]
    assert not VersioneInfanzia.objects.exists()


def test_it_is_final_when_the_families_have_had_their_days(casa):
    elenco = casa.elenco()
    casa.domanda(elenco)
    casa.forma(elenco, T.PROVVISORIA)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.forma(elenco, T.DEFINITIVA)
    assert codici(rifiuto) == ["osservazioni_aperte"]
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.forma(elenco, T.PROVVISORIA)
    assert campi(rifiuto) == ["motivo"]
    rifatta = casa.forma(elenco, T.PROVVISORIA, motivo="Un titolo corretto")
    assert (rifatta.numero, casa.forma(elenco, T.DEFINITIVA, DOPO).numero) == (2, 3)


def test_twins_wait_for_the_draw_of_the_minutes(casa):
    elenco = stretta(casa)
    casa.domanda(elenco, "Prima", "A.1")
    gea, gio = (casa.domanda(elenco, nome) for nome in ("Gea", "Gio"))
    casa.forma(elenco, T.PROVVISORIA)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.forma(elenco, T.DEFINITIVA, DOPO)
    assert codici(rifiuto) == ["parita_aperta"]
    sorteggio = {"elenco_id": elenco.pk, "verbale": "verbale n. 3"}
    with pytest.raises(AttoRifiutato):
        casa.atto(registra_sorteggio, casa.dirigente, usciti=[gio.pk], **sorteggio)
    usciti = [gio.pk, gea.pk]
    fatto = casa.atto(registra_sorteggio, casa.dirigente, usciti=usciti, **sorteggio)
    assert casa.atto(registra_sorteggio, casa.dirigente, usciti=usciti, **sorteggio) == fatto
    definitiva = casa.forma(elenco, T.DEFINITIVA, DOPO)
    assert stati(definitiva)[1:] == [("Gio", S.AMMESSO), ("Gea", S.IN_ATTESA)]


def test_who_gives_up_leaves_the_place_to_the_first_who_waits(casa):
    elenco = stretta(casa)
    ada, _, carla = (
        casa.domanda(elenco, nome, voce)
        for nome, voce in (("Ada", "A.1"), ("Bice", "A.2"), ("Carla", "A.3"))
    )
    casa.domanda(elenco, "Dora", "A.4", email="dora@example.it")
    casa.definitivo(elenco)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.forma(elenco, T.SCORRIMENTO, DOPO)
    assert codici(rifiuto) == ["niente_si_muove"]
    casa.rinuncia(ada, DOPO)
    assert casa.rinuncia(ada, DOPO).versione == 2  # a second click
    # Who comes late with more points waits behind all the others.
    casa.domanda(elenco, "Tina", "A.1", "A.3", presentata_il=OGGI, adesso=DOPO)
    Promemoria.objects.all().delete()
    mossa = casa.forma(elenco, T.SCORRIMENTO, DOPO)
    assert stati(mossa) == [
        ("Ada", S.RINUNCIA), ("Bice", S.AMMESSO), ("Carla", S.AMMESSO), ("Dora", S.IN_ATTESA),
        ("Tina", S.IN_ATTESA),
    ]  # fmt: skip
    assert "scorrimento" in [uno["regola"] for uno in mossa.motivi]
    avvertiti = Promemoria.objects.filter(tipo=TIPO).values_list("destinatario__nome", flat=True)
    assert set(avvertiti) == {f"Madre di {nome}" for nome in ("Ada", "Carla", "Dora", "Tina")}
    assert mossa.righe.get(domanda=carla).in_attesa is None


def test_a_renunciation_has_its_day_and_its_paper(casa):
    domanda = casa.domanda(casa.elenco())
    for giorno, atto, campo in (
        (ENTRO - timedelta(days=1), "nota", "rinuncia_il"),
        (OGGI + timedelta(days=1), "nota", "rinuncia_il"),
        (OGGI, "  ", "rinuncia_da"),
    ):
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.atto(registra_rinuncia, domanda_id=domanda.pk, giorno=giorno, atto=atto)
        assert campi(rifiuto) == [campo]
    domanda.refresh_from_db()
    assert domanda.rinuncia_il is None


# Early children


def anticipi(casa: Scuola, elenco: ElencoInfanzia, adesso=AL_CONTEGGIO, **altro):
    return casa.atto(ammetti_gli_anticipi, casa.dirigente, adesso, elenco_id=elenco.pk, **altro)


def test_early_children_come_in_after_the_count(casa):
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada")
    casa.domanda(elenco, "Leo", nato=IN_ANTICIPO)
    casa.domanda(elenco, "Noa", nato=IN_ANTICIPO + timedelta(days=2), residente=True)
    definitiva = casa.definitivo(elenco)
    assert stati(definitiva) == [("Ada", S.AMMESSO)]
    with pytest.raises(AttoRifiutato) as rifiuto:
        anticipi(casa, elenco, DOPO)
    assert codici(rifiuto) == ["prima_del_conteggio", "sezioni_da_contare"]
    casa.sezione(elenco, "A", iscritti=24)
    fatta = anticipi(casa, elenco)
    assert stati(fatta) == [("Noa", S.AMMESSO), ("Leo", S.IN_ATTESA)]
    assert elenco.sezioni.get().anticipi == 1
    noa = fatta.righe.get(domanda__bambino__nome="Noa")
    assert [uno["regola"] for uno in noa.motivi] == ["ammesso", "frequenza"]
    with pytest.raises(AttoRifiutato) as rifiuto:
        anticipi(casa, elenco)
    assert campi(rifiuto) == ["motivo"]


def test_who_comes_after_the_count_finds_a_section_with_early_children_closed(casa):
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada")
    casa.domanda(elenco, "Leo", nato=IN_ANTICIPO)
    casa.definitivo(elenco)
    casa.sezione(elenco, "A", iscritti=17)
    anticipi(casa, elenco)
    tardi = AL_CONTEGGIO + timedelta(days=20)
    quando = {"presentata_il": tardi.date(), "adesso": tardi}
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.domanda(elenco, "Zoe", **quando)
    assert codici(rifiuto) == ["sezione_con_anticipi"]
    arrivata = {"residente": True, "residenza_dal": date(2024, 9, 1)}
    assert casa.domanda(elenco, "Zoe", **quando, **arrivata).numero == 3


def test_nobody_early_while_another_waits(casa):
    elenco = stretta(casa)
    for nome in ("Ada", "Bice", "Carla"):
        casa.domanda(elenco, nome, nato=date(2021, 5, len(nome)))
    casa.domanda(elenco, "Leo", nato=IN_ANTICIPO)
    casa.definitivo(elenco)
    casa.sezione(elenco, "A", iscritti=2)
    assert stati(anticipi(casa, elenco)) == [("Leo", S.IN_ATTESA)]


def test_a_list_has_a_fixed_number_of_queries(casa, django_assert_num_queries):
    elenco = casa.elenco()
    casa.domanda(elenco, "Ada", "A.1")
    casa.forma(elenco, T.PROVVISORIA)
    elenco = ElencoInfanzia.objects.select_related("anno_scolastico", "sede").get()
    with django_assert_num_queries(6):
        quadro(elenco)
    for n in range(30):
        casa.domanda(elenco, f"Bimbo {n}", "A.2", "A.3")
    with django_assert_num_queries(6):
        assert len(quadro(elenco).assegnazione.righe) == 31
