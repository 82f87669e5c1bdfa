"""Deliberations in PostgreSQL: numbers, words that stay, effects, papers, what follows."""

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from cpia.atti.enums import CategoriaAlbo
from cpia.atti.models import Operazione, Pubblicazione
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola import tenancy
from organi_collegiali.enums import (
    AttoEffetto,
    GenereVotazione,
    ModoVotazione,
    Premessa,
    Scelta,
    StatoSeduta,
    StatoVotazione,
    TipoOrgano,
)
from organi_collegiali.models import (
    Allegato,
    Delibera,
    Dissenso,
    Effetto,
    Frase,
    Interesse,
    Numeratore,
    Proposta,
    Votazione,
    VotoPalese,
)
from organi_collegiali.queries.delibere.delibere import nomi_contrari
from organi_collegiali.queries.delibere.testi import versione_di
from organi_collegiali.queries.delibere.vigenza import Vigenze
from organi_collegiali.rules.delibere.frasario import FRASI
from organi_collegiali.rules.delibere.premesse import RigaPremessa
from organi_collegiali.services.delibere.albo_delibere import pubblica_delibera
from organi_collegiali.services.delibere.delibere import adotta_delibera
from organi_collegiali.services.delibere.dissensi import scrivi_nome_contrario
from organi_collegiali.services.delibere.effetti import (
    indica_regolamento,
    registra_effetto,
    togli_effetto,
)
from organi_collegiali.services.delibere.estratti import prepara_estratto, stampa_estratto
from organi_collegiali.services.delibere.frasi import scrivi_frase, semina_frasario, togli_frase
from organi_collegiali.services.delibere.seguiti import affida_seguito, compi_seguito
from organi_collegiali.services.delibere.senza_seduta import COI_POTERI, DatiAtto, adotta_atto
from organi_collegiali.services.delibere.testi import scrivi_testo
from tests.factories.organi import ConvocatoFactory, DeliberaFactory, VotazioneFactory
from tests.factories.scuola import ADESSO, IstitutoFactory, contesto
from tests.organi_collegiali.scena_delibere import PREMESSE, punto, scena, votata

PARALLELE = 50
VUOTA = RigaPremessa(Premessa.VISTA, "")


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


@pytest.fixture
def di_prova(db):
    return scena()


@pytest.fixture
def ufficio(di_prova):
    return contesto(di_prova.segretaria)


@pytest.fixture
def adotta(di_prova, ufficio):
    """Deliberate on an item: ``adotta(titolo=…)``."""

    def adotta(**altro):
        votazione = votata(di_prova, punto(di_prova, **altro))
        return adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)

    return adotta


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def parametro(istituto, chiave, valore, *, altrove=""):
    """What the regulation of a school says."""
    regolamento = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento", dal=ADESSO.date()
    )
    return Parametro.objects.create(
        istituto=istituto, regolamento=regolamento, chiave=chiave, valore=valore, tipo="booleano",
        articolo="art. 4", in_contrasto_con=altrove,
    )  # fmt: skip


# Adoption


def test_a_deliberation_takes_number_words_and_vote(di_prova, adotta):
    delibera = adotta(titolo="Variazioni al Programma annuale")
    delibera.refresh_from_db()
    assert (delibera.numero, delibera.oggetto) == (1, "Variazioni al Programma annuale")
    assert delibera.testo == "di approvare le variazioni"
    assert delibera.premesse == PREMESSE
    assert delibera.come == "a maggioranza: 11 favorevoli, 1 contrario, 2 astenuti"
    assert (delibera.seduta, delibera.organo) == (di_prova.seduta, di_prova.organo)
    assert not delibera.esecutiva
    riga = Operazione.objects.get(azione="adotta delibera")
    assert (riga.oggetto_id, riga.dati["numero"]) == (delibera.pk, 1)
    assert "Variazioni" not in str(riga.dati)


def test_the_number_goes_on_from_the_last_of_the_organ(di_prova, adotta):
    Numeratore.objects.create(
        istituto=di_prova.istituto, organo=di_prova.organo, di_che_cosa="delibere", ultimo=85
    )
    assert [adotta().numero, adotta().numero] == [86, 87]


def test_the_series_is_that_of_the_rule(di_prova, adotta):
    chiave = "organi.consiglio_istituto.delibere.numerazione"
    parametro(di_prova.istituto, chiave, "anno_scolastico")
    delibera = adotta()
    assert (delibera.serie, delibera.numero) == ("2023/24", 1)


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_leave_no_gap_and_no_duplicate():
    istituto = IstitutoFactory()
    with tenancy.istituto_corrente(istituto.pk):
        di_prova = scena(istituto=istituto)
        autore = contesto(di_prova.segretaria)
        votazioni = [votata(di_prova).pk for _ in range(PARALLELE)]
    falliscono = set(random.Random(5).sample(votazioni, 7))
    via = Barrier(PARALLELE)

    def delibera(pk):
        try:
            via.wait()
            with tenancy.istituto_corrente(di_prova.istituto.pk), transaction.atomic():
                votazione = Votazione.objects.get(pk=pk)
                presa = adotta_delibera(autore=autore, adesso=ADESSO, votazione=votazione)
                if pk in falliscono:
                    raise RuntimeError
            return presa.numero
        except RuntimeError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(PARALLELE) as fili:
        presi = list(fili.map(delibera, votazioni))
    attesi = list(range(1, PARALLELE - len(falliscono) + 1))
    assert sorted(numero for numero in presi if numero) == attesi
    with tenancy.istituto_corrente(di_prova.istituto.pk):
        numeri = Delibera.objects.order_by("numero").values_list("numero", flat=True)
        assert list(numeri) == attesi
        # Also the phrases are counted once for each deliberation that stayed.
        assert set(Frase.objects.values_list("usata", flat=True)) == {len(attesi)}


def test_a_refused_adoption_leaves_no_trace(di_prova, ufficio):
    votazione = votata(di_prova, approvata=False)
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assert codici(rifiuto) == ["non_approvata"]
    assert not Delibera.objects.exists()
    assert not Numeratore.objects.exists()
    assert not Operazione.objects.filter(azione="adotta delibera").exists()


def test_on_an_amendment_nothing_is_deliberated(di_prova, ufficio):
    votazione = votata(di_prova, genere=GenereVotazione.EMENDAMENTO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assert codici(rifiuto) == ["genere"]


def test_the_text_is_that_of_the_proposal_that_won(di_prova, ufficio):
    votazione = votata(di_prova, genere=GenereVotazione.BALLOTTAGGIO, presenti=14, favorevoli=None,
                       contrari=None, astenuti=None, bianche=None, nulle=None)  # fmt: skip
    for ordine, (testo, voti) in enumerate([("di sì", 9), ("di no", 5)], start=1):
        Proposta.objects.create(
            istituto=di_prova.istituto, votazione=votazione, ordine=ordine, testo=testo, voti=voti,
            vince=ordine == 1,
        )  # fmt: skip
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assert delibera.testo == "di sì"
    assert delibera.come == "a maggioranza: 9 voti su 14 alla proposta approvata, fra 2 proposte"


def test_a_run_off_that_the_president_decided_says_so(di_prova, ufficio):
    votazione = votata(di_prova, genere=GenereVotazione.BALLOTTAGGIO, presenti=14, favorevoli=0,
                       contrari=0, astenuti=0, bianche=0, nulle=0)  # fmt: skip
    for ordine, testo in enumerate(["di sì", "di no"], start=1):
        Proposta.objects.create(
            istituto=di_prova.istituto, votazione=votazione, ordine=ordine, testo=testo, voti=7,
            vince=ordine == 1,
        )  # fmt: skip
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assert delibera.come.startswith("a parità di voti, con il voto prevalente di chi presiede")


def test_what_the_collegio_deliberates_is_executive_where_its_rule_says_so(db):
    di_prova = scena(TipoOrgano.COLLEGIO)
    ufficio = contesto(di_prova.segretaria)
    prima = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votata(di_prova))
    parametro(di_prova.istituto, "organi.collegio_docenti.delibere.esecutive", "sì")
    dopo = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votata(di_prova))
    assert [prima.esecutiva, dopo.esecutiva] == [False, True]


def test_an_item_may_ask_to_be_executive(adotta):
    assert adotta(esecutiva=True).esecutiva


def test_a_dipartimento_does_not_deliberate_and_both_sources_are_said(db):
    di_prova = scena(TipoOrgano.DIPARTIMENTO)
    chiave = "organi.collegio_docenti.dipartimenti.deliberano"
    dice = parametro(di_prova.istituto, chiave, "no", altrove="Regolamento d’istituto, art. 1 n. 3")
    ufficio = contesto(di_prova.segretaria)
    votazione = votata(di_prova)
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    (violazione,) = rifiuto.value.violazioni
    assert "Regolamento d’istituto, art. 1 n. 3" in violazione.testo
    assert "art. 4" in violazione.fonte
    dice.valore = "sì"
    dice.save(update_fields=["valore"])
    assert adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione).numero == 1


def test_what_is_reserved_or_on_persons_says_so_and_teaches_no_phrase(adotta):
    riservata = adotta(riservato=True)
    su_persone = adotta(su_persone=True, titolo_pubblico="Sostituzione di un consigliere")
    assert riservata.riservata
    assert su_persone.oggetto_pubblico == "Sostituzione di un consigliere"
    assert not Frase.objects.exists()


@pytest.mark.parametrize(
    "campi",
    [
        {"numero": 99}, {"testo": "di rifiutare"}, {"oggetto": "Altro"}, {"premesse": []},
        {"come": "all’unanimità"}, {"esecutiva": True}, {"riservata": True},
        {"adottata_il": ADESSO + timedelta(days=1)}, {"votazione": None}, {"serie": "2024/25"},
    ],
)  # fmt: skip
def test_in_the_database_an_adopted_deliberation_does_not_change(adotta, campi):
    delibera = adotta()
    with pytest.raises(IntegrityError, match="non si cambia"), transaction.atomic():
        Delibera.objects.filter(pk=delibera.pk).update(**campi)


def test_in_the_database_a_deliberation_is_not_deleted(adotta):
    delibera = adotta()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic():
        Delibera.objects.filter(pk=delibera.pk)._raw_delete("default")


# The text before the vote


@pytest.fixture
def da_scrivere(di_prova):
    return punto(di_prova, premesse=[], testo_proposto="")


def scrivi(ufficio, punto, testo, versione, esecutiva=False):
    return scrivi_testo(
        autore=ufficio, adesso=ADESSO, punto_id=punto.pk,
        premesse=[RigaPremessa(Premessa.VISTO, "Visto il PTOF ;"), VUOTA],
        testo=testo, esecutiva=esecutiva, versione=versione,
    )  # fmt: skip


def test_the_text_is_kept_and_the_screens_know(di_prova, ufficio, da_scrivere):
    prima = di_prova.seduta.versione
    scritto = scrivi(ufficio, da_scrivere, "di adottare il PTOF", versione_di(da_scrivere))
    scritto.refresh_from_db()
    assert scritto.premesse == [{"premessa": "visto", "testo": "il PTOF"}]
    di_prova.seduta.refresh_from_db()
    assert di_prova.seduta.versione == prima + 1


def test_two_texts_at_once_are_a_conflict_and_nothing_is_lost(ufficio, da_scrivere):
    letta = versione_di(da_scrivere)
    scrivi(ufficio, da_scrivere, "di adottare il PTOF", letta)
    with pytest.raises(Conflitto) as conflitto:
        scrivi(ufficio, da_scrivere, "di rinviare il PTOF", letta)
    assert conflitto.value.attuale.testo_proposto == "di adottare il PTOF"
    da_scrivere.refresh_from_db()
    assert da_scrivere.testo_proposto == "di adottare il PTOF"


def test_an_answer_that_was_lost_is_no_conflict(ufficio, da_scrivere):
    letta = versione_di(da_scrivere)
    scrivi(ufficio, da_scrivere, "di adottare il PTOF", letta)
    scrivi(ufficio, da_scrivere, "di adottare il PTOF", letta)
    assert Operazione.objects.filter(azione="scrive testo").count() == 1


def test_the_notes_of_the_discussion_do_not_stop_the_text(ufficio, da_scrivere):
    letta = versione_di(da_scrivere)
    da_scrivere.discussione, da_scrivere.versione = "Il Presidente illustra.", 7
    da_scrivere.save(update_fields=["discussione", "versione"])
    assert scrivi(ufficio, da_scrivere, "di adottare", letta).testo_proposto == "di adottare"


@pytest.mark.parametrize("stato", [StatoVotazione.APERTA, StatoVotazione.CHIUSA])
def test_once_the_vote_has_begun_the_text_stays(di_prova, ufficio, da_scrivere, stato):
    VotazioneFactory(istituto=di_prova.istituto, punto=da_scrivere, stato=stato, chiusa_il=ADESSO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi(ufficio, da_scrivere, "di adottare", versione_di(da_scrivere))
    assert codici(rifiuto) == ["in_votazione"]


def test_after_the_sitting_the_text_stays(di_prova, ufficio, da_scrivere):
    di_prova.seduta.stato, di_prova.seduta.chiusa_il = StatoSeduta.CHIUSA, ADESSO
    di_prova.seduta.save(update_fields=["stato", "chiusa_il"])
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi(ufficio, da_scrivere, "di adottare", versione_di(da_scrivere))
    assert codici(rifiuto) == ["stato"]


# Effects


def piu_vecchia(di_prova, numero, **altro):
    dati = {"adottata_il": ADESSO - timedelta(days=400 - numero), "organo": di_prova.organo}
    return DeliberaFactory(istituto=di_prova.istituto, numero=numero, **dati | altro)


def effetto(ufficio, delibera, su, atto=AttoEffetto.REVOCA, in_parte=False):
    return registra_effetto(
        autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk, su_id=su.pk, atto=atto,
        in_parte=in_parte,
    )  # fmt: skip


def test_what_was_revoked_says_by_which_one(di_prova, ufficio):
    vecchia, nuova = piu_vecchia(di_prova, 80), piu_vecchia(di_prova, 90)
    effetto(ufficio, nuova, vecchia)
    vigore = Vigenze(di_prova.istituto.pk, ADESSO).di(vecchia)
    assert not vigore.in_vigore
    assert vigore.in_parole == "revocata dalla n. 90 del 31 luglio 2023"
    assert Operazione.objects.filter(azione="registra effetto", oggetto_id=nuova.pk).exists()


def test_a_revoked_one_is_not_revoked_again(di_prova, ufficio):
    vecchia, nuova = piu_vecchia(di_prova, 80), piu_vecchia(di_prova, 90)
    effetto(ufficio, nuova, vecchia)
    with pytest.raises(AttoRifiutato) as rifiuto:
        effetto(ufficio, piu_vecchia(di_prova, 95), vecchia, AttoEffetto.MODIFICA)
    assert codici(rifiuto) == ["revocata"]
    with pytest.raises(AttoRifiutato) as rifiuto:
        effetto(ufficio, vecchia, nuova)
    assert codici(rifiuto) == ["prima"]
    assert Effetto.objects.count() == 1


def test_what_was_written_by_mistake_is_taken_away(di_prova, ufficio):
    vecchia, nuova = piu_vecchia(di_prova, 80), piu_vecchia(di_prova, 90)
    scritto = effetto(ufficio, nuova, vecchia)
    togli_effetto(autore=ufficio, adesso=ADESSO, effetto_id=scritto.pk)
    assert Vigenze(di_prova.istituto.pk, ADESSO).di(vecchia).in_vigore
    assert Operazione.objects.filter(azione="toglie effetto").count() == 1


def test_the_regulation_that_it_adopts_is_said_once(di_prova, ufficio, adotta):
    delibera = adotta()
    regolamento = Regolamento.objects.create(
        istituto=di_prova.istituto, titolo="Regolamento", dal=ADESSO.date()
    )
    quale = {"autore": ufficio, "adesso": ADESSO, "delibera_id": delibera.pk}
    indica_regolamento(**quale, regolamento=regolamento)
    with pytest.raises(AttoRifiutato):
        indica_regolamento(**quale, regolamento=regolamento)
    with pytest.raises(IntegrityError, match="non si cambia"), transaction.atomic():
        Delibera.objects.filter(pk=delibera.pk).update(regolamento=None)


# Who voted against


def test_who_voted_against_by_name_may_ask_that_it_be_written(di_prova, ufficio):
    votazione = votata(di_prova, modo=ModoVotazione.NOMINALE)
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    chiede = {
        "autore": contesto(di_prova.componente), "adesso": ADESSO, "delibera_id": delibera.pk,
        "convocato_id": di_prova.convocato.pk,
    }  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi_nome_contrario(**chiede)
    assert codici(rifiuto) == ["non_contrario"]
    VotoPalese.objects.create(
        istituto=di_prova.istituto, votazione=votazione, convocato=di_prova.convocato,
        scelta=Scelta.CONTRARIO, espresso_il=ADESSO,
    )  # fmt: skip
    assert scrivi_nome_contrario(**chiede) == scrivi_nome_contrario(**chiede)
    assert Dissenso.objects.count() == 1


def test_when_hands_were_counted_only_who_voted_asks_for_the_name(di_prova, ufficio):
    votazione = votata(di_prova)
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assente = ConvocatoFactory(istituto=di_prova.istituto, seduta=di_prova.seduta)
    interesse = Interesse.objects.create(
        istituto=di_prova.istituto, punto=votazione.punto, convocato=di_prova.convocato,
        dichiarato_il=ADESSO,
    )  # fmt: skip
    chiede = {"autore": ufficio, "adesso": ADESSO, "delibera_id": delibera.pk}
    for chi in (assente, di_prova.convocato):
        with pytest.raises(AttoRifiutato) as rifiuto:
            scrivi_nome_contrario(**chiede, convocato_id=chi.pk)
        assert codici(rifiuto) == ["non_contrario"]
    interesse.delete()
    assert scrivi_nome_contrario(**chiede, convocato_id=di_prova.convocato.pk)


def test_who_asked_for_it_when_hands_were_counted_is_named_at_once(di_prova, ufficio):
    votazione = votata(di_prova)
    VotoPalese.objects.create(
        istituto=di_prova.istituto, votazione=votazione, convocato=di_prova.convocato,
        scelta=Scelta.CONTRARIO, espresso_il=ADESSO,
    )  # fmt: skip
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assert nomi_contrari(delibera) == [di_prova.componente.nome_e_cognome]


def test_what_was_voted_is_what_is_deliberated(di_prova, ufficio):
    votazione = votata(di_prova, testo="di approvarle, come emendate")
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votazione)
    assert delibera.testo == "di approvarle, come emendate"


def test_after_the_sitting_no_name_is_added(di_prova, adotta):
    delibera = adotta()
    di_prova.seduta.stato, di_prova.seduta.chiusa_il = StatoSeduta.CHIUSA, ADESSO
    di_prova.seduta.save(update_fields=["stato", "chiusa_il"])
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi_nome_contrario(
            autore=contesto(di_prova.componente), adesso=ADESSO, delibera_id=delibera.pk,
            convocato_id=di_prova.convocato.pk,
        )  # fmt: skip
    assert codici(rifiuto) == ["chiusa"]


# The paper and the albo


def test_the_extract_is_made_once_and_printed(di_prova, ufficio, adotta):
    from pypdf import PdfReader

    delibera = adotta(titolo="Variazioni al Programma annuale")
    for _ in range(2):
        delibera = prepara_estratto(autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk)
    assert Lavoro.objects.filter(riferimento=delibera.documento.pk).count() >= 1
    stampato = stampa_estratto(di_prova.istituto.pk, delibera.documento.pk)
    with stampato.file.open("rb") as file:
        testo = " ".join("".join(p.extract_text() for p in PdfReader(file).pages).split())
    for parola in (
        "DELIBERA N. 1", "Visto il Programma annuale;", "IL CONSIGLIO D’ISTITUTO",
        "di approvare le variazioni", "a maggioranza: 11 favorevoli, 1 contrario, 2 astenuti",
    ):  # fmt: skip
        assert parola in testo
    assert stampa_estratto(di_prova.istituto.pk, stampato.pk).impronta == stampato.impronta


def test_the_extract_does_not_say_what_a_reserved_paper_is(di_prova, ufficio, adotta):
    delibera = adotta()
    for titolo, riservato in (("Certificato di Bianchi", True), ("Prospetto", False)):
        Allegato.objects.create(
            istituto=di_prova.istituto, punto=delibera.punto, titolo=titolo, riservato=riservato,
            file="organi/1.pdf", impronta="0" * 64, depositato_il=ADESSO,
        )  # fmt: skip
    delibera = prepara_estratto(autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk)
    assert delibera.documento.contesto["allegati"] == ["omissis", "Prospetto"]


def test_nobody_to_certify_no_extract(di_prova, ufficio, adotta):
    from cpia.scuola.models import Incarico

    delibera = adotta()
    Incarico.objects.filter(persona=di_prova.dirigente).update(revocato_il=ADESSO)
    with pytest.raises(AttoRifiutato) as rifiuto:
        prepara_estratto(autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk)
    assert codici(rifiuto) == ["firma"]
    delibera.refresh_from_db()
    assert delibera.documento is None


@pytest.mark.parametrize(
    ("tipo", "categoria"),
    [
        (TipoOrgano.CONSIGLIO_ISTITUTO, CategoriaAlbo.DELIBERE),
        (TipoOrgano.COLLEGIO, CategoriaAlbo.ORGANI),
    ],
)
def test_on_the_albo_under_its_heading(db, tipo, categoria):
    di_prova = scena(tipo)
    ufficio = contesto(di_prova.segretaria)
    delibera = adotta_delibera(autore=ufficio, adesso=ADESSO, votazione=votata(di_prova))
    pubblicata = pubblica_delibera(autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk)
    assert pubblicata.pubblicazione.categoria == categoria
    assert pubblicata.pubblicazione.documento == pubblicata.documento
    assert not pubblicata.pubblicazione.con_dati_personali
    with pytest.raises(AttoRifiutato) as rifiuto:
        pubblica_delibera(autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk)
    assert codici(rifiuto) == ["pubblicata"]


def test_on_a_person_only_if_that_person_asks_for_it(ufficio, adotta):
    delibera = adotta(
        titolo="Sostituzione di Anna Bianchi", su_persone=True,
        titolo_pubblico="Sostituzione di un consigliere",
    )  # fmt: skip
    atto = {"autore": ufficio, "adesso": ADESSO, "delibera_id": delibera.pk}
    with pytest.raises(AttoRifiutato) as rifiuto:
        pubblica_delibera(**atto)
    assert codici(rifiuto) == ["su_persone"]
    assert not Pubblicazione.objects.exists()
    pubblicata = pubblica_delibera(**atto, chiesta=True).pubblicazione
    assert "Anna Bianchi" in pubblicata.oggetto
    assert pubblicata.con_dati_personali
    assert pubblicata.oggetto_dopo.endswith("Sostituzione di un consigliere")


def test_what_is_reserved_never_goes_on_the_albo(ufficio, adotta):
    delibera = adotta(riservato=True)
    with pytest.raises(AttoRifiutato) as rifiuto:
        pubblica_delibera(autore=ufficio, adesso=ADESSO, delibera_id=delibera.pk, chiesta=True)
    assert codici(rifiuto) == ["riservata"]
    delibera.refresh_from_db()
    assert delibera.documento is None


# What follows; the commissario; the book of phrases


def test_what_is_to_be_done_is_given_and_done_once(di_prova, ufficio, adotta):
    dati = {"autore": ufficio, "adesso": ADESSO, "delibera_id": adotta().pk, "testo": "Comprare",
            "persona": di_prova.componente}  # fmt: skip
    with pytest.raises(AttoRifiutato):
        affida_seguito(**dati, entro_il=ADESSO.date() - timedelta(days=1))
    seguito = affida_seguito(**dati, entro_il=ADESSO.date())
    fatto = {"autore": ufficio, "adesso": ADESSO, "seguito_id": seguito.pk, "esito": "Comprato"}
    assert compi_seguito(**fatto).fatto_il == ADESSO
    with pytest.raises(AttoRifiutato):
        compi_seguito(**fatto)


def test_a_commissario_deliberates_without_a_sitting(db):
    di_prova = scena(TipoOrgano.COMMISSARIO)
    ufficio = contesto(di_prova.segretaria)
    atto = {"autore": ufficio, "adesso": ADESSO, "organo_id": di_prova.organo.pk}
    dati = DatiAtto("Programma annuale", "di approvarlo")
    numeri = [adotta_atto(**atto, dati=dati).numero for _ in range(2)]
    assert numeri == [1, 2]
    delibera = Delibera.objects.get(numero=2)
    assert (delibera.seduta, delibera.come) == (None, COI_POTERI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta_atto(**atto, dati=DatiAtto("Nomina", "di nominare", su_persone=True))
    assert codici(rifiuto) == ["oggetto_pubblico"]
    assert Delibera.objects.count() == 2


def test_only_a_commissario_deliberates_alone(di_prova, ufficio):
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta_atto(
            autore=ufficio, adesso=ADESSO, organo_id=di_prova.organo.pk,
            dati=DatiAtto("Programma annuale", "di approvarlo"),
        )  # fmt: skip
    assert codici(rifiuto) == ["organo"]


def test_the_book_is_sown_once_and_grows(di_prova, ufficio, adotta):
    assert semina_frasario(istituto=di_prova.istituto, frasi=FRASI) == len(FRASI)
    assert semina_frasario(istituto=di_prova.istituto, frasi=FRASI) == 0
    adotta()
    adotta()
    assert Frase.objects.get(testo="delle somme accreditate").usata == 2
    assert Frase.objects.count() == len(FRASI) + 2
    doppia = Frase(premessa="preso_atto", testo=" delle somme  accreditate;")
    with pytest.raises(AttoRifiutato):
        scrivi_frase(autore=ufficio, adesso=ADESSO, frase=doppia)
    togli_frase(autore=ufficio, adesso=ADESSO, frase_id=Frase.objects.first().pk)
    assert Frase.objects.count() == len(FRASI) + 1
