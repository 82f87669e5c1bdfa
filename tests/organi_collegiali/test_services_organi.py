"""Organs, mandates, elections in PostgreSQL: what is written, what a refusal leaves as it was."""

from datetime import date, timedelta

import pytest

from cpia.atti.models import Operazione
from cpia.norme.enums import ParitaPersone
from cpia.norme.errori import AttoRifiutato
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola import tenancy
from cpia.scuola.enums import Ruolo
from organi_collegiali.enums import (
    Cambiamento,
    Carica,
    Componente,
    Presenza,
    RegolaPresidente,
    RegolaSegretario,
    StatoSeduta,
    TipoOrgano,
    Titolo,
)
from organi_collegiali.models import Composizione, Mandato, OrganoCollegiale
from organi_collegiali.queries.cariche import mandati, organi_propri
from organi_collegiali.queries.convocazione.invitabili import invitabili
from organi_collegiali.queries.organi.decadenze import assenze_di
from organi_collegiali.queries.organi.durata import fine_mandato
from organi_collegiali.queries.organi.elettorato import eleggibili
from organi_collegiali.queries.organi.elezioni import Cifre, Risultati, esito_con, esito_di
from organi_collegiali.queries.organi.giunta import fuori_dal_consiglio
from organi_collegiali.queries.organi.subentri import subentro_di
from organi_collegiali.rules.organi.composizione import Scuola, composizione_di_legge
from organi_collegiali.services.organi.elezioni import (
    aggiunge_candidato,
    indice_elezione,
    proclama_elezione,
    scrive_risultati,
)
from organi_collegiali.services.organi.mandati import allinea_di_diritto, dichiara_decadenza
from organi_collegiali.services.organi.nomine import (
    DatiMandato,
    cessa_mandato,
    conferisci_carica,
    nomina_componente,
)
from organi_collegiali.services.organi.organi import (
    DatiOrgano,
    costituisce_organo,
    modifica_organo,
    rinnova_organo,
)
from organi_collegiali.services.organi.subentri import fa_subentrare
from tests.factories.organi import (
    ConvocatoFactory,
    MandatoFactory,
    MovimentoFactory,
    OrganoFactory,
    SedutaFactory,
)
from tests.factories.scuola import (
    ADESSO,
    CattedraFactory,
    IncaricoFactory,
    IstitutoFactory,
    PersonaFactory,
    contesto,
)

OGGI = ADESSO.date()
DAL = OGGI - timedelta(days=400)
ATTO = "decreto n. 31"


@pytest.fixture
def istituto(db):
    istituto = IstitutoFactory()
    tenancy.imposta(istituto_id=istituto.pk)
    return istituto


@pytest.fixture
def autore(istituto):
    chi = PersonaFactory(istituto=istituto)
    IncaricoFactory(istituto=istituto, persona=chi, ruolo=Ruolo.DIRIGENTE, dal=DAL)
    return contesto(chi)


def organo_di(istituto, tipo=TipoOrgano.CONSIGLIO_ISTITUTO, alunni=800, **altro):
    organo = OrganoFactory(istituto=istituto, tipo=tipo, **altro)
    Composizione.objects.bulk_create(
        Composizione(
            istituto=istituto, organo=organo, componente=s.componente, posti=s.posti,
            con_voto=s.con_voto, titolo=s.titolo, fonte=s.fonte,
        )
        for s in composizione_di_legge(tipo, Scuola.PRIMO_CICLO, alunni)
    )  # fmt: skip
    return organo


def docente(istituto, **altro):
    chi = PersonaFactory(istituto=istituto)
    cattedra = CattedraFactory(istituto=istituto)
    return IncaricoFactory(
        istituto=istituto, persona=chi, ruolo=Ruolo.DOCENTE, cattedra=cattedra, dal=DAL, **altro
    )


def siede(organo, **altro):
    persona = altro.pop("persona", None) or PersonaFactory(istituto=organo.istituto)
    base = {"componente": Componente.GENITORI, "titolo": Titolo.ELETTO, "dal": DAL}
    return MandatoFactory(istituto=organo.istituto, organo=organo, persona=persona, **base | altro)


def chiama(organo, mandato, *presenze):
    """One sitting held for each answer of the roll call, the oldest first."""
    for posto, presenza in enumerate(presenze):
        seduta = SedutaFactory(
            istituto=organo.istituto, organo=organo, chiusa=True,
            inizio_previsto=ADESSO - timedelta(days=90 - posto),
        )  # fmt: skip
        ConvocatoFactory(
            istituto=organo.istituto, seduta=seduta, mandato=mandato, presenza=presenza
        )


def azioni():
    return list(Operazione.objects.order_by("pk").values_list("azione", flat=True))


# By right


def test_members_by_right_follow_the_roles_of_today(istituto, autore):
    collegio = organo_di(istituto, TipoOrgano.COLLEGIO)
    primo, secondo = docente(istituto), docente(istituto)
    quanti = allinea_di_diritto(autore=autore, adesso=ADESSO, organo=collegio)
    assert quanti == 3
    in_carica = {m.persona_id: m for m in mandati(collegio, OGGI)}
    assert set(in_carica) == {autore.persona.pk, primo.persona_id, secondo.persona_id}
    assert {m.titolo for m in in_carica.values()} == {Titolo.DI_DIRITTO}
    assert in_carica[autore.persona.pk].componente == Componente.DIRIGENTE
    assert allinea_di_diritto(autore=autore, adesso=ADESSO, organo=collegio) == 0
    assert azioni() == ["allinea componenti di diritto"]
    secondo.al = OGGI
    secondo.save(update_fields=["al"])
    domani = contesto(autore.persona, ADESSO + timedelta(days=1))
    assert allinea_di_diritto(autore=domani, adesso=domani.adesso, organo=collegio) == 1
    cessato = Mandato.objects.get(persona=secondo.persona)
    assert (cessato.al, cessato.cessato_per) == (OGGI, Cambiamento.REQUISITI)
    assert organi_propri(contesto(primo.persona)) == {collegio.pk}


def test_a_substitute_sits_instead_of_who_is_replaced(istituto, autore):
    collegio = organo_di(istituto, TipoOrgano.COLLEGIO)
    titolare = docente(istituto)
    supplente = IncaricoFactory(
        istituto=istituto, persona=PersonaFactory(istituto=istituto), ruolo=Ruolo.DOCENTE,
        cattedra=titolare.cattedra, sostituisce=titolare, dal=OGGI,
    )  # fmt: skip
    allinea_di_diritto(autore=autore, adesso=ADESSO, organo=collegio)
    chi = {m.persona_id for m in mandati(collegio, OGGI)}
    assert supplente.persona_id in chi
    assert titolare.persona_id not in chi


def test_the_council_of_a_class_is_of_its_teachers(istituto, autore):
    suo, altrui = docente(istituto), docente(istituto)
    consiglio = organo_di(
        istituto, TipoOrgano.CONSIGLIO_CLASSE, classe=suo.cattedra.classe,
        regola_presidente=RegolaPresidente.DELEGATO,
    )  # fmt: skip
    madre = siede(consiglio)
    allinea_di_diritto(autore=autore, adesso=ADESSO, organo=consiglio)
    chi = {m.persona_id for m in mandati(consiglio, OGGI)}
    assert chi == {autore.persona.pk, suo.persona_id, madre.persona_id}
    assert altrui.persona_id not in chi


# Absences


def test_who_is_absent_three_times_in_a_row_lapses(istituto, autore):
    consiglio = organo_di(istituto)
    madre = siede(consiglio)
    chiama(consiglio, madre, *[Presenza.ASSENTE_INGIUSTIFICATO] * 3)
    giudizio = assenze_di(consiglio, OGGI)[madre.pk]
    assert (giudizio.di_seguito, giudizio.decade) == (3, True)
    dichiara_decadenza(autore=autore, adesso=ADESSO, mandato_id=madre.pk, atto=ATTO)
    madre.refresh_from_db()
    assert (madre.al, madre.cessato_per) == (OGGI - timedelta(days=1), Cambiamento.DECADENZA)
    assert madre not in mandati(consiglio, OGGI)
    assert azioni() == ["dichiara decadenza"]
    assert Operazione.objects.get().dati == {"mandato": madre.pk, "assenze": 3, "atto": ATTO}


@pytest.mark.parametrize(
    ("presenze", "codice"),
    [
        (["assente_ingiustificato"] * 2, "assenze_poche"),
        (["assente_ingiustificato"] * 3 + ["assente_giustificato"], "nessuna_assenza"),
        (["assente_ingiustificato"] * 3 + ["presente"], "nessuna_assenza"),
        ([], "nessuna_assenza"),
    ],
)
def test_before_the_third_absence_nobody_lapses(istituto, autore, presenze, codice):
    consiglio = organo_di(istituto)
    madre = siede(consiglio)
    chiama(consiglio, madre, *map(Presenza, presenze))
    with pytest.raises(AttoRifiutato) as rifiuto:
        dichiara_decadenza(autore=autore, adesso=ADESSO, mandato_id=madre.pk, atto=ATTO)
    assert [v.codice for v in rifiuto.value.violazioni] == [codice]
    assert Mandato.objects.get(pk=madre.pk).cessato_per == ""
    assert azioni() == []


def test_who_came_in_late_was_there_and_who_sits_by_right_never_lapses(istituto, autore):
    consiglio = organo_di(istituto)
    madre = siede(consiglio)
    dirigente = siede(consiglio, componente=Componente.DIRIGENTE, titolo=Titolo.DI_DIRITTO)
    for mandato in (madre, dirigente):
        chiama(consiglio, mandato, *[Presenza.ASSENTE_INGIUSTIFICATO] * 3)
    ultimo = consiglio.sedute.filter(convocati__mandato=madre).first().convocati.get()
    MovimentoFactory(istituto=istituto, convocato=ultimo, entra=True)
    assert assenze_di(consiglio, OGGI) == {}
    with pytest.raises(AttoRifiutato):
        dichiara_decadenza(autore=autore, adesso=ADESSO, mandato_id=dirigente.pk)


def test_a_sitting_that_was_not_held_counts_for_who_did_not_come(istituto):
    consiglio = organo_di(istituto)
    madre = siede(consiglio)
    chiama(consiglio, madre, *[Presenza.ASSENTE_INGIUSTIFICATO] * 2)
    consiglio.sedute.update(stato=StatoSeduta.DESERTA)
    assert assenze_di(consiglio, OGGI)[madre.pk].ancora_una


# Given, ended, offices


def nuovo(persona, **altro):
    base = {
        "componente": Componente.GENITORI, "titolo": Titolo.ELETTO, "dal": OGGI, "atto": ATTO,
    }  # fmt: skip
    return DatiMandato(persona=persona, **base | altro)


def test_a_seat_is_given_until_there_are(istituto, autore):
    consiglio = organo_di(istituto)
    for _ in range(8):
        siede(consiglio)
    in_piu = nuovo(PersonaFactory(istituto=istituto))
    with pytest.raises(AttoRifiutato) as rifiuto:
        nomina_componente(autore=autore, adesso=ADESSO, organo_id=consiglio.pk, dati=in_piu)
    assert rifiuto.value.violazioni[0].codice == "posti_esauriti"
    assert "art. 8" in rifiuto.value.violazioni[0].fonte
    ata = nuovo(PersonaFactory(istituto=istituto), componente=Componente.ATA)
    mandato = nomina_componente(autore=autore, adesso=ADESSO, organo_id=consiglio.pk, dati=ata)
    assert mandato in mandati(consiglio, OGGI)
    assert azioni() == ["nomina componente di organo"]


@pytest.mark.parametrize(
    ("altro", "codice"),
    [
        ({"componente": Componente.STUDENTI}, "componente_non_prevista"),
        ({"con_voto": False}, "componente_non_prevista"),
        ({"titolo": Titolo.NOMINATO}, "titolo_non_previsto"),
        ({"al": OGGI - timedelta(days=1)}, "al_prima_del_dal"),
        ({"dal": date(2020, 1, 1)}, "prima_dell_organo"),
    ],
)
def test_a_seat_that_is_not_there_is_refused(istituto, autore, altro, codice):
    consiglio = organo_di(istituto)
    with pytest.raises(AttoRifiutato) as rifiuto:
        nomina_componente(
            autore=autore, adesso=ADESSO, organo_id=consiglio.pk,
            dati=nuovo(PersonaFactory(istituto=istituto), **altro),
        )  # fmt: skip
    assert rifiuto.value.violazioni[0].codice == codice
    assert not Mandato.objects.exists()


def test_no_seat_is_for_whose_identity_nobody_has_checked(istituto, autore):
    consiglio = organo_di(istituto)
    chi = PersonaFactory(istituto=istituto, identita_da_accertare=True)
    with pytest.raises(AttoRifiutato) as rifiuto:
        nomina_componente(
            autore=autore, adesso=ADESSO, organo_id=consiglio.pk, dati=nuovo(chi),
        )  # fmt: skip
    assert rifiuto.value.violazioni[0].codice == "identita_da_accertare"
    assert not Mandato.objects.exists()
    assert not invitabili(istituto.pk).filter(pk=chi.pk).exists()


def test_nobody_sits_twice_and_a_substitute_takes_no_seat(istituto, autore):
    garanzia = organo_di(
        istituto, TipoOrgano.ORGANO_GARANZIA, regola_presidente=RegolaPresidente.DIRIGENTE
    )
    titolare = siede(garanzia, componente=Componente.DOCENTI, titolo=Titolo.DESIGNATO)
    supplente = nuovo(
        PersonaFactory(istituto=istituto), componente=Componente.DOCENTI,
        titolo=Titolo.DESIGNATO, supplente_di=titolare,
    )  # fmt: skip
    nomina_componente(autore=autore, adesso=ADESSO, organo_id=garanzia.pk, dati=supplente)
    assert list(mandati(garanzia, OGGI)) == [titolare]
    with pytest.raises(AttoRifiutato) as rifiuto:
        nomina_componente(autore=autore, adesso=ADESSO, organo_id=garanzia.pk, dati=supplente)
    assert rifiuto.value.violazioni[0].codice == "siede_gia"


def test_a_mandate_ends_before_its_term_once(istituto, autore):
    consiglio = organo_di(istituto)
    madre = siede(consiglio, al=OGGI + timedelta(days=400))
    fine = {"autore": autore, "adesso": ADESSO, "mandato_id": madre.pk, "atto": ATTO}
    with pytest.raises(AttoRifiutato):
        cessa_mandato(**fine, motivo=Cambiamento.DIMISSIONI, ultimo_giorno=DAL - timedelta(days=1))
    with pytest.raises(AttoRifiutato):
        cessa_mandato(**fine, motivo=Cambiamento.DECADENZA, ultimo_giorno=OGGI)
    assert azioni() == []
    cessa_mandato(**fine, motivo=Cambiamento.DIMISSIONI, ultimo_giorno=OGGI)
    madre.refresh_from_db()
    assert (madre.al, madre.cessato_per) == (OGGI, Cambiamento.DIMISSIONI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        cessa_mandato(**fine, motivo=Cambiamento.REQUISITI, ultimo_giorno=OGGI)
    assert rifiuto.value.violazioni[0].codice == "mandato_cessato"
    assert azioni() == ["cessa mandato"]


def test_an_office_passes_from_one_to_the_other(istituto, autore):
    consiglio = organo_di(istituto)
    prima, poi = siede(consiglio, carica=Carica.PRESIDENTE), siede(consiglio)
    maestro = siede(consiglio, componente=Componente.DOCENTI)
    con = {"autore": autore, "adesso": ADESSO, "carica": Carica.PRESIDENTE, "atto": ATTO}
    with pytest.raises(AttoRifiutato) as rifiuto:
        conferisci_carica(mandato_id=maestro.pk, **con)
    assert rifiuto.value.violazioni[0].codice == "carica_non_genitore"
    conferisci_carica(mandato_id=poi.pk, **con)
    cariche = dict(Mandato.objects.values_list("pk", "carica"))
    assert (cariche[prima.pk], cariche[poi.pk]) == ("", "presidente")
    conferisci_carica(mandato_id=poi.pk, **con | {"carica": None})
    assert not Mandato.objects.exclude(carica="").exists()
    conferisci_carica(mandato_id=maestro.pk, **con | {"carica": Carica.SEGRETARIO})


@pytest.mark.parametrize(
    ("dal", "al"),
    [
        (date(2022, 11, 28), date(2025, 8, 31)),
        # In the middle of the term: with the others, not three years later.
        (date(2024, 6, 5), date(2025, 8, 31)),
        (date(2025, 9, 1), date(2028, 8, 31)),
        (date(2022, 10, 1), date(2025, 8, 31)),
    ],
)
def test_who_comes_in_later_ends_with_the_organ(istituto, dal, al):
    consiglio = organo_di(istituto, rinnovato_il=date(2022, 11, 28))
    assert fine_mandato(consiglio, dal) == al


# Elections


def aperta(organo, autore, *, posti=2, liste=(), componente=Componente.GENITORI):
    return indice_elezione(
        autore=autore, adesso=ADESSO, organo_id=organo.pk, componente=componente, posti=posti,
        votata_il=OGGI, dal=OGGI, al=date(2026, 8, 31), liste=liste,
    )  # fmt: skip


def genitore(istituto, **altro):
    chi = PersonaFactory(istituto=istituto, **altro)
    IncaricoFactory(istituto=istituto, persona=chi, ruolo=Ruolo.RESPONSABILE, dal=DAL)
    return chi


def candida(elezione, autore, *nomi, lista=""):
    return [
        aggiunge_candidato(
            autore=autore, adesso=ADESSO, elezione_id=elezione.pk, lista=lista,
            persona=genitore(autore.istituto, cognome=nome),
        )
        for nome in nomi
    ]  # fmt: skip


def voti(righe, *quanti):
    return {riga.pk: Cifre(numero) for riga, numero in zip(righe, quanti, strict=True)}


def test_an_election_by_lists_makes_the_mandates(istituto, autore):
    consiglio = organo_di(istituto)
    elezione = aperta(consiglio, autore, posti=3, liste=("I", "II"))
    prima = candida(elezione, autore, "Abba", "Bice", "Cora", lista="I")
    seconda = candida(elezione, autore, "Dina", "Elsa", lista="II")
    cifre = Risultati(
        voti(elezione.liste.all(), 60, 25),
        voti(prima, 3, 9, 1) | voti(seconda, 2, 5),
    )
    con = {"autore": autore, "adesso": ADESSO, "elezione_id": elezione.pk}
    esito = esito_con(elezione, cifre, OGGI)
    assert esito.posti_per_lista == {"I": 2, "II": 1}
    assert not elezione.candidature.exclude(voti=0).exists(), "a trial writes nothing"
    assert scrive_risultati(**con, risultati=cifre) == esito
    proclama_elezione(**con, atto="verbale del seggio")
    eletti = {m.persona.cognome: m for m in mandati(consiglio, OGGI)}
    assert set(eletti) == {"Bice", "Abba", "Elsa"}
    assert eletti["Elsa"].lista == "II"
    assert eletti["Elsa"].al == date(2026, 8, 31)
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrive_risultati(**con, risultati=cifre)
    assert rifiuto.value.violazioni[0].codice == "gia_proclamata"
    assert azioni()[-1] == "proclama eletti"


def test_a_tie_stops_the_proclamation_until_the_lot_is_drawn(istituto, autore):
    consiglio = organo_di(istituto, TipoOrgano.CONSIGLIO_CLASSE)
    elezione = aperta(consiglio, autore, posti=1)
    prima, seconda = candida(elezione, autore, "Abba", "Bice")
    con = {"autore": autore, "adesso": ADESSO, "elezione_id": elezione.pk}
    scrive_risultati(**con, risultati=Risultati(candidature=voti([prima, seconda], 7, 7)))
    with pytest.raises(AttoRifiutato) as rifiuto:
        proclama_elezione(**con, atto=ATTO)
    assert rifiuto.value.violazioni[0].codice == "parita"
    assert "215/1991" in rifiuto.value.violazioni[0].fonte
    assert not Mandato.objects.exists()
    estratti = {prima.pk: Cifre(7, 2), seconda.pk: Cifre(7, 1)}
    scrive_risultati(**con, risultati=Risultati(candidature=estratti))
    (mandato,) = proclama_elezione(**con, atto=ATTO)
    assert mandato.persona.cognome == "Bice"


def test_a_tie_goes_to_the_older_where_the_school_says_so(istituto, autore):
    comitato = organo_di(istituto, TipoOrgano.COLLEGIO)
    regolamento = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento", dal=DAL, atto="delibera"
    )
    Parametro.objects.create(
        istituto=istituto, regolamento=regolamento, articolo="art. 9",
        chiave="organi.collegio_docenti.parita.persone", valore=ParitaPersone.ANZIANITA,
    )  # fmt: skip
    elezione = aperta(comitato, autore, posti=1, componente=Componente.DOCENTI)
    for cognome, nascita in (("Giovane", date(1990, 1, 1)), ("Vecchia", date(1960, 1, 1))):
        chi = PersonaFactory(istituto=istituto, cognome=cognome, data_nascita=nascita)
        aggiunge_candidato(autore=autore, adesso=ADESSO, elezione_id=elezione.pk, persona=chi)
    elezione.candidature.update(voti=4)
    esito = esito_di(elezione, OGGI)
    assert elezione.candidature.get(pk=esito.eletti[0]).persona.cognome == "Vecchia"
    assert any("art. 9" in motivo.fonte for motivo in esito.perche)


def test_who_left_is_replaced_by_the_first_of_the_same_list(istituto, autore):
    consiglio = organo_di(istituto)
    elezione = aperta(consiglio, autore, posti=2, liste=("I", "II"))
    prima = candida(elezione, autore, "Abba", "Bice", "Cora", lista="I")
    seconda = candida(elezione, autore, "Dina", "Elsa", lista="II")
    con = {"autore": autore, "adesso": ADESSO}
    cifre = Risultati(
        voti(elezione.liste.all(), 30, 20), voti(prima, 9, 1, 4) | voti(seconda, 8, 7)
    )
    scrive_risultati(**con, elezione_id=elezione.pk, risultati=cifre)
    abba, _ = proclama_elezione(**con, elezione_id=elezione.pk, atto=ATTO)
    domani = contesto(autore.persona, ADESSO + timedelta(days=1))
    poi = {"autore": domani, "adesso": domani.adesso}
    subentra = {**poi, "mandato_id": abba.pk, "dal": domani.oggi, "atto": ATTO}
    with pytest.raises(AttoRifiutato) as rifiuto:
        fa_subentrare(**subentra)
    assert rifiuto.value.violazioni[0].codice == "posto_occupato"
    cessa_mandato(
        **con, mandato_id=abba.pk, motivo=Cambiamento.DIMISSIONI, ultimo_giorno=OGGI, atto=ATTO
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        fa_subentrare(**subentra | {"dal": date(2026, 9, 5)})
    assert rifiuto.value.violazioni[0].codice == "al_prima_del_dal"
    nuova = fa_subentrare(**subentra)
    # Cora has more preferences than Bice; Elsa has more than both, in the other list.
    assert nuova.persona.cognome == "Cora"
    assert (nuova.subentra_a, nuova.lista, nuova.al) == (abba, "I", date(2026, 8, 31))
    with pytest.raises(AttoRifiutato) as rifiuto:
        fa_subentrare(**subentra)
    assert rifiuto.value.violazioni[0].codice == "gia_subentrato"
    cessa_mandato(
        **poi, mandato_id=nuova.pk, motivo=Cambiamento.REQUISITI, ultimo_giorno=domani.oggi,
        atto=ATTO,
    )  # fmt: skip
    (bice,) = subentro_di(Mandato.objects.get(pk=nuova.pk), OGGI).primi
    assert bice.persona.cognome == "Bice"


def test_who_is_level_to_take_a_seat_is_drawn_by_lot(istituto, autore):
    consiglio = organo_di(istituto, TipoOrgano.CONSIGLIO_CLASSE)
    elezione = aperta(consiglio, autore, posti=1)
    righe = candida(elezione, autore, "Abba", "Bice", "Cora", "Dina")
    con = {"autore": autore, "adesso": ADESSO}
    cifre = Risultati(candidature=voti(righe, 9, 4, 4, 0))
    scrive_risultati(**con, elezione_id=elezione.pk, risultati=cifre)
    (abba,) = proclama_elezione(**con, elezione_id=elezione.pk, atto=ATTO)
    cessa_mandato(
        **con, mandato_id=abba.pk, motivo=Cambiamento.DIMISSIONI, ultimo_giorno=OGGI, atto=ATTO
    )
    domani = contesto(autore.persona, ADESSO + timedelta(days=1))
    subentra = {
        "autore": domani, "adesso": domani.adesso, "mandato_id": abba.pk, "dal": domani.oggi,
    }  # fmt: skip
    for estratto in (None, righe[3].pk):
        with pytest.raises(AttoRifiutato) as rifiuto:
            fa_subentrare(**subentra, estratto=estratto)
        assert [(v.codice, v.campo) for v in rifiuto.value.violazioni] == [
            ("sorteggio", "estratto")
        ]
        assert "215/1991" in rifiuto.value.violazioni[0].fonte
    nuova = fa_subentrare(**subentra, estratto=righe[2].pk)
    assert nuova.persona.cognome == "Cora"
    cessa_mandato(
        autore=domani, adesso=domani.adesso, mandato_id=nuova.pk, motivo=Cambiamento.REQUISITI,
        ultimo_giorno=domani.oggi, atto=ATTO,
    )  # fmt: skip
    (bice,) = subentro_di(Mandato.objects.get(pk=nuova.pk), domani.oggi).primi
    assert bice.persona.cognome == "Bice"


def test_who_was_proclaimed_stays_so_whatever_the_rule_says_later(istituto, autore):
    """Drawn by lot; the regulation then prefers the older: the other one is not lost."""
    consiglio = organo_di(istituto, TipoOrgano.CONSIGLIO_CLASSE)
    elezione = aperta(consiglio, autore, posti=1)
    giovane, vecchia = (
        aggiunge_candidato(
            autore=autore, adesso=ADESSO, elezione_id=elezione.pk,
            persona=genitore(istituto, data_nascita=date(anno, 1, 1)),
        )
        for anno in (1990, 1960)
    )  # fmt: skip
    con = {"autore": autore, "adesso": ADESSO, "elezione_id": elezione.pk}
    cifre = {giovane.pk: Cifre(4, 1), vecchia.pk: Cifre(4, 2)}
    scrive_risultati(**con, risultati=Risultati(candidature=cifre))
    (eletta,) = proclama_elezione(**con, atto=ATTO)
    regolamento = Regolamento.objects.create(
        istituto=istituto, titolo="Regolamento", dal=DAL, atto="delibera"
    )
    Parametro.objects.create(
        istituto=istituto, regolamento=regolamento, articolo="art. 9",
        chiave="organi.consiglio_classe.parita.persone", valore=ParitaPersone.ANZIANITA,
    )  # fmt: skip
    assert eletta.persona == giovane.persona
    assert subentro_di(eletta, OGGI).primi == (vecchia,)


def test_who_has_no_title_to_sit_any_more_is_passed_over(istituto, autore):
    """D.Lgs. 297/1994 art. 35: «coloro che, in possesso di detti requisiti, risultino primi»."""
    consiglio = organo_di(istituto, TipoOrgano.CONSIGLIO_CLASSE)
    elezione = aperta(consiglio, autore, posti=1)
    righe = candida(elezione, autore, "Abba", "Bice", "Cora")
    con = {"autore": autore, "adesso": ADESSO, "elezione_id": elezione.pk}
    scrive_risultati(**con, risultati=Risultati(candidature=voti(righe, 9, 4, 2)))
    (abba,) = proclama_elezione(**con, atto=ATTO)
    righe[1].persona.incarichi.update(al=OGGI - timedelta(days=1))
    subentro = subentro_di(abba, OGGI)
    assert [c.persona.cognome for c in subentro.primi] == ["Cora"]
    assert [c.persona.cognome for c in subentro.senza_requisiti] == ["Bice"]


def test_an_exhausted_list_asks_for_an_election(istituto, autore):
    consiglio = organo_di(istituto)
    madre = siede(consiglio, al=OGGI - timedelta(days=1), cessato_per=Cambiamento.DIMISSIONI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        fa_subentrare(autore=autore, adesso=ADESSO, mandato_id=madre.pk, dal=OGGI, atto=ATTO)
    assert rifiuto.value.violazioni[0].codice == "lista_esaurita"


def test_nobody_is_proclaimed_who_sits_already(istituto, autore):
    consiglio = organo_di(istituto)
    madre = siede(consiglio)
    elezione = aperta(consiglio, autore, posti=1)
    riga = aggiunge_candidato(
        autore=autore, adesso=ADESSO, elezione_id=elezione.pk, persona=madre.persona
    )
    con = {"autore": autore, "adesso": ADESSO, "elezione_id": elezione.pk}
    scrive_risultati(**con, risultati=Risultati(candidature=voti([riga], 5)))
    with pytest.raises(AttoRifiutato) as rifiuto:
        proclama_elezione(**con, atto=ATTO)
    assert rifiuto.value.violazioni[0].codice == "siede_gia"
    assert Mandato.objects.count() == 1


def test_no_more_are_proclaimed_than_the_seats_that_are_free(istituto, autore):
    consiglio = organo_di(istituto)
    for _ in range(7):
        siede(consiglio)
    elezione = aperta(consiglio, autore, posti=2)
    righe = candida(elezione, autore, "Abba", "Bice")
    con = {"autore": autore, "adesso": ADESSO, "elezione_id": elezione.pk}
    scrive_risultati(**con, risultati=Risultati(candidature=voti(righe, 9, 4)))
    with pytest.raises(AttoRifiutato) as rifiuto:
        proclama_elezione(**con, atto=ATTO)
    assert rifiuto.value.violazioni[0].codice == "posti_occupati"
    assert "art. 8" in rifiuto.value.violazioni[0].fonte
    assert Mandato.objects.count() == 7
    rinnova_organo(autore=autore, adesso=ADESSO, organo_id=consiglio.pk, dal=OGGI, atto=ATTO)
    assert len(proclama_elezione(**con, atto=ATTO)) == 2


# Organs


def dati(**altro):
    base = {
        "nome": "Collegio dei docenti", "regola_presidente": RegolaPresidente.DIRIGENTE,
        "regola_segretario": RegolaSegretario.DESIGNATO, "dal": OGGI,
        "seggi": composizione_di_legge(TipoOrgano.COLLEGIO, Scuola.PRIMO_CICLO, 300),
    }  # fmt: skip
    return DatiOrgano(**base | altro)


def test_an_organ_is_formed_with_its_seats_once(istituto, autore):
    con = {"autore": autore, "adesso": ADESSO, "tipo": TipoOrgano.COLLEGIO}
    organo = costituisce_organo(**con, dati=dati())
    assert organo.composizione.count() == 2
    with pytest.raises(AttoRifiutato) as rifiuto:
        costituisce_organo(**con, dati=dati())
    assert rifiuto.value.violazioni[0].campo == "nome"
    assert OrganoCollegiale.objects.count() == 1
    modifica_organo(
        autore=autore, adesso=ADESSO, organo_id=organo.pk, dati=dati(nome="Collegio", seggi=())
    )
    organo.refresh_from_db()
    assert (organo.nome, organo.composizione.count()) == ("Collegio", 0)
    assert azioni() == ["costituisce organo", "modifica organo"]


def test_a_renewal_ends_all_but_those_by_right(istituto, autore):
    consiglio = organo_di(istituto, rinnovato_il=DAL)
    madre = siede(consiglio, al=OGGI + timedelta(days=300))
    dirigente = siede(consiglio, componente=Componente.DIRIGENTE, titolo=Titolo.DI_DIRITTO)
    con = {"autore": autore, "adesso": ADESSO, "organo_id": consiglio.pk}
    with pytest.raises(AttoRifiutato):
        rinnova_organo(**con, dal=DAL)
    assert rinnova_organo(**con, dal=OGGI, atto=ATTO) == 1
    madre.refresh_from_db()
    assert (madre.al, madre.cessato_per) == (OGGI - timedelta(days=1), Cambiamento.RINNOVO)
    assert list(mandati(consiglio, OGGI)) == [dirigente]
    consiglio.refresh_from_db()
    assert consiglio.rinnovato_il == OGGI


# The Giunta


def giunta_di(istituto):
    return organo_di(istituto, TipoOrgano.GIUNTA, regola_presidente=RegolaPresidente.DIRIGENTE)


def test_the_giunta_is_of_members_of_the_consiglio_by_component(istituto, autore):
    consiglio, giunta = organo_di(istituto), giunta_di(istituto)
    madre, maestro = siede(consiglio), siede(consiglio, componente=Componente.DOCENTI)
    uscita = siede(consiglio, al=OGGI - timedelta(days=1), cessato_per=Cambiamento.DIMISSIONI)
    docente(istituto)
    assert list(eleggibili(giunta, Componente.GENITORI, OGGI)) == [madre.persona]
    assert list(eleggibili(giunta, Componente.DOCENTI, OGGI)) == [maestro.persona]
    assert not eleggibili(giunta, Componente.ATA, OGGI).exists()
    nomina = {"autore": autore, "adesso": ADESSO, "organo_id": giunta.pk}
    for fuori in (uscita.persona, maestro.persona, PersonaFactory(istituto=istituto)):
        with pytest.raises(AttoRifiutato) as rifiuto:
            nomina_componente(**nomina, dati=nuovo(fuori))
        (violazione,) = rifiuto.value.violazioni
        assert (violazione.codice, violazione.campo) == ("fuori_dal_consiglio", "persona")
        assert violazione.fonte == "D.Lgs. 297/1994, art. 8 c. 7"
    assert nomina_componente(**nomina, dati=nuovo(madre.persona)).organo == giunta
    elezione = aperta(giunta, autore, posti=1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        aggiunge_candidato(
            autore=autore, adesso=ADESSO, elezione_id=elezione.pk, persona=maestro.persona
        )
    assert rifiuto.value.violazioni[0].codice == "fuori_dal_consiglio"


def test_who_leaves_the_consiglio_is_told_on_the_page_of_the_giunta(istituto, autore):
    consiglio, giunta = organo_di(istituto), giunta_di(istituto)
    madre = siede(consiglio)
    suo = siede(giunta, persona=madre.persona)
    dsga = siede(giunta, componente=Componente.ATA, titolo=Titolo.DI_DIRITTO)
    assert fuori_dal_consiglio(giunta, [suo, dsga], OGGI) == {suo.pk: (), dsga.pk: ()}
    madre.al, madre.cessato_per = OGGI - timedelta(days=1), Cambiamento.DIMISSIONI
    madre.save(update_fields=["al", "cessato_per"])
    contro = fuori_dal_consiglio(giunta, [suo, dsga], OGGI)
    assert [v.codice for v in contro[suo.pk]] == ["fuori_dal_consiglio"]
    assert contro[dsga.pk] == ()
