"""How an application counts as signed."""

from itertools import product

import pytest

from selezioni_pon.enums import FormaFirma
from selezioni_pon.rules.invio import BUSTA, CartaFirmata, contro_la_firma, perche_firmata
from tests.selezioni_pon.scena_bandi import codici

PDF = "application/pdf"
BUSTA_GIUSTA = CartaFirmata(BUSTA, firmata_dentro=True, stessa=True)
PADES = CartaFirmata(PDF, firmata_dentro=True, stessa=True)
RISCRITTO = CartaFirmata(PDF, firmata_dentro=True, stessa=False)
SCANSIONE = CartaFirmata("image/jpeg", firmata_dentro=False, stessa=False)
NUDA = CartaFirmata(PDF, firmata_dentro=False, stessa=True, nuda=True)


def contro(carta, *, aggiornata=True, con_identita=False):
    return codici(contro_la_firma(carta, aggiornata=aggiornata, con_identita=con_identita))


@pytest.mark.parametrize("carta", [BUSTA_GIUSTA, PADES, RISCRITTO])
def test_a_digital_signature_needs_no_identity_document(carta):
    assert contro(carta) == []
    assert carta.forma is FormaFirma.DIGITALE


def test_what_is_signed_by_hand_needs_the_identity_document():
    assert contro(SCANSIONE) == ["identita_mancante"]
    assert contro(SCANSIONE, con_identita=True) == []
    assert SCANSIONE.forma is FormaFirma.SCANSIONE


@pytest.mark.parametrize(
    ("carta", "perche"),
    [
        (None, "firma_mancante"),
        (NUDA, "senza_firma"),
        (CartaFirmata(BUSTA, firmata_dentro=True, stessa=False), "altro_foglio"),
        (CartaFirmata("application/vnd.oasis.opendocument.text", False, False), "formato"),
    ],
)
def test_what_does_not_count_as_signed(carta, perche):
    assert contro(carta, con_identita=True) == [perche]


def test_a_paper_of_another_content_is_to_be_made_again():
    for carta, con in product((None, PADES, SCANSIONE), (True, False)):
        assert contro(carta, aggiornata=False, con_identita=con) == ["foglio"]


def test_only_a_rewritten_file_is_to_be_compared():
    def motivi(carta):
        return [motivo.regola for motivo in perche_firmata(carta)]

    assert motivi(PADES) == motivi(BUSTA_GIUSTA) == ["firma_digitale"]
    assert motivi(RISCRITTO) == ["firma_digitale", "da_confrontare"]
    assert motivi(SCANSIONE) == ["firma_a_mano"]
