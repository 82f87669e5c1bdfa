"""The acts of the change of year on PostgreSQL: state, register, and the refusal."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cpia.atti.models import Operazione
from cpia.scuola.anno.errori import PassaggioRifiutato
from cpia.scuola.anno.queries.lettura import leggi, proposte
from cpia.scuola.anno.services import (
    Decisione,
    aggiungi_classe,
    compi_passaggio,
    decidi_esiti,
    passaggio,
    prepara_classi,
    proponi_esiti,
    scegli_copie,
)
from cpia.scuola.enums import ModoDocenti, Ruolo
from cpia.scuola.models import (
    AnnoScolastico,
    Appartenenza,
    Cattedra,
    Classe,
    EsitoAnno,
    Gruppo,
    Incarico,
    Iscrizione,
    Passaggio,
)
from tests.accessi.mondo import impronta
from tests.factories.scuola import (
    ADESSO,
    AppartenenzaFactory,
    CattedraFactory,
    ClasseFactory,
    GruppoFactory,
    IncaricoFactory,
    IscrizioneFactory,
    contesto,
)
from tests.scuola.scena_anno import FINE, INIZIO, scena

pytestmark = pytest.mark.django_db


@pytest.fixture
def qui():
    return scena()


def atto(servizio, qui, **altro):
    return servizio(autore=qui.autore, adesso=ADESSO, anno=qui.anno, **altro)


def chiavi_delle_classi(qui):
    letto = leggi(qui.anno)
    return [f"{qui.corso.pk}-{n}-A" for n in (1, 2, 3, 5)] if letto.vecchie else []


def tutto_pronto(qui, copie=True):
    """Classes made, everybody decided, everything ticked."""
    atto(prepara_classi, qui, chiavi=chiavi_delle_classi(qui))
    atto(proponi_esiti, qui)
    if copie:
        atto(
            scegli_copie,
            qui,
            aggiungi=[c.chiave for c in proposte(leggi(qui.anno), qui.autore.persona.pk)[0]],
        )


def quante():
    modelli = (AnnoScolastico, Classe, Iscrizione, Gruppo, Appartenenza, Cattedra, Incarico)
    return {modello.__name__: modello.objects.count() for modello in modelli}


# Classes


def test_the_proposed_classes_are_made_once(qui):
    assert atto(prepara_classi, qui, chiavi=chiavi_delle_classi(qui)) == 4
    assert atto(prepara_classi, qui, chiavi=chiavi_delle_classi(qui)) == 0
    nuove = Classe.objects.filter(anno_scolastico__inizio=2024)
    assert sorted(nuove.values_list("anno_di_corso", flat=True)) == [1, 2, 3, 5]
    assert {classe.sede_id for classe in nuove} == {qui.sede.pk}
    operazione = Operazione.objects.get(azione="crea classi del nuovo anno")
    assert operazione.dati == {"classi": [classe.pk for classe in nuove.order_by("pk")]}


def test_a_key_that_is_not_proposed_makes_nothing(qui):
    assert atto(prepara_classi, qui, chiavi=["999-3-A", f"{qui.corso.pk}-4-Z"]) == 0
    assert not Classe.objects.filter(anno_scolastico__inizio=2024).exists()


def test_a_class_by_hand_is_made_once(qui):
    dati = {"corso": qui.corso, "anno_di_corso": 3, "sezione": "b", "sede": qui.sede}
    assert str(atto(aggiungi_classe, qui, **dati)) == f"3ªB {qui.corso.sigla}"
    prima = impronta(qui.istituto)
    with pytest.raises(PassaggioRifiutato, match="c’è già"):
        atto(aggiungi_classe, qui, **dati)
    assert impronta(qui.istituto) == prima


# Outcomes


def test_outcomes_are_recorded_and_change_nothing_else(qui):
    [uno, due, _] = qui.iscritti(qui.seconda)
    prima = quante()
    decisioni = {uno.pk: Decisione("ammesso"), due.pk: Decisione("lascia", None, ADESSO.date())}
    assert atto(decidi_esiti, qui, decisioni=decisioni) == 2
    assert atto(decidi_esiti, qui, decisioni=decisioni) == 0
    assert EsitoAnno.objects.get(iscrizione=due).ultimo_giorno == ADESSO.date()
    assert quante() == prima
    assert Operazione.objects.filter(azione="decide esiti dell’anno").count() == 1


def test_a_decision_can_be_taken_back(qui):
    [uno, *_] = qui.iscritti(qui.seconda)
    atto(decidi_esiti, qui, decisioni={uno.pk: Decisione("lascia", None, ADESSO.date())})
    atto(decidi_esiti, qui, decisioni={uno.pk: Decisione("")})
    assert EsitoAnno.objects.get(iscrizione=uno).ultimo_giorno is None
    atto(prepara_classi, qui, chiavi=chiavi_delle_classi(qui))
    assert atto(compi_passaggio, qui).studenti == 0


def test_one_wrong_outcome_refuses_them_all_with_the_reason_at_the_student(qui):
    [uno, due, _] = qui.iscritti(qui.quinta)
    prima = impronta(qui.istituto)
    with pytest.raises(PassaggioRifiutato) as rifiuto:
        atto(
            decidi_esiti,
            qui,
            decisioni={uno.pk: Decisione("conclude"), due.pk: Decisione("ammesso")},
        )
    assert list(rifiuto.value.per_iscrizione) == [due.pk]
    assert "ultimo anno" in rifiuto.value.per_iscrizione[due.pk]
    dopo = impronta(qui.istituto)
    assert {t for t in prima if prima[t] != dopo[t]} <= {"scuola_passaggio"}


def test_the_usual_outcome_goes_only_to_who_has_none(qui):
    [uno, *_] = qui.iscritti(qui.seconda)
    atto(decidi_esiti, qui, decisioni={uno.pk: Decisione("non_ammesso")})
    assert atto(proponi_esiti, qui, classe_id=qui.seconda.pk) == 2
    assert atto(proponi_esiti, qui) == 6
    esiti = dict(EsitoAnno.objects.values_list("iscrizione__classe__anno_di_corso", "esito"))
    assert esiti == {1: "ammesso", 2: "ammesso", 5: "conclude"}
    assert EsitoAnno.objects.get(iscrizione=uno).esito == "non_ammesso"


# The passage


def test_everybody_ends_where_decided_and_the_old_year_stays_readable(qui):
    atto(prepara_classi, qui, chiavi=chiavi_delle_classi(qui))
    sale, ripete, sospeso = qui.iscritti(qui.seconda)
    va_via = qui.iscritti(qui.prima)[0]
    marzo = date(2024, 3, 1)
    atto(
        decidi_esiti,
        qui,
        decisioni={
            sale.pk: Decisione("ammesso"),
            ripete.pk: Decisione("non_ammesso"),
            va_via.pk: Decisione("lascia", None, marzo),
            **{i.pk: Decisione("conclude") for i in qui.iscritti(qui.quinta)},
        },
    )
    compiuto = atto(compi_passaggio, qui)
    assert (compiuto.studenti, compiuto.iscritti, compiuto.copie) == (6, 2, 0)
    nuove = Iscrizione.objects.filter(classe__anno_scolastico__inizio=2024)
    assert {(i.persona_id, i.classe_id, i.dal, i.al) for i in nuove} == {
        (sale.persona_id, qui.nuova(3).pk, INIZIO, None),
        (ripete.persona_id, qui.nuova(2).pk, INIZIO, None),
    }
    chiuse = dict(Iscrizione.objects.filter(classe=qui.seconda).values_list("pk", "al"))
    assert chiuse == {sale.pk: FINE, ripete.pk: FINE, sospeso.pk: None}
    assert Iscrizione.objects.get(pk=va_via.pk).al == marzo
    assert {i.al for i in qui.iscritti(qui.quinta)} == {FINE}
    operazione = Operazione.objects.get(azione="compie passaggio d’anno")
    assert (operazione.dati["studenti"], operazione.dati["iscritti"]) == (6, 2)


def test_run_twice_it_changes_nothing(qui):
    tutto_pronto(qui)
    assert not atto(compi_passaggio, qui).nulla
    prima = impronta(qui.istituto)
    assert atto(compi_passaggio, qui).nulla
    assert impronta(qui.istituto) == prima


def test_who_is_decided_later_passes_later_with_the_groups(qui):
    tutto_pronto(qui)
    sospeso = Iscrizione.objects.filter(appartenenze__isnull=False).first()
    atto(decidi_esiti, qui, decisioni={sospeso.pk: Decisione("")})
    atto(compi_passaggio, qui)
    assert Appartenenza.objects.filter(gruppo__classe=qui.nuova(3)).count() == 1
    atto(decidi_esiti, qui, decisioni={sospeso.pk: Decisione("ammesso")})
    compiuto = atto(compi_passaggio, qui)
    assert (compiuto.studenti, compiuto.copie) == (1, 1)
    assert Appartenenza.objects.filter(gruppo__classe=qui.nuova(3)).count() == 2


def test_who_left_a_group_meanwhile_is_not_put_back(qui):
    tutto_pronto(qui)
    atto(compi_passaggio, qui)
    Appartenenza.objects.filter(gruppo__classe=qui.nuova(3)).first().delete()
    assert atto(compi_passaggio, qui).nulla


def test_interrupted_half_way_nothing_is_written_and_it_can_be_done_again(qui, monkeypatch):
    tutto_pronto(qui)
    prima = impronta(qui.istituto)

    def si_ferma(*_args, **_altro):
        raise KeyboardInterrupt

    with monkeypatch.context() as guasto:
        guasto.setattr(passaggio.registri, "annota", si_ferma)
        with pytest.raises(KeyboardInterrupt):
            atto(compi_passaggio, qui)
    assert impronta(qui.istituto) == prima
    assert atto(compi_passaggio, qui).studenti == 9


def test_without_classes_of_the_next_year_it_is_refused(qui):
    atto(proponi_esiti, qui)
    prima = impronta(qui.istituto)
    with pytest.raises(PassaggioRifiutato, match="non ha ancora classi"):
        atto(compi_passaggio, qui)
    assert impronta(qui.istituto) == prima


def test_a_problem_stops_only_its_own_student(qui):
    tutto_pronto(qui, copie=False)
    [uno, *_] = qui.iscritti(qui.seconda)
    altrove = ClasseFactory(
        istituto=qui.istituto, anno_scolastico=qui.nuova(3).anno_scolastico, corso=qui.corso,
        sede=qui.sede, anno_di_corso=3, sezione="Z",
    )  # fmt: skip
    IscrizioneFactory(istituto=qui.istituto, persona=uno.persona, classe=altrove, dal=INIZIO)
    assert atto(compi_passaggio, qui).studenti == 8
    assert Iscrizione.objects.get(pk=uno.pk).al is None


def test_who_was_imported_into_the_class_of_arrival_is_recognised(qui):
    tutto_pronto(qui, copie=False)
    [uno, *_] = qui.iscritti(qui.seconda)
    IscrizioneFactory(istituto=qui.istituto, persona=uno.persona, classe=qui.nuova(3), dal=INIZIO)
    compiuto = atto(compi_passaggio, qui)
    assert (compiuto.studenti, compiuto.iscritti) == (9, 5)
    assert Iscrizione.objects.get(pk=uno.pk).al == FINE


# What is copied


def test_only_what_is_ticked_is_copied(qui):
    tutto_pronto(qui, copie=False)
    atto(scegli_copie, qui, aggiungi=[f"coordinatore-{qui.coordinatrice.pk}"])
    prima = quante()
    assert atto(compi_passaggio, qui).copie == 1
    dopo = quante()
    assert {nome for nome in prima if prima[nome] != dopo[nome]} == {"Incarico", "Iscrizione"}
    copia = Incarico.objects.get(copiato_da=qui.coordinatrice)
    assert (copia.classe, copia.dal, copia.al) == (qui.nuova(3), INIZIO, None)
    qui.coordinatrice.refresh_from_db()
    assert (qui.coordinatrice.al, qui.coordinatrice.classe) == (None, qui.seconda)


def test_all_of_a_class_goes_up_with_it(qui):
    tutto_pronto(qui)
    atto(compi_passaggio, qui)
    terza = qui.nuova(3)
    docente = Incarico.objects.get(copiato_da=qui.docente)
    assert docente.cattedra.classe == terza
    assert docente.cattedra.disciplina == qui.docente.cattedra.disciplina
    assert Cattedra.objects.filter(classe=terza).count() == 2
    gruppo = Gruppo.objects.get(classe=terza)
    assert (gruppo.nome, gruppo.appartenenze.count()) == ("Religione cattolica", 2)
    assert Cattedra.objects.get(classe=terza, gruppo__isnull=False).gruppo == gruppo
    ufficio = Incarico.objects.get(copiato_da=qui.protocollista)
    assert (ufficio.dal, ufficio.al) == (INIZIO, date(2025, 8, 31))


def test_teachers_may_stay_on_the_year_of_course(qui):
    tutto_pronto(qui, copie=False)
    atto(scegli_copie, qui, docenti=ModoDocenti.RESTA, aggiungi=[f"docente-{qui.docente.pk}"])
    atto(compi_passaggio, qui)
    assert Incarico.objects.get(copiato_da=qui.docente).cattedra.classe == qui.nuova(2)


def test_a_role_withdrawn_after_the_passage_is_not_given_again(qui):
    tutto_pronto(qui)
    atto(compi_passaggio, qui)
    Incarico.objects.filter(copiato_da=qui.protocollista).update(revocato_il=ADESSO)
    assert atto(compi_passaggio, qui).nulla


def test_groups_go_with_their_students_where_classes_merge_and_split(qui):
    """2ªB has no 3ªB: its students go into 3ªA; one of 2ªA goes into 3ªZ."""
    comune = {"istituto": qui.istituto, "corso": qui.corso, "sede": qui.sede}
    seconda_b = ClasseFactory(anno_scolastico=qui.anno, anno_di_corso=2, sezione="B", **comune)
    gruppo = GruppoFactory(istituto=qui.istituto, classe=seconda_b, nome="Religione cattolica")
    ida, ugo = IscrizioneFactory.create_batch(2, istituto=qui.istituto, classe=seconda_b)
    AppartenenzaFactory(istituto=qui.istituto, gruppo=gruppo, iscrizione=ida)
    tutto_pronto(qui)
    terza = qui.nuova(3)
    altra = ClasseFactory(
        anno_scolastico=terza.anno_scolastico, anno_di_corso=3, sezione="Z", **comune
    )
    uno, due = Iscrizione.objects.filter(classe=qui.seconda, appartenenze__isnull=False).order_by(
        "pk"
    )
    # Who came from 2ªB in January follows what is followed in 2ªA, and nothing of the former.
    trasferito = qui.iscritti(qui.seconda)[2]
    assert not trasferito.appartenenze.exists()
    lasciata = IscrizioneFactory(
        istituto=qui.istituto, classe=seconda_b, persona=trasferito.persona, al=date(2024, 1, 10)
    )
    AppartenenzaFactory(istituto=qui.istituto, gruppo=gruppo, iscrizione=lasciata)
    atto(
        decidi_esiti,
        qui,
        decisioni={
            ida.pk: Decisione("ammesso", terza.pk),
            ugo.pk: Decisione("ammesso", terza.pk),
            due.pk: Decisione("ammesso", altra.pk),
        },
    )
    chiavi = [c.chiave for c in proposte(leggi(qui.anno), qui.autore.persona.pk)[0]]
    atto(scegli_copie, qui, aggiungi=chiavi)
    atto(compi_passaggio, qui)
    trovate = Appartenenza.objects.filter(gruppo__classe__anno_scolastico__inizio=2024)
    assert set(trovate.values_list("gruppo__classe", "iscrizione__persona")) == {
        (terza.pk, uno.persona_id), (terza.pk, ida.persona_id), (altra.pk, due.persona_id),
    }  # fmt: skip
    assert set(trovate.values_list("gruppo__nome", flat=True)) == {"Religione cattolica"}
    stati = {c.stato for c in proposte(leggi(qui.anno), 0)[0] if c.genere == "gruppo"}
    assert stati == {"esiste"}
    assert atto(compi_passaggio, qui).nulla


def ufficio(qui, ruolo, **altro):
    return IncaricoFactory(istituto=qui.istituto, ruolo=ruolo, cattedra=None, al=FINE, **altro)


def test_the_passage_gives_no_role_that_its_author_could_not_give(qui):
    propria = qui.autore.incarichi[0]
    Incarico.objects.filter(pk=propria.pk).update(al=FINE)
    assente = qui.protocollista
    vietati = [
        propria,
        ufficio(qui, Ruolo.COLLABORATORE),
        ufficio(qui, Ruolo.DSGA),
        ufficio(qui, Ruolo.SEGRETERIA_PROTOCOLLO, sostituisce=assente),
    ]
    tutto_pronto(qui)
    atto(scegli_copie, qui, aggiungi=[f"ufficio-{i.pk}" for i in vietati])
    atto(compi_passaggio, qui)
    assert not Incarico.objects.filter(copiato_da__in=vietati).exists()
    assert Incarico.objects.filter(copiato_da=assente).count() == 1


def test_another_author_may_renew_the_office_of_the_first(qui):
    propria = qui.autore.incarichi[0]
    Incarico.objects.filter(pk=propria.pk).update(al=FINE)
    tutto_pronto(qui)
    atto(scegli_copie, qui, aggiungi=[f"ufficio-{propria.pk}"])
    assert atto(compi_passaggio, qui).studenti == 9
    collega = IncaricoFactory(istituto=qui.istituto, segreteria=True).persona
    compi_passaggio(autore=contesto(collega), adesso=ADESSO, anno=qui.anno)
    assert Incarico.objects.get(copiato_da=propria).dal == INIZIO


def test_a_class_that_has_its_coordinator_gets_no_second_one(qui):
    tutto_pronto(qui)
    gia = IncaricoFactory(
        istituto=qui.istituto, coordinatore=True, classe=qui.nuova(3), dal=INIZIO,
        al=date(2025, 6, 30),
    )  # fmt: skip
    atto(compi_passaggio, qui)
    coordinano = Incarico.objects.filter(classe=qui.nuova(3), ruolo=Ruolo.COORDINATORE)
    assert list(coordinano) == [gia]


def test_who_teaches_it_until_june_is_not_given_it_twice(qui):
    tutto_pronto(qui, copie=False)
    cattedra = CattedraFactory(
        istituto=qui.istituto, classe=qui.nuova(3), disciplina=qui.docente.cattedra.disciplina
    )
    IncaricoFactory(
        istituto=qui.istituto, persona=qui.docente.persona, cattedra=cattedra, dal=INIZIO,
        al=date(2025, 6, 30),
    )  # fmt: skip
    atto(scegli_copie, qui, aggiungi=[f"docente-{qui.docente.pk}"])
    atto(compi_passaggio, qui)
    assert Incarico.objects.filter(cattedra=cattedra).count() == 1


def test_each_role_copied_has_its_line_in_the_register(qui):
    tutto_pronto(qui)
    atto(compi_passaggio, qui)
    nati = Incarico.objects.exclude(copiato_da=None)
    righe = Operazione.objects.filter(oggetto_tipo="scuola.incarico", azione="conferisce incarico")
    assert set(righe.values_list("oggetto_id", flat=True)) == {i.pk for i in nati}
    riga = righe.get(oggetto_id=nati.get(copiato_da=qui.docente).pk)
    assert riga.persona == qui.autore.persona
    assert (riga.dati["persona"], riga.dati["incarico"], riga.dati["dal"]) == (
        qui.docente.persona_id, qui.docente.pk, "2024-09-01",
    )  # fmt: skip


def test_who_changed_class_in_the_new_year_is_no_problem_for_ever(qui):
    """Imported into 3ªA, moved to 3ªZ in October; or gone: the old enrolment must still end."""
    tutto_pronto(qui, copie=False)
    spostato, uscito, _ = qui.iscritti(qui.seconda)
    altrove = ClasseFactory(
        istituto=qui.istituto, anno_scolastico=qui.nuova(3).anno_scolastico, corso=qui.corso,
        sede=qui.sede, anno_di_corso=3, sezione="Z",
    )  # fmt: skip
    comune = {"istituto": qui.istituto, "dal": INIZIO}
    ottobre = date(2024, 10, 10)
    for chi in (spostato, uscito):
        IscrizioneFactory(persona=chi.persona, classe=qui.nuova(3), al=ottobre, **comune)
    IscrizioneFactory(persona=spostato.persona, classe=altrove, **comune)
    decisioni = {
        spostato.pk: Decisione("ammesso", altrove.pk),
        uscito.pk: Decisione("lascia", None, FINE),
    }
    atto(decidi_esiti, qui, decisioni=decisioni)
    compiuto = atto(compi_passaggio, qui)
    assert (compiuto.studenti, compiuto.iscritti) == (9, 4)
    assert {Iscrizione.objects.get(pk=i.pk).al for i in (spostato, uscito)} == {FINE}


def test_ticks_are_added_and_taken_away(qui):
    assert atto(scegli_copie, qui, aggiungi=["gruppo-1", "gruppo-2"]) == 2
    assert atto(scegli_copie, qui, togli=["gruppo-1"]) == 1
    assert Passaggio.objects.get().scelte == ["gruppo-2"]
    assert Operazione.objects.filter(azione="sceglie che cosa copiare").count() == 2


# Size


def test_the_number_of_statements_does_not_depend_on_the_students():
    dette = []
    for studenti in (1, 30):
        qui = scena(studenti)
        tutto_pronto(qui)
        with CaptureQueriesContext(connection) as sue:
            assert atto(compi_passaggio, qui).studenti == 3 * studenti
        dette.append([q["sql"].split(" (")[0][:60] for q in sue if "SAVEPOINT" not in q["sql"]])
    assert len(dette[0]) == len(dette[1])
