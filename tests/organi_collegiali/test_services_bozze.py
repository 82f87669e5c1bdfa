"""The draft of a sitting: begun with what waits, written by two, sent to be signed or not."""

from dataclasses import replace

import pytest

from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.enums import EsitoPunto, NaturaPunto, StatoSeduta, StatoVerbale
from organi_collegiali.models import Avviso, Mozione, Punto, Richiesta, Seduta
from organi_collegiali.services.convocazione.agenda import (
    DatiPunto,
    aggiungi_punto,
    cambia_punto,
    ordina_punti,
    riprendi_rinviati,
    sposta_punto,
    togli_punto,
)
from organi_collegiali.services.convocazione.bozze import (
    DatiSeduta,
    elimina_bozza,
    manda_alla_firma,
    riprendi_bozza,
    salva_bozza,
)
from organi_collegiali.services.convocazione.richieste import presenta_mozione, registra_richiesta
from tests.factories.organi import PuntoFactory, SedutaFactory, VerbaleFactory
from tests.factories.scuola import ADESSO, contesto
from tests.organi_collegiali.scena_bozza import Ufficio, alle, ufficio

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Ufficio:
    return ufficio()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def titoli(seduta: Seduta) -> list[str]:
    return list(seduta.punti.order_by("ordine").values_list("titolo", flat=True))


def con_punti(casa: Ufficio, *quali: str, **dati: object) -> Seduta:
    seduta = casa.bozza(**dati)
    for titolo in quali:
        casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo=titolo)
    seduta.refresh_from_db()
    return seduta


def pronta(casa: Ufficio, **dati: object) -> Seduta:
    dati = {"inizio_previsto": alle(12), "luogo": "Aula magna"} | dati
    return con_punti(casa, "Conto consuntivo", **dati)


def firma(casa: Ufficio, seduta: Seduta) -> Avviso:
    return casa.atto(manda_alla_firma, seduta_id=seduta.pk, versione=seduta.versione)


# How it begins


def test_what_waits_is_on_the_agenda_by_itself(casa):
    chiusa = SedutaFactory(istituto=casa.istituto, organo=casa.organo, chiusa=True, numero=21)
    VerbaleFactory(istituto=casa.istituto, seduta=chiusa)
    mozione = presenta_mozione(
        autore=contesto(casa.presidente), adesso=ADESSO, organo_id=casa.organo.pk,
        genere="mozione", oggetto="Orario della mensa", testo="Si chiede di votare…",
    )  # fmt: skip
    seduta = casa.bozza()
    assert titoli(seduta) == [
        "Approvazione del verbale della seduta n. 21 del 6 maggio 2024",
        "Mozione: Orario della mensa",
    ]
    primo = seduta.punti.get(ordine=1)
    assert (primo.natura, primo.verbale_di) == (NaturaPunto.VERBALE, chiusa)
    mozione.refresh_from_db()
    assert mozione.punto == seduta.punti.get(ordine=2)


def test_the_same_minutes_do_not_go_on_two_agendas(casa):
    SedutaFactory(istituto=casa.istituto, organo=casa.organo, chiusa=True)
    assert len(titoli(casa.bozza())) == 1
    assert titoli(casa.bozza()) == []


def test_minutes_that_are_approved_are_not_approved_again(casa):
    chiusa = SedutaFactory(istituto=casa.istituto, organo=casa.organo, chiusa=True)
    VerbaleFactory(
        istituto=casa.istituto, seduta=chiusa, stato=StatoVerbale.APPROVATO, approvato_il=ADESSO
    )
    assert titoli(casa.bozza()) == []


def test_an_organ_that_sits_no_more_is_not_convened(casa):
    casa.organo.al = ADESSO.date().replace(day=1)
    casa.organo.save()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.bozza()
    assert codici(rifiuto) == ["organo_cessato"]
    assert not Seduta.objects.exists()


def test_a_request_gives_its_arguments_and_is_answered_once(casa):
    richiesta = casa.atto(
        registra_richiesta, organo_id=casa.organo.pk, chi="giunta",
        argomenti="Programma annuale\nElezione del vicepresidente", presentata_il=ADESSO.date(),
    )  # fmt: skip
    seduta = casa.bozza(richiesta_id=richiesta.pk)
    assert titoli(seduta) == ["Programma annuale", "Elezione del vicepresidente"]
    assert seduta.punti.get(ordine=2).natura == NaturaPunto.ELEZIONE
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.bozza(richiesta_id=richiesta.pk)
    assert codici(rifiuto) == ["gia_convocata"]
    assert Seduta.objects.count() == 1


# Two secretaries


def test_two_write_different_fields_and_both_stay(casa):
    seduta = casa.bozza()
    letti = DatiSeduta.di(seduta)
    casa.atto(salva_bozza, seduta_id=seduta.pk, letti=letti, scritti=replace(letti, luogo="A"))
    casa.atto(
        salva_bozza, seduta_id=seduta.pk, letti=letti,
        scritti=replace(letti, inizio_previsto=alle(12)),
    )  # fmt: skip
    seduta.refresh_from_db()
    assert (seduta.luogo, seduta.inizio_previsto, seduta.versione) == ("A", alle(12), 3)
    campi = [
        riga.dati["campi"]
        for riga in Operazione.objects.filter(azione="modifica bozza di seduta").order_by("pk")
    ]
    assert campi == [["luogo"], ["inizio_previsto"]]


def test_two_write_the_same_field_and_the_second_sees_both(casa):
    seduta = casa.bozza()
    letti = DatiSeduta.di(seduta)
    casa.atto(salva_bozza, seduta_id=seduta.pk, letti=letti, scritti=replace(letti, luogo="Uno"))
    with pytest.raises(Conflitto) as conflitto:
        casa.atto(
            salva_bozza, seduta_id=seduta.pk, letti=letti,
            scritti=replace(letti, luogo="Due", tipo="urgente"),
        )  # fmt: skip
    assert conflitto.value.attuale.luogo == "Uno"
    seduta.refresh_from_db()
    assert (seduta.luogo, seduta.tipo, seduta.versione) == ("Uno", "ordinaria", 2)


def test_what_changes_nothing_writes_nothing(casa):
    seduta = casa.bozza(luogo="Aula magna")
    letti = DatiSeduta.di(seduta)
    prima = Operazione.objects.count()
    casa.atto(salva_bozza, seduta_id=seduta.pk, letti=letti, scritti=letti)
    # Both have written the same word: there is nothing to choose.
    casa.atto(salva_bozza, seduta_id=seduta.pk, letti=replace(letti, luogo=""), scritti=letti)
    seduta.refresh_from_db()
    assert (seduta.versione, Operazione.objects.count()) == (1, prima)


# The agenda


def test_items_are_put_before_the_closing_ones(casa):
    seduta = con_punti(casa, "Varie ed eventuali", "Comunicazioni del Presidente", "Bilancio")
    righe = list(seduta.punti.order_by("ordine").values_list("titolo", "natura", "ordine"))
    assert righe == [
        ("Comunicazioni del Presidente", "senza_voto", 1),
        ("Bilancio", "delibera", 2),
        ("Varie ed eventuali", "varie", 3),
    ]


def test_items_move_by_one_or_all_at_once(casa):
    seduta = con_punti(casa, "A", "B", "C")
    a, b, c = seduta.punti.order_by("ordine")
    casa.atto(sposta_punto, punto_id=c.pk, posto=1)
    assert titoli(seduta) == ["C", "A", "B"]
    casa.atto(ordina_punti, seduta_id=seduta.pk, ordine=[a.pk, b.pk, c.pk])
    assert titoli(seduta) == ["A", "B", "C"]
    casa.atto(togli_punto, punto_id=b.pk)
    assert list(seduta.punti.values_list("ordine", "titolo")) == [(1, "A"), (2, "C")]


def test_an_order_of_other_items_is_refused(casa):
    seduta = con_punti(casa, "A", "B")
    a, b = seduta.punti.order_by("ordine")
    casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="C")
    for ordine in ([b.pk, a.pk], [a.pk, b.pk, b.pk], []):
        with pytest.raises(Conflitto):
            casa.atto(ordina_punti, seduta_id=seduta.pk, ordine=ordine)
    assert titoli(seduta) == ["A", "B", "C"]


def test_who_renames_an_item_that_somebody_renamed_loses_nothing(casa):
    seduta = con_punti(casa, "A")
    punto = seduta.punti.get()
    dati = DatiPunto("Uno", "delibera")
    casa.atto(cambia_punto, punto_id=punto.pk, versione=1, dati=dati)
    with pytest.raises(Conflitto) as conflitto:
        casa.atto(cambia_punto, punto_id=punto.pk, versione=1, dati=replace(dati, titolo="Due"))
    assert conflitto.value.attuale.titolo == "Uno"
    assert titoli(seduta) == ["Uno"]


def test_the_approval_of_minutes_keeps_its_nature(casa):
    SedutaFactory(istituto=casa.istituto, organo=casa.organo, chiusa=True)
    punto = casa.bozza().punti.get()
    casa.atto(
        cambia_punto, punto_id=punto.pk, versione=1, dati=DatiPunto("Lettura del verbale", "varie")
    )
    punto.refresh_from_db()
    assert (punto.titolo, punto.natura) == ("Lettura del verbale", "verbale")


def test_what_was_postponed_is_taken_up_once(casa):
    chiusa = SedutaFactory(istituto=casa.istituto, organo=casa.organo, chiusa=True)
    esiti = ((EsitoPunto.RINVIATO, "Criteri"), (EsitoPunto.DELIBERATO, "Bilancio"))
    for ordine, (esito, titolo) in enumerate(esiti, start=1):
        PuntoFactory(
            istituto=casa.istituto, seduta=chiusa, ordine=ordine, titolo=titolo, esito=esito
        )
    seduta = con_punti(casa, "Varie ed eventuali")
    assert casa.atto(riprendi_rinviati, seduta_id=seduta.pk) == 1
    assert titoli(seduta)[1:] == ["Criteri", "Varie ed eventuali"]
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(riprendi_rinviati, seduta_id=seduta.pk)
    assert codici(rifiuto) == ["niente_da_riprendere"]


# To the signature


def test_in_time_it_goes_to_who_signs_with_its_reasons(casa):
    seduta = pronta(casa)
    avviso = firma(casa, seduta)
    seduta.refresh_from_db()
    assert seduta.stato == StatoSeduta.ALLA_FIRMA
    assert avviso.ultimo_giorno == alle(7).date()
    assert avviso.nei_termini
    assert any("105" in motivo["fonte"] for motivo in avviso.perche)
    assert Operazione.objects.filter(azione="manda alla firma").count() == 1


@pytest.mark.parametrize(
    ("dati", "campo", "codice"),
    [
        ({"inizio_previsto": None}, "giorno", "senza_giorno"),
        ({"inizio_previsto": alle(4)}, "giorno", "passata"),
        ({"inizio_previsto": alle(9)}, "giorno", "fuori_termine"),
        ({"luogo": "  "}, "luogo", "senza_luogo"),
        ({"collegamento": "https://riunione.example"}, "collegamento", "a_distanza"),
        ({"tipo": "urgente"}, "motivo_urgenza", "senza_motivo"),
    ],
)
def test_what_is_missing_is_said_at_its_field_and_nothing_leaves(casa, dati, campo, codice):
    seduta = pronta(casa, **dati)
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(casa, seduta)
    [violazione] = rifiuto.value.violazioni
    assert (violazione.codice, violazione.campo) == (codice, campo)
    assert violazione.testo
    assert violazione.fonte
    seduta.refresh_from_db()
    assert seduta.stato == StatoSeduta.BOZZA
    assert not Avviso.objects.exists()


def test_an_empty_agenda_is_not_sent(casa):
    seduta = casa.bozza(inizio_previsto=alle(12), luogo="Aula magna")
    with pytest.raises(AttoRifiutato) as rifiuto:
        firma(casa, seduta)
    assert codici(rifiuto) == ["senza_punti"]


def test_a_draft_that_changed_after_it_was_read_is_not_sent(casa):
    seduta = pronta(casa)
    casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Un altro")
    with pytest.raises(Conflitto):
        firma(casa, seduta)
    assert not Avviso.objects.exists()


def test_before_the_signature_one_may_take_it_back(casa):
    seduta = pronta(casa)
    avviso = firma(casa, seduta)
    with pytest.raises(AttoRifiutato):
        casa.atto(aggiungi_punto, seduta_id=seduta.pk, titolo="Un altro")
    casa.atto(riprendi_bozza, seduta_id=seduta.pk)
    seduta.refresh_from_db()
    assert seduta.stato == StatoSeduta.BOZZA
    assert not Avviso.objects.filter(pk=avviso.pk).exists()


def test_after_the_signature_one_may_not(casa):
    seduta = pronta(casa)
    Avviso.objects.filter(pk=firma(casa, seduta).pk).update(
        firmato_il=ADESSO, firmato_da=casa.presidente
    )
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(riprendi_bozza, seduta_id=seduta.pk)
    assert codici(rifiuto) == ["firmato"]


def test_a_draft_thrown_away_gives_back_what_it_had_taken(casa):
    presenta_mozione(
        autore=contesto(casa.presidente), adesso=ADESSO, organo_id=casa.organo.pk,
        genere="mozione", oggetto="Mensa", testo="Si chiede…",
    )  # fmt: skip
    richiesta = casa.atto(
        registra_richiesta, organo_id=casa.organo.pk, chi="presidente",
        argomenti="Programma annuale", presentata_il=ADESSO.date(),
    )  # fmt: skip
    seduta = casa.bozza(richiesta_id=richiesta.pk)
    casa.atto(elimina_bozza, seduta_id=seduta.pk)
    assert not Seduta.objects.exists()
    assert not Punto.objects.exists()
    assert Mozione.objects.get().punto is None
    assert Richiesta.objects.get().seduta is None
    assert Operazione.objects.filter(azione="elimina bozza di seduta").count() == 1
