"""What arrives from a grid: refused in Italian, never a crash."""

import pytest
from django.core.exceptions import ValidationError

from competenze.forms.livelli import celle_volute

CELLA = b'[{"iscrizione": 1, "competenza": 2, "livello": "NV", "motivo": "%s", "versione": 0}]'


def test_a_cell_arrives_whole():
    (voluta,) = celle_volute(CELLA % "in mobilità all’estero 🙂".encode())
    assert voluta.contenuto.motivo == "in mobilità all’estero 🙂"


def test_half_a_character_is_refused():
    with pytest.raises(ValidationError, match="carattere a metà"):
        celle_volute(CELLA % rb"\ud83d")


@pytest.mark.parametrize("corpo", [b"", b"{", b"[" * 100_000, b"\xff", b"3", b"[3]", b"[]"])
def test_what_is_no_list_of_cells_is_refused(corpo):
    with pytest.raises(ValidationError):
        celle_volute(corpo)
