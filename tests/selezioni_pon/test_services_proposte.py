"""Posts are offered down the final ranking, answered, and given to who follows."""

from datetime import timedelta

import pytest

from cpia.atti.models import Operazione
from cpia.avvisi.models import Promemoria
from cpia.norme.errori import AttoRifiutato, Conflitto
from selezioni_pon.enums import StatoProposta
from selezioni_pon.models import Contratto, Proposta
from selezioni_pon.queries.incarichi.finale import quadro_di
from selezioni_pon.services import incarichi as servizi
from selezioni_pon.services.incarichi.avvisi import PROPOSTA, ancora_dovuto
from tests.conftest import come_proprietario
from tests.factories.scuola import ADESSO
from tests.factories.selezioni import AvvisoFactory
from tests.selezioni_pon.scena import Scena, scena
from tests.selezioni_pon.scena_incarichi import ENTRO, definitiva, fila, stati

pytestmark = pytest.mark.django_db
S = StatoProposta
DOPO = ADESSO + timedelta(days=6)


@pytest.fixture
def casa() -> Scena:
    return scena()


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def registrate(azione: str) -> int:
    return Operazione.objects.filter(azione=azione).count()


def test_the_free_posts_are_offered_to_the_first_and_they_are_told(casa):
    una = fila(casa, 3, posti=2)
    prima, seconda = una.propone(1, 2)
    assert stati(una.avviso) == [S.IN_ATTESA, S.IN_ATTESA]
    assert (prima.rispondere_entro, prima.proposta_da) == (ENTRO, casa.dirigente)
    assert registrate("propone incarico") == 2
    riga = Promemoria.objects.get(tipo=PROPOSTA, destinatario=una.chi(2))
    assert "lunedì 10 giugno" in riga.testo
    assert riga.indirizzo.endswith(f"/selezioni/proposte/{seconda.pk}/")
    assert ancora_dovuto(riga, ADESSO)
    una.risponde(2)
    assert not ancora_dovuto(riga, ADESSO)


def test_what_was_read_is_what_is_offered(casa):
    una = fila(casa, 3)
    for lette in ((2,), (1, 2), ()):
        with pytest.raises(AttoRifiutato) as rifiuto:
            una.propone(*lette)
        assert codici(rifiuto) == ["cambiato"]
    una.propone(1)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.propone(2)
    assert codici(rifiuto) == ["nessuno"]
    assert stati(una.avviso) == [S.IN_ATTESA]


def test_without_a_final_ranking_or_a_day_nobody_is_asked(casa):
    una = fila(casa, 2)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.propone(1, entro=ADESSO.date())
    assert codici(rifiuto) == ["entro"]
    senza = AvvisoFactory(istituto=casa.istituto, scaduto=True)
    revocato = AvvisoFactory(istituto=casa.istituto, revocato=True)
    for avviso, codice in ((senza, "senza_graduatoria"), (revocato, "non_si_assegna")):
        with pytest.raises(AttoRifiutato) as rifiuto:
            casa.atto(
                servizi.proponi_incarichi, casa.dirigente, avviso_id=avviso.pk, lette=[],
                entro=ENTRO,
            )  # fmt: skip
        assert codici(rifiuto) == [codice]
    assert not Proposta.objects.exists()


@pytest.mark.parametrize(("accetta", "stato"), [(True, S.ACCETTATA), (False, S.RIFIUTATA)])
def test_who_is_asked_answers_once(casa, accetta, stato):
    una = fila(casa, 2)
    una.propone(1)
    risposta = una.risponde(1, accetta=accetta)
    assert (risposta.stato, risposta.risposta_il, risposta.risposta_di) == (
        stato, ADESSO, una.chi(1),
    )  # fmt: skip
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.risponde(1)
    assert codici(rifiuto) == ["gia_risposta"]
    tocca = [uno.nome for uno in quadro_di(una.avviso).da_proporre]
    assert tocca == ([] if accetta else [una.chi(2).nome_e_cognome])


def test_the_last_day_is_in_time_and_the_next_is_not(casa):
    una = fila(casa, 2)
    una.propone(1)
    ultimo = ADESSO + timedelta(days=5)
    with pytest.raises(AttoRifiutato) as rifiuto:
        una.risponde(1, adesso=ultimo + timedelta(days=1))
    assert codici(rifiuto) == ["fuori_termine"]
    assert una.risponde(1, adesso=ultimo).stato == S.ACCETTATA


def test_what_was_read_before_a_change_is_not_answered(casa):
    una = fila(casa, 2)
    [proposta] = una.propone(1)
    with pytest.raises(Conflitto):
        casa.atto(
            servizi.rispondi_proposta, una.chi(1), proposta_id=proposta.pk, versione=9, accetta=True
        )


def test_paper_that_came_in_time_is_recorded_later(casa):
    una = fila(casa, 2)
    [proposta] = una.propone(1)

    def registra(giorno):
        return casa.atto(
            servizi.registra_risposta, casa.segretaria, DOPO, proposta_id=proposta.pk, versione=1,
            accetta=True, giorno=giorno,
        )  # fmt: skip

    for giorno, codice in (
        (ENTRO + timedelta(days=1), "fuori_termine"),
        (ADESSO.date() - timedelta(days=1), "giorno_prima"),
        (DOPO.date() + timedelta(days=1), "giorno_futuro"),
    ):
        with pytest.raises(AttoRifiutato) as rifiuto:
            registra(giorno)
        assert codici(rifiuto) == [codice]
    assert registra(ENTRO).risposta_di == casa.segretaria
    assert registrate("registra accettazione") == 1


def test_who_lets_the_days_pass_gives_way(casa):
    una = fila(casa, 2)
    [proposta] = una.propone(1)

    def scade(adesso):
        return casa.atto(
            servizi.dichiara_scaduta, casa.dirigente, adesso, proposta_id=proposta.pk, versione=1
        )

    with pytest.raises(AttoRifiutato) as rifiuto:
        scade(ADESSO)
    assert codici(rifiuto) == ["in_tempo"]
    assert scade(DOPO).stato == S.SCADUTA
    una.propone(2, adesso=DOPO, entro=(DOPO + timedelta(days=5)).date())
    assert stati(una.avviso) == [S.SCADUTA, S.IN_ATTESA]


def test_who_accepted_and_leaves_frees_the_post_and_the_paper(casa, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    una = fila(casa, 2)
    una.propone(1)
    contratto = una.emesso(1)
    documento = contratto.documento
    proposta = una.proposta(1)

    def cessa(motivo):
        return casa.atto(
            servizi.cessa_incarico, casa.dirigente, proposta_id=proposta.pk,
            versione=proposta.versione, giorno=ADESSO.date(), motivo=motivo,
        )  # fmt: skip

    with pytest.raises(AttoRifiutato) as rifiuto:
        cessa("no")
    assert codici(rifiuto) == ["motivo"]
    assert cessa("Ha avuto un altro incarico").stato == S.CESSATA
    documento.refresh_from_db()
    assert documento.annullato_il == ADESSO
    assert not Contratto.objects.exists()
    assert [uno.nome for uno in quadro_di(una.avviso).da_proporre] == [una.chi(2).nome_e_cognome]


def test_who_holds_a_post_by_a_ranking_that_was_replaced_holds_it_still(casa):
    una = fila(casa, 3)
    una.propone(1)
    una.risponde(1)
    with come_proprietario():
        type(una.graduatoria).objects.filter(pk=una.graduatoria.pk).update(stato="superata")
    definitiva(una.avviso, una.invii[1:], casa.dirigente, numero=2)
    quadro = quadro_di(una.avviso)
    assert quadro.da_proporre == []
    assert [uno.stato for uno in quadro.fuori] == [S.ACCETTATA]
    assert quadro.accettate == 1


def test_the_board_asks_the_same_however_many_are_ranked(casa, django_assert_num_queries):
    for quanti in (1, 30):
        una = fila(casa, quanti)
        una.propone(1)
        with django_assert_num_queries(3):
            assert len(quadro_di(una.avviso).fila) == quanti
