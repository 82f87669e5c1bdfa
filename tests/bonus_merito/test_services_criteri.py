"""The acts on the criteria: what they write, what they refuse, what stays as it was."""

import io
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from html import unescape

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from bonus_merito.documents.criteri import ContestoCriteri, html_criteri
from bonus_merito.enums import Categoria, FonteRisorse, Lordo, StatoCriteri
from bonus_merito.models import Criteri, Criterio, Indicatore
from bonus_merito.queries.criteri.impronte import (
    impronta_del_criterio,
    impronta_del_regolamento,
    impronta_dell_area,
    impronta_della_testata,
)
from bonus_merito.queries.criteri.partenza import SPEDITI, VUOTI
from bonus_merito.services.criteri import (
    DatiArea,
    DatiArticolo,
    DatiCriterio,
    DatiRegolamento,
    DatiTestata,
    RigaIndicatore,
    adotta_criteri,
    chiedi_carta,
    elimina_bozza,
    pubblica_criteri,
    salva_area,
    salva_criterio,
    salva_regolamento,
    salva_testata,
    sposta_criterio,
    stampa_criteri,
    togli_criterio,
)
from bonus_merito.services.fondi import DatiFondo, salva_fondo
from cpia.atti.models import Documento, Operazione
from cpia.atti.rules import del_giorno
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.enums import TipoOrgano
from tests.bonus_merito.scena_criteri import Scena, scena
from tests.factories.bonus import FondoFactory, ProceduraFactory
from tests.factories.organi import DeliberaFactory, OrganoFactory
from tests.factories.patto import CpiaFactory
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db


@pytest.fixture
def casa() -> Scena:
    return scena()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def adotta(casa: Scena, bozza: Criteri, **altro) -> Criteri:
    bozza.refresh_from_db()
    dati = {"delibera_id": casa.delibera.pk} | altro
    return casa.atto(adotta_criteri, criteri_id=bozza.pk, versione=bozza.versione, **dati)


def primo(bozza: Criteri, area: str = "A") -> Criterio:
    return Criterio.objects.filter(area__criteri=bozza, area__area=area).order_by("ordine")[0]


def conta(bozza: Criteri) -> tuple[int, int]:
    criteri = Criterio.objects.filter(area__criteri=bozza)
    return criteri.count(), Indicatore.objects.filter(criterio__in=criteri).count()


# Begun


def test_a_draft_from_the_shipped_ones_has_every_word(casa):
    bozza = casa.bozza()
    assert conta(bozza) == (17, 18)
    assert bozza.stato == StatoCriteri.BOZZA
    assert sorted(bozza.livelli) == ["1", "2", "3"]
    assert len(bozza.individuazione) == 4
    assert [len(area.descrittori) for area in bozza.aree.all()] == [13, 8, 4]
    assert Operazione.objects.filter(azione="prepara criteri del bonus").count() == 1


def test_a_draft_has_the_regulation_too_and_so_its_copies(casa):
    bozza = casa.bozza()
    assert [articolo["numero"] for articolo in bozza.articoli] == list(range(1, 13))
    assert (len(bozza.precondizioni), bool(bozza.diffusione)) == (2, True)
    copia = casa.bozza(str(adotta(casa, bozza).pk))
    for nome in ("precondizioni", "diffusione", "premessa", "principi", "articoli"):
        assert getattr(copia, nome) == getattr(bozza, nome) != ""


def test_a_draft_from_nothing_has_the_three_areas(casa):
    bozza = casa.bozza(VUOTI)
    assert conta(bozza) == (0, 0)
    assert [area.area for area in bozza.aree.all()] == ["A", "B", "C"]


def test_a_draft_from_those_of_before(casa):
    prima = adotta(casa, casa.bozza())
    copia = casa.bozza(str(prima.pk))
    assert conta(copia) == (17, 18)
    assert copia.titolo == prima.titolo
    assert primo(copia).pk != primo(prima).pk


def test_one_draft_at_a_time(casa):
    casa.bozza()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.bozza(VUOTI)
    assert codici(rifiuto) == ["bozza_presente"]
    assert casa.bozza(VUOTI, Categoria.ATA).categoria == Categoria.ATA


def test_the_shipped_ones_are_of_their_school_and_of_teachers(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.bozza(SPEDITI, Categoria.ATA)
    assert codici(rifiuto) == ["nessuna_fonte"]
    casa.istituto.slug = "altra"
    casa.istituto.save(update_fields=["slug"])
    with pytest.raises(AttoRifiutato):
        casa.bozza(SPEDITI)
    assert not Criteri.objects.exists()


@pytest.mark.parametrize("da", ["999999", "9" * 30])
def test_those_of_nobody_are_no_beginning(casa, da):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.bozza(da)
    assert codici(rifiuto) == ["fonte_ignota"]


# Written


def test_head_area_and_criterion_are_written(casa):
    bozza = casa.bozza()
    casa.atto(
        salva_testata, criteri_id=bozza.pk, versione=impronta_della_testata(bozza),
        dati=DatiTestata("Nuovi criteri", ["dichiarazione"], {"1": "ottimo"}),
    )  # fmt: skip
    area = bozza.aree.get(area="B")
    casa.atto(
        salva_area, area_id=area.pk, versione=impronta_dell_area(area),
        dati=DatiArea("Risultati", ["esiti"], []),
    )  # fmt: skip
    nuovo = casa.atto(
        salva_criterio, area_id=area.pk,
        dati=DatiCriterio("B3", "altra voce", "Pubblica", [RigaIndicatore("articoli", "due")]),
    )  # fmt: skip
    bozza.refresh_from_db()
    assert (bozza.titolo, bozza.livelli) == ("Nuovi criteri", {"1": "ottimo"})
    assert bozza.versione == 4
    assert area.criteri_dell_area.filter(codice="B3", titolo="altra voce").count() == 3
    assert [riga.soglia for riga in nuovo.indicatori.all()] == ["due"]


REGOLAMENTO = DatiRegolamento(
    ["di ruolo"], "all’albo", "", "equità",
    [DatiArticolo(2, "Esclusi", "b"), DatiArticolo(1, "Destinatari", "a")],
)  # fmt: skip


def test_the_regulation_is_written_in_the_order_of_its_articles(casa):
    bozza = casa.bozza(VUOTI)
    scritto = {"criteri_id": bozza.pk, "versione": impronta_del_regolamento(bozza)}
    casa.atto(salva_regolamento, dati=REGOLAMENTO, **scritto)
    bozza.refresh_from_db()
    assert [articolo["titolo"] for articolo in bozza.articoli] == ["Destinatari", "Esclusi"]
    assert (bozza.precondizioni, bozza.diffusione) == (["di ruolo"], "all’albo")
    assert Operazione.objects.filter(azione="scrive regolamento dei criteri").count() == 1
    with pytest.raises(Conflitto):
        casa.atto(salva_regolamento, dati=REGOLAMENTO, **scritto)


def test_two_articles_have_not_one_number(casa):
    bozza = casa.bozza(VUOTI)
    due = replace(REGOLAMENTO, articoli=[DatiArticolo(3, "x", "x"), DatiArticolo(3, "y", "y")])
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(
            salva_regolamento, criteri_id=bozza.pk, dati=due,
            versione=impronta_del_regolamento(bozza),
        )  # fmt: skip
    assert codici(rifiuto) == ["articolo_doppio"]


def test_two_who_write_in_different_criteria_do_not_stop_each_other(casa):
    bozza = casa.bozza()
    uno, altro = primo(bozza, "A"), primo(bozza, "B")
    lette = {c.pk: impronta_del_criterio(c, list(c.indicatori.all())) for c in (uno, altro)}
    for criterio in (uno, altro):
        scritto = casa.atto(
            salva_criterio, area_id=criterio.area_id, criterio_id=criterio.pk,
            versione=lette[criterio.pk],
            dati=DatiCriterio(criterio.codice, criterio.titolo, "Testo", [RigaIndicatore("i")]),
        )  # fmt: skip
        assert scritto.indicatori.count() == 1


def test_what_somebody_else_wrote_is_not_overwritten(casa):
    bozza = casa.bozza()
    area = bozza.aree.get(area="A")
    letta = impronta_dell_area(area)
    casa.atto(salva_area, area_id=area.pk, versione=letta, dati=DatiArea("Prima", [], []))
    with pytest.raises(Conflitto) as conflitto:
        casa.atto(salva_area, area_id=area.pk, versione=letta, dati=DatiArea("Seconda", [], []))
    assert conflitto.value.attuale.testo == "Prima"
    area.refresh_from_db()
    assert area.testo == "Prima"


def test_a_second_click_writes_no_second_criterion(casa):
    area = casa.bozza(VUOTI).aree.get(area="B")
    dati = DatiCriterio("B1", "voce", "Pubblica", [RigaIndicatore("articoli")])
    uno, due = (casa.atto(salva_criterio, area_id=area.pk, dati=dati) for _ in range(2))
    assert uno == due
    assert area.criteri_dell_area.count() == 1


@pytest.mark.parametrize("codice", ["A1", "B", "B0", "D1", ""])
def test_a_code_of_another_area_is_refused(casa, codice):
    area = casa.bozza().aree.get(area="B")
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(salva_criterio, area_id=area.pk, dati=DatiCriterio(codice, "v", "t", []))
    assert codici(rifiuto) == ["codice"]


def test_a_criterion_moves_under_its_heading_only(casa):
    bozza = casa.bozza()
    in_a1 = [c.pk for c in Criterio.objects.filter(area__criteri=bozza, codice="A1")]
    casa.atto(sposta_criterio, criterio_id=in_a1[0], passo=1)
    casa.atto(sposta_criterio, criterio_id=in_a1[2], passo=1)
    dopo = Criterio.objects.filter(area__criteri=bozza, codice="A1").order_by("ordine")
    assert [c.pk for c in dopo] == [in_a1[1], in_a1[0], in_a1[2]]


def test_a_criterion_and_a_draft_are_taken_away(casa):
    bozza = casa.bozza()
    casa.atto(togli_criterio, criterio_id=primo(bozza).pk)
    assert conta(bozza) == (16, 16)
    casa.atto(elimina_bozza, criteri_id=bozza.pk)
    assert not Criteri.objects.exists()


# Adopted


def test_adopted_on_a_deliberation_of_the_comitato(casa):
    adottati = adotta(casa, casa.bozza())
    assert adottati.stato == StatoCriteri.ADOTTATI
    assert adottati.delibera == casa.delibera
    assert adottati.adottati_il is not None
    assert adottati.protocollo is not None
    assert adottati.documento.protocollo == adottati.protocollo
    assert Lavoro.objects.filter(riferimento=adottati.documento.pk).count() == 1
    assert Operazione.objects.filter(azione="adotta criteri del bonus").count() == 1


def test_adopted_with_the_decree_of_who_directs_beside_the_deliberation(casa):
    bozza = casa.bozza()
    prima = casa.delibera.adottata_il.date() - timedelta(days=30)
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta(casa, bozza, atto="decreto n. 334", adottati_il=prima)
    assert codici(rifiuto) == ["prima_della_delibera"]
    oggi = ADESSO.date()
    adottati = adotta(casa, bozza, atto="decreto n. 334", adottati_il=oggi)
    assert adottati.delibera == casa.delibera
    assert (adottati.atto, adottati.adottati_il) == ("decreto n. 334", oggi)
    stampato = stampa_criteri(casa.istituto.pk, adottati.documento_id)
    with stampato.file.open("rb") as file:
        pagina = " ".join(PdfReader(io.BytesIO(file.read())).pages[0].extract_text().split())
    assert f"delibera n. {casa.delibera.numero}" in pagina
    assert f"decreto n. 334 {del_giorno(oggi)}" in pagina


def test_adopted_on_an_act_of_before(casa):
    adottati = adotta(
        casa, casa.bozza(), delibera_id=None, atto="decreto n. 334", adottati_il=date(2019, 5, 20)
    )
    assert (adottati.atto, adottati.adottati_il) == ("decreto n. 334", date(2019, 5, 20))


@pytest.mark.parametrize(("fonte", "aree"), [("comitato", 3), ("contratto", 1), (None, 1)])
def test_an_incomplete_draft_is_not_adopted(casa, fonte, aree):
    """The law names three areas on the criteria of the Comitato; of the contract one is enough."""
    bozza = casa.bozza(VUOTI)
    if fonte:
        FondoFactory(
            istituto=casa.istituto, anno_scolastico=bozza.anno_scolastico, fonte=fonte,
            contratto="contratto del 15 marzo 2024", articolo="art. 22",
        )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta(casa, bozza)
    assert codici(rifiuto) == ["area_vuota"] * aree + ["livello_muto"] * 3
    bozza.refresh_from_db()
    assert (bozza.stato, bozza.protocollo) == (StatoCriteri.BOZZA, None)


def test_a_draft_that_has_changed_is_read_again(casa):
    bozza = casa.bozza()
    versione = bozza.versione
    casa.atto(togli_criterio, criterio_id=primo(bozza).pk)
    with pytest.raises(Conflitto):
        casa.atto(
            adotta_criteri, criteri_id=bozza.pk, versione=versione, delibera_id=casa.delibera.pk
        )


def test_a_deliberation_of_another_organ_adopts_nothing(casa):
    consiglio = OrganoFactory(istituto=casa.istituto, tipo=TipoOrgano.CONSIGLIO_ISTITUTO)
    altra = DeliberaFactory(istituto=casa.istituto, organo=consiglio)
    bozza = casa.bozza()
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta(casa, bozza, delibera_id=altra.pk)
    assert codici(rifiuto) == ["delibera"]


def test_those_in_force_give_their_place_until_a_call_is_open(casa):
    prima = adotta(casa, casa.bozza())
    seconda = DeliberaFactory(istituto=casa.istituto, organo=casa.comitato)
    dopo = adotta(casa, casa.bozza(str(prima.pk)), delibera_id=seconda.pk)
    prima.refresh_from_db()
    assert (prima.stato, dopo.sostituisce) == (StatoCriteri.SOSTITUITI, prima)
    ProceduraFactory(
        istituto=casa.istituto, criteri=dopo, aperta=True, fondo__anno_scolastico=casa.anno
    )
    terza = DeliberaFactory(istituto=casa.istituto, organo=casa.comitato)
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta(casa, casa.bozza(str(dopo.pk)), delibera_id=terza.pk)
    assert codici(rifiuto) == ["procedura_aperta"]


def test_one_deliberation_adopts_one_version(casa):
    prima = adotta(casa, casa.bozza())
    with pytest.raises(AttoRifiutato) as rifiuto:
        adotta(casa, casa.bozza(str(prima.pk)))
    assert codici(rifiuto) == ["delibera"]


def test_adopted_criteria_do_not_change(casa):
    adottati = adotta(casa, casa.bozza())
    criterio = primo(adottati)
    atti = (
        (salva_testata, {"criteri_id": adottati.pk, "versione": 1,
                         "dati": DatiTestata("Altri", [], {})}),
        (salva_area, {"area_id": criterio.area_id, "versione": 1, "dati": DatiArea("x", [], [])}),
        (salva_regolamento, {"criteri_id": adottati.pk, "versione": 1, "dati": REGOLAMENTO}),
        (togli_criterio, {"criterio_id": criterio.pk}),
        (elimina_bozza, {"criteri_id": adottati.pk}),
    )  # fmt: skip
    for servizio, dati in atti:
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.atto(servizio, **dati)
        assert codici(rifiuto) == ["non_in_bozza"]
    with pytest.raises(IntegrityError), transaction.atomic():
        Criterio.objects.filter(pk=criterio.pk).update(testo="altro")


# Printed and published


def test_the_paper_says_what_an_area_counts_who_is_out_and_the_regulation(casa):
    casa.istituto.refresh_from_db()
    contesto = ContestoCriteri.from_dict(adotta(casa, casa.bozza()).documento.contesto)
    pagina = unescape(html_criteri(contesto))
    for detto in (
        "(fino al 40 per cento)", "Area C: fino al 35 per cento", "51–70, 71–85, 86–100",
        "presenza a scuola superiore a 80 %", "Non si stilerà una graduatoria",
        "Art. 10. Attribuzione aggiuntiva di percentuale", "surplus di diligenza",
        "Chi è stato assente per più del 20 per cento", "Al più il 65 per cento",
    ):  # fmt: skip
        assert detto in pagina
    assert [area.peso for area in contesto.aree] == [40, 25, 35]
    assert contesto.conta_dal == contesto.emesso


def test_the_paper_is_printed_once(casa):
    adottati = adotta(casa, casa.bozza())
    documento = stampa_criteri(casa.istituto.pk, adottati.documento_id)
    assert documento.pagine >= 2
    assert stampa_criteri(casa.istituto.pk, documento.pk).impronta == documento.impronta
    di_nuovo = casa.atto(chiedi_carta, criteri_id=adottati.pk)
    assert di_nuovo.documento_id == documento.pk
    assert Documento.objects.filter(tipo="criteri_bonus").count() == 1


def test_published_on_the_albo_under_their_number(casa):
    adottati = adotta(casa, casa.bozza())
    fuori = casa.atto(pubblica_criteri, casa.segretaria, criteri_id=adottati.pk)
    assert fuori.pubblicazione.numero == 1
    assert fuori.pubblicazione.protocollo == adottati.protocollo
    assert not fuori.pubblicazione.con_dati_personali
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(pubblica_criteri, criteri_id=adottati.pk)
    assert codici(rifiuto) == ["gia_pubblicati"]


def test_a_draft_is_not_published(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(pubblica_criteri, criteri_id=casa.bozza().pk)
    assert codici(rifiuto) == ["non_adottati"]


# Money

FONDO = DatiFondo(
    FonteRisorse.CONTRATTO, Decimal("10450.00"), Decimal("7315.00"), Lordo.DIPENDENTE,
    contratto="contratto del 15 marzo 2024", articolo="art. 22",
)  # fmt: skip


def test_the_fund_is_written_and_written_again(casa):
    fondo = casa.atto(salva_fondo, casa.segretaria, anno_id=casa.anno.pk, dati=FONDO)
    del_comitato = DatiFondo(
        FonteRisorse.COMITATO, Decimal(9000), Decimal(9000), Lordo.STATO, contratto="ignorato"
    )
    dopo = casa.atto(salva_fondo, anno_id=casa.anno.pk, dati=del_comitato, versione=fondo.versione)
    assert (dopo.pk, dopo.versione, dopo.contratto) == (fondo.pk, 2, "")
    with pytest.raises(Conflitto):
        casa.atto(salva_fondo, anno_id=casa.anno.pk, dati=FONDO, versione=1)


def test_a_fund_without_its_contract_is_refused(casa):
    senza = DatiFondo(FonteRisorse.CONTRATTO, Decimal(10), Decimal(10), Lordo.DIPENDENTE)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(salva_fondo, anno_id=casa.anno.pk, dati=senza)
    assert codici(rifiuto) == ["senza_contratto", "senza_articolo"]


def test_a_fund_that_a_decree_has_paid_does_not_change(casa):
    fondo = casa.atto(salva_fondo, anno_id=casa.anno.pk, dati=FONDO)
    ProceduraFactory(istituto=casa.istituto, fondo=fondo, decretata=True)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(salva_fondo, anno_id=casa.anno.pk, dati=FONDO, versione=fondo.versione)
    assert codici(rifiuto) == ["decretato"]


def test_the_year_of_another_school_is_not_found(casa):
    from cpia.scuola.models import AnnoScolastico

    altrui = AnnoScolastico(istituto=CpiaFactory(), inizio=2023)
    with pytest.raises(AnnoScolastico.DoesNotExist):
        casa.atto(salva_fondo, anno_id=altrui.pk or 0, dati=FONDO)
