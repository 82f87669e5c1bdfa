"""The acts of the albo: numbers without gaps, nothing back-dated, personal data gone in time."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from pathlib import Path
from threading import Barrier

import pikepdf
import pytest
from django.core.files.storage import FileSystemStorage
from django.db import IntegrityError, connection, transaction

from cpia.atti.albo import services
from cpia.atti.albo.queries import pubblico
from cpia.atti.albo.services import PubblicazioneRifiutata
from cpia.atti.enums import CategoriaAlbo, VersioneFile
from cpia.atti.models import FilePubblicazione, Operazione, Protocollo, Pubblicazione
from cpia.atti.services import ByteAlterati, annulla_documento
from cpia.atti.tasks import ripulisci_albo
from cpia.avvisi.models import Lavoro
from cpia.norme.models import Parametro, Regolamento
from cpia.scuola import orologio
from cpia.scuola.tenancy import istituto_corrente
from tests.atti import scena_albo as scena
from tests.atti.scena_albo import MERCOLEDI, NOME, all_albo, bozza, fra, giorno


@pytest.fixture(autouse=True)
def media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)
    return str(tmp_path)


@pytest.fixture
def ufficio(db):
    di_prova = scena.ufficio()
    with istituto_corrente(di_prova.istituto.pk):
        yield di_prova


def rifiuto(atto, **dati):
    """What is said of an act that is refused; nothing of it remains."""
    prima = Operazione.objects.count(), Protocollo.objects.count(), Pubblicazione.objects.count()
    with pytest.raises(PubblicazioneRifiutata) as detto, transaction.atomic():
        atto(**dati)
    assert prima == (
        Operazione.objects.count(), Protocollo.objects.count(), Pubblicazione.objects.count(),
    )  # fmt: skip
    return str(detto.value)


# Drafts


def test_a_draft_takes_the_days_of_the_law(ufficio):
    assert bozza(ufficio).al == giorno(15)


def test_a_draft_takes_the_days_of_the_school_when_its_regulation_says_so(ufficio):
    regolamento = Regolamento.objects.create(
        istituto=ufficio.istituto, titolo="Regolamento", atto="delibera", dal=giorno(-30)
    )
    Parametro.objects.create(
        istituto=ufficio.istituto, regolamento=regolamento, chiave="albo.giorni", valore="10",
        articolo="art. 5",
    )  # fmt: skip
    assert bozza(ufficio).al == giorno(10)


def test_a_past_day_is_refused_with_the_article_and_a_future_one_is_not(ufficio):
    detto = rifiuto(bozza, di=ufficio, dal=giorno(-1))
    assert "non si retrodata" in detto
    futura = all_albo(ufficio, dal=giorno(5))
    assert (futura.numero, futura.dal) == (1, giorno(5))
    assert not pubblico.visibili(ufficio.istituto.pk, giorno(4)).exists()
    assert pubblico.visibili(ufficio.istituto.pk, giorno(5)).exists()


@pytest.mark.parametrize(
    "cambio",
    [
        {"al": giorno(40)}, {"numero": 9}, {"categoria": "privacy"}, {"oggetto": "Un altro"},
        {"richiedente": "Altri"}, {"documento_id": None, "dal": giorno(1)},
    ],
    ids=lambda cambio: next(iter(cambio)),
)  # fmt: skip
def test_the_database_too_keeps_a_published_act_as_it_is(ufficio, cambio):
    pubblicata = all_albo(ufficio)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pubblicazione.objects.filter(pk=pubblicata.pk).update(**cambio)


def test_the_database_too_keeps_the_reason_of_an_annulment(ufficio):
    pubblicata = all_albo(ufficio)
    righe = Pubblicazione.objects.filter(pk=pubblicata.pk)
    righe.update(annullata_il=MERCOLEDI, motivo_annullamento="Era errato.")
    with pytest.raises(IntegrityError), transaction.atomic():
        righe.update(motivo_annullamento="Era un altro motivo.")


def test_the_database_too_refuses_to_back_date(ufficio):
    pubblicata = all_albo(ufficio)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pubblicazione.objects.filter(pk=pubblicata.pk).update(dal=giorno(-1))


def test_a_draft_is_thrown_away_with_its_files(ufficio, media, django_capture_on_commit_callbacks):
    pronta = bozza(ufficio)
    assert scena.nel_deposito(media) == {scena.PDF}
    with django_capture_on_commit_callbacks(execute=True):
        services.elimina_bozza(
            autore=ufficio.autore(), adesso=MERCOLEDI, pubblicazione_id=pronta.pk
        )
    assert not Pubblicazione.objects.exists()
    assert scena.nel_deposito(media) == set()


# Publishing


def test_to_publish_gives_number_and_protocol_and_leaves_a_line(ufficio):
    pubblicata = all_albo(ufficio)
    assert str(pubblicata) == "repertorio 1/2024"
    assert pubblicata.protocollo.oggetto == scena.DATI.oggetto_dopo
    riga = Operazione.objects.filter(azione="pubblica all’albo").get()
    assert riga.dati == {
        "numero": 1, "anno": 2024, "dal": "2024-06-05", "al": "2024-06-20",
        "protocollo": pubblicata.protocollo.pk,
    }  # fmt: skip
    assert NOME not in str(list(Operazione.objects.values_list("dati", flat=True)))


def test_the_repertorio_starts_again_every_year(ufficio):
    capodanno = datetime(2024, 12, 31, 23, 30, tzinfo=UTC)  # in Italy it is 2025 already
    with pytest.raises(PubblicazioneRifiutata):
        all_albo(ufficio, capodanno)
    numeri = [
        str(all_albo(ufficio, quando, dal=datetime(2025, 1, 1, tzinfo=UTC).date()))
        for quando in (MERCOLEDI, MERCOLEDI, capodanno)
    ]
    assert numeri == ["repertorio 1/2024", "repertorio 2/2024", "repertorio 1/2025"]


def test_what_is_published_does_not_change_any_more(ufficio):
    pubblicata = all_albo(ufficio)
    chi = {"autore": ufficio.autore(), "adesso": MERCOLEDI, "pubblicazione_id": pubblicata.pk}
    for atto in (
        lambda: services.pubblica(**chi),
        lambda: services.correggi_pubblicazione(**chi, dati=scena.DATI),
        lambda: services.elimina_bozza(**chi),
        lambda: services.togli_file(**chi, file_id=pubblicata.file.first().pk),
        lambda: services.aggiungi_file(
            **chi, accettato=scena.UN_FILE, titolo="x", versione="integrale", pubblico=True
        ),
    ):
        assert "già pubblicata" in rifiuto(atto)


def test_a_number_taken_is_never_deleted(ufficio):
    pubblicata = all_albo(ufficio)
    assert Pubblicazione.objects.filter(pk=pubblicata.pk)._raw_delete("default") == 0


def test_without_a_public_file_there_is_nothing_to_publish(ufficio):
    solo_ufficio = bozza(ufficio)
    solo_ufficio.file.update(pubblico=False)
    detto = rifiuto(
        services.pubblica, autore=ufficio.autore(), adesso=MERCOLEDI,
        pubblicazione_id=solo_ufficio.pk,
    )  # fmt: skip
    assert "Manca il file che vede il pubblico" in detto


@pytest.mark.django_db(transaction=True)
def test_ten_at_once_leave_no_gap_and_a_double_click_publishes_once():
    di_prova = scena.ufficio()
    with istituto_corrente(di_prova.istituto.pk):
        autore = di_prova.autore()
        pronte = [bozza(di_prova).pk for _ in range(5)]
    via = Barrier(10)

    def pubblica(pk):
        try:
            via.wait()
            with istituto_corrente(di_prova.istituto.pk):
                return services.pubblica(
                    autore=autore, adesso=MERCOLEDI, pubblicazione_id=pk
                ).numero
        except PubblicazioneRifiutata:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(10) as pool:
        presi = list(pool.map(pubblica, pronte * 2))
    assert sorted(numero for numero in presi if numero) == [1, 2, 3, 4, 5]
    with istituto_corrente(di_prova.istituto.pk):
        numeri = Pubblicazione.objects.order_by("numero").values_list("numero", flat=True)
        assert list(numeri) == [1, 2, 3, 4, 5]
        assert Protocollo.objects.count() == 5


# A paper of the portal, by the apps above


def pubblica_documento(ufficio, documento, adesso=MERCOLEDI, **altro):
    dati = {"categoria": CategoriaAlbo.DELIBERE, "oggetto": "Delibera n. 131"} | altro
    return services.pubblica_documento(
        autore=ufficio.autore(adesso), adesso=adesso, documento=documento,
        **{"con_dati_personali": False} | dati,
    )  # fmt: skip


def test_a_paper_goes_on_the_albo_the_same_day_under_its_own_protocol(ufficio):
    documento = scena.documento(ufficio)
    pubblicata = pubblica_documento(ufficio, documento)
    assert pubblicata.protocollo == documento.protocollo
    assert (pubblicata.dal, pubblicata.al) == (giorno(0), giorno(15))
    assert Protocollo.objects.count() == 1
    trovato = pubblico.documento_pubblico(ufficio.istituto.pk, 2024, 1, giorno(3))
    assert trovato == documento


def test_one_that_is_still_printing_can_be_published_and_is_there_when_it_is_printed(ufficio):
    pubblicata = pubblica_documento(ufficio, scena.documento(ufficio, stampato=False))
    assert pubblicata.numero == 1
    assert pubblico.documento_pubblico(ufficio.istituto.pk, 2024, 1, giorno(0)) is None


@pytest.mark.parametrize(
    ("campi", "detto"),
    [
        ({"dal": giorno(-1)}, "non si retrodata"),
        ({"al": giorno(-2)}, "prima del primo"),
        ({"con_dati_personali": True}, "l’oggetto che resta"),
    ],
)
def test_what_the_apps_above_ask_is_judged_the_same_way(ufficio, campi, detto):
    documento = scena.documento(ufficio)
    assert detto in rifiuto(pubblica_documento, ufficio=ufficio, documento=documento, **campi)


def test_a_reserved_or_annulled_paper_is_not_published(ufficio):
    riservato = scena.documento(ufficio, riservato=True)
    assert "riservato" in rifiuto(pubblica_documento, ufficio=ufficio, documento=riservato)
    annullato = scena.documento(ufficio)
    annulla_documento(
        autore=ufficio.autore(), adesso=MERCOLEDI, documento=annullato, motivo="Errato."
    )
    assert "annullato" in rifiuto(pubblica_documento, ufficio=ufficio, documento=annullato)


# Annulling


def annulla(ufficio, pubblicazione, motivo="L’importo orario era errato.", **altro):
    return services.annulla_pubblicazione(
        autore=ufficio.autore(), adesso=MERCOLEDI, pubblicazione_id=pubblicazione.pk,
        motivo=motivo, **altro,
    )  # fmt: skip


def test_an_annulled_one_stays_with_its_reason_and_without_its_files(ufficio):
    vecchia, nuova = all_albo(ufficio), all_albo(ufficio)
    annullata = annulla(ufficio, vecchia, sostituita_da_id=nuova.pk)
    assert (annullata.annullata_il, annullata.sostituita_da) == (MERCOLEDI, nuova)
    assert vecchia.pk in pubblico.visibili(ufficio.istituto.pk, giorno(0)).values_list(
        "pk", flat=True
    )
    file = vecchia.file.filter(pubblico=True).get()
    assert pubblico.file_pubblico(ufficio.istituto.pk, 2024, 1, file.pk, giorno(0)) is None
    altro = nuova.file.filter(pubblico=True).get()
    assert pubblico.file_pubblico(ufficio.istituto.pk, 2024, 2, altro.pk, giorno(0)) == altro


def test_annulling_asks_for_a_reason_once_and_of_what_has_a_number(ufficio):
    pubblicata = all_albo(ufficio)
    assert "motivo" in rifiuto(annulla, ufficio=ufficio, pubblicazione=pubblicata, motivo=" ... ")
    assert "si elimina" in rifiuto(annulla, ufficio=ufficio, pubblicazione=bozza(ufficio))
    annulla(ufficio, pubblicata)
    assert "già annullata" in rifiuto(annulla, ufficio=ufficio, pubblicazione=pubblicata)


def test_only_a_valid_later_one_takes_its_place_and_once(ufficio):
    prima, seconda = all_albo(ufficio), all_albo(ufficio, fra(1))
    chi = {"ufficio": ufficio, "pubblicazione": seconda, "sostituita_da_id": prima.pk}
    assert "numerata dopo" in rifiuto(annulla, **chi)
    annulla(ufficio, prima)
    indica = {
        "autore": ufficio.autore(), "adesso": MERCOLEDI, "pubblicazione_id": prima.pk,
        "sostituita_da_id": seconda.pk,
    }  # fmt: skip
    assert services.indica_sostituta(**indica).sostituita_da == seconda
    assert "una volta" in rifiuto(services.indica_sostituta, **indica)


# Attesting


def attesta(ufficio, pubblicazione, adesso):
    return services.attesta_pubblicazione(
        autore=ufficio.autore(adesso), adesso=adesso, pubblicazione_id=pubblicazione.pk
    )


def test_it_is_attested_from_the_day_after_the_last(ufficio):
    pubblicata = all_albo(ufficio)
    detto = rifiuto(attesta, ufficio=ufficio, pubblicazione=pubblicata, adesso=fra(15))
    assert "dal giorno dopo l’ultimo" in detto
    documento = attesta(ufficio, pubblicata, fra(16))
    assert documento.protocollo.numero == 2
    assert documento.firmato_da == "Dina Neri"
    assert NOME not in str(documento.contesto)
    assert documento.contesto["giorni"] == 15
    assert Lavoro.objects.get().riferimento == documento.pk
    assert "c’è già" in rifiuto(attesta, ufficio=ufficio, pubblicazione=pubblicata, adesso=fra(17))


def test_the_attestation_is_printed_once(ufficio):
    documento = attesta(ufficio, all_albo(ufficio), fra(16))
    uno, due = (
        services.stampa_attestazione(istituto_id=ufficio.istituto.pk, documento_id=documento.pk)
        for _ in range(2)
    )
    assert uno.impronta
    assert uno.file.name == due.file.name
    with uno.file.open("rb") as file, pikepdf.open(file) as pdf:
        assert len(pdf.pages) == uno.pagine == 1


def test_an_annulled_one_is_not_attested(ufficio):
    pubblicata = all_albo(ufficio)
    annulla(ufficio, pubblicata)
    detto = rifiuto(attesta, ufficio=ufficio, pubblicazione=pubblicata, adesso=fra(16))
    assert "annullata" in detto


# When the days are over


@pytest.fixture
def a_che_ora(monkeypatch):
    def imposta(adesso):
        monkeypatch.setattr(orologio, "adesso", lambda: adesso)

    return imposta


def test_at_expiry_personal_data_go_and_the_record_stays(ufficio, media, a_che_ora):
    pubblicata = all_albo(ufficio)
    pubblica = pubblicata.file.get(pubblico=True)
    impronta, dove = pubblica.impronta, pubblica.file
    a_che_ora(fra(15))
    ripulisci_albo()
    pubblicata.refresh_from_db()
    assert NOME in pubblicata.oggetto
    a_che_ora(fra(16))
    ripulisci_albo()
    pubblicata.refresh_from_db()
    pubblica.refresh_from_db()
    assert pubblicata.oggetto == scena.DATI.oggetto_dopo
    assert (pubblicata.numero, pubblicata.dal, pubblicata.al) == (1, giorno(0), giorno(15))
    assert (pubblica.impronta, pubblica.rimosso_il, bool(pubblica.file)) == (
        impronta,
        fra(16),
        False,
    )
    assert not dove.storage.exists(dove.name)
    riga = Operazione.objects.get(azione="toglie dati personali")
    assert (riga.persona, riga.dati) == (None, {"file_rimossi": [impronta]})


def test_the_whole_version_stays_readable_in_the_office(ufficio, a_che_ora):
    pubblicata = all_albo(ufficio)
    custodita = pubblicata.file.get(pubblico=False)
    a_che_ora(fra(16))
    ripulisci_albo()
    custodita.refresh_from_db()
    letto = services.leggi_file(autore=ufficio.autore(fra(16)), adesso=fra(16), file=custodita)
    assert letto == scena.PDF
    assert Operazione.objects.filter(azione="legge file").count() == 1


def test_a_version_with_omissis_leaves_nothing_behind(ufficio, media, a_che_ora):
    all_albo(ufficio, versione=VersioneFile.OMISSIS)
    a_che_ora(fra(16))
    ripulisci_albo()
    assert scena.nel_deposito(media) == set()


def test_a_second_turn_does_nothing(ufficio, a_che_ora):
    all_albo(ufficio)
    a_che_ora(fra(16))
    ripulisci_albo()
    prima = list(Operazione.objects.values()), list(Pubblicazione.objects.values())
    ripulisci_albo()
    assert prima == (list(Operazione.objects.values()), list(Pubblicazione.objects.values()))


def test_killed_after_the_file_and_before_the_row_the_next_turn_finishes(ufficio, a_che_ora):
    pubblicata = all_albo(ufficio)
    file = pubblicata.file.get(pubblico=True)
    file.file.storage.delete(file.file.name)
    a_che_ora(fra(16))
    ripulisci_albo()
    file.refresh_from_db()
    assert file.rimosso_il == fra(16)


def test_without_personal_data_nothing_goes(ufficio, media, a_che_ora):
    pubblicata = all_albo(ufficio, con_dati_personali=False, oggetto_dopo="")
    a_che_ora(fra(16))
    ripulisci_albo()
    pubblicata.refresh_from_db()
    assert pubblicata.ripulita_il is None
    assert scena.nel_deposito(media) == {scena.PDF}


@pytest.mark.django_db
def test_one_turn_cleans_every_institute(a_che_ora):
    uffici = [scena.ufficio(slug) for slug in ("prima", "seconda")]
    for uno in uffici:
        with istituto_corrente(uno.istituto.pk):
            all_albo(uno)
    a_che_ora(fra(16))
    ripulisci_albo()
    for uno in uffici:
        with istituto_corrente(uno.istituto.pk):
            assert Pubblicazione.objects.get().ripulita_il == fra(16)
            assert FilePubblicazione.objects.filter(rimosso_il=fra(16)).count() == 1


def test_a_file_changed_on_disk_is_given_to_nobody(ufficio):
    file = all_albo(ufficio).file.first()
    Path(file.file.path).write_bytes(b"%PDF-altro")
    with pytest.raises(ByteAlterati):
        services.leggi_file(autore=ufficio.autore(), adesso=MERCOLEDI, file=file)
    assert not Operazione.objects.filter(azione="legge file").exists()


# What an annulled act leaves, what cannot be attested, what one fault must not stop


def test_an_annulled_one_loses_its_personal_data_at_once(ufficio, media, a_che_ora):
    pubblicata = all_albo(ufficio)
    custodita = pubblicata.file.get(pubblico=False)
    annulla(ufficio, pubblicata)
    letta = pubblico.visibili(ufficio.istituto.pk, giorno(0)).get()
    assert letta.oggetto_visibile == scena.DATI.oggetto_dopo
    a_che_ora(MERCOLEDI)
    ripulisci_albo()
    pubblicata.refresh_from_db()
    assert (pubblicata.oggetto, pubblicata.ripulita_il) == (scena.DATI.oggetto_dopo, MERCOLEDI)
    assert not pubblicata.file.get(pubblico=True).file
    assert services.leggi_file(autore=ufficio.autore(), adesso=MERCOLEDI, file=custodita)


def test_a_paper_annulled_while_it_is_published_is_not_given_any_more(ufficio):
    documento = scena.documento(ufficio)
    pubblica_documento(ufficio, documento)
    annulla_documento(
        autore=ufficio.autore(), adesso=MERCOLEDI, documento=documento, motivo="Errato."
    )
    assert pubblico.documento_pubblico(ufficio.istituto.pk, 2024, 1, giorno(0)) is None
    assert pubblico.pubblicazione_di(documento, giorno(0)) is None


def test_what_was_never_printed_is_not_attested(ufficio):
    pubblicata = pubblica_documento(ufficio, scena.documento(ufficio, stampato=False))
    detto = rifiuto(attesta, ufficio=ufficio, pubblicazione=pubblicata, adesso=fra(16))
    assert "mai stato stampato" in detto


def test_a_file_that_cannot_be_removed_stops_only_its_own_act(ufficio, a_che_ora, monkeypatch):
    prima, seconda = all_albo(ufficio), all_albo(ufficio)
    dura = prima.file.get(pubblico=True).file.name
    togli = FileSystemStorage.delete

    def togli_o_no(self, name):
        if name == dura:
            raise PermissionError(name)
        togli(self, name)

    monkeypatch.setattr(FileSystemStorage, "delete", togli_o_no)
    a_che_ora(fra(16))
    ripulisci_albo()
    prima.refresh_from_db()
    seconda.refresh_from_db()
    assert (prima.ripulita_il, seconda.ripulita_il) == (None, fra(16))
    monkeypatch.undo()
    a_che_ora(fra(16))
    ripulisci_albo()
    prima.refresh_from_db()
    assert prima.ripulita_il == fra(16)


def test_a_draft_thrown_away_by_somebody_else_is_told_and_not_a_fault(ufficio):
    pronta = bozza(ufficio)
    chi = {"autore": ufficio.autore(), "adesso": MERCOLEDI, "pubblicazione_id": pronta.pk}
    services.elimina_bozza(**chi)
    assert "non c’è più" in rifiuto(services.pubblica, **chi)


def test_days_too_far_away_are_a_slip(ufficio):
    assert "anno" in rifiuto(bozza, di=ufficio, dal=date(9999, 12, 31), al=None)
    assert "anno" in rifiuto(bozza, di=ufficio, al=date(9999, 12, 31))


def test_names_found_in_an_act_that_should_have_none_go_when_it_is_annulled(
    ufficio, media, a_che_ora
):
    pubblicata = all_albo(ufficio, con_dati_personali=False, oggetto_dopo="")
    annulla(ufficio, pubblicata, oggetto_dopo="Graduatoria")
    letta = pubblico.visibili(ufficio.istituto.pk, giorno(0)).get()
    assert letta.oggetto_visibile == "Graduatoria"
    a_che_ora(MERCOLEDI)
    ripulisci_albo()
    pubblicata.refresh_from_db()
    assert (pubblicata.oggetto, bool(pubblicata.file.get(pubblico=True).file)) == (
        "Graduatoria",
        False,
    )
    custodita = pubblicata.file.get(pubblico=False)
    assert services.leggi_file(autore=ufficio.autore(), adesso=MERCOLEDI, file=custodita)
    assert Operazione.objects.filter(azione="segna dati personali").count() == 1


def test_what_remains_of_a_subject_is_not_changed_by_annulling(ufficio):
    pubblicata = all_albo(ufficio)
    annullata = annulla(ufficio, pubblicata, oggetto_dopo="Altro")
    assert annullata.oggetto_dopo == scena.DATI.oggetto_dopo
