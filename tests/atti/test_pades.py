"""Whether a PDF is signed inside, from its bytes alone."""

import pytest

from cpia.atti.caricamenti.pades import firmato_fino_a
from tests.atti.caricati import p7m, pdf

CORPO = pdf()
CODA = b" >>\nendobj\n%%EOF\n"


def con_firma(busta: bytes | None, *, buco: int = 0, oltre: int = 0) -> bytes:
    """A signature added at the end; ``buco`` and ``oltre`` make it cover what is not there."""
    scritta = b"<" + (p7m(None) if busta is None else busta).hex().encode() + b">"
    testa = b"\n9 0 obj\n<< /Type /Sig /ByteRange [ 0 %010d %010d %010d ] /Contents "
    dove = len(CORPO) + len(testa % (0, 0, 0))
    dopo = dove + len(scritta)
    return CORPO + testa % (dove + buco, dopo, len(CODA) + oltre) + scritta + CODA


def test_a_detached_signature_covers_all_that_is_before_its_end():
    firmato = con_firma(None)
    assert firmato_fino_a(firmato) == len(firmato)
    assert firmato_fino_a(firmato + b"%% later, a note") == len(firmato)


@pytest.mark.parametrize(
    "contenuto",
    [
        CORPO,
        con_firma(p7m(b"an instant")),  # a time stamp holds what it stamps
        con_firma(b"0\x80"),
        con_firma(b"not DER at all"),
        con_firma(None, buco=1),
        con_firma(None, oltre=1),
        CORPO + b"/ByteRange [0 99999 5 1]",
        CORPO + b"/ByteRange [0 1 2 3] " * 2_000,
    ],
    ids=[
        "unsigned", "time stamp", "broken", "not a signature", "hole misplaced", "beyond the end",
        "backwards", "many",
    ],
)  # fmt: skip
def test_what_is_no_signature(contenuto):
    assert firmato_fino_a(contenuto) is None
