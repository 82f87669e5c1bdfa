"""Groups, lessons, hours at a distance: what is written, what is refused and changes nothing."""

from datetime import date, time, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola import tenancy
from patto_formativo.enums import Livello, Percorso, StatoPatto
from patto_formativo.models import Gruppo, Lezione, Membro, Presenza
from patto_formativo.queries.frequenza import frequenza_di
from patto_formativo.queries.frequenza.lezioni import unita_del_gruppo
from patto_formativo.services.frequenza import (
    DatiGruppo,
    aggiungi_al_gruppo,
    correggi_lezione,
    forma_gruppo,
    modifica_gruppo,
    registra_lezione,
    riporta_lezioni,
    togli_dal_gruppo,
    togli_lezione,
    verifica_distanza,
)
from patto_formativo.services.iscrizioni import copia_anno
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    GruppoFactory,
    MembroFactory,
    QuadroOrarioFactory,
    UnitaApprendimentoFactory,
)
from tests.factories.scuola import ADESSO, AnnoScolasticoFactory, PersonaFactory, contesto
from tests.patto_formativo.scena_frequenza import LEZIONE_IL, con_piano, dati, il, scena

UN_GIORNO = timedelta(days=1)


@pytest.fixture
def istituto(db):
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def s(istituto):
    return scena(istituto)


def rifiuto(atto):
    """The codes and the fields of what speaks against an act."""
    with pytest.raises(AttoRifiutato) as errore:
        atto()
    return [(v.codice, v.campo) for v in errore.value.violazioni]


def azioni():
    return list(Operazione.objects.order_by("id").values_list("azione", flat=True))


# Groups


def forma(s, nome="Serale B", **altro):
    dati_gruppo = DatiGruppo(nome, Percorso.PRIMO_PERIODO, s.gruppo.sede, **altro)
    return forma_gruppo(
        autore=s.direzione, adesso=ADESSO, anno=s.gruppo.anno_scolastico, dati=dati_gruppo,
        docenti=[(s.docente.persona, "asse matematico")],
    )  # fmt: skip


def test_a_group_is_formed_with_its_teachers(s):
    gruppo = forma(s)
    assert [(d.persona, d.asse) for d in gruppo.docenti.all()] == [
        (s.docente.persona, "asse matematico")
    ]
    assert azioni()[-1] == "forma gruppo di livello"


def test_two_groups_of_a_year_have_two_names(s):
    forma(s)
    assert rifiuto(lambda: forma(s)) == [("nome_usato", "nome")]
    assert rifiuto(lambda: forma(s, "C", livello=Livello.A1)) == [("livello", "livello")]
    assert Gruppo.objects.count() == 2


def test_a_group_with_members_keeps_its_path(s):
    altro = DatiGruppo(s.gruppo.nome, Percorso.SECONDO_PERIODO, s.gruppo.sede)
    atto = {"autore": s.direzione, "adesso": ADESSO, "gruppo_id": s.gruppo.pk, "versione": 1}
    assert rifiuto(lambda: modifica_gruppo(**atto, dati=altro)) == [
        ("gruppo_con_membri", "percorso")
    ]
    stesso = DatiGruppo("Un altro nome", Percorso.PRIMO_PERIODO, s.gruppo.sede)
    modificato = modifica_gruppo(**atto, dati=stesso)
    assert modificato.nome == "Un altro nome"
    assert not modificato.docenti.exists()


def aggiungi(s, *corsisti, dal=LEZIONE_IL):
    return aggiungi_al_gruppo(
        autore=s.direzione, adesso=ADESSO, gruppo_id=s.gruppo.pk,
        corsisti=[corsista.pk for corsista in corsisti], dal=dal,
    )  # fmt: skip


def test_many_come_in_at_once(s):
    nuovi = CorsistaFactory.create_batch(27, istituto=s.istituto, offerta=s.corsista.offerta)
    assert aggiungi(s, *nuovi) == 27
    assert s.gruppo.membri.count() == 28
    assert rifiuto(lambda: aggiungi(s, nuovi[0])) == [("gia_nel_gruppo", "corsisti")]


def test_nobody_comes_in_before_the_enrolment_or_twice(s):
    nuovo = CorsistaFactory(istituto=s.istituto, offerta=s.corsista.offerta)
    prima = nuovo.iscritto_il - UN_GIORNO
    assert rifiuto(lambda: aggiungi(s, nuovo, dal=prima)) == [("iscritto_dopo", "dal")]
    assert rifiuto(lambda: aggiungi(s)) == [("nessuno", "corsisti")]
    aggiungi(s, nuovo)
    membro = Membro.objects.get(corsista=nuovo)
    togli_dal_gruppo(autore=s.direzione, adesso=ADESSO, membro_id=membro.pk, al=LEZIONE_IL)
    assert rifiuto(lambda: aggiungi(s, nuovo)) == [("periodi_sovrapposti", "dal")]
    aggiungi(s, nuovo, dal=LEZIONE_IL + UN_GIORNO)


def test_who_leaves_keeps_the_hours(s):
    s.lezione(3)
    membro = Membro.objects.get()
    atto = {"autore": s.direzione, "adesso": ADESSO, "membro_id": membro.pk}
    assert rifiuto(lambda: togli_dal_gruppo(**atto, al=LEZIONE_IL - UN_GIORNO)) == [
        ("ore_dopo", "al")
    ]
    assert rifiuto(lambda: togli_dal_gruppo(**atto, al=date(2023, 9, 1))) == [
        ("prima_del_dal", "al")
    ]
    togli_dal_gruppo(**atto, al=LEZIONE_IL)
    assert frequenza_di(s.corsista).ore.valide == 3
    assert rifiuto(lambda: togli_dal_gruppo(**atto, al=LEZIONE_IL)) == [("gia_uscito", "")]


def test_a_teacher_whom_the_form_did_not_show_stays(s):
    altro = PersonaFactory(istituto=s.istituto)
    modifica_gruppo(
        autore=s.direzione, adesso=ADESSO, gruppo_id=s.gruppo.pk, versione=1,
        dati=DatiGruppo(s.gruppo.nome, Percorso.PRIMO_PERIODO, s.gruppo.sede),
        docenti=[(altro, "asse dei linguaggi")], mostrati=[altro.pk],
    )  # fmt: skip
    assert {d.persona for d in s.gruppo.docenti.all()} == {altro, s.docente.persona}


# Lessons


def test_a_lesson_is_written_with_the_hours_of_each(s):
    lezione = s.lezione("2.5")
    assert (lezione.docente, lezione.versione) == (s.docente.persona, 1)
    f = frequenza_di(s.corsista)
    assert (f.ore.valide, f.dovute, f.psp) == (Fraction(5, 2), 3, 100)
    assert (f.unita[0].in_presenza, f.unita[1].in_presenza) == (Fraction(5, 2), 0)
    riga = Operazione.objects.get(azione="registra lezione")
    assert riga.dati["presenti"] == 1


def test_what_a_lesson_cannot_say(s):
    chi = f"ore_{s.corsista.pk}"
    assert rifiuto(lambda: s.lezione("3.25")) == [("ore_oltre_la_lezione", chi)]
    assert rifiuto(lambda: s.lezione(3, unita=2)) == [("fuori_dal_piano", chi)]
    domani = ADESSO.date() + UN_GIORNO
    assert rifiuto(lambda: s.lezione(3, giorno=domani)) == [("nel_futuro", "giorno")]
    assert rifiuto(lambda: s.lezione(3, giorno=date(2023, 9, 20))) == [("non_nel_gruppo", chi)]
    assert not Lezione.objects.exists()
    assert azioni() == []


def test_the_same_lesson_is_not_written_twice(s):
    s.lezione(3, dalle=time(17))
    assert rifiuto(lambda: s.lezione(3, dalle=time(17))) == [("lezione_doppia", "dalle")]
    s.lezione(3, dalle=time(20))


def test_without_an_hour_an_equal_lesson_is_asked_about(s):
    s.lezione(3)
    assert rifiuto(lambda: s.lezione(3)) == [("lezione_doppia", "dalle")]
    s.lezione(3, dalle=time(20))
    s.lezione(3, unita=1)
    s.lezione(2, unita=0, giorno=LEZIONE_IL + UN_GIORNO)
    correggi(s, Lezione.objects.earliest("id"), 2)


def secondo_anno(s, *, copia=True):
    """The group of the year after, whose units are copies or were written anew."""
    anno = AnnoScolasticoFactory(istituto=s.istituto, inizio=2024)
    if copia:
        copia_anno(autore=s.direzione, adesso=ADESSO, inizio=2024)
    else:
        quadro = QuadroOrarioFactory(istituto=s.istituto, anno_scolastico=anno)
        UnitaApprendimentoFactory(istituto=s.istituto, quadro=quadro)
    s.corsista.ultimo_anno = anno
    s.corsista.save(update_fields=["ultimo_anno"])
    gruppo = GruppoFactory(istituto=s.istituto, anno_scolastico=anno, sede=s.gruppo.sede)
    MembroFactory(istituto=s.istituto, gruppo=gruppo, corsista=s.corsista, dal=date(2024, 9, 16))
    return gruppo


def dell_anno_dopo(s, gruppo, unita):
    adesso = il(date(2024, 10, 8))
    registra_lezione(
        autore=contesto(s.docente.persona, adesso), adesso=adesso, gruppo_id=gruppo.pk,
        dati=dati(unita, giorno=date(2024, 10, 7)), ore={s.corsista.pk: Decimal(3)},
    )  # fmt: skip


def test_a_plan_of_two_years_goes_on_with_the_copies_of_its_units(s):
    s.lezione(3)
    gruppo = secondo_anno(s)
    copia = s.unita[0].copie.get()
    assert set(unita_del_gruppo(gruppo)) == {unita.copie.get() for unita in s.unita}
    dell_anno_dopo(s, gruppo, copia)
    f = frequenza_di(s.corsista)
    assert (f.unita[0].frequentate, f.unita[0].dovute, f.fuori) == (6, 6, 0)
    fuori = s.unita[2].copie.get()
    chi = f"ore_{s.corsista.pk}"
    assert rifiuto(lambda: dell_anno_dopo(s, gruppo, fuori)) == [("fuori_dal_piano", chi)]


def test_a_copy_of_a_copy_is_of_the_first(s):
    secondo_anno(s)
    copia_anno(autore=s.direzione, adesso=ADESSO, inizio=2025)
    assert s.unita[0].copie.count() == 2


def test_without_copies_a_group_goes_on_with_the_units_of_its_plans(s):
    gruppo = secondo_anno(s, copia=False)
    assert set(s.unita[:2]) < set(unita_del_gruppo(gruppo))
    assert s.unita[2] not in unita_del_gruppo(gruppo)
    dell_anno_dopo(s, gruppo, s.unita[0])
    assert frequenza_di(s.corsista).unita[0].frequentate == 3


def test_a_unit_of_another_path_is_not_taught_here(s):
    altra = scena(s.istituto, piano=False).unita[0]
    altra.quadro.percorso = Percorso.ALFABETIZZAZIONE.value
    s.unita.append(altra)
    altra.quadro.anno_scolastico_id = s.gruppo.anno_scolastico_id
    altra.quadro.save()
    assert rifiuto(lambda: s.lezione(3, unita=3)) == [("altra_unita", "unita")]


def correggi(s, lezione, ore, versione=1, **altro):
    return correggi_lezione(
        autore=s.docente, adesso=ADESSO, lezione_id=lezione.pk, versione=versione,
        dati=dati(s.unita[0], **altro), ore={s.corsista.pk: Decimal(ore)},
    )  # fmt: skip


def test_a_correction_wants_the_version_it_was_read_at(s):
    lezione = s.lezione(3)
    assert correggi(s, lezione, 2).versione == 2
    with pytest.raises(Conflitto):
        correggi(s, lezione, 1)
    assert Presenza.objects.get().ore == 2
    assert Operazione.objects.get(azione="corregge lezione").dati["cambiate"] == {
        str(s.corsista.pk): "2"
    }


def test_what_was_right_on_its_day_stays_right(s):
    """The plan is renegotiated: the unit goes out of it, the old hours stay in the register."""
    lezione = s.lezione(3)
    versione = s.corsista.patto.versioni.get()
    versione.stato = StatoPatto.RITIRATO.value
    versione.save()
    correggi(s, lezione, 3, argomento="Frazioni")
    assert Lezione.objects.get().argomento == "Frazioni"


def test_a_lesson_by_mistake_is_taken_out(s):
    lezione = s.lezione(3)
    with pytest.raises(Conflitto):
        togli_lezione(autore=s.docente, adesso=ADESSO, lezione_id=lezione.pk, versione=7)
    pk = lezione.pk
    togli_lezione(autore=s.docente, adesso=ADESSO, lezione_id=pk, versione=1)
    assert not Lezione.objects.exists()
    assert Operazione.objects.get(azione="toglie lezione").dati["presenze"] == {
        str(s.corsista.pk): "3.00"
    }


def test_lessons_kept_elsewhere_are_judged_one_by_one(s):
    righe = [(dati(s.unita[0], giorno=LEZIONE_IL + n * UN_GIORNO), {s.corsista.pk: Decimal(3)})
             for n in range(10)]  # fmt: skip
    sbagliata = (dati(s.unita[2]), {s.corsista.pk: Decimal(3)})
    atto = {"autore": s.docente, "adesso": ADESSO, "gruppo_id": s.gruppo.pk,
            "docente": s.docente.persona}  # fmt: skip
    assert rifiuto(lambda: riporta_lezioni(**atto, righe=[*righe, sbagliata]))
    assert not Lezione.objects.exists()
    assert len(riporta_lezioni(**atto, righe=righe)) == 10
    assert frequenza_di(s.corsista).ore.valide == 30


# Hours at a distance


def test_hours_at_a_distance_count_once_checked(s):
    s.lezione(3, a_distanza=True)
    assert (frequenza_di(s.corsista).ore.valide, frequenza_di(s.corsista).dovute) == (0, 3)
    presenza = Presenza.objects.get()
    quante = verifica_distanza(
        autore=s.docente, adesso=ADESSO, presenze=[presenza.pk], verifica="test finale, 8 su 10"
    )
    assert quante == 1
    assert frequenza_di(s.corsista).ore.a_distanza == 3
    presenza.refresh_from_db()
    assert presenza.verificata_da == s.docente.persona


def test_only_a_teacher_of_the_group_checks(s):
    s.lezione(3, a_distanza=True)
    presenza = Presenza.objects.get()
    altro = contesto(PersonaFactory(istituto=s.istituto))
    atto = {"adesso": ADESSO, "presenze": [presenza.pk], "verifica": "test"}
    assert rifiuto(lambda: verifica_distanza(autore=altro, **atto)) == [
        ("gia_verificata", "presenze")
    ]
    verifica_distanza(autore=s.docente, **atto)
    assert rifiuto(lambda: verifica_distanza(autore=s.docente, **atto))
    assert rifiuto(
        lambda: verifica_distanza(autore=s.docente, adesso=ADESSO, presenze=[], verifica="test")
    ) == [("nessuna", "presenze")]


def test_corrected_hours_are_checked_again(s):
    lezione = s.lezione(3, a_distanza=True)
    presenza = Presenza.objects.get()
    verifica_distanza(autore=s.docente, adesso=ADESSO, presenze=[presenza.pk], verifica="test")
    correggi(s, lezione, 3, a_distanza=True, argomento="Frazioni")
    assert Presenza.objects.get().verificata_il == ADESSO
    correggi(s, lezione, 2, versione=2, a_distanza=True)
    assert Presenza.objects.get().verificata_il is None


def test_over_a_fifth_of_the_plan_they_do_not_count(s):
    for n in range(8):
        s.lezione(3, a_distanza=True, giorno=LEZIONE_IL + n * UN_GIORNO)
    verifica_distanza(
        autore=s.docente, adesso=ADESSO, verifica="test",
        presenze=Presenza.objects.values_list("pk", flat=True),
    )  # fmt: skip
    ore = frequenza_di(s.corsista).ore
    assert (ore.a_distanza, ore.oltre_il_limite) == (20, 4)


# What is due


def test_what_is_due_begins_with_the_membership(s):
    s.lezione(giorno=date(2023, 10, 10))
    tardi = CorsistaFactory(istituto=s.istituto, offerta=s.corsista.offerta)
    con_piano(tardi, s.unita[:2])
    MembroFactory(istituto=s.istituto, gruppo=s.gruppo, corsista=tardi, dal=date(2024, 1, 8))
    s.lezione(giorno=date(2024, 2, 6))
    s.lezione(giorno=date(2024, 2, 7), unita=2)
    assert frequenza_di(s.corsista).dovute == 6
    assert frequenza_di(tardi).dovute == 3


def test_under_three_quarters_of_what_is_due_one_is_at_risk(s):
    for n in range(3):
        s.lezione(3 if n else 0, giorno=LEZIONE_IL + n * UN_GIORNO)
    f = frequenza_di(s.corsista)
    assert (f.ore.valide, f.dovute) == (6, 9)
    assert f.rischio is not None
    assert "6 ore su 9 ore dovute" in f.rischio.testo
    for n in range(3, 6):
        s.lezione(3, giorno=LEZIONE_IL + n * UN_GIORNO)
    assert frequenza_di(s.corsista).rischio is None


def test_a_draft_is_no_plan_yet(istituto):
    s = scena(istituto, piano=False)
    con_piano(s.corsista, s.unita[:2], stato=StatoPatto.BOZZA)
    s.lezione(3, unita=2)
    f = frequenza_di(s.corsista)
    assert not f.ha_piano
    assert (f.fuori, f.giudizio, f.rischio) == (3, None, None)


def test_credits_are_off_the_plan(istituto):
    s = scena(istituto, piano=False)
    con_piano(s.corsista, s.unita[:1], ore=(50,), credito=30)
    assert frequenza_di(s.corsista).psp == 50
