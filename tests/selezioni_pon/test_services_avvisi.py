"""A call on the albo and after: what is closed with it, who is told, what comes next."""

from datetime import timedelta

import pytest

from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Incarico
from selezioni_pon.enums import Fase, MotivoImpossibilita, StatoAvviso
from selezioni_pon.models import Avviso, Griglia, Impossibilita
from selezioni_pon.queries.bando import da_rivedere, mancanze, perche, regole_di, spesa
from selezioni_pon.queries.elenco import elenco
from selezioni_pon.services.avvisi import (
    DatiImpossibilita,
    accerta_impossibilita,
    pubblica_avviso,
    revoca_avviso,
)
from selezioni_pon.services.avvisi.inviti import PUBBLICATO, REVOCATO, ancora_dovuto
from selezioni_pon.services.griglie import ritira_griglia, scrivi_griglia
from selezioni_pon.services.selezioni import prepara_successivo
from tests.factories.scuola import ADESSO, contesto
from tests.factories.selezioni import SCADE
from tests.selezioni_pon.scena import Scena, scena, scritto

pytestmark = pytest.mark.django_db
DOPO = SCADE + timedelta(days=1)
NESSUNO = DatiImpossibilita(MotivoImpossibilita.NESSUNA_DOMANDA, "decreto n. 41", DOPO.date())


@pytest.fixture
def casa() -> Scena:
    return scena()


def rifiuti(rifiuto) -> list[tuple[str, str]]:
    return [(violazione.codice, violazione.campo) for violazione in rifiuto.value.violazioni]


def accerta(casa: Scena, avviso: Avviso, dati=NESSUNO, adesso=DOPO) -> Avviso:
    return casa.atto(accerta_impossibilita, casa.dirigente, adesso, avviso_id=avviso.pk, dati=dati)


def successivo(casa: Scena, avviso: Avviso, adesso=DOPO) -> Avviso:
    return casa.atto(prepara_successivo, adesso=adesso, avviso_id=avviso.pk)


def avvertiti(tipo: str) -> set[int]:
    return set(Promemoria.objects.filter(tipo=tipo).values_list("destinatario_id", flat=True))


# What is missing


def test_a_complete_draft_lacks_only_that_the_findings_are_read(casa):
    avviso = casa.pronta()
    assert [v.codice for v in mancanze(avviso, ADESSO)] == ["rilievi_da_leggere"]
    assert mancanze(avviso, ADESSO, rilievi_letti=True) == []
    assert da_rivedere(avviso, ADESSO) == ()
    assert spesa(avviso) == 180_000


def test_an_empty_draft_lacks_everything_at_its_field(casa):
    avviso = casa.bozza()
    trovate = {violazione.campo for violazione in mancanze(avviso, ADESSO)}
    assert trovate == {
        "ordine_scolastico", "come_si_presenta", "titoli_di_studio", "responsabile", "ore",
        "dal", "compenso", "chiude", "griglia",
    }  # fmt: skip
    assert spesa(avviso) is None


def test_a_term_that_is_over_is_said_as_it_is(casa):
    avviso = casa.pronta(scade=ADESSO - timedelta(hours=1))
    assert ("termine_passato", "chiude") in [(v.codice, v.campo) for v in mancanze(avviso, ADESSO)]


def test_a_short_term_wants_its_reason(casa):
    avviso = casa.pronta(scade=ADESSO + timedelta(days=3))
    assert "avviso_breve" in [v.codice for v in mancanze(avviso, ADESSO)]
    avviso = casa.scrive(avviso, scade=ADESSO + timedelta(days=3), urgenza="Si comincia lunedì")
    assert mancanze(avviso, ADESSO, rilievi_letti=True) == []


def test_a_grid_that_is_withdrawn_or_not_finished_is_not_published(casa):
    avviso = casa.pronta()

    def con_sezione(dati):
        dati["sezioni"].append({"sigla": "Z", "titolo": "Altro", "voci": []})
        return dati

    casa.atto(scrivi_griglia, griglia_id=avviso.griglia_id, versione=1, cambia=con_sezione)
    casa.atto(ritira_griglia, griglia_id=avviso.griglia_id, versione=2)
    avviso = Avviso.objects.get(pk=avviso.pk)
    trovate = mancanze(avviso, ADESSO, rilievi_letti=True)
    assert [v.codice for v in trovate] == ["griglia_ritirata", "sezione_vuota"]


def test_an_empty_grid_holds_no_criteria(casa):
    avviso = casa.bozza()
    griglia = casa.griglia("", "Nuova")
    avviso = casa.scrive(avviso, griglia_id=griglia.pk)
    assert [v.codice for v in mancanze(avviso, ADESSO)] == ["griglia_mancante"]


# On the albo


def test_a_call_is_published_under_its_number_on_the_albo(casa):
    avviso = casa.pubblicato()
    avviso.refresh_from_db()
    assert avviso.stato == StatoAvviso.PUBBLICATO
    assert (avviso.pubblicato_il, avviso.pubblicato_da) == (ADESSO, casa.dirigente)
    assert avviso.rilievi_letti_il == ADESSO
    assert avviso.documento.protocollo == avviso.protocollo == avviso.pubblicazione.protocollo
    assert avviso.pubblicazione.categoria == CategoriaAlbo.BANDI
    assert not avviso.pubblicazione.con_dati_personali
    assert avviso.pubblicazione.al >= SCADE.date()
    assert Operazione.objects.filter(azione="pubblica avviso di selezione").count() == 1


def test_the_rules_and_the_grid_of_the_day_are_closed_with_it(casa):
    avviso = casa.pubblicato()
    griglia = Griglia.objects.get(pk=avviso.griglia_id)
    assert griglia.chiusa_il == ADESSO
    assert Operazione.objects.filter(azione="chiude griglia di valutazione").count() == 1
    prima = regole_di(avviso).avviso.giorni[Fase.ESTERNI]
    scritto(casa, avviso_esterni="30")
    dopo = Avviso.objects.get(pk=avviso.pk)
    assert regole_di(dopo).avviso.giorni[Fase.ESTERNI] == prima
    assert not [chiave for chiave in dopo.regole if chiave.startswith("selezioni.infanzia.")]


def test_the_staff_is_told_of_a_call_for_them_and_nobody_else(casa):
    avviso = casa.pubblicato()
    assert avvertiti(PUBBLICATO) == {casa.segretaria.pk, casa.docente.pk, casa.ata.pk}
    riga = Promemoria.objects.filter(tipo=PUBBLICATO, destinatario=casa.docente).get()
    assert "mercoledì 26 giugno 2024, ore 23.59" in riga.testo
    assert f"/selezioni/avvisi/{avviso.pk}/" in riga.indirizzo
    assert ancora_dovuto(riga, ADESSO)
    assert not ancora_dovuto(riga, DOPO)
    Incarico.objects.filter(persona=casa.docente).update(al=ADESSO.date() - timedelta(days=1))
    assert not ancora_dovuto(riga, ADESSO)


def test_what_is_missing_stops_the_act_and_nothing_is_done(casa):
    avviso = casa.bozza()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.pubblica(avviso)
    assert ("griglia_mancante", "griglia") in rifiuti(rifiuto)
    avviso.refresh_from_db()
    assert (avviso.stato, avviso.regole, avviso.documento) == ("bozza", {}, None)
    assert not Promemoria.objects.filter(tipo=PUBBLICATO).exists()


def test_the_findings_must_have_been_read(casa):
    avviso = casa.pronta()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(pubblica_avviso, casa.dirigente, avviso_id=avviso.pk, versione=2)
    assert rifiuti(rifiuto) == [("rilievi_da_leggere", "griglia")]


def test_only_the_draft_that_was_read_is_published_and_once(casa):
    avviso = casa.pronta()
    with pytest.raises(Conflitto):
        casa.atto(pubblica_avviso, casa.dirigente, avviso_id=avviso.pk, versione=1)
    casa.pubblica(avviso)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.pubblica(avviso)
    assert rifiuti(rifiuto) == [("non_in_bozza", "")]


def test_nobody_signs_where_nobody_directs(casa):
    avviso = casa.pronta()
    Incarico.objects.filter(ruolo=Ruolo.DIRIGENTE).update(al=ADESSO.date() - timedelta(days=1))
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.pubblica(avviso)
    assert rifiuti(rifiuto) == [("firma", "")]
    assert Griglia.objects.get(pk=avviso.griglia_id).chiusa_il is None


# Taken back


def test_a_revoked_call_loses_its_value_and_says_why(casa):
    avviso = casa.pubblicato()
    motivo = "Il progetto non è più finanziato"
    casa.atto(revoca_avviso, casa.dirigente, avviso_id=avviso.pk, motivo=f" {motivo} ")
    avviso.refresh_from_db()
    assert (avviso.stato, avviso.motivo_revoca) == (StatoAvviso.REVOCATO, motivo)
    assert avviso.pubblicazione.annullata_il == avviso.documento.annullato_il == ADESSO
    assert avviso.pubblicazione.motivo_annullamento == motivo
    assert avvertiti(REVOCATO) == {casa.segretaria.pk, casa.docente.pk, casa.ata.pk}
    invito, revoca = (Promemoria.objects.filter(tipo=t).first() for t in (PUBBLICATO, REVOCATO))
    assert not ancora_dovuto(invito, ADESSO)
    assert ancora_dovuto(revoca, ADESSO)


def test_a_call_is_revoked_once_with_a_reason_that_can_be_read(casa):
    avviso = casa.pubblicato()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(revoca_avviso, casa.dirigente, avviso_id=avviso.pk, motivo="errore")
    assert rifiuti(rifiuto) == [("motivo", "motivo")]
    casa.atto(revoca_avviso, casa.dirigente, avviso_id=avviso.pk, motivo="Era sbagliato.")
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(revoca_avviso, casa.dirigente, avviso_id=avviso.pk, motivo="Era sbagliato.")
    assert rifiuti(rifiuto) == [("stato", "")]
    assert Operazione.objects.filter(azione="revoca avviso di selezione").count() == 1


def test_a_draft_is_not_revoked(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(revoca_avviso, casa.dirigente, avviso_id=casa.bozza().pk, motivo="Era sbagliato.")
    assert rifiuti(rifiuto) == [("stato", "")]


def test_after_a_revoked_call_the_same_one_is_prepared_again(casa):
    avviso = casa.pubblicato()
    casa.atto(revoca_avviso, casa.dirigente, avviso_id=avviso.pk, motivo="Era sbagliato.")
    nuovo = successivo(casa, avviso, ADESSO)
    assert (nuovo.fase, nuovo.posti, nuovo.griglia) == ("interni", 2, avviso.griglia)
    assert casa.pubblica(casa.scrive(nuovo, griglia_id=avviso.griglia_id)).stato == "pubblicato"


# It was not enough


def test_the_impossibility_is_recorded_after_the_term_and_ends_the_call(casa):
    avviso = accerta(casa, casa.pubblicato())
    avviso.refresh_from_db()
    assert avviso.stato == StatoAvviso.CONCLUSO
    assert avviso.impossibilita.registrata_da == casa.dirigente
    assert Operazione.objects.filter(azione="accerta impossibilità").count() == 1
    with pytest.raises(AttoRifiutato) as rifiuto:
        accerta(casa, avviso)
    assert rifiuti(rifiuto) == [("stato", "")]
    assert Impossibilita.objects.count() == 1


def test_to_the_second_of_the_term_it_is_too_early(casa):
    avviso = casa.pubblicato()
    with pytest.raises(AttoRifiutato) as rifiuto:
        accerta(casa, avviso, adesso=SCADE + timedelta(milliseconds=999))
    assert rifiuti(rifiuto) == [("termine_aperto", "")]


@pytest.mark.parametrize(
    ("altro", "attesi"),
    [
        ({"accertata_il": DOPO.date() + timedelta(days=1)}, [("accertata_poi", "accertata_il")]),
        (
            {"accertata_il": SCADE.date() - timedelta(days=1)},
            [("impossibilita_prima_dell_esito", "accertata_il")],
        ),
        ({"atto": " "}, [("impossibilita_senza_atto", "atto")]),
        ({"domande": 2}, [("impossibilita_smentita", "motivo")]),
        ({"domande": 1, "idonei": 2, "motivo": "rinunce"}, [("idonei", "idonei")]),
        (
            {"domande": 1, "idonei": 1, "coperti": 2, "motivo": "rinunce"},
            [("coperti", "coperti"), ("posti_coperti", "coperti")],
        ),
    ],
)
def test_what_the_call_itself_contradicts_is_refused(casa, altro, attesi):
    avviso = casa.pubblicato()
    valori = {campo: getattr(NESSUNO, campo) for campo in NESSUNO.__dataclass_fields__} | altro
    valori["motivo"] = MotivoImpossibilita(valori["motivo"])
    with pytest.raises(AttoRifiutato) as rifiuto:
        accerta(casa, avviso, DatiImpossibilita(**valori))
    assert rifiuti(rifiuto) == attesi
    assert not Impossibilita.objects.exists()


# To others


def test_the_next_call_is_for_the_posts_left_with_the_same_words(casa):
    avviso = casa.pubblicato()
    uno = DatiImpossibilita(
        MotivoImpossibilita.POSTI_RIMASTI, "decreto n. 41", DOPO.date(), 1, 1, 1
    )
    accerta(casa, avviso, uno)
    nuovo = successivo(casa, avviso)
    assert (nuovo.fase, nuovo.posti, nuovo.stato) == ("altre_scuole", 1, "bozza")
    for campo in ("griglia", "ore", "dal", "titoli_di_studio", "responsabile", "luogo"):
        assert getattr(nuovo, campo) == getattr(avviso, campo)
    assert (nuovo.scade, nuovo.regole, nuovo.pubblicato_il) == (None, {}, None)
    assert successivo(casa, avviso) == nuovo
    [motivo] = perche(nuovo)
    assert "decreto n. 41" in motivo.testo


def test_more_posts_than_are_left_are_refused(casa):
    avviso = accerta(casa, casa.pubblicato())
    nuovo = successivo(casa, avviso)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.scrive(nuovo, posti=3)
    assert rifiuti(rifiuto) == [("posti", "posti")]
    scritto_ora = casa.scrive(nuovo, posti=1, ruolo="un altro")
    assert (scritto_ora.posti, scritto_ora.selezione.ruolo) == (1, "tutor")


def test_the_next_call_waits_for_the_outcome_of_the_one_before(casa):
    avviso = casa.pubblicato()
    with pytest.raises(AttoRifiutato) as rifiuto:
        successivo(casa, avviso)
    assert rifiuti(rifiuto) == [("interni_in_corso", "fase")]


def test_other_schools_are_left_out_where_the_school_does_so(casa):
    scritto(casa, altre_scuole_prima="no")
    assert successivo(casa, accerta(casa, casa.pubblicato())).fase == Fase.ESTERNI


def test_a_call_for_others_does_not_tell_the_staff_and_is_the_last(casa):
    scritto(casa, altre_scuole_prima="no")
    nuovo = successivo(casa, accerta(casa, casa.pubblicato()))
    scade = SCADE + timedelta(days=30)
    altro = {"pagamento": "al termine", "trattamento": "ritenuta d’acconto", "scade": scade}
    nuovo = casa.scrive(nuovo, **altro)
    avviso = casa.pubblica(nuovo, DOPO)
    assert Promemoria.objects.filter(tipo=PUBBLICATO, riferimento=str(avviso.pk)).count() == 0
    accerta(
        casa, avviso, DatiImpossibilita(
            MotivoImpossibilita.NESSUNA_DOMANDA, "decreto n. 50", scade.date() + timedelta(days=1)
        ), scade + timedelta(days=2),
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        successivo(casa, avviso)
    assert rifiuti(rifiuto) == [("ultimo_avviso", "")]


# The list


def test_the_calls_are_listed_by_what_is_to_be_done(casa):
    avviso = casa.pubblicato()
    ora = elenco(contesto(casa.docente))
    assert (ora.bozze, ora.aperti, ora.in_attesa) == ([], [avviso], [])
    poi = elenco(contesto(casa.docente, DOPO))
    assert (poi.aperti, poi.in_attesa) == ([], [avviso])
    nuovo = successivo(casa, accerta(casa, avviso))
    ufficio = elenco(contesto(casa.segretaria, DOPO))
    assert (ufficio.bozze, ufficio.conclusi) == ([nuovo], [avviso])
    assert elenco(contesto(casa.docente, DOPO)).tutti == [avviso]
    assert elenco(contesto(casa.estranea, DOPO)).tutti == []
