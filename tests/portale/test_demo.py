"""The demo: what it promises is there, and run again it changes nothing."""

import random
from datetime import date
from io import StringIO
from itertools import islice

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
from cpia.atti.models import Operazione
from cpia.avvisi.models import Scadenza
from cpia.portale.dimostrazione import piano
from cpia.portale.dimostrazione.nomi import persone
from cpia.portale.dimostrazione.scuola import PASSWORD
from cpia.scuola.models import Incarico, Iscrizione, Istituto, Persona, Utente
from cpia.scuola.rules import controlla_codice_fiscale
from cpia.scuola.tenancy import id_degli_istituti, istituto_corrente

OGGI = date(2024, 6, 5)
MODELLI = (
    Persona, Iscrizione, Incarico, Rilevazione, ClasseRilevata, Inserimento, Valutazione,
    Decisione, LivelloCertificato, Certificato, Operazione, Scadenza,
)  # fmt: skip


def lancia():
    uscita = StringIO()
    call_command("demo", stdout=uscita)
    return uscita.getvalue()


@pytest.fixture(scope="module")
def uscita(django_db_setup, django_db_blocker):
    """The demo made once for this module, and taken away with its transaction."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("carica_profili", stdout=StringIO())
        yield lancia()
        transaction.set_rollback(True)


@pytest.fixture
def antonietti(uscita, db):
    istituto = Istituto.objects.get(slug="iis-antonietti")
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
