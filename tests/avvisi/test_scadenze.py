"""Things to do on the desks: opened, described, closed, seen by whose they are today."""

from datetime import timedelta

import pytest

from cpia.avvisi import queries, registri
from cpia.avvisi.models import Scadenza
from cpia.avvisi.scrivania import componi, frase
from cpia.avvisi.services import apri_scadenze, chiudi_scadenze, riapri_scadenze
from cpia.scuola.enums import Ruolo
from cpia.scuola.models import Cattedra, Disciplina
from tests.avvisi.scena import MERCOLEDI, OGGI, contesto, incarico, persona, scadenza

GIORNO = timedelta(days=1)


def titoli(scadenze):
    return [una.titolo for una in scadenze]


def chiavi(chi, adesso=MERCOLEDI):
    """The keys of what a person has to do, in the order of the desk."""
    return [una.chiave for una in queries.scadenze_aperte(contesto(chi, adesso))]


def test_by_deadline_and_only_what_is_visible_and_open(scuola):
    scadenza(scuola, "tardi", OGGI + 9 * GIORNO)
    scadenza(scuola, "presto", OGGI - GIORNO)
    scadenza(scuola, "oggi", OGGI)
    scadenza(scuola, "fatta", OGGI, chiusa_il=MERCOLEDI)
    scadenza(scuola, "futura", OGGI + 3 * GIORNO, visibile_dal=OGGI + GIORNO)
    assert chiavi(scuola.docente) == ["presto", "oggi", "tardi"]
    assert [una.chiave for una in queries.prossime_scadenze(contesto(scuola.docente), 9)] == [
        "futura",
        "tardi",
    ]
    assert [una.chiave for una in queries.chiuse_oggi(contesto(scuola.docente))] == ["fatta"]


def test_each_sees_what_is_of_the_roles_of_today(scuola):
    altra = Cattedra.objects.create(
        istituto=scuola.istituto,
        classe=scuola.classe,
        disciplina=Disciplina.objects.create(istituto=scuola.istituto, nome="Fisica"),
    )
    scadenza(scuola, "mia")
    scadenza(scuola, "altrui", ruolo=Ruolo.DOCENTE, cattedra=altra)
    scadenza(scuola, "classe", ruolo=Ruolo.COORDINATORE, classe=scuola.classe)
    scadenza(scuola, "personale", persona=scuola.docente)
    scadenza(scuola, "dirigente", ruolo=Ruolo.DIRIGENTE)
    assert chiavi(scuola.docente) == ["mia", "personale"]
    assert chiavi(scuola.coordinatrice) == ["classe"]


def test_a_substitute_finds_it_from_the_first_day_to_the_last(scuola):
    scadenza(scuola, "mia", OGGI + 30 * GIORNO)
    supplente = persona(scuola.istituto, "Ivo", sesso="M")
    incarico(supplente, Ruolo.DOCENTE, cattedra=scuola.cattedra, dal=OGGI, al=OGGI + 2 * GIORNO)
    visti = [bool(chiavi(supplente, MERCOLEDI + giorni * GIORNO)) for giorni in range(-1, 4)]
    assert visti == [False, True, True, True, False]


def test_the_words_of_today_come_from_the_app(scuola, monkeypatch):
    prima, seconda = scadenza(scuola, "prima"), scadenza(scuola, "seconda", dettaglio="Com’era.")
    monkeypatch.setitem(
        registri.descrizioni, "avvisi", lambda _istituto, _dell_app: {prima.pk: "95 su 104."}
    )
    parole = {s.pk: s.dettaglio for s in queries.scadenze_aperte(contesto(scuola.docente))}
    assert parole == {prima.pk: "95 su 104.", seconda.pk: "Com’era."}


def test_opened_again_it_takes_the_new_day_and_stays_one(scuola):
    scadenza(scuola, "una", OGGI, dettaglio="Vecchio")
    nuova = Scadenza.objects.get()
    nuova.pk, nuova.entro_il, nuova.titolo = None, OGGI + GIORNO, "Nuovo titolo"
    apri_scadenze([nuova])
    una = Scadenza.objects.get()
    assert (una.entro_il, una.titolo) == (OGGI + GIORNO, "Nuovo titolo")


def test_opening_does_not_undo_what_was_done(scuola):
    fatta = scadenza(scuola, "una", chiusa_il=MERCOLEDI)
    fatta.pk = None
    apri_scadenze([fatta])
    assert Scadenza.objects.get().chiusa_il == MERCOLEDI


def test_closed_once_and_opened_again(scuola):
    scadenza(scuola, "una")
    chiudi = {"istituto_id": scuola.istituto.pk, "chiavi": ["una", "che non c’è"]}
    assert chiudi_scadenze(**chiudi, adesso=MERCOLEDI) == 1
    assert chiudi_scadenze(**chiudi, adesso=MERCOLEDI + GIORNO) == 0
    assert chiavi(scuola.docente) == []
    assert riapri_scadenze(**chiudi) == 1
    assert chiavi(scuola.docente) == ["una"]


@pytest.mark.parametrize(
    ("giorni", "gruppo"),
    [
        (-30, "in_ritardo"), (-1, "in_ritardo"), (0, "oggi"), (1, "settimana"),
        (7, "settimana"), (8, "avanti"), (60, "avanti"),
    ],
)  # fmt: skip
def test_the_four_groups(giorni, gruppo):
    assert queries.gruppo(Scadenza(entro_il=OGGI + giorni * GIORNO), OGGI) == gruppo


@pytest.mark.parametrize(
    ("ritardi", "di_oggi", "detto"),
    [
        (0, 0, "Nulla è in ritardo."),
        (1, 0, "Una cosa è in ritardo."),
        (2, 3, "Due cose sono in ritardo; tre si chiudono oggi."),
        (12, 1, "12 cose sono in ritardo; una si chiude oggi."),
        (0, 1, "Una cosa si chiude oggi."),
        (0, 4, "Quattro cose si chiudono oggi."),
    ],
)
def test_the_sentence_on_top(ritardi, di_oggi, detto):
    scadenze = [Scadenza(entro_il=OGGI - GIORNO)] * ritardi + [Scadenza(entro_il=OGGI)] * di_oggi
    assert frase([*scadenze, Scadenza(entro_il=OGGI + GIORNO)], OGGI) == detto


def test_filters_count_every_role_and_show_one(scuola):
    incarico(scuola.docente, Ruolo.COORDINATORE, classe=scuola.classe)
    scadenza(scuola, "a")
    scadenza(scuola, "b")
    scadenza(scuola, "c", ruolo=Ruolo.COORDINATORE, classe=scuola.classe, verbo="Apri il quadro")
    chi = contesto(scuola.docente)
    pagina = componi(chi, "")
    assert [(f["testo"], f["numero"], f["attiva"]) for f in pagina.filtri] == [
        ("Tutto", 3, True),
        ("Docente", 2, False),
        ("Coordinatrice 2ªB AFM", 1, False),
    ]
    della_classe = componi(chi, f"coordinatore-{scuola.classe.pk}")
    (gruppo,) = della_classe.gruppi
    assert titoli(voce.scadenza for voce in gruppo.voci) == ["Da fare: c"]
    assert gruppo.voci[0].app == "Avvisi, coordinatrice"
    assert not gruppo.voci[0].principale
    assert [f["attiva"] for f in della_classe.filtri] == [False, False, True]


def test_a_filter_of_nobody_shows_everything(scuola):
    scadenza(scuola, "a")
    pagina = componi(contesto(scuola.docente), "dirigente")
    assert pagina.filtri[0]["attiva"]
    assert len(pagina.gruppi) == 1


def test_roles_of_today_in_words_with_their_days(scuola):
    scuola.docente.sesso = "M"
    incarico(scuola.docente, Ruolo.COORDINATORE, classe=scuola.classe, al=OGGI + 20 * GIORNO)
    ruoli = componi(contesto(scuola.docente), "").ruoli
    assert [(ruolo.testo, ruolo.al) for ruolo in ruoli] == [
        ("Coordinatore della 2ªB AFM", OGGI + 20 * GIORNO),
        ("Matematica in 2ªB AFM", None),
    ]
