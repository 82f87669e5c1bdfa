"""A draft is begun, written item by item, given its files, thrown away: private all along."""

from datetime import timedelta
from decimal import Decimal

import pytest

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.enums import Fase, Passo, Provenienza, TipoAllegato
from selezioni_pon.models import AllegatoCandidatura, AllegatoInviato, Candidatura, Risposta
from selezioni_pon.queries.candidature.mancanze import avvertenze, dichiarate, mancanze
from selezioni_pon.queries.candidature.proprie import da_dove, mia_per, proprie
from selezioni_pon.queries.candidature.prova import conto_di
from selezioni_pon.queries.candidature.scheda import con_le_righe, scheda
from selezioni_pon.services.candidature.allegati import leggi_allegato, togli_allegato
from selezioni_pon.services.candidature.bozza import elimina_candidatura
from tests.factories.candidature import AllegatoFactory, RispostaFactory, inviata
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import SCADE, AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_candidature import (
    CHIAVE,
    ESPERTO,
    aperto,
    chi,
    comincia,
    dichiara,
    file,
    intera,
    mette,
    scrive,
)

pytestmark = pytest.mark.django_db
DOPO = SCADE + timedelta(seconds=1)


@pytest.fixture
def casa(settings, tmp_path) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    return scena()


def codici(rifiuto) -> list[str]:
    return [una.codice for una in rifiuto.value.violazioni]


def azioni() -> list[str]:
    dette = Operazione.objects.order_by("pk").values_list("azione", flat=True)
    return [azione for azione in dette if "candidatura" in azione]


# Begun


def test_a_draft_is_begun_once_from_where_one_works(casa):
    avviso = aperto(casa)
    bozza = comincia(casa, avviso)
    assert (bozza.persona, bozza.provenienza) == (casa.docente, Provenienza.INTERNO)
    assert comincia(casa, avviso) == bozza
    assert azioni() == ["comincia candidatura"]
    assert mia_per(chi(casa.docente), avviso) == bozza
    # Nobody else finds it, not even who directs.
    for altra in (casa.dirigente, casa.segretaria, casa.ata):
        assert not proprie(chi(altra)).exists()


@pytest.mark.parametrize(
    ("come", "persona", "adesso", "codice"),
    [
        ({}, "dirigente", ADESSO, "dirige"),
        ({"fase": Fase.ALTRE_SCUOLE.value}, "docente", ADESSO, "provenienza"),
        ({}, "docente", DOPO, "fuori_termine"),
        ({"pubblicato": False, "revocato": True}, "docente", ADESSO, "avviso_revocato"),
        ({"pubblicato": False}, "docente", ADESSO, "avviso_in_bozza"),
    ],
)
def test_who_may_not_begin_is_told_why(casa, come, persona, adesso, codice):
    avviso = aperto(casa, **come)
    with pytest.raises(AttoRifiutato) as rifiuto:
        comincia(casa, avviso, getattr(casa, persona), adesso=adesso)
    assert codici(rifiuto) == [codice]
    assert not Candidatura.objects.exists()
    assert azioni() == []


def test_the_last_second_still_counts_for_the_draft(casa):
    avviso = aperto(casa)
    assert comincia(casa, avviso, adesso=SCADE.replace(microsecond=900_000)).pk


# The steps


def test_a_step_is_written_in_parts_and_counts_a_change(casa):
    bozza = comincia(casa, aperto(casa))
    scritta = scrive(casa, bozza, Passo.DATI, titolo_di_studio="Laurea, 2006")
    assert (scritta.titolo_di_studio, scritta.versione) == ("Laurea, 2006", bozza.versione + 1)
    assert Operazione.objects.latest("pk").dati == {"passo": "dati"}
    # Another step does not make this one old.
    letta_prima = scrive(casa, bozza, Passo.DICHIARAZIONI, diritti_civili=True)
    assert letta_prima.diritti_civili


def test_what_was_kept_from_another_page_is_not_lost(casa):
    bozza = comincia(casa, aperto(casa))
    with pytest.raises(Conflitto) as conflitto:
        scrive(casa, bozza, Passo.DATI, letta=7, titolo_di_studio="Diploma")
    assert conflitto.value.attuale.riga == bozza
    bozza.refresh_from_db()
    assert (bozza.titolo_di_studio, bozza.versione) == ("", 1)


@pytest.mark.parametrize(
    ("passo", "campi", "codice"),
    [
        (Passo.DATI, {"provenienza": Provenienza.PRIVATO.value}, "provenienza"),
        (Passo.DATI, {"risponde_del_vero": True}, "campo_ignoto"),
        (Passo.OFFERTA, {"offerta": Decimal("99.00")}, "offerta_non_chiesta"),
    ],
)
def test_what_a_step_does_not_take_changes_nothing(casa, passo, campi, codice):
    bozza = comincia(casa, aperto(casa))
    with pytest.raises(AttoRifiutato) as rifiuto:
        scrive(casa, bozza, passo, **campi)
    assert codici(rifiuto) == [codice]
    bozza.refresh_from_db()
    assert bozza.versione == 1


def test_nobody_writes_the_draft_of_another(casa):
    bozza = comincia(casa, aperto(casa))
    bozza.persona = casa.ata
    with pytest.raises(Candidatura.DoesNotExist):
        dichiara(casa, bozza, "1", {"posseduto": True})


# The items


def test_an_item_is_declared_changed_and_taken_away(casa):
    bozza = comincia(casa, aperto(casa))
    dichiara(casa, bozza, "4", {"quanti": 9}, "Dal 2017")
    dichiara(casa, bozza, "4", {"quanti": 8}, "Dal 2018")
    riga = Risposta.objects.get()
    assert (riga.valore, riga.descrizione) == ({"quanti": 8}, "Dal 2018")
    dichiara(casa, bozza, "4", None)
    assert not Risposta.objects.exists()
    bozza.refresh_from_db()
    assert bozza.versione == 4


def test_words_alone_are_kept_and_are_no_title(casa):
    bozza = comincia(casa, aperto(casa))
    dichiara(casa, bozza, "3", None, "Referente biblioteca")
    assert dichiarate(bozza) == []
    assert "titolo_senza_valore" in [una.violazione.codice for una in mancanze(bozza)]


@pytest.mark.parametrize(
    ("voce", "valore", "codice"),
    [
        ("4", {"quanti": -1}, "numero_non_valido"),
        ("2", {"voto": 111}, "voto_fuori_scala"),
        ("99", {"posseduto": True}, "voce_ignota"),
    ],
)
def test_a_value_that_says_nothing_is_refused(casa, voce, valore, codice):
    bozza = comincia(casa, aperto(casa))
    with pytest.raises(AttoRifiutato) as rifiuto:
        dichiara(casa, bozza, voce, valore)
    assert codici(rifiuto) == [codice]
    assert not Risposta.objects.exists()


def test_what_the_commission_gives_is_declared_by_nobody(casa):
    bozza = comincia(casa, aperto(casa, ESPERTO))
    with pytest.raises(AttoRifiutato) as rifiuto:
        dichiara(casa, bozza, "16", {"punti": "5"})
    assert codici(rifiuto) == ["voce_ignota"]
    conto = conto_di(bozza)
    assert (conto.dopo, [parte.parte.sezione.sigla for parte in conto.parti]) == (
        15, ["A", "B", "C"],
    )  # fmt: skip


def test_an_item_kept_from_another_page_is_a_conflict_and_the_same_twice_is_not_lost(casa):
    bozza = comincia(casa, aperto(casa))
    dichiara(casa, bozza, "1", {"posseduto": True})
    with pytest.raises(Conflitto) as conflitto:
        dichiara(casa, bozza, "1", None, letta=7)
    assert conflitto.value.attuale.riga.valore == {"posseduto": True}
    assert Risposta.objects.get().valore == {"posseduto": True}


def test_after_the_term_nothing_is_written(casa):
    bozza = comincia(casa, aperto(casa))
    with pytest.raises(AttoRifiutato) as rifiuto:
        dichiara(casa, bozza, "1", {"posseduto": True}, adesso=DOPO)
    assert codici(rifiuto) == ["fuori_termine"]


def test_the_score_is_that_of_the_picture(casa):
    """Screen 08: nine years of three points are twenty-seven, and the item stops at twenty-four."""
    bozza = comincia(casa, aperto(casa))
    for voce, valore in {
        "1": {"posseduto": True}, "2": {"voto": 110}, "3": {"quanti": 3}, "4": {"quanti": 9},
        "5": {"quanti": 3}, "6": {"quanti": 2}, "7": {"posseduto": True},
    }.items():  # fmt: skip
        dichiara(casa, bozza, voce, valore, "quali")
    conto = conto_di(bozza)
    assert (conto.provata.totale, conto.provata.tetto) == (63, 100)
    [(_, righe)] = conto.sezioni
    quattro = righe[3]
    assert (quattro.voce.punti.lordi, quattro.voce.punti.punti) == (27, 24)
    assert quattro.contano + quattro.tagliati == 1
    laurea = righe[1].voce.punti
    assert laurea.altri_punti  # 110 is in two brackets


# The files


def test_evidence_is_kept_under_a_name_that_says_nothing_and_taken_off_with_its_bytes(
    casa, tmp_path, django_capture_on_commit_callbacks
):
    bozza = comincia(casa, aperto(casa))
    prova = mette(casa, bozza, TipoAllegato.PROVA, "3", titolo="Nomina del 2022")
    assert leggi_allegato(prova) == b"%PDF-1.7 una nomina"
    assert (prova.titolo, "Nomina" in prova.file.name) == ("Nomina del 2022", False)
    with django_capture_on_commit_callbacks(execute=True):
        casa.atto(togli_allegato, casa.docente, allegato_id=prova.pk)
    assert not AllegatoCandidatura.objects.exists()
    assert not [uno for uno in tmp_path.rglob("*") if uno.is_file()]
    assert azioni()[-2:] == ["allega alla candidatura", "toglie dalla candidatura"]


def test_a_curriculum_takes_the_place_of_the_one_before(casa):
    bozza = comincia(casa, aperto(casa))
    mette(casa, bozza)
    nuovo = mette(casa, bozza, carta=file(contenuto=b"%PDF-1.7 un altro"))
    assert AllegatoCandidatura.objects.get() == nuovo


def test_the_same_form_is_one_file_and_the_same_file_is_not_put_twice(casa):
    bozza = comincia(casa, aperto(casa))
    prima = mette(casa, bozza, TipoAllegato.PROVA, "3", chiave=CHIAVE)
    assert mette(casa, bozza, TipoAllegato.PROVA, "3", chiave=CHIAVE) == prima
    with pytest.raises(AttoRifiutato) as rifiuto:
        mette(casa, bozza, TipoAllegato.PROVA, "3")
    assert codici(rifiuto) == ["gia_caricato"]


def test_a_file_has_its_item_and_its_room(casa, monkeypatch):
    bozza = comincia(casa, aperto(casa))
    with pytest.raises(AttoRifiutato) as rifiuto:
        mette(casa, bozza, TipoAllegato.PROVA, "99")
    assert codici(rifiuto) == ["voce_ignota"]
    monkeypatch.setattr("selezioni_pon.services.candidature.allegati.BYTE_MASSIMI", 25)
    mette(casa, bozza)
    with pytest.raises(AttoRifiutato) as rifiuto:
        mette(casa, bozza, TipoAllegato.PROVA, "3")
    assert codici(rifiuto) == ["troppi_byte"]


def test_a_file_that_was_sent_leaves_the_draft_and_stays_with_what_was_sent(casa):
    avviso = aperto(casa)
    invio = inviata(avviso, casa.docente, {"1": {"posseduto": True}}, quando=ADESSO)
    prova = mette(casa, invio.candidatura, TipoAllegato.PROVA, "1")
    AllegatoInviato.objects.create(istituto=casa.istituto, invio=invio, allegato=prova)
    casa.atto(togli_allegato, casa.docente, allegato_id=prova.pk)
    prova.refresh_from_db()
    assert prova.tolto_il == ADESSO
    assert leggi_allegato(prova)


# How it stands


def test_a_whole_draft_lacks_nothing_but_what_stops_nothing(casa):
    bozza = intera(casa, aperto(casa))
    assert mancanze(bozza) == []
    assert [una.violazione.codice for una in avvertenze(bozza)] == [
        "documento", "curriculum_oscurato",
    ]  # fmt: skip
    letta = scheda(con_le_righe(bozza), Passo.TITOLI)
    assert {uno.stato for uno in letta.passi} == {"fatto"}
    assert (letta.pronta, letta.prima_da_fare) == (True, Passo.DICHIARAZIONI)


def test_a_draft_goes_on_where_it_lacks_something(casa):
    letta = scheda(comincia(casa, aperto(casa)), Passo.DATI)
    assert [(uno.passo, uno.stato) for uno in letta.passi] == [
        (Passo.DATI, "in-corso"), (Passo.TITOLI, "da-fare"), (Passo.CURRICULUM, "da-fare"),
        (Passo.DICHIARAZIONI, "da-fare"),
    ]  # fmt: skip
    assert letta.prima_da_fare is Passo.DATI


def test_how_a_draft_stands_is_read_with_two_queries(casa, django_assert_num_queries):
    bozza = intera(casa, aperto(casa))
    bozza = proprie(chi(casa.docente)).get(pk=bozza.pk)
    for voce in ("1", "7"):
        RispostaFactory(istituto=casa.istituto, candidatura=bozza, voce=voce)
        AllegatoFactory(
            istituto=casa.istituto, candidatura=bozza, tipo=TipoAllegato.PROVA.value, voce=voce
        )
    with django_assert_num_queries(2):
        scheda(con_le_righe(bozza), Passo.TITOLI)
        conto_di(bozza)


# Thrown away


def test_a_draft_never_sent_is_thrown_away_with_its_files_even_afterwards(
    casa, tmp_path, django_capture_on_commit_callbacks
):
    bozza = intera(casa, aperto(casa))
    with django_capture_on_commit_callbacks(execute=True):
        casa.atto(elimina_candidatura, casa.docente, DOPO, candidatura_id=bozza.pk)
    assert not Candidatura.objects.exists()
    assert not Risposta.objects.exists()
    assert not [uno for uno in tmp_path.rglob("*") if uno.is_file()]


def test_what_was_sent_is_not_thrown_away(casa):
    avviso = AvvisoFactory(istituto=casa.istituto, pubblicato=True)
    invio = inviata(avviso, casa.docente, {"A.4": {"quanti": 1}})
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(elimina_candidatura, casa.docente, candidatura_id=invio.candidatura_id)
    assert codici(rifiuto) == ["gia_inviata"]
    assert Candidatura.objects.exists()


def test_from_where_one_may_apply_is_told_by_the_phase(casa):
    docente = chi(casa.docente)
    assert da_dove(docente, aperto(casa)) == [Provenienza.INTERNO]
    assert da_dove(docente, aperto(casa, ESPERTO, fase=Fase.ALTRE_SCUOLE.value)) == []
