"""Who may be invited, when a substitute sits, who may sign the request of a sitting."""

import pytest

from cpia.norme.enums import InterventoSupplente
from cpia.norme.rules.motivi import Valore
from organi_collegiali.rules.convocazione.invitati import INVITATI_MASSIMI, verifica_invito
from organi_collegiali.rules.convocazione.raccolte import verifica_firma_di_richiesta
from organi_collegiali.rules.invio.supplenti import giudica_supplente

TUTTI = range(100, 100 + INVITATI_MASSIMI)


@pytest.mark.parametrize(
    ("persona", "siedono", "invitati", "codici"),
    [
        (7, {1, 2}, {3}, []),
        (0, {1, 2}, {3}, []),
        (1, {1, 2}, {3}, ["siede_gia"]),
        (3, {1, 2}, {3}, ["gia_invitato"]),
        (7, {1, 2}, TUTTI, ["troppi_invitati"]),
    ],
)
def test_who_may_be_invited(persona, siedono, invitati, codici):
    trovate = verifica_invito(persona, siedono=siedono, invitati=invitati)
    assert [violazione.codice for violazione in trovate] == codici


@pytest.mark.parametrize(
    ("regola", "risposta", "incompatibile", "siede"),
    [
        ("assenza", "assente", False, True),
        ("assenza", "assente", True, True),
        ("assenza", "presente", True, False),
        ("incompatibilita", "assente", False, False),
        ("incompatibilita", "assente", True, True),
        ("incompatibilita", "presente", False, False),
        ("assenza", "", True, False),
    ],
)
def test_when_the_substitute_sits(regola, risposta, incompatibile, siede):
    valore = Valore(InterventoSupplente(regola), "norme dell’Organo di Garanzia, n. 1")
    giudizio = giudica_supplente(risposta, incompatibile=incompatibile, regola=valore)
    assert giudizio.siede is siede
    assert giudizio.motivo.fonte == "norme dell’Organo di Garanzia, n. 1"


@pytest.mark.parametrize(
    ("aperta", "presentata", "siede", "codici"),
    [
        (True, False, True, []),
        (True, False, False, ["non_siede"]),
        (False, True, True, ["presentata"]),
        (False, False, True, ["ritirata"]),
    ],
)
def test_who_may_sign(aperta, presentata, siede, codici):
    trovate = verifica_firma_di_richiesta(aperta=aperta, presentata=presentata, siede=siede)
    assert [violazione.codice for violazione in trovate] == codici
