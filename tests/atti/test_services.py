"""Numbers without gaps, a register that tells when it was touched, papers that do not change."""

import hashlib
import random
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from cpia.atti import rules, services
from cpia.atti.enums import RegistroNumeri
from cpia.atti.models import Contatore, Documento, Operazione, Protocollo, Sigillo
from cpia.atti.queries import al_suo_posto, documento_per_codice
from cpia.scuola.tenancy import istituto_corrente
from tests.avvisi import scena
from tests.avvisi.scena import MERCOLEDI, contesto

PARALLELE = 50
PDF = b"%PDF-1.7 gli stessi byte"


@pytest.fixture
def scuola(db):
    di_prova = scena.scuola()
    with istituto_corrente(di_prova.istituto.pk):
        yield di_prova


@pytest.fixture
def autore(scuola):
    """Who performs the acts of these tests."""
    return contesto(scuola.coordinatrice)


@pytest.fixture(autouse=True)
def _media(settings, tmp_path):
    settings.MEDIA_ROOT = str(tmp_path)


def documento(autore, **campi):
    """Freeze the words of a paper."""
    return services.prepara_documento(
        autore=autore,
        adesso=MERCOLEDI,
        **{
            "tipo": "certificato_di_prova",
            "titolo": "Certificazione delle competenze",
            "modello": "prova/1",
            "contesto": {"righe": ["A", "B"]},
        }
        | campi,
    )


def stampato(autore, pdf=PDF, **campi):
    """A paper with its bytes."""
    return services.registra_stampa(
        documento_id=documento(autore, **campi).pk,
        istituto_id=autore.istituto.pk,
        pdf=pdf,
        pagine=1,
    )


# Numbers


def test_the_protocol_counts_from_one_every_calendar_year_of_each_institute(db):
    una, altra = scena.scuola("prima"), scena.scuola("seconda")
    # 31 December, 23.30 UTC, is already the new year in Italy.
    capodanno = datetime(2024, 12, 31, 23, 30, tzinfo=UTC)
    etichette = []
    for scuola, adesso in (
        (una, MERCOLEDI), (una, MERCOLEDI), (altra, MERCOLEDI), (una, capodanno),
        (una, MERCOLEDI), (altra, capodanno),
    ):  # fmt: skip
        with istituto_corrente(scuola.istituto.pk):
            protocollo = services.protocolla(
                autore=contesto(scuola.docente), adesso=adesso, oggetto="Prova"
            )
            etichette.append((scuola.istituto.slug, str(protocollo)))
    assert etichette == [
        ("prima", "1/2024"), ("prima", "2/2024"), ("seconda", "1/2024"), ("prima", "1/2025"),
        ("prima", "3/2024"), ("seconda", "1/2025"),
    ]  # fmt: skip


def test_each_series_has_its_own_numbers(scuola):
    def prossimo(registro):
        return services.prossimo_numero(
            istituto_id=scuola.istituto.pk, registro=registro, anno=2024
        )

    presi = [prossimo(r) for r in (RegistroNumeri.PROTOCOLLO, RegistroNumeri.ALBO) * 2]
    assert presi == [1, 1, 2, 2]


def test_a_registration_is_in_the_register(scuola, autore):
    protocollo = services.protocolla(autore=autore, adesso=MERCOLEDI, oggetto="Prova")
    riga = Operazione.objects.get()
    assert (riga.azione, riga.oggetto_tipo) == ("protocolla", "atti.protocollo")
    assert (riga.oggetto_id, riga.persona) == (protocollo.pk, scuola.coordinatrice)
    assert riga.dati == {"numero": 1, "anno": 2024}
    assert riga.ruolo == "coordinatore"


@pytest.mark.django_db(transaction=True)
def test_fifty_at_once_leave_no_gap_and_no_duplicate():
    scuola = scena.scuola()
    with istituto_corrente(scuola.istituto.pk):
        autore = contesto(scuola.docente)
    falliscono = set(random.Random(7).sample(range(PARALLELE), 17))
    via = Barrier(PARALLELE)

    def protocolla(posto):
        try:
            via.wait()
            with istituto_corrente(scuola.istituto.pk):
                preso = services.protocolla(
                    autore=autore, adesso=MERCOLEDI, oggetto=f"Atto {posto}"
                )
                if posto in falliscono:
                    raise RuntimeError
            return preso.numero
        except RuntimeError:
            return None
        finally:
            connection.close()

    with ThreadPoolExecutor(PARALLELE) as pool:
        presi = list(pool.map(protocolla, range(PARALLELE)))
    riusciti = sorted(numero for numero in presi if numero)
    attesi = list(range(1, PARALLELE - len(falliscono) + 1))
    assert riusciti == attesi
    with istituto_corrente(scuola.istituto.pk):
        numeri = Protocollo.objects.order_by("numero").values_list("numero", flat=True)
        assert list(numeri) == attesi
        assert Contatore.objects.get().ultimo == attesi[-1]


# The register


@pytest.mark.parametrize(
    "frase", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"]
)
@pytest.mark.parametrize("modello", [Operazione, Sigillo, Protocollo])
def test_the_application_can_only_add_lines(autore, modello, frase):
    services.protocolla(autore=autore, adesso=MERCOLEDI, oggetto="Prova")
    services.sigilla(istituto_id=autore.istituto.pk)
    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(frase.format(modello._meta.db_table))


@pytest.fixture
def sigillato(autore):
    """A register of six lines, sealed in two turns."""
    for numero in range(6):
        if numero == 4:
            services.sigilla(istituto_id=autore.istituto.pk)
        services.annota(
            autore=autore,
            adesso=MERCOLEDI + timedelta(seconds=numero),
            azione="prova",
            oggetto=autore.istituto,
            dati={"numero": numero, "nome": "Niccolò"},
        )
    assert services.sigilla(istituto_id=autore.istituto.pk) == 2
    return autore.istituto.pk


def test_a_register_nobody_touched_holds(sigillato):
    assert services.sigilla(istituto_id=sigillato) == 0
    assert services.verifica_registro(istituto_id=sigillato) is None
    assert Sigillo.objects.count() == 6


@pytest.mark.parametrize(
    "campi",
    [
        {"azione": "altro"},
        {"compiuta_il": MERCOLEDI + timedelta(days=1)},
        {"registrata_il": MERCOLEDI},
        {"ruolo": "dirigente"},
        {"oggetto_id": 999},
        {"impronta_dati": "0" * 64},
        {"dati": {"numero": 2, "nome": "Nicolò"}},
    ],
    ids=lambda campi: next(iter(campi)),
)
def test_a_line_changed_by_the_owner_shows(sigillato, proprietario, campi):
    terza = Operazione.objects.order_by("id")[2]
    with proprietario():
        Operazione.objects.filter(pk=terza.pk).update(**campi)
    assert services.verifica_registro(istituto_id=sigillato).posizione == 2


def test_a_line_removed_by_the_owner_shows(sigillato, proprietario):
    terza = Operazione.objects.order_by("id")[2]
    with proprietario():
        Sigillo.objects.filter(operazione=terza).delete()
        Operazione.objects.filter(pk=terza.pk).delete()
    assert services.verifica_registro(istituto_id=sigillato).posizione == 2


def test_a_line_removed_and_the_next_seal_mended_still_shows(sigillato, proprietario):
    """The owner would have to write all later seals anew, not only the next."""
    seconda, terza, quarta = Operazione.objects.order_by("id")[1:4]
    with proprietario():
        Sigillo.objects.filter(operazione=terza).delete()
        Operazione.objects.filter(pk=terza.pk).delete()
        precedente = seconda.sigillo.impronta
        impronta = rules.anello(precedente, services.registro.campi_sigillati(quarta))
        Sigillo.objects.filter(operazione=quarta).update(precedente=precedente, impronta=impronta)
    assert services.verifica_registro(istituto_id=sigillato).posizione == 3


def test_a_payload_emptied_at_its_term_does_not_break_the_chain(sigillato, proprietario):
    with proprietario():
        Operazione.objects.update(dati=None)
    assert services.verifica_registro(istituto_id=sigillato) is None


def test_a_refused_act_leaves_no_line(autore):
    with transaction.atomic():
        services.protocolla(autore=autore, adesso=MERCOLEDI, oggetto="Prova")
        transaction.set_rollback(True)
    assert not Operazione.objects.exists()


@pytest.mark.django_db(transaction=True)
def test_two_who_seal_at_once_make_one_chain():
    scuola = scena.scuola()
    pk = scuola.istituto.pk
    with istituto_corrente(pk):
        for numero in range(40):
            services.annota(
                autore=contesto(scuola.docente),
                adesso=MERCOLEDI,
                azione="prova",
                oggetto=scuola.classe,
                dati={"numero": numero},
            )
    via = Barrier(4)

    def sigilla(_):
        try:
            via.wait()
            with istituto_corrente(pk):
                return services.sigilla(istituto_id=pk, al_massimo=25)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(sigilla, range(4))) == [0, 0, 15, 25]
    with istituto_corrente(pk):
        assert services.verifica_registro(istituto_id=pk) is None


# Papers


def test_the_same_bytes_are_recognised_and_others_refused(autore):
    carta = stampato(autore)
    assert (carta.impronta, carta.byte) == (hashlib.sha256(PDF).hexdigest(), len(PDF))
    dove = carta.file.name
    ancora = {"documento_id": carta.pk, "istituto_id": autore.istituto.pk, "pagine": 1}
    assert services.registra_stampa(pdf=PDF, **ancora).file.name == dove
    with pytest.raises(services.StampaDiversa):
        services.registra_stampa(pdf=PDF + b" ", **ancora)
    with carta.file.open("rb") as file:
        assert file.read() == PDF
    assert "certific" not in dove


def test_reading_gives_the_bytes_and_leaves_a_line(autore):
    carta = stampato(autore)
    letti = services.leggi_documento(autore=autore, adesso=MERCOLEDI, documento=carta)
    assert letti == PDF
    riga = Operazione.objects.get(azione="legge documento")
    assert (riga.oggetto_tipo, riga.oggetto_id) == ("atti.documento", carta.pk)


def test_a_file_changed_on_disk_is_given_to_nobody(autore, tmp_path):
    carta = stampato(autore)
    (tmp_path / carta.file.name).write_bytes(PDF.replace(b"stessi", b"falsi "))
    with pytest.raises(services.ByteAlterati):
        services.leggi_documento(autore=autore, adesso=MERCOLEDI, documento=carta)
    assert not Operazione.objects.filter(azione="legge documento").exists()


def test_a_paper_is_annulled_once_with_a_reason(autore):
    carta = stampato(autore)
    annulla = {"autore": autore, "documento": carta}
    services.annulla_documento(**annulla, adesso=MERCOLEDI, motivo="Livello errato.")
    with pytest.raises(services.GiaAnnullato):
        services.annulla_documento(
            **annulla, adesso=MERCOLEDI + timedelta(days=1), motivo="Un altro."
        )
    carta.refresh_from_db()
    assert (carta.annullato_il, carta.motivo_annullamento) == (MERCOLEDI, "Livello errato.")
    with pytest.raises(IntegrityError), transaction.atomic():
        services.annulla_documento(
            autore=autore, adesso=MERCOLEDI, documento=stampato(autore), motivo=""
        )


def test_the_newest_of_those_that_replace_is_told(autore):
    prima, seconda, terza = (stampato(autore) for _ in range(3))
    assert al_suo_posto(prima) is None
    for vecchio, nuovo in ((prima, seconda), (seconda, terza)):
        services.sostituisci_documento(
            autore=autore, adesso=MERCOLEDI, vecchio=vecchio, nuovo=nuovo
        )
    assert al_suo_posto(prima) == al_suo_posto(seconda) == terza
    assert al_suo_posto(terza) is None


@pytest.mark.parametrize("nuovo", ["riservato", "non_stampato"])
def test_one_that_cannot_be_verified_is_not_told(autore, nuovo):
    vecchio = stampato(autore)
    altro = documento(autore) if nuovo == "non_stampato" else stampato(autore, riservato=True)
    services.sostituisci_documento(autore=autore, adesso=MERCOLEDI, vecchio=vecchio, nuovo=altro)
    assert al_suo_posto(vecchio) is None


def test_only_printed_papers_answer_to_their_code_also_the_reserved_ones(autore):
    buono, riservato = stampato(autore), stampato(autore, riservato=True)
    senza_byte = documento(autore)
    trovati = [
        documento_per_codice(autore.istituto.pk, carta.codice_verifica)
        for carta in (buono, riservato, senza_byte)
    ]
    assert trovati == [buono, riservato, None]


def test_the_code_of_another_institute_is_unknown(autore):
    carta = stampato(autore)
    altra = scena.scuola("altra")
    with istituto_corrente(altra.istituto.pk):
        assert documento_per_codice(altra.istituto.pk, carta.codice_verifica) is None
        assert not Documento.objects.exists()
