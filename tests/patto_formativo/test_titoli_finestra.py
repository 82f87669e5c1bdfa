"""The title of a window stays in the history of a browser: it never names a person."""

import re
from pathlib import Path

import pytest

MODELLI = sorted(Path("templates/patto").rglob("*.html"))
NOMI = re.compile(r"\{% block titolo %\}[^\n]*(?:nome_e_cognome|nominativo)")
FINESTRA = re.compile(r"\{% block titolo_finestra %\}(.*?)\{% endblock %\}")


@pytest.mark.parametrize("modello", MODELLI, ids=lambda m: "/".join(m.parts[2:]))
def test_a_page_with_a_name_in_its_heading_has_a_window_title_without(modello):
    testo = modello.read_text(encoding="utf-8")
    finestra = FINESTRA.search(testo)
    if NOMI.search(testo):
        assert finestra
    if finestra:
        assert "persona." not in finestra[1]
        assert "nominativo" not in finestra[1]
