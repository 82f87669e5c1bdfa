"""The acts of who assesses: what they write, what they refuse and then change nothing."""

from decimal import Decimal
from fractions import Fraction

import pytest

from bonus_merito.enums import Area, StatoProcedura, StatoRichiesta
from bonus_merito.models import Procedura, Richiesta
from bonus_merito.queries.quadro import quadro_di
from bonus_merito.rules.valutazione import Giudizio
from bonus_merito.services.valutazioni import (
    DatiValutazione,
    completa_valutazione,
    giudica_attivita,
    riapri_valutazione,
    salva_valutazione,
)
from cpia.atti.models import Operazione
from cpia.norme.errori import AttoRifiutato, Conflitto
from tests.bonus_merito.scena_quadro import punti, valutazione, vuota
from tests.conftest import come_proprietario

pytestmark = pytest.mark.django_db
SI = Giudizio(confermata=True, livello=2, punti=Fraction("12.5"))
BENE = DatiValutazione(motivazione="Compiti svolti con regolarità.")


@pytest.fixture
def casa():
    return vuota()


@pytest.fixture
def chi(casa):
    """Somebody with two activities to judge."""
    richiesta = casa.aggiungi("Tedesco")
    casa.dichiara(richiesta, Area.A, 1)
    casa.dichiara(richiesta, Area.B, 2)
    return richiesta


def attivita(richiesta, area="A"):
    return richiesta.attivita.get(criterio__area__area=area)


def codici(rifiuto) -> list[str]:
    return [violazione.codice for violazione in rifiuto.value.violazioni]


def giudica(casa, una, giudizio=SI, **altro):
    return casa.atto(giudica_attivita, attivita_id=una.pk, giudizio=giudizio, **altro)


def test_a_judgement_is_kept_and_the_register_gets_ids_only(casa, chi):
    una = giudica(casa, attivita(chi))

    assert (una.confermata, una.livello, una.punti, una.versione) == (True, 2, Decimal("12.5"), 2)
    riga = Operazione.objects.get(azione="giudica attività del bonus")
    assert riga.dati == {"richiesta": chi.pk}


def test_what_is_not_confirmed_has_no_level_and_no_points(casa, chi):
    giudica(casa, attivita(chi))
    no = Giudizio(confermata=False, livello=1, punti=Fraction(9), motivo="Obbligo di servizio")

    una = giudica(casa, attivita(chi), no)

    assert (una.confermata, una.livello, una.punti, una.motivo) == (
        False, None, None, "Obbligo di servizio",
    )  # fmt: skip


def test_more_than_the_weight_is_refused(casa, chi):
    with pytest.raises(AttoRifiutato) as rifiuto:
        giudica(casa, attivita(chi, "B"), Giudizio(confermata=True, livello=1, punti=Fraction(26)))

    assert codici(rifiuto) == ["punti_oltre"]
    assert attivita(chi, "B").confermata is None


def test_judged_again_meanwhile_is_a_conflict(casa, chi):
    giudica(casa, attivita(chi))

    with pytest.raises(Conflitto):
        giudica(casa, attivita(chi), versione=1)


@pytest.mark.parametrize("stato", [StatoProcedura.APERTA, StatoProcedura.ANNULLATA])
def test_one_judges_only_between_requests_and_decree(casa, chi, stato):
    with come_proprietario():
        Procedura.objects.filter(pk=casa.procedura.pk).update(
            stato=stato.value, motivo_annullamento="Prova"
        )

    with pytest.raises(AttoRifiutato) as rifiuto:
        giudica(casa, attivita(chi))

    assert codici(rifiuto) == ["stato"]


def test_a_request_taken_back_is_not_judged(casa, chi):
    Richiesta.objects.filter(pk=chi.pk).update(stato=StatoRichiesta.RITIRATA.value)

    with pytest.raises(AttoRifiutato) as rifiuto:
        giudica(casa, attivita(chi))

    assert codici(rifiuto) == ["richiesta"]


def test_complete_only_when_every_activity_is_judged(casa, chi):
    giudica(casa, attivita(chi))

    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(completa_valutazione, richiesta_id=chi.pk, dati=BENE)

    assert codici(rifiuto) == ["da_giudicare"]
    assert valutazione(chi) is None


def test_who_reaches_a_band_has_a_motivation(casa, chi):
    for area, quanti in (("A", 40), ("B", 25)):
        forte = Giudizio(confermata=True, livello=1, punti=Fraction(quanti))
        giudica(casa, attivita(chi, area), forte)

    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(completa_valutazione, richiesta_id=chi.pk, dati=DatiValutazione())
    assert codici(rifiuto) == ["senza_motivazione"]

    casa.atto(completa_valutazione, richiesta_id=chi.pk, dati=BENE)
    assert quadro_di(casa.rilegge()).riga(chi.pk).esito.fascia == 1


def test_a_complete_one_is_not_brought_into_a_band_without_words(casa, chi):
    for area in ("A", "B"):
        giudica(casa, attivita(chi, area))
    casa.atto(completa_valutazione, richiesta_id=chi.pk, dati=DatiValutazione())

    with pytest.raises(AttoRifiutato) as rifiuto:
        giudica(casa, attivita(chi), Giudizio(confermata=True, livello=1, punti=Fraction(40)))

    assert codici(rifiuto) == ["senza_motivazione"]
    assert punti(attivita(chi)) == Fraction("12.5")


def test_additional_percentage_with_its_reason(casa, chi):
    with pytest.raises(AttoRifiutato) as rifiuto:
        casa.atto(
            salva_valutazione, richiesta_id=chi.pk, dati=DatiValutazione(aggiuntiva=Decimal(1))
        )
    assert codici(rifiuto) == ["aggiuntiva_senza_motivo"]

    dati = DatiValutazione(aggiuntiva=Decimal(1), motivo_aggiuntiva="Mai formalizzati")
    casa.atto(salva_valutazione, richiesta_id=chi.pk, dati=dati, versione=0)

    assert valutazione(chi).aggiuntiva == 1
    assert valutazione(chi).completa_il is None


def test_words_written_meanwhile_are_a_conflict(casa, chi):
    casa.atto(salva_valutazione, richiesta_id=chi.pk, dati=BENE, versione=0)

    with pytest.raises(Conflitto):
        casa.atto(salva_valutazione, richiesta_id=chi.pk, dati=BENE, versione=0)


def test_taken_up_again_what_was_said_stays(casa, chi):
    for area in ("A", "B"):
        giudica(casa, attivita(chi, area))
    casa.atto(completa_valutazione, richiesta_id=chi.pk, dati=BENE)

    casa.atto(riapri_valutazione, richiesta_id=chi.pk, dati=BENE, versione=1)

    assert valutazione(chi).completa_il is None
    assert valutazione(chi).motivazione == BENE.motivazione
    assert [r.richiesta.pk for r in quadro_di(casa.rilegge()).da_valutare] == [chi.pk]
    assert Operazione.objects.filter(azione="riapre valutazione del bonus").count() == 1
