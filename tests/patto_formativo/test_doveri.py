"""What the agreements ask of whom: from the state of the tables to the desk and to the outbox."""

from datetime import date, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cpia.avvisi.models import Promemoria, Scadenza
from cpia.avvisi.registri import AzioneRifiutata
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo, TipoIstituto
from organi_collegiali.enums import Componente, RegolaPresidente, StatoSeduta, TipoOrgano
from patto_formativo import models
from patto_formativo.azioni import azioni
from patto_formativo.enums import (
    Cittadinanza,
    Fase,
    GenereAvviso,
    MezzoSegno,
    StatoCorsista,
    StatoDomanda,
    StatoPatto,
    TipoCarta,
)
from patto_formativo.queries.doveri import cose_da_fare
from patto_formativo.queries.scrivania import descrive, grafici, riassunto
from patto_formativo.rules.firme import Parte
from patto_formativo.services.promemoria import ancora_dovuto, pianifica
from tests.accessi.righe_patto import documento
from tests.factories.organi import MandatoFactory, OrganoFactory, SedutaFactory
from tests.factories.patto import (
    CorsistaFactory,
    CpiaFactory,
    DomandaFactory,
    DossierFactory,
    GruppoFactory,
    LezioneFactory,
    MembroFactory,
    OffertaFactory,
    PattoFactory,
    QuadroOrarioFactory,
    UnitaApprendimentoFactory,
    UnitaDelPattoFactory,
    VersioneFactory,
)
from tests.factories.scuola import (
    ADESSO,
    AnnoScolasticoFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    ResponsabilitaFactory,
    contesto,
)

OGGI = timezone.localdate(ADESSO)
IMPRONTA = "a" * 64
AUTUNNO = ADESSO - timedelta(days=210)
pytestmark = pytest.mark.django_db


@pytest.fixture
def istituto():
    istituto = CpiaFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def anno(istituto):
    return AnnoScolasticoFactory(istituto=istituto, inizio=2023)


@pytest.fixture
def corsista(istituto, anno):
    """An adult of a tutor whom nobody has to do anything for."""
    offerta = OffertaFactory(istituto=istituto, anno_scolastico=anno)
    trovato = CorsistaFactory(istituto=istituto, offerta=offerta)
    incontro(trovato)
    return trovato


def incontro(corsista, fase=Fase.COLLOQUI):
    riga = models.Incontro.objects.create(
        istituto=corsista.istituto, fase=fase.value, giorno=date(2023, 10, 9), ore=Decimal(2),
        conduce=corsista.tutor, registrato_da=corsista.tutor, registrato_il=ADESSO,
    )  # fmt: skip
    models.PresenzaIncontro.objects.create(
        istituto=corsista.istituto, incontro=riga, corsista=corsista
    )


def chiavi(istituto, oggi=OGGI):
    return {dovere.chiave for dovere in cose_da_fare(istituto.pk, oggi).doveri}


def quello(istituto, inizio, oggi=OGGI):
    trovati = cose_da_fare(istituto.pk, oggi).doveri
    [dovere] = [d for d in trovati if d.chiave.startswith(f"patto.{inizio}")]
    return dovere


def approvata(corsista, il=ADESSO - timedelta(days=5), **altro):
    patto = PattoFactory(istituto=corsista.istituto, corsista=corsista)
    return VersioneFactory(
        istituto=corsista.istituto, patto=patto, stato=StatoPatto.APPROVATO.value, approvata_il=il,
        impronta=IMPRONTA, **altro,
    )  # fmt: skip


def firma(versione, parte, persona, il=ADESSO):
    return models.FirmaPatto.objects.create(
        istituto=versione.istituto, versione=versione, parte=parte.value, persona=persona,
        impronta=versione.impronta, su_carta=True, firmata_il=il, registrata_da=persona,
    )  # fmt: skip


def test_a_centre_where_nothing_is_to_be_done_asks_nothing(istituto, corsista):
    assert chiavi(istituto) == set()


# The office


def test_applications_to_look_at_are_one_row_by_the_oldest(istituto, anno):
    offerta = OffertaFactory(istituto=istituto, anno_scolastico=anno)
    for giorno in (3, 1, 2):
        DomandaFactory(
            istituto=istituto, offerta=offerta, presentata_il=ADESSO - timedelta(days=giorno)
        )
    DomandaFactory(
        istituto=istituto, offerta=offerta, stato=StatoDomanda.RESPINTA.value, motivo="doppia",
        presentata_il=ADESSO - timedelta(days=40),
    )  # fmt: skip
    dovere = quello(istituto, "domande")
    assert dovere.titolo.startswith("3 domande")
    assert (dovere.ruolo, dovere.entro_il) == (Ruolo.SEGRETERIA_DIDATTICA, OGGI + timedelta(days=7))
    assert "nessuna fonte" in dovere.perche[0].fonte


def carta(corsista, tipo=TipoCarta.PERMESSO, scade=None, **altro):
    return models.Carta.objects.create(
        istituto=corsista.istituto, domanda=corsista.domanda, tipo=tipo.value, scade=scade,
        caricata_il=ADESSO, **altro,
    )  # fmt: skip


def straniero(corsista):
    corsista.domanda.cittadinanza = Cittadinanza.EXTRA.value
    corsista.domanda.save()
    return corsista


@pytest.mark.parametrize(
    ("fra", "quale"),
    [(61, None), (60, "sta per scadere"), (0, "sta per scadere"), (-1, "manca")],
)
def test_a_permit_is_watched_by_the_office_and_by_the_person(istituto, corsista, fra, quale):
    carta(straniero(corsista), scade=OGGI + timedelta(days=fra))
    if quale is None:
        assert chiavi(istituto) == set()
        return
    ufficio, persona = (quello(istituto, f"permesso.{chi}{corsista.pk}") for chi in ("", "mio."))
    assert ufficio.ruolo == Ruolo.SEGRETERIA_DIDATTICA
    assert quale in ufficio.titolo
    assert persona.persona == corsista.persona_id
    for dovere in (ufficio, persona):
        assert "soggiorno" not in dovere.titolo  # the kind of paper is not for calendars
    assert "permesso di soggiorno" in persona.lettera


def test_the_paper_that_lasts_longest_counts_and_one_that_is_wrong_does_not(istituto, corsista):
    carta(straniero(corsista), scade=OGGI - timedelta(days=20))
    carta(corsista, scade=OGGI + timedelta(days=300), non_va="è di un’altra persona")
    assert "manca" in quello(istituto, f"permesso.{corsista.pk}").titolo
    carta(corsista, TipoCarta.RINNOVO)
    assert chiavi(istituto) == set()


def test_a_receipt_without_an_end_is_asked_again_by_the_office_alone(istituto, corsista):
    mostrata = carta(straniero(corsista), TipoCarta.RINNOVO)
    entro = timezone.localdate(mostrata.caricata_il) + timedelta(days=60)
    giorno = entro - timedelta(days=1)
    assert f"patto.permesso.{corsista.pk}" not in chiavi(istituto, giorno)
    assert chiavi(istituto, entro) & {
        f"patto.permesso.{corsista.pk}", f"patto.permesso.mio.{corsista.pk}"
    } == {f"patto.permesso.{corsista.pk}"}  # fmt: skip
    [dovere] = [d for d in cose_da_fare(istituto.pk, entro).doveri if ".permesso." in d.chiave]
    assert "da chiedere di nuovo" in dovere.titolo
    assert (dovere.visibile_dal, dovere.entro_il) == (entro, entro + timedelta(days=7))
    # Shown again: the days start over.
    di_nuovo = carta(corsista, TipoCarta.RINNOVO)
    models.Carta.objects.filter(pk=di_nuovo.pk).update(
        caricata_il=mostrata.caricata_il + timedelta(days=59)
    )
    assert f"patto.permesso.{corsista.pk}" not in chiavi(istituto, entro)


def test_two_year_agreements_pass_to_the_new_year_in_one_click(istituto, corsista, anno):
    versione = approvata(corsista, anni=2)
    models.Versione.objects.filter(pk=versione.pk).update(stato=StatoPatto.APPROVATO.value, anni=2)
    in_vigore(versione)
    assert chiavi(istituto, date(2024, 5, 31)) >= {"patto.biennali.2024"}
    dovere = quello(istituto, "biennali")
    assert (dovere.visibile_dal, dovere.entro_il) == (date(2024, 6, 1), date(2024, 10, 2))
    segretaria = contesto(IncaricoFactory(istituto=istituto, segreteria=True).persona)
    pianifica(istituto.pk, ADESSO)
    riga = Scadenza.objects.get(chiave="patto.biennali.2024")
    [azione] = azioni(segretaria, [riga])[riga.pk]
    with pytest.raises(AzioneRifiutata):  # the next year is not there yet
        azione.compi(autore=segretaria, adesso=ADESSO)
    AnnoScolasticoFactory(istituto=istituto, inizio=2024)
    assert azione.compi(autore=segretaria, adesso=ADESSO).startswith("1 patto continua")
    pianifica(istituto.pk, ADESSO)
    riga.refresh_from_db()
    assert riga.chiusa_il == ADESSO


def in_vigore(versione):
    """Signed by all: the document is any of the institute."""
    models.Versione.objects.filter(pk=versione.pk).update(
        stato=StatoPatto.IN_CORSO.value, sottoscritta_il=ADESSO,
        documento=documento(versione.istituto, "patto_formativo"),
    )  # fmt: skip


# The welcome


def test_who_has_no_tutor_is_of_who_coordinates_the_site(istituto, corsista):
    corsista.tutor = corsista.tutor_dal = None
    corsista.save()
    assert quello(istituto, "senza_tutor").ruolo == Ruolo.DIRIGENTE
    chi = IncaricoFactory(
        istituto=istituto, ruolo=Ruolo.COORDINATORE_SEDE, cattedra=None, classe=None,
        sede=corsista.offerta.sede,
    )  # fmt: skip
    dovere = quello(istituto, "senza_tutor")
    assert (dovere.persona, dovere.ruolo) == (chi.persona_id, "")
    assert dovere.entro_il == corsista.iscritto_il + timedelta(days=7)


def test_a_tutor_without_a_first_meeting(istituto, anno):
    offerta = OffertaFactory(istituto=istituto, anno_scolastico=anno)
    uno = CorsistaFactory(istituto=istituto, offerta=offerta)
    # The meeting of the coordinator is not one of the tutor.
    incontro(uno, Fase.PRIMO_INCONTRO)
    dovere = quello(istituto, "primo_colloquio")
    assert (dovere.persona, dovere.pagina, dovere.oggetto) == (
        uno.tutor_id, "patto:corsista", uno.pk
    )  # fmt: skip
    assert dovere.entro_il == uno.tutor_dal + timedelta(days=15)
    CorsistaFactory(istituto=istituto, offerta=offerta, tutor=uno.tutor)
    dovere = quello(istituto, "primo_colloquio")
    assert (dovere.pagina, dovere.oggetto) == ("patto:inizio", None)
    assert "2 persone" in dovere.titolo
    models.Corsista.objects.update(
        stato=StatoCorsista.RITIRATO.value, chiuso_il=OGGI, motivo_chiusura="lascia"
    )
    assert chiavi(istituto) == set()


def test_a_dossier_that_is_still_open(istituto, corsista):
    dossier = DossierFactory(istituto=istituto, corsista=corsista, richiesto_il=date(2024, 5, 6))
    dovere = quello(istituto, "dossier")
    assert (dovere.persona, dovere.pagina) == (corsista.tutor_id, "patto:dossier")
    assert dovere.entro_il == date(2024, 5, 6) + timedelta(days=45)
    dossier.chiuso_il = ADESSO
    dossier.save()
    assert chiavi(istituto) == set()


def test_nobody_is_asked_for_a_dossier_that_was_not_requested(istituto, corsista):
    DossierFactory(istituto=istituto, corsista=corsista, richiesto_il=None)
    assert chiavi(istituto) == set()


# The Commission


@pytest.fixture
def commissione(istituto):
    """Up to date, with both its plenary sittings."""
    organo = OrganoFactory(
        istituto=istituto, tipo=TipoOrgano.COMMISSIONE_PFI, nome="Commissione",
        regola_presidente=RegolaPresidente.DIRIGENTE,
    )  # fmt: skip
    MandatoFactory(istituto=istituto, organo=organo, dal=date(2023, 9, 11))
    for giorno in (datetime(2023, 9, 20, 14, tzinfo=ADESSO.tzinfo), ADESSO):
        SedutaFactory(istituto=istituto, organo=organo, convocata=True, inizio_previsto=giorno)
    return organo


def test_drafts_that_wait_call_for_a_sitting_of_their_section(istituto, corsista):
    sezione = OrganoFactory(
        istituto=istituto, tipo=TipoOrgano.SEZIONE_PFI, nome="Sezione di Sant’Anastasia",
        regola_presidente=RegolaPresidente.DIRIGENTE,
    )  # fmt: skip
    patto = PattoFactory(istituto=istituto, corsista=corsista)
    VersioneFactory(
        istituto=istituto, patto=patto, stato=StatoPatto.IN_NEGOZIAZIONE.value, sezione=sezione,
        proposta_il=ADESSO - timedelta(days=3),
    )  # fmt: skip
    dovere = quello(istituto, "sezione")
    assert (dovere.ruolo, dovere.entro_il) == (Ruolo.DIRIGENTE, OGGI + timedelta(days=12))
    assert "1 patto" in dovere.titolo
    SedutaFactory(istituto=istituto, organo=sezione, convocata=True)
    assert chiavi(istituto) == set()


def test_a_commission_that_has_done_its_duty_is_asked_nothing(istituto, commissione):
    assert chiavi(istituto) == set()


def test_plenary_sittings_that_are_missing(istituto, commissione):
    commissione.sedute.update(stato=StatoSeduta.REVOCATA)
    inizio, fine = (
        quello(istituto, f"plenaria.{commissione.pk}.2023.{quale}") for quale in ("inizio", "fine")
    )
    assert (inizio.entro_il, fine.entro_il) == (date(2023, 10, 31), date(2024, 6, 30))
    assert inizio.perche[0].fonte.endswith("art. 4")
    # In autumn nobody asks for that of the end.
    assert {c for c in chiavi(istituto, date(2023, 11, 2)) if "plenaria" in c} == {inizio.chiave}


def test_the_list_is_brought_up_to_date_every_year(istituto, commissione):
    oggi = date(2024, 9, 2)
    dovere = quello(istituto, "elenco", oggi)
    assert (dovere.ruolo, dovere.entro_il) == (Ruolo.DIRIGENTE, date(2024, 10, 31))
    MandatoFactory(istituto=istituto, organo=commissione, dal=oggi, componente=Componente.DOCENTI)
    assert not any("elenco" in chiave for chiave in chiavi(istituto, oggi))


# Signatures


def test_an_approved_agreement_is_signed_by_who_learns_and_by_the_tutor(istituto, corsista):
    versione = approvata(corsista)
    suo, della_scuola, attesa = (
        quello(istituto, inizio) for inizio in ("firma.", "firma_scuola.", "attesa_firme.")
    )
    assert (suo.persona, suo.pagina) == (corsista.persona_id, "patto:mio_di")
    assert suo.entro_il == OGGI + timedelta(days=10)
    assert "Leggilo" in suo.lettera
    assert della_scuola.persona == attesa.persona == corsista.tutor_id
    firma(versione, Parte.ADULTO, corsista.persona)
    assert chiavi(istituto) == {della_scuola.chiave}
    firma(versione, Parte.SCUOLA, corsista.tutor)
    assert chiavi(istituto) == set()


def test_of_a_minor_signs_who_answers_unless_a_court_has_limited_it(istituto, corsista):
    corsista.persona.data_nascita = date(2007, 9, 12)
    corsista.persona.save()
    madre, padre = (
        ResponsabilitaFactory(istituto=istituto, studente=corsista.persona, limite=limite).adulto
        for limite in ("", "Tribunale di Nola, 3 maggio 2023")
    )
    versione = approvata(corsista)
    suoi = {d.persona for d in cose_da_fare(istituto.pk, OGGI).doveri if "patto.firma." in d.chiave}
    assert suoi == {madre.pk}
    assert padre.pk not in suoi
    firma(versione, Parte.RESPONSABILE, madre)
    # Once of age, what the mother signed stays good: nobody signs again.
    assert not any("patto.firma." in c for c in chiavi(istituto, date(2025, 9, 12)))


def test_the_desk_says_how_long_ago_it_was_approved(istituto, corsista):
    approvata(corsista)
    pianifica(istituto.pk, ADESSO)
    riga = Scadenza.objects.get(persona=corsista.persona)
    assert descrive(istituto.pk, [riga])[riga.pk].startswith("Approvato ")


def test_the_tutor_reminds_in_one_click_once_a_day(istituto, corsista):
    approvata(corsista)
    pianifica(istituto.pk, ADESSO)
    IncaricoFactory(
        istituto=istituto, persona=corsista.tutor, ruolo=Ruolo.TUTOR, cattedra=None, classe=None
    )
    tutor = contesto(corsista.tutor)
    riga = Scadenza.objects.get(chiave=f"patto.attesa_firme.{corsista.tutor_id}")
    [azione] = azioni(tutor, [riga])[riga.pk]
    assert azione.verbo == "Ricorda a 1 persona"
    assert azione.compi(autore=tutor, adesso=ADESSO) == "Promemoria a 1 persona."
    assert Promemoria.objects.filter(destinatario=corsista.persona).count() == 1
    with pytest.raises(AzioneRifiutata):
        azione.compi(autore=tutor, adesso=ADESSO)
    # The row is of the tutor: nobody else finds a button on it.
    altro = contesto(IncaricoFactory(istituto=istituto, dirigente=True).persona)
    assert azioni(altro, [riga]) == {}


# Attendance


def lezioni(corsista, *giorni, a_distanza=False, frequenta=()):
    """A plan of 36 hours in one unit, and its lessons of three hours."""
    istituto = corsista.istituto
    quadro = QuadroOrarioFactory(istituto=istituto, anno_scolastico=corsista.anno_scolastico)
    unita = UnitaApprendimentoFactory(istituto=istituto, quadro=quadro, ore=Decimal(36))
    versione = approvata(corsista, ore_totali=Decimal(40), ore_accoglienza=Decimal(4))
    UnitaDelPattoFactory(istituto=istituto, versione=versione, unita=unita, ore=Decimal(36))
    firma(versione, Parte.ADULTO, corsista.persona, AUTUNNO)
    firma(versione, Parte.SCUOLA, corsista.tutor, AUTUNNO)
    gruppo = GruppoFactory(istituto=istituto, anno_scolastico=corsista.anno_scolastico)
    MembroFactory(istituto=istituto, gruppo=gruppo, corsista=corsista)
    fatte = []
    for giorno in giorni:
        lezione = LezioneFactory(
            istituto=istituto, gruppo=gruppo, unita=unita, giorno=giorno, a_distanza=a_distanza,
            docente=corsista.tutor,
        )  # fmt: skip
        models.Presenza.objects.create(
            istituto=istituto, lezione=lezione, corsista=corsista,
            ore=Decimal(3) if giorno in frequenta else Decimal(0),
        )  # fmt: skip
        fatte.append(lezione)
    return fatte


GIORNI = [OGGI - timedelta(days=7 * n) for n in range(1, 9)]


def test_attendance_at_risk_is_of_the_tutor_and_the_person_is_told_kindly(istituto, corsista):
    lezioni(corsista, *GIORNI, frequenta=GIORNI[:2])
    dovere = quello(istituto, "rischio")
    assert (dovere.persona, dovere.pagina) == (corsista.tutor_id, "patto:frequenza")
    assert dovere.entro_il.weekday() == 5
    for _ in range(2):
        pianifica(istituto.pk, ADESSO)
    promemoria = Promemoria.objects.get(destinatario=corsista.persona)
    assert "6 ore" in promemoria.testo
    assert "24 ore" in promemoria.testo
    assert ancora_dovuto(promemoria, ADESSO)
    models.Corsista.objects.update(
        stato=StatoCorsista.RITIRATO.value, chiuso_il=OGGI, motivo_chiusura="lascia"
    )
    assert not ancora_dovuto(promemoria, ADESSO)


def test_who_comes_is_not_at_risk(istituto, corsista):
    lezioni(corsista, *GIORNI, frequenta=GIORNI)
    assert chiavi(istituto) == set()


def test_two_months_of_silence_are_of_the_office_until_a_sign_comes(istituto, corsista):
    giorni = [date(2024, 1, 15), *(date(2024, 1, 22) + timedelta(days=7 * n) for n in range(16))]
    lezioni(corsista, *giorni, frequenta=giorni[:1])
    dovere = quello(istituto, "silenzio")
    assert dovere.chiave == f"patto.silenzio.avvisare.{corsista.pk}"
    assert (dovere.ruolo, dovere.visibile_dal) == (Ruolo.SEGRETERIA_DIDATTICA, date(2024, 3, 23))
    assert "oltre 2 mesi" in dovere.titolo
    models.Segno.objects.create(
        istituto=istituto, corsista=corsista, giorno=OGGI, mezzo=MezzoSegno.TELEFONO.value,
        testo="Torna lunedì.", registrato_da=corsista.tutor, registrato_il=ADESSO,
    )  # fmt: skip
    assert not any("silenzio" in chiave for chiave in chiavi(istituto))


def test_a_withdrawal_is_of_who_directs(istituto, corsista):
    giorni = [date(2024, 1, 15), date(2024, 1, 22)]
    lezioni(corsista, *giorni, frequenta=giorni[:1])
    models.AvvisoAssenza.objects.create(
        istituto=istituto, corsista=corsista, genere=GenereAvviso.ASSENZA.value,
        giorno=date(2024, 4, 2), mandato_da=corsista.tutor, mandato_il=ADESSO,
    )  # fmt: skip
    dovere = quello(istituto, "silenzio")
    assert dovere.chiave == f"patto.silenzio.ritirare.{corsista.pk}"
    assert dovere.ruolo == Ruolo.DIRIGENTE


def test_hours_at_a_distance_wait_for_their_teacher(istituto, corsista):
    [lezione] = lezioni(corsista, OGGI - timedelta(days=7), a_distanza=True,
                        frequenta=[OGGI - timedelta(days=7)])  # fmt: skip
    dovere = quello(istituto, "distanza")
    assert (dovere.persona, dovere.entro_il) == (lezione.docente_id, OGGI + timedelta(days=8))
    models.Presenza.objects.update(
        verificata_il=ADESSO, verificata_da=lezione.docente, verifica="prova in linea"
    )
    assert not any("distanza" in chiave for chiave in chiavi(istituto))


# All of them


def test_what_is_to_do_names_nobody(istituto, corsista):
    corsista.persona.cognome, corsista.persona.nome = "Zanobini", "Ermelinda"
    corsista.persona.save()
    straniero(corsista)
    lezioni(corsista, *GIORNI)
    DossierFactory(istituto=istituto, corsista=corsista)
    trovati = cose_da_fare(istituto.pk, OGGI).doveri
    assert len(trovati) >= 4
    for dovere in trovati:
        detto = f"{dovere.titolo} {dovere.dettaglio} {dovere.lettera} {dovere.perche}"
        assert "Zanobini" not in detto
        assert "Ermelinda" not in detto


def test_the_desk_follows_the_tables(istituto, corsista):
    """Put there, moved, taken away, put back."""
    scheda = carta(straniero(corsista), scade=OGGI + timedelta(days=10))
    for scade, entro, aperta in (
        (10, OGGI + timedelta(days=10), True),
        (20, OGGI + timedelta(days=20), True),
        (200, OGGI + timedelta(days=20), False),
        (5, OGGI + timedelta(days=5), True),
    ):
        scheda.scade = OGGI + timedelta(days=scade)
        scheda.save()
        pianifica(istituto.pk, ADESSO)
        riga = Scadenza.objects.get(chiave=f"patto.permesso.{corsista.pk}")
        assert (riga.entro_il, riga.chiusa_il is None) == (entro, aperta)


def test_a_second_tick_writes_nothing(istituto, corsista, commissione):
    lezioni(corsista, *GIORNI)
    carta(straniero(corsista), scade=OGGI + timedelta(days=7))
    DossierFactory(istituto=istituto, corsista=corsista)
    pianifica(istituto.pk, ADESSO)
    with CaptureQueriesContext(connection) as lette:
        pianifica(istituto.pk, ADESSO + timedelta(minutes=1))
    scritte = [q["sql"] for q in lette if not q["sql"].startswith(("SELECT", "SAVE", "RELEASE"))]
    assert scritte == []


def test_reminders_leave_once_and_only_while_they_are_true(istituto, corsista):
    scheda = carta(straniero(corsista), scade=OGGI + timedelta(days=7))
    for _ in range(2):
        pianifica(istituto.pk, ADESSO)
    promemoria = Promemoria.objects.get()  # nobody holds the office here
    assert promemoria.destinatario == corsista.persona
    assert "Intanto puoi venire a scuola." in promemoria.testo
    assert ancora_dovuto(promemoria, ADESSO)
    scheda.scade = OGGI + timedelta(days=400)
    scheda.save()
    pianifica(istituto.pk, ADESSO)
    assert not ancora_dovuto(promemoria, ADESSO)


def test_the_queries_do_not_grow_with_what_is_to_do(istituto, anno, corsista):
    quante = []
    lezioni(corsista, *GIORNI)
    for righe in (1, 30):
        for _ in range(righe):
            altro = CorsistaFactory(
                istituto=istituto, offerta=corsista.offerta, tutor=corsista.tutor
            )
            carta(straniero(altro), scade=OGGI + timedelta(days=200))
            DossierFactory(istituto=istituto, corsista=altro)
            approvata(altro)
        with CaptureQueriesContext(connection) as lette:
            cose_da_fare(istituto.pk, OGGI)
        quante.append(len(lette))
    assert quante[0] == quante[1]
    assert quante[1] <= 45


def test_a_school_where_nobody_enrols_asks_one_thing_only(django_assert_num_queries):
    scuola = IstitutoFactory(tipo=TipoIstituto.SUPERIORE)
    tenancy.imposta(istituto_id=scuola.pk)
    with django_assert_num_queries(2):
        assert cose_da_fare(scuola.pk, OGGI).doveri == []


# The whole institute


def test_the_line_and_the_graphs_for_the_whole_institute(istituto, corsista):
    dirigente = contesto(IncaricoFactory(istituto=istituto, dirigente=True).persona)
    assert grafici(dirigente) == []
    lezioni(corsista, *GIORNI, frequenta=GIORNI[:2])
    detto = riassunto(dirigente)
    assert detto.in_corso == 1
    assert detto.frase == (
        "1 persona iscritta: nessun patto sottoscritto, 1 da firmare; "
        "1 persona con la frequenza a rischio."
    )
    firme, frequenza = grafici(dirigente)
    assert firme.lettura == "1 patto approvato aspetta una firma."
    [gruppo] = frequenza.gruppi
    assert [barra.esito for barra in gruppo.barre] == ["0 su 1"]


def test_a_school_that_is_no_centre_has_no_line():
    scuola = IstitutoFactory(tipo=TipoIstituto.SUPERIORE)
    tenancy.imposta(istituto_id=scuola.pk)
    dirigente = contesto(IncaricoFactory(istituto=scuola, dirigente=True).persona)
    assert riassunto(dirigente) is None
    assert grafici(dirigente) == []


def test_a_sitting_that_is_only_convened_is_not_told_as_held(istituto, commissione):
    commissione.sedute.update(stato=StatoSeduta.REVOCATA)
    # One convened for the end of the year: that of the beginning is still asked for.
    SedutaFactory(istituto=istituto, organo=commissione, convocata=True)
    [dovere] = [quello(istituto, "plenaria")]
    assert ".inizio" in dovere.chiave
    assert "nessuna tenuta" in dovere.perche[0].testo


def test_a_reminder_is_only_for_who_still_signs(istituto, corsista):
    versione = approvata(corsista)
    chiave = f"patto_formativo.firma.{versione.pk}.adulto.2024-06-05"
    per_chi = {
        persona: Promemoria(
            istituto=istituto, tipo="patto_formativo.firma", chiave=f"{chiave}.{persona.pk}",
            riferimento=f"versione/{versione.pk}", destinatario=persona,
        )
        for persona in (corsista.persona, PersonaFactory(istituto=istituto))
    }  # fmt: skip
    assert [ancora_dovuto(p, ADESSO) for p in per_chi.values()] == [True, False]
    firma(versione, Parte.ADULTO, corsista.persona)
    assert not ancora_dovuto(per_chi[corsista.persona], ADESSO)


def test_a_request_is_told_to_the_tutor_of_now_until_it_is_answered(istituto, corsista):
    versione = approvata(corsista)
    richiesta = models.RichiestaModifica.objects.create(
        istituto=istituto, versione=versione, chiede=corsista.persona, testo="Altro orario",
        chiesta_il=ADESSO,
    )  # fmt: skip
    nuova, di_altri, risposta = (
        Promemoria(
            istituto=istituto, tipo="patto_formativo.richiesta", destinatario=persona,
            chiave=f"patto_formativo.richiesta.{richiesta.pk}.{quale}",
            riferimento=f"richiesta/{richiesta.pk}",
        )
        for persona, quale in (
            (corsista.tutor, "nuova"),
            (PersonaFactory(istituto=istituto), "nuova"),
            (corsista.persona, "risposta"),
        )
    )  # fmt: skip
    assert [ancora_dovuto(p, ADESSO) for p in (nuova, di_altri, risposta)] == [True, False, True]
    richiesta.risposta, richiesta.risposta_il, richiesta.risponde = "Sì", ADESSO, corsista.tutor
    richiesta.save()
    assert [ancora_dovuto(p, ADESSO) for p in (nuova, risposta)] == [False, True]
