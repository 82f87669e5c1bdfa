"""The demo: what it promises is there, and run again it changes nothing."""

import random
from dataclasses import replace
from datetime import date
from io import StringIO
from itertools import islice, pairwise

import pytest
from django.core.management import CommandError, call_command
from django.db import transaction
from django.db.models import Count

from competenze.enums import Livello, StatoClasse, StatoInserimento, StatoRilevazione
from competenze.models import (
    Certificato,
    ClasseRilevata,
    Decisione,
    Inserimento,
    LivelloCertificato,
    Rilevazione,
    Valutazione,
)
from competenze.queries import rilevazioni as lettura
from competenze.queries.avanzamento import avanzamenti
from cpia.atti.models import Operazione, Protocollo, Pubblicazione
from cpia.avvisi.models import Lavoro, Promemoria, Scadenza
from cpia.portale.dimostrazione import piano
from cpia.portale.dimostrazione import selezioni_infanzia_piano as infanzia
from cpia.portale.dimostrazione import selezioni_procedure_piano as procedure
from cpia.portale.dimostrazione.argomenti import ARGOMENTI, PINOCCHIO
from cpia.portale.dimostrazione.nomi import persone
from cpia.portale.dimostrazione.rilevazione import compi
from cpia.portale.dimostrazione.scuola import PASSWORD, istante, ritrova
from cpia.portale.dimostrazione.selezioni_procedure import avviso_per
from cpia.portale.management.commands import demo
from cpia.scuola.models import Incarico, Iscrizione, Istituto, Persona, Utente
from cpia.scuola.rules import controlla_codice_fiscale
from cpia.scuola.tenancy import id_degli_istituti, istituto_corrente
from organi_collegiali.enums import Carica, StatoVerbale
from organi_collegiali.models import Convocato, Delibera, Mandato, Punto, Seduta, Verbale
from selezioni_pon.enums import StatoGraduatoria, StatoProposta
from selezioni_pon.models import (
    Candidatura,
    Commissione,
    Contratto,
    DecisioneTitolo,
    ElencoInfanzia,
    Esame,
    Graduatoria,
    Invio,
    Proposta,
    PuntiCommissario,
    Reclamo,
)
from selezioni_pon.queries.infanzia.quadro import quadro
from selezioni_pon.queries.infanzia.visibili import figli

OGGI = date(2024, 6, 5)
ADESSO = istante(OGGI, 10)
MODELLI = (
    Persona, Iscrizione, Incarico, Rilevazione, ClasseRilevata, Inserimento, Valutazione,
    Decisione, LivelloCertificato, Certificato, Operazione, Scadenza, Protocollo, Pubblicazione,
    Promemoria, Lavoro, Mandato, Seduta, Convocato, Punto, Delibera, Verbale, Candidatura, Invio,
    Commissione, Graduatoria, Proposta, ElencoInfanzia,
)  # fmt: skip
# Where the first start breaks: half of the topics are there, the others are not.
ROTTO = (PINOCCHIO, "verbali firmati")


class SiRompe(Exception):
    """The start breaks when a topic has just been made."""


def lancia():
    uscita = StringIO()
    call_command("demo", stdout=uscita)
    return uscita.getvalue()


def si_rompe(argomento):
    """The same topic, which breaks as soon as it has done its work."""

    def popola(istituto):
        argomento.popola(istituto)
        raise SiRompe

    return replace(argomento, popola=popola)


def che_si_rompono():
    return [
        si_rompe(argomento) if (argomento.scuola, argomento.nome) == ROTTO else argomento
        for argomento in ARGOMENTI
    ]


@pytest.fixture(scope="module")
def dopo_la_rottura(django_db_setup, django_db_blocker):
    """How many rows of each kind a start that broke has left; all goes with its transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("carica_profili", stdout=StringIO())
        with pytest.MonkeyPatch.context() as rotto:
            rotto.setattr(demo, "ARGOMENTI", che_si_rompono())
            with pytest.raises(SiRompe):
                lancia()
        yield tutto()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def uscita(dopo_la_rottura, django_db_blocker):
    """The demo as the start that followed has finished it."""
    with django_db_blocker.unblock():
        return lancia()


@pytest.fixture
def antonietti(uscita, db):
    istituto = Istituto.objects.get(slug="iis-antonietti")
    with istituto_corrente(istituto.pk):
        yield istituto


@pytest.fixture
def pinocchio(uscita, db):
    istituto = Istituto.objects.get(slug=PINOCCHIO)
    with istituto_corrente(istituto.pk):
        yield istituto


def rilevata(sigla, sezione):
    return ClasseRilevata.objects.get(classe__corso__sigla=sigla, classe__sezione=sezione)


def tutto():
    """How many rows of each kind each institute has, and the last of them."""
    contati = {}
    for istituto_id in id_degli_istituti():
        with istituto_corrente(istituto_id):
            for modello in MODELLI:
                chiavi = modello.objects.order_by("pk").values_list("pk", flat=True)
                contati[istituto_id, modello.__name__] = (len(chiavi), chiavi.last())
    return contati


def test_run_again_it_changes_nothing_and_tells_the_same_accounts(uscita, db):
    prima, utenti = tutto(), Utente.objects.count()
    assert lancia() == uscita
    assert (tutto(), Utente.objects.count()) == (prima, utenti)


def test_a_start_that_broke_left_whole_topics_and_nothing_of_the_broken_one(dopo_la_rottura, db):
    istituto = Istituto.objects.get(slug=PINOCCHIO)
    # The register of the Consiglio is there with its closed sittings; of their minutes nothing.
    assert dopo_la_rottura[istituto.pk, "Delibera"][0] == 42
    assert dopo_la_rottura[istituto.pk, "Verbale"][0] == 0
    assert dopo_la_rottura[istituto.pk, "Pubblicazione"][0] == 0
    ultima = Istituto.objects.get(slug="cpia-caltanissetta-enna")
    assert dopo_la_rottura[ultima.pk, "Persona"][0] == 0


def test_each_topic_is_made_once_and_leaves_one_mark(uscita, db):
    segnati = []
    for istituto in Istituto.objects.filter(pk__in=id_degli_istituti()):
        with istituto_corrente(istituto.pk):
            righe = Operazione.objects.filter(azione="prepara la dimostrazione").order_by("pk")
            segnati += [(istituto.slug, riga.dati["argomento"]) for riga in righe]
    assert sorted(segnati) == sorted((uno.scuola, uno.nome) for uno in ARGOMENTI)
    assert len(set(segnati)) == len(segnati)


def test_the_school_read_again_is_the_school_that_was_made(antonietti):
    scuola = ritrova(antonietti)
    assert list(scuola.classi) == [(classe.sigla, classe.sezione) for classe in piano.CLASSI]
    assert set(scuola.docenti) == set(scuola.cattedre)
    assert {chiave: scuola.docenti[chiave].email for chiave in piano.CATTEDRE_FISSE} == {
        chiave: conto.email for chiave, conto in piano.CATTEDRE_FISSE.items()
    }


@pytest.mark.parametrize(("modello", "quando"), [
    (Protocollo, "registrato_il"), (Pubblicazione, "registrata_il"),
])  # fmt: skip
def test_the_numbers_follow_the_days_without_a_gap(pinocchio, modello, quando):
    numerate = modello.objects.filter(numero__gt=0).order_by("anno", "numero")
    for anno in numerate.values_list("anno", flat=True).order_by("anno").distinct():
        dell_anno = list(numerate.filter(anno=anno).values_list("numero", quando))
        assert [numero for numero, _ in dell_anno] == list(range(1, len(dell_anno) + 1))
        assert all(prima[1] <= dopo[1] for prima, dopo in pairwise(dell_anno)), dell_anno


def test_the_deliberations_of_the_consiglio_have_no_gap(pinocchio):
    numeri = Delibera.objects.filter(organo__tipo="consiglio_istituto").order_by("numero")
    numeri = list(numeri.values_list("numero", flat=True))
    assert numeri == list(range(numeri[0], numeri[0] + len(numeri)))


def test_minutes_of_the_past_are_approved_signed_printed_and_published(pinocchio):
    verbali = Verbale.objects.filter(stato=StatoVerbale.PUBBLICATO).order_by("seduta__numero")
    assert [verbale.seduta.numero for verbale in verbali] == [19, 20]
    ultima = 0
    for verbale in verbali:
        assert verbale.approvato_nel.verbale_di == verbale.seduta
        assert verbale.approvato_nel.seduta.numero == verbale.seduta.numero + 1
        assert {verbale.firma_presidente, verbale.firma_segretario} == {
            verbale.seduta.presiede, verbale.seduta.verbalizza
        }  # fmt: skip
        assert all(carta.impronta for carta in (verbale.integrale, verbale.con_omissis))
        assert verbale.pagina_da == ultima + 1
        ultima = verbale.pagina_a
        assert verbale.pubblicazione.dal <= verbale.pubblicare_entro
        assert not Promemoria.objects.filter(
            tipo="verbali.in_lettura", riferimento=str(verbale.pk), stato="in_attesa"
        ).exists()


def test_the_sitting_under_way_has_before_it_the_minutes_in_reading(pinocchio):
    punto = Punto.objects.get(
        seduta__organo__tipo="consiglio_istituto", seduta__numero=22, ordine=1
    )
    assert punto.verbale_di.numero == 21
    assert punto.verbale_di.verbale.stato == StatoVerbale.IN_LETTURA
    assert (punto.esito, punto.motivo_esito) == ("rinviato", "un rilievo aspetta ancora risposta")


def test_the_commission_at_work_has_one_who_has_not_declared(pinocchio):
    commissione = Commissione.objects.get(avviso=avviso_per(pinocchio, procedure.TEATRO.ruolo))
    assert commissione.chiusa_il is None
    membri = commissione.commissari.all()
    assert [uno.dichiarato_il is None for uno in membri].count(True) == 1
    decise = DecisioneTitolo.objects.filter(titolo__invio__candidatura__avviso=commissione.avviso)
    assert {una.esito for una in decise} == {"accettato", "ridotto", "rifiutato"}
    dati = PuntiCommissario.objects.filter(commissario__in=membri)
    assert 1 < dati.values("commissario").distinct().count() < len(membri)
    assert Esame.objects.get(invio__candidatura__avviso=commissione.avviso).ammesso is False


def test_a_provisional_ranking_with_a_tie_and_two_complaints(pinocchio):
    graduatoria = Graduatoria.objects.get(avviso=avviso_per(pinocchio, procedure.TUTOR.ruolo))
    assert graduatoria.stato == StatoGraduatoria.PROVVISORIA
    punti = list(graduatoria.righe.order_by("posizione").values_list("punti", flat=True))
    assert len(punti) == 4
    assert len(set(punti)) == 3
    assert sorted(r.deciso_il is None for r in Reclamo.objects.all()) == [False, True]


def test_the_posts_are_offered_down_the_final_ranking(pinocchio):
    stati = [p.stato for p in Proposta.objects.order_by("pk")]
    assert stati == [
        StatoProposta.ACCETTATA, StatoProposta.RIFIUTATA, StatoProposta.ACCETTATA,
        StatoProposta.IN_ATTESA,
    ]  # fmt: skip
    primo, secondo = Contratto.objects.order_by("pk")
    assert primo.pubblicazione is not None
    assert (secondo.firmato_il, secondo.documento is None) == (None, False)


def test_drafts_inside_and_outside(pinocchio):
    bozze = Candidatura.objects.exclude(pk__in=Invio.objects.values("candidatura"))
    assert {c.persona.email for c in bozze} == {procedure.CANDIDATA.email, procedure.ESTERNA.email}
    assert all(c.avviso.scade > ADESSO for c in bozze)


def test_the_families_wait_for_the_list_to_move(pinocchio):
    girasole, aquilone = ElencoInfanzia.objects.order_by("pk")
    assert [v.tipo for v in girasole.versioni.order_by("numero")] == ["provvisoria", "definitiva"]
    assert [v.tipo for v in aquilone.versioni.all()] == ["provvisoria"]
    stati = set(girasole.versioni.first().righe.values_list("stato", flat=True))
    assert {"ammesso", "in_attesa", "con_precedenza"} <= stati
    assert quadro(girasole).si_muove
    madre = Persona.objects.select_related("istituto").get(email=infanzia.MADRE.email)
    (domanda,) = figli(compi(madre, ADESSO))
    riga = domanda.righe.get(versione__tipo="definitiva")
    assert (domanda.bambino.nome, riga.stato) == (infanzia.GIRASOLE.figlio.nome, "in_attesa")


def test_nothing_of_the_selections_waits_to_be_sent(pinocchio):
    assert not Promemoria.objects.filter(stato="in_attesa", tipo__startswith="selezioni_").exists()
    assert not Lavoro.objects.filter(
        stato="in_coda", tipo="selezioni_pon.stampa_candidatura"
    ).exists()


def test_every_organ_with_members_by_right_has_its_secretary(uscita, db):
    for slug in ("iis-antonietti", PINOCCHIO, "ic-porto-venere", "cpia-caltanissetta-enna"):
        istituto = Istituto.objects.get(slug=slug)
        with istituto_corrente(istituto.pk):
            segretari = Mandato.objects.filter(
                organo__nome="Collegio dei docenti", carica=Carica.SEGRETARIO
            )
            assert segretari.count() == 1, slug


def test_twelve_classes_of_three_sites_as_the_plan_says(antonietti):
    rilevate = ClasseRilevata.objects.annotate(
        quanti=Count("classe__iscrizioni", distinct=True),
        discipline=Count("inserimenti", distinct=True),
    ).select_related("classe__sede", "classe__corso")
    assert len(rilevate) == 12
    assert {r.classe.sede.nome for r in rilevate} == {"ITCG", "Liceo scientifico", "IPIA"}
    assert all(20 <= r.quanti <= 27 for r in rilevate)
    assert all(8 <= r.discipline <= 12 for r in rilevate)
    assert {(r.classe.corso.sigla, r.classe.sezione): r.quanti for r in rilevate} == {
        (classe.sigla, classe.sezione): classe.studenti for classe in piano.CLASSI
    }


def test_on_the_fifth_of_june_some_are_late_one_is_frozen_and_one_certified(antonietti):
    rilevazione = Rilevazione.objects.get()
    assert rilevazione.stato == StatoRilevazione.APERTA
    classi = [c for corso in lettura.stato(rilevazione, OGGI) for c in corso.classi]
    stati = [classe.rilevata.stato for classe in classi]
    assert stati.count(StatoClasse.CONGELATA) == stati.count(StatoClasse.CERTIFICATA) == 1
    in_ritardo = {str(classe.rilevata.classe) for classe in classi if classe.in_ritardo}
    assert in_ritardo == {"2ªA TUR", "2ªA MAT"}
    assert [
        str(c.rilevata.classe) for c in classi if c.pronta and c.rilevata.stato == "aperta"
    ] == ["2ªB LS"]


def test_the_class_of_the_pictures_has_subjects_in_every_state(antonietti):
    inserimenti = {
        inserimento.cattedra.disciplina.nome: inserimento
        for inserimento in rilevata("AFM", "B").inserimenti.select_related("cattedra__disciplina")
    }
    quanto = avanzamenti([inserimento.pk for inserimento in inserimenti.values()])
    matematica = quanto[inserimenti[piano.MATEMATICA].pk]
    assert (matematica.totale, matematica.mancanti) == (26 * 4, 3 * 4)
    assert quanto[inserimenti[piano.AZIENDALE].pk].fatte == 0
    registrati = [i for i in inserimenti.values() if i.stato == StatoInserimento.REGISTRATO]
    assert all(quanto[inserimento.pk].completo for inserimento in registrati)
    assert len(registrati) == len(inserimenti) - 5
    assert Decisione.objects.get().classe_rilevata == rilevata("AFM", "B")
    non_valutati = Valutazione.objects.filter(livello=Livello.NV)
    assert non_valutati.exists()
    assert all(valutazione.motivo for valutazione in non_valutati)


def test_the_certified_class_has_a_paper_for_each_student_under_one_number(antonietti):
    certificati = Certificato.objects.filter(emissione__classe_rilevata=rilevata("MM", "A"))
    assert len({c.documento.codice_verifica for c in certificati}) == 20
    assert {c.documento.protocollo for c in certificati} == {certificati[0].emissione.protocollo}
    assert not LivelloCertificato.objects.filter(livello="").exists()


def test_nobody_is_left_without_a_coordinator_or_a_teacher(antonietti):
    for una in ClasseRilevata.objects.select_related("classe"):
        assert una.classe.incarichi.filter(ruolo="coordinatore").count() == 1
    for inserimento in Inserimento.objects.all():
        assert inserimento.cattedra.incarichi.filter(ruolo="docente").exists()


def test_what_was_done_is_in_the_register_in_the_name_of_who_may(antonietti):
    chi_ha_aperto = Operazione.objects.get(azione="apre rilevazione")
    assert chi_ha_aperto.ruolo == "segreteria_didattica"
    registrate = Operazione.objects.filter(azione="registra inserimento").count()
    assert registrate == Inserimento.objects.filter(stato=StatoInserimento.REGISTRATO).count()


def test_the_invented_persons_have_a_codice_fiscale_that_checks(antonietti):
    tutti = Persona.objects.all()
    assert len({persona.codice_fiscale for persona in tutti}) == len(tutti)
    for persona in tutti:
        assert controlla_codice_fiscale(persona.codice_fiscale) == persona.codice_fiscale


def test_every_account_that_is_told_opens_the_demo(uscita, db, client):
    conti = [riga.split()[0] for riga in uscita.splitlines() if "@" in riga]
    assert {conto.email for conto in piano.CONTI} <= set(conti)
    assert PASSWORD in uscita
    for email in conti:
        assert Utente.objects.get(email=email).check_password(PASSWORD), email
    # Reserved for examples by RFC 2606: nobody can be written to by mistake.
    assert all(email.endswith(".example") for email in conti)


def test_the_other_schools_have_who_directs_them(uscita, db):
    for istituto_id in id_degli_istituti():
        with istituto_corrente(istituto_id):
            ruoli = set(Incarico.objects.values_list("ruolo", flat=True))
        assert {"dirigente", "segreteria_didattica"} <= ruoli


def test_the_same_seed_gives_the_same_persons_on_every_machine():
    def primi():
        caso = random.Random(417)
        return list(islice(persone(caso, date(2007, 10, 1), date(2008, 12, 31)), 300))

    assert primi() == primi()
    assert len({(persona.cognome, persona.nome) for persona in primi()}) == 300


def test_it_is_not_loaded_in_production(db, settings):
    settings.PRODUZIONE = True
    with pytest.raises(CommandError, match="produzione"):
        lancia()
    assert not Persona.objects.exists()
