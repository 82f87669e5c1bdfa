"""The acts on a campaign: entries, desks, register, and the refusal that changes nothing."""

import re
from datetime import UTC, date, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from competenze.enums import StatoClasse, StatoInserimento, StatoRilevazione
from competenze.forms.rilevazioni import CalendarioForm, RilevazioneForm
from competenze.models import Abbinamento, ClasseRilevata, Inserimento, Rilevazione, Valutazione
from competenze.queries import rilevazioni as lettura
from competenze.services.rilevazioni import (
    allinea_rilevazione,
    apri_rilevazione,
    cambia_stato_rilevazione,
    crea_rilevazione,
    imposta_abbinamenti,
    imposta_calendario,
    modifica_rilevazione,
)
from cpia.atti.models import Operazione
from cpia.avvisi.models import Scadenza
from cpia.norme.errori import AttoRifiutato
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola import tenancy
from cpia.scuola.models import Persona, Utente
from tests.factories.competenze import CompetenzaFactory, QuadroCompetenzeFactory
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    CattedraFactory,
    ClasseFactory,
    CorsoFactory,
    DisciplinaFactory,
    IncaricoFactory,
    IscrizioneFactory,
    IstitutoFactory,
    contesto,
)

pytestmark = pytest.mark.django_db
# Half past midnight in Italy: still the ninth in Greenwich.
LUNEDI_10 = datetime(2024, 6, 9, 22, 30, tzinfo=UTC)
LUNEDI_17 = datetime(2024, 6, 17, 12, 0, tzinfo=UTC)


class Scuola:
    """Two second-year classes and a first-year one; of three subjects one assesses nothing."""

    def __init__(self):
        self.istituto = IstitutoFactory()
        tenancy.imposta(istituto_id=self.istituto.pk)
        self.autore = contesto(IncaricoFactory(istituto=self.istituto, segreteria=True).persona)
        self.anno = AnnoScolasticoFactory(istituto=self.istituto)
        self.corso = CorsoFactory(istituto=self.istituto, sigla="AFM")
        self.quadro = QuadroCompetenzeFactory()
        self.alfabetica, self.digitale = (CompetenzaFactory(quadro=self.quadro) for _ in range(2))
        self.italiano, self.storia, self.motorie = (
            DisciplinaFactory(istituto=self.istituto, nome=nome)
            for nome in ("Italiano", "Storia", "Scienze motorie")
        )
        self.prima = self.classe("A", anno_di_corso=1)
        self.seconde = [self.classe("A"), self.classe("B")]

    def classe(self, sezione, anno_di_corso=2):
        classe = ClasseFactory(
            istituto=self.istituto, anno_scolastico=self.anno, corso=self.corso,
            anno_di_corso=anno_di_corso, sezione=sezione,
        )  # fmt: skip
        for disciplina in (self.italiano, self.storia, self.motorie):
            CattedraFactory(istituto=self.istituto, classe=classe, disciplina=disciplina)
        return classe

    def crea(self, **campi):
        return crea_rilevazione(
            autore=self.autore,
            adesso=ADESSO,
            **{
                "titolo": "Classi seconde",
                "anno_scolastico": self.anno,
                "anno_di_corso": 2,
                "quadro": self.quadro,
                "inserimento_dal": date(2024, 5, 31),
                "consultazione_dal": date(2024, 6, 3),
            }
            | campi,
        )

    def abbina(self, rilevazione, *coppie):
        imposta_abbinamenti(
            **self.su(rilevazione),
            corso=self.corso,
            coppie={(disciplina.pk, competenza.pk) for disciplina, competenza in coppie},
        )

    def coppie(self, rilevazione):
        return {
            (abbinamento.disciplina.nome, abbinamento.competenza_id)
            for abbinamento in Abbinamento.objects.filter(rilevazione=rilevazione)
        }

    def su(self, rilevazione):
        return {"autore": self.autore, "adesso": ADESSO, "rilevazione_id": rilevazione.pk}

    def aperta(self, scrutinio=LUNEDI_10):
        """A campaign in which Italian assesses both competences, history the first."""
        rilevazione = self.crea()
        self.abbina(rilevazione, *self.tabella)
        self.fissa(rilevazione, scrutinio)
        return apri_rilevazione(**self.su(rilevazione))

    @property
    def tabella(self):
        return (
            (self.italiano, self.alfabetica),
            (self.italiano, self.digitale),
            (self.storia, self.alfabetica),
        )

    def fissa(self, rilevazione, quando, *classi):
        rilevate = ClasseRilevata.objects.filter(
            rilevazione=rilevazione, classe__in=classi or self.seconde
        )
        imposta_calendario(
            **self.su(rilevazione), scrutini={rilevata.pk: quando for rilevata in rilevate}
        )

    def inserimento(self, disciplina, classe=None):
        return Inserimento.objects.get(
            cattedra__disciplina=disciplina, cattedra__classe=classe or self.seconde[0]
        )

    def valuta(self, disciplina, competenza, livello="B"):
        inserimento = self.inserimento(disciplina)
        iscrizione = IscrizioneFactory(istituto=self.istituto, classe=self.seconde[0])
        return Valutazione.objects.create(
            istituto=self.istituto, inserimento=inserimento, iscrizione=iscrizione,
            competenza=competenza, livello=livello, autore=self.autore.persona,
            modificata_il=ADESSO,
        )  # fmt: skip


@pytest.fixture
def scuola():
    return Scuola()


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def azioni():
    return list(Operazione.objects.order_by("id").values_list("azione", flat=True))


def sulle_scrivanie(ruolo="docente"):
    """The last useful day of what is open on the desks of a role."""
    return sorted(
        Scadenza.objects.filter(ruolo=ruolo, chiusa_il__isnull=True).values_list(
            "entro_il", flat=True
        )
    )


# --- the draft -----------------------------------------------------------------------------


def test_a_draft_has_the_classes_of_its_year_and_asks_nothing_of_anybody(scuola):
    rilevazione = scuola.crea()
    assert rilevazione.stato == StatoRilevazione.BOZZA
    assert {rilevata.classe for rilevata in rilevazione.classi.all()} == set(scuola.seconde)
    assert not Inserimento.objects.exists()
    assert not Scadenza.objects.exists()
    assert azioni() == ["prepara rilevazione"]


def test_a_campaign_prepared_twice_is_refused_and_the_first_stays(scuola):
    prima = scuola.crea()
    with pytest.raises(AttoRifiutato) as rifiuto:
        scuola.crea(titolo="Di nuovo")
    assert codici(rifiuto) == ["rilevazione_doppia"]
    assert Rilevazione.objects.get() == prima
    assert azioni() == ["prepara rilevazione"]


def test_the_second_click_is_told_that_the_campaign_is_there(scuola, client, monkeypatch, settings):
    settings.MFA_OBBLIGATORIA = False
    utente = Utente.objects.create_user("segreteria@prova.example")
    Persona.objects.filter(pk=scuola.autore.persona.pk).update(utente=utente)
    client.force_login(utente)
    scuola.crea()
    # Both requests looked before either wrote: the form found nothing.
    monkeypatch.setattr(RilevazioneForm, "_esiste", lambda form, dati: False)
    risposta = client.post(
        reverse("competenze:rilevazione_nuova", args=[scuola.istituto.slug]),
        {
            "titolo": "Classi seconde", "anno_scolastico": scuola.anno.pk, "anno_di_corso": 2,
            "quadro": scuola.quadro.pk, "inserimento_dal": "2024-05-31",
            "consultazione_dal": "2024-06-03",
        },
    )  # fmt: skip
    assert risposta.status_code == 422
    assert "C’è già una rilevazione" in risposta.content.decode()


def test_the_pairs_come_from_the_last_campaign_on_the_same_framework(scuola):
    prime = scuola.crea(anno_di_corso=1, inserimento_dal=date(2024, 5, 2))
    scuola.abbina(prime, (scuola.motorie, scuola.digitale))
    ultima = scuola.crea(anno_di_corso=3, inserimento_dal=date(2024, 5, 20))
    scuola.abbina(ultima, *scuola.tabella)
    assert scuola.coppie(scuola.crea()) == scuola.coppie(ultima)


def test_the_pairs_of_another_framework_are_not_copied(scuola):
    scuola.abbina(scuola.crea(), *scuola.tabella)
    nuova = scuola.crea(quadro=QuadroCompetenzeFactory(codice="altro"))
    assert scuola.coppie(nuova) == set()


def test_the_calendar_of_a_draft_puts_nothing_on_the_desks(scuola):
    rilevazione = scuola.crea()
    scuola.abbina(rilevazione, *scuola.tabella)
    scuola.fissa(rilevazione, LUNEDI_10)
    assert not Scadenza.objects.exists()
    assert azioni().count("fissa scrutinio") == 2


# --- opening -------------------------------------------------------------------------------


def test_opening_makes_one_entry_for_each_cattedra_that_assesses(scuola):
    # Two teachers share the subject: still one entry.
    cattedra = scuola.seconde[0].cattedre.get(disciplina=scuola.italiano)
    IncaricoFactory.create_batch(2, istituto=scuola.istituto, cattedra=cattedra)
    rilevazione = scuola.aperta()
    assert rilevazione.stato == StatoRilevazione.APERTA
    nomi = Inserimento.objects.values_list(
        "classe_rilevata__classe__sezione", "cattedra__disciplina__nome"
    )
    assert sorted(nomi) == [
        ("A", "Italiano"), ("A", "Storia"), ("B", "Italiano"), ("B", "Storia"),
    ]  # fmt: skip
    assert azioni()[-1] == "apre rilevazione"


def test_the_desk_of_a_teacher_says_the_last_day_and_why(scuola):
    scuola.aperta()
    voce = Scadenza.objects.get(chiave__endswith=f".{scuola.inserimento(scuola.storia).pk}")
    assert (voce.visibile_dal, voce.entro_il) == (date(2024, 5, 31), date(2024, 6, 7))
    assert voce.titolo == "2ªA AFM, Storia: livelli di competenza"
    assert voce.cattedra == scuola.inserimento(scuola.storia).cattedra
    assert "417/2024" in voce.perche[0]["fonte"]
    assert "lunedì 10 giugno 2024" in voce.perche[0]["testo"]
    assert "venerdì 7 giugno 2024 compreso" in voce.perche[0]["testo"]


def test_the_desk_of_the_coordinator_says_the_day_of_the_scrutinio(scuola):
    scuola.aperta()
    voce = Scadenza.objects.get(ruolo="coordinatore", classe=scuola.seconde[1])
    assert (voce.visibile_dal, voce.entro_il) == (date(2024, 6, 3), date(2024, 6, 10))


def test_the_days_before_the_scrutinio_are_those_of_the_own_regulation(scuola):
    regolamento = Regolamento.objects.create(
        istituto=scuola.istituto, titolo="Valutazione", dal=date(2023, 9, 1)
    )
    Parametro.objects.create(
        istituto=scuola.istituto, regolamento=regolamento, tipo="intero", valore="5",
        chiave="competenze.giorni_prima_scrutinio", articolo="art. 12 c. 3",
    )  # fmt: skip
    scuola.aperta()
    assert set(sulle_scrivanie()) == {date(2024, 6, 5)}
    assert "art. 12 c. 3" in Scadenza.objects.filter(ruolo="docente")[0].perche[0]["fonte"]


def test_a_class_without_a_scrutinio_has_no_deadline_yet(scuola):
    scuola.aperta(scrutinio=None)
    assert Inserimento.objects.count() == 4
    assert not Scadenza.objects.exists()


def test_a_campaign_without_pairs_does_not_open(scuola):
    rilevazione = scuola.crea()
    with pytest.raises(AttoRifiutato) as rifiuto:
        apri_rilevazione(**scuola.su(rilevazione))
    assert codici(rifiuto) == ["senza_abbinamenti"]
    rilevazione.refresh_from_db()
    assert rilevazione.stato == StatoRilevazione.BOZZA
    assert azioni() == ["prepara rilevazione"]


def test_an_open_campaign_is_not_opened_twice(scuola):
    rilevazione = scuola.aperta()
    prima = azioni()
    with pytest.raises(AttoRifiutato) as rifiuto:
        apri_rilevazione(**scuola.su(rilevazione))
    assert codici(rifiuto) == ["stato_incompatibile"]
    assert azioni() == prima


# --- calendar ------------------------------------------------------------------------------


def test_a_scrutinio_that_moves_moves_the_desks(scuola):
    rilevazione = scuola.aperta()
    scuola.fissa(rilevazione, LUNEDI_17, scuola.seconde[1])
    assert sulle_scrivanie() == [date(2024, 6, 7)] * 2 + [date(2024, 6, 14)] * 2
    assert sulle_scrivanie("coordinatore") == [date(2024, 6, 10), date(2024, 6, 17)]


def test_the_register_says_which_scrutinio_was_moved_and_only_that(scuola):
    rilevazione = scuola.aperta()
    prima = Operazione.objects.count()
    scuola.fissa(rilevazione, LUNEDI_10)
    assert Operazione.objects.count() == prima
    scuola.fissa(rilevazione, LUNEDI_17, scuola.seconde[1])
    riga = Operazione.objects.order_by("id").last()
    assert riga.azione == "fissa scrutinio"
    assert riga.dati == {"scrutinio_il": "2024-06-17T12:00:00+00:00"}


def test_a_scrutinio_taken_away_clears_the_desks_and_given_again_fills_them(scuola):
    rilevazione = scuola.aperta()
    scuola.fissa(rilevazione, None)
    assert sulle_scrivanie() == sulle_scrivanie("coordinatore") == []
    scuola.fissa(rilevazione, LUNEDI_17)
    assert sulle_scrivanie() == [date(2024, 6, 14)] * 4


def test_a_frozen_class_and_a_registered_subject_stay_off_the_desks(scuola):
    rilevazione = scuola.aperta()
    Inserimento.objects.filter(pk=scuola.inserimento(scuola.storia).pk).update(
        stato=StatoInserimento.REGISTRATO, registrato_il=ADESSO
    )
    ClasseRilevata.objects.filter(classe=scuola.seconde[1]).update(
        stato=StatoClasse.CONGELATA, congelata_il=ADESSO
    )
    scuola.fissa(rilevazione, LUNEDI_17)
    assert sulle_scrivanie() == [date(2024, 6, 14)]
    assert sulle_scrivanie("coordinatore") == [date(2024, 6, 17)]


def test_the_scrutinio_of_a_certified_class_does_not_move_nor_do_the_others(scuola):
    rilevazione = scuola.aperta()
    ClasseRilevata.objects.filter(classe=scuola.seconde[1]).update(
        stato=StatoClasse.CERTIFICATA, congelata_il=ADESSO
    )
    prima = azioni()
    with pytest.raises(AttoRifiutato) as rifiuto:
        scuola.fissa(rilevazione, LUNEDI_17)
    assert codici(rifiuto) == ["classe_certificata"]
    assert set(ClasseRilevata.objects.values_list("scrutinio_il", flat=True)) == {LUNEDI_10}
    assert date(2024, 6, 14) not in sulle_scrivanie()
    assert azioni() == prima


def test_the_scrutinio_of_a_frozen_class_moves_but_is_not_taken_away(scuola):
    rilevazione = scuola.aperta()
    ClasseRilevata.objects.filter(classe=scuola.seconde[1]).update(
        stato=StatoClasse.CONGELATA, congelata_il=ADESSO
    )
    scuola.fissa(rilevazione, LUNEDI_17)
    with pytest.raises(AttoRifiutato) as rifiuto:
        scuola.fissa(rilevazione, None)
    assert codici(rifiuto) == ["classe_senza_scrutinio"]
    assert "2ªB AFM" in rifiuto.value.violazioni[0].testo
    assert set(ClasseRilevata.objects.values_list("scrutinio_il", flat=True)) == {LUNEDI_17}


def test_what_was_not_changed_on_the_page_does_not_undo_what_others_wrote_since(scuola):
    rilevazione = scuola.aperta()
    corsi = lettura.stato(rilevazione, ADESSO.date())
    campi = "".join(str(campo) for _, campo in CalendarioForm(corsi=corsi).righe)
    pagina = dict(re.findall(r'name="([^"]+)" value="([^"]+)"', campi))
    assert len(pagina) == 4
    scuola.fissa(rilevazione, LUNEDI_17, scuola.seconde[0])
    seconda = ClasseRilevata.objects.get(classe=scuola.seconde[1])
    pagina[f"scrutinio_{seconda.pk}"] = ""
    form = CalendarioForm(pagina, corsi=lettura.stato(rilevazione, ADESSO.date()))
    assert form.is_valid()
    assert form.scrutini == {seconda.pk: None}


def test_the_days_of_an_open_campaign_can_be_corrected(scuola):
    rilevazione = scuola.aperta()
    modifica_rilevazione(**scuola.su(rilevazione), inserimento_dal=date(2024, 5, 29))
    assert set(Scadenza.objects.filter(ruolo="docente").values_list("visibile_dal", flat=True)) == {
        date(2024, 5, 29)
    }
    assert Operazione.objects.order_by("id").last().dati == {"inserimento_dal": "2024-05-29"}


# --- subjects and competences --------------------------------------------------------------


def test_a_pair_with_levels_stays_and_the_rest_of_the_table_too(scuola):
    rilevazione = scuola.aperta()
    scuola.valuta(scuola.storia, scuola.alfabetica)
    prima, registro = scuola.coppie(rilevazione), azioni()
    with pytest.raises(AttoRifiutato) as rifiuto:
        scuola.abbina(rilevazione, (scuola.motorie, scuola.digitale))
    assert codici(rifiuto) == ["abbinamento_con_livelli"]
    assert "Storia ha già dei livelli" in rifiuto.value.violazioni[0].testo
    assert (scuola.coppie(rilevazione), azioni()) == (prima, registro)


def test_a_pair_whose_levels_were_emptied_can_be_taken_away(scuola):
    rilevazione = scuola.aperta()
    scuola.valuta(scuola.storia, scuola.alfabetica, livello="")
    scuola.abbina(rilevazione, *scuola.tabella[:2])
    assert not Inserimento.objects.filter(cattedra__disciplina=scuola.storia).exists()
    assert not Valutazione.objects.exists()
    # Nobody is asked for a subject that assesses nothing any more.
    assert len(sulle_scrivanie()) == 2


def test_levels_of_another_course_do_not_hold_a_pair(scuola):
    rilevazione = scuola.aperta()
    altro = CorsoFactory(istituto=scuola.istituto, sigla="TUR")
    imposta_abbinamenti(
        **scuola.su(rilevazione), corso=altro, coppie={(scuola.storia.pk, scuola.alfabetica.pk)}
    )
    scuola.valuta(scuola.storia, scuola.alfabetica)
    imposta_abbinamenti(**scuola.su(rilevazione), corso=altro, coppie=set())
    assert len(scuola.coppie(rilevazione)) == 2 + 1


def test_a_pair_added_while_the_campaign_runs_reaches_the_desks(scuola):
    rilevazione = scuola.aperta()
    scuola.abbina(rilevazione, *scuola.tabella, (scuola.motorie, scuola.digitale))
    assert Inserimento.objects.filter(cattedra__disciplina=scuola.motorie).count() == 2
    assert len(sulle_scrivanie()) == 6
    assert azioni()[-1] == "imposta abbinamenti"


def test_a_subject_that_has_registered_takes_no_more_competences(scuola):
    rilevazione = scuola.aperta()
    Inserimento.objects.filter(pk=scuola.inserimento(scuola.storia).pk).update(
        stato=StatoInserimento.REGISTRATO, registrato_il=ADESSO
    )
    prima = scuola.coppie(rilevazione)
    with pytest.raises(AttoRifiutato) as rifiuto:
        scuola.abbina(rilevazione, *scuola.tabella, (scuola.storia, scuola.digitale))
    assert codici(rifiuto) == ["disciplina_registrata"]
    assert "2ªA AFM" in rifiuto.value.violazioni[0].testo
    assert scuola.coppie(rilevazione) == prima


# --- what comes after the opening ----------------------------------------------------------


def test_classes_and_cattedre_that_came_later_are_taken_in(scuola):
    rilevazione = scuola.aperta()
    terza = scuola.classe("C")
    CattedraFactory(
        istituto=scuola.istituto, classe=scuola.prima, disciplina=DisciplinaFactory(
            istituto=scuola.istituto
        )
    )  # fmt: skip
    allinea_rilevazione(**scuola.su(rilevazione))
    assert rilevazione.classi.filter(classe=terza).exists()
    assert Inserimento.objects.filter(cattedra__classe=terza).count() == 2
    assert Inserimento.objects.count() == 6
    allinea_rilevazione(**scuola.su(rilevazione))
    assert Inserimento.objects.count() == 6
    assert azioni()[-2:] == ["allinea rilevazione"] * 2


def test_a_frozen_class_takes_in_no_new_subject(scuola):
    rilevazione = scuola.aperta()
    ClasseRilevata.objects.filter(classe=scuola.seconde[0]).update(
        stato=StatoClasse.CONGELATA, congelata_il=ADESSO
    )
    gruppo_nuovo = DisciplinaFactory(istituto=scuola.istituto, nome="Latino")
    for classe in scuola.seconde:
        CattedraFactory(istituto=scuola.istituto, classe=classe, disciplina=gruppo_nuovo)
    scuola.abbina(rilevazione, *scuola.tabella, (gruppo_nuovo, scuola.alfabetica))
    classi = Inserimento.objects.filter(cattedra__disciplina=gruppo_nuovo)
    assert [inserimento.cattedra.classe for inserimento in classi] == [scuola.seconde[1]]


# --- closing -------------------------------------------------------------------------------


def test_a_closed_campaign_asks_nothing_and_a_reopened_one_asks_again(scuola):
    rilevazione = scuola.aperta()
    chiusa = cambia_stato_rilevazione(**scuola.su(rilevazione), atto="chiudi")
    assert chiusa.stato == StatoRilevazione.CHIUSA
    assert sulle_scrivanie() == sulle_scrivanie("coordinatore") == []
    riaperta = cambia_stato_rilevazione(
        **scuola.su(rilevazione), atto="riapri", motivo=" Manca la 2ªB AFM. "
    )
    assert riaperta.stato == StatoRilevazione.APERTA
    assert sulle_scrivanie() == [date(2024, 6, 7)] * 4
    assert azioni()[-2:] == ["chiudi rilevazione", "riapri rilevazione"]
    assert Operazione.objects.order_by("id").last().dati == {"motivo": "Manca la 2ªB AFM."}


@pytest.mark.parametrize(
    ("stato", "atto", "motivo", "codice"),
    [
        (StatoRilevazione.CHIUSA, "riapri", "  ", "motivo_mancante"),
        (StatoRilevazione.APERTA, "riapri", "perché sì", "stato_incompatibile"),
        (StatoRilevazione.BOZZA, "chiudi", "", "stato_incompatibile"),
    ],
)
def test_a_refused_change_of_state_changes_nothing(scuola, stato, atto, motivo, codice):
    rilevazione = scuola.aperta()
    Rilevazione.objects.update(stato=stato)
    prima = azioni()
    with pytest.raises(AttoRifiutato) as rifiuto:
        cambia_stato_rilevazione(**scuola.su(rilevazione), atto=atto, motivo=motivo)
    assert codici(rifiuto) == [codice]
    rilevazione.refresh_from_db()
    assert (rilevazione.stato, azioni()) == (stato, prima)
    assert len(sulle_scrivanie()) == 4


def test_the_campaign_of_another_institute_does_not_exist(scuola):
    rilevazione = scuola.aperta()
    estranea = IstitutoFactory()
    tenancy.imposta(istituto_id=estranea.pk)
    autore = contesto(IncaricoFactory(istituto=estranea, segreteria=True).persona)
    with pytest.raises(Rilevazione.DoesNotExist):
        cambia_stato_rilevazione(
            autore=autore, adesso=ADESSO, rilevazione_id=rilevazione.pk, atto="chiudi"
        )


# --- the state of the campaign -------------------------------------------------------------


def test_the_state_by_course_says_who_is_late_and_who_is_ready(scuola):
    rilevazione = scuola.aperta()
    Inserimento.objects.filter(cattedra__classe=scuola.seconde[1]).update(
        stato=StatoInserimento.REGISTRATO, registrato_il=ADESSO
    )
    IncaricoFactory(
        istituto=scuola.istituto, coordinatore=True, classe=scuola.seconde[0],
        persona__cognome="Brandolini", persona__nome="Ottavia",
    )  # fmt: skip
    IncaricoFactory(
        istituto=scuola.istituto, coordinatore=True, classe=scuola.seconde[0],
        persona__cognome="Passata", al=date(2024, 6, 1),
    )  # fmt: skip
    (corso,) = lettura.stato(rilevazione, date(2024, 6, 8))
    in_ritardo, pronta = corso.classi
    assert (in_ritardo.in_ritardo, in_ritardo.pronta) == (True, False)
    assert in_ritardo.coordinatori == "O. Brandolini"
    assert (pronta.in_ritardo, pronta.pronta) == (False, True)
    (corso,) = lettura.stato(rilevazione, date(2024, 6, 7))
    assert not corso.classi[0].in_ritardo
    riassunto = lettura.riassunto([corso])
    assert (riassunto.classi, riassunto.pronte, riassunto.registrate, riassunto.discipline) == (
        2, 1, 2, 4,
    )  # fmt: skip


@pytest.mark.parametrize("classi_in_piu", [0, 28])
def test_the_state_is_read_in_as_many_queries_whatever_the_classes(scuola, classi_in_piu):
    for numero in range(classi_in_piu):
        scuola.classe(f"{numero}")
    rilevazione = scuola.aperta()
    with CaptureQueriesContext(connection) as lette:
        (corso,) = lettura.stato(rilevazione, date(2024, 6, 5))
    assert len(corso.classi) == 2 + classi_in_piu
    assert len(lette) == 4
