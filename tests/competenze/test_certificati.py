"""From the frozen class to the certificates: the act, its refusals, the bytes, the annulment."""

import hashlib
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from pypdf import PdfReader

from competenze import tasks
from competenze.documents.contesti import (
    FOGLIO_CERTIFICATO,
    ContestoCertificato,
    html_certificato,
)
from competenze.enums import Livello, StatoClasse
from competenze.models import (
    Abbinamento,
    Certificato,
    ClasseRilevata,
    Emissione,
    LivelloCertificato,
    QuadroCompetenze,
    RigaLibera,
    Rilevazione,
    Tabellone,
)
from competenze.services import stampe
from competenze.services.certificati import (
    annulla_emissione,
    emetti_certificati,
    prepara_tabellone,
    ristampa,
    scrivi_righe_libere,
)
from competenze.services.classi import congela_classe, delibera_livello
from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.atti.pdf import stampa
from cpia.avvisi.enums import StatoLavoro
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import AttoRifiutato
from cpia.scuola.models import (
    Appartenenza,
    Cattedra,
    Disciplina,
    Gruppo,
    Incarico,
    Iscrizione,
    Persona,
)
from cpia.scuola.tenancy import istituto_corrente
from tests.competenze.classe_di_prova import ADESSO, classe_di_prova, nuovo_istituto

# The class is frozen on 5 June and certified on the evening of its scrutinio, the tenth.
SCRUTINIO = datetime(2024, 6, 10, 16, 0, tzinfo=UTC)
DISCIPLINE = {
    "Italiano": ("", "", ("alfabetica", "personale", "cittadinanza", "culturale")),
    "Inglese": ("inglese", "", ("multilinguistica",)),
    "Francese": ("francese", "francese", ("multilinguistica",)),
    "Tedesco": ("tedesco", "tedesco", ("multilinguistica",)),
    "Matematica": ("", "", ("matematica", "digitale", "imprenditoriale")),
}


@pytest.fixture
def prova(db):
    istituto = nuovo_istituto()
    with istituto_corrente(istituto.pk):
        yield congelata(istituto)


def congelata(istituto, sezione="B", studenti=2):
    """A frozen class where everybody has a level everywhere."""
    prova = classe_di_prova(istituto, studenti=studenti, discipline=DISCIPLINE, sezione=sezione)
    Persona.objects.filter(iscrizioni__in=prova.iscrizioni).update(
        data_nascita=date(2008, 2, 29), luogo_nascita="Iseo", provincia_nascita="BS", sesso="F"
    )
    for disciplina, (_, _, codici_) in DISCIPLINE.items():
        for codice in codici_:
            prova.valuta(disciplina, codice, ["A", "C"] * studenti)
    prova.registra()
    congela_classe(
        autore=prova.come(prova.coordinatrice), adesso=ADESSO, rilevata_id=prova.rilevata.pk
    )
    return prova


def chi(prova, adesso=SCRUTINIO, persona=None):
    return {
        "autore": prova.come(persona or prova.coordinatrice, adesso),
        "adesso": adesso,
        "rilevata_id": prova.rilevata.pk,
    }


def emetti(prova, adesso=SCRUTINIO):
    return emetti_certificati(**chi(prova, adesso))


def stampa_tutto(prova, adesso=SCRUTINIO):
    """Issue, and let the job of the worker run to its end."""
    emissione, lavoro = emetti(prova, adesso)
    tasks.stampa_emissione(prova.istituto.pk, lavoro.pk)
    lavoro.refresh_from_db()
    emissione.refresh_from_db()
    return emissione, lavoro


def annulla(prova, motivo="Errore nella data di nascita.", adesso=SCRUTINIO + timedelta(hours=1)):
    return annulla_emissione(**chi(prova, adesso, prova.dirigente), motivo=motivo)


def codici(rifiuto):
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def documenti(emissione):
    return [
        certificato.documento
        for certificato in Certificato.objects.filter(emissione=emissione)
        .select_related("documento")
        .order_by("pk")
    ]


def byte(documento):
    with documento.file.open("rb") as file:
        return file.read()


def parole(documento):
    letto = PdfReader(io.BytesIO(byte(documento)))
    return " ".join(" ".join(pagina.extract_text() for pagina in letto.pages).split())


def nulla_di_emesso(prova):
    """No certificate, no number taken, the class where it was, no line in the register."""
    prova.rilevata.refresh_from_db()
    return (
        not Emissione.objects.exists()
        and not Protocollo.objects.exists()
        and not Documento.objects.exists()
        and not Lavoro.objects.exists()
        and not Operazione.objects.filter(azione="emette certificati").exists()
    )


# --- the act -------------------------------------------------------------------------------


def test_one_protocol_number_and_one_paper_for_each_student(prova):
    emissione, lavoro = emetti(prova)
    prova.rilevata.refresh_from_db()
    assert prova.rilevata.stato == StatoClasse.CERTIFICATA
    assert (emissione.protocollo.numero, emissione.protocollo.anno) == (1, 2024)
    assert "2ªB AFM" in emissione.protocollo.oggetto
    assert "2 certificati" in emissione.protocollo.oggetto
    fogli = documenti(emissione)
    assert {foglio.protocollo for foglio in fogli} == {emissione.protocollo}
    assert len({foglio.codice_verifica for foglio in fogli}) == 2
    assert {foglio.firmato_da for foglio in fogli} == {"Giacomo Bersini"}
    assert not any(foglio.riservato for foglio in fogli)
    assert emissione.documento_classe.riservato
    assert (lavoro.stato, lavoro.totale, lavoro.fatti) == (StatoLavoro.IN_CODA, 3, 0)
    riga = Operazione.objects.get(azione="emette certificati")
    assert riga.dati == {"emissione": emissione.pk, "protocollo": emissione.protocollo.pk}


def test_the_words_are_those_of_the_consiglio_and_stay_those(prova):
    delibera_livello(
        **chi(prova), chiave=prova.chiave(0, "alfabetica"), livello=Livello.B,
        motivo="La prova del 3 giugno.",
    )  # fmt: skip
    delibera_livello(
        **chi(prova), chiave=prova.chiave(0, "digitale"), livello=Livello.NV,
        motivo="Assente per l’intero anno.",
    )  # fmt: skip
    emissione, _ = emetti(prova)
    contesto = ContestoCertificato.from_dict(documenti(emissione)[0].contesto)
    righe = {riga.numero: riga for riga in contesto.righe}
    assert len(righe) == 8
    alfabetica = righe[prova.competenze["alfabetica"].ordine]
    assert [(livello.codice, livello.nome) for livello in alfabetica.livelli] == [
        ("B", "Intermedio")
    ]
    digitale = righe[prova.competenze["digitale"].ordine]
    # The reason stays among the acts: the paper goes to others.
    assert [(livello.codice, livello.motivo) for livello in digitale.livelli] == [("", "")]
    lingue = righe[prova.competenze["multilinguistica"].ordine]
    assert {livello.lingua: livello.codice for livello in lingue.livelli} == {
        "francese": "A", "inglese": "A",
    }  # fmt: skip
    Persona.objects.filter(pk=prova.iscrizioni[0].persona_id).update(cognome="Cambiato")
    assert documenti(emissione)[0].contesto["studente"]["cognome"] == "Alunno 00"


def test_the_number_is_the_next_one_of_the_institute(prova):
    emetti(prova)
    altra = congelata(prova.istituto, sezione="C")
    assert emetti(altra)[0].protocollo.numero == 2


# --- refusals ------------------------------------------------------------------------------


def da_definire(prova):
    LivelloCertificato.objects.filter(
        iscrizione=prova.iscrizioni[0], competenza=prova.competenze["digitale"]
    ).update(livello="", proposto="")


def senza_data(prova):
    ClasseRilevata.objects.update(scrutinio_il=None)


def domani(prova):
    ClasseRilevata.objects.update(scrutinio_il=SCRUTINIO + timedelta(days=1))


def senza_nascita(prova):
    Persona.objects.filter(pk=prova.iscrizioni[1].persona_id).update(data_nascita=None)


def senza_luogo(prova):
    Persona.objects.filter(pk=prova.iscrizioni[1].persona_id).update(luogo_nascita="")


def senza_dirigente(prova):
    Incarico.objects.filter(persona=prova.dirigente).update(al=date(2024, 6, 9))


def arrivato_dopo(prova):
    nuovo = Persona.objects.create(istituto=prova.istituto, cognome="Nuovo", nome="Ivo")
    Iscrizione.objects.create(
        istituto=prova.istituto, classe=prova.rilevata.classe, persona=nuovo, dal=date(2024, 6, 7)
    )


def tutti_usciti(prova):
    Iscrizione.objects.update(al=date(2024, 6, 9))


def senza_una_lingua(prova):
    LivelloCertificato.objects.filter(iscrizione=prova.iscrizioni[0], lingua="francese").delete()


def senza_nessuna_lingua(prova):
    gruppo = Gruppo.objects.create(
        istituto=prova.istituto, classe=prova.rilevata.classe, tipo="lingua", nome="inglese"
    )
    Cattedra.objects.filter(disciplina__nome="Inglese").update(gruppo=gruppo)
    Appartenenza.objects.filter(iscrizione=prova.iscrizioni[0]).delete()
    Appartenenza.objects.create(
        istituto=prova.istituto, iscrizione=prova.iscrizioni[1], gruppo=gruppo
    )
    LivelloCertificato.objects.filter(iscrizione=prova.iscrizioni[0]).exclude(lingua="").delete()


def lingua_senza_inserimento(prova):
    spagnolo = Disciplina.objects.create(
        istituto=prova.istituto, nome="Spagnolo", lingua="spagnolo"
    )
    Cattedra.objects.create(
        istituto=prova.istituto, classe=prova.rilevata.classe, disciplina=spagnolo,
        gruppo=Gruppo.objects.get(nome="tedesco"),
    )  # fmt: skip


def lingua_lasciata(prova):
    Appartenenza.objects.filter(iscrizione=prova.iscrizioni[0]).delete()


def uscito(prova):
    Iscrizione.objects.filter(pk=prova.iscrizioni[0].pk).update(al=date(2024, 6, 9))


def senza_casella(prova):
    LivelloCertificato.objects.filter(
        iscrizione=prova.iscrizioni[1], competenza=prova.competenze["digitale"]
    ).delete()


def nessuno_valuta(prova):
    LivelloCertificato.objects.filter(competenza=prova.competenze["digitale"]).delete()
    Abbinamento.objects.filter(competenza=prova.competenze["digitale"]).delete()


def riaperta(prova):
    ClasseRilevata.objects.update(stato=StatoClasse.APERTA, congelata_il=None)


@pytest.mark.parametrize(
    ("guasto", "codice", "parole_"),
    [
        (da_definire, "livello_da_definire", "Alunno 00"),
        (senza_data, "scrutinio_non_svolto", "non ha ancora una data"),
        (domani, "scrutinio_non_svolto", "martedì 11 giugno 2024"),
        (senza_nascita, "nascita_mancante", "Alunno 01 Primo: manca la data di nascita"),
        (senza_luogo, "nascita_mancante", "manca il luogo di nascita"),
        (senza_dirigente, "dirigente_mancante", "chi firma"),
        (arrivato_dopo, "studente_non_congelato", "Nuovo Ivo"),
        (tutti_usciti, "nessuno_studente", "nessuno da certificare"),
        (riaperta, "stato_incompatibile", "congelata"),
        (senza_una_lingua, "livello_mancante", "Alunno 00 Primo, Competenza multilinguistica: fra"),
        (senza_nessuna_lingua, "nessuna_lingua", "Alunno 00 Primo"),
        (lingua_senza_inserimento, "livello_mancante", "Alunno 01 Primo, "),
        (lingua_lasciata, "lingua_non_studiata", "francese"),
        (uscito, "studente_uscito", "Alunno 00 Primo"),
        (senza_casella, "livello_mancante", "Alunno 01 Primo, Competenza digitale"),
        (nessuno_valuta, "competenza_non_valutata", "digitale"),
    ],
)
def test_what_stands_in_the_way_is_said_and_nothing_is_issued(prova, guasto, codice, parole_):
    guasto(prova)
    with pytest.raises(AttoRifiutato) as rifiuto:
        emetti(prova)
    assert codici(rifiuto) == [codice]
    assert parole_ in rifiuto.value.violazioni[0].testo
    assert nulla_di_emesso(prova)
    assert prova.rilevata.stato != StatoClasse.CERTIFICATA


def test_a_class_is_certified_once(prova):
    emetti(prova)
    with pytest.raises(AttoRifiutato) as rifiuto:
        emetti(prova)
    assert codici(rifiuto) == ["stato_incompatibile"]
    assert Emissione.objects.count() == Protocollo.objects.count() == 1


def test_what_no_subject_assesses_is_certified_when_the_consiglio_deliberated_it(prova):
    Abbinamento.objects.filter(competenza=prova.competenze["digitale"]).delete()
    assert len(emetti(prova)[0].certificati.all()) == 2


def test_another_institute_does_not_reach_the_class(prova):
    estraneo = nuovo_istituto("altra-scuola")
    with istituto_corrente(estraneo.pk):
        altra = classe_di_prova(estraneo, studenti=1)
        with pytest.raises(ClasseRilevata.DoesNotExist):
            emetti_certificati(**chi(altra) | {"rilevata_id": prova.rilevata.pk})


# --- the bytes -----------------------------------------------------------------------------


def test_each_student_has_an_own_file_and_the_class_has_one_of_all(prova):
    emissione, lavoro = stampa_tutto(prova)
    primo, secondo = documenti(emissione)
    assert (lavoro.stato, lavoro.fatti, lavoro.errori) == (StatoLavoro.FINITO, 3, [])
    assert "Alunno 00 Primo" in parole(primo)
    assert "Alunno 01" not in parole(primo)
    assert "Avanzato" in parole(primo)
    assert primo.codice_verifica in parole(primo)
    assert "Prot. n. 1 del 10 giugno 2024" in parole(primo)
    assert "Bersini" in parole(primo)
    della_classe = emissione.documento_classe
    della_classe.refresh_from_db()
    assert all(nome in parole(della_classe) for nome in ("Alunno 00", "Alunno 01"))
    # A PDF/A of its own, not pages cut out of the class: own title, own identifier.
    letto = PdfReader(io.BytesIO(byte(secondo)))
    assert "Alunno 01" in letto.metadata.title
    assert letto.trailer["/ID"] != PdfReader(io.BytesIO(byte(della_classe))).trailer["/ID"]
    assert (primo.pagine, della_classe.pagine) == (len(PdfReader(io.BytesIO(byte(primo))).pages), 4)


def test_the_same_words_give_the_same_bytes_when_printed_again(prova):
    emissione, _ = stampa_tutto(prova)
    documento = documenti(emissione)[0]
    contesto = ContestoCertificato.from_dict(documento.contesto)
    di_nuovo = stampa(
        html_certificato(contesto),
        titolo=contesto.titolo,
        autore=contesto.istituto.nome,
        creato_il=documento.emesso_il,
        foglio=FOGLIO_CERTIFICATO,
    )
    assert di_nuovo == byte(documento)
    assert hashlib.sha256(di_nuovo).hexdigest() == documento.impronta


def test_asking_again_prints_only_what_is_missing(prova, monkeypatch):
    emissione, lavoro = stampa_tutto(prova)
    primo, secondo = documenti(emissione)
    prima = byte(secondo)
    Documento.objects.filter(pk=primo.pk).update(impronta="", file="", byte=0, pagine=0)
    stampati = []

    def conta(html, **altro):
        stampati.append(altro["titolo"])
        return stampa(html, **altro)

    monkeypatch.setattr(stampe, "stampa", conta)
    nuovo = ristampa(
        autore=prova.come(prova.coordinatrice, SCRUTINIO), adesso=SCRUTINIO, emissione=emissione
    )
    assert nuovo.pk != lavoro.pk
    tasks.stampa_emissione(prova.istituto.pk, nuovo.pk)
    nuovo.refresh_from_db()
    assert len(stampati) == 1
    assert "Alunno 00" in stampati[0]
    assert (nuovo.stato, nuovo.fatti) == (StatoLavoro.FINITO, 3)
    assert documenti(emissione)[0].impronta == primo.impronta
    assert byte(documenti(emissione)[1]) == prima


def test_one_paper_that_cannot_be_printed_does_not_stop_the_others(prova):
    # A cuneiform sign: no font of the house has it.
    Persona.objects.filter(pk=prova.iscrizioni[0].persona_id).update(cognome="Alunno \U00012000")
    emissione, lavoro = stampa_tutto(prova)
    guasto, sano = sorted(documenti(emissione), key=lambda d: "Alunno 01" in str(d.contesto))
    assert (guasto.impronta, bool(sano.impronta)) == ("", True)
    assert lavoro.stato == StatoLavoro.NON_RIUSCITO
    assert lavoro.fatti == 1
    assert [errore["chi"] for errore in lavoro.errori] == [
        "Alunno \U00012000 Primo",
        "Tutta la classe",
    ]
    assert "Nessun carattere di stampa" in lavoro.errori[0]["testo"]


def test_the_progress_grows_paper_by_paper(prova, monkeypatch):
    _, lavoro = emetti(prova)
    visti = []

    def guarda(html, **altro):
        visti.append(Lavoro.objects.get(pk=lavoro.pk).fatti)
        return stampa(html, **altro)

    monkeypatch.setattr(stampe, "stampa", guarda)
    tasks.stampa_emissione(prova.istituto.pk, lavoro.pk)
    assert visti == [0, 1, 2]


def test_a_job_that_somebody_else_does_is_left_alone(prova):
    emissione, lavoro = emetti(prova)
    Lavoro.objects.filter(pk=lavoro.pk).update(stato=StatoLavoro.IN_CORSO)
    tasks.stampa_emissione(prova.istituto.pk, lavoro.pk)
    assert not any(documento.impronta for documento in documenti(emissione))


# --- annulment -----------------------------------------------------------------------------


def test_annulled_certificates_lose_their_value_and_the_new_ones_take_their_place(prova, client):
    prima, _ = stampa_tutto(prova)
    vecchio = documenti(prima)[0]
    annulla(prova)
    prova.rilevata.refresh_from_db()
    assert prova.rilevata.stato == StatoClasse.CONGELATA
    vecchio.refresh_from_db()
    assert vecchio.motivo_annullamento == "Errore nella data di nascita."
    assert byte(vecchio)
    pagina = client.get(f"/iis-prova/verifica/{vecchio.codice_verifica}/").content.decode()
    assert "annullat" in pagina
    riga = Operazione.objects.get(azione="annulla certificati")
    assert riga.dati == {"emissione": prima.pk, "motivo": "Errore nella data di nascita."}

    dopo, _ = stampa_tutto(prova, SCRUTINIO + timedelta(hours=2))
    assert dopo.protocollo.numero == 2
    nuovo = documenti(dopo)[0]
    vecchio.refresh_from_db()
    assert vecchio.sostituito_da == nuovo
    assert nuovo.sostituito_da is None
    pagina = client.get(f"/iis-prova/verifica/{vecchio.codice_verifica}/").content.decode()
    assert nuovo.codice_verifica in pagina
    assert nuovo.codice_verifica in parole(nuovo)


def test_annulled_twice_each_leads_to_the_latest(prova):
    emetti(prova)
    for ore in (1, 3):
        annulla(prova, adesso=SCRUTINIO + timedelta(hours=ore))
        emetti(prova, SCRUTINIO + timedelta(hours=ore + 1))
    primo, secondo, terzo = (
        certificato.documento
        for certificato in Certificato.objects.filter(iscrizione=prova.iscrizioni[0]).order_by("pk")
    )
    assert (primo.sostituito_da, secondo.sostituito_da, terzo.sostituito_da) == (
        secondo, terzo, None,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("certificata", "motivo", "codice"),
    [(True, "  ", "motivo_mancante"), (False, "Errore.", "stato_incompatibile")],
)
def test_a_refused_annulment_changes_nothing(prova, certificata, motivo, codice):
    if certificata:
        emetti(prova)
    prova.rilevata.refresh_from_db()
    prima = prova.rilevata.stato
    with pytest.raises(AttoRifiutato) as rifiuto:
        annulla(prova, motivo)
    assert codici(rifiuto) == [codice]
    prova.rilevata.refresh_from_db()
    assert prova.rilevata.stato == prima
    assert not Documento.objects.filter(annullato_il__isnull=False).exists()
    assert not Emissione.objects.filter(annullata_il__isnull=False).exists()


def test_certificates_of_another_campaign_are_not_replaced(prova):
    """The same student may be certified by two frameworks: neither paper ends the other."""
    emissione, _ = emetti(prova)
    rilevazione = Rilevazione.objects.get(pk=prova.rilevata.rilevazione_id)
    altro = QuadroCompetenze.objects.create(
        codice="altro", titolo="Altro", norma="D.M. 1", fonte="Prova", dal=date(2024, 1, 1)
    )
    competenza = altro.competenze.create(
        codice="una", ordine=1, nome="Una", nome_breve="Una", descrittore="Sa fare."
    )
    rilevazione.pk, rilevazione.quadro = None, altro
    rilevazione.save()
    seconda = ClasseRilevata.objects.create(
        istituto=prova.istituto, rilevazione=rilevazione, classe=prova.rilevata.classe,
        scrutinio_il=SCRUTINIO, stato=StatoClasse.CONGELATA, congelata_il=ADESSO,
    )  # fmt: skip
    for iscrizione in prova.iscrizioni:
        LivelloCertificato.objects.create(
            istituto=prova.istituto, classe_rilevata=seconda, iscrizione=iscrizione,
            competenza=competenza, livello="A", proposto="A", origine="media",
        )  # fmt: skip
    emetti_certificati(**chi(prova) | {"rilevata_id": seconda.pk})
    assert [documento.sostituito_da for documento in documenti(emissione)] == [None, None]


# --- free lines ----------------------------------------------------------------------------


def test_the_free_line_goes_on_the_certificate_of_its_student_only(prova):
    primo, secondo = prova.iscrizioni
    scrivi_righe_libere(**chi(prova), testi={primo.pk: "coro della scuola", secondo.pk: ""})
    emissione, _ = stampa_tutto(prova)
    assert "coro della scuola" in parole(documenti(emissione)[0])
    assert documenti(emissione)[1].contesto["altre_competenze"] == ""
    assert Operazione.objects.get(azione="scrive righe libere").dati == {"iscrizioni": [primo.pk]}


def test_a_free_line_can_be_corrected_and_taken_away(prova):
    primo = prova.iscrizioni[0]
    for testo in ("coro", "coro e teatro", "coro e teatro", ""):
        scrivi_righe_libere(**chi(prova), testi={primo.pk: testo})
    assert RigaLibera.objects.get().testo == ""
    # What did not change is not written again.
    assert Operazione.objects.filter(azione="scrive righe libere").count() == 3


def test_after_the_issue_the_free_lines_stay(prova):
    emetti(prova)
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrivi_righe_libere(**chi(prova), testi={prova.iscrizioni[0].pk: "coro"})
    assert codici(rifiuto) == ["certificati_emessi"]
    assert not RigaLibera.objects.exists()


# --- the sheet of the scrutinio ------------------------------------------------------------


def test_the_sheet_has_levels_means_reasons_and_teachers(prova, client):
    delibera_livello(
        **chi(prova), chiave=prova.chiave(1, "alfabetica"), livello=Livello.A,
        motivo="La prova del 3 giugno.",
    )  # fmt: skip
    documento, lavoro = prepara_tabellone(**chi(prova))
    tasks.stampa_tabellone(prova.istituto.pk, lavoro.pk)
    documento.refresh_from_db()
    testo = parole(documento)
    assert Tabellone.objects.get().documento == documento
    # The paper says that its code can be looked up: it can, and shows nobody.
    pagina = client.get(f"/iis-prova/verifica/{documento.codice_verifica}/").content.decode()
    assert "Il documento è autentico" in pagina
    assert "Alunno" not in pagina
    for atteso in ("Alunno 00 Primo", "Alunno 01 Primo: La prova del 3 giugno.", "4", "Docente"):
        assert atteso in testo
    lavoro.refresh_from_db()
    assert (lavoro.stato, lavoro.fatti, lavoro.totale) == (StatoLavoro.FINITO, 1, 1)


def test_a_sheet_is_printed_twice_as_two_papers_with_their_codes(prova):
    primo, _ = prepara_tabellone(**chi(prova))
    secondo, _ = prepara_tabellone(**chi(prova))
    assert primo.codice_verifica != secondo.codice_verifica
    assert Tabellone.objects.count() == 2


def test_there_is_no_sheet_of_an_open_class(prova):
    riaperta(prova)
    with pytest.raises(AttoRifiutato) as rifiuto:
        prepara_tabellone(**chi(prova))
    assert codici(rifiuto) == ["classe_aperta"]
    assert not Documento.objects.exists()
    assert not Lavoro.objects.exists()
