"""The acts on a dossier: what they write, what they refuse, what the register keeps."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from cpia.atti.caricamenti import FileAccettato
from cpia.atti.models import Documento, Operazione, Protocollo
from cpia.avvisi.models import Lavoro
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.models import Incarico
from organi_collegiali.enums import TipoOrgano
from patto_formativo.enums import EsitoProva, StatoCorsista, StatoPatto, TipoEvidenza, TipoProva
from patto_formativo.models import Certificato, Dossier, Evidenza
from patto_formativo.queries.crediti import conto_crediti
from patto_formativo.services.dossier import (
    DatiEvidenza,
    DatiMiei,
    DatiValutazione,
    aggiungi_evidenza,
    cambia_evidenza,
    carica_evidenza,
    chiedi_riconoscimento,
    chiudi_dossier,
    riapri_dossier,
    rilascia_certificato,
    ritira_evidenza,
    sposta_evidenza,
    togli_evidenza,
    valuta_evidenza,
)
from patto_formativo.services.dossier.stampe import stampa_certificato
from tests.accessi.righe_patto import campi
from tests.factories.organi import DeliberaFactory, OrganoFactory
from tests.factories.patto import VersioneFactory
from tests.factories.scuola import ADESSO
from tests.patto_formativo.scena_dossier import (
    CELI,
    CORSO,
    DELF,
    DELIBERATO,
    DIPLOMA,
    LAVORO,
    NAIMA,
    Scena,
    scena,
)

pytestmark = pytest.mark.django_db
T = TipoEvidenza
FOTO = FileAccettato("attestato.jpg", b"\xff\xd8\xff", "image/jpeg", "a" * 64, 3)


@pytest.fixture
def casa() -> Scena:
    return scena()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def azioni(dossier: Dossier) -> list[str]:
    righe = Operazione.objects.filter(
        oggetto_tipo="patto_formativo.dossier", oggetto_id=dossier.pk
    ).order_by("pk")
    return list(righe.values_list("azione", flat=True))


def titoli(casa: Scena) -> list[str]:
    righe = casa.dossier.evidenze.filter(tolta_il__isnull=True).order_by("ordine")
    return list(righe.values_list("titolo", flat=True))


# Opened and asked for


def test_a_dossier_is_opened_once(casa):
    primo, secondo = casa.apre(), casa.apre()
    assert primo == secondo
    assert azioni(primo) == ["apre dossier"]


def test_the_request_is_recorded_with_its_day(casa):
    casa.apre(richiesto=False)
    dossier = casa.atto(
        chiedi_riconoscimento, corsista_id=casa.corsista.pk, giorno=date(2024, 6, 3)
    )
    assert dossier.richiesto_il == date(2024, 6, 3)
    assert azioni(dossier) == ["apre dossier", "chiede riconoscimento dei crediti"]


def test_the_request_is_made_once_and_not_in_the_future(casa):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(
            chiedi_riconoscimento,
            corsista_id=casa.corsista.pk,
            giorno=ADESSO.date() + timedelta(days=1),
        )
    assert codici(rifiuto) == ["giorno"]
    casa.apre()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(chiedi_riconoscimento, corsista_id=casa.corsista.pk, giorno=ADESSO.date())
    assert codici(rifiuto) == ["gia_richiesto"]


# Evidence


def test_evidence_takes_the_nature_of_its_row_and_the_last_place(casa):
    celi, lavoro = casa.mette(CELI, LAVORO)
    assert (celi.natura, celi.ordine, celi.ore_attivita) == ("formale", 1, None)
    assert (lavoro.natura, lavoro.ordine, lavoro.richieste) == ("informale", 2, {})
    assert azioni(casa.dossier)[-1] == "aggiunge evidenza"
    assert casa.dossier.versione == 3


@pytest.mark.parametrize(
    ("dati", "codice", "campo"),
    [
        (replace(CELI, richieste={"C1": "36.5"}), "oltre_la_competenza", "ore-C1"),
        (replace(CELI, richieste={"C99": "1"}), "fuori_quadro", "ore-C99"),
        (replace(LAVORO, competenza=""), "senza_competenza", "competenza"),
        (replace(LAVORO, competenza="C99"), "fuori_riga", "competenza"),
        (DatiEvidenza(T.TEST_A1_CPIA, "Test", richieste={"C1": "1"}), "tipo_senza_riga", "tipo"),
    ],
    ids=["beyond the competence", "no such competence", "no competence", "not of the row", "path"],
)
def test_hours_that_the_path_does_not_have_are_refused_at_their_field(casa, dati, codice, campo):
    dossier = casa.apre()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(aggiungi_evidenza, dossier_id=dossier.pk, dati=dati)
    [violazione] = rifiuto.value.violazioni
    assert (violazione.codice, violazione.campo) == (codice, campo)
    assert not Evidenza.objects.exists()


def test_a_paper_is_not_given_in_the_future(casa):
    dossier = casa.apre()
    domani = replace(CELI, rilasciata_il=ADESSO.date() + timedelta(days=1))
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(aggiungi_evidenza, dossier_id=dossier.pk, dati=domani)
    assert rifiuto.value.violazioni[0].campo == "rilasciata_il"


def test_who_read_an_older_dossier_is_told(casa):
    [celi] = casa.mette(CELI)
    letta = casa.dossier.versione
    casa.mette(LAVORO)
    with pytest.raises(Conflitto) as conflitto:
        casa.atto(cambia_evidenza, evidenza_id=celi.pk, versione=letta, dati=CELI)
    assert conflitto.value.attuale.versione == letta + 1


def test_a_change_is_kept_and_the_judgement_on_it_is_not(casa):
    [celi] = casa.mette(CELI)
    casa.valuta_tutto()
    dossier = casa.atto(riapri_dossier, dossier_id=casa.dossier.pk)
    casa.atto(
        cambia_evidenza,
        evidenza_id=celi.pk,
        versione=dossier.versione,
        dati=replace(CELI, richieste={"C1": "20"}),
    )
    celi.refresh_from_db()
    assert celi.richieste == {"C1": "20"}
    assert (celi.esito, celi.prova, celi.valutata_il) == ("", "", None)
    riga = Operazione.objects.filter(azione="cambia evidenza").get()
    assert riga.dati["campi"] == ["richieste"]


def test_a_change_that_changes_nothing_writes_nothing(casa):
    [celi] = casa.mette(CELI)
    prima = casa.dossier.versione
    casa.atto(cambia_evidenza, evidenza_id=celi.pk, versione=prima, dati=CELI)
    assert casa.dossier.versione == prima


def test_a_file_is_kept_under_a_name_that_says_nothing(casa):
    [celi] = casa.mette(replace(CELI, file=FOTO))
    assert celi.nome_file == "attestato.jpg"
    assert celi.impronta == FOTO.impronta
    assert "attestato" not in celi.file.name


@pytest.mark.parametrize(
    ("posto", "attesi"),
    [
        (1, ["Contabilità di magazzino", "CELI 2, livello B1, 2024", "DELF B1, 2011"]),
        (99, ["CELI 2, livello B1, 2024", "DELF B1, 2011", "Contabilità di magazzino"]),
        (-5, ["Contabilità di magazzino", "CELI 2, livello B1, 2024", "DELF B1, 2011"]),
        (2, ["CELI 2, livello B1, 2024", "Contabilità di magazzino", "DELF B1, 2011"]),
    ],
)
def test_evidence_is_moved_and_the_others_make_room(casa, posto, attesi):
    _, lavoro, _ = casa.mette(CELI, LAVORO, DELF)
    casa.atto(sposta_evidenza, evidenza_id=lavoro.pk, posto=posto)
    assert titoli(casa) == attesi
    ordini = casa.dossier.evidenze.order_by("ordine").values_list("ordine", flat=True)
    assert list(ordini) == [1, 2, 3]


def test_what_is_taken_off_stays_out_of_the_sums(casa):
    celi, _ = casa.mette(CELI, DELF)
    casa.atto(togli_evidenza, evidenza_id=celi.pk)
    assert titoli(casa) == ["DELF B1, 2011"]
    assert Evidenza.objects.filter(pk=celi.pk, tolta_il__isnull=False).exists()
    assert conto_crediti(casa.corsista).riconoscimento.per_competenza.keys() == {"C8"}
    with pytest.raises(Evidenza.DoesNotExist):
        casa.atto(togli_evidenza, evidenza_id=celi.pk)


def test_a_path_that_is_over_leaves_its_dossier_as_it_is(casa):
    dossier = casa.apre()
    casa.corsista.stato = StatoCorsista.CONCLUSO.value
    casa.corsista.chiuso_il = ADESSO.date()
    casa.corsista.save()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(aggiungi_evidenza, dossier_id=dossier.pk, dati=CELI)
    assert codici(rifiuto) == ["stato"]


# What the adult brings


def test_an_adult_brings_a_paper_and_the_tutor_says_what_it_is(casa):
    carta = casa.atto(
        carica_evidenza,
        casa.corsista.persona,
        corsista_id=casa.corsista.pk,
        dati=DatiMiei("Attestato", "", FOTO),
    )
    assert (carta.tipo, carta.natura) == ("", "")
    casa.atto(
        chiedi_riconoscimento, casa.corsista.persona,
        corsista_id=casa.corsista.pk, giorno=ADESSO.date(),
    )  # fmt: skip
    [riga] = conto_crediti(casa.corsista).righe
    assert riga.esclusa.regola == "senza_tipo"
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.chiude()
    assert codici(rifiuto) == ["senza_tipo"]
    casa.atto(cambia_evidenza, evidenza_id=carta.pk, versione=casa.dossier.versione, dati=CORSO)
    assert conto_crediti(casa.corsista).riconoscimento.ore == 6


def test_an_adult_takes_back_only_what_nobody_has_taken_up(casa):
    chi = casa.corsista.persona
    carta = casa.atto(
        carica_evidenza, chi, corsista_id=casa.corsista.pk, dati=DatiMiei("A", "", FOTO)
    )
    del_tutor = casa.mette(CELI)[0]
    for evidenza, chi_toglie in ((del_tutor, chi), (carta, casa.dirigente)):
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.atto(ritira_evidenza, chi_toglie, evidenza_id=evidenza.pk)
        assert codici(rifiuto) == ["presa"]
    casa.atto(ritira_evidenza, chi, evidenza_id=carta.pk)
    assert titoli(casa) == [CELI.titolo]


# Identification closed, valuation


def test_without_the_request_the_identification_is_not_closed(casa):
    casa.apre(richiesto=False)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.chiude()
    assert codici(rifiuto) == ["non_richiesta"]


def test_evidence_that_asks_nothing_keeps_it_open(casa):
    casa.mette(replace(LAVORO, ore_attivita=Decimal("49.99")))
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.chiude()
    assert codici(rifiuto) == ["senza_ore"]


def test_once_closed_the_evidence_stays_until_it_is_opened_again(casa):
    [celi] = casa.mette(CELI)
    chiuso = casa.chiude()
    assert chiuso.chiuso_il == ADESSO
    for servizio, altro in (
        (aggiungi_evidenza, {"dossier_id": chiuso.pk, "dati": DELF}),
        (sposta_evidenza, {"evidenza_id": celi.pk, "posto": 1}),
        (togli_evidenza, {"evidenza_id": celi.pk}),
        (cambia_evidenza, {"evidenza_id": celi.pk, "versione": chiuso.versione, "dati": DELF}),
    ):
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.atto(servizio, **altro)
        assert codici(rifiuto) == ["chiuso"]
    casa.atto(riapri_dossier, dossier_id=chiuso.pk)
    assert casa.mette(DELF)


def test_the_last_valuation_ends_them_all(casa):
    diploma, lavoro = casa.mette(DIPLOMA, LAVORO)
    casa.chiude()
    casa.valuta(diploma)
    assert casa.dossier.valutato_il is None
    casa.valuta(lavoro)
    assert casa.dossier.valutato_il == ADESSO
    assert azioni(casa.dossier)[-2:] == ["valuta evidenza", "valuta evidenza"]


def test_nothing_is_judged_before_the_identification_is_closed(casa):
    [celi] = casa.mette(CELI)
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.valuta(celi)
    assert codici(rifiuto) == ["identificazione_aperta"]


@pytest.mark.parametrize(
    ("dati", "prova"), [(CELI, TipoProva.COLLOQUIO), (LAVORO, TipoProva.DOCUMENTI)]
)
def test_formal_evidence_is_read_the_rest_is_proved(casa, dati, prova):
    [evidenza] = casa.mette(dati)
    casa.chiude()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(
            valuta_evidenza,
            evidenza_id=evidenza.pk,
            dati=DatiValutazione(prova, EsitoProva.POSITIVO),
        )
    assert codici(rifiuto) == ["prova_non_adatta"]


def test_what_is_passed_in_part_counts_for_the_part(casa):
    [celi] = casa.mette(CELI)
    casa.chiude()
    casa.valuta(celi, EsitoProva.PARZIALE, C1="20")
    celi.refresh_from_db()
    assert celi.richieste == {"C1": "20"}
    riga = Operazione.objects.filter(azione="valuta evidenza").get()
    assert riga.dati["chieste"] == {"C1": "36", "C2": "36", "C3": "34"}
    assert conto_crediti(casa.corsista).riconoscimento.ore == 20


@pytest.mark.parametrize(
    ("ore", "codice"),
    [({}, "ore_della_parte"), ({"C1": "37"}, "piu_di_chieste"),
     ({"C1": "36", "C2": "36", "C3": "34"}, "ore_della_parte")],
)  # fmt: skip
def test_a_part_is_less_than_the_whole_and_more_than_nothing(casa, ore, codice):
    [celi] = casa.mette(CELI)
    casa.chiude()
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.valuta(celi, EsitoProva.PARZIALE, **ore)
    assert codici(rifiuto) == [codice]


def test_a_part_of_an_activity_is_fewer_hours(casa):
    [lavoro] = casa.mette(LAVORO)
    casa.chiude()
    casa.valuta(lavoro, EsitoProva.PARZIALE, attivita="150")
    assert conto_crediti(casa.corsista).riconoscimento.ore == 3


# The certificate


def rilascia(casa: Scena, **altro: object) -> Certificato:
    if "delibera_id" not in altro:
        altro = DELIBERATO | altro
    return casa.atto(rilascia_certificato, casa.dirigente, dossier_id=casa.dossier.pk, **altro)


def test_the_certificate_holds_what_was_recognised_with_its_cuts(casa):
    casa.mette(*NAIMA)
    casa.valuta_tutto()
    certificato = rilascia(casa)
    assert certificato.ore == Decimal("200.00")
    assert certificato.crediti["C1"] == "25.2"
    assert [voce["riconosciute"] for voce in certificato.dettaglio] == [
        "108", "74.2", "0", "12.6", "5.2", "0",
    ]  # fmt: skip
    assert certificato.dettaglio[1]["competenze"][0]["tagli"] == [
        {"regola": "tetto_riga", "da": "36", "a": "25.2"}
    ]
    assert certificato.protocollo.riservato
    carte = Documento.objects.filter(protocollo=certificato.protocollo).order_by("pk")
    assert [carta.tipo for carta in carte] == ["certificato_crediti", "dossier_personale"]
    assert Lavoro.objects.get().riferimento == certificato.pk
    assert azioni(casa.dossier)[-1] == "rilascia certificato dei crediti"


def test_the_papers_are_printed_with_their_hash(casa):
    casa.mette(*NAIMA)
    casa.valuta_tutto()
    certificato = rilascia(casa)
    stampa_certificato(casa.istituto.pk, certificato.pk)
    prime = list(Documento.objects.order_by("pk").values_list("impronta", "pagine"))
    assert all(impronta and pagine for impronta, pagine in prime)
    stampa_certificato(casa.istituto.pk, certificato.pk)
    assert list(Documento.objects.order_by("pk").values_list("impronta", "pagine")) == prime


def test_the_certificate_names_no_reserved_site(casa):
    sede = casa.corsista.offerta.sede
    sede.riservata = True
    sede.save()
    casa.mette(CELI)
    casa.valuta_tutto()
    rilascia(casa)
    for carta in Documento.objects.all():
        assert sede.nome not in str(carta.contesto)


def test_no_title_of_what_is_kept_names_the_person(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    rilascia(casa)
    cognome = casa.corsista.persona.cognome
    for testo in (
        *Documento.objects.values_list("titolo", flat=True),
        *Protocollo.objects.values_list("oggetto", "corrispondente"),
        *Lavoro.objects.values_list("titolo", flat=True),
        *Operazione.objects.values_list("dati", flat=True),
    ):
        assert cognome not in str(testo)


def test_a_new_certificate_takes_the_place_of_the_former(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    vecchio = rilascia(casa)
    casa.atto(riapri_dossier, dossier_id=casa.dossier.pk)
    casa.mette(DELF)
    casa.valuta_tutto()
    nuovo = rilascia(casa)
    vecchio.refresh_from_db()
    assert vecchio.sostituito_da == nuovo
    sostituiti = Documento.objects.filter(protocollo=vecchio.protocollo)
    assert {d.sostituito_da.tipo for d in sostituiti} == {
        "certificato_crediti", "dossier_personale",
    }  # fmt: skip
    assert nuovo.documento.contesto["sostituisce"].startswith("Prot. n.")
    assert nuovo.ore == vecchio.ore + Decimal("12.60")


def test_the_certificate_names_the_deliberation_of_the_section(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    sezione = OrganoFactory(
        istituto=casa.istituto, tipo=TipoOrgano.SEZIONE_PFI, nome="Sezione di Sant’Anastasia"
    )
    delibera = DeliberaFactory(istituto=casa.istituto, organo=sezione)
    certificato = rilascia(casa, delibera_id=delibera.pk)
    assert certificato.delibera == delibera
    assert "Sezione di Sant’Anastasia" in certificato.documento.contesto["delibera"]


def test_a_deliberation_of_another_organ_is_refused(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    delibera = DeliberaFactory(istituto=casa.istituto, organo=OrganoFactory(istituto=casa.istituto))
    with pytest.raises(AttoRifiutato) as rifiuto:
        rilascia(casa, delibera_id=delibera.pk)
    assert codici(rifiuto) == ["delibera"]


def test_nothing_is_attested_before_the_valuation_nor_without_who_presides(casa):
    casa.mette(CELI)
    casa.chiude()
    with pytest.raises(AttoRifiutato) as rifiuto:
        rilascia(casa)
    assert codici(rifiuto) == ["non_valutato"]
    casa.valuta(Evidenza.objects.get())
    Incarico.objects.filter(ruolo="dirigente").delete()
    with pytest.raises(AttoRifiutato) as rifiuto:
        rilascia(casa)
    assert codici(rifiuto) == ["firma"]
    assert not Protocollo.objects.exists()
    assert not Certificato.objects.exists()


def test_the_same_dossier_gives_the_same_version_only_once(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    letta = casa.dossier.versione
    rilascia(casa, versione=letta)
    with pytest.raises(Conflitto):
        rilascia(casa, versione=letta)
    with pytest.raises(Conflitto):
        casa.atto(chiudi_dossier, dossier_id=casa.dossier.pk, versione=letta)


# The deliberation on which it stands


def una_sezione(casa: Scena, **altro: object):
    return OrganoFactory(istituto=casa.istituto, tipo=TipoOrgano.SEZIONE_PFI, **altro)


def rifiutato(casa: Scena, **altro: object) -> list[str]:
    with pytest.raises(AttoRifiutato) as rifiuto:
        rilascia(casa, **altro)
    assert not Certificato.objects.exists()
    return codici(rifiuto)


def test_without_a_deliberation_nothing_is_attested(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    assert rifiutato(casa, delibera_id=None) == ["senza_delibera"]


@pytest.mark.parametrize("giorno", [date(2024, 6, 4), date(2024, 6, 6), None])
def test_a_deliberation_by_hand_is_of_after_the_valuation(casa, giorno):
    casa.mette(CELI)
    casa.valuta_tutto()
    assert rifiutato(casa, deliberata_il=giorno) == ["giorno"]


def test_a_deliberation_of_before_the_valuation_or_of_another_section_is_refused(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    sua, altra = una_sezione(casa, nome="Sua"), una_sezione(casa, nome="Altra")
    VersioneFactory(
        istituto=casa.istituto, patto__corsista=casa.corsista, sezione=sua,
        **campi(StatoPatto.IN_NEGOZIAZIONE, casa.istituto),
    )  # fmt: skip
    prima = DeliberaFactory(
        istituto=casa.istituto, organo=sua, adottata_il=ADESSO - timedelta(days=1)
    )
    di_altri = DeliberaFactory(istituto=casa.istituto, organo=altra)
    for delibera in (prima, di_altri):
        assert rifiutato(casa, delibera_id=delibera.pk) == ["delibera"]
    buona = DeliberaFactory(istituto=casa.istituto, organo=sua)
    assert rilascia(casa, delibera_id=buona.pk).delibera == buona


def test_a_deliberation_by_hand_is_on_the_paper(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    certificato = rilascia(casa)
    assert certificato.documento.contesto["delibera"] == (
        "n. 4, Sezione di Casoria, del 5 giugno 2024"
    )


def test_the_papers_are_reserved_and_leave_the_interview_out(casa):
    casa.mette(CELI)
    casa.valuta_tutto()
    certificato = rilascia(casa)
    carte = Documento.objects.filter(protocollo=certificato.protocollo)
    assert [carta.riservato for carta in carte] == [True, True]
    assert all("intervista" not in carta.contesto for carta in carte)
