"""A decreed outcome judged again: what was decreed is annulled, its papers go on."""

from fractions import Fraction

import pytest
from django.core.files.base import ContentFile
from django.test import Client
from django.urls import reverse

from bonus_merito.enums import EsitoIstanza, Metodo, StatoProcedura, TipoIstanza
from bonus_merito.models import (
    Assegnazione,
    Attivita,
    Istanza,
    Procedura,
    Prova,
    Requisiti,
    Richiesta,
    Valutazione,
)
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.rules.valutazione import Giudizio
from bonus_merito.services.atti import (
    decreta,
    presenta_istanza,
    pubblica_esito,
    rettifica_procedura,
    rispondi_istanza,
)
from bonus_merito.services.richieste.prove import togli_file
from bonus_merito.services.valutazioni import giudica_attivita
from cpia.atti.models import Documento, Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato
from tests.bonus_merito.scena_atti import Scena, scena
from tests.conftest import come_proprietario
from tests.factories.bonus import ParitaFactory, ProvaFactory
from tests.factories.scuola import ADESSO

pytestmark = pytest.mark.django_db
S = StatoProcedura
BYTE = b"%PDF-1.7 una prova"
MOTIVO = "Un’attività non era stata contata."


@pytest.fixture
def casa(settings, tmp_path, monkeypatch) -> Scena:
    settings.MEDIA_ROOT = tmp_path
    settings.MFA_OBBLIGATORIA = False
    monkeypatch.setattr("cpia.scuola.orologio.adesso", lambda: ADESSO)
    return scena()


@pytest.fixture
def decretata(casa) -> Scena:
    prova = ProvaFactory.build(
        istituto=casa.istituto, attivita=casa.richieste["Iacona"].attivita.first(), file=""
    )
    with come_proprietario():
        prova.file.save("prova.pdf", ContentFile(BYTE), save=True)
    firma(casa, casa.procedura)
    return casa


def firma(casa: Scena, procedura: Procedura, **altro) -> Procedura:
    return decreta(
        autore=casa.autore, adesso=ADESSO, procedura_id=procedura.pk, metodo=Metodo.QUOTE_UGUALI,
        **altro,
    )  # fmt: skip


def rettifica(casa: Scena, motivo: str = MOTIVO, reclamo_id: int | None = None) -> Procedura:
    return rettifica_procedura(
        autore=casa.autore, adesso=ADESSO, procedura_id=casa.procedura.pk, motivo=motivo,
        reclamo_id=reclamo_id,
    )  # fmt: skip


def reclamo(casa: Scena, esito: EsitoIstanza) -> Istanza:
    """A complaint of Iacona on the published outcome, answered."""
    istanza = presenta_istanza(
        autore=casa.di("Iacona"), adesso=ADESSO, procedura_id=casa.procedura.pk,
        tipo=TipoIstanza.RECLAMO, testo="Manca un’attività.", chiave="k",
    )  # fmt: skip
    return rispondi_istanza(
        autore=casa.autore, adesso=ADESSO, istanza_id=istanza.pk, esito=esito, risposta="Si rivede."
    )


def codici(atto) -> set[str]:
    with pytest.raises(AttoRifiutato) as trovato:
        atto()
    return {violazione.codice for violazione in trovato.value.violazioni}


def test_what_was_decreed_is_annulled_and_everything_judged_goes_on(decretata):
    pubblica_esito(autore=decretata.autore, adesso=ADESSO, procedura_id=decretata.procedura.pk)
    nuova = rettifica(decretata)
    vecchia = Procedura.objects.get(pk=decretata.procedura.pk)
    assert (vecchia.stato, vecchia.motivo_annullamento) == (S.ANNULLATA, MOTIVO)
    assert vecchia.pubblicazione.annullata_il
    assert not Documento.objects.filter(
        pk__in=[vecchia.decreto_id, vecchia.prospetto_id], annullato_il=None
    ).exists()
    assert (nuova.stato, nuova.rettifica_di, nuova.metodo) == (S.IN_VALUTAZIONE, vecchia, "")
    assert (nuova.fondo, nuova.categoria, nuova.regole) == (
        vecchia.fondo, vecchia.categoria, vecchia.regole,
    )  # fmt: skip
    prima, dopo = quadro_di(vecchia), quadro_di(nuova)
    assert [(r.nome, r.esito.percentuale, r.esito.importo) for r in prima.righe] == [
        (r.nome, r.esito.percentuale, r.esito.importo) for r in dopo.righe
    ]
    assert {r.richiesta.pk for r in prima.righe}.isdisjoint(r.richiesta.pk for r in dopo.righe)
    # What was decreed is all there, for who asks to see it.
    assert Assegnazione.objects.filter(procedura=vecchia).count() == 5
    assert not Assegnazione.objects.filter(procedura=nuova).exists()


def test_every_paper_is_copied_once(decretata):
    nuova = rettifica(decretata)
    for modello, dove in (
        (Richiesta, "procedura"), (Requisiti, "procedura"), (Attivita, "richiesta__procedura"),
        (Valutazione, "richiesta__procedura"), (Prova, "attivita__richiesta__procedura"),
    ):  # fmt: skip
        prima = modello.objects.filter(**{dove: decretata.procedura}).count()
        assert prima > 0
        assert modello.objects.filter(**{dove: nuova}).count() == prima, modello
    copiata = Richiesta.objects.get(procedura=nuova, persona__cognome="Accardi")
    prima = decretata.richieste["Accardi"]
    assert (copiata.inviata_il, copiata.gruppo) == (prima.inviata_il, prima.gruppo)


def test_what_was_not_sent_is_not_copied(casa):
    Richiesta.objects.filter(pk=casa.richieste["Iacona"].pk).update(stato="ritirata")
    firma(casa, casa.procedura)
    nuova = rettifica(casa)
    assert Richiesta.objects.filter(procedura=nuova).count() == 4


def test_of_office_too(casa):
    Richiesta.objects.filter(procedura=casa.procedura).update(stato="d_ufficio")
    Procedura.objects.filter(pk=casa.procedura.pk).update(motivo_d_ufficio="Nessuno ha chiesto.")
    firma(casa, casa.procedura)
    nuova = rettifica(casa)
    assert nuova.motivo_d_ufficio == "Nessuno ha chiesto."
    assert set(nuova.richieste.values_list("stato", flat=True)) == {"d_ufficio"}


def test_a_copy_names_the_same_bytes_which_one_deletion_leaves(
    decretata, django_capture_on_commit_callbacks
):
    nuova = rettifica(decretata)
    copia = Prova.objects.get(attivita__richiesta__procedura=nuova)
    prima = Prova.objects.get(attivita__richiesta__procedura=decretata.procedura)
    assert (copia.file.name, copia.impronta) == (prima.file.name, prima.impronta)
    with django_capture_on_commit_callbacks(execute=True):
        togli_file(copia)
        with come_proprietario():
            copia.delete()
    with prima.file.open("rb") as aperto:
        assert aperto.read() == BYTE
    with django_capture_on_commit_callbacks(execute=True):
        togli_file(prima)
    assert not prima.file.storage.exists(prima.file.name)


def test_a_tie_is_decided_anew(decretata):
    ParitaFactory(istituto=decretata.istituto, procedura=decretata.procedura)
    assert not rettifica(decretata).parita.exists()


def test_it_is_judged_again_and_decreed(decretata):
    nuova = rettifica(decretata)
    [attivita] = Attivita.objects.filter(
        richiesta__procedura=nuova, richiesta__persona__cognome="Iacona", criterio__area__area="A"
    )
    giudica_attivita(
        autore=decretata.autore,
        adesso=ADESSO,
        attivita_id=attivita.pk,
        giudizio=Giudizio(confermata=True, livello=1, punti=Fraction(38), motivo="Rivista."),
    )
    decisa = firma(decretata, nuova)
    esito = Assegnazione.objects.get(procedura=nuova, richiesta__persona__cognome="Iacona")
    assert esito.importo > 0
    detto = " ".join(decisa.decreto.contesto["premesse"])
    assert "Annullato il precedente decreto" in detto
    assert MOTIVO in detto
    # The judgement of before is as it was decreed.
    vecchio = Assegnazione.objects.get(
        procedura=decretata.procedura, richiesta__persona__cognome="Iacona"
    )
    assert vecchio.importo == 0
    assert pubblica_esito(
        autore=decretata.autore, adesso=ADESSO, procedura_id=nuova.pk
    ).stato == S.PUBBLICATA  # fmt: skip


def test_it_is_linked_to_the_complaint_for_which_it_is_done(decretata):
    pubblica_esito(autore=decretata.autore, adesso=ADESSO, procedura_id=decretata.procedura.pk)
    accolto = reclamo(decretata, EsitoIstanza.ACCOLTA_IN_PARTE)
    nuova = rettifica(decretata, reclamo_id=accolto.pk)
    accolto.refresh_from_db()
    assert accolto.rettifica == nuova


@pytest.mark.parametrize("quale", ["respinto", "ignoto"])
def test_another_complaint_is_none(decretata, quale):
    pubblica_esito(autore=decretata.autore, adesso=ADESSO, procedura_id=decretata.procedura.pk)
    pk = reclamo(decretata, EsitoIstanza.RESPINTA).pk if quale == "respinto" else 0
    assert codici(lambda: rettifica(decretata, reclamo_id=pk)) == {"reclamo"}
    assert Procedura.objects.count() == 1


def test_nothing_to_judge_again_without_a_decree_or_a_reason(casa):
    assert codici(lambda: rettifica(casa)) == {"stato"}
    firma(casa, casa.procedura)
    assert codici(lambda: rettifica(casa, "  ")) == {"motivo"}
    rettifica(casa)
    assert codici(lambda: rettifica(casa)) == {"stato"}


def test_everybody_is_told_and_the_register_has_ids(decretata):
    nuova = rettifica(decretata)
    usciti = Promemoria.objects.filter(tipo="bonus_merito.annullato")
    assert usciti.count() == 5
    assert "si rivede" in usciti.first().testo
    [riga] = Operazione.objects.filter(azione="rettifica procedura del bonus")
    assert riga.oggetto_id == nuova.pk
    assert riga.dati == {"procedura": decretata.procedura.pk, "persone": 5, "istanza": None}


# The pages


def dirige(casa: Scena) -> Client:
    browser = Client()
    browser.force_login(casa.dirigente.utente)
    return browser


def dove(casa: Scena, nome: str, pk: int | None = None) -> str:
    return reverse(f"bonus:{nome}", args=[casa.istituto.slug, pk or casa.procedura.pk])


def test_the_page_says_what_it_does_and_keeps_what_was_typed(decretata):
    browser = dirige(decretata)
    assert dove(decretata, "rettifica") in browser.get(dove(decretata, "decreto")).text
    assert dove(decretata, "rettifica") in browser.get(dove(decretata, "procedura")).text
    pagina = browser.get(dove(decretata, "rettifica")).text
    assert "nessuno chiede di nuovo" in pagina
    assert "decreto, lettere e pubblicazione non valgono più" in pagina
    assert "Per un reclamo accolto" not in pagina
    rifiuto = browser.post(dove(decretata, "rettifica"), {"motivo": MOTIVO})
    assert rifiuto.status_code == 422
    assert MOTIVO in rifiuto.text
    fatto = browser.post(dove(decretata, "rettifica"), {"motivo": MOTIVO, "riletto": "on"})
    nuova = Procedura.objects.get(stato=S.IN_VALUTAZIONE)
    assert (fatto.status_code, fatto.url) == (302, dove(decretata, "procedura", nuova.pk))
    assert "Si giudica di nuovo." in browser.get(fatto.url).text
    assert fatto.url in browser.get(dove(decretata, "procedura")).text
    assert fatto.url in browser.get(dove(decretata, "decreto")).text
    di_nuovo = browser.post(dove(decretata, "rettifica"), {"motivo": MOTIVO, "riletto": "on"})
    assert di_nuovo.status_code == 422


def test_from_an_upheld_complaint(decretata):
    pubblica_esito(autore=decretata.autore, adesso=ADESSO, procedura_id=decretata.procedura.pk)
    accolto = reclamo(decretata, EsitoIstanza.ACCOLTA)
    browser = dirige(decretata)
    indirizzo = f"{dove(decretata, 'rettifica')}?reclamo={accolto.pk}"
    assert indirizzo in browser.get(dove(decretata, "istanza", accolto.pk)).text
    assert "Per un reclamo accolto" in browser.get(indirizzo).text
    campi = {"motivo": MOTIVO, "riletto": "on", "reclamo": "999999"}
    assert browser.post(dove(decretata, "rettifica"), campi).status_code == 422
    campi["reclamo"] = str(accolto.pk)
    assert browser.post(dove(decretata, "rettifica"), campi).status_code == 302
    accolto.refresh_from_db()
    assert accolto.rettifica is not None
    assert "la nuova procedura" in browser.get(dove(decretata, "istanza", accolto.pk)).text
