"""A ranking is formed, drawn, published, complained of, corrected, made final."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Operazione
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.documents.graduatoria import ContestoGraduatoria, html_graduatoria
from selezioni_pon.documents.risposta_reclamo import ContestoRispostaReclamo, html_risposta
from selezioni_pon.enums import EsitoReclamo, StatoGraduatoria
from selezioni_pon.models import Commissione, Esame, Graduatoria, RigaGraduatoria
from selezioni_pon.queries.graduatorie.definitiva import definitiva_di, in_graduatoria
from selezioni_pon.queries.graduatorie.quadro import quadro_di
from selezioni_pon.services.graduatorie.notizie import PUBBLICATA, RISPOSTA, ancora_dovuto
from selezioni_pon.services.graduatorie.stampe import STAMPA
from tests.factories.scuola import ADESSO
from tests.selezioni_pon.scena_graduatoria import DOPO, Graduata, graduata

pytestmark = pytest.mark.django_db
S = StatoGraduatoria
MOTIVO = "Un reclamo accolto cambia i punti di una domanda"


@pytest.fixture
def qui() -> Graduata:
    return graduata()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def posti(graduatoria: Graduatoria) -> list[tuple[int | None, int, int]]:
    righe = RigaGraduatoria.objects.filter(graduatoria=graduatoria).order_by("ordine")
    return [(riga.posizione, int(riga.punti), riga.invio.candidatura_id) for riga in righe]


def domande(qui: Graduata) -> list[int]:
    return [invio.candidatura_id for invio in qui.invii]


# Formed


def test_the_ranking_is_formed_with_its_reasons(qui):
    proposta = qui.forma()
    a, b, c = domande(qui)
    assert (proposta.stato, proposta.numero, proposta.formata_da) == (S.BOZZA, 1, qui.presidente)
    assert posti(proposta) == [(1, 8, a), (2, 5, b), (3, 3, c)]
    seconda = proposta.righe.get(ordine=2)
    assert seconda.motivi[0]["testo"] == "Hai 5 punti: il tuo posto è il 2º su 3."
    assert (seconda.dettaglio["totale"], seconda.dettaglio["dichiarati"]) == ("5", "5")
    assert "8" not in " ".join(motivo["testo"] for motivo in seconda.motivi)
    assert Operazione.objects.filter(azione="forma graduatoria").count() == 1


def test_who_is_excluded_is_told_apart_with_the_reason(qui):
    Esame.objects.filter(invio=qui.invii[1]).update(
        ammesso=False, motivo="Manca il diploma.", fonte="art. 3"
    )
    a, b, c = domande(qui)
    proposta = qui.forma()
    assert posti(proposta) == [(1, 8, a), (2, 3, c), (None, 0, b)]
    fuori = proposta.righe.get(ordine=3)
    assert (fuori.escluso_per, fuori.fonte, fuori.dettaglio) == ("Manca il diploma.", "art. 3", {})


def test_nothing_is_formed_while_the_commission_works():
    qui = graduata(chiusa=False)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.forma()
    assert codici(rifiuto) == ["lavori_aperti"]
    Commissione.objects.update(chiusa_il=ADESSO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.forma()
    assert codici(rifiuto) == ["lavori_aperti"]
    assert not Graduatoria.objects.exists()


def test_with_no_application_there_is_nothing_to_form():
    with pytest.raises(AttoRifiutato) as rifiuto:
        graduata(()).forma()
    assert codici(rifiuto) == ["nessuna_domanda"]


def test_a_proposal_takes_the_place_of_the_one_before(qui):
    prima = qui.forma()
    dopo = qui.forma()
    assert dopo.numero == 1
    assert not Graduatoria.objects.filter(pk=prima.pk).exists()
    assert RigaGraduatoria.objects.count() == 3


# Level


def test_the_younger_comes_first_without_a_draw():
    qui = graduata((5, 5), nascite=(date(1970, 1, 1), date(1995, 1, 1)))
    a, b = domande(qui)
    assert [chi for _, _, chi in posti(qui.forma())] == [b, a]


def test_who_is_still_level_waits_for_a_draw():
    qui = graduata((5, 5, 3))
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.forma()
    assert codici(rifiuto) == ["parita"]
    qui.sorteggia(1, 0)
    a, b, c = domande(qui)
    assert [chi for _, _, chi in posti(qui.forma())] == [b, a, c]
    assert Operazione.objects.filter(azione="registra sorteggio").count() == 1


def test_a_draw_holds_all_who_are_level_and_says_its_minutes():
    qui = graduata((5, 5, 5))
    for quali, verbale, atteso in (
        ((0, 1), "verbale n. 3", "gruppo"),
        ((0, 1, 1), "verbale n. 3", "estratta_due_volte"),
        ((0, 1, 2), " ", "verbale"),
    ):
        with pytest.raises(AttoRifiutato) as rifiuto:
            qui.sorteggia(*quali, verbale=verbale)
        assert codici(rifiuto) == [atteso]
    qui.sorteggia(2, 0, 1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.sorteggia(2, 0, 1)
    assert codici(rifiuto) == ["gruppo"]


def test_two_draws_do_not_share_their_minutes():
    qui = graduata((5, 5, 3, 3))
    qui.sorteggia(0, 1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.sorteggia(2, 3)
    assert codici(rifiuto) == ["verbale_usato"]
    qui.sorteggia(2, 3, verbale="verbale n. 3, secondo sorteggio")
    assert len(posti(qui.forma())) == 4


# Published


def test_the_provisional_ranking_is_on_the_albo_with_the_names_only(qui):
    pubblicata = qui.pubblica()
    pubblicata.refresh_from_db()
    assert (pubblicata.stato, pubblicata.approvata_da) == (S.PROVVISORIA, qui.casa.dirigente)
    albo = pubblicata.pubblicazione
    assert (albo.categoria, albo.con_dati_personali) == (CategoriaAlbo.GRADUATORIE, True)
    assert albo.protocollo == pubblicata.protocollo == pubblicata.documento.protocollo
    carta = ContestoGraduatoria.from_dict(pubblicata.documento.contesto)
    assert [riga.nome for riga in carta.righe] == [str(qui.candidato(n)) for n in range(3)]
    assert not carta.con_punti
    assert str(qui.candidato(0).cognome) not in albo.oggetto_dopo
    assert Lavoro.objects.filter(tipo=STAMPA, riferimento=pubblicata.documento_id).exists()
    html = html_graduatoria(carta)
    assert "GRADUATORIA PROVVISORIA" in html
    assert "proporre reclamo al dirigente entro 15 giorni" in html


def test_with_the_points_where_the_school_publishes_them():
    nascite = (date(1970, 1, 1), date(1995, 1, 1))
    qui = graduata((5, 5), nascite=nascite, pubblicazione="nomi_e_punti")
    carta = ContestoGraduatoria.from_dict(qui.pubblica().documento.contesto)
    assert [(riga.posizione, riga.punti) for riga in carta.righe] == [(1, "5"), (2, "5")]
    assert carta.note[0].testo == "Posizioni 1 e 2: a parità di punti precede chi è più giovane"
    assert "1995" not in html_graduatoria(carta)


def test_everybody_who_applied_is_told_where_to_read(qui):
    pubblicata = qui.pubblica()
    detti = Promemoria.objects.filter(tipo=PUBBLICATA)
    assert {uno.destinatario_id for uno in detti} == {qui.candidato(n).pk for n in range(3)}
    assert all(f"/avvisi/{qui.avviso.pk}/posizione/" in uno.indirizzo for uno in detti)
    assert ancora_dovuto(detti[0], ADESSO)
    Graduatoria.objects.filter(pk=pubblicata.pk).update(stato=S.SUPERATA.value)
    assert not ancora_dovuto(detti[0], ADESSO)


def test_only_the_proposal_that_was_read_is_published_and_once(qui):
    proposta = qui.forma()
    proposta.versione += 1
    with pytest.raises(Conflitto):
        qui.pubblica(proposta)
    proposta.versione -= 1
    qui.pubblica(proposta)
    proposta.refresh_from_db()
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.pubblica(proposta)
    assert codici(rifiuto) == ["stato"]


def test_a_proposal_that_is_no_longer_what_was_decided_is_not_published(qui):
    proposta = qui.forma()
    qui.rivede(0, 1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.pubblica(proposta)
    assert codici(rifiuto) == ["proposta_vecchia"]
    proposta.refresh_from_db()
    assert (proposta.stato, proposta.documento) == (S.BOZZA, None)
    assert not Promemoria.objects.filter(tipo=PUBBLICATA).exists()


def test_what_is_published_is_kept_by_postgresql_too(qui):
    pubblicata = qui.pubblica()
    for atto in (
        lambda: pubblicata.righe.all().delete(),
        lambda: Graduatoria.objects.filter(pk=pubblicata.pk).update(numero=7),
        lambda: Graduatoria.objects.filter(pk=pubblicata.pk).update(stato=S.BOZZA.value),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            atto()


# Complained of


def test_a_complaint_takes_a_reserved_number_and_a_day_for_its_answer(qui):
    qui.pubblica()
    reclamo = qui.reclama(1)
    assert reclamo.protocollo.riservato
    assert reclamo.decidere_entro == date(2024, 7, 5)
    assert qui.reclama(1) == reclamo  # the same form sent twice
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.reclama(1, chiave="altra")
    assert codici(rifiuto) == ["gia_presentato"]
    assert Operazione.objects.filter(azione="presenta reclamo").count() == 1


def test_one_complains_within_the_term_of_a_published_ranking(qui):
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.reclama(1)
    assert codici(rifiuto) == ["non_pubblicata"]
    qui.pubblica()
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.reclama(1, DOPO)
    assert codici(rifiuto) == ["termine"]


def test_a_rejected_complaint_is_answered_once_with_a_paper(qui):
    qui.pubblica()
    reclamo = qui.risponde(qui.reclama(1), EsitoReclamo.RESPINTO)
    carta = ContestoRispostaReclamo.from_dict(reclamo.documento.contesto)
    assert reclamo.documento.riservato
    assert "respinto" in html_risposta(carta)
    assert Promemoria.objects.get(tipo=RISPOSTA).destinatario == qui.candidato(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.risponde(reclamo, EsitoReclamo.ACCOLTO)
    assert codici(rifiuto) == ["gia_risposto"]


def test_only_an_accepted_complaint_reopens_applications_of_this_call(qui):
    qui.pubblica()
    reclamo = qui.reclama(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.risponde(reclamo, EsitoReclamo.RESPINTO, 1)
    assert codici(rifiuto) == ["non_accolto"]
    reclamo.refresh_from_db()
    assert (reclamo.esito, Commissione.objects.get().chiusa_il is None) == ("", False)


def test_an_accepted_complaint_gives_a_new_version_as_a_difference(qui):
    vecchia = qui.pubblica()
    reclamo = qui.risponde(qui.reclama(0), EsitoReclamo.ACCOLTO, 0)
    esame = Esame.objects.get(invio=qui.invii[0])
    assert (esame.chiuso_il, esame.chiuso_da, Commissione.objects.get().chiusa_il) == (None,) * 3
    with pytest.raises(AttoRifiutato):
        qui.forma(MOTIVO)
    qui.rivede(0, 4)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.forma("poco")
    assert codici(rifiuto) == ["motivo"]
    nuova = qui.forma(MOTIVO)
    cambi = quadro_di(qui.avviso, ADESSO.date(), punti=True).cambi
    assert [(uno.da, uno.a) for uno in cambi] == [(2, 1), (1, 2)]
    assert "passa da 8 punti a 4 punti" in cambi[1].motivo.testo
    assert "Reclamo accolto il 5 giugno 2024." in cambi[1].motivo.testo
    qui.pubblica(nuova, ADESSO + timedelta(days=1))
    for riga in (vecchia, nuova, reclamo):
        riga.refresh_from_db()
    assert (vecchia.stato, reclamo.recepito_in) == (S.SUPERATA, nuova)
    assert vecchia.documento.sostituito_da == nuova.documento
    assert vecchia.pubblicazione.annullata_il is not None
    assert vecchia.pubblicazione.sostituita_da == nuova.pubblicazione
    assert [posto for posto, _, _ in posti(vecchia)] == [1, 2, 3]


# Final


def test_the_ranking_is_final_after_the_term(qui):
    provvisoria = qui.pubblica()
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.definitiva(provvisoria, ADESSO + timedelta(days=15))
    assert codici(rifiuto) == ["termine"]
    assert definitiva_di(qui.avviso) is None
    definitiva = qui.definitiva(provvisoria)
    provvisoria.refresh_from_db()
    assert (definitiva.stato, definitiva.numero, definitiva.definitiva) == (S.DEFINITIVA, 2, True)
    assert provvisoria.stato == S.SUPERATA
    assert provvisoria.pubblicazione.annullata_il is None
    assert posti(definitiva) == posti(provvisoria)
    assert definitiva_di(qui.avviso) == definitiva
    assert [riga.posizione for riga in in_graduatoria(definitiva)] == [1, 2, 3]
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.reclama(1, DOPO)
    assert codici(rifiuto) == ["definitiva"]


def test_a_complaint_waits_for_its_answer_then_silence_makes_it_final(qui):
    provvisoria = qui.pubblica()
    qui.reclama(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.definitiva(provvisoria)
    assert codici(rifiuto) == ["reclamo_aperto"]
    definitiva = qui.definitiva(provvisoria, ADESSO + timedelta(days=40))
    assert definitiva.stato == S.DEFINITIVA


def test_an_accepted_complaint_must_have_changed_the_ranking(qui):
    provvisoria = qui.pubblica()
    qui.risponde(qui.reclama(1), EsitoReclamo.ACCOLTO_IN_PARTE)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.definitiva(provvisoria)
    assert codici(rifiuto) == ["nuova_versione"]


def test_a_final_ranking_changes_no_more_once_posts_were_proposed(qui):
    definitiva = qui.definitiva(qui.pubblica())
    definitiva.proposte.create(
        istituto=qui.casa.istituto, candidatura=qui.invii[0].candidatura, proposta_il=DOPO,
        proposta_da=qui.casa.dirigente, rispondere_entro=DOPO.date(),
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.forma(MOTIVO, DOPO)
    assert codici(rifiuto) == ["con_proposte"]
