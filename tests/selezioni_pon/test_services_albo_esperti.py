"""The acts on the register of experts: rows, register, outbox; a refusal changes nothing."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from cpia.scuola.models import Incarico
from selezioni_pon.enums import Fase
from selezioni_pon.models import IscrizioneEsperto
from selezioni_pon.queries.esterni import ancora_in_procedura
from selezioni_pon.rules.albo_passi import Richiesta
from selezioni_pon.services.albo_esperti import (
    avverti_esperti,
    cancella_iscrizione,
    registra_richiesta,
    rifiuta_richiesta,
    rinuncia_all_albo,
)
from selezioni_pon.services.albo_esperti.notizie import ancora_dovuto
from tests.factories.albo import IscrizioneEspertoFactory
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena_albo import MUSICA, Scuola, scuola

pytestmark = pytest.mark.django_db
LUGLIO = ADESSO + timedelta(days=30)


@pytest.fixture
def casa() -> Scuola:
    return scuola()


def rifiutato(codici: list[str], fa) -> None:
    prima = (IscrizioneEsperto.objects.count(), Operazione.objects.count(), _in_uscita())
    with pytest.raises(AttoRifiutato) as errore:
        fa()
    assert [una.codice for una in errore.value.violazioni] == codici
    assert (IscrizioneEsperto.objects.count(), Operazione.objects.count(), _in_uscita()) == prima


def _in_uscita() -> int:
    return Promemoria.objects.filter(tipo__startswith="selezioni_albo").count()


def azioni() -> list[str]:
    return list(Operazione.objects.order_by("pk").values_list("azione", flat=True))


def test_asked_and_entered_until_the_end_of_the_school_year(casa):
    riga = casa.chiede()
    assert (riga.stato, riga.settori, riga.registrata_da) == ("chiesta", ["Musica", "Teatro"], None)
    assert riga.protocollo.riservato
    assert casa.chiede().pk == riga.pk  # two clicks
    oggi = timezone.localdate(ADESSO)
    assert ancora_in_procedura(casa.istituto.pk, oggi).get() == casa.esperti[0]
    dentro = casa.iscrive(riga)
    assert (dentro.iscritta_dal, dentro.scade, dentro.anni) == (oggi, date(2024, 8, 31), 1)
    assert dentro.anni_fonte
    assert dentro.decisa_da == casa.segretaria
    assert azioni()[-1] == "iscrive all’albo degli esperti"
    notizia = Promemoria.objects.get(tipo="selezioni_albo.esito")
    assert notizia.id_persona == casa.esperti[0].pk
    assert ancora_dovuto(notizia, ADESSO)
    with pytest.raises(Conflitto):
        casa.iscrive(riga, versione=1)
    rifiutato(["gia_decisa"], lambda: casa.iscrive(riga))


def test_who_may_ask_and_who_may_not_enter(casa):
    rifiutato(["non_da_fuori"], lambda: casa.chiede(casa.docente))
    rifiutato(["senza_settori"], lambda: casa.chiede(richiesta=Richiesta((), "Diploma")))
    altrove = casa.chiede(richiesta=Richiesta(("Musica",), "Laurea", "", True))
    rifiutato(["docente_di_altra_scuola"], lambda: casa.iscrive(altrove))
    rifiutato(["gia_chiesta"], casa.chiede)
    socio = casa.chiede(casa.esperti[1], Richiesta(("Vela",), "Istruttore", "", False, "Onda"))
    rifiutato(["requisiti", "documenti_cooperativa"], lambda: casa.iscrive(socio, requisiti=False))
    assert casa.iscrive(socio, documenti=True).documenti_cooperativa


def test_on_paper_at_the_desk(casa):
    comune = {"persona_id": casa.esperti[0].pk, "richiesta": MUSICA}
    riga = casa.atto(registra_richiesta, casa.segretaria, **comune)
    assert (riga.registrata_da, riga.persona) == (casa.segretaria, casa.esperti[0])
    assert azioni()[-1] == "registra richiesta per l’albo degli esperti"
    altra = comune | {"persona_id": casa.docente.pk}
    rifiutato(["non_registrato"], lambda: casa.atto(registra_richiesta, **altra))


def test_a_refusal_with_its_notice_and_one_may_ask_again(casa):
    riga = casa.chiede()

    def rifiuta(adesso, motivo="manca il titolo"):
        return casa.atto(
            rifiuta_richiesta, None, adesso, iscrizione_id=riga.pk, versione=1, motivo=motivo,
            preavviso_il=ADESSO.date(),
        )  # fmt: skip

    rifiutato(["osservazioni"], lambda: rifiuta(ADESSO + timedelta(days=10)))
    rifiutato(["motivo"], lambda: rifiuta(LUGLIO, " "))
    rifiutata = rifiuta(LUGLIO)
    assert (rifiutata.stato, rifiutata.motivo) == ("rifiutata", "manca il titolo")
    testo = Promemoria.objects.get(tipo="selezioni_albo.esito").testo
    assert "manca il titolo" not in testo  # a mail travels
    assert casa.chiede(adesso=LUGLIO).pk != riga.pk


def test_a_renewal_follows_the_entry_without_a_gap(casa):
    prima = casa.iscrive(casa.chiede())
    altra = casa.iscrive(casa.chiede(adesso=LUGLIO), LUGLIO)
    assert (altra.iscritta_dal, altra.scade) == (date(2024, 9, 1), date(2025, 8, 31))
    assert prima.scade == date(2024, 8, 31)
    rifiutato(["gia_iscritto"], lambda: casa.chiede(adesso=LUGLIO))


def test_cancelled_by_who_directs_or_left(casa):
    riga = casa.iscrive(casa.chiede())
    comune = {"iscrizione_id": riga.pk, "versione": riga.versione}
    rifiutato(["motivo"], lambda: casa.atto(cancella_iscrizione, **comune, motivo=""))
    via = casa.atto(cancella_iscrizione, **comune, motivo="condanna sopravvenuta")
    assert (via.stato, via.cancellata_il) == ("cancellata", ADESSO.date())
    # What was told before is not true any more.
    esiti = Promemoria.objects.filter(tipo="selezioni_albo.esito").order_by("pk")
    assert [ancora_dovuto(uno, ADESSO) for uno in esiti] == [False, True]
    comune["versione"] = via.versione
    rifiutato(["non_iscritto"], lambda: casa.atto(cancella_iscrizione, **comune, motivo="x"))
    altro = casa.esperti[1]
    chiesta = casa.chiede(altro)
    suo = {"iscrizione_id": chiesta.pk}
    with pytest.raises(IscrizioneEsperto.DoesNotExist):
        casa.atto(rinuncia_all_albo, casa.esperti[0], **suo)
    for _ in range(2):
        assert casa.atto(rinuncia_all_albo, altro, **suo).stato == "ritirata"
    assert azioni().count("lascia l’albo degli esperti") == 1
    rifiutato(
        ["gia_chiusa"], lambda: casa.atto(rinuncia_all_albo, casa.esperti[0], iscrizione_id=riga.pk)
    )
    dentro = casa.iscrive(casa.chiede(altro))
    uscito = casa.atto(rinuncia_all_albo, altro, iscrizione_id=dentro.pk)
    assert (uscito.stato, uscito.motivo) == ("cancellata", "lo chiede l’esperto")


def test_a_call_is_told_once_to_the_experts_of_its_sector(casa):
    for uno in casa.esperti:
        casa.iscrive(casa.chiede(uno))
    di = {"istituto": casa.istituto}
    IscrizioneEspertoFactory(**di, dentro=True, settori=["Danza"])
    IscrizioneEspertoFactory(**di, dentro=True, docente_di_altra_scuola=True)
    IscrizioneEspertoFactory(**di)
    avviso = AvvisoFactory(**di, pubblicato=True, fase=Fase.ESTERNI.value)

    def avverte(settore="Musica", quale=avviso, adesso=ADESSO):
        return casa.atto(
            avverti_esperti, casa.segretaria, adesso, avviso_id=quale.pk, settore=settore
        )

    assert [avverte(), avverte()] == [2, 0]
    partite = Promemoria.objects.filter(tipo="selezioni_albo.avviso")
    assert {una.id_persona for una in partite} == {uno.pk for uno in casa.esperti}
    assert all(ancora_dovuto(una, ADESSO) for una in partite)
    assert not any(ancora_dovuto(una, avviso.scade) for una in partite)
    rifiutato(["settore_vuoto"], lambda: avverte("Vela"))
    interno = AvvisoFactory(**di, pubblicato=True)
    rifiutato(["non_per_esterni"], lambda: avverte(quale=interno))
    rifiutato(["non_aperto"], lambda: avverte(adesso=avviso.scade + timedelta(seconds=1)))


def test_the_role_of_who_is_in_the_register_does_not_end(casa):
    casa.iscrive(casa.chiede())
    restano = ancora_in_procedura(casa.istituto.pk, date(2024, 8, 31))
    assert list(restano) == [casa.esperti[0]]
    assert not ancora_in_procedura(casa.istituto.pk, date(2024, 9, 1)).exists()
    assert Incarico.objects.filter(persona__in=restano).exists()
