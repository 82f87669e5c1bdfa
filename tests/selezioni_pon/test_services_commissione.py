"""A commission is named, declares, is changed, closes its work and opens it again."""

from datetime import timedelta

import pytest

from cpia.atti.models import Operazione, Pubblicazione
from cpia.avvisi.models import Lavoro, Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from organi_collegiali.enums import Carica, Componente, TipoOrgano
from organi_collegiali.models import Mandato, OrganoCollegiale
from selezioni_pon.documents.nomina import ContestoNomina, html_nomina
from selezioni_pon.documents.sostituzione import ContestoSostituzione, html_sostituzione
from selezioni_pon.enums import StatoGraduatoria
from selezioni_pon.models import Commissario, Commissione, Esame
from selezioni_pon.models import Conflitto as ConflittoDichiarato
from selezioni_pon.services.commissione.blocco import blocca_al_lavoro
from selezioni_pon.services.commissione.carta import chiedi_ristampa
from selezioni_pon.services.commissione.dati import DatiDichiarazione, DatiSostituzione
from selezioni_pon.services.commissione.dichiarazione import aggiunge_conflitto, dichiara
from selezioni_pon.services.commissione.inviti import ancora_dovuto
from selezioni_pon.services.commissione.lavori import chiudi_lavori, riapri_lavori
from selezioni_pon.services.commissione.nomina import nomina_commissione
from selezioni_pon.services.commissione.sostituzione import sostituisce_commissario
from selezioni_pon.services.commissione.stampe import stampa_nomina
from tests.factories.candidature import GraduatoriaFactory
from tests.factories.scuola import ADESSO, contesto
from tests.factories.selezioni import SCADUTO
from tests.selezioni_pon.scena import scritto
from tests.selezioni_pon.scena_commissione import Commissionata, commissionata

pytestmark = pytest.mark.django_db
MOTIVO = "Ha dichiarato un conflitto di interessi"


@pytest.fixture
def qui(settings, tmp_path) -> Commissionata:
    settings.MEDIA_ROOT = tmp_path
    return commissionata()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def azioni(*, di: str = "commission") -> list[str]:
    righe = Operazione.objects.order_by("id").values_list("azione", flat=True)
    return [azione for azione in righe if di in azione]


def esaminate(qui: Commissionata) -> None:
    """The check of every application is closed."""
    chi = qui.membro(0)
    for invio in qui.invii:
        Esame.objects.create(istituto=invio.istituto, invio=invio, chiuso_il=ADESSO, chiuso_da=chi)


def sostituisce(qui: Commissionata, esce: int, entra: int, **altro) -> Commissario:
    dati = DatiSostituzione(
        qui.membro(esce).pk, qui.docenti[entra].pk, altro.pop("motivo", MOTIVO), "decreto n. 42"
    )
    return qui.atto(sostituisce_commissario, dati=dati, **altro)


# Named


def test_a_commission_is_an_organ_with_its_act_and_its_members_are_told(qui):
    commissione = qui.nominata()
    assert [(uno.persona, uno.presidente, uno.supplente) for uno in commissione.commissari.all()] \
        == sorted(
            [(qui.docenti[0], True, False), (qui.docenti[1], False, False),
             (qui.docenti[2], False, False), (qui.docenti[3], False, True)],
            key=lambda riga: (riga[2], not riga[1], riga[0].cognome, riga[0].nome),
        )  # fmt: skip
    organo = commissione.organo
    assert (organo.tipo, organo.riservato) == (TipoOrgano.COMMISSIONE_AVVISO, True)
    mandati = Mandato.objects.filter(organo=organo)
    assert {uno.persona for uno in mandati} == set(qui.docenti[:3])
    assert {uno.componente for uno in mandati} == {Componente.DOCENTI}
    assert mandati.get(carica=Carica.PRESIDENTE).persona == qui.docenti[0]
    assert set(Promemoria.objects.values_list("destinatario_id", flat=True)) == {
        docente.pk for docente in qui.docenti[:3]
    }
    assert commissione.documento.protocollo == commissione.protocollo
    assert Lavoro.objects.get().riferimento == commissione.documento.pk
    assert "nomina commissione" in azioni()


def test_the_act_names_the_members_and_no_applicant(qui):
    commissione = qui.nominata()
    contesto_atto = ContestoNomina.from_dict(commissione.documento.contesto)
    pagina = html_nomina(contesto_atto)
    assert f"{qui.docenti[0].nome_e_cognome}</th><td>presidente" in pagina
    assert f"{qui.docenti[3].nome_e_cognome}</th><td>supplente" in pagina
    assert "verbale n. 3" in pagina
    assert all(una.persona.cognome not in pagina for una in qui.candidature)
    # The regulation on which the rules are modelled is of another school.
    assert "Porto Venere" not in pagina


def test_the_nomination_is_on_the_albo_without_names_afterwards(qui):
    documento = qui.nominata().documento
    pubblicazione = documento.pubblicazioni.get()
    assert (pubblicazione.categoria, pubblicazione.protocollo) == ("bandi", documento.protocollo)
    assert pubblicazione.con_dati_personali
    assert qui.docenti[0].cognome not in pubblicazione.oggetto + pubblicazione.oggetto_dopo
    assert not documento.riservato


def test_where_the_school_says_so_nothing_goes_on_the_albo(qui):
    scritto(qui.casa, commissione_pubblica="no")
    qui.nominata()
    sostituisce(qui, 0, 3)
    assert not Pubblicazione.objects.exists()


def test_a_second_click_gives_the_same_and_another_commission_is_refused(qui):
    assert qui.nominata() == qui.nominata()
    assert (Commissione.objects.count(), OrganoCollegiale.objects.count()) == (1, 1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.nominata(supplenti=())
    assert codici(rifiuto) == ["gia_nominata"]


@pytest.mark.parametrize(
    ("altro", "attesi"),
    [
        ({"componenti": ()}, ["pochi_componenti"]),
        ({"supplenti": (), "componenti": "tre"}, ["componenti_pari"]),
        ({"supplenti": "presidente"}, ["componente_ripetuto"]),
    ],
)
def test_what_is_against_it_is_said_and_nothing_is_written(qui, altro, attesi):
    chi = {"tre": tuple(uno.pk for uno in qui.docenti[1:4]), "presidente": (qui.docenti[0].pk,)}
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.nominata(**{nome: chi.get(valore, valore) for nome, valore in altro.items()})
    assert codici(rifiuto) == attesi
    assert not Commissione.objects.exists()
    assert not OrganoCollegiale.objects.exists()
    assert not Promemoria.objects.exists()
    assert azioni() == []


def test_nobody_is_named_before_the_end_of_the_term(qui):
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.atto(nomina_commissione, adesso=SCADUTO, dati=qui.dati())
    assert codici(rifiuto) == ["prima_della_scadenza"]
    assert qui.atto(nomina_commissione, adesso=SCADUTO + timedelta(seconds=1), dati=qui.dati())


def test_who_applied_and_who_has_no_login_is_not_named(qui):
    candidato = qui.candidature[0].persona
    for persona in (candidato, qui.casa.estranea):
        with pytest.raises(AttoRifiutato) as rifiuto:
            qui.nominata(componenti=(qui.docenti[1].pk, persona.pk))
        assert codici(rifiuto) == ["non_nominabile"]


def test_without_applications_there_is_nothing_to_assess():
    qui = commissionata(candidati=0)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.nominata()
    assert codici(rifiuto) == ["nessuna_domanda"]


def test_two_commissions_of_the_same_role_have_two_names(qui):
    prima = qui.nominata()
    altra = qui.accanto().nominata()
    assert altra.organo.nome == f"{prima.organo.nome} (2)"


# Declared


def test_a_declaration_opens_the_applications(qui):
    qui.nominata()
    with pytest.raises(AttoRifiutato) as rifiuto:
        lavora(qui, 0)
    assert codici(rifiuto) == ["dichiarazione"]
    membro = qui.dichiara(0)
    assert (membro.dichiarato_il, membro.senza_condanne) == (ADESSO, True)
    assert lavora(qui, 0) == membro
    assert qui.dichiara(0) == membro  # a second click
    assert azioni(di="dichiara") == ["dichiara sui conflitti"]


def lavora(qui: Commissionata, quale: int) -> Commissario:
    chi = contesto(qui.docenti[quale])
    return blocca_al_lavoro(chi, ADESSO, qui.avviso.pk)


def test_a_conflict_keeps_from_all_of_them(qui):
    qui.nominata()
    membro = qui.dichiara(1, 0)
    assert [uno.candidatura for uno in membro.conflitti.all()] == [qui.candidature[0]]
    with pytest.raises(AttoRifiutato) as rifiuto:
        lavora(qui, 1)
    assert codici(rifiuto) == ["conflitto"]


def test_where_the_school_says_so_one_abstains(qui):
    scritto(qui.casa, conflitto="astensione")
    qui = qui.accanto()  # a call keeps the rules of its day
    qui.nominata()
    qui.dichiara(1, 0)
    assert lavora(qui, 1).persona == qui.docenti[1]


def test_a_conviction_keeps_out(qui):
    qui.nominata()
    qui.dichiara(2, senza_condanne=False)
    with pytest.raises(AttoRifiutato) as rifiuto:
        lavora(qui, 2)
    assert codici(rifiuto) == ["condanne"]


def test_what_was_declared_stays_and_a_conflict_is_added(qui):
    qui.nominata()
    qui.dichiara(0)
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.dichiara(0, 1)
    assert codici(rifiuto) == ["gia_resa"]
    sua = frozenset({qui.candidature[1].pk})
    for _ in range(2):
        qui.atto(aggiunge_conflitto, qui.docenti[0], candidature=sua)
    assert ConflittoDichiarato.objects.count() == 1
    assert azioni(di="conflitto") == ["aggiunge conflitto"]
    with pytest.raises(AttoRifiutato) as rifiuto:
        lavora(qui, 0)
    assert codici(rifiuto) == ["conflitto"]


@pytest.mark.parametrize(("chi", "codice"), [(3, "supplente"), (4, "non_siede")])
def test_who_does_not_sit_declares_nothing(qui, chi, codice):
    qui.nominata()
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.dichiara(chi)
    assert codici(rifiuto) == [codice]


def test_a_conflict_is_with_who_applied_here(qui):
    qui.nominata()
    altrove = qui.accanto().candidature[0]
    dati = DatiDichiarazione(senza_condanne=True, in_conflitto=frozenset({altrove.pk}))
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.atto(dichiara, qui.docenti[0], dati=dati)
    assert codici(rifiuto) == ["candidatura"]
    assert qui.membro(0).dichiarato_il is None


# Changed


def test_a_substitute_takes_the_place_and_the_chair(qui):
    commissione = qui.nominata()
    qui.dichiara(0, 0)
    entra = sostituisce(qui, 0, 3)
    esce = qui.membro(0)
    assert (entra.supplente, entra.presidente, entra.subentra_a) == (False, True, esce)
    assert (esce.cessato_il, esce.motivo_cessazione) == (ADESSO, MOTIVO)
    siedono = Mandato.objects.filter(organo=commissione.organo, al__isnull=True)
    assert {uno.persona for uno in siedono} == set(qui.docenti[1:4])
    assert siedono.get(carica=Carica.PRESIDENTE).persona == qui.docenti[3]
    assert Promemoria.objects.filter(destinatario=qui.docenti[3]).exists()
    assert "sostituisce commissario" in azioni(di="sostituisce")
    with pytest.raises(AttoRifiutato) as rifiuto:
        lavora(qui, 0)
    assert codici(rifiuto) == ["non_siede"]


def test_a_substitution_has_its_paper_without_the_reason(qui):
    commissione = qui.nominata()
    entra = sostituisce(qui, 0, 3)
    documento = entra.documento
    assert documento.protocollo == entra.protocollo != commissione.protocollo
    assert documento.pubblicazioni.get().protocollo == entra.protocollo
    pagina = html_sostituzione(ContestoSostituzione.from_dict(documento.contesto))
    primo, quarto = (qui.docenti[n].nome_e_cognome for n in (0, 3))
    assert f"{quarto}, presidente, al posto di {primo}" in pagina
    assert f"{quarto}</th><td>presidente" in pagina
    assert f"{primo}</th>" not in pagina
    assert "Visto: decreto n. 42" in pagina
    assert MOTIVO not in pagina
    assert {lavoro.riferimento for lavoro in Lavoro.objects.all()} == {
        commissione.documento.pk, documento.pk,
    }  # fmt: skip
    stampa_nomina(documento.istituto_id, documento.pk)
    stampa_nomina(documento.istituto_id, commissione.documento.pk)
    assert chiedi_ristampa(
        autore=contesto(qui.casa.segretaria), adesso=ADESSO,
        commissione=Commissione.objects.get(),
    ) is None  # fmt: skip


def test_a_substitution_needs_who_signs(qui):
    qui.nominata()
    qui.casa.dirigente.incarichi.update(al=ADESSO.date() - timedelta(days=1))
    with pytest.raises(AttoRifiutato) as rifiuto:
        sostituisce(qui, 0, 3, chi=qui.casa.segretaria)
    assert codici(rifiuto) == ["firma"]
    assert not Commissario.objects.filter(cessato_il__isnull=False).exists()


def test_somebody_new_may_take_the_place(qui):
    qui.nominata()
    entra = sostituisce(qui, 1, 4)
    assert (entra.persona, entra.presidente) == (qui.docenti[4], False)
    assert qui.dichiara(4) == entra
    assert lavora(qui, 4) == entra


@pytest.mark.parametrize(
    ("esce", "entra", "altro", "codice"),
    [
        (3, 4, {}, "non_siede"),
        (1, 2, {}, "siede_gia"),
        (1, 3, {"motivo": "  boh     "}, "motivo"),
    ],
)
def test_a_wrong_change_is_refused(qui, esce, entra, altro, codice):
    qui.nominata()
    with pytest.raises(AttoRifiutato) as rifiuto:
        sostituisce(qui, esce, entra, **altro)
    assert codici(rifiuto) == [codice]
    assert not Commissario.objects.filter(cessato_il__isnull=False).exists()


def test_who_has_left_does_not_come_back(qui):
    qui.nominata()
    sostituisce(qui, 1, 4)
    with pytest.raises(AttoRifiutato) as rifiuto:
        sostituisce(qui, 2, 1)
    assert codici(rifiuto) == ["gia_cessato"]


def test_a_notice_is_due_until_one_declares(qui):
    qui.nominata()
    della_prima, della_seconda = (
        Promemoria.objects.get(destinatario=docente) for docente in qui.docenti[:2]
    )
    assert ancora_dovuto(della_prima, ADESSO)
    qui.dichiara(0)
    sostituisce(qui, 1, 4)
    assert not ancora_dovuto(della_prima, ADESSO)
    assert not ancora_dovuto(della_seconda, ADESSO)


# Closed and opened again


def pronta(qui: Commissionata) -> Commissione:
    commissione = qui.nominata()
    for quale in range(3):
        qui.dichiara(quale)
    esaminate(qui)
    return commissione


def test_who_presides_closes_when_nothing_is_left(qui):
    commissione = pronta(qui)
    chiusa = qui.atto(chiudi_lavori, qui.docenti[0], versione=commissione.versione)
    assert (chiusa.chiusa_il, chiusa.versione) == (ADESSO, 2)
    with pytest.raises(AttoRifiutato) as rifiuto:
        lavora(qui, 0)
    assert codici(rifiuto) == ["lavori_chiusi"]


def test_the_work_stays_open_while_something_is_left(qui):
    qui.nominata()
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.atto(chiudi_lavori, qui.docenti[0], versione=1)
    assert codici(rifiuto) == ["dichiarazione", "da_chiudere"]
    pronta_ma_non_presiede = qui.docenti[1]
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.atto(chiudi_lavori, pronta_ma_non_presiede, versione=1)
    assert codici(rifiuto) == ["presidente"]
    with pytest.raises(Conflitto):
        qui.atto(chiudi_lavori, qui.docenti[0], versione=7)
    assert qui.membro(0).commissione.chiusa_il is None


def test_who_directs_opens_it_again_until_the_ranking_is_final(qui):
    pronta(qui)
    qui.atto(chiudi_lavori, qui.docenti[0], versione=1)
    aperta = qui.atto(riapri_lavori, motivo="Accolto un reclamo")
    assert (aperta.chiusa_il, aperta.versione) == (None, 3)
    assert azioni(di="lavori") == [
        "chiude lavori della commissione",
        "riapre lavori della commissione",
    ]
    qui.atto(chiudi_lavori, qui.docenti[0], versione=3)
    GraduatoriaFactory(
        istituto=qui.casa.istituto, avviso=qui.avviso, formata_da=qui.casa.dirigente,
        stato=StatoGraduatoria.DEFINITIVA.value, definitiva=True, approvata_il=ADESSO,
        approvata_da=qui.casa.dirigente,
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        qui.atto(riapri_lavori, motivo="Accolto un reclamo")
    assert codici(rifiuto) == ["definitiva"]
